"""The command line: options, calls and exit codes; no extraction logic.

Commands import what they need when they run, so that `newsie --help` waits for neither spaCy nor rich.
"""

import sys


def main() -> None:
    """Run the command that `sys.argv` asks for, and exit: 0, 2 if an input or option was no good, 130 after Ctrl-C."""
    try:
        from newsie.cli.app import app

        app(prog_name="newsie")
    except KeyboardInterrupt:
        sys.exit(130)
