"""Bytes to text: the encodings that news comes in, told apart."""

import codecs
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

MOST_WESTERN = 0.3
"""Up to this share of bytes above 127, a text is English or western European; other scripts are made of such bytes."""


def decode(data: bytes, name: str) -> str:
    """Return `data` as text with line feeds for line ends and without byte order marks.

    Raises SourceError, naming `name`, if it is no text in any encoding known here.
    """
    text = _decoded(data)
    if text is None or "\0" in text or _share_of_unreadable(text[:SAMPLE]) > MOST_UNREADABLE:
        raise SourceError(name, "binary or damaged, not text", "save it as plain text in UTF-8")
    return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")


def leniently_decoded(data: bytes) -> str:
    """Return `data` as text of some kind, whatever it is: enough to tell what a document begins with."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data) if b"\0" in data else None
    return wide or data.decode("utf-8", "replace")


def looks_binary(start: bytes) -> bool:
    """Whether a file that begins with the bytes `start` is no text."""
    try:
        decode(start, "")
    except SourceError:
        return True
    return False


def _decoded(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return _wide(data)
    return _utf8(data) or _code_page(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: its zero bytes stand at one place of each pair, or are three of each four."""
    zeros = [data[place::4].count(0) for place in range(4)]
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if min(zeros[:3]) > len(data) // 8:
        encoding = "utf-32-be"
    elif min(zeros[1:]) > len(data) // 8:
        encoding = "utf-32-le"
    else:
        encoding = "utf-16-be" if even > odd else "utf-16-le"
    return data.decode(encoding, "replace") if max(even, odd) > len(data) * LEAST_ZEROS else None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with some damaged characters, which become U+FFFD, as long as more are whole."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text) - damaged if damaged else 0
    return text if damaged == 0 or whole > damaged else None


def _code_page(data: bytes) -> str | None:
    if sum(byte > 0x7F for byte in data) <= len(data) * MOST_WESTERN:
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=CODE_PAGES).best()
    return str(best) if best else None


def _share_of_unreadable(sample: str) -> float:
    unreadable = sum(unicodedata.category(letter) in NO_TEXT and letter not in "\t\n\r\f\x1b" for letter in sample)
    return (unreadable + sample.count("\ufffd")) / max(1, len(sample))
