"""Every lesson in a real JupyterLab in headless Chromium: blank, and with all exercises solved.

``make browser`` installs what this needs. The screenshots are in ``build/browser``.
"""

import copy
import functools

import pytest
from nbformat import v4

from tests.environments.lab import page, started
from tests.environments.visit import first_screen, open_and_run
from tools.lesson import exercises
from tools.my import FOLDER
from tools.notebooks import MEASURES, METADATA, ROOT, lessons, read, text_of, write

BUILD = ROOT / "build" / "browser"


@pytest.fixture(scope="module")
def running_lab(browser, tmp_path_factory, worker_id):
    log = BUILD / f"server-{worker_id}.log"
    with started(tmp_path_factory.mktemp("lab"), log, browser) as lab:
        yield lab


@pytest.fixture
def lab(running_lab):
    """JupyterLab; pytest shows what its server wrote when a test fails."""
    before = running_lab.log.stat().st_size
    yield running_lab
    print(running_lab.log.read_bytes()[before:].decode(errors="replace"))


def solve(lesson, written):
    """Put the solutions in; what their checks print is no longer compared."""
    for exercise in written:
        lesson.cells[exercise.at].source = exercise.solution
        lesson.cells[exercise.at + 1].metadata.setdefault("tags", []).append(MEASURES)


def put(lab, folder, name, notebook):
    path = lab.root / folder / name
    path.parent.mkdir(exist_ok=True)
    write(notebook, path)
    return path


@pytest.mark.parametrize("state", ["blank", "solved"])
@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_a_lesson_runs_in_jupyterlab(lab, path, state):
    in_lab = lab.root / FOLDER / path.name
    written, stored = exercises(in_lab), read(path)
    says, pictures = "not attempted yet.", BUILD / path.stem
    if state == "solved":
        solve(stored, written)
        in_lab = put(lab, "solved", path.name, stored)
        says, pictures = "correct.", None
    findings, executed = open_and_run(lab, in_lab, stored, pictures)
    assert not findings, "\n".join(findings)
    for exercise in written:
        printed = " ".join(text_of(executed.cells[exercise.at + 1]).split())
        assert says in printed, f"Exercise {exercise.number} says: {printed}"


def test_make_lab_opens_the_copy_of_the_first_lesson_and_nothing_else(lab):
    with page(lab) as (tab, noticed):
        tab.goto(lab.url())
        findings = first_screen(tab)
        assert tab.evaluate("lesson.tabs()") == ["01_eda_heatmap.ipynb"]
        assert tab.evaluate("lesson.panel.context.path") == f"{FOLDER}/01_eda_heatmap.ipynb"
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
    return [code(DRAW), code(source, MEASURES)]


def script(source):
    lines = "from IPython.display import Javascript, display\n" + f"display(Javascript({source!r}))"
    return [code(lines, MEASURES)]


def picture(url):
    lines = f"from IPython.display import HTML, display\ndisplay(HTML('<img src=\"{url}\">'))"
    return [code(lines, MEASURES)]


