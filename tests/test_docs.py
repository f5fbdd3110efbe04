"""What the documents say: their commands run, their examples come out as written, and what they name is there."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

from newsie import records
from newsie.cli.app import app
from newsie.pipeline.frame_rules import Frame

ROOT = Path(__file__).parents[1]
DOCUMENTS = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}
README, CONTRIBUTING = DOCUMENTS.values()
SCRIPTS = sysconfig.get_path("scripts")
NEWSIE = get_command(app)

# The project is read by people who have their own machines; the words are put together here so as not to stand here.
WORDS_OF_ONE_MACHINE = ("/wo" + "rk/", "/tm" + "p/w", "../sha" + "red")

RECIPES = {
    "All meetings as tab-separated values": [
        "2025-01-14\tmeeting\theld\tS M Kamr-ul-Hassan; Sahir Shamshad Mirza\tJoint Staff Headquarters; Rawalpindi",
        "\tmeeting\theld\tsenior military leaders from Pakistan and Bangladesh\tRawalpindi",
        "\tvisit\theld\tS M Kamr-ul-Hassan\tPakistan",
        "\tmeeting\theld\tS M Kamr-ul-Hassan; Syed Asim Munir\tPakistan",
        "\tvisit\tplanned\tIshaq Dar\tDhaka",
    ],
    "Everyone that a named person met, with dates": ["this week\tS M Kamr-ul-Hassan"],
    "People by rank": ["General: Syed Asim Munir, Sahir Shamshad Mirza", "Lieutenant General: S M Kamr-ul-Hassan"],
    "Meetings not yet held": ["the beginning of February\tvisit\tIshaq Dar"],
}

PYTHON_OUTPUTS = [
    [
        "2025-01-14 held ['S M Kamr-ul-Hassan', 'Sahir Shamshad Mirza']",
        "None held ['senior military leaders from Pakistan and Bangladesh']",
        "None held ['S M Kamr-ul-Hassan']",
        "None held ['S M Kamr-ul-Hassan', 'Syed Asim Munir']",
        "None planned ['Ishaq Dar']",
    ],
    ["[('Lt Gen', 'Lieutenant General'), ('Gp Capt', 'Group Captain')]"],
]


def blocks(text, language):
    """The fenced blocks of a Markdown text that are marked as one of `language`, a regular expression."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block for marked, block in found if re.fullmatch(language, marked)]


def simple_commands(line):
    """The words of each command of a shell line: between pipes and `&&`."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&")
    lexer.whitespace_split = True
    words = list(lexer)
    ends = [place for place, word in enumerate(words) if word in ("|", "&&")]
    return [words[start:end] for start, end in zip([0, *(end + 1 for end in ends)], [*ends, None], strict=True)]


def newsie_commands():
    """Parameters: what follows `newsie` in every command line of the documents."""
    for name, text in DOCUMENTS.items():
        lines = [line for block in blocks(text, "console|sh") for line in block.splitlines()]
        for words in (words for line in lines for words in simple_commands(line.removeprefix("$ "))):
            if words and Path(words[0]).name == "newsie":
                yield pytest.param(words[1:], id=f"{name}: {shlex.join(words[1:])[:60]}")


def filled(written, actual):
    """The README's JSON with what it leaves out taken from the `actual` one: values written "…", and ends of lists."""
    if isinstance(written, dict):
        return {key: filled(value, actual.get(key)) for key, value in written.items()}
    if isinstance(written, list):
        return [*map(filled, written, actual), *(actual[len(written) :] if written else [])]
    return actual if written == "…" else written


def columns(table):
    """The cells of each line of a table, whatever the widths of its columns."""
    return [re.split(r" {2,}", re.sub("─+", "─", line)) for line in table.splitlines()]


def test_every_recipe_is_tested():
    assert set(re.findall(r"^(.+):\n\n```sh$", README, re.MULTILINE)) == set(RECIPES)


