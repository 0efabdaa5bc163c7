"""What the functions of this package accept, and the errors that say what was given instead.

Each of these takes the name by which the caller knows the argument, checks the value, and returns
it. The errors are ValueErrors, but for a count that is not whole: that is a TypeError. No lesson
writes this.
"""

import operator
import reprlib
from numbers import Real

import numpy as np


def numbers(name, values):
    """Return numbers of any shape as float64, if there is one and none is NaN or infinite."""
    array = _as_floats(name, values)
    if array.size == 0:
        raise ValueError(f"{name} is empty. Pass at least one value.")
    bad = int(np.sum(~np.isfinite(array)))
    if bad:
        raise ValueError(
            f"{name} has {bad} of {array.size} values that are NaN or infinite. "
            "Remove or replace them first."
        )
    return array


def pair(**values):
    """Return two arrays by their names, as `numbers`, if they have one shape.

    NumPy would broadcast (n, 1) against (n,) to a table of n by n without a word.
    """
    (first, left), (second, right) = (
        (name, numbers(name, value)) for name, value in values.items()
    )
    if left.shape != right.shape:
        raise ValueError(
            f"{first} has shape {left.shape}, but {second} has shape {right.shape}. "
            "They must be equal; ravel() turns a column into a flat array."
        )
    return [left, right]


def flat(name, values):
    """Return a copy of a flat array of numbers, as `numbers`."""
    array = numbers(name, values)
    if array.ndim != 1:
        raise ValueError(
            f"{name} has shape {array.shape}, but must be flat: one number after the other. "
            "ravel() makes it so."
        )
    return array.copy()


def positive(name, value):
    """Return one finite number above 0 as a float."""
    number = _one_number(value)
    if number is None or not 0 < number < np.inf:
        raise ValueError(f"{name} is {shown(value)}, but must be one number above 0.")
    return number


def share(name, value):
    """Return one number from 0 to below 1 as a float."""
    number = _one_number(value)
    if number is None or not 0 <= number < 1:
        raise ValueError(f"{name} is {shown(value)}, but must be a number from 0 to below 1.")
    return number


def whole_number(name, value, limit=None, what=None):
    """Return a count from 1 on as an int; ``what`` says what a ``limit`` counts, as in "rows"."""
    upwards = "from 1 on" if limit is None else f"from 1 to {limit}"
    try:
        count = operator.index(value)
    except TypeError:
        raise TypeError(
            f"{name} is {shown(value)}, but must be a whole number {upwards}."
        ) from None
    if limit is not None and not 1 <= count <= limit:
        raise ValueError(f"{name} is {count}, but there are {limit} {what}: it must be {upwards}.")
    if count < 1:
        raise ValueError(f"{name} is {count}, but must be a whole number {upwards}.")
    return count


def function(name, value, takes):
    """Return what can be called; ``takes`` says with what, as in "a point"."""
    if not callable(value):
        raise ValueError(f"{name} is {shown(value)}, but must be a function that takes {takes}.")
    return value


def generator(name, value):
    """Return a source of random numbers."""
    if not isinstance(value, np.random.Generator):
        raise ValueError(
            f"{name} is {shown(value)}, but must be a source of random numbers, as "
            "np.random.default_rng(7) makes it."
        )
    return value


def floats(name, values):
    """Return numbers of any shape; those that are no floats become float64, and none is copied."""
    array = _array(values)
    return array if array.dtype.kind == "f" else _as_floats(name, values)


def _as_floats(name, values):
    array = _array(values)
    texts = array.dtype.kind == "O" and any(isinstance(item, str) for item in array.flat)
    if array.dtype.kind in "biufO" and not texts and array.tolist() is not None:
        try:
            return array.astype(float, copy=False)
        except (TypeError, ValueError):
            pass
    raise ValueError(
        f"{name} is {shown(values)}, but must be numbers: one, or an array, a list or a column."
    )


def _array(values):
    """Return values as an array; what NumPy cannot make one of, such as ragged rows, as None."""
    try:
        return np.asarray(values)
    except (TypeError, ValueError):
        return np.array(None)


def _one_number(value):
    value = (
        value.item() if isinstance(value, np.ndarray | np.generic) and value.ndim == 0 else value
    )
    return float(value) if isinstance(value, Real) else None


def shown(value):
    """Show a value in one short line."""
    if hasattr(value, "dtype") and not isinstance(value, np.ndarray | np.generic):
        return f"a {type(value).__name__} of the type {value.dtype}"
    return " ".join(reprlib.repr(value).split())
