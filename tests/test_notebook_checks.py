"""Does the check of the notebooks catch what it has to catch?

Here a *fault* is put into a copy of a small notebook, and pytest runs on all copies at once.
"""

import asyncio
import base64
import io
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
import zmq.asyncio
from jupyter_client.session import Session
from PIL import Image, ImageDraw

from tools import figures
from tools.notebooks import (
    ROOT,
    NotebookError,
    PatientChannel,
    execute,
    lessons,
    measurements,
    read,
    write,
)


def outputs_of_type(cell, mime):
    return [output for output in cell.get("outputs", []) if mime in output.get("data", {})]


def first_cell_with(notebook, mime):
    return next(cell for cell in notebook.cells if outputs_of_type(cell, mime))


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A small notebook with a text, a table and a figure, and its outputs."""
    path = never_run(tmp_path_factory.mktemp("stored") / "small.ipynb", SMALL)
    execute(path)
    return path


def other_digit(text):
    """The same text with its last digit changed."""
    return re.sub(r"(\d)(?=\D*$)", lambda digit: str((int(digit[1]) + 1) % 10), text)


def change_text(notebook):
    cell = first_cell_with(notebook, "text/plain")
    data = outputs_of_type(cell, "text/plain")[0].data
    data["text/plain"] = other_digit(data["text/plain"])
    return cell


def change_table(notebook):
    cell = first_cell_with(notebook, "text/html")
    data = outputs_of_type(cell, "text/html")[0].data
    before, value, after = re.split(r"(<td>[^<]*\d</td>)", data["text/html"], maxsplit=1)
    data["text/html"] = before + other_digit(value) + after
    return cell


def change_figure(notebook):
    """Make one bar taller: one small rectangle in the middle of the figure."""
    cell = first_cell_with(notebook, "image/png")
    data = outputs_of_type(cell, "image/png")[0].data
    picture = decoded(data["image/png"])
    x, y = picture.width // 2, picture.height // 2
    ImageDraw.Draw(picture).rectangle((x, y, x + 8, y + 12), fill="black")
    data["image/png"] = encoded(picture)
    return cell


def strip(notebook):
    cell = first_cell_with(notebook, "text/plain")
    cell.outputs = []
    cell.execution_count = None
    return cell


def warn(notebook):
    cell = first_cell_with(notebook, "text/plain")
    cell.source = "import warnings\nwarnings.warn('on the way')\n" + cell.source
    return cell


def warn_where_output_is_ignored(notebook):
    cell = warn(notebook)
    cell.metadata["tags"] = ["nbval-ignore-output"]
    return cell


def store_stderr(notebook):
    """The new run and the stored one agree, and both write to stderr."""
    cell = first_cell_with(notebook, "text/plain")
    cell.source = "import sys\nprint('trouble', file=sys.stderr)\n" + cell.source
    cell.outputs.insert(0, nbformat.v4.new_output("stream", name="stderr", text="trouble\n"))
    return cell


def reach_the_network(notebook):
    """By its number, so that it needs no name server; and the error is caught."""
    cell = first_cell_with(notebook, "text/plain")
    cell.source = (
        "import contextlib, urllib.request\n"
        "with contextlib.suppress(Exception):\n"
        "    urllib.request.urlopen('http://192.0.2.1', timeout=1)\n" + cell.source
    )
    return cell


def kill_the_kernel(notebook):
    """In the last cell; those below would fail as well."""
    cell = notebook.cells[-1]
    cell.source = "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\n" + cell.source
    return cell


def compress_figure_again(notebook):
    """No fault: other bytes, the same picture."""
    data = outputs_of_type(first_cell_with(notebook, "image/png"), "image/png")[0].data
    before = data["image/png"]
    data["image/png"] = encoded(decoded(before), compress_level=1)
    assert data["image/png"] != before


def decoded(png):
    return Image.open(io.BytesIO(base64.b64decode(png)))


def encoded(picture, **options):
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", **options)
    return base64.b64encode(buffer.getvalue()).decode()


# Each fault, and what the message about it says.
FAULTS = {
    change_text: "mismatch 'text/plain'",
    change_table: "mismatch 'text/html'",
    change_figure: "Figure 1 of the cell differs: RMS",
    strip: "never run",
    warn: "Unexpected output fields from running code: {'stderr'}",
    warn_where_output_is_ignored: "writes to stderr",
    store_stderr: "writes to stderr",
    reach_the_network: "tries to reach '192.0.2.1'",
    kill_the_kernel: "The kernel died while this cell ran: by signal SIGTERM.",
}


@pytest.fixture(scope="module")
def report(stored, tmp_path_factory):
    """For each copy: the number of its faulty cell, and the failure message of each cell."""
    folder = tmp_path_factory.mktemp("notebooks")
    faulty = {}
    for fault in (compress_figure_again, *FAULTS):
        notebook = read(stored)
        cell = fault(notebook)
        write(notebook, folder / f"{fault.__name__}.ipynb")
        code = [c for c in notebook.cells if c.cell_type == "code"]
        faulty[fault.__name__] = code.index(cell) if cell else None
    results = folder / "results.xml"
    # The copies lie outside the checkout, so its settings and its conftest.py have to be named.
    options = ["-c", ROOT / "pyproject.toml", "-p", "conftest", "-p", "no:cacheprovider"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, f"--junit-xml={results}", folder],
        cwd=ROOT,
        env={key: os.environ[key] for key in os.environ if not key.startswith("PYTEST_")},
        capture_output=True,
    )
    messages = {name: {} for name in faulty}
    for case in ElementTree.parse(results).iter("testcase"):
        name = case.get("classname").removesuffix(".ipynb").rpartition(".")[2]
        number = int(case.get("name").removeprefix("Cell "))
        messages[name][number] = case.findtext("failure", "")
    return faulty, messages


def test_untouched_notebook_passes(report):
    _, messages = report
    assert len(messages["compress_figure_again"]) == len(SMALL)
    assert set(messages["compress_figure_again"].values()) == {""}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_fault_is_caught_in_its_cell_alone(report, fault):
    if fault is change_figure and (reason := figures.other_versions()):
        pytest.skip(f"figures are not compared: {reason}")
    faulty, messages = report
    failed = {n: text for n, text in messages[fault.__name__].items() if text}
    assert list(failed) == [faulty[fault.__name__]]
    (message,) = failed.values()
    assert FAULTS[fault] in message


def test_figure_that_differs_is_saved_beside_the_stored_one(report):
    if reason := figures.other_versions():
        pytest.skip(f"figures are not compared: {reason}")
    faulty, messages = report
    saved = re.findall(r"^/.*\.png$", messages["change_figure"][faulty["change_figure"]], re.M)
    stored, new = (Path(path).read_bytes() for path in saved)
    assert figures.difference(stored, new)


# Storing outputs


LESSON = {
    "import": "import matplotlib.pyplot as plt\nimport pandas as pd",
    "text": "[20, 21]",
    "table": "pd.DataFrame({'x': [1, 2]})",
    "figure": "plt.bar([1, 2], [1, 2]);",
    "streams": "import time\nfor i in range(3):\n    print(i, flush=True); time.sleep(0.05)",
    "history": "Out[3]",
    "widget": "import ipywidgets\nipywidgets.interact(lambda k: k, k=(1, 3));",
    "error": "from helpers.losses import l1_loss\nl1_loss([1], [1, 2])",
    "measured": "time.perf_counter()",
    "empty": "",
}
SMALL = ["import", "text", "table", "figure"]


def never_run(path, names):
    """Write a notebook with these cells of LESSON to ``path``."""
    notebook = nbformat.v4.new_notebook(
        metadata={"language_info": {"name": "python", "version": "3"}}
    )
    for name in names:
        cell = nbformat.v4.new_code_cell(LESSON[name], id=name)
        if name in ("widget", "measured"):
            cell.metadata["tags"] = ["nbval-ignore-output"]
        if name == "error":
            cell.metadata["tags"] = ["raises-exception"]
        notebook.cells.append(cell)
    write(notebook, path)
    return path


@pytest.fixture
def lesson(tmp_path):
    return never_run(tmp_path / "lesson.ipynb", LESSON)


@pytest.fixture
def quick_lesson(tmp_path):
    """Without the packages that take a second to import."""
    return never_run(tmp_path / "lesson.ipynb", ["streams", "measured", "empty"])


def test_a_message_that_the_poll_oversleeps_is_there_after_a_second(monkeypatch):
    class SleepySocket(zmq.asyncio.Socket):
        async def poll(self, timeout):
            await asyncio.sleep(timeout / 1000)
            return True

    async def receive():
        with zmq.asyncio.Context() as context, SleepySocket(context, zmq.PAIR) as socket:
            channel = PatientChannel(socket, Session())
            monkeypatch.setattr(channel, "_recv", partial(asyncio.sleep, 0, "a message"))
            return await asyncio.wait_for(channel.get_msg(timeout=60), timeout=5)

    assert asyncio.run(receive()) == "a message"


def test_executing_twice_changes_no_byte(lesson):
    if reason := figures.other_versions():
        pytest.skip(f"old versions write the number of the process into tracebacks: {reason}")
    execute(lesson)
    once = lesson.read_bytes()
    execute(lesson)
    assert lesson.read_bytes() == once


def test_only_what_stays_the_same_is_stored(lesson):
    execute(lesson)
    notebook = read(lesson)
    cells = {cell.id: cell for cell in notebook.cells}
    assert [cell.execution_count for cell in notebook.cells] == [*range(1, 10), None]
    assert [output.text for output in cells["streams"].outputs] == ["0\n1\n2\n"]
    assert cells["history"].outputs[0].data == cells["table"].outputs[0].data
    assert cells["widget"].outputs == []
    assert str(ROOT) not in "".join(cells["error"].outputs[0].traceback)
    assert "helpers/losses.py" in "".join(cells["error"].outputs[0].traceback)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.language_info == {"name": "python"}


def test_cells_without_id_get_the_same_id_each_time(lesson):
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(re.sub(r'\n *"id": "\w+",', "", text), encoding="utf-8")
    ids = [cell.id for cell in read(lesson).cells]
    assert len(set(ids)) == len(LESSON)
    assert ids == [cell.id for cell in read(lesson).cells]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import warnings; warnings.warn('look')", "UserWarning: look"),
    ],
)
def test_a_notebook_with_a_bad_cell_is_not_stored(quick_lesson, source, message):
    execute(quick_lesson)
    notebook = read(quick_lesson)
    notebook.cells[1].source = source
    write(notebook, quick_lesson)
    before = quick_lesson.read_bytes()
    with pytest.raises(NotebookError, match=rf"lesson.ipynb, cell \[2\][^$]*{message}"):
        execute(quick_lesson)
    assert quick_lesson.read_bytes() == before
    assert list(quick_lesson.parent.iterdir()) == [quick_lesson]


def measured_value(path):
    return next(cell for cell in read(path).cells if cell.id == "measured").outputs[0].data


def test_measurements_are_kept_until_the_code_before_them_changes(quick_lesson):
    execute(quick_lesson)
    first = measured_value(quick_lesson)

    notebook = read(quick_lesson)
    notebook.cells[-1].source = "'a change after the measurement'"
    write(notebook, quick_lesson)
    execute(quick_lesson)
    assert measured_value(quick_lesson) == first

    notebook = read(quick_lesson)
    notebook.cells[0].source += "\n"
    write(notebook, quick_lesson)
    execute(quick_lesson)
    second = measured_value(quick_lesson)
    assert second != first

    execute(quick_lesson, measure_again=True)
    assert measured_value(quick_lesson) != second


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_stored_measurements_belong_to_the_code_of_the_lesson(path):
    for cell, digest in measurements(read(path)):
        assert cell.metadata.get("measured") == digest, (
            f"The code changed after this cell measured. Run: make notebooks\n{cell.source}"
        )
