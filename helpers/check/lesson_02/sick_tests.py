"""Exercise 2.6."""

from helpers.check.exercise import Case, Exercise
from helpers.check.words import describe

_FAULTS = {"A": "its town", "B": "mixed up", "C": "itself", "D": "units"}


def _named(answer, curve):
    """What the learner says of one curve: a message speaks of one at a time."""
    found = answer()
    if not isinstance(found, dict):
        return found
    named = found.get(curve, "nothing")
    return " ".join(named.lower().split()) if isinstance(named, str) else named


def _about(named, curve):
    if named not in _FAULTS.values():
        return "unknown-fault", {"named": describe(named)}
    return {"A": "knew-something", "B": "misleads", "C": "perfect", "D": "spoiled"}[curve], {}


sick_tests = Exercise(
    number="2.6",
    title="four sick tests",
    cases=[Case(f"curve {curve}", {"curve": curve}) for curve in _FAULTS],
    use=_named,
    came=lambda named, curve: f"for curve {curve} you have",
    about=_about,
    goes_on=False,
    stub="""
def my_sick_tests():
    return {"A": ..., "B": ..., "C": ..., "D": ...}
""",
    solution="""
def my_sick_tests():
    return {"A": "its town", "B": "mixed up", "C": "itself", "D": "units"}
""",
    right="""
return dict(A="its town", B="mixed up", C="itself", D="units")
return dict(zip("ABCD", ["its town", "mixed up", "itself", "units"]))
def my_sick_tests():
    found = {"C": "itself", "D": "units"}
    found["B"] = "mixed up"
    found["A"] = "its town"
    return found
def my_sick_tests():
    return {"A": "Its town", "B": "Mixed up", "C": "Itself", "D": "Units"}
""",
    mistakes="""
unknown-fault: {named} is none of the four faults of the task. Which of the four, spelled as there, is
it?
    about
    return {"A": "leak", "B": "mixed up", "C": "itself", "D": "units"}
    return {"A": "its town", "B": "mixed up", "C": "itself"}
    return ["its town", "mixed up", "itself", "units"]

knew-something: Curve A is better than the right one, so the test knew something. But it is not perfect at
topn 1. Who could still answer, when the asked row itself was hidden?
    about
    return {"A": "itself", "B": "mixed up", "C": "its town", "D": "units"}
    return {"A": "units", "B": "mixed up", "C": "itself", "D": "its town"}
    return {"A": "mixed up", "B": "its town", "C": "itself", "D": "units"}

misleads: Curve B lies above the thin line, for every topn: the neighbours do not merely say nothing, they
mislead. Which fault makes even the nearest neighbour give a wrong answer?
    about
    return {"A": "its town", "B": "units", "C": "itself", "D": "mixed up"}
    return {"A": "its town", "B": "itself", "C": "mixed up", "D": "units"}

perfect: Curve C is 0 at topn 1: not one house was off. Who is the nearest neighbour of a row, when nobody
is hidden?
    about
    return {"A": "its town", "B": "mixed up", "C": "its town", "D": "units"}
    return {"A": "its town", "B": "mixed up", "C": "units", "D": "itself"}

spoiled: Curve D is worse than the right one, but nearly always below the thin line, so its rows do tell something.
Which fault makes the wrong houses look near, and leaves each price with its house?
    about
    return {"A": "its town", "B": "mixed up", "C": "itself", "D": "mixed up"}
    return {"A": "its town", "B": "mixed up", "C": "itself", "D": "itself"}
""",
)
