"""What the cells of a notebook have defined: which text an answer comes from, and what came after.

Python keeps the last function of a name that worked. Whoever breaks the cell of an answer, or changes
the name in it, still has the earlier answer in memory, and would be told about that one.
"""

import re
from dataclasses import dataclass

from IPython import get_ipython

from helpers.check.words import error_text

KEPT = 1000  # runs of cells that are remembered


@dataclass(frozen=True)
class Run:
    """One run of a cell: its id, where the frontend tells one, its text and its error."""

    cell: str
    source: str
    error: BaseException | None

    def defines(self, name):
        """Tell whether the text defines a function or class of this name."""
        return re.search(rf"^\s*(?:def|class)\s+{name}\b", self.source, re.MULTILINE) is not None

    def names(self):
        """Return the names of the functions and classes that the text defines."""
        return re.findall(r"^(?:def|class)\s+(\w+)", self.source, re.MULTILINE)


runs = []


def remember(result):
    """Note a run of a cell; IPython calls this after each."""
    info = result.info
    if not info.silent:
        error = result.error_before_exec or result.error_in_exec
        runs.append(Run(getattr(info, "cell_id", None) or "", info.raw_cell, error))
        del runs[:-KEPT]


def watch():
    """Let IPython tell of each run from now on, once."""
    shell = get_ipython()
    if shell is not None and remember not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", remember)


def about_the_cell(name):
    """Say why the function of a name is an older one than its cell, or say nothing.

    Returns
    -------
    name, message : str
        As of a mistake; two empty texts if the last run of that cell defined it.
    """
    worked = [at for at, run in enumerate(runs) if not run.error and run.defines(name)]
    if not worked:
        return "", ""
    home = runs[worked[-1]].cell
    since = [
        run
        for run in runs[worked[-1] + 1 :]
        if (home and run.cell == home) or (run.error and run.defines(name))
    ]
    if not since:
        return "", ""
    last = since[-1]
    if last.error:
        what = f"{type(last.error).__name__}: {error_text(last.error)}".rstrip(": ")
        return "cell-failed", (
            f"The cell that defines {name} stopped with {what}. So what Python has under this name may "
            "be what you wrote before. Which line does the error point to? Correct it, run that cell "
            "again, then this one."
        )
    others = [other for other in last.names() if other != name]
    defined = f"it defined {others[0]}, not {name}" if others else f"it did not define {name}"
    return "other-name", (
        f"When you last ran the cell of your answer, {defined}. So Python still has what you wrote "
        "before that. Which name does the task want? Run that cell again, then this one."
    )
