"""Exercise 5.2."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_05.shared import LINES

partial_k = Exercise(
    number="5.2",
    title="the slope for k",
    cases=LINES,
    solution="""
def my_partial_k(x, y, y_hat):
    return 2 * np.mean((y_hat - y) * x)
""",
    right="""
def my_partial_k(x, y, y_hat):
    total = 0
    for i in range(len(x)):
        total += (y_hat[i] - y[i]) * x[i]
    return 2 * total / len(x)
def my_partial_k(x, y, y_hat):
    products = [(p - t) * r for r, t, p in zip(x, y, y_hat)]
    return 2 * sum(products) / len(products)
return 2 / len(x) * ((y_hat - y) @ x)
return 2 * (np.mean(y_hat * x) - np.mean(y * x))
""",
    mistakes="""
half: That is half of the slope. Each error is squared in the loss: which factor does the slope of a square
bring with it?
    2 * np.mean => np.mean
    2 * total => total

no-rooms: The rooms do not count in your slope, but k is multiplied by them. If k grows by 1, by how much
does the prediction of a house with 6 rooms grow?
    (y_hat - y) * x => y_hat - y
    return 2 * sum(y_hat - y) / len(y)

mean-error: That is the mean error. Two factors of the formula are missing: which one stands in front of
the sum, and which one behind each error?
    2 * np.mean((y_hat - y) * x) => np.mean(y_hat - y)

sign: The sign is turned round: your slope says that the loss falls where it rises. Which is taken away
from which, the price or the prediction?
    y_hat - y => y - y_hat
    def my_partial_k(x, y, y_hat):
        error = y - y_hat
        return 2 * np.mean(error * x)

sign-and-half: The sign is turned round, and the size is half of what it should be. Which is taken away
from which, and which factor does the slope of a square bring with it?
    2 * np.mean((y_hat - y) * x) => np.mean((y - y_hat) * x)

sum: That is a sum over the houses: with twice as many houses it would be twice as steep. How does the
formula keep the number of houses out of it?
    np.mean((y_hat - y) * x) => np.sum((y_hat - y) * x)
    2 * np.mean((y_hat - y) * x) => sum((y_hat - y) * x)
    return 2 * sum((p - t) * r for r, t, p in zip(x, y, y_hat))

product-of-means: The mean error was multiplied by the mean number of rooms. Each error belongs to a house
with its own rooms: which comes first in the formula, the product or the mean?
    np.mean((y_hat - y) * x) => np.mean(y_hat - y) * np.mean(x)
    2 * np.mean((y_hat - y) * x) => np.mean(y_hat - y) * np.mean(x)

squared: The errors are still squared. What is left of a square when you take its slope?
    (y_hat - y) * x) => (y_hat - y) ** 2 * x)
    2 * np.mean((y_hat - y) * x) => np.mean((y_hat - y) ** 2 * x)

product-squared: The products of error and rooms were squared. What is left of the square of the loss when
you take its slope?
    2 * np.mean((y_hat - y) * x) => np.mean(((y_hat - y) * x) ** 2)
    np.mean((y_hat - y) * x) => np.mean(((y_hat - y) * x) ** 2)

loss: That is the L2 loss itself. What is left of a square when you take its slope?
    2 * np.mean((y_hat - y) * x) => np.mean((y_hat - y) ** 2)

averaged-too-early: The errors were averaged before the rooms came in, so one number for each house is
left. Which comes first in the formula, the product or the mean?
    np.mean((y_hat - y) * x) => np.mean(y_hat - y) * x
    2 * np.mean((y_hat - y) * x) => np.mean(y_hat - y) * x

no-array: What stands beside the sign @ must be an array, and here it is a single number or a function. Was
a mean taken too early, or is a pair of parentheses missing?
    stops: ValueError: matmul: .*not have enough dimensions
    return 2 * np.mean(y_hat - y) @ x

each-house: That is one number for each house. What turns them into a single slope?
    np.mean((y_hat - y) * x) => (y_hat - y) * x
    2 * np.mean((y_hat - y) * x) => (y_hat - y) * x
    np.mean((y_hat - y) * x) => (y_hat - y) * x / len(x)
    np.mean((y_hat - y) * x) => (y_hat - y) * np.mean(x)

abs: The errors have lost their signs, so a prediction too high and one too low push the line in the same
direction. What does the formula do with the sign of an error?
    (y_hat - y) => np.abs(y_hat - y)
    np.mean((y_hat - y) * x) => np.mean(np.abs((y_hat - y) * x))

no-sign: Your slope has lost its sign. How does a slope tell whether the loss rises or falls when k grows?
    2 * np.mean((y_hat - y) * x) => abs(2 * np.mean((y_hat - y) * x))

only-price: Only the price was multiplied by the rooms: Python multiplies before it subtracts. How do you
tell it to take the difference first?
    (y_hat - y) * x => y_hat - y * x

only-prediction: Only the prediction was multiplied by the rooms: Python multiplies before it subtracts. How
do you tell it to take the difference first?
    (y_hat - y) * x => x * y_hat - y

no-prices: The true prices do not count in your slope. What must the prediction be compared with?
    (y_hat - y) => y_hat

divided-by-rooms: The errors were divided by the rooms. If k grows by 1, does the prediction of a house with
6 rooms grow by 6, or by a sixth?
    (y_hat - y) * x => (y_hat - y) / x

only-signs: Only the sign of each error was used. What is the slope of a square: does it depend on how large
the error is?
    (y_hat - y) => np.sign(y_hat - y)
    2 * np.mean((y_hat - y) * x) => np.mean(np.sign(y_hat - y) * x)

median: That is a median over the houses. Which average does the formula take?
    np.mean => np.median
""",
)
