"""Exercise 3.6."""

from helpers.check.exercise import Case, Exercise
from helpers.check.words import describe

_FAULTS = {"A": "each with each", "B": "no root", "C": "cancel", "D": "sum"}


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
    return {"A": "best-slope", "B": "too-high", "C": "always-0", "D": "growing"}[curve], {}


diagnosis = Exercise(
    number="3.6",
    title="four sick curves",
    cases=[Case(f"curve {curve}", {"curve": curve}) for curve in _FAULTS],
    use=_named,
    came=lambda named, curve: f"for curve {curve} you have",
    about=_about,
    goes_on=False,
    stub="""
def my_diagnosis():
    return {"A": ..., "B": ..., "C": ..., "D": ...}
""",
    solution="""
def my_diagnosis():
    return {"A": "each with each", "B": "no root", "C": "cancel", "D": "sum"}
""",
    right="""
return dict(A="each with each", B="no root", C="cancel", D="sum")
return dict(zip("ABCD", ["each with each", "no root", "cancel", "sum"]))
def my_diagnosis():
    found = {"C": "cancel", "D": "sum"}
    found["B"] = "no root"
    found["A"] = "each with each"
    return found
def my_diagnosis():
    return {"A": "Each with each", "B": "No root", "C": "Cancel", "D": "Sum"}
""",
    mistakes="""
unknown-fault: {named} is none of the four faults of the task. Which of the four, spelled as there, is
it?
    about
    return {"A": "broadcast", "B": "no root", "C": "cancel", "D": "sum"}
    return {"A": "each with each", "B": "no root", "C": "cancel"}
    return ["each with each", "no root", "cancel", "sum"]

best-slope: The curve of that fault has its lowest point at another slope, or nowhere. Curve A says
that the best slope is 0: rooms do not matter. When is that so: when each guess is compared with its own
price, or with which prices?
    about
    return {"A": "cancel", "B": "no root", "C": "each with each", "D": "sum"}
    return {"A": "sum", "B": "no root", "C": "cancel", "D": "each with each"}
    return {"A": "no root", "B": "each with each", "C": "cancel", "D": "sum"}

too-high: Curve B is lowest where the right one is, and says 43.6 there. You have met this number:
which loss of the line was 43.6?
    about
    return {"A": "each with each", "B": "sum", "C": "cancel", "D": "no root"}
    return {"A": "each with each", "B": "cancel", "C": "no root", "D": "sum"}

always-0: Curve C is 0 for every slope, also for lines that miss nearly all houses. What becomes of
errors above and below, so that nothing is left of them?
    about
    return {"A": "each with each", "B": "no root", "C": "sum", "D": "cancel"}
    return {"A": "each with each", "B": "no root", "C": "no root", "D": "sum"}

growing: Curve D has the right form and is far too high. The root of 506 is about 22, and 22 times 6.6
is about 148. Where do the 506 houses come in?
    about
    return {"A": "each with each", "B": "no root", "C": "cancel", "D": "no root"}
    return {"A": "each with each", "B": "no root", "C": "cancel", "D": "cancel"}
""",
)
