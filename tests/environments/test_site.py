"""The site in headless Chromium: every page, in both themes, on a desk and on a telephone.

The pictures of all pages are in ``build/site-pictures``.
"""

import re
import subprocess

import pytest

from tests.environments.pages import (
    AXE,
    TELEPHONE,
    barriers,
    broken_links,
    faults_of_page,
    html_files,
    opened,
    picture_name,
    served,
)
from tools import links
from tools.address import repository
from tools.lesson import texts, title_of
from tools.notebooks import OPENING, ROOT, is_folded, lessons, read
from tools.site import build as site

PICTURES = ROOT / "build" / "site-pictures"
COURSE = [path.relative_to(ROOT) for path in site.pages()]
PAGES = ["index.html", "search.html", *(path.with_suffix(".html").as_posix() for path in COURSE)]
# Each kind of page once: colours come from the style, not from the page.
DARK = ["index.html", "search.html", "GLOSSARY.html", "notebooks/03_loss_functions.html"]


@pytest.fixture(scope="module")
def built():
    """The site, as ``make site`` has built it."""
    assert AXE.exists(), "axe-core is missing in node_modules. Run: make site"
    start = site.SITE / "index.html"
    assert start.exists(), "There is no site yet. Run: make site"
    newest = max(site.inputs(), key=lambda path: path.stat().st_mtime)
    age = start.stat().st_mtime - newest.stat().st_mtime
    assert age > 0, f"{newest.relative_to(ROOT)} is newer than the site. Run: make site"
    PICTURES.mkdir(parents=True, exist_ok=True)
    return site.SITE


@pytest.fixture(scope="module")
def address(built):
    with served(built) as address:
        yield address


def question_of(path):
    return title_of(read(path))


def test_the_site_holds_every_page_of_the_course(built):
    no_page = {
        ROOT / "README.md",
        ROOT / "tools" / "benchmarks" / "README.md",
        *(ROOT / "instructor" / "mistakes").iterdir(),  # to look up beside the checks
    }  # the first is index.html
    assert {ROOT / path for path in COURSE} == set(links.pages()) - no_page
    assert [path.relative_to(built).as_posix() for path in html_files(built)] == sorted(PAGES)


def test_every_link_inside_the_site_leads_somewhere(built):
    faults = broken_links(built)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_fault(browser, address, page):
    picture = PICTURES / picture_name(page)
    faults = faults_of_page(browser, address + page, picture, in_dark=page in DARK)
    assert not faults, "\n\n".join(faults)


def test_the_navigation_leads_to_every_page_in_order(browser, address):
    with opened(browser, address) as (tab, noticed):
        links = tab.locator("#pst-primary-sidebar nav a").all()
        shown = [(link.inner_text().strip(), link.get_attribute("href")) for link in links]
    in_menu = [path for paths in site.menu().values() for path in paths]
    names = [path.relative_to(ROOT).with_suffix(".html").as_posix() for path in in_menu]
    assert [href for _, href in shown] == names
    for path in site.with_answers():
        assert path not in in_menu
    for number, (path, (text, _)) in enumerate(zip(lessons(), shown, strict=False), start=1):
        assert text == f"{number}. {question_of(path)}"
    assert not noticed


