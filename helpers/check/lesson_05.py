"""Checks of the exercises of lesson 5."""

import numpy as np

from helpers import descent, losses
from helpers.check.calls import as_arrays, named
from helpers.check.exercise import Case, Exercise, Mistake

_rooms = np.random.default_rng(5).normal(6.3, 0.7, 200)
_prices = 9 * _rooms - 34 + np.random.default_rng(6).normal(0, 6, 200)


_square = named("square", lambda w: w**2)
_loss_of_k = named(  # for one k, or for an array of them
    "loss_of_k",
    lambda k: np.mean((np.multiply.outer(k, _rooms) - 34 - _prices) ** 2, axis=-1),
)


def _difference(f, w, h):
    return f(w + h) - f(w - h)


_ONE_SIDED = (
    "One of your two points is w itself, so you see the curve on one side only. Which two points "
    "stand in the task, one on each side of w?"
)
_NUMERATOR = (
    "Only the height of one point was divided: Python divides before it subtracts. How do you tell "
    "it to take the difference first?"
)

slope = Exercise(
    number="5.1",
    title="a slope from two points",
    reference=lambda f, w, h: _difference(f, w, h) / (2 * h),
    cases=[
        Case("a square", {"f": _square, "w": 3.0, "h": 2.0}),
        Case("a place where f falls", {"f": _square, "w": -2.0, "h": 0.5}),
        Case("a wide h on a cube", {"f": named("cube", lambda w: w**3), "w": 1.0, "h": 1.0}),
        Case("a corner", {"f": named("absolute_value", lambda w: abs(w)), "w": 0.0, "h": 0.5}),
        Case(
            "a straight line",
            {"f": named("straight_line", lambda w: 3 * w + 2), "w": 10.0, "h": 0.25},
        ),
        Case("the loss of 200 houses", {"f": _loss_of_k, "w": 9.0, "h": 0.001}, late=True),
    ],
    mistakes=[
        Mistake(
            lambda f, w, h: _difference(f, w, h) / h,
            "You divided by h. How far is it from the point on the left to the point on the right?",
        ),
        Mistake(
            lambda f, w, h: _difference(f, w, h) / 2,
            "You divided by 2, whatever h is. How far is it from the point on the left to the "
            "point on the right?",
        ),
        Mistake(
            lambda f, w, h: _difference(f, w, h) / 2 * h,
            "The difference was divided by 2, and then multiplied by h: Python goes from left to "
            "right. How do you tell it that 2 and h belong together?",
        ),
        Mistake(
            lambda f, w, h: _difference(f, w, h) * 2 * h,
            "The difference was multiplied by the distance of the two points. What does a slope do "
            "with the two: how much higher for each unit of distance?",
        ),
        Mistake(lambda f, w, h: (f(w + h) - f(w)) / h, _ONE_SIDED),
        Mistake(lambda f, w, h: (f(w) - f(w - h)) / h, _ONE_SIDED),
        Mistake(lambda f, w, h: (f(w + h) - f(w)) / (2 * h), _ONE_SIDED),
        Mistake(lambda f, w, h: (f(w + 2 * h) - f(w)) / (2 * h), _ONE_SIDED),
        Mistake(lambda f, w, h: (f(w) - f(w - 2 * h)) / (2 * h), _ONE_SIDED),
        Mistake(
            lambda f, w, h: -_difference(f, w, h) / (2 * h),
            "The sign is turned round: where f rises, your slope is below 0. Which height is taken "
            "away from which?",
        ),
        Mistake(
            lambda f, w, h: abs(_difference(f, w, h)) / (2 * h),
            "Your slope has lost its sign. How does a slope tell that f falls?",
        ),
        Mistake(
            lambda f, w, h: (f(w + h) + f(w - h)) / (2 * h),
            "The two heights were added. What tells you how much higher one is than the other?",
        ),
        Mistake(lambda f, w, h: f(w + h) - f(w - h) / (2 * h), _NUMERATOR),
        Mistake(lambda f, w, h: f(w + h) - f(w - h) / 2 * h, _NUMERATOR),
        Mistake(lambda f, w, h: f(w + h) - f(w - h) / h, _NUMERATOR),
        Mistake(lambda f, w, h: f(w + h) - f(w - h) / 2, _NUMERATOR),
        Mistake(
            lambda f, w, h: 2 * h / _difference(f, w, h),
            "You divided the distance of the two points by the difference of their heights. Which of "
            "the two stands on top in a slope?",
        ),
        Mistake(
            _difference,
            "That is how much higher the right point is. By what is it divided to become a slope?",
        ),
        Mistake(
            lambda f, w, h: f((w + h) - (w - h)) / (2 * h),
            "The two places were subtracted, and f was asked only once. The slope needs the "
            "difference of two heights: where is f asked for each of them?",
        ),
        Mistake(
            lambda f, w, h: _difference(f, w, 1e-5) / 2e-5,
            "You took a tiny h of your own, whatever h was given. Where does your function use the "
            "h from its first line?",
        ),
        Mistake(
            lambda f, w, h: 1 / 0,
            "Something was divided by 0, but the two points are not in the same place. How far is "
            "w + h from w - h?",
        ),
    ],
)


