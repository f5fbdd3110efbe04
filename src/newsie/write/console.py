"""A rich console on a stream, as every command that prints for people needs it."""

from typing import TextIO

from rich.console import Console

# Wide enough for every cell: what a pipe reads must not be cut or folded at some terminal's width.
UNLIMITED = 1_000_000


def console_on(stream: TextIO, *, color: bool = True) -> Console:
    """Return a console on `stream` that takes text literally.

    It writes no escape sequences without `color`, with NO_COLOR set, and to what is no terminal; it has the terminal's
    width on a terminal, and UNLIMITED elsewhere.
    """
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    if console.no_color or not color:
        # rich's no_color keeps bold and dim, which are escape sequences too; without a colour system there are none.
        console = Console(file=stream, markup=False, emoji=False, highlight=False, color_system=None)
    if not console.is_terminal:
        console.width = UNLIMITED
    return console


def has_color(console: Console) -> bool:
    """Whether styles show on `console`."""
    return console.color_system is not None
