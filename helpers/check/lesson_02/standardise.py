"""Exercise 2.4."""

import numpy as np

from helpers import scaling
from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise

_known = [[5, 20], [6, 10], [7, 6], [8, 4]]
_many = np.random.default_rng(5).normal([6, 12, 400], [0.7, 7, 150], (20, 3))


def _about(value, known, hidden):
    """Find a value without bounds: rounding decides what the mean of the differences leaves."""
    if np.shape(value) == hidden.shape and np.any(np.abs(np.asarray(value, float)) > 1e6):
        return "deviation-of-0", {}


standardise = Exercise(
    number="2.4",
    title="no peeking",
    cases=[
        Case("four rows, two columns", as_arrays(known=_known, hidden=[9, 2])),
        Case("a hidden row far outside", as_arrays(known=_known, hidden=[60, 300])),
        Case("three columns", {"known": _many, "hidden": np.array([6.5, 10.0, 666.0])}),
        Case("whole numbers", as_whole_numbers(known=_known, hidden=[7, 15])),
    ],
    about=_about,
    uses={"standardise": scaling.standardise},
    solution="""
def my_standardise(known, hidden):
    mean = known.mean(axis=0)
    deviation = known.std(axis=0)
    return (hidden - mean) / deviation
""",
    right="""
return standardise(hidden, known)
def my_standardise(known, hidden):
    scaled = []
    for j in range(len(hidden)):
        column = known[:, j]
        scaled.append((hidden[j] - np.mean(column)) / np.std(column))
    return scaled
def my_standardise(known, hidden):
    mean = sum(known) / len(known)
    deviation = np.sqrt(((known - mean) ** 2).sum(axis=0) / len(known))
    scaled = np.zeros(len(hidden))
    for j in range(len(hidden)):
        scaled[j] = (hidden[j] - mean[j]) / deviation[j]
    return scaled
def my_standardise(known, hidden):
    table = pd.DataFrame(known)
    return (hidden - table.mean()) / table.std(ddof=0)
""",
    mistakes="""
by-rows: One number came out for each of the four rows, where there should be one for each column. In which
direction must the mean go?
    stops: ValueError: .*broadcast together with shapes (\\(2,\\) \\(4,\\)|\\(4,\\) \\(2,\\))
    known.mean(axis=0) => known.mean(axis=1); known.std(axis=0) => known.std(axis=1)
    known.std(axis=0) => known.std(axis=1)

leaked: The hidden row was part of the mean and the standard deviation: it leaked. Which rows may you look
at?
    return standardise(np.vstack([known, hidden]))[-1]
    def my_standardise(known, hidden):
        rows = np.vstack([known, hidden])
        return (hidden - rows.mean(axis=0)) / rows.std(axis=0)

leaked-once: The hidden row was part of the mean or of the standard deviation, though not of both. Which
rows may you look at?
    known.std(axis=0) => np.vstack([known, hidden]).std(axis=0)
    known.mean(axis=0) => np.vstack([known, hidden]).mean(axis=0)

one-for-all: One mean was taken over all columns together, rooms and percent mixed. How do you get one mean
for each column?
    known.mean(axis=0) => known.mean(); known.std(axis=0) => known.std()

one-deviation: The mean is taken column by column, the standard deviation is not. Over which numbers does
each of them go?
    known.std(axis=0) => known.std()
    known.std(axis=0) => np.sqrt(np.mean((known - mean) ** 2))

rows-for-columns: The numbers of one known row were used for each column. In which place within the brackets
does the number of a column stand?
    column = known[:, j] => column = known[j]

one-mean: The standard deviation is taken column by column, the mean is not. Over which numbers does each of
them go?
    known.mean(axis=0) => known.mean()

n-1: Nearly. Your standard deviation divides by n - 1, as the one of a pandas column does. Which standard
deviation did the lesson use?
    known.std(axis=0) => known.std(axis=0, ddof=1)
    table.std(ddof=0) => table.std()

by-itself: The row was scaled by its own numbers. What do the known rows say about each column?
    known.mean(axis=0) => np.mean(hidden); known.std(axis=0) => np.std(hidden)

own-mean: The hidden row gave one of the two: a mean or a standard deviation over its own columns, rooms and
percent mixed. Which rows say what is usual in each column?
    known.mean(axis=0) => hidden.mean()
    known.std(axis=0) => hidden.std()

variance: It was divided by the variance, which is in squared units. What is its square root called?
    known.std(axis=0) => known.var(axis=0)
    known.std(axis=0) => np.mean((known - mean) ** 2, axis=0)

deviation-of-0: Here something is divided by 0, or nearly so: the differences from a mean add up to 0. What
must happen to each of them before their mean is taken?
    about
    known.std(axis=0) => np.mean(known - mean, axis=0)

mean-distance: You divided by the mean distance from the mean. A standard deviation takes squares, and a root at
the end: which rows count more then?
    known.std(axis=0) => np.mean(np.abs(known - mean), axis=0)

min-max: The smallest and the largest value of a column have come in, as in min-max scaling. Which two numbers
of each column does standardising use instead?
    known.std(axis=0) => np.ptp(known, axis=0)
    known.mean(axis=0) => known.min(axis=0); known.std(axis=0) => np.ptp(known, axis=0)

known-rows: Those are the known rows, scaled. Which row is it that the question asks for?
    (hidden - mean) / deviation => (known - mean) / deviation

only-mean: The mean is taken away, but the units are still there. By what must each column be divided?
    (hidden - mean) / deviation => hidden - mean

only-deviation: The row was divided by the standard deviation, but the mean is still in it. What should a
row become that lies exactly at the mean?
    (hidden - mean) / deviation => hidden / deviation

no-parentheses: Only the mean was divided: Python divides before it subtracts. How do you tell it to take the
difference first?
    (hidden - mean) / deviation => hidden - mean / deviation

multiplied: The difference was multiplied by the standard deviation. How many standard deviations is it:
which step says so?
    (hidden - mean) / deviation => (hidden - mean) * deviation

exchanged: The mean and the standard deviation have changed places. Which is taken away, and by which is
divided?
    known.mean(axis=0) => known.std(axis=0); known.std(axis=0) => known.mean(axis=0)

median: The median was taken away. What does standardising take away?
    known.mean(axis=0) => np.median(known, axis=0)

last-column: Only one column came back, the last one. What keeps the results of the other rounds?
    scaled[j] = (hidden => scaled = (hidden
""",
)
