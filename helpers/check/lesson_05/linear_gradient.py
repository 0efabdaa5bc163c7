"""Exercise 5.7."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_05.shared import PRICES, ROOMS

linear_gradient = Exercise(
    number="5.7",
    title="the gradient of several features",
    cases=[
        Case(
            "three houses and a column of ones",
            as_arrays(X=[[1, 2], [1, 3], [1, 5]], y=[4, 5, 12], w=[1, 2]),
        ),
        Case("a single house", as_arrays(X=[[2, -1, 4]], y=[10], w=[1, 3, 2])),
        Case("a single feature", as_arrays(X=[[1], [2], [3], [6]], y=[4, 5, 2, 9], w=[2])),
        Case(
            "features of different sizes",
            as_arrays(X=[[0.5, 300], [0.7, 280], [0.4, 410]], y=[20, 26, 17], w=[10, 0.1]),
        ),
        Case("weights that fit", as_arrays(X=[[1, 2], [3, 1], [2, 2]], y=[8, 9, 10], w=[2, 3])),
        Case(
            "200 houses and 4 features",
            {
                "X": np.column_stack([np.ones(200), ROOMS, ROOMS**2, np.cos(ROOMS)]),
                "y": PRICES,
                **as_arrays(w=[-30, 8, 0.1, 1]),
            },
            late=True,
        ),
        # Late: what makes an array of whole numbers may have another mistake, which is named first.
        Case(
            "whole numbers",
            as_whole_numbers(X=[[1, 4], [1, 5], [1, 7]], y=[3, 10, 20], w=[-34, 9]),
            late=True,
        ),
    ],
    solution="""
def my_linear_gradient(X, y, w):
    error = X @ w - y
    return 2 / len(y) * (X.T @ error)
""",
    right="""
return 2 * np.mean(X.T * (X @ w - y), axis=1)
def my_linear_gradient(X, y, w):
    error = np.dot(X, w) - y
    slopes = []
    for j in range(X.shape[1]):
        slopes.append(2 * sum(error * X[:, j]) / len(y))
    return slopes
def my_linear_gradient(X, y, w):
    n, d = X.shape
    slopes = np.zeros(d)
    for i in range(n):
        difference = sum(X[i] * w) - y[i]
        slopes += 2 / n * difference * X[i]
    return slopes
return (2 * X.T @ X @ w - 2 * X.T @ y) / len(X)
return np.mean(2 * (X @ w - y)[:, np.newaxis] * X, axis=0)
""",
    mistakes="""
halves: Those are halves of the slopes. Each error is squared in the loss: which factor does the slope of a
square bring with it?
    2 / len(y) => 1 / len(y)
    return np.mean(X.T * (X @ w - y), axis=1)

sums: Those are sums over the houses: with twice as many houses they would be twice as steep. How does the
formula keep the number of houses out of it?
    2 / len(y) * (X.T @ error) => 2 * X.T @ error
    2 / len(y) * (X.T @ error) => X.T @ error
    2 * sum(error * X[:, j]) / len(y) => 2 * sum(error * X[:, j])

sign: Each sign is turned round: your slopes say that the loss falls where it rises. Which is taken away from
which, the price or the prediction?
    X @ w - y => y - X @ w

sign-and-half: Each sign is turned round, and the slopes are half of what they should be. Which is taken away
from which, and which factor does the slope of a square bring with it?
    X @ w - y => y - X @ w; 2 / len(y) => 1 / len(y)

by-features: The sum was divided by the number of features. Over how many terms does the mean of the loss go:
one for each feature, or one for each house?
    2 / len(y) => 2 / len(w)
    2 / len(y) => 2 / X.shape[1]

by-entries: The sum was divided by the number of all entries of the table. Over how many terms does the mean
of the loss go: one for each entry, or one for each house?
    2 / len(y) => 2 / X.size

no-predictions: The predictions do not count, so the weights make no difference. What must the prices be
compared with?
    X.T @ error => X.T @ y

no-prices: The true prices do not count. What must the predictions be compared with?
    X @ w - y => X @ w

