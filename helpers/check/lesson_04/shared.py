"""What exercises 4.2 and 4.5 share: a loss that is handed over."""

import numpy as np

from helpers.check.words import describe, listing


class TooManyCalls(Exception):
    """An answer asks more often than its task allows."""


class Function:
    """Something to call that counts its calls. Errors that speak of it call it a function."""

    def __init_subclass__(cls):
        cls.__name__ = "function"

    def __eq__(self, other):  # that it has been called is no change of an input
        return type(other) is type(self) and self.__name__ == other.__name__


class Loss(Function):
    """A loss of one point, which says so if it gets something else or is asked too often."""

    def __init__(self, name, function, size=2, limit=np.inf):
        self.__name__, self.function, self.size = name, function, size
        self.limit, self.calls = limit, 0

    def __call__(self, *given):
        """Compute the loss of a point."""
        if len(given) != 1 or _shape(given[0]) != (self.size,):
            wanted = "1 number" if self.size == 1 else f"{self.size} numbers"
            parts = ["a function" if callable(part) else describe(part) for part in given]
            got = listing(parts or ["nothing"])
            raise TypeError(f"the loss takes one point of {wanted}, but it got {got}")
        if self.calls == self.limit:
            raise TooManyCalls(
                f"the loss was computed more than n_evaluations = {self.limit} times"
            )
        self.calls += 1
        return float(self.function(*given[0]))


def _shape(point):
    try:
        return np.shape(point)
    except ValueError:  # parts of different shapes
        return None
