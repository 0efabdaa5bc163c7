"""What the estimators and losses accept, and the errors that say so."""

import operator
from numbers import Real

import numpy as np


def numbers(name, values):
    """Turn values into a float array and refuse what no estimator can use.

    Parameters
    ----------
    name : str
        What the caller calls them; used in the message.
    values : array_like
        Any shape.

    Returns
    -------
    numpy.ndarray
        The values as float64, same shape.

    Raises
    ------
    ValueError
        If a value is missing (NaN) or infinite, or if there is none.
    """
    array = np.asarray(values, dtype=float)
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
    """Turn two named arrays into float arrays of one shape.

    Parameters
    ----------
    **values : array_like
        Exactly two, named as the caller names them.

    Returns
    -------
    list of numpy.ndarray
        Both as float64, in the order given.

    Raises
    ------
    ValueError
        As `numbers`, and if the shapes differ: NumPy would broadcast (n, 1) against (n,) to an
        n-by-n table without a word.
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
    """Turn values into a flat float array.

    Parameters
    ----------
    name : str
        What the caller calls them; used in the message.
    values : array_like, shape (d,)

    Returns
    -------
    numpy.ndarray, shape (d,)
        A copy, as float64.

    Raises
    ------
    ValueError
        As `numbers`, and if they have another shape.
    """
    array = numbers(name, values)
    if array.ndim != 1:
        raise ValueError(
            f"{name} has shape {array.shape}, but must be flat: one number after the other. "
            "ravel() makes it so."
        )
    return array.copy()


def positive(name, value):
    """Refuse what is not one finite number above 0.

    Parameters
    ----------
    name : str
        What the caller calls it; used in the message.
    value : float

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If it is no number, NaN, infinite, 0 or negative.
    """
    value = value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value
    if not isinstance(value, Real) or not 0 < value < np.inf:
        raise ValueError(f"{name} is {value!r}, but must be one number above 0.")
    return float(value)


def whole_number(name, value, limit=None, what=None):
    """Refuse a count that is no whole number, below 1 or above a limit.

    Parameters
    ----------
    name : str
        What the caller calls it; used in the message.
    value : int
        The count.
    limit : int, optional
        The largest count that makes sense.
    what : str, optional
        What the limit counts, for the message: ``"rows"``.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is not a whole number.
    ValueError
        If it is out of range.
    """
    upwards = "from 1 on" if limit is None else f"from 1 to {limit}"
    try:
        count = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}, but must be a whole number {upwards}.") from None
    if limit is not None and not 1 <= count <= limit:
        raise ValueError(f"{name} is {count}, but there are {limit} {what}: it must be {upwards}.")
    if count < 1:
        raise ValueError(f"{name} is {count}, but must be a whole number {upwards}.")
    return count
