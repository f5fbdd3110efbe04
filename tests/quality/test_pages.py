"""The gates of reading: what is taken from saved pages, and that no real sentence goes for boilerplate."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from newsie.evaluate.pages_report import pages_report
from newsie.evaluate.parts import Part

HERE = Path(__file__).parent
PAGES = HERE.parent / "pages"
GATES = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["pages"]
SPLITS = [name for name in GATES if name != "corpus"]
LISTS = {"articles": HERE / "boilerplate.jsonl"}


def test_the_pages_are_those_that_the_floors_were_measured_on():
    files = sorted(path for path in PAGES.iterdir() if path.name != "README.md")
    content = b"".join(path.read_bytes() for path in [*files, *LISTS.values()])
    assert hashlib.sha256(content).hexdigest() == GATES["corpus"]


@pytest.mark.parametrize("split", SPLITS)
def test_no_figure_is_below_its_floor(split):
    figures = pages_report(LISTS.get(split, PAGES), Part([split])).figures()[split]
    floors = {(measure, figure): floor for measure, row in GATES[split].items() for figure, floor in row.items()}
    assert {key: floor for key, floor in floors.items() if figures[key[0]][key[1]] < floor} == {}