def test_the_start_page_begins_with_lesson_1_and_the_table_of_lessons(browser, address):
    with opened(browser, address) as (tab, noticed):
        first = tab.locator("main article a:not(.headerlink)").first
        assert first.inner_text() == "Begin lesson 1"
        assert first.get_attribute("href") == f"notebooks/{lessons()[0].stem}.html"
        assert tab.locator("main article h2").first.inner_text().startswith("The lessons")
        assert tab.locator("main img[alt^='Four scatter plots']").count() == 1
        for row, path in zip(
            tab.locator("main tbody").first.locator("tr").all(), lessons(), strict=True
        ):
            link = row.locator("a").first
            assert link.get_attribute("href") == f"notebooks/{path.stem}.html"
            assert link.inner_text() == question_of(path)
    assert not noticed


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_a_lesson_keeps_its_figures_and_folds_also_without_scripts(browser, address, path):
    lesson = read(path)
    written = "".join(texts(lesson))
    descriptions = [
        output.metadata["image/png"]["alt"]
        for cell in lesson.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    with opened(browser, f"{address}notebooks/{path.stem}.html", scripts=False) as (tab, noticed):
        figures = tab.locator(".cell_output img").all()
        assert [figure.get_attribute("alt") for figure in figures] == descriptions
        # Code that is folded in JupyterLab is folded here too.
        folded = sum(map(is_folded, lesson.cells))
        assert tab.locator(".cell details:not([open])").count() == folded > 0
        written_folds = written.count("<details>")
        assert tab.locator("details:not([open])").count() == written_folds + folded
        if OPENING in lesson.cells[0].source:
            opening = tab.locator("main img[src*='opening']")
            assert opening.evaluate("picture => picture.naturalWidth") > 600
        # Nothing but its text lies in a fold, and its code has colours.
        assert tab.locator("details :is(h1, h2, h3, .cell, details)").count() == 0
        solutions = tab.locator("details:has(> summary:text-is('Solution'))").all()
        assert len(solutions) == written.count("<summary>Solution</summary>") > 0
        for fold in solutions:
            code = fold.locator("> .highlight-python .k").first
            assert not code.is_visible()
            fold.locator("summary").click()
            assert code.is_visible()
        for name in ("Open in Colab", "Open in Binder"):
            assert tab.get_by_role("link", name=name).count() == 1
        notebook = tab.get_by_role("link", name="the notebook", exact=True).get_attribute("href")
    assert (site.SITE / "notebooks" / notebook).read_bytes() == path.read_bytes()
    assert not noticed


def test_a_word_is_found_without_a_network(browser, address):
    with opened(browser, f"{address}data/README.html") as (tab, noticed):
        tab.keyboard.press("Control+k")
        tab.keyboard.type("gradient")
        faults = barriers(tab)
        tab.keyboard.press("Enter")
        results = tab.locator("#search-results .search li")
        tab.wait_for_function("document.querySelector('.search-summary')?.textContent.match(/\\d/)")
        results.filter(has_text="Which way is down?").first.wait_for()
        # Each result shows some of its page, which it fetches.
        tab.wait_for_load_state("networkidle")
        assert results.count() >= 3
        tab.screenshot(path=PICTURES / "search-gradient.png")
        for theme in ("light", "dark"):
            tab.emulate_media(color_scheme=theme)
            faults += barriers(tab)
        results.locator("a").first.click()
        assert "gradient" in tab.locator("main").inner_text().lower()
    assert not faults + noticed


def test_a_word_that_stands_nowhere_is_not_found(browser, address):
    with opened(browser, f"{address}search.html?q=zyzzyva") as (tab, noticed):
        tab.get_by_text("did not match any documents").wait_for()
    assert not noticed


def test_the_switch_changes_the_theme_and_the_next_page_keeps_it(browser, address):
    background = "getComputedStyle(document.body).backgroundColor"
    seen = {}
    with opened(browser, address) as (tab, noticed):
        for theme in ("Light", "System Settings", "Dark"):
            tab.get_by_label("Color mode").click()
            tab.get_by_role("button", name=theme).click()
            seen[theme] = tab.evaluate(background)
        assert seen["Light"] == seen["System Settings"] != seen["Dark"]
        tab.goto(f"{address}GLOSSARY.html")
        assert tab.evaluate(background) == seen["Dark"]
    assert not noticed


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_opens_on_a_click_has_no_barriers(browser, address, theme):
    page = f"{address}instructor/01_eda_heatmap.html"
    faults = []
    with opened(browser, page, theme=theme) as (tab, noticed):
        for name in ("Download this page", "Color mode"):
            tab.get_by_label(name).click()
            tab.locator(".dropdown-menu.show").wait_for()
            faults += barriers(tab)
            tab.keyboard.press("Escape")
    with opened(browser, page, TELEPHONE, theme) as (tab, more):
        for sidebar in ("primary", "secondary"):
            tab.locator(f".bd-header-article .{sidebar}-toggle").click()
            opened_dialog = tab.locator(f"dialog#pst-{sidebar}-sidebar-modal[open]")
            opened_dialog.wait_for()
            faults += barriers(tab)
            tab.screenshot(path=PICTURES / f"{sidebar}-sidebar-{theme}-telephone.png")
            tab.keyboard.press("Escape")
            opened_dialog.wait_for(state="hidden")
    assert not faults + noticed + more


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>A page</title><link rel="icon" href="data:,">{head}</head>
<body><main><h1>A page</h1>{body}</main></body></html>"""


def page_with(body="", head=""):
    """Return a page without a fault but for what its body or its head brings."""
    return PAGE.format(body=body, head=head)


DARK = "<style>@media (prefers-color-scheme: dark) {{ p {{ color: {} }} }}</style><p>Text</p>"
LINES = "<div style='overflow-x: auto' {}><pre>" + 200 * "wide " + "</pre></div>"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<script>console.error('spilled')</script>", "an error in the console: spilled"),
        ("<script>console.warn('wobbly')</script>", "a warning in the console: wobbly"),
        ("<script>throw Error('torn')</script>", "an error on the page: torn"),
        ("<script src='gone.js'></script>", "a request is answered with 404"),
        ("<img alt='A' src='http://example.org/a.png'>", "a request leaves the machine: http://ex"),
        ("<img src='data:image/png;base64,AA' alt='A'>", "a picture is not shown"),
        ("<img src='1.svg'>", "a picture has no description"),
        ("<img src='1.svg' alt='images/1.svg'>", "a picture has no description"),
        ("<img src='1.svg'>", "in the light theme, axe-core finds image-alt"),
        ("<p style='color: #bbb'>Text</p>", "in the light theme, axe-core finds color-contrast"),
        (DARK.format("#bbb"), "in the dark theme, axe-core finds color-contrast"),
        ("<details><p style='color: #bbb'>Text</p></details>", "axe-core finds color-contrast"),
        ("<p>A sum of $x_i$</p>", "TeX stands in the text: A sum of $x_i$"),
        (r"<p>\(x_i\)</p>", r"TeX stands in the text: \(x_i\)"),
        ("<p class='math'>x</p>", "a formula is not rendered: x"),
        ("<mjx-merror>x_</mjx-merror>", "MathJax reports an error in: x_"),
        ("<p>梯度</p>", "Chinese is not marked as such: 梯度"),
        ("<p style='width: 700px'>Wide</p>", "pixels wide on a telephone, by: <p style="),
        (LINES.format("tabindex='-1'"), "what scrolls cannot be reached with the Tab key: <div"),
    ],
)
def test_a_fault_is_reported(browser, tmp_path, html, fault):
    (tmp_path / "page.html").write_text(page_with(html), encoding="utf-8")
    (tmp_path / "1.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    )
    with served(tmp_path) as address:
        assert fault in "\n".join(faults_of_page(browser, f"{address}page.html"))


def test_a_page_without_fault_is_not_reported(browser, tmp_path):
    good = f"<p lang='zh'>梯度</p><p>5 USD</p><img alt='A' src='1.svg'>{LINES.format('tabindex=0')}"
    (tmp_path / "page.html").write_text(page_with(good), encoding="utf-8")
    (tmp_path / "1.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    )
    with served(tmp_path) as address:
        assert faults_of_page(browser, f"{address}page.html") == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<a href='b/page.html#here'>A</a>", ""),
        ("<a href='./?q=word'>A</a><a href='#top'>B</a><a href='https://a.org'>C</a>", ""),
        ("<a href='gone.html'>A</a>", "index.html: gone.html leads nowhere"),
        ("<a href='b'>A</a>", "index.html: b leads nowhere"),
        ("<script src='gone.js?v=1'></script>", "index.html: gone.js?v=1 leads nowhere"),
        ("<img src='gone.png'>", "index.html: gone.png leads nowhere"),
        ("<a href='b/page.html#there'>A</a>", "index.html: b/page.html#there has no place 'there'"),
        ("<a href='#there'>A</a>", "index.html: #there has no place 'there'"),
        ("<a href='/b/page.html'>A</a>", "index.html: /b/page.html leads out of the site"),
        ("<p id='one'></p><p id='one'></p>", "index.html: 'one' is the id of 2 elements"),
    ],
)
def test_a_broken_link_is_reported(tmp_path, html, fault):
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(f"<h1 id='top'>A</h1>{html}")
    (tmp_path / "b" / "page.html").write_text("<h1 id='here'>B</h1><a href='../index.html'>A</a>")
    assert broken_links(tmp_path) == ([fault] if fault else [])


def test_links_to_what_is_no_page_lead_to_the_repository_and_broken_ones_stop_the_build(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    links = "[licence](LICENSE), [code](helpers), [readme](README.md#the-lessons), [gone](gone.md)"
    (source / "index.md").write_text(f"# A page\n\n{links}\n\n## The lessons\n")
    command = site.sphinx(source, tmp_path / "site")
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode != 0
    (warning,) = re.findall("WARNING: .*", run.stderr)
    assert "target not found: 'gone.md'" in warning
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    for href in (f"{repository()}/blob/main/LICENSE", f"{repository()}/tree/main/helpers"):
        assert f'href="{href}"' in html
    assert '<a class="reference internal" href="#the-lessons"><span class="std' in html
