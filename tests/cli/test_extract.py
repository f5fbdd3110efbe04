import csv
import io
import json
import os
import re
import sys

import pytest
from typer.testing import CliRunner

from newsie.cli.app import app

pytestmark = pytest.mark.usefixtures("stages")


def run(*words):
    return CliRunner().invoke(app, ["extract", *words])


def test_a_pipe_gets_a_line_per_article_each_by_itself():
    result = run("a.txt", "b.txt")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["article"]["source"] for line in lines] == ["a.txt", "b.txt"]
    assert result.exit_code == 0


@pytest.mark.parametrize("words", [["--json"], ["--format", "json"], ["--json", "--format", "json"]])
def test_json_is_one_object_for_the_run(words):
    written = json.loads(run("a.txt", "b.txt", *words).stdout)
    assert [article["id"] for article in written["articles"]] == ["a.txt", "b.txt"]
    assert [person["name"] for person in written["people"]] == ["Ada Obi"]


def test_csv_is_the_meetings():
    rows = list(csv.DictReader(io.StringIO(run("a.txt", "b.txt", "--format", "csv").stdout)))
    assert [(row["participants"], row["sources"]) for row in rows] == [("Ada Obi", "a.txt"), ("Ada Obi", "b.txt")]


def test_table_is_plain_on_a_pipe():
    result = run("a.txt", "--format", "table")
    assert result.stdout.startswith("Meetings (1)")
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("words", "kept"),
    [(["--json", "--only", "people"], {"people"}), (["--only", "meetings, Dates"], {"meetings"})],
)
def test_only_empties_the_rest(words, kept):
    written = json.loads(run("a.txt", *words).stdout)
    tables = ("meetings", "people", "organizations", "places", "dates", "agreements")
    assert {table for table in tables if written[table]} == kept
    assert written["schema"] == "newsie/1"


def test_only_chooses_the_tables():
    lines = run("a.txt", "--format", "table", "--only", "dates,people").stdout.splitlines()
    assert (lines[0], lines[-1]) == ("People (1)", "Not found: dates")
    assert run("a.txt", "--format", "csv", "--only", "people").stdout.startswith("name,ranks")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["a.txt", "b.txt", "--json"], r"2 articles, 1 person, 2 meetings in \d\.\d s"),
        (["a.txt", "--json"], r"1 article, 1 person, 1 meeting in \d\.\d s"),
        (["a.txt"], r"1 article, 1 person, 1 meeting in \d\.\d s"),
        (["a.txt", "b.txt"], r"2 articles, 2 people, 2 meetings in \d\.\d s, counted in each article by itself"),
        (["bad.txt", "--json", "a.txt", "-q"], r"newsie: bad\.txt: is not text; give a text file"),
    ],
)
def test_last_line_on_stderr(words, line):
    assert re.fullmatch(line, run(*words).stderr.splitlines()[-1])


def test_quiet_leaves_only_errors():
    assert run("a.txt", "empty.txt", "--quiet").stderr == ""
    assert run("a.txt", "bad.txt", "--quiet").stderr == "newsie: bad.txt: is not text; give a text file\n"


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_a_bad_input_is_a_line_and_the_rest_goes_on(format_):
    result = run("bad-1.txt", "a.txt", "bad-2.txt", "--format", format_)
    assert "Ada Obi" in result.stdout
    assert [line.split(":")[1] for line in result.stderr.splitlines()[:2]] == [" bad-1.txt", " bad-2.txt"]
    assert result.exit_code == 2


@pytest.mark.parametrize(("format_", "written"), [("table", ""), ("jsonl", "")])
def test_only_bad_inputs(format_, written):
    result = run("bad.txt", "--format", format_)
    assert (result.stdout, result.exit_code) == (written, 2)


def test_a_text_in_which_nothing_is_found_is_a_warning():
    result = run("empty.txt", "--json")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == (
        "newsie: empty.txt: no person, organization, place or meeting found; check that it is news"
    )


