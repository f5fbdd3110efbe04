"""The stages behind the commands, imported when they are called: spaCy takes most of a second."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsie.cli.messages import Messages
from newsie.errors import InputError

if TYPE_CHECKING:
    from newsie.records import ArticleRecord, RunRecord


def article_stream(
    paths: Iterable[str], published: str | None, model: Path | None, messages: Messages
) -> "Iterator[ArticleRecord]":
    """Return what stands in each article at `paths`, one after the other; inputs that can't be read go to `messages`.

    `published` is the option's value. Raises InputError if that is no date, ModelError for an unusable model.
    """
    day = _day(published) if published else None

    from newsie.extraction import article_records
    from newsie.pipeline.build import load
    from newsie.read import read_articles

    articles = read_articles(paths, published=day, on_error=messages.error, on_warning=messages.warning)
    return article_records(load(model), articles)


def joined(records: "Iterable[ArticleRecord]", model: Path | None) -> "RunRecord":
    """Return the articles of a run with `model` resolved across one another."""
    from newsie.model import model_name
    from newsie.resolve import resolve

    return resolve(records, model=model_name(model))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--published {text}: not a date; write it as 2025-01-31") from error
