"""Walk down a loss by its gradient."""

import numpy as np

from helpers.inputs import flat, floats, function, numbers, pair, positive, whole_number

# A gradient that has grown so much since the start will not become small again.
HOPELESS = 1e8


class DivergenceError(ArithmeticError):
    """A descent whose gradient grows without end; the message names the step and the rate."""


def partial_k(x, y, y_hat):
    """Slope of the L2 loss of a line in the direction of ``k``: ``2 * mean((y_hat - y) * x)``.

    Parameters
    ----------
    x, y, y_hat : array_like, shape (n,)
        A feature, the observed and the predicted values ``y_hat = k * x + b``.

    Returns
    -------
    float
        In the unit of ``y`` times the unit of ``x``.

    Raises
    ------
    ValueError
        If the shapes differ, there is no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 5.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    x, y = pair(x=x, y=y)
    return float(2 * np.mean((y_hat - y) * x))


def partial_b(x, y, y_hat):
    """Slope of the L2 loss of a line in the direction of ``b``: ``2 * mean(y_hat - y)``.

    Parameters
    ----------
    x, y, y_hat : array_like, shape (n,)
        A feature, which does not count here, the observed and the predicted values.

    Returns
    -------
    float
        In the unit of ``y``.

    Raises
    ------
    ValueError
        If the shapes differ, there is no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 5. ``x`` is taken so that both partial derivatives are called alike.
    """
    y, y_hat = pair(y=y, y_hat=y_hat)
    pair(x=x, y=y)
    return float(2 * np.mean(y_hat - y))


def linear_gradient(X, y, w):
    """Gradient of the L2 loss of ``X @ w``: ``2 / n * (X.T @ (X @ w - y))``.

    Parameters
    ----------
    X : array_like, shape (n, d)
        One row per observation, one column per feature; a column of ones stands for the
        intercept.
    y : array_like, shape (n,)
        Observed values.
    w : array_like, shape (d,)
        One weight per column.

    Returns
    -------
    numpy.ndarray, shape (d,)

    Raises
    ------
    ValueError
        If the shapes do not fit, there is no value, or a value is missing (NaN).

    Notes
    -----
    Born in lesson 5.
    """
    X, y, w = numbers("X", X), flat("y", y), flat("w", w)
    if X.shape != (len(y), len(w)):
        raise ValueError(
            f"X has shape {X.shape}, but {len(y)} values of y and {len(w)} weights need "
            f"({len(y)}, {len(w)})."
        )
    return 2 / len(y) * (X.T @ (X @ w - y))


def clip(gradient, longest):
    """Shorten a gradient that is too long; its direction stays.

    Parameters
    ----------
    gradient : array_like, any shape
    longest : float
        The greatest length (root of the sum of squares) that is let through. Above 0.

    Returns
    -------
    numpy.ndarray
        Same shape.

    Raises
    ------
    ValueError
        If ``longest`` is not positive, or a value is NaN or infinite.

    Notes
    -----
    Born in lesson 5.
    """
    gradient, longest = numbers("gradient", gradient).copy(), positive("longest", longest)
    length = _length(gradient)
    return gradient if length <= longest else gradient * (longest / length)


def gradient_descent(gradient, start, learning_rate, n_steps):
    """Step against the gradient, again and again.

    Parameters
    ----------
    gradient : callable
        Takes a point of shape (d,) and returns the gradient there, same shape.
    start : array_like, shape (d,)
        The first point.
    learning_rate : float or callable
        Each step is ``-learning_rate * gradient``. A callable is a schedule: it takes the number
        of the step, 0 at first, and returns the rate of this step. Above 0.
    n_steps : int
        How many steps.

    Returns
    -------
    numpy.ndarray, shape (n_steps + 1, d)
        The start and the point after each step.

    Raises
    ------
    ValueError
        If ``start`` is not flat or holds NaN, the gradient has another shape than ``start``, a
        learning rate is not positive, or ``n_steps`` is below 1.
    TypeError
        If ``n_steps`` is not a whole number.
    DivergenceError
        If the gradient grows to 1e8 times its length at the start (or 1e8, if that is more), or
        the gradient or a point beyond all numbers.

    Notes
    -----
    Born in lesson 5.
    """
    gradient = function("gradient", gradient, takes="a point")
    point = flat("start", start)
    n_steps = whole_number("n_steps", n_steps)
    rate_of = learning_rate if callable(learning_rate) else lambda step: learning_rate
    path = np.empty((n_steps + 1, len(point)))
    path[0] = point
    for step in range(n_steps):
        rate = positive("learning_rate", rate_of(step))
        with np.errstate(all="ignore"):
            slope = floats("what gradient returns", gradient(path[step].copy()))
            if slope.shape != point.shape:
                raise ValueError(
                    f"start has shape {point.shape}, but its gradient has shape {slope.shape}. "
                    "They must be equal: one slope per parameter."
                )
            length = _length(slope)
            path[step + 1] = path[step] - rate * slope
        if step == 0:
            if np.isnan(length):
                raise ValueError(f"The gradient at the start is {slope}. Is a value missing?")
            limit = HOPELESS * max(length, 1.0)
        if not (length <= limit and np.all(np.isfinite(path[step + 1]))):
            raise DivergenceError(
                f"The descent diverges: at step {step} the gradient has the length {length:.3g}, "
                f"with a learning rate of {rate:g}. Choose a smaller learning rate, bring the "
                "features to one scale, or clip the gradient."
            )
    return path


def _length(values):
    """Root of the sum of squares, where the squares alone would be too large or too small."""
    largest = np.max(np.abs(values))
    if largest == 0 or not np.isfinite(largest):
        return largest
    return largest * np.sqrt(np.sum((values / largest) ** 2))
