"""The quality gates: no figure on the development articles falls below its floor. See README.md beside this file."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from newsie.evaluate.gold import read_gold
from newsie.evaluate.predictions import extract_predictions
from newsie.evaluate.report import evaluate

HERE = Path(__file__).parent
GATES = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


def _limits(table):
    return [(measure, figure, limit) for measure, row in GATES[table].items() for figure, limit in row.items()]


@pytest.fixture(scope="module")
def figures():
    gold = read_gold(HERE / "gold.jsonl")
    return evaluate(gold, extract_predictions(gold, HERE / "articles", model=None)).figures()


def test_gold_and_articles_are_those_that_the_floors_were_measured_on():
    files = [HERE / "gold.jsonl", *sorted((HERE / "articles").iterdir())]
    content = "".join(path.read_text("utf-8") for path in files)
    assert hashlib.sha256(content.encode("utf-8")).hexdigest() == GATES["corpus"]


def test_every_measure_has_a_gate(figures):
    assert set(GATES["floors"]) | set(GATES["ceilings"]) == set(figures)


@pytest.mark.parametrize(("measure", "figure", "floor"), _limits("floors"))
def test_no_figure_is_below_its_floor(figures, measure, figure, floor):
    assert figures[measure][figure] >= floor


@pytest.mark.parametrize(("measure", "figure", "ceiling"), _limits("ceilings"))
def test_no_figure_is_above_its_ceiling(figures, measure, figure, ceiling):
    assert figures[measure][figure] <= ceiling
