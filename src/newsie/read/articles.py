"""Paths in, articles out: one bad input costs a line, never the others."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsie.casing import recased
from newsie.errors import InputError, SourceError
from newsie.ids import article_id
from newsie.read.context import ReadContext, ReadOptions, raise_error
from newsie.read.documents.time_limit import timely
from newsie.read.documents.unpacking import unpacked
from newsie.read.draft import Draft, Stretch, span_of
from newsie.read.fair_copy import fair_copy
from newsie.read.formats.registry import format_of
from newsie.read.language import language_name, language_of
from newsie.read.layout.layout import layout_of
from newsie.read.moved import moved
from newsie.read.names import label_of
from newsie.read.sources import Source, SourceFinder
from newsie.read.too_long import too_long
from newsie.records import Article

ENGLISH = "en"


def read_articles(
    paths: Iterable[str | Path],
    options: ReadOptions | None = None,
    *,
    on_error: Callable[[InputError], None] = raise_error,
    on_warning: Callable[[str], None] = lambda warning: None,
    on_foreign: Callable[[str], None] = lambda language: None,
) -> Iterator[Article]:
    """Yield the articles at `paths`, as they are read: files, folders with all that they hold, web
    addresses, "-" for standard input.

    `on_error` gets one InputError for each input, or part of one, that cannot be used, by default to raise it;
    `on_warning` one line for each that is left out for its language, or that can be used, but not as the user may
    expect; both may raise to end the run. `on_foreign` gets the English name of the language of each that is left out.
    A file reached by several paths is read once. Ids are made from source and text, so that they depend on nothing else
    that is read.
    """
    context = ReadContext(options or ReadOptions(), on_error, on_warning, on_foreign)
    for source in SourceFinder(context).find(paths):
        try:
            yield from _articles_in(source, context)
        except SourceError as error:
            on_error(error)


def _articles_in(source: Source, context: ReadContext) -> Iterator[Article]:
    for draft in _drafts_in(source, context):
        if len(draft.text) > context.limits.article_characters:
            context.on_error(too_long(draft.source, context.limits.article_characters, 2 * len(draft.text)))
            continue
        article = article_from(draft, context.options.published)
        if context.options.any_language or article.language in (None, ENGLISH):
            yield article
        else:
            _leave_out(article, context)


def _leave_out(article: Article, context: ReadContext) -> None:
    language = language_name(article.language or "")
    said = f"in {language} ({article.language}), not English; --any-language reads it"
    context.on_warning(f"{label_of(article.source)}: {said}")
    context.on_foreign(language)


def _drafts_in(source: Source, context: ReadContext) -> Iterator[Draft]:
    with source.opened(context.options) as packed:
        for payload in unpacked(packed, context):
            try:
                format_ = format_of(payload)
                drafts = format_.read(payload, context)
                yield from drafts if format_.limits_time else timely(drafts, payload)
            except SourceError as error:  # the others of an archive are read all the same
                context.on_error(error)


def article_of(text: str, source: str, published: datetime.date | None = None) -> Article:
    """Return `text` as an article with its layout and language. `published` counts if the text doesn't say."""
    return article_from(Draft(source=source, text=text), published)


def article_from(draft: Draft, published: datetime.date | None = None) -> Article:
    """Return a draft as an article with its layout and language. `published` counts if neither it nor its text says."""
    copy = fair_copy(draft.text)
    headline = draft.headline and Stretch(*copy.copied(*draft.headline))
    linked = frozenset(copy.copied(*link)[0] for link in draft.links)
    layout = layout_of(recased(copy.text), headline, linked)
    article = Article(
        id=article_id(draft.source, draft.text),
        source=draft.source,
        url=draft.url,
        site=draft.site,
        title=draft.title or (copy.text[layout.headline.start : layout.headline.end] if layout.headline else None),
        authors=draft.authors,
        published=draft.published or layout.published or draft.received or published,
        updated=draft.updated,
        language=language_of(copy.text) or draft.language,
        text=copy.text,
        header=layout.header,
        headline=layout.headline,
        dateline=layout.dateline,
        captions=tuple(span_of(copy.text, Stretch(*copy.copied(*caption))) for caption in draft.captions),
        boilerplate=layout.boilerplate,
    )
    return moved(article, copy.original, draft.text).model_copy(update={"text": draft.text})
