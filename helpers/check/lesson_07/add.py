"""Exercise 7.3."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_07.nodes import OF_TWO, numbers_and_note, value_and_gradients
from helpers.graph import Node

add = Exercise(
    number="7.3",
    title="a node that adds",
    methods=("forward", "backward"),
    uses={"Node": Node},
    use=value_and_gradients,
    came="your node gave",
    tidy=numbers_and_note,
    cases=OF_TWO,
    solution="""
class MyAdd(Node):
    def forward(self, a, b):
        return a + b

    def backward(self, gradient, a, b):
        return [gradient, gradient]
""",
    right="""
a + b => sum([b, a]); [gradient, gradient] => gradient, gradient
a + b => np.sum([a, b], axis=0); [gradient, gradient] => gradient * np.array([np.ones_like(a), np.ones_like(b)])
class MyAdd(Node):
    def forward(self, a, b):
        self.value = np.add(a, b)
        return self.value

    def backward(self, gradient, a, b):
        slope_for_a, slope_for_b = 1, 1
        return [gradient * slope_for_a, gradient * slope_for_b]
class MyAdd(Node):
    def __init__(self, first, second, name="sum"):
        super().__init__(first, second, name=name)
        self.local_slopes = [1.0, 1.0]

    def forward(self, *values):
        total = 0
        for value in values:
            total = total + value
        return total

    def backward(self, gradient, *values):
        return [slope * gradient for slope in self.local_slopes]
""",
    mistakes=r"""
gradient-not-used: Your gradients do not depend on the gradient that comes from above. How does the
chain rule put the slope of this node and the gradient together?
    [gradient, gradient] => [1.0, 1.0]
    [gradient, gradient] => [np.ones_like(a), np.ones_like(b)]

multiplies: That is a node that multiplies, forward and backward. What does this one do with a and b?
    a + b => a * b; [gradient, gradient] => [gradient * b, gradient * a]

forward-nothing: forward gave nothing back. Who stores the value of a node: the method itself, or the
engine that calls it?
    return a + b => self.value = a + b

forward-list: forward put a list around the value. Which of the two methods gives one entry for each
input, and which one gives a single value?
    a + b => [a + b]

other-operation: forward does not do what this node is for. Which operation does its name stand for?
    a + b => a * b
    a + b => a - b
    a + b => (a + b) / 2
    a + b => [a, b]
    a + b => a; [gradient, gradient] => [gradient, 0 * gradient]

like-a-product: Those are the gradients of a product. If a grows by 1 and b stays, by how much does the
sum grow, and does that depend on b?
    [gradient, gradient] => [gradient * b, gradient * a]

own-input: Each gradient was multiplied by its own input. If a grows by 1, by how much does the sum
grow, and does that depend on a?
    [gradient, gradient] => [gradient * a, gradient * b]

inputs-given-back: backward gave back the two inputs themselves. Which number comes from above, and
what does the sum make of it for each input?
    [gradient, gradient] => [a, b]
    [gradient, gradient] => [b, a]

input-added: In backward an input was added to the gradient. What does the chain rule do with the
gradient and the slope of a step, and how large is the slope of a sum?
    [gradient, gradient] => [gradient + a, gradient + b]
    [gradient, gradient] => [gradient + b, gradient + a]

like-a-difference: The second gradient has the sign that it would have in a difference. If b grows by
1, does the sum grow or fall?
    [gradient, gradient] => [gradient, -gradient]

one-is-zero: Only one of the two inputs got the gradient, and the other one got 0. If either of the two
grows by 1, by how much does the sum grow?
    [gradient, gradient] => [gradient, 0 * gradient]
    [gradient, gradient] => [0 * gradient, gradient]
    [gradient, gradient] => [gradient, 0]

backward-nothing: backward gave nothing back. Who hands the gradients on to the inputs: the method
itself, or the engine that calls it?
    return [gradient => self.gradients = [gradient

one-gradient: Only one gradient came from backward, but the node has two inputs. What does the other
input get?
    [gradient, gradient] => gradient
    [gradient, gradient] => [gradient]
    [gradient, gradient] => [gradient, None]

added-up: The two gradients were added up in backward. Each input has a gradient of its own: how do you
give back both of them, side by side?
    [gradient, gradient] => gradient + gradient
    [gradient, gradient] => [2 * gradient]

halves: The gradients are half of what they should be. If a grows by a little and b stays, does the
value change by its full share, or by half of it?
    return [gradient, gradient] => share = gradient / 2\n        return [share, share]

one-number: For arrays, each gradient became a single number. What shape does a have, and what shape
must its gradient have?
    [gradient, gradient] => [np.sum(gradient), np.sum(gradient)]

three-gradients: Three gradients came from backward, but the node has two inputs. Which one of the
three belongs to neither a nor b?
    [gradient, gradient] => [gradient, gradient, gradient]

order-of-arguments: backward gave b back to both inputs. In which order does the task hand over the
gradient and the two values, and which of the three does each input get?
    gradient, a, b): => a, b, gradient):
    [gradient, gradient] => [b, b]

value-given-back: backward gave the value of the node. What does it have to tell each input: the value,
or how strongly the loss depends on that input?
    [gradient, gradient] => [self.value, self.value]
    [gradient, gradient] => a + b

times-value: In backward the gradient was multiplied by the value of the node. If one input grows by a
little and the other stays, by how much does the value change?
    [gradient, gradient] => [gradient * self.value, gradient * self.value]

forward-one-number: For arrays, forward gave one number for all entries. What shape must the value
have?
    a + b => np.sum([a, b])
    a + b => np.sum(a + b)

single-number: Here each of the three is a single number, and a number has no entries to go through:
sum wants a list, and so does a loop. Which sign adds two numbers, and two arrays just as well?
    stops: TypeError: .*(is not iterable|interpreted as an integer)
    a + b => sum(a, b)
    a + b => np.sum(a, b)
    a + b => [x + y for x, y in zip(a, b)]

times-list: Python's lists do not compute entry by entry. How do you write a list in which each entry is
multiplied by the gradient?
    stops: TypeError: can't multiply sequence
    [gradient, gradient] => gradient * [1, 1]

no-such-part: Something was asked for that is not there. The methods are given a, b and gradient, and
these are numbers or arrays, no nodes: which of them do you need?
    stops: AttributeError
    a + b => a.value + b.value
    a + b => self.a + self.b
    class MyAdd(Node):
        def forward(self, a, b):
            return a + b

        def backward(self, gradient, a, b):
            a.gradient = gradient
            b.gradient = gradient

node-in-formula: A node is an object, not a number: Python cannot compute with it. The methods are
given a, b and gradient, and these are numbers or arrays: which of them do you need?
    stops: TypeError: .*'Placeholder'
    a + b => self.inputs[0] + self.inputs[1]
    a + b => sum(self.inputs)
""",
)
