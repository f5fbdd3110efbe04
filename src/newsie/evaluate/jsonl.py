"""Read a JSON Lines file into typed records, and name file and line of what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from newsie.errors import InputError

ADVICE = "give a JSON Lines file, one article a line"

Row = TypeVar("Row", bound=BaseModel)


def read_jsonl(path: Path, schema: type[Row]) -> Iterator[Row]:
    """Yield every line of a UTF-8 file as a `schema`; blank lines are passed over.

    Raises InputError if the file cannot be read, or with `<path>:<line>:` for the first line that does not fit.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            yield _row(line, schema, f"{path}:{number}")


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file. Raises InputError if it cannot be read."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; {ADVICE}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 from byte {error.start} on; {ADVICE}") from error


def _row(line: str, schema: type[Row], where: str) -> Row:
    try:
        return schema.model_validate_json(line)
    except ValidationError as error:
        raise InputError(f"{where}: {first_fault(error)}; correct the line") from error


def first_fault(error: ValidationError) -> str:
    """Say what is wrong first, after the field that it is wrong in."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"{field}: {first['msg']}" if field else first["msg"]
