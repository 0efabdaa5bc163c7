"""Exercise 5.4."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers, named
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_05.shared import PRICES, ROOMS


def _gradient(name, size, function):
    """A gradient to hand to the learner's function, which says so if it gets no whole point."""

    def gradient(point):
        if np.shape(point) != (size,):
            raise ValueError(
                f"the gradient wants the whole point, an array of shape ({size},), but it got one "
                f"of shape {np.shape(point)}."
            )
        return function(np.array(point, dtype=float))

    return named(name, gradient)


def _case(label, gradient, start, learning_rate, n_steps, arrays=as_arrays, late=False):
    name, function = gradient
    arguments = {
        "gradient": _gradient(name, len(start), function),
        **arrays(start=start),
        "learning_rate": learning_rate,
        "n_steps": n_steps,
    }
    return Case(label, arguments, late)


def _slopes_of_line(point):
    error = point[0] * (ROOMS - 6) + point[1] - PRICES
    return np.array([2 * np.mean(error * (ROOMS - 6)), 2 * np.mean(error)])


_steep_and_flat = "steep_and_flat", lambda p: p * [8.0, 0.5]
_tilted_valley = "tilted_valley", lambda p: p @ [[2.0, 1.0], [1.0, 2.0]]

gradient_descent = Exercise(
    number="5.4",
    title="gradient descent",
    cases=[
        _case("two steps", ("three_times_the_point", lambda p: 3 * p), [4, -8], 0.25, 2),
        _case("a point of one number", ("slope_to_five", lambda p: 2 * (p - 5)), [0], 0.1, 3),
        _case("a steep and a flat direction", _steep_and_flat, [1, 1], 0.1, 4),
        _case("slopes that depend on both numbers", _tilted_valley, [3, -1], 0.2, 3),
        _case("a single step", ("cubes", lambda p: p**3), [1, 2, -1], 0.5, 1),
        _case(
            "100 steps for a line",
            ("slopes_of_line", _slopes_of_line),
            [0, 0],
            0.05,
            100,
            late=True,
        ),
        # Late: what copies a start of whole numbers may have another mistake, which is named first.
        _case("whole numbers", _tilted_valley, [3, -1], 0.2, 3, as_whole_numbers, late=True),
    ],
    solution="""
def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = start
    for _ in range(n_steps):
        point = point - learning_rate * gradient(point)
    return point
""",
    right="""
def my_gradient_descent(gradient, start, learning_rate, n_steps):
    path = [start]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return path[-1]
def my_gradient_descent(gradient, start, learning_rate, n_steps):
    point = np.array(start, dtype=float)
    while n_steps > 0:
        slopes = gradient(point)
        for i in range(len(point)):
            point[i] -= learning_rate * slopes[i]
        n_steps -= 1
    return point
def my_gradient_descent(gradient, start, learning_rate, n_steps):
    for step in range(n_steps):
        start = start + learning_rate * -gradient(start)
    return start
def my_gradient_descent(gradient, start, learning_rate, n_steps):
    if n_steps == 0:
        return start
    new = [p - learning_rate * s for p, s in zip(start, gradient(start))]
    return my_gradient_descent(gradient, new, learning_rate, n_steps - 1)
""",
    mistakes="""
up: You went up: the gradient points to where the loss grows. In which direction does each step have to
go?
    point - learning_rate => point + learning_rate
    -gradient(start) => gradient(start)

no-rate: The learning rate does not count: each step is as long as the gradient. What multiplies the
gradient in a step?
    learning_rate * gradient(point) => gradient(point)

up-without-rate: You went up, and the learning rate does not count. In which direction does each step have
to go, and what multiplies the gradient?
    point - learning_rate * gradient(point) => point + gradient(point)

gradient-of-start: Each step used the gradient of the start. The slopes change on the way: at which point
must they be asked for in each round?
    gradient(point) => gradient(start)
    point = start => point, slopes = start, gradient(start); gradient(point) => slopes

one-step: Only one step counts, however many are wanted. Where does your loop end, and from which point
does each step begin?
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        point = start
        for _ in range(n_steps):
            point = point - learning_rate * gradient(point)
            return point
    point - learning_rate * gradient(point) => start - learning_rate * gradient(start)

from-start: Each step was made from the start again, with the slopes of another place. From which point does
the next step begin?
    = point - learning_rate => = start - learning_rate

start: The start came back: no step was kept. Under which name does each round store the new point?
    point = point - => new = point -
    return point => return start

from-zero: Your walk begins at 0, whatever start is. Which name holds the point at which it begins?
    point = start => point = np.zeros(len(start))

one-missing: One step is missing. If one step is wanted: how many rounds does your loop make, and does the
point of the last round come back?
    range(n_steps) => range(1, n_steps)
    n_steps > 0 => n_steps > 1
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        path = []
        for _ in range(n_steps):
            path.append(start)
            start = start - learning_rate * gradient(start)
        return path[-1]

one-too-many: That is one step too many. How many rounds does your loop make if one step is wanted?
    range(n_steps) => range(n_steps + 1)
    n_steps > 0 => n_steps >= 0

signs: Every step has the same length: only the sign of each slope was used. What makes the steps shorter
where the loss is nearly flat?
    gradient(point) => np.sign(gradient(point))

length-of-one: Every step has the same length: the gradient was divided by its own. What makes the steps
shorter where the loss is nearly flat?
    gradient(point) => gradient(point) / np.linalg.norm(gradient(point))

divided-by-rate: The gradient was divided by the learning rate, so a smaller rate makes longer steps. What
should a smaller rate do to a step?
    learning_rate * gradient(point) => gradient(point) / learning_rate

first-number: Only the first number of the point has moved. How many slopes does the gradient give, and
which number does each of them belong to?
    range(len(point)) => range(1)

first-slope: Every number of the point was moved by the first slope. How many slopes does the gradient give,
and which number does each of them belong to?
    gradient(point) => gradient(point)[0]

one-after-the-other: The first number had moved already when the slope for the second one was asked for. At
which point do all slopes of one step have to be taken?
    learning_rate * slopes[i] => learning_rate * gradient(point)[i]

slopes: Those are slopes. Does the task ask for slopes, or for the place to which the last step leads?
    return point => return gradient(point)
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        point = start
        for _ in range(n_steps):
            slopes = gradient(point)
            point = point - learning_rate * slopes
        return slopes

step-itself: That is the last step itself. Does the task ask for the step, or for the place to which it
leads?
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        for _ in range(n_steps):
            step = learning_rate * gradient(start)
            start = start - step
        return step
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        point = start
        for _ in range(n_steps):
            step = -learning_rate * gradient(point)
            point = point + step
        return step

way: That is the way from the start to the last point. From where does the first step begin?
    return point => return point - start
    point = start => point = np.zeros(len(start)); gradient(point) => gradient(start + point)

point-lost: Each round kept only the step and lost the point. What is the step taken away from?
    point - learning_rate * gradient(point) => learning_rate * gradient(point)
    point - learning_rate * gradient(point) => -learning_rate * gradient(point)

turned-round: The point was taken away from the step. What is taken away from what?
    point - learning_rate * gradient(point) => learning_rate * gradient(point) - point

path: Those are the points of the way. Which one of them does the task ask for?
    return path[-1] => return path
    return path[-1] => return np.array(path)
    return path[-1] => return path[1:]
    return path[-1] => return path[:-1]

two-numbers: A point may have one number, two, or thirteen, and one of your lines counts on two. How can all
numbers of the point move at once, without names of their own?
    stops: ValueError: .*values to unpack|IndexError: index 1 is out of bounds
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        k, b = start
        for _ in range(n_steps):
            slope_k, slope_b = gradient(np.array([k, b]))
            k, b = k - learning_rate * slope_k, b - learning_rate * slope_b
        return np.array([k, b])
    def my_gradient_descent(gradient, start, learning_rate, n_steps):
        point = start
        for _ in range(n_steps):
            slopes = gradient(point)
            k = point[0] - learning_rate * slopes[0]
            b = point[1] - learning_rate * slopes[1]
            point = np.array([k, b])
        return point

no-whole-point: The gradient takes a whole point, and gives all its slopes at once. What stands in its
parentheses in your loop?
    stops: ValueError: the gradient wants the whole point
    learning_rate * slopes[i] => learning_rate * gradient(point[i])
    gradient(point) => gradient(_)
""",
)
