"""Exercise 4.4."""

import numpy as np

from helpers.check.calls import as_arrays
from helpers.check.exercise import Case, Exercise


def _range(label, u, low, high, late=False):
    return Case(label, {**as_arrays(u=u), "low": low, "high": high}, late)


# No array of whole numbers: random numbers between 0 and 1 are none. The early cases are equally
# long, so that numbers of the learner's own seed are the same in all of them.
_many = np.random.default_rng(44).random(1000)

uniform = Exercise(
    number="4.4",
    title="fix the range",
    cases=[
        _range("from -100 to 100", [0, 0.25, 0.5, 0.9], -100.0, 100.0),
        _range("a range below 0", [0.1, 0.75, 0.4, 0.2], -200.0, -100.0),
        _range("a range above 0", [0.4, 0, 0.7, 0.45], 1.0, 4.0),
        _range("from 0 to 1", [0.3, 0.6, 0.05, 0.8], 0.0, 1.0),
        _range("ends that are whole numbers", [0.15, 0.5, 0.95, 0.35], -3, 4),
        _range("a single number", [0.8], -7.0, 5.0, late=True),
        _range("1,000 random numbers", _many, -3.0, 2.5, late=True),
    ],
    solution="""
def my_uniform(u, low, high):
    return low + (high - low) * u
""",
    right="""
return u * high + (1 - u) * low
def my_uniform(u, low, high):
    numbers = []
    for value in u:
        numbers.append(low + value * (high - low))
    return numbers
def my_uniform(u, low, high):
    numbers = np.zeros(len(u))
    for i in range(len(u)):
        numbers[i] = high - (high - low) * (1 - u[i])
    return numbers
return np.interp(u, [0, 1], [low, high])
""",
    mistakes="""
by-high: The random number was stretched by high, as if the range began at 0. How long is the way from low
to high?
    (high - low) * u => high * u
    low + (high - low) * u => high * u
    low + (high - low) * u => u * high - low
    low + (high - low) * u => u * high - high
    low + (high - low) * u => low - high + high * u

begins-at-0: The numbers have the right distance from each other, but they begin at 0. What must be added,
so that 0 becomes low?
    low + (high - low) * u => (high - low) * u
    def my_uniform(u, low, high):
        length = high - low
        return [length * value for value in u]

away-from-high: Your numbers begin at low and go the wrong way, away from high. Which is taken away from
which, to get the length of the range?
    high - low => low - high
    low + (high - low) * u => low - (high - low) * u

begins-at-high: Your numbers begin at high, and high itself must not come out. Into which number must 0 be
turned?
    low + (high - low) * u => high + (high - low) * u

opposite: These numbers fill the right range, but in the opposite direction: 0 became high, which must not
come out. Into which number must 0 be turned?
    low + (high - low) * u => high - (high - low) * u
    low + (high - low) * u => u * low + (1 - u) * high

low-taken-away: The range has the right length but the wrong place: something was taken away at the end.
What must be added, so that 0 becomes low?
    low + (high - low) * u => (high - low) * u - low
    low + (high - low) * u => (high - low) * u - high

shifted-first: You shifted first, and then the shift was stretched, too. Which of the two steps must come
first?
    low + (high - low) * u => (low + u) * (high - low)

only-low-multiplied: Only low was multiplied by the random number: Python multiplies before it subtracts.
How do you tell it to take the length of the range first?
    low + (high - low) * u => low + high - low * u
    low + (high - low) * u => high - low * u

ends-added: The two ends of the range were added. From -100 to 100 it is 200: which step gives the length
of a range?
    high - low => high + low
    low + (high - low) * u => (high + low) * u
    low + (high - low) * u => (high + low) * u - low
    low + (high - low) * u => (high + low) * u - high

sizes-added: The distances of low and high from 0 were added. That is the length of the range only if 0 lies
between them: how long is the way from -200 to -100?
    high - low => abs(high) + abs(low)

twice-high: You took twice high for the length of the range. That fits a range like -100 to 100: how long
is the way from low to high in any range?
    high - low => 2 * high
    low + (high - low) * u => 2 * high * u - high

by-low: The two ends of the range are exchanged, and the random number was stretched by one of them. How
long is the way from low to high, and what must 0 become?
    low + (high - low) * u => high + low * u

only-shifted: You shifted the numbers, but they still fill a range of length 1. How long is the way from
low to high?
    low + (high - low) * u => low + u

begins-in-the-middle: The numbers begin in the middle of the range. Into which number must 0 be turned?
    low + (high - low) * u => (low + high) / 2 + (high - low) * u
    low + (high - low) * u => (low + high) / 2 + (high - low) / 2 * u

longer-by-1: The range is longer by 1 than it should be, as if whole numbers were counted. How far is it
from low to high?
    high - low => high - low + 1

divided: You divided by the length of the range, so its numbers lie closer together than before. Which
step spreads them over a long range?
    (high - low) * u => u / (high - low)

way-back: That is the way back, from the range to numbers between 0 and 1. How do you undo the two steps,
and in which order?
    low + (high - low) * u => (u - low) / (high - low)

end-filled: You stretched the numbers until the largest of them lies on the end of the range. Between which
two limits does each random number lie, whatever the others are?
    (high - low) * u => (high - low) * u / max(u)
    low + (high - low) * u => low + (high - low) * (u - u.min()) / (u.max() - u.min())

clipped: Numbers outside of the range were moved to its end, and the others stayed where they were. How can
the whole stretch from 0 to 1 be spread over the range?
    low + (high - low) * u => np.clip(u, low, high)

equal-distances: These numbers have equal distances, whatever the random numbers are. Where does each of the
random numbers go?
    low + (high - low) * u => np.linspace(low, high, len(u))
""",
)
