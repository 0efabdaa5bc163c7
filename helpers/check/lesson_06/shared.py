"""What the exercises of lesson 6 share: the lesson's sigmoid, and entries of z."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case
from helpers.check.words import form


def sigmoid(z):
    """The sigmoid as the lesson writes it after exercise 6.1."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


def is_from_two_points(value, right, function, place):
    """Whether a wrong slope is the rise of a function between two points a little apart."""

    def explains(left, h):
        rise = (function(place + h - left) - function(place - left)) / h
        return np.max(np.abs(value - rise)) < 1e-4 * np.max(np.abs(value - right))

    return form(value) == form(right) and any(
        explains(left, h)
        for h in (1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 1e-3, 1e-4, 1e-5)
        for left in (0, h / 2, h)
    )


ENTRIES = [
    Case("both sides of 0", as_arrays(z=[-2, 1, 3])),
    Case("values below 0", as_arrays(z=[-5, -0.5])),
    Case("values above 0", as_arrays(z=[0.4, 7, 2.5])),
    Case("a single value", as_arrays(z=[-1.5])),
    Case("small and large values", as_arrays(z=[250, -0.01, 0.01, -300, 1])),
    Case("whole numbers", as_whole_numbers(z=[-3, 4, -1])),
    Case("1,001 values around 0", as_arrays(z=np.linspace(-10, 10, 1001)), late=True),
]
