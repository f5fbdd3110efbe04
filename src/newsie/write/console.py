"""A rich console on a stream, as every command that prints for people needs it."""

import re
from typing import TextIO

from rich.console import Console, RenderableType

# Wide enough for every cell: what a pipe reads must not be cut or folded at some terminal's width.
UNLIMITED = 1_000_000

_SPACES_AT_END = re.compile(r" +$", re.MULTILINE)


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


def printed(renderable: RenderableType, console: Console) -> str:
    """Return what `console` would print, without spaces at the ends of lines; on a pipe text isn't wrapped."""
    with console.capture() as capture:
        console.print(renderable, soft_wrap=not console.is_terminal)
    return _SPACES_AT_END.sub("", capture.get())


def has_color(console: Console) -> bool:
    """Whether styles show on `console`."""
    return console.color_system is not None
