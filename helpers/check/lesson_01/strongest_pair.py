"""Exercise 1.3."""

import itertools

from helpers import correlation
from helpers.check.exercise import Case, Exercise
from helpers.check.lesson_01.shared import FIVE, PLAIN, SIGNS


def _sorted_names(value):
    if not hasattr(value, "__iter__"):
        return value
    return sorted(map(str, itertools.islice(value, 3)))  # a third name makes it wrong


def _about(value, table, target):
    names = _sorted_names(value)
    if not isinstance(names, list) or len(names) != 2:
        return None
    if names[0] == names[1]:
        return "with-itself", {}
    if not set(names) & set(table.columns):
        return "other-table", {}


strongest_pair = Exercise(
    number="1.3",
    title="the strongest pair",
    cases=[
        Case("a small table", {"table": PLAIN, "target": "price"}),
        Case("a pair that falls", {"table": SIGNS, "target": "price"}),
        Case("another target", {"table": SIGNS, "target": "b"}),
        Case("five other columns", {"table": FIVE, "target": "price"}),
    ],
    tidy=_sorted_names,
    about=_about,
    uses={"pearson": correlation.pearson},
    solution="""
def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    names = list(r.columns)
    strongest, pair = -1, None
    for i, a in enumerate(names):
        for b in names[i + 1:]:
            if r.loc[a, b] > strongest:
                strongest, pair = r.loc[a, b], (a, b)
    return pair
""",
    right="""
def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    return r.where(np.triu(np.ones(r.shape, dtype=bool), k=1)).stack().idxmax()
def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs().to_numpy().copy()
    np.fill_diagonal(r, 0)
    i, j = np.unravel_index(np.argmax(r), r.shape)
    names = table.columns.drop(target)
    return {names[i], names[j]}
def my_strongest_pair(table, target):
    names = [name for name in table.columns if name != target]
    pairs = [(a, b) for a in names for b in names if a < b]
    return max(pairs, key=lambda pair: abs(pearson(table[pair[0]], table[pair[1]])))
def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr()
    names = list(r.columns)
    best = 0
    for i in range(len(names)):
        for j in range(len(names)):
            if i != j and abs(r.iloc[i, j]) > best:
                best = abs(r.iloc[i, j])
                answer = [names[i], names[j]]
    return answer
""",
    mistakes=r"""
target-in-quotes: With quotes round it, target is a text of its own, and no column has that name. How does
your function get at the name that it was given?
    stops: KeyError: .*\btarget\b
    columns=target => columns="target"

table-to-sort: A table has several columns, so pandas asks by which of them to sort. How can you go through
all its numbers instead, one pair after the other?
    stops: TypeError: DataFrame\.sort_values
    return table.drop(columns=target).corr().abs().sort_values(ascending=False)

target-kept: The target is among the columns. The exercise asks for the others: what has to happen to the
target before the correlations are computed?
    table.drop(columns=target) => table
    .drop(columns=target).corr().abs() => .corr()

other-table: Those names are not in the table that was handed over. Which table did your function compute
with?
    about
    def my_strongest_pair(table, target):
        df = pd.DataFrame({"RM": [4.0, 5.0, 9.0], "TAX": [2.0, 2.5, 7.0], "price": [1.0, 5.0, 3.0]})
        r = df.drop(columns=target).corr().abs()
        return list(r.columns)

with-target: Those are the two columns that go best with the target. The exercise asks for two columns that
go with each other: which squares of the heatmap are these?
    return table.corr()[target].drop(target).abs().sort_values(ascending=False).index[:2]

with-itself: A column has been compared with itself, and there r is always 1. How can you skip that square?
    about
    names[i + 1:] => names
    names[i + 1:] => names[i:]
    def my_strongest_pair(table, target):
        r = table.drop(columns=target).corr().abs()
        return r.unstack().sort_values(ascending=False).index[0]

sign-remembered: The signs come off when you compare, but what you remember for the next comparison still
has its sign. Which number should the next pair be compared with?
    best = abs(r.iloc[i, j]) => best = r.iloc[i, j]

largest-r: You found the largest r. A correlation of -0.9 is stronger than one of 0.8: what must happen to
the signs of the correlations first?
    .corr().abs() => .corr()

smallest-r: You found the smallest r, with its sign. Strength has no sign: what must happen to the
correlations before you compare them?
    max(pairs, key=lambda pair: abs(pearson => min(pairs, key=lambda pair: (pearson

weakest: That is the weakest pair, the one nearest to 0. Which way round must the comparison be?
    max(pairs => min(pairs
    r.loc[a, b] > strongest => r.loc[a, b] < strongest; strongest, pair = -1 => strongest, pair = 1

last-two: Those are always the last two columns. In the search: what has to be remembered when a stronger
pair is found?
    strongest, pair = r.loc[a, b], (a, b) => pair = (a, b)
    return table.columns.drop(target)[-2:]

first-column: Only pairs with the first column were compared. Does your function end inside its outer loop,
or behind it?
    return pair =>     return pair

last-left-out: The last column never comes into a pair. Up to where does the inner loop go?
    names[i + 1:] => names[i + 1:-1]

first-two: Those are always the first two columns. Does the search end too early, or does it never find a
stronger pair?
    return table.columns.drop(target)[:2]
    def my_strongest_pair(table, target):
        r = table.drop(columns=target).corr().abs()
        names = list(r.columns)
        strongest = 0
        for i, a in enumerate(names):
            for b in names[i + 1:]:
                if r.loc[a, b] > strongest:
                    strongest = r.loc[a, b]
                    return a, b

fixed-target: The column price was taken out, whatever the target is. Under which name does your function
get the target?
    columns=target => columns="price"

strength: That is the strength of the strongest pair. Which two names belong to it?
    return pair => return strongest

names-and-strength: The names are right, but something else stands beside them. What does the exercise ask
for?
    return pair => return *pair, strongest
    return pair => return pair, strongest
    return pair => return strongest, pair

positions: Those are the places of the two columns, as numbers. Which names stand there?
    {names[i], names[j]} => i, j
    [names[i], names[j]] => i, j
""",
)
