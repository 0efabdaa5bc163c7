"""Exercise 5.3."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_05.shared import LINES

partial_b = Exercise(
    number="5.3",
    title="the slope for b",
    cases=LINES,
    solution="""
def my_partial_b(x, y, y_hat):
    return 2 * np.mean(y_hat - y)
""",
    right="""
def my_partial_b(x, y, y_hat):
    total = 0
    for t, p in zip(y, y_hat):
        total += p - t
    return 2 * total / len(y)
return np.mean(y_hat) * 2 - 2 * np.mean(y)
return 2 / len(x) * np.sum((y_hat - y) * 1)
return -sum(2 * (y - y_hat)) / y.size
""",
    mistakes="""
half: That is half of the slope. Each error is squared in the loss: which factor does the slope of a square
bring with it?
    2 * np.mean => np.mean
    return sum(y_hat - y) / len(y)

rooms: That is the slope for k: the rooms are still in it. If b grows by 1, by how much does the prediction
of a house with 6 rooms grow?
    np.mean(y_hat - y) => np.mean((y_hat - y) * x)
    def my_partial_b(x, y, y_hat):
        total = 0
        for i in range(len(y)):
            total += 2 * (y_hat[i] - y[i]) * x[i]
        return total / len(y)

rooms-and-half: The rooms are still in it, and the 2 is missing. If b grows by 1, by how much does the
prediction of a house with 6 rooms grow?
    2 * np.mean(y_hat - y) => np.mean((y_hat - y) * x)

sign: The sign is turned round: your slope says that the loss falls where it rises. Which is taken away
from which, the price or the prediction?
    y_hat - y => y - y_hat
    return (2 * (y - y_hat)).mean()

sign-and-half: The sign is turned round, and the size is half of what it should be. Which is taken away
from which, and which factor does the slope of a square bring with it?
    2 * np.mean(y_hat - y) => np.mean(y - y_hat)

sum: That is a sum over the houses: with twice as many houses it would be twice as steep. How does the
formula keep the number of houses out of it?
    2 * total / len(y) => 2 * total
    2 * np.mean => np.sum

abs: The errors have lost their signs, so a prediction too high and one too low push the line in the same
direction. What does the formula do with the sign of an error?
    y_hat - y => abs(y_hat - y)
    2 * np.mean(y_hat - y) => np.mean(abs(y_hat - y))

no-sign: Your slope has lost its sign. How does a slope tell whether the loss rises or falls when b grows?
    2 * np.mean(y_hat - y) => abs(2 * np.mean(y_hat - y))

loss: That is the L2 loss itself. What is left of a square when you take its slope?
    2 * np.mean(y_hat - y) => np.mean((y_hat - y) ** 2)

squared: The errors are still squared. What is left of a square when you take its slope?
    y_hat - y => (y_hat - y) ** 2

no-prices: The true prices do not count in your slope. What must the prediction be compared with?
    y_hat - y => y_hat

only-prediction: Only the mean prediction was doubled, the mean price was not. What does the 2 of the
formula multiply?
    - 2 * np.mean(y) => - np.mean(y)

each-house: That is one number for each house. What turns them into a single slope?
    return [2 * (p - t) for t, p in zip(y, y_hat)]
    2 * np.mean(y_hat - y) => y_hat - y
    2 * np.mean(y_hat - y) => 2 / len(y) * (y_hat - y)

mean-rooms: The rooms are in your slope. If b grows by 1, by how much does the prediction of a house with 6
rooms grow?
    np.mean(y_hat - y) => np.mean(y_hat - y) * np.mean(x)
    np.mean(y_hat - y) => np.mean(y_hat - y) * x
    np.mean(y_hat - y) => np.mean((y_hat - y) / x)

zero: Your slope is 0 for every line. Was b taken for a fixed number? Here k stands still and b grows: if b
grows by 1, by how much does each error grow?
    return 0

only-signs: Only the sign of each error was used. What is the slope of a square: does it depend on how large
the error is?
    y_hat - y => np.sign(y_hat - y)
    2 * np.mean(y_hat - y) => np.mean(np.sign(y_hat - y))

median: That is a median over the houses. Which average does the formula take?
    np.mean => np.median
""",
)
