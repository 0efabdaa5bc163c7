"""Steps held against the published formulas, computed here in plain floats."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from pytest import approx

from helpers.graph import Parameter, Placeholder, backward, forward, topological_sort
from helpers.operations import L2Loss, Linear, Sigmoid
from helpers.optimizers import SGD, Adam, Momentum

every_rule = pytest.mark.parametrize("rule", [SGD, Momentum, Adam])

quick = settings(derandomize=True, deadline=None, max_examples=30)
slopes = st.lists(st.floats(-100, 100), min_size=1, max_size=8)
rates = st.floats(1e-4, 10)


def with_gradient(value, gradient, name=None):
    parameter = Parameter(value, name=name)
    parameter.gradient = np.asarray(gradient)
    return parameter


def walk(optimizer, gradients):
    """Where the first parameter is after each step, when its gradients are the ones given."""
    (parameter,) = optimizer.parameters
    path = []
    for gradient in gradients:
        parameter.gradient = np.array([gradient])
        optimizer.step()
        path.append(float(parameter.value[0]))
    return path


# Closed forms


@quick
@given(slopes, rates)
def test_sgd_steps_by_the_learning_rate_times_the_gradient(gradients, rate):
    path = walk(SGD([Parameter([2.0])], rate), gradients)
    assert_allclose(path, 2 - rate * np.cumsum(gradients), rtol=1e-12, atol=1e-9)


@quick
@given(slopes, rates, st.floats(0, 0.99))
def test_the_velocity_is_the_sum_of_all_gradients_each_fading_from_step_to_step(
    gradients, rate, momentum
):
    path = walk(Momentum([Parameter([2.0])], rate, momentum), gradients)
    velocities = [
        sum(momentum ** (last - t) * gradients[t] for t in range(last + 1))
        for last in range(len(gradients))
    ]
    assert_allclose(path, 2 - rate * np.cumsum(velocities), rtol=1e-9, atol=1e-9)


@quick
@given(slopes, rates, st.floats(0, 0.99), st.floats(0, 0.9999), st.floats(1e-8, 1))
def test_adam_follows_the_published_algorithm(gradients, rate, beta1, beta2, epsilon):
    path = walk(Adam([Parameter([2.0])], rate, beta1, beta2, epsilon), gradients)
    value, expected = 2.0, []
    for t in range(1, len(gradients) + 1):
        # The running means, written out as weighted sums.
        m = sum((1 - beta1) * beta1 ** (t - i) * gradients[i - 1] for i in range(1, t + 1))
        v = sum((1 - beta2) * beta2 ** (t - i) * gradients[i - 1] ** 2 for i in range(1, t + 1))
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        value -= rate * m_hat / (v_hat**0.5 + epsilon)
        expected.append(value)
    assert_allclose(path, expected, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("gradient", [1e-3, -7, 1e6])
def test_the_first_step_of_adam_is_the_learning_rate_whatever_the_slope(gradient):
    (value,) = walk(Adam([Parameter([0.0])], 0.1), [gradient])
    assert value == approx(-0.1 * np.sign(gradient), rel=1e-4)


def test_the_defaults_are_the_usual_ones():
    adam = Adam([Parameter([0.0])], 0.1)
    assert (adam.beta1, adam.beta2, adam.epsilon) == (0.9, 0.999, 1e-8)
    assert Momentum([Parameter([0.0])], 0.1).momentum == 0.9


# All rules


@every_rule
def test_each_parameter_has_a_memory_of_its_own(rule):
    a, b = Parameter([1.0, 2.0], name="a"), Parameter(3.0, name="b")
    alone_a, alone_b = Parameter([1.0, 2.0]), Parameter(3.0)
    both, only_a, only_b = rule([a, b], 0.1), rule([alone_a], 0.1), rule([alone_b], 0.1)
    for step in range(3):
        a.gradient = alone_a.gradient = np.array([1.0, -5.0 * step])
        b.gradient = alone_b.gradient = np.array(2.0 - step)
        for optimizer in (both, only_a, only_b):
            optimizer.step()
    assert a.value.tolist() == alone_a.value.tolist()
    assert b.value == alone_b.value


@every_rule
def test_float32_stays_float32(rule):
    parameter = with_gradient(np.ones((2, 2), np.float32), np.ones((2, 2), np.float32))
    optimizer = rule([parameter], np.float64(0.1))
    for _ in range(2):
        optimizer.step()
        assert parameter.value.dtype == np.float32


@every_rule
def test_a_single_number_can_be_a_parameter(rule):
    parameter = with_gradient(3.0, 1.0)
    rule([parameter], 0.1).step()
    assert np.shape(parameter.value) == ()
    assert parameter.value == approx(2.9)


@every_rule
def test_a_step_leaves_the_array_of_before_and_the_gradient_as_they_are(rule):
    parameter = with_gradient([1.0, 2.0], [3.0, 4.0])
    before = parameter.value
    optimizer = rule([parameter], 0.1)
    optimizer.step()
    optimizer.step()
    assert before.tolist() == [1, 2]
    assert parameter.gradient.tolist() == [3, 4]


@every_rule
def test_a_learning_rate_may_change_between_steps(rule):
    parameter = with_gradient([1.0], [1.0])
    optimizer = rule([parameter], 0.1)
    optimizer.learning_rate = 0.3
    optimizer.step()
    assert parameter.value == approx([0.7])


@every_rule
def test_parameters_may_come_from_a_generator(rule):
    parameter = with_gradient([1.0], [1.0])
    optimizer = rule((p for p in [parameter]), 0.1)
    optimizer.step()
    optimizer.step()
    assert parameter.value < 0.85


@every_rule
def test_a_small_network_learns(rule):
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(50, 1))
    X, y = Placeholder(name="X"), Placeholder(name="y")
    parameters = [Parameter(rng.normal(size=shape)) for shape in [(1, 5), (5,), (5, 1), (1,)]]
    W1, b1, W2, b2 = parameters
    order = topological_sort(L2Loss(y, Linear(Sigmoid(Linear(X, W1, b1)), W2, b2)))
    optimizer = rule(parameters, 0.1)
    feed = {X: rows, y: np.sin(2 * rows)}
    first = forward(order, feed)
    for _ in range(500):
        forward(order, feed)
        backward(order)
        optimizer.step()
    assert forward(order, feed) < 0.6 * first


# What is refused


@every_rule
@pytest.mark.parametrize("rate", [0, -0.1, np.nan, np.inf, "0.1", None])
def test_a_learning_rate_that_is_not_positive_is_refused(rule, rate):
    with pytest.raises(ValueError, match="learning_rate is .*, but must be one number above 0"):
        rule([Parameter(1.0)], rate)


@every_rule
def test_an_empty_list_is_refused(rule):
    with pytest.raises(ValueError, match="list of parameters is empty. Pass at least one"):
        rule([], 0.1)


@every_rule
@pytest.mark.parametrize("other", [Placeholder(name="X"), np.ones(2), None])
def test_what_is_no_parameter_is_refused_with_its_type(rule, other):
    with pytest.raises(TypeError, match=f"Parameters, but was given a {type(other).__name__}"):
        rule([Parameter(1.0), other], 0.1)


@every_rule
def test_a_parameter_that_is_listed_twice_is_refused(rule):
    W, b = Parameter(1.0, name="W"), Parameter(1.0, name="b")
    with pytest.raises(ValueError, match=r"stands twice in \[W, b, W\]"):
        rule([W, b, W], 0.1)


@every_rule
def test_a_step_before_backward_is_refused_and_changes_nothing(rule):
    a, b = with_gradient([1.0], [1.0], name="a"), Parameter([1.0], name="b")
    optimizer = rule([a, b], 0.1)
    with pytest.raises(ValueError, match="b has no gradient. Call backward before step"):
        optimizer.step()
    assert a.value.tolist() == [1]
    b.gradient = np.array([1.0])
    optimizer.step()
    assert a.value == b.value == approx(0.9)


@pytest.mark.parametrize("share", [-0.1, 1, 1.5, np.nan])
@pytest.mark.parametrize(
    ("rule", "name"), [(Momentum, "momentum"), (Adam, "beta1"), (Adam, "beta2")]
)
def test_a_share_that_is_out_of_range_is_refused(rule, name, share):
    with pytest.raises(ValueError, match=f"{name} is {share}, but must be a number from 0"):
        rule([Parameter(1.0)], 0.1, **{name: share})


def test_an_epsilon_of_0_is_refused():
    with pytest.raises(ValueError, match="epsilon is 0, but must be one number above 0"):
        Adam([Parameter(1.0)], 0.1, epsilon=0)
