"""Exercise 2.2."""

import numpy as np

from helpers import knn
from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_02.shared import TABLE, TIES, distance, nearest_rows

_line = np.random.default_rng(7).uniform(4, 9, 30)


def _case(label, x, y, query, topn, arrays=as_arrays):
    return Case(label, {**arrays(x=x, y=y), "query": query, "topn": topn})


def _about(value, x, y, query, topn):
    """Find an answer that is wrong only where a tie or a table counts."""
    if np.shape(x) == TIES.shape:
        return "tie", {}
    if np.ndim(x) == 2:
        return "table", {}


# Ties and tables come last: whoever calls nearest_rows has them right.
knn_predict = Exercise(
    number="2.2",
    title="the mean of the neighbours",
    cases=[
        _case("a query between the rows", [5, 8, 6.4, 7.1], [30, 12, 21, 45], 6.9, 2),
        _case("one neighbour", [9, 4, 7], [50, 9, 28], 7.2, 1),
        _case("two rows with the same x", [5.875, 5.875, 8, 4], [17.4, 50, 30, 11], 5.9, 2),
        _case("all rows", [4, 6, 9], [10, 20, 45], 5.0, 3),
        _case("whole numbers", [3, 10, 5, 8, 1], [1, 9, 20, 5, 17], 6, 2, as_whole_numbers),
        _case("30 random rows", _line, 9 * _line - 30 + np.sin(50 * _line), 6.5, 4),
        _case("40 rows with many ties", TIES, 10 + np.arange(40) ** 2 / 7, 6.0, 3),
        Case(
            "a table of two columns",
            {
                "x": TABLE,
                "y": np.array([15.0, 23, 32, 41, 18]),
                "query": np.array([6.8, 9.0]),
                "topn": 2,
            },
        ),
    ],
    about=_about,
    uses={
        "distance": distance,
        "nearest_rows": nearest_rows,
        "find_price_by_similar": knn.find_price_by_similar,
    },
    solution="""
def my_knn_predict(x, y, query, topn):
    rows = nearest_rows(x, query, topn)
    return np.mean(y[rows])
""",
    right="""
def my_knn_predict(x, y, query, topn):
    total = 0
    for i in nearest_rows(x, query, topn):
        total += y[i]
    return total / topn
def my_knn_predict(x, y, query, topn):
    far = distance(x, query)
    pairs = sorted(zip(far, y), key=lambda pair: pair[0])
    return sum(price for _, price in pairs[:topn]) / topn
return y[nearest_rows(x, query, topn)].mean()
return sum(y[i] for i in nearest_rows(x, query, topn)) / topn
""",
    mistakes="""
dict: A row is lost: two houses have the same x, and a dict keeps only one of them. What can hold both?
    return find_price_by_similar(dict(zip(x, y)), query, topn)
    def my_knn_predict(x, y, query, topn):
        history = dict(zip(x, y))
        nearest = sorted(history, key=lambda value: abs(value - query))[:topn]
        return sum(history[value] for value in nearest) / topn
    def my_knn_predict(x, y, query, topn):
        prices = dict(zip(np.abs(x - query), y))
        return sum(prices[distance] for distance in sorted(prices)[:topn]) / topn

first-found: Two houses have the same x, and a search for that x finds the first of them both times. What can
keep each price together with its distance?
    def my_knn_predict(x, y, query, topn):
        nearest = sorted(x, key=lambda value: abs(value - query))[:topn]
        return sum(y[list(x).index(value)] for value in nearest) / topn

smallest-x: The rows with the smallest x were taken. How far is each row from the query, if the difference is
-3?
    nearest_rows(x, query, topn) => np.argsort(x - query, kind="stable")[:topn]

by-y: The rows were chosen by their y. The price is what you want to find out: by which array must the rows
be chosen?
    nearest_rows(x, query, topn) => nearest_rows(y, query, topn)

exchanged: The arguments of nearest_rows have changed places, or one of them is another. In which order does it
take them?
    rows = nearest_rows(x, query, topn) => rows = nearest_rows(x, topn, query)

farthest: Those are the rows that are farthest away. Which function of Exercise 2.1 gives the near ones?
    nearest_rows(x, query, topn) => np.argsort(distance(x, query), kind="stable")[-topn:]

only-nearest: That is the price of the nearest row alone, whatever topn is. What must be done with the prices
of all the neighbours?
    return y[np.argmin(np.abs(x - query))]
    return np.mean(y[rows]) => return y[rows[0]]

first-rows: Those are the rows that stand first in the table, near or not. Which function gives the near ones?
    nearest_rows(x, query, topn) => np.arange(topn)

one-of-them: Only one of the neighbours counts, divided by their number. Does your loop end too early, or does
it forget the total in each round?
    total += y[i] => total = y[i]
    total += y[i] => total += y[i]\\n        return total / topn

mean-of-x: That is the mean of x, the rooms of the neighbours. Which array holds their prices?
    y[rows] => x[rows]

sum: That is the sum of the prices. With more neighbours it grows and grows: what makes a price of it
again?
    np.mean => np.sum
    total / topn => total

each-price: Those are the prices of the neighbours, one by one. What makes a single answer out of them?
    np.mean(y[rows]) => y[rows]
    return list(y[nearest_rows(x, query, topn)])

distances: That is the mean distance of the neighbours. Which array holds their prices?
    return np.mean(np.sort(distance(x, query))[:topn])

all-rows: That is the mean of all rows, whatever topn is. How many of them should count?
    return np.mean(y)

row-numbers: That is the mean of the row numbers. Which array holds the prices of these rows?
    np.mean(y[rows]) => np.mean(rows)

by-all: The sum was divided by the number of all rows. How many prices did you add up?
    np.mean(y[rows]) => np.sum(y[rows]) / len(y)
    total / topn => total / len(x)

mean-divided: The mean was divided by topn once more. What has a mean been divided by already?
    np.mean(y[rows]) => np.mean(y[rows]) / topn

median: That is the median of their prices. Which average does the task ask for?
    np.mean => np.median

tie: It is right without ties. With many rows at the same distance, the order of the table decides. Which
function from Exercise 2.1 keeps to this rule?
    about
    nearest_rows(x, query, topn) => np.argsort(distance(x, query))[:topn]

table: For one column it is right. The lesson will hand over tables too, with one query number for each
column: which function from Exercise 2.1 works there as well?
    about
    nearest_rows(x, query, topn) => np.argsort(np.abs(x - query), kind="stable")[:topn]
""",
)
