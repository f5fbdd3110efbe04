"""The commands that correct a store by hand."""

import datetime
import json
import re

import pytest
from typer.testing import CliRunner

import hand_records
from newsie.cli.app import app
from newsie.ids import article_id
from newsie.store.add import add_records
from newsie.store.connection import store_at

TODAY = r"\d{4}-\d\d-\d\d"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A function that runs a command on a store with two people of one surname who both met Jan Kraus."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSIE_STORE", raising=False)
    with store_at(tmp_path / "news.db", create=True) as db:
        add_records(db, [met("1.txt", "Ada Obi"), met("2.txt", "Adaeze Obi")])

    def ran(*words, **environment):
        return CliRunner().invoke(app, words, env=environment)

    return ran


def met(source, name):
    people = [hand_records.person(name), hand_records.person("Jan Kraus")]
    meeting = hand_records.meeting(f"{name}, Jan Kraus", "2024-05-02")
    return hand_records.article(source, people=people, meetings=[meeting], id_=article_id)


def page(run, name):
    return json.loads(run("who", "news.db", name).stdout.splitlines()[0])


def ids(run, *names):
    return [page(run, name)["person"]["id"] for name in names]


def test_same_and_undo(run):
    left, right = ids(run, "Ada Obi", "Adaeze Obi")
    done = run("same", left, right, "--store", "news.db", "--author", "eva")
    assert (done.exit_code, done.stdout) == (0, "")
    assert re.fullmatch(rf"noted: same {left} {right}, by eva on {TODAY}\n", done.stderr)
    assert page(run, "Ada Obi")["person"]["name"] == page(run, "Adaeze Obi")["person"]["name"] == "Adaeze Obi"
    undone = run("undo", "--store", "news.db")
    assert re.fullmatch(rf"undone: same {left} {right}, by eva on {TODAY}\n", undone.stderr)
    assert ids(run, "Ada Obi", "Adaeze Obi") == [left, right]


def test_the_ids_on_a_page_keep_its_parts_apart(run):
    parts = [one["id"] for one in page(run, "Jan Kraus")["appearances"]]
    assert run("different", *parts, "--store", "news.db").exit_code == 0
    found = [json.loads(line)["person"]["id"] for line in run("who", "news.db", "Jan Kraus").stdout.splitlines()]
    assert sorted(found) == sorted(parts)


def test_the_ids_of_a_timeline_are_those_of_meetings(run):
    meetings = [json.loads(line) for line in run("timeline", "news.db").stdout.splitlines()]
    wrong = meetings[0]["reports"][0]["id"]
    assert run("reject", wrong, "--store", "news.db").exit_code == 0
    assert [json.loads(line)["id"] for line in run("timeline", "news.db").stdout.splitlines()] == [meetings[1]["id"]]
    run("accept", wrong, "--store", "news.db")
    shown = [json.loads(line)["judgement"] for line in run("timeline", "news.db").stdout.splitlines()]
    assert sorted(shown, key=str) == [None, "accepted"]


def test_the_store_can_be_an_environment_variable(run):
    assert run("same", *ids(run, "Ada Obi", "Adaeze Obi"), NEWSIE_STORE="news.db").exit_code == 0
    assert "same" in run("judgements", NEWSIE_STORE="news.db").stdout


def test_judgements_are_listed_carried_and_honoured(run, tmp_path):
    left, right = ids(run, "Ada Obi", "Adaeze Obi")
    run("same", left, right, "--store", "news.db", "--author", "eva")
    listed = run("judgements", "--store", "news.db").stdout
    assert re.search(rf"same +{left}  {right}  eva  {TODAY} \d\d:\d\d", listed)
    run("judgements", "--store", "news.db", "--export", "all.jsonl")
    exported = run("judgements", "--store", "news.db", "--export", "-").stdout
    assert exported == (tmp_path / "all.jsonl").read_text("utf-8")
    with store_at(tmp_path / "other.db", create=True) as db:
        add_records(db, [met("1.txt", "Ada Obi"), met("2.txt", "Adaeze Obi")])
    for count in ("1 judgement", "0 judgements"):
        assert run("judgements", "--store", "other.db", "--import", "all.jsonl").stderr == f"{count} added\n"
    assert run("who", "other.db", "Ada Obi").stdout == run("who", "news.db", "Ada Obi").stdout


def test_a_store_without_judgements_lists_nothing(run):
    listed = run("judgements", "--store", "news.db")
    assert (listed.exit_code, listed.stdout) == (0, "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["same", "a", "b"], "which store? add --store FILE, or set NEWSIE_STORE"),
        (["undo"], "which store? add --store FILE, or set NEWSIE_STORE"),
        (["judgements"], "which store? add --store FILE, or set NEWSIE_STORE"),
        (["undo", "--store", "news.db"], "no judgement to undo; newsie judgements lists them"),
        (["same", "a", "b", "--store", "nowhere.db"], "nowhere.db: no such store; make it with: newsie add"),
        (["same", "a", "b", "--store", "news.db"], "a: no such id in this store; newsie who and newsie timeline"),
        (["reject", "Ada Obi", "--store", "news.db"], "Ada Obi: no such id in this store"),
        (["judgements", "--store", "news.db", "--import", "nowhere.jsonl"], "nowhere.jsonl: "),
        (["judgements", "--store", "news.db", "--import", "bad.jsonl"], "bad.jsonl:1: "),
        (["judgements", "--store", "news.db", "--import", "a", "--export", "b"], "--export contradicts --import"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, tmp_path, words, message):
    (tmp_path / "bad.jsonl").write_text('{"verb": "same"}\n', "utf-8")
    result = run(*words)
    assert result.stderr.startswith(f"newsie: {message}")
    assert (result.stderr.count("\n"), result.stdout, result.exit_code) == (1, "", 2)


def test_the_moment_is_kept_in_utc(run, tmp_path):
    run("same", *ids(run, "Ada Obi", "Adaeze Obi"), "--store", "news.db")
    run("judgements", "--store", "news.db", "--export", "all.jsonl")
    made = datetime.datetime.fromisoformat(json.loads((tmp_path / "all.jsonl").read_text("utf-8"))["made_at"])
    assert made.utcoffset() == datetime.timedelta(0)
