"""Checks of the exercises of lesson 2."""

import numpy as np

from helpers import knn, scaling
from helpers.check.calls import as_arrays
from helpers.check.exercise import Case, Exercise, Mistake
from helpers.losses import l1_loss, rmse


def _mean_of(pick):
    """The mean of the ages that another rule picks than the right one."""

    def mean(ages, topn):
        picked = pick(list(ages.values()), topn)
        return sum(picked) / len(picked)

    return mean


def _youngest(ages, topn):
    return sorted(ages.values())[:topn]


mean_age = Exercise(
    number="2.1",
    title="the two youngest",
    reference=_mean_of(lambda values, topn: sorted(values)[:topn]),
    cases=[
        Case(
            "two of four people",
            {"ages": {"Ana": 53, "Ben": 28, "Chen": 41, "Dina": 36}, "topn": 2},
        ),
        Case("three of five", {"ages": {"Z": 20, "A": 70, "M": 40, "B": 66, "C": 13}, "topn": 3}),
        Case("a single person", {"ages": {"Ana": 53}, "topn": 1}),
    ],
    mistakes=[
        Mistake(
            lambda ages, topn: sorted(ages, key=ages.get)[:topn],
            "Those are the names. The question asks for the mean of their ages: how do you get "
            "from a name to an age?",
        ),
        Mistake(
            _youngest,
            "Those are the ages, one by one. What makes a single number out of them?",
        ),
        Mistake(
            lambda ages, topn: sum(_youngest(ages, topn)),
            "That is the sum of the ages. What turns a sum into a mean?",
        ),
        Mistake(
            lambda ages, topn: sum(_youngest(ages, topn)) / len(ages),
            "The sum was divided by the number of all people in the dict. How many ages did you "
            "add up?",
        ),
        Mistake(
            lambda ages, topn: sum(_youngest(ages, topn)) / 2,
            "The sum was divided by 2. That fits two people: how many are there when topn is 3?",
        ),
        Mistake(
            _mean_of(lambda values, topn: sorted(values)[-topn:]),
            "Those are the oldest people. At which end of a sorted list do the youngest stand?",
        ),
        Mistake(
            lambda ages, topn: sum(ages[name] for name in sorted(ages)[:topn]) / topn,
            "Those people come first in the alphabet. What tells sorted to look at the ages?",
        ),
        Mistake(
            _mean_of(lambda values, topn: values[:topn]),
            "Those people were entered first. What has to happen before the first ones are taken?",
        ),
        Mistake(
            _mean_of(lambda values, topn: sorted(values)[: topn + 1]),
            "One person too many was taken. Does a slice include the position behind its colon?",
        ),
        Mistake(
            _mean_of(lambda values, topn: values),
            "That is the mean age of all the people. Only the youngest ones are asked for.",
        ),
    ],
)


def _in_order_of(key):
    """KNN in which the rows are taken in the order of another key than the distance."""

    def predict(x, y, query, topn):
        return float(np.mean(y[np.argsort(key(x, y, query), kind="stable")[:topn]]))

    return predict


_noisy_line = np.random.default_rng(7).uniform(4, 9, 30)

knn_predict = Exercise(
    number="2.2",
    title="nearest neighbours with NumPy",
    reference=knn.knn_predict,
    cases=[
        Case(
            "a query between the rows",
            {
                **as_arrays(x=[5, 8, 6.4, 7.1], y=[30, 12, 21, 45]),
                "query": 6.9,
                "topn": 2,
            },
        ),
        Case(
            "one neighbour",
            {**as_arrays(x=[9, 4, 7], y=[50, 9, 28]), "query": 7.2, "topn": 1},
        ),
        Case(
            "two rows with the same x",
            {**as_arrays(x=[5.875, 5.875, 8, 4], y=[17.4, 50, 30, 11]), "query": 5.9, "topn": 2},
        ),
        Case(
            "all rows",
            {**as_arrays(x=[4, 6, 9], y=[10, 20, 45]), "query": 5.0, "topn": 3},
        ),
        Case(
            "30 random rows",
            {
                "x": _noisy_line,
                "y": 9 * _noisy_line - 30 + np.sin(50 * _noisy_line),
                "query": 6.5,
                "topn": 4,
            },
        ),
    ],
    mistakes=[
        Mistake(
            lambda x, y, query, topn: knn.find_price_by_similar(
                dict(zip(x, y, strict=True)), query, topn
            ),
            "A row is lost: two houses have the same x, and a dict keeps only one of them. What "
            "can hold both?",
        ),
        Mistake(
            _in_order_of(lambda x, y, query: x - query),
            "The rows with the smallest x were taken. How far is each row from the query, if the "
            "difference is -3?",
        ),
        Mistake(
            _in_order_of(lambda x, y, query: query - x),
            "The rows with the largest x were taken. How far is each row from the query, if the "
            "difference is -3?",
        ),
        Mistake(
            _in_order_of(lambda x, y, query: -np.abs(x - query)),
            "Those are the rows that are farthest away. At which end of the sorted row numbers "
            "are the near ones?",
        ),
        Mistake(
            _in_order_of(lambda x, y, query: y),
            "The rows were chosen by their y. The price is what you want to find out: by which "
            "array must the rows be sorted?",
        ),
        Mistake(
            lambda x, y, query, topn: float(np.mean(x[knn.nearest_rows(x, query, topn)])),
            "That is the mean of x, the rooms of the neighbours. Which array holds their prices?",
        ),
        Mistake(
            lambda x, y, query, topn: float(np.sum(y[knn.nearest_rows(x, query, topn)])),
            "That is the sum of the prices. With more neighbours it grows and grows: what makes a "
            "price of it again?",
        ),
        Mistake(
            lambda x, y, query, topn: y[knn.nearest_rows(x, query, topn)],
            "Those are the prices of the neighbours, one by one. What makes a single answer out "
            "of them?",
        ),
        Mistake(
            lambda x, y, query, topn: float(np.mean(np.sort(np.abs(x - query))[:topn])),
            "That is the mean distance of the neighbours. You need to know in which rows they "
            "stand: which NumPy function gives row numbers?",
        ),
        Mistake(
            lambda x, y, query, topn: float(np.mean(y)),
            "That is the mean of all rows, as if topn were not there.",
        ),
        Mistake(
            lambda x, y, query, topn: float(np.mean(knn.nearest_rows(x, query, topn))),
            "That is the mean of the row numbers. Which array holds the prices of these rows?",
        ),
    ],
)

