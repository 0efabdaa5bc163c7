"""Exercise 2.3."""

import numpy as np

from helpers import knn, losses
from helpers.check.calls import as_whole_numbers
from helpers.check.exercise import Case, Exercise

_rooms = np.random.default_rng(12).uniform(4, 9, 16)
_prices = 9 * _rooms - 34 + np.random.default_rng(13).normal(0, 6, 16)
# Two houses far above the line: RMSE and the mean distance choose differently, 1 is the worst.
_dear = 9 * _rooms - 34
_dear[np.random.default_rng(14).choice(16, 2, replace=False)] += 60


def _case(label, prices, candidates):
    return Case(label, {"x": _rooms, "y": prices, "candidates": candidates})


# Each wrong way to choose gives other numbers than each other one, in these cases together.
best_topn = Exercise(
    number="2.3",
    title="let the data choose",
    cases=[
        _case("16 noisy rows", _prices, [1, 3, 5, 9, 15]),
        _case("poor candidates only", _prices, [15, 9, 1]),
        _case("two very dear houses", _dear, [9, 2, 6, 1, 4]),
        # No row has two others that are equally far away, and whole predictions choose another one.
        Case(
            "whole numbers",
            {
                **as_whole_numbers(x=[1, 2, 4, 8, 16, 32, 64], y=[44, 38, 13, 27, 4, 27, 17]),
                "candidates": [4, 1, 2, 5],
            },
        ),
    ],
    uses={
        "knn_predict": knn.knn_predict,
        "leave_one_out": knn.leave_one_out,
        "rmse": losses.rmse,
    },
    solution="""
def my_best_topn(x, y, candidates):
    errors = [rmse(y, leave_one_out(x, y, topn)) for topn in candidates]
    return candidates[np.argmin(errors)]
""",
    right="""
return min(candidates, key=lambda topn: rmse(y, leave_one_out(x, y, topn)))
def my_best_topn(x, y, candidates):
    smallest, best = np.inf, None
    for topn in candidates:
        error = rmse(y, leave_one_out(x, y, topn))
        if error < smallest:
            smallest, best = error, topn
    return best
def my_best_topn(x, y, candidates):
    errors = {}
    for topn in candidates:
        y_hat = np.zeros(len(y))
        for i in range(len(y)):
            y_hat[i] = knn_predict(np.delete(x, i), np.delete(y, i), x[i], topn)
        errors[topn] = np.mean((y_hat - y) ** 2)
    return min(errors, key=errors.get)
""",
    mistakes="""
not-hidden: That is always the smallest candidate. So it comes out if each row is allowed to see itself, or if
the candidates are compared instead of their errors. Which of the two is it here, and which function of this
lesson hides the row that is asked for?
    leave_one_out(x, y, topn)) for => np.array([knn_predict(x, y, query, topn) for query in x])) for
    min(errors, key=errors.get) => min(errors)
    return min(candidates)

smallest-error: That is the smallest error itself. Which candidate has it?
    return candidates[np.argmin(errors)] => return min(errors)

position: That is a position in the list of candidates. Which candidate stands there?
    return candidates[np.argmin(errors)] => return np.argmin(errors)
    return candidates[np.argmin(errors)] => return errors.index(min(errors))

largest-error: That candidate has the largest error. Which one is asked for: the one with the largest error,
or the one with the smallest?
    argmin => argmax
    np.inf => 0; error < smallest => error > smallest

all-errors: Those are all the errors. One step is missing: where is the smallest?
    return candidates[np.argmin(errors)] => return errors
    return min(errors, key=errors.get) => return errors

mean-distance: The candidate with the smallest mean distance was chosen. Which error does the task name?
    rmse(y, leave_one_out(x, y, topn)) for => np.mean(np.abs(y - leave_one_out(x, y, topn))) for

median: The candidate with the smallest median of the distances was chosen. Which error does the task name?
    rmse(y, leave_one_out(x, y, topn)) for => np.median(np.abs(y - leave_one_out(x, y, topn))) for

signed: The signed errors were compared. Errors above and below cancel each other: what does the RMSE do
with each error first?
    rmse(y, leave_one_out(x, y, topn)) for => np.mean(leave_one_out(x, y, topn) - y) for
    rmse(y, leave_one_out(x, y, topn)) for => np.mean(y - leave_one_out(x, y, topn)) for
    rmse(y, leave_one_out(x, y, topn)) for => abs(np.mean(leave_one_out(x, y, topn) - y)) for

not-a-candidate: The best of all numbers was chosen, whether it is a candidate or not. Which numbers may be
tried?
    def my_best_topn(x, y, candidates):
        errors = [rmse(y, leave_one_out(x, y, topn)) for topn in range(1, len(x))]
        return 1 + np.argmin(errors)

last: That is always the last candidate. When a smaller error is found: what has to be remembered for the
next comparison?
    smallest, best = error, topn => best = topn
    return candidates[-1]

first: That is always the first candidate. Does your loop end in its first round, or does it forget the errors
of the others?
    def my_best_topn(x, y, candidates):
        for topn in candidates:
            errors = rmse(y, leave_one_out(x, y, topn))
        return candidates[np.argmin(errors)]
    smallest, best = error, topn => return topn
    return candidates[0]

compared-with-x: The predictions were compared with x. They are prices: which array holds the true ones?
    rmse(y, leave_one_out => rmse(x, leave_one_out

exchanged: x and y were exchanged, so the rooms were predicted from the prices. In which order does the
function take them?
    leave_one_out(x, y, topn)) for => leave_one_out(y, x, topn)) for

list-for-topn: All the candidates were handed over at once, but one look-up needs one number of neighbours.
How do you try one candidate after the other?
    stops: TypeError: topn is [\\[(]
    stops: TypeError: slice indices
    return rmse(y, leave_one_out(x, y, candidates))
""",
)
