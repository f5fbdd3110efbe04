"""The whole table on a small invented set, against figures that the reference scorer of the annotations gave."""

from pathlib import Path

import pytest

from newsie.evaluate.gold import read_gold
from newsie.evaluate.predictions import read_predictions
from newsie.evaluate.report import evaluate

HERE = Path(__file__).parent
EXPECTED = (HERE / "expected.txt").read_text("utf-8").splitlines()
MEASURES = 12


@pytest.fixture(scope="module")
def report():
    return evaluate(read_gold(HERE / "gold.jsonl"), read_predictions(HERE / "predictions.jsonl"))


def test_the_table_is_that_of_the_reference(report):
    assert list(report.lines()) == EXPECTED[:MEASURES]


@pytest.mark.parametrize("limit", [0, 1, 5, 1000])
def test_the_first_mistakes_are_those_of_the_reference(report, limit):
    assert list(report.error_lines(limit)) == EXPECTED[MEASURES:][:limit]


def test_figures_for_json_are_unrounded(report):
    assert report.figures()["people"] == {
        "precision": 5 / 6,
        "recall": 5 / 7,
        "f1": pytest.approx(10 / 13),
        "tp": 5,
        "fp": 1,
        "fn": 2,
    }
    assert report.figures()["place"] == {"accuracy": 1 / 3, "right": 1, "judged": 3}
    assert report.figures()["negatives"] == {"meetings": 1, "articles": 1}


def test_error_rows_say_article_kind_and_detail(report):
    assert report.error_rows(1) == [
        {"article": "border", "kind": "rank", "detail": "Tomasz Wilk: general not in {'major'}"}
    ]


def test_all_is_missed_without_a_prediction():
    figures = evaluate(read_gold(HERE / "gold.jsonl"), {}).figures()
    assert {name: row["fn"] for name, row in figures.items() if "fn" in row} == {
        "people": 7,
        "organizations": 4,
        "rank": 3,
        "role title": 5,
        "pair": 3,
        "pair held": 3,
        "meeting": 6,
    }
    assert all(row.get("tp", 0) == row.get("fp", 0) == 0 for row in figures.values())
