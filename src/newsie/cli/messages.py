"""What the user is told on stderr, a line each."""

from collections import Counter
from pathlib import Path
from typing import TextIO

import typer

from newsie.errors import InputError, NewsieError, SourceError
from newsie.write.terminal import visible_line


class Messages:
    """Errors, warnings and notes of a run. `quiet` drops all but the errors; `failed` says whether there was one."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.failed = False
        self._languages: Counter[str] = Counter()
        self._records: TextIO | None = None

    def error(self, error: NewsieError) -> None:
        """Tell what was no good, and what to do; the command will end with exit code 2."""
        self.failed = True
        _tell(f"newsie: {error}")
        if self._records and isinstance(error, SourceError):
            self._records.write(_record(error) + "\n")

    def warning(self, text: str) -> None:
        """Tell what is odd about an input that was used all the same."""
        self.note(f"newsie: {text}")

    def note(self, text: str) -> None:
        """Tell what was done."""
        if not self.quiet:
            _tell(text)

    def foreign(self, language: str) -> None:
        """Count an article that was left out because it is in this language."""
        self._languages[language] += 1

    def left_out(self) -> str:
        """Say "; 3 in other languages skipped (2 French, 1 German)", as the end of a closing line, or nothing."""
        if not self._languages:
            return ""
        languages = ", ".join(f"{number:,} {language}" for language, number in self._languages.most_common())
        return f"; {self._languages.total():,} in other languages skipped ({languages})"

    def record_errors(self, path: Path) -> None:
        """Write each SourceError to this file too, a line of JSON as it happens. Raises InputError if it can't be."""
        try:
            self._records = path.open("w", encoding="utf-8", newline="\n", buffering=1)
        except OSError as error:
            advice = "give --errors a file in a folder of yours"
            raise InputError(f"--errors {path}: cannot be written ({error.strerror}); {advice}") from error

    def close(self) -> None:
        """Close the file of errors, if there is one."""
        if self._records:
            self._records.close()


def _record(error: SourceError) -> str:
    from newsie.write.json_text import json_of

    schema = "newsie/1"  # as in newsie.records, which would import pydantic; by it newsie knows its own output
    told = {"source": error.source, "cause": error.cause, "advice": error.advice, "message": str(error)}
    return json_of({"schema": schema, **told})


def _tell(line: str) -> None:
    # What a line quotes from articles and file names must not command the terminal.
    typer.echo(visible_line(line), err=True)


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are of something: "1 person", "1,200 people"."""
    return f"{number:,} {one if number == 1 else many}"
