"""How long each lesson runs and how much memory its kernel takes: ``make resources``."""

import threading
import time

import psutil

from tools.notebooks import lessons, read, run


class Peak(threading.Thread):
    """The largest sum of memory, in bytes, of all processes that this one has started."""

    def __init__(self):
        super().__init__(daemon=True)
        self.bytes = 0
        self.done = threading.Event()

    def run(self):
        """Look twenty times a second."""
        while not self.done.wait(0.05):
            self.bytes = max(
                self.bytes, sum(map(memory, psutil.Process().children(recursive=True)))
            )


def memory(process):
    """Return the bytes that a process occupies, 0 if it has ended."""
    try:
        # Shared pages count once for each process that uses them: too much rather than too little.
        return process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0


def main():
    """Run every lesson once and print a line for each."""
    print(f"{'lesson':26}{'seconds':>9}{'MB':>7}")
    for path in lessons():
        peak = Peak()
        peak.start()
        start = time.perf_counter()
        run(read(path), path)
        seconds = time.perf_counter() - start
        peak.done.set()
        print(f"{path.stem:26}{seconds:9.0f}{peak.bytes / 1e6:7.0f}", flush=True)


if __name__ == "__main__":
    main()
