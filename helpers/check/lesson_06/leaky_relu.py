"""Exercise 6.5."""

import numpy as np

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise


def _case(label, z, slope, arrays=as_arrays, late=False):
    return Case(label, {**arrays(z=z), "slope": slope}, late=late)


leaky_relu = Exercise(
    number="6.5",
    title="leaky ReLU",
    cases=[
        _case("both sides of 0", [-2, 1, 3], 0.25),
        _case("values below 0", [-5, -0.6], 0.01),
        _case("values above 0", [0.4, 7, 2.5], 0.3),
        _case("a steep slope", [-4, 6, -1, 0.5], 0.8),
        _case("a slope of 0", [-3, 2], 0.0),
        _case("a slope above 1", [-3, 2, -0.5], 2.0),
        _case("whole numbers", [-3, 4, -1], 0.5, as_whole_numbers),
        _case("1,001 values around 0", np.linspace(-10, 10, 1001), 0.1, late=True),
    ],
    solution="""
def my_leaky_relu(z, slope):
    return np.where(z > 0, z, slope * z)
""",
    right="""
def my_leaky_relu(z, slope):
    result = []
    for entry in z:
        if entry > 0:
            result.append(entry)
        else:
            result.append(slope * entry)
    return result
def my_leaky_relu(z, slope):
    result = z.astype(float)
    result[z < 0] *= slope
    return result
return np.maximum(z, 0) + slope * np.minimum(z, 0)
return z * np.where(z > 0, 1, slope)
return np.array([v if v > 0 else slope * v for v in z])
""",
    mistakes=r"""
own-slope: You took a slope of your own, whatever slope was given. Where does your function use the slope
from its first line?
    slope * z => 0.01 * z
    slope * z => 0.1 * z
    slope * z => 0.2 * z
    def my_leaky_relu(z, slope):
        slope = 0.01
        return np.maximum(z, slope * z)

no-leak: That is ReLU without a leak: everything below 0 became 0. What should be left there of each
entry?
    return np.maximum(z, 0)
    slope * z => 0

other-side: The slope is used on the side above 0, and the entries below 0 stay as they are. On which side
should z be left alone?
    z > 0, z => z < 0, z
    z, slope * z => slope * z, z
    return np.minimum(z, slope * z)

larger-of-two: The larger of z and slope times z is the right one only while the slope is at most 1. What
else tells on which side of 0 an entry is?
    return np.maximum(z, slope * z)
    return [max(v, slope * v) for v in z]

slope-above: The slope is used above 0, and below 0 nothing is left. On which side should z be left alone,
and what happens on the other one?
    z, slope * z => slope * z, 0
    return np.maximum(slope * z, 0)

everywhere: Every entry was multiplied by the slope. What happens to an entry above 0?
    return slope * z

z-itself: That is z itself. What happens to the entries below 0, and where are the new values kept?
    return z
    def my_leaky_relu(z, slope):
        for entry in z:
            if entry < 0:
                entry = slope * entry
        return z

constant-below: Below 0 every entry became the same number. How does the value there depend on z?
    slope * z => slope
    slope * z => -slope
    def my_leaky_relu(z, slope):
        result = z.copy()
        result[result < 0] = slope
        return result

not-below-slope: Each entry was compared with the slope itself, and the larger one kept. With which number
is z compared, and what does the slope do?
    return np.maximum(z, slope)
    return [max(v, slope) for v in z]

upwards: Your curve turns up again on the left side: its values there are above 0. Which sign does a part
of a number below 0 have?
    slope * z => -slope * z
    slope * z => slope * np.abs(z)
    return np.abs(z)

shifted: Below 0 the slope was added to z or taken away from it. How does a slope act on z in a straight
line through 0?
    slope * z => z - slope
    slope * z => z + slope
    slope * z => slope + z
    return z - slope

divided: Below 0 you divided by the slope, so a smaller slope makes larger values. What should a smaller
slope do there?
    slope * z => z / slope

rest: Below 0 the part that should stay is gone, and the other part is left. Which part of z does the slope
stand for?
    slope * z => (1 - slope) * z
    slope * z => z - slope * z

slopes: Those are the slopes of the two straight pieces. Does the task ask how steep the curve is, or for
its values?
    z, slope * z => 1, slope
    z > 0, z, slope * z => z < 0, slope, 1

lost-above: Below 0 that is right, but all the entries above 0 became the same number. What should be left
of them?
    z, slope * z => 0, slope * z
    z, slope * z => 1, slope * z
    return slope * np.minimum(z, 0)

both-sides: The leak was added on both sides, so the curve is too steep above 0. To which entries does the
leak belong?
    return np.maximum(z, 0) + slope * z

corner-at-slope: The corner of your curve is at the slope. At which z does leaky ReLU have its corner?
    z > 0 => z > slope

too-short: Your result is shorter than z: the entries of one side are missing. What should stand in their
places?
    return z[z > 0]
    return slope * z[z < 0]
    return [v for v in z if v > 0]
    return [slope * v for v in z if v < 0]

sides-sorted: The two sides were put one behind the other, so the entries are no longer in the order of z.
What chooses between two values and leaves each entry in its place?
    return np.append(z[z > 0], slope * z[z <= 0])
    return np.append(slope * z[z <= 0], z[z > 0])
    return np.concatenate([slope * z[z < 0], z[z >= 0]])

first-entry: Only the first entry has been looked at. If there is a loop: where does it end?
    return z[0] if z[0] > 0 else slope * z[0]
    def my_leaky_relu(z, slope):
        result = []
        for v in z:
            result.append(v if v > 0 else slope * v)
            return result

decides-once: An if and Python's own max decide once, for the whole array, and so would any and all. What
decides for each entry on its own?
    stops: .*is ambiguous
    return z if z > 0 else slope * z
    return max(z, slope * z)

direction: What stands second in these parentheses is not compared with anything: it names a direction of
the array. What compares two values, entry by entry, and is the larger one always right here?
    stops: AxisError|TypeError: only integer scalar
    return np.max(z, slope * z)

some-and-all: On the left side only some of the places are meant, and on the right side stand all the
entries of z. How do you take the same ones there?
    stops: ValueError: .*boolean.*cannot assign
    def my_leaky_relu(z, slope):
        result = slope * z
        result[z > 0] = z
        return result

any-or-all: One decision was made for all entries together. What decides for each entry on its own?
    return z if np.any(z > 0) else slope * z
    return z if np.all(z > 0) else slope * z

half-of-choice: A choice needs two values: one where the condition is true, and one elsewhere. Which of
the two is missing?
    stops: ValueError: either both or neither
    z, slope * z => z

product-into-whole: z holds only whole numbers here, and a copy of it holds whole numbers too: a product
with a fraction cannot be put back into it. How do you get an array that can hold fractions?
    stops: .*Cannot cast ufunc
    def my_leaky_relu(z, slope):
        result = z.copy()
        result[result < 0] *= slope
        return result
""",
)
