"""Whom an article credits with its whole text: an agency, an author, or the institution whose release it is.

An agency stands in the dateline ("LUSAKA, June 3 (Orchid Press) -"), the byline ("By Ada Obi, Orchid Press") or behind
the last sentence ("(Orchid Press)", "— Orchid Press"). A release says so in its first lines, beside who issues it.
"""

import re
from collections.abc import Iterator
from itertools import islice

from newsie.folding import fold
from newsie.records import Article, ArticleRecord, Organization

OPENING_LINES = 3
"""A release names itself and its issuer in so many lines from the top."""

LONGEST_HEADING = 100
"""So many characters a line has at most that is a heading and not the story."""

_NAME = r"[^\W\d_a-z][\w.&’'-]*(?: [^\W\d_a-z][\w.&’'-]*){0,3}"
_IN_DATELINE = re.compile(r"[(\[/]([^()\[\]/\d]+)[)\]/]")
_CLOSING = re.compile(
    rf"(?:^|[.!?][\"'”’]?\s*)(?:[(\[]({_NAME})[)\]]|[–—-]+\s?({_NAME})|[Ss]ource\s*:\s*({_NAME}))\.?$"
)
_SIGN_OFF = re.compile(r"[A-Z]{2,6}")
_BYLINE = re.compile(r"by ", re.IGNORECASE)
_RELEASE = re.compile(
    r"\b(?:press|media|news)[ -](?:release|statement|service|note)\b|\bpublic (?:relations|affairs|information)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:.* )?(?:reporters?|correspondents?|desk|bureau|newsroom|agencies|ends?)|(?:news )?agency")


def credits_of(article: Article) -> frozenset[str]:
    """Return the names, folded, of the agencies and authors credited for all that stands in an article."""
    names = {
        fold(name) for name in (*_dateline_credits(article), *_byline_credits(article), *_closing_credits(article))
    }
    return frozenset(name for name in names if name and not _NOBODY.fullmatch(name))


def issuers(record: ArticleRecord) -> list[Organization]:
    """Return the organizations that issue an article which is a release; none if it doesn't say that it is one."""
    lines = _lines_of_release(record.article)
    return [
        one
        for one in record.organizations
        if any(start <= found.start < end for found in one.mentions for start, end in lines)
    ]


def headings(record: ArticleRecord) -> list[str]:
    """Return the lines in capitals above an article which is a release, as letterheads have the name of who issues it.

    None if it doesn't say that it is one.
    """
    lines = (record.article.text[start:end].strip() for start, end in _lines_of_release(record.article))
    return [line for line in lines if line.isupper() and not _RELEASE.search(line)]


def _lines_of_release(article: Article) -> list[tuple[int, int]]:
    """Start and end of the heading lines, if they say that it is a release."""
    lines = list(_heading_lines(article))
    return lines if any(_RELEASE.search(article.text, *line) for line in lines) else []


def _heading_lines(article: Article) -> Iterator[tuple[int, int]]:
    """Yield start and end of those of the first lines that are no sentences."""
    begin = article.header.end if article.header else 0
    lines = re.compile(r"\S[^\n]*").finditer(article.text, begin)
    for line in islice(lines, OPENING_LINES):
        if len(line[0]) <= LONGEST_HEADING and not line[0].rstrip().endswith("."):
            yield line.span()


def _dateline_credits(article: Article) -> Iterator[str]:
    if article.dateline:
        yield from _IN_DATELINE.findall(article.dateline.text)


def _byline_credits(article: Article) -> Iterator[str]:
    """Yield author and agency of "By Ada Obi, Orchid Press" apart."""
    for span in article.boilerplate:
        by = _BYLINE.match(span.text)
        if by:
            yield from (
                part for part in re.split(r"[,;|]| [–—-] ", span.text[by.end() :]) if not re.search(r"\d", part)
            )


def _closing_credits(article: Article) -> Iterator[str]:
    """Yield what the last line in no boilerplate is signed with, and sign-offs, which are boilerplate."""
    skipped = {line.strip() for span in article.boilerplate for line in span.text.splitlines()}
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    while lines and lines[-1] in skipped:
        signed = _CLOSING.search(lines[-1]) or _SIGN_OFF.fullmatch(lines[-1])
        yield from _signatures(signed)
        lines.pop()
    if lines:
        yield from _signatures(_CLOSING.search(lines[-1]))


def _signatures(signed: re.Match[str] | None) -> list[str]:
    return [name for name in signed.groups() or (signed[0],) if name] if signed else []
