"""Exercise 1.6."""

from helpers.check.exercise import Case, Exercise
from helpers.check.words import describe

_CAUSES = {"A": "two groups", "B": "curve", "C": "healthy", "D": "one row"}


def _named(answer, patient):
    """What the learner says of one patient: a message speaks of one at a time."""
    found = answer()
    if not isinstance(found, dict):
        return found
    named = found.get(patient, "nothing")
    return " ".join(named.lower().split()) if isinstance(named, str) else named


def _about(named, patient):
    if named not in _CAUSES.values():
        return "unknown-cause", {"named": describe(named)}
    return {"A": "flat-halves", "B": "opposite-halves", "C": "no-change", "D": "falls-apart"}[
        patient
    ], {}


causes = Exercise(
    number="1.6",
    title="four patients",
    cases=[Case(f"patient {patient}", {"patient": patient}) for patient in _CAUSES],
    use=_named,
    came=lambda named, patient: f"for patient {patient} you have",
    about=_about,
    goes_on=False,
    stub="""
def my_causes():
    return {"A": ..., "B": ..., "C": ..., "D": ...}
""",
    solution="""
def my_causes():
    return {"A": "two groups", "B": "curve", "C": "healthy", "D": "one row"}
""",
    right="""
return dict(A="two groups", B="curve", C="healthy", D="one row")
return dict(zip("ABCD", ["two groups", "curve", "healthy", "one row"]))
def my_causes():
    found = {"C": "healthy", "D": "one row"}
    found["B"] = "curve"
    found["A"] = "two groups"
    return found
def my_causes():
    return {"A": "Two groups", "B": "Curve", "C": "Healthy", "D": "One row"}
""",
    mistakes="""
unknown-cause: {named} is none of the four words of the task. Which of the four, spelled as there, is
it?
    about
    return {"A": "groups", "B": "curve", "C": "healthy", "D": "one row"}
    return {"A": "two groups", "B": "curve", "C": "healthy"}
    return ["two groups", "curve", "healthy", "one row"]

flat-halves: Patient A keeps its high r without the farthest row, but look at its two halves: there r is near
0. How can all rows rise together, if neither half does?
    about
    return {"A": "healthy", "B": "curve", "C": "two groups", "D": "one row"}
    return {"A": "one row", "B": "curve", "C": "healthy", "D": "two groups"}
    return {"A": "curve", "B": "two groups", "C": "healthy", "D": "one row"}

opposite-halves: The halves of patient B are both strong and have opposite signs, which is why nothing is left
for all rows. What do the dots do from left to right?
    about
    return {"A": "two groups", "B": "one row", "C": "healthy", "D": "curve"}
    return {"A": "two groups", "B": "healthy", "C": "curve", "D": "one row"}

no-change: The four numbers of patient C are all high and positive: nothing that the laboratory left out
mattered. What is such a patient called?
    about
    return {"A": "two groups", "B": "curve", "C": "one row", "D": "healthy"}
    return {"A": "two groups", "B": "curve", "C": "curve", "D": "one row"}

falls-apart: Compare the first two numbers of patient D. What has been taken away between them, and how
much of r went with it?
    about
    return {"A": "two groups", "B": "curve", "C": "healthy", "D": "two groups"}
    return {"A": "two groups", "B": "curve", "C": "healthy", "D": "healthy"}
""",
)
