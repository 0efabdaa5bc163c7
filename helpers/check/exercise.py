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
from functools import partial

import numpy as np

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
    """A wrong answer that learners really give, as a function or class, and what to say of it."""

    answer: object
    message: str


@dataclass(frozen=True)
class Exercise:
    """A checker. Call it with the learner's function or class; it prints one message.

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
    methods : tuple of str, optional
        If the answer is a class: the names of the methods that the learner writes.
    use : callable, optional
        ``use(answer, *arguments)`` returns the value to judge, where that is not what a call of the
        answer returns. The reference and the mistakes go the same way.
    came : str or callable, optional
        What a message says in front of that value. As a callable, ``came(value, *arguments)``, it
        begins the message, and the arguments are not shown: they are not the learner's.
    about : callable, optional
        ``about(value, *arguments)`` says what is wrong with a value that no mistake explains, where
        other values than the reference's are right too. An empty text lets the message show it.
    """

    number: str
    title: str
    reference: object
    cases: list
    mistakes: list = field(default_factory=list)
    tidy: object = lambda value: value
    stub: str = ""
    methods: tuple = ()
    use: object = None
    came: str = "you returned"
    about: object = lambda value, *arguments: ""

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
            The learner's function or class.

        Returns
        -------
        state : {"correct", "not attempted", "not yet"}
        message : str
        """
        if answer is ...:
            return "not attempted", NOT_ATTEMPTED
        if wrong := self._about_type(answer):
            return "not yet", f"not yet. {wrong}"
        parts = self._parts(answer)
        empty = [name for name, part in parts.items() if _is_empty(part, self.stub)]
        if len(empty) == len(parts):
            return "not attempted", _about_nothing(parts, self._sort())
        if empty:
            return "not yet", (
                f"not yet. The method {listing(empty)} is still empty. Write its lines, run that "
                "cell, then this one."
            )
        tried, outcomes, expected = [], [], []
        for late in (False, True):
            if self._all_right(outcomes, expected):
                more = [case for case in self.cases if case.late is late]
                tried += more
                outcomes += self._try(answer, more)
                expected += self._try(self.reference, more)
        if any(_gives_dots(outcome.value) for outcome in outcomes) or (
            any(map(_holds_dots, map(_code, parts.values()))) and self._fails(outcomes, expected)
        ):
            return "not attempted", NOT_ATTEMPTED
        for case, outcome in zip(tried, outcomes, strict=True):
            if outcome.changed:
                return "not yet", "not yet. " + self._about_change(answer, case, outcome)
        if self._all_right(outcomes, expected):
            return "correct", "correct. " + self._tried()
        answer, reference = self._called(answer), self._called(self.reference)
        return "not yet", "not yet. " + self._about_value(
            parts, Trial(answer, reference, tried, outcomes, expected, self.tidy)
        )

    def _parts(self, answer):
        """The functions that the learner wrote, by name: the methods, or the answer itself."""
        return {name: getattr(answer, name, None) for name in self.methods} or {"": answer}

    def _called(self, answer):
        return partial(self.use, answer) if self.use else answer

    def _try(self, answer, cases):
        return [call(self._called(answer), case) for case in cases]

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

    def _about_type(self, answer):
        """Say that an answer is not a function, or not a class with the methods, or say nothing."""
        if not isinstance(answer, type) if self.methods else not callable(answer):
            return (
                f"The check was given {describe(answer)}, but it needs the {self._sort()} "
                "itself: its name, without parentheses behind it."
            )
        missing = [name for name in self.methods if not hasattr(answer, name)]
        if missing:
            names = [name for name in vars(answer) if not name.startswith("_")]
            has = f", only {listing(names[:3])}" if names else ""
            return (
                f"Your class has no method with the name {missing[0]}{has}. How is it spelled, and "
                "do its lines stand further to the right than the line of the class?"
            )
        return ""

    def _sort(self):
        return "class" if self.methods else "function"

    def _about_value(self, parts, trial):
        """Name the mistake, or give input, result and expectation."""
        case, outcome, target = next(row for row in trial.rows() if not self._same(*row[1:]))
        came = sentence(self._begin(case, self._what_came(case, outcome)))
        for mistake in self.mistakes:
            if self._all_right(trial.outcomes, self._try(mistake.answer, trial.cases)):
                return f"{came} {mistake.message}"
        if not (outcome.error and target.error is None) and (hint := habit(trial)):
            return f"{came} {hint}"
        if not outcome.error and (wrong := self.about(outcome.value, *case.arguments.values())):
            return f"{came} {wrong}"
        return self._about_anything_else(parts, case, outcome, target)

    def _tried(self):
        labels = listing([case.label for case in self.cases])
        return f"It was tried on {len(self.cases)} cases: {labels}."

    def _about_change(self, answer, case, outcome):
        name = outcome.changed[0]
        given = case.arguments[name]
        before = "the same table" if kind(given) == "a table" else describe(given)
        what = f"{name} was no longer {before}"
        if _differs_by_rounding(given, self._left(answer, case)[name]):
            what = (
                f"the last digits of {name} were others. A number that is moved and moved back may "
                "be another one, because computers round"
            )
        return (
            f"Your {self._sort()} changed its input: after the call, {what}. "
            "Whoever called it still needs the old values. "
            "Work on a copy, or write the result into a new variable."
        )

    def _left(self, answer, case):
        """The arguments as they are after one more call."""
        left = {}

        def use(*given):
            left.update(zip(case.arguments, given, strict=True))
            return self._called(answer)(*given)

        call(use, case, quiet=True)
        return left

    def _about_anything_else(self, parts, case, outcome, target):
        if target.error is not None:
            came = sentence(self._begin(case, self._what_came(case, outcome)))
            return (
                f"{came} Expected: a {type(target.error).__name__} whose message says what is "
                "wrong. Is your check true for this input, and does it raise?"
            )
        if outcome.error is not None:
            return self._begin(case, self._about_stop(parts, outcome.error, target.value))
        came = self._begin(case, self._before_value(case, outcome))
        if form(outcome.value) != form(target.value) and kind(outcome.value) != kind(target.value):
            what = sentence(f"{came} {describe(outcome.value)}, which is {kind(outcome.value)}")
            return f"{what} Expected: {sentence(kind(target.value))}"
        given, right = describe_both(outcome.value, target.value)
        return f"{came} {given}. Expected: {right}."

    def _about_stop(self, parts, error, wanted):
        names = {_code(part): name for name, part in parts.items()}
        where = ""
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_code in names:
                name = names[frame.f_code]
                where = f" in line {line - frame.f_code.co_firstlineno + 1}"
                where += f" of {name}" if name else ""
        text, hint = error_text(error), about_error(error)
        if hint:  # what follows the first sentence is NumPy's own advice, and leads elsewhere
            text = re.split(r"(?<=\w\.)\s|, and |, with gufunc", text)[0]
        what = f"{type(error).__name__}: {text}" if text else type(error).__name__
        came = sentence(f"your {self._sort()} stopped{where} with {what}")
        return f"{came} {hint or f'Expected: {describe(wanted)}.'}"

    def _begin(self, case, text):
        """Begin a message with the arguments of a case, unless they are not the learner's."""
        if callable(self.came):
            return text[0].upper() + text[1:]
        return f"For {inputs(case)} {text}"

    def _before_value(self, case, outcome):
        if callable(self.came):
            return self.came(outcome.value, *case.arguments.values())
        return self.came

    def _what_came(self, case, outcome):
        if outcome.error is not None:
            message = error_text(outcome.error)
            message = f": {message}" if message else " without a message"
            return f"your {self._sort()} raised {type(outcome.error).__name__}{message}"
        return f"{self._before_value(case, outcome)} {describe(outcome.value)}"


