"""Exercise 2.2."""

import numpy as np

from helpers import knn
from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

_line = np.random.default_rng(7).uniform(4, 9, 30)


def _case(label, x, y, query, topn, arrays=as_arrays):
    return Case(label, {**arrays(x=x, y=y), "query": query, "topn": topn})


# No query is equally far from the last row that counts and the next one: ties are left open.
knn_predict = Exercise(
    number="2.2",
    title="nearest neighbours with NumPy",
    cases=[
        _case("a query between the rows", [5, 8, 6.4, 7.1], [30, 12, 21, 45], 6.9, 2),
        _case("one neighbour", [9, 4, 7], [50, 9, 28], 7.2, 1),
        _case("two rows with the same x", [5.875, 5.875, 8, 4], [17.4, 50, 30, 11], 5.9, 2),
        _case("all rows", [4, 6, 9], [10, 20, 45], 5.0, 3),
        _case("whole numbers", [3, 10, 5, 8, 1], [1, 9, 20, 5, 17], 6, 2, as_whole_numbers),
        _case("30 random rows", _line, 9 * _line - 30 + np.sin(50 * _line), 6.5, 4),
    ],
    uses={"find_price_by_similar": knn.find_price_by_similar},
    solution="""
def my_knn_predict(x, y, query, topn):
    distance = np.abs(x - query)
    rows = np.argsort(distance, kind="stable")[:topn]
    return np.mean(y[rows])
""",
    right="""
def my_knn_predict(x, y, query, topn):
    pairs = sorted(zip(x, y), key=lambda pair: abs(pair[0] - query))
    total = 0
    for i in range(topn):
        total += pairs[i][1]
    return total / topn
def my_knn_predict(x, y, query, topn):
    rows = sorted(range(len(x)), key=lambda i: abs(x[i] - query))
    return sum(y[i] for i in rows[:topn]) / topn
def my_knn_predict(x, y, query, topn):
    near = np.argpartition((x - query) ** 2, topn - 1)[:topn]
    return y[near].mean()
def my_knn_predict(x, y, query, topn):
    table = pd.DataFrame({"x": x, "y": y})
    table["distance"] = (table["x"] - query).abs()
    return table.sort_values("distance")["y"].head(topn).mean()
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

smallest-x: The rows with the smallest x were taken. How far is each row from the query, if the difference
is -3?
    np.abs(x - query) => x - query
    np.abs(x - query) => x

largest-x: The rows with the largest x were taken. How far is each row from the query, if the difference is
-3?
    np.abs(x - query) => query - x

farthest: Those are the rows that are farthest away. At which end of the sorted row numbers are the near
ones?
    [:topn] => [-topn:]
    np.abs(x - query) => -np.abs(x - query)

by-y: The rows were chosen by their y. The price is what you want to find out: by which array must the rows
be sorted?
    np.abs(x - query) => y

y-near-query: The prices were compared with the query. The query is a number of rooms: which array is it to
be compared with?
    np.abs(x - query) => np.abs(y - query)

mean-of-x: That is the mean of x, the rooms of the neighbours. Which array holds their prices?
    y[rows] => x[rows]
    return sum(sorted(x, key=lambda value: abs(value - query))[:topn]) / topn

sum: That is the sum of the prices. With more neighbours it grows and grows: what makes a price of it
again?
    np.mean => np.sum
    total / topn => total

each-price: Those are the prices of the neighbours, one by one. What makes a single answer out of them?
    np.mean(y[rows]) => y[rows]
    np.mean(y[rows]) => [y[i] for i in rows]

distances: That is the mean distance of the neighbours. You need to know in which rows they stand: which
NumPy function gives row numbers?
    return np.mean(np.sort(np.abs(x - query))[:topn])

all-rows: That is the mean of all rows, whatever topn is. How many of them should count?
    return np.mean(y)

row-numbers: That is the mean of the row numbers. Which array holds the prices of these rows?
    np.mean(y[rows]) => np.mean(rows)

by-all: The sum was divided by the number of all rows. How many prices did you add up?
    np.mean(y[rows]) => np.sum(y[rows]) / len(y)
    total / topn => total / len(x)

mean-divided: The mean was divided by topn once more. What has a mean been divided by already?
    np.mean(y[rows]) => np.mean(y[rows]) / topn

one-of-them: Only one of the neighbours counts, divided by their number. Does your loop end too early, or does
it forget the total in each round?
    total += pairs[i][1] => total = pairs[i][1]
    total += pairs[i][1] => total += pairs[i][1]\\n        return total / topn

only-nearest: That is the price of the nearest row alone, whatever topn is. Which NumPy function orders all
the rows?
    return y[np.argmin(np.abs(x - query))]

first-row: That is always the price of the first row. Does the distance come out for each row, or as one
number for all of them together?
    np.abs(x - query) => np.linalg.norm(x - query)
    np.abs(x - query) => np.abs(np.mean(x) - query)

first-rows: Those are the rows that stand first in the table, near or not. Which step puts the near ones in
front?
    np.argsort(distance, kind="stable")[:topn] => np.arange(topn)

one-too-many: One row too many was taken. Does a slice include the position behind its colon?
    [:topn] => [: topn + 1]

one-too-few: One row too few was taken. Does a slice include the position behind its colon?
    [:topn] => [:topn - 1]

nearest-left-out: The nearest row was left out. From which number on does Python count?
    [:topn] => [1:topn + 1]
    [:topn] => [1:topn]

one-row: Only one row was taken, at the end of the near ones. How does a slice take everything up to there?
    np.argsort(distance, kind="stable")[:topn] => np.argsort(distance, kind="stable")[topn]
    np.argsort(distance, kind="stable")[:topn] => np.argsort(distance, kind="stable")[topn - 1]

median: That is the median of their prices. Which average does the task ask for?
    np.mean => np.median
""",
)
