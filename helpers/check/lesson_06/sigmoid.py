"""Exercise 6.1."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_06 import shared
from helpers.check.words import form


def _careful(label, late=False, **arguments):
    return Case(label, arguments, late=late, careful=True)


def _about(value, z):
    """Whether the curve stays at one height beyond some z, and is right nearer to 0."""
    right = shared.sigmoid(z)
    if form(value) != form(right):
        return None
    given, high = np.asarray(value, dtype=float), right > 0.5
    wrong = ~np.isclose(given, right, rtol=1e-6, atol=1e-9)
    nearer = ~wrong & np.isin(high, high[wrong])
    end, goal = np.abs(given - 0.5), np.abs(right - 0.5)
    stays = np.allclose(end[wrong], end[wrong].max()) and np.all(
        (given > 0.5)[wrong] == high[wrong]
    )
    if stays and nearer.any() and goal[nearer].max() <= end[wrong].max() < goal[wrong].min():
        return "too-narrow", {}


sigmoid = Exercise(
    number="6.1",
    title="a sigmoid that does not overflow",
    cases=[
        _careful("a number", **as_arrays(z=2)),
        _careful("both sides of 0", **as_arrays(z=[-1, 0.5, 3])),
        _careful("a table", **as_arrays(z=[[-2, 0.5], [4, -6]])),
        _careful("a very negative z", **as_arrays(z=[-1000, -5])),
        _careful("a very large z", **as_arrays(z=[2, 1000])),
        _careful("both in one array", **as_arrays(z=[-1000, 1000])),
        _careful("whole numbers", **as_whole_numbers(z=[-2, 3, 1])),
        _careful("4,001 values around 0", late=True, z=np.linspace(-2000, 2000, 4001)),
    ],
    about=_about,
    solution="""
def my_sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))
""",
    right="""
return 0.5 * (1 + np.tanh(z / 2))
def my_sigmoid(z):
    result = np.empty(np.shape(z))
    result[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    power = np.exp(z[z < 0])
    result[z < 0] = power / (1 + power)
    return result
def my_sigmoid(z):
    if np.ndim(z) > 0:
        return np.array([my_sigmoid(entry) for entry in z])
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))
def my_sigmoid(z):
    first = 1 / (1 + np.exp(-np.maximum(z, 0)))
    second = np.exp(np.minimum(z, 0)) / (1 + np.exp(np.minimum(z, 0)))
    return np.where(z >= 0, first, second)
return 1 / (1 + np.exp(-np.clip(z, -500, 500)))
return np.exp(-np.logaddexp(0, -z))
""",
    mistakes=r"""
warnings-off: You have switched the warnings off, and that does not count: the number still becomes too
large. Which power of e is never too large, whatever the sign of z?
    stops: HiddenError: overflow
    def my_sigmoid(z):
        with np.errstate(over="ignore", invalid="ignore"):
            right = 1 / (1 + np.exp(-z))
            left = np.exp(z) / (1 + np.exp(z))
        return np.where(z < 0, left, right)
    def my_sigmoid(z):
        np.seterr(all="ignore")
        return 1 / (1 + np.exp(-z))

divided-by-zero: Something was divided by 0, and for the computer a very small power of e is 0 too. Which
number stands below the line in the formula, and can it come near 0?
    stops: FloatingPointError: (divide|invalid)
    return 1 / (1 + 1 / np.exp(z))
    return 1 / np.exp(np.log(1 + 1 / np.exp(z)))

falls: Your curve falls where it should rise: it has the value of the other side. Which sign does z have
inside exp in the formula, or which of your two forms belongs to which side?
    return 1 / (1 + np.exp(z))
    return np.exp(-z) / (1 + np.exp(-z))
    return np.where(z >= 0, 1 / (1 + np.exp(z)), np.exp(-z) / (1 + np.exp(-z)))
    z >= 0, => z < 0,
    z / 2 => -z / 2

overflows-below: The minus sign turns -1000 into 1000, and the exp of 1000 is too large for the computer,
whether it is used afterwards or not. Which form of the same fraction needs only the exp of numbers below
0, when z is below 0?
    return 1 / (1 + np.exp(-z))
    def my_sigmoid(z):
        if np.ndim(z) > 0:
            return np.array([my_sigmoid(entry) for entry in z])
        return 1 / (1 + math.exp(-z))

overflows-above: The exp of 1000 is too large for the computer, whether its result is used afterwards or
not. For a z above 0, which form of the same fraction needs only the exp of numbers below 0?
    return np.exp(z) / (1 + np.exp(z))
    def my_sigmoid(z):
        if np.ndim(z) > 0:
            return np.array([my_sigmoid(entry) for entry in z])
        return math.exp(z) / (1 + math.exp(z))

both-computed: One of the exp is too large for a very negative z, and one for a very large z. If you
choose between two forms: NumPy computes both of them for every entry, and only then chooses. Which
number, made from z, is never above 0 on either side?
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

any-or-all: One form was taken for -1000 and 1000 together, and for one of them it overflows. An if with
any or all decides once for the whole array, and so does try. What makes the choice for each entry?
    return 1 / (1 + np.exp(-z)) if np.all(z >= 0) else np.exp(z) / (1 + np.exp(z))
    return np.exp(z) / (1 + np.exp(z)) if np.all(z < 0) else 1 / (1 + np.exp(-z))

