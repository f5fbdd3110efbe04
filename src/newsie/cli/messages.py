"""What the user is told on stderr, a line each."""

import typer

from newsie.errors import NewsieError
from newsie.write.terminal import visible_line


class Messages:
    """Errors, warnings and notes of a run. `quiet` drops all but the errors; `failed` says whether there was one."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.failed = False

    def error(self, error: NewsieError) -> None:
        """Tell what was no good, and what to do; the command will end with exit code 2."""
        self.failed = True
        _tell(f"newsie: {error}")

    def warning(self, text: str) -> None:
        """Tell what is odd about an input that was used all the same."""
        self.note(f"newsie: {text}")

    def note(self, text: str) -> None:
        """Tell what was done."""
        if not self.quiet:
            _tell(text)


def _tell(line: str) -> None:
    # What a line quotes from articles and file names must not command the terminal.
    typer.echo(visible_line(line), err=True)


def counted(number: int, one: str, many: str) -> str:
    """Say how many there are of something: "1 person", "1,200 people"."""
    return f"{number:,} {one if number == 1 else many}"
