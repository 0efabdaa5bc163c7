"""What the exercises of lesson 5 share: 200 houses, and lines that predict prices."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case

ROOMS = np.random.default_rng(5).normal(6.3, 0.7, 200)
PRICES = 9 * ROOMS - 34 + np.random.default_rng(6).normal(0, 6, 200)

LINES = [
    Case("three houses", as_arrays(x=[4, 5, 6], y=[10, 15, 20], y_hat=[13, 15, 19])),
    Case("a single house", as_arrays(x=[5], y=[10], y_hat=[8])),
    Case("errors that cancel", as_arrays(x=[3, 5, 8, 4], y=[9, 9, 9, 9], y_hat=[7, 10, 13, 6])),
    Case("rooms minus their mean", as_arrays(x=[-3, -1, 4], y=[2, -6, 7], y_hat=[-1, 4, 5])),
    Case("a perfect line", as_arrays(x=[1, 2], y=[7, 9], y_hat=[7, 9])),
    Case("200 houses", {"x": ROOMS, "y": PRICES, "y_hat": 8 * ROOMS - 30}, late=True),
    # Late: what makes an array of whole numbers may have another mistake, which is named first.
    Case(
        "whole rooms and prices",
        {
            **as_whole_numbers(x=[4, 6, 7, 5], y=[10, 22, 30, 16]),
            **as_arrays(y_hat=[12.5, 21.25, 33.75, 16.5]),
        },
        late=True,
    ),
]
