import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.write.terminal import visible, visible_line

COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("a\x00b\x7f", r"a\x00b\x7f"),
        ("over\rwritten", r"over\rwritten"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("abc\u202egpj.exe", r"abc\u202egpj.exe"),
        ("not UTF-8: \udcff", r"not UTF-8: \udcff"),
        (
            "[bold]Ada[/bold] :smile: Kamr-ul-Hassan, İstanbul, محمد, 🇳🇬",
            "[bold]Ada[/bold] :smile: Kamr-ul-Hassan, İstanbul, محمد, 🇳🇬",
        ),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


def test_visible_line_has_no_line_break():
    assert visible_line("a\nb\u2028c\r\nd") == r"a\nb\u2028c\nd"


@given(st.text(st.characters(codec=None)))
def test_nothing_commands_the_terminal(text):
    assert not COMMANDS.search(visible(text))
    assert len(visible_line(text).splitlines()) <= 1
    visible(text).encode("utf-8")
