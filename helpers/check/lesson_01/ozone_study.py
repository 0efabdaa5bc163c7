"""Exercise 1.5."""

import numpy as np

from helpers.check.exercise import Case
from helpers.check.lesson_01.ranking import ranking
from helpers.check.lesson_01.shared import ORDER, Ranking, as_series, table

_air = table(
    Ozone=[41, 36, np.nan, 18, 23, 97, np.nan, 20],
    **{"Solar.R": [190, 118, 149, 313, np.nan, 267, 137, 44]},
    Wind=[7.4, 8.0, 12.6, 11.5, 14.9, 6.3, 10.9, 8.0],
    Temp=[67, 72, 74, 62, 56, 92, 84, 68],
    Month=[5, 5, 5, 5, 6, 7, 8, 9],
    Day=[1, 2, 3, 4, 5, 6, 7, 8],
)


def _about(value, air):
    names = getattr(as_series(value), "index", [])
    if not callable(names) and {"Month", "Day"} & set(names):
        return "calendar-stays", {}


ozone_study = Ranking(
    number="1.5",
    title="what goes with ozone?",
    cases=[
        Case(
            "eight days with missing values",
            {"air": _air[["Ozone", "Wind", "Temp", "Solar.R", "Month", "Day"]]},
        ),
        Case("other days", {"air": _air.iloc[::-1].assign(Temp=[60, 80, 71, 65, 90, 77, 58, 81])}),
    ],
    tidy=as_series,
    about=_about,
    uses={"my_ranking": ranking.made(ranking.solution)},
    solution="""
def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).dropna()
    r = complete.corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
    right="""
return my_ranking(air.dropna().drop(columns=["Month", "Day"]), "Ozone")
def my_ozone_study(air):
    rows = air[["Ozone", "Solar.R", "Wind", "Temp"]]
    rows = rows[~rows.isna().any(axis=1)]
    strength = {name: abs(rows[name].corr(rows["Ozone"])) for name in ["Solar.R", "Wind", "Temp"]}
    return pd.Series(strength).sort_values(ascending=False)
""",
    mistakes=r"""
names-with-capitals: The table has no columns of these names: a capital letter counts as another letter. How are
they written in the table?
    stops: KeyError: .*\b(month|day|ozone)\b
    ["Month", "Day"] => ["month", "day"]
    complete.corr()["Ozone"] => complete.corr()["ozone"]

ozone-gone: Ozone itself is gone, before its correlations are looked up. Which step took out columns where
it should take out rows, or took Ozone out too early?
    stops: KeyError: 'Ozone'
    .dropna() => .dropna(axis=1)
    ["Month", "Day"] => ["Month", "Day", "Ozone"]

values-missing: Values are still missing. corr leaves them out pair by pair, so each number stands on other
days. Which days should be left, for all columns alike?
    ["Month", "Day"]).dropna() => ["Month", "Day"])
    .dropna() => .dropna(subset=["Ozone"])

untouched: That is the ranking of Exercise 1.4, with missing values and with the calendar. The task names
two changes. drop and dropna give back a new table: where do you keep it?
    air.drop(columns=["Month", "Day"]).dropna() => air
    def my_ozone_study(air):
        air.drop(columns=["Month", "Day"])
        air.dropna()
        r = air.corr()["Ozone"]
        return r.drop("Ozone").abs().sort_values(ascending=False)

calendar-stays: The calendar is still in the list, Month or Day or both, and it measures nothing. When does
it have to go?
    about
    complete = air.drop(columns=["Month", "Day"]).dropna() => complete = air.dropna()
    complete = air.drop(columns=["Month", "Day"]).dropna() => complete = air.drop(columns="Month").dropna()
    complete = air.drop(columns=["Month", "Day"]).dropna() => complete = air.drop(columns="Day").dropna()

filled-with-0: The missing values were filled with 0, as if there had been no ozone and no sun on those
days. What does the task ask to do with such days?
    .dropna() => .fillna(0)

filled: The missing values were filled with others, such as the mean or those of the days beside them. That
invents days that nobody measured, and it moves r. What does the task ask to do with such days?
    .dropna() => .fillna(air.mean())
    .dropna() => .fillna(air.median())
    .dropna() => .ffill()
    .dropna() => .bfill()
    .dropna() => .interpolate()

ozone-on-top: Ozone stands in its own list. How did you take the target out in Exercise 1.4?
    .drop("Ozone").abs() => .abs()
"""
    + ORDER
    + r"""
ozone-kept: Ozone is still in its own list, where r with itself is always 1, and that is not all. How do
you take it out, and what is then left to do with the signs and with the order?
    .drop("Ozone").abs().sort_values(ascending=False) => .abs()
    .drop("Ozone").abs().sort_values(ascending=False) => .sort_values()
    .drop("Ozone").abs().sort_values(ascending=False) => .sort_values(ascending=False)
    .drop("Ozone").abs().sort_values(ascending=False) => .abs().sort_values()
    return r.drop("Ozone").abs().sort_values(ascending=False) => return r
""",
)
