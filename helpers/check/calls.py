"""Calls of a function on given arguments, and what counts as the same result."""

import contextlib
import copy
import io
import warnings
from dataclasses import dataclass
from unittest import mock

import numpy as np
import pandas as pd

from helpers.check.words import says_something


@dataclass(frozen=True)
class Case:
    """One call of the learner's function: a label for people, and the arguments by name.

    A late case is tried only if all others are right: a wrong answer can take long on many rows.
    In a careful case a number that overflows, a division by 0 and a result that is no number stop
    the function with FloatingPointError, also if it has switched NumPy's warnings off: then with
    HiddenError. Elsewhere NumPy only warns, and the warning is dropped.
    """

    label: str
    arguments: dict
    late: bool = False
    careful: bool = False


@dataclass(frozen=True)
class Outcome:
    """What one call gave: a value or an error, and the names of the arguments it changed."""

    value: object = None
    error: BaseException | None = None
    changed: tuple = ()


def as_arrays(**values):
    """Arguments of a case: arrays of floats; a single number is one of NumPy's own."""
    return {name: np.array(value, dtype=float)[()] for name, value in values.items()}


def as_whole_numbers(**values):
    """Arguments of a case: arrays of whole numbers, as ``np.array([3, 4])`` makes them."""
    return {name: np.array(value, dtype=int)[()] for name, value in values.items()}


def as_columns(**values):
    """Arguments of a case: columns as a table hands them over."""
    return {name: pd.Series(np.array(value, dtype=float)) for name, value in values.items()}


def named(name, function):
    """A function to hand to the learner's, under the name that a message shows."""
    function.__name__ = function.__qualname__ = name
    return function


class HiddenError(FloatingPointError):
    """What a careful case stops, in a function that has switched NumPy's warnings off."""


def call(function, case, quiet=False):
    """Call a function with copies of the arguments; quiet drops what it prints."""
    arguments = copy.deepcopy(case.arguments)
    hush = contextlib.redirect_stdout(io.StringIO()) if quiet else contextlib.nullcontext()
    stops = dict.fromkeys(("over", "divide", "invalid"), "raise") if case.careful else {}
    hidden = []
    stand_ins = _noting(hidden) if case.careful else contextlib.nullcontext()
    with warnings.catch_warnings(), np.errstate(all="ignore", **stops), stand_ins, hush:
        warnings.simplefilter("ignore")
        try:
            value, error = function(*arguments.values()), None
        except (Exception, SystemExit) as exception:
            value, error = None, exception
    if hidden and isinstance(error, FloatingPointError):
        error = HiddenError(*error.args).with_traceback(error.__traceback__)
    changed = tuple(
        name for name, given in case.arguments.items() if not _identical(given, arguments[name])
    )
    return Outcome(value, error, changed)


def _noting(hidden):
    """Let np.errstate and np.seterr do nothing but note in a list what they were to hide."""

    def note(*ways, **named):
        hidden.extend(way for way in (*ways, *named.values()) if way not in (None, "raise"))

    def errstate(**named):
        note(**named)
        return contextlib.nullcontext()

    def seterr(*ways, **named):
        note(*ways, **named)
        return np.geterr()

    return mock.patch.multiple(np, errstate=errstate, seterr=seterr)


def _identical(given, now):
    """Whether an input is exactly what it was, to the last digit and in the same order."""
    try:
        if isinstance(given, np.ndarray):
            return given.dtype == now.dtype and np.array_equal(given, now, equal_nan=True)
        if isinstance(given, pd.DataFrame | pd.Series):
            return bool(given.equals(now))
        if isinstance(given, dict):
            return list(given.items()) == list(now.items())
        return bool(given == now)
    except Exception:  # it has become something that cannot even be compared
        return False


def same(outcome, target, tidy=lambda value: value):
    """Whether a call gave what another one gave, as a value or as an error."""
    if outcome.error or target.error:
        return isinstance(outcome.error, type(target.error)) and (
            says_something(outcome.error) == says_something(target.error)
        )
    try:
        return bool(_equal(tidy(outcome.value), tidy(target.value)))
    except Exception:  # an answer that cannot be tidied or compared is another one
        return False


def _equal(value, target):
    """Whether two values are the same up to rounding, with NumPy and pandas types let through."""
    if isinstance(target, pd.Series):
        return list(value.index) == list(target.index) and _equal(
            value.to_numpy(), target.to_numpy()
        )
    if isinstance(value, pd.DataFrame) or isinstance(target, pd.DataFrame):
        return isinstance(value, type(target)) and value.equals(target)
    special = dict | str | type(None)
    if isinstance(value, special) or isinstance(target, special) or callable(target):
        return isinstance(value, type(target)) and value == target
    value, target = np.asarray(value), np.asarray(target)
    if value.shape != target.shape or (value.dtype == bool) != (target.dtype == bool):
        return False
    if target.dtype.kind in "iuf":  # float lets Decimal and Fraction in, and no text
        value = value if value.dtype.kind in "iufO" else [None]
        return np.allclose(np.asarray(value, float), target, rtol=1e-6, atol=1e-9, equal_nan=True)
    return np.all(value == target)
