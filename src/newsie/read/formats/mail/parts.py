"""The parts of a mail: its headers, its body as paragraphs, and what is attached.

Messages are parsed with the older policy of the standard library, compat32: the newer one parses headers by a grammar
that raises IndexError, AttributeError and RecursionError on damaged ones, even while it looks for the boundaries of a
multipart message. Headers are decoded here, whatever is wrong with them.
"""

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from typing import NamedTuple

from newsie.errors import SourceError
from newsie.read.documents.decode import decode, with_line_feeds
from newsie.read.draft import Paragraph
from newsie.read.formats.html.page import fragment_paragraphs
from newsie.read.formats.keyed.draft import WEB_ADDRESS
from newsie.read.formats.mail.story import count_words, paragraphs_of

LONGEST_HEADER = 4000
"""Characters of a header that are looked at; RFC 5322 has lines of at most 998."""

STUB = 3
"""If the HTML of a mail has so many times the words of its plain text, that only says to look at the HTML."""

BOUNDARY = re.compile(rb"^--(\S[^\r\n]{0,69})\r?\n(?=[\w-]+:)", re.MULTILINE)

Mail = Message


class Attachment(NamedTuple):
    """A file attached to a mail: its name, None if it has none, its bytes, and whether it is a mail itself."""

    name: str | None
    data: bytes
    is_mail: bool


class SavedPage(NamedTuple):
    """A web page that a browser has saved in the form of a mail (RFC 2557), and its address if it says so."""

    html: str
    address: str | None


def parsed(data: bytes) -> Mail:
    """Return a message. Raises ValueError if its parts are nested too deep to be parsed."""
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
    except RecursionError as error:
        raise ValueError("its parts are nested too deep") from error
    return _repaired(mail)


def header(mail: Mail, name: str) -> str | None:
    """Return the text of a header on one line, or None if there is none."""
    for key, value in mail.raw_items():
        if key.lower() == name and (text := _decoded_words(str(value)[:LONGEST_HEADER])):
            return text
    return None


def sender(text: str) -> tuple[str | None, str | None]:
    """Return name and host in a From header: "Ministry of Trade", "trade.example"; None for what it does not give."""
    name, _, address = text.rpartition("<") if "<" in text else ("", "", text)
    host = re.search(r"@([\w.-]+)", address)
    return name.strip("'\" ") or None, host[1].lower() if host else None


def body(mail: Mail, label: str) -> list[Paragraph]:
    """Return the paragraphs of the body; those of its HTML where there is no plain text that says as much."""
    if mail.is_multipart() and mail.get_content_subtype() == "alternative":
        return _best_of(list(_children(mail)), label)
    if mail.is_multipart():
        return [paragraph for part in _children(mail) if not _is_attached(part) for paragraph in body(part, label)]
    kind = mail.get_content_type()
    if kind == "text/html":
        return fragment_paragraphs(_text(mail, label))
    return paragraphs_of(_text(mail, label)) if kind == "text/plain" else []


def saved_page(mail: Mail, label: str) -> SavedPage | None:
    """Return the page that a mail is, with where it was, or None for what is written to somebody."""
    sent_to = header(mail, "to") or header(mail, "message-id")
    page = next((part for part in (mail, *_children(mail)) if part.get_content_type() == "text/html"), None)
    if sent_to or page is None or header(page, "content-location") is None:
        return None
    stated = (header(mail, "snapshot-content-location"), header(page, "content-location"))
    address = next((one for one in stated if one and WEB_ADDRESS.fullmatch(one)), None)
    return SavedPage(_text(page, label), address)


def attachments(mail: Mail) -> Iterator[Attachment]:
    """Yield what is attached, and what is a mail itself, but nothing that is in such a mail."""
    if mail.get_content_maintype() == "message":
        for inner in _children(mail):
            yield Attachment(_name_of(mail) or header(inner, "subject"), inner.as_bytes(), is_mail=True)
    elif mail.is_multipart():
        for part in _children(mail):
            yield from attachments(part)
    elif _is_attached(mail):
        yield Attachment(_name_of(mail), _bytes(mail), is_mail=False)


