"""Mistakes that can be made in any exercise, found by an error or by how an answer behaves.

Each has a name and a message, as those of a single exercise have.
"""

import ast
import builtins
import inspect
import math
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from helpers.check import written
from helpers.check.calls import Outcome, call, same
from helpers.check.words import error_text, form, kind, listing

# The answers under the messages below are answers to this exercise.
EXAMPLE = """
def my_answer(values, f):
    return f(values)
"""

# What an error says.
ERRORS = written.mistakes(
    r"""
names-among-rows: That name was not found. Unless you say otherwise, names are looked for among the
rows: where does this one stand, and how is it spelled there?
    stops: KeyError: .*not found in axis
    return pd.DataFrame({"x": values}).drop("x")

no-such-key: Nothing is stored under that name. Which names are there, and is it the right table or
dict?
    stops: KeyError
    return {}["total"]

one-answer-of-many: An if looks at one True or False. Here is one for each row: what do you want to
know of all of them together, or of each one?
    stops: .*is ambiguous
    return values if values > 1 else 0

list-as-key: A list cannot be a key, only what stands in it can: one key at a time. How do you go
through the list?
    stops: TypeError: .*unhashable type
    return {1.0: 2}[[1.0]]

text-raised: A text cannot be raised, only an error can. Which kind of error does the task name, and
where do its words stand?
    stops: TypeError: exceptions must derive
    raise "a value is 0"

own-assert: That is your own assert: what it asks for is not true here. Is this input wrong, or the
question?
    stops: AssertionError
    assert len(values) == 0

texts-for-numbers: There are texts where numbers are needed. Are those names?
    stops: TypeError: .*(\bstr\b|<U)
    return "a" + 1

two-places-of-list: A list takes one place in its brackets. Is it a list of lists, or should it be an
array?
    stops: TypeError: list indices must be integers or slices, not tuple
    def my_answer(values, f):
        rows = [[1, 2], [3, 4]]
        return rows[0, 1]

value-as-place: A row is found by its number, and that is whole. Is what stands in the brackets a row
number or a value?
    stops: .*(only integers, slices|arrays used as indices|indices must be integers)
    return values[values]
    return [1, 2][len(values) / 2]

product-of-shapes: Expected: as many columns on the left side of the product as rows on its right
side. Which shapes do the two have, and must one of them be transposed first?
    stops: ValueError: .*(core dimension|not aligned|not have enough dimensions)
    return np.ones((3, 2)) @ np.ones(9)
    return values @ 2
    return np.dot(np.ones((3, 2)), np.ones(9))

flat-meets-table: A flat array has met a table whose rows have another length. Should a table come out
of this step, or one number for each row or column?
    stops: ValueError: .*broadcast together.*(\(\d+,\) \(\d+,\d+\)|\(\d+,\d+\) \(\d+,\))
    return np.ones((3, 2)) + values

lengths-differ: Two arrays of different lengths have met. How many numbers should each of them hold?
    stops: ValueError: .*broadcast together
    return values + np.ones(9)

sign-of-power: In Python that sign is not the one for a power. How is the square of a number written?
    stops: TypeError: .*(for \^|ufunc 'bitwise)
    return 0.5 ^ len(values)
    return values ^ 2

arguments: The arguments of the call and of the function are not the same ones. Which of them stand in
the task?
    stops: TypeError: [\w<>.]+\(\) (takes|missing|got an unexpected)
    return (lambda v: v)(1, 2)
    def my_answer(values):
        return values.sum()

brackets-of-function: Square brackets look something up in a list or an array. How is a function asked
for its value?
    stops: TypeError: 'function' object is not subscriptable
    return f[0]

function-as-number: A function is no number, only the value that it gives is one. At which place is it
wanted?
    stops: TypeError: (unsupported operand|.*not supported between) .*(function|method|ufunc)
    return f + 1
    return 1.0 if f < 2 else 0.0
    return 4 * values.mean
    return np.tanh**2

shape-of-flat: A second number was asked for where there is only one. If that is the shape of an array:
is the array a table, or flat?
    stops: IndexError: tuple index out of range
    return values.shape[1]

too-many-places: More places stand in the brackets than this array has directions. Is it a table, or
flat?
    stops: IndexError: too many indices
    return values[0, 1]

no-such-place: There is no such place: they are counted from 0. Up to which number does your function
count, and how many places are there?
    stops: IndexError: .*out of (bounds|range)
    return values[9]
    return [1, 2][2]

no-such-axis: There is no such axis. A table has two, 0 and 1; what is flat has axis 0 alone. Which of
the two is it here?
    stops: AxisError|ValueError: No axis named
    return values.sum(axis=1)
    return pd.Series(values).sum(axis=1)

read-only: This array can be read, but not changed: it is part of a table. Into which array of your own
can the new numbers be written?
    stops: ValueError: .*read-only
    def my_answer(values, f):
        column = pd.DataFrame({"x": values})["x"].to_numpy()
        column.flags.writeable = False
        column -= 1

negative-power: NumPy raises whole numbers to whole powers from 0 on only. Which of the two should be a
fraction here?
    stops: ValueError: Integers to negative integer powers
    return np.array([1, 2]) ** -1

infinity-as-whole-number: Infinity is no whole number. Which step made it, and should the result
hold whole numbers at all?
    stops: OverflowError: cannot convert float infinity
    return int(np.inf * len(values))

into-whole-numbers: An array of whole numbers cannot take up fractions in place. Into which new array
can the results be written instead?
    stops: .*casting rule
    def my_answer(values, f):
        whole = np.array([1, 2])
        whole *= 0.5

places-and-values: There are more places on the left side than values on the right side, or fewer.
How many of the places are meant?
    stops: ValueError: .*(cannot assign \d+ input values|could not broadcast input array)
    def my_answer(values, f):
        values[values > 2] = [1.0, 2.0, 3.0, 4.0]
    def my_answer(values, f):
        made = np.zeros(2)
        made[:] = [1, 2, 3]

list-in-range: range needs one whole number, and this is something else. What counts how many there are?
    stops: TypeError: .* object cannot be interpreted as an integer
    return [f(i) for i in range([1, 2])]
    return [f(i) for i in range(2.0)]

used-too-early: That name has no value yet when it is used. Which line gives it one, and has that line
been run by then?
    stops: UnboundLocalError|NameError: cannot access free variable
    def my_answer(values, f):
        count += len(values)
        return count

called-too-often: Each call counts. How often is it called in one round, and how often in all?
    stops: TooManyCalls
    def my_answer(values, f):
        class TooManyCalls(Exception):
            pass
        raise TooManyCalls

number-in-loop: This goes through several things, one after the other, and got a single number. Which
of your names holds several? Or, in a loop: what counts up to that number?
    stops: TypeError: .*'(numpy\.)?(int|float)\d*' object is not iterable
    return sum(f(1) for _ in 3)

number-in-brackets: Brackets look for a place among several, and this is a single number. Which of your
names holds several?
    stops: TypeError: .*'(numpy\.)?(int|float)\d*' object (is not subscriptable|does not support item)
    stops: IndexError: invalid index to scalar
    return len(values)[0]
    return values[0][0]

length-of-number: A single number has no length. Which of your names holds several?
    stops: TypeError: object of type '(numpy\.)?(int|float)\d*' has no len
    stops: TypeError: len\(\) of unsized
    return len(values[0])
    return len(len(values))

names-for-parts: There are more names on the left side than numbers on the right side, or fewer. How
many numbers may stand there?
    stops: ValueError: .*values to unpack
    return [k + b for k, b in [values]]

array-for-number: A whole array was put where one number belongs. Which of its numbers, or what of all
of them, is meant?
    stops: .*array element with a sequence
    stops: TypeError: (only .* can be|cannot) convert
    stops: TypeError: must be real number, not
    return np.array([1.0, values])
    return float(values)
    return math.exp(values)
    return math.exp(pd.Series(values))

list-for-array: Python's lists do not compute entry by entry. Which of the two is a list here, and what
turns it into an array?
    stops: TypeError: .*(unsupported operand|can only concatenate|bad operand).*list
    stops: TypeError: can't multiply sequence
    return [1.0, 2.0] - 1
    return [1.0] + 1
    return [1.0] * 0.5

none-in-formula: One of these is None: nothing. Which line should have given it a value, and does a
function that you call there give one back?
    stops: TypeError: .*NoneType
    return None + 1

none-asked: What stands before the dot is None: nothing. Which line should have given it a value, and
does a function that you call there give one back?
    stops: AttributeError: 'NoneType'
    return np.random.default_rng(1).shuffle(values.copy()).sum()

no-such-part: What stands before the dot does not have what stands behind it. Is it an array, a table, a
list or a number, and what do these have?
    stops: AttributeError
    return values.abs()
    return [1.0].mean()

calls-itself: Your function calls itself again and again. At which point should it stop, and give
something back?
    stops: RecursionError
    def my_answer(values, f):
        return my_answer(values, f)

divided-by-zero: Something was divided by 0. Which of your numbers can be 0 here, and what should happen
then?
    stops: ZeroDivisionError
    return len(values) / 0
""",
    [EXAMPLE],
)