# Each fault has its cells, and what must be said about it; {cell} is the number of the last cell.
# Faults that leave each other alone share a notebook, because to open one takes seconds.
FAULTS_OF_CELLS = {
    "stderr": (
        [code("import sys\nprint('hot', file=sys.stderr)", MEASURES)],
        "cell {cell} writes to stderr: hot",
    ),
    "announced_error_that_does_not_come": (
        [code("x = 1", "raises-exception")],
        "cell {cell} announces an error and raises none",
    ),
    "other_text": ([code("print(2)", prints="1\n")], "cell {cell} shows another text than stored"),
    "other_number_of_figures": (
        [code(DRAW), code("draw(1)")],
        "cell {cell} shows 1 figures instead of 0",
    ),
    "error_in_the_console": (script("console.error('oh')"), "an error in the console: oh"),
    "error_on_the_page": (script("setTimeout(() => oh())"), "an error on the page: oh is not"),
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
}
FAULTS_OF_WIDGETS = {
    "control_that_changes_nothing": (
        widget("interact(lambda k, dead: draw(k), k=(0, 3), dead=(0, 3));"),
        "the widget of cell {cell} keeps its picture when this is moved: dead",
    ),
    "widget_that_warns_when_moved": (
        widget("interact(lambda k: draw(k) or k > 1 and print('oh', file=sys.stderr), k=(0, 3));"),
        "the widget of cell {cell} complains: oh",
    ),
    "widget_that_fails_when_moved": (
        widget("interact(lambda k: draw(1 / (k - 2)), k=(0, 3));"),
        "the widget of cell {cell} complains: ---",
    ),
    "widget_without_a_picture": (
        widget("interact(lambda k: print(k), k=(0, 3));"),
        "the widget of cell {cell} shows no picture",
    ),
    "control_of_an_unknown_kind": (
        widget("interact(lambda word: draw(len(word)), word='oh');"),
        "the widget of cell {cell} has a control that the test cannot move: word",
    ),
}
FAULTS_THAT_END_A_RUN = {
    "error": ([code("1 / 0")], "cell {cell} raises ZeroDivisionError: division by zero"),
    "cell_after_an_error": ([code("x = 2")], "cells not executed: 1, the first is cell {cell}"),
}
KERNEL_THAT_DIES = {
    "kernel_that_dies": (
        [code("import os\nos._exit(1)")],
        "cells not executed: 1, the first is cell {cell}",
    ),
}
NO_END = {
    "no_end": (
        [code("import time\ntime.sleep(600)")],
        "the run did not end: it was still running after 5 s",
    ),
}
NO_KERNEL = {
    "no_kernel": ([], "the notebook does not open, but a pop-up covers the page: Select Kernel"),
}
NOTEBOOKS_WITH_FAULTS = [
    FAULTS_OF_CELLS,
    FAULTS_OF_WIDGETS,
    FAULTS_THAT_END_A_RUN,
    KERNEL_THAT_DIES,
    NO_END,
    NO_KERNEL,
]


@pytest.fixture(scope="module")
def reported(running_lab):
    """What is found in each notebook with faults, and what must be said about each fault."""

    @functools.cache
    def report(number):
        cells, messages = [], {}
        for fault, (new, message) in NOTEBOOKS_WITH_FAULTS[number].items():
            cells += copy.deepcopy(new)
            messages[fault] = message.format(cell=len(cells))
        faults = NOTEBOOKS_WITH_FAULTS[number]
        notebook = v4.new_notebook(cells=cells, metadata={} if faults is NO_KERNEL else METADATA)
        path = put(running_lab, "faults", f"{number}.ipynb", notebook)
        to_run = 5 if faults is NO_END else 60
        findings, _ = open_and_run(running_lab, path, notebook, to_run=to_run, to_answer=5)
        return findings, messages

    return report


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        pytest.param(number, fault, id=fault, marks=pytest.mark.xdist_group(f"faults {number}"))
        for number, faults in enumerate(NOTEBOOKS_WITH_FAULTS)
        for fault in faults
    ],
)
def test_a_fault_is_reported(reported, number, fault):
    findings, messages = reported(number)
    assert any(messages[fault] in finding for finding in findings), "\n".join(findings)


def test_every_kind_of_control_is_moved_and_nothing_is_reported(lab):
    controls = "k=(0, 3), at_end=3.0, list=[1, 2], box=True, two=FloatRangeSlider(value=[1, 5])"
    draw = "lambda k, at_end, list, box, two: draw(k, at_end, list, box, *two)"
    notebook = v4.new_notebook(cells=widget(f"interact({draw}, {controls});"), metadata=METADATA)
    path = put(lab, "faults", "none.ipynb", notebook)
    findings, _ = open_and_run(lab, path, notebook)
    assert not findings, "\n".join(findings)
