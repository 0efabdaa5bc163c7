"""Columns brought to one scale, so that no unit decides what is near."""

import numpy as np

from helpers.inputs import numbers


def standardise(values, reference=None):
    """Mean 0 and standard deviation 1, column by column.

    Parameters
    ----------
    values : array_like, shape (n,) or (n, d)
        What to scale. Beside a reference of shape (m, d), also a single row of shape (d,).
    reference : array_like, shape (m,) or (m, d), optional
        The rows whose mean and standard deviation are used; ``values`` itself by default. Rows
        that are held out are scaled by the rows that are known, or they leak into the answer.

    Returns
    -------
    numpy.ndarray
        Same shape as ``values``, in standard deviations.

    Raises
    ------
    ValueError
        If a value is missing, the columns differ in number, or a column has no spread.

    Notes
    -----
    Born in lesson 2. The standard deviation divides by m, as `numpy.std` does.
    """
    values, reference = _columns(values, reference)
    return (values - reference.mean(axis=0)) / reference.std(axis=0)


def min_max(values, reference=None):
    """Smallest value 0 and largest value 1, column by column.

    Parameters
    ----------
    values : array_like, shape (n,) or (n, d)
        What to scale. Beside a reference of shape (m, d), also a single row of shape (d,).
    reference : array_like, shape (m,) or (m, d), optional
        The rows whose smallest and largest values are used; ``values`` itself by default.

    Returns
    -------
    numpy.ndarray
        Same shape as ``values``, without a unit. Outside 0 to 1 where a value lies outside the
        range of the reference.

    Raises
    ------
    ValueError
        If a value is missing, the columns differ in number, or a column has no spread.

    Notes
    -----
    Born in lesson 2.
    """
    values, reference = _columns(values, reference)
    low = reference.min(axis=0)
    return (values - low) / (reference.max(axis=0) - low)


def _columns(values, reference):
    values = numbers("values", values)
    reference = values if reference is None else numbers("reference", reference)
    row = reference.shape[1:]
    if values.ndim > reference.ndim or values.shape[values.ndim - len(row) :] != row:
        raise ValueError(
            f"values has shape {values.shape}, but reference has shape {reference.shape}. "
            "They must have the same columns."
        )
    # Not by the standard deviation: of a constant column, rounding can leave it just above 0.
    if np.any(np.ptp(reference, axis=0) == 0):
        raise ValueError(
            "A column has the same value in every row, so it cannot be scaled. Leave it out."
        )
    return values, reference
