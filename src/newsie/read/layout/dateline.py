"""The dateline that opens a story: "RAWALPINDI, Jan 14 (Agency) —"."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from newsie.read.layout.dateline_rules import dateline_rules
from newsie.read.layout.full_dates import date_pattern, month_numbers, weekday_names
from newsie.read.layout.lines import Line
from newsie.records import Dateline

OPENING_LINES = 8
"""A dateline is looked for in so many lines from the top, for headline, byline and release lines come before it."""

LONGEST_OPENING = 400
"""No dateline is longer; the rest of a line is not looked at."""

SHORTEST_STORY = 60
"""So many characters must follow a place in ordinary case without a date; a shorter line is a label with its title."""


def find_dateline(lines: Sequence[Line]) -> Dateline | None:
    """Return the dateline of a story, of which `lines` are those that can open it: no headline, no boilerplate.

    A place alone in ordinary case ("Harare — A man …") counts in the first of them only.
    """
    for line in lines[:OPENING_LINES]:
        if dateline := dateline_of(line):
            is_speaker = dateline.text.endswith(":") and not dateline.date and _speakers(lines, line, str.isupper)
            return None if is_speaker else dateline
    return _plain_dateline(lines[0], lines) if lines else None


def dateline_of(line: Line) -> Dateline | None:
    """Return the dateline that `line` begins with, if it has a date or its place is in capitals; None otherwise."""
    text = line.text[:LONGEST_OPENING]
    match = _dated().match(text)
    if match and _is_place(match["place"]) and _continues(text[match.end() :]):
        return _dateline(line, match, "bracketed" if match["bracketed"] else "date")
    match = UNDATED.match(text)
    if match and _in_capitals(match["place"]) and _is_place(match["place"]) and _continues(text[match.end() :]):
        return _dateline(line, match)
    return None


def _plain_dateline(line: Line, lines: Sequence[Line]) -> Dateline | None:
    match = UNDATED.match(line.text[:LONGEST_OPENING])
    if not match or not match["end"] or not _is_place(match["place"]):
        return None
    story = line.text[match.end() :].lstrip()
    if len(story) < SHORTEST_STORY or not (story[0].isupper() or story[0].isdigit() or story[0] in "\"'“‘"):
        return None
    if match["end"] == ":":
        is_aside = re.split(r"\W", story)[0] in ("", *dateline_rules().speech) or bool(_speakers(lines, line))
    else:
        is_aside = match["end"].strip() in story.split(". ")[0]
    return None if is_aside else _dateline(line, match)


def _speakers(lines: Sequence[Line], but: Line, test: Callable[[str], bool] = bool) -> list[str]:
    """Who speaks, "Name: …", in the other lines of what is then a transcript, of those whose name passes a test."""
    matches = [SPEAKER.match(line.text) for line in lines if line is not but]
    names = [match["speaker"] for match in matches if match]
    return [name for name in names if test(name) and not _labels() & set(name.lower().split())]


def _dateline(line: Line, match: re.Match[str], date: str | None = None) -> Dateline:
    whole = line.span(0, match.end())
    return Dateline(
        start=whole.start,
        end=whole.end,
        text=whole.text,
        place=line.span(*match.span("place")),
        date=line.span(*match.span(date)) if date else None,
    )


def _continues(story: str) -> bool:
    """Whether prose follows, or nothing; a headline in capitals has no dateline."""
    return not story.strip() or any(letter.islower() for letter in story)


def _in_capitals(place: str) -> bool:
    return all(word.isupper() or len(word) <= 3 for word in place.split()) and place.split()[0].isupper()


def _is_place(place: str) -> bool:
    """Whether `place` is written as names of places are, and has no word that cannot be in one."""
    if place.lower() in (name.lower() for name in dateline_rules().places):
        return True
    words = re.findall(r"[\w'’ʻ.-]+", place)
    capitalized = words[0][0].isupper() and (words[-1][0].isupper() or "-" in words[-1])
    return capitalized and len(place) > 2 and all(_is_place_word(word) for word in words)


def _is_place_word(word: str) -> bool:
    """Whether a place's name may have `word`: "es" and "el-Sheikh", but no capitalized label or function word."""
    if word[0].islower():
        return len(word) <= 3 or "-" in word
    return word.lower() not in _no_places()


@cache
def _no_places() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return _labels() | set(weekday_names()) | set(month_numbers()) | STOP_WORDS


@cache
def _labels() -> frozenset[str]:
    return frozenset(label.lower() for label in dateline_rules().labels)


_WORD = r"(?:(?i:st|ste|sta|ft|mt)\. )?[^\W\d_]+(?:['’ʻ-][^\W\d_]+)*"
_PLACE = rf"(?P<place>{_WORD}(?:(?: ?/ ?| ){_WORD}){{0,4}}?)"
_NAME = r"[^\W\d_a-z][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*\.?){0,2}"
_REGION = rf"(?:,\s+(?:(?:[A-Z]\.\s?){{2,4}}|{_NAME}))"
_AGENCY = r"(?:,?\s*(?:\([^()]{1,80}\)|\[[^\[\]]{1,80}\])|\.?\s*/[^/]{1,40}/)"
_BREAK = (
    r"\s*:\s*(?:--|[-–—])(?=\s)|\s*(?:—|―|--)|\s*–(?=\s)|\s+-(?=\s)|(?<=\))\s*[-–]"
    r"|\.\s?[-–](?=\s)|\s*:(?=\s|$)"
)

SPEAKER = re.compile(r"(?P<speaker>[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,3}):\s")
UNDATED = re.compile(
    # A full stop ends a place only after five letters: what is shorter may be an acronym.
    rf"{_PLACE}(?:(?:{_REGION}){{0,2}}(?:{_AGENCY})?(?P<end>{_BREAK})|(?<=[^\W\d_]{{5}})\.(?=\s+[^\W\d_]))"
)


@cache
def _dated() -> re.Pattern[str]:
    """A place in any case with a date, and perhaps region and agency, up to the dash, colon or end of the line."""
    date = date_pattern()
    bracketed = rf",?\s*\((?:[^()]{{0,60}}[\s,])?(?P<bracketed>{date})\s*\)"
    when = rf"(?:(?:,?\s+|\s+[-–—]\s+)(?P<date>{date})|{bracketed})"
    region = rf"(?!,\s+{date}){_REGION}"
    agency = rf"(?!,?\s*\((?:[^()]{{0,60}}[\s,])?{date}\s*\)){_AGENCY}"
    end = rf"{_BREAK}|\s+-(?=[A-Z])|(?<=/)\.(?=\s)|\.(?=\s+[^\W\d_])|(?<=\))(?=\s+[^\W\d_])|\s*\.?$"
    return re.compile(rf"{_PLACE}(?:{region}){{0,2}}(?:{agency})?{when}(?:{_AGENCY}|,\s+{_NAME})?(?:{end})")
