"""What goes out can't attack: whatever articles, their pages and their files' names hold, it is printed as text."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel
from rich.text import Text

from newsie.records import Record
from newsie.write import TABLES
from newsie.write.answers import answer_tables
from newsie.write.answers_csv import answer_csv
from newsie.write.console import console_on, printed
from newsie.write.csv_text import csv_text
from newsie.write.explanation import explanation_text
from newsie.write.highlight import article_text
from newsie.write.json_text import json_line, json_object
from newsie.write.tables import run_tables

COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys, or what has no encoding. newsie's own colours are taken out before."""

COLOURS = re.compile(r"\x1b\[[\d;]*m")
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.DOTALL)

ATTACKS = {
    "clear the screen": "\x1b[2J",
    "title of the window": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://example.org\x1b\\here\x1b]8;;\x1b\\",
    "C1 control": "\x9b31m",
    "backspace": "\b\b\b\b",
    "carriage return": "\r",
    "override": "\u202e",
    "isolate": "\u2066",
    "half a character": "\udc80",
    "line separator": "\u2028",
    "next line": "\x85",
    "markup": "[bold red]x[/bold red][/nope]",
    "emoji code": ":smile:",
    "element": "<script>alert(1)</script>",
    "formula": "=HYPERLINK(1)",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(1)",
    "tab": "\t=1",
    "line end": "\n=1",
    "return and formula": "\r=1",
    "wide formula": "＝1",
    "quote": '",=1,"',
}

KEPT = {"id", "article", "kind", "type", "status", "verdict", "basis", "value", "country", "rule", "part", "grade"}
"""Fields with values of newsie's own, or that refer to other records."""


