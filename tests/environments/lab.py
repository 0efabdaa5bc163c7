"""Start JupyterLab as ``make lab`` does, and open pages of it in Chromium."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser

from tests.environments import chromium
from tools.my import lay
from tools.notebooks import KERNEL_ENVIRONMENT, ROOT

TO_START = 60  # seconds
TO_ANSWER = 60  # seconds, also for the end of a kernel
VIEW = {"width": 1440, "height": 900}

# JupyterLab runs this file when it starts. The standard input of the server closes when the tests
# end, in whatever way they end. Then the server stops its kernels and itself.
SERVER_CONFIG = """\
import os, signal, threading

def end_with_the_tests():
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)

threading.Thread(target=end_with_the_tests, daemon=True).start()
"""


@dataclass(frozen=True)
class Lab:
    """A JupyterLab that runs in the folder ``root``, and the browser that looks at it."""

    root: Path
    port: int
    token: str
    log: Path
    browser: Browser

    def url(self, path=""):
        """Where a notebook of the folder opens; without a path, what ``make lab`` opens."""
        place = f"lab/tree/{quote(str(path))}" if path else ""
        return f"http://localhost:{self.port}/{place}?token={self.token}"

    def api(self, method, path):
        connection = HTTPConnection("localhost", self.port, timeout=TO_ANSWER)
        try:
            connection.request(method, path, headers={"Authorization": f"token {self.token}"})
            answer = connection.getresponse().read()
        finally:
            connection.close()
        return json.loads(answer) if answer else None

    def forget(self):
        """End all kernels and forget which files were open."""
        for kernel in self.api("GET", "/api/kernels"):
            self.api("DELETE", f"/api/kernels/{kernel['id']}")
        self.api("DELETE", "/lab/api/workspaces/default")


@contextmanager
def started(folder, log, browser):
    """Start JupyterLab on a copy of the course in ``folder``, for a browser that is started.

    As by ``make lab``, there are copies of the lessons in ``my``.
    """
    root = folder / "the course"
    for name in ("notebooks", "images"):
        checkpoints = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(ROOT / name, root / name, ignore=checkpoints)
    lay(root)
    with server(folder, root, log) as running:
        yield Lab(root, running["port"], running["token"], log, browser)


@contextmanager
def server(folder, root, log):
    """Run the server, with settings of its own, and give what it says about itself."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    settings = {name: folder / name.lower() for name in names}
    for place in settings.values():
        place.mkdir()
    config = settings["JUPYTER_CONFIG_DIR"] / "jupyter_server_config.py"
    config.write_text(SERVER_CONFIG, encoding="utf-8")
    reader = ("JUPYTER", "JPY_")
    inherited = {name: text for name, text in os.environ.items() if not name.startswith(reader)}
    environment = inherited | KERNEL_ENVIRONMENT | {k: str(v) for k, v in settings.items()}
    arguments = [*arguments_of_make_lab(), "--no-browser", "--port=0"]
    arguments += ["--LabApp.expose_app_in_browser=True"]
    log.parent.mkdir(parents=True, exist_ok=True)
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *arguments],
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C goes to the tests, which then end the server.
            start_new_session=True,
        ) as process,
    ):
        try:
            yield wait_for_server(process, settings["JUPYTER_RUNTIME_DIR"], log)
        finally:
            process.stdin.close()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()


def arguments_of_make_lab():
    said = subprocess.run(["make", "--dry-run", "lab"], cwd=ROOT, capture_output=True, text=True)
    command = re.search(r"-m tools\.my\b.*-m jupyterlab ([^\n]+)", said.stdout, re.DOTALL)
    assert command, f"make lab does not lay copies and then start JupyterLab. {said.stderr}"
    return shlex.split(command[1])


def wait_for_server(process, runtime, log):
    end = time.monotonic() + TO_START
    while time.monotonic() < end:
        for path in runtime.glob("jpserver-*.json"):
            try:
                return json.loads(path.read_text(encoding="utf-8"))
            except json.JSONDecodeError:
                pass  # not yet written to its end
        try:
            process.wait(timeout=0.1)
            break
        except subprocess.TimeoutExpired:
            pass
    raise RuntimeError(f"JupyterLab does not start. Its log:\n{log.read_text(encoding='utf-8')}")


@contextmanager
def page(lab):
    """Open an empty page; the list beside it gets what must not happen while it is open."""

    def request(sent):
        path = urlsplit(sent.url).path
        if path in ("/lab/api/news", "/lab/api/update"):
            noticed.append(f"JupyterLab asks elsewhere for news or updates: {path}")

    try:
        with chromium.watched(lab.browser, f"localhost:{lab.port}", viewport=VIEW) as (
            tab,
            noticed,
        ):
            tab.add_init_script(path=Path(__file__).with_name("lab.js"))
            tab.on("request", request)
            yield tab, noticed
    finally:
        lab.forget()
