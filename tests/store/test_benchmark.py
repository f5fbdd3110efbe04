"""`benchmarks/store.py` with few articles: every question of it is one that a store can answer."""

import re
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "store.py"


def test_every_question_is_answered():
    done = subprocess.run([sys.executable, BENCHMARK, "60"], capture_output=True, text=True, check=True)
    assert "60 articles written in" in done.stdout
    rows = re.findall(r"^(.*\w) +(\d+) rows +[\d.]+ ms, at the slowest +[\d.]+ ms$", done.stdout, re.MULTILINE)
    assert len(rows) == 9
    assert {question for question, number in rows if number == "0"} <= {"a month", "who met whom"}
