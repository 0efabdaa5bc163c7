"""An exercise that knows its solution, its usual mistakes, and how to speak about them.

A check calls the learner's function on a few cases and compares the answers with those of the
solution. If they differ, it looks for a known mistake that gives the same wrong answers, so that
the message can name the mistake and not only the difference.
"""

import dis
import inspect
import os
import re
import traceback
import types
from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np

from helpers.check import written
from helpers.check.calls import Case, HiddenError, call, same
from helpers.check.cells import about_the_cell
from helpers.check.general import Trial, about_error, habit
from helpers.check.limits import TooSlowError, time_limit
from helpers.check.marks import show
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

__all__ = ["Case", "Exercise", "Verdict"]

STRICT = "EXERCISES_STRICT"  # set to 1, an exercise that is not solved raises
NOT_ATTEMPTED = "not attempted yet. Replace the three dots, run that cell, then this one."
USES_YOURS = "From here on the lesson uses yours."
USES_OURS = {
    "not attempted": "Until then the lesson uses a version of its own.",
    "not yet": "Until it is right, the lesson uses a version of its own.",
}
PATIENCE = 5  # seconds for an answer, all cases together
THOUGHT = 1  # seconds to find out which mistake it is


@dataclass(frozen=True)
class Verdict:
    """What a check says of an answer.

    Parameters
    ----------
    state : {"correct", "not attempted", "not yet"}
    message : str
    name : str
        Of the mistake, if it has one: a name of the exercise or of `helpers.check.general`.
    """

    state: str
    message: str
    name: str = ""


