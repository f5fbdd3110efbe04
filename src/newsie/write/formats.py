"""The formats that newsie reads, and the limits on what it reads, as tables."""

from rich.console import Group, RenderableType

from newsie.read.documents.compressions import COMPRESSED_SUFFIXES
from newsie.read.formats.format import Format
from newsie.read.formats.registry import FORMATS
from newsie.read.settings import limits_by_name
from newsie.write.grid import grid

_COMPRESSED = (
    f"All may be compressed ({', '.join(COMPRESSED_SUFFIXES)}) or in a .zip archive; "
    "content tells the format, before the name."
)


def format_tables(width: int) -> RenderableType:
    """Return both tables for a console of `width` characters."""
    formats = [(format_.name, format_.description, _suffixes(format_), _needs(format_)) for format_ in FORMATS]
    limits = [(name, value, what) for name, (value, what) in limits_by_name().items()]
    return Group(
        grid("Formats", ("Format", "What", "Names", "Needs"), formats, width),
        f"{_COMPRESSED}\n",
        grid("Limits (--limit NAME=N)", ("Name", "N", "What"), limits, width),
    )


def _suffixes(format_: Format) -> str:
    return " ".join(f"*{suffix}" for suffix in format_.suffixes if suffix)


def _needs(format_: Format) -> str:
    if format_.extra is None:
        return ""
    return "installed" if format_.is_installed else f"pip install 'newsie[{format_.extra}]'"
