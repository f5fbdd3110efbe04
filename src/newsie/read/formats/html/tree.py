"""HTML to a tree: parsed with nothing fetched or expanded, and what a reader doesn't see taken out."""

import re
from functools import cache

from lxml.etree import ParserError, XMLSyntaxError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsie.read.formats.html.rules import says, web_page_rules

UNSEEN_CLASSES = re.compile(r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|hidden)(?:\s|$)", re.IGNORECASE)
UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Characters that no XML tree takes, as themselves and as references; browsers show nothing for them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBe-fE-F]|1[\da-fA-F]));?(?![\da-fA-F])"
)

SOURCE_LINE = "//td[contains(concat(' ', @class, ' '), ' line-content ')]"
MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|article|section|div|p|h\d|br)\b[^>]*>", re.IGNORECASE)


def parsed(html: str) -> HtmlElement | None:
    """Return the tree of a page or fragment, or None if there is nothing in it.

    Markup that stands in it as text is parsed as well: what "view source" saves, and what was encoded twice.
    """
    tree = _parsed(html)
    if tree is None:
        return None
    inner = _shown_source(tree)
    return tree if inner is None else _parsed(inner)


def _parsed(html: str) -> HtmlElement | None:
    clean = CONTROL_REFERENCE.sub("", CONTROL.sub("", html))
    parser, tree = _read(clean)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # Tags that nobody closed put all that follows deeper and deeper, until the parser leaves the rest out.
        _, tree = _read(_formatting().sub("", clean))
    return tree


@cache
def _formatting() -> re.Pattern[str]:
    return re.compile(rf"</?(?:{'|'.join(sorted(web_page_rules().formatting))})\b[^>]*>", re.IGNORECASE)


def _read(html: str) -> tuple[HTMLParser, HtmlElement | None]:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return parser, document_fromstring(html.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (ParserError, XMLSyntaxError):  # nothing but white space, comments or broken tags
        return parser, None


def _shown_source(tree: HtmlElement) -> str | None:
    """The markup that a page shows as text, if that is all it does."""
    lines = tree.xpath(SOURCE_LINE)
    text = "\n".join(line.text_content() for line in lines) if lines else _only_text(tree)
    return text if text and MARKUP.match(text) else None


def _only_text(tree: HtmlElement) -> str | None:
    """The text of a page without any element but one that keeps lines."""
    body = tree.find("body")
    tags = {element.tag for element in body.iter("*")} - {"body", "html"} if body is not None else {"none"}
    return body.text_content() if tags <= {"pre", "span", "a", "code", "p"} else None


def without_unseen(tree: HtmlElement) -> HtmlElement:
    """Return the tree without scripts, styles, controls and what is hidden; what follows them stays."""
    for element in list(tree.iter("*")):
        if element.tag not in ("html", "head", "body") and is_unseen(element):
            element.drop_tree()
    return tree


def is_unseen(element: HtmlElement) -> bool:
    """Whether a reader of the page doesn't see an element, by itself."""
    if element.get("aria-hidden") == "true" and element.find(".//p") is None:  # with paragraphs, it lies under a dialog
        return True
    return element.tag in web_page_rules().unseen or any(_hides(*attribute) for attribute in element.items())


def _hides(name: str, value: str) -> bool:
    if name in ("style", "class"):
        return (UNSEEN_STYLE if name == "style" else UNSEEN_CLASSES).search(value) is not None
    return name == "hidden" or (name == "role" and value in ("dialog", "alertdialog"))


def names_of(element: HtmlElement) -> str:
    """Return the names that a site gave an element: its class, id and itemprop."""
    return " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element belongs to another story, a menu, or the page's head or foot."""
    for outer in (element, *element.iterancestors()):
        if outer.tag in ("main", "body") or (outer.tag == "article" and outer.find(".//h1") is not None):
            return False
        if outer.tag in ("nav", "aside", "footer") or says(names_of(outer), "another story"):
            return True
        if outer.tag == "header" and outer.find(".//h1") is None and next(outer.iterancestors("article"), None) is None:
            return True
    return False
