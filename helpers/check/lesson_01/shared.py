"""What exercises 1.3 to 1.5 share: tables, and rankings with what goes wrong in them."""

import functools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.check.exercise import Exercise


def table(**columns):
    """Return a table with columns of fractions."""
    return pd.DataFrame({name: np.array(values, dtype=float) for name, values in columns.items()})


PLAIN = table(
    rooms=[4, 5, 6, 7, 8],
    tax=[300, 200, 400, 250, 350],
    road=[3, 1, 4, 2.2, 3.6],
    price=[10, 19, 31, 40, 50],
)
# A pair that rises, a stronger one that falls, then a weaker one: in that order of the columns.
SIGNS = table(
    a=[1, 2, 3, 4, 5, 6], c=[1, 2, 2.5, 5, 4, 7], b=[6, 5, 4, 3, 2, 1.5], price=[1, 2.1, 3, 4, 5, 6]
)
# Strongest, largest, weakest pair and the two columns nearest to the price are four pairs here.
FIVE = table(
    rooms=[2, 8, 5, 5, 3],
    tax=[4, 4, 6, 7, 3],
    road=[5, 3, 2, 2, 3],
    age=[2, 9, 2, 1, 6],
    crime=[7, 9, 8, 5, 4],
    price=[4, 8, 7, 4, 6],
)


def as_series(value):
    """A ranking as a Series, if it holds a number for each name in another way."""
    if isinstance(value, dict):
        return pd.Series(value)
    if isinstance(value, pd.DataFrame) and value.shape[1] == 1:
        return value.iloc[:, 0]
    if isinstance(value, list) and value and all(type(row) is tuple for row in value):
        return pd.Series(dict(value))
    return value


@dataclass(frozen=True)
class Ranking(Exercise):
    """An exercise whose answer is a ranking: the lesson goes on with a Series, whatever it returns."""

    def __call__(self, answer):
        """As `Exercise`, but what is returned always gives a Series."""
        ranking = super().__call__(answer)
        return functools.wraps(ranking)(lambda *arguments: as_series(ranking(*arguments)))


# Slips of any ranking that ends as the solutions do.
ORDER = r"""
table-to-sort: That is a table with several columns, so pandas asks by which of them to sort. Which column do
you want to sort, and where do you take it out?
    stops: TypeError: DataFrame\.sort_values
    .abs().sort_values(ascending=False) => .to_frame().abs().sort_values(ascending=False)

sort-argument: sort_values has no argument of that name. The one that it has asks whether to go upwards: what
is the answer here?
    stops: TypeError: Series\.sort_values.*unexpected
    sort_values(ascending=False) => sort_values(descending=True)
    sort_values(ascending=False) => sort_values(reverse=True)

signs-stay: The signs are still there, so a strong negative column ends up last. When must the sign go:
before or after sorting?
    .abs().sort_values(ascending=False) => .sort_values(ascending=False)

signs-too-late: The signs were taken away too late: the order still follows them. What does sorting have to
see?
    .abs().sort_values(ascending=False) => .sort_values(ascending=False).abs()

signs-upwards: The signs are still there, and the order goes upwards. What must happen to the signs first,
and which end of the order must then stand in front?
    .abs().sort_values(ascending=False) => .sort_values()

squares: The order is right, but those are the squares of r. How else can a sign be taken away?
    .abs().sort_values(ascending=False) => .pow(2).sort_values(ascending=False)

order-without-signs: The order is right, but the signs are still there. The strength is asked for: which
step is missing?
    .abs().sort_values(ascending=False) => .sort_values(key=abs, ascending=False)

weakest-first: The weakest column comes first. sort_values goes upwards unless you tell it otherwise: which
argument turns it round?
    .abs().sort_values(ascending=False) => .abs().sort_values()

not-sorted: The numbers are right, but they are in the order of the table. What is left to do?
    .abs().sort_values(ascending=False) => .abs()

only-signs-left: Without the target, that is r as it came out of corr. What must happen to the signs, and
then to the order?
    .abs().sort_values(ascending=False) => .copy()

sorted-by-name: The numbers are right, but they are in the order of their names. By what must a ranking be
sorted?
    sort_values => sort_index
    sort_values(ascending=False) => sort_index()

only-names: Those are the names, in the right order. Where has the strength of each gone?
    .abs().sort_values(ascending=False) => .abs().sort_values(ascending=False).index
"""
