"""A file that is written whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

from newsie.errors import InputError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open `path` for UTF-8 text that appears there when the block ends, and leaves the old file alone if it fails.

    A device or a pipe is written to directly. Raises InputError if nothing can be written there.
    """
    if path.exists() and not path.is_file():
        with _opened(path, "w", path) as stream:
            yield stream
        return
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    stream = _opened(temporary, "x", path)
    try:
        with stream:
            yield stream
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _opened(path: Path, mode: Literal["w", "x"], meant: Path) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"{meant}: cannot be written ({error.strerror}); give -o a file in a folder of yours"
        ) from error
