"""Exercise 3.1."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_03.shared import RULES

l1_loss = Exercise(
    number="3.1",
    title="the L1 loss",
    cases=RULES,
    solution="""
def my_l1_loss(y, y_hat):
    return np.mean(np.abs(y_hat - y))
""",
    right="""
return sum(abs(y - y_hat)) / len(y)
def my_l1_loss(y, y_hat):
    total = 0
    for i, j in zip(y, y_hat):
        if j > i:
            total += j - i
        else:
            total += i - j
    return total / len(y)
def my_l1_loss(y, y_hat):
    distances = [abs(a - b) for a, b in zip(y, y_hat)]
    return np.average(distances)
def my_l1_loss(y, y_hat):
    n = len(y)
    total = 0.0
    for i in range(n):
        total = total + abs(float(y_hat[i]) - float(y[i]))
    return total / n
""",
    mistakes="""
sum: That is the sum of the distances. With a fourth house every rule would look worse: how does the
formula keep the number of houses out of it?
    np.mean => np.sum
    def my_l1_loss(y, y_hat):
        total = 0
        for a, b in zip(y, y_hat):
            total += abs(b - a)
        return total

signed: The sign is still there, so errors above and below cancel each other. What must happen to each
difference before the mean is taken?
    np.abs(y_hat - y) => y_hat - y
    np.abs(y_hat - y) => y - y_hat

abs-after-mean: The sign was taken away after the mean. By then, errors above and below have cancelled
already. Which of the two steps comes first in the formula?
    np.mean(np.abs(y_hat - y)) => abs(np.mean(y_hat - y))
    return abs(sum(y_hat - y)) / len(y)

squares: You squared the differences. That is another loss, which comes next. What do the two upright
bars in the formula mean?
    np.abs(y_hat - y) => (y_hat - y) ** 2

rmse: That is the RMSE of lesson 2: squares, then a root. What do the two upright bars in the formula
mean?
    np.mean(np.abs(y_hat - y)) => np.sqrt(np.mean((y_hat - y) ** 2))

each-house: That is one distance for each house. What turns them into a single number?
    np.mean => np.array
    return [abs(a - b) for a, b in zip(y, y_hat)]

abs-of-prices: The sign was taken from each price, not from the difference. What stands between the
upright bars of the formula?
    np.abs(y_hat - y) => np.abs(y_hat) - np.abs(y)
    np.abs(y_hat - y) => np.abs(np.abs(y_hat) - np.abs(y))

every-pair: Every guess was compared with every price. Which guess belongs to which price: do your
loops or the shapes of your arrays say so?
    return np.mean([abs(a - b) for a in y for b in y_hat])
    y_hat - y => np.subtract.outer(y_hat, y)

median: That is the median of the distances. Which average does the formula take?
    np.mean => np.median

last-house: Only the last house counts, divided by the number of houses: each round of the loop
forgets the one before. What happens to the total in each round?
    def my_l1_loss(y, y_hat):
        for a, b in zip(y, y_hat):
            total = 0
            total += abs(b - a)
        return total / len(y)
""",
)
