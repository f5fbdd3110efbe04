import io

import pytest

from newsie.write.console import UNLIMITED, console_on, has_color


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def printed(stream, **options):
    console_on(stream, **options).print("[red]Ada[/red] :smile:", style="bold red")
    return stream.getvalue()


def test_colour_on_a_terminal():
    assert printed(Terminal()) == "\x1b[1;31m[red]Ada[/red] :smile:\x1b[0m\n"


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_no_escapes_without_colour(stream):
    assert printed(stream(), color=False) == "[red]Ada[/red] :smile:\n"


def test_no_escapes_with_no_color_set(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(Terminal()) == "[red]Ada[/red] :smile:\n"
    assert not has_color(console_on(Terminal()))


def test_a_pipe_has_no_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert console_on(io.StringIO()).width == UNLIMITED
    assert console_on(Terminal()).width == 40
