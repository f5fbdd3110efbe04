"""An article as its format gives it, before its layout and language are known."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from newsie.records import Span


class Stretch(NamedTuple):
    """Characters of a text, half-open."""

    start: int
    end: int


def span_of(text: str, stretch: Stretch) -> Span:
    """Return a stretch of `text` as a record."""
    return Span(start=stretch.start, end=stretch.end, text=text[slice(*stretch)])


@dataclass(frozen=True)
class Draft:
    """The text of an article and what its format says about it.

    `source` names the file, and the place in it if the file holds several: "crawl.warc.gz#record-17". `headline` and
    `captions` say where `text` has the title and what stands below pictures, `links` which of its lines are mostly a
    link, as far as the format tells. `received` is the day of the mail that it came with, or on which it was saved.
    """

    source: str
    text: str
    title: str | None = None
    headline: Stretch | None = None
    captions: tuple[Stretch, ...] = ()
    links: tuple[Stretch, ...] = ()
    url: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime.date | None = None
    updated: datetime.date | None = None
    received: datetime.date | None = None
    language: str | None = None


Kind = Literal["text", "caption", "link"]


class Paragraph(NamedTuple):
    """A paragraph of a structured document, its text on one line unless its lines may tell something."""

    text: str
    kind: Kind = "text"


def with_text(draft: Draft, paragraphs: Iterable[Paragraph]) -> Draft:
    """Return `draft`, which has no text yet, with these paragraphs for its text, an empty line between any two.

    The title comes first, unless the text begins with it anyway. Paragraphs without a letter are left out.
    """
    given = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if draft.title and not (given and _same_words(given[0].text, draft.title)):
        given.insert(0, Paragraph(draft.title))
    text, marked = "", dict[str, list[Stretch]](caption=[], link=[])
    for paragraph in given:
        start = len(text)
        text += f"{paragraph.text}\n\n"
        if paragraph.kind != "text":
            marked[paragraph.kind].append(Stretch(start, start + len(paragraph.text)))
    headline = Stretch(0, len(given[0].text)) if draft.title else None
    captions, links = tuple(marked["caption"]), tuple(marked["link"])
    return replace(draft, text=text.removesuffix("\n"), headline=headline, captions=captions, links=links)


def with_plain_text(draft: Draft, text: str) -> Draft:
    """Return `draft`, which has no text yet, with this one, unchanged but for the title, which comes first as above."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if not draft.title:
        return replace(draft, text=text)
    if _same_words(first, draft.title):
        start = text.index(first)
        return replace(draft, text=text, headline=Stretch(start, start + len(first)))
    return replace(draft, text=f"{draft.title}\n\n{text}", headline=Stretch(0, len(draft.title)))


def _same_words(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