_rooms = np.random.default_rng(3).uniform(4, 9, 40)
_prices = 9 * _rooms - 34 + np.random.default_rng(4).normal(0, 6, 40)
# Two houses far above the line: RMSE and the mean distance choose differently, 1 is the worst.
_dear = 9 * _rooms - 34
_dear[np.random.default_rng(2).choice(40, 2, replace=False)] += 60


def _errors(x, y, candidates, loss=rmse):
    return [loss(y, knn.leave_one_out(x, y, topn)) for topn in candidates]


def _errors_of_known(x, y, candidates):
    return [rmse(y, [knn.knn_predict(x, y, query, topn) for query in x]) for topn in candidates]


def _choose(errors, at=np.argmin):
    return lambda x, y, candidates: candidates[int(at(errors(x, y, candidates)))]


best_topn = Exercise(
    number="2.3",
    title="let the data choose",
    reference=_choose(_errors),
    cases=[
        Case("40 noisy rows", {"x": _rooms, "y": _prices, "candidates": [1, 3, 6, 20, 39]}),
        Case("poor candidates only", {"x": _rooms, "y": _prices, "candidates": [39, 20, 1]}),
        Case("two very dear houses", {"x": _rooms, "y": _dear, "candidates": [20, 2, 12, 1, 8]}),
    ],
    mistakes=[
        Mistake(
            _choose(_errors_of_known),
            "Each row was allowed to see itself, so the smallest topn wins. Which function of "
            "this lesson hides the row that is asked for?",
        ),
        Mistake(
            lambda x, y, candidates: float(np.min(_errors(x, y, candidates))),
            "That is the smallest error itself. The question asks which candidate has it.",
        ),
        Mistake(
            lambda x, y, candidates: int(np.argmin(_errors(x, y, candidates))),
            "That is a position in the list of candidates. Which candidate stands there?",
        ),
        Mistake(
            _choose(_errors, at=np.argmax),
            "That candidate has the largest error. Do you want argmin or argmax?",
        ),
        Mistake(
            _errors,
            "Those are all the errors. One step is missing: where is the smallest?",
        ),
        Mistake(
            _choose(lambda x, y, candidates: _errors(x, y, candidates, l1_loss)),
            "The candidate with the smallest mean distance was chosen. Which error does the task "
            "name?",
        ),
        Mistake(
            lambda x, y, candidates: 1 + int(np.argmin(_errors(x, y, range(1, len(x))))),
            "The best of all numbers was chosen, whether it is a candidate or not. Which numbers "
            "may be tried?",
        ),
        Mistake(
            lambda x, y, candidates: candidates[-1],
            "That is always the last candidate. When a smaller error is found: what has to be "
            "remembered for the next comparison?",
        ),
    ],
)


def _scaled(mean, deviation):
    return lambda known, hidden: (hidden - mean(known)) / deviation(known)


def _means(known):
    return known.mean(axis=0)


_known = np.array([[5.0, 20.0], [6.0, 10.0], [7.0, 6.0], [8.0, 4.0]])

