"""Bytes to text: the encodings that news comes in, told apart."""

import codecs
import re
import unicodedata

from newsie.errors import SourceError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NO_TEXT = ("Cc", "Cn", "Co", "Cs")
CODE_PAGES = ["cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "gb18030", "shift_jis", "euc_kr"]
"""The encodings without Unicode, besides Windows-1252, that a news text may be in."""

LEAST_ZEROS = 0.04
"""Text in an alphabet has a space in twelve characters or less: in UTF-16, one byte in 24 is zero, or many more."""

SAMPLE = 10_000
MOST_UNREADABLE = 0.05
"""The share of control characters, unassigned characters and damage in a sample beyond which data is no text."""

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

ASCII = bytes(range(128))
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half a character, which some programs write as if it were one."""

STRAY_BYTES = "newsie-stray-bytes"
"""How bytes that are no UTF-8 are decoded: as Windows-1252, in which parts of another origin are."""

MOST_WESTERN = 0.3
"""Up to this share of bytes above 127, a text is English or western European; other scripts are made of such bytes."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return `data` as text with line feeds for line ends and without byte order marks.

    `declared` is an encoding without Unicode that it is said to be in: it counts unless the bytes say otherwise.
    Raises SourceError, naming `name`, if it is no text in any encoding known here.
    """
    text = _decoded(data, declared)
    if text is None or "\0" in text or _share_of_unreadable(text[:SAMPLE]) > MOST_UNREADABLE:
        raise SourceError(name, "binary or damaged, not text", "save it as plain text in UTF-8")
    return with_line_feeds(text.replace("\ufeff", ""))


def with_line_feeds(text: str) -> str:
    """Return `text` with line feeds for the line ends of Windows and old Macs."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def leniently_decoded(data: bytes) -> str:
    """Return `data` as text of some kind, whatever it is: enough to tell what a document begins with."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data) if b"\0" in data else None
    return wide or data.decode("utf-8", "replace")


def charset_in(content_type: str) -> str | None:
    """Return the encoding that a Content-Type header names ("text/html; charset=utf-8"), or None if it names none."""
    charset = CHARSET.search(content_type)
    return charset[1] if charset else None


def encoding_of(opening: bytes) -> str:
    """Return the encoding of a text that begins with these bytes, if it is one of Unicode; what is none is UTF-8."""
    mark = next((encoding for mark, encoding in BYTE_ORDER_MARKS if opening.startswith(mark)), None)
    if mark:
        return "utf-8-sig" if mark == "utf-8" else mark[:6]  # the one that takes the mark off
    return (_wide_encoding(opening) if b"\0" in opening else None) or "utf-8"


def looks_binary(start: bytes) -> bool:
    """Whether a file that begins with the bytes `start` is no text."""
    try:
        decode(start, "")
    except SourceError:
        return True
    return False


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return _wide(data)
    if (text := _utf8(data)) is not None:
        return text
    if declared:
        return data.decode(declared, "replace")
    return _mixed(data) if _is_western(data) else _code_page(data)


def _wide(data: bytes) -> str | None:
    encoding = _wide_encoding(data)
    return data.decode(encoding, "replace") if encoding else None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: its zero bytes stand at one place of each pair, or are three of each four."""
    zeros = [data[place::4].count(0) for place in range(4)]
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if min(zeros[:3]) > len(data) // 8:
        encoding = "utf-32-be"
    elif min(zeros[1:]) > len(data) // 8:
        encoding = "utf-32-le"
    else:
        encoding = "utf-16-be" if even > odd else "utf-16-le"
    return encoding if max(even, odd) > len(data) * LEAST_ZEROS else None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with some damaged characters, which become U+FFFD, as long as more are whole."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return text if damaged == 0 else _mixed(data) if _beyond_ascii(text) > 2 * damaged else None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_western(data: bytes) -> bool:
    return len(data.translate(None, delete=ASCII)) <= len(data) * MOST_WESTERN


def _mixed(data: bytes) -> str:
    """UTF-8 with characters of Windows-1252 in it, as where texts of several origins were joined; or all of them such.

    What is neither becomes U+FFFD.
    """
    return data.decode("utf-8", STRAY_BYTES)


def _stray_byte(error: UnicodeError) -> tuple[str, int]:
    """The first byte that is no UTF-8 as Windows-1252 has it, unless it is part of a damaged character."""
    assert isinstance(error, UnicodeDecodeError)  # it is only given to what decodes
    if error.encoding == "utf-8" and SURROGATE.match(error.object, error.start):
        return "\ufffd", error.start + 3
    if error.encoding != "utf-8" or error.end - error.start > 1:
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(STRAY_BYTES, _stray_byte)


def _code_page(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=CODE_PAGES).best()
    return str(best) if best else None


def _share_of_unreadable(sample: str) -> float:
    odd = (letter for letter in set(sample) if unicodedata.category(letter) in NO_TEXT or letter == "\ufffd")
    return sum(sample.count(letter) for letter in odd if letter not in "\t\n\r\f\x1b") / max(1, len(sample))
