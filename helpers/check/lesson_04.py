"""Checks of the exercises of lesson 4."""

import operator

import numpy as np

from helpers import search
from helpers.check.calls import as_arrays
from helpers.check.exercise import Case, Exercise, Mistake
from helpers.check.words import describe, listing


def _four_times(share, inside=lambda x, y: x**2 + y**2 < 1):
    """An estimate from other points than those inside, or from something else than their share."""
    return lambda x, y: 4 * share(inside(x, y))


_dots = np.random.default_rng(41).uniform(-1, 1, (2, 200))
_TOO_MANY_INSIDE = (
    "Every point was counted, wherever it lies. Which of them have a distance below 1 from the "
    "middle?"
)
_NOT_SQUARED = (
    "That is not the distance from the middle: both coordinates are needed, and each one with its "
    "square. What does Pythagoras say about the sides of a triangle?"
)
_EACH_POINT = "That is one answer for each point. What turns them into the share of all points?"
_AND_OUTSIDE = (
    "The points inside were compared with the points outside. A share compares them with all "
    "points: how many are there?"
)
_EVERY_PAIR = (
    "Each x was paired with every y. Which y belongs to which x: do your loops or the shapes of "
    "your arrays say so?"
)

pi = Exercise(
    number="4.1",
    title="estimate pi",
    reference=_four_times(np.mean),
    cases=[
        Case("four points", as_arrays(x=[0, 0.9, 0.7, -0.6], y=[0.1, 0.8, -0.6, 0.2])),
        Case(
            "points on both sides of 0",
            as_arrays(x=[-0.9, 0.3, -0.4, 0.8, -0.95], y=[-0.8, -0.2, 0.9, 0.7, 0.1]),
        ),
        Case("a single point inside", as_arrays(x=[0.5], y=[-0.25])),
        Case("points in the corners only", as_arrays(x=[0.95, -0.9, 0.8], y=[-0.9, -0.8, 0.99])),
        Case("200 random points", {"x": _dots[0], "y": _dots[1]}),
    ],
    mistakes=[
        Mistake(
            lambda x, y: np.mean(x**2 + y**2 < 1),
            "That is the share of the points inside. The square has an area of 4: what must the "
            "share be multiplied by?",
        ),
        Mistake(
            lambda x, y: np.sum(x**2 + y**2 < 1),
            "That is the number of the points inside. What is their share of all points, and what "
            "must it be multiplied by?",
        ),
        Mistake(
            _four_times(np.sum),
            "That is four times the number of the points inside. With twice as many points it "
            "would be twice as large: how does a number become a share?",
        ),
        Mistake(
            lambda x, y: 4 * np.sum(x**2 + y**2 < 1) / 1000,
            "The number of points inside was divided by 1000. That fits the points of the lesson: "
            "how many are there here?",
        ),
        Mistake(
            _four_times(lambda inside: np.mean(~inside)),
            "You counted the points outside of the circle. Is the distance of a point inside above "
            "or below 1?",
        ),
        Mistake(_four_times(lambda inside: np.sum(inside) / np.sum(~inside)), _AND_OUTSIDE),
        Mistake(
            _four_times(lambda inside: int(np.sum(inside)) / int(np.sum(~inside))), _AND_OUTSIDE
        ),
        Mistake(
            lambda x, y: 4 * np.mean(x**2 + y**2),
            "That is a mean of squared distances. Which question must each point answer with yes "
            "or no before you take the mean?",
        ),
        Mistake(_four_times(len), "All points were counted, four times. Which ones are inside?"),
        Mistake(lambda x, y: 4, _TOO_MANY_INSIDE),
        Mistake(
            _four_times(np.mean, inside=lambda x, y: np.abs(x) + np.abs(y) < 1),
            "The two distances along the axes were added, which gives a square on its tip and no "
            "circle. What happens to x and y in the formula of the circle?",
        ),
        Mistake(_four_times(np.mean, inside=lambda x, y: x + y < 1), _NOT_SQUARED),
        Mistake(_four_times(np.mean, inside=lambda x, y: 2 * x + 2 * y < 1), _NOT_SQUARED),
        Mistake(_four_times(np.mean, inside=lambda x, y: x**2 + y < 1), _NOT_SQUARED),
        Mistake(_four_times(np.mean, inside=lambda x, y: x + y**2 < 1), _NOT_SQUARED),
        Mistake(_four_times(np.mean, inside=lambda x, y: np.abs(x + y) < 1), _NOT_SQUARED),
        Mistake(
            lambda x, y: 4 / len(x) if np.any(x**2 + y**2 < 1) else None,
            "Only one point has been counted. Does your loop end at the first point inside?",
        ),
        Mistake(lambda x, y: 4 * np.sum(x**2 + y[:, None] ** 2 < 1) / len(x), _EVERY_PAIR),
        Mistake(lambda x, y: 4 * np.mean(x**2 + y[:, None] ** 2 < 1), _EVERY_PAIR),
        Mistake(_four_times(lambda inside: inside / len(inside)), _EACH_POINT),
        Mistake(_four_times(np.asarray), _EACH_POINT),
        Mistake(lambda x, y: x**2 + y**2 < 1, _EACH_POINT),
    ],
)


