"""Exercise 1.2."""

import numpy as np

from helpers.check.calls import as_arrays, as_columns, as_whole_numbers
from helpers.check.exercise import Case, Exercise

_many = np.random.default_rng(1).normal(6, 0.7, 500)
_many_others = np.random.default_rng(2).normal(22, 9, 500)


def _about(value, x, y):
    """Find a value without bounds: rounding decides what the mean of the differences leaves."""
    if np.ndim(value) == 0 and not np.isnan(value) and abs(value) > 1e6:
        return "square-of-mean", {}


pearson = Exercise(
    number="1.2",
    title="Pearson's r by hand",
    cases=[
        Case("three houses", as_arrays(x=[4, 6, 8], y=[10, 30, 20])),
        Case("a falling line", as_arrays(x=[1, 2, 3], y=[9, 7, 5])),
        Case("an arch with r = 0", as_arrays(x=[-2, -1, 0, 1, 2], y=[0, 3, 4, 3, 0])),
        Case("whole numbers", as_whole_numbers(x=[8, 5, 13, 9], y=[1, 2, 2, 6])),
        Case("columns of a table", as_columns(x=[4, 6.5, 8, 5], y=[50, 28, 21.5, 11])),
        Case("500 random rows", {"x": _many, "y": _many_others}),
    ],
    about=_about,
    solution="""
def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    sigma_x = np.sqrt(np.mean(dx ** 2))
    sigma_y = np.sqrt(np.mean(dy ** 2))
    return np.mean(dx * dy) / (sigma_x * sigma_y)
""",
    right="""
def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy) / (np.std(x) * np.std(y))
def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.sum(dx * dy) / np.sqrt(np.sum(dx**2) * np.sum(dy**2))
def my_pearson(x, y):
    n = len(x)
    mean_x, mean_y = sum(x) / n, sum(y) / n
    top = below_x = below_y = 0
    for a, b in zip(x, y):
        top += (a - mean_x) * (b - mean_y)
        below_x += (a - mean_x) ** 2
        below_y += (b - mean_y) ** 2
    return top / n / (math.sqrt(below_x / n) * math.sqrt(below_y / n))
return np.corrcoef(x, y)[0, 1]
""",
    mistakes="""
pandas-std: For arrays that is right. But here x and y are columns of a table, whose std and var are those of
pandas, and pandas divides by n - 1. Which standard deviation divides by n for both, as the formula does?
    np.std(x) * np.std(y) => x.std() * y.std()
    np.std(x) * np.std(y) => dx.std() * dy.std()
    np.std(x) * np.std(y) => np.sqrt(x.var() * y.var())
    np.sqrt(np.mean(dx ** 2)) => x.std()
    np.sqrt(np.mean(dy ** 2)) => y.std()

n-1-below: Nearly. Above the line you divide by n, below it by n - 1, as the std of a pandas column does.
Which of the two does the formula use?
    np.std(x) * np.std(y) => np.std(x, ddof=1) * np.std(y, ddof=1)
    np.std(x) * np.std(y) => pd.Series(x).std() * pd.Series(y).std()

n-1-above: Nearly. Below the line you divide by n, above it by n - 1. Which of the two does the formula
use?
    np.mean(dx * dy) / (np.std(x) * np.std(y)) => np.cov(x, y)[0, 1] / (np.std(x) * np.std(y))
    np.mean(dx * dy) / (np.std(x) * np.std(y)) => np.sum(dx * dy) / (len(x) - 1) / (np.std(x) * np.std(y))

n-1-and-std: Here you divide by n - 1 above the line and by n below it, because the std of an array divides by
n, and that of a column by n - 1. How do you divide by the same number in both places, whatever comes in?
    np.mean(dx * dy) / (np.std(x) * np.std(y)) => np.cov(x, y)[0, 1] / (x.std() * y.std())
    np.mean(dx * dy) / (np.std(x) * np.std(y)) => np.sum(dx * dy) / (len(x) - 1) / (x.std() * y.std())

covariance: That is the covariance: it still has the unit of x times the unit of y. By what does the
formula divide it?
    return np.mean(dx * dy) / (sigma_x * sigma_y) => return np.mean(dx * dy)
    return np.cov(x, y)[0, 1]

sum-of-products: That is the sum of the products. It grows with every row that you add. What stands in
front of the sum in the formula, and what stands below the line?
    return np.mean(dx * dy) / (sigma_x * sigma_y) => return np.sum(dx * dy)

square-of-mean: Below the line stands 0, or nearly 0. The mean of the differences is 0, and so is its square:
which comes first under the root, the square or the mean?
    about
    np.mean(dx ** 2) => np.mean(dx) ** 2; np.mean(dy ** 2) => np.mean(dy) ** 2
    np.mean(dx ** 2) => np.mean(dx) ** 2
    np.std(x) * np.std(y) => np.mean(dx) * np.mean(dy)

mean-of-each: That is 0, apart from rounding, because the differences from a mean add up to 0. Above the
line, what is multiplied with what, and is that done before the mean is taken or after it?
    np.mean(dx * dy) / (sigma_x * sigma_y) => np.mean(dx) * np.mean(dy) / (sigma_x * sigma_y)
    np.sum(dx * dy) => np.sum(dx) * np.sum(dy)

sum-above: That is n times too large, where n is the number of rows. Look at the numerator again: a sum,
or a mean?
    np.mean(dx * dy) / (sigma_x * sigma_y) => np.sum(dx * dy) / (sigma_x * sigma_y)
    def my_pearson(x, y):
        dx = x - np.mean(x)
        dy = y - np.mean(y)
        top = 0
        for a, b in zip(dx, dy):
            top += a * b
        return top / (np.std(x) * np.std(y))

sum-below: That is n times too small, where n is the number of rows. Above the line stands a mean: what
stands under the root?
    np.sum(dx * dy) => np.mean(dx * dy)

no-parentheses: You divided by one standard deviation and multiplied by the other: Python works from left to
right. Which parentheses keep both of them below the line?
    (sigma_x * sigma_y) => sigma_x * sigma_y

no-root: Below the line stand the mean squares. A standard deviation is in the unit of its column, not in
its square: what is missing?
    np.std(x) * np.std(y) => np.var(x) * np.var(y)
    np.sqrt(np.mean(dx ** 2)) => np.mean(dx ** 2); np.sqrt(np.mean(dy ** 2)) => np.mean(dy ** 2)
    np.sqrt(np.sum(dx**2) * np.sum(dy**2)) => np.sum(dx**2) / len(x) / np.sum(dy**2)

one-column-twice: You divided by the standard deviation of one column twice, and never by that of the
other. Which columns does the formula name below the line?
    np.mean(dy ** 2) => np.mean(dx ** 2)
    np.mean(dx ** 2) => np.mean(dy ** 2)

one-column: You divided by the standard deviation of one column only. What happens to the unit of the
other?
    (sigma_x * sigma_y) => sigma_x
    (sigma_x * sigma_y) => sigma_y

added: Below the line something was added. What does the formula do there with the two standard deviations?
    sigma_x * sigma_y => sigma_x + sigma_y
    np.std(x) * np.std(y) => np.sqrt(np.mean(dx**2) + np.mean(dy**2))

one-below: The two columns were multiplied row by row, and one standard deviation or one root was taken of
that. How many standard deviations stand below the line, and which column does each of them belong to?
    np.std(x) * np.std(y) => np.std(x * y)
    np.std(x) * np.std(y) => np.std(dx * dy)
    np.std(x) * np.std(y) => np.sqrt(np.mean(dx**2 * dy**2))
    np.std(x) * np.std(y) => np.sqrt(np.mean((dx * dy) ** 2))

mean-distance: You divided by the mean distances from the mean. A standard deviation takes squares, and a
root at the end: what does that change for rows that lie far away?
    np.std(x) * np.std(y) => np.mean(np.abs(dx)) * np.mean(np.abs(dy))

each-row: That is one number for each row. Which step above the line makes one number of them?
    np.mean(dx * dy) / (sigma_x * sigma_y) => dx * dy / (sigma_x * sigma_y)

means-kept: The means have not been taken away, or not everywhere. What does r compare: the values, or their
distances from their mean?
    return np.mean(x * y) / np.sqrt(np.mean(x**2) * np.mean(y**2))
    return np.mean(x * y) / (np.std(x) * np.std(y))
    np.std(x) * np.std(y) => np.sqrt(np.mean(x**2) * np.mean(y**2))

no-sign: The strength is right, the direction is lost. What should r be for a line that falls?
    np.mean(dx * dy) / (sigma_x * sigma_y) => abs(np.mean(dx * dy)) / (sigma_x * sigma_y)

squared: That is the square of r, so its direction is lost. What should r be for a line that falls?
    return np.mean(dx * dy) / (sigma_x * sigma_y) => return (np.mean(dx * dy) / (sigma_x * sigma_y)) ** 2

four-numbers: That is a table of four numbers: each of the two columns with each. Which of the four is
asked for?
    return np.corrcoef(x, y)
    return np.cov(x, y)
""",
)
