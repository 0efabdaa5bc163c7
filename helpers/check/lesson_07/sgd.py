"""Exercise 7.7."""

import numpy as np

from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_07.nodes import Noted, numbers_and_note
from helpers.graph import Parameter


class ErrorInInit(Exception):
    """The learner's ``__init__`` has stopped; the text is that of its error."""


def _values_after_steps(answer, values, learning_rate, gradients):
    """The values of the parameters after one call of step for each dict of gradients."""
    parameters = [Parameter(value, name=name) for name, value in values.items()]
    try:
        optimizer = answer(list(parameters), learning_rate)
    except Exception as error:
        raise ErrorInInit(f"{type(error).__name__}: {error}") from error
    given = dict(getattr(optimizer, "__dict__", {}))
    for now in gradients if isinstance(gradients, list) else [gradients]:
        for parameter in parameters:
            parameter.gradient = np.array(now[parameter.name], dtype=float)
        returned = optimizer.step()
    left = {parameter.name: parameter.value for parameter in parameters}
    if any(not np.array_equal(left[name], value) for name, value in values.items()):
        return left
    if any(not np.array_equal(each.gradient, now[each.name]) for each in parameters):
        return Noted(left, 1)
    if returned is not None:
        return Noted(left, 2)
    kept = getattr(optimizer, "__dict__", {})
    return Noted(left, 3 if any(kept[name] is not given.get(name) for name in kept) else 4)


def _case(label, learning_rate, values, gradients):
    arguments = {"values": values, "learning_rate": learning_rate, "gradients": gradients}
    return Case(label, arguments)


