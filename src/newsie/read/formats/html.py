"""Web pages: the article on one, found by trafilatura, without menus, related links and comments."""

import datetime
import re
from collections.abc import Iterator

from newsie.read.context import ReadContext
from newsie.read.decode import decode
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.read.formats.format import Format, Opening
from newsie.read.payload import Payload

PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the article on a page. Raises SourceError if there is none."""
    page = decode(payload.whole(), payload.label)
    draft = page_draft(page, payload.name)
    if draft is None:
        raise payload.error("a web page without an article", "save the page of one article, or its text")
    yield draft


def page_draft(page: str, source: str, url: str | None = None) -> Draft | None:
    """Return the article on a web page with what the page says about it, or None if there is none.

    `url` is where the page was found, for one that doesn't say so itself.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    document = bare_extraction(page, url=url, with_metadata=True, include_comments=False)
    if not isinstance(document, Document) or not document.text:
        return None
    draft = Draft(
        source=source,
        text="",
        title=document.title,
        url=document.url or url,
        site=document.sitename,
        authors=tuple(document.author.split("; ")) if document.author else (),
        published=datetime.date.fromisoformat(document.date) if document.date else None,
        language=document.language,
    )
    return with_text(draft, fragment_paragraphs(document.text))


def fragment_paragraphs(fragment: str) -> list[Paragraph]:
    """Return the paragraphs of an article's body given as HTML, as feeds and agencies give it."""
    return [Paragraph(" ".join(line.split())) for line in fragment.split("\n") if line.strip()]


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a page does."""
    return PAGE.match(opening.text) is not None


FORMAT = Format(
    name="html",
    description="web pages (HTML), one article a page",
    suffixes=(".html", ".htm", ".xhtml"),
    recognizes=recognizes,
    read=read,
)
