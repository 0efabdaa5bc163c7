"""Checks of the exercises of lesson 6."""

import itertools
import math

import numpy as np

from helpers.check.calls import as_arrays, named
from helpers.check.exercise import Case, Exercise, Mistake


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def _small(z):
    return np.exp(-np.abs(z))


def _careful(label, z, late=False):
    return Case(label, {"z": z}, late=late, careful=True)


_HIDDEN = (
    "You have switched the warnings off, and that does not count: the number still becomes too "
    "large. Which power of e is never too large, whatever the sign of z?"
)
_OVERFLOWS_BELOW = (
    "The minus sign turns -1000 into 1000, and the exp of 1000 is too large for the computer, "
    "whether it is used afterwards or not. Which form of the same fraction needs only the exp of "
    "numbers below 0, when z is below 0?"
)
_OVERFLOWS_ABOVE = (
    "The exp of 1000 is too large for the computer, whether its result is used afterwards or not. "
    "For a z above 0, which form of the same fraction needs only the exp of numbers below 0?"
)
_FALLS = (
    "Your curve falls where it should rise: it has the value of the other side. Which sign does z "
    "have inside exp in the formula, or which of your two forms belongs to which side?"
)
_STEP = (
    "That is a hard step: it knows only two sides. What makes the sigmoid rise softly from one to "
    "the other?"
)
_NO_FRACTION = (
    "Each value was shifted and divided so that it fits the other values of z. The sigmoid of one "
    "entry depends on this entry alone: which formula gives it?"
)
_TOO_NARROW = (
    "Beyond a certain z your curve stays where it is, but it should come nearer and nearer to 0 "
    "and to 1. Is your range too narrow: how far from 0 can z be before exp overflows?"
)
_SHARED = (
    "Your values share a sum of 1 among all entries of z. The sigmoid of one entry depends on this "
    "entry alone: which number does its exp get divided by?"
)
_ONE_HALF_WRONG = "Half of the curve is right. "


def _hidden(form):
    """A form whose overflow nobody is to see."""

    def answer(z):
        with np.errstate(all="ignore"):
            return form(z)

    return answer


def _clipped(low, high):
    return lambda z: _sigmoid(np.clip(z, low, high))


sigmoid = Exercise(
    number="6.1",
    title="a sigmoid that does not overflow",
    reference=_sigmoid,
    cases=[
        _careful("a number", np.float64(2)),
        _careful("both sides of 0", np.array([-1.0, 0.5, 3.0])),
        _careful("a table", np.array([[-2.0, 0.5], [4.0, -6.0]])),
        _careful("a very negative z", np.array([-1000.0, -5.0])),
        _careful("a very large z", np.array([2.0, 1000.0])),
        _careful("4,001 values around 0", np.linspace(-2000, 2000, 4001), late=True),
    ],
    mistakes=[
        *(
            Mistake(_hidden(form), _HIDDEN)
            for form in (
                lambda z: 1 / (1 + np.exp(-z)),
                lambda z: np.exp(z) / (1 + np.exp(z)),
                lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))),
            )
        ),
        Mistake(lambda z: 1 / (1 + np.exp(-z)), _OVERFLOWS_BELOW),
        Mistake(np.vectorize(lambda z: 1 / (1 + math.exp(-z))), _OVERFLOWS_BELOW),
        Mistake(lambda z: np.exp(z) / (1 + np.exp(z)), _OVERFLOWS_ABOVE),
        Mistake(np.vectorize(lambda z: math.exp(z) / (1 + math.exp(z))), _OVERFLOWS_ABOVE),
        Mistake(
            lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))),
            "One of the exp is too large for a very negative z, and one for a very large z. If you "
            "choose between two forms: NumPy computes both of them for every entry, and only then "
            "chooses. Which number, made from z, is never above 0 on either side?",
        ),
        Mistake(
            lambda z: np.where(
                z < 0, np.exp(-z) / (1 + np.exp(-z)), 1 / (1 + np.exp(-np.maximum(z, 0)))
            ),
            "For z of 0 and above it is right. Below 0 your second form stands with the power of the "
            "first one. What is the sign of the power in the second form?",
        ),
        Mistake(lambda z: 1 / (1 + np.exp(z)), _FALLS),
        Mistake(lambda z: np.exp(-z) / (1 + np.exp(-z)), _FALLS),
        Mistake(lambda z: _sigmoid(-z), _FALLS),
        Mistake(
            lambda z: 1 / 1 + np.exp(-z),
            "1 was not divided by the whole sum. Python divides before it adds: how do you keep the "
            "sum together?",
        ),
        Mistake(
            lambda z: 1 / (1 - np.exp(-z)),
            "Below the line, exp was taken away from 1. Can the curve stay between 0 and 1 then, "
            "and which sign stands there in the formula?",
        ),
        Mistake(
            np.tanh,
            "That is tanh: it goes from -1 to 1, and it is twice as fast. How do you shift it, "
            "shrink it and slow it down, so that it becomes the sigmoid?",
        ),
        Mistake(
            lambda z: np.tanh(z / 2),
            "That curve goes from -1 to 1. What moves its lower end to 0, and keeps its upper end "
            "at 1?",
        ),
        Mistake(
            lambda z: 1 + np.tanh(z / 2),
            "That curve goes from 0 to 2. What is left to do, so that it ends at 1?",
        ),
        Mistake(
            lambda z: 0.5 * np.tanh(z / 2),
            "That curve goes from -0.5 to 0.5. What moves its lower end to 0?",
        ),
        Mistake(
            lambda z: 0.5 + np.tanh(z / 2),
            "That curve goes from -0.5 to 1.5: it is twice as high as the sigmoid. What does the "
            "half have to multiply?",
        ),
        Mistake(
            lambda z: 0.5 * (1 + np.tanh(z)),
            "The two ends are right, but the curve rises twice as fast as the sigmoid. By what is z "
            "divided inside tanh?",
        ),
        Mistake(
            lambda z: 1 / (1 + _small(z)),
            _ONE_HALF_WRONG + "Yours has the same value for z and for -z, and never goes below a "
            "half. What is the value for a z below 0?",
        ),
        Mistake(
            lambda z: _small(z) / (1 + _small(z)),
            _ONE_HALF_WRONG + "Yours has the same value for z and for -z, and never goes above a "
            "half. What is the value for a z above 0?",
        ),
        Mistake(
            lambda z: np.where(z >= 0, 1 / (1 + _small(z)), 0),
            _ONE_HALF_WRONG + "Below 0 it gives 0 everywhere. To which value does the sigmoid fall "
            "softly, and which fraction does that?",
        ),
        *(
            Mistake(
                lambda z, below=below: np.where(z >= 0, 1 / (1 + _small(z)), below(_small(z))),
                _ONE_HALF_WRONG
                + "For a z below 0, compare your fraction with the formula: by what "
                "can its top and its bottom be multiplied, so that no large number is left?",
            )
            for below in (
                lambda small: small,
                lambda small: 1 - small,
                lambda small: small / (1 - small),
                lambda small: -1 / (1 + small),
                lambda small: -small / (1 + small),
            )
        ),
        Mistake(
            _small,
            "That is one piece of the formula, the exp of a number below 0. What is it divided by, "
            "and on which side of 0?",
        ),
        Mistake(
            lambda z: np.exp(-z),
            "That is one piece of the formula, and it overflows too. What is added to it, what "
            "happens then, and which form stays small?",
        ),
        Mistake(
            lambda z: np.log(1 + np.exp(z)),
            "That is a logarithm, and it grows without end. Between which two values does the "
            "sigmoid stay?",
        ),
        *(
            Mistake(step, _STEP)
            for step in (
                lambda z: z > 0,
                lambda z: 1.0 * (z > 0),
            )
        ),
        *(
            Mistake(
                soft,
                "That curve has the shape of an S too, but it comes to its ends far more slowly "
                "than the sigmoid. Where is the exp of the formula?",
            )
            for soft in (
                lambda z: z / (1 + np.abs(z)),
                lambda z: 0.5 * (1 + z / (1 + np.abs(z))),
                lambda z: 0.5 + np.arctan(z) / np.pi,
            )
        ),
        *(
            Mistake(
                line,
                "Those are pieces of a straight line. Where is the exp of the formula, which makes "
                "the curve bend?",
            )
            for line in (
                lambda z: np.clip(z, 0, 1),
                lambda z: np.clip(z, -1, 1),
                lambda z: np.clip(0.5 + z / 4, 0, 1),
                lambda z: np.maximum(z, 0),
            )
        ),
        Mistake(lambda z: (z - np.min(z)) / (np.max(z) - np.min(z)), _NO_FRACTION),
        Mistake(lambda z: np.exp(z) / np.sum(np.exp(z)), _SHARED),
        Mistake(lambda z: np.exp(z - np.max(z)) / np.sum(np.exp(z - np.max(z))), _SHARED),
        Mistake(
            lambda z: _sigmoid(z) * (1 - _sigmoid(z)),
            "That is the slope of the sigmoid. Does the task ask how steep the curve is, or how "
            "high it is?",
        ),
        Mistake(
            lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,
            "That is the slope of the sigmoid, and it overflows too. Does the task ask how steep the "
            "curve is, or how high it is?",
        ),
        Mistake(
            lambda z: np.mean(_sigmoid(z)),
            "Your function puts all values together into one. How many values does the sigmoid of "
            "an array have?",
        ),
        *(
            Mistake(_clipped(-limit, limit), _TOO_NARROW)
            for limit in (1, 2, 3, 4, 5, 6, 8, 10, 15, 20)
        ),
        *(Mistake(_clipped(-limit, math.inf), _TOO_NARROW) for limit in (1, 5, 10)),
        *(
            Mistake(
                lambda z, one=one: [one(entry) for entry in z],
                "A loop wants several things to go through. But z can be a single number, and in a "
                "table each thing is a whole row. What computes all entries at once, whatever the "
                "shape?",
            )
            for one in (
                _sigmoid,
                lambda z: 1 / (1 + np.exp(-z)),
                lambda z: 1 / (1 + math.exp(-z)),
                lambda z: 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z)),
                lambda z: math.exp(z) / (1 + math.exp(z)),
            )
        ),
        Mistake(
            lambda z: _sigmoid(z) if z >= 0 else _sigmoid(z),
            "An if decides once, for the whole array, and so would any and all. What makes the "
            "choice for each entry of an array?",
        ),
        Mistake(
            lambda z: 1 / (1 + math.exp(-z)),
            "Something here takes only a single number, as float and the exp of Python's math do, "
            "but z is an array. What works on all entries at once?",
        ),
    ],
)