def _count(better=lambda loss, best: loss < best, first=lambda losses: np.inf, start=0):
    """Count with another comparison, another best loss at first, or from another number on."""

    def improvements(losses):
        best, count = first(losses), start
        for loss in losses:
            if better(loss, best):
                best, count = loss, count + 1
        return count

    return improvements


def _improved(losses):
    """The places at which the best loss so far was beaten."""
    best_before = np.minimum.accumulate(np.append(np.inf, losses))[:-1]
    return np.flatnonzero(losses < best_before)


_TOO_LOW_AT_FIRST = (
    "The first losses here are larger than the number with which your best loss begins, so they "
    "were not counted. Which number is larger than every loss?"
)
_WITH_THE_ONE_BEFORE = (
    "Each loss was compared with the one just before it. Which loss must it beat to be the best so "
    "far?"
)

improvements = Exercise(
    number="4.3",
    title="count the improvements",
    reference=_count(),
    cases=[
        Case("six losses", as_arrays(losses=[5, 3, 4, 3.5, 1, 2])),
        Case("equal losses", as_arrays(losses=[4, 4, 2, 6, 2, 2])),
        Case("a first draw that stays the best", as_arrays(losses=[2, 6, 5, 3])),
        Case("large losses", as_arrays(losses=[500_000, 80_000, 90_000, 70_000, 1_200])),
        Case("losses below 0", as_arrays(losses=[3, -1, -4, -2, -5])),
        Case(
            "10,000 random losses",
            {"losses": np.random.default_rng(42).random(10_000)},
            late=True,
        ),
    ],
    mistakes=[
        Mistake(
            _count(better=operator.le),
            "A loss that equals the best one was counted. Is it an improvement?",
        ),
        Mistake(
            lambda losses: len(_improved(losses)) - 1,
            "The first draw is missing from your count. It has no loss before it: with what can it "
            "be compared, so that it counts?",
        ),
        Mistake(
            _count(first=np.max),
            "Your best loss begins with the largest loss. If that is the first one, it cannot beat "
            "itself: with what can it be compared, so that it counts?",
        ),
        Mistake(
            len,
            "Every draw was counted. When a loss beats the best one: what has to be remembered for "
            "the next comparison?",
        ),
        Mistake(
            lambda losses: 1 + int(np.sum(losses < losses[0])),
            "Each loss was compared with the first one. When a loss beats the best one: what has "
            "to be remembered for the next comparison?",
        ),
        Mistake(
            lambda losses: int(np.sum(losses < losses[0])),
            "Each loss was compared with the first one, and the first draw itself was not counted. "
            "When a loss beats the best one, what has to be remembered, and with what does the "
            "best loss begin?",
        ),
        Mistake(lambda losses: 1 + int(np.sum(np.diff(losses) < 0)), _WITH_THE_ONE_BEFORE),
        Mistake(lambda losses: int(np.sum(np.diff(losses) < 0)), _WITH_THE_ONE_BEFORE),
        Mistake(
            _count(better=operator.gt, first=lambda losses: -np.inf),
            "Those are the times when the loss was larger than all before it. Is a large loss a "
            "good one?",
        ),
        Mistake(
            _count(better=operator.gt, first=lambda losses: 0),
            "Those are the times when the loss was larger than all before it. Is a large loss a "
            "good one?",
        ),
        Mistake(
            _count(better=operator.gt, first=lambda losses: losses[0]),
            "Those are the times when the loss was larger than all before it. Is a large loss a "
            "good one?",
        ),
        Mistake(
            _count(better=operator.gt),
            "Nothing was counted, not even the first draw. Must a loss be larger or smaller than "
            "the best one to count, and with which number must the best one begin?",
        ),
        Mistake(
            _count(first=lambda losses: 0),
            "Your best loss begins with a number that is too small, so that hardly any loss can "
            "beat it. Which number is larger than every loss?",
        ),
        Mistake(
            lambda losses: _count()(losses[1:]),
            "The first loss was left out, so the second one counts in its place. From which number "
            "on does Python count?",
        ),
        Mistake(
            lambda losses: int(len(losses) - 1 in _improved(losses)),
            "Only the last loss was counted, if at all. What happens to your count in each round "
            "of the loop?",
        ),
        Mistake(
            lambda losses: len(losses) - len(_improved(losses)),
            "Those are the draws that did not beat the best loss. How many did?",
        ),
        *(
            Mistake(_count(first=lambda losses, best=best: best), _TOO_LOW_AT_FIRST)
            for best in (1000, 10_000, 75_000, 100_000)
        ),
        Mistake(
            _count(start=1),
            "That is one too many: the first draw was counted twice. Which line of yours counts it "
            "already?",
        ),
        Mistake(
            lambda losses: losses[_improved(losses)],
            "Those are the losses that beat the best one so far. How many of them are there?",
        ),
        Mistake(
            _improved,
            "Those are the places of the improvements. How many of them are there?",
        ),
        Mistake(
            lambda losses: np.isin(np.arange(len(losses)), _improved(losses)),
            "That is one answer for each draw. How many of them are true?",
        ),
        Mistake(np.min, "That is the best loss of all. How often did the best loss change?"),
        Mistake(
            lambda losses: _improved(losses)[-1],
            "That is the place of the last improvement. How many were there up to it?",
        ),
        Mistake(
            lambda losses: _improved(losses)[-1] + 1,
            "That is the number of the draw with the last improvement. How many improvements were "
            "there up to it?",
        ),
        Mistake(
            lambda losses: len(np.unique(losses)),
            "Those are the different losses. The order counts, too: which of them were smaller "
            "than all before them?",
        ),
        Mistake(
            lambda losses: 1,
            "Only the first draw was counted. Does your loop go on after it?",
        ),
    ],
)


