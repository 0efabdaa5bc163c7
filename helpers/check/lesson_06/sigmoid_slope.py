"""Exercise 6.2."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_06.shared import is_from_two_points, sigmoid


def _about(value, z):
    s = sigmoid(z)
    if is_from_two_points(value, s * (1 - s), sigmoid, z):
        return "two-points", {}


sigmoid_slope = Exercise(
    number="6.2",
    title="the slope of the sigmoid",
    uses={"sigmoid": sigmoid},
    cases=[
        Case("both sides of 0", as_arrays(z=[-1, 0, 2])),
        Case("a single value", as_arrays(z=[0.5])),
        Case("values below 0", as_arrays(z=[-4, -2.5, -0.3])),
        Case("values above 0", as_arrays(z=[0.7, 1.5, 3, 6])),
        Case("far from 0", as_arrays(z=[-40, 40, 12, -9])),
        Case("very far from 0", as_arrays(z=[-1000, -400, 400, 1000])),
        Case("whole numbers", as_whole_numbers(z=[-3, 1, 0])),
        Case("1,001 values", as_arrays(z=np.linspace(-10, 10, 1001)), late=True),
    ],
    about=_about,
    solution="""
def my_sigmoid_slope(z):
    s = sigmoid(z)
    return s * (1 - s)
""",
    right="""
def my_sigmoid_slope(z):
    slopes = []
    for entry in z:
        height = sigmoid(entry)
        slopes.append(height - height**2)
    return slopes
return sigmoid(z) * sigmoid(-z)
return (1 - np.tanh(z / 2) ** 2) / 4
return 1 / (2 + np.exp(z) + np.exp(-z))
def my_sigmoid_slope(z):
    slopes = np.zeros(len(z))
    for i in range(len(z)):
        e = math.exp(-abs(z[i]))
        slopes[i] = e / (1 + e) ** 2
    return slopes
""",
    mistakes=r"""
z-itself: The formula was used with z itself. Which number does it need in its two places: z, or the
height of the sigmoid at z?
    return z * (1 - z)

mixed: One of your two factors uses z itself, the other one the height of the sigmoid. Which of them does
the formula need in both places?
    s * (1 - s) => s * (1 - z)
    s * (1 - s) => z * (1 - s)

height: That is the height of the sigmoid. What must it be multiplied by to become its slope?
    return sigmoid(z)
    return 1 / (1 + np.exp(-z))

one-factor: That is one factor of the slope, the distance of the height from 1. Which other factor makes
the slope small on the left side too?
    s * (1 - s) => 1 - s
    return sigmoid(-z)
    return np.exp(-z) / (1 + np.exp(-z))

square: That is a square. The slope is a product of two different numbers: the height above 0 is one of
them. Which distance is the other?
    s * (1 - s) => s**2
    s * (1 - s) => (1 - s) ** 2

grows: Your slope grows with the height and stays large on the right side, where the curve is flat. Look
at the second factor: what must it be where the height is 1?
    1 - s => 1 + s

slope-of-tanh: That is the slope of tanh, or a formula that belongs to it. The sigmoid goes from 0 to 1,
not from -1 to 1: what are the distances of its height from these two ends?
    s * (1 - s) => 1 - s**2
    s * (1 - s) => (1 - s) * (1 + s)
    return 1 - np.tanh(z) ** 2
    return np.tanh(z) * (1 - np.tanh(z))

falling: Your slope is below 0, as if the sigmoid fell. Which sign does the slope of a rising curve have?
    1 - s => s - 1
    s * (1 - s) => -s
    return -np.exp(-z) / (1 + np.exp(-z)) ** 2

no-parentheses: Everything has become 0. Python multiplies before it subtracts: which difference must be
taken first, so that the two heights do not cancel?
    s * (1 - s) => s * 1 - s

product-first: The product was made from z, and the sigmoid came last. Which comes first: the sigmoid or
the product?
    return sigmoid(z * (1 - z))

slope-in-sigmoid: The slope was put into the sigmoid once more. Which of your steps is one too many?
    s * (1 - s) => sigmoid(s * (1 - s))

twice: The sigmoid was applied twice. Which of your numbers is its height already, and what does the
formula do with it?
    s * (1 - s) => sigmoid(s) * (1 - sigmoid(s))
    s * (1 - s) => sigmoid(s)
    s * (1 - s) => s * (1 - sigmoid(s))

one-inside: The 1 stands inside the sigmoid. What is taken away from 1 in the formula: z, or the height of
the sigmoid?
    s * (1 - s) => s * sigmoid(1 - z)

z-too-many: There is a z too many in your product. By how much does z grow if z grows by 1?
    s * (1 - s) => s * (1 - s) * z

not-multiplied: The two numbers were not multiplied. How do they have to be put together, so that the
slope is small where one of them is small?
    s * (1 - s) => s + (1 - s)
    s * (1 - s) => s - (1 - s)
    s * (1 - s) => s / (1 - s)

one-number: That is one number for all entries together. How many slopes are there, if each entry of z is
another place on the curve?
    s * (1 - s) => np.mean(s * (1 - s))
    s * (1 - s) => np.sum(s * (1 - s))
    s * (1 - s) => s @ (1 - s)
    s = sigmoid(z) => s = np.mean(sigmoid(z))

half-of-chain: That is only one of the slopes that the chain rule multiplies: of 1 divided by a number, or
of the power of e. What does their product give?
    return -1 / (1 + np.exp(-z)) ** 2
    return -np.exp(-z)
    return np.exp(-z)

other-entries: Your slopes depend on how far the entries of z are from each other. Which formula gives the
slope at one z from the height of the sigmoid there?
    return np.gradient(sigmoid(z), z)
    return np.gradient(sigmoid(z))
    return np.diff(sigmoid(z)) / np.diff(z)
    return np.diff(sigmoid(z))

two-points: You took a slope from two points, and that is only nearly right. Which formula gives the exact
slope from the height of the sigmoid alone?
    about
    return (sigmoid(z + 0.1) - sigmoid(z - 0.1)) / 0.2
    return (sigmoid(z) - sigmoid(z - 0.001)) / 0.001
    return (sigmoid(z + 1e-4) - sigmoid(z)) / 1e-4

too-large: Near 0 that is right, but far out a power of e becomes infinite, and infinite divided by or
times another number can be nan: no number. Which form needs no power of e, only the height of the
sigmoid?
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
    return np.exp(z) / (1 + np.exp(z)) ** 2
    return np.exp(-z) * sigmoid(z) ** 2
    s = sigmoid(z) => s = np.exp(z) / (1 + np.exp(z))

no-times: Parentheses right behind a name call it as a function, but here it holds numbers. Is the sign of a
product missing, or did a line of yours put numbers under the name of a function?
    stops: TypeError: 'numpy.ndarray' object is not callable
    s * (1 - s) => s(1 - s)

sigmoid-overwritten: One of your lines puts a value under the name sigmoid, so in your whole function this
name is no longer the lesson's function. Which other name can the height have?
    stops: UnboundLocalError: .*'sigmoid'
    def my_sigmoid_slope(z):
        sigmoid = sigmoid(z)
        return sigmoid * (1 - sigmoid)
""",
)