def _z(label, z, late=False):
    return Case(label, {"z": np.array(z, dtype=float)}, late=late)


def _of_s(slope):
    """A slope that is made from the value of the sigmoid."""
    return lambda z: slope(_sigmoid(z))


_VALUE_FOR_SLOPE = (
    "That is the height of the sigmoid. What must it be multiplied by to become its slope?"
)
_SQUARED = (
    "That is a square. The slope is a product of two different numbers: the height above 0 is one "
    "of them. Which distance is the other?"
)
_ONE_PIECE = (
    "That is one factor of the slope, the distance of the height from 1. Which other factor makes "
    "the slope small on the left side too?"
)
_DIFFERENCE = (
    "You took a slope from two points, and that is only nearly right. Which formula gives the "
    "exact slope from the height of the sigmoid alone?"
)
_GRADIENT = (
    "Your slopes depend on how far the entries of z are from each other. Which formula gives the "
    "slope at one z from the height of the sigmoid there?"
)
_TANH_SLOPE = (
    "That is the slope of tanh, or a formula that belongs to it. The sigmoid goes from 0 to 1, not "
    "from -1 to 1: what are the distances of its height from these two ends?"
)
_ALWAYS_STEEPEST = (
    "That is the slope of the sigmoid in its middle. What happens to the slope where the curve is "
    "nearly flat?"
)
_FALLING = (
    "Your slope is below 0, as if the sigmoid fell. Which sign does the slope of a rising curve "
    "have?"
)

sigmoid_slope = Exercise(
    number="6.2",
    title="the slope of the sigmoid",
    reference=_of_s(lambda s: s * (1 - s)),
    cases=[
        _z("both sides of 0", [-1, 0, 2]),
        _z("a single value", [0.5]),
        _z("values below 0", [-4, -2.5, -0.3]),
        _z("values above 0", [0.7, 1.5, 3, 6]),
        _z("far from 0", [-40, 40, 12, -9]),
        _z("1,001 values", np.linspace(-10, 10, 1001), late=True),
    ],
    mistakes=[
        Mistake(
            lambda z: z * (1 - z),
            "The formula was used with z itself. Which number does it need in its two places: z, or "
            "the height of the sigmoid at z?",
        ),
        Mistake(_sigmoid, _VALUE_FOR_SLOPE),
        Mistake(_of_s(lambda s: 1 - s), _ONE_PIECE),
        Mistake(_of_s(lambda s: s**2), _SQUARED),
        Mistake(_of_s(lambda s: (1 - s) ** 2), _SQUARED),
        Mistake(
            _of_s(lambda s: s * (1 + s)),
            "Your slope grows with the height and stays large on the right side, where the curve is "
            "flat. Look at the second factor: what must it be where the height is 1?",
        ),
        Mistake(_of_s(lambda s: 1 - s**2), _TANH_SLOPE),
        Mistake(lambda z: 1 - np.tanh(z) ** 2, _TANH_SLOPE),
        Mistake(lambda z: np.tanh(z) * (1 - np.tanh(z)), _TANH_SLOPE),
        Mistake(_of_s(lambda s: s * (s - 1)), _FALLING),
        Mistake(_of_s(lambda s: -s), _FALLING),
        Mistake(
            _of_s(lambda s: s * 1 - s),
            "Everything has become 0. Python multiplies before it subtracts: which difference must "
            "be taken first, so that the two heights do not cancel?",
        ),
        Mistake(
            lambda z: _sigmoid(z * (1 - z)),
            "The product was made from z, and the sigmoid came last. Which comes first: the sigmoid "
            "or the product?",
        ),
        Mistake(
            lambda z: _sigmoid(_sigmoid(z) * (1 - _sigmoid(z))),
            "The slope was put into the sigmoid once more. Which of your steps is one too many?",
        ),
        Mistake(
            lambda z: _sigmoid(_sigmoid(z)),
            "The sigmoid was applied twice. What has to be done with its height to find its slope?",
        ),
        Mistake(
            lambda z: _sigmoid(_sigmoid(z)) * (1 - _sigmoid(_sigmoid(z))),
            "The formula is there, but the sigmoid was applied twice before. Where is it applied "
            "for the first time, and where again?",
        ),
        Mistake(
            lambda z: _sigmoid(z) * _sigmoid(1 - z),
            "The 1 stands inside the sigmoid. What is taken away from 1 in the formula: z, or the "
            "height of the sigmoid?",
        ),
        *(
            Mistake(
                mixed,
                "One of your two factors uses z itself, the other one the height of the sigmoid. "
                "Which of them does the formula need in both places?",
            )
            for mixed in (
                lambda z: _sigmoid(z) * (1 - z),
                lambda z: z * (1 - _sigmoid(z)),
            )
        ),
        Mistake(
            lambda z: z * _sigmoid(z) * (1 - _sigmoid(z)),
            "There is a z too many in your product. By how much does z grow if z grows by 1?",
        ),
        Mistake(
            _of_s(lambda s: s + (1 - s)),
            "The two numbers were added, and together they are always 1. How do they have to be put "
            "together, so that the slope is small where one of them is small?",
        ),
        Mistake(
            _of_s(lambda s: s - (1 - s)),
            "One number was taken away from the other. How do they have to be put together, so "
            "that the slope is small where one of them is small?",
        ),
        Mistake(
            _of_s(lambda s: s / (1 - s)),
            "The two numbers were divided. How do they have to be put together, so that the slope "
            "is small where one of them is small?",
        ),
        *(
            Mistake(
                lambda z, together=together: together(_sigmoid(z) * (1 - _sigmoid(z))),
                "That is one number for all entries together. How many slopes are there, if each "
                "entry of z is another place on the curve?",
            )
            for together in (np.mean, np.sum, np.max)
        ),
        Mistake(
            lambda z: np.mean(_sigmoid(z)) * (1 - np.mean(_sigmoid(z))),
            "The heights were averaged before the product. How many slopes are there, if each entry "
            "of z is another place on the curve?",
        ),
        Mistake(
            lambda z: np.exp(-z) / (1 + np.exp(-z)),
            _ONE_PIECE,
        ),
        Mistake(
            lambda z: np.exp(-z),
            "That is the slope of one piece of the formula, without its sign. What does the chain "
            "rule do with the fraction around this piece?",
        ),
        Mistake(
            lambda z: -1 / (1 + np.exp(-z)) ** 2,
            "That is the slope of the outer function, 1 divided by a number. Which factor does the "
            "chain rule bring from what stands inside?",
        ),
        Mistake(
            lambda z: np.where(z > 0, 1.0, 0.0),
            "That is the slope of another curve, with a corner at 0. What is the slope of a curve "
            "that rises softly?",
        ),
        Mistake(lambda z: 0.25, _ALWAYS_STEEPEST),
        Mistake(lambda z: np.full(len(z), 0.25), _ALWAYS_STEEPEST),
        Mistake(lambda z: np.gradient(_sigmoid(z), z), _GRADIENT),
        Mistake(lambda z: np.gradient(_sigmoid(z)), _GRADIENT),
        Mistake(lambda z: np.diff(_sigmoid(z)), _GRADIENT),
        Mistake(lambda z: np.diff(_sigmoid(z)) / np.diff(z), _GRADIENT),
        *(
            Mistake(
                lambda z, h=h: (_sigmoid(z + h) - _sigmoid(z - h)) / (2 * h),
                _DIFFERENCE,
            )
            for h in (1, 0.5, 0.1, 0.01)
        ),
        *(
            Mistake(lambda z, h=h: (_sigmoid(z + h) - _sigmoid(z)) / h, _DIFFERENCE)
            for h in (1, 0.5, 0.1, 0.01, 1e-3, 1e-4, 1e-5)
        ),
    ],
)