# What an error and the lines of the answer say together, and what an answer gives.
MESSAGES = {
    "name-overwritten": "The name {name} no longer means the function: a line of your own has put a "
    "value under it. How else can that value be called?",
    "value-called": "Parentheses right behind a name call it as a function. What did you want here: "
    "a look-up, or a product?",
    "name-of-argument": "Python does not know the name {name}. The task hands over {names}: is one "
    "of them meant, and is it spelled as there?",
    "name-unknown": "Python does not know the name {name}. Which line gives it a value: one of "
    "yours, or one of the lesson?",
    "printed": "Here the function must stop with an error. What does print do, and what raise?",
    "asserted": "assert raises an error of a kind of its own. Which kind does the task name, and "
    "which word raises it?",
    "other-error": "An error came, but of another kind than the task names. Which line of yours asks "
    "for that kind, and does something else fail before it?",
    "silent-error": "The error came, but it does not say what is wrong. What would you want to read "
    "if this happened to you next month?",
    "nothing-returned": "None means that nothing was given back. Does each way through your function "
    "end with return? What print shows is not given back{tables}.",
    "nothing-returned-here": "In another case None came, which means that nothing was given back. "
    "Does each way through your function end with return? What print shows is not given back"
    "{tables}.",
    "still-none": "None came back although your function has reached its return: the name there "
    "is None. Did it begin so, and which line should give it something else? Methods that change a "
    "list, such as append and sort, give back None themselves.",
    "own-random": "Two calls with the same numbers gave two results. Does your function draw random "
    "numbers of its own, where it should use those that it is given?",
    "whole-numbers": "With fractions that would be right, but here {names} only whole numbers. An "
    "array that is made like that one holds whole numbers too: what becomes of a fraction that is "
    "put into it?",
    "names-lost": "The numbers are right, but their names are lost. At which step did they go?",
    "rounded": "That is right up to rounding. Which step throws digits away?",
    "divided-by-n-minus-1": "The sum was divided by n - 1. How many rows are there, and what does "
    "the mean need?",
    "sign": "Each sign is turned round. In the difference, what is taken away from what?",
    "factor": "In every case that is {factor} times the right number. Which factor is it?",
    "only-first-row": "Only the first row has been counted. If there is a loop: does it end at its "
    "first return?",
    "only-last-row": "Only the last row has been counted. If there is a loop: what happens to the "
    "total in each round?",
    "without-last-row": "The last row has been left out. Where does the loop end?",
    "without-first-row": "The first row has been left out. From which number on does Python count?",
    "no-effect": "Whatever {names}, your function gives the same. At which step should that change "
    "the result? And if it is there: what takes its effect away again?",
}
_PARTS = {
    "only-first-row": (0, 1),
    "only-last-row": (-1, None),
    "without-last-row": (0, -1),
    "without-first-row": (1, None),
}


