"""Every lesson in a real JupyterLab in headless Chromium: blank, and with all exercises solved.

``make browser`` installs what this needs. The screenshots are in ``build/browser``.
"""

import shutil

import pytest
from nbformat import v4

from environments.lab import page, started
from environments.visit import first_screen, open_and_run
from tests.exercises import written_exercises
from tools.notebooks import METADATA, ROOT, lessons, read, text_of, write

NOT_COMPARED = "nbval-ignore-output"
BUILD = ROOT / "build" / "browser"
EXERCISES = written_exercises()


@pytest.fixture(scope="module")
def running_lab(tmp_path_factory):
    shutil.rmtree(BUILD, ignore_errors=True)
    with started(tmp_path_factory.mktemp("lab"), BUILD / "server.log") as lab:
        yield lab


@pytest.fixture
def lab(running_lab):
    """JupyterLab; pytest shows what its server wrote when a test fails."""
    before = running_lab.log.stat().st_size
    yield running_lab
    print(running_lab.log.read_bytes()[before:].decode(errors="replace"))


def solve(lesson, exercises):
    """Put the solutions in; what their checks print is no longer compared."""
    for exercise in exercises:
        lesson.cells[exercise.at].source = exercise.solution
        lesson.cells[exercise.at + 1].metadata.setdefault("tags", []).append(NOT_COMPARED)


def put(lab, folder, name, notebook):
    path = lab.root / folder / name
    path.parent.mkdir(exist_ok=True)
    write(notebook, path)
    return path


@pytest.mark.parametrize("state", ["blank", "solved"])
@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_a_lesson_runs_in_jupyterlab(lab, path, state):
    exercises = [exercise for exercise in EXERCISES if exercise.path == path]
    in_lab = lab.root / "notebooks" / path.name
    stored, says, pictures = read(in_lab), "not attempted yet.", BUILD / path.stem
    if state == "solved":
        solve(stored, exercises)
        in_lab = put(lab, "solved", path.name, stored)
        says, pictures = "correct.", None
    findings, executed = open_and_run(lab, in_lab, stored, pictures)
    assert not findings, "\n".join(findings)
    for exercise in exercises:
        printed = " ".join(text_of(executed.cells[exercise.at + 1]).split())
        assert says in printed, f"Exercise {exercise.number} says: {printed}"


def test_make_lab_opens_the_first_lesson_and_nothing_else(lab):
    with page(lab) as (tab, noticed):
        tab.goto(lab.url())
        findings = first_screen(tab)
        assert tab.evaluate("lesson.tabs()") == ["01_eda_heatmap.ipynb"]
    assert not findings + noticed


DRAW = """\
import sys
import matplotlib.pyplot as plt
from ipywidgets import FloatRangeSlider, interact

def draw(*numbers):
    plt.plot([0, *numbers])
    plt.show()
"""


def code(source, *tags, prints=""):
    outputs = [v4.new_output("stream", text=prints)] if prints else []
    return v4.new_code_cell(source, metadata={"tags": list(tags)}, outputs=outputs)


def widget(source):
    return [code(DRAW), code(source, NOT_COMPARED)]


def script(source):
    lines = "from IPython.display import Javascript, display\n" + f"display(Javascript({source!r}))"
    return [code(lines, NOT_COMPARED)]


def picture(url):
    lines = f"from IPython.display import HTML, display\ndisplay(HTML('<img src=\"{url}\">'))"
    return [code(lines, NOT_COMPARED)]


# Cells, and what has to be said about them.
FAULTS = {
    "no_kernel": ([], "Select Kernel"),
    "error": ([code("1 / 0")], "cell 1 raises ZeroDivisionError: division by zero"),
    "cell_after_an_error": (
        [code("1 / 0"), code("x = 2")],
        "cells not executed: 1, the first is cell 2",
    ),
    "error_that_was_announced": (
        [code("x = 1", "raises-exception")],
        "cell 1 announces an error and raises none",
    ),
    "stderr": ([code("import sys\nprint('hot', file=sys.stderr);", NOT_COMPARED)], "stderr: hot"),
    "kernel_that_dies": (
        [code("import os\nos._exit(1)")],
        "cells not executed: 1, the first is cell 1",
    ),
    "no_end": (
        [code("import time\ntime.sleep(600)")],
        "the run did not end: it was still running after 5 s",
    ),
    "other_text": ([code("print(2)", prints="1\n")], "cell 1 shows another text than stored"),
    "other_number_of_figures": (
        [code(DRAW), code("draw(1)")],
        "cell 2 shows 1 figures instead of 0",
    ),
    "error_in_the_console": (script("console.error('oh')"), "an error in the console: oh"),
    "error_on_the_page": (
        script("setTimeout(() => oh())"),
        "an error on the page: oh is not defined",
    ),
    "picture_from_elsewhere": (
        picture("http://example.org/x.png"),
        "a request leaves the machine: http://example.org/x.png",
    ),
    "socket_to_elsewhere": (
        script("new WebSocket('ws://example.org/x')"),
        "a request leaves the machine: ws://example.org/x",
    ),
    "pop_up": (
        script("jupyterapp.commands.execute('help:about')"),
        "a pop-up covers the page: Version",
    ),
    "missing_picture": ([v4.new_markdown_cell("![oh](x.png)")], "a picture is missing: oh"),
    "wrong_formula": ([v4.new_markdown_cell("$\\frac$")], "a formula is wrong"),
    "control_that_changes_nothing": (
        widget("interact(lambda k, dead: draw(k), k=(0, 3), dead=(0, 3));"),
        "the widget of cell 2 keeps its picture when this is moved: dead",
    ),
    "widget_that_warns_when_moved": (
        widget("interact(lambda k: draw(k) or k > 1 and print('oh', file=sys.stderr), k=(0, 3));"),
        "the widget of cell 2 complains: oh",
    ),
    "widget_that_fails_when_moved": (
        widget("interact(lambda k: draw(1 / (k - 2)), k=(0, 3));"),
        "the widget of cell 2 complains: ---",
    ),
    "widget_without_a_picture": (
        widget("interact(lambda k: print(k), k=(0, 3));"),
        "the widget of cell 2 shows no picture",
    ),
    "control_of_an_unknown_kind": (
        widget("interact(lambda word: draw(len(word)), word='oh');"),
        "the widget of cell 2 has a control that the test cannot move: word",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_reported(lab, fault):
    cells, message = FAULTS[fault]
    notebook = v4.new_notebook(cells=cells, metadata={} if fault == "no_kernel" else METADATA)
    path = put(lab, "faults", f"{fault}.ipynb", notebook)
    findings, _ = open_and_run(
        lab, path, notebook, to_run=5 if fault == "no_end" else 60, to_answer=5
    )
    assert any(message in finding for finding in findings), "\n".join(findings) or "no finding"


def test_every_kind_of_control_is_moved_and_nothing_is_reported(lab):
    controls = "k=(0, 3), at_end=3.0, list=[1, 2], box=True, two=FloatRangeSlider(value=[1, 5])"
    draw = "lambda k, at_end, list, box, two: draw(k, at_end, list, box, *two)"
    notebook = v4.new_notebook(cells=widget(f"interact({draw}, {controls});"), metadata=METADATA)
    path = put(lab, "faults", "none.ipynb", notebook)
    findings, executed = open_and_run(lab, path, notebook)
    assert not findings, "\n".join(findings)
