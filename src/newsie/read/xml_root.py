"""The first element of a document in XML, which tells what it is."""

import re

PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*<([A-Za-z_][\w:.-]*)", re.DOTALL)


def root_name(text: str) -> str | None:
    """Return the name of the first element, without its prefix, of what is a document in XML by how it begins."""
    match = PROLOG.match(text)
    return match[1].rpartition(":")[2] if match else None