@dataclass(frozen=True)
class Trial:
    """A wrong answer, the cases it was called on, what it gave and what was expected.

    ``answer`` and ``reference`` are what is called; ``functions`` are those that the learner wrote.
    """

    answer: object
    reference: object
    cases: list
    outcomes: list
    expected: list
    tidy: object = lambda value: value
    functions: list = field(default_factory=list)

    def rows(self):
        """Each case's outcome and expected outcome."""
        return zip(self.cases, self.outcomes, self.expected, strict=True)

    def first_wrong(self):
        """The first of these rows in which the outcome is not the expected one."""
        return next(row for row in self.rows() if not same(*row[1:], self.tidy))


def about_error(trial, error):
    """Say what usually lies behind an error: a name and a message, or two times nothing."""
    text = f"{type(error).__name__}: {error_text(error)}"
    if type(error) is NameError and "free variable" not in text:
        return _about_name(trial, error)
    if isinstance(error, TypeError) and "is not callable" in text:
        return _about_called_value(trial)
    early = isinstance(error, UnboundLocalError) or "free variable" in text
    if early and (name := _overwritten(trial, function_only=True)):
        return _say("name-overwritten", name=name)
    for mistake in ERRORS:
        if re.match(mistake.stops, text):
            return mistake.name, mistake.message
    return "", ""


