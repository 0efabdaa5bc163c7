"""Where the links of all pages lead: the Markdown files and the texts of the lessons.

From the command line, ``make web-links`` asks each address outside the project whether it answers.
The tests follow those inside.
"""

import re
import subprocess
import sys
from html.parser import HTMLParser

import mistune
import requests
from urllib3.util import Retry

from tools.notebooks import ROOT, read

MARKDOWN = mistune.create_markdown(
    # Pictures that are stored in their notebook are allowed.
    renderer=mistune.HTMLRenderer(escape=False, allow_harmful_protocols=["attachment:"]),
    plugins=["table", "strikethrough", "url"],
)


class Page(HTMLParser):
    """The targets of links and pictures on one page, and the anchors that it offers."""

    def __init__(self, path):
        super().__init__()
        self.targets = []
        self.anchors = set()
        self.heading = None
        for text in texts(path):
            self.feed(MARKDOWN(text))
            self.close()
            self.reset()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        targets = [attributes[name] for name in ("href", "src") if name in attributes]
        # A picture that is stored in its notebook leads nowhere else.
        self.targets += [target for target in targets if not target.startswith("attachment:")]
        self.anchors |= {attributes[name] for name in ("id", "name") if name in attributes}
        if re.fullmatch("h[1-6]", tag):
            self.heading = ""

    def handle_data(self, data):
        if self.heading is not None:
            self.heading += data

    def handle_endtag(self, tag):
        if re.fullmatch("h[1-6]", tag):
            # As GitHub makes it: letters, digits, hyphens and underscores, in lower case.
            kept = re.sub(r"[^\w\- ]", "", self.heading.strip().lower())
            self.anchors.add(kept.replace(" ", "-"))
            self.heading = None


def texts(path):
    """Return the Markdown of a page: one text, or one for each cell of a notebook."""
    if path.suffix != ".ipynb":
        return [path.read_text(encoding="utf-8")]
    return [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]


def pages(root=ROOT):
    """Return all Markdown files and notebooks that git knows, or will know."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md", "*.ipynb"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return [root / name for name in names.splitlines() if (root / name).exists()]


def is_outside(target):
    return re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE) is not None


def dead_end(path, target, root=ROOT):
    """Return what is wrong with a link to a place inside the project, or ''."""
    name, _, anchor = target.partition("#")
    goal = (path.parent / name).resolve() if name else path
    page = path.relative_to(root)
    if not goal.exists():
        return f"{page}: {target} leads nowhere"
    if not goal.is_relative_to(root.resolve()):
        return f"{page}: {target} leads out of the project"
    if anchor and (goal.is_dir() or anchor not in Page(goal).anchors):
        return f"{page}: {target} has no heading or id {anchor!r}"
    return ""


def silent(address, session):
    """Return why an address on the web does not answer, or ''."""
    try:
        with session.get(address, stream=True, timeout=20) as answer:
            return "" if answer.ok else f"{answer.status_code} {answer.reason}"
    except requests.RequestException as error:
        return str(error)


def main():
    found = {}
    for path in pages():
        for target in filter(is_outside, Page(path).targets):
            found.setdefault(target, []).append(str(path.relative_to(ROOT)))
    session = requests.Session()
    patient = requests.adapters.HTTPAdapter(
        max_retries=Retry(3, connect=1, backoff_factor=1, status_forcelist=[429, 502, 503, 504])
    )
    session.mount("https://", patient)
    faults = 0
    for address, places in sorted(found.items()):
        if reason := silent(address, session):
            faults += 1
            print(f"{address}\n    on {', '.join(sorted(set(places)))}\n    {reason}")
    print(f"{len(found)} addresses, {faults} without a good answer")
    sys.exit(min(faults, 1))


if __name__ == "__main__":
    main()