class TooManyCalls(Exception):
    """An answer asks more often than its task allows."""


class Draw:
    """A source of points, which hands out one after the other, one in each call.

    It can hold more points than may be drawn, and better ones: they show what was drawn for what.
    """

    def __init__(self, name, points, n_draws):
        self.__name__, self.points, self.n_draws, self.calls = name, points, n_draws, 0

    def __eq__(self, other):  # that points have been handed out is no change of an input
        return isinstance(other, Draw) and self.__name__ == other.__name__

    def __call__(self, *given):
        """Hand out the next point."""
        if given:
            raise TypeError("draw takes nothing in its parentheses, and gives one point per call")
        if self.calls == len(self.points):
            raise TooManyCalls(f"draw was called more than n_draws = {self.n_draws} times")
        self.calls += 1
        return self.points[self.calls - 1]


class Loss:
    """A loss of one point, which says so if it gets something else or is asked too often."""

    def __init__(self, name, function, size=2, limit=np.inf):
        self.__name__, self.function, self.size = name, function, size
        self.limit, self.calls = limit, 0

    def __eq__(self, other):  # that it has been asked is no change of an input
        return isinstance(other, Loss) and self.__name__ == other.__name__

    def __call__(self, *given):
        """Compute the loss of a point."""
        if len(given) != 1 or np.shape(given[0]) != (self.size,):
            wanted = "1 number" if self.size == 1 else f"{self.size} numbers"
            parts = ["draw itself" if callable(part) else describe(part) for part in given]
            got = listing(parts or ["nothing"])
            raise TypeError(f"the loss takes one point of {wanted}, but it got {got}")
        if self.calls == self.limit:
            raise TooManyCalls(
                f"the loss was computed more than n_evaluations = {self.limit} times"
            )
        self.calls += 1
        return float(self.function(*given[0]))


def _drawn(label, loss, points, lowest, form=tuple, more=1, name=None, late=False):
    """A case of the random search: its points, then better ones on the way to the lowest place."""
    n_draws = len(points)
    best = np.array(min(points, key=loss))
    shares = np.linspace(0.1, 0.9, more * n_draws)
    further = [best + share * (lowest - best) for share in shares]
    name = name or f"a source of {', '.join(f'({k:g}, {b:g})' for k, b in points)}, …"
    draw = Draw(name, [form(point) for point in [*points, *further]], n_draws)
    return Case(label, {"loss": loss, "draw": draw, "n_draws": n_draws}, late)


def _two_rows(answer):
    """A pair as two rows of equal length, whether it holds tuples, lists, arrays or numbers."""
    if not isinstance(answer, tuple | list | np.ndarray) or len(answer) != 2:
        return answer
    rows = [np.ravel(part).tolist() for part in answer]
    width = max(map(len, rows))
    return np.array([row + [np.nan] * (width - len(row)) for row in rows], dtype=float)


