"""Rows as a rich table whose columns fit the console. Cells are literal text: nothing in them takes effect."""

from collections.abc import Sequence
from math import ceil

from rich.box import HORIZONTALS
from rich.cells import cell_len
from rich.console import Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text

from newsie.write.terminal import visible

Row = Sequence[str | int | Text]

# Where the width doesn't suffice, a column gets no narrower than its longest word, or than this if the word is longer.
_LONG_WORD = 24

_GAP = 2  # what rich puts between two columns here


def grid(title: str, headers: Sequence[str], rows: Sequence[Row], width: int) -> RenderableType:
    """Return rows, one at least, under a title and headers, for a console of `width` characters; words stay whole."""
    cells = [[_cell(value) for value in row] for row in rows]
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=HORIZONTALS,
        show_edge=False,
        show_lines=any("\n" in cell.plain for row in cells for cell in row),
        pad_edge=False,
        collapse_padding=True,
    )
    columns = [[header, *(row[column].plain for row in cells)] for column, header in enumerate(headers)]
    for column, value, column_width in zip(columns, rows[0], _widths(columns, width), strict=True):
        justify: JustifyMethod = "right" if isinstance(value, int) else "left"
        table.add_column(column[0], overflow="fold", justify=justify, width=column_width)
    for row in cells:
        table.add_row(*row)
    return Group(table, "")


def _cell(value: str | int | Text) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))


def _widths(columns: Sequence[Sequence[str]], width: int) -> Sequence[int | None]:
    """Return the widths of columns with the given cells, in a table of `width`, so that words stay whole.

    Those that need more than their words lose in proportion. None leaves it to rich, which breaks words.
    """
    full = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    words = [min(_LONG_WORD, max(cell_len(word) for cell in column for word in cell.split())) for column in columns]
    spare = [wide - narrow if wide > narrow else 0 for wide, narrow in zip(full, words, strict=True)]
    missing = sum(full) + _GAP * (len(full) - 1) - width
    if missing > sum(spare):
        return [None] * len(columns)
    if missing <= 0:
        return full
    return [wide - ceil(missing * extra / sum(spare)) for wide, extra in zip(full, spare, strict=True)]
