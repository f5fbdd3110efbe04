"""`newsie add`."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages, counted
from newsie.cli.options import Articles, Model
from newsie.cli.orderly_end import orderly_end
from newsie.cli.reading import Reading, takes_articles
from newsie.cli.stages import articles_at, extracted, warned_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.records import Article, ArticleRecord
    from newsie.store.add import Added

ARTICLES_AT_ONCE = 16
"""So many articles are written together, or more if writing takes longer than reading, as it may in a large store.

If the command is killed, it has to read these again.
"""


@takes_articles
def add(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A SQLite file; made if it isn't there.")],
    paths: Articles,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="On stderr only errors.")] = False,
    model: Model = None,
    *,
    reading: Reading,
) -> None:
    """Keep articles in a store, joined across all that it holds.

    An article that is there already, read by the same newsie and model, is skipped; a later version of a file takes the
    place of the earlier one. What is reported as added stays added, whatever happens afterwards: run the same command
    again after an interruption, and it goes on where it stopped.

    The exit code is 0, or 2 if an input or the store could not be used (the other inputs are added all the same).
    """
    messages = Messages(quiet=quiet)
    with orderly_end(messages):
        started = perf_counter()
        from newsie.store.connection import store_at, transaction
        from newsie.store.schema import rebuild_search

        with store_at(store, create=True) as db:
            added = _add(db, articles_at(paths, reading, messages), model, messages)
            with transaction(db):
                rebuild_search(db)
            messages.note(f"{_sentence(added)}; {_contents(db)}; {perf_counter() - started:.1f} s{messages.left_out()}")


def _add(db: "Database", articles: "Iterable[Article]", model: Path | None, messages: Messages) -> "Added":
    """Add articles a few at a time, and say so each time."""
    from newsie.store.add import Added, add_records

    newcomers = _Newcomers(db, articles, model)
    added = Added()
    records = warned_of(newcomers.records(), messages)
    seconds = 0.0
    while batch := _batch(records, seconds):
        started = perf_counter()
        added += add_records(db, batch)
        seconds = perf_counter() - started
        messages.note(f"{counted(added.new + added.replaced, 'article', 'articles')} added so far")
    return added + Added(known=newcomers.known)


def _batch(records: "Iterator[ArticleRecord]", seconds: float) -> "list[ArticleRecord]":
    """Take the next few records, and more until taking them has lasted so many seconds."""
    started = perf_counter()
    batch: list[ArticleRecord] = []
    for record in records:
        batch.append(record)
        if len(batch) >= ARTICLES_AT_ONCE and perf_counter() - started >= seconds:
            break
    return batch


class _Newcomers:
    """The articles that the store doesn't have yet; `known` counts the others."""

    def __init__(self, db: "Database", articles: "Iterable[Article]", model: Path | None):
        self.known = 0
        self._db = db
        self._articles = articles
        self._model = model

    def records(self) -> "Iterator[ArticleRecord]":
        """Yield what stands in them; if there are none, the model is never loaded."""
        articles = self._unknown()
        for first in islice(articles, 1):
            yield from extracted(chain([first], articles), self._model)

    def _unknown(self) -> "Iterator[Article]":
        from newsie.model import model_name
        from newsie.records import Generator
        from newsie.store.add import is_known
        from newsie.version import VERSION

        generator = Generator(newsie=VERSION, model=model_name(self._model))
        for article in self._articles:
            if is_known(self._db, article, generator):
                self.known += 1
            else:
                yield article


def _sentence(added: "Added") -> str:
    text = f"{counted(added.new + added.replaced, 'article', 'articles')} added"
    if added.replaced:
        text += f", {added.replaced:,} in place of an earlier version"
    return f"{text}, {added.known:,} there already" if added.known else text


def _contents(db: "Database") -> str:
    articles, people, meetings = (db.table(name).count for name in ("articles", "people", "meetings"))
    return (
        f"the store has {counted(articles, 'article', 'articles')}, {counted(people, 'person', 'people')},"
        f" {counted(meetings, 'meeting', 'meetings')}"
    )