def _keep(better=operator.lt, first=np.inf, more=0):
    """Keep the best of all draws by another comparison, or of more or fewer draws."""

    def random_search(loss, draw, n_draws):
        best_point, best_loss = None, first
        for _ in range(n_draws + more):
            point = draw()
            value = loss(point)
            if better(value, best_loss):
                best_point, best_loss = point, value
        return best_point, best_loss

    return random_search


def _of_all(pick):
    """Draw as the task says, and give back something else."""

    def random_search(loss, draw, n_draws):
        points = [draw() for _ in range(n_draws)]
        losses = [loss(point) for point in points]
        return pick(points, losses, int(np.argmin(losses)))

    return random_search


def _draw_again(for_loss, for_point):
    """Draw once more in each round for the loss, or in each better round for the point."""

    def random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        for _ in range(n_draws):
            point = draw()
            value = loss(draw() if for_loss else point)
            if value < best_loss:
                best_point, best_loss = (draw() if for_point else point), value
        return best_point, best_loss

    return random_search


def _draw_for_the_loss(loss, draw, n_draws):
    best_point, best_loss = None, np.inf
    for _ in range(n_draws):
        point = draw()
        if loss(point) < best_loss:
            best_point, best_loss = point, loss(draw())
    return best_point, best_loss


def _draw_and_keep(keep):
    """Draw for the comparison, and draw anew for what is kept."""

    def random_search(loss, draw, n_draws):
        best_point, best_loss = None, np.inf
        for _ in range(n_draws):
            if loss(draw()) < best_loss:
                best_point, best_loss = keep(loss, draw)
        return best_point, best_loss

    return random_search


def _with_its_loss(loss, draw):
    point = draw()
    return point, loss(point)


def _draw_for_return(first):
    """Search for the loss alone, and draw a point for the answer: before the search or after it."""

    def random_search(loss, draw, n_draws):
        point = draw() if first else None
        best_loss = _keep()(loss, draw, n_draws)[1]
        return point if first else draw(), best_loss

    return random_search


def _loss_of_a_new_draw(loss, draw, n_draws):
    best_point, _ = _keep()(loss, draw, n_draws)
    return best_point, loss(draw())


def _points_and_other_points(loss, draw, n_draws):
    points = [draw() for _ in range(n_draws)]
    losses = [loss(draw()) for _ in range(n_draws)]
    return points[int(np.argmin(losses))], min(losses)


def _draw_in_advance(loss, draw, n_draws):
    answer = _keep()(loss, draw, n_draws)
    draw()
    return answer


def _nameless(search):
    """The same, but the name of the best point does not exist before a point is kept."""

    def random_search(loss, draw, n_draws):
        point, value = search(loss, draw, n_draws)
        if point is None:
            raise UnboundLocalError("no best point")
        return point, value

    return random_search


def _both_ways(search, message):
    return [Mistake(search, message), Mistake(_nameless(search), message)]


_round = Loss("k² + b²", lambda k, b: k**2 + b**2)
_DRAWN_AGAIN = (
    "Each call of draw gives a new point, so the point that you compared is not the one that you "
    "gave back. How can one point be used twice?"
)
_LAST_POINT = (
    "The loss is the smallest one, but the point is the last one that was drawn. What has to be "
    "remembered together with a better loss?"
)
_NEVER_SMALLER = (
    "Each point was kept, because the best loss never changed. When a point is better than the "
    "best so far, which two things have to be remembered?"
)

