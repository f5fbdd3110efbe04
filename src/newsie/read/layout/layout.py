"""What stands where in an article: header, headline, dateline, boilerplate, and the day of publication."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass

from newsie.read.draft import Stretch, span_of
from newsie.read.layout.boilerplate import find_boilerplate
from newsie.read.layout.dateline import find_dateline
from newsie.read.layout.full_dates import full_date
from newsie.read.layout.headline import find_headline
from newsie.read.layout.lines import Line, lines_of
from newsie.read.layout.published import is_date_line, published_on
from newsie.records import Dateline, Span

HEADER = re.compile(r"\s*(date\s+(\d{4}-\d{2}-\d{2}))(?=\s|$)")


@dataclass(frozen=True)
class Layout:
    """The parts of an article's text; no two of them overlap, and what none of them holds is the story.

    `header` is "date 2025-01-14" at the very start, without the space before it.
    """

    header: Span | None
    headline: Span | None
    dateline: Dateline | None
    boilerplate: tuple[Span, ...]
    published: datetime.date | None


def layout_of(text: str, title: Stretch | None = None, linked: Collection[int] = frozenset()) -> Layout:
    """Return the layout of a text whose lines end with a line feed. Defined for every text, the empty one too.

    `title` is where the headline stands, if that is known, `linked` where lines begin that are mostly a link.
    """
    header = _header(text)
    lines = list(lines_of(text, story_start(text)))
    boilerplate = find_boilerplate(lines, linked)
    starts = {span.start for span in boilerplate}
    headline = span_of(text, title) if title else find_headline(lines, lambda line: line.start in starts)
    story = [line for line in lines if not (line.start in starts or is_date_line(line) or _holds(line, headline))]
    dateline = find_dateline(story)
    published = _published(header, lines, starts, dateline)
    return Layout(header, headline, dateline, boilerplate, published)


def story_start(text: str) -> int:
    """The offset at which a text goes on after its header, or 0."""
    header = _header(text)
    return header.end if header else 0


def _header(text: str) -> Span | None:
    match = HEADER.match(text)
    return Span(start=match.start(1), end=match.end(1), text=match[1]) if match else None


def _holds(line: Line, span: Span | None) -> bool:
    return span is not None and line.start <= span.start < line.end


def _published(
    header: Span | None, lines: list[Line], boilerplate: set[int], dateline: Dateline | None
) -> datetime.date | None:
    stated = full_date(header.text) if header else None
    in_dateline = full_date(dateline.date.text) if dateline and dateline.date else None
    return stated or published_on(lines, lambda line: line.start in boilerplate) or in_dateline
