"""Gradients held against central differences, descents against closed forms and scikit-learn."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from pytest import approx
from sklearn.linear_model import LinearRegression

from helpers.datasets import data_path
from helpers.descent import (
    DivergenceError,
    clip,
    gradient_descent,
    linear_gradient,
    partial_b,
    partial_k,
)
from helpers.losses import l2_loss
from helpers.scaling import standardise

every_partial = pytest.mark.parametrize("partial", [partial_k, partial_b])

quick = settings(derandomize=True, deadline=None, max_examples=30)
seeds = st.integers(0, 10_000)
numbers = st.floats(-100, 100)


@pytest.fixture(scope="module")
def boston():
    return pd.read_csv(data_path("boston.csv"))


def central_differences(loss, w, h=0.1):
    """The gradient of a loss; of a parabola there is no error but that of rounding."""
    sides = [(loss(w + h * axis), loss(w - h * axis)) for axis in np.eye(len(w))]
    return np.array([(above - below) / (2 * h) for above, below in sides])


def table(seed, n=20, d=3):
    """Random features, observed values and weights."""
    rng = np.random.default_rng(seed)
    return rng.normal(1, 3, (n, d)), rng.normal(20, 9, n), rng.normal(0, 5, d)


def line_gradient(x, y):
    def gradient(w):
        y_hat = w[0] * x + w[1]
        return np.array([partial_k(x, y, y_hat), partial_b(x, y, y_hat)])

    return gradient


def line_loss(x, y, w):
    return l2_loss(y, w[0] * x + w[1])


def of_parabola(w):
    """The gradient of the sum of the squares."""
    return 2 * w


# Gradients of the L2 loss


@quick
@given(seeds)
def test_the_partial_derivatives_of_a_line_are_the_central_differences(seed):
    X, y, w = table(seed, d=1)
    x, line = X[:, 0], np.array([w[0], 7.0])
    expected = central_differences(lambda w: line_loss(x, y, w), line)
    y_hat = line[0] * x + line[1]
    assert partial_k(x, y, y_hat) == approx(expected[0], rel=1e-6, abs=1e-6)
    assert partial_b(x, y, y_hat) == approx(expected[1], rel=1e-6, abs=1e-6)


@quick
@given(seeds, st.integers(1, 30), st.integers(1, 6))
def test_the_gradient_of_a_linear_model_is_the_central_differences(seed, n, d):
    X, y, w = table(seed, n, d)
    expected = central_differences(lambda w: l2_loss(y, X @ w), w)
    gradient = linear_gradient(X, y, w)
    assert gradient.shape == (d,)
    assert_allclose(gradient, expected, rtol=1e-6, atol=1e-6)


def test_the_gradient_with_a_column_of_ones_is_that_of_a_line(boston):
    rm, price = boston["RM"].to_numpy(), boston["price"].to_numpy()
    X, w = np.column_stack([np.ones(len(rm)), rm]), np.array([-30.0, 8.5])
    y_hat = X @ w
    expected = [partial_b(rm, price, y_hat), partial_k(rm, price, y_hat)]
    assert linear_gradient(X, price, w) == approx(expected, rel=1e-12)


def test_partial_derivatives_by_hand():
    # The errors are 1 and 3, at 2 and 10.
    assert partial_k([2, 10], [4, 5], [5, 8]) == 2 * (1 * 2 + 3 * 10) / 2
    assert partial_b([2, 10], [4, 5], [5, 8]) == 2 * (1 + 3) / 2


@every_partial
def test_a_partial_derivative_is_a_plain_float(partial):
    assert type(partial([2, 10], [4, 5], [5, 8])) is float


@every_partial
def test_small_unsigned_integers_do_not_wrap_around(partial):
    x, y, y_hat = np.array([[200, 30], [9, 200], [5, 3]], dtype=np.uint8)
    assert partial(x, y, y_hat) == partial([200, 30], [9, 200], [5, 3])


def test_at_the_best_line_both_partial_derivatives_are_0(boston):
    rm, price = boston["RM"].to_numpy(), boston["price"].to_numpy()
    assert line_gradient(rm, price)(np.polyfit(rm, price, 1)) == approx([0, 0], abs=1e-9)


# Gradients: what is refused


@every_partial
def test_predictions_of_another_length_are_refused_with_both_shapes(partial):
    with pytest.raises(ValueError, match=r"y has shape \(3,\), but y_hat has shape \(2,\)"):
        partial([1, 2, 3], [1, 2, 3], [1, 2])


@every_partial
def test_a_feature_of_another_length_is_refused_with_the_shapes(partial):
    with pytest.raises(ValueError, match=r"x has shape \(3,\), but .* has shape \(2,\)"):
        partial([1, 2, 3], [1, 2], [1, 2])


@every_partial
def test_a_feature_as_a_column_is_refused_with_the_way_out(partial):
    with pytest.raises(ValueError, match=r"x has shape \(2, 1\).*ravel\(\)"):
        partial([[1], [2]], [1, 2], [1, 2])


@every_partial
@pytest.mark.parametrize("name", ["x", "y", "y_hat"])
def test_a_missing_value_is_refused_with_its_name(partial, name):
    values = {"x": [1, 2], "y": [1, 2], "y_hat": [1, 2]} | {name: [1, np.nan]}
    with pytest.raises(ValueError, match=f"{name} has 1 of 2 values that are NaN"):
        partial(**values)


@every_partial
def test_no_values_are_refused(partial):
    with pytest.raises(ValueError, match="y is empty. Pass at least one value"):
        partial([], [], [])


@pytest.mark.parametrize(
    ("shape", "y", "w", "needed"),
    [
        ((3, 2), [1, 2], [1, 2], r"X has shape \(3, 2\), but 2 values of y and 2 weights"),
        ((3, 2), [1, 2, 3], [1], r"X has shape \(3, 2\), but 3 values of y and 1 weights"),
        ((3,), [1, 2, 3], [1], r"X has shape \(3,\), .* need \(3, 1\)"),
        ((2, 3), [1, 2, 3], [1, 2], r"X has shape \(2, 3\), .* need \(3, 2\)"),
    ],
)
def test_a_table_of_another_shape_is_refused_with_the_shape_needed(shape, y, w, needed):
    with pytest.raises(ValueError, match=needed):
        linear_gradient(np.ones(shape), y, w)


@pytest.mark.parametrize(
    ("y", "w", "name"), [([[1], [2]], [1, 2], "y"), ([1, 2], [[1, 2]], "w"), ([1, 2], 1, "w")]
)
def test_values_or_weights_that_are_not_flat_are_refused(y, w, name):
    with pytest.raises(ValueError, match=f"{name} has shape .*, but must be flat"):
        linear_gradient(np.ones((2, 2)), y, w)


@pytest.mark.parametrize("name", ["X", "y", "w"])
def test_a_missing_value_in_a_linear_model_is_refused_with_its_name(name):
    values = {"X": np.ones((2, 2)), "y": np.ones(2), "w": np.ones(2)}
    values[name].flat[0] = np.nan
    with pytest.raises(ValueError, match=f"{name} has 1 of . values that are NaN"):
        linear_gradient(**values)


# Clip


@quick
@given(st.lists(numbers, min_size=1, max_size=5), st.floats(0.01, 100))
def test_a_clipped_gradient_is_as_long_as_allowed_or_as_it_was(gradient, longest):
    length = np.linalg.norm(gradient)
    assert np.linalg.norm(clip(gradient, longest)) == approx(min(length, longest))


@quick
@given(st.lists(numbers, min_size=2, max_size=5), st.floats(0.01, 100))
def test_a_clipped_gradient_keeps_its_direction(gradient, longest):
    clipped = clip(gradient, longest)
    # Of two equal directions, the product of the lengths is the scalar product.
    lengths = np.linalg.norm(gradient) * np.linalg.norm(clipped)
    assert np.dot(gradient, clipped) == approx(lengths, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("longest", [5, 5.1, 1e6])
def test_a_gradient_that_is_not_too_long_stays_as_it_is(longest):
    assert clip([3, -4], longest).tolist() == [3, -4]


def test_a_gradient_that_is_too_long_is_shortened_as_a_whole():
    assert clip([3, -4], 1) == approx([0.6, -0.8])


def test_a_gradient_of_0_stays_0():
    assert clip([0, 0], 1).tolist() == [0, 0]


def test_the_length_of_a_table_is_that_of_all_its_entries():
    assert clip([[1, 1], [1, 1]], 1) == approx(np.full((2, 2), 0.5))


def test_a_single_slope_can_be_clipped():
    assert clip(-8.0, 2) == approx(-2)
    assert np.shape(clip(-8.0, 2)) == ()


def test_the_gradient_given_to_clip_is_not_changed():
    gradient = np.array([3.0, 4.0])
    clip(gradient, 1)
    assert gradient.tolist() == [3, 4]


@pytest.mark.parametrize("longest", [0, -1, np.nan, np.inf])
def test_a_greatest_length_that_is_not_positive_is_refused(longest):
    with pytest.raises(ValueError, match=f"longest is {longest}, but must be one number above 0"):
        clip([3, 4], longest)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_gradient_that_is_missing_or_infinite_is_refused(bad):
    with pytest.raises(ValueError, match="gradient has 1 of 2 values that are NaN or infinite"):
        clip([3, bad], 1)


# Descent: the path


@quick
@given(st.lists(numbers, min_size=1, max_size=4), st.floats(0.001, 0.999), st.integers(1, 50))
def test_each_step_down_a_parabola_multiplies_the_point_by_the_same_factor(start, rate, n):
    path = gradient_descent(of_parabola, start, rate, n)
    expected = [np.array(start) * (1 - 2 * rate) ** step for step in range(n + 1)]
    assert path.shape == (n + 1, len(start))
    assert_allclose(path, expected, rtol=1e-9, atol=1e-9)


def test_a_path_begins_at_the_start_and_is_made_of_floats():
    path = gradient_descent(of_parabola, [1, 2], 0.25, 2)
    assert path.tolist() == [[1, 2], [0.5, 1], [0.25, 0.5]]


def test_a_schedule_is_called_once_a_step_with_its_number_from_0_on():
    steps = []

    def schedule(step):
        steps.append(step)
        return 0.1

    gradient_descent(of_parabola, [1], schedule, 5)
    assert steps == [0, 1, 2, 3, 4]


def test_each_step_goes_by_the_rate_that_the_schedule_gives_for_it():
    path = gradient_descent(of_parabola, [64], lambda step: 0.25 / (step + 1), 3)
    factors = [1 - 2 * 0.25, 1 - 2 * 0.25 / 2, 1 - 2 * 0.25 / 3]
    assert path[1:, 0] == approx(64 * np.cumprod(factors))


def test_the_gradient_is_asked_once_a_step_at_the_point_reached():
    asked = []

    def gradient(w):
        asked.append(w.tolist())
        return 2 * w

    path = gradient_descent(gradient, [1, 2], 0.1, 4)
    assert asked == path[:-1].tolist()


def test_a_gradient_may_be_a_list():
    assert gradient_descent(lambda w: [2 * w[0]], [1], 0.25, 1).tolist() == [[1], [0.5]]


def test_the_start_is_not_changed():
    start = np.array([1.0, 2.0])
    path = gradient_descent(of_parabola, start, 0.1, 3)
    path[:] = 99
    assert start.tolist() == [1, 2]


def test_a_gradient_that_works_on_its_argument_does_not_change_the_path():
    def gradient(w):
        w *= 2
        return w

    expected = gradient_descent(of_parabola, [1, 2], 0.1, 3)
    assert gradient_descent(gradient, [1, 2], 0.1, 3).tolist() == expected.tolist()


# Descent: the numbers of the lesson


def test_the_rooms_as_they_are_are_far_from_the_best_line_after_2000_steps(boston):
    rm, price = boston["RM"].to_numpy(), boston["price"].to_numpy()
    path = gradient_descent(line_gradient(rm, price), [0.5, 0.5], 0.01, 2000)
    assert line_loss(rm, price, path[-1]) == approx(49.58, abs=0.005)


def test_standardised_rooms_are_at_the_best_line_after_100_steps(boston):
    z, price = standardise(boston["RM"].to_numpy()), boston["price"].to_numpy()
    path = gradient_descent(line_gradient(z, price), [0.5, 0.5], 0.1, 100)
    assert line_loss(z, price, path[-1]) == approx(43.60055, abs=5e-6)


@pytest.mark.parametrize("rate", [0.0245, 0.025, 0.1])
def test_the_rooms_as_they_are_diverge_at_a_rate_of_a_fortieth(boston, rate):
    rm, price = boston["RM"].to_numpy(), boston["price"].to_numpy()
    with pytest.raises(DivergenceError, match=f"with a learning rate of {rate}. Choose"):
        gradient_descent(line_gradient(rm, price), [0.5, 0.5], rate, 3000)


def test_just_below_that_rate_the_way_to_the_best_line_is_shortened_by_the_same_matrix(boston):
    rm, price = boston["RM"].to_numpy(), boston["price"].to_numpy()
    path = gradient_descent(line_gradient(rm, price), [0.5, 0.5], 0.0244, 500)
    X, best = np.column_stack([rm, np.ones(len(rm))]), np.polyfit(rm, price, 1)
    one_step = np.eye(2) - 0.0244 * 2 / len(X) * X.T @ X
    assert path[-1] == approx(best + np.linalg.matrix_power(one_step, 500) @ (path[0] - best))
    assert line_loss(rm, price, path[-1]) < line_loss(rm, price, path[0])


def test_twelve_features_come_to_the_weights_of_scikit_learn(boston):
    Z, price = standardise(boston.drop(columns="price")), boston["price"].to_numpy()
    X = np.column_stack([np.ones(len(Z)), Z])
    path = gradient_descent(lambda w: linear_gradient(X, price, w), np.zeros(13), 0.1, 3000)
    model = LinearRegression().fit(Z, price)
    assert Z.shape == (506, 12)
    assert path[-1] == approx([model.intercept_, *model.coef_], abs=1e-9)


# Descent: divergence


@pytest.mark.parametrize(
    ("start", "step", "length"),
    [(1, 27, r"2\.68e\+08"), (1000, 27, r"2\.68e\+11"), (0.001, 36, r"1\.37e\+08")],
)
def test_a_gradient_1e8_times_that_of_the_start_or_1e8_ends_the_descent(start, step, length):
    # At a rate of 1.5 each step doubles the gradient: 2 ** 27 is the first power above 1e8.
    expected = f"at step {step} the gradient has the length {length}, with a learning rate of 1.5"
    with pytest.raises(DivergenceError, match=expected):
        gradient_descent(of_parabola, [start], 1.5, 1000)
    assert np.all(np.isfinite(gradient_descent(of_parabola, [start], 1.5, step)))


def test_the_length_of_a_gradient_counts_all_parameters():
    # The length is 1 at the start and doubles; one slope alone is half as long, a step behind.
    with pytest.raises(DivergenceError, match=r"at step 27 the gradient has the length 1\.34e\+08"):
        gradient_descent(of_parabola, [0.25, 0.25, 0.25, 0.25], 1.5, 1000)


def test_a_divergence_says_what_to_do():
    expected = "Choose a smaller learning rate, bring the features to one scale, or clip"
    with pytest.raises(DivergenceError, match=expected):
        gradient_descent(of_parabola, [1], 1.5, 1000)


def test_a_divergence_names_the_rate_that_the_schedule_gives_for_its_step():
    with pytest.raises(
        DivergenceError, match="at step 27 .* with a learning rate of 4.2[.] Choose"
    ):
        gradient_descent(of_parabola, [1], lambda step: 4.2 if step == 27 else 1.5, 1000)


@pytest.mark.parametrize(
    "gradient", [lambda w: w**3, lambda w: w**3 - 2 * w**3], ids=["infinite", "infinite or NaN"]
)
def test_a_gradient_beyond_all_numbers_ends_the_descent_without_a_warning(gradient):
    # The first step goes from 1e50 to some 1e149, whose third power no float can hold.
    with pytest.raises(DivergenceError, match="at step 1 the gradient has the length (inf|nan)"):
        gradient_descent(gradient, [1e50], 0.1, 10)


def test_a_gradient_that_gets_lost_on_the_way_ends_the_descent():
    with pytest.raises(DivergenceError, match="at step 1 the gradient has the length nan"):
        gradient_descent(lambda w: 2 * w if w[0] == 1 else w * np.nan, [1], 0.1, 10)


@quick
@given(st.floats(1.01, 1000), st.floats(0.01, 100))
def test_a_diverging_descent_never_asks_at_a_point_that_is_not_finite(rate, start):
    asked = []

    def gradient(w):
        asked.append(w[0])
        return 2 * w

    with pytest.raises(DivergenceError):
        gradient_descent(gradient, [start], rate, 3000)
    assert np.all(np.isfinite(asked))


def test_a_divergence_is_an_arithmetic_error():
    assert issubclass(DivergenceError, ArithmeticError)


# Descent: what is refused


@pytest.mark.parametrize("rate", [0, -0.1, np.nan, np.inf])
def test_a_learning_rate_that_is_not_positive_is_refused(rate):
    expected = f"learning_rate is {rate}, but must be one number above 0"
    with pytest.raises(ValueError, match=expected):
        gradient_descent(of_parabola, [1], rate, 5)


def test_a_learning_rate_for_each_parameter_is_refused():
    with pytest.raises(ValueError, match="learning_rate is .*, but must be one number above 0"):
        gradient_descent(of_parabola, [1, 2], [0.1, 0.2], 5)


def test_a_schedule_that_turns_negative_is_refused():
    with pytest.raises(ValueError, match="learning_rate is -0.5, but must be one number above 0"):
        gradient_descent(of_parabola, [1], lambda step: 0.5 - step, 5)


@pytest.mark.parametrize(("start", "shape"), [(1, r"\(\)"), ([[1], [2]], r"\(2, 1\)")])
def test_a_start_that_is_not_flat_is_refused_with_its_shape(start, shape):
    with pytest.raises(ValueError, match=f"start has shape {shape}, but must be flat"):
        gradient_descent(of_parabola, start, 0.1, 5)


def test_a_start_with_a_missing_value_is_refused():
    with pytest.raises(ValueError, match="start has 1 of 2 values that are NaN"):
        gradient_descent(of_parabola, [1, np.nan], 0.1, 5)


def test_an_empty_start_is_refused():
    with pytest.raises(ValueError, match="start is empty"):
        gradient_descent(of_parabola, [], 0.1, 5)


@pytest.mark.parametrize(
    ("slope", "shape"), [(3.0, r"\(\)"), ([1.0], r"\(1,\)"), ([[1.0, 2.0]], r"\(1, 2\)")]
)
def test_a_gradient_of_another_shape_is_refused_with_both_shapes(slope, shape):
    expected = (
        rf"start has shape \(2,\), but its gradient has shape {shape}. They must be equal: one "
        "slope per parameter"
    )
    with pytest.raises(ValueError, match=expected):
        gradient_descent(lambda w: slope, [1, 2], 0.1, 5)


def test_a_gradient_that_is_missing_at_the_start_is_refused():
    with pytest.raises(ValueError, match=r"gradient at the start is \[ *2. +nan\].*value missing"):
        gradient_descent(lambda w: [2.0, np.nan], [1, 2], 0.1, 5)


@pytest.mark.parametrize("n_steps", [0, -1])
def test_fewer_than_one_step_is_refused(n_steps):
    with pytest.raises(
        ValueError, match=f"n_steps is {n_steps}, but must be a whole number from 1 on"
    ):
        gradient_descent(of_parabola, [1], 0.1, n_steps)


def test_a_number_of_steps_that_is_not_whole_is_refused():
    with pytest.raises(TypeError, match="n_steps is 2.5, but must be a whole number"):
        gradient_descent(of_parabola, [1], 0.1, 2.5)


# Numbers near the limits of what a float can hold


def test_a_gradient_whose_squares_overflow_is_clipped():
    assert clip([3e200, -4e200], 1) == approx([0.6, -0.8])


def test_a_gradient_whose_squares_vanish_is_clipped():
    assert clip([3e-200, -4e-200], 1e-250) == approx([0.6e-250, -0.8e-250], rel=1e-6, abs=0)


def test_a_gradient_that_is_not_clipped_is_a_copy():
    gradient = np.array([3.0, 4.0])
    clip(gradient, 10)[0] = 9
    assert gradient[0] == 3


@pytest.mark.parametrize(
    ("gradient", "rate"),
    [
        (lambda w: w * np.inf, 0.1),
        (lambda w: w * 1e200, 1.0),
        (lambda w: 2 * w, 1e308),
    ],
)
def test_no_infinite_point_is_reached(gradient, rate):
    with pytest.raises(DivergenceError, match="at step 0|at step 1"):
        gradient_descent(gradient, [1e5], rate, 50)
