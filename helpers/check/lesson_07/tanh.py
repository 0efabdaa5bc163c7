"""Exercise 7.8."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_07.nodes import numbers_and_note, value_and_gradients
from helpers.graph import Node

_LARGE = 300


def _about(given, z, gradient):
    """Tell a formula that overflows at large values."""
    if np.max(np.abs(z)) > _LARGE and np.isnan(numbers_and_note(given)).any():
        return "overflow", {}
    return None


tanh = Exercise(
    number="7.8",
    title="a new activation",
    methods=("forward", "backward"),
    uses={"Node": Node},
    use=value_and_gradients,
    came="your node gave",
    tidy=numbers_and_note,
    about=_about,
    cases=[
        Case("two numbers", as_arrays(z=0.5, gradient=3)),
        Case("a z below 0", as_arrays(z=-1.5, gradient=0.5)),
        Case("a gradient below 0", as_arrays(z=0, gradient=-2)),
        Case("arrays", as_arrays(z=[0.25, -0.5, 2], gradient=[2, -1, 0.5])),
        Case("tables", as_arrays(z=[[1, -2], [0.5, 0], [-0.25, 3]], gradient=[[1, 2]] * 3)),
        Case(
            "whole numbers",
            {**as_whole_numbers(z=[1, 0, -2]), **as_arrays(gradient=[0.5, -1.5, 2])},
        ),
        # Late: what is wrong everywhere shall be named first.
        Case("large values", as_arrays(z=[400, 1000, -1000], gradient=[2, -1, 0.5]), late=True),
    ],
    solution="""
class MyTanh(Node):
    def forward(self, z):
        return np.tanh(z)

    def backward(self, gradient, z):
        return [gradient * (1 - self.value**2)]
""",
    right="""
[gradient * (1 - self.value**2)] => [gradient * (1 + self.value) * (1 - self.value)]
[gradient * (1 - self.value**2)] => (gradient - gradient * np.square(np.tanh(z)),)
np.tanh(z) => 1 - 2 / (np.exp(2 * z) + 1)
[gradient * (1 - self.value**2)] => [gradient / np.cosh(z) ** 2]
class MyTanh(Node):
    def forward(self, z):
        s = 0.5 * (1 + np.tanh(z))
        self.value = 2 * s - 1
        self.slope = 4 * s * (1 - s)
        return self.value

    def backward(self, gradient, z):
        return [self.slope * gradient]
class MyTanh(Node):
    def forward(self, z):
        e = np.exp(-2 * np.abs(z))
        return np.sign(z) * (1 - e) / (1 + e)

    def backward(self, gradient, z):
        return [gradient * (1 - self.forward(z) ** 2)]
""",
    mistakes=r"""
sigmoid: forward gave a sigmoid, between 0 and 1. Between which two numbers does tanh lie, and which
function of NumPy has its name?
    np.tanh(z) => 1 / (1 + np.exp(-z)); 1 - self.value**2 => self.value * (1 - self.value)
    np.tanh(z) => 0.5 * (1 + np.tanh(z / 2))
    np.tanh(z) => 0.5 * (1 + np.tanh(z / 2)); self.value => np.tanh(z)

tangent: forward gave the tangent, which is another function. What is the full name of tanh, and between
which two numbers does it lie?
    np.tanh(z) => np.tan(z)
    np.tanh(z) => np.tan(z); self.value => np.tanh(z)

no-list: backward gave the gradient alone, without a list around it. The engine goes through what it
gets, one entry for each input: how do you write a list with a single entry?
    [gradient * (1 - self.value**2)] => gradient * (1 - self.value**2)
    [gradient * (1 - self.value**2)] => gradient

gradient-not-used: Your gradient does not depend on the gradient that comes from above. How does the
chain rule put the slope of this node and the gradient together?
    gradient * (1 - self.value**2) => 1 - np.square(self.value)
    [gradient * (1 - self.value**2)] => 1 - self.value**2

half-of-z: Your forward gives the tanh of half of z. The half belongs to the sigmoid, written with tanh.
Which number must tanh be given, if the node is tanh itself?
    np.tanh(z) => np.tanh(z / 2)
    np.tanh(z) => np.tanh(z / 2); self.value => np.tanh(z)

forward-list: forward put a list around the value. Which of the two methods gives one entry for each
input, and which one gives a single value?
    np.tanh(z) => [np.tanh(z)]

