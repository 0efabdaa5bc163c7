"""Graphs to test with, and the oracle of all gradients: central differences."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from helpers.graph import Parameter, Placeholder, backward, forward, topological_sort
from helpers.operations import Add, L1Loss, L2Loss, LeakyReLU, Linear, Multiply, ReLU, Sigmoid, Tanh

# Operations of one input, of two of one shape, and those that compare a target and a prediction.
BENDS = [Sigmoid, Tanh, ReLU, LeakyReLU]
PAIRS = [Add, Multiply]
LOSSES = [L1Loss, L2Loss]
every_bend = pytest.mark.parametrize("bend", BENDS)
every_loss = pytest.mark.parametrize("loss", LOSSES)


def run(output, feed=None):
    """One pass forward and backward; the value of the output."""
    order = topological_sort(output)
    value = forward(order, feed or {})
    backward(order)
    return value


def central_differences(output, feed, parameter, h=1e-5):
    """The slopes of the output for each entry of a parameter, whatever the engine says of them."""
    order, middle = topological_sort(output), parameter.value
    slopes = np.zeros(np.shape(middle))
    for entry in np.ndindex(np.shape(middle)):
        sides = []
        for sign in (1, -1):
            parameter.value = np.array(middle)
            parameter.value[entry] += sign * h
            sides.append(forward(order, feed))
        slopes[entry] = (sides[0] - sides[1]) / (2 * h)
    parameter.value = middle
    return slopes


def assert_gradients_are_exact(output, feed):
    parameters = [node for node in topological_sort(output) if isinstance(node, Parameter)]
    slopes = [central_differences(output, feed, parameter) for parameter in parameters]
    loss = run(output, feed)
    for parameter, expected in zip(parameters, slopes, strict=True):
        scale = np.max(np.abs(expected), initial=0)
        assert parameter.gradient.shape == parameter.value.shape
        # Differences lose some ten digits of the loss by rounding.
        assert_allclose(parameter.gradient, expected, rtol=1e-6, atol=1e-6 * scale + 1e-10 * loss)


def away_from_0(rng, shape):
    """Numbers at which ReLU and the L1 loss have no kink nearby."""
    return rng.choice([-1, 1], shape) * rng.uniform(0.1, 2, shape)


def network(sizes, rng, bend=Sigmoid, loss=L2Loss, dtype=float):
    """A graph, its placeholders and its parameters."""
    X, y = Placeholder(name="X"), Placeholder(name="y")
    node, parameters = X, []
    for layer, shape in enumerate(zip(sizes, sizes[1:], strict=False)):
        W = Parameter(rng.normal(size=shape).astype(dtype), name=f"W{layer}")
        b = Parameter(rng.normal(size=shape[1]).astype(dtype), name=f"b{layer}")
        node = Linear(bend(node) if layer else node, W, b, name=f"layer {layer}")
        parameters += [W, b]
    return loss(y, node), X, y, parameters


def rows(rng, n, n_inputs, dtype=float):
    return rng.normal(size=(n, n_inputs)).astype(dtype), rng.normal(size=(n, 1)).astype(dtype)


def chain(n_nodes):
    start = node = Parameter(0.5, name="start")
    for _ in range(n_nodes - 1):
        node = Tanh(node)
    return start, node