_HOUSES = [
    Case("three houses", as_arrays(x=[4, 5, 6], y=[10, 15, 20], y_hat=[13, 15, 19])),
    Case("a single house", as_arrays(x=[5], y=[10], y_hat=[8])),
    Case("errors that cancel", as_arrays(x=[3, 5, 8, 4], y=[9, 9, 9, 9], y_hat=[7, 10, 13, 6])),
    Case("rooms minus their mean", as_arrays(x=[-3, -1, 4], y=[2, -6, 7], y_hat=[-1, 4, 5])),
    Case("a perfect line", as_arrays(x=[1, 2], y=[7, 9], y_hat=[7, 9])),
    Case("200 houses", {"x": _rooms, "y": _prices, "y_hat": 8 * _rooms - 30}, late=True),
]
_NO_TWO = (
    "That is half of the slope. Each error is squared in the loss: which factor does the slope of a "
    "square bring with it?"
)
_SIGN = (
    "The sign is turned round: your slope says that the loss falls where it rises. Which is taken "
    "away from which, the price or the prediction?"
)
_SUM = (
    "That is a sum over the houses: with twice as many houses it would be twice as steep. How does "
    "the formula keep the number of houses out of it?"
)
_ABS = (
    "The errors have lost their signs, so a prediction too high and one too low push the line in "
    "the same direction. What does the formula do with the sign of an error?"
)
_MEDIAN = "That is a median over the houses. Which average does the formula take?"
_EACH_ROW = "That is one number for each house. What turns them into a single slope?"
_AVERAGED_TOO_EARLY = (
    "The errors were averaged before the rooms came in, so one number for each house is left. Which "
    "comes first in the formula, the product or the mean?"
)
_ONLY_SIGNS = (
    "Only the sign of each error was used. What is the slope of a square: does it depend on how "
    "large the error is?"
)
_LOSS = "That is the L2 loss itself. What is left of a square when you take its slope?"


def _mean_of(term, factor=2, step=np.mean):
    """A slope in which each house counts with another term, or the terms are put together so."""
    return lambda x, y, y_hat: factor * step(term(y_hat - y, x))


def _l2_loss(x, y, y_hat):
    return losses.l2_loss(y, y_hat)


def _error_times_x(error, x):
    return error * x


def _only_error(error, x):
    return error


partial_k = Exercise(
    number="5.2",
    title="the slope for k",
    reference=descent.partial_k,
    cases=_HOUSES,
    mistakes=[
        Mistake(_mean_of(_error_times_x, factor=1), _NO_TWO),
        Mistake(
            descent.partial_b,
            "The rooms do not count in your slope, but k is multiplied by them. If k grows by 1, "
            "by how much does the prediction of a house with 6 rooms grow?",
        ),
        Mistake(
            _mean_of(_only_error, factor=1),
            "That is the mean error. Two factors of the formula are missing: which one stands in "
            "front of the sum, and which one behind each error?",
        ),
        Mistake(_mean_of(_error_times_x, factor=-2), _SIGN),
        Mistake(
            _mean_of(_error_times_x, factor=-1),
            "The sign is turned round, and the size is half of what it should be. Which is taken "
            "away from which, and which factor does the slope of a square bring with it?",
        ),
        Mistake(_mean_of(_error_times_x, step=np.sum), _SUM),
        Mistake(_mean_of(_error_times_x, factor=1, step=np.sum), _SUM),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat - y) * np.mean(x),
            "The mean error was multiplied by the mean number of rooms. Each error belongs to a "
            "house with its own rooms: which comes first in the formula, the product or the mean?",
        ),
        Mistake(
            _mean_of(lambda e, x: e**2 * x),
            "The errors are still squared. What is left of a square when you take its slope?",
        ),
        Mistake(
            _mean_of(lambda e, x: e**2 * x, factor=1),
            "The errors are still squared. What is left of a square when you take its slope?",
        ),
        Mistake(_l2_loss, _LOSS),
        Mistake(lambda x, y, y_hat: 2 * np.mean(y_hat - y) * x, _AVERAGED_TOO_EARLY),
        Mistake(lambda x, y, y_hat: np.mean(y_hat - y) * x, _AVERAGED_TOO_EARLY),
        Mistake(_mean_of(_error_times_x, step=np.asarray), _EACH_ROW),
        Mistake(_mean_of(_error_times_x, factor=1, step=np.asarray), _EACH_ROW),
        Mistake(_mean_of(_error_times_x, step=lambda terms: terms / len(terms)), _EACH_ROW),
        Mistake(_mean_of(lambda e, x: np.abs(e) * x), _ABS),
        Mistake(_mean_of(lambda e, x: np.abs(e * x)), _ABS),
        Mistake(
            lambda x, y, y_hat: abs(2 * np.mean((y_hat - y) * x)),
            "Your slope has lost its sign. How does a slope tell whether the loss rises or falls "
            "when k grows?",
        ),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat - y * x),
            "Only the price was multiplied by the rooms: Python multiplies before it subtracts. "
            "How do you tell it to take the difference first?",
        ),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat * x),
            "The true prices do not count in your slope. What must the prediction be compared "
            "with?",
        ),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(x * y_hat - y),
            "Only the prediction was multiplied by the rooms: Python multiplies before it subtracts. "
            "How do you tell it to take the difference first?",
        ),
        Mistake(_mean_of(lambda e, x: np.sign(e) * x), _ONLY_SIGNS),
        Mistake(_mean_of(lambda e, x: np.sign(e) * x, factor=1), _ONLY_SIGNS),
        Mistake(_mean_of(_error_times_x, step=np.median), _MEDIAN),
    ],
)

