"""Paths in, articles out: one bad input costs a line, never the others."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsie.casing import recased
from newsie.errors import InputError
from newsie.ids import article_id
from newsie.read.decode import decode, looks_binary
from newsie.read.fair_copy import fair_copy
from newsie.read.language import language_name, language_of
from newsie.read.layout import layout_of, story_start
from newsie.read.moved import moved
from newsie.read.sources import SNIFFED_BYTES, Source, SourceFinder
from newsie.records import Article

MOST_CHARACTERS = 1_000_000
"""The length up to which spaCy parses a text (`Language.max_length`)."""

MOST_BYTES = 4 * MOST_CHARACTERS + 4
"""No encoding needs more for that many characters and a byte order mark."""


def _raise(error: InputError) -> None:
    raise error


def read_articles(
    paths: Iterable[str | Path],
    *,
    published: datetime.date | None = None,
    on_error: Callable[[InputError], None] = _raise,
    on_warning: Callable[[str], None] = lambda warning: None,
) -> Iterator[Article]:
    """Yield the articles at `paths`, as they are read: files, folders with all that they hold, "-" for standard input.

    `published` is the day of publication of articles that don't say theirs. `on_error` gets one InputError for each
    input that cannot be used, by default to raise it; `on_warning` one line for each that can, but not as the user may
    expect; both may raise to end the run. A file reached by several paths is read once. Ids are made from source and
    text, so that they depend on nothing else that is read.
    """
    for source in SourceFinder(on_error, on_warning).find(paths):
        try:
            text = _text(source)
            article = article_of(text, source.name, published)
        except InputError as error:
            on_error(error)
            continue
        if article.language and article.language != "en":
            on_warning(_foreign(source, article.language))
        yield article


def article_of(text: str, source: str, published: datetime.date | None = None) -> Article:
    """Return `text` as an article with its layout and language. `published` counts if the text doesn't say."""
    copy = fair_copy(text)
    layout = layout_of(recased(copy.text))
    article = Article(
        id=article_id(source, text),
        source=source,
        title=copy.text[layout.headline.start : layout.headline.end] if layout.headline else None,
        published=layout.published or published,
        language=language_of(copy.text),
        text=copy.text,
        header=layout.header,
        headline=layout.headline,
        dateline=layout.dateline,
        boilerplate=layout.boilerplate,
    )
    return moved(article, copy.original, text).model_copy(update={"text": text})


def _text(source: Source) -> str:
    """The text of a source. Raises InputError if there is none, if it is no text, or too long."""
    data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _oversized(source, data)
    text = decode(data, source.label)
    if len(text) > MOST_CHARACTERS:
        raise _too_long(source, f"{len(text):,} characters")
    if not text[story_start(text) :].strip():
        raise InputError(f"{source.label}: empty, no article in it; leave it out or put the article's text in it")
    return text


def _oversized(source: Source, start: bytes) -> InputError:
    if looks_binary(start[:SNIFFED_BYTES]):
        return InputError(f"{source.label}: binary, not text; save it as plain text in UTF-8")
    return _too_long(source, f"{source.size:,} bytes" if source.size else f"more than {MOST_BYTES:,} bytes")


def _too_long(source: Source, length: str) -> InputError:
    limit = f"{MOST_CHARACTERS:,} characters"
    return InputError(f"{source.label}: {length}, longer than the {limit} of one article; split it, one article a file")


def _foreign(source: Source, code: str) -> str:
    language = f"{language_name(code)} ({code})"
    return f"{source.label}: looks like {language}, not English; names may be found, but translate it for the meetings"
