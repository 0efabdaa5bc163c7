"""Exercise 6.7."""

from itertools import product

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_06.shared import is_from_two_points, sigmoid
from helpers.check.words import form

NAMES = "k1", "b1", "k2", "b2"


def _case(label, x, y, point, arrays=as_arrays, late=False):
    return Case(label, {**arrays(x=x, y=y), **dict(zip(NAMES, point, strict=True))}, late=late)


def _about(value, x, y, k1, b1, k2, b2):
    """What a chain with other factors gives, and a slope that was measured."""

    def loss(k):
        return np.mean((k2 * sigmoid(k * x + b1) + b2 - y) ** 2)

    s = sigmoid(k1 * x + b1)
    e = k2 * s + b2 - y
    right = np.mean(2 * e * k2 * s * (1 - s) * x)
    if is_from_two_points(value, right, loss, k1):
        return "two-points", {}
    if form(value) != ():
        return None
    if np.isclose(value, -right, rtol=1e-9, atol=0):
        return "sign", {}
    for for_k2, for_s, for_x in product((k2, 1), (s * (1 - s), s, 1 - s, 1), (x, 1)):
        mean = np.mean(e * for_k2 * for_s * for_x)
        for factor in (2, 1, -2, -1):
            if np.isclose(value, factor * mean, rtol=1e-9, atol=0):
                return "several" if factor > 0 else "sign-and-more", {}


_rooms = np.random.default_rng(5).normal(6.3, 0.7, 200)
_prices = 12 + 30 * sigmoid(2 * _rooms - 13) + np.random.default_rng(6).normal(0, 5, 200)
_perfect = 3 + 2 * sigmoid(np.array([-1.5, 0.5, 2.5]))

