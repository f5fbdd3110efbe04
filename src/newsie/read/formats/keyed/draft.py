"""From the values of an object or a row to the draft of an article."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from shlex import quote
from urllib.parse import urlsplit

from newsie.read.documents.text_stream import storable
from newsie.read.draft import Draft
from newsie.read.formats.keyed.article_keys import MOST_LEVELS, KeyedArticle, Part, article_keys, folded
from newsie.read.formats.keyed.body import plain_line, with_body
from newsie.read.formats.keyed.timestamps import day_of
from newsie.read.formats.listed import LONGEST_KEY, MissingTextError, keys_line
from newsie.read.names import label_of

WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

IDENTIFIER = re.compile(r"(?:https?://|urn:|tag:)\S+", re.IGNORECASE)
"""Where something is, or what it is called for good: agencies use URNs (RFC 8141) and tags (RFC 4151)."""

LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
"""A language tag (BCP 47): "en-GB"."""

LEAST_TEXT = 100
"""A string with so many characters may be the text of an article."""

LONGEST_NAME = 200
"""The name of an author or a site has fewer characters."""


def draft_of(article: KeyedArticle, source: str, given: Mapping[str, str]) -> Draft | MissingTextError:
    """Return what an article says, or what to say of one without text. `given` are the user's own keys of its parts."""
    draft = without_text(article, source, given)
    bodies = (with_body(draft, list(_strings(value))) for value in _texts(article, draft.title, given))
    return next((body for body in bodies if body), None) or _missing_text(article, source)


def without_text(article: KeyedArticle, source: str, given: Mapping[str, str]) -> Draft:
    """Return what an article says of itself, its text still empty. `given` is as above."""
    return Draft(
        source=source,
        text="",
        title=next(_lines(article, "title", given), None),
        url=web_address_in(_lines(article, "url", given)),
        site=next((_site(line) for line in _lines(article, "site", given) if len(line) < LONGEST_NAME), None),
        authors=_authors(article, given),
        published=_day(article, "published", given),
        updated=_day(article, "updated", given),
        language=language_in(_lines(article, "language", given)),
    )


def _missing_text(article: KeyedArticle, source: str) -> MissingTextError:
    cause = f"no text; it has {keys_line(article.keys)}"
    long = ((path, text) for path, text in _texts_by_path(article.fields) if len(text) >= LEAST_TEXT)
    path, _ = max(long, key=lambda one: len(one[1]), default=("KEY", ""))
    return MissingTextError(label_of(source), cause, f"say which key holds the text: --field {quote(f'text={path}')}")


def _texts_by_path(fields: Mapping[str, object], levels: int = MOST_LEVELS) -> Iterator[tuple[str, str]]:
    """The strings in an object and those in it, each with its path as `--field` takes it; no line is made of more."""
    for key, value in fields.items():
        if len(key) > LONGEST_KEY or not key.isprintable():
            continue
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict) and levels:
            yield from ((f"{key}.{path}", text) for path, text in _texts_by_path(value, levels - 1))


def has_text(article: KeyedArticle, given: Mapping[str, str]) -> bool:
    """Whether it has a text, or a title and a teaser: whether it is an article, as far as its keys tell."""
    title = next(_lines(article, "title", given), None)
    return any(any(_strings(value)) for value in _texts(article, title, given))


def web_address_in(lines: Iterable[str]) -> str | None:
    """Return the first of several values that is an address on the web; names like URNs lead nowhere."""
    return next(filter(WEB_ADDRESS.fullmatch, lines), None)


def language_in(lines: Iterable[str]) -> str | None:
    """Return the code of the language (ISO 639-1) that the first tag of one among several values says."""
    return next((code[1].lower() for code in map(LANGUAGE.fullmatch, lines) if code), None)


def authors_in(byline: str) -> tuple[str, ...]:
    """Return the authors that a line names: "By Ada Obi and Jan Kraus", "Obi, Ada; Kraus, Jan"."""
    names = re.sub(r"^by\b:?\s*", "", plain_line(byline), flags=re.IGNORECASE)
    if not names or len(names) > LONGEST_NAME or IDENTIFIER.match(names):
        return ()
    parts = re.split(r"\s*;\s*", names) if ";" in names else re.split(r",?\s+(?:and|&)\s+|,\s*", names)
    # Where one of them is a single word, the comma stands within a name, or before an agency or a title.
    return tuple(filter(None, parts)) if ";" in names or all(" " in part for part in parts) else (names,)


def _texts(article: KeyedArticle, title: str | None, given: Mapping[str, str]) -> Iterator[object]:
    yield from (value for value in article.values("text", given.get("text")) if not _is_list_of_articles(value))
    if title:
        yield from article.values("teaser")


def _is_list_of_articles(value: object) -> bool:
    """Whether it is a list of objects that have a title, as articles have and the blocks of a text don't."""
    return isinstance(value, list) and any(
        isinstance(one, dict) and any(KeyedArticle(one).values("title")) for one in value[:1]
    )


def _strings(value: object, levels: int = MOST_LEVELS) -> Iterator[str]:
    """The pieces of text that a value holds: itself, those of a list, or that of an object which says what it is."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, list) and levels:
        for one in value:
            yield from _strings(one, levels - 1)
    elif isinstance(value, dict) and levels:
        by_key = {folded(key): inner for key, inner in value.items()}
        inner = (by_key.get(folded(key)) for key in article_keys().values)
        yield from next(filter(None, (list(_strings(one, levels - 1)) for one in inner)), ())


def _lines(article: KeyedArticle, part: Part, given: Mapping[str, str]) -> Iterator[str]:
    """What an article has for a part, each on one line."""
    for value in article.values(part, given.get(part)):
        yield from filter(None, (plain_line(text) for text in _strings(value)))


def _day(article: KeyedArticle, part: Part, given: Mapping[str, str]) -> datetime.date | None:
    values = article.values(part, given.get(part))
    days = (day_of(one) for value in values for one in (value, *_strings(value)))
    return next(filter(None, days), None)


def _site(line: str) -> str:
    return (urlsplit(line).hostname or line) if IDENTIFIER.match(line) else line


def _authors(article: KeyedArticle, given: Mapping[str, str]) -> tuple[str, ...]:
    for value in article.values("authors", given.get("authors")):
        if names := tuple(dict.fromkeys(_names(value))):
            return names
    return ()


def _names(value: object, levels: int = MOST_LEVELS) -> Iterator[str]:
    if isinstance(value, list) and levels:
        for one in value:
            yield from _names(one, levels - 1)
    elif isinstance(value, dict) and (name := _name_in_parts(value)):
        yield name
    else:
        for text in _strings(value):
            yield from authors_in(text)


def _name_in_parts(author: Mapping[str, object]) -> str | None:
    """The name of an author whose given name and surname stand apart."""
    by_key = {folded(key): value for key, value in author.items()}
    rules = article_keys()
    parts = [next((by_key.get(folded(key)) for key in keys if by_key.get(folded(key))), None)
             for keys in (rules.given_names, rules.surnames)]  # fmt: skip
    return storable(" ".join(str(part) for part in parts if part)) if parts[1] else None
