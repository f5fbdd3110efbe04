"""`newsie show`."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Model, NoColor
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output
from newsie.cli.reading import Reading, takes_articles
from newsie.cli.stages import article_stream
from newsie.errors import InputError

if TYPE_CHECKING:
    from newsie.records import ArticleRecord


@takes_articles
def show(
    path: Annotated[str, typer.Argument(metavar="FILE", help="An article: a file, a URL, or - for standard input.")],
    no_color: NoColor = False,
    model: Model = None,
    *,
    reading: Reading,
) -> None:
    """Print an article with what was found in it marked.

    People, organizations, places, dates, meetings and boilerplate are marked in colour, with a legend below; without
    colour (on a pipe, with --no-color or NO_COLOR), they stand in brackets as in [PERSON Ada Obi].
    """
    messages = Messages()
    with orderly_end(messages):
        if Path(path).is_dir():
            raise InputError(f"{path}: is a folder; give newsie show one file of it")
        _print_marked(article_stream([path], reading, model, messages), color=not no_color)


def _print_marked(records: "Iterable[ArticleRecord]", *, color: bool) -> None:
    from newsie.write.console import console_on, has_color, printed
    from newsie.write.highlight import article_text

    stream = standard_output()
    console = console_on(stream, color=color)
    for record in records:
        stream.write(printed(article_text(record, color=has_color(console)), console))
