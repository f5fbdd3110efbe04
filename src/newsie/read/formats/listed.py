"""The articles of a document that holds several: what is to be said of those that can't be had, and of all."""

from collections.abc import Iterable, Iterator

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.names import printable

MOST_WITHOUT_TEXT = 1000
"""A list that begins with so many entries without text is one of something else, and read no further."""

MOST_KEYS = 15
LONGEST_KEY = 40


class MissingTextError(SourceError):
    """An entry of a list that has no text."""


def drafts_of(payload: Payload, listed: Iterable[Draft | SourceError], context: ReadContext) -> Iterator[Draft]:
    """Yield the articles in a list, and send its errors to the context.

    Raises SourceError, one for all, if no article has a text, or there is none.
    """
    has_articles = is_damaged = False
    waiting: list[SourceError] = []
    for one in listed:
        if isinstance(one, MissingTextError) and not has_articles:
            waiting.append(one)
            if len(waiting) == MOST_WITHOUT_TEXT:
                break
        elif isinstance(one, SourceError):
            is_damaged = True
            context.on_error(one)
        else:
            has_articles = True
            _report(waiting, context)
            yield one
    if waiting:
        raise _all_without_text(payload, waiting)
    if not (has_articles or is_damaged):
        raise payload.error("no articles in it", "leave it out, or name a file that has some")


def keys_line(keys: Iterable[str]) -> str:
    """Return keys or columns as a message names them: on one line, and not too many."""
    names = [printable(key[:LONGEST_KEY]) for key in keys]
    more = f" and {len(names) - MOST_KEYS} more" if len(names) > MOST_KEYS else ""
    return ", ".join(names[:MOST_KEYS]) + more if names else "no keys"


def _report(errors: list[SourceError], context: ReadContext) -> None:
    for error in errors:
        context.on_error(error)
    errors.clear()


def _all_without_text(payload: Payload, errors: list[SourceError]) -> SourceError:
    if len(errors) == 1:
        return errors[0]
    return payload.error(f"none of {len(errors):,} entries has a text (the first: {errors[0].cause})", errors[0].advice)
