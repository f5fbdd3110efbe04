import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from newsie.cli.evaluate import evaluate
from newsie.errors import InputError

DATA = Path(__file__).parents[1] / "evaluate"
GOLD, PREDICTIONS = str(DATA / "gold.jsonl"), str(DATA / "predictions.jsonl")
EXPECTED = (DATA / "expected.txt").read_text("utf-8").splitlines()
MEASURES = 12


def run(*words):
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, words)


def test_prints_one_line_a_measure():
    result = run(GOLD, "--predictions", PREDICTIONS)
    assert (result.exit_code, result.stdout.splitlines()) == (0, EXPECTED[:MEASURES])


def test_prints_the_first_mistakes():
    assert run(GOLD, "--predictions", PREDICTIONS, "--errors", "3").stdout.splitlines() == EXPECTED[: MEASURES + 3]


def test_only_one_category():
    lines = run(GOLD, "--predictions", PREDICTIONS, "--only", "military").stdout.splitlines()
    assert lines[-1] == "negatives      0 meetings in 0 articles without any"


def test_json_has_the_same_figures():
    printed = json.loads(run(GOLD, "--predictions", PREDICTIONS, "--errors", "1", "--json").stdout)
    assert (printed["people"]["tp"], printed["people"]["precision"]) == (5, 5 / 6)
    assert [row["kind"] for row in printed["errors"]] == ["rank"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([GOLD], "ARTICLES or --predictions"),
        ([GOLD, str(DATA), "--predictions", PREDICTIONS], "ARTICLES or --predictions"),
        (["nowhere.jsonl", str(DATA)], "nowhere.jsonl: No such file"),
        ([GOLD, "--predictions", GOLD], r"gold.jsonl:1: generator: Field required"),
        ([GOLD, "--predictions", PREDICTIONS, "--only", "naval"], "give one of civil, military"),
    ],
)
def test_what_cannot_be_used_is_named(words, message):
    error = run(*words).exception
    assert isinstance(error, InputError)
    assert message in str(error)
    assert "\n" not in str(error)
