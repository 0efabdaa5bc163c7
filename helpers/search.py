"""Look for the point with the smallest loss by trying points: no slope is needed."""

from numbers import Real

import numpy as np
from joblib import Parallel, delayed

from helpers.inputs import flat, function, generator, numbers, positive, whole_number

BLOCK = 10_000  # draws that one job makes at once


def random_search(loss, low, high, n_draws, rng, n_jobs=1):
    """Draw points from a range and keep the one with the smallest loss.

    Parameters
    ----------
    loss : callable
        Takes points as an array of shape (d, n), one column each, and returns n losses.
    low, high : array_like, shape (d,)
        Where the range of each parameter begins and ends.
    n_draws : int
        How many points to try.
    rng : numpy.random.Generator
        The source of randomness. Each block of 10,000 draws gets a child of its own, so that
        the result does not depend on who computes which block.
    n_jobs : int
        How many processes work at once, as joblib counts: -1 means one for each processor.

    Returns
    -------
    point : numpy.ndarray, shape (d,)
    value : float
        Its loss.

    Raises
    ------
    ValueError
        If a range ends before it begins, ``low`` and ``high`` differ in shape, ``n_draws`` is
        below 1, or the loss does not give one number for each point.
    TypeError
        If ``n_draws`` is not a whole number.

    Notes
    -----
    Born in lesson 4.
    """
    loss, rng = function("loss", loss, takes="points"), generator("rng", rng)
    low, high = _range(low, high)
    n_draws = whole_number("n_draws", n_draws)
    blocks = [min(BLOCK, n_draws - done) for done in range(0, n_draws, BLOCK)]
    jobs = [
        delayed(_best_of_block)(loss, low, high, n, child)
        for n, child in zip(blocks, rng.spawn(len(blocks)), strict=True)
    ]
    return min(Parallel(n_jobs=n_jobs)(jobs), key=lambda found: found[1])


def direction_search(loss, start, step, moves, n_evaluations, shrink=1.0):
    """Go on in one direction while the loss falls; when it does not, try the next direction.

    When no direction helps, the step is multiplied by ``shrink``. With ``shrink=1`` that is the
    end.

    Parameters
    ----------
    loss : callable
        Takes a point of shape (d,) and returns one number.
    start : array_like, shape (d,)
        The first point.
    step : float
        How far a move goes, in units of the rows of ``moves``. Above 0.
    moves : array_like, shape (m, d)
        The directions, in the order in which they are tried.
    n_evaluations : int
        How often the loss may be computed, the start included.
    shrink : float
        Above 0 and at most 1.

    Returns
    -------
    path : numpy.ndarray, shape (p, d)
        The start and each point that was better than all before it.
    values : numpy.ndarray, shape (p,)
        Their losses, each smaller than the one before.

    Raises
    ------
    ValueError
        If the shapes do not fit, ``step`` is not positive, ``shrink`` is outside its limits,
        ``n_evaluations`` is below 1, or the loss does not give one number.
    TypeError
        If ``n_evaluations`` is not a whole number.

    Notes
    -----
    Born in lesson 4.
    """
    loss = function("loss", loss, takes="a point")
    point, moves = flat("start", start), numbers("moves", moves)
    if moves.ndim != 2 or moves.shape[1] != len(point):
        raise ValueError(
            f"moves has shape {moves.shape}, but a start of {len(point)} numbers needs "
            f"(m, {len(point)}): one row per direction."
        )
    step, shrink = positive("step", step), positive("shrink", shrink)
    if shrink > 1:
        raise ValueError(f"shrink is {shrink:g}, but a step must not grow: it is at most 1.")
    left = whole_number("n_evaluations", n_evaluations) - 1
    value = _one_number(loss(point.copy()))
    path, values = [point], [value]
    move = failures = 0
    for _ in range(left):
        candidate = point + step * moves[move]
        new_value = _one_number(loss(candidate.copy()))
        if new_value < value:
            point, value, failures = candidate, new_value, 0
            path.append(point)
            values.append(value)
            continue
        move, failures = (move + 1) % len(moves), failures + 1
        if failures == len(moves):
            if shrink == 1:
                break
            step, failures = step * shrink, 0
    return np.array(path), np.array(values)


def _range(low, high):
    low, high = flat("low", low), flat("high", high)
    if low.shape != high.shape:
        raise ValueError(
            f"low has {len(low)} numbers, but high has {len(high)}. Each parameter needs both."
        )
    swapped = np.flatnonzero(low >= high)
    if len(swapped):
        first = swapped[0]
        raise ValueError(
            f"The range of parameter {first} goes from {low[first]:g} to {high[first]:g}. "
            "It must end above its beginning: are low and high exchanged?"
        )
    return low, high


def _best_of_block(loss, low, high, n_draws, rng):
    points = rng.uniform(low, high, (n_draws, len(low))).T
    values = np.asarray(loss(points), dtype=float)
    if values.shape != (n_draws,):
        raise ValueError(
            f"The loss was given {n_draws} points of {len(low)} numbers, as an array of shape "
            f"{points.shape}, and returned shape {values.shape}. It must return one number per "
            "point."
        )
    if np.any(np.isnan(values)):
        first = points[:, np.isnan(values)][:, 0]
        raise ValueError(f"The loss at {first.tolist()} is NaN. Is a value missing in the data?")
    best = np.argmin(values)
    return points[:, best], float(values[best])


def _one_number(value):
    value = value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value
    if not isinstance(value, Real) or np.isnan(value):
        raise ValueError(f"The loss of a point must be one number, but it is {value!r}.")
    return float(value)
