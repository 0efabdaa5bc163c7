"""Every exercise of every lesson: blank, solved, and answered wrongly."""

import importlib
import pkgutil
import re

import pytest

from helpers import check
from helpers.check.exercise import STRICT, Exercise
from tests.exercises import function, written_exercises
from tests.wrong_answers import WRONG_ANSWERS
from tools.notebooks import compared, lessons, read, run, text_of

WRITTEN = {exercise.number: exercise for exercise in written_exercises()}
CHECKERS = check.exercises()

each_exercise = pytest.mark.parametrize("number", sorted({*WRITTEN, *CHECKERS, *WRONG_ANSWERS}))


@each_exercise
def test_an_exercise_has_a_heading_a_checker_and_three_wrong_answers(number):
    assert number in WRITTEN, f"no lesson has the heading '### Exercise {number}: …'"
    assert number in CHECKERS, f"helpers.check has no exercise {number}"
    lesson = f"lesson_{int(number.partition('.')[0]):02}"
    assert len(WRONG_ANSWERS.get(number, {})) >= 3, (
        f"tests/wrong_answers/{lesson}.py needs three for {number}"
    )


def test_no_checker_hides_another_one():
    """All checkers of all lessons can be reached by their names and by their numbers."""
    modules = [
        importlib.import_module(f"{check.__name__}.{found.name}")
        for found in pkgutil.iter_modules(check.__path__)
        if found.name.startswith("lesson_")
    ]
    written = [
        (name, value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Exercise)
    ]
    assert sorted(value.number for _, value in written) == sorted(CHECKERS)
    for name, value in written:
        assert getattr(check, name, None) is value, f"import {name} in helpers/check/__init__.py"


@each_exercise
def test_heading_stub_check_and_details_stand_together(number):
    exercise = WRITTEN[number]
    assert list(exercise.details) == ["Hint 1", "Hint 2", "Solution"]
    assert getattr(check, exercise.checker) is CHECKERS[number]
    assert exercise.title == CHECKERS[number].title
    assert re.search(rf"^(def|class) {exercise.answer}\b", exercise.stub, re.MULTILINE)
    assert "..." in exercise.stub


@each_exercise
def test_a_blank_exercise_prints_the_fixed_line(number):
    assert " ".join(WRITTEN[number].printed.split()) == (
        f"Exercise {number}: not attempted yet. "
        "Replace the three dots, run that cell, then this one."
    )


@each_exercise
def test_the_solution_of_an_exercise_passes(number):
    exercise = WRITTEN[number]
    answer = function(exercise.solution, exercise.answer, exercise.path)
    assert CHECKERS[number].judge(answer)[0] == "correct"


@each_exercise
def test_each_wrong_answer_gets_a_message_of_its_own(number):
    exercise, checker = WRITTEN[number], CHECKERS[number]
    named = {}
    for what, source in WRONG_ANSWERS[number].items():
        state, message = checker.judge(function(source, exercise.answer, exercise.path))
        assert state == "not yet", what
        known = [mistake.message for mistake in checker.mistakes if mistake.message in message]
        assert known, f"{what}: only a plain message:\n{message}"
        named[what] = known[0]
    assert len(set(named.values())) == len(named), named


@each_exercise
def test_no_mistake_is_taken_for_another_one(number):
    checker = CHECKERS[number]
    for mistake in checker.mistakes:
        state, message = checker.judge(mistake.answer)
        assert state == "not yet", mistake.message
        assert mistake.message in message


@each_exercise
def test_no_message_about_a_mistake_holds_code(number):
    for mistake in CHECKERS[number].mistakes:
        for code in ("np.", "return ", "lambda", "def ", "=="):
            assert code not in mistake.message


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_a_solved_lesson_runs_and_shows_the_same_as_a_blank_one(path, monkeypatch):
    stored, solved = read(path), read(path)
    exercises = [exercise for exercise in WRITTEN.values() if exercise.path == path]
    for exercise in exercises:
        solved.cells[exercise.at].source = exercise.solution
    monkeypatch.setenv(STRICT, "1")
    run(solved, path)
    checks = {stored.cells[exercise.at + 1].id for exercise in exercises}
    for before, after in compared(stored, solved):
        if before.id in checks:
            assert "correct." in text_of(after)
        else:
            assert text_of(before) == text_of(after), before.source
