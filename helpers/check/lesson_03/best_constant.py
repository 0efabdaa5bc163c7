"""Exercise 3.4."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers, named
from helpers.check.exercise import Case, Exercise


def _loss(name, cost):
    """A loss to hand to the learner's function, which says so if it gets a bare number."""

    def loss(y, y_hat):
        for argument, value in (("y", y), ("y_hat", y_hat)):
            if np.ndim(value) == 0:
                raise ValueError(
                    f"{argument} is one number, but the loss compares two arrays, house by house. "
                    "What does np.full make?"
                )
        if np.shape(y) != np.shape(y_hat):
            raise ValueError(f"the loss got {len(y)} prices, but {len(y_hat)} guesses.")
        return float(np.mean(cost(np.asarray(y_hat) - y)))

    return named(name, loss)


_l1, _l2 = _loss("l1_loss", np.abs), _loss("l2_loss", np.square)
_too_high_twice = _loss("too_high_costs_twice", lambda e: np.where(e > 0, 2 * e, -e))


def _case(label, y, loss, candidates, arrays=as_arrays):
    return Case(label, {**arrays(y=y), "loss": loss, **arrays(candidates=candidates)})


_street, _prices = [20, 20, 21, 22, 400], [10, 21, 60, 97, 210, 400]

best_constant = Exercise(
    number="3.4",
    title="the best constant for any loss",
    cases=[
        _case("one dear house, L1", _street, _l1, _prices),
        _case("one dear house, L2", _street, _l2, _prices),
        _case("candidates out of order", [1, 2, 9], _l2, [9, 4.9, 3.6, 0]),
        _case(
            "a loss that is not symmetric",
            [10, 20, 30, 40, 100],
            _too_high_twice,
            [40, 30, 20, 95],
        ),
        _case("whole numbers", [1, 2, 9], _l2, [9, 5, 3, 0], as_whole_numbers),
    ],
    solution="""
def my_best_constant(y, loss, candidates):
    values = [loss(y, np.full(len(y), c)) for c in candidates]
    return candidates[np.argmin(values)]
""",
    right="""
def my_best_constant(y, loss, candidates):
    best, best_value = None, np.inf
    for c in candidates:
        value = loss(y, np.full(len(y), c))
        if value < best_value:
            best, best_value = c, value
    return best
return min(candidates, key=lambda c: loss(y, np.full(len(y), c)))
def my_best_constant(y, loss, candidates):
    ordered = sorted(candidates, key=lambda c: loss(y, np.full(len(y), c)))
    return ordered[0]
def my_best_constant(y, loss, candidates):
    table = {}
    for c in candidates:
        table[c] = loss(y, np.array([c] * len(y)))
    return min(table, key=table.get)
""",
    mistakes="""
smallest-loss: That is the smallest loss itself. Which of the candidates has it?
    return candidates[np.argmin(values)] => return min(values)

position: That is a position in the array of candidates. Which candidate stands there?
    return candidates[np.argmin(values)] => return np.argmin(values)

largest-loss: That candidate has the largest loss. Which one is asked for: the one with the largest loss,
or the one with the smallest?
    argmin => argmax
    value < best_value => value > best_value; np.inf => 0

mean: That is the mean, whatever the loss is. It is the best only for one of them, and it may not even be
among the candidates. Where does your function ask the loss?
    return np.mean(y)
    return sum(y) / len(y)

median: That is the median, whatever the loss is. It is the best only for one of them. Where does your
function ask the loss?
    return np.median(y)

all-losses: Those are the losses of all candidates. One step is missing: where is the smallest?
    return candidates[np.argmin(values)] => return values
    return candidates[np.argmin(values)] => return np.array(values)

guess-first: For this loss, too high and too low are not the same. What does it want first: the prices or
the guesses?
    loss(y, np.full(len(y), c)) for => loss(np.full(len(y), c), y) for

always-l1: The L1 loss was used, whatever loss was given. Under which name does your function get the
loss?
    loss(y, np.full(len(y), c)) for => np.mean(np.abs(c - y)) for

always-l2: The L2 loss was used, whatever loss was given. Under which name does your function get the
loss?
    loss(y, np.full(len(y), c)) for => np.mean((c - y) ** 2) for

last-candidate: That is always the last candidate. When a smaller loss is found: what has to be
remembered for the next comparison?
    best, best_value = c, value => best = c
    return candidates[np.argmin(values)] => return candidates[-1]
""",
)
