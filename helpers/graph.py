"""A computational graph: nodes that know their inputs, run forward and backward in one order.

Here is the plumbing, which knows no mathematics; what nodes compute is in `helpers.operations`. Born
in lesson 7.
"""

import numpy as np

from helpers.inputs import floats, shown


class Node:
    """One place in a graph: it has a value and, after `backward`, a gradient of the same shape.

    ``inputs`` are the nodes whose values it uses; the same one may come twice. What is no node is
    refused with a TypeError. ``name`` is for drawings and messages; without one, that of the class.
    """

    def __init__(self, *inputs, name=None):
        self.name = name or type(self).__name__
        for source in inputs:
            if not isinstance(source, Node):
                raise TypeError(f"{self} needs nodes as inputs, not {type(source).__name__}.")
        self.inputs = inputs
        # Only a Parameter, and what is made of one, needs a gradient; None will do for the others.
        self.needs_gradient = any(source.needs_gradient for source in inputs)
        self.value = self.gradient = None

    def __repr__(self):
        return self.name


class Placeholder(Node):
    """Data of any shape, fed anew in each `forward`."""


class Parameter(Node):
    """Weights of any shape, which an optimizer changes. They begin as a copy of ``value``.

    What holds no numbers is refused with a ValueError.
    """

    def __init__(self, value, name=None):
        super().__init__(name=name)
        self.value = floats(f"The value of {self}", value).copy()
        self.needs_gradient = True


def topological_sort(output):
    """Put ``output`` and all that it is made of in a list in which inputs come first.

    A node is looked at twice. At first its inputs are stacked on top of it; when it is on top
    again, all of them are in the list, and it is next. Born in lesson 7, as `forward` and `backward`.

    Raises
    ------
    ValueError
        If ``output`` is no node, or nodes are made of each other in a circle; the message names them.
    """
    _check_node(output)
    order, finished, stack = [], {}, [output]
    while stack:
        node = stack[-1]
        if node not in finished:
            finished[node] = False
            for source in reversed(node.inputs):
                if source not in finished:
                    stack.append(source)
                elif not finished[source]:
                    path = [node for node, done in finished.items() if not done]
                    raise ValueError(f"The graph has a cycle: {path[path.index(source) :]}.")
        else:
            stack.pop()
            if not finished[node]:
                finished[node] = True
                order.append(node)
    return order


def forward(order, feed):
    """Compute the value of each node from those of its inputs, and return the last: the loss.

    ``order`` is from `topological_sort`. ``feed`` is a dict with an array_like for each
    `Placeholder`. Floats keep their type, other numbers become float64; arrays are not copied.

    Raises
    ------
    ValueError
        If ``feed`` and the placeholders do not match, a placeholder is fed with what holds no
        numbers, or shapes do not fit an operation.
    """
    placeholders = [node for node in order if isinstance(node, Placeholder)]
    if not isinstance(feed, dict):
        raise ValueError(
            f"feed is {shown(feed)}, but must be a dict with values for {placeholders}."
        )
    if feed.keys() != set(placeholders):
        raise ValueError(f"feed must have values for {placeholders}, but has them for {[*feed]}.")
    if order[-1].inputs:
        order[-1].value = None  # until this pass has come so far
    for node, value in feed.items():
        node.value = floats(f"What feed has for {node}", value)
    try:
        for node in order:
            if node.inputs:
                node.value = node.forward(*[source.value for source in node.inputs])
    except ValueError as error:
        given = ", ".join(f"{source} {np.shape(source.value)}" for source in node.inputs)
        raise ValueError(f"{node} of [{given}]: {error}") from error
    return node.value