partial_b = Exercise(
    number="5.3",
    title="the slope for b",
    reference=_mean_of(_only_error),  # not the helper's, which looks at the shape of x
    cases=_HOUSES,
    mistakes=[
        Mistake(_mean_of(_only_error, factor=1), _NO_TWO),
        Mistake(
            descent.partial_k,
            "That is the slope for k: the rooms are still in it. If b grows by 1, by how much does "
            "the prediction of a house with 6 rooms grow?",
        ),
        Mistake(
            _mean_of(_error_times_x, factor=1),
            "The rooms are still in it, and the 2 is missing. If b grows by 1, by how much does "
            "the prediction of a house with 6 rooms grow?",
        ),
        Mistake(_mean_of(_only_error, factor=-2), _SIGN),
        Mistake(
            _mean_of(_only_error, factor=-1),
            "The sign is turned round, and the size is half of what it should be. Which is taken "
            "away from which, and which factor does the slope of a square bring with it?",
        ),
        Mistake(_mean_of(_only_error, step=np.sum), _SUM),
        Mistake(_mean_of(_only_error, factor=1, step=np.sum), _SUM),
        Mistake(_mean_of(lambda e, x: np.abs(e)), _ABS),
        Mistake(
            lambda x, y, y_hat: abs(2 * np.mean(y_hat - y)),
            "Your slope has lost its sign. How does a slope tell whether the loss rises or falls "
            "when b grows?",
        ),
        Mistake(_l2_loss, _LOSS),
        Mistake(
            _mean_of(lambda e, x: e**2),
            "The errors are still squared. What is left of a square when you take its slope?",
        ),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat),
            "The true prices do not count in your slope. What must the prediction be compared "
            "with?",
        ),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat) - np.mean(y),
            "Only the mean prediction was doubled, the mean price was not. What does the 2 of the "
            "formula multiply?",
        ),
        Mistake(_mean_of(_only_error, step=np.asarray), _EACH_ROW),
        Mistake(_mean_of(_only_error, factor=1, step=np.asarray), _EACH_ROW),
        Mistake(_mean_of(_only_error, step=lambda terms: terms / len(terms)), _EACH_ROW),
        Mistake(
            lambda x, y, y_hat: 2 * np.mean(y_hat - y) * np.mean(x),
            "The rooms are in your slope. If b grows by 1, by how much does the prediction of a house "
            "with 6 rooms grow?",
        ),
        Mistake(_mean_of(lambda e, x: np.sign(e)), _ONLY_SIGNS),
        Mistake(_mean_of(lambda e, x: np.sign(e), factor=1), _ONLY_SIGNS),
        Mistake(_mean_of(_only_error, step=np.median), _MEDIAN),
    ],
)


def _gradient(name, size, function):
    """A gradient to hand to the learner's function, which says so if it gets no whole point."""

    def gradient(point):
        if np.shape(point) != (size,):
            raise ValueError(
                f"the gradient wants the whole point, an array of shape ({size},), but it got one "
                f"of shape {np.shape(point)}."
            )
        return function(np.array(point, dtype=float))

    return named(name, gradient)


def _slopes_of_line(point):
    y_hat = point[0] * (_rooms - 6) + point[1]
    return np.array([f(_rooms - 6, _prices, y_hat) for f in (descent.partial_k, descent.partial_b)])


def _walk(step, extra=0):
    """Descend with another kind of step, or with more or fewer of them."""

    def last_point(gradient, start, learning_rate, n_steps):
        point = start
        for _ in range(n_steps + extra):
            point = step(point, gradient, learning_rate, start)
        return point

    return last_point


def _down(point, gradient, rate, start):
    return point - rate * gradient(point)


def _one_after_the_other(point, gradient, rate, start):
    point = point.copy()
    for i in range(len(point)):
        point[i] -= rate * gradient(point)[i]
    return point


def _first_number_only(point, gradient, rate, start):
    return np.array([_down(point, gradient, rate, start)[0], *point[1:]])


_ONE_STEP = (
    "Only one step counts, however many are wanted. Where does your loop end, and from which point "
    "does each step begin?"
)
_PATH = "Those are the points of the way. Which one of them does the task ask for?"