random_search = Exercise(
    number="4.2",
    title="random search",
    reference=_keep(),
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
        _drawn("a single draw", _round, [(6000, -8000)], lowest=(0, 0), form=np.array, more=0),
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
    tidy=_two_rows,
    mistakes=[
        Mistake(
            _of_all(lambda points, losses, best: losses[best]),
            "That is the loss of the best point. Where is the point itself?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: points[best]),
            "That is the best point. Where is its loss?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (losses[best], points[best])),
            "Both are right, but they stand in the other order. Which of the two does the task "
            "name first?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: best),
            "That is the number of the best draw. Which point was drawn then, and what is its "
            "loss?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (best, losses[best])),
            "The loss is right, but in front of it stands the number of the draw. Which point was "
            "drawn then?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points, losses)),
            "Those are all points and all losses. Which single point has the smallest loss?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[-1], losses[-1])),
            "That is the last point, whatever its loss is. When a worse point comes, which one "
            "must be remembered?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[0], losses[0])),
            "That is the first point. Is a new point drawn in each round, and does the loop go on "
            "after the first one?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[-1], losses[best])),
            _LAST_POINT,
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[0], losses[best])),
            "The loss is the smallest one, but the point is the first one that was drawn. What has "
            "to be remembered together with a better loss?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (None, losses[best])),
            "The best loss was remembered, but not its point. When a point is better than the best "
            "so far, which two things have to be remembered?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[-1], np.inf)),
            _NEVER_SMALLER,
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[best], np.inf)),
            "The point is right, but its loss was not remembered. When a point is better than the "
            "best so far, which two things have to be remembered?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[best], best)),
            "The point is right, but behind it stands the number of its draw. What is its loss?",
        ),
        Mistake(
            _of_all(lambda points, losses, best: (points[best], losses[-1])),
            "The point is right, but the loss is that of the last point. Which of your variables "
            "holds the loss of the best point?",
        ),
        Mistake(_draw_for_return(first=True), _DRAWN_AGAIN),
        Mistake(_draw_for_return(first=False), _DRAWN_AGAIN),
        Mistake(
            _loss_of_a_new_draw,
            "The point is right, but the loss is that of another point, which was drawn at the "
            "end. Which loss belongs to the best point?",
        ),
        Mistake(_draw_again(for_loss=True, for_point=False), _DRAWN_AGAIN),
        Mistake(_draw_again(for_loss=False, for_point=True), _DRAWN_AGAIN),
        Mistake(_draw_for_the_loss, _DRAWN_AGAIN),
        Mistake(_points_and_other_points, _DRAWN_AGAIN),
        Mistake(_draw_and_keep(_with_its_loss), _DRAWN_AGAIN),
        Mistake(_draw_and_keep(lambda loss, draw: (draw(), loss(draw()))), _DRAWN_AGAIN),
        Mistake(_draw_and_keep(lambda loss, draw: (loss(draw()), draw())[::-1]), _DRAWN_AGAIN),
        Mistake(
            _keep(better=operator.gt, first=-np.inf),
            "That is the point with the largest loss. Is a large loss a good one?",
        ),
        Mistake(
            _keep(better=operator.gt, first=0),
            "That is the point with the largest loss. Is a large loss a good one?",
        ),
        Mistake(
            _keep(better=operator.gt),
            "No point was kept, because no loss is larger than the first best loss. Is a point "
            "better if its loss is larger, or if it is smaller?",
        ),
        *_both_ways(
            _keep(first=0),
            "No point was kept, because the best loss was 0 from the beginning. Which number is "
            "larger than every loss?",
        ),
        Mistake(
            _keep(first=-np.inf),
            "No point was kept, because no loss is smaller than the best loss at the beginning. "
            "Which number is larger than every loss?",
        ),
        *(
            mistake
            for first in (100, 1000, 10_000, 100_000, 1_000_000, 10_000_000)
            for mistake in _both_ways(
                _keep(first=first),
                "No point was kept here, because its loss is larger than the number with which "
                "your best loss begins. Which number is larger than every loss?",
            )
        ),
        *_both_ways(
            _keep(more=-1),
            "One draw is missing, and here it was the best one. From which number to which does "
            "your loop count?",
        ),
        Mistake(
            _keep(more=1),
            "One point too many was drawn: the best one here is number n_draws + 1. Where do you "
            "draw, before the loop and in it, and how often in all?",
        ),
        Mistake(
            _draw_in_advance,
            "The last point is drawn for nothing, because no round is left that looks at it. How "
            "often is draw called in all?",
        ),
    ],
)


_NO_LOW = (
    "The numbers have the right distance from each other, but they begin at 0. What must be added, "
    "so that 0 becomes low?"
)
_TO_HIGH = (
    "The random number was stretched by high, as if the range began at 0. How long is the way from "
    "low to high?"
)
_ENDS_ADDED = (
    "The two ends of the range were added. From -100 to 100 it is 200: which step gives the length "
    "of a range?"
)
_FROM_HIGH = (
    "Your numbers begin at high, and high itself must not come out. Into which number must 0 be "
    "turned?"
)
_LOW_TAKEN_AWAY = (
    "The range has the right length but the wrong place: something was taken away at the end. What "
    "must be added, so that 0 becomes low?"
)


def _stretch(by, then):
    return lambda u, low, high: by(low, high) * u + then(low, high)


def _length(low, high):
    return high - low


