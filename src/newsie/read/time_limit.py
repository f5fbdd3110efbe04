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
from typing import TypeVar

from newsie.read.draft import Draft
from newsie.read.payload import Payload

Result = TypeVar("Result")

OFTEN = 0.1
"""Seconds between two looks at the clock, and between interruptions: a library may have swallowed the first."""


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
    watchdog = _Watchdog(seconds)
    try:
        watchdog.start()
        return action()
    finally:
        try:
            watchdog.stop()
        except TimeIsUp:  # the last one, raised just then; the next would come a good while later
            watchdog.stop()
            raise


class _Watchdog(threading.Thread):
    """Interrupts the thread that makes it, after so many seconds of work, until it is stopped."""

    def __init__(self, seconds: float):
        super().__init__(name="time limit", daemon=True)
        self._watched = threading.get_ident()
        self._deadline = process_time() + seconds
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def run(self) -> None:
        """Wait, and interrupt."""
        seen = process_time()
        while not self._stopped.wait(OFTEN):
            before, seen = seen, process_time()
            with self._lock:
                if self._stopped.is_set():
                    return
                if _is_importing(self._watched):
                    self._deadline += seen - before
                elif seen > self._deadline:
                    _raise_in(self._watched, TimeIsUp)

    def stop(self) -> None:
        """Let the watched thread, which calls this, go on undisturbed."""
        with self._lock:
            self._stopped.set()
            _raise_in(self._watched, None)


def _is_importing(thread: int) -> bool:
    frame = sys._current_frames().get(thread)
    while frame and frame.f_code.co_filename != "<frozen importlib._bootstrap>":
        frame = frame.f_back
    return frame is not None


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    """Have an exception raised in a thread before its next step; None takes back one that was not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(exception) if exception else None
    )
