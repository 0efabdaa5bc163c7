"""Open a notebook in JupyterLab, run its cells, move its widgets, and say what is wrong."""

import contextlib
import difflib
import json

import nbformat
from playwright.sync_api import TimeoutError as NotInTime

from tests.environments.lab import page
from tools import figures
from tools.notebooks import MEASURES, WIDGET_VIEW, has_tag, text_of

TO_OPEN = 60  # seconds, for a notebook and its kernel, and until a page is drawn
TO_RUN = 180  # for all cells
TO_ANSWER = 30  # for a widget


class NotOpen(Exception):
    """JupyterLab shows no notebook with a kernel."""


def open_and_run(lab, path, stored, pictures=None, to_run=TO_RUN, to_answer=TO_ANSWER):
    """Open a notebook, run all cells and move all widgets.

    Parameters
    ----------
    lab : Lab
    path : Path
        The notebook, inside ``lab.root``.
    stored : NotebookNode
        The notebook with the outputs that are expected.
    pictures : Path, optional
        Screenshots get names that begin with this path. Without it there are none.
    to_run, to_answer : float
        How many seconds all cells, and a widget, may take.

    Returns
    -------
    findings : list of str
        What is wrong; empty if nothing is.
    executed : NotebookNode
        The notebook after the run; None if it did not open.
    """
    executed, findings = None, []
    with page(lab) as (tab, noticed):
        try:
            tab.goto(lab.url(path.relative_to(lab.root).as_posix()))
            findings += first_screen(tab, pictures)
            executed, why = run_all_cells(tab, to_run)
            findings += faults_of_cells(stored, executed, why)
            if not why:
                findings += faults_of_page(tab, "after the run")
                findings += faults_of_widgets(tab, executed, pictures, to_answer)
        except NotOpen as error:
            findings.append(str(error))
        except NotInTime as error:
            findings.append(f"the page does not answer: {error}")
        if (findings or noticed) and pictures:
            tab.screenshot(path=f"{pictures}-failed.png")
    return [*findings, *noticed], executed


def first_screen(tab, pictures=None):
    """Wait until the notebook is open, and look at what a reader sees first."""
    answered = "lesson.isOpen() || document.querySelector('.jp-Dialog')"
    with contextlib.suppress(NotInTime):
        wait_for(tab, answered, TO_OPEN)
    if not tab.evaluate("lesson.isOpen()"):
        shown = tab.evaluate("lesson.faults(true)") or [tab.inner_text("body")[:800]]
        raise NotOpen(f"the notebook does not open, but {shown[0]}")
    finish(tab, "lesson.kernel.info", TO_OPEN)
    findings = faults_of_page(tab, "on the first screen", everywhere=False)
    if pictures:
        tab.screenshot(path=f"{pictures}.png")
    return findings


def faults_of_page(tab, when, everywhere=True):
    """Wait until the page is drawn, and look for what no reader should see."""
    everywhere = json.dumps(everywhere)
    try:
        wait_for(tab, f"lesson.unfinished({everywhere}).length === 0", TO_OPEN)
    except NotInTime:
        reasons = tab.evaluate(f"lesson.unfinished({everywhere})")
        return [f"{when}, after {TO_OPEN} s: {reason}" for reason in reasons]
    return [f"{when} {fault}" for fault in tab.evaluate(f"lesson.faults({everywhere})")]


def wait_for(tab, condition, seconds, argument=None):
    # Four times a second. The default, before each frame, keeps a processor busy with drawing.
    tab.wait_for_function(condition, arg=argument, timeout=seconds * 1000, polling=250)


def finish(tab, promise, seconds):
    """Wait for the promise of an expression in JavaScript; return why it failed, or ''."""
    tab.evaluate(f"() => lesson.start({promise})")
    wait_for(tab, "lesson.isDone", seconds)
    return tab.evaluate("lesson.failure")


def run_all_cells(tab, to_run):
    """Return the notebook after the run, and why the run did not come to its end, or ''."""
    # Otherwise a stored output could be taken for a new one.
    finish(tab, "jupyterapp.commands.execute('notebook:clear-all-cell-outputs')", TO_OPEN)
    cleared = notebook_of(tab).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cleared)
    try:
        why = finish(tab, "lesson.runAllCells()", to_run)
    except NotInTime:
        why = f"it was still running after {to_run} s"
    return notebook_of(tab), why


