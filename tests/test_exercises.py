"""Every exercise of every lesson: blank, solved, and answered in other right and in wrong ways."""

import importlib
import pkgutil
import re
import time

import numpy as np
import pandas as pd
import pytest

from helpers import check
from helpers.check.exercise import Exercise
from tools.lesson import exercises, namespace

WRITTEN = {exercise.number: exercise for exercise in exercises()}
CHECKS = check.exercises()

each_exercise = pytest.mark.parametrize("number", sorted({*WRITTEN, *CHECKS}))


@each_exercise
def test_an_exercise_has_a_heading_a_check_three_mistakes_and_two_other_right_answers(number):
    assert number in WRITTEN, f"no lesson has the heading '### Exercise {number}: …'"
    assert number in CHECKS, f"helpers.check has no exercise {number}"
    assert len(CHECKS[number].known) >= 3
    assert len(CHECKS[number].other_ways) >= 2


def test_every_file_of_an_exercise_is_imported_and_no_check_hides_another_one():
    """All checks of all lessons can be reached by their names and by their numbers."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(check.__path__, f"{check.__name__}.")
    ]
    written = {
        value.number: (name, value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Exercise)
    }
    assert sorted(written) == sorted(CHECKS)
    for name, value in written.values():
        assert getattr(check, name, None) is value, f"import {name} in helpers/check/__init__.py"


@each_exercise
def test_heading_stub_check_and_details_stand_together(number):
    exercise = WRITTEN[number]
    assert list(exercise.details) == ["Hint 1", "Hint 2", "Solution"]
    assert getattr(check, exercise.checker) is CHECKS[number]
    assert exercise.title == CHECKS[number].title
    assert re.search(rf"^(def|class) {exercise.answer}\b", exercise.stub, re.MULTILINE)
    assert "..." in exercise.stub


@each_exercise
def test_a_blank_exercise_prints_the_fixed_line(number):
    line = f"Exercise {number}: not attempted yet. Replace the three dots, run that cell, then this one."
    if CHECKS[number].goes_on:
        line += " Until then the lesson uses a version of its own."
    assert " ".join(WRITTEN[number].printed.split()) == line


@each_exercise
def test_the_solution_is_that_of_the_lesson_and_passes_there(number):
    """There is the namespace of the lesson, with its own functions in place of those of helpers."""
    exercise = WRITTEN[number]
    assert CHECKS[number].solution.strip("\n") == exercise.solution.strip("\n")
    typed = namespace(exercise.path)
    exec(exercise.solution, typed)
    assert CHECKS[number].judge(typed[exercise.answer]).state == "correct"


@each_exercise
def test_other_right_answers_are_accepted(number):
    for source in CHECKS[number].other_ways:
        verdict = CHECKS[number].judge(CHECKS[number].made(source))
        assert verdict.state == "correct", f"{source}\n{verdict.message}"


def wrong_answers(number):
    """Each mistake of an exercise with each of its answers."""
    return [(mistake, source) for mistake in CHECKS[number].known for source in mistake.answers]


@each_exercise
def test_each_wrong_answer_gets_its_own_message(number):
    for mistake, source in wrong_answers(number):
        verdict = CHECKS[number].judge(CHECKS[number].made(source))
        assert (verdict.state, verdict.name) == ("not yet", mistake.name), source
        fixed = [part for part in re.split(r"\{\w+\}", mistake.message) if part]
        assert all(part in verdict.message for part in fixed), f"{source}\n{verdict.message}"


@each_exercise
def test_no_known_answer_takes_longer_than_a_second(number):
    exercise = CHECKS[number]
    sources = [*exercise.other_ways, *(source for _, source in wrong_answers(number))]
    for answer in map(exercise.made, sources):
        begin = time.process_time()
        exercise.judge(answer)
        assert time.process_time() - begin < 1


@each_exercise
def test_late_cases_come_last(number):
    late = [case.late for case in CHECKS[number].cases]
    assert late == sorted(late) and not late[0]


@each_exercise
def test_no_message_holds_code(number):
    for mistake in CHECKS[number].known:
        for code in ("np.", "return ", "lambda", "def ", "=="):
            assert code not in mistake.message


@each_exercise
def test_a_message_asks_a_question_whose_answer_is_the_next_step(number):
    for mistake in CHECKS[number].known:
        assert "?" in mistake.message, mistake.message


def kinds(number, types):
    """For each argument that is of one of these types, the kinds of number that it holds."""
    found = {}
    for case in CHECKS[number].cases:
        for name, value in case.arguments.items():
            if isinstance(value, types):
                found.setdefault(name, set()).add(np.asarray(value).dtype.kind)
    return found.values()


@each_exercise
def test_whole_numbers_are_tried_where_an_array_of_fractions_may_come(number):
    if any("f" in kind for kind in kinds(number, np.ndarray | np.generic | pd.Series)):
        # In one of them, or in the numbers beside them.
        tried = kinds(number, np.ndarray | np.generic | pd.Series | int | float)
        assert any({"f", "i"} <= kind for kind in tried), f"as_whole_numbers in {number}"
