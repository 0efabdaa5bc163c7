"""The two scalings, held against scikit-learn."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from helpers.scaling import min_max, standardise

ORACLES = {standardise: StandardScaler, min_max: MinMaxScaler}
every_scaling = pytest.mark.parametrize("scale", list(ORACLES))

quick = settings(derandomize=True, deadline=None, max_examples=30)
# Whole numbers, so that two different values are never too near to tell apart.
columns_with_spread = st.lists(st.integers(-1000, 1000), min_size=2, max_size=20, unique=True)


def table(rows):
    """Two columns with units as different as rooms and dollars."""
    return np.random.default_rng(rows).normal([6, 20_000], [0.7, 9_000], (rows, 2))


@every_scaling
def test_each_scaling_is_that_of_scikit_learn(scale):
    values = table(50)
    assert_allclose(scale(values), ORACLES[scale]().fit_transform(values), atol=1e-12)


@every_scaling
def test_held_out_rows_are_scaled_by_the_reference_alone(scale):
    known, held_out = table(50), table(7)
    expected = ORACLES[scale]().fit(known).transform(held_out)
    assert_allclose(scale(held_out, known), expected, atol=1e-12)


@every_scaling
def test_a_flat_array_is_scaled_as_one_column(scale):
    column = table(50)[:, 1]
    assert_allclose(scale(column), scale(column.reshape(-1, 1)).ravel())


@every_scaling
def test_a_single_row_can_be_scaled_by_a_reference(scale):
    known, row = table(50), table(1)
    assert_allclose(scale(row, known), scale(np.vstack([row, known]), known)[:1])


@every_scaling
def test_a_flat_row_is_scaled_by_the_columns_of_the_reference(scale):
    known, row = table(50), table(1)
    assert_allclose(scale(row[0], known), scale(row, known)[0])


@every_scaling
def test_the_values_given_are_not_changed(scale):
    values = table(5)
    before = values.copy()
    scale(values)
    assert_allclose(values, before, rtol=0)


def test_min_max_leaves_0_to_1_outside_the_range_of_the_reference():
    assert min_max([0, 30], [10, 20]).tolist() == [-1, 2]


# Properties


@quick
@given(columns_with_spread)
def test_a_standardised_column_has_mean_0_and_standard_deviation_1(column):
    z = standardise(column)
    assert_allclose([z.mean(), z.std()], [0, 1], atol=1e-9)


@quick
@given(columns_with_spread)
def test_a_min_max_column_reaches_from_0_to_1(column):
    z = min_max(column)
    assert (z.min(), z.max()) == (0, 1)


@every_scaling
@quick
@given(columns_with_spread, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_another_unit_or_another_zero_changes_nothing(scale, column, factor, zero):
    column = np.array(column)
    assert_allclose(scale(factor * column + zero), scale(column), atol=1e-6)


@every_scaling
@quick
@given(columns_with_spread)
def test_the_order_within_a_column_stays(scale, column):
    assert np.argsort(scale(column)).tolist() == np.argsort(column).tolist()


# What is refused


@every_scaling
@pytest.mark.parametrize("values", [[3, 3, 3], [[1, 3], [2, 3], [4, 3]], [7]])
def test_a_constant_column_is_refused_with_what_to_do(scale, values):
    with pytest.raises(ValueError, match="same value in every row.*cannot be scaled. Leave it out"):
        scale(values)


def test_min_max_refuses_a_constant_column_that_binary_fractions_cannot_hold():
    with pytest.raises(ValueError, match="same value in every row"):
        min_max([0.1, 0.1, 0.1])


def test_standardise_refuses_a_constant_column_that_binary_fractions_cannot_hold():
    with pytest.raises(ValueError, match="same value in every row"):
        standardise([0.1, 0.1, 0.1])


@every_scaling
def test_a_constant_reference_is_refused_though_the_values_vary(scale):
    with pytest.raises(ValueError, match="same value in every row"):
        scale([1, 2, 3], [5, 5])


@every_scaling
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_missing_and_infinite_values_are_refused_with_their_number(scale, bad):
    with pytest.raises(ValueError, match="values has 1 of 3 values that are NaN or infinite"):
        scale([1, bad, 3])


@every_scaling
def test_a_missing_value_in_the_reference_is_named_as_such(scale):
    with pytest.raises(ValueError, match="reference has 1 of 2 values that are NaN or infinite"):
        scale([1, 2], [np.nan, 3])


@every_scaling
def test_an_empty_array_is_refused(scale):
    with pytest.raises(ValueError, match="values is empty. Pass at least one value"):
        scale([])


@every_scaling
@pytest.mark.parametrize(
    ("reference", "shape"), [(np.ones((4, 3)), r"\(4, 3\)"), (np.ones(4), r"\(4,\)")]
)
def test_a_reference_with_other_columns_is_refused_with_both_shapes(scale, reference, shape):
    expected = rf"values has shape \(5, 2\), but reference has shape {shape}.*the same columns"
    with pytest.raises(ValueError, match=expected):
        scale(table(5), reference)