standardise = Exercise(
    number="2.4",
    title="no peeking",
    reference=lambda known, hidden: scaling.standardise(hidden[None, :], known)[0],
    cases=[
        Case("four rows, two columns", {"known": _known, "hidden": np.array([9.0, 2.0])}),
        Case("a hidden row far outside", {"known": _known, "hidden": np.array([60.0, 300.0])}),
        Case(
            "three columns",
            {
                "known": np.random.default_rng(5).normal([6, 12, 400], [0.7, 7, 150], (20, 3)),
                "hidden": np.array([6.5, 10.0, 666.0]),
            },
        ),
    ],
    mistakes=[
        Mistake(
            lambda known, hidden: scaling.standardise(np.vstack([known, hidden]))[-1],
            "The hidden row was part of the mean and the standard deviation: it leaked. Which "
            "rows may you look at?",
        ),
        Mistake(
            _scaled(np.mean, np.std),
            "One mean was taken over all columns together, rooms and percent mixed. How do you "
            "get one mean for each column?",
        ),
        Mistake(
            _scaled(_means, np.std),
            "The mean is taken column by column, the standard deviation is not. Over which "
            "numbers does each of them go?",
        ),
        Mistake(
            _scaled(np.mean, lambda known: known.std(axis=0)),
            "The standard deviation is taken column by column, the mean is not. Over which "
            "numbers does each of them go?",
        ),
        Mistake(
            _scaled(_means, lambda known: known.std(axis=0, ddof=1)),
            "Nearly. Your standard deviation divides by n - 1, as the one of a pandas column does. "
            "Which standard deviation did the lesson use?",
        ),
        Mistake(
            lambda known, hidden: (hidden - hidden.mean()) / hidden.std(),
            "The row was scaled by its own numbers. What do the known rows say about each column?",
        ),
        Mistake(
            _scaled(_means, lambda known: known.var(axis=0)),
            "It was divided by the variance, which is in squared units. What is its square root "
            "called?",
        ),
        Mistake(
            lambda known, hidden: scaling.min_max(hidden[None, :], known)[0],
            "That is min-max scaling. Standardising uses the mean and the standard deviation.",
        ),
        Mistake(
            lambda known, hidden: scaling.standardise(known),
            "Those are the known rows, scaled. The hidden row is what the question asks for.",
        ),
        Mistake(
            lambda known, hidden: hidden - known.mean(axis=0),
            "The mean is taken away, but the units are still there. By what must each column be "
            "divided?",
        ),
    ],
)


def _weighted(weight, total=np.sum, at_zero=np.mean):
    """The weighted mean, with another weight, divisor or rule for distance 0 than the right one."""

    def mean(distances, prices):
        exact = distances == 0
        if exact.any() and at_zero:
            return float(at_zero(prices[exact]))
        weights = weight(distances)
        return float(np.sum(weights * prices) / total(weights))

    return mean


def _inverse(distances):
    return 1 / distances


def _drop_zeros(distances, prices):
    kept = distances > 0
    return _weighted(_inverse)(distances[kept], prices[kept])


weighted_mean = Exercise(
    number="2.5",
    title="near neighbours count more",
    reference=_weighted(_inverse),
    cases=[
        Case("a near and a far one", as_arrays(distances=[1, 3], prices=[20, 40])),
        Case("four neighbours", as_arrays(distances=[0.1, 0.2, 0.5, 2], prices=[30, 24, 10, 50])),
        Case("distances near 0", as_arrays(distances=[2e-5, 6e-5, 1e-4], prices=[20, 30, 50])),
        Case("distance 0", as_arrays(distances=[0, 1], prices=[18, 30])),
        Case("two of them at distance 0", as_arrays(distances=[0.5, 0, 0], prices=[40, 50, 17.4])),
    ],
    mistakes=[
        Mistake(
            _weighted(lambda distances: distances),
            "The far neighbour counts more than the near one: its distance was used as its "
            "weight. How does a weight become small when the distance is large?",
        ),
        Mistake(
            _weighted(_inverse, total=len),
            "The sum was divided by the number of neighbours. The weights do not add up to that "
            "number: by what must you divide so that equal prices give just that price?",
        ),
        Mistake(
            _weighted(_inverse, total=lambda weights: 1),
            "That is the sum of weight times price. Two equal prices of 20 must give 20: what is "
            "missing?",
        ),
        Mistake(
            _weighted(lambda distances: 1 / distances**2),
            "The weights fall with the square of the distance. That is a possible choice, but "
            "which one does the text name?",
        ),
        Mistake(
            _weighted(_inverse, at_zero=None),
            "Dividing by a distance of 0 gave nan: not a number. Which case has to be looked at "
            "before the weights are computed?",
        ),
        Mistake(
            _weighted(_inverse, at_zero=lambda exact: exact[0]),
            "Two neighbours have the distance 0, and only the first of them was used. What does "
            "the text say about them?",
        ),
        Mistake(
            lambda distances, prices: (
                prices.mean() if 0 in distances else _weighted(_inverse)(distances, prices)
            ),
            "At a distance of 0 all neighbours counted the same. Which of them does the text "
            "choose then?",
        ),
        Mistake(
            _drop_zeros,
            "The neighbours at distance 0 were left out. How near are they to the query?",
        ),
        Mistake(
            _weighted(lambda distances: 1 / (1 + distances), at_zero=None),
            "1 was added to each distance, so near neighbours lose much of their weight. What is "
            "the weight in the text, and which distances need a rule of their own?",
        ),
        Mistake(
            lambda distances, prices: float(np.mean(prices)),
            "That is the plain mean, in which each neighbour counts the same. Where do the "
            "distances come in?",
        ),
    ],
)
