"""A limit of time for code that somebody else wrote, in the thread that runs it."""

import contextlib
import ctypes
import signal
import sys
import threading

AGAIN = 0.1  # seconds until the next stop, should the first one have no effect


class TooSlowError(BaseException):
    """What stops code at its limit. No Exception, so that ``except Exception`` lets it pass.

    A bare ``except`` catches it all the same. So, when it has been made, the next line of the code
    that is stopped raises another one, and that line may be the one of that ``except``.
    """

    def __init__(self):
        super().__init__()
        frame = sys._getframe(1)
        while frame and _is_own(frame):  # what has just made this
            frame = frame.f_back
        while frame and not _is_own(frame):
            frame.f_trace = _stop_again
            frame = frame.f_back
        sys.settrace(lambda *event: None)  # without it, no frame is traced


def _is_own(frame):
    return frame.f_globals.get("__name__", "").startswith("helpers.")


def _stop_again(frame, event, argument):
    if event == "line":
        raise TooSlowError
    return _stop_again


@contextlib.contextmanager
def time_limit(seconds):
    """Raise `TooSlowError` in the block if it takes longer.

    In the main thread of Linux and macOS by a signal, which also ends a sleep; elsewhere by an
    exception that a second thread sends, which waits until Python runs a step of the block. What
    works for long inside a single call of compiled code is stopped after that call.

    Parameters
    ----------
    seconds : float
    """
    in_main = threading.current_thread() is threading.main_thread()
    stopped_by = _signals if in_main and hasattr(signal, "setitimer") else _another_thread
    traced = sys.gettrace()
    try:
        with stopped_by(seconds):
            yield
    finally:
        sys.settrace(traced)


@contextlib.contextmanager
def _signals(seconds):
    over = False

    def stop(number, frame):
        if not over:
            raise TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        try:
            yield
        finally:
            over = True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _another_thread(seconds):
    thread = ctypes.c_ulong(threading.get_ident())
    send = ctypes.pythonapi.PyThreadState_SetAsyncExc
    over, lock = threading.Event(), threading.Lock()

    def stop():
        wait = seconds
        while not over.wait(wait):
            wait = AGAIN
            with lock:
                if not over.is_set():
                    send(thread, ctypes.py_object(TooSlowError))

    threading.Thread(target=stop, daemon=True).start()
    try:
        try:
            yield
        finally:
            over.set()
    finally:
        over.set()
        with lock:  # from here on nothing is sent
            pass
        with contextlib.suppress(TooSlowError):  # what is still on its way arrives here
            for _ in range(9):
                pass
