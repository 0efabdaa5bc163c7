"""Exercise 4.5."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_04.shared import Loss
from helpers.check.words import describe

_STUB = """\
def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        ...
    return point
"""


def _hike(label, name, function, start, step, moves, n_evaluations, arrays=as_arrays, late=False):
    """A case, with a loss that counts its evaluations."""
    loss = Loss(name, function, len(start), n_evaluations)
    arguments = {"loss": loss, **arrays(start=start), "step": step, **arrays(moves=moves)}
    return Case(label, {**arguments, "n_evaluations": n_evaluations}, late)


def _two_digits(answer):
    """The numbers of an answer, rounded: equally good searches end at slightly different points."""
    for join in (np.asarray, _in_a_row):
        try:
            return np.round(join(answer).astype(float), 2)
        except (TypeError, ValueError):  # parts of different shapes, or no numbers
            continue
    return describe(answer)


def _in_a_row(parts):
    if not isinstance(parts, tuple | list):
        raise TypeError
    return np.hstack([np.ravel(part) for part in parts])


_rooms = np.random.default_rng(45).normal(0.3, 0.7, 200)
_prices = 9 * _rooms + 20 + np.random.default_rng(55).normal(0, 6, 200)
_axes = [(1, 0), (0, 1), (-1, 0), (0, -1)]

direction_search = Exercise(
    number="4.5",
    title="a step that shrinks",
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
            "an end before the lowest place",
            "|w - 50|",
            lambda w: abs(w - 50),
            start=[0],
            step=2.0,
            moves=[[1], [-1]],
            n_evaluations=8,
        ),
        _hike(
            "a step that is too large at first",
            "|w - 3.2|",
            lambda w: abs(w - 3.2),
            start=[2],
            step=4.0,
            moves=[[1], [-1]],
            n_evaluations=4,
        ),
        _hike(
            "whole numbers",
            "(k + 4.3)² + (b - 2.6)²",
            lambda k, b: (k + 4.3) ** 2 + (b - 2.6) ** 2,
            start=[0, 1],
            step=2,
            moves=_axes,
            n_evaluations=120,
            arrays=as_whole_numbers,
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
    solution="""
def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point, value, failures = candidate, new_value, 0
        else:
            move, failures = (move + 1) % len(moves), failures + 1
            if failures == len(moves):
                step, failures = step / 2, 0
    return point
""",
    right="""
def my_direction_search(loss, start, step, moves, n_evaluations):
    path, values = [np.array(start)], [loss(start)]
    move, failures = 0, 0
    while n_evaluations > 1:
        n_evaluations -= 1
        candidate = path[-1] + step * moves[move]
        value = loss(candidate)
        if value < values[-1]:
            path.append(candidate)
            values.append(value)
            failures = 0
            continue
        move = 0 if move == len(moves) - 1 else move + 1
        failures += 1
        if failures >= len(moves):
            step *= 0.5
            failures = 0
    return path[-1]
def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = list(start), loss(start)
    move = failed = 0
    for _ in range(n_evaluations - 1):
        candidate = [p + step * m for p, m in zip(point, moves[move % len(moves)])]
        new_value = loss(candidate)
        if new_value < value:
            point, value, failed = candidate, new_value, 0
        else:
            move += 1
            failed += 1
            if failed == len(moves):
                step, failed, move = step / 2, 0, 0
    return tuple(point)
def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value, left = start, loss(start), n_evaluations - 1
    while left > 0:
        helped = False
        for move in moves:
            while left > 0:
                left -= 1
                new_value = loss(point + step * move)
                if new_value >= value:
                    break
                point, value, helped = point + step * move, new_value, True
        if not helped:
            step = step / 2
    return point
""",
    mistakes=r"""
too-many-evaluations: Each evaluation counts, the one at the start and those of failed moves too. How many
are left for the loop, and is any loss computed twice?
    stops: TooManyCalls
    range(n_evaluations - 1) => range(n_evaluations)
    new_value < value => loss(candidate) < value
    def my_direction_search(loss, start, step, moves, n_evaluations):
        point, value = np.array(start), loss(start)
        move, failures = 0, 0
        for _ in range(n_evaluations - 1):
            candidate = point + step * moves[move]
            if loss(candidate) < loss(point):
                point, failures = candidate, 0
            else:
                move, failures = (move + 1) % len(moves), failures + 1
                if failures == len(moves):
                    step, failures = step / 2, 0
        return point

one-unused: One evaluation was left over. The one at the start is counted once: how many are left for the
loop?
    range(n_evaluations - 1) => range(n_evaluations - 2)
    range(n_evaluations - 1) => range(1, n_evaluations - 1)

turn-after-success: After a move that helped, your search counted a failure and took another direction.
When does it go to the next move?
    def my_direction_search(loss, start, step, moves, n_evaluations):
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

counts-to-four: Your search counts to 4, but there can be more moves, or fewer. What tells how many there
are?
    (move + 1) % len(moves) => (move + 1) % 4; failures == len(moves) => failures == 4
    (move + 1) % len(moves) => (move + 1) % 4
    failures == len(moves) => failures == 4

loss-alone: That is the smallest loss. At which point was it found?
    return point => return value

