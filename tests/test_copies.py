"""The copies for a class: what is taken out, what stays, and that they run."""

import pytest

from tools import copies, links
from tools.lesson import DEEPER, code_cells, exercises
from tools.notebooks import ROOT, has_tag, lessons, read

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


@pytest.fixture(scope="module", params=copies.KINDS)
def copy(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param) / "course"
    copies.write_copy(request.param, folder)
    return folder


def student(path):
    notebook = read(path)
    copies.make_student(notebook)
    return notebook


@each_lesson
def test_a_student_copy_holds_no_output_hint_solution_or_answer(path):
    notebook = student(path)
    assert not any(cell.outputs or cell.execution_count for cell in code_cells(notebook))
    text = "\n".join(cell.source for cell in notebook.cells)
    for word in ("<details>", "<summary>", "Hint 1", "Solution</", "colab.research", "mybinder"):
        assert word not in text
    assert all(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@each_lesson
def test_a_student_copy_keeps_all_code_prompts_exercises_and_questions(path):
    notebook, whole = student(path), read(path)
    assert [c.source for c in code_cells(notebook)] == [c.source for c in code_cells(whole)]
    for mark in ("**Predict first.**", "### Exercise", "**Question ", "## "):
        count = sum(c.source.count(mark) for c in whole.cells if c.cell_type == "markdown")
        assert sum(c.source.count(mark) for c in notebook.cells) >= count > 0, mark


@each_lesson
def test_the_exercises_of_a_student_copy_are_blank(path):
    sources = {cell.source for cell in code_cells(student(path))}
    stubs = [exercise.stub for exercise in exercises(path)]
    assert stubs and set(stubs) <= sources
    assert all("..." in stub for stub in stubs)


@each_lesson
def test_a_live_copy_leaves_most_of_the_code_and_only_takes_what_is_tagged(path):
    notebook = read(path)
    copies.make_live(notebook)
    pairs = list(zip(code_cells(read(path)), code_cells(notebook), strict=True))
    emptied = [before for before, after in pairs if not after.source and before.source]
    assert emptied and all(has_tag(cell, "live") for cell in emptied)
    left = sum(len(after.source.splitlines()) for _, after in pairs)
    assert left >= 0.8 * sum(len(before.source.splitlines()) for before, _ in pairs)


@each_lesson
def test_no_exercise_and_no_cell_that_readers_need_at_the_start_is_left_to_type(path):
    stubs = {exercise.stub for exercise in exercises(path)}
    for number, cell in enumerate(code_cells(read(path))):
        if has_tag(cell, "live"):
            assert number > 1 and cell.source not in stubs
            assert not cell.source.startswith(("check.", "interact("))


def test_a_copy_works_on_its_own(copy):
    """Its links lead somewhere inside it, and everything that installs it is there."""
    for page in [copy / "README.md", *(copy / "notebooks").iterdir()]:
        inside = [t for t in links.Page(page).targets if not links.is_outside(t)]
        faults = [fault for t in inside if (fault := links.dead_end(page, t, copy))]
        assert not faults, "\n".join(faults)
    assert {path.name for path in (copy / "notebooks").iterdir()} == {p.name for p in lessons()}
    assert not list(copy.rglob("__pycache__"))
    assert (copy / "data/boston.csv").read_bytes() == (ROOT / "data/boston.csv").read_bytes()
    (wheel,) = copy.glob("*.whl")
    for name in copies.INSTALLING:
        text = (copy / name).read_text(encoding="utf-8")
        assert f"./{wheel.name}" in text and "-e ." not in text


def lines_of(cells):
    return {line.strip() for cell in cells for line in cell.source.splitlines()}


def own_lines(exercise):
    """The lines of a solution that say something of its own: not what stands above the exercise."""
    given = lines_of(read(exercise.path).cells[: exercise.at + 1])
    written = {line.strip() for line in exercise.solution.splitlines()}
    return {
        line
        for line in written - given
        if len(line) > 20 and not line.startswith(("for ", "while ", "if "))
    }


def test_no_line_of_a_solution_stands_in_a_copy(copy):
    """Nor in the lessons that come later, which go on with what was found."""
    solved = {line: exercise.number for exercise in exercises() for line in own_lines(exercise)}
    assert len(solved) > 40
    for path in copy.rglob("*"):
        if path.suffix == ".ipynb":
            found = lines_of(read(path).cells)
        elif path.is_file() and path.suffix not in (".whl", ".png", ".csv"):
            found = {line.strip() for line in path.read_text(encoding="utf-8").splitlines()}
        else:
            continue
        leaks = [f"{solved[line]}: {line}" for line in found & set(solved)]
        assert not leaks, f"{path.name}\n" + "\n".join(leaks)


def test_a_copy_of_the_core_has_nothing_that_is_deeper(tmp_path):
    folder = tmp_path / "course"
    copies.write_copy("student", folder, only_core=True)
    for path in lessons():
        text = (folder / "notebooks" / path.name).read_text(encoding="utf-8")
        assert "### Go deeper" not in text and f'"{DEEPER}"' not in text
        assert "## What we learned" in text
