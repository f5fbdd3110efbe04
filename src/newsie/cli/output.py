"""Where the output goes and in which format."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from newsie.errors import InputError
from newsie.own_output import is_own_file
from newsie.write import TABLES, Format
from newsie.write.whole_file import whole_file

_FORMAT_OF_SUFFIX = {".txt": Format.TABLE, ".json": Format.JSON, ".jsonl": Format.JSONL, ".csv": Format.CSV}


def chosen_format(format_: Format | None, *, as_json: bool, output: Path | None) -> Format:
    """Return the format that is asked for, else that of the file's name, else what suits a terminal or a pipe.

    Raises InputError if --json contradicts --format, or if the file's name says nothing.
    """
    if as_json and format_ not in (None, Format.JSON):
        raise InputError(f"--json contradicts --format {format_}; give one of them")
    if as_json or format_:
        return format_ or Format.JSON
    if output is None:
        return Format.TABLE if sys.stdout.isatty() else Format.JSONL
    if output.suffix.lower() not in _FORMAT_OF_SUFFIX:
        raise InputError(f"-o {output}: its name doesn't tell the format; add --format table, json, jsonl or csv")
    return _FORMAT_OF_SUFFIX[output.suffix.lower()]


def chosen_tables(only: str | None, format_: Format) -> Sequence[str]:
    """Return the tables that `only` names with commas between, in the order of TABLES; for CSV, which holds one, one.

    Raises InputError for an unknown name, and for more than one if it is CSV.
    """
    if only is None:
        return TABLES[:1] if format_ is Format.CSV else TABLES
    names = {name.strip().lower() for name in only.split(",")}
    if unknown := sorted(names.difference(TABLES)):
        raise InputError(f"--only {', '.join(unknown)}: no such table; choose from {', '.join(TABLES)}")
    if format_ is Format.CSV and len(names) > 1:
        raise InputError(f"--only {only}: a CSV file holds one table; name one, or choose --format json")
    return [name for name in TABLES if name in names]


@contextmanager
def opened(output: Path | None, format_: Format, inputs: Sequence[str]) -> Iterator[TextIO]:
    """Open the file to write, which is written whole or not at all; without `output`, standard output.

    Raises InputError if it can't be written, or if it is one of the `inputs`.
    """
    if output is None:
        yield standard_output(None if format_ is Format.TABLE else "utf-8")
        return
    check_no_input("-o", output, inputs)
    with whole_file(output) as stream:
        yield stream


def check_no_input(option: str, file: Path, inputs: Iterable[str]) -> None:
    """Raise InputError if `file`, which `option` names to be written, is one of the articles."""
    if any(_is_input(file.resolve(), Path(path).resolve()) for path in inputs):
        raise InputError(f"{option} {file}: is one of the articles; choose another file")


def _is_input(file: Path, path: Path) -> bool:
    """Whether a file is `path` itself, or read there if that is a folder: anything but what newsie has written."""
    if file == path or path not in file.parents or not file.is_file():
        return file == path
    return file.stat().st_size > 0 and not is_own_file(file)


def standard_output(encoding: str | None = None) -> TextIO:
    """Return standard output in `encoding`, or in the terminal's with escapes for the characters that it lacks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    return sys.stdout