uniform = Exercise(
    number="4.4",
    title="mend the range",
    reference=_stretch(_length, lambda low, high: low),
    cases=[
        Case(
            "from -100 to 100",
            {**as_arrays(u=[0, 0.25, 0.5, 0.9]), "low": -100.0, "high": 100.0},
        ),
        Case("a range below 0", {**as_arrays(u=[0.1, 0.75]), "low": -200.0, "high": -100.0}),
        Case("a range above 0", {**as_arrays(u=[0.4, 0, 0.7]), "low": 1.0, "high": 4.0}),
        Case("from 0 to 1", {**as_arrays(u=[0.3, 0.6]), "low": 0.0, "high": 1.0}),
        Case("a single number", {**as_arrays(u=[0.8]), "low": -7.0, "high": 5.0}),
        Case(
            "1,000 random numbers",
            {"u": np.random.default_rng(44).random(1000), "low": -3.0, "high": 2.5},
            late=True,
        ),
    ],
    mistakes=[
        Mistake(_stretch(lambda low, high: high, lambda low, high: low), _TO_HIGH),
        Mistake(_stretch(lambda low, high: high, lambda low, high: 0), _TO_HIGH),
        Mistake(_stretch(lambda low, high: high, lambda low, high: -low), _TO_HIGH),
        Mistake(_stretch(lambda low, high: high, lambda low, high: -high), _TO_HIGH),
        Mistake(_stretch(lambda low, high: high, lambda low, high: low - high), _TO_HIGH),
        Mistake(_stretch(_length, lambda low, high: 0), _NO_LOW),
        Mistake(
            _stretch(lambda low, high: -_length(low, high), lambda low, high: low),
            "Your numbers begin at low and go the wrong way, away from high. Which is taken away "
            "from which, to get the length of the range?",
        ),
        Mistake(_stretch(_length, lambda low, high: high), _FROM_HIGH),
        Mistake(
            _stretch(lambda low, high: -_length(low, high), lambda low, high: high),
            "These numbers fill the right range, but in the opposite direction: 0 became high, "
            "which must not come out. Into which number must 0 be turned?",
        ),
        Mistake(_stretch(_length, lambda low, high: -low), _LOW_TAKEN_AWAY),
        Mistake(_stretch(_length, lambda low, high: -high), _LOW_TAKEN_AWAY),
        Mistake(
            lambda u, low, high: (u + low) * (high - low),
            "You shifted first, and then the shift was stretched, too. Which of the two steps must "
            "come first?",
        ),
        Mistake(
            _stretch(lambda low, high: -low, lambda low, high: low + high),
            "Only low was multiplied by the random number: Python multiplies before it subtracts. "
            "How do you tell it to take the length of the range first?",
        ),
        *(
            Mistake(_stretch(operator.add, then), _ENDS_ADDED)
            for then in (
                lambda low, high: low,
                lambda low, high: -low,
                lambda low, high: 0,
                lambda low, high: -high,
            )
        ),
        Mistake(
            _stretch(lambda low, high: 2 * high, lambda low, high: low),
            "You took twice high for the length of the range. That fits a range like -100 to 100: "
            "how long is the way from low to high in any range?",
        ),
        Mistake(
            _stretch(lambda low, high: low, lambda low, high: high),
            "The two ends of the range are exchanged, and the random number was stretched by one "
            "of them. How long is the way from low to high, and what must 0 become?",
        ),
        Mistake(
            _stretch(lambda low, high: 1, lambda low, high: low),
            "You shifted the numbers, but they still fill a range of length 1. How long is the way "
            "from low to high?",
        ),
        Mistake(
            _stretch(_length, lambda low, high: (low + high) / 2),
            "The numbers begin in the middle of the range. Into which number must 0 be turned?",
        ),
        Mistake(
            _stretch(lambda low, high: high - low + 1, lambda low, high: low),
            "The range is longer by 1 than it should be, as if whole numbers were counted. How far "
            "is it from low to high?",
        ),
        Mistake(
            lambda u, low, high: (u - low) / (high - low),
            "That is the way back, from the range to numbers between 0 and 1. How do you undo the "
            "two steps, and in which order?",
        ),
        Mistake(
            lambda u, low, high: low + (high - low) * (u - u.min()) / (u.max() - u.min()),
            "You stretched the numbers until the smallest and the largest one lie on the ends of "
            "the range. Between which two limits does each random number lie, whatever the others "
            "are?",
        ),
        Mistake(
            lambda u, low, high: np.clip(u, low, high),
            "Numbers outside of the range were moved to its end, and the others stayed where they "
            "were. How can the whole stretch from 0 to 1 be spread over the range?",
        ),
        Mistake(
            lambda u, low, high: np.linspace(low, high, len(u)),
            "These numbers have equal distances, whatever the random numbers are. Where does each "
            "of the random numbers go?",
        ),
    ],
)


def _hike(label, name, function, start, step, moves, n_evaluations, late=False):
    """A case of the direction search, with a loss that counts its evaluations."""
    loss = Loss(name, function, len(start), n_evaluations)
    arguments = {"loss": loss, **as_arrays(start=start), "step": step, **as_arrays(moves=moves)}
    return Case(label, {**arguments, "n_evaluations": n_evaluations}, late)


_STUB = """\
def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        ...
    return point
"""