def _repaired(mail: Mail) -> Mail:
    """The mail; if it has parts but does not say what divides them, with the line that seems to."""
    if mail.is_multipart() or mail.get_content_maintype() != "multipart":
        return mail
    data = _bytes(mail)
    found = BOUNDARY.search(data)
    if found is None:
        mail.replace_header("Content-Type", "text/plain")
        return mail
    mark = found[1].rstrip().decode("ascii", "replace").replace('"', "")
    opening = f'Content-Type: {mail.get_content_type()}; boundary="{mark}"\n\n'
    repaired = message_from_bytes(opening.encode("ascii", "replace") + data, policy=policy.compat32)
    mail.set_payload(repaired.get_payload())
    return mail


def _children(mail: Mail) -> list[Mail]:
    parts = mail.get_payload()
    return [part for part in parts if isinstance(part, Message)] if isinstance(parts, list) else []


def _best_of(parts: list[Mail], label: str) -> list[Paragraph]:
    """The plain form of a body, or a richer one if the plain is a stub ("View this mail in your browser")."""
    forms = [paragraphs for part in parts if (paragraphs := body(part, label))]
    best: list[Paragraph] = []
    for paragraphs in forms:
        if count_words(paragraphs) > STUB * count_words(best):
            best = paragraphs
    return best


def _is_attached(part: Mail) -> bool:
    if part.get_content_maintype() in ("multipart", "message"):
        return part.get_content_maintype() == "message"
    return part.get_content_disposition() == "attachment" or _name_of(part) is not None


def _name_of(part: Mail) -> str | None:
    try:
        name = part.get_filename()
    except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):  # damaged RFC 2231 parameters
        return None
    return " ".join(_decoded_words(name).replace("\\", "/").rpartition("/")[2].split()) or None if name else None


def _bytes(part: Mail) -> bytes:
    """The content without its transfer encoding; as it is if that is damaged."""
    try:
        data = part.get_payload(decode=True)
    except (LookupError, ValueError, AssertionError):  # a charset that there is not, a payload that is no text
        data = None
    if isinstance(data, bytes):
        return data
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _text(part: Mail, label: str) -> str:
    """The text of a part, by its charset if that is known and fits, else as its bytes tell; empty if it is no text."""
    data = _bytes(part)
    try:
        text = _charset_text(part, data)
        text = decode(data, label) if text is None else text
    except SourceError:
        return ""
    text = with_line_feeds(text).replace("\0", "")
    if str(part.get_param("format", "")).lower() == "flowed" and part.get_content_subtype() == "plain":
        return unflowed(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _charset_text(part: Mail, data: bytes) -> str | None:
    try:
        charset = codecs.lookup(part.get_content_charset() or "").name
        return data.decode("cp1252" if charset in ("ascii", "iso8859-1") and not data.isascii() else charset)
    except (LookupError, UnicodeError, ValueError):
        return None


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Return text of format=flowed (RFC 3676) with the lines of a paragraph made one; quoted ones stay marked."""
    lines: list[str] = []
    runs_on, depth_before = False, 0
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        if runs_on and depth == depth_before and content != "-- ":
            lines[-1] += content
        else:
            lines.append(f"{'>' * depth} {content}" if depth else content)
        runs_on, depth_before = content.endswith(" ") and content != "-- ", depth
        if runs_on and delete_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _decoded_words(text: str) -> str:
    """A header with its encoded words as text ("=?utf-8?q?Caf=C3=A9?="), on one line."""
    raw = text.encode("utf-8", "surrogateescape")
    try:
        text = decode(raw, "") if not raw.isascii() else text
        pieces = [_decoded_word(*piece) for piece in decode_header(re.sub(r"\r?\n", "", text))]
    except (HeaderParseError, MessageError, SourceError, ValueError, LookupError):
        pieces = [raw.decode("utf-8", "replace")]
    return " ".join("".join(pieces).split())


def _decoded_word(word: bytes | str, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "raw-unicode-escape", "replace")  # as decode_header gives what is not encoded
    except (LookupError, ValueError):
        return decode(word, "")
