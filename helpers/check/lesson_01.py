"""Checks of the exercises of lesson 1."""

import itertools
import operator

import numpy as np
import pandas as pd

from helpers.check.exercise import Case, Exercise, Mistake
from helpers.correlation import pearson as helpers_pearson


def _table(**columns):
    return pd.DataFrame({name: np.array(values, dtype=float) for name, values in columns.items()})


def _counts(compare):
    return lambda values, limit: int(np.sum(compare(values, limit)))


count_at = Exercise(
    number="1.1",
    title="how many rows sit on the limit?",
    reference=_counts(operator.eq),
    cases=[
        Case(
            "values just beside the limit",
            {"values": pd.Series([50.0, 21.6, 49.8, 50.2, 50.0]), "limit": 50.0},
        ),
        Case(
            "rows that do not begin with 0",
            {"values": pd.Series([3.0, 5.0, 8.0, 2.0], index=[4, 5, 6, 7]), "limit": 5.0},
        ),
        Case("no value on the limit", {"values": pd.Series([3.0, 4.0]), "limit": 50.0}),
        Case(
            "a column of a table",
            {"values": pd.Series([1.0, 7.0, 7.0, 7.0, 2.0], name="price"), "limit": 7.0},
        ),
    ],
    mistakes=[
        Mistake(
            lambda values, limit: values == limit,
            "That is one answer for each row. The question is how many of them are True: "
            "what do you get if you add them up?",
        ),
        Mistake(
            lambda values, limit: float(np.sum(values[values == limit])),
            "That adds up the values that sit on the limit. The question is how many there are: "
            "what does each of them have to count for?",
        ),
        Mistake(
            lambda values, limit: float(np.mean(values == limit)),
            "That is a share of the rows, between 0 and 1. The question asks for a count: "
            "what is the difference between a mean and a sum?",
        ),
        Mistake(
            _counts(operator.ge),
            "Values above the limit are counted too. Which comparison means equal, and nothing "
            "else?",
        ),
        Mistake(
            _counts(operator.le),
            "Values below the limit are counted too. Which comparison means equal, and nothing "
            "else?",
        ),
        Mistake(
            _counts(operator.ne),
            "Those are the rows that do not sit on the limit. Which comparison means equal?",
        ),
        Mistake(
            _counts(lambda values, limit: np.round(values) == limit),
            "Values near the limit are counted too. Is 49.8 the same as 50.0?",
        ),
        Mistake(
            lambda values, limit: len(values),
            "That is the number of all rows. Which of them should count, and which should not?",
        ),
    ],
)


def _r(above=lambda dx, dy: np.mean(dx * dy), below=lambda dx, dy: np.std(dx) * np.std(dy)):
    """Pearson's r, with another numerator or denominator than the right one."""

    def answer(x, y):
        dx, dy = x - np.mean(x), y - np.mean(y)
        return above(dx, dy) / below(dx, dy)

    return answer


pearson = Exercise(
    number="1.2",
    title="Pearson's r by hand",
    reference=helpers_pearson,
    cases=[
        Case(
            "three houses",
            {"x": np.array([4.0, 6.0, 8.0]), "y": np.array([10.0, 30.0, 20.0])},
        ),
        Case("a falling line", {"x": np.array([1.0, 2.0, 3.0]), "y": np.array([9.0, 7.0, 5.0])}),
        Case(
            "an arch with r = 0",
            {"x": np.array([-2.0, -1.0, 0.0, 1.0, 2.0]), "y": np.array([0.0, 3.0, 4.0, 3.0, 0.0])},
        ),
        Case(
            "500 random rows",
            {
                "x": np.random.default_rng(1).normal(6, 0.7, 500),
                "y": np.random.default_rng(2).normal(22, 9, 500),
            },
        ),
    ],
    mistakes=[
        Mistake(
            _r(below=lambda dx, dy: 1),
            "That is the covariance: it still has the unit of x times the unit of y. By what does "
            "the formula divide it?",
        ),
        Mistake(
            _r(above=lambda dx, dy: np.sum(dx * dy), below=lambda dx, dy: 1),
            "That is the sum of the products. It grows with every row that you add. What stands "
            "in front of the sum in the formula, and what stands below the line?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.sqrt(np.mean(dx) ** 2) * np.sqrt(np.mean(dy) ** 2)),
            "The mean of the differences is 0, or nearly 0, and so is its square. Which comes "
            "first under the root, the square or the mean?",
        ),
        Mistake(
            _r(above=lambda dx, dy: np.sum(dx * dy)),
            "That is n times too large, where n is the number of rows. Look at the numerator "
            "again: a sum, or a mean?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.std(dx) / np.std(dy)),
            "You divided by one standard deviation and multiplied by the other: Python works from "
            "left to right. Which parentheses keep both of them below the line?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.var(dx) * np.var(dy)),
            "Below the line stand the mean squares. A standard deviation is in the unit of its "
            "column, not in its square: what is missing?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.std(dx, ddof=1) * np.std(dy, ddof=1)),
            "Nearly. Above the line you divide by n, below it by n - 1, as the std of a pandas "
            "column does. Which of the two does the formula use?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.var(dx)),
            "You divided by the standard deviation of x twice, and never by that of y. Which columns "
            "does the formula name below the line?",
        ),
        Mistake(
            _r(below=lambda dx, dy: np.std(dx)),
            "You divided by the standard deviation of x only. What happens to the unit of y?",
        ),
        Mistake(
            _r(above=lambda dx, dy: dx * dy),
            "That is one number for each row. Which step above the line makes one number of them?",
        ),
        Mistake(
            lambda x, y: float(np.mean(x * y) / np.sqrt(np.mean(x**2) * np.mean(y**2))),
            "The means have not been taken away. What does r compare: the values, or their "
            "distances from their mean?",
        ),
        Mistake(
            lambda x, y: abs(helpers_pearson(x, y)),
            "The strength is right, the direction is lost. What should r be for a line that falls?",
        ),
    ],
)

