"""Identifiers derived from content: the same input gives the same ids on every machine and in every order."""

import hashlib


def content_id(*parts: object) -> str:
    """Return 12 hexadecimal digits of the SHA-256 of `parts`, told apart from each other and compared as text."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def content_number(*parts: object) -> int:
    """Return the id of `parts` as a whole number of 48 bits."""
    return int(content_id(*parts), 16)


def article_id(source: str, text: str) -> str:
    """Return the id of an article, which depends on nothing else that is read."""
    return content_id("article", source, text)
