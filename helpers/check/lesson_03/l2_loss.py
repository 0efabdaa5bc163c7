"""Exercise 3.2."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_03.shared import RULES

l2_loss = Exercise(
    number="3.2",
    title="the L2 loss",
    cases=RULES,
    solution="""
def my_l2_loss(y, y_hat):
    return np.mean((y_hat - y) ** 2)
""",
    right="""
return np.square(y - y_hat).sum() / len(y)
def my_l2_loss(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat):
        total += (a - b) * (a - b)
    return total / len(y)
def my_l2_loss(y, y_hat):
    error = np.asarray(y_hat) - np.asarray(y)
    return error @ error / error.size
def my_l2_loss(y, y_hat):
    n = len(y)
    total = 0.0
    for i in range(n):
        total = total + (float(y_hat[i]) - float(y[i])) ** 2
    return total / n
""",
    mistakes="""
sum: That is the sum of the squares. With a fourth house every rule would look worse: how does the
formula keep the number of houses out of it?
    np.mean => np.sum
    return sum((a - b) ** 2 for a, b in zip(y, y_hat))

square-of-mean: The square was taken of the mean. By then, errors above and below have cancelled. Which
of the two steps comes first in the formula?
    (y_hat - y) ** 2) => y_hat - y) ** 2
    return (np.mean(y_hat) - np.mean(y)) ** 2

square-of-sum: The square was taken of the sum. By then, errors above and below have cancelled. Which of
the two steps comes first in the formula?
    np.mean((y_hat - y) ** 2) => np.sum(y_hat - y) ** 2
    np.mean((y_hat - y) ** 2) => np.sum(y_hat - y) ** 2 / len(y)

square-of-l1: The mean distance was squared. Which comes first in the formula, the square or the mean?
    np.mean((y_hat - y) ** 2) => np.mean(np.abs(y_hat - y)) ** 2

l1: That is the L1 loss. Which step is different in the L2 loss?
    (y_hat - y) ** 2 => np.abs(y_hat - y)

rmse: You took the square root at the end. That is the RMSE. It is useful, but where does the formula
stop?
    np.mean((y_hat - y) ** 2) => np.mean((y_hat - y) ** 2) ** 0.5
    np.mean((y_hat - y) ** 2) => np.sqrt(np.mean((y_hat - y) ** 2))

norm: That is the length of the whole row of differences: the root of the sum of their squares. The
formula has no root, and what does it do with the number of houses?
    np.mean((y_hat - y) ** 2) => np.linalg.norm(y_hat - y)
    np.mean((y_hat - y) ** 2) => np.sum((y_hat - y) ** 2) ** 0.5

each-house: That is one square for each house. What turns them into a single number?
    np.mean((y_hat - y) ** 2) => (y_hat - y) ** 2

difference-of-squares: The prices were squared, and then subtracted. Which comes first in the formula,
the difference or the square?
    (y_hat - y) ** 2 => y_hat**2 - y**2
    (y_hat - y) ** 2 => y**2 - y_hat**2

square-of-one: Only one of the two was squared: Python squares before it subtracts. How do you tell it
to take the difference first?
    (y_hat - y) ** 2 => y_hat - y**2
    (y_hat - y) ** 2 => y - y_hat**2

doubled: Each difference was doubled, not squared. What is the square of 3?
    (y_hat - y) ** 2 => (y_hat - y) * 2
    (y_hat - y) ** 2 => (y - y_hat) * 2

every-pair: Every guess was compared with every price. Which guess belongs to which price: do your
loops or the shapes of your arrays say so?
    (y_hat - y) => np.subtract.outer(y_hat, y)

halved: That is half of it. In some books the loss is written that way, because its slope is then
shorter. What stands in front of the sum in this formula?
    np.mean((y_hat - y) ** 2) => np.mean((y_hat - y) ** 2) / 2
""",
)
