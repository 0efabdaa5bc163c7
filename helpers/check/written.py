r"""The right and wrong answers of an exercise, read from the text in which they are written.

Wrong answers stand under what is to be said of them. A message begins with its short name, which
stays the same when its words change; the answers are indented::

    square-of-mean: What comes first under the root, the square or the mean?
        np.mean(e**2) => np.mean(e) ** 2

An answer is written in one of three ways. ``old => new`` is a right answer with one place written
otherwise; ``;`` joins several places, and ``\n`` begins a line. A line that begins with return,
raise or assert is a whole body. Lines that begin with def or class are a whole answer.

A message may belong to more answers than are written under it, which are then examples:
``stops: pattern`` to every answer that stops with such an error, and ``about`` to those of which the
exercise's own ``about`` gives that name; the message may hold {values} that come from there.
"""

import hashlib
import linecache
import math
import re
import textwrap
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

NAME = re.compile(r"([a-z][a-z0-9-]*): ")
ANSWER = re.compile(
    r"^(?:def|class) (?:.*\n?)(?:^[ \n].*\n?)*|^.+ => .*$|^(?:return|raise|assert)\b.*$",
    re.MULTILINE,
)
HEAD = re.compile(r"^(?:def|class) .+$", re.MULTILINE)


@dataclass(frozen=True)
class Mistake:
    """What to say of wrong answers, and their sources.

    Parameters
    ----------
    name : str
        Short, stable, its own within an exercise: for reports and translations.
    message : str
        It names the mistake, and ends with a question that leads on.
    answers : tuple of str
        The sources of answers that must get this message.
    stops : str
        How the error begins if the message belongs to all answers that stop with it, or "".
    about : bool
        Whether the exercise's own ``about`` finds it.
    """

    name: str
    message: str
    answers: tuple = ()
    stops: str = ""
    about: bool = False


def mistakes(text, ways):
    """Read messages, each with its answers.

    Parameters
    ----------
    text : str
    ways : sequence of str
        The sources of right answers. A slip is one of the first that has its old texts.

    Returns
    -------
    list of Mistake
        In the order of the text.

    Raises
    ------
    ValueError
        If a message has no name, another one's name or no answer, or if no right answer has the
        old texts of a slip, each of them once.
    """
    found = [_mistake(block, ways) for block in re.split(r"\n\n(?=\S)", text.strip("\n")) if block]
    names = [mistake.name for mistake in found]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"More than one message has the name {sorted(twice)}.")
    return found


def _mistake(block, ways):
    message = " ".join(re.findall(r"(?m)^\S.*$", block))
    if not (name := NAME.match(message)):
        raise ValueError(f"A message begins with its name and a colon. Here is none: {message}")
    lines = textwrap.dedent("\n".join(re.findall(r"(?m)^ .*$|^$", block)))
    stops = re.findall(r"(?m)^stops: (.+)$", lines)
    found = tuple(answers(lines, ways))
    if not found:
        raise ValueError(f"The message {name[1]} needs an answer that gets it.")
    about = re.search(r"(?m)^about$", lines) is not None
    return Mistake(name[1], message[name.end() :], found, "|".join(stops), about)


def answers(text, ways=()):
    """Read answers, in the order of the text; ways as in `mistakes`."""
    found = []
    for part in re.findall(ANSWER, text):
        if part.startswith(("def ", "class ")):
            found.append(part.rstrip("\n") + "\n")
        elif " => " in part:
            found.append(_slip(part, ways))
        else:
            head = HEAD.search(ways[0])[0]
            found.append(f"{head}\n    {part}\n")
    return found


def _slip(line, ways):
    changes = [change.split(" => ") for change in line.replace("\\n", "\n").split("; ")]
    for source in ways:
        if all(source.count(old) == 1 for old, _ in changes):
            for old, new in changes:
                source = source.replace(old, new)
            return source
    raise ValueError(f"No right answer has each of these texts once: {[old for old, _ in changes]}")


def name_of(source):
    """Return the name that an answer defines."""
    return re.split(r"\W", HEAD.search(source)[0])[1]


def made_from(source, uses):
    """Run the source of an answer, and return the function or class that it defines.

    Parameters
    ----------
    source : str
    uses : dict
        What answers may use beside np, pd and math, by name.
    """
    return _made_from(source, tuple(uses.items()))


@cache
def _made_from(source, uses):
    name = f"<{name_of(source)} {hashlib.sha256(source.encode()).hexdigest()[:8]}>"
    # Messages ask for the lines of an answer, as they stand in a cell.
    linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name
    namespace = {"np": np, "pd": pd, "math": math, **dict(uses)}
    exec(compile(source, name, "exec"), namespace)
    return namespace[name_of(source)]
