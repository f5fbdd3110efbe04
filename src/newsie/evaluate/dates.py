"""The days that a date covers, and whether a predicted date covers those of the gold."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from newsie.records import DateValue

Days = tuple[date, date]

# A gold date as long as a month stands for "early March" too: any days within it are right.
SHORTEST_MONTH = 28


def days(value: str) -> Days:
    """Return first and last day of an ISO 8601 day, week (2025-W02), month, year or start/end interval.

    Raises ValueError for anything else.
    """
    start, _, end = value.partition("/")
    if end:
        return days(start)[0], days(end)[1]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        year, number = int(week[1]), int(week[2])
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    day = date.fromisoformat(value)
    return day, day


def same_days(predicted: DateValue | None, gold_values: Iterable[str]) -> bool:
    """Tell whether a predicted date covers exactly the days of a gold value, or lies within one as long as a month."""
    covered = _predicted_days(predicted) if predicted else None
    return covered is not None and any(_agree(covered, days(value)) for value in gold_values)


def _predicted_days(predicted: DateValue) -> Days | None:
    if predicted.from_ and predicted.to:
        return predicted.from_, predicted.to
    try:
        return days(predicted.value) if predicted.value else None
    except ValueError:  # a TIMEX3 value without days, such as PRESENT_REF
        return None


def _agree(predicted: Days, gold: Days) -> bool:
    length = (gold[1] - gold[0]).days + 1
    return predicted == gold or (length >= SHORTEST_MONTH and gold[0] <= predicted[0] and predicted[1] <= gold[1])