@dataclass(frozen=True)
class Exercise:
    """A check. Call it with the learner's function or class; it prints one message.

    Parameters
    ----------
    number : str
        Lesson and number, as in the heading of the exercise: ``"3.1"``.
    title : str
        The heading's words after the number.
    solution : str
        The source of the right answer, as it stands in the lesson.
    cases : list of Case
        Late ones last. The first case in which an answer is wrong is the one that the message shows.
    mistakes : str
        What to say of which wrong answers, the most special ones first: `helpers.check.written`
        says how they are written.
    right : str
        Other right answers, written in the same way.
    uses : dict
        What answers may use beside np, pd and math, by name: functions of the lesson.
    reference : callable, optional
        A right answer to compare with, where the solution is too slow or needs its lesson.
    tidy : callable, optional
        Brings answers that are equally right into one form before they are compared.
    stub : str, optional
        The source of what the learner is given, if it holds more lines than the one with the dots.
    methods : tuple of str, optional
        If the answer is a class: the names of the methods that the learner writes.
    use : callable, optional
        ``use(answer, *arguments)`` returns the value to judge, where that is not what a call of the
        answer returns. The solution and the mistakes go the same way.
    came : str or callable, optional
        What a message says in front of that value. As a callable, ``came(value, *arguments)``, it
        begins the message, and the arguments are not shown: they are not the learner's.
    about : callable, optional
        ``about(value, *arguments)`` finds what is wrong with a value where other values than the
        solution's are right too. It returns the name of a mistake and a dict for the places in
        braces of its message, or None.
    goes_on : bool
        Whether the lesson goes on with the answer. The message says with whose.
    """

    number: str
    title: str
    solution: str
    cases: list
    mistakes: str = ""
    right: str = ""
    uses: dict = field(default_factory=dict)
    reference: object = None
    tidy: object = lambda value: value
    stub: str = ""
    methods: tuple = ()
    use: object = None
    came: str = "you returned"
    about: object = lambda value, *arguments: None
    goes_on: bool = True

    @cached_property
    def known(self):
        """The known mistakes, in the order in which they are looked for."""
        return written.mistakes(self.mistakes, (self.solution, *self.other_ways))

    @cached_property
    def other_ways(self):
        """The sources of other right answers."""
        return written.answers(self.right, (self.solution,))

    def made(self, source, namespace=None):
        """Return the function or class that the source of an answer defines.

        Of the names in `uses`, those are taken from the namespace that it has as functions or
        classes.
        """
        theirs = {name: (namespace or {}).get(name) for name in self.uses}
        theirs = {name: found for name, found in theirs.items() if callable(found)}
        return written.made_from(source, self.uses | theirs)

    @cached_property
    def _right(self):
        return self.reference or self.made(self.solution)

    @cached_property
    def _expected(self):
        return [call(self._called(self._right), case, quiet=True) for case in self.cases]

    @property
    def name(self):
        """The name under which the lesson goes on with the answer: without ``my_`` or ``My``."""
        return re.sub("^my_|^My", "", written.name_of(self.solution))

    def __call__(self, answer):
        """Judge an answer, show the message, and return what the lesson goes on with.

        Parameters
        ----------
        answer : callable
            The learner's function or class.

        Returns
        -------
        callable
            The answer if it is right, else the solution of the course. That one uses what the
            lesson has under the names in `uses`: a node is made from the lesson's own `Node`.

        Raises
        ------
        AssertionError
            If `STRICT` is set and the answer is not right.
        """
        verdict = self.judge_cell(answer)
        right = verdict.state == "correct"
        used = USES_YOURS if right else USES_OURS[verdict.state]
        said = f"Exercise {self.number}: {verdict.message}"
        show(verdict.state, f"{said} {used}" if self.goes_on else said)
        if not right and os.environ.get(STRICT) == "1":
            raise AssertionError(f"Exercise {self.number}: {verdict.message}")
        return self._renamed(answer) if right else self.ours(_globals_of(answer))

    def ours(self, namespace):
        """Return the solution, made from what a namespace has under the names in `uses`."""
        return self._renamed(self.made(self.solution, namespace))

    def judge_cell(self, answer):
        """Judge as `judge`, unless the cell of the answer has failed or changed since."""
        name, message = about_the_cell(written.name_of(self.solution))
        return Verdict("not yet", f"not yet. {message}", name) if name else self.judge(answer)

    def _renamed(self, function):
        # The nodes of a graph show the name of their class: it is the same whoever wrote it.
        if isinstance(function, type):
            function.__name__ = function.__qualname__ = self.name
        return function

    def judge(self, answer):
        """Say what is to be said about an answer, without printing it.

        Parameters
        ----------
        answer : callable
            The learner's function or class.

        Returns
        -------
        Verdict
        """
        if answer is ...:
            return Verdict("not attempted", NOT_ATTEMPTED)
        if wrong := self._about_type(answer):
            return Verdict("not yet", f"not yet. {wrong}", "no-answer")
        parts = self._parts(answer)
        empty = [name for name, part in parts.items() if _is_empty(part, self.stub)]
        if len(empty) == len(parts):
            return Verdict("not attempted", _about_nothing(parts, self._sort()))
        if empty:
            message = (
                f"not yet. The method {listing(empty)} is still empty. Write its lines, run that "
                "cell, then this one."
            )
            return Verdict("not yet", message, "empty-method")
        outcomes = []
        try:
            with time_limit(PATIENCE):
                for outcome in self._try(answer):
                    outcomes.append(outcome)
        except TooSlowError:
            return Verdict("not yet", "not yet. " + self._about_time(len(outcomes)), "too-slow")
        cases, expected = self.cases[: len(outcomes)], self._expected[: len(outcomes)]
        right = all(map(self._same, outcomes, expected))
        if any(_gives_dots(outcome.value) for outcome in outcomes) or (
            any(map(_holds_dots, map(_code, parts.values()))) and self._fails(outcomes, expected)
        ):
            return Verdict("not attempted", NOT_ATTEMPTED)
        for case, outcome in zip(cases, outcomes, strict=True):
            if outcome.changed:
                message = self._about_change(answer, case, outcome)
                return Verdict("not yet", f"not yet. {message}", "input-changed")
        if right:
            return Verdict("correct", "correct. " + self._tried())
        functions = [part for part in parts.values() if callable(part)]
        name, message = self._about_value(
            Trial(
                self._called(answer),
                self._called(self._right),
                cases,
                outcomes,
                expected,
                self.tidy,
                functions,
            ),
            parts,
        )
        return Verdict("not yet", f"not yet. {message}", name)

    def _parts(self, answer):
        """The functions that the learner wrote, by name: the methods, or the answer itself."""
        return {name: getattr(answer, name, None) for name in self.methods} or {"": answer}

    def _called(self, answer):
        return partial(self.use, answer) if self.use else answer

    def _try(self, answer):
        """Call an answer on all cases; on the late ones only if it has been right so far."""
        right = True
        for case, target in zip(self.cases, self._expected, strict=True):
            if case.late and not right:
                return
            outcome = call(self._called(answer), case)
            right = right and self._same(outcome, target)
            yield outcome

    def _explains(self, answer, trial):
        """Whether an answer gives the same in all cases. The first that differs ends the search."""
        return all(
            self._same(outcome, call(self._called(answer), case, quiet=True))
            for outcome, case in zip(trial.outcomes, trial.cases, strict=True)
        )

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

    def _about_value(self, trial, parts):
        """Return name and message: of a known mistake, or with input, result and expectation."""
        case, outcome, target = trial.first_wrong()
        stopped = outcome.error is not None and target.error is None
        what = self._stopped(parts, outcome.error) if stopped else self._what_came(case, outcome)
        came = sentence(self._begin(case, what))
        try:
            with time_limit(THOUGHT):
                name, message = self._named(trial)
        except TooSlowError:
            name, message = "", ""
        if name:
            return name, f"{came} {message}"
        return self._about_anything_else(trial, parts, case, outcome, target)

    def _named(self, trial):
        """Find name and message of a mistake, or two times nothing."""
        case, outcome, target = trial.first_wrong()
        error = f"{type(outcome.error).__name__}: {error_text(outcome.error)}"
        for mistake in self.known:
            if mistake.stops:
                found = outcome.error and re.match(mistake.stops, error)
            else:
                answers = () if mistake.about else map(self.made, mistake.answers)
                found = any(self._explains(answer, trial) for answer in answers)
            if found:
                return mistake.name, mistake.message
        if not outcome.error or target.error:
            name, message = habit(trial)
            if name:
                return name, message
        if not outcome.error and (told := self.about(outcome.value, *case.arguments.values())):
            name, values = told
            (message,) = (mistake.message for mistake in self.known if mistake.name == name)
            return name, message.format(**values)
        return "", ""

    def _tried(self):
        labels = listing([case.label for case in self.cases])
        return f"It was tried on {len(self.cases)} cases: {labels}."

    def _about_time(self, done):
        return self._begin(
            self.cases[done],
            f"your {self._sort()} was still at work {PATIENCE} seconds after the check began, and "
            "was stopped. Does each loop come to its end? And is anything computed again in each "
            "round, although once is enough?",
        )

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

    def _about_anything_else(self, trial, parts, case, outcome, target):
        if target.error is not None:
            came = sentence(self._begin(case, self._what_came(case, outcome)))
            return "other-value", (
                f"{came} Expected: a {type(target.error).__name__} whose message says what is "
                "wrong. Is your check true for this input, and does it raise?"
            )
        if outcome.error is not None:
            name, hint = about_error(trial, outcome.error)
            came = sentence(self._begin(case, self._stopped(parts, outcome.error, bool(hint))))
            return name or "other-error", f"{came} {hint or f'Expected: {describe(target.value)}.'}"
        came = self._begin(case, self._before_value(case, outcome))
        if form(outcome.value) != form(target.value) and kind(outcome.value) != kind(target.value):
            what = sentence(f"{came} {describe(outcome.value)}, which is {kind(outcome.value)}")
            return "other-kind", f"{what} Expected: {sentence(kind(target.value))}"
        given, right = describe_both(outcome.value, target.value)
        return "other-value", f"{came} {given}. Expected: {right}."

    def _stopped(self, parts, error, short=False):
        """Say at which line of the answer which error came; short leaves NumPy's own advice out."""
        names = {_code(part): name for name, part in parts.items()}
        where = ""
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_code in names:
                name = names[frame.f_code]
                where = f" in line {line - frame.f_code.co_firstlineno + 1}"
                where += f" of {name}" if name else ""
        text = error_text(error)
        if short:
            text = re.split(r"(?<=\w\.)\s|, and |, with gufunc", text)[0]
        what = f"{_kind_of(error)}: {text}" if text else _kind_of(error)
        return f"your {self._sort()} stopped{where} with {what}"

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
            return f"your {self._sort()} raised {_kind_of(outcome.error)}{message}"
        return f"{self._before_value(case, outcome)} {describe(outcome.value)}"


def _differs_by_rounding(given, now):
    """Whether an array of fractions has become another one in its last digits only."""
    if not isinstance(given, np.ndarray) or given.dtype.kind != "f":
        return False
    return np.shape(now) == given.shape and np.allclose(now, given, rtol=1e-12, equal_nan=True)


def _kind_of(error):
    """The name of an error that learners know: of a hidden one, the name of what is hidden."""
    kind = type(error)
    return (kind.__base__ if kind is HiddenError else kind).__name__


def _code(function):
    return getattr(function, "__code__", None)


def _globals_of(answer):
    """The namespace of the cell that defines a function or class, as its lines would see it."""
    kind = answer if isinstance(answer, type) else type(answer)
    methods = [part for base in kind.__mro__ for part in vars(base).values()]
    for part in [answer, *methods]:
        if isinstance(part, types.FunctionType):
            return part.__globals__
    return {}


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