gradient_descent = Exercise(
    number="5.4",
    title="gradient descent",
    reference=_walk(_down),
    cases=[
        Case(
            "two steps",
            {
                "gradient": _gradient("three_times_the_point", 2, lambda p: 3 * p),
                **as_arrays(start=[4, -8]),
                "learning_rate": 0.25,
                "n_steps": 2,
            },
        ),
        Case(
            "a point of one number",
            {
                "gradient": _gradient("slope_to_five", 1, lambda p: 2 * (p - 5)),
                **as_arrays(start=[0]),
                "learning_rate": 0.1,
                "n_steps": 3,
            },
        ),
        Case(
            "a steep and a flat direction",
            {
                "gradient": _gradient("steep_and_flat", 2, lambda p: p * [8.0, 0.5]),
                **as_arrays(start=[1, 1]),
                "learning_rate": 0.1,
                "n_steps": 4,
            },
        ),
        Case(
            "slopes that depend on both numbers",
            {
                "gradient": _gradient("tilted_valley", 2, lambda p: p @ [[2.0, 1.0], [1.0, 2.0]]),
                **as_arrays(start=[3, -1]),
                "learning_rate": 0.2,
                "n_steps": 3,
            },
        ),
        Case(
            "a single step",
            {
                "gradient": _gradient("cubes", 3, lambda p: p**3),
                **as_arrays(start=[1, 2, -1]),
                "learning_rate": 0.5,
                "n_steps": 1,
            },
        ),
        Case(
            "500 steps for a line",
            {
                "gradient": _gradient("slopes_of_line", 2, _slopes_of_line),
                **as_arrays(start=[0, 0]),
                "learning_rate": 0.05,
                "n_steps": 500,
            },
            late=True,
        ),
    ],
    mistakes=[
        Mistake(
            _walk(lambda point, gradient, rate, start: point + rate * gradient(point)),
            "You went up: the gradient points to where the loss grows. In which direction does "
            "each step have to go?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point - gradient(point)),
            "The learning rate does not count: each step is as long as the gradient. What "
            "multiplies the gradient in a step?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point + gradient(point)),
            "You went up, and the learning rate does not count. In which direction does each step "
            "have to go, and what multiplies the gradient?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point - rate * gradient(start)),
            "Each step used the gradient of the start. The slopes change on the way: at which "
            "point must they be asked for in each round?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: start - learning_rate * gradient(start),
            _ONE_STEP,
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: start - rate * gradient(point)),
            "Each step was made from the start again, with the slopes of another place. From which "
            "point does the next step begin?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: start,
            "The start came back: no step was kept. Under which name does each round store the "
            "new point?",
        ),
        Mistake(
            _walk(_down, extra=-1),
            "One step is missing. How many rounds does your loop make if one step is wanted?",
        ),
        Mistake(
            _walk(_down, extra=1),
            "That is one step too many. How many rounds does your loop make if one step is wanted?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point - rate * np.sign(gradient(point))),
            "Every step has the same length: only the sign of each slope was used. What makes the "
            "steps shorter where the loss is nearly flat?",
        ),
        Mistake(
            _walk(
                lambda point, gradient, rate, start: (
                    point - rate * gradient(point) / np.linalg.norm(gradient(point))
                )
            ),
            "Every step has the same length: the gradient was divided by its own. What makes the "
            "steps shorter where the loss is nearly flat?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point - gradient(point) / rate),
            "The gradient was divided by the learning rate, so a smaller rate makes longer steps. "
            "What should a smaller rate do to a step?",
        ),
        Mistake(
            _walk(_first_number_only),
            "Only the first number of the point has moved. How many slopes does the gradient give, "
            "and which number does each of them belong to?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: point - rate * gradient(point)[0]),
            "Every number of the point was moved by the first slope. How many slopes does the "
            "gradient give, and which number does each of them belong to?",
        ),
        Mistake(
            _walk(_one_after_the_other),
            "The first number had moved already when the slope for the second one was asked for. "
            "At which point do all slopes of one step have to be taken?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: gradient(
                _walk(_down)(gradient, start, learning_rate, n_steps)
            ),
            "Those are the slopes at the last point. Does the task ask for the slopes, or for the "
            "point itself?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: gradient(
                _walk(_down, extra=-1)(gradient, start, learning_rate, n_steps)
            ),
            "Those are the slopes of the last step. Does the task ask for the slopes, or for the "
            "place to which the last step leads?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: (
                _walk(_down, extra=-1)(gradient, start, learning_rate, n_steps)
                - _walk(_down)(gradient, start, learning_rate, n_steps)
            ),
            "That is the last step itself. Does the task ask for the step, or for the place to which "
            "it leads?",
        ),
        Mistake(
            lambda gradient, start, learning_rate, n_steps: (
                _walk(_down)(gradient, start, learning_rate, n_steps) - start
            ),
            "That is the way from the start to the last point. From where does the first step "
            "begin?",
        ),
        Mistake(
            _walk(lambda point, gradient, rate, start: rate * gradient(point)),
            "Each round kept only the step and lost the point. What is the step taken away from?",
        ),
        *(
            Mistake(
                lambda gradient, start, learning_rate, n_steps, first=first, extra=extra: [
                    _walk(_down)(gradient, start, learning_rate, n)
                    for n in range(first, n_steps + extra)
                ],
                _PATH,
            )
            for first, extra in ((0, 1), (1, 1), (0, 0))
        ),
    ],
)