loss-too: The point is right, but its loss came with it. What does the task ask for?
    return point => return point, value

whole-search: That is how the search went. Which point of it is the best one, and what does the task ask
for?
    return path[-1] => return path
    return path[-1] => return np.array(path), np.array(values)
    return path[-1] => return values

last-tried: That is the point that was tried last. If its move has failed, which point is still the best?
    return point => return candidate

start: That is the start. Of which point is the loss computed in each round, and when it is better, which
two things have to be remembered?
    point, value, failures = candidate, new_value, 0 => value, failures = new_value, 0
    new_value = loss(candidate) => new_value = loss(point)

ended-early: Your search ended long before its last evaluation. Where does the line stand that gives the point
back: in the loop or after it?
    failures = step / 2, 0 => failures = step / 2, 0\n        return point
    failures = step / 2, 0 => failures = step / 2, 0\n            return point
    point, value, failures = candidate, new_value, 0 => return candidate

never-smaller: No smaller step was ever tried, so the search cannot come nearer. What must happen when all
moves have failed in a row, and does your count of failures get that far?
    step, failures = step / 2, 0 => break
    failures = step / 2, 0 => failures = step / 2, 0\n                break
    failures = step / 2, 0 => failures = step * 2, 0
    (move + 1) % len(moves), failures + 1 => (move + 1) % len(moves), + 1
    step, failures = step / 2, 0 => failures = 0
    (move + 1) % len(moves), failures + 1 => (move + 1) % len(moves), failures

whole-half: Half of the step was rounded down to a whole number, and in the end it is 0. Which division
keeps the digits behind the decimal point?
    step / 2, 0 => step // 2, 0

half-each-round: The step is halved after each failure, or in every round, so it becomes small before the
other moves have been tried. How many moves have to fail first?
    failures == len(moves) => failures > 0
    step, failures = step / 2, 0 => pass\n        step = step / 2
    def my_direction_search(loss, start, step, moves, n_evaluations):
        point, value = np.array(start), loss(start)
        move, failures = 0, 0
        for _ in range(n_evaluations - 1):
            candidate = point + step * moves[move]
            new_value = loss(candidate)
            if new_value < value:
                point = candidate
                value = new_value
            else:
                move += 1
                if move == len(moves):
                    move = 0
                step = step / 2
        return point

half-each-sweep: The step is halved whenever all moves have been tried, even if one of them has helped. How
many of them have to fail?
    def my_direction_search(loss, start, step, moves, n_evaluations):
        point, value = np.array(start), loss(start)
        for i in range(n_evaluations - 1):
            candidate = point + step * moves[i % len(moves)]
            new_value = loss(candidate)
            if new_value < value:
                point, value = candidate, new_value
            if (i + 1) % len(moves) == 0:
                step = step / 2
        return point

half-after-success: The step is halved after a success. Should it become smaller when a move helps, or when
none of them does?
    failures = candidate, new_value, 0 => failures, step = candidate, new_value, 0, step / 2; step, f => _, f

failures-kept: The failures were counted over the whole search, so the step becomes small too early. After
a move that helps, how many have failed in a row?
    point, value, failures = candidate, new_value, 0 => point, value = candidate, new_value

not-from-new: The step was halved, but the failures before it are still counted. All moves have to fail
again with the new step: from which number does the count go on?
    step, failures = step / 2, 0 => step = step / 2
    step, failures = step / 2, 0 => step = step / 2; failures == len(moves) => failures >= len(moves)

too-early: The step is halved one failure too early, when one of the moves has not been tried. How many
moves are there, and how many of them have to fail in a row?
    failures == len(moves) => failures == len(moves) - 1

too-late: The step is halved one failure too late, when the first move has failed a second time. How many
moves are there, and how many of them have to fail in a row?
    failures == len(moves) => failures == len(moves) + 1
    failures == len(moves) => failures > len(moves)

no-next-move: After the last move there is no further one. With which one does the search go on?
    (move + 1) % len(moves) => move + 1
    (move + 1) % len(moves) => move + 1 % len(moves)

first-move-only: The search tried the first move only, again and again. When a move fails, which one comes
next?
    (move + 1) % len(moves) => move

value-forgotten: Every candidate was compared with the loss at the start. When a candidate is better: which
two things have to be remembered, the point and what else?
    point, value, failures = candidate, new_value, 0 => point, failures = candidate, 0

uphill: The search went uphill. Is a candidate better if its loss is larger, or if it is smaller?
    new_value < value => new_value > value

all-kept: Every candidate was kept, the worse ones too. With what must its loss be compared?
    new_value < value => True
    new_value < value => new_value < np.inf

not-one-point: The loss takes one point at a time, in one piece. What did your function hand over?
    stops: TypeError: the loss takes one point
    loss(candidate) => loss(*candidate)
    loss(candidate) => loss((candidate, value))

fraction-into-whole: Here start and moves hold whole numbers, and so does an array that is made like one of
them: half a step does not fit into it. How does an array of fractions come from one of whole numbers?
    stops: .*Cannot cast ufunc
    candidate = point + step * moves[move] => candidate = point.copy()\n        candidate += step * moves[move]
""",
)
