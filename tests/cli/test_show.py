import pytest
from typer.testing import CliRunner

from newsie.cli.app import app

pytestmark = pytest.mark.usefixtures("stages")


def run(*words, **options):
    return CliRunner(**options).invoke(app, ["show", *words])


def test_brackets_on_a_pipe():
    result = run("a.txt")
    assert result.stdout == "We [MEETING met] [PERSON Ada Obi].\n\n[MEETING …]  [PERSON …]\n"
    assert (result.stderr, result.exit_code) == ("", 0)


def test_colour_on_a_terminal_unless_it_is_not_wanted(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1;36mAda Obi\x1b[0m" in run("a.txt").stdout
    assert "[PERSON Ada Obi]" in run("a.txt", "--no-color").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[PERSON Ada Obi]" in run("a.txt").stdout


def test_an_article_without_anything():
    assert run("empty.txt").stdout == "We met Ada Obi.\n\nNothing found.\n"


def test_a_folder_is_no_article(tmp_path):
    result = run(str(tmp_path))
    assert result.stderr == f"newsie: {tmp_path}: is a folder; give newsie show one file of it\n"
    assert result.exit_code == 2


def test_a_bad_input():
    result = run("bad.txt")
    assert (result.stdout, result.stderr) == ("", "newsie: bad.txt: is not text; give a text file\n")
    assert result.exit_code == 2
