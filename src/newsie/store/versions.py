"""What the versions of one article have in common, by which a later one takes the place of the earlier."""

from newsie.ids import content_id
from newsie.read.names import STANDARD_INPUT, document_of, is_of_an_article
from newsie.records import Article


def identity_of(article: Article) -> str:
    """Return what is the same for all versions of an article: its source, unless that says nothing.

    In a feed or another list, the third entry is another article tomorrow: there it is the list with the URL, and where
    that is missing or no article's, with the very text. The list counts, since a feed's teaser is no later version of
    the article that another list has in full. What comes on standard input is itself and has no versions.
    """
    document = document_of(article.source)
    if document is None:
        return article.id if article.source == STANDARD_INPUT else article.source
    return f"{document}#{article.url if is_of_an_article(article.url) else content_id(article.text)}"
