"""Exercise 3.5."""

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

huber_loss = Exercise(
    number="3.5",
    title="the Huber loss",
    cases=[
        Case("a small and a large error", {**as_arrays(y=[10, 20], y_hat=[12, 30]), "delta": 3.0}),
        Case("delta of 1", {**as_arrays(y=[0, 0, 0], y_hat=[0.5, -1, -4]), "delta": 1.0}),
        Case("all errors small", {**as_arrays(y=[5, 6], y_hat=[6, 4]), "delta": 10.0}),
        Case("all errors large", {**as_arrays(y=[30, 40], y_hat=[20, 55]), "delta": 2.0}),
        Case("whole numbers", {**as_whole_numbers(y=[10, 20], y_hat=[13, 30]), "delta": 4}),
    ],
    solution="""
def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    small = error ** 2 / 2
    large = delta * (error - delta / 2)
    return np.mean(np.where(error <= delta, small, large))
""",
    right="""
def my_huber_loss(y, y_hat, delta):
    total = 0
    for e in np.abs(y - y_hat):
        if e < delta:
            total += 0.5 * e**2
        else:
            total += delta * e - delta**2 / 2
    return total / len(y)
def my_huber_loss(y, y_hat, delta):
    e = np.abs(np.asarray(y_hat) - np.asarray(y))
    short = np.minimum(e, delta)
    return np.mean(short * (e - short / 2))
def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    costs = [e**2 / 2 if e <= delta else delta * (e - delta / 2) for e in error]
    return sum(costs) / len(costs)
def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    far = error > delta
    return (np.sum(error[~far] ** 2) / 2 + np.sum(delta * (error[far] - delta / 2))) / len(error)
""",
    mistakes="""
no-half: Small errors cost twice as much as they should, so the two pieces do not meet at delta. What
stands in front of the square?
    error ** 2 / 2 => error ** 2

plain-distance: Large errors cost their plain distance. The second piece has to begin where the first one
ends, and as steep: what do delta and its half do in the formula?
    delta * (error - delta / 2) => error

starts-too-high: The straight piece starts too high: at an error of delta it must cost as much as the
squared piece. What is subtracted inside the parentheses?
    delta * (error - delta / 2) => delta * error

starts-too-low: The straight piece starts too low: at an error of delta it must cost as much as the
squared piece. How much of delta is subtracted inside the parentheses?
    error - delta / 2 => error - delta

no-parentheses: Nearly. In the second piece, look at the parentheses of the formula: what does delta
multiply?
    delta * (error - delta / 2) => delta * error - delta / 2

not-steep: The straight piece is not steep enough to continue the squared one. What stands in front of its
parentheses?
    delta * (error - delta / 2) => error - delta / 2

exchanged: The pieces are exchanged: large errors are squared and small ones are not. For which errors is
the condition true?
    error <= delta => error > delta
    small, large => large, small

only-squares: All errors cost their square, the large ones too. For which errors must the straight piece
count?
    np.where(error <= delta, small, large) => small

one-piece: One piece was used for all rows together. Each row has its own error: what chooses row by row?
    np.where(error <= delta, small, large) => small if np.any(error <= delta) else large
    np.where(error <= delta, small, large) => small if np.all(error <= delta) else large

signed: A guess far too low was treated as a small error, because its difference is below 0. What is
missing before the comparison with delta?
    np.abs(y_hat - y) => y_hat - y

sum: That is the sum over the rows. What turns it into a mean?
    np.mean => np.sum
    total / len(y) => total

each-house: That is the cost of each row. What turns it into one number?
    return np.mean(np.where(error <= delta, small, large)) => return np.where(error <= delta, small, large)
""",
)