_double = named("double", lambda value: 2 * value)
_add_three = named("add_three", lambda value: value + 3)
_square = named("square", lambda value: value**2)
_first_layer = named("first_layer", lambda x: 1.5 * x - 2)
_sigmoid_layer = named("sigmoid_layer", _sigmoid)
_last_layer = named("last_layer", lambda x: 4 * x + 1)


def _feed(layers, x):
    for layer in layers:
        x = layer(x)
    return x


def _on_the_way(layers, x):
    return [_feed(layers[:n], x) for n in range(1, len(layers) + 1)]


def _each_alone(layers, x):
    return [layer(x) for layer in layers]


def _each(step):
    """Go through the layers with another step from one value to the next."""

    def value(layers, x):
        now = x
        for layer in layers:
            now = step(layer, now, x)
        return now

    return value


def _if_any(nothing):
    """The right value, unless there is no layer."""
    return lambda layers, x: _feed(layers, x) if layers else nothing()


def _raise(error):
    raise error


_NO_LAYER = (
    "With no layer, nothing happens to x. Which value does your result have before the first layer "
    "is applied?"
)
_EACH_ON_X = (
    "Every layer was applied to x itself, and then the results were put together. What does the "
    "second layer get in a chain: x, or what the first layer gave?"
)
_ALL_VALUES = (
    "Those are the values after each layer, all of them. Which one of them comes out at the end of "
    "the chain?"
)
_ORDER = (
    "The layers were applied in the reverse order. Which layer of the list meets x first, and "
    "which one last?"
)
_ONLY_FIRST = (
    "Only the first layer was applied. Where does your loop end, and what does the second layer "
    "get?"
)

compose = Exercise(
    number="6.3",
    title="feed a number through layers",
    reference=_feed,
    cases=[
        Case("two layers", {"layers": [_double, _add_three], "x": 5.0}),
        Case("a single layer", {"layers": [_square], "x": 3.0}),
        Case("three layers", {"layers": [_add_three, _square, _double], "x": 1.5}),
        Case("the same layer twice", {"layers": [_square, _add_three, _square], "x": -2.0}),
        Case(
            "a chain with a sigmoid",
            {"layers": [_first_layer, _sigmoid_layer, _last_layer], **as_arrays(x=[-1, 0.5, 2])},
        ),
        # Late: most mistakes are made by those who do not think of it.
        Case("no layer", {"layers": [], "x": 7.0}, late=True),
    ],
    mistakes=[
        Mistake(lambda layers, x: _feed(layers[::-1], x), _ORDER),
        Mistake(lambda layers, x: layers[0](x), _ONLY_FIRST),
        Mistake(
            lambda layers, x: layers[-1](x),
            "Only the last layer counts: each round began with x again. What should each layer get "
            "after the first one?",
        ),
        Mistake(
            lambda layers, x: x,
            "That is x, as it came in. Under which name does each round keep what a layer has given?",
        ),
        *(
            Mistake(lambda layers, x, put=put: put(_each_alone(layers, x)), _EACH_ON_X)
            for put in (
                lambda values: sum(values),
                lambda values: np.prod(values, axis=0),
                lambda values: np.mean(values, axis=0),
                lambda values: values,
                lambda values: np.max(values, axis=0),
            )
        ),
        Mistake(lambda layers, x: x + sum(_each_alone(layers, x)), _EACH_ON_X),
        Mistake(_on_the_way, _ALL_VALUES),
        Mistake(lambda layers, x: [x, *_on_the_way(layers, x)], _ALL_VALUES),
        Mistake(
            lambda layers, x: sum(_on_the_way(layers, x)),
            "The values after each layer were added up. What happens to the value before, once the "
            "next layer has been applied to it?",
        ),
        Mistake(
            lambda layers, x: _feed(layers[1:], x),
            "The first layer has been left out. From which number on does Python count?",
        ),
        Mistake(
            lambda layers, x: _feed(layers[:-1], x),
            "The last layer has been left out. Where does your loop end?",
        ),
        Mistake(
            lambda layers, x: _feed(layers[:2], x),
            "Your function stops after two layers. How many layers can a list hold, and what goes "
            "through all of them?",
        ),
        Mistake(
            _each(lambda layer, now, x: layer(layer(now))),
            "Each layer was applied twice. How many times does a round call its layer?",
        ),
        Mistake(
            lambda layers, x: _feed([layers[0], *layers], x),
            "The first layer was applied twice. With which value does your loop begin, and with "
            "which layer?",
        ),
        Mistake(
            lambda layers, x: _feed([*layers, layers[-1]], x),
            "The last layer was applied twice. What happens after your loop has ended?",
        ),
        Mistake(
            _each(lambda layer, now, x: now + layer(now)),
            "What a layer gave was added to the value before. Does the old value stay, or does the "
            "new one take its place?",
        ),
        Mistake(
            _each(lambda layer, now, x: now + layer(x)),
            _EACH_ON_X,
        ),
        Mistake(
            _each(lambda layer, now, x: now * layer(now)),
            "What a layer gave was multiplied by the value before. Does the old value stay, or does "
            "the new one take its place?",
        ),
        Mistake(
            lambda layers, x: _feed([layers[0]] * len(layers), x),
            "The first layer was applied in every round. Which layer belongs to which round?",
        ),
        Mistake(
            lambda layers, x: _feed([layers[-1]] * len(layers), x),
            "The last layer was applied in every round. Which layer belongs to which round?",
        ),
        Mistake(
            lambda layers, x: layers[0](layers[1](x)),
            "Your function asks for two layers by their places, and it begins with the second one. "
            "How many layers can a list hold, and which one meets x first?",
        ),
        Mistake(
            lambda layers, x: layers[1](layers[0](x)),
            "Your function asks for two layers by their places. How many layers can a list hold, "
            "and what goes through all of them?",
        ),
        *(
            Mistake(_if_any(nothing), _NO_LAYER)
            for nothing in (
                lambda: _raise(IndexError("list index out of range")),
                lambda: _raise(UnboundLocalError("no value yet")),
                lambda: _raise(TypeError("reduce() of empty iterable")),
                lambda: _raise(ValueError("there is no layer")),
                lambda: None,
                lambda: 0,
                lambda: 1,
                lambda: [],
            )
        ),
    ],
)


