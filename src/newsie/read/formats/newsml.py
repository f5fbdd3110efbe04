"""The XML of news agencies: NITF, NewsML-G2 and NewsML 1 (IPTC), with the stories in them as NITF, XHTML or text."""

import copy
import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.keyed.body import MARKUP, plain_line, with_body
from newsie.read.formats.keyed.draft import authors_in, language_in, web_address_in
from newsie.read.formats.keyed.timestamps import day_of
from newsie.read.formats.listed import MissingTextError, drafts_of
from newsie.read.formats.xml_tree import local_name, root_name, tree_of
from newsie.read.names import label_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = ("nitf", "newsItem", "newsMessage", "NewsML", "NewsItem")
ITEMS = ("newsItem", "NewsItem")

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

CONTENTS = ("body.content", "inlineXML", "inlineData", "DataContent")
"""Where the text is; that of NITF stands in one of the others if it comes within NewsML."""

HTML_NAMES = {
    "media": "figure", "media-caption": "figcaption", "hl1": "h2", "hl2": "h2", "block": "div",
    "body.content": "div", "inlineXML": "div", "DataContent": "div", "nitf": "div", "html": "div", "body": "div",
}  # fmt: skip
"""Elements that HTML has under another name, or that are not to be taken for a page; others stand within a line."""

NO_TEXT = ("head", "body.head", "body.end", "media-reference", "media-metadata", "media-producer", "media-object")

PUBLISHED = ("contentCreated", "firstCreated", "FirstCreated", "date.issue", "date.release", "versionCreated")
UPDATED = ("contentModified", "versionCreated", "ThisRevisionCreated")
TITLES = ("headline", "HeadLine", "hl1", "hedline", "title")
SITES = ("creditline", "CreditLine", "provider", "distributor")
SITE_ATTRIBUTES = (
    ("pubdata", "name"), ("provider", "literal"), ("doc.copyright", "holder"), ("copyrightHolder", "literal"),
)  # fmt: skip
HOLDERS = ("copyrightHolder", "CopyrightHolder")
DATELINES = ("dateline", "DateLine")
BYLINES = ("byline", "by", "ByLine")


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the stories, without pictures and other items. Raises SourceError if there are none."""
    root = tree_of(payload, context)
    if local_name(root) not in ROOTS:
        advice = "newsie formats lists those that it reads"
        raise payload.error(f"XML of a kind that newsie doesn't know (<{local_name(root)}>)", advice)
    yield from drafts_of(payload, _stories(root, payload), context)


def recognizes(opening: Opening) -> bool:
    """Whether it begins as one of them does, or is XML by its name and no page."""
    root = root_name(opening.text)
    return root in ROOTS or (opening.suffix in FORMAT.suffixes and root not in (None, "html"))


def _stories(root: "_Element", payload: Payload) -> Iterator[Draft | SourceError]:
    items = [item for item in _named(root, ITEMS) if next(_named(item, CONTENTS), None) is not None] or [root]
    for number, item in enumerate(items, 1):
        yield _story(item, payload.name if len(items) == 1 else f"{payload.name}#{number}")


def _story(item: "_Element", source: str) -> Draft | MissingTextError:
    draft = Draft(
        source=source,
        text="",
        title=next(_lines(item, TITLES), None),
        url=web_address_in([item.get("guid", ""), *_lines(item, ["PublicIdentifier"])]),
        site=_site(item),
        authors=_authors(item),
        published=_day(item, PUBLISHED) or day_of(next(_attributes(item, "pubdata", "date.publication"), None)),
        updated=_day(item, UPDATED),
        language=language_in(_languages(item)),
    )
    dateline = next(_lines(item, DATELINES), "")
    bodies = (with_body(draft, [content]) for content in _contents(item, dateline))
    text = next((body for body in bodies if body), None)
    return text or MissingTextError(label_of(source), "an item without text", "leave it out: newsie reads stories")


def _site(item: "_Element") -> str | None:
    """Who publishes the story, or else whose it is."""
    stated = (next(_attributes(item, *where), None) for where in SITE_ATTRIBUTES)
    return next(_lines(item, SITES), None) or next(filter(None, stated), None) or next(_lines(item, HOLDERS), None)


def _contents(item: "_Element", dateline: str) -> Iterator[str]:
    """The text of a story, which may be there in several forms, as HTML or plain."""
    from lxml import etree
    from lxml.html import fragment_fromstring

    for element in _named(item, CONTENTS):
        if element.get("Encoding") or not element.get("contenttype", "text/").startswith(("text/", "application/")):
            continue
        text = element.text or ""
        if len(element) == 0 and not MARKUP.search(text):
            yield _opened(text, dateline)
        else:
            content = element if len(element) else fragment_fromstring(text, create_parent="div")
            yield etree.tostring(_as_html(content, dateline), method="html", encoding="unicode")


def _as_html(element: "_Element", dateline: str) -> "_Element":
    """A copy of the content with the names of HTML, and with the dateline where the text begins."""
    content = copy.deepcopy(element)
    content.tail = None
    for part in list(_named(content, NO_TEXT)):
        part.getparent().remove(part)
    for part in content.iter("*"):  # elements; entities that nobody knows stand beside them
        name = local_name(part)
        part.tag = HTML_NAMES.get(name) or (name if MARKUP.fullmatch(f"<{name}>") else "span")
    captions = {paragraph for caption in content.iter("figcaption") for paragraph in caption.iter("p")}
    first = next((paragraph for paragraph in content.iter("p") if paragraph not in captions), None)
    if first is not None:
        first.text = _opened(first.text or "", dateline, "".join(first.itertext()))
    return content


def _opened(text: str, dateline: str, whole: str | None = None) -> str:
    """A story's text behind its dateline, unless it begins with the same place."""
    place = re.split(r"[,(\d–—-]", dateline)[0].strip()
    begins_so = (whole or text).lstrip().casefold().startswith(place.casefold())
    return text if begins_so else f"{dateline.rstrip(' –—-')} — {text.lstrip()}"


