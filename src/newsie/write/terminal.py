"""Text that a terminal prints as text: an article must not colour, move, hide or reorder what is on screen."""

import re
from typing import TextIO

from rich.console import Console

# Control characters of C0 (but tab and newline), DEL and C1, which terminals obey; the bidirectional embeddings,
# overrides and isolates (Unicode TR 36, section 3.1.2), which reorder what follows; surrogates, which nothing can encode.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_BREAK = re.compile(r"[\n\u2028\u2029]")

# Wide enough for every cell: what a pipe reads must not be cut or folded at some terminal's width.
UNLIMITED = 1_000_000


def visible(text: str) -> str:
    r"""Return `text` with what a terminal would obey written as in Python (ESC is `\x1b`), and lines ended by `\n`."""
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """Return `text` as one line: `visible`, and line breaks written out too."""
    return _LINE_BREAK.sub(_escape, visible(text))


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def console_on(stream: TextIO, *, color: bool = True) -> Console:
    """Return a console on `stream` that takes text literally.

    It writes no escape sequences without `color`, with NO_COLOR set, and to what is no terminal; it has the terminal's
    width on a terminal, and UNLIMITED elsewhere.
    """
    console = _console(stream)
    if not color or console.no_color or console.color_system is None:
        # rich's no_color keeps bold and dim, which are escape sequences too; without a colour system there are none.
        console = _console(stream, color_system=None)
    if not console.is_terminal:
        console.width = UNLIMITED
    return console


def _console(stream: TextIO, color_system: str | None = "auto") -> Console:
    return Console(
        file=stream,
        color_system=color_system,
        markup=False,
        emoji=False,
        highlight=False,  # type: ignore[arg-type]
    )


def has_color(console: Console) -> bool:
    """Whether styles show on `console`."""
    return console.color_system is not None
