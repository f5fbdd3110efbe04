"""Feeds: the entries of RSS and Atom, read by feedparser."""

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.keyed.body import plain_line, with_body
from newsie.read.formats.keyed.draft import authors_in, language_in, web_address_in
from newsie.read.formats.keyed.timestamps import day_of
from newsie.read.formats.listed import MissingTextError, drafts_of
from newsie.read.formats.xml_tree import local_name, root_name, tree_of
from newsie.read.names import label_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = ("item", "entry")

ELEMENTS_A_SECOND, BYTES_A_SECOND = 15_000, 1_000_000
"""What feedparser reads in a second, at least."""

FAILURES = (
    KeyError,  # a position that is not within a place
    IndexError,  # elements within the link of a picture
    TypeError,  # a width within a title, a chapter without a start
    ValueError,  # a coordinate system without a number
)
"""What feedparser raises where elements stand in each other that shouldn't, or lack what they should have."""


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the entries that have a text or at least a teaser. Raises SourceError if there are none."""
    root = tree_of(payload, context)
    yield from drafts_of(payload, _entries(root, payload, context), context)


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a feed does."""
    return root_name(opening.text) in ("rss", "feed", "RDF")


def _entries(root: "_Element", payload: Payload, context: ReadContext) -> Iterator[Draft | SourceError]:
    """The entries, each parsed for itself within an empty feed, so that a bad one costs no other."""
    entries = [element for parent in (root, *root) for element in parent if local_name(element) in ENTRIES]
    for element in entries:
        element.getparent().remove(element)
    feed, place = _parsed(root, context).get("feed", {}), _emptied(root)
    for number, element in enumerate(entries, 1):
        source = f"{payload.name}#{number}"
        place.append(element)
        parsed = _parsed(root, context).get("entries")
        place.remove(element)
        if parsed:
            yield _draft(parsed[0], feed, source, is_rss=local_name(root) != "feed")
        else:
            advice = f"leave it out; if it is long: --limit page-seconds={10 * context.limits.page_seconds}"
            yield SourceError(label_of(source), "a damaged entry, or too much for one", advice)


def _emptied(root: "_Element") -> "_Element":
    """Empty a feed, and return the element in it where entries go."""
    channel = next((child for child in root if local_name(child) == "channel"), None)
    place = channel if channel is not None and local_name(root) == "rss" else root
    for child in list(place):
        place.remove(child)
    return place


def _seconds(element: "_Element") -> float:
    """How long feedparser takes for it, at most."""
    characters = elements = 0
    for one in element.iter():
        elements += 1
        characters += len(one.text or "") + len(one.tail or "")
    return elements / ELEMENTS_A_SECOND + characters / BYTES_A_SECOND


def _parsed(root: "_Element", context: ReadContext) -> Mapping[str, Any]:
    """What feedparser makes of a feed, with HTML as it is; nothing if it can't, or would take too long."""
    import feedparser
    from lxml import etree

    if _seconds(root) > context.limits.page_seconds:
        return {}
    file = io.BytesIO(etree.tostring(root, encoding="utf-8"))  # of a file, it takes no name for an address
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            file, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except FAILURES:
        return {}
    return parsed


def _draft(entry: Mapping[str, Any], feed: Mapping[str, Any], source: str, *, is_rss: bool) -> Draft | MissingTextError:
    """An entry as an article. RSS has one date, that of publication, whatever it is called; Atom has two."""
    # feedparser's own dictionary gives one date for the other where that is missing.
    dates = dict(entry)
    published, updated = day_of(dates.get("published")), day_of(dates.get("updated"))
    if is_rss and published is None:
        published, updated = updated, None
    draft = Draft(
        source=source,
        text="",
        title=plain_line(entry.get("title") or "") or None,
        url=web_address_in([entry.get("link") or "", entry.get("id") or ""]),
        site=plain_line(feed.get("title") or "") or None,
        authors=tuple(name for author in entry.get("authors", ()) for name in authors_in(author.get("name") or "")),
        published=published,
        updated=updated,
        language=language_in([feed.get("language") or ""]),
    )
    bodies = [content.get("value") or "" for content in entry.get("content", ())]
    body = max((*bodies, entry.get("summary") or ""), key=len)
    advice = f"save the page itself: {draft.url}" if draft.url else "save the page itself"
    return with_body(draft, [body]) or MissingTextError(label_of(source), "an entry without text", advice)


FORMAT = Format(
    name="feed",
    description="feeds (RSS, Atom), an article or teaser an entry",
    suffixes=(".rss", ".atom", ".rdf"),
    recognizes=recognizes,
    read=read,
)
