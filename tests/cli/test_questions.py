"""The commands that ask: what they write in each format, what they say on stderr, and their exit codes."""

import csv
import io
import json
from functools import partial

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

import hand_records
from newsie.cli.app import app
from newsie.ids import article_id
from newsie.store.add import add_records
from newsie.store.connection import store_at
from newsie.write.schema import json_schema

SENTENCE = "General Ada Obi met Jan Kraus in Lindau."
QUESTIONS = {
    "who": ["who", "STORE", "Ada Obi"],
    "met": ["met", "STORE", "Ada Obi", "Jan Kraus"],
    "timeline": ["timeline", "STORE"],
    "pairs": ["pairs", "STORE"],
    "watch": ["watch", "LIST", "STORE"],
}


def records():
    """Two articles: Ada Obi met Jan Kraus, and will meet somebody whose name a spreadsheet would run."""
    article, person = partial(hand_records.article, id_=article_id), hand_records.person
    held = hand_records.meeting("Ada Obi, Jan Kraus", "2024-05-02", "Lindau", cited="Fjord Post", sentence=SENTENCE)
    planned = hand_records.meeting("Ada Obi, =SUM(A1)", "2024-06-02", status="planned")
    people = [person("Ada Obi", rank="General", branch="army"), person("Jan Kraus")]
    place = hand_records.place("Lindau", "city", "DE")
    yield article("news/1.txt", published="2024-05-03", people=people, places=[place], meetings=[held])
    yield article("news/2.txt", published="2024-05-04", people=people[:1], meetings=[planned])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a store of both, and a list of names."""
    path = tmp_path_factory.mktemp("asked")
    with store_at(path / "news.db", create=True) as db:
        add_records(db, records())
    (path / "names.txt").write_text("Nobody Here\nAda Obi\n", "utf-8")
    return path


@pytest.fixture
def ask(folder, monkeypatch):
    """A function that runs a command; STORE and LIST stand for those in the folder."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NEWSIE_STORE", raising=False)

    def run(*words):
        paths = {"STORE": "news.db", "LIST": "names.txt"}
        return CliRunner().invoke(app, [paths.get(word, word) for word in words])

    return run


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_follows_its_schema(ask, question):
    validator = Draft202012Validator(json_schema(question), format_checker=Draft202012Validator.FORMAT_CHECKER)
    whole = ask(*QUESTIONS[question], "--json")
    lines = ask(*QUESTIONS[question]).stdout.splitlines()
    assert (whole.exit_code, len(lines)) == (0, 2 if question == "timeline" else 1)
    for text in (whole.stdout, *lines):
        validator.validate(json.loads(text))


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("who", {"name": "Ada Obi", "met": "Jan Kraus", "meetings": "1", "first": "2024-05-02"}),
        ("met", {"date_from": "2024-05-02", "status": "held", "sources": "news/1.txt", "sentence": SENTENCE}),
        ("timeline", {"participants": "Ada Obi; Jan Kraus", "places": "Lindau", "attributed_to": "Fjord Post"}),
        ("pairs", {"left": "Ada Obi", "right": "Jan Kraus", "meetings": "1", "independent_sources": "1"}),
        ("watch", {"listed": "Ada Obi", "verdict": "same", "met": "Jan Kraus", "sources": "news/1.txt; news/2.txt"}),
    ],
)
def test_csv(ask, question, row):
    found = next(csv.DictReader(io.StringIO(ask(*QUESTIONS[question], "--format", "csv").stdout)))
    assert {key: found[key] for key in row} == row


def test_no_cell_of_csv_is_a_formula(ask):
    article = ask("timeline", "STORE", "--status", "planned", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(article))
    assert row["participants"] == "Ada Obi; =SUM(A1)"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("who", ["Ada Obi", "Articles (2)", "Ranks and roles (1)", "Met (1)", "Meetings (2)", SENTENCE]),
        ("met", ["Meetings (1)", "2024-05-02", "Lindau", f"1.txt (Fjord Post): “{SENTENCE}”"]),
        ("timeline", ["Meetings (2)", "meeting planned"]),
        ("pairs", ["Pairs (1)", "Jan Kraus"]),
        ("watch", ["Matches (1)", "same 0.80", "the same full name"]),
    ],
)
def test_table(ask, question, shown):
    text = ask(*QUESTIONS[question], "--format", "table").stdout
    assert [words for words in shown if words not in text] == []


