"""Prices looked up from the most similar rows (k nearest neighbours)."""

import numpy as np

from helpers.inputs import numbers, shown, whole_number


def find_price_by_similar(history_price, query_x, topn=3):
    """Mean price of the ``topn`` entries of a dict whose keys are nearest to the query.

    Parameters
    ----------
    history_price : dict of float to float
        Feature to price, such as rooms to 1000 USD.
    query_x : float
        The feature of the house that is asked for, in the unit of the keys.
    topn : int
        How many entries give the answer.

    Returns
    -------
    float
        In the unit of the prices. Of two keys equally near, the one entered first counts first.

    Raises
    ------
    TypeError
        If ``topn`` is not a whole number.
    ValueError
        If ``topn`` is below 1 or above the number of entries, if there is none, or if a number is
        missing (NaN).

    Notes
    -----
    Born in lesson 2.
    """
    if not isinstance(history_price, dict):
        raise ValueError(
            f"history_price is {shown(history_price)}, but must be a dict of features and prices."
        )
    if not history_price:
        raise ValueError("history_price is empty. Save at least one price before you ask.")
    x = numbers("the keys of history_price", list(history_price))
    y = numbers("the prices of history_price", list(history_price.values()))
    return knn_predict(x, y, numbers("query_x", query_x), topn)


def nearest_rows(x, query, topn):
    """Row numbers of the ``topn`` rows nearest to the query, the nearest first.

    Parameters
    ----------
    x : array_like, shape (n,) or (n, d)
        One feature, or d features on one scale (see `helpers.scaling`).
    query : float or array_like, shape (d,)
        The point that is asked for, in the same units.
    topn : int
        How many rows.

    Returns
    -------
    numpy.ndarray of int, shape (topn,)
        By Euclidean distance; rows equally near stay in the order of the table.

    Raises
    ------
    TypeError
        If ``topn`` is not a whole number.
    ValueError
        If ``topn`` is below 1 or above n, the query has not as many features as the rows, or a
        number is missing (NaN).

    Notes
    -----
    Born in lesson 2.
    """
    x, query = numbers("x", x), numbers("query", query)
    if x.ndim not in (1, 2):
        raise ValueError(f"x has shape {x.shape}. Pass one column, or a table of rows and columns.")
    topn = whole_number("topn", topn, limit=len(x), what="rows")
    if x.shape[1:] != query.shape:
        raise ValueError(
            f"The query has shape {query.shape}, but a row has shape {x.shape[1:]}. "
            "Ask with as many features as a row has."
        )
    difference = x - query
    distance = np.abs(difference) if x.ndim == 1 else np.sqrt(np.sum(difference**2, axis=1))
    return np.argsort(distance, kind="stable")[:topn]


def knn_predict(x, y, query, topn):
    """Mean price of the ``topn`` rows nearest to the query.

    Parameters
    ----------
    x : array_like, shape (n,) or (n, d)
        One feature, or d features on one scale.
    y : array_like, shape (n,)
        The price of each row.
    query : float or array_like, shape (d,)
        The point that is asked for, in the units of ``x``.
    topn : int
        How many rows give the answer.

    Returns
    -------
    float
        In the unit of ``y``.

    Raises
    ------
    TypeError
        If ``topn`` is not a whole number.
    ValueError
        As `nearest_rows`, and if there is not one price for each row.

    Notes
    -----
    Born in lesson 2. `sklearn.neighbors.KNeighborsRegressor` gives the same number wherever no
    two rows are equally far from the query.
    """
    x, y = _rows_and_prices(x, y)
    return float(np.mean(y[nearest_rows(x, query, topn)]))


def leave_one_out(x, y, topn):
    """Predict every row from all the other rows.

    Parameters
    ----------
    x : array_like, shape (n,) or (n, d)
        One feature, or d features on one scale.
    y : array_like, shape (n,)
        The price of each row.
    topn : int
        How many rows give an answer, from 1 to n - 1.

    Returns
    -------
    numpy.ndarray of float, shape (n,)
        One prediction for each row, in the unit of ``y``.

    Raises
    ------
    TypeError, ValueError
        As `knn_predict`.

    Notes
    -----
    Born in lesson 2.
    """
    x, y = _rows_and_prices(x, y)
    if len(y) < 2:
        raise ValueError("There is one row only. To leave one out, pass at least two.")
    rows = np.arange(len(y))
    return np.array([knn_predict(x[rows != i], y[rows != i], x[i], topn) for i in rows])


def _rows_and_prices(x, y):
    x, y = numbers("x", x), numbers("y", y)
    if y.shape != x.shape[:1]:
        raise ValueError(
            f"x has {len(x)} rows, but y has shape {y.shape}. Pass one price for each row."
        )
    return x, y