_MAX_OF_ALL = (
    "That is the largest of all entries. Each entry should be compared with 0 on its own: what "
    "does NumPy have that compares entry by entry?"
)
_ONE_DECISION = (
    "An if and Python's own max decide once, for the whole array, and so would any and all. What "
    "compares each entry on its own?"
)
_TRUE_OR_FALSE = (
    "That says for each entry whether it is above 0. Does the task ask which entries are kept, or "
    "for their values?"
)
_SLOPE_OF_RELU = (
    "That is the slope: 1 above 0, and 0 below. Does the task ask how steep ReLU is, or for its "
    "values?"
)
_KEEPS_LOW = (
    "The entries below 0 were kept, and the others became 0. Which of the two numbers, z or 0, does "
    "ReLU keep?"
)
_DROPPED = (
    "The entries below 0 are gone, so your array is shorter than z. What should stand in their "
    "places?"
)
_NOT_LEAKY = (
    "Your entries below 0 still leak through, only smaller. What does ReLU itself give below 0?"
)
_SQUEEZED = (
    "Your values above 0 do not grow beyond a limit. What does ReLU do with an entry above 0, "
    "however large it is?"
)
_SOFT = "That is a soft curve. Of which two straight pieces is ReLU made?"

relu = Exercise(
    number="6.4",
    title="ReLU",
    reference=lambda z: np.maximum(z, 0),
    cases=[
        _z("both sides of 0", [-2, 1, 3]),
        _z("values below 0", [-5, -0.5]),
        _z("values above 0", [0.4, 7, 2.5]),
        _z("a single value", [-1.5]),
        _z("small and large values", [250, -0.01, 0.01, -300, 1]),
        _z("1,001 values around 0", np.linspace(-10, 10, 1001), late=True),
    ],
    mistakes=[
        Mistake(lambda z: np.minimum(z, 0), _KEEPS_LOW),
        Mistake(
            np.abs,
            "The entries below 0 became their distances from 0. What does ReLU give below 0?",
        ),
        Mistake(lambda z: z > 0, _TRUE_OR_FALSE),
        Mistake(
            lambda z: z * z > 0,
            "Only True and False came out: Python multiplies before it compares. How do you tell it "
            "to compare first?",
        ),
        Mistake(lambda z: 1.0 * (z > 0), _SLOPE_OF_RELU),
        Mistake(np.max, _MAX_OF_ALL),
        Mistake(lambda z: max(np.max(z), 0), _MAX_OF_ALL),
        Mistake(lambda z: np.maximum(z, np.max(z)), _MAX_OF_ALL),
        Mistake(
            lambda z: max(z[0], 0),
            "Only the first entry has been looked at. If there is a loop: where does it end?",
        ),
        Mistake(lambda z: np.clip(z, 0, 1), _SQUEEZED),
        Mistake(lambda z: np.clip(z, -1, 1), _SQUEEZED),
        *(
            Mistake(lambda z, leak=leak: np.where(z > 0, z, leak * z), _NOT_LEAKY)
            for leak in (0.01, 0.1, 0.2)
        ),
        Mistake(
            lambda z: np.maximum(-z, 0),
            "Only the entries below 0 came through, and with their signs turned round. Which ones "
            "does ReLU let through?",
        ),
        Mistake(
            lambda z: -np.maximum(z, 0),
            "The right entries came through, but their signs are turned round. What does ReLU do "
            "with an entry above 0?",
        ),
        Mistake(
            lambda z: z,
            "That is z itself: the entries below 0 are still there. What does ReLU make of them?",
        ),
        Mistake(
            lambda z: np.maximum(z, 1),
            "Each entry was compared with 1. With which number does ReLU compare?",
        ),
        Mistake(
            lambda z: np.where(z > 0, z, 1),
            "The entries below 0 became 1. What does ReLU make of them?",
        ),
        Mistake(
            lambda z: np.where(z > 0, z, -1),
            "The entries below 0 became -1. What does ReLU make of them?",
        ),
        Mistake(
            lambda z: np.where(z > 0, z, np.nan),
            "The entries below 0 have no value any more. Which number should stand in their places?",
        ),
        Mistake(
            lambda z: np.where(z > 0, 1, z),
            "The entries above 0 became 1, and the others stayed as they are. On which side does "
            "ReLU change something?",
        ),
        Mistake(
            lambda z: np.where(z > 1, z, 0),
            "The entries between 0 and 1 were lost. From which number on does ReLU let an entry "
            "through?",
        ),
        Mistake(lambda z: z[z > 0], _DROPPED),
        Mistake(
            lambda z: z + np.abs(z),
            "The entries above 0 came out twice as large. What is left to do after the sum?",
        ),
        Mistake(
            lambda z: np.maximum(z, 0) ** 2,
            "The values above 0 were squared. What does ReLU do with an entry above 0?",
        ),
        Mistake(_sigmoid, _SOFT),
        Mistake(np.tanh, _SOFT),
        Mistake(lambda z: np.logaddexp(0, z), _SOFT),
        Mistake(lambda z: z * _sigmoid(z), _SOFT),
        Mistake(
            lambda z: np.sum(np.maximum(z, 0)),
            "The values were added up. How many values does ReLU of an array have?",
        ),
        Mistake(lambda z: max(z, 0), _ONE_DECISION),
        Mistake(lambda z: max(z, 0) if len(z) > 1 else np.maximum(z, 0), _ONE_DECISION),
        Mistake(
            lambda z: np.max(z, 1),
            "The second number in these parentheses is no value to compare with: it names a "
            "direction of the array. What compares two values, entry by entry?",
        ),
    ],
)


def _leak(label, z, slope, late=False):
    return Case(label, {"z": np.array(z, dtype=float), "slope": slope}, late=late)


def _below(value):
    """The right values above 0, and others below."""
    return lambda z, slope: np.where(z > 0, z, value(z, slope))


_OWN_SLOPE = (
    "You took a slope of your own, whatever slope was given. Where does your function use the slope "
    "from its first line?"
)
_NO_LEAK = (
    "That is ReLU without a leak: everything below 0 became 0. What should be left there of each "
    "entry?"
)
_OTHER_SIDE = (
    "The slope is used on the side above 0, and the entries below 0 stay as they are. On which side "
    "should z be left alone?"
)
_CONSTANT_BELOW = (
    "Below 0 every entry became the same number. How does the value there depend on z?"
)
_UPWARDS = (
    "Your curve turns up again on the left side: its values there are above 0. Which sign does a "
    "part of a number below 0 have?"
)
_SLOPES_THEMSELVES = (
    "Those are the slopes of the two straight pieces. Does the task ask how steep the curve is, or "
    "for its values?"
)
_SHIFTED = (
    "Below 0 the slope was added to z or taken away from it. How does a slope act on z in a "
    "straight line through 0?"
)

