"""Exercise 6.4."""

from helpers.check.exercise import Exercise
from helpers.check.lesson_06.shared import ENTRIES, sigmoid

relu = Exercise(
    number="6.4",
    title="ReLU",
    uses={"sigmoid": sigmoid},
    cases=ENTRIES,
    solution="""
def my_relu(z):
    return np.maximum(z, 0)
""",
    right="""
def my_relu(z):
    result = []
    for entry in z:
        if entry > 0:
            result.append(entry)
        else:
            result.append(0)
    return result
return np.where(z > 0, z, 0)
def my_relu(z):
    result = z.copy()
    result[result < 0] = 0
    return result
return z * (z > 0)
return [max(entry, 0) for entry in z]
return (z + abs(z)) / 2
return np.clip(z, 0, None)
""",
    mistakes=r"""
other-side: The entries below 0 were kept, and the others became 0. Which of the two numbers, z or 0, does
ReLU keep?
    np.maximum => np.minimum
    np.where(z > 0, z, 0) => np.where(z > 0, 0, z)
    z * (z > 0) => z * (z < 0)

distance: The entries below 0 became their distances from 0. What does ReLU give below 0?
    return np.abs(z)
    return np.sqrt(z**2)

compared-last: Only True and False came out: Python multiplies before it compares. How do you tell it to
compare first?
    z * (z > 0) => z * z > 0

true-or-false: That says for each entry whether it is above 0. Does the task ask which entries are kept,
or for their values?
    return z > 0
    return [entry > 0 for entry in z]

slope: That is the slope: 1 above 0, and 0 below. Does the task ask how steep ReLU is, or for its values?
    np.where(z > 0, z, 0) => np.where(z > 0, 1, 0)
    return 1.0 * (z > 0)

largest-of-all: That is the largest of all entries. Each entry should be compared with 0 on its own: what
does NumPy have that compares entry by entry?
    np.maximum(z, 0) => np.max(z)
    np.maximum(z, 0) => np.max(z, 0)
    np.maximum(z, 0) => max(0, np.max(z))
    np.maximum(z, 0) => np.maximum(z, np.max(z))

direction: What stands second in these parentheses is not compared with anything: it names a direction of the
array. What compares two values, entry by entry?
    stops: AxisError|TypeError: only integer scalar
    np.maximum(z, 0) => np.max(z, 1)
    np.maximum(z, 0) => np.max(0, z)

one-value: Only one value stands in these parentheses, but two must be compared. With which number does
ReLU compare each entry?
    stops: TypeError: maximum|ValueError: invalid number of arguments
    np.maximum(z, 0) => np.maximum(z)

decides-once: An if and Python's own max decide once, for the whole array, and so would any and all. What
compares each entry on its own?
    stops: .*is ambiguous
    return max(z, 0)
    return z if z > 0 else 0

some-and-all: On the left side only some of the places are meant, and on the right side stand all the
entries of z. How do you take the same ones there?
    stops: ValueError: .*boolean.*cannot assign
    def my_relu(z):
        result = np.zeros(len(z))
        result[z > 0] = z
        return result

any-or-all: One decision was made for all entries together. What compares each entry with 0 on its own?
    return z if np.any(z > 0) else np.zeros(len(z))
    return z if np.all(z > 0) else np.zeros(len(z))

half-of-choice: A choice needs two values: one where the condition is true, and one elsewhere. Which of
the two is missing?
    stops: ValueError: either both or neither
    np.where(z > 0, z, 0) => np.where(z > 0, z)

first-entry: Only the first entry has been looked at. If there is a loop: where does it end?
    return max(z[0], 0)
    def my_relu(z):
        for entry in z:
            if entry > 0:
                return entry
            else:
                return 0
    def my_relu(z):
        result = []
        for entry in z:
            result.append(max(entry, 0))
            return result

last-entry: Only the last entry is left: each round of the loop forgets the one before. Where are the
results of all rounds collected?
    return max(z[-1], 0)
    def my_relu(z):
        for entry in z:
            result = [max(entry, 0)]
        return result

too-short: The entries below 0 are gone, so your result is shorter than z. What should stand in their
places?
    return z[z > 0]
    return [entry for entry in z if entry > 0]

squeezed: Your values above 0 do not grow beyond a limit. What does ReLU do with an entry above 0, however
large it is?
    0, None => 0, 1
    0, None => -1, 1

leaky: Your entries below 0 still leak through, only smaller. What does ReLU itself give below 0?
    np.where(z > 0, z, 0) => np.where(z > 0, z, 0.01 * z)
    np.where(z > 0, z, 0) => np.where(z > 0, z, 0.1 * z)

wrong-entries: Only the entries below 0 came through, and with their signs turned round. Which ones does
ReLU let through?
    np.maximum(z, 0) => np.maximum(-z, 0)
    np.maximum(z, 0) => -np.minimum(z, 0)

signs: The right entries came through, but their signs are turned round. What does ReLU do with an entry
above 0?
    np.maximum(z, 0) => -np.maximum(z, 0)

z-itself: That is z itself: the entries below 0 are still there. What does ReLU make of them, and where
are the new values kept?
    np.maximum(z, 0) => z
    def my_relu(z):
        for entry in z:
            if entry < 0:
                entry = 0
        return z

compared-with-one: Each entry was compared with 1. With which number does ReLU compare?
    np.maximum(z, 0) => np.maximum(z, 1)
    z > 0, z => z > 1, z

other-number-below: The entries below 0 became something else. What does ReLU make of them?
    np.where(z > 0, z, 0) => np.where(z > 0, z, 1)
    np.where(z > 0, z, 0) => np.where(z > 0, z, -1)
    np.where(z > 0, z, 0) => np.where(z > 0, z, np.nan)

one-above: The entries above 0 became 1, and the others stayed as they are. On which side does ReLU change
something?
    np.where(z > 0, z, 0) => np.where(z > 0, 1, z)

soft: That is a soft curve. Of which two straight pieces is ReLU made?
    return sigmoid(z)
    return z * sigmoid(z)
    return np.tanh(z)

added-up: The values were added up. How many values does ReLU of an array have?
    np.maximum(z, 0) => np.sum(np.maximum(z, 0))
    z * (z > 0) => z @ (z > 0)
""",
)