sgd = Exercise(
    number="7.7",
    title="one step of the optimizer",
    methods=("step",),
    use=_values_after_steps,
    came="your step left the values",
    tidy=numbers_and_note,
    cases=[
        _case("one parameter", 0.25, {"k": 2.0}, {"k": 3.0}),
        _case("two parameters", 0.5, {"k": 2.0, "b": -1.0}, {"k": -4.0, "b": 3.0}),
        _case(
            "a gradient of 0",
            0.1,
            {"k1": 1.5, "b1": 4.0, "k2": 0.0},
            {"k1": 5.0, "b1": 0.0, "k2": -2.0},
        ),
        _case(
            "arrays",
            0.5,
            {"W": [[1.0, -2.0], [0.5, 3.0], [2.0, -1.0]], "b": [0.5, -1.0]},
            {"W": [[2.0, -4.0], [1.0, 0.5], [-3.0, 2.0]], "b": [3.0, -0.5]},
        ),
        _case(
            "two calls of step",
            0.5,
            {"k": 1.0, "b": 2.0},
            [{"k": 2.0, "b": -1.0}, {"k": -3.0, "b": 4.0}],
        ),
        _case(
            "four calls of step",
            0.25,
            {"w": [1.0, -3.0]},
            [{"w": [1.0, n]} for n in (2.0, -1.0, 0.0, 4.0)],
        ),
    ],
    solution="""
class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for parameter in self.parameters:
            parameter.value = parameter.value - self.learning_rate * parameter.gradient
""",
    right="""
parameter.value = parameter.value - self => parameter.value -= self
class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for i in range(len(self.parameters)):
            p = self.parameters[i]
            p.value = p.value + -self.learning_rate * p.gradient
class MySGD:
    def __init__(self, parameters, learning_rate=0.01):
        self.weights, self.rate = tuple(parameters), learning_rate

    def step(self):
        new = [weight.value - self.rate * weight.gradient for weight in self.weights]
        for weight, value in zip(self.weights, new):
            weight.value = value
            weight.gradient = 0.0
        return self
class MySGD:
    def __init__(self, parameters, learning_rate):
        self.parameters = parameters
        self.learning_rate = learning_rate

    def step(self):
        for parameter in self.parameters:
            for place in np.ndindex(np.shape(parameter.value)):
                parameter.value[place] -= self.learning_rate * parameter.gradient[place]
""",
    mistakes=r"""
into-gradient: All values are as before: it was the gradients that step has changed. Which of the two
does the next forward pass use?
    parameter.value = parameter => parameter.gradient = parameter

into-optimizer: All values are as before: what step has computed belongs to the optimizer now. Which
object must get the new value?
    parameter.value = parameter => self.value = parameter

into-list: The list of the optimizer got new numbers in place of its parameters, and the parameters are
as they were. Which part of a parameter has to change?
    class MySGD:
        def __init__(self, parameters, learning_rate):
            self.parameters = parameters
            self.learning_rate = learning_rate

        def step(self):
            self.parameters = [p.value - self.learning_rate * p.gradient for p in self.parameters]
    class MySGD:
        def __init__(self, parameters, learning_rate):
            self.parameters = parameters
            self.learning_rate = learning_rate

        def step(self):
            for i in range(len(self.parameters)):
                p = self.parameters[i]
                self.parameters[i] = p.value - self.learning_rate * p.gradient

given-back: All values are as before: step gave something back, but nobody takes it. Where must the new
value be kept, so that the next forward pass finds it?
    parameter.value = parameter => return parameter

not-kept: All values are as before: no line has given a parameter a new one. A name that is set only
inside step is gone when it ends. Where does a parameter keep its value?
    parameter.value = parameter => value = parameter
    parameter.value = parameter => parameter = parameter

uphill: You went up: the gradient points to where the loss grows. In which direction does a step have to
go?
    parameter.value - self => parameter.value + self
    parameter.value = parameter.value - self => parameter.value += self

no-rate: The learning rate does not count: each step is as long as the gradient. What multiplies the
gradient in a step?
    self.learning_rate * parameter.gradient => parameter.gradient

uphill-no-rate: You went up, and the learning rate does not count. In which direction does a step have
to go, and what multiplies the gradient?
    - self.learning_rate * parameter.gradient => + parameter.gradient

old-value-lost: The old value is lost: only the step itself is left. From where does a step begin?
    parameter.value - self.learning_rate => -self.learning_rate
    parameter.value - self.learning_rate => self.learning_rate
    p.value = p.value + -self => p.value =- self

turned-round: The sign is turned round: the value was taken away from the step. What is taken away from
what?
    parameter.value - self => -parameter.value + self

parentheses: The rate was taken from the value, and then all of that was multiplied by the gradient.
Which two numbers belong together before anything is taken away?
    parameter.value - self.learning_rate * => (parameter.value - self.learning_rate) *

only-rate: Each value became smaller by the rate, whatever the gradient is. What tells each parameter
how far to go, and in which direction?
    self.learning_rate * parameter.gradient => self.learning_rate

rate-times-value: The rate was multiplied by the value, so each step goes towards 0. What tells a
parameter in which direction the loss falls?
    * parameter.gradient => * parameter.value

entries-together: All entries of an array were moved by the same number, made of all entries of its
gradient. How many slopes does the gradient of an array hold, and where does each of them belong?
    * parameter.gradient => * np.mean(parameter.gradient)
    * parameter.gradient => * parameter.gradient.sum()

first-parameter: Only the first parameter has moved. What ends your loop too early, or is there no loop?
    parameter.gradient => parameter.gradient\n            return parameter.value
    for parameter in self.parameters: => for parameter in self.parameters[:1]:

last-parameter: Only the last parameter has moved. Which line has to stand inside the loop?
    class MySGD:
        def __init__(self, parameters, learning_rate):
            self.parameters = parameters
            self.learning_rate = learning_rate

        def step(self):
            for parameter in self.parameters:
                new = parameter.value - self.learning_rate * parameter.gradient
            parameter.value = new

one-not-moved: One end of the list has not moved: the first parameter or the last, and here it is the
only one. At which number does your loop begin, and where does it end?
    range(len(self.parameters)) => range(len(self.parameters) - 1)
    range(len(self.parameters)) => range(1, len(self.parameters))

many-steps: Each parameter made its step once for every parameter of the list. How many loops does one
step for each of them need?
    class MySGD:
        def __init__(self, parameters, learning_rate):
            self.parameters = parameters
            self.learning_rate = learning_rate

        def step(self):
            for i in range(len(self.parameters)):
                for parameter in self.parameters:
                    parameter.value = parameter.value - self.learning_rate * parameter.gradient

one-gradient-for-all: All parameters were moved by one and the same gradient. Whose gradient tells how
the loss changes with this parameter?
    * parameter.gradient => * self.parameters[0].gradient
    * parameter.gradient => * self.parameters[-1].gradient
    * parameter.gradient => * sum(p.gradient for p in self.parameters)
    parameter.value = parameter.value - => parameter.value -= ; * parameter.gradient => * self.parameters[0].gradient
    p.value = p.value + - => p.value -= ; * p.gradient => * sum(p.gradient for p in self.parameters)

not-made: No object could be made of your class, because its beginning stopped with that error. How does
__init__ stand in the task, and is yours the same?
    stops: ErrorInInit
    parameters, learning_rate): => parameters):
    class MySGD:
        def step(self):
            for parameter in self.parameters:
                parameter.value = parameter.value - self.learning_rate * parameter.gradient

name-unknown: Python does not know that name inside step. Is it spelled as in the other lines, and how
does a method ask for what its object keeps?
    stops: NameError
    - self.learning_rate => - learning_rate
    in self.parameters: => in parameters:

no-such-part: Something was asked for that is not there. What does the object itself keep, and what does
each parameter in the list keep?
    stops: AttributeError
    - self.learning_rate => - self.lr
    * parameter.gradient => * parameter.grad
    * parameter.gradient => * self.gradient

parameter-as-number: A parameter is an object, not a number or a list. Which two numbers or arrays does
it hold, and which of them must change?
    stops: TypeError: .*('Parameter'|Parameter object)
    parameter.value - self => parameter - self
    parameter.value = parameter.value - self => parameter -= self

parameter-as-place: Your loop goes through the parameters themselves, not through their places in the
list. What does the name of the loop hold already?
    stops: TypeError: list indices must be .*not Parameter
    range(len(self.parameters)) => self.parameters

whole-list: A whole list cannot be computed with. How do you take one parameter of it after the other?
    stops: TypeError: unsupported operand.*'list'
    in self.parameters: => in self.parameters - self.learning_rate:
""",
)