def notebook_of(tab):
    text = tab.evaluate("JSON.stringify(lesson.panel.content.model.toJSON())")
    return nbformat.reads(text, as_version=4)


def faults_of_cells(stored, executed, why):
    """Compare all cells with what is stored; cells are counted from 1, as JupyterLab does."""
    findings, missing = [], []
    pairs = zip(stored.cells, executed.cells, strict=True)
    for number, (before, after) in enumerate(pairs, start=1):
        if after.cell_type != "code" or not after.source.strip():
            continue
        if after.execution_count is None:
            missing.append(f"cell {number}:\n{after.source}")
        findings += [f"cell {number} {fault}" for fault in faults_of_outputs(after)]
        if after.execution_count is not None and not has_tag(before, MEASURES):
            findings += [f"cell {number} {fault}" for fault in differences(before, after)]
    if why:
        findings.append(f"the run did not end: {why}")
    if missing:
        findings.append(f"cells not executed: {len(missing)}, the first is {missing[0]}")
    return findings


def faults_of_outputs(cell):
    expects_error = has_tag(cell, "raises-exception")
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if expects_error and not errors:
        yield "announces an error and raises none"
    for error in [] if expects_error else errors:
        yield f"raises {error.ename}: {error.evalue}"
    for output in cell.outputs:
        if output.get("name") == "stderr":
            yield f"writes to stderr: {output.text}"


def differences(before, after):
    old, new = text_of(before), text_of(after)
    if old != new:
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "stored", "new", n=1)
        yield "shows another text than stored:\n" + "\n".join(line.rstrip("\n") for line in lines)
    old, new = len(figures.pngs(before.outputs)), len(figures.pngs(after.outputs))
    if old != new:
        yield f"shows {new} figures instead of {old}"


def faults_of_widgets(tab, executed, pictures, to_answer):
    findings = []
    has_widget = [
        position
        for position, cell in enumerate(executed.cells)
        if cell.source.startswith("interact(")
        or any(WIDGET_VIEW in output.get("data", {}) for output in cell.get("outputs", []))
    ]
    for count, position in enumerate(has_widget, start=1):
        finish(tab, f"lesson.show({position})", TO_OPEN)
        findings += [
            f"the widget of cell {position + 1} {fault}"
            for fault in faults_of_widget(tab, position, to_answer)
        ]
        findings += faults_of_page(tab, f"after the widget of cell {position + 1} was moved")
        if pictures:
            tab.evaluate("position => lesson.widget(position)?.scrollIntoView()", position)
            tab.screenshot(path=f"{pictures}-widget-{count}.png")
    return findings


def faults_of_widget(tab, position, to_answer):
    """Move every control of a widget, one after the other; each has to change the picture."""
    cell = tab.locator(f"[data-windowed-list-index='{position}']")
    answered = "([position, picture]) => lesson.hasAnswered(position, picture)"

    def answer(old_picture, fault):
        try:
            wait_for(tab, answered, to_answer, [position, old_picture])
        except NotInTime:
            yield fault
        for text in tab.evaluate("position => lesson.complaintsOfWidget(position)", position):
            yield f"complains: {text}"
        wait_for(tab, "lesson.kernel.status === 'idle'", TO_OPEN)

    yield from answer("", "shows no picture")
    controls = cell.locator(".widget-interact > :not(.widget-output)").all()
    if not controls:
        yield "has nothing to move"
    for control in controls:
        name = control.inner_text().split("\n")[0]
        moves = list(moves_of(control))
        if not moves:
            yield f"has a control that the test cannot move: {name}"
        for move in moves:
            picture = tab.evaluate("position => lesson.pictureOfWidget(position)", position)
            move()
            yield from answer(picture, f"keeps its picture when this is moved: {name}")


def moves_of(control):
    """Yield a function for each thing that can be moved: handles of sliders, lists, boxes."""
    for handle in control.locator(".noUi-handle").all():
        at_end = handle.get_attribute("aria-valuenow") == handle.get_attribute("aria-valuemax")
        key = "ArrowLeft" if at_end else "ArrowRight"
        yield lambda handle=handle, key=key: handle.press(key)
    for choices in control.locator("select").all():
        chosen, count = choices.evaluate("list => [list.selectedIndex, list.options.length]")
        another = (chosen + 1) % count
        yield lambda choices=choices, another=another: choices.select_option(index=another)
    for box in control.locator("input[type=checkbox]").all():
        yield box.click