def attacked(value: object, attack: str, field: str = "") -> object:
    """A record with the attack in front of all words that come from articles, files or lists."""
    if isinstance(value, BaseModel):
        changed = {name: attacked(getattr(value, name), attack, name) for name in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(attacked(one, attack, field) for one in value)
    is_theirs = isinstance(value, str) and field not in KEPT and not field.endswith(("_id", "_ids"))
    return f"{attack}{value}" if is_theirs and "cameo" not in field and "plover" not in field else value


def on_terminal(renderable: Text | object) -> str:
    return printed(renderable, console_on(io.StringIO()))  # type: ignore[arg-type]


def no_command(shown: str) -> bool:
    return COMMANDS.search(COLOURS.sub("", shown)) is None


def no_formula(text: str) -> bool:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return {len(row) for row in rows} == {len(rows[0])} and not any(FORMULA.match(cell) for row in rows for cell in row)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_tables_of_a_run(run: Record, attack: str) -> None:
    assert no_command(on_terminal(run_tables(attacked(run, attack), TABLES, 120)))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_csv_of_a_run(run: Record, attack: str, table: str) -> None:
    written = csv_text(attacked(run, attack), table)
    assert no_command(written)
    assert no_formula(written)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_json_of_a_run(run: Record, attack: str) -> None:
    record = attacked(run, attack)
    assert isinstance(record, Record)
    line = json_line(record)
    assert no_command(line)
    assert re.search("[\n\u2028\u2029]", line) is None
    assert json.loads(line) == json.loads(json_object(record))
    assert json.loads(line)["articles"][0]["source"].startswith(attack)


HOSTILE_TEXT = (
    "General Ada Obi met Foreign Minister Jan Kraus in Lindau on Tuesday. {attack} “We agreed,” Obi said, according to "
    "the {attack} Lindau Post. {attack}Jan Kraus will visit Oslo.\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>{attack}Talks in Lindau</title><meta name='author' content='{attack}Jo Holm'>"
    "<meta property='og:site_name' content='{attack}Post'><link rel=canonical href='https://example.org/{attack}'></head>"
    "<body><article><h1>{attack}Talks in Lindau</h1><p>" + HOSTILE_TEXT * 3 + "</p></article></body></html>"
)
NAME = "=1+[red]\x1b[2J\u202e\n{}"
FORMATS = ("table", "json", "jsonl", "csv")
TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "120"}
WAYS = [("table", TERMINAL), *((format_, {}) for format_ in FORMATS)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article and a page with every attack in them and in their names, one that is empty, one in French."""
    folder = tmp_path_factory.mktemp("=1+\u202e[red]")
    every = "".join(attack for attack in ATTACKS.values() if attack not in ("\udc80", "\x85"))
    (folder / NAME.format("a.txt")).write_text(HOSTILE_TEXT.format(attack=every), "utf-8", newline="")
    (folder / NAME.format("b.html")).write_text(PAGE.format(attack=every), "utf-8", newline="")
    (folder / NAME.format("c.txt")).write_text("")
    french = "Le ministre a rencontré mardi l'ambassadeur, et ils ont parlé de la frontière et du commerce. " * 3
    (folder / NAME.format("d.txt")).write_text(french, "utf-8")
    (folder.parent / "list.txt").write_text(f"Ada Obi\n{every} Jan Kraus\n", "utf-8", newline="")
    return folder


COMMAND_LINES: dict[str, Callable[[str], list[str]]] = {
    "extract": lambda folder: ["extract", folder],
    "who": lambda folder: ["who", folder, "Obi"],
    "met": lambda folder: ["met", folder, "Obi", "Kraus"],
    "timeline": lambda folder: ["timeline", folder],
    "pairs": lambda folder: ["pairs", folder],
    "watch": lambda folder: ["watch", f"{folder}/../list.txt", folder],
}


def check(result: object, format_: str) -> None:
    out, err = result.stdout, result.stderr  # type: ignore[attr-defined]
    assert no_command(out)
    assert no_command(err)
    assert all(re.match(r"newsie: |\d+ ", line) for line in err.splitlines())
    if format_ == "csv":
        assert no_formula(out)
    elif format_ == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
    elif format_ == "json":
        assert isinstance(json.loads(out), dict)


@pytest.mark.parametrize(("format_", "terminal"), WAYS)
@pytest.mark.parametrize("command", COMMAND_LINES)
def test_commands(run_newsie, folder: Path, command: str, format_: str, terminal: dict[str, str]) -> None:
    result = run_newsie(*COMMAND_LINES[command](str(folder)), "--format", format_, **terminal)
    check(result, format_)
    assert "Obi" in result.stdout
    assert "1 French" in result.stderr


@pytest.mark.parametrize("terminal", [{}, TERMINAL], ids=["pipe", "terminal"])
@pytest.mark.parametrize("name", ["a.txt", "b.html"])
@pytest.mark.parametrize("command", ["show", "explain"])
def test_one_article(run_newsie, folder: Path, command: str, name: str, terminal: dict[str, str]) -> None:
    result = run_newsie(command, str(folder / NAME.format(name)), **terminal)
    check(result, "text")
    assert "Ada Obi" in COLOURS.sub("", result.stdout)


def test_a_store(run_newsie, folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "=1\x1b[2J\u202e.db")
    check(run_newsie("add", store, str(folder)), "text")
    for format_ in FORMATS:
        check(run_newsie("who", store, "Obi", "--format", format_), format_)
        check(run_newsie("timeline", store, "--format", format_), format_)
    found = json.loads(run_newsie("timeline", store, "--format", "json").stdout)["meetings"]
    for words in (["reject", found[0]["id"], "--author", "=1\x1b[2J\u202e"], ["judgements"]):
        result = run_newsie(*words, "--store", store)
        assert no_command(result.stdout)
        assert no_command(result.stderr)


def test_the_errors_file(run_newsie, folder: Path, tmp_path: Path) -> None:
    run_newsie("extract", str(folder), "--errors", str(tmp_path / "errors.jsonl"))
    (line,) = (tmp_path / "errors.jsonl").read_text("utf-8").splitlines()
    assert no_command(line)
    assert json.loads(line)["cause"] == "empty, no article in it"


def test_answers(run_newsie, folder: Path) -> None:
    """Names and reasons of answers are the articles' too; here every one of them attacks."""
    from newsie.questions.answers import Couples, Encounters, Sightings, Who

    answers = {"who": Who, "met": Encounters, "pairs": Couples, "watch": Sightings}
    for command, answer in answers.items():
        words = COMMAND_LINES[command](str(folder))
        given = answer.model_validate_json(run_newsie(*words, "--format", "json").stdout)
        for attack in ATTACKS.values():
            hostile = attacked(given, attack)
            assert no_command(on_terminal(answer_tables(hostile, 120)))
            assert no_formula(answer_csv(hostile))
            assert no_command(answer_csv(hostile))


# No text that was read has half a character.
@pytest.mark.parametrize("attack", [a for a in ATTACKS.values() if a != "\udc80"], ids=ascii)
@pytest.mark.parametrize("color", [False, True])
def test_marked_article_and_explanation(nlp, attack: str, color: bool) -> None:
    from newsie.explain import article_explanations
    from newsie.extraction import article_records
    from newsie.read.articles import article_of

    article = article_of(HOSTILE_TEXT.format(attack=attack), f"{attack}.txt")
    (record,) = article_records(nlp, [article])
    (explanation,) = article_explanations(nlp, [article])
    assert no_command(on_terminal(article_text(record, color=color)))
    assert no_command(on_terminal(explanation_text(explanation, color=color, with_passed_over=True)))
