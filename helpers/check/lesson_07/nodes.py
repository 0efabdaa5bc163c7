"""What exercises 7.3, 7.4, 7.5, 7.7 and 7.8 share: nodes, and what is left in them."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case
from helpers.graph import Placeholder

OF_TWO = [
    Case("three numbers", as_arrays(a=2, b=5, gradient=3)),
    Case("a value below 0", as_arrays(a=-1.5, b=4, gradient=0.5)),
    Case("a gradient below 0", as_arrays(a=3, b=0, gradient=-2)),
    Case("arrays", as_arrays(a=[1, 2, 0], b=[4, 0, -2], gradient=[0.5, -1, 2])),
    Case(
        "tables",
        as_arrays(a=[[1, -2], [3, 4], [5, 1]], b=[[2, 2], [0, -1], [1, 7]], gradient=[[1, 2]] * 3),
    ),
    Case(
        "whole numbers",
        {**as_whole_numbers(a=[3, -1, 0], b=[2, 5, -4]), **as_arrays(gradient=[0.5, -1.5, 0.25])},
    ),
]


def value_and_gradients(answer, *given):
    """What a node of the learner's class gives forward and backward, as the engine calls it.

    The last of what is given is the gradient. From what is no number there is no way back.
    """
    *values, gradient = given
    inputs = tuple(Placeholder(name=f"input {i}") for i in range(len(values)))
    for source, value in zip(inputs, values, strict=True):
        source.value, source.gradient = value, 0.0
    node = answer.__new__(answer)
    if "__init__" in vars(answer):  # else it is that of the lesson, if the class is a Node at all
        node.__init__(*inputs)
    node.inputs, node.name = inputs, answer.__name__
    node.value = node.gradient = None
    node.value = node.forward(*values)
    if not isinstance(node.value, int | float | np.number | np.ndarray):
        return Noted({"value": node.value}, gradient)
    node.gradient = gradient
    gradients = node.backward(gradient, *values)
    gradients = list(gradients) if hasattr(gradients, "__next__") else gradients
    return {"value": node.value, "gradients": gradients}


def numbers(value):
    """Numbers, however nested in lists, tuples and arrays, as one row that tells the nesting too."""
    if isinstance(value, list | tuple) or np.ndim(value):
        return np.concatenate([[len(value)], *map(numbers, value)])
    if value is None:
        return np.array([np.nan])
    if isinstance(value, dict | set):
        items = value.values() if isinstance(value, dict) else value
        return np.append(np.inf, numbers(list(items)))
    if isinstance(value, str):
        return np.array([np.inf, *map(ord, value)])
    try:
        return np.array([float(value)])
    except (TypeError, ValueError):  # a function, say
        return np.array([np.inf])


class Noted(dict):
    """What a message shows, with numbers that tell it from others that look the same."""

    def __init__(self, values, note):
        super().__init__(values)
        self.note = note


def numbers_and_note(given):
    """The numbers of all values of a dict as one row, and the note if it has one."""
    return np.append(numbers(list(given.values())), getattr(given, "note", 0))
