"""What can happen on the way: cells run twice, cells interrupted, data files broken.

The lessons run in a read-only copy of all tracked files, with an empty home, and both are compared
afterwards with what they were. ``ROUNDS=10`` interrupts each cell at ten moments instead of one.
"""

import ast
import os
import random
import shutil
import subprocess
import sys
import time

import pytest
from nbformat.v4 import new_code_cell, new_output

from helpers.datasets import FILES
from tests.environments import kernel as kernels
from tests.environments.kernel import Kernel, fault, is_interrupted
from tools.notebooks import KERNEL_ENVIRONMENT, ROOT, lessons, read

ROUNDS = int(os.environ.get("ROUNDS", "1"))
QUICK = 0.2  # seconds: a quicker cell is interrupted at a call that it makes, others at a time
ATTEMPTS = 6  # each one half as late as the one before
HISTORY = ".ipython"  # where IPython keeps in the reader's home what was typed

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code" and cell.source]


# A place to run in


@pytest.fixture(scope="session")
def font_list(tmp_path_factory):
    """The folder in which matplotlib keeps its list of fonts; it takes long to make."""
    folder = tmp_path_factory.mktemp("matplotlib")
    command = [sys.executable, "-c", "import matplotlib.font_manager"]
    subprocess.run(command, env=os.environ | {"MPLCONFIGDIR": str(folder)}, check=True)
    return folder


@pytest.fixture
def place(tmp_path, font_list):
    """A folder with a home, a folder for temporary files, and a read-only checkout."""
    answer = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, f"These tests need a checkout made with git. {answer.stderr}"
    names = [name for name in answer.stdout.split("\0") if (ROOT / name).is_file()]
    checkout = tmp_path / "checkout"
    for name in names:
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, checkout / name)
    shutil.copytree(font_list, tmp_path / "home" / "matplotlib")
    (tmp_path / "temporary").mkdir()
    allow_writing(checkout, False)
    yield tmp_path
    allow_writing(checkout, True)


def allow_writing(folder, allowed):
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o755 if path.is_dir() else 0o644) & (0o777 if allowed else 0o555))


def kernel_of(place, **environment):
    """A kernel in the notebooks of a place, which takes the helpers from there."""
    home = place / "home"
    return Kernel(
        place / "checkout" / "notebooks",
        PYTHONPATH=str(place / "checkout"),
        PYTHONDONTWRITEBYTECODE="1",
        HOME=str(home),
        USERPROFILE=str(home),
        IPYTHONDIR=str(home / HISTORY),
        MPLCONFIGDIR=str(home / "matplotlib"),
        TMPDIR=str(place / "temporary"),
        **{f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "CONFIG", "DATA")},
        **environment,
    )


