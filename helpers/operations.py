"""What the nodes of a graph compute: each operation is a class of two short methods.

``forward(*values)`` returns the value, and ``backward(gradient, *values)`` a list: one gradient for
each input, in its shape. An operation never touches a neighbour and changes no array in place. For a
new one the plumbing in `helpers.graph` does not change. Losses take the target first, as those of
scikit-learn do. Born in lesson 7.
"""
# ruff: noqa: D102 - the docstring of an operation speaks for its two methods.

import numpy as np

from helpers.graph import Node


class Linear(Node):
    """``X @ W + b`` for X (batch, inputs), W (inputs, outputs) and b (outputs,)."""

    def forward(self, X, W, b):
        if not X.ndim == W.ndim == 2 or X.shape[1] != W.shape[0] or b.shape != W.shape[1:]:
            raise ValueError("X must be (batch, inputs), W (inputs, outputs) and b (outputs,).")
        return np.dot(X, W) + b  # np.dot is @, but faster where a table has only one column

    def backward(self, gradient, X, W, b):
        for_X = np.dot(gradient, W.T) if self.inputs[0].needs_gradient else None
        return [for_X, np.dot(X.T, gradient), np.einsum("ij->j", gradient)]  # ij->j: sum over rows


class Add(Node):
    """``a + b``, of one shape."""

    def forward(self, a, b):
        _check_one_shape(a, b)
        return a + b

    def backward(self, gradient, a, b):
        return [gradient, gradient]


class Multiply(Node):
    """``a * b``, entry by entry, of one shape."""

    def forward(self, a, b):
        _check_one_shape(a, b)
        return a * b

    def backward(self, gradient, a, b):
        return [gradient * b, gradient * a]


class Sigmoid(Node):
    """``1 / (1 + exp(-z))``, in the form that does not overflow."""

    def forward(self, z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    def backward(self, gradient, z):
        return [gradient * self.value * (1 - self.value)]


class Tanh(Node):
    """Hyperbolic tangent: a sigmoid that goes from -1 to 1."""

    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - self.value**2)]


class ReLU(Node):
    """``max(z, 0)``. At 0 the slope counts as 0."""

    def forward(self, z):
        return np.maximum(z, 0)

    def backward(self, gradient, z):
        return [gradient * (z > 0)]


class LeakyReLU(Node):
    """``z`` where it is above 0, ``slope * z`` elsewhere."""

    def __init__(self, z, slope=0.01, name=None):
        super().__init__(z, name=name)
        self.slope = float(slope)

    def forward(self, z):
        return np.where(z > 0, z, self.slope * z)

    def backward(self, gradient, z):
        return [np.where(z > 0, gradient, self.slope * gradient)]


class L1Loss(Node):
    """Mean absolute error of a target and a prediction of one shape: one number."""

    def forward(self, y, y_hat):
        _check_one_shape(y, y_hat)
        return np.mean(np.abs(y_hat - y))

    def backward(self, gradient, y, y_hat):
        slope = gradient / y.size * np.sign(y_hat - y)
        return [-slope, slope]


class L2Loss(Node):
    """Mean squared error of a target and a prediction of one shape: one number."""

    def forward(self, y, y_hat):
        _check_one_shape(y, y_hat)
        error = y_hat - y
        return np.vdot(error, error) / y.size  # vdot: the sum of the squares

    def backward(self, gradient, y, y_hat):
        slope = gradient * 2 / y.size * (y_hat - y)
        return [-slope, slope]


def _check_one_shape(a, b):
    if a.shape != b.shape or not a.size:
        raise ValueError("both must have the same shape." if a.size else "the batch is empty.")