def test_the_name_of_a_file_tells_the_format(ask, folder):
    assert ask(*QUESTIONS["pairs"], "-o", "pairs.csv").stdout == ""
    assert (folder / "pairs.csv").read_text("utf-8").startswith("left,right,")


@pytest.mark.parametrize(
    ("question", "closing"),
    [("who", "1 person"), ("met", "1 meeting"), ("timeline", "2 meetings"), ("pairs", "1 pair"), ("watch", "1 match")],
)
def test_it_ends_with_a_count(ask, question, closing):
    assert ask(*QUESTIONS[question]).stderr == f"{closing}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["who", "STORE", "Bo Ek"], ["nobody here is called “Bo Ek”"]),
        (["met", "STORE", "Jan Kraus", "Jan Kraus"], ["no report that “Jan Kraus” and “Jan Kraus” met"]),
        (
            ["met", "STORE", "Bo Ek", "Jan Kraus"],
            ["newsie: nobody here is called “Bo Ek”", "no report that “Bo Ek” and “Jan Kraus” met"],
        ),
        (["timeline", "STORE", "--status", "denied"], ["no meeting of this kind is reported"]),
        (
            ["timeline", "STORE", "--person", "%"],
            ["newsie: nobody here is called “%”", "no meeting of this kind is reported"],
        ),
        (["pairs", "STORE", "--from", "2025-01-01"], ["no meeting of two people is reported"]),
        (["who", "STORE", ""], ["nobody here is called “”"]),
    ],
)
def test_nothing_found_is_1(ask, words, said):
    result = ask(*words, "--format", "table")
    assert (result.exit_code, result.stdout, result.stderr.splitlines()) == (1, "", said)


def test_nothing_found_is_an_empty_answer(ask):
    assert json.loads(ask("who", "STORE", "Bo Ek", "--json").stdout) == {"schema": "newsie/1", "people": []}
    assert ask("pairs", "STORE", "--from", "2025-01-01", "--format", "csv").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["who", "nowhere.db", "Ada Obi"], "nowhere.db: no such file or folder"),
        (["timeline", "STORE", "names.txt"], "news.db: is a store; ask it alone, or add the rest first"),
        (["timeline", "STORE", "--from", "May"], "--from May: not a date; write it as 2025-01-31"),
        (
            ["pairs", "STORE", "--from", "2024-06-01", "--to", "2024-05-01"],
            "--from 2024-06-01: is after --to",
        ),
        (["watch", "nowhere.txt", "STORE"], "nowhere.txt: No such file or directory; give a name on each line"),
        (["pairs", "STORE", "--json", "--format", "csv"], "--json contradicts --format csv"),
        (["pairs", "STORE", "-o", "news.db", "--json"], "-o news.db: is one of the articles; choose another file"),
    ],
)
def test_what_cannot_be_used_is_2(ask, words, said):
    result = ask(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[0].startswith(f"newsie: {said}")


def test_several_who_can_be_meant_are_named(ask, tmp_path):
    people = [hand_records.person("Dolores Quispe"), hand_records.person("Elena Quispe")]
    with store_at(tmp_path / "q.db", create=True) as db:
        add_records(db, [hand_records.article("1.txt", people=people, id_=article_id)])
    result = ask("who", str(tmp_path / "q.db"), "Quispe")
    assert result.stderr.splitlines() == [
        "newsie: “Quispe” can mean 2 people; an id in place of the name asks for one of them",
        "2 people",
    ]


def test_articles_are_asked_like_a_store(ask, folder, monkeypatch):
    monkeypatch.setattr("newsie.cli.questions.article_stream", lambda *_: iter(list(records())))
    for words in QUESTIONS.values():
        over_files = ask(*("names.txt" if word == "STORE" else word for word in words))
        assert over_files.stdout == ask(*words).stdout