def _sides(side=np.sign, factor=1, step=np.mean):
    """The two slopes, with another side for each house, or put together in another way."""
    return lambda x, y, y_hat: np.array(
        [factor * step(side(y_hat - y) * x), factor * step(side(y_hat - y))]
    )


_EXACT = as_arrays(x=[2, 5, 8], y=[3, 6, 9], y_hat=[4, 6, 7])


def _exact_guess_anywhere(slopes):
    """Let the exact guess count as too low or too high: an L1 loss has no one slope there."""
    right, its_share = _sides()(**_EXACT), np.array([5, 1]) / 3
    if np.shape(slopes) != (2,):
        return slopes
    other = (np.allclose(slopes, right + side * its_share) for side in (-1, 1))
    return right if any(other) else slopes


_TWO_SUMS = (
    "Those are sums over the houses: with twice as many houses they would be twice as steep. How "
    "does the formula keep the number of houses out of it?"
)
_TWO_ABS = (
    "The errors have lost their signs, but they kept their sizes. For the L1 loss, what counts of "
    "an error: how large it is, or on which side of the price the prediction lies?"
)

l1_gradient = Exercise(
    number="5.5",
    title="the gradient of the L1 loss",
    reference=_sides(),
    cases=[
        Case("three houses", as_arrays(x=[4, 5, 9], y=[10, 15, 20], y_hat=[13, 14, 26])),
        Case("a single house", as_arrays(x=[5], y=[20], y_hat=[12])),
        Case("all predictions too high", as_arrays(x=[3, 6], y=[8, 20], y_hat=[9, 28])),
        Case(
            "rooms minus their mean",
            as_arrays(x=[-3, -1, 1, 3], y=[5, 9, 14, 20], y_hat=[7, 10, 15, 19.5]),
        ),
        Case(
            "one very large error",
            as_arrays(x=[4, 6, 7, 5, 8], y=[10, 21, 30, 15, 500], y_hat=[10.5, 22, 28, 16, 40]),
        ),
        # Late: the mistakes are not told apart here, where three answers are right.
        Case("an exact guess", _EXACT, late=True),
    ],
    tidy=_exact_guess_anywhere,
    mistakes=[
        Mistake(
            _sides(lambda e: e, factor=2),
            "That is the gradient of the L2 loss. For the L1 loss, what counts of an error: how "
            "large it is, or on which side of the price the prediction lies?",
        ),
        Mistake(
            _sides(lambda e: e),
            "The errors count with their sizes, as they do for the L2 loss. For the L1 loss, how "
            "much does the loss of one house change if its prediction rises by 1?",
        ),
        Mistake(
            lambda x, y, y_hat: _sides()(x, y, y_hat)[::-1],
            "Both slopes are there, but in the other order. Which one does the task want first?",
        ),
        Mistake(
            _sides(lambda e: -np.sign(e)),
            "Both signs are turned round: your slopes say that the loss falls where it rises. "
            "Which is taken away from which, the price or the prediction?",
        ),
        Mistake(
            _sides(factor=2),
            "Both slopes are twice as steep as they should be. A 2 comes from a square: is there a "
            "square in the L1 loss?",
        ),
        Mistake(_sides(step=np.sum), _TWO_SUMS),
        Mistake(_sides(factor=2, step=np.sum), _TWO_SUMS),
        Mistake(
            lambda x, y, y_hat: np.sign(_sides(lambda e: e)(x, y, y_hat)),
            "The sign was taken of the mean, so all houses together have one side. Each house has "
            "its own: which comes first, the sign or the mean?",
        ),
        Mistake(
            lambda x, y, y_hat: [
                np.sign(np.mean(y_hat - y)) * np.mean(x),
                np.sign(np.mean(y_hat - y)),
            ],
            "The sign was taken of the mean, so all houses together have one side. Each house has "
            "its own: which comes first, the sign or the mean?",
        ),
        Mistake(_sides(np.abs), _TWO_ABS),
        Mistake(
            lambda x, y, y_hat: [
                np.mean(np.abs(y_hat - y) * np.abs(x)),
                np.mean(np.abs(y_hat - y)),
            ],
            _TWO_ABS,
        ),
        Mistake(
            lambda x, y, y_hat: _sides()(np.ones(len(x)), y, y_hat),
            "Both slopes are the same: the rooms do not count in the first one. If k grows by 1, "
            "by how much does the prediction of a house with 6 rooms grow?",
        ),
        Mistake(
            lambda x, y, y_hat: [
                np.mean(np.sign(y_hat - y)) * np.mean(x),
                np.mean(np.sign(y_hat - y)),
            ],
            "The mean side was multiplied by the mean number of rooms. Each side belongs to a "
            "house with its own rooms: which comes first, the product or the mean?",
        ),
        Mistake(
            lambda x, y, y_hat: [np.mean(np.sign((y_hat - y) * x)), np.mean(np.sign(y_hat - y))],
            "In the first slope the sign was taken of the product, so the number of rooms is lost. "
            "What does the sign belong to, the error or the product?",
        ),
        Mistake(
            lambda x, y, y_hat: _sides(lambda e: e)(x, np.sign(y), np.sign(y_hat)),
            "The sign was taken from each price and each prediction. What is it that has a side: the "
            "price, the prediction, or the difference of the two?",
        ),
        Mistake(
            _sides(step=np.median),
            "Those are medians over the houses. Which average does the loss take?",
        ),
        Mistake(
            _sides(lambda e: e > 0),
            "A prediction that is too low counts as 0, so it does not pull at the line. What does "
            "it count for the L1 loss, compared with one that is too high?",
        ),
        Mistake(
            lambda x, y, y_hat: [np.sign(y_hat - y) * x, np.sign(y_hat - y)],
            "Those are two numbers for each house. What turns them into one slope for k and one "
            "for b?",
        ),
        Mistake(
            _sides(lambda e: e / np.abs(e)),
            "The second prediction is exactly right, and its error of 0 was divided by 0. What is "
            "the slope of such a house, and how do you get it without a division?",
        ),
    ],
)


