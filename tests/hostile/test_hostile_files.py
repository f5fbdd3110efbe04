"""Sixty and more hostile files in one folder: each its line, exit code 2, and the good ones between them extracted.

One run of the real command reads them all.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from as_user import LAUNCHER
from hostile.make_hostile_files import GOOD, HOSTILE, STORY, Hostile, make_hostile_files, remove_locks
from newsie.read.names import as_written, printable

SECONDS = 300
"""For them all, the start and a slow machine included."""

MEMORY = 1_000_000
"""In KiB, as Linux counts it."""

SOURCES = [*GOOD, "one-bad-line.jsonl#1", "one-bad-line.jsonl#3"]
LOCKED = ("locked.txt", "locked-folder")


class Run(NamedTuple):
    made: list[Hostile]
    output: str
    errors: list[str]
    exit_code: int
    memory: int


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What one run says of them all."""
    folder = tmp_path_factory.mktemp("hostile") / "news"
    made = make_hostile_files(folder)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = subprocess.run(
        [*(LAUNCHER or []), sys.executable, "-m", "newsie", "extract", "news"],
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    remove_locks(folder)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Run(made, result.stdout, result.stderr.splitlines(), result.returncode, max(memory, before))


def is_about(line: str, hostile: Hostile) -> bool:
    label = f"newsie: news/{printable(as_written(Path(hostile.name)))}"
    return line.startswith((f"{label}: ", f"{label}#"))


def test_there_are_sixty() -> None:
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE) >= 60


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: ascii(hostile.name)[:40])
def test_each_has_its_line(run: Run, hostile: Hostile) -> None:
    if hostile not in run.made or (hostile.name in LOCKED and LAUNCHER is None):
        pytest.skip("this system has no such file, or nobody is kept from reading it")
    lines = [line for line in run.errors if is_about(line, hostile) and "read as far as it can be" not in line]
    assert len(lines) == 1
    assert hostile.says in lines[0]


def test_nothing_else_is_said(run: Run) -> None:
    *lines, closing = run.errors
    assert [line for line in lines if not any(is_about(line, hostile) for hostile in run.made)] == []
    assert closing.startswith(f"{len(SOURCES)} articles, ")


def test_good_neighbours_are_extracted(run: Run) -> None:
    records = [json.loads(line) for line in run.output.splitlines()]
    sources = [record["article"]["source"].removeprefix("news/").partition("#a.txt")[0] for record in records]
    assert sorted(sources) == sorted(SOURCES)
    for record in records:
        assert STORY.strip()[:-1] in record["article"]["text"]
        assert {"Ada Obi", "José Muñoz"} <= {person["name"] for person in record["people"]}


def test_the_run_ends_well(run: Run) -> None:
    assert run.exit_code == 2
    assert run.memory < MEMORY or sys.platform != "linux"
