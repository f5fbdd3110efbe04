"""The front matter of a Markdown file: what stands above its text between two lines of three hyphens.

It is YAML (https://jekyllrb.com/docs/front-matter/), of which keys with a value are read, on their line or on several,
in quotation marks or not, as a block (YAML 1.2, 8.1), and lists. What else YAML has says nothing of an article.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from textwrap import dedent

FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}):(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<value>.*)")
COMMENT = re.compile(r"[ \t]#.*")
BLOCK = re.compile(r"(?P<style>[|>])(?:[+-]?[1-9]?|[1-9][+-])")
"""What stands before a block: its lines are kept as they are ("|") or make one (">"). How deep, its lines show."""


def front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """Return what the front matter of `text` says by its keys, and the offset at which the text goes on behind it."""
    found = FRONT_MATTER.match(text)
    fields = _fields(found["lines"].split("\n")) if found else {}
    return fields, found.end() if found and fields else 0


def _fields(lines: Iterable[str]) -> dict[str, object]:
    """The values by their keys, none if a line can stand in no front matter: prose between two rules."""
    written: dict[str, str] = {}
    below: dict[str, list[str]] = {}
    for line in lines:
        if keyed := KEY.fullmatch(line.rstrip()):
            key = keyed["key"]
            written[key], below[key] = (keyed["value"] or "").strip(), []
        elif line[:1].strip() and not line.startswith("#") and not ITEM.fullmatch(line.rstrip()):
            return {}
        elif written:
            below[key].append(line)
    return {key: _value(written[key], below[key]) for key in written}


def _value(written: str, below: Sequence[str]) -> str | list[str]:
    """What is written behind a key and in the lines below it."""
    if block := BLOCK.fullmatch(COMMENT.sub("", written).rstrip()):
        return _block("\n".join(below), block["style"])
    if written.startswith("[") and written.endswith("]"):
        return [_scalar(item) for item in written[1:-1].split(",")]
    if written and not written.startswith("#"):
        return _scalar(" ".join([written, *(line.strip() for line in below if not line.lstrip().startswith("#"))]))
    return [_scalar(item["value"]) for item in map(ITEM.fullmatch, map(str.rstrip, below)) if item]


def _block(text: str, style: str) -> str:
    kept = dedent(text).strip("\n")
    # A line end is a space, and each empty line an end; what is indented further stands on a line of its own.
    return kept if style == "|" else re.sub(r"\n+(?! )", lambda ends: ends[0][1:] or " ", kept)


def _scalar(written: str) -> str:
    written = written.strip()
    quote = written[:1]
    if quote in ("'", '"') and (end := written.rfind(quote)):
        return written[1:end].replace(f"\\{quote}", quote).replace("''", "'")
    return COMMENT.sub("", written).rstrip()
