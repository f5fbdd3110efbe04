"""The articles of a document that lists them with their parts under keys: JSON and tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsie.errors import SourceError
from newsie.read.article_keys import KeyedArticle
from newsie.read.context import ReadContext
from newsie.read.draft import Draft
from newsie.read.keyed_draft import draft_of
from newsie.read.names import label_of, printable
from newsie.read.payload import Payload

MOST_WITHOUT_TEXT = 1000
"""A list that begins with so many articles without text is one of something else, and read no further."""

MOST_KEYS = 15
LONGEST_KEY = 40


class Listed(NamedTuple):
    """An article in a list, and where: "news.jsonl#17"."""

    source: str
    article: KeyedArticle


def drafts_of(payload: Payload, listed: Iterable[Listed | SourceError], context: ReadContext) -> Iterator[Draft]:
    """Yield the articles in a list, whose errors, and one for each article without text, go to the context.

    Raises SourceError, one for all, if no article has a text, or there is none.
    """
    has_articles = is_damaged = False
    waiting: list[SourceError] = []
    for one in listed:
        if isinstance(one, SourceError):
            is_damaged = True
            context.on_error(one)
            continue
        draft = draft_of(one.article, one.source, context.options.fields)
        if draft is None:
            waiting.append(_without_text(one))
        if draft or has_articles:
            has_articles = True
            _report(waiting, context)
        if len(waiting) == MOST_WITHOUT_TEXT:
            break
        if draft:
            yield draft
    if waiting:
        raise _all_without_text(payload, waiting)
    if not (has_articles or is_damaged):
        raise payload.error("no articles in it", "leave it out, or name a file that has some")


def _report(errors: list[SourceError], context: ReadContext) -> None:
    for error in errors:
        context.on_error(error)
    errors.clear()


def _without_text(listed: Listed) -> SourceError:
    cause = f"no text; it has {keys_line(listed.article.keys)}"
    return SourceError(label_of(listed.source), cause, "say which key holds the text: --field text=KEY")


def _all_without_text(payload: Payload, errors: list[SourceError]) -> SourceError:
    if len(errors) == 1:
        return errors[0]
    first = errors[0].cause.replace("no text; it", "the first")
    return payload.error(f"none of {len(errors):,} articles has a text; {first}", errors[0].advice)


def keys_line(keys: Iterable[str]) -> str:
    """Return keys or columns as a message names them: on one line, and not too many."""
    names = [printable(key[:LONGEST_KEY]) for key in keys]
    more = f" and {len(names) - MOST_KEYS} more" if len(names) > MOST_KEYS else ""
    return ", ".join(names[:MOST_KEYS]) + more if names else "no keys"
