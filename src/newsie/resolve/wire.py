"""Find articles that print nearly the same text, or are found at one URL: together they are one independent source.

Two texts are compared by the runs of five words that they share (w-shingling: Broder, "On the resemblance and
containment of documents", 1997). The smallest numbers of those that stand for a text's runs, its sketch (MIN_s there),
find the few texts worth comparing: a database can hold them, and look an article's up.

What is found at one URL in two documents, such as a feed's teaser and the whole article, is one source, too, however
much of it either has.

Whether two articles are copies depends on nothing but the two of them. So articles that no chain of copies connects
never influence each other, and the order in which they come doesn't matter.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest

from newsie.folding import fold
from newsie.read.fair_copy import fair_copy
from newsie.read.names import is_of_an_article
from newsie.records import Article, Span
from newsie.resolve.clusters import group

SHINGLE_WORDS = 5

NEARLY_THE_SAME = 0.5
"""The share of runs in common, of all runs of both, that makes a copy.

An outlet that changes every fifteenth word of a dispatch still shares 0.5 with it. In annotated articles, copies share
0.7, outlets that write up one event on their own 0.01; a long statement quoted by both comes to 0.2 or 0.3.
"""

SKETCH_SIZE = 32
"""How many numbers a sketch has at most. Of copies that share just half of their runs, sketches share 16, give or take
3."""

WORTH_COMPARING = 0.2
"""The share of the shorter sketch that is in the other: of copies, one in a hundred thousand is below."""


def sketch(article: Article) -> tuple[int, ...]:
    """Return the smallest of the numbers of the article's runs, ascending: 32 bits each, at most SKETCH_SIZE of them.

    Copies have numbers in common, see `worth_comparing`; articles with none in common are no copies.
    """
    return tuple(nsmallest(SKETCH_SIZE, shingles(body(article))))


def worth_comparing(shared: int, left: int, right: int) -> bool:
    """Whether two articles can be copies that have so many numbers of their sketches, of those sizes, in common."""
    return shared > 0 and shared >= WORTH_COMPARING * min(left, right)


def are_copies(left: Article, right: Article) -> bool:
    """Whether two articles print nearly the same text."""
    return resemblance(_runs(left), _runs(right)) >= NEARLY_THE_SAME


def wire_copies(articles: Iterable[Article]) -> dict[str, str]:
    """Return for the id of each article that prints another one's text, or is at its URL, the id of the first such one.

    The first is the one published first, of those (and of those without a day) the first in the order of sources. What
    copies a copy is a copy.
    """
    ordered = sorted(articles, key=_publication)
    prints = group(ordered, _pairs(ordered), lambda left, right: True)
    return {copy.id: first.id for first, *copies in prints for copy in copies}


def body(article: Article) -> str:
    """Return the text of an article without header, headline, dateline and boilerplate, which outlets put in."""
    marked: list[Span | None] = [article.header, article.headline, article.dateline, *article.boilerplate]
    text = article.text
    for span in sorted((span for span in marked if span), key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def shingles(text: str) -> frozenset[int]:
    """Return the runs of five words of a text's fair copy, as numbers; a shorter text is one run."""
    words = fold(fair_copy(text).text).split()
    starts = range(max(len(words) - SHINGLE_WORDS, 0) + 1 if words else 0)
    return frozenset(zlib.crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode()) for start in starts)


def resemblance(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of runs that two texts have in common, 0.0 to 1.0."""
    return len(left & right) / len(left | right) if left and right else 0.0


def _publication(article: Article) -> tuple[bool, str, str, str]:
    published = article.published.isoformat() if article.published else ""
    return article.published is None, published, article.source, article.id


def _pairs(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Yield the positions of articles that are copies, which connect all that are; the later one comes second."""
    sketches: list[tuple[int, ...]] = []
    index: dict[int, list[int]] = defaultdict(list)
    at_url: dict[str, int] = {}
    for position, article in enumerate(articles):
        numbers = sketch(article)
        shared = Counter(other for number in numbers for other in index[number])
        for other, count in shared.items():
            if worth_comparing(count, len(numbers), len(sketches[other])) and are_copies(articles[other], article):
                yield other, position
        if is_of_an_article(article.url) and (first := at_url.setdefault(article.url, position)) != position:
            yield first, position
        sketches.append(numbers)
        for number in numbers:
            index[number].append(position)


@lru_cache(maxsize=1024)
def _runs(article: Article) -> frozenset[int]:
    return shingles(body(article))
