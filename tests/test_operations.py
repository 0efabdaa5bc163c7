"""Every operation: its value by hand, its gradient held against central differences."""

import warnings

import numpy as np
import pytest
from pytest import approx

from helpers.graph import Parameter, Placeholder, forward, topological_sort
from helpers.operations import Add, L1Loss, L2Loss, LeakyReLU, Linear, Multiply, ReLU, Sigmoid, Tanh
from helpers.optimizers import SGD
from tests.graphs import (
    BENDS,
    LOSSES,
    PAIRS,
    assert_gradients_are_exact,
    away_from_0,
    every_bend,
    every_loss,
    network,
    rows,
    run,
)


@every_bend
@pytest.mark.parametrize("shape", [(), (4,), (3, 2)])
def test_the_gradient_of_a_bend_is_the_central_difference(bend, shape):
    rng = np.random.default_rng(1)
    z, target = Parameter(away_from_0(rng, shape)), Placeholder()
    assert_gradients_are_exact(L2Loss(target, bend(z)), {target: rng.normal(size=shape)})


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("shape", [(), (4,), (3, 2)])
def test_the_gradient_of_a_pair_is_the_central_difference_on_both_sides(pair, shape):
    rng = np.random.default_rng(2)
    a, b, target = (
        Parameter(rng.normal(size=shape)),
        Parameter(rng.normal(size=shape)),
        Placeholder(),
    )
    assert_gradients_are_exact(L2Loss(target, pair(a, b)), {target: rng.normal(size=shape)})


@every_loss
@pytest.mark.parametrize("shape", [(), (4,), (3, 2)])
def test_the_gradient_of_a_loss_is_the_central_difference_on_both_sides(loss, shape):
    rng = np.random.default_rng(3)
    y = rng.normal(size=shape)
    prediction, target = Parameter(y + away_from_0(rng, shape)), Parameter(y)
    assert_gradients_are_exact(loss(prediction, target), {})


@pytest.mark.parametrize(("n", "inputs", "outputs"), [(1, 1, 1), (5, 1, 3), (5, 3, 1), (4, 3, 2)])
def test_the_gradient_of_a_linear_layer_is_the_central_difference_for_all_three(n, inputs, outputs):
    rng = np.random.default_rng(4)
    shapes = [(n, inputs), (inputs, outputs), (outputs,)]
    X, W, b = (Parameter(rng.normal(size=shape)) for shape in shapes)
    target = Placeholder()
    assert_gradients_are_exact(
        L2Loss(target, Linear(X, W, b)), {target: rng.normal(size=(n, outputs))}
    )


def test_a_linear_layer_computes_no_gradient_for_data():
    X, W, b = Placeholder(), Parameter([[1.0]]), Parameter([0.0])
    values = np.array([[2.0]]), W.value, b.value
    layer = Linear(X, W, b)
    assert layer.backward(np.array([[1.0]]), *values)[0] is None
    assert Linear(layer, W, b).backward(np.array([[3.0]]), *values)[0].tolist() == [[3]]


def test_values_by_hand():
    z = np.array([-2.0, 0.0, 4.0])
    node = Placeholder()
    assert ReLU(node).forward(z).tolist() == [0, 0, 4]
    assert LeakyReLU(node).forward(z).tolist() == [-0.02, 0, 4]
    assert LeakyReLU(node, slope=0.5).forward(z).tolist() == [-1, 0, 4]
    assert Tanh(node).forward(z) == approx([-0.96402758, 0, 0.9993293])
    assert Sigmoid(node).forward(z) == approx([0.11920292, 0.5, 0.98201379])
    assert Add(node, node).forward(z, 2 * z).tolist() == [-6, 0, 12]
    assert Multiply(node, node).forward(z, 2 * z).tolist() == [8, 0, 32]
    assert L1Loss(node, node).forward(z, np.array([0.0, 3.0, 4.0])) == approx(5 / 3)
    assert L2Loss(node, node).forward(z, np.array([0.0, 3.0, 4.0])) == approx(13 / 3)
    X, W = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([[10.0], [1.0]])
    layer = Linear(node, node, node)
    assert layer.forward(X, W, np.array([100.0])).tolist() == [[112], [134], [156]]


@pytest.mark.parametrize(("bend", "slope"), [(ReLU, 0), (LeakyReLU, 0.01), (L1Loss, 0)])
def test_at_the_kink_the_slope_is_that_of_the_docstring(bend, slope):
    a, zero = Parameter(0.0), Placeholder()
    run(*((L1Loss(zero, a), {zero: 0}) if bend is L1Loss else (bend(a), {})))
    assert a.gradient == slope


def test_the_sigmoid_neither_overflows_nor_warns():
    a = Parameter([-1e308, -1000, 0, 1000, 1e308, -np.inf, np.inf])
    node = Sigmoid(a)
    target = Placeholder()
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"):
        warnings.simplefilter("error")
        run(L2Loss(target, node), {target: np.zeros(7)})
    assert node.value.tolist() == [0, 0, 0.5, 1, 1, 0, 1]
    assert a.gradient[2] > 0
    assert np.delete(a.gradient, 2).tolist() == [0] * 6