partial_k1 = Exercise(
    number="6.7",
    title="the slope for k1",
    uses={"sigmoid": sigmoid},
    cases=[
        _case("three houses", [1, 2, 3], [1, 2, 7], (2.0, -3.0, 5.0, 1.0)),
        _case("a single house", [6], [22], (1.0, -5.5, 30.0, 10.0)),
        _case(
            "rooms minus their mean",
            [-1.5, -0.5, 0.4, 1.6],
            [9, 14, 25, 60],
            (1.5, 0.2, 40.0, 5.0),
        ),
        _case("a curve that falls", [4, 5, 7], [3, 2, 2.5], (0.5, -3.0, -3.0, 4.0)),
        _case("a perfect curve", [5, 6, 7], _perfect, (2.0, -11.5, 2.0, 3.0)),
        _case("a very steep curve", [-2, 0.002, 1.5], [10, 20, 30], (800.0, -1.0, 25.0, 8.0)),
        _case("whole numbers", [-1, 0, 2], [10, 20, 50], (1, 0, 30, 12), as_whole_numbers),
        _case("200 houses", _rooms, _prices, (1.7, -11.0, 28.0, 10.0), late=True),
    ],
    about=_about,
    solution="""
def my_partial_k1(x, y, k1, b1, k2, b2):
    s = sigmoid(k1 * x + b1)
    e = k2 * s + b2 - y
    return np.mean(2 * e * k2 * s * (1 - s) * x)
""",
    right="""
def my_partial_k1(x, y, k1, b1, k2, b2):
    total = 0
    for rooms, price in zip(x, y):
        s = sigmoid(k1 * rooms + b1)
        error = k2 * s + b2 - price
        total += 2 * error * k2 * s * (1 - s) * rooms
    return total / len(x)
def my_partial_k1(x, y, k1, b1, k2, b2):
    z = k1 * x + b1
    y_hat = k2 * sigmoid(z) + b2
    slope_of_sigmoid = sigmoid(z) * sigmoid(-z)
    return -2 * k2 * np.mean((y - y_hat) * slope_of_sigmoid * x)
def my_partial_k1(x, y, k1, b1, k2, b2):
    s = (1 + np.tanh((k1 * x + b1) / 2)) / 2
    return 2 * k2 / len(x) * np.dot(k2 * s + b2 - y, (s - s**2) * x)
""",
    mistakes=r"""
no-two: That is half of the slope. Each error is squared in the loss: which factor does the slope of a
square bring with it?
    2 * e * k2 => e * k2

no-k2: k2 does not count in your slope. If the sigmoid grows by 0.1, by how much does the prediction grow?
    2 * e * k2 => 2 * e

no-sigmoid: The sigmoid brings no factor into your slope. If k1 x + b1 grows a little, does the sigmoid
grow just as much, and how much where it is nearly flat?
    * s * (1 - s) * x => * x

height: The height of the sigmoid stands where its slope should be. If k1 x + b1 grows a little, how much
does the sigmoid grow: which formula did you write for that?
    * s * (1 - s) * x => * s * x

not-its-slope: The factor that the sigmoid brings is not its slope. Which two distances of its height are
multiplied there: from which end of the sigmoid is each of them counted?
    * s * (1 - s) => * (1 - s)
    * s * (1 - s) => * s**2
    * s * (1 - s) => * s * (1 + s)
    * s * (1 - s) => * (1 - s**2)

slope-for-b1: That is the slope for b1: the rooms do not count in it. If k1 grows by 1, by how much does
k1 x + b1 grow in a house with 6 rooms?
    (1 - s) * x => (1 - s)

slope-for-another: That is the slope for k2 or for b2, or half of it. If k1 grows a little, what grows
first: and how much does the sigmoid, and then the prediction, follow it?
    2 * e * k2 * s * (1 - s) * x => 2 * e * s
    2 * e * k2 * s * (1 - s) * x => e * s
    2 * e * k2 * s * (1 - s) * x => 2 * e
    2 * e * k2 * s * (1 - s) * x => e

sign: The sign is turned round: your slope says that the loss falls where it rises. Which is taken away
from which, the price or the prediction?
    e = k2 * s + b2 - y => e = y - (k2 * s + b2)
    -2 * k2 => 2 * k2

sign-and-more: The sign is turned round, and that is not all: a factor of the chain is missing or is
another one. Which is taken away from which, and which factor does each piece bring?
    about
    e = k2 * s + b2 - y => e = y - (k2 * s + b2); 2 * e * k2 => e * k2
    e = k2 * s + b2 - y => e = y - (k2 * s + b2); * s * (1 - s) * x => * s * x
    e = k2 * s + b2 - y => e = y - (k2 * s + b2); (1 - s) * x => (1 - s)

error-in-parts: Only one part of the prediction was taken away from the price, and b2 was added. Which is
taken away from which in an error, and is the prediction taken as a whole?
    e = k2 * s + b2 - y => e = y - k2 * s + b2
    e = k2 * s + b2 - y => e = y - k2 * s + b2; 2 * e * k2 => e * k2
    e = k2 * s + b2 - y => e = y - k2 * s + b2; 2 * e => -2 * e

squared-errors: The errors are still squared. What is left of a square when you take its slope, and what
comes behind it in the chain?
    2 * e * k2 * s * (1 - s) * x => e**2
    2 * e * k2 => 2 * e**2 * k2
    2 * e * k2 => e**2 * k2

no-error: The errors do not count in your slope, only how fast the predictions grow with k1. What does the
loss make of it, if a prediction is much too high, and what if it is right?
    2 * e * k2 => k2
    2 * e * k2 => 2 * k2

other-prediction: Your errors are not the prediction of the curve minus the price. Are k2, the sigmoid and
b2 all in your prediction, in the order of the formula, and what is taken away from it?
    e = k2 * s + b2 - y => e = k2 * s - y
    e = k2 * s + b2 - y => e = s + b2 - y
    e = k2 * s + b2 - y => e = s - y
    e = k2 * s + b2 - y => e = k2 * (s + b2) - y
    e = k2 * s + b2 - y => e = k2 * (k1 * x + b1) + b2 - y
    e = k2 * s + b2 - y => e = k1 * x + b1 - y
    e = k2 * s + b2 - y => e = k2 * s + b2

line-only: The line k1 x + b1 went on as it is, without the sigmoid. What goes into the second line: z, or
the sigmoid of z?
    s = sigmoid(k1 * x + b1) => s = k1 * x + b1
    s = sigmoid(k1 * x + b1) => s = k1 * x + b1; * s * (1 - s) * x => * x

other-inside: What goes into your sigmoid is not k1 x + b1. In which order are x multiplied and b1 added,
and are both there?
    s = sigmoid(k1 * x + b1) => s = sigmoid(k1 * x)
    s = sigmoid(k1 * x + b1) => s = sigmoid(k1 * (x + b1))
    s = sigmoid(k1 * x + b1) => s = sigmoid(x)

not-the-height: The formula for the slope of the sigmoid was used with another number than the height s of
the prediction. Which number stands in its two places in the table?
    * s * (1 - s) => * sigmoid(x) * (1 - sigmoid(x))
    * s * (1 - s) => * sigmoid(s) * (1 - sigmoid(s))
    * s * (1 - s) => * (k1 * x + b1) * (1 - (k1 * x + b1))
    * s * (1 - s) => * x * (1 - x)
    * s * (1 - s) => * (e + y) * (1 - (e + y))

k1-as-factor: There is a k1 among your factors, but k1 is what grows. If it grows by 1, by how much does
k1 x + b1 grow in a house with 6 rooms, and by what is the sigmoid multiplied then?
    (1 - s) * x => (1 - s) * k1
    (1 - s) * x => (1 - s) * k1 * x
    (1 - s) * x => (1 - s) * (k1 * x + b1)
    2 * e * k2 => 2 * e * k1

sum: That is a sum over the houses: with twice as many houses it would be twice as steep. How does the
formula keep the number of houses out of it?
    np.mean(2 * e * k2 => np.sum(2 * e * k2
    np.mean(2 * e * k2 => np.sum(e * k2

each-house: That is one number for each house. What turns them into a single slope?
    return np.mean(2 * e * k2 * s * (1 - s) * x) => return 2 * e * k2 * s * (1 - s) * x
    return np.mean(2 * e * k2 * s * (1 - s) * x) => return e * k2 * s * (1 - s) * x
    return np.mean(2 * e * k2 * s * (1 - s) * x) => return 2 * e * k2 * s * (1 - s) * x / len(x)

mean-too-early: A mean was taken before the product was complete. Each error belongs to a house with its
own rooms and its own place on the curve: which comes first in the formula, the product or the mean?
    np.mean(2 * e * k2 * s * (1 - s) * x) => 2 * np.mean(e) * k2 * s * (1 - s) * x
    np.mean(2 * e * k2 * s * (1 - s) * x) => np.mean(e) * k2 * s * (1 - s) * x
    np.mean(2 * e * k2 * s * (1 - s) * x) => 2 * np.mean(e) * k2 * np.mean(s * (1 - s)) * np.mean(x)
    np.mean(2 * e * k2 * s * (1 - s) * x) => 2 * np.mean(e) * k2 * np.mean(s * (1 - s) * x)
    np.mean(2 * e * k2 * s * (1 - s) * x) => 2 * k2 * np.mean(e * s * (1 - s)) * np.mean(x)
    e = k2 * s + b2 - y => e = np.mean(k2 * s + b2 - y)

two-points: You took a slope from two points, and that is only nearly right. Which factors does the chain
rule give, from the loss to k1, for the exact slope?
    about
    def my_partial_k1(x, y, k1, b1, k2, b2):
        def loss(k):
            return np.mean((k2 * sigmoid(k * x + b1) + b2 - y) ** 2)
        return (loss(k1 + 0.01) - loss(k1 - 0.01)) / 0.02
    def my_partial_k1(x, y, k1, b1, k2, b2):
        h = 1e-5
        before = np.mean((y - k2 * sigmoid(k1 * x + b1) - b2) ** 2)
        after = np.mean((y - k2 * sigmoid((k1 + h) * x + b1) - b2) ** 2)
        return (after - before) / h

no-parentheses: Some parentheses are missing: Python multiplies before it adds or subtracts. Which
difference must be taken as a whole before it is multiplied?
    s * (1 - s) * x => s * 1 - s * x
    2 * e * k2 * s => 2 * k2 * s + b2 - y * k2 * s

several: A factor of the chain is missing or is another one, or more than one. Go from the loss to k1, one
piece at a time: the square, the factor k2, the sigmoid, and the product of k1 and x. Which factor does
each piece bring?
    about
    2 * e * k2 * s * (1 - s) * x => e * k2 * s * (1 - s)
    2 * e * k2 * s * (1 - s) * x => e * s * (1 - s) * x
    2 * e * k2 * s * (1 - s) * x => 2 * e * s * (1 - s)
    2 * e * k2 * s * (1 - s) * x => 2 * e * x
    2 * e * k2 * s * (1 - s) * x => e * k2 * s * x
    2 * e * k2 * s * (1 - s) * x => 2 * e * k2

too-large: Where the curve is very steep, a power of e becomes infinite, and infinite divided by infinite
is nan: no number. Which function of the lesson never gives nan?
    s = sigmoid(k1 * x + b1) => z = k1 * x + b1\n    s = np.exp(z) / (1 + np.exp(z))
    * s * (1 - s) => * np.exp(-k1 * x - b1) / (1 + np.exp(-k1 * x - b1)) ** 2

no-times: Parentheses right behind a name call it as a function, but here it holds numbers. Is the sign of a
product missing, or did a line of yours put numbers under the name of a function?
    stops: TypeError: 'numpy.ndarray' object is not callable
    s * (1 - s) * x => s(1 - s) * x

sigmoid-overwritten: One of your lines puts a value under the name sigmoid, so in your whole function this
name is no longer the lesson's function. Which other name can the height have?
    stops: UnboundLocalError: .*'sigmoid'
    def my_partial_k1(x, y, k1, b1, k2, b2):
        sigmoid = sigmoid(k1 * x + b1)
        e = k2 * sigmoid + b2 - y
        return np.mean(2 * e * k2 * sigmoid * (1 - sigmoid) * x)
""",
)
