"""The parts of a lesson, in the form in which all lessons are written."""

import re

# What is folded under an exercise or a question: its name and its text.
DETAILS = re.compile(r"<details><summary>(.+?)</summary>\n(.*?)</details>", re.DOTALL)
# A block of code in a text.
FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)


def title_of(notebook):
    """Return the question that is the title of a lesson."""
    return notebook.cells[0].source.splitlines()[0].removeprefix("# ")


def texts(notebook):
    """Return the texts of a lesson, cell by cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def code_cells(notebook):
    """Return the code cells of a lesson."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
