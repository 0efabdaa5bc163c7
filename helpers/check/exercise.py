"""An exercise that knows its solution, its usual mistakes, and how to speak about them.

A checker calls the learner's function on a few cases and compares the answers with those of the
reference. If they differ, it looks for a known mistake that gives the same wrong answers, so that
the message can name the mistake and not only the difference.
"""

import dis
import inspect
import os
import re
import textwrap
import traceback
import types
from dataclasses import dataclass, field

from helpers.check.calls import Case, call, same
from helpers.check.habits import Trial, about_error, habit
from helpers.check.words import (
    describe,
    describe_both,
    error_text,
    form,
    inputs,
    kind,
    listing,
    sentence,
)

__all__ = ["Case", "Exercise", "Mistake"]

STRICT = "EXERCISES_STRICT"  # set to 1, an exercise that is not solved raises
NOT_ATTEMPTED = "not attempted yet. Replace the three dots, run that cell, then this one."


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that learners really give, as a function, and what to say about it."""

    answer: object
    message: str


@dataclass(frozen=True)
class Exercise:
    """A checker. Call it with the learner's function; it prints one message.

    Parameters
    ----------
    number : str
        Lesson and number, as in the heading of the exercise: ``"3.1"``.
    title : str
        The heading's words after the number.
    reference : callable
        The right answer.
    cases : list of Case
        Late ones last. The first case in which an answer is wrong is the one that the message shows.
    mistakes : list of Mistake
        Known wrong answers, the most special one first.
    tidy : callable, optional
        Brings answers that are equally right into one form before they are compared.
    stub : str, optional
        The source of what the learner is given, if it holds more lines than the one with the dots.
    """

    number: str
    title: str
    reference: object
    cases: list
    mistakes: list = field(default_factory=list)
    tidy: object = lambda value: value
    stub: str = ""

    def __call__(self, answer):
        """Judge an answer and print the message; raise if `STRICT` is set and it is not right."""
        state, message = self.judge(answer)
        text = f"Exercise {self.number}: {message}"
        print(textwrap.fill(text, width=100, break_long_words=False))
        if state != "correct" and os.environ.get(STRICT) == "1":
            raise AssertionError(text)

    def judge(self, answer):
        """Say what is to be said about an answer, without printing it.

        Parameters
        ----------
        answer : callable
            The learner's function.

        Returns
        -------
        state : {"correct", "not attempted", "not yet"}
        message : str
        """
        if answer is ... or _is_empty(answer) or _is_stub(answer, self.stub):
            return "not attempted", _about_nothing(answer)
        if not callable(answer):
            return "not yet", (
                f"not yet. The check was given {describe(answer)}, but it needs the function "
                "itself: its name, without parentheses behind it."
            )
        tried, outcomes, expected = [], [], []
        for late in (False, True):
            if self._all_right(outcomes, expected):
                more = [case for case in self.cases if case.late is late]
                tried += more
                outcomes += self._try(answer, more)
                expected += self._try(self.reference, more)
        if any(outcome.value is ... for outcome in outcomes) or (
            _holds_dots(getattr(answer, "__code__", None)) and self._fails(outcomes, expected)
        ):
            return "not attempted", NOT_ATTEMPTED
        for case, outcome in zip(tried, outcomes, strict=True):
            if outcome.changed:
                return "not yet", "not yet. " + _about_change(case, outcome)
        if self._all_right(outcomes, expected):
            return "correct", "correct. " + self._tried()
        return "not yet", "not yet. " + self._about(
            Trial(answer, self.reference, tried, outcomes, expected, self.tidy)
        )

    def _try(self, function, cases):
        return [call(function, case) for case in cases]

    def _all_right(self, outcomes, expected):
        return all(map(self._same, outcomes, expected))

    def _fails(self, outcomes, expected):
        """Whether a call that should give something stopped, or gave nothing."""
        return any(
            (outcome.error or outcome.value is None) and not self._same(outcome, target)
            for outcome, target in zip(outcomes, expected, strict=True)
        )

    def _same(self, outcome, target):
        return same(outcome, target, self.tidy)

    def _about(self, trial):
        """Name the mistake, or give input, result and expectation."""
        case, outcome, target = next(row for row in trial.rows() if not self._same(*row[1:]))
        for mistake in self.mistakes:
            if self._all_right(trial.outcomes, self._try(mistake.answer, trial.cases)):
                return f"For {inputs(case)} {sentence(_what_came(outcome))} {mistake.message}"
        if not (outcome.error and target.error is None) and (hint := habit(trial)):
            return f"For {inputs(case)} {sentence(_what_came(outcome))} {hint}"
        return _about_anything_else(trial.answer, case, outcome, target)

    def _tried(self):
        labels = listing([case.label for case in self.cases])
        return f"It was tried on {len(self.cases)} cases: {labels}."


def _is_empty(answer):
    """Whether a function has no instruction but to give back None, as with dots for a body."""
    code = getattr(answer, "__code__", None)
    if code is None or not set(code.co_consts) <= {None, answer.__doc__}:
        return False
    steps = {step.opname for step in dis.get_instructions(code)}
    return steps <= {"RESUME", "NOP", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST"}


def _is_stub(answer, stub):
    """Whether a function has just the instructions that are in the source of a stub."""
    code = getattr(answer, "__code__", None)
    given = compile(stub, "stub", "exec").co_consts
    return isinstance(code, types.CodeType) and any(
        _instructions(code, answer.__doc__) == _instructions(part, None)
        for part in given
        if isinstance(part, types.CodeType)
    )


def _instructions(code, docstring):
    constants = [value for value in code.co_consts if value not in (None, docstring)]
    return code.co_code, code.co_names, constants


def _about_nothing(answer):
    try:
        dots = "..." in inspect.getsource(answer)
    except (OSError, TypeError):  # no source to look at
        dots = True
    if dots:
        return NOT_ATTEMPTED
    return "not attempted yet. The function is still empty: write your lines in place of pass."


def _holds_dots(code):
    """Whether three dots are among the constants of a function, or of a loop inside it."""
    return any(part is ... or _holds_dots(part) for part in getattr(code, "co_consts", ()))


def _about_change(case, outcome):
    name = outcome.changed[0]
    given = case.arguments[name]
    before = "the same table" if kind(given) == "a table" else describe(given)
    return (
        f"Your function changed its input: after the call, {name} was no longer {before}. "
        "Whoever called it still needs the old values. "
        "Work on a copy, or write the result into a new variable."
    )


def _about_anything_else(answer, case, outcome, target):
    start = f"For {inputs(case)}"
    if target.error is not None:
        return (
            f"{start} {sentence(_what_came(outcome))} Expected: a {type(target.error).__name__} "
            "whose message says what is wrong. Is your check true for this input, and does it "
            "raise?"
        )
    if outcome.error is not None:
        return f"{start} {_about_stop(answer, outcome.error, target.value)}"
    came = f"{start} you returned"
    if form(outcome.value) != form(target.value) and kind(outcome.value) != kind(target.value):
        what = sentence(f"{came} {describe(outcome.value)}, which is {kind(outcome.value)}")
        return f"{what} Expected: {sentence(kind(target.value))}"
    given, right = describe_both(outcome.value, target.value)
    return f"{came} {given}. Expected: {right}."


def _about_stop(answer, error, wanted):
    code = getattr(answer, "__code__", None)
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code is code]
    where = f" in line {lines[-1] - code.co_firstlineno + 1}" if lines else ""
    text, hint = error_text(error), about_error(error)
    if hint:  # what follows the first sentence is NumPy's own advice, and leads elsewhere
        text = re.split(r"(?<=\w\.)\s|, and |, with gufunc", text)[0]
    what = f"{type(error).__name__}: {text}" if text else type(error).__name__
    came = sentence(f"your function stopped{where} with {what}")
    return f"{came} {hint or f'Expected: {describe(wanted)}.'}"


def _what_came(outcome):
    if outcome.error is not None:
        message = error_text(outcome.error)
        message = f": {message}" if message else " without a message"
        return f"your function raised {type(outcome.error).__name__}{message}"
    return f"you returned {describe(outcome.value)}"