_plain = _table(
    rooms=[4, 5, 6, 7, 8],
    tax=[300, 200, 400, 250, 350],
    road=[3, 1, 4, 2.2, 3.6],
    price=[10, 19, 31, 40, 50],
)
_signs = _table(
    a=[1, 2, 3, 4, 5, 6], b=[6, 5, 4, 3, 2, 1.5], c=[1, 2, 2.5, 5, 4, 7], price=[1, 2.1, 3, 4, 5, 6]
)
# Strongest, largest, weakest pair and the two columns nearest to the price are four pairs here.
_five = _table(
    rooms=[2, 8, 5, 5, 3],
    tax=[4, 4, 6, 7, 3],
    road=[5, 3, 2, 2, 3],
    age=[2, 9, 2, 1, 6],
    crime=[7, 9, 8, 5, 4],
    price=[4, 8, 7, 4, 6],
)


def _strength(table, target):
    return table.corr()[target].drop(target).abs()


def _ranking(table, target):
    return _strength(table, target).sort_values(ascending=False)


def _pair_by(choose, keep_target=False, diagonal=False):
    """A search for a pair of columns: the right one, or with one part of it done wrong."""

    def search(table, target):
        r = (table if keep_target else table.drop(columns=target)).corr().to_numpy()
        names = list(table.columns if keep_target else table.columns.drop(target))
        score = choose(r)
        pairs = [
            (score[i, j], names[i], names[j])
            for i in range(len(names))
            for j in range(i if diagonal else i + 1, len(names))
        ]
        return max(pairs, key=lambda pair: pair[0])[1:]

    return search


def _sorted_names(value):
    return sorted(map(str, itertools.islice(value, 3)))  # a third name makes it wrong


strongest_pair = Exercise(
    number="1.3",
    title="the strongest pair",
    reference=_pair_by(np.abs),
    cases=[
        Case("a small table", {"table": _plain, "target": "price"}),
        Case("a pair that falls", {"table": _signs, "target": "price"}),
        Case("another target", {"table": _signs, "target": "b"}),
        Case("five other columns", {"table": _five, "target": "price"}),
    ],
    tidy=_sorted_names,
    mistakes=[
        Mistake(
            _pair_by(np.abs, keep_target=True),
            "The target is among the columns. The exercise asks for the others: what has to "
            "happen to the target before the correlations are computed?",
        ),
        Mistake(
            lambda table, target: list(_ranking(table, target).index[:2]),
            "Those are the two columns that go best with the target. The exercise asks for two "
            "columns that go with each other: which squares of the heatmap are these?",
        ),
        Mistake(
            _pair_by(np.abs, diagonal=True),
            "A column has been compared with itself, and there r is always 1. How can you skip "
            "that square?",
        ),
        Mistake(
            _pair_by(np.asarray),
            "You found the largest r. A correlation of -0.9 is stronger than one of 0.8: what "
            "must happen to the signs of the correlations first?",
        ),
        Mistake(
            _pair_by(np.negative),
            "You found the smallest r, with its sign. Strength has no sign: what must happen to "
            "the correlations before you compare them?",
        ),
        Mistake(
            _pair_by(lambda r: -np.abs(r)),
            "That is the weakest pair, the one nearest to 0. Which way round must the comparison "
            "be?",
        ),
        Mistake(
            lambda table, target: table.columns.drop(target)[-2:],
            "Those are always the last two columns. In the search: what has to be remembered when "
            "a stronger pair is found?",
        ),
        Mistake(
            lambda table, target: table.columns.drop(target)[:2],
            "Those are always the first two columns. Does the search end too early, or does it "
            "never find a stronger pair?",
        ),
    ],
)


