"""The core of a lesson needs nothing that goes deeper, and no exercise of which another is solved."""

import itertools

import pytest

from tests.solving import check_outputs, solved
from tools.lesson import core
from tools.notebooks import lessons, read, run

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


@each_lesson
def test_the_core_alone_half_solved_shows_the_same_too(path):
    """No core cell needs a deeper one, nor an exercise that is still blank."""
    turn = itertools.count()
    notebook, states = solved(path, lambda ways: ways[-1] if next(turn) % 2 else "")
    notebook = core(notebook)
    run(notebook, path)
    check_outputs(core(read(path)), notebook, states)
