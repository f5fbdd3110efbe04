"""The body of the article on a web page, found by trafilatura, with the captions of its pictures."""

import logging
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from newsie.read.draft import Kind, Paragraph
from newsie.read.formats.html.json_ld import JsonObject, body_paragraphs, types_of
from newsie.read.formats.html.metadata import PageMetadata, heading_in
from newsie.read.formats.html.paragraphs import is_caption, paragraphs_of
from newsie.read.formats.html.rules import says
from newsie.read.formats.html.tree import is_elsewhere, names_of, without_unseen
from newsie.read.layout.line_features import MOSTLY

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

STORY_TAGS = ("p", "li", "h2", "h3", "blockquote")
INLINE = ("a", "b", "em", "i", "p", "picture", "span", "strong")

SHORTEST_STORY = 100
"""With less than this, trafilatura looks for more by other ways, which take paragraphs together."""

SHORTEST_STANDFIRST = 30
MOST_CAPTIONS = 200
LONGEST_TEASER = 400
LEAST_SHARE = 0.6
"""Text found on the page that is less than this share of what JSON-LD has is a part of it."""


def body_of(metadata: PageMetadata) -> list[Paragraph]:
    """Return the paragraphs of the article on a page; none if it has none."""
    page = without_unseen(deepcopy(metadata.tree))
    if not _join_live_entries(page, metadata.article):
        _drop_teasers(page)
    captions = _stand_in_for_pictures(page)
    found = _extracted(page)
    given = body_paragraphs(metadata.article)
    if _length(found) < LEAST_SHARE * _length(given):
        return given
    kinds: dict[str, Kind] = dict.fromkeys(_linked_texts(page), "link")
    kinds |= {caption.text or "": "caption" for caption in captions}
    marked = [paragraph._replace(kind=kinds.get(paragraph.text, paragraph.kind)) for paragraph in found]
    return [*_left_out(page, metadata.title or "", captions, found), *marked]


def _linked_texts(page: HtmlElement) -> Iterator[str]:
    """The texts of the paragraphs that are mostly a link; trafilatura shows none."""
    for element in page.iter(*STORY_TAGS):
        inside = "".join(link.text_content() for link in element.iterfind(".//a[@href]"))
        text = _text_in(element) if inside or element.getparent().tag == "a" else ""
        if text and (not inside or len(" ".join(inside.split())) >= MOSTLY * len(text)):
            yield text


def _left_out(
    page: HtmlElement, title: str, captions: list[HtmlElement], found: list[Paragraph]
) -> Iterator[Paragraph]:
    """The standfirst and the captions that stand between the title and the end of the story, but not in its element."""
    elements = list(page.iter("*"))
    heading = heading_in(page, title)
    texts = {paragraph.text for paragraph in found}
    story = [n for n, e in enumerate(elements) if e.tag in STORY_TAGS and _text_in(e) in texts]
    if heading is None or not story:
        return
    start = elements.index(heading) + 1
    above = (e for e in elements[start : story[0]] if _is_standfirst(e, heading) and _text_in(e) not in texts)
    yield from (Paragraph(_text_in(element)) for element in list(above)[:1])
    between = set(elements[start : story[-1]])
    for caption in captions:
        if caption in between and caption.text not in texts and not is_elsewhere(caption):
            yield Paragraph(caption.text or "", "caption")


def _is_standfirst(element: HtmlElement, heading: HtmlElement) -> bool:
    is_named = says(names_of(element), "standfirst") or (element.tag == "h2" and element.getprevious() is heading)
    text = _text_in(element)
    return is_named and SHORTEST_STANDFIRST <= len(text) <= LONGEST_TEASER and not (is_elsewhere(element))


def _text_in(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _extracted(page: HtmlElement) -> list[Paragraph]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(page, options=_options())
    return paragraphs_of(document.body) if isinstance(document, Document) else []


@cache
def _options() -> "Extractor":
    """The settings of trafilatura, whose messages about pages without text stay where the user can have them."""
    from trafilatura.settings import Extractor, use_config

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST_STORY))
    return Extractor(config=config, output_format="python", comments=False)


