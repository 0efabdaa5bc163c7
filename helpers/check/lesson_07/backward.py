"""Exercise 7.5."""

import numpy as np

from helpers import graph as engine
from helpers import operations
from helpers.check.calls import named
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_07.nodes import Noted, numbers, numbers_and_note


def _gradients_of_parameters(answer, c, parameters, passes):
    """What the learner's function leaves in the nodes from which c is computed."""
    nodes = {name: engine.Parameter(value, name=name) for name, value in parameters.items()}
    order = engine.topological_sort(c(**nodes))
    for _ in range(passes):
        engine.forward(order, {})
        values = [np.array(node.value) for node in order]
        answer(order)
    gradients = {name: node.gradient for name, node in nodes.items()}
    if any(np.any(numbers(gradient) != 0) for gradient in gradients.values()):
        return gradients
    if not all(map(np.array_equal, [node.value for node in order], values)):
        return Noted(gradients, 1)
    return Noted(gradients, 2 if order[-1].gradient != 1.0 else 3)


def _two_b_plus_square(a):
    b = operations.Multiply(engine.Parameter(2.0, name="two"), a)
    return operations.Add(operations.Multiply(b, b), b)


def _scaled_twice(a):
    inner = operations.Multiply(engine.Parameter(3.0), a)
    return operations.Multiply(inner, engine.Parameter(4.0))


def _to_three(a, k, b):
    return operations.Add(operations.Add(operations.Multiply(a, k), operations.Multiply(a, b)), a)


def _loss_of_arrays(a, b, w, y):
    # Backward, a + b comes first: it hands one array to both, and then a * w adds to that of a.
    return operations.L2Loss(operations.Add(operations.Multiply(a, w), operations.Add(a, b)), y)


def _graph(label, c, build, parameters, passes=1):
    return Case(label, {"c": named(c, build), "parameters": parameters, "passes": passes})


_SOLUTION = """
def my_backward(order):
    for node in order:
        node.gradient = 0.0
    order[-1].gradient = 1.0
    for node in reversed(order):
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            source.gradient = source.gradient + gradient
"""

