"""How wrong predictions are, as one number."""

import numpy as np

from helpers.inputs import pair, positive


def l1_loss(y, y_hat):
    """Mean absolute error, ``mean(|y_hat - y|)``.

    Parameters
    ----------
    y, y_hat : array_like, shape (n,)
        Observed and predicted values, same unit, same shape.

    Returns
    -------
    float
        In the unit of ``y``; 0 is a perfect fit.

    Raises
    ------
    ValueError
        If the shapes differ, there is no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 3. Also called MAE.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    return float(np.mean(np.abs(y_hat - y)))


def l2_loss(y, y_hat):
    """Mean squared error, ``mean((y_hat - y) ** 2)``.

    Parameters
    ----------
    y, y_hat : array_like, shape (n,)
        Observed and predicted values, same unit, same shape.

    Returns
    -------
    float
        In the unit of ``y`` squared; 0 is a perfect fit.

    Raises
    ------
    ValueError
        If the shapes differ (NumPy would broadcast (n, 1) against (n,) without a word), there is
        no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 3. Also called MSE. Elsewhere "L2 loss" often means half the sum.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    return float(np.mean((y_hat - y) ** 2))


def rmse(y, y_hat):
    """Root mean squared error, the square root of `l2_loss`.

    Parameters
    ----------
    y, y_hat : array_like, shape (n,)
        Observed and predicted values, same unit, same shape.

    Returns
    -------
    float
        In the unit of ``y``; 0 is a perfect fit.

    Raises
    ------
    ValueError
        As `l2_loss`.

    Notes
    -----
    Born in lesson 2.
    """
    return float(np.sqrt(l2_loss(y, y_hat)))


def mape(y, y_hat):
    """Mean absolute percentage error, ``100 * mean(|y_hat - y| / |y|)``.

    Parameters
    ----------
    y, y_hat : array_like, shape (n,)
        Observed and predicted values, same unit, same shape. No observed value is 0.

    Returns
    -------
    float
        In percent of the observed value; 0 is a perfect fit.

    Raises
    ------
    ValueError
        If an observed value is 0, where a percentage is not defined, and as `l1_loss`.

    Notes
    -----
    Born in lesson 3.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    zeros = int(np.sum(y == 0))
    if zeros:
        raise ValueError(
            f"{zeros} of the {y.size} observed values are 0, and no error is a percentage of 0. "
            "Leave those rows out, or use l1_loss."
        )
    return float(100 * np.mean(np.abs(y_hat - y) / np.abs(y)))


def huber_loss(y, y_hat, delta=1.0):
    """Squared for small errors, straight for large ones; the two pieces meet without a corner.

    Parameters
    ----------
    y, y_hat : array_like, shape (n,)
        Observed and predicted values, same unit, same shape.
    delta : float
        The size of error, in the unit of ``y``, from which on the loss is straight.

    Returns
    -------
    float
        The mean over all rows of ``e ** 2 / 2`` where ``e = |y_hat - y|`` is at most ``delta``,
        and of ``delta * (e - delta / 2)`` elsewhere.

    Raises
    ------
    ValueError
        If ``delta`` is not positive, and as `l2_loss`.

    Notes
    -----
    Born in lesson 3; after P. J. Huber, "Robust Estimation of a Location Parameter", 1964.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    delta = positive("delta", delta)
    error = np.abs(y_hat - y)
    return float(np.mean(np.where(error <= delta, error**2 / 2, delta * (error - delta / 2))))