@pytest.mark.skipif(not shutil.which("jq"), reason="the README's recipes need jq, which is not installed here")
@pytest.mark.parametrize("title", RECIPES)
def test_recipe(title):
    command = blocks(README.partition(f"\n{title}:\n")[2], "sh")[0]
    environment = {**os.environ, "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.splitlines() == RECIPES[title]


@pytest.mark.parametrize("number", range(len(PYTHON_OUTPUTS)))
def test_python_example(nlp, monkeypatch, capsys, number):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("newsie.api.load", lambda model=None: nlp)
    exec(compile(blocks(README, "python")[number], "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == PYTHON_OUTPUTS[number]


def test_every_python_example_is_tested():
    assert len(blocks(README, "python")) == len(PYTHON_OUTPUTS)


def test_table_is_what_newsie_prints(run_newsie):
    (written,) = [block for block in blocks(README, "") if block.startswith("Meetings")]
    shown, _, rest = written.rpartition("…")
    width = max(map(len, written.splitlines())) + 1
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": str(width)}
    printed = run_newsie("extract", "seeds/", "--format", "table", "--no-color", **terminal).stdout
    assert rest == "\n"
    assert columns(shown) == columns(printed)[: len(columns(shown))]


def test_encounters_are_what_newsie_prints(run_newsie):
    (written,) = [block for block in blocks(README, "") if block.startswith("Date ")]
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": str(max(map(len, written.splitlines())) + 2)}
    printed = run_newsie(
        "met", "seeds/", "Kamr-ul-Hassan", "Munir", "--format", "table", "--no-color", **terminal
    ).stdout
    title, _, shown = printed.partition("\n")
    assert title.strip() == "Meetings (1)"
    assert columns(shown.rstrip()) == columns(written.rstrip())


def test_explanation_is_what_newsie_prints(run_newsie):
    (written,) = [block for block in blocks(README, "") if block.startswith("seeds/")]
    source, shown = written.split("…\n")
    printed = run_newsie("explain", source.strip()).stdout
    assert printed.startswith(source)
    assert printed.endswith(f"\n\n{shown}\n")


def test_meeting_is_what_newsie_writes(run_newsie):
    (written,) = blocks(README, "json")
    meeting = json.loads(run_newsie("extract", "seeds/", "--json").stdout)["meetings"][0]
    assert filled(json.loads(written), meeting) == meeting


@pytest.mark.parametrize("words", list(newsie_commands()))
def test_command_line_can_be_parsed(words):
    if words[0] in NEWSIE.commands:
        NEWSIE.commands[words[0]].make_context(words[0], words[1:])
    else:
        assert set(words) <= {option for parameter in NEWSIE.params for option in parameter.opts}


@pytest.mark.parametrize("command", NEWSIE.commands)
def test_every_command_is_in_the_readme(command):
    assert f"newsie {command}" in README


@pytest.mark.parametrize(("key", "values"), [("kind` is", records.MeetingKind), ("`status`", records.Status)])
def test_values_are_those_of_the_records(key, values):
    listed = re.search(rf"{key} ([^;.`]+)[;.]", " ".join(README.split()))
    assert listed is not None
    assert tuple(re.split(", | or ", listed[1])) == get_args(values)


def test_the_flow_names_every_part():
    named = set(re.findall(r"^\| `([a-z]+(?:/|\.py))` \|", CONTRIBUTING, re.MULTILINE))
    package = ROOT / "src" / "newsie"
    assert [part for part in named if not (package / part).exists()] == []
    folders = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert [folder for folder in folders if f"`{folder}`" not in CONTRIBUTING] == []


def test_the_rule_that_contributing_adds_is_one():
    (entry,) = blocks(CONTRIBUTING, "toml")
    assert [Frame.model_validate(frame).rule for frame in tomllib.loads(entry)["frame"]] == ["parley"]


@pytest.mark.parametrize(
    "document", [*sorted(ROOT.glob("*.md")), ROOT / "models" / "README.md"], ids=lambda path: path.name
)
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="which files are the project's, only git knows: no checkout")
@pytest.mark.parametrize("word", WORDS_OF_ONE_MACHINE)
def test_no_file_knows_one_machine(word):
    result = subprocess.run(
        ["git", "grep", "-I", "--files-with-matches", "--fixed-strings", word],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.stdout, result.returncode) == ("", 1)
