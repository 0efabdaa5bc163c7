"""Mistakes that can be made in any exercise, found by how an answer behaves."""

import math
import re
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from helpers.check.calls import Outcome, call, same
from helpers.check.words import error_text, form, kind, listing


@dataclass(frozen=True)
class Trial:
    """A wrong answer, the cases it was called on, what it gave and what was expected."""

    answer: object
    reference: object
    cases: list
    outcomes: list
    expected: list
    tidy: object = lambda value: value

    def rows(self):
        """Each case's outcome and expected outcome."""
        return zip(self.cases, self.outcomes, self.expected, strict=True)


# In an error's text, what usually lies behind it.
_ERRORS = {
    "not found in axis": "Names are looked for among the rows unless you say otherwise. Where do "
    "these names stand?",
    "KeyError": "Nothing is stored under that name. Which names are there, and is it the right "
    "table or dict?",
    "is ambiguous": "An if looks at one True or False. Here is one for each row: what do you want "
    "to know of all of them together, or of each one?",
    "unhashable type": "A list cannot be a key, only what stands in it can: one key at a time. How "
    "do you go through the list?",
    r"TypeError: .*(\bstr\b|<U)": "There are texts where numbers are needed. Are those names?",
    "only integers, slices|arrays used as indices": "A row is found by its number, and "
    "that is whole. Is what stands in the brackets a row number or a value?",
    "core dimension|not aligned": "Expected: as many columns on the left side of the product as rows on "
    "its right side. Which shapes do the two have, and must one of them be transposed first?",
    r"broadcast together.* \(\d+,\) \(\d+,\d+\)|broadcast together.* \(\d+,\d+\) \(\d+,\)": "A flat "
    "array has met a table whose rows have another length. Should a table come out of this step, or "
    "one number for each row or column?",
    "broadcast together": "Two arrays of different lengths have met. How many numbers should each "
    "of them hold?",
    "is not callable": "Parentheses right behind a name call it as a function. What did you want "
    "here: a look-up, or a product?",
    r"for \^|ufunc 'bitwise": "In Python that sign is not the one for a power. "
    "How is the square of a number written?",
    r"TypeError: [\w<>.]+\(\) (takes|missing)": "The arguments of the call and of the function are not "
    "the same ones. Which of them stand in the task?",
    "'function' object is not subscriptable": "Square brackets look something up in a list or an array. "
    "How is a function asked for its value?",
    r"unsupported operand .*'function'": "A function is no number, only the value that it gives is one. "
    "At which place is it wanted?",
    "IndexError: .*out of (bounds|range)": "There is no such place: they are counted from 0. Up to which "
    "number does your function count, and how many places are there?",
    "UnboundLocalError": "That name has no value yet when it is used. Which line gives it one, and has "
    "that line been run by then?",
    "TooManyCalls": "Each call counts. How often is it called in one round, and how often in all?",
    "'(int|float)' object is not iterable": "A loop goes through several things, and this is a single "
    "number. What counts up to it?",
    "values to unpack": "There are more names on the left side than numbers on the right side, or "
    "fewer. How many numbers may stand there?",
    "array element with a sequence": "A whole array was put where one number belongs. Which of its "
    "numbers, or what of all of them, is meant?",
}


def about_error(error):
    """Say what usually lies behind an error, or nothing."""
    text = f"{type(error).__name__}: {error_text(error)}"
    return next((hint for pattern, hint in _ERRORS.items() if re.search(pattern, text)), "")


def habit(trial):
    """Name the mistake of an answer that no entry of its exercise knows, or say nothing."""
    found = (find(trial) for find in (_nothing, _nameless, _rounded, _factor, _part, _fixed))
    return next(filter(None, found), "")


def _nothing(trial):
    wrong = [row[1:] for row in trial.rows() if not same(*row[1:], trial.tidy)]
    for outcome, target in wrong:
        if outcome.error or outcome.value is not None:
            continue
        if target.error:
            return "Here the function must stop with an error. What does print do, and what raise?"
        given = [value for case in trial.cases for value in case.arguments.values()]
        has_table = any(isinstance(value, pd.DataFrame | pd.Series) for value in given)
        tables = ", and inplace=True gives back None" if has_table else ""
        what = "None means" if outcome is wrong[0][0] else "In another case None came, which means"
        return (
            f"{what} that nothing was given back. Does each way through your function end with "
            f"return? What print shows is not given back{tables}."
        )


