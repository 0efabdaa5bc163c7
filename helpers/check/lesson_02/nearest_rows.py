"""Exercise 2.1."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_02.shared import TABLE, TIES, distance


def _case(label, x, query, topn, arrays=as_arrays):
    return Case(label, {**arrays(x=x), "query": query, "topn": topn})


def _about(value, x, query, topn):
    """Find an answer that is wrong only where a tie or a table counts."""
    if np.shape(x) == TIES.shape:
        return "tie", {}
    if np.ndim(x) == 2:
        return "table", {}


nearest_rows = Exercise(
    number="2.1",
    title="the nearest rows",
    cases=[
        _case("a query between the rows", [5, 8, 6.4, 7.1], 6.9, 2),
        _case("one neighbour", [9, 4, 7], 7.2, 1),
        _case("all rows", [4, 6, 9.5], 5.5, 3),
        _case("whole numbers", [3, 10, 5, 8, 1], 6, 3, as_whole_numbers),
        _case("40 rows with many ties", TIES, 6.0, 4),
        Case("a table of two columns", {"x": TABLE, "query": np.array([6.8, 9.0]), "topn": 3}),
    ],
    about=_about,
    uses={"distance": distance},
    solution="""
def my_nearest_rows(x, query, topn):
    return np.argsort(distance(x, query), kind="stable")[:topn]
""",
    right="""
def my_nearest_rows(x, query, topn):
    far = distance(x, query)
    rows = np.argsort(far, kind="stable")
    return rows[0:topn]
def my_nearest_rows(x, query, topn):
    far = pd.Series(distance(x, query))
    return far.sort_values(kind="stable").index[:topn].to_numpy()
def my_nearest_rows(x, query, topn):
    far = distance(x, query)
    return sorted(range(len(x)), key=lambda i: far[i])[:topn]
def my_nearest_rows(x, query, topn):
    far = distance(x, query).tolist()
    rows = []
    while len(rows) < topn:
        nearest = far.index(min(far))
        rows.append(nearest)
        far[nearest] = np.inf
    return rows
""",
    mistakes="""
all-rows: Those are all the rows, in the right order. How does a slice take the first topn of them?
    [:topn] => [:]
    return np.argsort(distance(x, query), kind="stable")

distances: Those are distances. You need to know in which rows they stand: which NumPy function gives row
numbers?
    return np.sort(distance(x, query))[:topn]
    return distance(x, query)[:topn]
    return distance(x, query)

values-of-x: Those are values of x. The task asks for the numbers of the rows: what does argsort give back?
    return x[np.argsort(distance(x, query), kind="stable")[:topn]]

farthest: Those are the rows that are farthest away. At which end of the sorted row numbers are the near
ones?
    [:topn] => [-topn:]
    np.argsort(distance(x, query), kind="stable") => np.argsort(-distance(x, query), kind="stable")

backwards: Those are the right rows, the farthest of them first. Which one has to stand first?
    [:topn] => [:topn][::-1]

in-the-order-of-the-table: Those are the right rows, in the order of the table. Which one has to stand first?
    return np.sort(np.argsort(distance(x, query), kind="stable")[:topn])

only-x: The rows with the smallest x were taken. How far is each row from the query, if the difference is -3?
    distance(x, query) => x
    distance(x, query) => x - query

one-too-many: One row too many was taken. Does a slice include the position behind its colon?
    [:topn] => [: topn + 1]

one-too-few: One row too few was taken. Does a slice include the position behind its colon?
    [:topn] => [: topn - 1]

nearest-left-out: The nearest row was left out. From which number on does Python count?
    [:topn] => [1 : topn + 1]

one-row: That is a single row number. How does a slice take everything up to there?
    [:topn] => [topn - 1]
    return np.argmin(distance(x, query))

first-rows: Those are the rows that stand first in the table, near or not. Which step puts the near ones in
front?
    return np.arange(topn)

sorted-cut: The first rows of the table were cut off before they were sorted. What has to come first, the order
or the cut?
    return np.argsort(distance(x, query)[:topn], kind="stable")

tie: With many rows at the same distance, your order is not that of the table. What does the lesson write
behind the comma in argsort, so that in a tie the first row comes first?
    about
    , kind="stable" =>
    return np.argpartition(distance(x, query), topn - 1)[:topn]
    sort_values(kind="stable") => sort_values()

table: For one column it is right. The lesson will hand over tables too, with one query number for each
column: which function of the lesson gives one distance for each row there?
    about
    return np.argsort(np.abs(x - query), kind="stable")[:topn]
    return np.argsort((x - query) ** 2, kind="stable")[:topn]
""",
)
