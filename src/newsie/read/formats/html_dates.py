"""The days on which a web page was published and last changed, as far as the page itself states them."""

import datetime
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsie.read.formats.html_metadata import PageMetadata
from newsie.read.formats.json_ld import text_of
from newsie.read.full_dates import date_pattern, full_date
from newsie.read.lines import lines_of
from newsie.read.published import is_date_line

ISO = re.compile(
    r"\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)"
    r"(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?[.\d]*\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=\D|$)")
CHANGED = re.compile(r"updat|modif|revis", re.IGNORECASE)
BYLINE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|stamp", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"related|recommend|most-|trending|teaser|promo|sidebar|popular|more-|ticker|copyright", re.IGNORECASE
)
ELSEWHERE_TAGS = ("nav", "aside", "footer")
LABEL = re.compile(r"publish|posted|issued|released|updat|modif|revis", re.IGNORECASE)
LONGEST_BYLINE = 200
FIRST_YEAR = 1990
DAY = datetime.timedelta(days=1)


class Statement(NamedTuple):
    """A day as a page states it, with its instant where it gives a time with a zone, and whether that is UTC."""

    day: datetime.date
    instant: datetime.datetime | None = None
    is_utc: bool = False


class Days(NamedTuple):
    """When a page was published and last changed."""

    published: datetime.date | None
    updated: datetime.date | None


def days_of(page: PageMetadata) -> Days:
    """Return the days of publication and of the last change, each None if the page doesn't state it.

    What is meant for machines comes first (JSON-LD, and the meta elements that htmldate knows), then the date below the
    title, then the address. The day is that of the page's own time zone, as far as it shows.
    """
    byline = list(_byline(page))
    seen = next((day for day, is_change in byline if not is_change), None)
    published = _stated_published(page, seen) or seen or _day_in_url(page.url)
    changes = [text_of(page.article, "dateModified"), page.meta.get("article:modified_time")]
    changes += [page.meta.get("og:updated_time"), page.meta.get("datemodified")]
    updated = next((s.day for text in changes if (s := stated(text))), None)
    updated = updated or next((day for day, is_change in byline if is_change), None)
    return Days(published, updated if updated and (published is None or updated >= published) else None)


def stated(text: str | None) -> Statement | None:
    """Return the day that a machine's or a reader's date states in full, or None if there is none that can be right."""
    if not text:
        return None
    if epoch := EPOCH.fullmatch(text):
        instant = datetime.datetime.fromtimestamp(int(epoch[1]), datetime.UTC)
        return _sound(Statement(instant.date(), instant, True))
    if iso := ISO.match(text):
        return _sound(_statement(iso))
    written = re.search(date_pattern(), text)
    day = full_date(written[0]) if written else None
    return _sound(Statement(day)) if day else None


def _statement(iso: re.Match[str]) -> Statement | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in iso.groups()[:6])
    try:
        if iso[7] is None:
            return Statement(datetime.date(year, month, day))
        zone = "+00:00" if iso[7] == "Z" else iso[7]
        clock = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}"
        instant = datetime.datetime.fromisoformat(clock)
    except ValueError:
        return None
    return Statement(instant.date(), instant, not instant.utcoffset())


def _sound(statement: Statement | None) -> Statement | None:
    """A statement, unless its year is a program's zero: 0001, 1970."""
    return statement if statement and statement.day.year >= FIRST_YEAR else None


def _stated_published(page: PageMetadata, seen: datetime.date | None) -> datetime.date | None:
    """The day that the page states for machines; of several, the one that a reader sees too."""
    texts = [text_of(page.article, "datePublished"), page.meta.get("article:published_time")]
    texts.append(page.meta.get("datepublished"))
    statements = [statement for text in texts if (statement := stated(text))]
    if not statements:
        other = stated(_from_header(page.tree))
        return other.day if other else None
    days = [_local_day(statement, statements, seen) for statement in statements]
    shown = {seen, _day_in_url(page.url)}
    return next((day for day in days if day in shown), days[0])