backward = Exercise(
    number="7.5",
    title="gradients that meet",
    stub=_SOLUTION.replace("source.gradient = source.gradient + gradient", "..."),
    use=_gradients_of_parameters,
    came="your function left the gradients",
    tidy=numbers_and_note,
    cases=[
        _graph("a plain chain", "(3 * a) * 4", _scaled_twice, {"a": 2.0}),
        _graph("two paths that meet", "b * b + b with b = 2 * a", _two_b_plus_square, {"a": 3.0}),
        _graph("a node used twice", "a * a", lambda a: operations.Multiply(a, a), {"a": 5.0}),
        _graph(
            "a node that feeds three others",
            "a * k + a * b + a",
            _to_three,
            {"a": 2.0, "k": -3.0, "b": 0.5},
        ),
        _graph(
            "arrays",
            "the L2 loss of a * w + (a + b) and y",
            _loss_of_arrays,
            {"a": [1.0, 2.0], "b": [0.0, 3.0], "w": [4.0, -1.0], "y": [2.0, 1.0]},
        ),
        _graph(
            "two passes in a row",
            "a * a * k",
            lambda a, k: operations.Multiply(operations.Multiply(a, a), k),
            {"a": 1.5, "k": -2.0},
            passes=2,
        ),
    ],
    solution=_SOLUTION,
    right="""
source.gradient = source.gradient + gradient => source.gradient += gradient
def my_backward(order):
    for node in order:
        node.gradient = None
    order[-1].gradient = np.array(1.0)
    for i in range(len(order) - 1, -1, -1):
        node = order[i]
        if not node.inputs:
            continue
        gradients = node.backward(node.gradient, *[source.value for source in node.inputs])
        for j in range(len(gradients)):
            source = node.inputs[j]
            if source.gradient is None:
                source.gradient = gradients[j]
            else:
                source.gradient = source.gradient + gradients[j]
def my_backward(order):
    arrived = {node: [] for node in order}
    arrived[order[-1]].append(1.0)
    for node in order[::-1]:
        node.gradient = sum(arrived[node])
        values = [source.value for source in node.inputs]
        gradients = node.backward(node.gradient, *values) if node.inputs else []
        for source, gradient in zip(node.inputs, gradients):
            arrived[source].append(gradient)
""",
    mistakes=r"""
overwritten: Where two paths meet, only the path that came last counts. What must be done with a
gradient that is already there?
    source.gradient + gradient => gradient

first-path: Where two paths meet, only the path that came first counts. What must be done with a
gradient that comes later?
    source.gradient + gradient => gradient if np.all(source.gradient == 0) else source.gradient

first-path-of-numbers: Where two paths meet, only the path that came first counts. What must be done
with a gradient that comes later? For arrays, your comparison gives one True or False for each entry:
is the first gradient a special case at all, if it is added to 0?
    source.gradient + gradient => gradient if source.gradient == 0 else source.gradient

one-answer-of-many: Single numbers work, but for arrays your comparison gives one True or False for
each entry. What comes out if a gradient is added to 0: is the first one a special case?
    source.gradient + gradient => gradient if source.gradient == 0 else source.gradient + gradient

all-zero: All of them are still 0, as before the loop. Which node must get a new gradient in each round
of the inner loop, and under which name does that node keep it?
    source.gradient = source => gradient = source
    source.gradient = source.gradient => source = source.gradient
    source.gradient = source.gradient + gradient => return source.gradient + gradient
    source.gradient = source.gradient + gradient => node.gradient = node.gradient + source.gradient

zero-multiplied: All of them are still 0, because each gradient begins at 0. What comes out if a 0 is
multiplied, and what is to be done where two paths meet?
    + gradient => * gradient

wrong-node: All of them are still 0: what came out went to a node that is not the input. To which node
of the inner loop does each gradient belong?
    source.gradient = source.gradient + => node.gradient = node.gradient +
    source.gradient = source.gradient + => node.gradient =

into-value: All of them are still 0, but the values have changed. Under which name does a node keep its
gradient?
    source.gradient = source.gradient + => source.value = source.value +
    source.gradient = source.gradient + => source.value =

all-together: Each input got the gradients of all inputs together. Which name of the inner loop holds
the one that belongs to this input?
    + gradient => + sum(gradients)
    source.gradient + gradient => sum(gradients)
    + gradient => + np.sum(gradients)
    source.gradient + gradient => np.sum(gradients)

taken-away: The gradients were taken away instead of collected. Two paths that both raise the result:
what do they do together?
    + gradient => - gradient

slope-lost: Each input got the gradient of the node itself, and the slope of the operation is lost.
Which of the names in the inner loop already holds both?
    + gradient => + node.gradient
    source.gradient + gradient => node.gradient

multiplied-twice: The gradient of the node is multiplied in twice: the node's own backward has used it
already. What remains to be done with the gradient of the inner loop?
    + gradient => + node.gradient * gradient
    source.gradient + gradient => node.gradient * gradient

node-added: The gradient of the node was added too, but it is in the other one already: the node's own
backward has used it. Which two numbers belong together?
    + gradient => + node.gradient + gradient
    source.gradient + gradient => node.gradient + gradient

no-reset: In the second pass the gradients of the first one are still there. What must each gradient be
before a pass begins?
    node.gradient = 0.0 => node.gradient = 0.0 if node.gradient is None else node.gradient
    def my_backward(order):
        order[-1].gradient = 1.0
        for node in order[:-1]:
            if node.gradient is None:
                node.gradient = 0.0
        for node in order[::-1]:
            if node.inputs:
                values = [source.value for source in node.inputs]
                for source, gradient in zip(node.inputs, node.backward(node.gradient, *values)):
                    source.gradient = source.gradient + gradient

shared-array: Two nodes hold the same array here, and adding to the one in place changes the other.
Which way of adding makes a new array?
    source.gradient = source.gradient + gradients[j] => source.gradient += gradients[j]
    def my_backward(order):
        for node in order:
            node.gradient = 0.0
        order[-1].gradient = 1.0
        for node in reversed(order):
            values = [source.value for source in node.inputs]
            gradients = node.backward(node.gradient, *values) if node.inputs else []
            for source, gradient in zip(node.inputs, gradients):
                if np.all(source.gradient == 0):
                    source.gradient = gradient
                else:
                    source.gradient += gradient

forwards: You went from the inputs to the output, but a node can only hand on a gradient that it has.
Which node is the first one that has one?
    reversed(order) => order

behind-the-loop: In each node only the last input got something, and after a node without inputs it got
the same once more. Which line has to stand inside the inner loop?
    def my_backward(order):
        for node in order:
            node.gradient = 0.0
        order[-1].gradient = 1.0
        for node in reversed(order):
            values = [source.value for source in node.inputs]
            gradients = node.backward(node.gradient, *values) if node.inputs else []
            for source, gradient in zip(node.inputs, gradients):
                pass
            source.gradient = source.gradient + gradient

first-input: In each node only the first input got something. What ends the inner loop too early?
    + gradient => + gradient\n            break

last-node: Only the last node of the list has handed something on. Where does the outer loop end?
    + gradient => + gradient\n            return
    + gradient => + gradient\n        return

list-turned: Your function turned the list itself round, so the second pass met its nodes in the wrong
order. How can a loop go backwards through a list that stays as it is?
    for node in reversed(order): => order.reverse()\n    for node in order:

list-in-formula: A number and a whole list cannot be added. Which name of the inner loop holds the one
gradient that belongs to this input?
    stops: TypeError: unsupported operand.*'(list|tuple)'
    + gradient => + gradients

node-in-formula: A node is an object, not a number: nothing can be added to it. Which part of the input
has to change?
    stops: TypeError: unsupported operand.*'(Parameter|Add|Multiply|L2Loss)'
    source.gradient = source.gradient + => source +=

node-as-place: A node is no place in a list. In section 3 the gradients stood in a dict, under the names
of the nodes: where does each node keep its own gradient now?
    stops: TypeError: list indices must be .*not (Parameter|Add|Multiply)
    source.gradient = source.gradient + gradient => gradients[source] += gradient

not-a-list: A single number has no entries to go through, and sum wants a list of numbers. Which sign
adds two of them?
    stops: TypeError: .*is not iterable
    source.gradient + gradient => sum(source.gradient, gradient)

no-such-part: Something was asked for that is not there. Which names do the loops give you, and is each
of them a node, or a number that a node has computed?
    stops: AttributeError
    source.gradient + gradient => source.gradient + gradient.value
    source.gradient = source.gradient + gradient => source.gradient.append(gradient)
""",
)
