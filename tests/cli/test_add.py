"""`newsie add`: what it says, and how it ends. What it writes is tested in tests/store."""

import re

import pytest
from typer.testing import CliRunner

from newsie.cli.app import app
from newsie.store.connection import store_at

pytestmark = pytest.mark.usefixtures("stages")


@pytest.fixture
def run(tmp_path):
    """A function that adds to one store."""

    def added(*words):
        return CliRunner().invoke(app, ["add", str(tmp_path / "news.db"), *words])

    return added


def last_line(result):
    """The closing line, without the seconds."""
    return re.sub(r"; [\d.]+ s$", "", result.stderr.splitlines()[-1])


def test_new_and_known_articles_are_counted(run):
    first = run("a.txt", "b.txt")
    assert first.exit_code == 0
    assert first.stdout == ""
    assert first.stderr.startswith("2 articles added so far\n")
    assert last_line(first) == "2 articles added; the store has 2 articles, 1 person, 2 meetings"
    second = run("a.txt", "b.txt", "c.txt")
    assert last_line(second) == "1 article added, 2 there already; the store has 3 articles, 1 person, 3 meetings"


def test_model_is_not_loaded_for_what_is_there(run, monkeypatch):
    run("a.txt")
    monkeypatch.setattr("newsie.cli.add.extracted", None)
    assert last_line(run("a.txt")) == "0 articles added, 1 there already; the store has 1 article, 1 person, 1 meeting"


def test_bad_input_costs_a_line_and_the_exit_code(run):
    result = run("bad.txt", "a.txt")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == "newsie: bad.txt: is not text; give a text file"
    assert last_line(result).startswith("1 article added;")


def test_an_article_with_nothing_in_it_is_warned_of_and_kept(run):
    result = run("empty.txt")
    assert "newsie: empty.txt: no person, organization, place or meeting found" in result.stderr
    assert last_line(result) == "1 article added; the store has 1 article, 0 people, 0 meetings"


def test_quiet_says_nothing(run):
    assert run("a.txt", "--quiet").stderr == ""


def test_what_was_added_before_an_interruption_stays(run, tmp_path):
    paths = [f"{number:02}.txt" for number in range(17)]
    result = run(*paths, "interrupt.txt")
    assert result.exit_code == 130
    assert result.stderr == "16 articles added so far\n"
    with store_at(tmp_path / "news.db") as db:
        assert [source for (source,) in db.execute("SELECT source FROM articles ORDER BY source")] == paths[:16]
    assert last_line(run(*paths)).startswith("1 article added, 16 there already;")


def test_store_that_cannot_be_used(tmp_path):
    result = CliRunner().invoke(app, ["add", str(tmp_path), "a.txt"])
    assert result.exit_code == 2
    assert re.fullmatch(r"newsie: .*: is a folder, not a store; .*\n", result.stderr)
