"""Whether a web page has an article at all: front pages, consent walls and pages of errors have none."""

from lxml.html import HtmlElement

from newsie.read.draft import Paragraph
from newsie.read.formats.html.json_ld import is_article
from newsie.read.formats.html.metadata import PageMetadata
from newsie.read.formats.html.rules import web_page_rules

SHORT_LINE = 40
PROSE = 60
"""A paragraph this long, that ends as a sentence does, is prose: headlines and the words of menus are not."""

MOST_LINKED_HEADINGS = 4
HEADINGS = ("h2", "h3", "h4")
SENTENCE_END = tuple(".!?…”\"'’")


def has_article(page: PageMetadata, paragraphs: list[Paragraph]) -> bool:
    """Whether what was found on a page is an article: prose that isn't a notice, nor teasers of other pages."""
    story = (p.text for p in paragraphs if p.kind == "text" and len(p.text) > SHORT_LINE)
    return not all(map(_is_notice, story)) and not (_is_index(page) and not _has_run_of_prose(page.tree))


def _is_notice(text: str) -> bool:
    return any(notice.pattern.search(text) for notice in web_page_rules().notice)


def _is_index(page: PageMetadata) -> bool:
    """Whether a page lists other pages, and doesn't say that it is an article itself."""
    if any(is_article(value) for value in page.objects) or page.meta.get("og:type") == "article":
        return False
    headings = (heading for heading in page.tree.iter(*HEADINGS) if _is_linked(heading))
    return sum(1 for _ in headings) > MOST_LINKED_HEADINGS


def _is_linked(heading: HtmlElement) -> bool:
    return heading.find(".//a[@href]") is not None or next(heading.iterancestors("a"), None) is not None


def _has_run_of_prose(tree: HtmlElement) -> bool:
    """Whether two paragraphs of prose follow each other in one element: in a list of teasers each has its own."""
    for paragraph in tree.iter("p"):
        following = paragraph.getnext()
        if following is not None and following.tag == "p" and _is_prose(paragraph) and _is_prose(following):
            return True
    return False


def _is_prose(element: HtmlElement) -> bool:
    text = element.text_content().strip()
    return len(text) >= PROSE and text.endswith(SENTENCE_END)
