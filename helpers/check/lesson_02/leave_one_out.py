"""Exercise 2.3."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_02.shared import TABLE, distance, knn_predict, nearest_rows

_rooms = np.random.default_rng(12).uniform(4, 9, 12)
_prices = 9 * _rooms - 34 + np.random.default_rng(13).normal(0, 6, 12)


def _case(label, x, y, topn, arrays=as_arrays):
    return Case(label, {**arrays(x=x, y=y), "topn": topn})


def _about(value, x, y, topn):
    """Find a number of predictions that is not that of the rows."""
    if np.ndim(value) == 1 and len(value) < len(y):
        return "too-few", {"count": len(value)}


leave_one_out = Exercise(
    number="2.3",
    title="hide each row in turn",
    cases=[
        _case("four rows", [4, 5.5, 6, 9], [10, 20, 26, 45], 1),
        _case("12 noisy rows", _rooms, _prices, 3),
        _case("whole numbers", [1, 2, 4, 8, 16], [44, 38, 13, 27, 5], 2, as_whole_numbers),
        _case("two rows with the same x", [5.875, 8, 5.875, 4], [17.4, 30, 50, 11], 1),
        _case("all the other rows", [4, 6, 9], [10, 20, 45], 2),
        Case(
            "a table of two columns", {"x": TABLE, "y": np.array([15.0, 23, 32, 41, 18]), "topn": 2}
        ),
    ],
    about=_about,
    uses={
        "distance": distance,
        "nearest_rows": nearest_rows,
        "knn_predict": knn_predict,
    },
    stub="""
def my_leave_one_out(x, y, topn):
    rows = np.arange(len(y))
    predictions = []
    for i in rows:
        ...
    return np.array(predictions)
""",
    solution="""
def my_leave_one_out(x, y, topn):
    rows = np.arange(len(y))
    predictions = []
    for i in rows:
        known = rows != i
        predictions.append(knn_predict(x[known], y[known], x[i], topn))
    return np.array(predictions)
""",
    right="""
def my_leave_one_out(x, y, topn):
    rows = np.arange(len(y))
    return np.array([knn_predict(x[rows != i], y[rows != i], x[i], topn) for i in rows])
def my_leave_one_out(x, y, topn):
    predictions = np.zeros(len(y))
    for i in range(len(y)):
        predictions[i] = knn_predict(np.delete(x, i, axis=0), np.delete(y, i), x[i], topn)
    return predictions
def my_leave_one_out(x, y, topn):
    predictions = []
    for i in range(len(y)):
        rows = [row for row in nearest_rows(x, x[i], len(y)) if row != i]
        predictions.append(np.mean(y[rows[:topn]]))
    return predictions
def my_leave_one_out(x, y, topn):
    predictions = []
    for i, query in enumerate(x):
        known = np.full(len(y), True)
        known[i] = False
        predictions.append(knn_predict(x[known], y[known], query, topn))
    return np.array(predictions)
""",
    mistakes="""
not-hidden: Each row was allowed to see itself. Which rows may answer when row i is asked for?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x, y, x[i], topn)
    known = rows != i => known = rows >= 0

only-itself: Each row got its own true price. Did row i answer for itself, or was its price taken as it is?
Which rows may answer when row i is asked for?
    known = rows != i => known = rows == i
    append(knn_predict(x[known], y[known], x[i], topn)) => append(y[i])

one-hidden-of-two: The row was hidden in x or in y, not in both. What must stay together, so that each price
belongs to its house?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x[known], y, x[i], topn)
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x, y[known], x[i], topn)

wrong-query: The program was asked for the number of the row, not for its x. What is the query for row i?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x[known], y[known], i, topn)

asked-with-price: The program was asked with the price of row i, and it compares the query with x. What does
it have to know about the house?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x[known], y[known], y[i], topn)

exchanged: x and y have changed places, so the rooms were predicted from the prices. In which order does the
function take them?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(y[known], x[known], y[i], topn)

errors: Those are errors. The task asks for the predictions: who takes the difference later?
    append(knn_predict(x[known], y[known], x[i], topn)) => append(knn_predict(x[known], y[known], x[i], topn) - y[i])

one-mean: That is one number for all rows. How many predictions does the task ask for?
    return np.array(predictions) => return np.mean(predictions)

last-only: That is one prediction, not a list of them. What keeps the answers of the other rounds?
    def my_leave_one_out(x, y, topn):
        rows = np.arange(len(y))
        for i in rows:
            predictions = knn_predict(x[rows != i], y[rows != i], x[i], topn)
        return predictions

one-neighbour: One neighbour was asked, whatever topn is. Under which name does your function get the number of
neighbours?
    knn_predict(x[known], y[known], x[i], topn) => knn_predict(x[known], y[known], x[i], 1)

too-few: That makes only {count} predictions, where each row must get one. Does something end the loop too early,
or is there a round in which nothing is appended?
    about
    x[i], topn)) => x[i], topn))\\n        return np.array(predictions)
    for i in rows: => for i in rows[1:]:

table: For one column it is right. The lesson will hand over tables too, with one row for each house. What takes
away a whole row there, and not one number?
    np.delete(x, i, axis=0) => np.delete(x, i)
""",
)