leaky_relu = Exercise(
    number="6.5",
    title="leaky ReLU",
    reference=_below(lambda z, slope: slope * z),
    cases=[
        _leak("both sides of 0", [-2, 1, 3], 0.25),
        _leak("values below 0", [-5, -0.6], 0.01),
        _leak("values above 0", [0.4, 7, 2.5], 0.3),
        _leak("a steep slope", [-4, 6, -1, 0.5], 0.8),
        _leak("a slope of 0", [-3, 2], 0.0),
        _leak("a slope above 1", [-3, 2, -0.5], 2.0),
        _leak("1,001 values around 0", np.linspace(-10, 10, 1001), 0.1, late=True),
    ],
    mistakes=[
        *(
            Mistake(_below(lambda z, slope, own=own: own * z), _OWN_SLOPE)
            for own in (0.01, 0.1, 0.2, 0.25, 0.3, 0.5)
        ),
        Mistake(lambda z, slope: np.maximum(z, 0), _NO_LEAK),
        Mistake(lambda z, slope: np.where(z > 0, slope * z, z), _OTHER_SIDE),
        Mistake(lambda z, slope: np.minimum(z, slope * z), _OTHER_SIDE),
        Mistake(
            lambda z, slope: np.maximum(z, slope * z),
            "The larger of z and slope times z is the right one only while the slope is at most 1. "
            "What else tells on which side of 0 an entry is?",
        ),
        Mistake(
            lambda z, slope: np.where(z > 0, slope * z, 0),
            "The slope is used above 0, and below 0 nothing is left. On which side should z be left "
            "alone, and what happens on the other one?",
        ),
        Mistake(
            lambda z, slope: slope * z,
            "Every entry was multiplied by the slope. What happens to an entry above 0?",
        ),
        Mistake(lambda z, slope: z, "That is z itself. What happens to the entries below 0?"),
        Mistake(_below(lambda z, slope: slope), _CONSTANT_BELOW),
        Mistake(lambda z, slope: np.maximum(z, slope), _CONSTANT_BELOW),
        Mistake(_below(lambda z, slope: -slope), _CONSTANT_BELOW),
        Mistake(lambda z, slope: np.maximum(z, -slope), _CONSTANT_BELOW),
        Mistake(_below(lambda z, slope: -slope * z), _UPWARDS),
        Mistake(lambda z, slope: np.abs(z), _UPWARDS),
        Mistake(_below(lambda z, slope: z - slope), _SHIFTED),
        Mistake(_below(lambda z, slope: z + slope), _SHIFTED),
        Mistake(lambda z, slope: z - slope, _SHIFTED),
        Mistake(
            lambda z, slope: np.maximum(z - slope, 0),
            "The slope was taken away from every entry, and then came ReLU. Where does the curve "
            "have its corner, and how does a slope act on z?",
        ),
        *(
            Mistake(
                lambda z, slope, sign=sign: np.maximum(z, 0) + sign * slope,
                "After ReLU, every value was moved up or down by the slope. How does a slope act on z "
                "in a straight line through 0, and on which side is it wanted?",
            )
            for sign in (1, -1)
        ),
        Mistake(
            _below(lambda z, slope: z / slope),
            "Below 0 you divided by the slope, so a smaller slope makes larger values. What should "
            "a smaller slope do there?",
        ),
        Mistake(
            _below(lambda z, slope: (1 - slope) * z),
            "Below 0 the part that should stay is gone, and the other part is left. Which part of z "
            "does the slope stand for?",
        ),
        Mistake(lambda z, slope: np.where(z > 0, 1, slope), _SLOPES_THEMSELVES),
        Mistake(lambda z, slope: np.where(z > 0, slope, 1), _SLOPES_THEMSELVES),
        Mistake(
            lambda z, slope: z[0] if z[0] > 0 else slope * z[0],
            "Only the first entry has been looked at. If there is a loop: where does it end?",
        ),
        Mistake(
            lambda z, slope: slope * np.minimum(z, 0),
            "Below 0 that is right, but the entries above 0 became 0. What should be left of them?",
        ),
        Mistake(
            lambda z, slope: np.maximum(z, 0) + slope * z,
            "The leak was added on both sides, so the curve is too steep above 0. To which entries "
            "does the leak belong?",
        ),
        Mistake(
            lambda z, slope: np.maximum(z, 0) - slope * z,
            "The leak was taken away on both sides. To which entries does the leak belong, and with "
            "which sign?",
        ),
        Mistake(
            _below(lambda z, slope: slope * (np.exp(z) - 1)),
            "Below 0 your curve bends. Of which two straight pieces is leaky ReLU made?",
        ),
        Mistake(
            lambda z, slope: np.where(z > slope, z, slope * z),
            "The corner of your curve is at the slope. At which z does leaky ReLU have its corner?",
        ),
        Mistake(
            lambda z, slope: slope * z[z < 0],
            "Only the entries below 0 are left. What should stand in the places of the others?",
        ),
        Mistake(
            lambda z, slope: z[z > 0],
            "The entries below 0 are gone, so your array is shorter than z. What should stand in "
            "their places?",
        ),
        Mistake(
            lambda z, slope: max(z, slope * z),
            "An if and Python's own max decide once, for the whole array, and so would any and all. "
            "What decides for each entry on its own?",
        ),
    ],
)


def _steps(x, left, right, steepness):
    return _sigmoid(steepness * (x - left)), _sigmoid(steepness * (x - right))


def _bump(inside, combine=np.subtract):
    """Two sigmoids with something else inside, or put together in another way."""
    return lambda x, left, right, steepness: combine(
        _sigmoid(inside(x, left, steepness)), _sigmoid(inside(x, right, steepness))
    )


def _soft(x, place, steepness):
    return steepness * (x - place)


_WEIGHTS = (
    "A layer only adds its pieces up, each with a weight of its own: which weight must the second "
    "sigmoid get, so that the second step takes the first one away?"
)
_ONE_STEP_ONLY = (
    "That is one sigmoid: a step that goes up and never comes down. What can a second one do, and "
    "where?"
)
_HARD = (
    "That is a hard box: it knows only inside and outside. How do two soft steps make such a shape, "
    "and where does the steepness come in?"
)
_NO_STEEPNESS = (
    "The steepness does not count: both steps are as soft as the plain sigmoid. Where must it stand "
    "to make each step steeper?"
)
_STEEPNESS_OUTSIDE = (
    "The steepness multiplies the height of a step, not its speed. Where must it stand to leave "
    "the height alone and make the rise quicker?"
)
_NOT_FACTORED = (
    "The steepness multiplies only x: Python multiplies before it subtracts. So the step is no "
    "longer where it should be. How do you tell Python to take the difference first?"
)

