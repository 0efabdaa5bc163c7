"""Exercise 5.5."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

_EXACT = as_arrays(x=[2, 5, 8], y=[3, 6, 9], y_hat=[4, 6, 7])


def _exact_guess_anywhere(slopes):
    """Let the exact guess count as too low or too high: an L1 loss has no one slope there."""
    if isinstance(slopes, tuple | list) and len({np.shape(part) for part in slopes}) > 1:
        return np.concatenate([*map(np.ravel, slopes), [np.nan]])  # which can be compared
    if np.shape(slopes) != (2,):
        return slopes
    right, its_share = np.array([-6, 0]) / 3, np.array([5, 1]) / 3
    other = (np.allclose(slopes, right + side * its_share) for side in (-1, 1))
    return right if any(other) else slopes


l1_gradient = Exercise(
    number="5.5",
    title="the gradient of the L1 loss",
    cases=[
        Case("three houses", as_arrays(x=[4, 5, 9], y=[10, 15, 20], y_hat=[13, 14, 26])),
        Case("a single house", as_arrays(x=[5], y=[20], y_hat=[12])),
        Case("all predictions too high", as_arrays(x=[3, 6], y=[8, 20], y_hat=[9, 28])),
        Case(
            "rooms minus their mean",
            as_arrays(x=[-3, -1, 1, 3], y=[5, 9, 14, 20], y_hat=[7, 10, 15, 19.5]),
        ),
        Case(
            "one very large error",
            as_arrays(x=[4, 6, 7, 5, 8], y=[10, 21, 30, 15, 500], y_hat=[10.5, 22, 28, 16, 40]),
        ),
        Case(
            "whole prices",
            {
                **as_arrays(x=[4.5, 6.25, 7.5]),
                **as_whole_numbers(y=[10, 22, 30], y_hat=[12, 21, 26]),
            },
            late=True,
        ),
        # Late: the mistakes are not told apart here, where three answers are right.
        Case("an exact guess", _EXACT, late=True),
    ],
    tidy=_exact_guess_anywhere,
    solution="""
def my_l1_gradient(x, y, y_hat):
    side = np.sign(y_hat - y)
    return np.array([np.mean(side * x), np.mean(side)])
""",
    right="""
def my_l1_gradient(x, y, y_hat):
    k = b = 0
    for i in range(len(x)):
        if y_hat[i] > y[i]:
            k += x[i]
            b += 1
        elif y_hat[i] < y[i]:
            k -= x[i]
            b -= 1
    return [k / len(x), b / len(x)]
def my_l1_gradient(x, y, y_hat):
    sides = np.where(y_hat > y, 1, -1)
    return (sides * x).mean(), sides.mean()
return np.vstack([x, np.ones(len(x))]) @ np.sign(y_hat - y) / len(y)
""",
    mistakes="""
l2-gradient: That is the gradient of the L2 loss. For the L1 loss, what counts of an error: how large it is,
or on which side of the price the prediction lies?
    side = np.sign(y_hat - y) => side = 2 * (y_hat - y)
    def my_l1_gradient(x, y, y_hat):
        error = y_hat - y
        return 2 * np.mean(error * x), 2 * np.mean(error)

sizes: The errors count with their sizes, as they do for the L2 loss. For the L1 loss, how much does the loss
of one house change if its prediction rises by 1?
    np.sign(y_hat - y) => y_hat - y

other-order: Both slopes are there, but in the other order. Which one does the task want first?
    np.array([np.mean(side * x), np.mean(side)]) => np.array([np.mean(side), np.mean(side * x)])

sign: Both signs are turned round: your slopes say that the loss falls where it rises. Which is taken away
from which, the price or the prediction?
    y_hat - y => y - y_hat
    y_hat > y, 1, -1 => y > y_hat, 1, -1

twice: Both slopes are twice as steep as they should be. A 2 comes from a square: is there a square in the L1
loss?
    side = np.sign => side = 2 * np.sign

sums: Those are sums over the houses: with twice as many houses they would be twice as steep. How does the
formula keep the number of houses out of it?
    [k / len(x), b / len(x)] => [k, b]
    np.mean(side * x), np.mean(side) => 2 * np.sum(side * x), 2 * np.sum(side)

sign-of-mean: The sign was taken of the mean, so all houses together have one side. Each house has its own:
which comes first, the sign or the mean?
    def my_l1_gradient(x, y, y_hat):
        error = y_hat - y
        return np.sign(np.array([np.mean(error * x), np.mean(error)]))
    side = np.sign(y_hat - y) => side = np.sign(np.mean(y_hat - y))

abs: The errors have lost their signs, but they kept their sizes. For the L1 loss, what counts of an error:
how large it is, or on which side of the price the prediction lies?
    np.sign(y_hat - y) => abs(y_hat - y)
    np.sign(y_hat - y) => abs(y_hat - y); side * x => side * np.abs(x)

no-rooms: Both slopes are the same: the rooms do not count in the first one. If k grows by 1, by how much
does the prediction of a house with 6 rooms grow?
    np.mean(side * x) => np.mean(side)

product-of-means: The mean side was multiplied by the mean number of rooms. Each side belongs to a house with
its own rooms: which comes first, the product or the mean?
    np.mean(side * x) => np.mean(side) * np.mean(x)

averaged-too-early: The sides were averaged before the rooms came in, so the first slope is one number for
each house. Which comes first, the product or the mean?
    return (sides * x).mean(), sides.mean() => return sides.mean() * x, sides.mean()

sign-of-product: In the first slope the sign was taken of the product, so the number of rooms is lost. What
does the sign belong to, the error or the product?
    np.mean(side * x) => np.mean(np.sign((y_hat - y) * x))

sign-of-prices: The sign was taken from each price and each prediction. What is it that has a side: the
price, the prediction, or the difference of the two?
    np.sign(y_hat - y) => np.sign(y_hat) - np.sign(y)

median: Those are medians over the houses. Which average does the loss take?
    np.mean(side * x), np.mean(side) => np.median(side * x), np.median(side)

too-low-is-zero: A prediction that is too low counts as 0, so it does not pull at the line. What does it
count for the L1 loss, compared with one that is too high?
    np.sign(y_hat - y) => y_hat > y
    1, -1 => 1, 0

each-house: Those are two numbers for each house. What turns them into one slope for k and one for b?
    np.mean(side * x), np.mean(side) => side * x, side

loss: That is the L1 loss itself. How much does it change if the prediction of one house rises by 1?
    return np.mean(np.abs(y_hat - y))

one-slope: That is one slope, and the task asks for an array of two. Which one is missing, and which brackets
hold two numbers together?
    np.array([np.mean(side * x), np.mean(side)]) => np.mean(side * x)
    np.array([np.mean(side * x), np.mean(side)]) => np.mean(side)

added: The two slopes were added, or became one mean. How do you give back two numbers side by side?
    np.array([np.mean(side * x), np.mean(side)]) => np.mean(side * x) + np.mean(side)
    np.array([np.mean(side * x), np.mean(side)]) => np.mean([np.mean(side * x), np.mean(side)])

divided-by-error: The second prediction is exactly right, and its error of 0 was divided by 0. What is the
slope of such a house, and how do you get it without a division?
    np.sign(y_hat - y) => (y_hat - y) / np.abs(y_hat - y)
""",
)
