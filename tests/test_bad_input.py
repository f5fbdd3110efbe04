"""Bad input as users meet it: one line each that names the file and the next step, and the rest goes on.

All bad files go into one run of the real command, because each start takes a second.
"""

import json
import os
import re
import subprocess
import sys

import pytest

from as_user import LAUNCHER

NEWSIE = [sys.executable, "-m", "newsie"]
SECONDS = 120

STORY = "Foreign Minister José Muñoz met General Ada Obi in Lindau on Tuesday. “We agreed on the border,” he said.\n"
FRENCH = (
    "Le ministre de la Défense a rencontré mardi à Genève son homologue du pays voisin. Ils ont parlé longuement de la "
    "frontière et du commerce, puis ils ont dîné ensemble au bord du lac avant de repartir.\n"
)
MARKUP = "General Ada Obi met Colonel Jan Kraus in Lindau. [bold red]:smile: \x1b[2J\x1b]0;x\x07[/bold red]\n"
TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "200"}

GOOD = {
    "a.txt": STORY.encode("utf-8"),
    "byte-order-mark.txt": STORY.encode("utf-8-sig"),
    "utf-16.txt": STORY.encode("utf-16"),
    "windows.txt": STORY.encode("cp1252"),
    "two\nlines.txt": STORY.encode("utf-8"),
}
ODD = {
    "rain.txt": (b"It rained.\n", "no person, organization, place or meeting found; check that it is news"),
}
FOREIGN = {
    "french.txt": (FRENCH.encode("utf-8"), "in French (fr), not English; --any-language reads it"),
}
BAD = {
    "empty.txt": (b"", "empty, no article in it; leave it out"),
    "empty\nname.txt": (b"", "empty, no article in it; leave it out"),
    "blank.txt": (b" \n\t\n", "empty, no article in it; leave it out"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "binary, not text; save it as plain text"),
    "one-line.txt": (
        b"General Ada Obi met the mayor. " * 170_000,
        "longer than the 1,000,000 characters of one article",
    ),
}
UNREADABLE = {
    "drawer": "no articles in this folder; newsie formats lists what newsie reads",
    "nowhere.txt": "no such file or folder; check the path",
    "pipe.txt": "a pipe, socket or device, not a file; send its text to standard input",
    "locked.txt": "permission denied; make it readable",
}
MESSAGES = {name: message for name, (_, message) in {**BAD, **ODD, **FOREIGN}.items()} | UNREADABLE


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with all of these inputs."""
    folder = tmp_path_factory.mktemp("news")
    for name, content in GOOD.items():
        (folder / name).write_bytes(content)
    for name, (content, _) in {**ODD, **FOREIGN, **BAD}.items():
        (folder / name).write_bytes(content)
    (folder / "drawer").mkdir()
    (folder / "locked.txt").write_bytes(GOOD["a.txt"])
    (folder / "locked.txt").chmod(0)
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.fixture(scope="module")
def result(folder):
    """What one run says of all of them, good ones before, between and after the others."""
    first, *good = GOOD
    names = [first, *BAD, *good[:2], *UNREADABLE, *ODD, *FOREIGN, *good[2:]]
    command = [*(LAUNCHER or []), *NEWSIE, "extract", "--json", *names]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def people(result):
    """The names of the people in each article, by its source."""
    run = json.loads(result.stdout)
    sources = {article["id"]: article["source"] for article in run["articles"]}
    people = {source: set() for source in sources.values()}
    for person in run["people"]:
        for mention in person["mentions"]:
            people[sources[mention["article"]]].add(person["name"])
    return people


@pytest.mark.parametrize("name", MESSAGES, ids=ascii)
def test_one_line_with_the_name_and_the_next_step(result, name):
    if name == "locked.txt" and LAUNCHER is None:
        pytest.skip("root reads every file, and there is no setpriv to keep it from that")
    written = name.replace("\n", "\\n")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith(f"newsie: {written}: ")]
    assert MESSAGES[name] in line
    assert re.search(r"; \S", line)


def test_nothing_else_is_said(result):
    *lines, closing = result.stderr.splitlines()
    assert len(lines) == len(MESSAGES) - (LAUNCHER is None)
    skipped = r"1 in other languages skipped \(1 French\)"
    assert re.fullmatch(rf"\d+ articles, \d+ people, \d+ meetings? in [\d.]+ s; {skipped}", closing)
    assert result.returncode == 2


@pytest.mark.parametrize("name", GOOD, ids=ascii)
def test_good_neighbours_are_extracted(result, people, name):
    texts = {article["source"]: article["text"] for article in json.loads(result.stdout)["articles"]}
    assert texts[name] == STORY
    assert {"José Muñoz", "Ada Obi"} <= people[name]


def test_only_what_is_an_article_is_in_the_output(people):
    assert set(people) - {"locked.txt"} == {*GOOD, *ODD}


def test_what_was_used_all_the_same_is_no_failure(run_newsie, folder):
    result = run_newsie("extract", str(folder / "rain.txt"), str(folder / "french.txt"), "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["articles"]) == 1


def test_articles_in_other_languages_are_read_if_asked_for(run_newsie, folder):
    result = run_newsie("extract", str(folder / "french.txt"), "--json", "--any-language")
    assert (result.exit_code, len(json.loads(result.stdout)["articles"])) == (0, 1)
    assert "skipped" not in result.stderr


@pytest.fixture
def marked_up(tmp_path):
    """An article whose name and text hold what rich or a terminal might obey."""
    path = tmp_path / "[red]\x1b[2J.txt"
    path.write_text(MARKUP, "utf-8")
    return str(path)


def shown(printed):
    """What a terminal shows: without newsie's own colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", printed)


@pytest.mark.parametrize("terminal", [{}, TERMINAL], ids=["pipe", "terminal"])
def test_markup_and_escapes_in_an_article_are_text(run_newsie, marked_up, terminal):
    printed = shown(run_newsie("show", marked_up, **terminal).stdout)
    assert r"[bold red]:smile: \x1b[2J\x1b]0;x\x07[/bold red]" in printed
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed)


@pytest.mark.parametrize("terminal", [{}, TERMINAL], ids=["pipe", "terminal"])
def test_markup_and_escapes_in_a_name_are_text(run_newsie, marked_up, terminal):
    printed = shown(run_newsie("extract", marked_up, "--format", "table", **terminal).stdout)
    assert "Ada Obi" in printed
    assert r"[red]\x1b[2J.txt" in printed
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed)


def test_a_reader_that_has_enough_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "b.txt").write_text(STORY + "\n" * 100_000, "utf-8")  # more than a pipe holds
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"'{sys.executable}' -m newsie extract a.txt b.txt | head -1"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert json.loads(result.stdout)["article"]["source"] == "a.txt"
    assert (result.stderr, result.returncode) == ("", 0)


@pytest.mark.parametrize("stream", ["1", "2"])
def test_a_closed_stream_is_no_error(stream):
    command = f"'{sys.executable}' -m newsie --version {stream}>&-"
    result = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    assert (result.stderr, result.returncode) == ("", 0)
