"""Checks of the exercises of lesson 3."""

import numpy as np

from helpers import losses
from helpers.check.calls import as_arrays
from helpers.check.exercise import Case, Exercise, Mistake


def _mean(cost, step=np.mean):
    """A loss in which each difference costs something else, or the costs are not averaged."""
    return lambda y, y_hat: step(cost(y_hat - y))


_many = np.random.default_rng(8).normal(22, 9, 500)
_many_hat = _many + np.random.default_rng(9).normal(0, 5, 500)

_CASES = [
    Case("three houses", as_arrays(y=[3, 4, 4], y_hat=[1, 2, 4])),
    Case("errors that cancel", as_arrays(y=[0, 0], y_hat=[1, -1])),
    Case("a single house", as_arrays(y=[20], y_hat=[25])),
    Case("negative values", as_arrays(y=[-6, -2, 3], y_hat=[-4, -5, -1])),
    Case("a perfect rule", as_arrays(y=[7, 9], y_hat=[7, 9])),
    Case("500 houses", {"y": _many, "y_hat": _many_hat}, late=True),
]
_SIGNED = (
    "The sign is still there, so errors above and below cancel each other. What must happen to "
    "each difference before the mean is taken?"
)
_EVERY_PAIR = (
    "Every guess was compared with every price. Which guess belongs to which price: do your loops "
    "or the shapes of your arrays say so?"
)
_OF_EACH_PRICE = (
    "The sign was taken from each price, not from the difference. What stands between the upright "
    "bars of the formula?"
)

l1_loss = Exercise(
    number="3.1",
    title="the L1 loss",
    reference=losses.l1_loss,
    cases=_CASES,
    mistakes=[
        Mistake(
            _mean(np.abs, step=np.sum),
            "That is the sum of the distances. With a fourth house every rule would look worse: "
            "how does the formula keep the number of houses out of it?",
        ),
        Mistake(_mean(lambda e: e), _SIGNED),
        Mistake(_mean(lambda e: -e), _SIGNED),
        Mistake(
            lambda y, y_hat: abs(np.mean(y_hat - y)),
            "The sign was taken away after the mean. By then, errors above and below have "
            "cancelled already. Which of the two steps comes first in the formula?",
        ),
        Mistake(
            losses.l2_loss,
            "You squared the differences. That is another loss, which comes next. What do the "
            "two upright bars in the formula mean?",
        ),
        Mistake(
            losses.rmse,
            "That is the RMSE of lesson 2: squares, then a root. What do the two upright bars in "
            "the formula mean?",
        ),
        Mistake(
            _mean(np.abs, step=np.asarray),
            "That is one distance for each house. What turns them into a single number?",
        ),
        Mistake(lambda y, y_hat: np.mean(np.abs(y_hat) - np.abs(y)), _OF_EACH_PRICE),
        Mistake(lambda y, y_hat: np.mean(np.abs(np.abs(y_hat) - np.abs(y))), _OF_EACH_PRICE),
        Mistake(lambda y, y_hat: np.mean(np.abs(y_hat - y[:, None])), _EVERY_PAIR),
        Mistake(
            _mean(np.abs, step=np.median),
            "That is the median of the distances. Which average does the formula take?",
        ),
    ],
)

l2_loss = Exercise(
    number="3.2",
    title="the L2 loss",
    reference=losses.l2_loss,
    cases=_CASES,
    mistakes=[
        Mistake(
            _mean(np.square, step=np.sum),
            "That is the sum of the squares. With a fourth house every rule would look worse: "
            "how does the formula keep the number of houses out of it?",
        ),
        Mistake(
            lambda y, y_hat: np.mean(y_hat - y) ** 2,
            "The square was taken of the mean. By then, errors above and below have cancelled. "
            "Which of the two steps comes first in the formula?",
        ),
        Mistake(
            lambda y, y_hat: losses.l1_loss(y, y_hat) ** 2,
            "The mean distance was squared. Which comes first in the formula, the square or the "
            "mean?",
        ),
        Mistake(
            losses.l1_loss,
            "That is the L1 loss. Which step is different in the L2 loss?",
        ),
        Mistake(
            losses.rmse,
            "You took the square root at the end. That is the RMSE. It is useful, but where does "
            "the formula stop?",
        ),
        Mistake(
            _mean(np.square, step=np.asarray),
            "That is one square for each house. What turns them into a single number?",
        ),
        Mistake(
            lambda y, y_hat: np.mean(y_hat**2 - y**2),
            "The prices were squared, and then subtracted. Which comes first in the formula, the "
            "difference or the square?",
        ),
        Mistake(
            lambda y, y_hat: np.mean(y_hat - y**2),
            "Only y was squared: Python squares before it subtracts. How do you tell it to take "
            "the difference first?",
        ),
        Mistake(
            _mean(lambda e: 2 * e),
            "Each difference was doubled, not squared. What is the square of 3?",
        ),
        Mistake(lambda y, y_hat: np.mean((y_hat - y[:, None]) ** 2), _EVERY_PAIR),
    ],
)


