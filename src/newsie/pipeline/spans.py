"""Small questions about spans and tokens that more than one component asks."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from newsie.records import Span as ArticleSpan

ARTICLES = ("the", "a", "an", "this", "that")
# "Democratic People's Republic of Korea" has six.
MAX_COUNTRY_TOKENS = 7


def tokens_of(spans: Iterable[Span]) -> set[int]:
    """The indices of all tokens in `spans`."""
    return {index for span in spans for index in range(span.start, span.end)}


def group(doc: Doc, name: str) -> list[Span]:
    """The spans of `doc.spans[name]`, or none if no component has written them."""
    return list(doc.spans[name]) if name in doc.spans else []


def within(doc: Doc, name: str, start: int, end: int) -> list[Span]:
    """Those spans of `doc.spans[name]` that share a token with `doc[start:end]`, found without a look at the others.

    The group has to be as newsie's are: in the order of the text, and none inside another.
    """
    if name not in doc.spans:
        return []
    spans = doc.spans[name]
    first = bisect_left(spans, start + 1, key=lambda span: span.end)
    following = (spans[index] for index in range(first, len(spans)))
    return list(takewhile(lambda span: span.start < end, following))


def entity_at(doc: Doc, index: int) -> Span | None:
    """The entity of `doc.ents` that token `index` belongs to, found without a look at the others."""
    if doc[index].ent_iob_ not in ("B", "I"):
        return None
    start, end = index, index + 1
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end, label=doc[index].ent_type_)


def set_group(doc: Doc, name: str, spans: Iterable[Span]) -> None:
    """Write `doc.spans[name]`, in the order of the text."""
    doc.spans[name] = sorted(spans, key=lambda span: (span.start, span.end))


def ignored_tokens(doc: Doc) -> set[int]:
    """The indices of the tokens that yield nothing: those of the header and the boilerplate of `doc._.article`."""
    article = doc._.article
    return _tokens_in(doc, [article.header, *article.boilerplate]) if article else set()


def dateline_tokens(doc: Doc) -> set[int]:
    """The indices of the tokens of the article's dateline, whose capitals name a place and an agency, nobody else."""
    return _tokens_in(doc, [doc._.article.dateline]) if doc._.article else set()


def unread_tokens(doc: Doc) -> set[int]:
    """The indices of the tokens in which nobody is named and nothing happens: header, dateline and boilerplate."""
    return ignored_tokens(doc) | dateline_tokens(doc)


def _tokens_in(doc: Doc, parts: Iterable[ArticleSpan | None]) -> set[int]:
    """The indices of the tokens that the characters of some parts of the article touch."""
    wanted = [part for part in parts if part and part.end > part.start]
    spans = [doc.char_span(part.start, part.end, alignment_mode="expand") for part in wanted]
    return tokens_of(span for span in spans if span is not None)


def core(span: Span) -> Span:
    """`span` without articles, white space and punctuation around it, and without "'s" behind; it may be empty.

    The period of "U.S." stays, and "The" inside a sentence, where it belongs to the name: "in The Hague".
    """
    doc, start, end = span.doc, span.start, span.end
    while start < end and (_is_article(doc[start]) or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]


def _is_article(token: Token) -> bool:
    return token.text in ARTICLES or (token.text.lower() in ARTICLES and bool(token.is_sent_start))


def hyphenated(span: Span) -> Span:
    """`span` with the rest of a name that small words and hyphens join: "Chakan | -da-Bagh", "Yadgar | -e-Shuhada"."""
    doc, end = span.doc, span.end
    while _joins_on(doc, end):
        end += 4
    return doc[span.start : end]


def _joins_on(doc: Doc, index: int) -> bool:
    if index + 3 >= len(doc) or doc[index].text != "-" or doc[index + 2].text != "-":
        return False
    small, last = doc[index + 1], doc[index + 3]
    closed = not any(doc[i].whitespace_ for i in range(index - 1, index + 3))
    return closed and small.is_lower and len(small) <= 3 and last.text[0].isupper()
