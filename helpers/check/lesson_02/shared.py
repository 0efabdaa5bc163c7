"""What the exercises of lesson 2 share."""

import numpy as np


def distance(x, query):
    """Distance of every row of a column or of a table to a query, as the lesson writes it."""
    if x.ndim == 1:
        return np.abs(x - query)
    return np.sqrt(((x - query) ** 2).sum(axis=1))


def nearest_rows(x, query, topn):
    """Return the rows nearest to a query, as the solution of the lesson finds them."""
    return np.argsort(distance(x, query), kind="stable")[:topn]


def knn_predict(x, y, query, topn):
    """Return the mean of the nearest rows, as the solution of the lesson takes it."""
    return np.mean(y[nearest_rows(x, query, topn)])


# Rows of which many are equally far from 6: NumPy's other ways to sort exchange some of them.
TIES = np.tile([6.5, 5.8], 20)
TABLE = np.array([[5, 20], [6, 10], [7, 6], [8, 4], [6.5, 14]])