bump = Exercise(
    number="6.6",
    title="a bump from two sigmoids",
    reference=_bump(_soft),
    cases=[
        Case(
            "a soft bump",
            {**as_arrays(x=[0, 1, 2, 3, 5]), "left": 0.5, "right": 2.5, "steepness": 2.0},
        ),
        Case(
            "a steep one",
            {**as_arrays(x=[0, 0.9, 1.2, 4]), "left": 1.0, "right": 2.5, "steepness": 9.0},
        ),
        Case(
            "one on both sides of 0",
            {**as_arrays(x=[-3, -1, 0, 1.5]), "left": -2.0, "right": 1.0, "steepness": 3.0},
        ),
        Case("a single x", {**as_arrays(x=[6]), "left": 5.0, "right": 7.5, "steepness": 1.0}),
        Case(
            "a very soft one",
            {**as_arrays(x=[-4, 0, 2, 4]), "left": 0.5, "right": 4.0, "steepness": 0.4},
        ),
        Case(
            "a very steep one at 501 places",
            {"x": np.linspace(3, 9, 501), "left": 5.0, "right": 7.0, "steepness": 60.0},
            late=True,
        ),
    ],
    mistakes=[
        Mistake(
            _bump(_soft, np.add),
            "The two steps were added, so your curve goes up twice. What must the second step do to "
            "the first one on the right side?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: t - s),
            "Your bump points down. Which step comes first on the way from left to right, and which "
            "one is taken away from which?",
        ),
        Mistake(_bump(lambda x, place, k: x - place), _NO_STEEPNESS),
        Mistake(_bump(lambda x, place, k: k * x - place), _NOT_FACTORED),
        Mistake(
            _bump(lambda x, place, k: k * (x + place)),
            "Your steps are on the other side of 0. What must be taken away from x, so that the "
            "sigmoid has its middle at left?",
        ),
        Mistake(
            _bump(lambda x, place, k: k * x + place),
            "The steepness multiplies only x, and left and right were added. What must be taken "
            "away from x, and in which order do you want the two steps of the computation?",
        ),
        Mistake(
            _bump(lambda x, place, k: (x - place) / k),
            "You divided by the steepness, so a larger one makes a softer bump. What should a "
            "larger steepness do?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: s * (1 - t)),
            "You multiplied a step that goes up and one that comes down. That makes a bump too, but "
            "another one. " + _WEIGHTS,
        ),
        Mistake(
            _bump(_soft, lambda s, t: s * t),
            "You multiplied two steps that both go up, and that is one step again. " + _WEIGHTS,
        ),
        Mistake(
            _bump(_soft, lambda s, t: np.minimum(s, 1 - t)),
            "You took the smaller one of two pieces. That makes a bump too, but another one. "
            + _WEIGHTS,
        ),
        Mistake(_bump(_soft, lambda s, t: s), _ONE_STEP_ONLY),
        Mistake(_bump(_soft, lambda s, t: t), _ONE_STEP_ONLY),
        Mistake(
            _bump(_soft, lambda s, t: 1 - t),
            "That is one sigmoid, turned round: a step that comes down and never went up. What can "
            "another one do, and where?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: s + 1 - t),
            "Your curve is 1 outside, and 2 inside: it stands too high everywhere. Far on the left, "
            "what does each of your pieces give?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: 1 - s + t),
            "Your curve is 1 outside and 0 inside: a hole in place of a bump. Which value should it "
            "have outside, and which one inside?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: s + t - 1),
            "Your curve begins at -1 and ends at 1: it goes up twice. What must the second step do "
            "to the first one on the right side?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: (s + t) / 2),
            "That is the mean of two steps, so your curve goes up twice. What must the second step "
            "do to the first one on the right side?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: s / t),
            "One step was divided by the other. " + _WEIGHTS,
        ),
        *(
            Mistake(lambda x, left, right, steepness, box=box: box(x, left, right), _HARD)
            for box in (
                lambda x, left, right: 1.0 * ((x > left) & (x < right)),
                lambda x, left, right: (x > left) & (x < right),
            )
        ),
        *(
            Mistake(
                decide,
                "An if, or two comparisons joined to one, decide once for the whole array. The bump "
                "needs no decision: which soft step goes up at left, and what takes it away again at "
                "right?",
            )
            for decide in (
                lambda x, left, right, steepness: left < x < right,
                lambda x, left, right, steepness: 1 if left < x < right else 0,
            )
        ),
        Mistake(
            lambda x, left, right, steepness: np.zeros(len(x)),
            "Nothing is left: what was taken away is just as large as what it was taken away from. "
            "At which two places do the steps stand?",
        ),
        Mistake(
            _bump(_soft, lambda s, t: 1 - s - t),
            "Your curve begins at 1 and ends at -1: it goes down twice. Which of the two steps should "
            "go up, and which one down?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                steepness * (_sigmoid(x - left) - _sigmoid(x - right))
            ),
            _STEEPNESS_OUTSIDE,
        ),
        Mistake(
            lambda x, left, right, steepness: steepness * _sigmoid(x - left) - _sigmoid(x - right),
            _STEEPNESS_OUTSIDE,
        ),
        Mistake(
            lambda x, left, right, steepness: (
                steepness * (_steps(x, left, right, steepness)[0])
                - steepness * (_steps(x, left, right, steepness)[1])
            ),
            "The steepness is used twice: inside, where it makes the steps steeper, and outside, "
            "where it makes the bump higher. How high should the bump be?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                _sigmoid(steepness * (x - left)) - _sigmoid(x - right)
            ),
            "Only the first step has the steepness. What does the second one need to come down as "
            "quickly?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                _sigmoid(x - left) - _sigmoid(steepness * (x - right))
            ),
            "Only the second step has the steepness. What does the first one need to go up as "
            "quickly?",
        ),
        Mistake(
            lambda x, left, right, steepness: _sigmoid(
                steepness * (x - left) - steepness * (x - right)
            ),
            "The difference was taken inside one sigmoid, and x has dropped out of it. How many "
            "sigmoids does the bump need, and where is the one taken away from the other?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                _sigmoid(steepness * x - left) - _sigmoid(steepness * (x - right))
            ),
            _NOT_FACTORED,
        ),
        Mistake(
            lambda x, left, right, steepness: np.mean(_bump(_soft)(x, left, right, steepness)),
            "That is one number for all places together. How many values does the bump have, if "
            "each x is another place?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                _sigmoid(steepness * x) - _sigmoid(steepness * (x - right))
            ),
            "Your first step is at 0, wherever left is. What must be taken away from x inside the "
            "first sigmoid?",
        ),
        Mistake(
            lambda x, left, right, steepness: (
                _sigmoid(steepness * (x - left)) - _sigmoid(steepness * (x - left - right))
            ),
            "Your second step is right of the place where it should be. Is right a place, or the "
            "distance from left?",
        ),
        Mistake(
            _bump(lambda x, place, k: x - k * place),
            "The steepness multiplies only left and right: Python multiplies before it subtracts. "
            "How do you tell Python to take the difference first?",
        ),
    ],
)


def _slope_k1(term, factor=2, step=np.mean, error=None):
    """A slope from another term for each house, or from terms that are put together in another way.

    ``error`` stands in for prediction minus price.
    """
    error = error or (lambda z, s, y, k2, b2: k2 * s + b2 - y)

    def slope(x, y, k1, b1, k2, b2):
        z = k1 * x + b1
        s = _sigmoid(z)
        return factor * step(term(error(z, s, y, k2, b2), s, x, k2))

    return slope


def _no_sigmoid(x, y, k1, b1, k2, b2):
    z = k1 * x + b1
    return 2 * np.mean((k2 * z + b2 - y) * k2 * z * (1 - z) * x)


def _right_term(error, s, x, k2):
    return error * k2 * s * (1 - s) * x


def _at(inside):
    """The slope with the right errors, but the slope of the sigmoid at another place."""

    def slope(x, y, k1, b1, k2, b2):
        error = k2 * _sigmoid(k1 * x + b1) + b2 - y
        s = _sigmoid(inside(x, k1, b1, k2, b2))
        return 2 * np.mean(_right_term(error, s, x, k2))

    return slope


def _wrong_z(z):
    """The slope of a curve that has something else inside its sigmoid."""

    def slope(x, y, k1, b1, k2, b2):
        s = _sigmoid(z(x, k1, b1))
        return 2 * np.mean(_right_term(k2 * s + b2 - y, s, x, k2))

    return slope


def _two_points(h, left):
    """The slope of the loss between a k1 on the right and one on the left."""

    def loss(x, y, k1, b1, k2, b2):
        return np.mean((k2 * _sigmoid(k1 * x + b1) + b2 - y) ** 2)

    def slope(x, y, k1, b1, k2, b2):
        rise = loss(x, y, k1 + h, b1, k2, b2) - loss(x, y, k1 - left, b1, k2, b2)
        return rise / (h + left)

    return slope


def _curve(label, late=False, **values):
    arrays = {name: values[name] for name in ("x", "y")}
    numbers = {name: float(values[name]) for name in ("k1", "b1", "k2", "b2")}
    return Case(label, {**as_arrays(**arrays), **numbers}, late=late)


