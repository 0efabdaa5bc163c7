"""Copies of the course for a class: ``make student`` and ``make live``.

Each copy is a folder that works on its own: lessons, ``helpers``, data and the files to install
them. A student's copy has no outputs, hints, solutions or answers. In a live copy the cells tagged
``live`` are empty as well: the instructor types them.
"""

import argparse
import re
import shutil

from tools.address import BADGE
from tools.notebooks import ROOT, has_tag, lessons, make_reproducible, read, write

KINDS = ("student", "live")
SHARED = ["helpers", "data", "images", "pyproject.toml", "requirements.txt", "environment.yml"]
SHARED += ["constraints.txt", "LICENSE", "GLOSSARY.md"]
FOLDED = re.compile(r"<details>.*?</details>\n*", re.DOTALL)
# The tag of what a lesson says about the outputs that are stored in it.
ABOUT_OUTPUTS = "about-outputs"
README = """\
# Neural networks from zero: the lessons for a class

The folder `notebooks` holds the lessons without outputs, hints and solutions.
To install what they need and to open JupyterLab, in this folder:

```
python3 -m venv .venv
.venv/bin/python -m pip install -r requirements.txt -c constraints.txt
.venv/bin/python -m jupyterlab
```

On Windows write `py` for `python3` and `.venv\\Scripts\\python` for `.venv/bin/python`.
Then open `notebooks/01_eda_heatmap.ipynb` in the list of files on the left.
"""


def make_student(notebook):
    """Take outputs, hints, solutions, answers and badges out of a lesson."""
    make_reproducible(notebook)
    notebook.cells = [cell for cell in notebook.cells if not has_tag(cell, ABOUT_OUTPUTS)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            cell.metadata.pop("measured", None)
        else:
            for pattern in (FOLDED, BADGE):
                cell.source = pattern.sub("", cell.source)
            cell.source = re.sub(r"\n{3,}", "\n\n", cell.source).strip()
    notebook.cells = [c for c in notebook.cells if c.cell_type == "code" or c.source]


def make_live(notebook):
    """Make a student's copy in which the instructor has some cells left to type."""
    make_student(notebook)
    for cell in notebook.cells:
        if has_tag(cell, "live"):
            cell.source = ""


def write_copy(kind, folder):
    """Write the copy of the whole course into a folder; what was there is removed first."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "notebooks").mkdir(parents=True)
    for name in SHARED:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        else:
            shutil.copy(ROOT / name, folder / name)
    (folder / "README.md").write_text(README, encoding="utf-8")
    for path in lessons():
        notebook = read(path)
        {"student": make_student, "live": make_live}[kind](notebook)
        write(notebook, folder / "notebooks" / path.name)


def main():
    parser = argparse.ArgumentParser(description="Write a copy of the course for a class.")
    parser.add_argument("kind", choices=KINDS)
    kind = parser.parse_args().kind
    folder = ROOT / "build" / kind
    write_copy(kind, folder)
    print(f"The copy is in {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
