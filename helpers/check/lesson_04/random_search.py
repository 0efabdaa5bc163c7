"""Exercise 4.2."""

from numbers import Real

import numpy as np

from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_04.shared import Function, Loss, TooManyCalls
from helpers.check.words import describe


class Draw(Function):
    """A source of points, which hands out one after the other, one in each call.

    It can hold more points than may be drawn, and better ones: they show what was drawn for what.
    """

    def __init__(self, name, points, n_draws):
        self.__name__, self.points, self.n_draws, self.calls = name, points, n_draws, 0

    def __call__(self, *given):
        """Hand out the next point."""
        if given:
            raise TypeError("draw takes nothing in its parentheses, and gives one point per call")
        if self.calls == len(self.points):
            raise TooManyCalls(f"draw was called more than n_draws = {self.n_draws} times")
        self.calls += 1
        return self.points[self.calls - 1]


def _drawn(label, loss, points, lowest, form=tuple, more=1, name=None, late=False):
    """A case: its points, then better ones on the way to the lowest place."""
    n_draws = len(points)
    best = np.array(min(points, key=loss))
    shares = np.linspace(0.1, 0.9, more * n_draws)
    further = [best + share * (lowest - best) for share in shares]
    name = name or f"a source of {', '.join(f'({k:g}, {b:g})' for k, b in points)}, …"
    draw = Draw(name, [form(point) for point in [*points, *further]], n_draws)
    return Case(label, {"loss": loss, "draw": draw, "n_draws": n_draws}, late)


def _rows(answer):
    """The parts of an answer as rows of equal length: tuples, lists, arrays or single numbers."""
    if not isinstance(answer, tuple | list | np.ndarray):
        return answer if isinstance(answer, Real) else describe(answer)
    try:
        rows = [np.ravel(part).tolist() for part in answer]
        width = max(map(len, rows), default=0)
        return np.array([row + [np.nan] * (width - len(row)) for row in rows], dtype=float)
    except (TypeError, ValueError):  # there is something else than numbers in it
        return describe(answer)


def _about(value, loss, draw, n_draws):
    """Find a best loss that is still what it began with, because no loss was below it."""
    if not isinstance(value, tuple | list) or len(value) != 2 or not isinstance(value[1], Real):
        return None
    rows = _rows(value)
    no_point = isinstance(rows, np.ndarray) and not np.any(np.nan_to_num(rows[0]))
    if no_point and value[1] < min(map(loss, draw.points)):
        return "starts-too-low", {"start": describe(value[1])}


_round = Loss("k² + b²", lambda k, b: k**2 + b**2)