def _change(factor, again=0, wait=lambda n_moves: n_moves, due=operator.eq):
    """Change the step when so many moves have failed in a row, and count on from some number."""

    def fail(step, failures, n_moves):
        if due(failures, wait(n_moves)):
            return step * factor, failures if again is None else again
        return step, failures

    return fail


_halve = _change(0.5)


def _walk(
    better=operator.lt,
    succeed=lambda step, failures: (step, 0),
    fail=_halve,
    turn=lambda move, n_moves: (move + 1) % n_moves,
    remember=lambda new_value, value: new_value,
    result=lambda path, values, candidate: path[-1],
    more=0,
):
    """Search in directions, with one of the rules replaced by another."""

    def direction_search(loss, start, step, moves, n_evaluations):
        path, values = [np.array(start)], [loss(start)]
        value = values[0]
        move = failures = 0
        candidate = start
        for _ in range(n_evaluations - 1 + more):
            candidate = path[-1] + step * moves[move]
            new_value = loss(candidate)
            if better(new_value, value):
                path.append(candidate)
                values.append(new_value)
                value = remember(new_value, value)
                step, failures = succeed(step, failures)
            else:
                move = turn(move, len(moves))
                step, failures = fail(step, failures + 1, len(moves))
        return result(path, values, candidate)

    return direction_search


def _same_step(step, failures, *_):
    return step, failures


def _half_of_it(step, failures, *_):
    return step / 2, 0


