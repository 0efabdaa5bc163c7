"""Values, errors and arguments put into words: always short, whatever they are."""

import itertools
import re
import types
from numbers import Number

import numpy as np
import pandas as pd

_SHORT = 120  # characters of one value or error
_FEW = 8  # values that are shown whole


def shorten(text, longest=_SHORT):
    """Return a text as one line of limited length."""
    text = " ".join(str(text).split())
    return text if len(text) <= longest else text[: longest - 2].rstrip() + " …"


def sentence(text):
    """Close a text with a full stop if it does not end a sentence yet."""
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def error_text(error):
    """What an error says, or nothing if it cannot even say that."""
    try:
        return shorten(error)
    except Exception:
        return ""


def says_something(error):
    """Whether the message of an error has two words, or one that is long."""
    words = re.findall(r"[^\W_]+", error_text(error))
    return len(words) > 1 or sum(map(len, words)) > 8


def describe(value, digits=4):
    """Show a value in a few words: whole if it is short, its beginning if it is long."""
    try:
        return shorten(_describe(value, digits))
    except Exception:  # an object that cannot show itself
        return _by_type(value)


def describe_both(left, right):
    """Show two values with as many digits as it takes to tell them apart."""
    for digits in (4, 8, 15):
        texts = describe(left, digits), describe(right, digits)
        if texts[0] != texts[1]:
            break
    return texts


def _describe(value, digits):
    if isinstance(value, pd.DataFrame):
        names = ", ".join(map(str, value.columns))
        return f"a table with the columns {shorten(names)}" if names else "an empty table"
    if isinstance(value, pd.Series) and value.index.dtype.kind != "i":
        value = dict(value)
    if isinstance(value, dict):
        parts = [
            f"{_describe(name, digits)}: {_describe(item, digits)}"
            for name, item in list(value.items())[:_FEW]
        ]
        return "{" + ", ".join(parts) + (", …}" if len(value) > _FEW else "}")
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    if isinstance(value, np.ndarray | pd.Series | pd.Index | list | tuple | set | frozenset):
        return _describe_many(value, digits)
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        tiny = 1e-9 < abs(value) < 1e-3
        return repr(float(f"{value:.{digits}g}") if tiny else round(value, digits))
    if value is None or isinstance(value, str | Number):
        return repr(value)
    return getattr(value, "__name__", None) or _by_type(value)


def _describe_many(values, digits):
    size, flat = len(values), values
    if isinstance(values, np.ndarray) and values.size > _FEW:
        size, flat = values.size, values.flat
    items = list(itertools.islice(flat, _FEW))
    start = [_describe(item, digits) for item in items]
    if size > _FEW:
        what = "numbers" if isinstance(items[0], Number) else "values"
        return f"{size:,} {what} that begin with {', '.join(start[:3])}"
    opening, closing = "()" if isinstance(values, tuple) else "[]"
    closing = ",)" if isinstance(values, tuple) and size == 1 else closing
    return opening + ", ".join(start) + closing


def _by_type(value):
    return f"an object of the type {type(value).__name__}"


def kind(value):
    """Say what sort of thing a value is."""
    if value is None:
        return "None"
    if isinstance(value, bool | np.bool_):
        return "True or False"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, Number):
        return "one number"
    if isinstance(value, pd.DataFrame):
        return "a table"
    if isinstance(value, pd.Series):
        return f"a Series of {_count(value)}"
    if isinstance(value, dict):
        return "a dict"
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        if value.ndim == 0:
            return "one number"
        what = " of True and False" if value.dtype == bool else ""
        return f"an array{what} of shape {value.shape}"
    if isinstance(value, tuple) and len(value) == 2:
        return "a pair"
    if isinstance(value, list | tuple | set | frozenset):
        return f"a {type(value).__name__} of {_count(value)}"
    if isinstance(value, types.GeneratorType | map | zip | filter):
        return "a recipe for values that has not been carried out"
    if callable(value):
        return "a function: are its parentheses missing?"
    return _by_type(value)


def _count(values):
    return "1 value" if len(values) == 1 else f"{len(values):,} values"


def form(value):
    """Whether two values can be compared number by number: their shape, or else their kind."""
    try:
        array = np.asarray(value)
        if array.dtype.kind in "iuf":
            return array.shape
        if array.ndim == 1 and all(isinstance(item, str) for item in value):
            return "texts"
    except Exception:
        pass
    return kind(value)


def inputs(case):
    """Show the arguments of a case."""
    return listing([f"{name} = {describe(value)}" for name, value in case.arguments.items()])


def listing(parts):
    """Join parts as a sentence does: a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
