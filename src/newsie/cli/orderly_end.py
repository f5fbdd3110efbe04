"""How a command ends when something goes wrong: a line on stderr and an exit code, never a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from newsie.cli.messages import Messages
from newsie.errors import InputError, NewsieError


@contextmanager
def orderly_end(messages: Messages) -> Iterator[None]:
    """Run the body of a command; exit with 2 if `messages` has had an error, with 130 after Ctrl-C.

    That the reader of a pipe went away (`| head -1`) is no error.
    """
    try:
        yield
        sys.stdout.flush()
    except NewsieError as error:
        messages.error(error)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except BrokenPipeError:
        _abandon_stdout()
    except OSError as error:
        where = error.filename or "the output"
        messages.error(InputError(f"{where}: {error.strerror}; make room or choose another place"))
        _abandon_stdout()
    finally:
        messages.close()
    if messages.failed:
        raise typer.Exit(2)


def _abandon_stdout() -> None:
    """Send what is still in the buffer nowhere: Python writes it when it exits, and would complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
