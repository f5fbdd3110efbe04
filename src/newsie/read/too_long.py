"""What to say of an article that is longer than one may be."""

from newsie.errors import SourceError
from newsie.read.names import label_of


def too_long(source: str, limit: int, enough: int | None) -> SourceError:
    """Return the error for an article of more than `limit` characters; `enough` are as many as it has, if known."""
    raised = f"--limit article-characters={enough}" if enough else "--limit article-characters=N (its bytes are enough)"
    advice = f"split it, one article a file, or raise the limit with {raised}"
    return SourceError(label_of(source), f"longer than the {limit:,} characters of one article", advice)