def _percentages(y, y_hat):
    return 100 * np.abs(y_hat - y) / np.abs(y)


def _refusing(answer, zeros=lambda y, y_hat: y == 0, message="a true price is 0"):
    """MAPE that refuses zeros, with another formula, other zeros or another message."""

    def mape(y, y_hat):
        if np.any(zeros(y, y_hat)):
            raise ValueError(message)
        return answer(y, y_hat)

    return mape


mape = Exercise(
    number="3.3",
    title="MAPE with a clear error",
    reference=losses.mape,
    cases=[
        Case("two houses", as_arrays(y=[10, 40], y_hat=[5, 50])),
        Case("a guess that is too high", as_arrays(y=[10], y_hat=[30])),
        Case("three houses", as_arrays(y=[10, 20, 50], y_hat=[11, 14, 20])),
        Case("a guess of 0", as_arrays(y=[10, 20], y_hat=[0, 25])),
        Case("negative values", as_arrays(y=[-4, 8], y_hat=[-5, 4])),
        Case("a perfect rule", as_arrays(y=[7, 9], y_hat=[7, 9])),
        # Late: a learner writes the formula first, and its mistake shall be named first.
        Case("a true price of 0", as_arrays(y=[10, 0], y_hat=[10, 1]), late=True),
    ],
    mistakes=[
        Mistake(
            lambda y, y_hat: np.mean(_percentages(y, y_hat)),
            "A true price of 0 gave inf: infinite. NumPy does not stop at a division by 0. What "
            "must your function do before it divides, and is its check true for this y?",
        ),
        Mistake(
            _refusing(losses.mape, message=""),
            "The error is raised, but it says nothing. What would you want to read if this "
            "happened to you next month?",
        ),
        Mistake(
            _refusing(losses.mape, zeros=lambda y, y_hat: (y == 0) | (y_hat == 0)),
            "A guess of 0 was refused. By which of the two arrays does the formula divide?",
        ),
        Mistake(
            _refusing(losses.mape, zeros=lambda y, y_hat: y <= 0),
            "A true price below 0 was refused. The formula can divide by it: by what can it not?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: np.mean(_percentages(y, y_hat)) / 100),
            "That is a fraction. By what must it be multiplied to become a percentage?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: 100 * np.mean(np.abs(y_hat - y) / np.abs(y_hat))),
            "Each error was divided by the guess. A percentage of what does the formula mean?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: 100 * np.mean(np.abs(y_hat - y)) / np.mean(np.abs(y))),
            "The mean error was divided by the mean price. Each house has its own percentage: "
            "which comes first, the division or the mean?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: 100 * np.mean((y_hat - y) / y)),
            "The signs are still there: a guess too low makes up for a guess too high. What do "
            "the upright bars do?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: 100 * np.mean(np.abs(y_hat - y) / y)),
            "For a true price below 0 the percentage became negative. Where else in the formula "
            "are there upright bars?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: np.median(_percentages(y, y_hat))),
            "That is the median of the percentages. Which average does the M in MAPE stand for?",
        ),
        Mistake(
            _refusing(lambda y, y_hat: np.sum(_percentages(y, y_hat))),
            "That is the sum of the percentages. What keeps the number of houses out of it?",
        ),
        Mistake(
            _refusing(_percentages),
            "That is one percentage for each house. What turns them into a single number?",
        ),
    ],
)


def _given(cost, name):
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
        return float(np.mean(cost(y_hat - y)))

    loss.__name__ = name
    return loss


_l1, _l2 = _given(np.abs, "l1_loss"), _given(np.square, "l2_loss")
_too_high_twice = _given(lambda e: np.where(e > 0, 2 * e, -e), "too_high_costs_twice")
_street = np.array([20.0, 20.0, 21.0, 22.0, 400.0])


def _costs(y, loss, candidates):
    return [loss(y, np.full(len(y), c)) for c in candidates]


def _choose(costs=_costs, at=np.argmin):
    return lambda y, loss, candidates: candidates[int(at(costs(y, loss, candidates)))]


def _always(loss):
    return _choose(lambda y, _, candidates: _costs(y, loss, candidates))


