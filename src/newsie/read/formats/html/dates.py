"""The days on which a web page was published and last changed, as far as the page itself states them."""

import datetime
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsie.read.formats.html.json_ld import text_of
from newsie.read.formats.html.metadata import PageMetadata
from newsie.read.formats.html.rules import says
from newsie.read.formats.html.tree import is_elsewhere
from newsie.read.layout.full_dates import date_pattern, full_date
from newsie.read.layout.lines import lines_of
from newsie.read.layout.published import is_date_line

ISO = re.compile(
    r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)"
    r"(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?[.\d]*\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
DASHED = re.compile(r"\b(\d{1,2})-([A-Za-z]{3,9})-(\d{4})\b")
WRITTEN = re.compile(rf"{DASHED.pattern}|\b\d{{4}}[/.]\d{{2}}[/.]\d{{2}}\b|{date_pattern()}")
PUBLISHED_META = ("article:published_time", "og:article:published_time", "datepublished", "pubdate", "og:pubdate")
IN_ATTRIBUTES = ("datetime", "content", "title", "data-timestamp", "data-time", "data-date", "data-published")
IN_SCRIPT = re.compile(
    r'\\?"(?:datePublished|publishedAt|published_?[aA]t|publish_?[dD]ate|publication_?[dD]ate|pubDate|firstPublished(?:At)?)'
    r'\\?"\s*:\s*\\?"([^"\\]{8,40})'
)
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2}|[a-z]{3})[/-]?(\d{2})(?=\D|$)")
CHANGED = re.compile(r"updat|modif|revis", re.IGNORECASE)
LABEL = re.compile(r"publi|pub_?date|posted|issued|released|updat|modif|revis", re.IGNORECASE)
LONGEST_BYLINE = 200
STEP = 6
"""So many elements above the title a date belongs to it, where nothing marks the article."""

LONGEST_NOTE = 6
"""A line with more words that ends as a sentence does is one."""

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
    title, then the address. The day is that of the page's own time zone, as far as it shows. A change at the moment of
    publication is none.
    """
    byline = list(_byline(page))
    seen = next((day for day, is_change in byline if not is_change), None)
    published = _stated_published(page, seen) or seen or _day_in_url(page.url) or _day_in_title(page)
    texts = [text_of(page.article, "dateModified"), page.meta.get("article:modified_time")]
    texts += [page.meta.get("og:updated_time"), page.meta.get("datemodified")]
    at_first = _published_statements(page)
    changes = [statement for text in texts if (statement := stated(text)) and statement not in at_first]
    updated = next((change.day for change in changes), None)
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
    written = re.search(date_pattern(), DASHED.sub(r"\1 \2 \3", text))
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


def _published_statements(page: PageMetadata) -> list[Statement]:
    texts = [text_of(page.article, "datePublished"), *(page.meta.get(name) for name in PUBLISHED_META)]
    return [statement for text in texts if (statement := stated(text))]


def _stated_published(page: PageMetadata, seen: datetime.date | None) -> datetime.date | None:
    """The day that the page states for machines; of several, the one that a reader sees too."""
    statements = _published_statements(page)
    if not statements:
        other = stated(_from_header(page.tree)) or _in_meta(page)
        return other.day if other else None
    shown = [day for day in (seen, _day_in_url(page.url)) if day]
    days = [_local_day(statement, statements, shown) for statement in statements]
    return next((day for day in days if day in shown), days[0])


def _in_meta(page: PageMetadata) -> Statement | None:
    """What a meta element of any name that tells of publication says, or else a script, if it says one day alone."""
    named = (text for name, text in page.meta.items() if LABEL.search(name) and not CHANGED.search(name))
    found = next((statement for text in named if (statement := stated(text))), None)
    scripts = "\n".join(script.text or "" for script in page.tree.iter("script"))
    statements = [statement for match in IN_SCRIPT.finditer(scripts) if (statement := stated(match[1]))]
    days = {statement.day for statement in statements}
    return found or (statements[0] if len(days) == 1 else None)


def _local_day(statement: Statement, others: list[Statement], shown: list[datetime.date]) -> datetime.date:
    """The day of a statement in the page's time zone: as another writes the same instant, or as the page shows it."""
    if not statement.is_utc or statement.instant is None:
        return statement.day
    for other in others:
        if other.instant == statement.instant and not other.is_utc:
            return other.day
    # Of UTC, the Americas are up to twelve hours behind, and the islands of the Pacific fourteen ahead.
    near = [statement.day - DAY] if statement.instant.hour < 12 else []
    near += [statement.day + DAY] if statement.instant.hour >= 10 else []
    return next((day for day in shown if day in (statement.day, *near)), statement.day)


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
    if match is None:
        return None
    year, month, day = match.groups()
    statement = stated(f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}")
    return statement.day if statement else None


