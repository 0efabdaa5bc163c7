"""Exercise 6.6."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_06.shared import sigmoid


def _case(label, x, left, right, steepness, arrays=as_arrays, late=False):
    numbers = {"left": left, "right": right, "steepness": steepness}
    return Case(label, {**arrays(x=x), **numbers}, late=late)


bump = Exercise(
    number="6.6",
    title="a bump from two sigmoids",
    uses={"sigmoid": sigmoid},
    cases=[
        _case("a soft bump", [0, 1, 2, 3, 5], 0.5, 2.5, 2.0),
        _case("a steep one", [0, 0.9, 1.2, 4], 1.0, 2.5, 9.0),
        _case("one on both sides of 0", [-3, -1, 0, 1.5], -2.0, 1.0, 3.0),
        _case("a single x", [6], 5.0, 7.5, 1.0),
        _case("a very soft one", [-4, 0, 2, 4], 0.5, 4.5, 0.4),
        _case("one with hard sides", [-1, 0.499, 2, 2.501, 3], 0.5, 2.5, 1000.0),
        _case("whole numbers", [-2, 0, 1, 3], -1, 2, 2, as_whole_numbers),
        _case("a very steep one at 501 places", np.linspace(3, 9, 501), 5.0, 7.0, 60.0, late=True),
    ],
    solution="""
def my_bump(x, left, right, steepness):
    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))
""",
    right="""
def my_bump(x, left, right, steepness):
    up = sigmoid(steepness * (x - left))
    down = sigmoid(steepness * (x - right))
    return up - down
def my_bump(x, left, right, steepness):
    values = []
    for place in x:
        first = sigmoid(steepness * (place - left))
        second = sigmoid(steepness * (place - right))
        values.append(first - second)
    return values
return sigmoid(steepness * (x - left)) + sigmoid(steepness * (right - x)) - 1
return (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)) / 2
return 1 / (1 + np.exp(-steepness * (x - left))) - 1 / (1 + np.exp(-steepness * (x - right)))
""",
    mistakes=r"""
added: The two steps were added, so your curve goes up twice. What must the second step do to the first
one on the right side?
    up - down => up + down
    up - down => (up + down) / 2

goes-up-twice: Your curve begins at -1 and ends at 1: it goes up twice. Which of the two steps should go
up, and what must the other one do to it?
    up - down => up + down - 1
    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (right - x))

points-down: Your bump points down. Which step comes first on the way from left to right, and which one is
taken away from which?
    up - down => down - up
    return sigmoid(steepness * (left - x)) - sigmoid(steepness * (right - x))

no-steepness: The steepness does not count: both steps are as soft as the plain sigmoid. Where must it
stand to make each step steeper?
    return sigmoid(x - left) - sigmoid(x - right)

only-x-times: The steepness multiplies only x: Python multiplies before it subtracts. So the step is no
longer where it should be. How do you tell Python to take the difference first?
    return sigmoid(steepness * x - left) - sigmoid(steepness * x - right)
    steepness * (x - left) => steepness * x - left
    steepness * (x - right) => steepness * x - right

only-place-times: The steepness multiplies only left and right: Python multiplies before it subtracts. How
do you tell Python to take the difference first?
    return sigmoid(x - left * steepness) - sigmoid(x - right * steepness)

places-added: Your steps are on the other side of 0, because left and right were added. What must be taken
away from x, so that the sigmoid has its middle at left?
    return sigmoid(steepness * (x + left)) - sigmoid(steepness * (x + right))
    return sigmoid(steepness * x + left) - sigmoid(steepness * x + right)

divided: You divided by the steepness, so a larger one makes a softer bump. What should a larger steepness
do?
    return sigmoid((x - left) / steepness) - sigmoid((x - right) / steepness)

steepness-added: The steepness was added, and that only moves the steps. What makes a step steeper: adding
a number inside the sigmoid, or multiplying by it?
    return sigmoid(x - left + steepness) - sigmoid(x - right + steepness)
    return sigmoid(steepness + x - left) - sigmoid(steepness + x - right)

steepness-outside: The steepness multiplies the height of a step, not its speed. Where must it stand to
leave the height alone and make the rise quicker?
    return steepness * (sigmoid(x - left) - sigmoid(x - right))
    return steepness * sigmoid(x - left) - sigmoid(x - right)

steepness-twice: The steepness is used twice: inside, where it makes the steps steeper, and outside, where
it makes the bump higher. How high should the bump be?
    up - down => steepness * (up - down)

one-too-soft: Only one of the two steps has the steepness. What does the other one need to be as quick?
    steepness * (x - right) => x - right
    steepness * (x - left) => x - left

multiplied: You multiplied a step that goes up and one that comes down. That makes a bump too, but another
one. A layer only adds its pieces up, each with a weight of its own: which weight must the second sigmoid
get, so that the second step takes the first one away?
    up - down => up * (1 - down)
    return sigmoid(steepness * (x - left)) * sigmoid(steepness * (right - x))

both-up: You multiplied two steps that both go up, and that is one step again. A layer only adds its
pieces up, each with a weight of its own: which weight must the second sigmoid get?
    up - down => up * down

one-step: That is one sigmoid: a step in one direction, and no way back. What can a second one do, and
where?
    up - down => up
    up - down => down
    up - down => 1 - down

too-high: Your curve is 1 outside, and 2 inside: it stands too high everywhere. Far on the left, what does
each of your pieces give?
    up - down => up + 1 - down
    return sigmoid(steepness * (x - left)) + sigmoid(steepness * (right - x))

hole: Your curve is 1 outside and 0 inside: a hole in place of a bump. Which value should it have outside,
and which one inside?
    up - down => 1 - (up - down)
    up - down => 1 - up + down

goes-down-twice: Your curve begins at 1 and ends at -1: it goes down twice. Which of the two steps should
go up, and which one down?
    up - down => 1 - up - down

hard-box: That is a hard box: it knows only inside and outside. How do two soft steps make such a shape,
and where does the steepness come in?
    return (x > left) & (x < right)
    return np.where((x > left) & (x < right), 1, 0)
    return [1 if left < place < right else 0 for place in x]

decides-once: An if, or two comparisons joined to one, decide once for the whole array. The bump needs no
decision: which soft step goes up at left, and what takes it away again at right?
    stops: .*is ambiguous
    return left < x < right
    def my_bump(x, left, right, steepness):
        if x < (left + right) / 2:
            return sigmoid(steepness * (x - left))
        return 1 - sigmoid(steepness * (x - right))

inside-one: The difference was taken inside one sigmoid, and x has dropped out of it. How many sigmoids
does the bump need, and where is the one taken away from the other?
    return sigmoid(steepness * (x - left) - steepness * (x - right))

same-place: Nothing is left: what was taken away is just as large as what it was taken away from. At which
two places do the steps stand?
    steepness * (x - right) => steepness * (x - left)

distance: Your second step is right of the place where it should be. Is right a place, or the distance
from left?
    steepness * (x - right) => steepness * (x - left - right)

too-large: Where the steps are very steep, a power of e becomes infinite, and infinite divided by infinite
is nan: no number. Which function of the lesson never gives nan?
    def my_bump(x, left, right, steepness):
        up = np.exp(steepness * (x - left))
        down = np.exp(steepness * (x - right))
        return up / (1 + up) - down / (1 + down)

sigmoid-overwritten: One of your lines puts a value under the name sigmoid, so in your whole function this
name is no longer the lesson's function. Which other name can that value have?
    stops: UnboundLocalError: .*'sigmoid'
    def my_bump(x, left, right, steepness):
        sigmoid = sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))
        return sigmoid
""",
)
