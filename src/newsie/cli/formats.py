"""`newsie formats`."""

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output


def formats() -> None:
    """List the formats that newsie reads, and the limits.

    The extra that a format needs is named; --limit raises a limit on what is read.
    """
    with orderly_end(Messages()):
        from newsie.write.console import console_on, printed
        from newsie.write.formats import format_tables

        stream = standard_output()
        console = console_on(stream, color=True)
        stream.write(printed(format_tables(console.width), console))
