"""Exercise 4.4."""

from helpers.check.exercise import Case, Exercise
from helpers.check.words import describe

_MISTAKES = {"A": "whole numbers", "B": "same seed", "C": "range", "D": "last kept"}


def _named(answer, panel):
    """What the learner says of one panel: a message speaks of one at a time."""
    found = answer()
    if not isinstance(found, dict):
        return found
    named = found.get(panel, "nothing")
    return " ".join(named.lower().split()) if isinstance(named, str) else named


def _about(named, panel):
    if named not in _MISTAKES.values():
        return "unknown-mistake", {"named": describe(named)}
    return {"A": "low-floor", "B": "one-curve", "C": "high-floor", "D": "jumping"}[panel], {}


sick_searches = Exercise(
    number="4.4",
    title="four sick searches",
    cases=[Case(f"panel {panel}", {"panel": panel}) for panel in _MISTAKES],
    use=_named,
    came=lambda named, panel: f"for panel {panel} you have",
    about=_about,
    goes_on=False,
    stub="""
def my_sick_searches():
    return {"A": ..., "B": ..., "C": ..., "D": ...}
""",
    solution="""
def my_sick_searches():
    return {"A": "whole numbers", "B": "same seed", "C": "range", "D": "last kept"}
""",
    right="""
return dict(A="whole numbers", B="same seed", C="range", D="last kept")
return dict(zip("ABCD", ["whole numbers", "same seed", "range", "last kept"]))
def my_sick_searches():
    found = {"D": "last kept", "C": "range"}
    found["A"] = "whole numbers"
    found["B"] = "same seed"
    return found
def my_sick_searches():
    return {"A": "Whole numbers", "B": "Same seed", "C": "Range", "D": "Last kept"}
""",
    mistakes="""
unknown-mistake: {named} is none of the four mistakes of the task. Which of the four, spelled as there,
is it?
    about
    return {"A": "integers", "B": "same seed", "C": "range", "D": "last kept"}
    return {"A": "whole numbers", "B": "same seed", "C": "range"}
    return ["whole numbers", "same seed", "range", "last kept"]

low-floor: The curves of panel A are five, they never rise, and all end at one height, which is only a
little too much. Which of the mistakes leaves lines that are nearly the best one, but never the best one?
    about
    return {"A": "range", "B": "same seed", "C": "whole numbers", "D": "last kept"}
    return {"A": "same seed", "B": "whole numbers", "C": "range", "D": "last kept"}
    return {"A": "last kept", "B": "same seed", "C": "range", "D": "whole numbers"}

one-curve: In panel B one solid curve is seen, and it falls like the healthy one. Five repeats were
drawn: where are the other four?
    about
    return {"A": "whole numbers", "B": "last kept", "C": "range", "D": "same seed"}
    return {"A": "whole numbers", "B": "range", "C": "same seed", "D": "last kept"}

high-floor: The curves of panel C are five, and all end at one height, which is far too much. No draw
ever gets below it: what could keep every draw away from the lowest place?
    about
    return {"A": "whole numbers", "B": "same seed", "C": "last kept", "D": "range"}
    return {"A": "whole numbers", "B": "same seed", "C": "whole numbers", "D": "last kept"}

jumping: The curves of panel D go up as well as down, to the very end. Can the best loss so far ever
become larger, and what has been kept here in its place?
    about
    return {"A": "whole numbers", "B": "same seed", "C": "range", "D": "range"}
    return {"A": "whole numbers", "B": "same seed", "C": "range", "D": "same seed"}
""",
)