def contents(place):
    """All files and folders of a place, with the bytes of the files."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes() if path.is_file() else "a folder"
        for path in place.rglob("*")
    }


def changes(before, place):
    """What has become of the files of a place, the history in its home aside."""
    after = contents(place)
    states = {
        name: "gone" if name not in after else "new" if name not in before else "changed"
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name) and not name.startswith(f"home/{HISTORY}")
    }
    return [f"{name} is {state}" for name, state in states.items()]


# Cells run twice


def run_twice(kernel, cells):
    """Run each cell twice in a row. Return what was not as stored."""
    return [
        f"Cell [{cell.execution_count}], run the {turn} time: {what}\n\n{cell.source}"
        for cell in cells
        for turn in ("first", "second")
        if (what := fault(cell, kernel.run(cell.source)))
    ]


class TestCellsRunTwice:
    @each_lesson
    def test_each_cell_shows_the_stored_outputs_both_times_and_leaves_no_file(self, path, place):
        before = contents(place)
        with kernel_of(place) as kernel:
            faults = run_twice(kernel, code_cells(path))
            assert imported_from(kernel, place)
        assert not faults, "\n\n".join(faults)
        assert not changes(before, place)


def imported_from(kernel, place):
    path = kernel.ask("import helpers\nprint(helpers.__file__)")
    return path.startswith(str(place / "checkout"))


# Cells interrupted


def measure(kernel, cells):
    """Return for each cell how many seconds it takes, and how many calls if it is quick."""
    found = {}
    for cell in cells:
        seconds = seconds_of(kernel, cell)
        if QUICK < seconds < 5 * QUICK:  # the first time, packages are imported on the way
            seconds = seconds_of(kernel, cell)
        found[cell.id] = seconds, kernel.count_calls(cell.source) if seconds < QUICK else None
    return found


def seconds_of(kernel, cell):
    begin = time.monotonic()
    kernel.run(cell.source)
    return time.monotonic() - begin


def interrupt(kernel, cell, seconds, calls, rng):
    """Run a cell until an interrupt stops it. Return whether one did, and what else was wrong."""
    for attempt in range(ATTEMPTS if calls != 0 else 0):
        share = rng.uniform(0.05, 0.95) / 2**attempt
        if calls is None:
            outputs = kernel.run(cell.source, interrupt_after=share * seconds)
        else:
            outputs = kernel.interrupt_at_call(cell.source, 1 + int(share * calls))
        if is_interrupted(outputs):
            return True, ""
        # Too late; or Python and its extensions made another error or a line on stderr of it.
        reported = any(output.output_type == "error" for output in outputs) or any(
            "KeyboardInterrupt" in output.get("text", "") for output in outputs
        )
        if not reported and (what := fault(cell, outputs)):
            return False, what
    return False, ""


def interrupt_each(kernel, cells, work, rng):
    """Interrupt each cell and run it again. Return what was wrong, and what was not interrupted."""
    faults, missed = [], []
    for position, cell in enumerate(cells):
        label = f"Cell [{cell.execution_count}]"
        stopped, what = interrupt(kernel, cell, *work[cell.id], rng)
        if what:
            faults.append(f"{label} hides that it was interrupted: {what}\n\n{cell.source}")
        if not stopped and work[cell.id][1] != 0:
            missed.append(label)
        if stopped and is_import_cell(cell):
            # Half-imported packages stay broken. Lesson 1 says so, and what to do.
            kernel.restart()
            for earlier in cells[:position]:
                kernel.run(earlier.source)
        if what := fault(cell, kernel.run(cell.source)):
            faults.append(f"{label}, run again after an interrupt: {what}\n\n{cell.source}")
    return faults, missed


# Python closes a file that an interrupt left open some time later, with a warning to developers.
LEFT_OPEN = {
    "PYTHONWARNINGS": f"{KERNEL_ENVIRONMENT.get('PYTHONWARNINGS', 'default')},ignore::ResourceWarning"
}


def is_import_cell(cell):
    return "plots.use_style()" in cell.source


class TestCellsInterrupted:
    @each_lesson
    def test_each_cell_run_again_shows_the_stored_outputs_and_leaves_no_file(self, path, place):
        cells = code_cells(path)
        before = contents(place)
        with kernel_of(place) as kernel:
            work = measure(kernel, cells)
        for number in range(ROUNDS):
            with kernel_of(place, **LEFT_OPEN) as kernel:
                rng = random.Random(f"{path.stem} {number}")
                faults, missed = interrupt_each(kernel, cells, work, rng)
                assert imported_from(kernel, place)
            assert not faults, f"Round {number}\n\n" + "\n\n".join(faults)
            working = [cell for cell in cells if work[cell.id][1] != 0]
            assert len(missed) <= 0.1 * len(working), f"Not interrupted: {', '.join(missed)}"
        assert not changes(before, place)

    def test_lesson_1_says_what_to_do_when_the_cell_of_imports_was_stopped(self):
        prose = [cell.source for cell in read(lessons()[0]).cells if cell.cell_type == "markdown"]
        assert any("imports" in text and "*Restart Kernel" in text for text in prose)


# Broken data files


def take_away(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def cut_off(path):
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b",", len(content) // 2)])


def cut_off_after_a_row(path):
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:101]))


def write_a_text(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[4].split(",")
    lines[4] = ",".join([*cells[:2], "many", *cells[3:]])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


# Each fault, and what the message says of it.
DATA_FAULTS = {
    take_away: ("FileNotFoundError", "is missing. Get it again: git restore"),
    empty: ("ValueError", "it is empty. Get it again: git restore"),
    cut_off: ("ValueError", "it ends after row"),
    cut_off_after_a_row: ("ValueError", "it has 100 rows instead of"),
    write_a_text: ("ValueError", ": 'many' is not a number. Get it again: git restore"),
}


def identities(kernel, cell):
    """The names that a cell assigns, as far as they are there, each with the id of its value."""
    nodes = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)]
    names = sorted({node.id for node in nodes if isinstance(node.ctx, ast.Store)})
    return kernel.ask(f"print({{name: id(user[name]) for name in {names} if name in user}})")


class TestBrokenData:
    @each_lesson
    def test_a_reading_cell_says_what_is_wrong_and_works_once_the_file_is_right(self, path, place):
        cells = code_cells(path)
        reading = [cell for cell in cells if "data_path(" in cell.source]
        assert reading
        allow_writing(place / "checkout" / "data", True)
        with kernel_of(place) as kernel:
            for cell in cells[:2]:
                assert not fault(cell, kernel.run(cell.source))
            assert imported_from(kernel, place)
            for cell in reading:
                (name,) = [file for file in FILES if file in cell.source]
                file = place / "checkout" / "data" / name
                assert identities(kernel, cell) == "{}\n"
                for spoil, expected in DATA_FAULTS.items():
                    before, right = identities(kernel, cell), file.read_bytes()
                    spoil(file)
                    check_refusal(kernel.run(cell.source), file, *expected)
                    assert identities(kernel, cell) == before
                    file.write_bytes(right)
                    assert not fault(cell, kernel.run(cell.source))


def check_refusal(outputs, file, name, text):
    assert [output.output_type for output in outputs] == ["error"], outputs
    assert outputs[0].ename == name
    assert outputs[0].evalue.startswith(f"The data file {file} ")
    assert text in outputs[0].evalue


# Do the checks catch what they have to catch?


def notebook(*sources_and_results):
    """Code cells with a stored result each, or with none."""
    cells = []
    for number, (source, result) in enumerate(sources_and_results, start=1):
        cells.append(new_code_cell(source, id=f"cell-{number}", execution_count=number))
        if result is not None:
            output = new_output("execute_result", {"text/plain": result}, execution_count=number)
            cells[-1].outputs.append(output)
    return cells


def interrupt_one(place, cell):
    """Interrupt a cell that makes about a thousand calls."""
    with kernel_of(place) as kernel:
        return interrupt_each(kernel, [cell], {cell.id: (0.1, 900)}, random.Random(0))


class TestTheChecksThemselves:
    def test_a_cell_that_counts_up_is_caught_when_it_is_run_twice(self, place):
        cells = notebook(("n = 0", None), ("n += 1\nn", "1"))
        with kernel_of(place) as kernel:
            (what,) = run_twice(kernel, cells)
        assert what.startswith(
            "Cell [2], run the second time: stored:\n[('text/plain', '1')]\nnow:"
        )

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("import sys\nprint('mind', file=sys.stderr)", "it writes to stderr:\nmind"),
            ("import warnings\nwarnings.warn('mind')", "it writes to stderr:"),
            ("1 / 0", "now:\n[('ZeroDivisionError', 'division by zero')]"),
            ("import matplotlib.pyplot as plt\nplt.figure();", "now:\n[('text/plain', '<Figure"),
        ],
        ids=["stderr", "warning", "error", "figure"],
    )
    def test_a_cell_that_shows_something_new_is_caught(self, source, expected, place):
        with kernel_of(place) as kernel:
            faults = run_twice(kernel, notebook((source, None)))
        assert len(faults) == 2
        assert all(expected in what for what in faults)

    def test_a_cell_that_leaves_or_changes_a_file_is_caught(self, place):
        allow_writing(place / "checkout", True)
        before = contents(place)
        source = "open('left.txt', 'w').close()\nopen('../README.md', 'a').write('!');"
        at_home = (
            "import os, pathlib\nos.remove('../LICENSE')\n(pathlib.Path.home() / 'mine').mkdir()"
        )
        with kernel_of(place) as kernel:
            kernel.run(source)
            kernel.run(at_home)
        assert changes(before, place) == [
            "checkout/LICENSE is gone",
            "checkout/README.md is changed",
            "checkout/notebooks/left.txt is new",
            "home/mine is new",
        ]

    def test_a_cell_that_takes_an_interrupt_for_a_wrong_answer_is_caught(self, place):
        source = """\