def _local_day(statement: Statement, others: list[Statement], seen: datetime.date | None) -> datetime.date:
    """The day of a statement in the page's time zone: as another writes the same instant, or as a reader sees it."""
    if not statement.is_utc or statement.instant is None:
        return statement.day
    for other in others:
        if other.instant == statement.instant and not other.is_utc:
            return other.day
    # Of UTC, the Americas are up to twelve hours behind, and the islands of the Pacific fourteen ahead.
    hour = statement.instant.hour
    is_near = seen and ((seen == statement.day - DAY and hour < 12) or (seen == statement.day + DAY and hour >= 10))
    return seen if seen and is_near else statement.day


def _from_header(tree: HtmlElement) -> str | None:
    """The day of publication in the head's other meta elements, of the many kinds that htmldate knows."""
    from htmldate import find_date

    page = document_fromstring("<html><head></head><body></body></html>", parser=HTMLParser())
    for element in tree.iter("meta"):
        if not CHANGED.search(element.get("property", element.get("name", element.get("itemprop", "")))):
            page.head.append(deepcopy(element))
    found = find_date(page, extensive_search=False, original_date=True) if len(page.head) else None
    return str(found) if found else None


def _day_in_url(url: str | None) -> datetime.date | None:
    match = IN_URL.search(url or "")
    statement = stated("-".join(match.groups())) if match else None
    return statement.day if statement else None


def _byline(page: PageMetadata) -> Iterator[tuple[datetime.date, bool]]:
    """The full dates around the title, and whether each is that of a change; those that follow the title first.

    Behind the first paragraph of the story only a date counts that says what it is of.
    """
    heading = next((h for h in page.tree.iter("h1") if not _is_elsewhere(h)), None)
    frame = next(heading.iterancestors("article", "main", "body"), None) if heading is not None else None
    if frame is None:
        return
    elements = list(frame.iter("*"))
    title = elements.index(heading)
    story = next((n for n, e in enumerate(elements) if n > title and e.tag == "p" and _is_prose(e)), len(elements))
    above = [] if frame.tag == "body" else elements[:title]
    labelled = [e for e in elements[story:] if LABEL.search(_names_and_text(e)[:LONGEST_BYLINE])]
    for element in (*elements[title:story], *above, *labelled):
        if _may_date(element) and not _is_elsewhere(element):
            yield from _dates_in(element)


def _is_prose(element: HtmlElement) -> bool:
    return len(element.text_content()) > LONGEST_BYLINE // 2 and not _may_date(element)


def _names_and_text(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('itemprop', '')} {_text_before(element)} {element.text_content()}"


def _may_date(element: HtmlElement) -> bool:
    """Whether an element may hold the date of the article: a short one that says so, or a line that is a date."""
    text = " ".join(element.text_content().split())
    if len(text) > LONGEST_BYLINE:
        return False
    named = element.tag == "time" or BYLINE_CLASS.search(f"{element.get('class')} {element.get('itemprop')}")
    return bool(named) or (bool(text) and is_date_line(next(lines_of(text))))


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element belongs to another story, the menu, or the page's head or foot."""
    for outer in (element, *element.iterancestors()):
        names = f"{outer.get('class', '')} {outer.get('id', '')}"
        if outer.tag in ELSEWHERE_TAGS or (outer.tag not in ("body", "html") and ELSEWHERE.search(names)):
            return True
        if outer.tag in ("article", "main"):
            return False
        if outer.tag == "header" and outer.find(".//h1") is None:
            return True
    return False


def _dates_in(element: HtmlElement) -> Iterator[tuple[datetime.date, bool]]:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    text = " ".join(element.text_content().split())
    if element.tag == "time":
        statement = stated(text) or stated(element.get("datetime"))
        if statement:
            yield statement.day, bool(CHANGED.search(f"{names} {_text_before(element)} {text}"))
        return
    end = 0
    for match in re.finditer(date_pattern(), text):
        if day := full_date(match[0]):
            yield day, bool(CHANGED.search(f"{names if not end else ''} {text[end : match.start()]}"))
        end = match.end()


def _text_before(element: HtmlElement) -> str:
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        return str(previous.tail or previous.text_content())[-LONGEST_BYLINE:]
    return str(parent.text or "")[-LONGEST_BYLINE:] if parent is not None else ""
