"""The loss of a line from five means, held against the loss of its predictions."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from helpers.datasets import data_path
from helpers.lines import five_means, loss_of_line
from helpers.losses import l2_loss

quick = settings(derandomize=True, deadline=None, max_examples=30)
numbers = st.floats(-100, 100)
rows = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20)
lines = st.tuples(numbers, numbers)


@pytest.fixture(scope="module")
def boston():
    df = pd.read_csv(data_path("boston.csv"))
    return df["RM"].to_numpy(), df["price"].to_numpy()


def agrees(loss, line, x, y):
    """Whether a loss is that of the predictions, but for the rounding of the terms it adds up."""
    k, b = line
    terms = (np.mean(np.abs(k * x)) + abs(b) + np.mean(np.abs(y))) ** 2 + np.mean(
        (k * x) ** 2 + y**2
    )
    return loss == approx(l2_loss(y, k * x + b), rel=1e-12, abs=1e-14 * terms)


# The five means


def test_the_five_means_come_in_the_order_of_the_docstring():
    x, y = [1, 2, 6], [5, 1, 3]
    assert five_means(x, y) == approx((9 / 3, 9 / 3, 41 / 3, 25 / 3, 35 / 3))


def test_the_five_means_are_plain_floats():
    assert [type(mean) for mean in five_means([1, 2], [3, 4])] == [float] * 5


def test_small_unsigned_integers_do_not_wrap_around():
    x, y = np.array([[5, 200], [30, 255]], dtype=np.uint8)
    assert five_means(x, y) == five_means([5, 200], [30, 255])


# One line


@quick
@given(rows, lines)
def test_the_loss_of_a_line_is_the_l2_loss_of_its_predictions(pairs, line):
    x, y = np.array(pairs).T
    assert agrees(loss_of_line(line, five_means(x, y)), line, x, y)


@pytest.mark.parametrize("line", [(9.1, -34.7), (0, 22.5), (-2, 3), (0, 0)])
def test_the_loss_of_a_line_through_the_boston_prices_is_that_of_its_predictions(boston, line):
    rm, price = boston
    k, b = line
    assert loss_of_line(line, five_means(rm, price)) == approx(l2_loss(price, k * rm + b))


def test_the_best_line_has_the_smallest_loss(boston):
    k, b = np.polyfit(*boston, 1)
    means = five_means(*boston)
    around = [(k + dk, b + db) for dk in (-0.01, 0, 0.01) for db in (-0.01, 0, 0.01)]
    assert min(around, key=lambda line: loss_of_line(line, means)) == (k, b)


def test_the_loss_of_one_line_is_a_plain_float():
    assert type(loss_of_line(np.array([2, 1]), five_means([1, 2], [3, 4]))) is float


# Many lines at once


@quick
@given(rows, st.lists(lines, min_size=1, max_size=20))
def test_the_losses_of_many_lines_are_those_of_each_line_alone(pairs, many):
    x, y = np.array(pairs).T
    losses = loss_of_line(np.transpose(many), five_means(x, y))
    assert losses.shape == (len(many),)
    assert all(agrees(loss, line, x, y) for loss, line in zip(losses, many, strict=True))


def test_a_landscape_of_lines_keeps_its_shape():
    x, y = np.random.default_rng(0).normal(size=(2, 10))
    k, b = np.meshgrid([1.0, 2.0, 3.0], [4.0, 5.0])
    losses = loss_of_line((k, b), five_means(x, y))
    assert losses.shape == (2, 3)
    assert losses[1, 2] == approx(l2_loss(y, 3 * x + 5))


def test_two_lines_are_slopes_and_intercepts_not_a_line_a_row():
    x, y = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    losses = loss_of_line([[1, 10], [2, 20]], five_means(x, y))
    assert losses == approx([l2_loss(y, x + 2), l2_loss(y, 10 * x + 20)])


@pytest.mark.parametrize(
    ("line", "same"),
    [((2, [0, 1, 5]), [[2, 2, 2], [0, 1, 5]]), (([0, 1, 5], 3), [[0, 1, 5], [3, 3, 3]])],
)
def test_one_number_holds_for_all_lines(line, same):
    means = five_means([1, 2, 6], [5, 1, 3])
    assert loss_of_line(line, means).tolist() == loss_of_line(same, means).tolist()


def test_a_single_line_as_a_column_has_an_array_of_one_loss():
    assert loss_of_line([[2], [1]], five_means([1, 2], [3, 4])).shape == (1,)


# What is refused


@pytest.mark.parametrize(
    ("x", "y", "name"), [([1, np.nan, 3], [1, 2, 3], "x"), ([1, 2, 3], [1, np.inf, 3], "y")]
)
def test_missing_and_infinite_data_are_refused_with_their_name_and_number(x, y, name):
    with pytest.raises(ValueError, match=f"{name} has 1 of 3 values that are NaN or infinite"):
        five_means(x, y)


def test_data_of_unequal_length_are_refused_with_both_shapes():
    with pytest.raises(ValueError, match=r"x has shape \(3,\), but y has shape \(2,\)"):
        five_means([1, 2, 3], [1, 2])


def test_a_column_against_a_flat_array_is_refused_with_the_way_out():
    with pytest.raises(ValueError, match=r"x has shape \(2, 1\), but y has .*ravel\(\)"):
        five_means([[1], [2]], [1, 2])


def test_no_data_are_refused():
    with pytest.raises(ValueError, match="x is empty. Pass at least one value"):
        five_means([], [])


@pytest.mark.parametrize(("line", "seen"), [(3, "3"), ([1], r"\[1\]"), ([1, 2, 3], r"\[1, 2, 3\]")])
def test_a_line_without_exactly_two_parameters_is_refused(line, seen):
    with pytest.raises(ValueError, match=f"line is {seen}, .*two entries.*slopes and inter"):
        loss_of_line(line, (1, 2, 3, 4, 5))


def test_lines_given_one_a_row_are_refused():
    with pytest.raises(ValueError, match=r"line is \[\[1, 2\], .*along its first axis"):
        loss_of_line([[1, 2], [3, 4], [5, 6]], (1, 2, 3, 4, 5))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ([np.nan, 1], "k has 1 of 1"),
        ([1, np.inf], "b has 1 of 1"),
        ([[1, 2], [np.nan, 3]], "b has 1 of 2"),
    ],
)
def test_a_missing_or_infinite_parameter_is_refused_with_its_name_and_number(line, expected):
    with pytest.raises(ValueError, match=f"{expected} values that are NaN or infinite"):
        loss_of_line(line, (1, 2, 3, 4, 5))


@pytest.mark.parametrize(
    ("means", "shape"), [((1, 2, 3), r"\(3,\)"), (np.ones((5, 1)), r"\(5, 1\)"), (7, r"\(\)")]
)
def test_anything_but_five_means_is_refused(means, shape):
    with pytest.raises(ValueError, match=f"means has shape {shape}, but five_means returns five"):
        loss_of_line([1, 2], means)


def test_a_missing_mean_is_refused():
    with pytest.raises(ValueError, match="means has 1 of 5 values that are NaN"):
        loss_of_line([1, 2], (1, 2, np.nan, 4, 5))


@pytest.mark.parametrize("line", [([1, 2, 3], [1, 2]), (np.ones(3), np.ones((3, 1)))])
def test_slopes_and_intercepts_of_different_shapes_are_refused(line):
    with pytest.raises(ValueError, match=r"slopes of shape \(3,\), but intercepts of shape"):
        loss_of_line(line, five_means([1, 2], [3, 5]))
