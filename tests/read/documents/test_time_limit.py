"""A limit on the work for one document, in every thread."""

import io
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest

from newsie.errors import SourceError
from newsie.read.documents.payload import Payload
from newsie.read.documents.time_limit import TimeIsUp, timely, within
from newsie.read.draft import Draft
from newsie.read.settings import Limits

LIMIT = 0.2
PATIENCE = 20


def work(seconds: float) -> str:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return "done"


def work_that_takes_every_error_for_its_own() -> None:
    end = time.process_time() + PATIENCE
    interruptions = 0
    while time.process_time() < end:
        try:
            work(PATIENCE)
        except BaseException:
            interruptions += 1
            if interruptions == 3:
                raise


def in_a_thread(action) -> list[object]:
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(action()))
    thread.start()
    thread.join()
    return results


def is_interrupted(action) -> bool:
    started = time.process_time()
    with pytest.raises(TimeIsUp):
        within(LIMIT, action)
    return time.process_time() - started < PATIENCE / 2


def test_what_is_fast_enough_returns() -> None:
    assert within(PATIENCE, lambda: work(0)) == "done"
    assert in_a_thread(lambda: within(PATIENCE, lambda: work(0))) == ["done"]


def test_what_takes_too_long_is_interrupted() -> None:
    assert is_interrupted(lambda: work(PATIENCE))
    assert is_interrupted(work_that_takes_every_error_for_its_own)
    assert in_a_thread(lambda: is_interrupted(lambda: work(PATIENCE))) == [True]


def test_waiting_is_no_work() -> None:
    assert within(LIMIT, lambda: time.sleep(3 * LIMIT) or "done") == "done"


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError):
        within(PATIENCE, lambda: 1 / 0)


def test_nothing_is_interrupted_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsie.read.documents.time_limit.OFTEN", 0.001)
    interrupted = 0
    for seconds in (number % 50 / 1000 for number in range(150)):
        try:
            within(0.01, partial(work, seconds))
        except TimeIsUp:
            interrupted += 1
        work(0.005)
    assert interrupted > 0


def test_imports_are_not_interrupted(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_to_import.py").write_text(
        f"import time\nend = time.process_time() + {3 * LIMIT}\nwhile time.process_time() < end: pass\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert within(LIMIT, lambda: __import__("slow_to_import")).__name__ == "slow_to_import"


def test_a_document_that_takes_too_long() -> None:
    def drafts() -> Iterator[Draft]:
        yield Draft("a.pdf#1", "One.")
        work(PATIENCE)
        yield Draft("a.pdf#2", "Two.")

    found = timely(drafts(), Payload("a.pdf", io.BytesIO(), Limits(page_seconds=1)))
    assert next(found).text == "One."
    with pytest.raises(
        SourceError, match=r"^a\.pdf: takes more than 1 seconds? to read; save its text alone, or raise"
    ):
        next(found)


AFTERWARDS = """
import sys
from newsie.read.documents.time_limit import TimeIsUp, within
def swallow():
    for _ in range(2):
        try:
            sum(0 for _ in iter(int, 1))
        except TimeIsUp:
            pass
within(5, int)
within(0, swallow)
try:
    within(0, lambda: [None for _ in iter(int, 1)])
except TimeIsUp:
    calls = []
    sys.setprofile(lambda *event: calls.append(event))
    within(5, int)
    sys.setprofile(None)
    print(len(calls) > 1)
"""


def test_profilers_work_afterwards() -> None:
    run = subprocess.run([sys.executable, "-c", AFTERWARDS], capture_output=True, text=True, timeout=60, check=False)
    assert (run.stdout, run.stderr) == ("True\n", "")


def test_a_limit_that_was_left_without_being_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("newsie.read.documents.time_limit._Watchdog.stop", lambda watchdog: None)
        assert within(LIMIT, lambda: "done") == "done"
    work(3 * LIMIT)


def test_what_logs_is_not_interrupted(caplog: pytest.LogCaptureFixture) -> None:
    class Slow(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            work(3 * LIMIT)
            finished.append(record)

    finished: list[logging.LogRecord] = []
    logger = logging.getLogger("slow")
    logger.addHandler(Slow())
    within(LIMIT, lambda: logger.warning("slowly"))
    assert finished


def test_no_thread_stays() -> None:
    for _ in range(50):
        within(PATIENCE, lambda: None)
    assert is_interrupted(lambda: work(PATIENCE))
    assert [thread.name for thread in threading.enumerate() if thread.name == "time limit"] == []
