"""Calendar dates as they are written: patterns for any of them, and the day that a complete one names."""

import datetime
import re
from collections.abc import Collection, Mapping
from functools import cache

from newsie.dates.grammar import rules


def month_numbers() -> Mapping[str, int | str]:
    """The number of each month, January 1, by its names in lower case, short ones too."""
    return rules().words["month"]


def weekday_names() -> Collection[str]:
    """The names of the weekdays in lower case, short ones too."""
    return rules().words["any_weekday"].keys()


@cache
def date_pattern() -> str:
    """A regular expression, without named groups, for a date or weekday: "Tuesday", "Jan. 14", "14 January 2025"."""
    month = rf"(?i:{'|'.join(month_numbers())})\b\.?"
    weekday = rf"(?i:{'|'.join(weekday_names())})\b\.?"
    day = r"\d{1,2}(?i:st|nd|rd|th)?"
    worded = rf"(?:{month}\s+{day}\b(?:,?\s+\d{{4}}\b)?|{day}\s+(?:of\s+)?{month}(?:,?\s+\d{{4}}\b)?)"
    numeric = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)"
    return rf"(?:(?:{weekday},?\s+)?(?:{worded}|{numeric})|{weekday})"


def full_date(text: str) -> datetime.date | None:
    """Return the day that `text`, a date and nothing else, names, or None if it is incomplete, ambiguous or impossible.

    Day and month in figures ("03/04/2024") are told apart only where one of them is over twelve, where both are
    the same or where dots divide them ("03.04.2024"), which is how countries write them that put the day first.
    """
    if iso := re.fullmatch(r"(?:\D*\s)?(\d{4})-(\d{2})-(\d{2})", text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures := re.fullmatch(r"(?:\D*\s)?(\d{1,2})([./-])(\d{1,2})[./-](\d{4})", text):
        return _day_in_figures(int(figures[1]), int(figures[3]), int(figures[4]), dotted=figures[2] == ".")
    numbers = re.findall(r"\d+", text)
    month = _month(text)
    if month is None or len(numbers) != 2:
        return None
    return _day(int(numbers[1]), month, int(numbers[0]))


def _day_in_figures(first: int, second: int, year: int, *, dotted: bool) -> datetime.date | None:
    if dotted:
        return _day(year, second, first)
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month(text: str) -> int | None:
    words = set(re.findall(r"[a-z]+", text.lower()))
    return next((int(number) for name, number in month_numbers().items() if name in words), None)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
