"""Copies of the course for a class: ``make student`` and ``make live``.

Each copy is a folder that works on its own: lessons, data, and the package of the course as a wheel,
because the checks know the solutions. A student's copy has no outputs, hints, solutions or answers.
In a live copy the cells tagged ``live`` are empty as well: the instructor types them.
"""

import argparse
import re
import shutil
import subprocess
import sys

from tools.address import BADGE
from tools.lesson import core
from tools.notebooks import ROOT, clear, has_tag, lessons, read, write

KINDS = ("student", "live")
SHARED = ["data", "images", "constraints.txt", "LICENSE", "GLOSSARY.md"]
# Where the checkout of the course stands in these, a copy has its wheel.
INSTALLING = ["requirements.txt", "environment.yml"]
FOLDED = re.compile(r"<details>.*?</details>\n*", re.DOTALL)
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
    clear(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
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


def write_copy(kind, folder, only_core=False):
    """Write the copy of the whole course into a folder; what was there is removed first."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "notebooks").mkdir(parents=True)
    for name in SHARED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*"))
        else:
            shutil.copy(ROOT / name, folder / name)
    wheel = build_wheel(folder)
    for name in INSTALLING:
        text = (ROOT / name).read_text(encoding="utf-8").replace("-e .", f"./{wheel.name}")
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")
    for path in lessons():
        notebook = core(read(path)) if only_core else read(path)
        {"student": make_student, "live": make_live}[kind](notebook)
        write(notebook, folder / "notebooks" / path.name)


def build_wheel(folder):
    """Build the package of the course into a folder, and return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def main():
    parser = argparse.ArgumentParser(description="Write a copy of the course for a class.")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--core", action="store_true", help="leave out what is marked Go deeper")
    arguments = parser.parse_args()
    folder = ROOT / "build" / arguments.kind
    write_copy(arguments.kind, folder, arguments.core)
    print(f"The copy is in {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
