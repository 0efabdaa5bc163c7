"""Serve a folder of pages, open them in Chromium and say what is wrong with them."""

import functools
import http.server
import threading
from collections import Counter
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import TimeoutError as NotInTime

from tests.environments.chromium import watched
from tools.address import repository
from tools.notebooks import ROOT

# GitHub publishes the pages of a repository below its name.
BELOW = f"/{repository().rpartition('/')[2]}/"
DESKTOP = {"width": 1440, "height": 900}
TELEPHONE = {"width": 390, "height": 844}
TO_ANSWER = 30  # seconds
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# All rules of WCAG 2.0, 2.1 and 2.2 on the levels A and AA.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
CONTRAST = {"type": "rule", "values": ["color-contrast"]}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder below the path, and nothing above it."""

    def translate_path(self, path):
        inside = path.removeprefix(BELOW) if path.startswith(BELOW) else "nothing is here"
        return super().translate_path(f"/{inside}")

    def log_message(self, *arguments):
        pass


@contextmanager
def served(folder):
    """Serve a folder on this machine, and give its address."""
    handler = functools.partial(Handler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        # The interval is how long the end may take.
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            yield f"http://localhost:{server.server_port}{BELOW}"
        finally:
            server.shutdown()


@contextmanager
def opened(browser, address, viewport=DESKTOP, theme="light", scripts=True):
    """Open a page; the list beside it gets what must not happen while it is open."""
    here = urlsplit(address).netloc
    options = {"viewport": viewport, "color_scheme": theme, "java_script_enabled": scripts}
    with watched(browser, here, ("error", "warning"), **options) as (tab, noticed):
        tab.set_default_timeout(TO_ANSWER * 1000)
        tab.goto(address)
        if scripts:
            tab.evaluate("window.MathJax?.startup?.promise")
        yield tab, noticed


def faults_of_page(browser, address, pictures=None, in_dark=True):
    """Look at a page in every way; the pictures of its top get names that begin with this path.

    The contrast in the dark theme is measured if ``in_dark``: it takes as long as all other rules.
    """
    findings = []
    with opened(browser, address) as (tab, noticed):
        for theme in ("light", "dark"):
            tab.emulate_media(color_scheme=theme)
            if pictures:
                tab.screenshot(path=f"{pictures}-{theme}.png")
        findings += faults_of_formulas(tab) + faults_of_pictures(tab) + faults_of_language(tab)
        tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
        # Of all rules the contrast of colours alone depends on the theme.
        for theme, rules in (("dark", CONTRAST), ("light", LEVELS))[not in_dark :]:
            tab.emulate_media(color_scheme=theme)
            findings += [f"in the {theme} theme, {fault}" for fault in barriers(tab, rules)]
        tab.set_viewport_size(TELEPHONE)
        findings += faults_on_a_telephone(tab)
        if pictures:
            tab.evaluate("window.scrollTo(0, 0)")
            tab.screenshot(path=f"{pictures}-telephone.png")
    return [*findings, *noticed]


def barriers(tab, rules=LEVELS):
    """Return what axe-core finds: by default, violations of WCAG on the levels A and AA."""
    if not tab.evaluate("'axe' in window"):
        tab.add_script_tag(path=AXE)
        # Between two themes, colours change slowly; axe-core would measure one on its way.
        tab.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    options = {"runOnly": rules, "reporter": "no-passes"}
    violations = tab.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [
        f"axe-core finds {violation['id']}: {reasons(node)}\n{node['html']}"
        for violation in violations
        for node in violation["nodes"]
    ]


def reasons(node):
    return " ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])


def faults_of_formulas(tab):
    return tab.evaluate("""() => {
        const faults = [];
        for (const formula of document.querySelectorAll(".math"))
            if (!formula.querySelector("mjx-container"))
                faults.push(`a formula is not rendered: ${formula.textContent}`);
        for (const error of document.querySelectorAll("mjx-merror, [data-mjx-error]"))
            faults.push(`MathJax reports an error in: ${error.textContent}`);
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.parentElement.closest("pre, code, script, style, mjx-container")
                    && /\\$|\\\\[([]/.test(text.data))
                faults.push(`TeX stands in the text: ${text.data.trim()}`);
        }
        return faults;
    }""")


def faults_of_pictures(tab):
    return tab.evaluate("""() => {
        const faults = [];
        for (const picture of document.querySelectorAll("main img")) {
            // Sphinx takes the name of the file where there is no description.
            if (!picture.alt.trim() || /\\.(png|svg|jpe?g)$/.test(picture.alt))
                faults.push(`a picture has no description: ${picture.src}`);
            if (!picture.complete || !picture.naturalWidth)
                faults.push(`a picture is not shown: ${picture.src}`);
        }
        return faults;
    }""")


def faults_of_language(tab):
    return tab.evaluate("""() => {
        const faults = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
            if (/\\p{Script=Han}/u.test(texts.currentNode.data)
                    && !texts.currentNode.parentElement.closest(":lang(zh)"))
                faults.push(`Chinese is not marked as such: ${texts.currentNode.data}`);
        return faults;
    }""")


def faults_on_a_telephone(tab):
    findings = []
    width = tab.evaluate("document.documentElement.scrollWidth")
    if width > TELEPHONE["width"]:
        # Wider than the screen, and in no box that scrolls.
        widest = tab.evaluate("""() => [...document.querySelectorAll("main *")].filter((element) => {
            for (let box = element.parentElement; box !== document.body; box = box.parentElement)
                if (getComputedStyle(box).overflowX !== "visible") return false;
            return element.getBoundingClientRect().right > innerWidth;
        }).map((element) => element.outerHTML.slice(0, 200)).pop()""")
        findings.append(f"the page is {width} pixels wide on a telephone, by: {widest}")
    unreachable = """() => [...document.querySelectorAll("main *")].filter((element) =>
        element.scrollWidth > element.clientWidth + 1 && element.tabIndex < 0
        && ["auto", "scroll"].includes(getComputedStyle(element).overflowX))"""
    try:
        # Scripts of the page react to the new width.
        tab.wait_for_function(f"({unreachable})().length === 0", timeout=5_000)
    except NotInTime:
        shown = tab.evaluate(f"({unreachable})().map((element) => element.outerHTML.slice(0, 200))")
        findings += [f"what scrolls cannot be reached with the Tab key: {html}" for html in shown]
    return findings


class Html(HTMLParser):
    """The targets of a page, of links, pictures, scripts and styles, and its ids."""

    def __init__(self, path):
        super().__init__()
        self.targets, self.ids = [], Counter()
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.targets += [attributes[name] for name in ("href", "src") if attributes.get(name)]
        self.ids.update([attributes["id"]] if attributes.get("id") else [])


def html_files(folder):
    """Return the pages of a built site, without the templates among its static files."""
    return sorted(path for path in folder.rglob("*.html") if "_static" not in path.parts)


def broken_links(folder):
    """Return what is wrong with the links between the pages of a folder, and with their ids."""
    parsed = {path.relative_to(folder).as_posix(): Html(path) for path in html_files(folder)}
    findings = []
    for name, page in parsed.items():
        findings += [
            f"{name}: {i!r} is the id of {n} elements" for i, n in page.ids.items() if n > 1
        ]
        for target in page.targets:
            there = urlsplit(urljoin(f"{BELOW}{name}", target))
            if there.scheme or there.netloc:
                continue
            if not there.path.startswith(BELOW):
                findings.append(f"{name}: {target} leads out of the site")
                continue
            goal = unquote(there.path.removeprefix(BELOW)) or "index.html"
            anchor = unquote(there.fragment)
            if not (folder / goal).is_file():
                findings.append(f"{name}: {target} leads nowhere")
            elif anchor and anchor not in parsed[goal].ids:
                findings.append(f"{name}: {target} has no place {anchor!r}")
    return findings


def picture_name(path):
    """Return the name of a page, folders included, as part of the name of a file."""
    return "-".join(Path(path).with_suffix("").parts)
