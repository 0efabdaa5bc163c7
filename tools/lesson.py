"""The parts of a lesson, in the form in which all lessons are written: the one reader of them."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from tools.notebooks import lessons, read

# What is folded under an exercise or a question: its name and its text.
DETAILS = re.compile(r"<details><summary>(.+?)</summary>\n(.*?)</details>", re.DOTALL)
# A block of code in a text.
FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)
EXERCISE = re.compile(r"^### Exercise (?P<number>\d+\.\d+): (?P<title>.+)$", re.MULTILINE)
QUESTION = re.compile(r"^\*\*Question (\d+)\.\*\*", re.MULTILINE)
CALL = re.compile(r"^check\.(?P<checker>\w+)\((?P<answer>\w+)\)$")


def number_of(path):
    """Return the number of a lesson."""
    return int(path.stem.partition("_")[0])


def title_of(notebook):
    """Return the question that is the title of a lesson."""
    return notebook.cells[0].source.splitlines()[0].removeprefix("# ")


def texts(notebook):
    """Return the texts of a lesson, cell by cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def code_cells(notebook):
    """Return the code cells of a lesson."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def sections(notebook):
    """Return the cells of a lesson, each with the number and the title of its section.

    Before the first section and after the last numbered one the number is 0. Before the first, the
    title is empty.
    """
    number, title, found = 0, "", []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if heading := re.search(r"^## (?:(\d+)\. )?(.+)", cell.source, re.MULTILINE):
                number, title = int(heading[1] or 0), heading[2]
        found.append((number, title, cell))
    return found


@dataclass(frozen=True)
class WrittenExercise:
    """One code exercise of a lesson; ``at`` is the position of its stub among the cells."""

    path: Path
    number: str
    title: str
    at: int
    stub: str
    check: str
    printed: str
    details: dict

    @property
    def solution(self):
        (code,) = FENCE.findall(self.details["Solution"])
        return code

    @property
    def checker(self):
        return CALL.match(self.check)["checker"]

    @property
    def answer(self):
        return CALL.match(self.check)["answer"]


def exercises(path=None):
    """Return the code exercises of a lesson, or of all lessons, in order."""
    if path is None:
        return [exercise for path in lessons() for exercise in exercises(path)]
    cells, found = read(path).cells, []
    for position, cell in enumerate(cells):
        if cell.cell_type == "markdown" and (heading := EXERCISE.search(cell.source)):
            if len(cells) <= position + 3:
                raise ValueError(
                    f"{path.name}: Exercise {heading['number']} needs a stub, a check and an answer."
                )
            stub, check, answers = cells[position + 1 : position + 4]
            found.append(
                WrittenExercise(
                    path=path,
                    number=heading["number"],
                    title=heading["title"],
                    at=position + 1,
                    stub=stub.source,
                    check=check.source,
                    printed="".join(output.get("text", "") for output in check.get("outputs", [])),
                    details=dict(DETAILS.findall(answers.source)),
                )
            )
    return found


@dataclass(frozen=True)
class Question:
    """A review question: its options, and from the folded answer the right and the wrong ones."""

    number: int
    options: list
    right: list
    wrong: dict


def questions(notebook):
    """Return the review questions of a lesson, in order."""
    found = []
    for text in texts(notebook):
        if number := QUESTION.search(text):
            question, _, answer = text.partition("<details><summary>Answer</summary>")
            found.append(
                Question(
                    number=int(number[1]),
                    options=re.findall(r"(?m)^- ([a-z])\)", question),
                    right=re.findall(r"(?m)^- ([a-z])\) Right", answer),
                    wrong=dict(re.findall(r"(?m)^- ([a-z])\) \*([^*]+?)\.?\*", answer)),
                )
            )
    return found


def namespace(path):
    """Run imports, functions and classes of a lesson on their own: what an answer may use."""
    taken = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    found = {}
    for cell in code_cells(read(path)):
        if not re.search(r"^\s*%", cell.source, re.MULTILINE):
            for node in ast.parse(cell.source).body:
                if isinstance(node, taken):
                    exec(compile(ast.Module([node], []), path.name, "exec"), found)
    return found
