"""Tables of comma- or tab-separated values: a row for each article, and a column with its text."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.decode import looks_binary
from newsie.read.documents.payload import Payload
from newsie.read.documents.text_stream import lines_of, text_of
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.keyed.article_keys import KeyedArticle, Part, folded, keys_of
from newsie.read.formats.keyed.draft import draft_of
from newsie.read.formats.listed import drafts_of, keys_line

DELIMITERS = ",;\t|"
LONGEST_HEADER = 100_000
MOST_DELIMITERS = 100_000

LONGEST_COLUMN = 60
"""The name of a column has fewer characters; more are prose."""

OTHER_PARTS: tuple[Part, ...] = ("title", "published", "url", "site", "authors")


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the articles, a row at a time. Raises SourceError if no column holds texts."""
    # The limit is one of the whole process: what is longer than any article may be is none.
    csv.field_size_limit(max(csv.field_size_limit(), context.limits.text_bytes))
    lines = lines_of(text_of(payload), context.limits.document_bytes)
    first = next(lines, "")
    if len(first) > LONGEST_HEADER:
        raise payload.error(f"no table: its first line has more than {LONGEST_HEADER:,} characters", "check what it is")
    delimiter = _stated_delimiter(first)
    rest = lines if delimiter else chain([first], lines)
    delimiter = delimiter or _delimiter(first)
    reader = csv.reader(map(partial(_checked, delimiter), rest), delimiter=delimiter, strict=True)
    columns = _columns(reader, payload, context.options.fields)
    yield from drafts_of(payload, _rows(reader, columns, payload, context.options.fields), context)


def _checked(delimiter: str, line: str) -> str:
    """The line of a table. Raises csv.Error for one that would take more memory than there may be."""
    if line.count(delimiter) > MOST_DELIMITERS:
        raise csv.Error(f"a line of more than {MOST_DELIMITERS:,} values")
    return line


def recognizes(opening: Opening) -> bool:
    """Whether its first row names a column of texts and another part of articles, or its name says so."""
    if opening.suffix in FORMAT.suffixes:
        return not looks_binary(opening.data)
    first = next(iter(opening.text.splitlines()), "")
    columns = [column.strip() for column in next(csv.reader([first], delimiter=_delimiter(first)), [])]
    return (
        all(0 < len(column) <= LONGEST_COLUMN for column in columns)
        and _has_part(columns, ("text",))
        and _has_part(columns, OTHER_PARTS)
    )


def _has_part(columns: Sequence[str], parts: Sequence[Part]) -> bool:
    keys = {folded(column) for column in columns}
    return any(keys.intersection(keys_of(part)) for part in parts)


def _stated_delimiter(first: str) -> str | None:
    """The delimiter that Excel takes from a first line "sep=;"."""
    stated = first.strip().lower()
    return stated[4] if stated.startswith("sep=") and len(stated) == 5 else None


def _delimiter(header: str) -> str:
    """What parts the header into the most columns that are known, or else into the most columns."""

    def fit(delimiter: str) -> tuple[int, int]:
        columns = header.rstrip("\r\n").split(delimiter)
        known = sum(_has_part([column.strip("\"' ")], ("text", *OTHER_PARTS)) for column in columns)
        return known, len(columns)

    return max(DELIMITERS, key=fit)


def _columns(reader: Iterator[list[str]], payload: Payload, given: Mapping[str, str]) -> list[str]:
    """The names of the columns. Raises SourceError if none is one of texts."""
    try:
        columns = [column.strip() for column in next(reader, [])]
    except csv.Error as error:
        raise payload.error(f"a table whose first row is damaged ({error})", "correct it") from error
    has_given = given.get("text", "").casefold() in [column.casefold() for column in columns]
    if not (
        has_given
        or _has_part(columns, ("text",))
        or (_has_part(columns, ("teaser",)) and _has_part(columns, ("title",)))
    ):
        raise payload.error(f"no column with texts (it has {keys_line(columns)})", "name it: --field text=COLUMN")
    return columns


def _rows(
    reader: Iterator[list[str]], columns: list[str], payload: Payload, given: Mapping[str, str]
) -> Iterator[Draft | SourceError]:
    """The rows behind the first, counted from 1; empty ones don't count."""
    number = 0
    while True:
        number += 1
        label = f"{payload.label}#{number}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield SourceError(label, f"a damaged row ({error})", "look for a quotation mark too many or too few")
            if str(error).startswith("field larger"):  # where it ought to end, nobody knows
                return
            continue
        if not any(cell.strip() for cell in row):
            number -= 1
        elif any(cell.strip() for cell in row[len(columns) :]):
            cause = f"a row of {len(row)} values in a table of {len(columns)} columns"
            yield SourceError(label, cause, "put values that have delimiters in quotation marks")
        else:
            yield draft_of(KeyedArticle(_by_column(columns, row)), f"{payload.name}#{number}", given)


def _by_column(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The values by their columns; of several columns of one name, the first that has a value counts."""
    values: dict[str, str] = {}
    for column, cell in zip(columns, row, strict=False):
        if not values.get(column, "").strip():
            values[column] = cell
    return values


FORMAT = Format(
    name="csv",
    description="tables (CSV, TSV) with a column of texts, one article a row",
    suffixes=(".csv", ".tsv"),
    recognizes=recognizes,
    read=read,
)