def _whole_half(step, failures, n_moves):
    return (step // 2, 0) if failures == n_moves else (step, failures)


def _halve_after_each_sweep(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    for i in range(n_evaluations - 1):
        candidate = point + step * moves[i % len(moves)]
        new_value = loss(candidate)
        if new_value < value:
            point, value = candidate, new_value
        if (i + 1) % len(moves) == 0:
            step = step / 2
    return point


def _turn_after_success(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move = failures = 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point, value, failures = candidate, new_value, 0
        move, failures = (move + 1) % len(moves), failures + 1
        if failures == len(moves):
            step, failures = step / 2, 0
    return point


def _two_digits(answer):
    """The numbers of an answer, rounded: equally good searches end at slightly different points."""
    try:
        return np.round(np.asarray(answer, dtype=float), 2)
    except ValueError:  # parts of different shapes, as in a pair of a point and its loss
        return np.round(np.hstack([np.ravel(part) for part in answer]).astype(float), 2)


_rooms = np.random.default_rng(45).normal(0.3, 0.7, 200)
_prices = 9 * _rooms + 20 + np.random.default_rng(55).normal(0, 6, 200)
_axes = [(1, 0), (0, 1), (-1, 0), (0, -1)]
_NOT_FROM_NEW = (
    "The step was halved, but the failures before it are still counted. All moves have to fail "
    "again with the new step: from which number does the count go on?"
)
_NOT_THE_POINT = (
    "That is how the search went. Which point of it is the best one, and what does the task ask "
    "for?"
)
_TOO_EARLY = (
    "The step is halved one failure too early, when one of the moves has not been tried. How many "
    "moves are there, and how many of them have to fail in a row?"
)

direction_search = Exercise(
    number="4.5",
    title="a step that shrinks",
    reference=lambda *given: search.direction_search(*given, shrink=0.5)[0][-1],
    stub=_STUB,
    cases=[
        _hike(
            "a round bowl",
            "(k - 3.1)² + (b + 1.2)² - 5",
            lambda k, b: (k - 3.1) ** 2 + (b + 1.2) ** 2 - 5,
            start=[0, 0],
            step=1.0,
            moves=_axes,
            n_evaluations=150,
        ),
        _hike(
            "a start at the lowest place",
            "|k - 2| + |b - 5|",
            lambda k, b: abs(k - 2) + abs(b - 5),
            start=[2, 5],
            step=1.0,
            moves=_axes,
            n_evaluations=3,
        ),
        _hike(
            "a narrow valley",
            "60(k + b - 1.3)² + (k - b - 4.2)²",
            lambda k, b: 60 * (k + b - 1.3) ** 2 + (k - b - 4.2) ** 2,
            start=[0, -6],
            step=2.0,
            moves=_axes,
            n_evaluations=600,
        ),
        _hike(
            "three parameters",
            "30(p + q + 2.4)² + (p - q - 7)² + (r - 0.4)²",
            lambda p, q, r: 30 * (p + q + 2.4) ** 2 + (p - q - 7) ** 2 + (r - 0.4) ** 2,
            start=[0, 0, 0],
            step=2.0,
            moves=np.vstack([np.eye(3), -np.eye(3)]),
            n_evaluations=500,
        ),
        _hike(
            "a single move with no way back",
            "(w - 5.3)²",
            lambda w: (w - 5.3) ** 2,
            start=[0],
            step=4.0,
            moves=[[1]],
            n_evaluations=40,
        ),
        _hike(
            "a line through 200 houses",
            "the L2 loss of 200 houses",
            lambda k, b: np.mean((k * _rooms + b - _prices) ** 2),
            start=[-15, -15],
            step=3.0,
            moves=[(1, 1), (1, -1), (-1, 1), (-1, -1)],
            n_evaluations=300,
            late=True,
        ),
    ],
    tidy=_two_digits,
    mistakes=[
        Mistake(
            _walk(more=1),
            "Each evaluation counts, the one at the start and those of failed moves too. How many "
            "are left for the loop, and is any loss computed twice?",
        ),
        Mistake(
            _turn_after_success,
            "After a move that helped, your search counted a failure and took another direction. "
            "When does it go to the next move?",
        ),
        Mistake(
            _walk(turn=lambda move, n_moves: (move + 1) % 4, fail=_change(0.5, wait=lambda n: 4)),
            "Your search counts to 4, but there can be more moves, or fewer. What tells how many "
            "there are?",
        ),
        Mistake(
            _walk(result=lambda path, values, candidate: values[-1]),
            "That is the smallest loss. At which point was it found?",
        ),
        Mistake(
            _walk(result=lambda path, values, candidate: (path[-1], values[-1])),
            "The point is right, but its loss came with it. What does the task ask for?",
        ),
        Mistake(_walk(result=lambda path, values, candidate: path), _NOT_THE_POINT),
        Mistake(_walk(result=lambda path, values, candidate: (path, values)), _NOT_THE_POINT),
        Mistake(_walk(result=lambda path, values, candidate: values), _NOT_THE_POINT),
        Mistake(
            _walk(result=lambda path, values, candidate: candidate),
            "That is the point that was tried last. If its move has failed, which point is still "
            "the best?",
        ),
        Mistake(
            _walk(result=lambda path, values, candidate: path[0]),
            "That is the start. When a candidate is better: which two things have to be "
            "remembered, its loss and what else?",
        ),
        Mistake(
            _walk(fail=_same_step),
            "The step never became smaller, so the search cannot come nearer. What must happen "
            "when all moves have failed in a row, and does your count of failures get that far?",
        ),
        Mistake(
            _walk(fail=_whole_half),
            "Half of the step was rounded down to a whole number, and in the end it is 0. Which "
            "division keeps the digits behind the decimal point?",
        ),
        Mistake(
            _walk(fail=_half_of_it),
            "The step is halved after each failure, so it becomes small before the other moves "
            "have been tried. How many moves have to fail first?",
        ),
        Mistake(
            _walk(fail=_half_of_it, succeed=lambda step, failures: (step / 2, 0)),
            "The step is halved in every round, so the search cannot get far. What has to happen "
            "before the step is halved?",
        ),
        Mistake(
            _halve_after_each_sweep,
            "The step is halved whenever all moves have been tried, even if one of them has helped. "
            "How many of them have to fail?",
        ),
        Mistake(
            _walk(fail=_same_step, succeed=lambda step, failures: (step / 2, 0)),
            "The step is halved after a success. Should it become smaller when a move helps, or "
            "when none of them does?",
        ),
        Mistake(
            _walk(succeed=lambda step, failures: (step, failures)),
            "The failures were counted over the whole search, so the step becomes small too early. "
            "After a move that helps, how many have failed in a row?",
        ),
        Mistake(_walk(fail=_change(0.5, again=None)), _NOT_FROM_NEW),
        Mistake(_walk(fail=_change(0.5, again=None, due=operator.ge)), _NOT_FROM_NEW),
        Mistake(_walk(fail=_change(0.5, wait=lambda n_moves: n_moves - 1)), _TOO_EARLY),
        Mistake(
            _walk(turn=lambda move, n_moves: move + 1),
            "After the last move there is no further one. With which one does the search go on?",
        ),
        Mistake(
            _walk(turn=lambda move, n_moves: move),
            "The search tried the first move only, again and again. When a move fails, which one "
            "comes next?",
        ),
        Mistake(
            _walk(remember=lambda new_value, value: value),
            "Every candidate was compared with the loss at the start. When a candidate is better: "
            "which two things have to be remembered, the point and what else?",
        ),
        Mistake(
            _walk(better=operator.gt),
            "The search went uphill. Is a candidate better if its loss is larger, or if it is "
            "smaller?",
        ),
        Mistake(
            _walk(better=lambda new_value, value: True),
            "Every candidate was kept, the worse ones too. With what must its loss be compared?",
        ),
    ],
)