def backward(order):
    """Compute the gradients, from the loss, which is last in ``order``, back to the parameters.

    Those of the last pass are forgotten. Where paths meet, gradients add up.

    Raises
    ------
    ValueError
        If `forward` did not come first, the loss is not a single number, or an operation returns
        gradients whose number or shapes do not fit its inputs.
    """
    loss = order[-1]
    if loss.value is None:
        raise ValueError(f"{loss} has no value. Call forward before backward.")
    if np.size(loss.value) != 1:
        raise ValueError(f"{loss} has shape {loss.value.shape}; a loss must be a single number.")
    for node in order:
        node.gradient = None
    loss.gradient = np.ones_like(loss.value)
    for node in reversed([node for node in order if node.inputs and node.needs_gradient]):
        gradients = node.backward(node.gradient, *[source.value for source in node.inputs])
        if not isinstance(gradients, (list, tuple)) or len(gradients) != len(node.inputs):
            raise ValueError(f"{node}: backward must return a list, one gradient for each input.")
        for source, gradient in zip(node.inputs, gradients, strict=True):
            if not source.needs_gradient:
                continue
            shape = getattr(source.value, "shape", ())
            if gradient is None or getattr(gradient, "shape", ()) != shape:
                wrong = f"not {type(gradient).__name__} {np.shape(gradient)}"
                raise ValueError(f"{node}: the gradient of {source} must be {shape}, {wrong}.")
            source.gradient = gradient if source.gradient is None else source.gradient + gradient


def check_gradients(output, feed, tolerance=1e-6):
    """Hold the gradients of all parameters against central differences, all in float64.

    Each entry of each parameter is moved a little up and down, and the loss is computed at both
    places. Between these, it must be smooth: a `ReLU` with an input of almost 0 will not do.

    Parameters
    ----------
    output : Node
        The loss, a single number.
    feed : dict
        As for `forward`. The graph is left as after one pass forward and backward with it.
    tolerance : float
        The greatest difference allowed, in units of the largest slope of that parameter. Rounding
        of the loss is allowed for.

    Returns
    -------
    float
        The greatest difference found, in these units.

    Raises
    ------
    AssertionError
        If a difference is too large; the message names the parameter, the entry and both slopes.
    ValueError
        As `topological_sort`, `forward` and `backward`, and if there is no parameter.
    """
    order = topological_sort(output)
    parameters = [node for node in order if isinstance(node, Parameter)]
    if not parameters:
        raise ValueError(f"{output} is made of no Parameter, so there is no gradient to check.")
    before = [parameter.value for parameter in parameters]
    in_float64 = {
        node: floats(f"What feed has for {node}", value).astype(float)
        for node, value in feed.items()
    }
    try:
        for parameter in parameters:
            parameter.value = np.array(parameter.value, dtype=float)
        rounding = 1e-10 * abs(float(forward(order, in_float64)))
        backward(order)
        return max(
            _largest_difference(order, in_float64, parameter, tolerance, rounding)
            for parameter in parameters
        )
    finally:
        for parameter, value in zip(parameters, before, strict=True):
            parameter.value = value
        forward(order, feed)
        backward(order)


def _check_node(output):
    if not isinstance(output, Node):
        raise ValueError(
            f"The output is {shown(output)}, but must be a node: the loss, for example."
        )


def _largest_difference(order, feed, parameter, tolerance, rounding):
    middle, slopes = parameter.value, np.zeros_like(parameter.value)
    for entry in np.ndindex(middle.shape):
        losses, places = [], []
        for sign in (1, -1):
            parameter.value = middle.copy()
            parameter.value[entry] += sign * 1e-5 * max(1, abs(middle[entry]))
            losses.append(forward(order, feed))
            places.append(parameter.value[entry])
        slopes[entry] = (losses[0] - losses[1]) / (places[0] - places[1])
    parameter.value = middle
    difference, largest = np.abs(parameter.gradient - slopes), np.max(np.abs(slopes))
    worst = np.unravel_index(np.argmax(difference), middle.shape)
    if not difference[worst] <= tolerance * largest + rounding:
        raise AssertionError(
            f"The gradient of {parameter} at {[int(i) for i in worst]} is "
            f"{float(parameter.gradient[worst]):g}, but the loss changes by {slopes[worst]:g}."
        )
    return float(difference[worst] / largest) if largest else 0.0
