"""Killed at any moment, `newsie add` loses nothing that it reported, and repeats nothing when it is run again.

`benchmarks/store.py --kills 50` does the same with whole runs of the command.
"""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "adding.py"


def start(path):
    return subprocess.Popen([sys.executable, PROGRAM, path], stdout=subprocess.PIPE, text=True)


def sources_in(path):
    connection = sqlite3.connect(path)
    try:
        return {source for (source,) in connection.execute("SELECT source FROM articles")}
    finally:
        connection.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, dump):
    path = tmp_path_factory.mktemp("undisturbed") / "news.db"
    with start(path) as process:
        assert len(process.stdout.readlines()) == 12
    return dump(path)


@pytest.mark.parametrize("seed", range(3))
def test_killed_and_run_again(seed, undisturbed, dump, tmp_path):
    path = tmp_path / "news.db"
    chance = random.Random(seed)
    reported = set()
    for lines in sorted(chance.sample(range(1, 11), 2)):
        with start(path) as process:
            for _ in range(lines):
                known, *sources = process.stdout.readline().split()
                assert int(known) == len(reported.intersection(sources)), "an article that was reported is added again"
                reported.update(sources)
            time.sleep(chance.random() * 0.05)
            process.kill()
        assert reported <= sources_in(path)
    with start(path) as process:
        process.stdout.read()
    assert dump(path) == undisturbed


def test_two_at_once_share_the_work(undisturbed, dump, tmp_path):
    path = tmp_path / "news.db"
    with start(path) as first, start(path) as second:
        lines = [*first.stdout.readlines(), *second.stdout.readlines()]
    assert first.returncode == second.returncode == 0
    assert sum(int(line.split()[0]) for line in lines) == 24
    assert dump(path) == undisturbed
