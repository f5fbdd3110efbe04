"""Text that a terminal prints as text: an article must not colour, move, hide or reorder what is on screen."""

import re

# Control characters of C0 (but tab and newline), DEL and C1, which terminals obey; the bidirectional embeddings,
# overrides and isolates (Unicode TR 36, section 3.1.2), which reorder what follows; surrogates, which have no encoding.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_BREAK = re.compile(r"[\n\u2028\u2029]")


def visible(text: str) -> str:
    r"""Return `text` with what a terminal would obey written as in Python (ESC is `\x1b`), and lines ended by `\n`."""
    return _UNSAFE.sub(_escape, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """Return `text` as one line: `visible`, and line breaks written out too."""
    return _LINE_BREAK.sub(_escape, visible(text))


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
