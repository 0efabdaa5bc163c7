"""Exercise 2.5."""

from helpers.check.calls import as_arrays, as_whole_numbers
from helpers.check.exercise import Case, Exercise


def _about(value, distances, prices):
    """Find an answer that is wrong only where the rule for a distance of 0 counts."""
    if 0 in distances:
        return "at-0", {}


weighted_mean = Exercise(
    number="2.5",
    title="near neighbours count more",
    cases=[
        Case("a near and a far one", as_arrays(distances=[1, 3], prices=[20, 40])),
        Case("four neighbours", as_arrays(distances=[0.1, 0.2, 0.5, 2], prices=[30, 24, 10, 50])),
        Case("distances near 0", as_arrays(distances=[2e-5, 6e-5, 1e-4], prices=[20, 30, 50])),
        Case("whole numbers", as_whole_numbers(distances=[2, 1, 4], prices=[40, 11, 30])),
        Case("distance 0", as_arrays(distances=[0, 1], prices=[18, 30])),
        Case("two of them at distance 0", as_arrays(distances=[0.5, 0, 0], prices=[40, 50, 17.4])),
        Case("distance 0 and one near it", as_arrays(distances=[3e-5, 0], prices=[40, 20])),
        Case(
            "distance 0, whole numbers",
            as_whole_numbers(distances=[3, 0, 1, 0], prices=[9, 20, 30, 25]),
        ),
    ],
    about=_about,
    solution="""
def my_weighted_mean(distances, prices):
    exact = distances == 0
    if exact.any():
        return np.mean(prices[exact])
    weights = 1 / distances
    return np.sum(weights * prices) / np.sum(weights)
""",
    right="""
def my_weighted_mean(distances, prices):
    if 0 in distances:
        return prices[distances == 0].mean()
    return np.average(prices, weights=1 / distances)
def my_weighted_mean(distances, prices):
    zeros = [p for d, p in zip(distances, prices) if d == 0]
    if len(zeros) > 0:
        return sum(zeros) / len(zeros)
    top, bottom = 0, 0
    for d, p in zip(distances, prices):
        top += p / d
        bottom += 1 / d
    return top / bottom
def my_weighted_mean(distances, prices):
    if np.min(distances) > 0:
        weights = distances**-1.0
    else:
        weights = np.where(distances == 0, 1, 0)
    return weights @ prices / weights.sum()
""",
    mistakes="""
distance-as-weight: The far neighbour counts more than the near one: its distance was used as its weight.
How does a weight become small when the distance is large?
    weights = 1 / distances => weights = distances
    top += p / d => top += p * d; bottom += 1 / d => bottom += d
    return np.sum(distances * prices) / np.sum(distances)

by-number: The sum was divided by the number of neighbours. The weights do not add up to that number: by
what must you divide so that equal prices give just that price?
    / np.sum(weights) => / len(prices)
    return np.sum(weights * prices) / np.sum(weights) => return np.mean(weights * prices)
    return np.mean(prices / distances)

not-divided: That is the sum of weight times price. Two equal prices of 20 must give 20: what is missing?
    return np.sum(weights * prices) / np.sum(weights) => return np.sum(weights * prices)
    return top / bottom => return top
    return np.sum(prices / distances)

by-distances: The sum was divided by the sum of the distances. Two equal prices of 20 must give 20: of what
must the sum stand below the line?
    / np.sum(weights) => / np.sum(distances)
    bottom += 1 / d => bottom += d

squared: The weights fall with the square of the distance. That is a possible choice, but which one does the
text name?
    weights = 1 / distances => weights = 1 / distances**2
    return np.sum(prices / distances**2) / np.sum(1 / distances**2)

other-weights: These weights fall with the distance too, but in another way. That is a possible choice, but
which one does the text name?
    weights = 1 / distances => weights = distances.max() - distances
    weights = 1 / distances => weights = 1 / np.sqrt(distances)
    weights = 1 / distances => weights = np.exp(-distances)

whole-division: Each weight was rounded down to a whole number. Which division keeps the digits behind the
decimal point?
    weights = 1 / distances => weights = 1 // distances
    bottom += 1 / d => bottom += 1 // d

each-neighbour: That is one number for each neighbour. Which step makes one number of them?
    return np.sum(weights * prices) / np.sum(weights) => return weights * prices / np.sum(weights)
    return np.sum(weights * prices) / np.sum(weights) => return weights * prices

sums-multiplied: Both sums were taken first, and then multiplied, so the weights cancel. Which weight belongs
to which price?
    np.sum(weights * prices) => np.sum(weights) * np.sum(prices)

first-neighbour: Only the first neighbour has been counted. Does your loop end in its first round?
    bottom += 1 / d => bottom += 1 / d\\n        return top / bottom

first-not-first: Only the first distance was compared with 0. Must the nearest neighbour stand in front?
    if exact.any(): => if exact[0]:

exact-one-by-one: Those are the prices of the neighbours at distance 0, one by one. What does the text say
about several of them?
    return np.mean(prices[exact]) => return prices[exact]

exact-sum: That is the sum of the prices at distance 0. What does the text say about several of them?
    return np.mean(prices[exact]) => return np.sum(prices[exact])

first-exact: Two neighbours have the distance 0, and only the first of them was used. What does the text say
about them?
    return np.mean(prices[exact]) => return prices[exact][0]
    return np.mean(prices[exact]) => return prices[np.argmin(distances)]
    def my_weighted_mean(distances, prices):
        top, bottom = 0, 0
        for d, p in zip(distances, prices):
            if d == 0:
                return p
            top += p / d
            bottom += 1 / d
        return top / bottom

all-at-0: At a distance of 0 all neighbours counted the same. Which of them does the text choose then?
    return np.mean(prices[exact]) => return np.mean(prices)

left-out: The neighbours at distance 0 were left out. How near are they to the query?
    def my_weighted_mean(distances, prices):
        near = distances > 0
        return np.sum(prices[near] / distances[near]) / np.sum(1 / distances[near])

added-1: 1 was added to each distance, so near neighbours lose much of their weight. What is the weight in
the text, and which distances need a rule of their own?
    return np.sum(prices / (1 + distances)) / np.sum(1 / (1 + distances))
    weights = 1 / distances => weights = 1 / (1 + distances)

instead-of-0: Another number was put in place of a distance of 0, or a small one was added to every distance.
The result moves with that number: what does the text do with a distance of 0?
    return np.sum(prices / (distances + 1e-3)) / np.sum(1 / (distances + 1e-3))
    return np.sum(prices / (distances + 1e-6)) / np.sum(1 / (distances + 1e-6))
    return np.sum(prices / (distances + 1e-9)) / np.sum(1 / (distances + 1e-9))
    def my_weighted_mean(distances, prices):
        weights = 1 / np.where(distances == 0, 1e-6, distances)
        return np.sum(weights * prices) / np.sum(weights)
    def my_weighted_mean(distances, prices):
        weights = 1 / np.where(distances == 0, 1, distances)
        return np.sum(weights * prices) / np.sum(weights)

plain-mean: That is the plain mean, in which each neighbour counts the same. Where do the distances come in?
    return np.mean(prices)

at-0: Here a neighbour has the distance 0, and for that the text has a rule without weights. Which prices does
it take then, and what does it make of them?
    about
    return np.mean(prices[exact]) => return 0
    return np.mean(prices[exact]) => return prices[0]
    return np.mean(prices[exact]) => return prices[exact][-1]
    return np.mean(prices[exact]) => return np.mean(distances)

nan-at-0: Dividing by a distance of 0 gave nan: not a number. Which case has to be looked at before the
weights are computed, and is your condition true for these distances?
    return np.sum(prices / distances) / np.sum(1 / distances)
    exact.any() => exact.all()
    if exact.any(): => if distances.any() == 0:
""",
)
