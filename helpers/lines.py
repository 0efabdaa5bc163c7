"""The L2 loss of straight lines from five means, for any number of lines at once."""

import numpy as np

from helpers.inputs import numbers, pair, shown


def five_means(x, y):
    """All that the L2 loss of a line has to know of the data.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        A feature and the observed values.

    Returns
    -------
    tuple of float
        The means of ``x``, ``y``, ``x * x``, ``x * y`` and ``y * y``.

    Raises
    ------
    ValueError
        If the shapes differ, there is no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 4.
    """
    x, y = pair(x=x, y=y)
    return tuple(float(np.mean(values)) for values in (x, y, x * x, x * y, y * y))


def loss_of_line(line, means):
    """Mean squared error of ``k * x + b``, without a look at the rows.

    Parameters
    ----------
    line : array_like, shape (2,) or (2, ...)
        Slope ``k`` and intercept ``b``: two numbers, or arrays for many lines. If one of the two
        is a number, it holds for all lines.
    means : tuple of float
        What `five_means` returns.

    Returns
    -------
    float or numpy.ndarray
        One loss for each line, in the unit of ``y`` squared. It is a small difference of large
        terms such as ``k * k`` times the mean of ``x * x``: rounding leaves an error of about
        1e-16 times the largest of them.

    Raises
    ------
    ValueError
        If there are not exactly two parameters or five means, slopes and intercepts are arrays of
        different shapes, or a value is NaN or infinite.

    Notes
    -----
    Born in lesson 4.
    """
    try:
        k, b = line
    except (TypeError, ValueError):
        raise ValueError(
            f"line is {shown(line)}, but must have two entries along its first axis: slopes and "
            "intercepts."
        ) from None
    k, b, means = numbers("k", k), numbers("b", b), numbers("means", means)
    if k.ndim and b.ndim and k.shape != b.shape:
        raise ValueError(
            f"There are slopes of shape {k.shape}, but intercepts of shape {b.shape}. They must be "
            "equal, or one of them a single number."
        )
    if means.shape != (5,):
        raise ValueError(f"means has shape {means.shape}, but five_means returns five numbers.")
    x, y, xx, xy, yy = means
    losses = k * k * xx + 2 * k * b * x + b * b - 2 * k * xy - 2 * b * y + yy
    return losses if np.ndim(losses) else float(losses)
