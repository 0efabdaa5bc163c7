"""Lessons run on what learners wrote, and show the same. In two files, for two workers."""

import pytest

from helpers.check.exercise import STRICT
from tests.solving import check_outputs, solved
from tools.notebooks import OTHER_PROCESSOR, lessons, read, run

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


@each_lesson
def test_a_solved_lesson_runs_and_shows_the_same_as_a_blank_one(path, monkeypatch):
    """On another processor, too: what differs there must not be shown."""
    notebook, states = solved(path, lambda ways: ways[0])
    monkeypatch.setenv(STRICT, "1")
    run(notebook, path, **OTHER_PROCESSOR)
    check_outputs(read(path), notebook, states)


@pytest.mark.parametrize("way", range(1, 5))
def test_lesson_3_runs_on_the_functions_of_five_learners(way):
    """The solution is the fifth. The last one counts in loops of Python, and is slow."""
    (path,) = (path for path in lessons() if path.stem.startswith("03"))
    notebook, states = solved(path, lambda ways: ways[way])
    run(notebook, path)
    check_outputs(read(path), notebook, states)
