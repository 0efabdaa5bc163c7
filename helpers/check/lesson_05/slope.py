"""Exercise 5.1."""

import numpy as np

from helpers.check.calls import named
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_05.shared import PRICES, ROOMS

_square = named("square", lambda w: w**2)
_loss_of_k = named(  # for one k, or for an array of them
    "loss_of_k",
    lambda k: np.mean((np.multiply.outer(k, ROOMS) - 34 - PRICES) ** 2, axis=-1),
)


def _case(label, f, w, h, late=False):
    return Case(label, {"f": f, "w": w, "h": h}, late)


slope = Exercise(
    number="5.1",
    title="a slope from two points",
    cases=[
        _case("a square", _square, 3.0, 2.0),
        _case("a place where f falls", _square, -2.0, 0.5),
        _case("a wide h on a cube", named("cube", lambda w: w**3), 1.0, 1.0),
        _case("a corner", named("absolute_value", lambda w: abs(w)), 0.0, 0.5),
        _case("a straight line", named("straight_line", lambda w: 3 * w + 2), 10.0, 0.25),
        _case("whole numbers", named("negative_cube", lambda w: -(w**3)), 1, 2),
        _case("the loss of 200 houses", _loss_of_k, 9.0, 0.001, late=True),
    ],
    solution="""
def my_slope(f, w, h):
    return (f(w + h) - f(w - h)) / (2 * h)
""",
    right="""
def my_slope(f, w, h):
    left, right = w - h, w + h
    return (f(right) - f(left)) / (right - left)
def my_slope(f, w, h):
    to_the_right = (f(w + h) - f(w)) / h
    to_the_left = (f(w) - f(w - h)) / h
    return (to_the_right + to_the_left) / 2
return (f(w + h) - f(w - h)) / 2 / h
return np.diff(f(np.array([w - h, w + h])))[0] / (h + h)
""",
    mistakes="""
no-parentheses-below: The difference was divided by 2, and then multiplied by h: Python goes from left to
right. How do you tell it that 2 and h belong together?
    (2 * h) => 2 * h

multiplied: The difference was multiplied by the distance of the two points. What does a slope do with the
two: how much higher for each unit of distance?
    / (2 * h) => * 2 * h

divided-by-h: You divided by h. How far is it from the point on the left to the point on the right?
    / (2 * h) => / h
    (right - left) => h

divided-by-two: You divided by 2, whatever h is. How far is it from the point on the left to the point on
the right?
    (2 * h) => 2

one-sided: One of your two points is w itself, so you see the curve on one side only. Which two points
stand in the task, one on each side of w?
    (f(w + h) - f(w - h)) / (2 * h) => (f(w + h) - f(w)) / h
    (f(w + h) - f(w - h)) / (2 * h) => (f(w) - f(w - h)) / h
    (f(w + h) - f(w - h)) / (2 * h) => (f(w + h) - f(w)) / (2 * h)
    (f(w + h) - f(w - h)) / (2 * h) => (f(w) - f(w - h)) / (2 * h)
    (f(w + h) - f(w - h)) / (2 * h) => (f(w + 2 * h) - f(w)) / (2 * h)
    left, right = w - h, w + h => left, right = w - 2 * h, w

half-of-h: Your two points are only half of h away from w. Which two points stand in the task?
    (f(w + h) - f(w - h)) / (2 * h) => (f(w + h / 2) - f(w - h / 2)) / h

sign: The sign is turned round: where f rises, your slope is below 0. Which height is taken away from
which?
    f(w + h) - f(w - h) => f(w - h) - f(w + h)
    f(right) - f(left) => f(left) - f(right)

no-sign: Your slope has lost its sign. How does a slope tell that f falls?
    (f(w + h) - f(w - h)) / (2 * h) => abs(f(w + h) - f(w - h)) / (2 * h)

added: The two heights were added. What tells you how much higher one is than the other?
    f(w + h) - f(w - h) => f(w + h) + f(w - h)

no-parentheses-above: Only the height of one point was divided: Python divides before it subtracts. How do
you tell it to take the difference first?
    (f(w + h) - f(w - h)) / (2 * h) => f(w + h) - f(w - h) / (2 * h)
    (f(w + h) - f(w - h)) / (2 * h) => f(w + h) - f(w - h) / 2 * h
    (f(w + h) - f(w - h)) / (2 * h) => f(w + h) - f(w - h) / h
    (f(w + h) - f(w - h)) / (2 * h) => f(w + h) - f(w - h) / 2

upside-down: You divided the distance of the two points by the difference of their heights. Which of the
two stands on top in a slope?
    (f(w + h) - f(w - h)) / (2 * h) => 2 * h / (f(w + h) - f(w - h))

height-alone: That is how much higher the right point is. By what is it divided to become a slope?
    / (2 * h) => * 1
    def my_slope(f, w, h):
        heights = [f(w - h), f(w + h)]
        return heights[1] - heights[0]

asked-once: The two places were subtracted, and f was asked only once. The slope needs the difference of
two heights: where is f asked for each of them?
    f(w + h) - f(w - h) => f((w + h) - (w - h))
    f(w + h) - f(w - h) => f(w + h - w - h)

always-one: Your slope is 1, whatever f is. At which two places, one on each side of w, is f asked how
high it is?
    f(w + h) - f(w - h) => (w + h) - (w - h)
    f(w + h) - f(w - h) => (f(w) + h) - (f(w) - h)

own-h: You took a tiny h of your own, whatever h was given. Where does your function use the h from its
first line?
    return (f(w + h) => h = 1e-5\\n    return (f(w + h)

same-place: Something was divided by 0, but the two points are not in the same place. How far is w + h from
w - h?
    stops: ZeroDivisionError
    (2 * h) => (w + h - w - h)
""",
)
