"""A limit on the time that a document may take: the libraries that read pages, feeds and PDFs have none themselves.

Time is what the process computes, not what it waits for, so a slow pipe is no hang. Imports don't count, and are never
interrupted: the first page takes the second or more that its libraries need.
The limit works in every thread and on every system, for it asks the interpreter, not the system, to interrupt. It has
to wait for a call into C to return; so what is given to one is bounded in size and depth where it is called.
"""

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from time import process_time
from types import FrameType
from typing import TypeVar

from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft

Result = TypeVar("Result")

OFTEN = 0.1
"""Seconds between two looks at the clock, and of work between interruptions: a library may have swallowed the first."""

NOT_INTERRUPTED = ("_frozen_importlib", "importlib._bootstrap", "logging", "threading")
"""Modules that would leave half of a module, or a lock that nobody opens again."""


class TimeIsUp(BaseException):
    """Raised in what takes too long. No Exception: libraries would take it for one of theirs."""


def timely(drafts: Iterator[Draft], payload: Payload) -> Iterator[Draft]:
    """Yield the drafts of a document. Raises SourceError if one takes more seconds of work than the limit allows."""
    while (draft := in_time(lambda: next(drafts, None), payload)) is not None:
        yield draft


def in_time(action: Callable[[], Result], payload: Payload) -> Result:
    """Return what `action` makes of a document. Raises SourceError if it works longer than the limit allows."""
    seconds = payload.limits.page_seconds
    try:
        return within(seconds, action)
    except TimeIsUp:
        advice = f"save its text alone, or raise the limit with --limit page-seconds={10 * seconds}"
        raise payload.error(f"takes more than {seconds} seconds to read", advice) from None


def within(seconds: float, action: Callable[[], Result]) -> Result:
    """Return what `action` returns. Raises TimeIsUp in the midst of it if it works for more than so many seconds."""
    watchdog = _Watchdog(seconds, sys._getframe())
    watchdog.start()
    try:
        return action()
    finally:
        watchdog.stop()


class _Watchdog(threading.Thread):
    """Interrupts the thread that makes it, after so many seconds of work, until it is stopped or `frame` is left.

    No interruption reaches what comes after `stop`. Both sides first say what they do and then look at what the other
    says, so one of them sees the other: either the watchdog sees that it is stopped, or `stop` that one may come.
    Nor does one if `stop` itself is interrupted, as by Control-C: the function of `frame` is left then.
    """

    def __init__(self, seconds: float, frame: FrameType):
        super().__init__(name="time limit", daemon=True)
        self._watched = threading.get_ident()
        self._frame: FrameType | None = frame
        self._deadline = process_time() + seconds
        # A lock, since opening one is a single step, which no interruption can leave half done.
        self._stopped = threading.Lock()
        self._stopped.acquire()
        self._may_interrupt = False

    def run(self) -> None:
        """Wait, and interrupt."""
        try:
            self._watch()
        finally:
            self._frame = None  # which holds this watchdog

    def _watch(self) -> None:
        seen = process_time()
        while not self._stopped.acquire(timeout=OFTEN):
            before, seen = seen, process_time()
            modules = self._modules_at_work()
            if modules is None:
                return
            if not modules.isdisjoint(NOT_INTERRUPTED):
                self._deadline += seen - before
            elif seen > self._deadline:
                self._deadline = seen + OFTEN
                self._may_interrupt = True
                if self._stopped.acquire(blocking=False):
                    return
                _raise_in(self._watched)

    def _modules_at_work(self) -> set[str] | None:
        """The names of the modules whose functions the action is in; None if it is over."""
        frame = sys._current_frames().get(self._watched)
        modules = set()
        while frame and frame is not self._frame:
            modules.add(frame.f_globals.get("__name__", ""))
            frame = frame.f_back
        return modules if frame else None

    def stop(self) -> None:
        """Let the watched thread, which calls this, go on undisturbed."""
        self._stopped.release()
        if self._may_interrupt:
            self.join()
            _raise_what_is_left()


def _raise_what_is_left() -> None:
    """Have no interruption of this thread left.

    It is replaced by one that is raised here. Taken back it must not be: before Python 3.13 the interpreter would look
    for it forever, which slows all that follows, and is a loop without end in a profiler or debugger.
    """
    try:
        _raise_in(threading.get_ident())
        while True:
            pass
    except TimeIsUp:
        return


def _raise_in(thread: int) -> None:
    """Have TimeIsUp raised in a thread before its next step."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeIsUp))
