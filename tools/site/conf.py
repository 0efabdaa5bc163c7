"""The site of the course. ``tools/site/build.py`` collects its pages and calls Sphinx."""

import base64
import hashlib
import re
from pathlib import Path, PurePosixPath

import nbformat
from docutils import nodes
from sphinx import addnodes

from tools.address import repository
from tools.notebooks import OPENING, ROOT, is_folded, read
from tools.site.build import opening_of

project = "Neural networks from zero"
author = "The authors of Neural networks from zero"
language = "en"

extensions = ["myst_nb"]
nb_execution_mode = "off"
myst_enable_extensions = ["dollarmath", "attrs_inline"]
# As on GitHub, every heading can be linked to.
myst_heading_anchors = 6

mathjax_path = "mathjax/tex-chtml-full.js"
# Without its menu no formula is a stop of the Tab key. Screen readers get MathML all the same.
mathjax3_config = {"options": {"enableMenu": False}}

html_theme = "sphinx_book_theme"
html_title = project
html_favicon = "static/favicon.svg"
html_static_path = ["../../build/site-source/_static"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
templates_path = ["templates"]
html_use_index = False
# Light or dark as the reader's system has it, until the reader chooses.
html_context = {"default_mode": "auto"}
html_theme_options = {
    # The search has its place in the navigation on the left.
    "navbar_persistent": [],
    # White on orange is hard to read; the key Home does the same.
    "back_to_top_button": False,
    "footer_content_items": ["extra-footer.html"],
    "extra_footer": f'<a href="{repository()}">The course on GitHub</a>',
}


def describe_figures(app, doctree):
    """Give each figure of a lesson the description that is stored with it."""
    source = Path(app.env.doc2path(app.env.current_document.docname))
    if source.suffix != ".ipynb":
        return
    described = {}
    for cell in read(source).cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                # MyST-NB names the file of a figure after its content.
                picture = base64.b64decode(output.data["image/png"])
                name = f"{hashlib.sha256(picture).hexdigest()}.png"
                described[name] = output.metadata["image/png"]["alt"]
    for image in doctree.findall(nodes.image):
        name = Path(image["uri"]).name
        if name in described:
            image["alt"] = described[name]


def fold_and_attach(app, name, content):
    """Fold the code that JupyterLab folds, and show the picture of the first cell as a file."""
    if Path(app.env.doc2path(name)).suffix != ".ipynb":
        return
    lesson = nbformat.reads(content[0], as_version=4)
    for cell in lesson.cells:
        if is_folded(cell):
            cell.metadata.setdefault("tags", []).append("hide-input")
        if cell.pop("attachments", None):
            cell.source = cell.source.replace(OPENING, f"../images/{opening_of(Path(name))}")
    content[0] = nbformat.writes(lesson)


def say_how_to_run(app, doctree):
    """Say below the badges of a lesson that nothing runs on the page, and where it does."""
    lesson = PurePosixPath(app.env.current_document.docname)
    if lesson.parent.name != "notebooks":
        return
    note = nodes.paragraph("", "This page is for reading; nothing runs here. To run the lesson, ")
    note += nodes.Text("open it with one of these badges or download ")
    file = f"../_sources/notebooks/{lesson.name}.ipynb"
    note += nodes.reference("", "the notebook", refuri=file)
    note += nodes.Text(".")
    badges = next(doctree.findall(nodes.image)).parent.parent
    badges.parent.insert(badges.parent.index(badges) + 1, note)


def follow_links(app, doctree):
    """Lead links to the README to the start page, and those to what is no page to the repository."""
    folder = PurePosixPath(app.env.current_document.docname).parent
    for link in list(doctree.findall(addnodes.pending_xref)):
        # A link to a page is known as such already (refdomain "doc").
        if link["reftype"] != "myst" or link["refdomain"]:
            continue
        name, _, anchor = link["reftarget"].partition("#")
        goal = (ROOT / folder / name).resolve()
        if goal == ROOT / "README.md":
            link["refdomain"], link["reftarget"] = "doc", "index"
            link["reftargetid"] = anchor or None
        elif name and goal.exists() and ROOT in goal.parents:
            kind = "tree" if goal.is_dir() else "blob"
            address = f"{repository()}/{kind}/main/{goal.relative_to(ROOT).as_posix()}"
            address += f"#{anchor}" if anchor else ""
            link.replace_self(nodes.reference("", "", *link.children, refuri=address))


def name_the_language(app, doctree):
    """Mark table cells in Chinese as such, so that they are read aloud in Chinese."""
    for cell in doctree.findall(nodes.entry):
        if re.search("[\u4e00-\u9fff]", cell.astext()):
            cell["classes"].append("language-zh-Hans")


def setup(app):
    """Sphinx calls this."""
    app.connect("source-read", fold_and_attach)
    for change in (describe_figures, say_how_to_run, follow_links, name_the_language):
        app.connect("doctree-read", change)