def test_names_of_files_cannot_command_the_terminal():
    assert run("bad\x1b[2J\n.txt").stderr.startswith("newsie: bad\\x1b[2J\\n.txt: is not text")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--json", "--format", "csv"], "--json contradicts --format csv; give one of them"),
        (["--only", "meetigs"], "--only meetigs: no such table; choose from meetings, people, "),
        (["--format", "csv", "--only", "people,dates"], "a CSV file holds one table; name one, or "),
        (["-o", "out.xlsx"], "its name doesn't tell the format; add --format table, json, jsonl or csv"),
        (["-o", "missing/out.csv"], "missing/out.csv: cannot be written (No such file or directory); give -o"),
        (["--json", "-o", "a.txt"], "-o a.txt: is one of the articles; choose another file"),
    ],
)
def test_options_that_cannot_be_meant(tmp_path, monkeypatch, words, message):
    monkeypatch.chdir(tmp_path)
    result = run("a.txt", *words)
    assert message in result.stderr
    assert result.stderr.startswith("newsie: ")
    assert (result.stderr.count("\n"), result.stdout, result.exit_code) == (1, "", 2)
    assert not list(tmp_path.iterdir())


def test_no_article_of_a_folder_is_overwritten(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Ada Obi met Jan Kraus.\n")
    result = run(str(tmp_path), "-o", str(article))
    assert (result.exit_code, "is one of the articles" in result.stderr) == (2, True)
    assert article.read_text() == "Ada Obi met Jan Kraus.\n"
    assert run(str(tmp_path), "-o", str(tmp_path / "run.json")).exit_code == 0


@pytest.mark.parametrize("words", [[], ["a.txt", "--format", "xml"], ["a.txt", "--nope"]])
def test_usage_errors(words):
    result = run(*words)
    assert "Error: " in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.parametrize(
    ("name", "start"),
    [("out.json", "{\n"), ("out.JSONL", '{"schema"'), ("out.csv", "date_from,"), ("out.txt", "Meetings (1)")],
)
def test_the_name_of_the_file_tells_the_format(tmp_path, name, start):
    result = run("a.txt", "-o", str(tmp_path / name))
    assert (result.stdout, result.exit_code) == ("", 0)
    assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert len(list(tmp_path.iterdir())) == 1


def test_minus_o_with_a_dash_is_standard_output():
    assert run("a.txt", "-o", "-").stdout == run("a.txt").stdout


def test_the_file_is_written_although_an_input_failed(tmp_path):
    result = run("bad.txt", "a.txt", "-o", str(tmp_path / "out.json"))
    assert result.exit_code == 2
    assert [article["id"] for article in json.loads((tmp_path / "out.json").read_text())["articles"]] == ["a.txt"]


def test_ctrl_c_ends_quietly_and_leaves_no_file(tmp_path):
    result = run("a.txt", "interrupt.txt", "-o", str(tmp_path / "out.jsonl"))
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")
    assert not list(tmp_path.iterdir())


def test_lines_are_written_one_by_one(monkeypatch, stages):
    class Lines(io.StringIO):
        seen = 0

        def flush(self):
            self.seen = max(self.seen, self.getvalue().count("\n"))

    stream = Lines()

    def watched(*arguments):
        for number, record in enumerate(stages(*arguments)):
            assert stream.seen == number
            yield record

    monkeypatch.setattr("newsie.cli.extract.article_stream", watched)
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(SystemExit) as end:
        app(["extract", "a.txt", "b.txt", "c.txt"])
    assert (end.value.code, stream.seen) == (0, 3)


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_a_reader_that_goes_away_is_no_error(monkeypatch, capsys, format_):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(SystemExit) as end:
            app(["extract", "a.txt", "b.txt", "--quiet", "--format", format_])
    assert end.value.code == 0
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_a_line(monkeypatch, capsys):
    with open("/dev/full", "w") as stream:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(SystemExit) as end:
            app(["extract", "a.txt", "--json", "--quiet"])
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        "newsie: the output: No space left on device; make room or choose another place\n"
    )
