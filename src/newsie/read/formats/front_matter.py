"""The front matter of a Markdown file: what stands above its text between two lines of three hyphens.

It is YAML (https://jekyllrb.com/docs/front-matter/), of which keys with a value on their line, in quotation marks or
not, and lists are read; what else YAML has says nothing of an article.
"""

import re
from collections.abc import Mapping

FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}):(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<value>.*)")
COMMENT = re.compile(r"[ \t]#.*")
BLOCK = re.compile(r"[|>][+-]?")


def front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """Return what the front matter of `text` says by its keys, and the offset at which the text goes on behind it."""
    found = FRONT_MATTER.match(text)
    fields = _fields(found["lines"].split("\n")) if found else {}
    return fields, found.end() if found and fields else 0


def _fields(lines: list[str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    items: list[str] = []
    for line in lines:
        if keyed := KEY.fullmatch(line.rstrip()):
            items = []
            fields[keyed["key"]] = _value(keyed["value"] or "") or items
        elif item := ITEM.fullmatch(line.rstrip()):
            items.append(_scalar(item["value"]))
        elif line[:1].strip() and not line.startswith("#"):
            return {}  # prose between two rules
    return fields


def _value(written: str) -> str | list[str]:
    if written.startswith("[") and written.endswith("]"):
        return [_scalar(item) for item in written[1:-1].split(",")]
    return _scalar(written)


def _scalar(written: str) -> str:
    written = written.strip()
    quote = written[:1]
    if quote in ("'", '"') and (end := written.rfind(quote)):
        return written[1:end].replace(f"\\{quote}", quote).replace("''", "'")
    return "" if BLOCK.fullmatch(written) else COMMENT.sub("", written).rstrip()
