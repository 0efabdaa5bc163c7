"""Find Chromium and start it without a window. ``python -m tests.environments.chromium`` says which."""

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
# Nothing listens there: what does not go to this machine goes nowhere.
NOWHERE = {"server": "http://127.0.0.1:1", "bypass": "localhost"}


def find(playwright):
    """Return the path of a Chromium: $CHROMIUM, one on PATH, or Playwright's own."""
    if wanted := os.environ.get("CHROMIUM"):
        if path := shutil.which(wanted):
            return path
        raise FileNotFoundError(f"The variable CHROMIUM names {wanted}, which is no program.")
    for name in NAMES:
        if path := shutil.which(name):
            return path
    own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    raise FileNotFoundError(
        f"No Chromium found, neither as {', '.join(NAMES)} nor as Playwright's own. "
        "Install one with: sh tools/chromium.sh. Or name yours: CHROMIUM=/path/to/chromium"
    )


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def started():
    """Start Chromium, and end it whatever happens."""
    with sync_playwright() as playwright:
        path = find(playwright)
        # The sandbox refuses root, and Playwright's own Chromium comes without the file it needs.
        sandbox = not is_root() and path != playwright.chromium.executable_path
        try:
            browser = playwright.chromium.launch(
                executable_path=path, args=FLAGS, proxy=NOWHERE, chromium_sandbox=sandbox
            )
        except Error as error:
            raise RuntimeError(f"{path} does not start. Its reason:\n{error}") from error
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched(browser, here, levels=("error",), **options):
    """Open an empty page; the list beside it gets what must not happen while it is open.

    ``here`` is the host and port that may be asked, ``levels`` are the messages of the console that
    are noticed, and ``options`` those of a browser context.
    """
    noticed = []

    def request(url):
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "attachment") and parts.netloc != here:
            noticed.append(f"a request leaves the machine: {url[:200]}")

    def response(answer):
        if answer.status >= 400:
            noticed.append(f"a request is answered with {answer.status}: {answer.url}")

    def console(message):
        # JupyterLab asks for the picture of a cell before it looks into the notebook.
        if message.type in levels and not message.location["url"].startswith("attachment:"):
            article = "an" if message.type == "error" else "a"
            place = message.location["url"]
            noticed.append(f"{article} {message.type} in the console: {message.text} ({place})")

    context = browser.new_context(**options)
    context.on("request", lambda sent: request(sent.url))
    context.on("response", response)
    context.on("console", console)
    context.on("weberror", lambda raised: noticed.append(f"an error on the page: {raised.error}"))
    try:
        page = context.new_page()
        page.on("websocket", lambda socket: request(socket.url))
        yield page, noticed
    finally:
        context.close()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            print(find(playwright))
        except FileNotFoundError as error:
            sys.exit(str(error))
