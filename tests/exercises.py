"""The exercises as they stand in the lessons: heading, stub, check, hints, solution."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from tools.lesson import DETAILS, FENCE
from tools.notebooks import lessons, read

HEADING = re.compile(r"^### Exercise (?P<number>\d+\.\d+): (?P<title>.+)$", re.MULTILINE)
CALL = re.compile(r"^check\.(?P<checker>\w+)\((?P<answer>\w+)\)$")


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


def written_exercises():
    """Return all code exercises of all lessons, in order."""
    return [exercise for path in lessons() for exercise in _of_lesson(path)]


def _of_lesson(path):
    cells = read(path).cells
    for position, cell in enumerate(cells):
        if cell.cell_type == "markdown" and (heading := HEADING.search(cell.source)):
            assert len(cells) > position + 3, (
                f"{path.name}: Exercise {heading['number']} needs a stub, a check and an answer"
            )
            stub, check, answers = cells[position + 1 : position + 4]
            yield WrittenExercise(
                path=path,
                number=heading["number"],
                title=heading["title"],
                at=position + 1,
                stub=stub.source,
                check=check.source,
                printed="".join(output.get("text", "") for output in check.get("outputs", [])),
                details=dict(DETAILS.findall(answers.source)),
            )


def namespace_of_lesson(path):
    """What an answer may use: imports, functions and classes of its lesson, run on their own."""
    taken = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    namespace = {}
    for cell in read(path).cells:
        if cell.cell_type == "code" and not re.search(r"^\s*%", cell.source, re.MULTILINE):
            for node in ast.parse(cell.source).body:
                if isinstance(node, taken):
                    exec(compile(ast.Module([node], []), path.name, "exec"), namespace)
    return namespace


def function(source, name, path):
    """Return the function or class ``name`` of the source, as if typed into the lesson."""
    namespace = namespace_of_lesson(path)
    exec(source, namespace)
    return namespace[name]
