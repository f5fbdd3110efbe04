"""A document in XML as a tree, with nothing in it resolved that could attack, and read as far as it can be."""

import re
from html.entities import html5
from typing import TYPE_CHECKING

from newsie.read.context import ReadContext
from newsie.read.documents.decode import decode
from newsie.read.documents.payload import Payload

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element, _ListErrorLog

PROLOG = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*+<([A-Za-z_][\w:.-]*)", re.DOTALL)
DOCTYPE = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE\s+([A-Za-z_][\w:.-]*)[^<>\[]*\[", re.DOTALL)
"""One with declarations of its own, which may be longer than what is looked at, and the element that it names."""

DECLARATION = re.compile(r"\A\s*<\?xml\b.*?\?>", re.DOTALL)
ENTITY = re.compile(r"<!ENTITY\s+(?:%\s+)?([\w:.-]+)")
REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")

HALF_CHARACTER = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));", re.I
)
"""References to U+D800 to U+DFFF, which are no characters, and which no encoding has."""

BARE_AMPERSAND = re.compile(r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?!#?\w{1,32};)", re.DOTALL)
"""One that ought to be "&amp;": the word behind it would be lost; and what is no reference anyway."""

HARMLESS = ("ERR_INVALID_CHAR", "ERR_UNDECLARED_ENTITY")
"""Fatal errors for which nothing is lost that could be read: control characters, and references to who knows what."""

MOST_TAGS = 1_000_000
"""An element takes a hundred times the memory of the few characters that it may be written with."""


def root_name(text: str) -> str | None:
    """Return the name of the first element, without its prefix, of what is a document in XML by how it begins."""
    match = PROLOG.match(text) or DOCTYPE.match(text)
    return match[1].rpartition(":")[2] if match else None


def tree_of(payload: Payload, context: ReadContext) -> "_Element":
    """Return the first element of a document, with all that is in it. What is damaged goes to the context's `on_error`,
    as text is lost there; what costs no text, to `on_warning`.

    References to the characters that HTML has names for are resolved, as agencies use them without saying what they
    are. Raises SourceError if it defines entities itself, is too much, or is no XML at all.
    """
    from lxml import etree

    text = decode(payload.whole(), payload.label)
    prolog = PROLOG.match(text)
    if ENTITY.search(text, 0, prolog.start(1) if prolog else len(text)):
        raise payload.error("XML that defines entities, as attacks do", "if you trust it, save it without its DOCTYPE")
    if text.count("<") > MOST_TAGS:
        raise payload.error(f"XML of more than {MOST_TAGS:,} tags, too much for one document", "split it")
    text = HALF_CHARACTER.sub("\ufffd", DECLARATION.sub("", text, count=1))
    text = REFERENCE.sub(lambda reference: _character(reference[1], reference[0]), text)
    text = BARE_AMPERSAND.sub(lambda found: "&amp;" if found[0] == "&" else found[0], text)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        if root is None:
            raise ValueError("nothing was recovered")
        _check(root.iter("*") if parser.error_log else [root])
    except (etree.XMLSyntaxError, ValueError) as error:
        raise payload.error("damaged XML", "copy or download it again") from error
    _tell_damage(parser.error_log, payload, context)
    return root


def _tell_damage(log: "_ListErrorLog", payload: Payload, context: ReadContext) -> None:
    """Say what had to be recovered from: text is lost where its own rules are broken, bar a few."""
    losses = [entry for entry in log.filter_from_fatals() if entry.type_name not in HARMLESS]
    if losses:
        cause = f"damaged XML (line {losses[0].line}), read as far as it can be"
        context.on_error(payload.error(cause, "copy or download it again"))
    elif log:
        context.on_warning(f"{payload.label}: doubtful XML (line {log[0].line}), read all the same")


def _check(elements: "Iterable[_Element]") -> None:
    """Raise ValueError for names or values that lxml reads, as where it recovers what is damaged, but can't take."""
    from lxml import etree

    for element in elements:
        etree.Element(element.tag, dict(element.attrib), element.nsmap)


def local_name(element: "_Element") -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _character(name: str, reference: str) -> str:
    return reference if html5.get(name, "<") in "<>&" else html5[name]
