"""The command as a process, and what needs no article."""

import json
import re
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command
from typer.testing import CliRunner

from newsie.cli.app import app

NEWSIE = [sys.executable, "-m", "newsie"]
COMMANDS = [
    *("extract", "show", "explain"),
    *("add", "who", "met", "timeline", "pairs", "watch"),
    *("same", "different", "reject", "accept", "undo", "judgements"),
    *("evaluate", "schema", "formats"),
]


def run(*words):
    return subprocess.run([*NEWSIE, *words], capture_output=True, text=True, check=False)


def test_help_names_every_command():
    result = run("--help")
    assert result.returncode == 0
    assert re.findall(r"^  (\w+)  ", result.stdout.split("Commands:")[1], re.MULTILINE) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_every_option_has_help(command):
    described = get_command(app).commands[command]
    assert described.help
    assert [parameter.name for parameter in described.params if not parameter.help] == []
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


def test_help_tells_the_first_line_of_what_a_command_says_of_itself(run_newsie, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    listed = run_newsie("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    told = re.findall(r"^  (\w+) +(.+)$", listed, re.MULTILINE)
    commands = get_command(app).commands
    assert told == [(name, commands[name].help.partition("\n")[0]) for name in COMMANDS]


def test_help_waits_for_nothing_heavy_and_for_no_command():
    heavy = ["spacy", "pydantic", "rich", "numpy", "pycountry", *(f"newsie.cli.{command}" for command in COMMANDS)]
    code = (
        "import sys; sys.argv = ['newsie', '--help']\n"
        "from newsie.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print(*set({heavy}) & set(sys.modules), 'loaded')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "loaded"


def test_version_is_one_line():
    number = r"\d+\.\d+\.\d+\S*"
    assert re.fullmatch(rf"newsie {number}, spaCy {number}, model en_newsie {number}\n", run("--version").stdout)


@pytest.mark.parametrize("words", [[], ["extract"], ["who"], ["met"], ["timeline"], ["pairs"], ["watch"]])
def test_schema_prints_a_json_schema(words):
    result = CliRunner().invoke(app, ["schema", *words])
    Draft202012Validator.check_schema(json.loads(result.stdout))
    assert result.exit_code == 0


def test_without_a_command_there_is_help():
    assert "Commands:" in (result := run()).stdout + result.stderr
    assert result.returncode == 2


def test_a_pipe_that_nobody_reads_ends_quietly():
    with subprocess.Popen([*NEWSIE, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["extract", "x.txt", "--published", "14 Jan"], "--published 14 Jan: not a date; write it as 2025-01-31"),
        (["extract", "x.txt", "--published", "2025-02-30"], "--published 2025-02-30: not a date"),
        (["show", "x.txt", "--model", "nowhere"], "nowhere: not a spaCy pipeline; give --model the folder"),
    ],
)
def test_options_that_cannot_be_used_are_one_line(words, message):
    result = CliRunner().invoke(app, words)
    assert result.stderr.startswith(f"newsie: {message}")
    assert (result.stderr.count("\n"), result.stdout, result.exit_code) == (1, "", 2)


def test_commands_are_told_in_a_line_each(run_newsie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = run_newsie("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(commands) == 18
    assert [line for line in commands if not line.endswith(".") or line.endswith("...")] == []