def _order_mistakes(r):
    """The mistakes after r is there, without the target: signs and order."""
    return [
        Mistake(
            lambda *arguments: r(*arguments).sort_values(ascending=False),
            "The signs are still there, so a strong negative column ends up last. When must the "
            "sign go: before or after sorting?",
        ),
        Mistake(
            lambda *arguments: r(*arguments).sort_values(ascending=False).abs(),
            "The signs were taken away too late: the order still follows them. What does "
            "sorting have to see?",
        ),
        Mistake(
            lambda *arguments: r(*arguments).abs().sort_values(),
            "The weakest column comes first. sort_values goes upwards unless you tell it "
            "otherwise: which argument turns it round?",
        ),
        Mistake(
            lambda *arguments: r(*arguments).abs(),
            "The numbers are right, but they are in the order of the table. What is left to do?",
        ),
        Mistake(
            lambda *arguments: r(*arguments).abs().sort_values(ascending=False).index,
            "Those are the names, in the right order. Where has the strength of each gone?",
        ),
    ]


def _target_kept(r):
    """The target left in, with another step left out too."""
    message = (
        "The target is still in its own list: r with itself is always 1. Take it out first. Then "
        "look at the signs, and at the order."
    )
    return [
        Mistake(lambda *arguments, last=last: last(r(*arguments)), message)
        for last in (
            lambda r: r.abs(),
            lambda r: r.sort_values(),
            lambda r: r.sort_values(ascending=False),
            lambda r: r.abs().sort_values(),
        )
    ]


ranking = Exercise(
    number="1.4",
    title="rank the columns",
    reference=_ranking,
    cases=[
        Case("a small table", {"table": _plain, "target": "price"}),
        Case("a column that falls", {"table": _signs, "target": "price"}),
        Case("another target", {"table": _plain, "target": "tax"}),
        Case(
            "six other columns",
            {"table": _five.assign(river=[0.0, 1.0, 0.0, 0.0, 1.0]), "target": "price"},
        ),
    ],
    mistakes=[
        Mistake(
            lambda table, target: table.corr()[target].abs().sort_values(ascending=False),
            "The target stands at the top of its own list, because r with itself is always 1. "
            "How do you take one name out of a Series?",
        ),
        *_order_mistakes(lambda table, target: table.corr()[target].drop(target)),
        *_target_kept(lambda table, target: table.corr()[target]),
        Mistake(
            lambda table, target: table.corr()[target],
            "That is r as it came out of corr. drop, abs and sort_values change nothing where "
            "they stand, they give back a new Series: where do you keep it?",
        ),
    ],
)

_air = _table(
    Ozone=[41, 36, np.nan, 18, 23, 97, np.nan, 20],
    **{"Solar.R": [190, 118, 149, 313, np.nan, 267, 137, 44]},
    Wind=[7.4, 8.0, 12.6, 11.5, 14.9, 6.3, 10.9, 8.0],
    Temp=[67, 72, 74, 62, 56, 92, 84, 68],
    Month=[5, 5, 5, 5, 6, 7, 8, 9],
    Day=[1, 2, 3, 4, 5, 6, 7, 8],
)


def _no_calendar(air):
    return air.drop(columns=["Month", "Day"])


def _study_of(prepare):
    """The right ranking of a table that was prepared in another way."""
    return lambda air: _ranking(prepare(air), "Ozone")


ozone_study = Exercise(
    number="1.5",
    title="what goes with ozone?",
    reference=_study_of(lambda air: _no_calendar(air).dropna()),
    cases=[
        Case(
            "eight days with missing values",
            {"air": _air[["Ozone", "Wind", "Temp", "Solar.R", "Month", "Day"]]},
        ),
        Case("other days", {"air": _air.iloc[::-1].assign(Temp=[60, 80, 71, 65, 90, 77, 58, 81])}),
    ],
    mistakes=[
        Mistake(
            _study_of(_no_calendar),
            "Values are still missing. corr leaves them out pair by pair, so each number stands "
            "on other days. Which days should be left, for all columns alike?",
        ),
        Mistake(
            _study_of(lambda air: air.dropna()),
            "Month and Day are still in the list, and they measure nothing. When do they have to "
            "go?",
        ),
        Mistake(
            _study_of(lambda air: air),
            "That is the ranking of Exercise 1.4, with missing values and with the calendar. The "
            "task names two changes. drop and dropna give back a new table: where do you keep it?",
        ),
        Mistake(
            _study_of(lambda air: _no_calendar(air).fillna(0)),
            "The missing values were filled with 0, as if there had been no ozone and no sun on "
            "those days. What does the task ask to do with such days?",
        ),
        Mistake(
            _study_of(lambda air: _no_calendar(air).fillna(_no_calendar(air).mean())),
            "The missing values were filled with the mean. That invents days that nobody measured, "
            "and it moves r. What does the task ask to do with such days?",
        ),
        Mistake(
            lambda air: (
                _no_calendar(air).dropna().corr()["Ozone"].abs().sort_values(ascending=False)
            ),
            "Ozone stands in its own list. How did you take the target out in Exercise 1.4?",
        ),
        *_order_mistakes(lambda air: _no_calendar(air).dropna().corr()["Ozone"].drop("Ozone")),
        *_target_kept(lambda air: _no_calendar(air).dropna().corr()["Ozone"]),
    ],
)