def _say(mistake, /, **values):
    return mistake, MESSAGES[mistake].format(**values)


def _about_name(trial, error):
    names = [name for function in trial.functions for name in _arguments(function)]
    if any(_alike(error.name, name) for name in names):
        return _say("name-of-argument", name=error.name, names=listing([*dict.fromkeys(names)]))
    return _say("name-unknown", name=error.name)


def _alike(name, other):
    """Whether two names differ in capitals, underscores, or a letter or two only."""
    name, other = (re.sub("_", "", text or "").lower() for text in (name, other))
    return sorted(name) == sorted(other) or (len(set(name) ^ set(other)) < 2 and len(other) > 3)


def _arguments(function):
    code = getattr(function, "__code__", None)
    return [name for name in code.co_varnames[: code.co_argcount] if name != "self"] if code else []


def _about_called_value(trial):
    if name := _overwritten(trial):
        return _say("name-overwritten", name=name)
    return _say("value-called")


def _overwritten(trial, function_only=False):
    """A name of a function that an answer calls, and under which it puts a value of its own."""
    for function in trial.functions:
        nodes = list(ast.walk(_tree(function)))
        stored = {
            node.id
            for node in nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        known = getattr(function, "__globals__", {})
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                found = callable(known.get(name, getattr(builtins, name, None)))
                if name in stored and (
                    found or (name in _arguments(function) and not function_only)
                ):
                    return name
    return ""


def _tree(function):
    """The lines of a function as a syntax tree, which is empty if they cannot be had."""
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return ast.Module([], [])


def habit(trial):
    """Name the mistake of an answer that no message of its exercise knows: as `about_error`."""
    finders = _of_refusal, _nothing, _random, _whole, _nameless, _rounded, _factor, _part, _fixed
    found = (find(trial) for find in finders)
    return next(filter(None, found), ("", ""))


def _of_refusal(trial):
    """Where an error is the right answer, and something else came."""
    _, outcome, target = trial.first_wrong()
    if not target.error:
        return None
    if not outcome.error:
        return _say("printed") if outcome.value is None else None
    if isinstance(outcome.error, type(target.error)):
        return _say("silent-error")
    if isinstance(outcome.error, AssertionError):
        return _say("asserted")
    if "exceptions must derive" in error_text(outcome.error):
        return about_error(trial, outcome.error)
    return _say("other-error")


def _nothing(trial):
    wrong = [row for row in trial.rows() if not same(*row[1:], trial.tidy)]
    for row in wrong:
        _, outcome, target = row
        if outcome.error or target.error or outcome.value is not None:
            continue
        if any(_always_returns(function) for function in trial.functions):
            return _say("still-none") if row is wrong[0] else None
        given = [value for case in trial.cases for value in case.arguments.values()]
        has_table = any(isinstance(value, pd.DataFrame | pd.Series) for value in given)
        tables = ", and inplace=True gives back None" if has_table else ""
        first = row is wrong[0]
        return _say("nothing-returned" if first else "nothing-returned-here", tables=tables)


def _always_returns(function):
    """Whether the last line of a function gives back a name, and no line gives back nothing."""
    for node in ast.walk(_tree(function)):
        if isinstance(node, ast.FunctionDef):
            last = node.body[-1]
            returns = [part for part in ast.walk(node) if isinstance(part, ast.Return)]
            empty = [part for part in returns if part.value is None]
            return isinstance(last, ast.Return) and isinstance(last.value, ast.Name) and not empty
    return False


def _random(trial):
    case, outcome, _ = trial.first_wrong()
    # A function or an iterator, and what cannot be compared, is another one in each call.
    if outcome.error or callable(outcome.value) or isinstance(outcome.value, Iterator):
        return None
    if not same(outcome, outcome, trial.tidy):
        return None
    again = (call(trial.answer, case, quiet=True) for _ in range(3))
    if not all(same(other, outcome, trial.tidy) for other in again):
        return _say("own-random")


def _whole(trial):
    case, _, target = trial.first_wrong()
    whole = [name for name, value in case.arguments.items() if _is_of_whole_numbers(value)]
    if not whole or target.error:
        return None
    arguments = {n: v.astype(float) if n in whole else v for n, v in case.arguments.items()}
    with_fractions = call(trial.answer, replace(case, arguments=arguments), quiet=True)
    if same(with_fractions, target, trial.tidy):
        holds = "holds" if len(whole) == 1 else "hold"
        return _say("whole-numbers", names=f"{listing(whole)} {holds}")


def _is_of_whole_numbers(value):
    return isinstance(value, np.ndarray | np.generic | pd.Series) and value.dtype.kind == "i"


def _nameless(trial):
    if all(isinstance(target.value, pd.Series) for target in trial.expected) and all(
        same(outcome, Outcome(target.value.to_numpy())) and not isinstance(outcome.value, pd.Series)
        for _, outcome, target in trial.rows()
    ):
        return _say("names-lost")


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
        return _say("rounded")


def _factor(trial):
    if not (numbers := _numbers(trial)):
        return None
    with np.errstate(all="ignore"):
        return _factor_of(numbers)


def _factor_of(numbers):
    many = [row for row in numbers if row[0] > 1]
    if many and all(np.allclose(given * (n - 1), right * n) for n, given, right in many):
        return _say("divided-by-n-minus-1")
    given, right = (np.concatenate([row[side] for row in numbers]) for side in (1, 2))
    ratio = given[right != 0] / right[right != 0]
    if len(ratio) < 2 or np.any(given[right == 0] != 0) or not np.allclose(ratio, ratio[0]):
        return None
    if math.isclose(ratio[0], -1):
        return _say("sign")
    if ratio[0] > 0 and not math.isclose(ratio[0], 1, rel_tol=0.01):
        return _say("factor", factor=f"{ratio[0]:.4g}")


def _part(trial):
    for name, rows in _PARTS.items():
        if any(_is_of_part(trial, slice(*rows), share) for share in (False, True)):
            return _say(name)


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
        return _say("no-effect", names=f"{listing(names)} {'is' if len(names) == 1 else 'are'}")


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
