"""Make slides of each lesson from its stored outputs: ``make slides``. Nothing is run.

``tools/slides/choice.py`` says what becomes a slide. All other prose stands in the notes of the
speaker, which the key S opens. The slides work without a network.
"""

import shutil
import sys

from nbconvert.exporters import SlidesExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import v4

from tools.lesson import core, title_of
from tools.notebooks import ROOT, lessons, read
from tools.slides.choice import Deck

SLIDES = ROOT / "build" / "slides"
MODULES = ROOT / "node_modules"
# What the slides load, under the name that it has beside them.
VENDOR = {
    "reveal.css": MODULES / "reveal.js/dist/reveal.css",
    "reveal.js": MODULES / "reveal.js/dist/reveal.js",
    "notes.js": MODULES / "reveal.js/plugin/notes/notes.js",
    "fonts": MODULES / "reveal.js/dist/theme/fonts/source-sans-pro",
    "tex-svg-full.js": MODULES / "mathjax/es5/tex-svg-full.js",
    "slides.css": ROOT / "tools" / "slides" / "slides.css",
}


class SlidesError(Exception):
    """A lesson of which no slides can be made. The message names the slide."""


class LessonToSlides(Preprocessor):
    """Put slides, and the notes of the speaker, in place of the cells of a lesson."""

    def preprocess(self, notebook, resources):
        cells = []
        for number, slide in enumerate(Deck(notebook).slides, start=1):
            if (sizes := slide.sizes()) is None:
                raise SlidesError(
                    f"{notebook.metadata.title} Slide {number} ({slide.kind}) holds more than fits: "
                    f"{slide.headline}\nShorten the text in the lesson, or split it."
                )
            shown = v4.new_markdown_cell(slide.markdown())
            shown.metadata.update(kind=slide.kind, sizes=sizes)
            shown.metadata.slideshow = {"slide_type": "slide" if slide.begins else "subslide"}
            notes = v4.new_markdown_cell("\n\n".join(slide.notes))
            notes.metadata.slideshow = {"slide_type": "notes"}
            cells += [shown, notes] if slide.notes else [shown]
        notebook.cells = cells
        return notebook, resources


def write(path, folder):
    """Write the slides of the core of one lesson into a folder, and return where."""
    notebook = core(read(path))
    notebook.metadata.title = title_of(notebook)
    exporter = SlidesExporter(
        template_name="slides",
        extra_template_basedirs=[str(ROOT / "tools")],
        exclude_anchor_links=True,
    )
    page, _ = exporter.from_notebook_node(notebook)
    target = folder / f"{path.stem}.html"
    target.write_text(page, encoding="utf-8")
    return target


def build(folder=SLIDES, paths=None):
    """Write the slides of all lessons, and beside them all that they load."""
    for source in VENDOR.values():
        if not source.exists():
            sys.exit(f"The slides need {source}, which npm brings. Run: make slides")
    shutil.rmtree(folder, ignore_errors=True)
    for name, source in VENDOR.items():
        target = folder / "vendor" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    return [write(path, folder) for path in paths or lessons()]


def main():
    try:
        for path in build():
            print(path.relative_to(ROOT))
    except SlidesError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
