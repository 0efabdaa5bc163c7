"""Pearson's r, held against NumPy and against what the lesson measures."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from helpers.correlation import pearson
from helpers.datasets import data_path

quick = settings(derandomize=True, deadline=None, max_examples=30)
whole = st.integers(-1000, 1000)
# The last rows give both columns a spread.
two_columns = st.lists(st.tuples(whole, whole), max_size=20).map(
    lambda rows: np.array([*rows, (2000, 1500), (-1500, 2000), (0, 0)]).T
)


@pytest.mark.parametrize("slope", [-2, 0, 0.5, 10])
def test_r_is_what_numpy_computes(slope):
    x, noise = np.random.default_rng(0).normal(size=(2, 100))
    y = slope * x + noise
    assert pearson(x, y) == approx(np.corrcoef(x, y)[0, 1], rel=1e-12)


@pytest.mark.parametrize(("column", "expected"), [("RM", 0.695), ("LSTAT", -0.738)])
def test_r_with_the_price_is_that_of_the_lesson(column, expected):
    df = pd.read_csv(data_path("boston.csv"))
    assert pearson(df[column], df["price"]) == approx(expected, abs=5e-4)


@pytest.mark.parametrize(("slope", "expected"), [(3, 1), (-0.1, -1)])
def test_r_of_a_straight_line_is_1_or_minus_1(slope, expected):
    x = np.arange(10)
    assert pearson(x, slope * x + 7) == approx(expected)


def test_r_of_a_parabola_is_0_though_y_follows_from_x():
    x = np.arange(-5, 6)
    assert pearson(x, x**2) == approx(0, abs=1e-12)


def test_r_is_a_plain_float():
    assert type(pearson([1, 2, 4], [1, 3, 2])) is float


@quick
@given(two_columns)
def test_r_is_the_same_in_both_directions(columns):
    x, y = columns
    assert pearson(x, y) == approx(pearson(y, x))


@quick
@given(two_columns)
def test_r_lies_between_minus_1_and_1(columns):
    assert abs(pearson(*columns)) <= 1 + 1e-12


@quick
@given(two_columns, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_r_does_not_depend_on_unit_or_zero(columns, factor, zero):
    x, y = columns
    assert pearson(factor * x + zero, y) == approx(pearson(x, y), abs=1e-9)


@quick
@given(two_columns)
def test_r_changes_its_sign_when_one_column_is_turned_round(columns):
    x, y = columns
    assert pearson(-x, y) == approx(-pearson(x, y), abs=1e-12)


@pytest.mark.parametrize(("x", "y"), [([5, 5, 5], [1, 2, 3]), ([1, 2, 3], [5, 5, 5]), ([1], [2])])
def test_a_constant_column_is_refused(x, y):
    with pytest.raises(ValueError, match="same value in every row, so r is not defined"):
        pearson(x, y)


def test_a_constant_column_that_binary_fractions_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="same value in every row"):
        pearson([0.1, 0.1, 0.1], [1, 2, 4])


def test_tiny_numbers_are_not_taken_for_a_constant_column():
    x = np.array([1, 2, 4]) * 1e-90
    assert pearson(x, x) == approx(1)


def test_unequal_shapes_are_refused_with_both_shapes_named():
    expected = r"x has shape \(3,\), but y has shape \(2,\)\. They must be equal"
    with pytest.raises(ValueError, match=expected):
        pearson([1, 2, 3], [1, 2])


def test_a_column_against_a_flat_array_is_refused_with_the_way_out():
    expected = r"x has shape \(3, 1\), but y has shape \(3,\)\..*ravel\(\)"
    with pytest.raises(ValueError, match=expected):
        pearson([[1], [2], [3]], [1, 2, 3])


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_missing_and_infinite_values_are_refused_with_their_number(bad):
    with pytest.raises(ValueError, match="y has 2 of 3 values that are NaN or infinite"):
        pearson([1, 2, 3], [bad, 2, bad])


def test_empty_columns_are_refused():
    with pytest.raises(ValueError, match="x is empty. Pass at least one value"):
        pearson([], [])


def test_r_never_leaves_its_range_by_rounding():
    columns = np.random.default_rng(0).normal(size=(200, 5))
    assert max(pearson(x, 3 * x + 1) for x in columns) <= 1
