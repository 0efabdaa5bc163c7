"""A kernel that can be interrupted, and what of its outputs is compared with the stored ones."""

import inspect
import os
import queue
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import ipykernel.compiler
import jupyter_client
import nbformat
import zmq
from jupyter_client import KernelManager

from tools import figures
from tools.notebooks import (
    KERNEL_ENVIRONMENT,
    KERNEL_RULES,
    MEASURES,
    InterpreterKernelSpecManager,
    has_tag,
    join_streams,
)

PATIENCE = 120  # seconds, for one cell
OUTPUTS = ("stream", "display_data", "execute_result", "error")
OTHER_VERSIONS = figures.other_versions()


class Kernel:
    """A fresh kernel of this environment, for a ``with`` statement.

    Parameters
    ----------
    folder : pathlib.Path
        Where it works: the folder of the notebook.
    **environment : str
        Variables beside those of every kernel that checks outputs.
    """

    def __init__(self, folder, **environment):
        self.manager = KernelManager(kernel_spec_manager=InterpreterKernelSpecManager())
        self.client = None
        self.start = {
            "cwd": str(folder),
            "env": os.environ | KERNEL_ENVIRONMENT | environment,
            # A traceback takes long to write, and is not compared.
            "extra_arguments": [KERNEL_RULES, "--InteractiveShell.xmode=Minimal"],
            # What the kernel itself writes to the terminal belongs to no cell.
            "stderr": subprocess.DEVNULL,
        }

    def __enter__(self):
        with ExitStack() as stack:
            stack.callback(self.manager.cleanup_resources)
            self.manager.start_kernel(**self.start)
            stack.callback(self.manager.shutdown_kernel, now=True)
            self.client = self.manager.blocking_client()
            self.client.start_channels()
            stack.callback(self.client.stop_channels)
            self.client.wait_for_ready(timeout=PATIENCE)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *error):
        self.stack.close()

    def restart(self):
        self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(timeout=PATIENCE)

    def run(self, source, interrupt_after=None, **options):
        """Run a cell and return its outputs.

        Parameters
        ----------
        source : str
        interrupt_after : float, optional
            So many seconds after its begin the cell is interrupted, if it is still at work.
        **options
            Passed to the client, as in ``silent=True``.
        """
        request = last_request = self._send(source, **options)
        ends, outputs, interrupt_at = {(request, "idle")}, [], None
        self.give_up_at = time.monotonic() + PATIENCE
        while True:
            until = interrupt_at or self.give_up_at
            try:
                message = self.client.get_iopub_msg(timeout=max(0, until - time.monotonic()))
            except queue.Empty:
                if interrupt_at is None:
                    self._give_up(f"the end of this cell:\n{source}")
                self.manager.interrupt_kernel()
                interrupt_at = None
                # An interrupt can hit the kernel's own code. Then nothing says that the cell has
                # ended, but that the next request has begun says it too.
                last_request = self._send("", silent=True)
                ends.add((last_request, "busy"))
                continue
            parent, content = message["parent_header"].get("msg_id"), message["content"]
            if (parent, content.get("execution_state")) in ends:
                break
            if parent == request and message["msg_type"] in OUTPUTS:
                outputs.append(nbformat.v4.output_from_msg(message))
            if parent == request and message["msg_type"] == "execute_input":
                interrupt_at = interrupt_after and time.monotonic() + interrupt_after
        if not self._replied(request, last_request):
            outputs.append(nbformat.v4.new_output("error", ename="KeyboardInterrupt"))
        return outputs

    def _send(self, source, **options):
        return self.client.execute(source, allow_stdin=False, stop_on_error=False, **options)

    def _replied(self, request, last_request):
        """Whether the kernel replied to a request; without a reply it was itself interrupted."""
        replied = set()
        while last_request not in replied:
            try:
                reply = self.client.get_shell_msg(timeout=self.give_up_at - time.monotonic())
            except queue.Empty:
                self._give_up("the reply of the kernel")
            replied.add(reply["parent_header"].get("msg_id"))
        return request in replied

    def _give_up(self, what):
        raise TimeoutError(f"Waited {PATIENCE} s in vain for {what}") from None

    def ask(self, code):
        """Return what a piece of code prints that leaves nothing behind in the kernel."""
        outputs = self.run(f"exec({code!r}, {{'user': globals()}})", silent=True)
        return "".join(output.text for output in outputs)

    def count_calls(self, source):
        """Run a cell and return how many calls it makes."""
        self._profile(source)
        self.run(source)
        return int(self.ask("import sys\nprint(sys.getprofile().count)\nsys.setprofile(None)"))

    def interrupt_at_call(self, source, number):
        """Run a cell, interrupt it at a call, and return its outputs."""
        self._profile(source, number)
        outputs = self.run(source)
        self.ask("import sys\nsys.setprofile(None)")
        return outputs

    def _profile(self, *arguments):
        modules = "import os, signal, sys\nimport ipykernel.compiler, jupyter_client, zmq\n"
        code = f"{modules}{inspect.getsource(Profile)}sys.setprofile(Profile{arguments!r})"
        assert not self.ask(code)