decides-once: An if decides once, for the whole array, and so would any and all. What makes the choice for
each entry of an array?
    stops: .*is ambiguous
    return 1 / (1 + np.exp(-z)) if z >= 0 else np.exp(z) / (1 + np.exp(z))

one-number-only: Something here takes only a single number, as float and the exp of Python's math do, but
z is an array. What works on all entries at once?
    stops: TypeError: (only|cannot convert|must be real)
    return 1 / (1 + math.exp(-z))
    return 1 / (1 + np.exp(-float(z)))

not-several: z is a single number here, without a length and without entries to go through. In a table,
each step of a loop gets a whole row. What computes all entries at once, whatever the shape?
    stops: TypeError: .*(not iterable|has no len|item assignment)|IndexError: invalid index to scalar
    return [1 / (1 + math.exp(-entry)) for entry in z]
    def my_sigmoid(z):
        result = np.zeros(len(z))
        for i in range(len(z)):
            small = math.exp(-abs(z[i]))
            result[i] = 1 / (1 + small) if z[i] >= 0 else small / (1 + small)
        return result
    def my_sigmoid(z):
        small = np.exp(-np.abs(z))
        result = 1 / (1 + small)
        result[z < 0] = small[z < 0] / (1 + small[z < 0])
        return result
    def my_sigmoid(z):
        result = []
        for i in range(z.size):
            result.append(1 / (1 + np.exp(-z[i])))
        return result

half-of-choice: A choice needs two values: one where the condition is true, and one elsewhere. Which of
the two is missing?
    stops: ValueError: either both or neither
    1 / (1 + small), small / (1 + small)) => 1 / (1 + small))

no-parentheses: The whole sum should stand below the line of the fraction, and Python divides before it
adds. What stands above the line, and how do you keep the sum together?
    return 1 / 1 + np.exp(-z)
    return 1 + np.exp(-z)
    return np.exp(z) / 1 + np.exp(z)
    1 / (1 + small), small / (1 + small) => 1 / 1 + small, small / 1 + small
    1 / (1 + small), small / (1 + small) => 1 / 1 + small, small / (1 + small)

minus-below: Below the line, exp was taken away from 1. Can the curve stay between 0 and 1 then, and
which sign stands there in the formula?
    return 1 / (1 - np.exp(-z))
    return np.exp(z) / (1 - np.exp(z))
    1 / (1 + small), small / (1 + small) => 1 / (1 - small), small / (1 - small)

other-power: For z of 0 and above it is right. Below 0 your second form stands with the power of the
first one. What is the sign of the power in the second form?
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(-z) / (1 + np.exp(-z)))

same-on-both-sides: Half of the curve is right: yours has the same value for z and for -z. On which side
of 0 is the sigmoid above a half, and on which side below it?
    return 1 / (1 + np.exp(-np.abs(z)))
    return np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z)))
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), 1 / (1 + np.exp(z)))
    return np.exp(np.abs(z)) / (1 + np.exp(np.abs(z)))

other-below: Half of the curve is right. For a z below 0, compare your value with the formula: by what can
the top and the bottom of the fraction be multiplied, so that no large number is left?
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), small
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), 1 - small
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), small / (1 - small)
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), small / 1 + small
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), -1 / (1 + small)
    1 / (1 + small), small / (1 + small) => 1 / (1 + small), 0

piece: That is a piece of the formula, and not the whole fraction. What stands above the line in it, what
below, and on which side of 0?
    return np.exp(-np.abs(z))
    return np.exp(-z)
    return np.exp(z)

few-digits: Your curve is nearly right: the number that you wrote for e has too few digits. Which function
of NumPy gives the powers of e with all digits, and which of them can become too large?
    return 1 / (1 + 2.718 ** -z)
    return 1 / (1 + 2.71828 ** -z)
    return 1 / (1 + 2.71 ** -z)
    np.exp(-np.abs(z)) => 2.718 ** -np.abs(z)

tanh: That is tanh: it goes from -1 to 1, and it is twice as fast. How do you shift it, shrink it and slow
it down, so that it becomes the sigmoid?
    return np.tanh(z)

ends-of-tanh: tanh of half of z is the right beginning, but your curve does not go from 0 to 1. At which
values does tanh end, and what moves and shrinks these ends to 0 and 1?
    return np.tanh(z / 2)
    return 1 + np.tanh(z / 2)
    return 0.5 * np.tanh(z / 2)
    return 0.5 + np.tanh(z / 2)

tanh-too-fast: The two ends are right, but the curve rises twice as fast as the sigmoid. By what is z
divided inside tanh?
    z / 2 => z

hard-step: That is a hard step: it knows only two sides. What makes the sigmoid rise softly from one to
the other?
    return z > 0
    1 / (1 + small), small / (1 + small) => 1, 0

slope: That is the slope of the sigmoid. Does the task ask how steep the curve is, or how high it is?
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
    def my_sigmoid(z):
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)

too-narrow: Beyond a certain z your curve stays where it is, but it should come nearer and nearer to 0
and to 1. Is your range too narrow: how far from 0 can z be before exp overflows?
    about
    -500, 500 => -10, 10
    -500, 500 => -20, 20
    -500, 500 => -5, 5
    -500, 500 => -2, 2
    return 1 / (1 + np.exp(-np.maximum(z, -10)))

overflows: A number becomes too large for the computer, whether it is used afterwards or not. Which power
of e is never too large, whatever the sign of z?
    stops: FloatingPointError: overflow|OverflowError
    return np.exp(z / 2) / (np.exp(z / 2) + np.exp(-z / 2))
""",
)
