"""Exercise 3.3."""

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

mape = Exercise(
    number="3.3",
    title="MAPE with a clear error",
    cases=[
        Case("two houses", as_arrays(y=[10, 40], y_hat=[5, 50])),
        Case("a guess that is too high", as_arrays(y=[10], y_hat=[30])),
        Case("three houses", as_arrays(y=[10, 20, 50], y_hat=[11, 14, 20])),
        Case("a guess of 0", as_arrays(y=[10, 20], y_hat=[0, 25])),
        Case("negative values", as_arrays(y=[-4, 8], y_hat=[-5, 4])),
        Case("a perfect rule", as_arrays(y=[7, 9], y_hat=[7, 9])),
        Case("whole numbers", as_whole_numbers(y=[3, 4], y_hat=[1, 5])),
        # Late: a learner writes the formula first, and its mistake shall be named first.
        Case("a true price of 0", as_arrays(y=[10, 0], y_hat=[10, 1]), late=True),
    ],
    solution="""
def my_mape(y, y_hat):
    if np.any(y == 0):
        raise ValueError("a true price is 0, and no error is a percentage of 0: leave that row out")
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))
""",
    right="""
def my_mape(y, y_hat):
    if 0 in y:
        raise ValueError("y holds a 0: leave that row out")
    return (100 * abs((y - y_hat) / y)).mean()
def my_mape(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat):
        if a == 0:
            raise ValueError("one of the true prices is 0")
        total += abs((b - a) / a)
    return 100 * total / len(y)
def my_mape(y, y_hat):
    if (y == 0).any():
        raise ValueError("no percentage of 0 exists, but y holds a 0")
    shares = [abs(b / a - 1) for a, b in zip(y, y_hat)]
    return 100 * sum(shares) / len(shares)
def my_mape(y, y_hat):
    if not np.all(y):
        raise ValueError("a true price is 0")
    return 100 * np.average(np.abs(y - y_hat) / np.abs(y))
""",
    mistakes=r"""
no-check: A true price of 0 gave inf: infinite. NumPy does not stop at a division by 0. What must your
function do before it divides, and is its check true for this y?
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))

division-fails: Python itself stopped your function, at the division. The task wants an error of its own,
which says what is wrong with y. What must your function do before it divides?
    stops: ZeroDivisionError
    return 100 * sum(abs(b - a) / abs(a) for a, b in zip(y.tolist(), y_hat.tolist())) / len(y)

asserted: assert raises an AssertionError, and it can be switched off. Which kind of error does the task
name, and which word raises it?
    stops: AssertionError
    def my_mape(y, y_hat):
        assert np.all(y != 0), "a true price is 0"
        return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))

text-raised: A text cannot be raised, only an error can. Which kind of error does the task name, and
where do its words stand?
    stops: TypeError: exceptions must derive
    raise ValueError("y holds a 0: leave that row out") => raise "y holds a 0"

without-words: The error is raised, but it says nothing. What would you want to read if this happened to
you next month?
    raise ValueError("y holds a 0: leave that row out") => raise ValueError
    raise ValueError("y holds a 0: leave that row out") => raise ValueError("")

guess-refused: A guess of 0 was refused. By which of the two arrays does the formula divide?
    np.any(y == 0) => np.any(y == 0) or np.any(y_hat == 0)
    if 0 in y: => if 0 in y or 0 in y_hat:

negative-refused: A true price below 0 was refused. The formula can divide by it: by what can it not?
    y == 0 => y <= 0

fraction: That is a fraction. By what must it be multiplied to become a percentage?
    100 * np.mean => np.mean

by-guess: Each error was divided by the guess. A percentage of what does the formula mean?
    / np.abs(y) => / np.abs(y_hat)
    abs((b - a) / a) => abs(b - a) / np.abs(b)

means-divided: The mean error was divided by the mean price. Each house has its own percentage: which
comes first, the division or the mean?
    np.mean(np.abs(y_hat - y) / np.abs(y)) => np.mean(np.abs(y_hat - y)) / np.mean(np.abs(y))

signed: The signs are still there: a guess too low makes up for a guess too high. What do the upright
bars do?
    np.abs(y_hat - y) / np.abs(y) => (y_hat - y) / y

price-signed: For a true price below 0 the percentage became negative. Where else in the formula are
there upright bars?
    / np.abs(y) => / y

median: That is the median of the percentages. Which average does the M in MAPE stand for?
    np.mean => np.median

sum: That is the sum of the percentages. What keeps the number of houses out of it?
    np.mean => np.sum

each-house: That is one percentage for each house. What turns them into a single number?
    np.mean => np.array
""",
)
