import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsie.cli.app import app

DATA = Path(__file__).parents[1] / "evaluate"
GOLD, PREDICTIONS = str(DATA / "gold.jsonl"), str(DATA / "predictions.jsonl")
EXPECTED = (DATA / "expected.txt").read_text("utf-8").splitlines()
NAMES = str(DATA / "ner.jsonl")
MEETINGS = str(DATA / "meetings.jsonl")
TIMEXES = str(DATA / "timexes.jsonl")
CLUSTERS = Path(__file__).parents[1] / "clusters"
PAGES = Path(__file__).parents[1] / "pages"
MEASURES = 12
PAIRS = str(DATA.parent / "resolve" / "name_pairs.tsv")
ONE_SET = (
    "give GOLD, --ner SET, --dates SET, --meetings SET, --names SET, --clusters FOLDER, --pages FOLDER, one of them"
)


def run(*words):
    return CliRunner().invoke(app, ["evaluate", *words])


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
        ([GOLD], "newsie: evaluate: give either ARTICLES, the folder of the texts, or --predictions FILE"),
        ([GOLD, str(DATA), "--predictions", PREDICTIONS], "give either ARTICLES"),
        ([GOLD, "--predictions", PREDICTIONS, "--model", str(DATA)], "--model contradicts --predictions"),
        ([GOLD, str(DATA / "nowhere")], "border.txt: "),
        (["nowhere.jsonl", str(DATA)], "nowhere.jsonl: No such file"),
        ([GOLD, "--predictions", GOLD], r"gold.jsonl:1: generator: Field required"),
        ([GOLD, "--predictions", PREDICTIONS, "--only", "naval"], "give one of civil, military"),
        ([], ONE_SET),
        ([GOLD, "--ner", NAMES], ONE_SET),
        (["--dates", TIMEXES, "--ner", NAMES], ONE_SET),
        (["--dates", TIMEXES, "--meetings", MEETINGS], ONE_SET),
        (["--dates", TIMEXES, "--names", PAIRS], ONE_SET),
        (["--names", GOLD], "gold.jsonl:2: left: Field required"),
        (["--names", "nowhere.tsv"], "nowhere.tsv: No such file"),
        (["--names", PAIRS, "--split", "test"], "the parts are dev/any genre, held-out/any genre"),
        (["--names", PAIRS, "--only", "naval"], "doesn't take --only and --predictions"),
        (["--meetings", MEETINGS, "--only", "naval"], "doesn't take --only and --predictions"),
        (["--meetings", MEETINGS, "--split", "devel"], "the parts are dev/any genre, test/any genre"),
        (["--clusters", str(DATA), "--ner", NAMES], "one of them"),
        (["--clusters", str(DATA)], "holds no document"),
        (["--clusters", str(CLUSTERS), "--split", "devel"], "the parts are dev/any genre, opened/any genre"),
        (["--clusters", str(CLUSTERS), "--only", "naval"], "doesn't take --only and --predictions"),
        (["--pages", str(DATA)], "expected.jsonl: No such file"),
        (["--pages", str(PAGES), "--split", "devel"], "the parts are dev/page, dev/text, held_out/page, held_out/text"),
        (["--pages", str(PAGES), "--only", "naval"], "doesn't take --only and --predictions"),
        (["--meetings", NAMES], "ner.jsonl:1: meetings: Field required"),
        ([GOLD, "--predictions", PREDICTIONS, "--split", "dev"], "doesn't take --split and --genre"),
        (["--ner", NAMES, "--errors", "3"], "--ner doesn't take --errors"),
        (["--dates", TIMEXES, "--split", "dev"], "doesn't take --split and --genre"),
        (["--dates", GOLD], "gold.jsonl:1: text: Field required"),
        (["--ner", NAMES, "--split", "devel"], "the parts are dev/news, "),
        (["--ner", GOLD], "gold.jsonl:1: source: Field required"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(words, message):
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_an_article_cannot_write_to_the_terminal(tmp_path):
    path = tmp_path / "predictions.jsonl"
    path.write_text(Path(PREDICTIONS).read_text("utf-8").replace("Old Marlowe", "Old \\u001b[31m Morrow"), "utf-8")
    result = run(GOLD, "--predictions", str(path), "--errors", "100")
    assert "extra person\tOld \\x1b[31m Morrow" in result.stdout


def test_measures_names(run_newsie):
    printed = run_newsie("evaluate", "--ner", NAMES, "--split", "dev", "--split", "test").stdout.splitlines()
    assert printed[0].split() == ["en_core_web_md", "model", "alone", "newsie"]
    assert [len(line.split()) for line in printed[2:]] == [2 + 3 * 3] * 8
    assert printed[6].split()[:5] == ["norm", "PERSON", "-", "-", "-"]


def test_measures_names_as_json(run_newsie):
    printed = json.loads(run_newsie("evaluate", "--ner", NAMES, "--json").stdout)
    assert printed["newsie"]["norm"]["PLACE"]["recall"] == 100.0
    assert printed["en_core_web_md"] is None


def test_measures_pairs_of_people():
    printed = run("--names", PAIRS, "--split", "dev", "--errors", "2").stdout.splitlines()
    assert [line.split("  ")[0] for line in printed[:3]] == ["same", "verdict", "same surname"]
    assert [len(line.split("\t")) for line in printed[3:]] == [5, 5]


def test_measures_pairs_of_people_as_json():
    printed = json.loads(run("--names", PAIRS, "--errors", "1", "--json").stdout)
    assert printed["same surname"] == {"merged": 0}
    assert list(printed["errors"][0]) == ["kind", "pair", "verdict", "score", "reasons"]


def test_measures_expressions_of_time(run_newsie):
    printed = run_newsie("evaluate", "--dates", TIMEXES).stdout.splitlines()
    assert [line.split()[0] for line in printed] == ["ALL", "DATE", "DURATION", "SET", "TIME"]
    assert printed[0].endswith("value F  90.9  (value acc  90.9, gold 11 pred 11)")


def test_measures_expressions_of_time_as_json(run_newsie):
    printed = json.loads(run_newsie("evaluate", "--dates", TIMEXES, "--json").stdout)
    assert printed["SET"]["value"] == {"p": 100.0, "r": 100.0, "f": 100.0}
    assert printed["DATE"]["gold"] == 6


def test_measures_the_words_of_meetings(run_newsie):
    printed = run_newsie("evaluate", "--meetings", MEETINGS, "--split", "dev").stdout.splitlines()
    assert printed == [
        "trigger          P 1.000  R 0.500  F1 0.667   gold    2  pred    1",
        "participant      P 1.000  R 1.000  F1 1.000   gold    2  pred    2",
        "participant_all  P 1.000  R 0.500  F1 0.667   gold    4  pred    2",
        "pair             P 1.000  R 0.500  F1 0.667   gold    2  pred    1",
        "place            P 1.000  R 1.000  F1 1.000   gold    1  pred    1",
        "time             P 1.000  R 1.000  F1 1.000   gold    1  pred    1",
    ]


def test_measures_the_words_of_meetings_as_json(run_newsie):
    printed = json.loads(run_newsie("evaluate", "--meetings", MEETINGS, "--json").stdout)
    assert printed["participant_all"] == {"p": 1.0, "r": 0.667, "f1": 0.8, "gold": 6, "pred": 4}
