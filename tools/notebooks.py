"""Run the notebooks and store their outputs so that a second run changes no byte.

From the command line: ``make notebooks``. A cell that raises or writes to stderr stops the run of
its notebook, and the file stays as it was. Cells tagged ``nbval-ignore-output`` measure something,
time for example. Their outputs are kept as long as the code up to them stays the same.
"""

import argparse
import base64
import hashlib
import json
import math
import os
import platform
import queue
import re
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets import Type, Unicode

from tools import figures

ROOT = Path(__file__).resolve().parents[1]
COURSE_PICTURE = ROOT / "images" / "course.png"

# A warning is an error, in notebooks and in tests. The exceptions, in the form of python -W:
ALLOWED_WARNINGS = [
    # seaborn 0.13.2 masks heatmaps in a way that matplotlib 3.11 plans to give up.
    "ignore:The set_bad function will be deprecated:PendingDeprecationWarning",
]

# Every kernel that stores or checks outputs runs with these.
KERNEL_ENVIRONMENT = {
    # One thread each: two kernels at once with two threads each are many times slower.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # Sets in the same order in each run.
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
if not figures.other_versions():
    # Show also the warnings that Python hides by default. They go to stderr, which is an error.
    # Other versions, old beside new, warn of each other; that concerns their developers.
    KERNEL_ENVIRONMENT["PYTHONWARNINGS"] = ",".join(["default", *ALLOWED_WARNINGS])

# Last digits differ between processors, so no lesson shows them. These variables let an x86
# processor compute as an old one does, which rounds in other places. Their names are those of the
# stored versions: other releases of NumPy call the instructions otherwise, and those with OpenBLAS
# 0.3.34 end on some AMD processors when a core is named (OpenMathLib/OpenBLAS#6021).
OTHER_PROCESSOR = {}
if platform.machine() in ("x86_64", "AMD64") and not figures.other_versions():
    OTHER_PROCESSOR["OPENBLAS_CORETYPE"] = "Nehalem"
    OTHER_PROCESSOR["NPY_DISABLE_CPU_FEATURES"] = "X86_V3 X86_V4 AVX512_ICL AVX512_SPR"

# What every such kernel refuses: connections that leave the machine, text too small to read.
KERNEL_RULES = '--IPKernelApp.exec_lines=__import__("tools.kernel_rules").kernel_rules.install()'

METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
# The tag of a cell whose outputs are not compared, because it measures something or moves.
MEASURES = "nbval-ignore-output"
# What a figure shows, for a reader who cannot see it: a fold of its own, right after the figure.
WORDS = re.compile(
    r"<details><summary>This figure in words</summary>\n\n(.+?)\n\n</details>", re.DOTALL
)
# How a first cell shows a picture that is drawn further below.
OPENING = "attachment:opening.png"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


class PatientChannel(AsyncZMQSocketChannel):
    """A channel that looks for messages again each second.

    Once in some hundred notebooks, the asynchronous poll of ZeroMQ sleeps until its time-out
    although a message has come (compare zeromq/pyzmq#1558).
    """

    async def get_msg(self, timeout=None):
        end = math.inf if timeout is None else time.monotonic() + timeout
        while True:
            try:
                return await super().get_msg(max(0, min(1, end - time.monotonic())))
            except queue.Empty:
                if time.monotonic() >= end:
                    raise


class PatientClient(AsyncKernelClient):
    """A client of a kernel whose replies are not overslept."""

    shell_channel_class = Type(PatientChannel)
    iopub_channel_class = Type(PatientChannel)
    control_channel_class = Type(PatientChannel)


class InterpreterKernelSpecManager(KernelSpecManager):
    """The kernel of one Python, whatever kernels are registered on this machine."""

    python = Unicode(sys.executable)

    def get_kernel_spec(self, kernel_name):
        command = [self.python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name=kernel_name, language="python")


class NotebookError(Exception):
    """A notebook that cannot be stored. The message names the notebook and the cell."""


def lessons():
    """Return the paths of all lessons, in order."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


def has_tag(cell, tag):
    return tag in cell.metadata.get("tags", [])


def is_folded(cell):
    """Tell whether JupyterLab shows a line in place of the code: it is not there to be read."""
    return cell.metadata.get("jupyter", {}).get("source_hidden", False)


def read(path):
    """Read a notebook. Cells without an id get one that depends on place and text alone."""
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    for number, cell in enumerate(content["cells"]):
        text = f"{number}\n{''.join(cell['source'])}"
        cell.setdefault("id", hashlib.sha256(text.encode()).hexdigest()[:8])
    content["nbformat"], content["nbformat_minor"] = 4, 5
    return nbformat.reads(json.dumps(content), as_version=4)


def write(notebook, path):
    """Write a notebook, whole or not at all."""
    path = Path(path)
    text = nbformat.writes(notebook).rstrip("\n") + "\n"
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)


def execute(path, measure_again=False):
    """Run the notebook at ``path`` from top to bottom and store its outputs there."""
    notebook, stored = read(path), read(path)
    run(notebook, path)
    for version in (notebook, stored):
        make_reproducible(version)
    before = {cell.id: cell for cell in stored.cells}
    for cell in notebook.cells:
        cell.metadata.pop("measured", None)
    for cell, digest in measurements(notebook):
        if before[cell.id].metadata.get("measured") == digest and not measure_again:
            cell.outputs = before[cell.id].outputs
        cell.metadata["measured"] = digest
    describe_figures(notebook)
    show_first(notebook)
    write(notebook, path)


def run(notebook, path, python=None, arguments=(KERNEL_RULES,), **environment):
    """Run all cells in a fresh kernel, in the folder of the notebook.

    The kernel is that of ``python``, by default of this environment. It gets the ``arguments``
    and, beside what every kernel gets, the variables of ``environment``.
    """
    kernel = AsyncKernelManager(
        kernel_spec_manager=InterpreterKernelSpecManager(python=python or sys.executable),
        client_factory=PatientClient,
    )
    client = NotebookClient(
        notebook,
        km=kernel,
        timeout=120,
        record_timing=False,
        extra_arguments=list(arguments),
        resources={"metadata": {"path": str(Path(path).resolve().parent)}},
    )
    try:
        client.execute(
            cleanup_kc=True,
            env=os.environ | KERNEL_ENVIRONMENT | environment,
            # What the kernel itself writes to the terminal belongs to no cell.
            stderr=subprocess.DEVNULL,
        )
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        cell = f"cell [{client.code_cells_executed}]"
        raise NotebookError(f"{path}, {cell} does not run.\n{error}") from error
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise NotebookError(
                    f"{path}, cell [{cell.execution_count}] writes to stderr. Mend the cause of:\n"
                    f"{output.text}\nThe cell:\n{cell.source}"
                )


def make_reproducible(notebook):
    """Drop what differs from run to run, and what depends on the machine."""
    states = notebook.metadata.pop("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    notebook.metadata.update(nbformat.from_dict(METADATA))
    for cell in notebook.cells:
        # JupyterLab can store the times of execution here.
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            outputs = [part for output in cell.outputs for part in without_widget(output, states)]
            cell.outputs = join_streams(outputs)
            for output in cell.outputs:
                if "image/png" in output.get("data", {}):
                    figures.reduce_output(output)
                if output.output_type == "error":
                    # A traceback names the files of this checkout, wherever it lies.
                    here = f"{ROOT}{os.sep}"
                    output.traceback = [line.replace(here, "") for line in output.traceback]


def clear(notebook):
    """Take out of a notebook what a run left in it."""
    make_reproducible(notebook)
    for cell in notebook.cells:
        cell.metadata.pop("measured", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def without_widget(output, states):
    """Return an output as it is, or in place of a widget the pictures that it shows first.

    A widget has a random id, and nothing moves on a stored page.
    """
    data = output.get("data", {})
    if WIDGET_VIEW not in data:
        return [output]
    box = states.get(data[WIDGET_VIEW]["model_id"], {}).get("state", {})
    children = [name.removeprefix("IPY_MODEL_") for name in box.get("children", [])]
    return [
        nbformat.v4.new_output(
            "display_data", {"image/png": shown["data"]["image/png"]}, metadata=shown["metadata"]
        )
        for child in children
        for shown in states.get(child, {}).get("state", {}).get("outputs", [])
        if "image/png" in shown.get("data", {})
    ]


def figures_with_words(notebook):
    """Yield each stored figure of a notebook with the words in the fold after it, or with ''."""
    for cell, after in zip(notebook.cells, [*notebook.cells[1:], None], strict=True):
        pictures = [o for o in cell.get("outputs", []) if "image/png" in o.get("data", {})]
        words = WORDS.fullmatch(after.source) if after else None
        for picture in pictures:
            yield picture, " ".join(words[1].split()) if words else ""


def describe_figures(notebook):
    """Give each figure its words as alternative text too, for pages that are made from it."""
    for picture, words in figures_with_words(notebook):
        picture.metadata.setdefault("image/png", nbformat.NotebookNode())["alt"] = words


def show_first(notebook):
    """Put the picture of the cell tagged ``opening`` into the first cell, which asks for it.

    There it is seen before anything is run, in copies without outputs too.
    """
    first = notebook.cells[0]
    first.pop("attachments", None)
    if OPENING in first.source:
        (picture,) = (
            output.data["image/png"]
            for cell in notebook.cells
            if has_tag(cell, "opening")
            for output in cell.outputs
            if "image/png" in output.get("data", {})
        )
        name = OPENING.removeprefix("attachment:")
        # Unlike an output, a picture in a text is shown as large as it is stored.
        png = figures.half_as_large(base64.b64decode(picture))
        first.attachments = {name: {"image/png": base64.b64encode(png).decode()}}


def join_streams(outputs):
    """Join neighbouring pieces of one stream: where a text is cut depends on timing."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == "stream" and output.name == last.get("name"):
            last.text += output.text
        else:
            joined.append(nbformat.NotebookNode(output))
    return joined


def text_of(cell):
    """Return all the text that a cell shows, errors and tables included."""
    shown = []
    for output in join_streams(cell.get("outputs", [])):
        data = output.get("data", {})
        shown += [output.get("text", ""), output.get("ename", ""), output.get("evalue", "")]
        shown += [data.get("text/plain", ""), data.get("text/html", "")]
    return "\n".join(filter(None, shown))


def compared(stored, executed):
    """Yield the code cells of two notebooks whose outputs have to be equal, in pairs."""
    stored, executed = (
        [cell for cell in notebook.cells if cell.cell_type == "code"]
        for notebook in (stored, executed)
    )
    for before, after in zip(stored, executed, strict=True):
        if not has_tag(before, MEASURES):
            yield before, after


def measurements(notebook):
    """Yield each measuring cell that has outputs, with a digest of the code up to it."""
    digest = hashlib.sha256()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            digest.update(cell.source.encode() + b"\0")
            if has_tag(cell, MEASURES) and cell.outputs:
                yield cell, digest.hexdigest()[:16]


def course_picture():
    """Return the PNG of the cell tagged ``readme-picture``, or None if no lesson has one."""
    pictures = [
        base64.b64decode(output.data["image/png"])
        for path in lessons()
        for cell in read(path).cells
        if has_tag(cell, "readme-picture")
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    if len(pictures) > 1:
        raise NotebookError(
            f"The tag readme-picture is on cells with {len(pictures)} pictures in all. "
            "Leave it on one cell with one picture."
        )
    return pictures[0] if pictures else None


def main():
    parser = argparse.ArgumentParser(description="Run notebooks and store their outputs.")
    parser.add_argument("paths", nargs="*", type=Path, help="notebooks; all lessons if none")
    parser.add_argument(
        "--measure-again", action="store_true", help="renew the outputs of measuring cells too"
    )
    arguments = parser.parse_args()
    failed = []
    for path in arguments.paths or lessons():
        print(path.name, flush=True)
        try:
            execute(path, arguments.measure_again)
        except NotebookError as error:
            print(f"{error}\n", file=sys.stderr)
            failed.append(path.name)
    if failed:
        sys.exit(f"Not stored, the files are as they were: {', '.join(failed)}")
    if picture := course_picture():
        COURSE_PICTURE.write_bytes(picture)


if __name__ == "__main__":
    try:
        main()
    except NotebookError as error:
        sys.exit(str(error))