def _halved(times):
    """A rate that has been halved some other number of times."""
    return lambda step, first_rate, halve_every: first_rate * 0.5 ** times(step, halve_every)


_ONCE = (
    "The rate is halved once and then stays as it is. What happens to it at the second and at the "
    "third halving?"
)
_A_THIRD = "The rate becomes a half, then a third, then a quarter. What is a half of a half?"
_GROWS = (
    "Half of the rate was multiplied by the number of halvings, so the rate grows with them. How do "
    "you write that it is multiplied by a half again and again?"
)
_ONE_LATE = (
    "Each halving comes one step late, as if the first step had the number 1. Which number does it "
    "have in the task?"
)
_POWER = (
    "The first rate itself was raised to a power. What is it that is multiplied in again and again: "
    "the first rate, or a half?"
)
_HALF_SUBTRACTED = (
    "Each time the same amount was taken away, until nothing is left. Halving takes half of what "
    "is there: what is a half of a half?"
)
_ONLY_THEN = (
    "The rate is halved in one step and is back in the next. How many halvings have there been up "
    "to this step?"
)
_NO_FIRST_RATE = (
    "That is the part of the first rate which is left. What must it be multiplied by to become a "
    "rate?"
)

rate = Exercise(
    number="5.6",
    title="a learning rate that shrinks",
    reference=_halved(lambda step, every: step // every),
    cases=[
        Case("a step after two halvings", {"step": 25, "first_rate": 0.8, "halve_every": 10}),
        Case("the first step", {"step": 0, "first_rate": 0.8, "halve_every": 100}),
        Case("the last step before a halving", {"step": 99, "first_rate": 0.8, "halve_every": 100}),
        Case("the first halving", {"step": 100, "first_rate": 0.3, "halve_every": 100}),
        Case("a fast rhythm", {"step": 13, "first_rate": 2.0, "halve_every": 3}),
        Case("a halving in each step", {"step": 5, "first_rate": 0.32, "halve_every": 1}),
    ],
    mistakes=[
        Mistake(
            _halved(lambda step, every: step / every),
            "The rate shrinks a little in every step. It should stay as it is until the next "
            "halving: how do you count only the halvings that are complete?",
        ),
        Mistake(
            _halved(lambda step, every: step % every),
            "That counts the steps since the last halving. How many halvings have there been so "
            "far?",
        ),
        Mistake(_halved(lambda step, every: step >= every), _ONCE),
        Mistake(_halved(lambda step, every: step > every), _ONCE),
        Mistake(
            lambda step, first_rate, halve_every: first_rate / (1 + step // halve_every), _A_THIRD
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate / (1 + step / halve_every), _A_THIRD
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate / (step // halve_every),
            "The rate was divided by the number of halvings, and that is 0 at first. By what is it "
            "divided at each of them?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate / (2 * (step // halve_every)),
            "The rate was divided by twice the number of halvings, and that is 0 at first. What is "
            "a half of a half, and what is a half of that?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate / 2 / max(step // halve_every, 0.5),
            "The rate was divided by twice the number of halvings. What is a half of a half, and "
            "what is a half of that?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * 0.5 * (step // halve_every), _GROWS
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * 0.5 * step / halve_every, _GROWS
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * 0.5 * step // halve_every, _GROWS
        ),
        Mistake(
            _halved(lambda step, every: step),
            "The rate was halved in every step. How many steps have to pass before each halving?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * (1 - 0.5 * (step // halve_every)),
            _HALF_SUBTRACTED,
        ),
        Mistake(
            lambda step, first_rate, halve_every: max(
                first_rate * (1 - 0.5 * (step // halve_every)), 0
            ),
            _HALF_SUBTRACTED,
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate - 0.5 * (step // halve_every),
            _HALF_SUBTRACTED,
        ),
        Mistake(
            _halved(lambda step, every: (step - 1) // every),
            _ONE_LATE,
        ),
        Mistake(
            _halved(lambda step, every: max(step - 1, 0) // every),
            _ONE_LATE,
        ),
        Mistake(
            _halved(lambda step, every: (step + 1) // every),
            "Each halving comes one step early. The steps are counted from 0: how many have been "
            "made before step 99?",
        ),
        Mistake(
            _halved(lambda step, every: step // every + 1),
            "That is one halving too many. How many halvings have there been at step 0?",
        ),
        Mistake(
            _halved(lambda step, every: -(step // every)),
            "The rate is doubled where it should be halved. Is the number that you raise to a "
            "power above or below 1?",
        ),
        Mistake(
            _halved(lambda step, every: round(step / every)),
            "The number of halvings was rounded to the nearest one, so each comes too early. How "
            "do you count only the halvings that are complete?",
        ),
        Mistake(
            _halved(lambda step, every: step % every == 0),
            _ONLY_THEN,
        ),
        Mistake(
            _halved(lambda step, every: step % every == 0 and step > 0),
            _ONLY_THEN,
        ),
        Mistake(lambda step, first_rate, halve_every: 0.5 ** (step // halve_every), _NO_FIRST_RATE),
        Mistake(
            lambda step, first_rate, halve_every: first_rate ** (step // halve_every + 1), _POWER
        ),
        Mistake(
            lambda step, first_rate, halve_every: (first_rate * 0.5) ** (step // halve_every),
            _POWER,
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * (1 - 0.5 ** (step // halve_every)),
            "That is what the halvings have taken away from the first rate. Does the task ask for "
            "what is gone, or for what is left?",
        ),
        Mistake(
            _halved(lambda step, every: -(-step // every)),
            "A halving was counted for every stretch that has begun, even for the first one. How many "
            "halvings have there been at step 1?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * 0.5**step // halve_every,
            "The power was taken first, and only then came the whole division. How do you tell "
            "Python to count the halvings first?",
        ),
        Mistake(
            lambda step, first_rate, halve_every: first_rate * 0.5**step / halve_every,
            "The power was taken first, and only then came the division. How do you tell Python to "
            "count the halvings first?",
        ),
        Mistake(
            _halved(lambda step, every: every // step),
            "The two numbers of the division are exchanged. How many halvings fit into the steps "
            "so far, and what is divided by what to count them?",
        ),
        Mistake(
            _halved(lambda step, every: every),
            "The number of halvings does not depend on the step. How many halvings have there "
            "been up to this step?",
        ),
    ],
)


def _weights(combine, error=lambda X, y, w: X @ w - y):
    """The slopes from another error, or from errors that are put together in another way."""
    return lambda X, y, w: combine(X, error(X, y, w))


def _full(X, error):
    return 2 / len(X) * X.T @ error


_ONE_SUM = (
    "Those are sums over the houses: with twice as many houses they would be twice as steep. How "
    "does the formula keep the number of houses out of it?"
)
_ALL_IN_ONE = (
    "That is one number for all weights together. Over which direction of the table must be "
    "summed, over the houses or over the features?"
)
_WRONG_WAY = (
    "That is one number for each house: the features were put together, and the houses were not. "
    "Over which direction of the table must be summed, so that each weight has its own slope?"
)
_HOUSE_BY_HOUSE = (
    "Each house still has its own numbers. Over what must be summed, so that one slope for each "
    "weight is left?"
)

linear_gradient = Exercise(
    number="5.7",
    title="the gradient of several features",
    reference=descent.linear_gradient,
    cases=[
        Case(
            "three houses and a column of ones",
            as_arrays(X=[[1, 2], [1, 3], [1, 5]], y=[4, 5, 12], w=[1, 2]),
        ),
        Case("a single house", as_arrays(X=[[2, -1, 4]], y=[10], w=[1, 3, 2])),
        Case("a single feature", as_arrays(X=[[1], [2], [3], [6]], y=[4, 5, 2, 9], w=[2])),
        Case(
            "features of different sizes",
            as_arrays(X=[[0.5, 300], [0.7, 280], [0.4, 410]], y=[20, 26, 17], w=[10, 0.1]),
        ),
        Case("weights that fit", as_arrays(X=[[1, 2], [3, 1], [2, 2]], y=[8, 9, 10], w=[2, 3])),
        Case(
            "200 houses and 4 features",
            {
                "X": np.column_stack([np.ones(200), _rooms, _rooms**2, np.cos(_rooms)]),
                "y": _prices,
                **as_arrays(w=[-30, 8, 0.1, 1]),
            },
            late=True,
        ),
    ],
    mistakes=[
        Mistake(
            _weights(lambda X, e: X.T @ e / len(X)),
            "Those are halves of the slopes. Each error is squared in the loss: which factor does the "
            "slope of a square bring with it?",
        ),
        Mistake(_weights(lambda X, e: 2 * X.T @ e), _ONE_SUM),
        Mistake(_weights(lambda X, e: X.T @ e), _ONE_SUM),
        Mistake(
            _weights(lambda X, e: -_full(X, e)),
            "Each sign is turned round: your slopes say that the loss falls where it rises. Which "
            "is taken away from which, the price or the prediction?",
        ),
        Mistake(
            _weights(lambda X, e: -X.T @ e / len(X)),
            "Each sign is turned round, and the slopes are half of what they should be. Which is "
            "taken away from which, and which factor does the slope of a square bring with it?",
        ),
        Mistake(
            _weights(lambda X, e: 2 / X.shape[1] * X.T @ e),
            "The sum was divided by the number of features. Over how many terms does the mean of "
            "the loss go: one for each feature, or one for each house?",
        ),
        Mistake(
            _weights(lambda X, e: 2 / X.size * X.T @ e),
            "The sum was divided by the number of all entries of the table. Over how many terms "
            "does the mean of the loss go: one for each entry, or one for each house?",
        ),
        Mistake(
            _weights(_full, error=lambda X, y, w: y),
            "The predictions do not count, so the weights make no difference. What must the "
            "prices be compared with?",
        ),
        Mistake(
            _weights(_full, error=lambda X, y, w: X @ w),
            "The true prices do not count. What must the predictions be compared with?",
        ),
        Mistake(_weights(lambda X, e: 2 / len(X) * X * e[:, None]), _HOUSE_BY_HOUSE),
        Mistake(_weights(lambda X, e: 2 * X * e[:, None]), _HOUSE_BY_HOUSE),
        Mistake(_weights(lambda X, e: 2 / len(X) * X.T * e), _HOUSE_BY_HOUSE),
        Mistake(_weights(lambda X, e: 2 * X.T * e), _HOUSE_BY_HOUSE),
        Mistake(_weights(lambda X, e: 2 * np.mean(X.T * e, axis=0)), _WRONG_WAY),
        Mistake(_weights(lambda X, e: 2 / len(X) * np.sum(X.T * e, axis=0)), _WRONG_WAY),
        Mistake(
            _weights(_full, error=lambda X, y, w: (X @ w)[:, None] - y),
            "Every prediction was compared with every price. Which prediction belongs to which "
            "price, and do the shapes of your arrays say so?",
        ),
        Mistake(_weights(lambda X, e: 2 * np.mean(X.T * e)), _ALL_IN_ONE),
        Mistake(_weights(lambda X, e: 2 / len(X) * np.sum(X.T * e)), _ALL_IN_ONE),
        Mistake(_weights(lambda X, e: 2 * np.sum(X.T * e)), _ALL_IN_ONE),
        Mistake(_weights(lambda X, e: 2 * np.mean(X.T @ e)), _ALL_IN_ONE),
        Mistake(_weights(lambda X, e: 2 * np.mean(e * X.mean(axis=1))), _ALL_IN_ONE),
        Mistake(
            _weights(lambda X, e: 2 * np.mean(e)),
            "That is the mean error, twice: the slope for a column of ones. What does the error of "
            "each house have to be multiplied by for the other columns?",
        ),
        Mistake(
            _weights(lambda X, e: 2 * np.mean(e) * X.mean(axis=0)),
            "The mean error was multiplied by the mean of each column. Each error belongs to a "
            "house with its own features: which comes first, the product or the mean?",
        ),
        Mistake(
            _weights(lambda X, e: 2 / len(X) * e, error=lambda X, y, w: X @ w - y),
            "Those are errors, one for each house. How does each feature come in, so that there is "
            "one slope for each weight?",
        ),
        Mistake(
            _weights(lambda X, e: e),
            "Those are the errors, one for each house. How does each feature come in, so that "
            "there is one slope for each weight?",
        ),
        Mistake(
            _weights(lambda X, e: _full(X, e**2)),
            "The errors are still squared. What is left of a square when you take its slope?",
        ),
        Mistake(
            _weights(lambda X, e: _full(X, np.abs(e))),
            "The errors have lost their signs, so a prediction too high and one too low push the "
            "weights in the same direction. What does the formula do with the sign of an error?",
        ),
        Mistake(_weights(lambda X, e: _full(X, np.sign(e))), _ONLY_SIGNS),
        Mistake(_weights(lambda X, e: _full(X, np.sign(e)) / 2), _ONLY_SIGNS),
        Mistake(
            _weights(lambda X, e: np.mean(e**2)),
            "That is the L2 loss itself. What is left of a square when you take its slope?",
        ),
        Mistake(
            lambda X, y, w: w - _full(X, X @ w - y),
            "The slopes were taken away from the weights already: that is a step. Does the task "
            "ask for the new weights, or for the slopes?",
        ),
    ],
)