def _differs_by_rounding(given, now):
    """Whether an array of fractions has become another one in its last digits only."""
    if not isinstance(given, np.ndarray) or given.dtype.kind != "f":
        return False
    return np.shape(now) == given.shape and np.allclose(now, given, rtol=1e-12, equal_nan=True)


def _code(function):
    return getattr(function, "__code__", None)


def _is_empty(function, stub):
    """Whether a function has no instruction but to give back None, or just those of the stub."""
    if function is ...:
        return True
    if not isinstance(_code(function), types.CodeType):
        return False
    given = compile(stub, "stub", "exec").co_consts
    return _gives_nothing(function) or any(
        _instructions(_code(function)) == _instructions(part)
        for part in given
        if isinstance(part, types.CodeType)
    )


def _gives_nothing(function):
    code = _code(function)
    if not set(code.co_consts) <= {None, function.__doc__}:
        return False
    steps = {step.opname for step in dis.get_instructions(code)}
    return steps <= {"RESUME", "NOP", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST"}


def _instructions(code):
    """What a function does step by step, whatever its docstring and wherever its lines stand."""
    steps = [(step.opname, step.argval) for step in dis.get_instructions(code)]
    return [
        (name, _instructions(value) if isinstance(value, types.CodeType) else value)
        for name, value in steps
    ]


def _about_nothing(parts, sort):
    try:
        dots = any("..." in inspect.getsource(part) for part in parts.values())
    except (OSError, TypeError):  # no source to look at
        dots = True
    if dots:
        return NOT_ATTEMPTED
    return f"not attempted yet. The {sort} is still empty: write your lines in place of pass."


def _holds_dots(code):
    """Whether three dots are among the constants of a function, or of a loop inside it."""
    return any(part is ... or _holds_dots(part) for part in getattr(code, "co_consts", ()))


def _gives_dots(value, depth=2):
    """Whether a value is three dots, or a list, tuple or dict in which they still stand."""
    if type(value) is dict:
        value = list(value.values())
    if type(value) in (list, tuple) and depth:
        return any(_gives_dots(item, depth - 1) for item in value)
    return value is ...