@every_bend
def test_a_missing_value_goes_through_without_a_warning(bend):
    a, target = Parameter([np.nan, 1.0]), Placeholder()
    node = bend(a)
    loss = run(L2Loss(target, node), {target: [0, 0]})
    assert np.isnan(loss) and np.isnan(node.value).tolist() == [True, False]
    assert np.isfinite(a.gradient[1])


def test_a_missing_value_in_the_data_makes_the_loss_and_the_gradients_nan():
    output, X, y, (W, b) = network((2, 1), np.random.default_rng(8))
    assert np.isnan(run(output, {X: [[1, np.nan], [3, 4]], y: [[1], [2]]}))
    assert np.isnan(W.gradient[1, 0]) and np.isnan(b.gradient[0])


@pytest.mark.parametrize("kind", ["bend", "pair", "loss", "linear"])
def test_no_operation_changes_what_it_is_given(kind):
    rng = np.random.default_rng(9)
    nodes = {
        "bend": [bend(Parameter([1.0])) for bend in BENDS],
        "pair": [pair(Parameter([1.0]), Parameter([1.0])) for pair in PAIRS],
        "loss": [loss(Parameter([1.0]), Parameter([1.0])) for loss in LOSSES],
        "linear": [Linear(Parameter([[1.0]]), Parameter([[1.0]]), Parameter([1.0]))],
    }[kind]
    for node in nodes:
        values = [rng.normal(size=(3, 3)) for _ in node.inputs]
        if kind == "linear":
            values[2] = values[2][0]
        node.value = node.forward(*values)
        gradient = rng.normal(size=np.shape(node.value))
        kept = [np.copy(array) for array in [gradient, node.value, *values]]
        node.backward(gradient, *values)
        for array, before in zip([gradient, node.value, *values], kept, strict=True):
            assert np.array_equal(array, before)


@every_loss
@every_bend
def test_float32_stays_float32_all_the_way(bend, loss):
    rng = np.random.default_rng(10)
    output, X, y, parameters = network((3, 4, 1), rng, bend, loss, dtype=np.float32)
    X_rows, y_rows = rows(rng, 6, 3, dtype=np.float32)
    run(output, {X: X_rows, y: y_rows})
    SGD(parameters, 0.1).step()
    for node in topological_sort(output):
        assert node.value.dtype == np.float32
        assert node.gradient is None or node.gradient.dtype == np.float32
    assert all(parameter.gradient is not None for parameter in parameters)


@pytest.mark.parametrize(
    ("X", "W", "b"),
    [
        ((5, 3), (2, 4), (4,)),
        ((5, 3), (3, 4), (3,)),
        ((5, 3), (3, 4), (1,)),
        ((5, 3), (3, 4), ()),
        ((5, 3), (3, 4), (1, 4)),
        ((3,), (3, 4), (4,)),
        ((5, 3), (3,), ()),
        ((5, 3), (3,), (3,)),
        ((2, 5, 3), (3, 4), (4,)),
        ((5, 3), (3, 4, 2), (4, 2)),
    ],
)
def test_a_linear_layer_refuses_shapes_that_do_not_fit_with_names_and_shapes(X, W, b):
    data = Placeholder(name="X")
    weights, bias = Parameter(np.ones(W), name="W"), Parameter(np.ones(b), name="b")
    order = topological_sort(Linear(data, weights, bias, name="hidden"))
    with pytest.raises(ValueError) as caught:
        forward(order, {data: np.ones(X)})
    assert str(caught.value) == (
        f"hidden of [X {X}, W {W}, b {b}]: "
        "X must be (batch, inputs), W (inputs, outputs) and b (outputs,)."
    )


@pytest.mark.parametrize("operation", [*PAIRS, *LOSSES])
@pytest.mark.parametrize(("left", "right"), [((4, 1), (4,)), ((4,), ()), ((1, 3), (2, 3))])
def test_what_numpy_would_broadcast_is_refused_with_names_and_shapes(operation, left, right):
    a, b = Placeholder(name="left"), Placeholder(name="right")
    order = topological_sort(operation(a, b, name="node"))
    with pytest.raises(ValueError) as caught:
        forward(order, {a: np.ones(left), b: np.ones(right)})
    assert str(caught.value) == (
        f"node of [left {left}, right {right}]: both must have the same shape."
    )


@pytest.mark.parametrize("operation", [*PAIRS, *LOSSES])
def test_an_empty_minibatch_is_refused(operation):
    a, b = Placeholder(name="left"), Placeholder(name="right")
    order = topological_sort(operation(a, b, name="node"))
    with pytest.raises(
        ValueError, match=r"node of \[left \(0, 1\), right \(0, 1\)\]: the batch is empty"
    ):
        forward(order, {a: np.ones((0, 1)), b: np.ones((0, 1))})