slope-of-sigmoid: That is the slope of a sigmoid, taken with the value of tanh: at z = 0 it would be 0.
How steep is tanh there, and what does its own slope look like?
    1 - self.value**2 => self.value * (1 - self.value)

no-square: The slope that you used is above 1 wherever z is below 0. tanh is as steep at -2 as at 2:
what must be squared in its slope, and nothing else?
    gradient * (1 - self.value**2) => gradient - gradient * np.tanh(z)
    (1 - self.value**2) => (1 - self.value) ** 2

only-square: The slope that you used is the square of the value, so it is 0 at z = 0 and nearly 1 far
away. Where is tanh steep, and where is it flat?
    1 - self.value**2 => self.value**2

z-squared: You squared z. In the slope of tanh something else is squared: what lies always between -1
and 1?
    self.value**2 => z * z

tanh-of-square: You squared z, and took tanh of that. In the slope of tanh something else is squared:
which comes first, tanh or the square?
    self.value**2 => np.tanh(z**2)

parentheses: The gradient was multiplied by 1 alone, and then the square was taken away. How do you tell
Python that the whole slope is one factor?
    (1 - self.value**2) => 1 - self.value**2

tanh-twice: tanh was applied twice: the value of the node is tanh of z already. What remains to be done
with the value?
    self.value**2 => np.tanh(self.value) ** 2

value-for-slope: backward took the value of the node for its slope. By how much does the value change if
z grows by a little, and what does the chain rule do with that slope?
    1 - self.value**2 => self.value
    gradient * (1 - self.value**2) => self.value
    [gradient * (1 - self.value**2)] => self.value

handed-on: The gradient from above was handed on as it is. How steep is tanh at this z, and what does
the chain rule do with that slope?
    gradient * (1 - self.value**2) => gradient

two-gradients: Two gradients came from backward, but this node has a single input. Which of the two
belongs to it?
    **2)] => **2), z]
    **2)] => **2)] * 2
    **2)] => **2), None]
    **2)] => **2), 0 * gradient]
    **2)] => **2), 0]
    [gradient => [gradient, gradient

forward-nothing: forward gave nothing back. Who stores the value of a node: the method itself, or the
engine that calls it?
    return np.tanh(z) => self.value = np.tanh(z)

backward-nothing: backward gave nothing back. Who hands the gradient on to the input: the method itself,
or the engine that calls it?
    return [ => result = [

single-number: Here z is a single number, and a number has no entries to go through. Which function of
NumPy takes numbers and arrays alike?
    stops: TypeError: .*is not iterable
    np.tanh(z) => np.array([math.tanh(v) for v in z])

times-list: Python's lists do not compute entry by entry. How do you write a list whose one entry is the
product?
    stops: TypeError: can't multiply sequence
    [gradient * (1 - self.value**2)] => gradient * [1 - self.value**2]

no-such-part: Something was asked for that is not there. z and gradient are numbers or arrays, and self
is the node: what does each of them have, and how is that name spelled?
    stops: AttributeError
    self.value => z.value

name-of-tanh: Python does not know that name. Which module of this lesson has a tanh, and how is a
function of a module called?
    stops: NameError: name '(tanh|math|numpy|tan)'
    np.tanh(z) => tanh(z)

name-of-node: Python does not know that name inside a method. The node keeps it: how does a method ask
for what its own object keeps?
    stops: NameError: name '(value|inputs|self|forward)'
    self.value => value

single-numbers: Single numbers work, but here z is an array, and the error says that a function for
single numbers cannot take it. Which module has a tanh for arrays?
    stops: TypeError: (only .* can be|cannot) convert
    np.tanh(z) => math.tanh(z)
    np.tanh(z) => math.tanh(z); self.value => math.tanh(z)

not-called: forward gave back a function, not its value at this z. How is a function asked for its
value?
    np.tanh(z) => np.tanh

overflow: nan is no number. At a large z one of your steps overflows and becomes inf, and a step with
inf, such as inf divided by inf, gives nan. Which function of NumPy gives tanh without such steps?
    about
    np.tanh(z) => (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    np.tanh(z) => (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    self.value => ((np.exp(2 * z) - 1) / (np.exp(2 * z) + 1))
    1 - self.value**2 => 4 * np.exp(2 * z) / (np.exp(2 * z) + 1) ** 2
""",
)