def _nameless(trial):
    if all(isinstance(target.value, pd.Series) for target in trial.expected) and all(
        same(outcome, Outcome(target.value.to_numpy())) and not isinstance(outcome.value, pd.Series)
        for _, outcome, target in trial.rows()
    ):
        return "The numbers are right, but their names are lost. At which step did they go?"


def _numbers(trial):
    """The numbers given and expected, case by case, or nothing if an answer is no number."""
    found = []
    for case, outcome, target in trial.rows():
        if target.error:
            if not same(outcome, target):
                return None
        elif outcome.error or form(outcome.value) != form(target.value):
            return None
        elif not isinstance(form(target.value), tuple):
            return None
        else:
            given, right = np.asarray(outcome.value, float), np.asarray(target.value, float)
            found.append((_length(case), given.ravel(), right.ravel()))
    return found


def _length(case):
    first = next(iter(case.arguments.values()))
    single = getattr(first, "shape", None) == ()  # an array of one number has no length
    return len(first) if hasattr(first, "__len__") and not single else 1


def _rounded(trial):
    if not (numbers := _numbers(trial)):
        return None
    given, right = (np.concatenate([row[side] for row in numbers]) for side in (1, 2))
    ways = [np.floor(right), np.trunc(right), *(np.round(right, digits) for digits in range(6))]
    if any(np.allclose(given, way, rtol=1e-9, atol=1e-12) for way in ways):
        return "That is right up to rounding. Which step throws digits away?"


def _factor(trial):
    if not (numbers := _numbers(trial)):
        return None
    many = [row for row in numbers if row[0] > 1]
    if many and all(np.allclose(given * (n - 1), right * n) for n, given, right in many):
        return "The sum was divided by n - 1. How many rows are there, and what does the mean need?"
    given, right = (np.concatenate([row[side] for row in numbers]) for side in (1, 2))
    ratio = given[right != 0] / right[right != 0]
    if len(ratio) < 2 or np.any(given[right == 0] != 0) or not np.allclose(ratio, ratio[0]):
        return None
    if math.isclose(ratio[0], -1):
        return "Each sign is turned round. In the difference, what is taken away from what?"
    if ratio[0] > 0 and not math.isclose(ratio[0], 1, rel_tol=0.01):
        return f"In every case that is {ratio[0]:.4g} times the right number. Which factor is it?"


_PARTS = {
    "Only the first row has been counted. If there is a loop: does it end at its first return?": (
        0,
        1,
    ),
    "Only the last row has been counted. If there is a loop: what happens to the total in each "
    "round?": (-1, None),
    "The last row has been left out. Where does the loop end?": (0, -1),
    "The first row has been left out. From which number on does Python count?": (1, None),
}


def _part(trial):
    for message, rows in _PARTS.items():
        if any(_is_of_part(trial, slice(*rows), share) for share in (False, True)):
            return message


def _is_of_part(trial, part, share):
    """Whether the right answer for a part of the rows came out, or its share of the whole."""
    told = 0
    for case, outcome, target in trial.rows():
        n = _length(case)
        shorter = replace(case, arguments=_cut(case, n, part))
        kept = _length(shorter)
        if target.error is None and outcome.error is None and 0 < kept < n:
            right = call(trial.reference, shorter)
            if not isinstance(form(right.value), tuple) or form(right.value) != form(target.value):
                return False
            value = np.asarray(right.value)
            if not same(outcome, Outcome(value * kept / n if share else value)):
                return False
            told += 1
    return told > 1


def _cut(case, n, part):
    return {
        name: value[part]
        if isinstance(value, np.ndarray | pd.Series) and value.shape[:1] == (n,)
        else value
        for name, value in case.arguments.items()
    }


def _fixed(trial):
    if not any(kind(outcome.value) == kind(target.value) for _, outcome, target in trial.rows()):
        return None
    names = [name for name in trial.cases[0].arguments if _does_not_matter(trial, name)]
    if names:
        return (
            f"Whatever {listing(names)} {'is' if len(names) == 1 else 'are'}, your function gives "
            f"the same. Where does it use {'this name' if len(names) == 1 else 'these names'}?"
        )


def _does_not_matter(trial, name):
    """Whether the value of an argument in another case changes nothing where it should."""
    told = set()
    for case, outcome, target in trial.rows():
        for other in trial.cases:
            swapped = replace(case, arguments={**case.arguments, name: other.arguments[name]})
            right = call(trial.reference, swapped)
            if outcome.error is None and not same(right, target, trial.tidy):
                told.add(case.label)
                if not same(call(trial.answer, swapped, quiet=True), outcome, trial.tidy):
                    return False
    return len(told) > 1
