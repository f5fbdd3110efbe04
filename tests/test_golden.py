"""Whole outputs on the seeds, byte for byte, as files in golden/.

Who changes an output on purpose writes them anew with `pytest tests/test_golden.py --update-golden`, and reads what git
says has changed.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "120"}
OUTPUTS = {
    "table.txt": ["extract", "seeds/", "--format", "table", "--no-color"],
    "run.json": ["extract", "seeds/", "--json"],
    "articles.jsonl": ["extract", "seeds/"],
    "meetings.csv": ["extract", "seeds/", "--format", "csv"],
    "people.csv": ["extract", "seeds/", "--format", "csv", "--only", "people"],
    "show.txt": ["show", "seeds/003_9a452839db9e8618.txt", "--no-color"],
}


def difference(expected, actual):
    lines = [text.decode("utf-8").splitlines(keepends=True) for text in (expected, actual)]
    return "".join(unified_diff(*lines, "golden", "now"))


@pytest.mark.parametrize(("name", "words"), OUTPUTS.items(), ids=OUTPUTS)
def test_output_is_as_it_was(run_newsie, pytestconfig, name, words):
    result = run_newsie(*words, **(TERMINAL if name.endswith(".txt") else {}))
    assert result.exit_code == 0
    file = GOLDEN / name
    if pytestconfig.getoption("update_golden"):
        file.write_bytes(result.stdout_bytes)
    changes = difference(file.read_bytes(), result.stdout_bytes)
    assert not changes, f"{name} differs; if that is meant, run pytest --update-golden\n{changes}"


def test_there_is_no_other_golden_file():
    assert {path.name for path in GOLDEN.iterdir()} == set(OUTPUTS)


def test_the_order_of_the_files_does_not_matter(run_newsie):
    seeds = sorted(str(path.relative_to(GOLDEN.parents[1])) for path in (GOLDEN.parents[1] / "seeds").iterdir())
    written, reversed_ = (run_newsie("extract", *paths, "--json").stdout for paths in (seeds, seeds[::-1]))
    assert reversed_ == written
