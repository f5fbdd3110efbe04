"""What all commands that read articles share: errors for programs, an end at the first, articles left out, --field."""

import json
from pathlib import Path

import pytest

from newsie.cli.reading import Reading
from newsie.errors import InputError

STORY = "Foreign Minister Jan Kraus met General Ada Obi in Lindau on Tuesday. They agreed on the border.\n"
LETTER = "Der Minister hat am Dienstag in Genf den General getroffen, und sie haben lange über die Grenze gesprochen. "
EMPTY = {
    "source": "news/b.txt",
    "cause": "empty, no article in it",
    "advice": "leave it out or put the article's text in it",
    "message": "news/b.txt: empty, no article in it; leave it out or put the article's text in it",
}


def sources(output: str) -> list[str]:
    return [Path(json.loads(line)["article"]["source"]).name for line in output.splitlines()]


def records(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles, empty files and one article in German."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a", STORY), ("b", ""), ("c", STORY), ("d", ""), ("e", LETTER * 3)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_errors_go_to_a_file_too(run_newsie, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "errors.jsonl"
    result = run_newsie("extract", str(folder), "--errors", str(file))
    first, second = records(file)
    assert first.pop("schema") == "newsie/1"
    assert first == {key: value.replace("news/", f"{folder}/") for key, value in EMPTY.items()}
    assert second["source"] == f"{folder}/d.txt"
    assert f"newsie: {first['message']}\n" in result.stderr
    assert (sources(result.stdout), result.exit_code) == (["a.txt", "c.txt"], 2)


def test_the_file_of_errors_is_no_article(run_newsie, folder: Path) -> None:
    for _ in range(2):
        result = run_newsie("extract", str(folder), "--errors", str(folder / "errors.jsonl"))
        assert sources(result.stdout) == ["a.txt", "c.txt"]
        assert "errors.jsonl" not in result.stderr
    result = run_newsie("extract", str(folder))  # nor for a run that does not know of it
    assert (sources(result.stdout), "errors.jsonl" in result.stderr) == (["a.txt", "c.txt"], False)


def test_no_errors_leave_an_empty_file(run_newsie, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "errors.jsonl").write_text("of an earlier run")
    run_newsie("extract", str(folder / "a.txt"), "--errors", str(tmp_path / "errors.jsonl"))
    assert records(tmp_path / "errors.jsonl") == []


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (
            "nowhere/errors.jsonl",
            "cannot be written (No such file or directory); give --errors a file in a folder of yours",
        ),
        ("news/a.txt", "is one of the articles; choose another file"),
    ],
)
def test_a_file_of_errors_that_is_no_good(run_newsie, folder: Path, tmp_path: Path, file: str, says: str) -> None:
    result = run_newsie("extract", str(folder), "--errors", str(tmp_path / file))
    assert result.stderr == f"newsie: --errors {tmp_path / file}: {says}\n"
    assert (result.stdout, result.exit_code) == ("", 2)
    assert (folder / "a.txt").read_text() == STORY


def test_strict_stops_at_the_first(run_newsie, folder: Path, tmp_path: Path) -> None:
    result = run_newsie("extract", str(folder), "--strict", "--errors", str(tmp_path / "errors.jsonl"))
    assert result.stderr == f"newsie: {EMPTY['message'].replace('news/', f'{folder}/')}\n"
    assert (sources(result.stdout), result.exit_code) == (["a.txt"], 2)
    assert [record["source"] for record in records(tmp_path / "errors.jsonl")] == [f"{folder}/b.txt"]


def test_strict_writes_no_half_of_a_run(run_newsie, folder: Path, tmp_path: Path) -> None:
    result = run_newsie("extract", str(folder), "--strict", "--json", "-o", str(tmp_path / "run.json"))
    assert (result.exit_code, (tmp_path / "run.json").exists()) == (2, False)


@pytest.mark.parametrize("words", [["who", "{}", "Obi"], ["explain", "{}"], ["add", "{}.db", "{}"]])
def test_other_commands_are_strict_too(run_newsie, folder: Path, words: list[str]) -> None:
    result = run_newsie(*(word.format(folder) for word in words), "--strict")
    assert (result.stderr.count("newsie: "), result.exit_code) == (1, 2)


@pytest.mark.parametrize("words", [["extract", "{}"], ["who", "{}", "Obi"], ["add", "{}.db", "{}"]])
def test_articles_in_other_languages_are_counted(run_newsie, folder: Path, words: list[str]) -> None:
    result = run_newsie(*(word.format(folder) for word in words))
    assert f"{folder}/e.txt: in German (de), not English; --any-language reads it\n" in result.stderr
    assert result.stderr.endswith("; 1 in other languages skipped (1 German)\n")


def test_fields() -> None:
    options = Reading(field=["text=data.body", "title=a=b", "author=by"]).options()
    assert options.fields == {"text": "data.body", "title": "a=b", "authors": "by"}


@pytest.mark.parametrize(
    ("field", "error"),
    [
        ("body=fulltext", "--field body: no such part of an article; choose from text, title, published"),
        ("text", "--field text: not a pair; write it as NAME=VALUE"),
    ],
)
def test_no_field(field: str, error: str) -> None:
    with pytest.raises(InputError, match=error):
        Reading(field=[field]).options()
