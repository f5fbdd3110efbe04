"""Web pages: the article on one, found by trafilatura, without menus, related links and comments."""

import re
from collections.abc import Callable, Iterator

from newsie.read.context import ReadContext
from newsie.read.documents.fetch import is_url
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.read.formats.format import Format, Opening
from newsie.read.names import label_of

BEFORE = r"(?:<\?[^>]*>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+"
PAGE = re.compile(rf"{BEFORE}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
FRAGMENT = re.compile(
    rf"{BEFORE}<(?P<tag>article|div|p|section|main|table|h[1-6])\b[^<>]*>.*</(?P=tag)>", re.IGNORECASE | re.DOTALL
)


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the article on a page. Raises SourceError if there is none."""
    from newsie.read.formats.html.encoding import page_text

    page = page_text(payload.whole(), payload.label, payload.charset)
    url = payload.name if is_url(payload.name) else None
    draft = page_draft(page, payload.name, url, on_warning=context.on_warning)
    if draft is None:
        raise payload.error("a web page without an article", "save the page of one article, or its text")
    yield draft


def page_draft(
    page: str, source: str, url: str | None = None, *, on_warning: Callable[[str], None] = lambda warning: None
) -> Draft | None:
    """Return the article on a web page with what the page says about it, or None if there is none.

    `url` is where the page was found, for one that doesn't say so itself. `on_warning` is told of an article that the
    page has only the beginning of.
    """
    from newsie.read.formats.html.body import body_of
    from newsie.read.formats.html.dates import days_of
    from newsie.read.formats.html.genre import has_article
    from newsie.read.formats.html.json_ld import is_cut_short
    from newsie.read.formats.html.metadata import PageMetadata, address_in
    from newsie.read.formats.html.tree import parsed

    tree = parsed(page)
    if tree is None:
        return None
    metadata = PageMetadata(tree, url or address_in(page))
    paragraphs = body_of(metadata)
    if not has_article(metadata, paragraphs):
        return None
    if is_cut_short(metadata.article, paragraphs):
        on_warning(f"{label_of(source)}: looks cut short by a paywall; save it where you can read it all")
    days = days_of(metadata)
    draft = Draft(
        source=source,
        text="",
        title=metadata.title,
        url=metadata.url,
        site=metadata.site,
        authors=metadata.authors,
        published=days.published,
        updated=days.updated,
        language=metadata.language,
    )
    return with_text(draft, paragraphs)


def fragment_paragraphs(fragment: str) -> list[Paragraph]:
    """Return the paragraphs of an article's body given as HTML, as feeds and agencies give it."""
    from newsie.read.formats.html import paragraphs as html_paragraphs

    return html_paragraphs.fragment_paragraphs(fragment)


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a page does, or with a block of one that ends."""
    return bool(PAGE.match(opening.text) or FRAGMENT.match(opening.text))


FORMAT = Format(
    name="html",
    description="web pages (HTML), one article a page",
    suffixes=(".html", ".htm", ".xhtml"),
    recognizes=recognizes,
    read=read,
)
