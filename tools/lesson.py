"""The parts of a lesson, in the form in which all lessons are written: the one reader of them."""

import ast
import re
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from helpers import check
from tools.notebooks import has_tag, lessons, read

# What is folded under an exercise or a question: its name and its text.
DETAILS = re.compile(r"<details><summary>(.+?)</summary>\n(.*?)</details>", re.DOTALL)
# A block of code in a text.
FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)
EXERCISE = re.compile(r"^### Exercise (?P<number>\d+\.\d+): (?P<title>.+)$", re.MULTILINE)
QUESTION = re.compile(r"^\*\*Question (\d+)\.\*\*", re.MULTILINE)
# The tag of the cells that a hurried reader leaves out: no other cell needs them.
DEEPER = "deeper"
TITLE = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
# What an exercise ends with: the name under which the lesson goes on with the answer.
CALL = re.compile(r"^(?P<name>\w+) = check\.(?P<checker>\w+)\((?P<answer>\w+)\)$")


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


def core(notebook):
    """Return a lesson without what is tagged as deeper."""
    left = deepcopy(notebook)
    left.cells = [cell for cell in left.cells if not has_tag(cell, DEEPER)]
    return left


@dataclass(frozen=True)
class Part:
    """A part of a lesson, from a heading to the next one that has minutes.

    ``section`` is the number of the section that it belongs to: 1 for the opening, the last one for
    the closing.
    """

    title: str
    section: int
    minutes: int
    deeper: bool


def parts(notebook):
    """Return the parts of a lesson. The minutes of each stand in the metadata of its heading."""
    found, section = [], 1
    for cell in notebook.cells:
        heading = TITLE.search(cell.source) if cell.cell_type == "markdown" else None
        if heading and (number := re.match(r"(\d+)\. ", heading[1])):
            section = int(number[1])
        if heading and "minutes" in cell.metadata:
            title = heading[1] if found else "Opening"
            found.append(Part(title, section, cell.metadata["minutes"], has_tag(cell, DEEPER)))
    return found


def minutes(notebook, deeper=False):
    """Return how many minutes the core of a lesson takes, or what is deeper."""
    return sum(part.minutes for part in parts(notebook) if part.deeper == deeper)


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
                    printed="".join(
                        output.get("text", "") or output.get("data", {}).get("text/plain", "")
                        for output in check.get("outputs", [])
                    ),
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
    """Run imports, functions and classes of a lesson on their own: what an answer may use.

    Those that the learner writes are the solutions.
    """
    taken = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    found = {}
    for cell in code_cells(read(path)):
        if call := CALL.match(cell.source):
            found[call["name"]] = getattr(check, call["checker"]).ours(found)
        elif not re.search(r"^\s*%", cell.source, re.MULTILINE):
            for node in ast.parse(cell.source).body:
                if isinstance(node, taken):
                    exec(compile(ast.Module([node], []), path.name, "exec"), found)
    return found
