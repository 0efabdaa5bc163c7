"""Nearest neighbours, held against scikit-learn and against what the lesson measures."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.neighbors import KNeighborsRegressor

from helpers.datasets import data_path
from helpers.knn import find_price_by_similar, knn_predict, leave_one_out, nearest_rows
from helpers.losses import rmse

quick = settings(derandomize=True, deadline=None, max_examples=30)
numbers = st.floats(-1000, 1000)
tables = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def boston():
    df = pd.read_csv(data_path("boston.csv"))
    return df["RM"].to_numpy(), df["price"].to_numpy()


def rows_without_ties(features, n=60):
    """Random rows and prices; no two rows are equally far from anything."""
    rng = np.random.default_rng(features)
    x = rng.normal(size=n) if features == 1 else rng.normal(size=(n, features))
    return x, rng.normal(20, 9, n)


# One query


@pytest.mark.parametrize("features", [1, 2, 13])
@pytest.mark.parametrize("topn", [1, 5, 60])
def test_a_prediction_is_that_of_scikit_learn(features, topn):
    x, y = rows_without_ties(features)
    model = KNeighborsRegressor(n_neighbors=topn).fit(x.reshape(-1, features), y)
    queries = np.random.default_rng(99).normal(size=(10, features))
    ours = [knn_predict(x, y, q[0] if features == 1 else q, topn) for q in queries]
    assert ours == approx(model.predict(queries))


def test_a_dict_gives_the_price_that_the_lesson_shows(boston):
    rm_to_price = dict(zip(*boston, strict=True))
    assert len(rm_to_price) == 446
    assert find_price_by_similar(rm_to_price, 7.0) == approx(29.233, abs=5e-4)


def test_a_dict_and_its_two_arrays_give_the_same_price():
    x, y = rows_without_ties(1)
    from_dict = find_price_by_similar(dict(zip(x, y, strict=True)), 0.3, topn=7)
    assert from_dict == knn_predict(x, y, 0.3, topn=7)


def test_the_nearest_row_comes_first():
    assert nearest_rows([1.0, 9.0, 4.0, 6.0], 5.5, 4).tolist() == [3, 2, 1, 0]


def test_distances_of_several_features_are_euclidean():
    # By the largest difference, or by their sum, the second row would come first.
    assert nearest_rows([[3.0, 3.0], [0.0, 4.5], [5.0, 5.0]], [0.0, 0.0], 2).tolist() == [0, 1]
    assert nearest_rows([[4.0, 0.0], [2.5, 2.5], [5.0, 5.0]], [0.0, 0.0], 2).tolist() == [1, 0]


@pytest.mark.parametrize("shape", [(200,), (200, 2)])
def test_rows_equally_near_stay_in_the_order_of_the_table(shape):
    x = np.ones(shape)
    x[1::2] = -1  # as near as 1
    x[::3] = 2
    near = [row for row in range(200) if row % 3]
    assert nearest_rows(x, np.zeros(shape[1:]), len(near)).tolist() == near


def test_of_two_keys_equally_near_the_one_entered_first_counts():
    assert find_price_by_similar({6.0: 10.0, 8.0: 20.0}, 7.0, topn=1) == 10
    assert find_price_by_similar({8.0: 20.0, 6.0: 10.0}, 7.0, topn=1) == 20


def test_three_entries_answer_by_default():
    assert find_price_by_similar({1: 10, 2: 20, 3: 60, 9: 1000}, 2) == approx(30)


def test_lists_of_whole_numbers_are_accepted():
    assert knn_predict([1, 2, 9], [10, 20, 60], 1, np.int64(2)) == 15


# Properties


@quick
@given(tables, numbers, st.integers(1, 20))
def test_no_row_left_out_is_nearer_than_a_chosen_one(pairs, query, topn):
    x = np.array(pairs)[:, 0]
    chosen = nearest_rows(x, query, min(topn, len(x)))
    distance = np.abs(x - query)
    assert len(set(chosen)) == min(topn, len(x))
    assert list(distance[chosen]) == sorted(distance)[: len(chosen)]


@quick
@given(tables, numbers)
def test_all_rows_together_predict_the_mean(pairs, query):
    x, y = np.array(pairs).T
    assert knn_predict(x, y, query, len(x)) == approx(np.mean(y), abs=1e-9)


@quick
@given(tables, numbers, st.integers(1, 20))
def test_a_prediction_lies_between_the_lowest_and_the_highest_price(pairs, query, topn):
    x, y = np.array(pairs).T
    prediction = knn_predict(x, y, query, min(topn, len(x)))
    assert min(y) - 1e-9 <= prediction <= max(y) + 1e-9


# Leave one out


@pytest.mark.parametrize("features", [1, 3])
@pytest.mark.parametrize("topn", [1, 4])
def test_leaving_one_out_is_what_scikit_learn_does(features, topn):
    x, y = rows_without_ties(features, n=30)
    model = KNeighborsRegressor(n_neighbors=topn)
    theirs = cross_val_predict(model, x.reshape(-1, features), y, cv=LeaveOneOut())
    assert leave_one_out(x, y, topn) == approx(theirs)


@pytest.mark.parametrize(
    ("topn", "expected"), [(1, 8.230), (5, 6.365), (30, 6.075), (100, 6.560), (505, 9.206)]
)
def test_the_leave_one_out_errors_are_those_of_the_lesson(boston, topn, expected):
    rm, price = boston
    assert rmse(price, leave_one_out(rm, price, topn)) == approx(expected, abs=5e-4)


def test_a_price_never_enters_its_own_prediction():
    x, y = rows_without_ties(1, n=10)
    changed = y.copy()
    changed[4] = 1e6
    assert leave_one_out(x, changed, 3)[4] == leave_one_out(x, y, 3)[4]


# What is refused

CALLS = {
    "find_price_by_similar": lambda topn: find_price_by_similar({1: 10, 2: 20}, 1.0, topn),
    "nearest_rows": lambda topn: nearest_rows([1, 2], 1.0, topn),
    "knn_predict": lambda topn: knn_predict([1, 2], [10, 20], 1.0, topn),
    # One row of three is always left out.
    "leave_one_out": lambda topn: leave_one_out([1, 2, 3], [10, 20, 30], topn),
}
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@every_call
@pytest.mark.parametrize("topn", [0, -1, 3])
def test_a_topn_out_of_range_is_refused_with_the_range(call, topn):
    expected = f"topn is {topn}, but there are 2 rows: it must be from 1 to 2"
    with pytest.raises(ValueError, match=expected):
        call(topn)


@every_call
@pytest.mark.parametrize("topn", [1.5, 2.0, "2", None])
def test_a_topn_that_is_not_whole_is_refused_with_what_was_given(call, topn):
    with pytest.raises(TypeError, match=f"topn is {topn!r}, but must be a whole number from 1 to"):
        call(topn)


@pytest.mark.parametrize(
    ("x", "query", "shapes"),
    [
        ([[1, 2], [3, 4]], [1, 2, 3], r"\(3,\), but a row has shape \(2,\)"),
        ([[1, 2], [3, 4]], 1, r"\(\), but a row has shape \(2,\)"),
        ([1, 2], [1, 2], r"\(2,\), but a row has shape \(\)"),
        ([[1], [2]], 1, r"\(\), but a row has shape \(1,\)"),
    ],
)
def test_a_query_with_another_number_of_features_is_refused(x, query, shapes):
    with pytest.raises(ValueError, match=f"The query has shape {shapes}.*as many features"):
        knn_predict(x, [10, 20], query, 1)


@pytest.mark.parametrize("x", [[1, 2, 3], [[1, 2], [3, 4], [5, 6]]])
def test_prices_of_another_length_are_refused(x):
    query = np.zeros(np.shape(x)[1:])
    with pytest.raises(ValueError, match=r"x has 3 rows, but y has shape \(2,\).*one price for"):
        knn_predict(x, [10, 20], query, 1)


def test_prices_as_a_column_are_refused():
    with pytest.raises(ValueError, match=r"x has 2 rows, but y has shape \(2, 1\)"):
        knn_predict([1, 2], [[10], [20]], 1, 1)


@pytest.mark.parametrize("prices", [[10, 20], [10, 20, 30, 40]])
def test_leave_one_out_refuses_prices_of_another_length(prices):
    with pytest.raises(ValueError, match="x has 3 rows, but y has shape"):
        leave_one_out([1, 2, 3], prices, 1)


@pytest.mark.parametrize(
    ("name", "x", "y", "query"),
    [
        ("x", [1, np.nan], [10, 20], 1),
        ("y", [1, 2], [10, np.nan], 1),
        ("query", [1, 2], [10, 20], np.nan),
    ],
)
def test_a_missing_number_is_refused_with_the_name_of_its_argument(name, x, y, query):
    with pytest.raises(ValueError, match=f"{name} has 1 of [12] values that are NaN or infinite"):
        knn_predict(x, y, query, 1)


def test_leave_one_out_refuses_missing_prices():
    with pytest.raises(ValueError, match="y has 1 of 3 values that are NaN"):
        leave_one_out([1, 2, 3], [10, np.nan, 30], 1)


def test_missing_prices_in_a_dict_are_refused():
    with pytest.raises(ValueError, match="1 of 2 values that are NaN"):
        find_price_by_similar({1: 10, 2: np.nan}, 1, topn=1)


@pytest.mark.parametrize(
    "call",
    [
        lambda: find_price_by_similar({}, 1, topn=1),
        lambda: nearest_rows([], 1, 1),
        lambda: knn_predict([], [], 1, 1),
        lambda: leave_one_out([], [], 1),
    ],
)
def test_no_rows_at_all_are_refused(call):
    with pytest.raises(ValueError, match="(x|history_price) is empty"):
        call()


def test_a_single_row_cannot_be_left_out():
    with pytest.raises(ValueError, match="one row only. To leave one out, pass at least two"):
        leave_one_out([1], [10], 1)


def test_an_empty_history_is_refused_by_its_name():
    with pytest.raises(ValueError, match="history_price is empty"):
        find_price_by_similar({}, 7.0)


def test_a_single_number_instead_of_rows_is_refused():
    with pytest.raises(ValueError, match=r"x has shape \(\)\. Pass one column, or a table"):
        nearest_rows(3.0, 3.0, 1)
