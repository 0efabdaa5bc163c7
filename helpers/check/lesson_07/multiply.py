"""Exercise 7.4."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_07.nodes import OF_TWO, numbers_and_note, value_and_gradients
from helpers.graph import Node

multiply = Exercise(
    number="7.4",
    title="a node that multiplies",
    methods=("forward", "backward"),
    uses={"Node": Node},
    use=value_and_gradients,
    came="your node gave",
    tidy=numbers_and_note,
    cases=OF_TWO,
    solution="""
class MyMultiply(Node):
    def forward(self, a, b):
        return a * b

    def backward(self, gradient, a, b):
        return [gradient * b, gradient * a]
""",
    right="""
a * b => np.prod([a, b], axis=0); [gradient * b, gradient * a] => gradient * np.array([b, a])
class MyMultiply(Node):
    def forward(self, a, b):
        return np.multiply(b, a)

    def backward(self, gradient, a, b):
        for_a = b * gradient
        for_b = a * gradient
        return for_a, for_b
class MyMultiply(Node):
    def forward(self, first, second):
        self.slopes = [second, first]
        return first * second

    def backward(self, arrived, *values):
        return [arrived * slope for slope in self.slopes]
class MyMultiply(Node):
    def forward(self, a, b):
        if a is b:
            return a**2
        return a * b

    def backward(self, gradient, a, b):
        gradients = []
        for value in (a, b)[::-1]:
            gradients.append(gradient * value)
        return gradients
""",
    mistakes=r"""
own-input: Each gradient was multiplied by its own input. If a grows by 1 and b stays at 5, by how much
does the product grow?
    [gradient * b, gradient * a] => [gradient * a, gradient * b]

gradient-not-used: Your gradients do not depend on the gradient that comes from above. How does the
chain rule put the slope of this node and the gradient together?
    [gradient * b, gradient * a] => [b, a]
    [gradient * b, gradient * a] => [1, 1]
    [gradient * b, gradient * a] => [np.ones_like(a), np.ones_like(b)]

inputs-given-back: backward gave back the two inputs themselves. If a grows by 1 and b stays at 5, by
how much does the product grow, and where does the gradient from above come in?
    [gradient * b, gradient * a] => [a, b]

forward-nothing: forward gave nothing back. Who stores the value of a node: the method itself, or the
engine that calls it?
    return a * b => self.value = a * b

forward-list: forward put a list around the value. Which of the two methods gives one entry for each
input, and which one gives a single value?
    a * b => [a * b]

other-operation: forward does not do what this node is for. Which operation does its name stand for?
    a * b => a + b
    a * b => a + b; [gradient * b, gradient * a] => [gradient, gradient]
    a * b => a - b
    a * b => a**b
    a * b => [a, b]

like-a-sum: Those are the gradients of a sum. If a grows by 1 and b stays at 5, by how much does the
product grow?
    [gradient * b, gradient * a] => [gradient] * 2

same-factor: Both inputs got the gradient times the same number. By how much does the product grow if a
grows by 1 and b stays, and by how much if b grows by 1 and a stays?
    [gradient * b, gradient * a] => [gradient * b, gradient * b]
    [gradient * b, gradient * a] => [gradient * a, gradient * a]

input-added: In backward an input was added to the gradient. If a grows by 1 and b stays at 5, by how
much does the product grow, and what does the chain rule do with that slope?
    [gradient * b, gradient * a] => (gradient + b, gradient + a)
    [gradient * b, gradient * a] => [gradient + a, gradient + b]

gradient-used-once: The gradient from above is used for one of the two inputs only. What does the chain
rule say about the other one?
    [gradient * b, gradient * a] => [gradient * b, a]
    [gradient * b, gradient * a] => [b, gradient * a]

divided-again: 0 was divided by 0, and nan stands for a result that is no number. The inputs of a
product may be 0. If a grows by 1 and b stays, which number does the product grow by, and must it be
found by dividing?
    [gradient * b, gradient * a] => [gradient * self.value / a, gradient * self.value / b]
    [gradient * b, gradient * a] => [gradient * (a * b) / a, gradient * a]
    [gradient * b, gradient * a] => [gradient * b, gradient * (a * b) / b]

matrix-product: That is the product of linear algebra, which adds up along a row or column. Which sign
multiplies two arrays entry by entry?
    a * b => np.dot(a, b)
    [gradient * b, gradient * a] => [np.dot(gradient, b), np.dot(gradient, a)]

sign-of-matrices: That sign is the product of linear algebra, which adds up along a row or column. Which
sign multiplies two arrays entry by entry?
    stops: TypeError: .*for @|ValueError: matmul
    a * b => a @ b
    [gradient * b, gradient * a] => [gradient @ b.T, a.T @ gradient]

backward-nothing: backward gave nothing back. Who hands the gradients on to the inputs: the method
itself, or the engine that calls it?
    return [gradient => self.gradients = [gradient

one-gradient: Only one gradient came from backward, but the node has two inputs. What does the other
input get?
    [gradient * b, gradient * a] => gradient * b
    [gradient * b, gradient * a] => [gradient * b]
    [gradient * b, gradient * a] => [gradient * b, None]
    return [gradient * b, gradient * a] => return gradient * b\n        return gradient * a

added-up: The two gradients were added up in backward. Each input has a gradient of its own: how do you
give back both of them, side by side?
    [gradient * b, gradient * a] => gradient * b + gradient * a
    [gradient * b, gradient * a] => [gradient * (a + b)]
    [gradient * b, gradient * a] => [gradient * b + gradient * a] * 2

one-number: For arrays, each gradient became a single number. What shape does a have, and what shape
must its gradient have?
    [gradient * b, gradient * a] => [np.sum(gradient * b), np.sum(gradient * a)]

three-gradients: Three gradients came from backward, but the node has two inputs. Which one of the
three belongs to neither a nor b?
    [gradient * b => [gradient, gradient * b
    gradient * a] => gradient * a, a * b]

order-of-arguments: In backward the three names mean something else than they say. In which order does
the task hand over the gradient and the two values?
    gradient, a, b): => a, b, gradient):

value-given-back: backward gave the value of the node. What does it have to tell each input: the value,
or how strongly the loss depends on that input?
    [gradient * b, gradient * a] => [self.value, self.value]
    [gradient * b, gradient * a] => a * b

times-value: In backward the gradient was multiplied by the value of the node. If one input grows by a
little and the other stays, by how much does the value change?
    [gradient * b, gradient * a] => [gradient * self.value, gradient * self.value]

single-number: Here each of the three is a single number, and a number has no entries to go through.
Which sign multiplies two numbers, and two arrays entry by entry just as well?
    stops: TypeError: .*is not iterable
    a * b => [x * y for x, y in zip(a, b)]

times-list: Python's lists do not compute entry by entry. How do you write a list in which each entry is
multiplied by the gradient?
    stops: TypeError: can't multiply sequence
    [gradient * b, gradient * a] => gradient * [b, a]

no-such-part: Something was asked for that is not there. The methods are given a, b and gradient, and
these are numbers or arrays, no nodes: which of them do you need?
    stops: AttributeError
    a * b => a.value * b.value
    a * b => self.a * self.b
    class MyMultiply(Node):
        def forward(self, a, b):
            return a * b

        def backward(self, gradient, a, b):
            a.gradient = gradient * b
            b.gradient = gradient * a

node-in-formula: A node is an object, not a number: Python cannot compute with it. The methods are
given a, b and gradient, and these are numbers or arrays: which of them do you need?
    stops: TypeError: .*'Placeholder'
    a * b => self.inputs[0] * self.inputs[1]
""",
)