_rooms = np.random.default_rng(5).normal(6.3, 0.7, 200)
_prices = 12 + 30 * _sigmoid(2 * _rooms - 13) + np.random.default_rng(6).normal(0, 5, 200)

_NO_PIECE = (
    "More than one factor of the chain is missing or is another one. Go from the loss to k1, one "
    "piece at a time: the square, the factor k2, the sigmoid, and the product of k1 and x. Which "
    "factor does each piece bring?"
)
_HALF = (
    "That is half of the slope. Each error is squared in the loss: which factor does the slope of a "
    "square bring with it?"
)
_SUM = (
    "That is a sum over the houses: with twice as many houses it would be twice as steep. How does "
    "the formula keep the number of houses out of it?"
)
_EACH_HOUSE = "That is one number for each house. What turns them into a single slope?"
_SIGN = (
    "The sign is turned round: your slope says that the loss falls where it rises. Which is taken "
    "away from which, the price or the prediction?"
)
_SIGMOIDS_SLOPE = (
    "The height of the sigmoid stands where its slope should be. If k1 x + b1 grows a little, how "
    "much does the sigmoid grow: which formula did you write for that?"
)
_MEAN_TOO_EARLY = (
    "Means were multiplied by each other. Each error belongs to a house with its own rooms and its "
    "own place on the curve: which comes first in the formula, the product or the mean?"
)
_WHERE = (
    "The slope of the sigmoid was taken at another place. Which number goes into the sigmoid in the "
    "prediction, and so where on the curve is this house?"
)
_SQUARED_ERRORS = "The errors are still squared. What is left of a square when you take its slope?"
_FOR_K2 = (
    "That is the slope for k2. If k1 grows a little, what grows first: and how much does the "
    "sigmoid, and then the prediction, follow it?"
)
_NOT_ITS_SLOPE = (
    "The factor that the sigmoid brings is not its slope. Which two distances of its height are "
    "multiplied there: from which end of the sigmoid is each of them counted?"
)
_TWO_POINTS = (
    "You took a slope from two points, and that is only nearly right. Which factors does the chain "
    "rule give, from the loss to k1, for the exact slope?"
)
_HEIGHT_WITHOUT = (
    "Your errors do not belong to the prediction of the curve. Is the sigmoid in the prediction that "
    "you compare with the price, and are k2 and b2?"
)
_ORDER_OF_STEPS = (
    "Some parentheses are missing: Python multiplies before it adds or subtracts. Which difference "
    "must be taken as a whole before it is multiplied?"
)

_SLOPES = {  # the factor of the sigmoid, and others that are taken for it
    "right": lambda s: s * (1 - s),
    "missing": lambda s: 1.0,
    "height": lambda s: s,
    "rest": lambda s: 1 - s,
}


def _product(square, k2_counts, sigmoid_factor, x_counts):
    """The slope with some factors of the chain left out."""
    return _slope_k1(
        lambda e, s, x, k2: (
            e * (k2 if k2_counts else 1) * _SLOPES[sigmoid_factor](s) * (x if x_counts else 1)
        ),
        factor=square,
    )


_NAMED = {
    (1, True, "right", True): _HALF,
    (2, False, "right", True): (
        "k2 does not count in your slope. If the sigmoid grows by 0.1, by how much does the "
        "prediction grow?"
    ),
    (2, True, "missing", True): (
        "The sigmoid brings no factor into your slope. If k1 x + b1 grows a little, does the "
        "sigmoid grow just as much, and how much where it is nearly flat?"
    ),
    (2, True, "height", True): _SIGMOIDS_SLOPE,
    (2, True, "rest", True): (
        "One factor of the sigmoid's slope is there, the distance of its height from 1. Which "
        "other factor makes this slope small on the left side too?"
    ),
    (2, True, "right", False): (
        "That is the slope for b1: the rooms do not count in it. If k1 grows by 1, by how much does "
        "k1 x + b1 grow in a house with 6 rooms?"
    ),
    (2, False, "height", False): _FOR_K2,
    (1, False, "height", False): _FOR_K2,
    (2, False, "missing", False): (
        "That is the slope for b2. If k1 grows a little, what grows first: and how much does the "
        "sigmoid, and then the prediction, follow it?"
    ),
    (1, False, "missing", False): (
        "That is the mean error. If k1 grows a little, through which pieces does the change reach "
        "the error, and which factor does each of them bring?"
    ),
}

