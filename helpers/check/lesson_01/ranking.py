"""Exercise 1.4."""

from helpers import correlation
from helpers.check.exercise import Case
from helpers.check.lesson_01.shared import FIVE, ORDER, PLAIN, SIGNS, Ranking, as_series


def _about(value, table, target):
    names = getattr(as_series(value), "index", [])
    if not callable(names) and len(names) and not set(names) & set(table.columns):
        return "other-table", {}


ranking = Ranking(
    number="1.4",
    title="rank the columns",
    cases=[
        Case("a small table", {"table": PLAIN, "target": "price"}),
        Case("a column that falls", {"table": SIGNS, "target": "price"}),
        Case("another target", {"table": PLAIN, "target": "tax"}),
        Case("six other columns", {"table": FIVE.assign(river=[0, 1, 0, 0, 1]), "target": "price"}),
    ],
    tidy=as_series,
    about=_about,
    uses={"pearson": correlation.pearson},
    solution="""
def my_ranking(table, target):
    r = table.corr()[target]
    return r.drop(target).abs().sort_values(ascending=False)
""",
    right="""
def my_ranking(table, target):
    strength = {}
    for name in table.columns:
        if name != target:
            strength[name] = abs(pearson(table[name], table[target]))
    return pd.Series(strength).sort_values(ascending=False)
return abs(table.corr()[target]).sort_values().drop(target)[::-1]
def my_ranking(table, target):
    others = table.drop(columns=target)
    return others.corrwith(table[target]).abs().sort_values(ascending=False)
def my_ranking(table, target):
    r = table.corr()[target].to_dict()
    del r[target]
    return {name: abs(r[name]) for name in sorted(r, key=lambda name: -abs(r[name]))}
def my_ranking(table, target):
    r = table.corr()[[target]].drop(target)
    return r.abs().sort_values(by=target, ascending=False)
""",
    mistakes=r"""
target-in-quotes: With quotes round it, target is a text of its own, and no column has that name. How does
your function get at the name that it was given?
    stops: KeyError: .*\btarget\b
    table.corr()[target] => table.corr()["target"]

target-gone: The column of the target is gone before its correlations are looked up. When may it go, and
from where?
    stops: KeyError: '(price|tax)'$
    table.corr()[target] => table.drop(columns=target).corr()[target]

target-on-top: The target stands at the top of its own list, because r with itself is always 1. How do you
take one name out of a Series?
    r.drop(target).abs() => r.abs()
    r.drop(target) => r.drop(columns=target)
"""
    + ORDER
    + r"""
target-kept: The target is still in its own list, where r with itself is always 1, and that is not all. How do
you take it out, and what is then left to do with the signs and with the order?
    r.drop(target).abs().sort_values(ascending=False) => r.abs()
    r.drop(target).abs().sort_values(ascending=False) => r.sort_values()
    r.drop(target).abs().sort_values(ascending=False) => r.sort_values(ascending=False)
    r.drop(target).abs().sort_values(ascending=False) => r.abs().sort_values()

as-it-came: That is r as it came out of corr. drop, abs and sort_values change nothing where they stand,
they give back a new Series: where do you keep it?
    r.drop(target).abs().sort_values(ascending=False) => r
    def my_ranking(table, target):
        r = table.corr()[target]
        r.drop(target)
        r.abs()
        r.sort_values(ascending=False)
        return r

wrong-end: The target is still in its own list, and a column was cut off at the other end. At which end does r
with itself stand?
    r.drop(target).abs().sort_values(ascending=False) => r.abs().sort_values(ascending=False)[:-1]
    r.drop(target).abs().sort_values(ascending=False) => r.abs().sort_values()[1:]

fixed-target: The ranking is always that of price, whatever the target is. Under which name does your
function get the target?
    return table.corr()["price"].drop("price").abs().sort_values(ascending=False)

price-dropped: The column price was taken out, whatever the target is. Under which name does your function get
the target?
    r.drop(target) => r.drop("price")

other-table: Those names are not in the table that was handed over. Which table did your function compute
with?
    about
    def my_ranking(table, target):
        df = pd.DataFrame({"RM": [4.0, 5.0, 9.0], "TAX": [2.0, 2.5, 7.0], "price": [1.0, 5.0, 3.0]})
        return df.corr()[target].drop(target).abs().sort_values(ascending=False)
""",
)
