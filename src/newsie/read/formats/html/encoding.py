"""The encoding of a web page: as it is declared, where that can be right."""

import codecs
import re

from newsie.read.documents.decode import decode

NAME = rb"[\"']?\s*([\w.:-]{1,40})"
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*" + NAME + rb"|<\?xml[^>]{0,100}?encoding\s*=\s*" + NAME, re.IGNORECASE
)
HEAD_BYTES = 8_192

CODE_PAGE = re.compile(r"cp\d+|iso8859-\d+|iso2022_\w+|koi8-\w|gb\w+|big5\w*|shift_jis\w*|euc_\w+|mac-\w+|tis-620|hz")

# The encoding standard of browsers reads these names as those that hold all their characters, and more.
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def page_text(data: bytes, label: str, charset: str | None = None) -> str:
    """Return a page's bytes as text. `charset` is what the server said, which counts more than what the page says.

    Raises SourceError, naming `label`, if it is no text.
    """
    for name in (charset, _declared(data)):
        encoding = _known(name)
        if encoding:
            return decode(data, label, encoding)
    return decode(data, label)


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def _known(name: str | None) -> str | None:
    try:
        known = codecs.lookup(name.strip().strip("\"'")).name if name else None
    except LookupError:
        return None
    return WIDER.get(known, known) if known and CODE_PAGE.fullmatch(known) else None
