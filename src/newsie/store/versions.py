"""What the versions of one article have in common, by which a later one takes the place of the earlier."""

from urllib.parse import urlsplit

from newsie.ids import content_id
from newsie.read.names import STANDARD_INPUT, document_of
from newsie.records import Article


def identity_of(article: Article) -> str:
    """Return what is the same for all versions of an article: its source, unless that says nothing.

    In a feed or another list, the third entry is another article tomorrow: there it is the URL, and where that is
    missing or no article's, the list with the very text. What comes on standard input is itself and has no versions.
    """
    document = document_of(article.source)
    if document is None:
        return article.id if article.source == STANDARD_INPUT else article.source
    if article.url and not _is_front_page(article.url):
        return article.url
    return f"{document}#{content_id(article.text)}"


def _is_front_page(url: str) -> bool:
    """Whether a URL leads to a site rather than to an article: several of an export may have it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return parts.scheme in ("http", "https") and parts.path in ("", "/") and not (parts.query or parts.fragment)