answer = "correct"
try:
    for i in range(1000):
        len(str(i))
except BaseException:
    answer = "not yet"
answer"""
        faults, _ = interrupt_one(place, *notebook((source, "'correct'")))
        assert faults[0].startswith("Cell [1] hides that it was interrupted: stored:")
        assert "'not yet'" in faults[0]

    def test_a_cell_that_goes_on_with_what_is_half_done_is_caught(self, place):
        source = """\
if "squares" not in globals():
    squares = []
    for i in range(1000):
        squares.append(i * i)
len(squares)"""
        (what,), missed = interrupt_one(place, *notebook((source, "1000")))
        assert what.startswith("Cell [1], run again after an interrupt: stored:")
        assert not missed

    def test_a_cell_at_work_is_interrupted_and_the_next_one_works(self, place):
        with kernel_of(place) as kernel:
            assert is_interrupted(kernel.run("while True:\n    pass", interrupt_after=0.1))
            assert not fault(*notebook(("1 + 1", "2")), kernel.run("1 + 1"))

    def test_a_cell_without_end_is_given_up_with_its_source(self, place, monkeypatch):
        with kernel_of(place) as kernel:
            monkeypatch.setattr(kernels, "PATIENCE", 1)
            with pytest.raises(TimeoutError, match=r"(?s)Waited 1 s .* end of this cell:\nwhile"):
                kernel.run("while True:\n    pass")