best_constant = Exercise(
    number="3.4",
    title="the best constant for any loss",
    reference=_choose(),
    cases=[
        Case(
            "one dear house, L1",
            {"y": _street, "loss": _l1, **as_arrays(candidates=[10, 21, 60, 97, 210, 400])},
        ),
        Case(
            "one dear house, L2",
            {"y": _street, "loss": _l2, **as_arrays(candidates=[10, 21, 60, 97, 210, 400])},
        ),
        Case(
            "candidates out of order",
            {**as_arrays(y=[1, 2, 9]), "loss": _l2, **as_arrays(candidates=[9, 4.9, 3.6, 0])},
        ),
        Case(
            "a loss that is not symmetric",
            {
                **as_arrays(y=[10, 20, 30, 40, 100]),
                "loss": _too_high_twice,
                **as_arrays(candidates=[40, 30, 20, 95]),
            },
        ),
    ],
    mistakes=[
        Mistake(
            lambda y, loss, candidates: float(np.min(_costs(y, loss, candidates))),
            "That is the smallest loss. The question asks for the price that has it.",
        ),
        Mistake(
            lambda y, loss, candidates: int(np.argmin(_costs(y, loss, candidates))),
            "That is a position in the array of candidates. Which candidate stands there?",
        ),
        Mistake(
            _choose(at=np.argmax),
            "That candidate has the largest loss. Do you want argmin or argmax?",
        ),
        Mistake(
            lambda y, loss, candidates: float(np.mean(y)),
            "That is the mean, whatever the loss is. It is the best only for one of them, and it "
            "may not even be among the candidates. Where does your function ask the loss?",
        ),
        Mistake(
            lambda y, loss, candidates: float(np.median(y)),
            "That is the median, whatever the loss is. It is the best only for one of them. Where "
            "does your function ask the loss?",
        ),
        Mistake(
            _costs,
            "Those are the losses of all candidates. One step is missing: where is the smallest?",
        ),
        Mistake(
            _choose(lambda y, loss, candidates: [loss(np.full(len(y), c), y) for c in candidates]),
            "For this loss, too high and too low are not the same. What does it want first: the "
            "prices or the guesses?",
        ),
        Mistake(
            _always(_l1),
            "The L1 loss was used, whatever loss was given. Under which name does your function "
            "get the loss?",
        ),
        Mistake(
            _always(_l2),
            "The L2 loss was used, whatever loss was given. Under which name does your function "
            "get the loss?",
        ),
        Mistake(
            lambda y, loss, candidates: candidates[-1],
            "That is always the last candidate. When a smaller loss is found: what has to be "
            "remembered for the next comparison?",
        ),
    ],
)


def _huber(join, error=np.abs, step=np.mean):
    """The two pieces of the Huber loss, put together by another rule."""
    return lambda y, y_hat, delta: step(join(error(y_hat - y), delta))


def _pieces(e, d):
    return np.where(e <= d, e**2 / 2, d * (e - d / 2))


huber_loss = Exercise(
    number="3.5",
    title="the Huber loss",
    reference=losses.huber_loss,
    cases=[
        Case("a small and a large error", {**as_arrays(y=[10, 20], y_hat=[12, 30]), "delta": 3.0}),
        Case("delta of 1", {**as_arrays(y=[0, 0, 0], y_hat=[0.5, -1, -4]), "delta": 1.0}),
        Case("all errors small", {**as_arrays(y=[5, 6], y_hat=[6, 4]), "delta": 10.0}),
        Case("all errors large", {**as_arrays(y=[30, 40], y_hat=[20, 55]), "delta": 2.0}),
    ],
    mistakes=[
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2, d * (e - d / 2))),
            "Small errors cost twice as much as they should, so the two pieces do not meet at "
            "delta. What stands in front of the square?",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2 / 2, e)),
            "Large errors cost their plain distance. The second piece has to begin where the "
            "first one ends, with the same steepness: compare it with the formula.",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2 / 2, d * e)),
            "The straight piece starts too high: at an error of delta it must cost as much as "
            "the squared piece. What is subtracted inside the parentheses?",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2 / 2, d * (e - d))),
            "The straight piece starts too low: at an error of delta it must cost as much as the "
            "squared piece. How much of delta is subtracted inside the parentheses?",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2 / 2, d * e - d / 2)),
            "Nearly. In the second piece, look at the parentheses of the formula: what does delta "
            "multiply?",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e <= d, e**2 / 2, e - d / 2)),
            "The straight piece is not steep enough to continue the squared one. What stands in "
            "front of its parentheses?",
        ),
        Mistake(
            _huber(lambda e, d: np.where(e > d, e**2 / 2, d * (e - d / 2))),
            "The pieces are exchanged: large errors are squared and small ones are not. For which "
            "errors is the condition true?",
        ),
        Mistake(
            _huber(lambda e, d: e**2 / 2),
            "All errors cost their square, the large ones too. For which errors must the straight "
            "piece count?",
        ),
        Mistake(
            _huber(lambda e, d: e**2 / 2 if np.any(e <= d) else d * (e - d / 2)),
            "One piece was used for all rows together. Each row has its own error: what chooses "
            "row by row?",
        ),
        Mistake(
            _huber(lambda e, d: e**2 / 2 if np.all(e <= d) else d * (e - d / 2)),
            "One piece was used for all rows together. Each row has its own error: what chooses "
            "row by row?",
        ),
        Mistake(
            _huber(_pieces, error=np.asarray),
            "A guess far too low was treated as a small error, because its difference is below 0. "
            "What is missing before the comparison with delta?",
        ),
        Mistake(
            _huber(_pieces, step=np.sum),
            "That is the sum over the rows. What turns it into a mean?",
        ),
        Mistake(
            _huber(_pieces, step=np.asarray),
            "That is the cost of each row. What turns it into one number?",
        ),
    ],
)
