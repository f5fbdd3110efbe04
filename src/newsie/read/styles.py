"""The style of a dignitary between an office and a name: "the Governor of Benue State, His Excellency, Dr. Ada Obi"."""

import re
from collections.abc import Iterator

from newsie.read.layout.wrapping import Change

STYLE = r"(?:Excellency|Highness|Majesty|Eminence|Grace|Holiness|Beatitude|Worship|Lordship|Honour)"
BETWEEN = re.compile(rf",\s(?:His|Her|Their)\s(?:[A-Z][a-z]+\s)?{STYLE}(?=,\s[A-Z])")


def styles(text: str) -> Iterator[Change]:
    """Yield each style between an office and its holder, with the comma before it, as a change to nothing."""
    return ((style.start(), style.end(), "") for style in BETWEEN.finditer(text))
