"""The command line: options, calls and exit codes; no extraction logic.

Commands import what they need when they run, so that `newsie --help` waits for neither spaCy nor rich.
"""

import os
import sys
from typing import TextIO


def main() -> None:
    """Run the command that `sys.argv` asks for, and exit: 0, 2 if an input or option was no good, 130 after Ctrl-C."""
    _replace_closed_streams()
    try:
        from newsie.cli.app import app

        app(prog_name="newsie")
    except KeyboardInterrupt:
        sys.exit(130)


def _replace_closed_streams() -> None:
    """Send to nowhere what is meant for a stream that the caller has closed (`>&-`), in whose place Python has None."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
