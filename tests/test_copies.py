"""The copies for a class: what is taken out, what stays, and that they run."""

import pytest

from tools import copies, links
from tools.lesson import code_cells, exercises
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
    assert any(has_tag(cell, copies.ABOUT_OUTPUTS) for cell in read(path).cells)
    notebook = student(path)
    assert not any(cell.outputs or cell.execution_count for cell in code_cells(notebook))
    text = "\n".join(cell.source for cell in notebook.cells)
    for word in ("<details>", "<summary>", "Hint 1", "Solution</", "colab.research", "mybinder"):
        assert word not in text
    assert "earlier run" not in text and "Clear Outputs" not in text
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
    for name in ("helpers/datasets.py", "data/boston.csv", "requirements.txt"):
        assert (copy / name).read_bytes() == (ROOT / name).read_bytes()
