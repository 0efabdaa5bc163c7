"""Exercise 4.1."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

_dots = np.random.default_rng(41).uniform(-1, 1, (2, 200))

# No point lies on the circle itself: whether the edge counts is left to the learner.
pi = Exercise(
    number="4.1",
    title="estimate pi",
    cases=[
        Case("four points", as_arrays(x=[0, 0.9, 0.7, -0.6], y=[0.1, 0.8, -0.6, 0.2])),
        Case(
            "points on both sides of 0",
            as_arrays(x=[-0.9, 0.3, -0.4, 0.8, -0.95], y=[-0.8, -0.2, 0.9, 0.7, 0.1]),
        ),
        Case("a single point inside", as_arrays(x=[0.5], y=[-0.25])),
        Case("points in the corners only", as_arrays(x=[0.95, -0.9, 0.8], y=[-0.9, -0.8, 0.99])),
        Case("whole numbers", as_whole_numbers(x=[0, 1, -1], y=[0, 1, 1])),
        Case("200 random points", {"x": _dots[0], "y": _dots[1]}),
    ],
    solution="""
def my_pi(x, y):
    inside = x**2 + y**2 < 1
    return 4 * np.mean(inside)
""",
    right="""
def my_pi(x, y):
    count = 0
    for a, b in zip(x, y):
        if math.sqrt(a * a + b * b) <= 1:
            count += 1
    return 4 * count / len(x)
def my_pi(x, y):
    distance = np.hypot(x, y)
    return 4 * len(x[distance < 1]) / len(x)
return 4 * sum(abs(complex(a, b)) < 1 for a, b in zip(x, y)) / len(y)
return 4 - 4 * np.count_nonzero(np.linalg.norm([x, y], axis=0) > 1) / x.size
""",
    mistakes="""
share: That is the share of the points inside. The square has an area of 4: what must the share be
multiplied by?
    4 * np.mean => np.mean
    def my_pi(x, y):
        inside = np.sqrt(x**2 + y**2) < 1
        return inside.mean()

number: That is the number of the points inside. What is their share of all points, and what must it be
multiplied by?
    4 * np.mean => np.sum
    return len([1 for a, b in zip(x, y) if a * a + b * b < 1])

four-times-number: That is four times the number of the points inside. With twice as many points it would
be twice as large: how does a number become a share?
    np.mean => np.sum
    4 * count / len(x) => 4 * count

fixed-number: The number of points inside was divided by 1000. That fits the points of the lesson: how
many are there here?
    np.mean(inside) => np.sum(inside) / 1000
    4 * np.mean(inside) => np.sum(inside) / 1000

outside: You counted the points outside of the circle. Is the distance of a point inside above or below 1?
    y**2 < 1 => y**2 > 1
    np.mean(inside) => np.mean(~inside)

inside-to-outside: The points inside were compared with the points outside. A share compares them with all
points: how many are there?
    np.mean(inside) => np.sum(inside) / np.sum(~inside)
    4 * len(x[distance < 1]) / len(x) => 4 * len(x[distance < 1]) / len(x[distance > 1])

distances: You took the mean of the distances, or of their squares. Which question must each point answer
with yes or no before you take the mean?
    x**2 + y**2 < 1 => x**2 + y**2
    x**2 + y**2 < 1 => np.sqrt(x**2 + y**2)
    return np.mean(x**2 + y**2)
    return np.mean(np.hypot(x, y))

mean-compared: The mean of all points was compared with 1, once for all. Which comes first: the
comparison, which each point needs for itself, or the mean?
    return 4 * np.mean(x**2 + y**2) < 1
    return 4 * (np.mean(x**2 + y**2) < 1)
    return np.mean(x**2 + y**2) < 1

four-times-all: All points were counted, four times. Which ones are inside?
    4 * np.mean(inside) => 4 * len(inside)

all-points: Every point was counted, wherever it lies. Which of them have a distance below 1 from the
middle?
    np.mean(inside) => len(inside) / len(x)
    x**2 + y**2 < 1 => x**2 < 1

diamond: The two distances along the axes were added, which gives a square on its tip and no circle. What
happens to x and y in the formula of the circle?
    x**2 + y**2 < 1 => np.abs(x) + np.abs(y) < 1
    def my_pi(x, y):
        total = 0
        for i in range(len(x)):
            if abs(x[i]) + abs(y[i]) < 1:
                total = total + 1
        return 4 * total / len(x)

not-squared: That is not the distance from the middle: both coordinates are needed, and each one with its
square. What does Pythagoras say about the sides of a triangle?
    x**2 + y**2 < 1 => x + y < 1
    x**2 + y**2 < 1 => x * 2 + y * 2 < 1
    x**2 + y**2 < 1 => x**2 + y < 1
    x**2 + y**2 < 1 => x + y**2 < 1
    x**2 + y**2 < 1 => (x + y) ** 2 < 1

first-inside: Only one point has been counted. Does your loop end at the first point inside?
    def my_pi(x, y):
        count = 0
        for a, b in zip(x, y):
            if a**2 + b**2 < 1:
                count += 1
                return 4 * count / len(x)

count-of-1: Your count never gets above 1, however many points are inside. Which line makes a count larger by
1, each time?
    count += 1 => count = 1
    count += 1 => count =+ 1

length-of-tuple: Your function always counts 1, because the positions come inside a tuple, and that holds
one thing: an array. How many positions are in that array?
    np.mean(inside) => len(np.where(inside)) / len(x)
    np.mean(inside) => len(np.nonzero(inside)) / len(x)

every-pair: Each x was paired with every y. Which y belongs to which x: do your loops or the shapes of
your arrays say so?
    return 4 * np.mean([a**2 + b**2 < 1 for a in x for b in y])
    return 4 * np.sum([a**2 + b**2 < 1 for a in x for b in y]) / len(x)

each-point: That is one answer for each point. What turns them into the share of all points?
    return 4 * np.mean(inside) => return inside
    np.mean(inside) => inside
    np.mean(inside) => inside / len(inside)

whole-division: The share was rounded down to a whole number, before or after it was multiplied. Which
division keeps the digits behind the decimal point?
    4 * count / len(x) => 4 * (count // len(x))
    4 * count / len(x) => 4 * count // len(x)
""",
)
