"""What exercises 3.1 and 3.2 share: rules that guess prices."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case

_many = np.random.default_rng(8).normal(22, 9, 500)
_many_hat = _many + np.random.default_rng(9).normal(0, 5, 500)

RULES = [
    Case("three houses", as_arrays(y=[3, 4, 4], y_hat=[1, 2, 4])),
    Case("errors that cancel", as_arrays(y=[0, 0], y_hat=[1, -1])),
    Case("a single house", as_arrays(y=[20], y_hat=[25])),
    Case("negative values", as_arrays(y=[-6, -2, 3], y_hat=[-4, -5, -1])),
    Case("a perfect rule", as_arrays(y=[7, 9], y_hat=[7, 9])),
    Case("whole numbers", as_whole_numbers(y=[3, 4, 4], y_hat=[3, 4, 0])),
    Case("500 houses", {"y": _many, "y_hat": _many_hat}, late=True),
]
