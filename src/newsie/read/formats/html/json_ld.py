"""What a page says about its article in JSON-LD, in the terms of schema.org, however carelessly it is written."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from newsie.read.draft import Paragraph
from newsie.read.formats.html.paragraphs import fragment_paragraphs

JsonObject = dict[str, Any]

POSTINGS = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report"})
"""Types of an article besides those that end in "Article"; WebPage and the like say less of it."""

MEMBERS = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where an object holds others that tell of the same page; its comments, videos and lists tell of other things."""

TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
WRAPPING = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//.*\n)+|(?:-->|\]\]>|;)+\s*$")
MOST_OBJECTS = 1_000

MOSTLY_THERE = 0.75
"""A text with this share of the words of an article is all of it: words are counted differently, captions and all."""

TEASER, OPENING = 50, 200
"""A text that isn't free to read is cut short if it has fewer words: one that the page gives as all, and any other."""


def objects_in(tree: HtmlElement) -> list[JsonObject]:
    """Return the objects that tell of the page, outer ones first; scripts that are no JSON are passed over."""
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]")
    waiting = [value for script in scripts for value in _values_in(script.text or "")]
    found: list[JsonObject] = []
    while waiting and len(found) < MOST_OBJECTS:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            found.append(value)
            waiting[:0] = [value[key] for key in MEMBERS if key in value]
    return found


def _values_in(script: str) -> Iterator[Any]:
    text = WRAPPING.sub("", script)
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            yield json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return


def types_of(value: JsonObject) -> list[str]:
    """Return the names of an object's types, without the address of schema.org before them."""
    given = value.get("@type")
    names = given if isinstance(given, list) else [given]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def is_article(value: JsonObject) -> bool:
    """Whether an object is an article, of whatever kind."""
    return any(name.endswith("Article") or name in POSTINGS for name in types_of(value))


def article_in(objects: list[JsonObject], titles: set[str]) -> JsonObject:
    """Return the page's article among its objects: the one with one of these titles, in lower case, or the first.

    What tells of the page as a whole (WebPage) is next best; an empty object if there is nothing.
    """
    articles = [value for value in objects if is_article(value)]
    pages = [value for value in objects if any(name.endswith("Page") for name in types_of(value))]
    fitting = [value for value in articles if (text_of(value, "headline") or "").lower() in titles]
    return next(iter([*fitting, *articles, *pages]), {})


def text_of(value: JsonObject, key: str) -> str | None:
    """Return a value as text on one line: a string, the name of an object, or the first of several."""
    given = value.get(key)
    if isinstance(given, list):
        given = next(iter(given), None)
    if isinstance(given, dict):
        given = given.get("name") or given.get("@value") or given.get("@id")
    return " ".join(given.split()) or None if isinstance(given, str) else None


def names_of(value: JsonObject, key: str) -> list[str]:
    """Return the names of people or organizations that an object gives under `key`."""
    given = value.get(key)
    people = given if isinstance(given, list) else [given]
    return [name for person in people if (name := text_of({key: person}, key))]


def is_cut_short(value: JsonObject, paragraphs: list[Paragraph]) -> bool:
    """Whether an article that isn't free to read is longer than what the page has of it, as far as the page says."""
    if str(value.get("isAccessibleForFree")).lower() not in ("false", "no", "0"):
        return False
    words = _count_words(paragraphs)
    if stated := _stated_words(value):
        return words < MOSTLY_THERE * stated
    given = _count_words(body_paragraphs(value))
    return words < max(MOSTLY_THERE * given, TEASER if given else OPENING)


def _stated_words(value: JsonObject) -> int:
    """How many words an article says it has; 0 if it says nothing."""
    digits = re.sub(r"[\s,.]", "", str(value.get("wordCount", "")))
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 0


def _count_words(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in paragraphs if paragraph.kind == "text")


def body_paragraphs(value: JsonObject) -> list[Paragraph]:
    """Return the paragraphs of an article that has its text in JSON-LD, a live blog's entries behind it."""
    updates = value.get("liveBlogUpdate")
    entries = [entry for entry in updates if isinstance(entry, dict)] if isinstance(updates, list) else []
    texts = [value.get("articleBody")]
    for entry in entries:
        texts += [entry.get("headline"), entry.get("articleBody")]
    return [paragraph for text in texts if isinstance(text, str) for paragraph in fragment_paragraphs(text)]
