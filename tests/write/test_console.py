import io

import pytest
from rich.text import Text

from newsie.write.console import UNLIMITED, console_on, has_color, printed


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def line_on(stream, **options):
    return printed(Text("[red]Ada[/red] :smile:", "bold red"), console_on(stream, **options))


def test_colour_on_a_terminal():
    assert line_on(Terminal()) == "\x1b[1;31m[red]Ada[/red] :smile:\x1b[0m\n"


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_no_escapes_without_colour(stream):
    assert line_on(stream(), color=False) == "[red]Ada[/red] :smile:\n"


def test_no_escapes_with_no_color_set(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert line_on(Terminal()) == "[red]Ada[/red] :smile:\n"
    assert not has_color(console_on(Terminal()))


def test_a_pipe_has_no_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert console_on(io.StringIO()).width == UNLIMITED
    assert console_on(Terminal()).width == 40


def test_a_terminal_wraps_and_a_pipe_does_not(monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    assert printed(Text("Ada met Bo Ek  "), console_on(Terminal())) == "Ada met Bo\nEk\n"
    assert printed(Text("Ada met Bo Ek " * 100_000), console_on(io.StringIO())).count("\n") == 1