partial_k1 = Exercise(
    number="6.7",
    title="the slope for k1",
    reference=_slope_k1(_right_term),
    cases=[
        _curve("three houses", x=[1, 2, 3], y=[1, 2, 7], k1=2, b1=-3, k2=5, b2=1),
        _curve("a single house", x=[6], y=[22], k1=1, b1=-5.5, k2=30, b2=10),
        _curve(
            "rooms minus their mean",
            x=[-1.5, -0.5, 0.4, 1.6],
            y=[9, 14, 25, 60],
            k1=1.5,
            b1=0.2,
            k2=40,
            b2=5,
        ),
        _curve("a curve that falls", x=[4, 5, 7], y=[3, 2, 2.5], k1=0.5, b1=-3, k2=-3, b2=4),
        _curve(
            "a perfect curve",
            x=[5, 6, 7],
            y=3 + 2 * _sigmoid(np.array([-1.5, 0.5, 2.5])),
            k1=2,
            b1=-11.5,
            k2=2,
            b2=3,
        ),
        _curve("200 houses", x=_rooms, y=_prices, k1=1.7, b1=-11, k2=28, b2=10, late=True),
    ],
    mistakes=[
        *(Mistake(_product(*pieces), message) for pieces, message in _NAMED.items()),
        Mistake(_slope_k1(_right_term, factor=-2), _SIGN),
        Mistake(
            _slope_k1(_right_term, factor=-1),
            "The sign is turned round, and the size is half of what it should be. Which is taken "
            "away from which, and which factor does the slope of a square bring with it?",
        ),
        *(
            Mistake(
                _slope_k1(_right_term, factor=factor, step=np.sum),
                "The sign is turned round, and that is a sum over the houses. Which is taken away from "
                "which, and how does the formula keep the number of houses out of it?",
            )
            for factor in (-2, -1)
        ),
        *(
            Mistake(
                _product(-square, *pieces),
                "The sign is turned round, and that is not all: a factor of the chain is missing or is "
                "another one. Which is taken away from which, and which factor does each piece bring?",
            )
            for square in (2, 1)
            for pieces in itertools.product((True, False), _SLOPES, (True, False))
            if pieces != (True, "right", True)
        ),
        Mistake(
            _no_sigmoid,
            "The line k1 x + b1 went on as it is, without the sigmoid. What goes into the second line: "
            "z, or the sigmoid of z?",
        ),
        Mistake(_slope_k1(_right_term, step=np.sum), _SUM),
        Mistake(_slope_k1(_right_term, factor=1, step=np.sum), _SUM),
        Mistake(_slope_k1(_right_term, step=np.asarray), _EACH_HOUSE),
        Mistake(_slope_k1(_right_term, factor=1, step=np.asarray), _EACH_HOUSE),
        Mistake(_slope_k1(_right_term, step=lambda terms: terms / len(terms)), _EACH_HOUSE),
        Mistake(
            _slope_k1(_right_term, step=np.median),
            "That is a median over the houses. Which average does the formula take?",
        ),
        *(
            Mistake(
                _slope_k1(lambda e, s, x, k2, mixed=mixed: mixed(e, k2 * s * (1 - s), x)),
                _MEAN_TOO_EARLY,
            )
            for mixed in (
                lambda e, steep, x: np.mean(e) * np.mean(steep) * np.mean(x),
                lambda e, steep, x: np.mean(e) * np.mean(steep * x),
                lambda e, steep, x: np.mean(e * steep) * np.mean(x),
                lambda e, steep, x: np.mean(e * x) * np.mean(steep),
            )
        ),
        *(
            Mistake(
                _slope_k1(
                    lambda e, s, x, k2: np.mean(e) * k2 * s * (1 - s) * x,
                    factor=factor,
                    step=np.asarray,
                ),
                "The errors were averaged before the other factors came in, so one number for each "
                "house is left. Which comes first in the formula, the product or the mean?",
            )
            for factor in (2, 1)
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: e**2, factor=1),
            (
                "That is the L2 loss itself. What is left of a square when you take its slope, and what "
                "comes behind it in the chain?"
            ),
        ),
        Mistake(_slope_k1(lambda e, s, x, k2: _right_term(e**2, s, x, k2)), _SQUARED_ERRORS),
        Mistake(
            _slope_k1(lambda e, s, x, k2: _right_term(e**2, s, x, k2), factor=1), _SQUARED_ERRORS
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: _right_term(np.abs(e), s, x, k2), factor=1),
            "Half of the slope is missing, and the errors have lost their signs. Which factor does the "
            "slope of a square bring with it, and what does it do with the sign of an error?",
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: _right_term(np.abs(e), s, x, k2)),
            "The errors have lost their signs, so a prediction too high and one too low push the "
            "curve in the same direction. What does the formula do with the sign of an error?",
        ),
        *(
            Mistake(
                _slope_k1(lambda e, s, x, k2: _right_term(np.sign(e), s, x, k2), factor=factor),
                "Only the sign of each error was used. What is the slope of a square: does it "
                "depend on how large the error is?",
            )
            for factor in (1, 2)
        ),
        Mistake(
            lambda *arguments: abs(_slope_k1(_right_term)(*arguments)),
            "Your slope has lost its sign. How does a slope tell whether the loss rises or falls "
            "when k1 grows?",
        ),
        Mistake(_at(lambda x, k1, b1, k2, b2: x), _WHERE),
        Mistake(_at(lambda x, k1, b1, k2, b2: k1 * x), _WHERE),
        Mistake(_at(lambda x, k1, b1, k2, b2: _sigmoid(k1 * x + b1)), _WHERE),
        Mistake(_at(lambda x, k1, b1, k2, b2: k2 * _sigmoid(k1 * x + b1) + b2), _WHERE),
        *(
            Mistake(
                _wrong_z(inside),
                "What goes into your sigmoid is not k1 x + b1. In which order are x multiplied and "
                "b1 added, and are both there?",
            )
            for inside in (
                lambda x, k1, b1: k1 * x,
                lambda x, k1, b1: k1 * (x + b1),
                lambda x, k1, b1: x,
                lambda x, k1, b1: x + b1,
                lambda x, k1, b1: k1 * x - b1,
                lambda x, k1, b1: k1 + b1 * x,
            )
        ),
        *(
            Mistake(_slope_k1(_right_term, error=error), _HEIGHT_WITHOUT)
            for error in (
                lambda z, s, y, k2, b2: k2 * s - y,
                lambda z, s, y, k2, b2: s + b2 - y,
                lambda z, s, y, k2, b2: s - y,
                lambda z, s, y, k2, b2: k2 * z + b2 - y,
                lambda z, s, y, k2, b2: z - y,
            )
        ),
        Mistake(
            _slope_k1(_right_term, error=lambda z, s, y, k2, b2: y - k2 * s + b2),
            "Only one part of the prediction was taken away from the price, and b2 was added. Which "
            "is taken away from which in an error, and is the prediction taken as a whole?",
        ),
        Mistake(
            _slope_k1(_right_term, error=lambda z, s, y, k2, b2: k2 * (s + b2) - y),
            "In your prediction b2 is multiplied by k2. In which order does the curve multiply and "
            "add?",
        ),
        Mistake(
            _slope_k1(_right_term, error=lambda z, s, y, k2, b2: k2 * s + b2),
            "The true prices do not count in your slope. What must the prediction be compared "
            "with?",
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: (
                2
                * np.mean(
                    (k2 * _sigmoid(k1 * x + b1) + b2 - y)
                    * k2
                    * (k1 * x + b1)
                    * (1 - (k1 * x + b1))
                    * x
                )
            ),
            "The formula for the slope of the sigmoid was used with k1 x + b1 itself. Which number "
            "does it need in its two places?",
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: (
                2 * np.mean((k2 * _sigmoid(k1 * x + b1) + b2 - y) * k2 * x * (1 - x) * x)
            ),
            "The formula for the slope of the sigmoid was used with x itself. Which number does it "
            "need in its two places?",
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: (
                2
                * np.mean(
                    (k2 * _sigmoid(k1 * x + b1) + b2 - y)
                    * (k2 * _sigmoid(k1 * x + b1) + b2)
                    * (1 - (k2 * _sigmoid(k1 * x + b1) + b2))
                    * x
                )
            ),
            "The formula for the slope of the sigmoid was used with the whole prediction. Which "
            "part of it is the height of the sigmoid?",
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: k1 * _slope_k1(_right_term)(x, y, k1, b1, k2, b2),
            "There is a k1 too many in your slope. By how much does k1 x + b1 grow if k1 grows by 1?",
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: k2 * _right_term(e, s, x, k2)),
            "k2 counts twice in your slope. If the sigmoid grows by 0.1, by how much does the "
            "prediction grow?",
        ),
        *(
            Mistake(
                _slope_k1(lambda e, s, x, k2, steep=steep: e * k2 * steep(s) * x), _NOT_ITS_SLOPE
            )
            for steep in (
                lambda s: s**2,
                lambda s: s * (1 + s),
                lambda s: 1 - s**2,
                lambda s: (1 - s) ** 2,
                _sigmoid,
                lambda s: _sigmoid(s * (1 - s)),
            )
        ),
        *(
            Mistake(_two_points(h, left), _TWO_POINTS)
            for h in (1, 0.5, 0.1, 0.01, 1e-3, 1e-4, 1e-5)
            for left in (0, h)
            if left == 0 or h > 1e-3
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: (
                k1 * _slope_k1(lambda e, s, x, k2: e * k2 * s * (1 - s))(x, y, k1, b1, k2, b2)
            ),
            "That is how the error changes with the rooms: k1 stands where x should be. Which of "
            "the two is changed here, k1 or x, and which one stays as it is?",
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: e * k2 * s * (1 - s) * x**2),
            "The rooms count twice in your slope. If k1 grows by 1, by how much does k1 x + b1 grow "
            "in a house with 6 rooms?",
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: e * (k2 + s * (1 - s) + x)),
            "The factors were added. What does the chain rule do with the slopes of pieces that "
            "follow one another?",
        ),
        Mistake(
            _slope_k1(lambda e, s, x, k2: e + k2 * s * (1 - s) * x),
            "The error was added to the slope of the prediction. What does the chain rule do with "
            "the slopes of pieces that follow one another?",
        ),
        *(
            Mistake(
                _slope_k1(lambda e, s, x, k2: k2 * s * (1 - s) * x, factor=factor),
                "The errors do not count in your slope, only how fast the predictions grow with k1. "
                "What does the loss make of it, if a prediction is much too high, and what if it is "
                "right?",
            )
            for factor in (1, 2)
        ),
        *(
            Mistake(_slope_k1(term), _ORDER_OF_STEPS)
            for term in (
                lambda e, s, x, k2: e * k2 * s * 1 - s * x,
                lambda e, s, x, k2: e * k2 * s - s * x,
            )
        ),
        Mistake(
            lambda x, y, k1, b1, k2, b2: (
                2
                * np.mean(
                    k2 * _sigmoid(k1 * x + b1)
                    + b2
                    - y * k2 * _sigmoid(k1 * x + b1) * (1 - _sigmoid(k1 * x + b1)) * x
                )
            ),
            _ORDER_OF_STEPS,
        ),
        *(
            Mistake(_product(*pieces), _NO_PIECE)
            for pieces in itertools.product((2, 1), (True, False), _SLOPES, (True, False))
            if pieces not in _NAMED and pieces != (2, True, "right", True)
        ),
    ],
)