class Profile:
    """Counts the calls that a cell makes, and interrupts it at one of them.

    It is sent to the kernel and works there as a profiler. Calls inside the kernel's own code, which
    sends the outputs, do not count.
    """

    def __init__(self, source, last=None):
        self.cell = ipykernel.compiler.get_file_name(source)
        packages = ipykernel, jupyter_client, zmq
        self.not_counted = tuple(os.path.dirname(package.__file__) for package in packages)
        self.count, self.last, self.statement, self.other = 0, last, None, None

    def __call__(self, frame, event, argument):
        code = frame.f_code
        if event == "return":
            if frame is self.other:
                self.other = None
            elif frame is self.statement:
                self.statement = None
        elif self.statement is None:
            if code.co_name == "<module>" and code.co_filename == self.cell:
                self.statement = frame
        elif self.other is None and event in ("call", "c_call"):
            if code.co_filename.startswith(self.not_counted):
                self.other = frame
                return
            self.count += 1
            if self.count == self.last:
                sys.setprofile(None)
                signal.raise_signal(signal.SIGINT)


def is_interrupted(outputs):
    return any(output.get("ename") == "KeyboardInterrupt" for output in outputs)


def fault(cell, outputs):
    """Say how new outputs of a cell differ from the stored ones, or return ''."""
    new = join_streams(outputs)
    for output in new:
        if output.get("name") == "stderr":
            return f"it writes to stderr:\n{output.text}"
    if has_tag(cell, MEASURES):
        errors = [output for output in new if output.output_type == "error"]
        return f"it raises {errors[0].ename}: {errors[0].evalue}" if errors else ""
    expected, shown = texts(cell.outputs), texts(new)
    if expected != shown:
        return f"stored:\n{expected}\nnow:\n{shown}"
    pictures = figures.pngs(cell.outputs), figures.pngs(new)
    if len(pictures[0]) != len(pictures[1]):
        return f"{len(pictures[1])} pictures instead of {len(pictures[0])}"
    if not OTHER_VERSIONS:
        for stored, now in zip(*pictures, strict=True):
            if stored != now and (difference := figures.difference(stored, now)):
                return f"another picture: {difference}"
    return ""


def texts(outputs):
    """As ``text_of`` of ``tools.notebooks``, but with the kind of each text, for the message."""
    found = []
    for output in join_streams(outputs):
        if output.output_type == "stream":
            found.append((output.name, output.text))
        elif output.output_type == "error":
            found.append((output.ename, output.evalue))
        else:
            kinds = ("text/plain", "text/html")
            found += [(kind, output.data[kind]) for kind in kinds if kind in output.data]
    return found
