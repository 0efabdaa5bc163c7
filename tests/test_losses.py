"""The losses, held against scikit-learn, SciPy and closed forms."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx
from scipy import special
from sklearn import metrics

from helpers.datasets import data_path
from helpers.losses import huber_loss, l1_loss, l2_loss, mape, rmse

ORACLES = {
    l1_loss: metrics.mean_absolute_error,
    l2_loss: metrics.mean_squared_error,
    rmse: metrics.root_mean_squared_error,
    mape: lambda y, y_hat: 100 * metrics.mean_absolute_percentage_error(y, y_hat),
    huber_loss: lambda y, y_hat: np.mean(special.huber(1, y_hat - y)),
}
# What remains of a factor by which both columns are multiplied.
POWER_OF_SCALE = {l1_loss: 1, l2_loss: 2, rmse: 1, mape: 0}

every_loss = pytest.mark.parametrize("loss", list(ORACLES))

quick = settings(derandomize=True, deadline=None, max_examples=30)
prices = st.floats(0.1, 1000)  # above 0, where a percentage is defined
rows = st.lists(st.tuples(prices, prices), min_size=1, max_size=20)


def columns(pairs):
    return np.array(pairs).T


def boston_prices():
    return pd.read_csv(data_path("boston.csv"))["price"].to_numpy()


# Values


@every_loss
def test_each_loss_is_what_scikit_learn_or_scipy_computes(loss):
    rng = np.random.default_rng(0)
    y, y_hat = rng.normal(20, 9, 100), rng.normal(20, 9, 100)
    assert loss(y, y_hat) == approx(ORACLES[loss](y, y_hat), rel=1e-12)


@pytest.mark.parametrize("delta", [0.1, 3, 100])
def test_the_huber_loss_is_what_scipy_computes_for_any_delta(delta):
    y, y_hat = np.random.default_rng(1).normal(0, 5, (2, 100))
    assert huber_loss(y, y_hat, delta) == approx(np.mean(special.huber(delta, y_hat - y)))


def test_l1_finds_the_two_rules_of_the_lesson_equally_good():
    y = [3, 4, 4]
    assert l1_loss(y, [1, 2, 4]) == approx(4 / 3)
    assert l1_loss(y, [3, 4, 0]) == approx(4 / 3)


def test_l2_finds_the_rule_with_one_large_error_twice_as_bad():
    y = [3, 4, 4]
    assert l2_loss(y, [1, 2, 4]) == approx(8 / 3)
    assert l2_loss(y, [3, 4, 0]) == approx(16 / 3)


def test_mape_is_in_percent_of_the_observed_value():
    assert mape([10, 10], [0, 30]) == approx((100 + 200) / 2)


def test_mape_of_negative_values_is_positive():
    assert mape([-10], [-15]) == approx(50)


@every_loss
def test_each_loss_is_a_plain_float(loss):
    assert type(loss([3, 4], [1, 2])) is float


@every_loss
def test_small_unsigned_integers_do_not_wrap_around(loss):
    y, y_hat = np.array([[5, 9], [3, 200]], dtype=np.uint8)
    assert loss(y, y_hat) == approx(loss([5, 9], [3, 200]))


# Properties


@every_loss
@quick
@given(y=st.lists(prices, min_size=1, max_size=20))
def test_a_perfect_fit_has_the_loss_0(loss, y):
    assert loss(y, y) == 0


@every_loss
@quick
@given(y=st.lists(prices, min_size=1, max_size=20), row=st.integers(0, 19))
def test_a_single_wrong_row_makes_the_loss_positive(loss, y, row):
    y_hat = np.array(y)
    y_hat[row % len(y)] += 1
    assert loss(y, y_hat) > 0


@pytest.mark.parametrize("loss", [loss for loss in ORACLES if loss is not mape])
@quick
@given(rows)
def test_too_high_costs_as_much_as_too_low(loss, pairs):
    y, y_hat = columns(pairs)
    assert loss(y, y_hat) == loss(y_hat, y)


@every_loss
@quick
@given(rows)
def test_the_same_rows_twice_have_the_same_loss(loss, pairs):
    assert loss(*columns(pairs + pairs)) == approx(loss(*columns(pairs)))


@pytest.mark.parametrize("loss", list(POWER_OF_SCALE))
@quick
@given(rows, st.sampled_from([1 / 64, 0.5, 4, 1024]))  # powers of 2 bring no rounding
def test_another_unit_changes_each_loss_by_its_own_power(loss, pairs, factor):
    y, y_hat = columns(pairs)
    changed = loss(factor * y, factor * y_hat)
    assert changed == approx(factor ** POWER_OF_SCALE[loss] * loss(y, y_hat))


@quick
@given(rows)
def test_rmse_is_never_below_l1(pairs):
    y, y_hat = columns(pairs)
    assert rmse(y, y_hat) >= l1_loss(y, y_hat) * (1 - 1e-12)


@quick
@given(rows, st.floats(0.01, 1000))
def test_the_huber_loss_lies_between_the_straight_line_and_the_parabola(pairs, delta):
    y, y_hat = columns(pairs)
    huber, slack = huber_loss(y, y_hat, delta), 1e-9 * (1 + l2_loss(y, y_hat) + delta**2)
    assert delta * (l1_loss(y, y_hat) - delta / 2) - slack <= huber
    assert huber <= l2_loss(y, y_hat) / 2 + slack


@quick
@given(rows)
def test_the_huber_loss_with_a_large_delta_is_half_of_l2(pairs):
    y, y_hat = columns(pairs)
    assert huber_loss(y, y_hat, delta=1000) == approx(l2_loss(y, y_hat) / 2)


@pytest.mark.parametrize("delta", [0.5, 3.0])
def test_the_two_pieces_of_the_huber_loss_meet_without_a_corner(delta):
    step = 1e-6
    below, at, above = (huber_loss([0], [e], delta) for e in (delta - step, delta, delta + step))
    assert (at - below) / step == approx(delta, rel=1e-5)
    assert (above - at) / step == approx(delta, rel=1e-5)


# The best constants


def best_constant(loss, y):
    candidates = np.linspace(5, 50, 4501)
    return candidates[np.argmin([loss(y, np.full(len(y), c)) for c in candidates])]


def test_the_best_constant_for_l1_is_the_median():
    y = boston_prices()
    assert np.median(y) == approx(21.2)
    assert best_constant(l1_loss, y) == approx(np.median(y))


def test_the_best_constant_for_l2_is_the_mean():
    y = boston_prices()
    assert np.mean(y) == approx(22.533, abs=5e-4)
    assert best_constant(l2_loss, y) == approx(np.mean(y), abs=0.005)


@quick
@given(st.lists(prices, min_size=1, max_size=20), prices)
def test_l2_of_a_constant_grows_with_the_square_of_its_distance_to_the_mean(y, c):
    mean = np.mean(y)
    at_the_mean = l2_loss(y, np.full(len(y), mean))
    assert l2_loss(y, np.full(len(y), c)) == approx(at_the_mean + (mean - c) ** 2, abs=1e-6)


# What is refused


@every_loss
def test_unequal_shapes_are_refused_with_both_shapes_named(loss):
    expected = r"y has shape \(3,\), but y_hat has shape \(2,\)\. They must be equal"
    with pytest.raises(ValueError, match=expected):
        loss([1, 2, 3], [1, 2])


@every_loss
def test_a_column_against_a_flat_array_is_refused_with_the_way_out(loss):
    expected = r"y has shape \(3, 1\), but y_hat has shape \(3,\)\..*ravel\(\)"
    with pytest.raises(ValueError, match=expected):
        loss([[1], [2], [3]], [1, 2, 3])


@every_loss
def test_empty_arrays_are_refused(loss):
    with pytest.raises(ValueError, match="y is empty. Pass at least one value"):
        loss([], [])


@every_loss
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_missing_and_infinite_values_are_refused_with_their_number(loss, bad):
    with pytest.raises(ValueError, match="y_hat has 2 of 3 values that are NaN or infinite"):
        loss([1, 2, 3], [bad, 2, bad])


def test_mape_refuses_observed_zeros_with_their_number_and_what_to_do():
    expected = r"2 of the 3 observed values are 0.*Leave those rows out, or use l1_loss"
    with pytest.raises(ValueError, match=expected):
        mape([0, 5, 0], [1, 5, 0])


def test_mape_accepts_a_prediction_of_0():
    assert mape([5], [0]) == approx(100)


@pytest.mark.parametrize("delta", [0, -2])
def test_a_delta_that_is_not_positive_is_refused(delta):
    with pytest.raises(ValueError, match=f"delta is {delta}, but must be one number above 0"):
        huber_loss([1], [2], delta)


def test_a_missing_delta_is_refused():
    with pytest.raises(ValueError, match="delta is nan, but must be one number above 0"):
        huber_loss([1], [2], np.nan)


def test_a_delta_for_each_row_is_refused():
    with pytest.raises(ValueError, match="delta is .*, but must be one number above 0"):
        huber_loss([1, 2], [1, 2], delta=np.array([1, 2]))
