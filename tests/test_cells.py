"""A check knows which text it judges, and right, not yet and not attempted look different."""

import re

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from helpers.check import cells
from helpers.check.marks import LOOKS, Message

RIGHT = "def my_l1_loss(y, y_hat):\n    return np.mean(np.abs(y_hat - y))"
WRONG = "def my_l1_loss(y, y_hat):\n    return np.mean(y_hat - y)"
BROKEN = "def my_l1_loss(y, y_hat)\n    return np.mean(np.abs(y_hat - y))"
MISSPELLED = RIGHT.replace("my_l1_loss", "my_l1_los")
LATER_ERROR = f"{RIGHT}\n\nmy_l1_loss(1)"


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """A function that runs a cell and returns the text that it shows."""
    shell = InteractiveShell.instance(
        config=Config({"HistoryManager": {"enabled": False}}), ipython_dir=str(tmp_path)
    )
    monkeypatch.setattr(cells, "runs", [])
    shell.events.register("post_run_cell", cells.remember)

    def run(source, cell=None):
        with capture_output() as captured:
            shell.run_cell(source, cell_id=cell)
        shown = [output.data["text/plain"] for output in captured.outputs]
        return " ".join([*shown, captured.stdout])

    def check(answer_cells):
        run("import numpy as np\nfrom helpers import check")
        for cell, source in answer_cells:
            run(source, cell)
        return " ".join(run("l1_loss = check.l1_loss(my_l1_loss)", "check").split())

    check.run = run
    yield check
    shell.restore_sys_module_state()
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("cell", ["a", None], ids=["cells with ids", "without"])
@pytest.mark.parametrize(
    ("source", "error"), [(BROKEN, "SyntaxError"), (LATER_ERROR, "TypeError")], ids=["text", "run"]
)
def test_a_check_says_that_the_cell_of_the_answer_failed(notebook, cell, source, error):
    said = notebook([(cell, WRONG), (cell, source)])
    assert f"The cell that defines my_l1_loss stopped with {error}" in said
    assert "not yet" in said and "sign" not in said


def test_a_check_says_that_the_cell_of_the_answer_defined_another_name(notebook):
    said = notebook([("a", WRONG), ("a", MISSPELLED)])
    assert "it defined my_l1_los, not my_l1_loss" in said and "sign" not in said


def test_an_answer_that_was_corrected_is_judged(notebook):
    assert "correct." in notebook([("a", WRONG), ("a", BROKEN), ("a", RIGHT)])
    assert "correct." in notebook([("a", RIGHT), ("b", MISSPELLED)])
    assert "The sign is still there" in notebook([("a", RIGHT), ("a", WRONG)])


def test_the_lesson_goes_on_with_the_learners_function_if_it_is_right_and_else_with_ours(notebook):
    said = notebook([("a", RIGHT)])
    assert said.endswith("From here on the lesson uses yours.")
    assert notebook.run("print(l1_loss is my_l1_loss)") == "True\n"
    said = notebook([("a", WRONG)])
    assert said.endswith("Until it is right, the lesson uses a version of its own.")
    shown = notebook.run(
        "print(l1_loss is my_l1_loss, l1_loss(np.array([1, 2]), np.array([2, 1])))"
    )
    assert shown == "False 1.0\n"


@pytest.mark.parametrize("state", LOOKS)
def test_a_message_has_a_mark_and_a_colour_of_its_own_and_its_text_says_all(state):
    message = Message(state, f"Exercise 0.1: {state} <b>.")
    page = message._repr_html_()
    mark, colour = LOOKS[state]
    assert page.count(mark) == 1 and colour in page
    assert "&lt;b&gt;" in page, "what a learner wrote is no HTML"
    assert re.sub("<[^>]+>", "", page).replace("&lt;", "<").replace("&gt;", ">") == (
        f"{mark} {message!r}"
    )
    assert len({mark for mark, _ in LOOKS.values()}) == len(LOOKS)