random_search = Exercise(
    number="4.2",
    title="random search",
    cases=[
        _drawn(
            "the best draw in the middle",
            _round,
            [(3, 1), (0, 2), (5, -1), (-4, 3)],
            lowest=(0, 0),
        ),
        _drawn(
            "the best draw first",
            Loss("|k| + |b|", lambda k, b: abs(k) + abs(b)),
            [(1, -1), (4, 2), (-3, 5)],
            lowest=(0, 0),
            form=np.array,
        ),
        _drawn(
            "the best draw last",
            Loss("(k - 2)² + b²", lambda k, b: (k - 2) ** 2 + b**2),
            [(-1, 0), (5, 1), (7, -2), (3, 4), (2, 1)],
            lowest=(2, 0),
            more=2,
        ),
        _drawn(
            "losses below 0",
            Loss("k + b - 90", lambda k, b: k + b - 90),
            [(2, 30), (7, 10), (40, 20)],
            lowest=(-10, 0),
        ),
        # Its loss is above any number that a learner takes for infinity.
        _drawn("a single draw", _round, [(3e6, -4e6)], lowest=(0, 0), form=np.array, more=0),
        _drawn(
            "300 random points",
            Loss("(k - 9)² + (b + 35)²", lambda k, b: (k - 9) ** 2 + (b + 35) ** 2),
            np.random.default_rng(43).uniform(-100, 100, (300, 2)),
            lowest=(9, -35),
            form=np.array,
            name="a source of random points",
            late=True,
        ),
    ],
    tidy=_rows,
    about=_about,
    solution="""
def my_random_search(loss, draw, n_draws):
    best_point, best_loss = None, np.inf
    for _ in range(n_draws):
        point = draw()
        value = loss(point)
        if value < best_loss:
            best_point, best_loss = point, value
    return best_point, best_loss
""",
    right="""
def my_random_search(loss, draw, n_draws):
    points = [draw() for _ in range(n_draws)]
    losses = [loss(point) for point in points]
    best = np.argmin(losses)
    return points[best], losses[best]
def my_random_search(loss, draw, n_draws):
    best_point = draw()
    best_loss = loss(best_point)
    for _ in range(n_draws - 1):
        point = draw()
        value = loss(point)
        if value < best_loss:
            best_point = point
            best_loss = value
    return best_point, best_loss
def my_random_search(loss, draw, n_draws):
    points = []
    while len(points) < n_draws:
        points += [draw()]
    best = min(points, key=loss)
    return [best, loss(best)]
""",
    mistakes=r"""
loss-alone: That is the loss of the best point. Where is the point itself?
    return points[best], losses[best] => return losses[best]
    return best_point, best_loss => return best_loss

point-alone: That is the best point. Where is its loss?
    return points[best], losses[best] => return points[best]

other-order: Both are right, but they stand in the other order. Which of the two does the task name
first?
    return points[best], losses[best] => return losses[best], points[best]

three-numbers: The numbers are right, but the point has come apart. The task wants a pair: what is its
first part, and what its second?
    return points[best], losses[best] => return (*points[best], losses[best])
    return points[best], losses[best] => return np.append(points[best], losses[best])

number-of-draw: The number of the best draw came first. Which point was drawn then, and what is its loss?
    return points[best], losses[best] => return best
    return points[best], losses[best] => return best, losses[best]

all-points: Those are all points and all losses. Which single point has the smallest loss?
    return points[best], losses[best] => return points, losses

last-point: That is the last point, whatever its loss is. When a worse point comes, which one must be
remembered?
    return best_point, best_loss => return point, value
    value < best_loss => True

first-point: That is the first point. Is a new point drawn in each round, and does the loop go on after the
first one?
    return points[best], losses[best] => return points[0], losses[0]
    best_point, best_loss = point, value => return point, value
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        point = draw()
        for _ in range(n_draws):
            value = loss(point)
            if value < best_loss:
                best_point, best_loss = point, value
        return best_point, best_loss

other-point: The loss is the smallest one, but the point is not the one that has it. What has to be
remembered together with a better loss?
    return best_point, best_loss => return point, best_loss
    points[best], losses[best] => points[0], losses[best]
    points[best], losses[best] => min(points), min(losses)
    def my_random_search(loss, draw, n_draws):
        best_loss = np.inf
        for i in range(n_draws):
            point = draw()
            best_loss = min(best_loss, loss(point))
        return point, best_loss

point-forgotten: The best loss was remembered, but not its point. When a point is better than the best so
far, which two things have to be remembered?
    best_point, best_loss = point, value => best_loss = value

loss-forgotten: Your best loss was never replaced by a better one. When a point is better than the best so
far, which two things have to be remembered?
    best_point, best_loss = point, value => best_point = point
    best_loss = value => pass
    def my_random_search(loss, draw, n_draws):
        best_point = draw()
        best_loss = np.inf
        for i in range(n_draws - 1):
            point = draw()
            if loss(point) < best_loss:
                best_point = point
        return best_point, best_loss
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = draw(), np.inf
        for _ in range(n_draws - 1):
            point = draw()
            if loss(point) < loss(best_point):
                best_point = point
        return best_point, best_loss

not-its-loss: The point is right, but what stands behind it is not its loss. Which of your variables holds
the loss of the best point?
    return best_point, best_loss => return best_point, value
    return best_point, best_loss => return best_point, loss(draw())
    return best_point, best_loss => return best_point, loss
    return points[best], losses[best] => return points[best], best

with-the-one-before: Each loss was compared with the one just before it. Which loss must it beat to be the
best so far?
    best_loss = value => pass\n        best_loss = value
    def my_random_search(loss, draw, n_draws):
        before = np.inf
        for _ in range(n_draws):
            point = draw()
            value = loss(point)
            if value < before:
                best_point, best_loss = point, value
            before = value
        return best_point, best_loss

drawn-again: Each call of draw gives a new point, so the point that you compared is not the one that you
gave back. How can one point be used twice?
    value = loss(point) => value = loss(draw())
    best_point, best_loss = point, value => best_point, best_loss = draw(), value
    best_point, best_loss = point, value => best_point, best_loss = point, loss(draw())
    return best_point, best_loss => return draw(), best_loss
    losses = [loss(point) for point in points] => losses = [loss(draw()) for point in points]
    def my_random_search(loss, draw, n_draws):
        best_point = None
        best_loss = np.inf
        i = 0
        while i < n_draws:
            if loss(draw()) < best_loss:
                best_point = draw()
                best_loss = loss(best_point)
            i += 1
        return best_point, best_loss
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        for _ in range(n_draws):
            if loss(draw()) < best_loss:
                best_point, best_loss = draw(), loss(draw())
        return best_point, best_loss
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        for _ in range(n_draws):
            if loss(draw()) < best_loss:
                best_loss = loss(draw())
                best_point = draw()
        return best_point, best_loss
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = draw(), np.inf
        for _ in range(n_draws):
            value = loss(draw())
            if value < best_loss:
                best_loss = value
        return best_point, best_loss

largest-loss: That is the point with the largest loss. Is a large loss a good one?
    argmin => argmax
    np.inf => -np.inf; value < best_loss => value > best_loss
    np.inf => 0; value < best_loss => value > best_loss

nothing-kept: No point was kept, because no loss can beat the one with which your best loss begins. Is a
loss better if it is larger or if it is smaller, and which number does every such loss beat?
    value < best_loss => value > best_loss
    np.inf => -np.inf

starts-too-low: No point was kept here, because no loss is below {start}, with which your best loss begins.
Which number is larger than every loss?
    about
    None, np.inf => None, 0
    None, np.inf => None, 1000
    None, np.inf => [], 1_000_000

never-kept: Nothing was ever put into your best point here, because no loss is below the number with which
your best loss begins. Which number is larger than every loss?
    best_point, best_loss = None, np.inf => best_loss = 1000
    best_point, best_loss = None, np.inf => best_loss = 0

first-not-compared: The loss of the first point was not computed, so this point can never be the best. What
is the best loss after the first draw?
    best_loss = loss(best_point) => best_loss = np.inf

one-missing: One draw is missing, and here it was the best one. From which number to which does your loop
count?
    None, np.inf => None, np.inf\n    n_draws -= 1
    range(n_draws): => range(1, n_draws):
    best_point, best_loss = None, np.inf => best_loss = np.inf; range(n_draws): => range(n_draws - 1):

one-too-many: One point too many was drawn: the best one here is number n_draws + 1. Where do you draw,
before the loop and in it, and how often in all?
    range(n_draws): => range(n_draws + 1):
    range(n_draws - 1) => range(n_draws)

drawn-for-nothing: The last point is drawn for nothing, because no round is left that looks at it. How often
is draw called in all?
    def my_random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        point = draw()
        for _ in range(n_draws):
            value = loss(point)
            if value < best_loss:
                best_point, best_loss = point, value
            point = draw()
        return best_point, best_loss

function-as-point: A function is no point. How is a function asked for what it gives?
    stops: TypeError: the loss takes one point .* got a function
    point = draw() => point = draw

function-compared: The loss itself was compared, and it is a function. Which of your variables holds the
loss of this point?
    stops: TypeError: '[<>]=?' not supported .*'function'
    if value < best_loss => if loss < best_loss
    best_loss = value => best_loss = loss

not-one-point: The loss takes one point at a time, in one piece. What did your function hand over?
    stops: TypeError: the loss takes one point
    value = loss(point) => value = loss(*point)
    losses = [loss(point) for point in points] => losses = loss(points)

draw-with-number: Each call of draw gives one point. How do you get as many of them as n_draws says?
    stops: TypeError: draw takes nothing
    points = [draw() for _ in range(n_draws)] => points = draw(n_draws)
""",
)