def _length(paragraphs: Iterable[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _join_live_entries(page: HtmlElement, article: JsonObject) -> bool:
    """Make the entries of a live blog one article; False if the page has none."""
    is_live = "LiveBlogPosting" in types_of(article) or any(says(_names(e), "live blog") for e in page.iter("*"))
    entries = [e for e in page.iter("article", "div", "section", "li") if is_live and _is_entry(e)]
    if len(entries) < 2:
        return False
    frame = _common_ancestor(entries)
    for entry in list(frame.iter("article")):
        entry.tag = "div"
    frame.tag = "article" if frame.tag != "body" else "body"
    frame.set("itemprop", "articleBody")
    return True


def _is_entry(element: HtmlElement) -> bool:
    is_named = element.tag == "article" or element.get("itemprop") == "liveBlogUpdate" or says(_names(element), "entry")
    return bool(is_named) and element.find(".//p") is not None and not is_elsewhere(element) and not _is_teaser(element)


def _common_ancestor(elements: list[HtmlElement]) -> HtmlElement:
    shared = [*reversed([*elements[0].iterancestors()])]
    for element in elements[1:]:
        ancestors = set(element.iterancestors())
        shared = [outer for outer in shared if outer in ancestors]
    return shared[-1]


def _drop_teasers(page: HtmlElement) -> None:
    """Take out what announces another article: it is an article element too, and may come first."""
    for element in list(page.iter("article")):
        if _is_teaser(element):
            element.drop_tree()


def _is_teaser(element: HtmlElement) -> bool:
    linked = element.xpath(".//*[self::h2 or self::h3 or self::h4][.//a[@href] or ancestor::a[@href]]")
    is_short = len(element.text_content()) <= LONGEST_TEASER
    return bool(linked) and is_short and element.find(".//h1") is None


def _names(element: HtmlElement) -> str:
    return f"{names_of(element)} {element.get('itemtype', '')}"


def _stand_in_for_pictures(page: HtmlElement) -> list[HtmlElement]:
    """Put a paragraph with the caption in the place of each picture, for trafilatura leaves pictures out.

    Returns these paragraphs. A caption in a link is left out, and so is one in the middle of a paragraph.
    """
    for figure in page.iter("figure"):
        if figure.find(".//table") is not None or _is_quotation(figure):
            figure.tag = "div"
            for caption in figure.iter("figcaption"):
                caption.tag = "p"
    captions: dict[str, HtmlElement] = {}
    marked = [e for e in page.iter("*") if is_caption(e)][:MOST_CAPTIONS]
    innermost = [e for e in marked if not any(is_caption(d) for d in e.iterdescendants("*"))]
    for element in innermost:
        text = _caption_text(element)
        outer = _picture_of(element)
        if outer is None or outer.getparent() is None:
            continue
        if text and text not in captions:
            captions[text] = _paragraph(outer, text)
            outer.addprevious(captions[text])
        outer.drop_tree()
    return list(captions.values())


def _is_quotation(figure: HtmlElement) -> bool:
    return figure.find(".//blockquote") is not None and not says(_names(figure), "pull quote")


def _caption_text(element: HtmlElement) -> str:
    for part in list(element.iterdescendants("*")):
        if says(part.get("class", ""), "credit"):
            part.drop_tree()
    return " ".join(paragraph.text for paragraph in paragraphs_of(element))


def _paragraph(element: HtmlElement, text: str) -> HtmlElement:
    paragraph = element.makeelement("p")
    paragraph.text = text
    return paragraph


def _picture_of(element: HtmlElement) -> HtmlElement | None:
    """The outermost element that holds a caption and its picture, and no text of the article; None in a link."""
    outer = next(element.iterancestors("figure"), element)
    while (parent := outer.getparent()) is not None and (parent.tag in INLINE or _frames_picture(parent)):
        if parent.tag == "a":
            return None
        if len("".join(parent.text_content().split())) > len("".join(outer.text_content().split())):
            return None
        outer = parent
    return outer


def _frames_picture(element: HtmlElement) -> bool:
    return is_caption(element) and element.find(".//img") is not None
