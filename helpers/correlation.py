"""How strongly two columns move together."""

import numpy as np

from helpers.inputs import pair


def pearson(x, y):
    """Pearson's correlation coefficient r: the mean product of two standardised columns.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        Two columns, row by row; any units.

    Returns
    -------
    float
        Between -1 and 1, without a unit.

    Raises
    ------
    ValueError
        If the shapes differ, a value is missing, or a column is constant: without spread there is
        nothing to move together.

    Notes
    -----
    Born in lesson 1.
    """
    x, y = pair(x=x, y=y)
    # Not by the standard deviation: of a constant column, rounding can leave it just above 0.
    if np.ptp(x) == 0 or np.ptp(y) == 0:
        raise ValueError("x or y has the same value in every row, so r is not defined.")
    dx, dy = x - np.mean(x), y - np.mean(y)
    r = np.mean(dx * dy) / (np.std(x) * np.std(y))
    return float(np.clip(r, -1, 1))  # rounding can leave a perfect line just above 1