house-by-house: Each house still has its own numbers. Over what must be summed, so that one slope for each
weight is left?
    def my_linear_gradient(X, y, w):
        error = X @ w - y
        return np.array([2 * error[i] * X[i] for i in range(len(y))])
    return 2 / len(X) * X * (X @ w - y)[:, None]
    X.T @ error => X.T * error
    2 / len(y) * (X.T @ error) => 2 * X.T * error

wrong-way: That is one number for each house: the features were put together, and the houses were not. Over
which direction of the table must be summed, so that each weight has its own slope?
    axis=1 => axis=0
    2 / len(y) * (X.T @ error) => 2 / len(y) * np.sum(X.T * error, axis=0)

every-pair: Every prediction was compared with every price. Which prediction belongs to which price, and do
the shapes of your arrays say so?
    X @ w - y => (X @ w)[:, None] - y

all-in-one: That is one number for all weights together. Over which direction of the table must be summed,
over the houses or over the features?
    return 2 * np.mean(X.T * (X @ w - y))
    X.T @ error => np.sum(X.T * error)
    2 / len(y) * (X.T @ error) => 2 * np.sum(X.T * error)
    2 / len(y) * (X.T @ error) => 2 * np.mean(X.T @ error)

mean-error: That is the mean error, twice: the slope for a column of ones. What does the error of each house
have to be multiplied by for the other columns?
    2 / len(y) * (X.T @ error) => 2 * np.mean(error)

mean-too-early: The mean error was multiplied by the mean of each column. Each error belongs to a house with
its own features: which comes first, the product or the mean?
    2 / len(y) * (X.T @ error) => 2 * np.mean(error) * X.mean(axis=0)

one-weight: That is the slope for a single weight. How many weights are there, and what collects their slopes
until the loop has ended?
    def my_linear_gradient(X, y, w):
        error = X @ w - y
        slopes = []
        for j in range(len(w)):
            slopes.append(2 * np.mean(error * X[:, j]))
            return np.array(slopes)
    def my_linear_gradient(X, y, w):
        error = X @ w - y
        for j in range(len(w)):
            slope = 2 * np.mean(error * X[:, j])
        return slope

errors: Those are errors, one for each house. How does each feature come in, so that there is one slope for
each weight?
    2 / len(y) * (X.T @ error) => error
    X.T @ error => error
    2 / len(y) * (X.T @ error) => 2 * error

squared: The errors are still squared. What is left of a square when you take its slope?
    X.T @ error => X.T @ error**2
    X @ w - y => (X @ w - y) ** 2; 2 / len(y) => 1 / len(y)

abs: The errors have lost their signs, so a prediction too high and one too low push the weights in the same
direction. What does the formula do with the sign of an error?
    X.T @ error => X.T @ np.abs(error)

only-signs: Only the sign of each error was used. What is the slope of a square: does it depend on how large
the error is?
    X.T @ error => X.T @ np.sign(error)
    2 / len(y) * (X.T @ error) => X.T @ np.sign(error) / len(y)

loss: That is the L2 loss itself. What is left of a square when you take its slope?
    2 / len(y) * (X.T @ error) => np.mean(error**2)

step: The slopes were taken away from the weights already: that is a step. Does the task ask for the new
weights, or for the slopes?
    return 2 / len(y) => return w - 2 / len(y)

line-only: Those are the slopes for a line: one for b, and one for k. How many columns can X have, and how
do you get a slope for each of them?
    2 / len(y) * (X.T @ error) => np.array([2 * np.mean(error), 2 * np.mean(error * X[:, 1])])
    2 / len(y) * (X.T @ error) => 2 * np.mean(error * X[:, 0]), 2 * np.mean(error * X[:, 1])

no-array: What stands beside the sign @ must be an array, and here it is a single number or a function. Was
a mean taken too early, or is a pair of parentheses missing?
    stops: ValueError: matmul: .*not have enough dimensions
    2 / len(y) * (X.T @ error) => 2 * X.T @ np.mean(error)
    X.T @ error => X.transpose @ error
""",
)