def _authors(item: "_Element") -> tuple[str, ...]:
    for line in _named(item, BYLINES):
        people = list(_lines(line, ["person"]))
        words = line.xpath(".//text()[not(ancestor::*[local-name() = 'byttl'])]")
        if authors := [name for byline in people or ["".join(words)] for name in authors_in(byline)]:
            return tuple(authors)
    return ()


def _languages(item: "_Element") -> Iterator[str]:
    yield from _attributes(item, "language", "tag")
    yield from _attributes(item, "Language", "FormalName")
    yield from (element.get(LANGUAGE) for element in item.iter() if element.get(LANGUAGE))


def _day(item: "_Element", names: Sequence[str]) -> datetime.date | None:
    """The day in the first of these elements that has one, in its attribute or its text."""
    days = (day_of(element.get("norm") or (element.text or "").strip()) for element in _named(item, names))
    return next((day for day in days if day), None)


def _lines(item: "_Element", names: Sequence[str]) -> Iterator[str]:
    """What the elements of these names say, each on one line."""
    yield from filter(None, (plain_line("".join(element.itertext())) for element in _named(item, names)))


def _attributes(item: "_Element", name: str, attribute: str) -> Iterator[str]:
    yield from filter(None, (element.get(attribute) for element in item.iter(f"{{*}}{name}")))


def _named(item: "_Element", names: Sequence[str]) -> Iterator["_Element"]:
    """The elements of the first name, then of the next, whatever their namespace."""
    for name in names:
        yield from item.iter(f"{{*}}{name}")


FORMAT = Format(
    name="newsml",
    description="stories of agencies (NITF, NewsML-G2, NewsML)",
    suffixes=(".xml", ".nitf", ".newsml"),
    recognizes=recognizes,
    read=read,
)
