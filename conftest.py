"""Close the gaps of nbval, which runs each notebook against its stored outputs.

On its own nbval accepts a wrong figure, a cell that was never run and, in cells whose output it
ignores, a warning. Here each of the three fails.
"""

import os
import signal
from functools import partial
from queue import Empty
from time import monotonic

import nbval.kernel
import nbval.plugin
import pytest

from tools import figures
from tools.copies import build_wheel
from tools.notebooks import ALLOWED_WARNINGS, KERNEL_ENVIRONMENT, KERNEL_RULES, ROOT

# The kernels inherit it.
os.environ.update(KERNEL_ENVIRONMENT)

OTHER_VERSIONS = figures.other_versions()

FAILED_FIGURES = ROOT / "build" / "figures"
STORE_AGAIN = "If the new output is right, store it: make notebooks."


def pytest_configure(config):
    for warning in ALLOWED_WARNINGS:
        config.addinivalue_line("filterwarnings", warning)
    if OTHER_VERSIONS:
        # Packages of other years warn of each other; what they say of our own code stays an error.
        for category in ("DeprecationWarning", "PendingDeprecationWarning", "FutureWarning"):
            config.addinivalue_line("filterwarnings", f"ignore::{category}")
            for ours in ("helpers", "tests", "tools"):
                config.addinivalue_line("filterwarnings", rf"error::{category}:{ours}\b")


def pytest_report_header():
    return f"figures: not compared, {OTHER_VERSIONS}" if OTHER_VERSIONS else "figures: compared"


class KernelDiedError(Exception):
    """The kernel has ended on its own; the message says how."""


class LessonKernel(nbval.plugin.RunningKernel):
    def get_message(self, stream, timeout=None):
        # nbval would wait until its time is over, also for a kernel that is no longer there.
        end = monotonic() + timeout
        while True:
            try:
                return super().get_message(stream, timeout=max(0, min(1, end - monotonic())))
            except Empty:
                if not self.is_alive():
                    raise KernelDiedError(self.end()) from None
                if monotonic() >= end:
                    raise

    def end(self):
        code = self.km.provisioner.process.poll()
        return f"by signal {signal.Signals(-code).name}" if code < 0 else f"with exit code {code}"

    def execute_cell_input(self, cell_input, allow_stdin=None):
        # nbval keeps no history; then Out[1] and a semicolon at the end do not work (nbval#194).
        return self.kc.execute(
            cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False
        )


class LessonCell(nbval.plugin.IPyNbCell):
    def runtest(self):
        if not self.parent.kernel.is_alive():
            self.raise_cell_error("This cell was not run: the kernel died in one above it.")
        try:
            super().runtest()
        except KernelDiedError as error:
            self.raise_cell_error(f"The kernel died while this cell ran: {error}.")
        if self.parent.timed_out:
            self.raise_cell_error("The kernel gave no answer in time.")
        if self.cell.source.strip() and self.cell.execution_count is None:
            self.raise_cell_error("This cell was never run. Run and store: make notebooks.")
        for text in stderr_of([*self.test_outputs, *self.cell.outputs]):
            self.raise_cell_error(
                "This cell writes to stderr. Mend the cause, then: make notebooks.", text
            )

    def compare_outputs(self, test, ref, skip_compare=None):
        equal = super().compare_outputs(test, ref, skip_compare) and self.compare_figures(test, ref)
        if not equal:
            self.comparison_traceback += [*stderr_of(test), STORE_AGAIN]
        return equal

    def compare_figures(self, test, ref):
        stored, new = figures.pngs(ref), [figures.reduced(png) for png in figures.pngs(test)]
        if len(stored) != len(new):
            self.comparison_traceback.append(f"{len(new)} figures instead of {len(stored)}.")
            return False
        if OTHER_VERSIONS:
            return True
        for number, pair in enumerate(zip(stored, new, strict=True), start=1):
            if reason := figures.difference(*pair):
                paths = self.save_figures(number, *pair)
                self.comparison_traceback.append(
                    f"Figure {number} of the cell differs: {reason}. Look at\n{paths}"
                )
        return not self.comparison_traceback

    def save_figures(self, number, stored, new):
        FAILED_FIGURES.mkdir(parents=True, exist_ok=True)
        name = f"{self.path.stem}-cell-{self.cell_num}-figure-{number}"
        paths = FAILED_FIGURES / f"{name}-stored.png", FAILED_FIGURES / f"{name}-new.png"
        paths[0].write_bytes(stored)
        paths[1].write_bytes(new)
        return "\n".join(str(path) for path in paths)


def stderr_of(outputs):
    return [output.text for output in outputs if output.get("name") == "stderr"]


# nbval offers no setting for these.
nbval.plugin.RunningKernel = LessonKernel
nbval.kernel.start_new_kernel = partial(
    nbval.kernel.start_new_kernel,
    # The history of a test stays out of the reader's own.
    extra_arguments=["--HistoryManager.hist_file=:memory:", KERNEL_RULES],
)


def pytest_itemcollected(item):
    if isinstance(item, nbval.plugin.IPyNbCell):
        item.__class__ = LessonCell


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The package of this checkout, as people install it."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))