def _day_in_title(page: PageMetadata) -> datetime.date | None:
    """The day that is a part of the title element: "Talks end | News | The Daily Post | 26.02.2020"."""
    parts = (page.tree.findtext("head/title") or "").split("|")[1:]
    return next((day for part in parts if (day := full_date(part.strip()))), None)


def _byline(page: PageMetadata) -> Iterator[tuple[datetime.date, bool]]:
    """The full dates around the title, and whether each is that of a change; those that follow the title first.

    Behind the first paragraph of the story only a date counts that says what it is of.
    """
    heading = page.heading
    frame = _frame(heading) if heading is not None else None
    if frame is None:
        return
    elements = list(frame.iter("*"))
    title = elements.index(heading)
    prose = [n for n, e in enumerate(elements) if n > title and _is_prose(e)]
    story = prose[1] if len(prose) > 1 else len(elements)  # the first may be a standfirst, above the byline
    near = [e for e in elements[title + 1 : story] if _may_date(e) or _is_short_line(e)]
    first = max(0, title - STEP) if frame.tag == "body" else 0  # far above it stands today's date
    above = [e for e in elements[first:title] if _may_date(e)]
    below = [e for e in elements[story:] if _may_date(e) and LABEL.search(_names_and_text(e))]
    for element in (*near, *above, *below):
        if not is_elsewhere(element):
            yield from _dates_in(element)
    for element in elements[title:story]:
        for line in _bare_lines(element) if not is_elsewhere(element) else ():
            yield from _written_dates(line, "")


def _frame(heading: HtmlElement) -> HtmlElement | None:
    """The article around a title: marked as one, or else the innermost element that has prose too."""
    marked = next(heading.iterancestors("article", "main"), None)
    around = (e for e in heading.iterancestors() if any(_is_prose(inner) for inner in e.iter("*")))
    return marked if marked is not None else next(around, None)


def _is_prose(element: HtmlElement) -> bool:
    """Whether an element has a sentence or more of its own, outside the elements in it."""
    own = " ".join(f"{element.text or ''}{''.join(child.tail or '' for child in element)}".split())
    return len(own) > LONGEST_BYLINE // 2 and re.search(r"[.!?…][\"”’]?(?:\s|$)", own) is not None


def _is_short_line(element: HtmlElement) -> bool:
    text = element.text_content().strip()
    return 0 < len(text) <= LONGEST_BYLINE and not (text.endswith((".", "?", "!")) and text.count(" ") > LONGEST_NOTE)


def _bare_lines(element: HtmlElement) -> list[str]:
    """The short texts at the start of an element and behind it: "<b>By Ada Obi</b> 14 January 2025 <a>Share</a> …"."""
    texts = (" ".join(text.split()) for text in (element.text or "", element.tail or ""))
    return [text for text in texts if 0 < len(text) <= LONGEST_BYLINE // 2 and not text.endswith((".", "?", "!"))]


def _names_and_text(element: HtmlElement) -> str:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return f"{names} {_text_before(element)} {element.text_content()}"


def _may_date(element: HtmlElement) -> bool:
    """Whether an element may hold the date of the article: a short one that says so, or a line that is a date."""
    if element.tag == "time":
        return True
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
    is_named = says(names, "byline")
    text = " ".join(element.text_content().split()) if is_named or not len(element) else ""
    if not text or len(text) > LONGEST_BYLINE:
        return False
    return is_named or is_date_line(next(lines_of(text)))


def _dates_in(element: HtmlElement) -> Iterator[tuple[datetime.date, bool]]:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    text = " ".join(element.text_content().split())
    label = f"{names} {_text_before(element)}"
    written = list(_written_dates(text, label)) if len(text) <= LONGEST_BYLINE else []
    yield from written
    found = (stated(element.get(name)) for name in IN_ATTRIBUTES)
    if not written and (statement := next(filter(None, found), None)):
        yield statement.day, bool(CHANGED.search(f"{label} {text}"))


def _written_dates(text: str, label: str) -> Iterator[tuple[datetime.date, bool]]:
    """The full dates in a line, and whether what stands before each, `label` before the first, tells of a change."""
    end = 0
    for match in WRITTEN.finditer(text):
        if statement := stated(match[0]):
            yield statement.day, bool(CHANGED.search(f"{label if not end else ''} {text[end : match.start()]}"))
        end = match.end()


def _text_before(element: HtmlElement) -> str:
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        return str(previous.tail or previous.text_content())[-LONGEST_BYLINE:]
    return str(parent.text or "")[-LONGEST_BYLINE:] if parent is not None else ""
