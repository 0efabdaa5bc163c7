"""Exercise 7.6."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers, named
from helpers.check.exercise import Case, Exercise


def _wants(name, shape, function):
    """A function of an array to hand to the learner's, which says so if the shape is another."""

    def f(W):
        if np.shape(W) != shape:
            raise ValueError(
                f"f wants an array of the shape of W, {shape}, but it got one of shape "
                f"{np.shape(W)}."
            )
        return float(function(np.asarray(W, dtype=float)))

    return named(name, f)


def _mixed(W):
    return W[0, 0] * W[0, 1] ** 2 - 3 * W[1, 0] ** 3 * W[0, 0] + 7 * W[1, 1]


def _loss(W):
    return np.mean(np.sin(W) ** 2) + np.mean(W @ W.T)


_many = np.random.default_rng(7).integers(-16, 17, (12, 10)) / 8

numeric_gradient = Exercise(
    number="7.6",
    title="a gradient by finite differences",
    cases=[
        Case(
            "two numbers",
            {
                "f": _wants("sum_of_cubes", (2,), lambda W: np.sum(W**3)),
                **as_arrays(W=[1, 2]),
                "h": 0.25,
            },
        ),
        Case(
            "a table",
            {
                "f": _wants("mixed_products", (2, 2), _mixed),
                **as_arrays(W=[[1, 3], [2, -1]]),
                "h": 0.125,
            },
        ),
        Case(
            "more columns than rows",
            {
                "f": _wants("product_of_all", (2, 3), np.prod),
                **as_arrays(W=[[1, -2, 3], [4, 0.5, 1]]),
                "h": 0.5,
            },
        ),
        Case(
            "a single entry",
            {
                "f": _wants("fourth_power", (1, 1), lambda W: W[0, 0] ** 4),
                **as_arrays(W=[[-1]]),
                "h": 2.0,
            },
        ),
        Case(
            "whole numbers",
            {
                "f": _wants("mean_of_cubes", (2, 2), lambda W: np.mean(W**3)),
                **as_whole_numbers(W=[[1, 2], [3, 5]]),
                "h": 0.5,
            },
            late=True,  # so that it does not hide what is wrong with fractions too
        ),
        Case(
            "120 weights",
            # Moved up and down again by 0.1, 0.25 is another number; down and up, -0.25 is.
            {"f": _wants("loss_of_weights", (12, 10), _loss), "W": _many, "h": 0.1},
            late=True,
        ),
    ],
    solution="""
def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        step = np.zeros(W.shape)
        step[place] = h
        gradient[place] = (f(W + step) - f(W - step)) / (2 * h)
    return gradient
""",
    right="""
def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        up = W.astype(float)
        down = W.astype(float)
        up[place] += h
        down[place] -= h
        gradient[place] = (f(up) - f(down)) / (2 * h)
    return gradient
def my_numeric_gradient(f, W, h):
    gradient = np.zeros(W.shape)
    for place, value in np.ndenumerate(W):
        moved = np.array(W, dtype=float)
        moved[place] = value + h
        high = f(moved)
        moved[place] = value - h
        gradient[place] = (high - f(moved)) / (2 * h)
    return gradient
def my_numeric_gradient(f, W, h):
    slopes = []
    for i in range(W.size):
        step = np.zeros(W.size)
        step[i] = h
        step = step.reshape(W.shape)
        slopes.append((f(W + step) - f(W - step)) / (2 * h))
    return np.array(slopes).reshape(W.shape)
def my_numeric_gradient(f, W, h):
    steps = h * np.eye(W.size).reshape(-1, *W.shape)
    return np.reshape([(f(W + s) - f(W - s)) / h / 2 for s in steps], W.shape)
""",
    mistakes=r"""
divided-by-h: You divided by h. How far is it from the point below W to the point above?
    (f(W + step) - f(W - step)) / (2 * h) => (f(W + step) - f(W - step)) / h
    (f(up) - f(down)) / (2 * h) => (f(up) - f(down)) / h

divided-by-2: You divided by 2, whatever h is. How far is it from the point below W to the point above?
    / (2 * h) => / 2

times-h: The difference was divided by 2, and then multiplied by h: Python goes from left to right. How
do you tell it that 2 and h belong together?
    / (2 * h) => / 2 * h

not-divided: Those are differences of heights. By what is each of them divided to become a slope?
    (f(W + step) - f(W - step)) / (2 * h) => f(W + step) - f(W - step)

one-sided: One of your two heights is taken at W itself, so you see one side only. Where are the two points
of the task, seen from W?
    (f(W + step) - f(W - step)) / (2 * h) => (f(W + step) - f(W)) / h
    (f(W + step) - f(W - step)) / (2 * h) => (f(W) - f(W - step)) / h
    f(W - step) => f(W)
    f(W + step) => f(W)
    step[place] = h => step[place] = 2 * h; f(W - step) => f(W)
    def my_numeric_gradient(f, W, h):
        here = f(W)
        gradient = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            moved = W.copy()
            moved[place] = moved[place] + h
            gradient[place] = (f(moved) - here) / h
        return gradient

sign: Each sign is turned round: where f rises, your slope is below 0. Which height is taken away from
which?
    f(W + step) - f(W - step) => f(W - step) - f(W + step)

added: The two heights were added. What tells you how much higher one is than the other?
    f(W + step) - f(W - step) => f(W + step) + f(W - step)

parentheses: Only one of the two heights was divided: Python divides before it subtracts. How do you tell
it to take the difference first?
    (f(W + step) - f(W - step)) / (2 * h) => f(W + step) - f(W - step) / (2 * h)
    (f(W + step) - f(W - step)) / (2 * h) => f(W + step) - f(W - step) / 2 * h

half-steps: Each entry was moved by half of h. By how much does the task move it, up and down?
    step[place] = h => step[place] = h / 2; (2 * h) => h

replaced: The entry was replaced by h and by -h. What is its new value if it is moved by h?
    up[place] += h => up[place] = h; down[place] -= h => down[place] = -h

moved-by-1: Each entry was moved by 1, whatever h is. By how much does the task move it?
    step[place] = h => step[place] = 1
    step[place] = h => step[place] = 1; (2 * h) => 2

own-h: You took an h of your own, whatever h was given. Where does your function use the h from its first
line?
    gradient = np.zeros(W.shape) => gradient, h = np.zeros(W.shape), 1e-5
    gradient = np.zeros(W.shape) => gradient, h = np.zeros(W.shape), 1e-3

all-together: All entries were moved together, so one slope came out for all of them. Which entries stay
where they are while the slope of one entry is measured?
    return (f(W + h) - f(W - h)) / (2 * h)
    return np.full(W.shape, (f(W + h) - f(W - h)) / (2 * h))
    step = np.zeros(W.shape) => step = np.full(W.shape, h)

h-outside: h was added to the height, not to the entry. What must be moved before f is asked?
    return ((f(W) + h) - (f(W) - h)) / (2 * h) * np.ones(W.shape)
    return ((f(W) + h) - (f(W) - h)) / (2 * h)

whole-row: A whole row was moved at once, so all its places have the same number. How do you move a single
entry of a table?
    np.ndindex(W.shape) => range(len(W))

flat: All slopes are there, but in one flat row. What shape must the result have, so that each slope stands
where its entry stands in W?
    np.array(slopes).reshape(W.shape) => np.array(slopes)
    return gradient => return gradient.ravel()

one-number: That is one number, but each entry of W has a slope of its own. What shape must the result
have, and where in it does each slope belong?
    return gradient => return gradient.sum()
    return gradient => return gradient.mean()
    gradient[place] = => gradient =
    gradient[place] = (f(W + step) - f(W - step)) / (2 * h) => return (f(W + step) - f(W - step)) / (2 * h)

everywhere: Each slope was added at all places, so each of them holds the sum of all slopes. At which place
of the result does a slope belong?
    gradient[place] = => gradient +=

not-put-back: The first slope is right, but then an entry that was moved stays moved while the next one is
measured. What must be put back, or made anew, in each round?
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        moved = W.astype(float)
        for place in np.ndindex(W.shape):
            moved[place] += h
            high = f(moved)
            moved[place] -= 2 * h
            low = f(moved)
            gradient[place] = (high - low) / (2 * h)
        return gradient
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        up, down = W.astype(float), W.astype(float)
        for place in np.ndindex(W.shape):
            up[place] += h
            down[place] -= h
            gradient[place] = (f(up) - f(down)) / (2 * h)
        return gradient
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        step = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            step[place] = h
            gradient[place] = (f(W + step) - f(W - step)) / (2 * h)
        return gradient

all-zero: Every slope is 0, as if f were the same on both sides. Does a second name make a second array,
and has anything been written into the result?
    gradient[place] = (f(W + step) - f(W - step)) / (2 * h) => slope = (f(W + step) - f(W - step)) / (2 * h)
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            up = W.astype(float)
            down = up
            up[place] += h
            down[place] -= h
            gradient[place] = (f(up) - f(down)) / (2 * h)
        return gradient

first-entry: Only the first entry has its slope, and the others are still 0. Where does your loop end, and
where does the function?
    / (2 * h) => / (2 * h)\n        break
    / (2 * h) => / (2 * h)\n        return gradient

others-zero: While one entry was moved, all others were 0. Which values must they have, and from which
value is that one moved?
    f(W + step) - f(W - step) => f(step) - f(-step)
    moved = np.array(W, dtype=float) => moved = np.zeros(W.shape)

tables-only: Your function works for tables only: it asks for rows and columns, and this W has just one
direction. How do you go through all places of an array, whatever its shape?
    stops: .*(tuple index out|too many indices|not enough values|float64' has no len)
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        for row in range(W.shape[0]):
            for column in range(W.shape[1]):
                step = np.zeros(W.shape)
                step[row, column] = h
                gradient[row, column] = (f(W + step) - f(W - step)) / (2 * h)
        return gradient
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        rows, columns = W.shape
        for row in range(rows):
            for column in range(columns):
                step = np.zeros(W.shape)
                step[row, column] = h
                gradient[row, column] = (f(W + step) - f(W - step)) / (2 * h)
        return gradient
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        for i in range(len(W)):
            for j in range(len(W[0])):
                up, down = W.astype(float), W.astype(float)
                up[i][j] += h
                down[i][j] -= h
                gradient[i][j] = (f(up) - f(down)) / (2 * h)
        return gradient
    np.ndindex(W.shape) => [(i, j) for i in range(len(W)) for j in range(2)]

not-the-whole: f needs an array with all entries in it: one of them moved, the others as they are. What
does your function hand to f, and what shape does that have?
    stops: ValueError: f wants an array of the shape
    f(W + step) - f(W - step) => f(W[place] + h) - f(W[place] - h)
    def my_numeric_gradient(f, W, h):
        return np.array([(f(w + h) - f(w - h)) / (2 * h) for w in W])

fractions-refused: NumPy refuses to put fractions into an array of whole numbers. Which copy of W can
hold fractions?
    stops: \w+: Cannot cast ufunc
    def my_numeric_gradient(f, W, h):
        gradient = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            step = np.zeros(W.shape)
            step[place] = h
            up, down = W.copy(), W.copy()
            up += step
            down -= step
            gradient[place] = (f(up) - f(down)) / (2 * h)
        return gradient
""",
)
