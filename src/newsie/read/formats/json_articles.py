"""JSON: articles as objects, one a line (JSON Lines), in lists, in objects that wrap a list, or one alone."""

import re
from collections.abc import Iterator, Mapping

from newsie.errors import SourceError
from newsie.own_output import is_own_output
from newsie.read.context import ReadContext
from newsie.read.documents.payload import OPENING_BYTES, Payload
from newsie.read.documents.text_stream import lines_of, text_of
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.json_stream import TOO_LONG, JsonError, JsonStream, parsed
from newsie.read.formats.keyed.article_keys import MOST_LEVELS, KeyedArticle
from newsie.read.formats.keyed.draft import draft_of, has_text
from newsie.read.formats.listed import drafts_of

BEGINNING = re.compile(r'\{\s*(?:"|\}\s*\Z)|\[\s*(?:[{\[]|\]\s*\Z)')
LINE_SUFFIXES = (".jsonl", ".ndjson", ".jl")


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the articles, lines and elements of lists as they stream. Raises SourceError if there are none."""
    if is_own_output(payload.opening()):
        raise payload.error("newsie's own output, not articles", "name the articles that it was made of")
    listed = _in_lines(payload, context) if _has_lines(payload) else _in_values(payload, context)
    yield from drafts_of(payload, listed, context)


def recognizes(opening: Opening) -> bool:
    """Whether it begins as an object or a list of objects does."""
    if opening.suffix in LINE_SUFFIXES:
        return re.search(r'^\s*\{\s*"', opening.text, re.MULTILINE) is not None
    return BEGINNING.match(opening.text) is not None


def _has_lines(payload: Payload) -> bool:
    """Whether each line is an object, as the name says of what is no list, or as the first or most of them are."""
    opening = Opening(payload.opening(), payload.suffix)
    if opening.suffix in LINE_SUFFIXES:
        return not opening.text.startswith("[")
    lines = re.split(r"\r\n?|\n", opening.text)
    goes_on = len(opening.data) >= OPENING_BYTES
    objects = [_is_json(line) for line in lines[: -1 if goes_on else None] if line.strip()]
    is_one = len(objects) == 0 or (len(objects) == 1 and not goes_on)
    return lines[0].startswith("{") and not is_one and (objects[0] or sum(objects) * 2 > len(objects))


def _is_json(line: str) -> bool:
    try:
        return isinstance(parsed(line, OPENING_BYTES), dict)
    except JsonError:
        return False


def _in_lines(payload: Payload, context: ReadContext) -> Iterator[Draft | SourceError]:
    """The articles of JSON Lines under their line's number, or the next one that is free."""
    most, place = context.limits.document_bytes, 0
    for number, line in enumerate(lines_of(text_of(payload), most), 1):
        if not line.strip():
            continue
        try:
            value = parsed(line, most)
        except JsonError as error:
            yield _damaged(f"{payload.label}#{number}", error, context)
            continue
        for article in _articles_in(value, context.options.fields):
            place = max(place + 1, number)
            yield draft_of(article, f"{payload.name}#{place}", context.options.fields)


def _in_values(payload: Payload, context: ReadContext) -> Iterator[Draft | SourceError]:
    """The articles in values that follow each other, counted; one that is the whole document has no number."""
    stream, place = JsonStream(text_of(payload), context.limits.document_bytes), 0
    try:
        for value in stream.values():
            for article in _articles_in(value, context.options.fields):
                is_alone = not (place or stream.in_list) and article.fields is value and stream.is_at_end()
                place += 1
                source = payload.name if is_alone else f"{payload.name}#{place}"
                yield draft_of(article, source, context.options.fields)
    except JsonError as error:
        yield _damaged(f"{payload.label}#{place + 1}" if place else payload.label, error, context, ends=True)


def _articles_in(value: object, given: Mapping[str, str], levels: int = MOST_LEVELS) -> Iterator[KeyedArticle]:
    """The articles that a value is, or holds in a list."""
    if isinstance(value, list) and levels:
        for one in value:
            yield from _articles_in(one, given, levels - 1)
        return
    article = KeyedArticle(value if isinstance(value, dict) else {})
    inner = None if has_text(article, given) else _list_of_articles(article)
    if inner is None or not levels:
        yield article
    else:
        yield from _articles_in(inner, given, levels - 1)


def _list_of_articles(article: KeyedArticle) -> list[object] | None:
    """The list in an object that has no text itself; the first that is not empty, or an empty one."""
    lists = [values for values in article.lists() if all(isinstance(one, dict) for one in values[:1])]
    return next(filter(None, lists), lists[0] if lists else None)


def _damaged(label: str, error: JsonError, context: ReadContext, *, ends: bool = False) -> SourceError:
    """What to say of a part that is no JSON, which `ends` what can be read."""
    if str(error).startswith(TOO_LONG):
        limit = 10 * context.limits.document_bytes
        advice = f"write one article a line (jq -c '.[]'), or raise the limit with --limit document-bytes={limit}"
        return SourceError(label, str(error), advice)
    return SourceError(label, f"not JSON ({error})", "correct it: nothing behind it is read" if ends else "correct it")


FORMAT = Format(
    name="json",
    description="JSON and JSON Lines: newsapi, WordPress, ninjs and others; articles in lists or alone",
    suffixes=(".json", *LINE_SUFFIXES),
    recognizes=recognizes,
    read=read,
)
