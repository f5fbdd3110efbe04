import calendar
import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.dates import resolve
from newsie.records import DateValue

TABLE = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))
ROWS = [row for rows in TABLE.values() for row in rows]
PUBLISHED = datetime.date(2025, 1, 14)
ANCHOR = datetime.date(2024, 2, 28)
Interval = tuple[datetime.date, datetime.date]


def interval(value: str) -> Interval:
    """The days of a TIMEX3 value, by other means than the code under test: one rule for each form of the value."""
    if "/" in value:
        first, last = value.split("/")
        return interval(first)[0], interval(last)[1]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        year, week = int(match[1]), int(match[2])
        return datetime.date.fromisocalendar(year, week, 6 if match[3] else 1), datetime.date.fromisocalendar(
            year, week, 7
        )
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if match[2] == "Q" else 6
        return months(int(match[1]), length * (int(match[3]) - 1) + 1, length)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return months(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"\d{2,4}", value):
        return datetime.date(int(value.ljust(4, "0")), 1, 1), datetime.date(int(value.ljust(4, "9")), 12, 31)
    return datetime.date.fromisoformat(value), datetime.date.fromisoformat(value)


def months(year: int, first: int, count: int) -> Interval:
    last = first + count - 1
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def consistent(date: DateValue) -> bool:
    """Whether value and interval say the same, or are both unknown."""
    if date.value is None or date.from_ is None or date.to is None:
        return (date.value, date.from_, date.to, date.basis) == (None, None, None, None)
    return date.basis is not None and (date.from_, date.to) == interval(date.value) and date.from_ <= date.to


@pytest.mark.parametrize(("phrase", "published", "tense", "value", "basis"), ROWS)
def test_phrase(phrase: str, published: str, tense: Any, value: str, basis: str) -> None:
    day = datetime.date.fromisoformat(published) if published else None
    date = resolve(phrase, day, tense=tense or None)
    assert (date.value or "", date.basis or "") == (value, basis)
    assert date.text == phrase
    assert consistent(date)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("a day earlier", "2024-02-27"),
        ("two days later", "2024-03-01"),
        ("the following day", "2024-02-29"),
        ("the previous day", "2024-02-27"),
        ("the next morning", "2024-02-29"),
        ("the same day", "2024-02-28"),
        ("that evening", "2024-02-28"),
        ("the same week", "2024-W09"),
        ("a week later", "2024-W10"),
        ("two months later", "2024-04"),
        ("the following year", "2025"),
        ("the following Thursday", "2024-02-29"),
        ("the following Wednesday", "2024-03-06"),
        ("the previous Friday", "2024-02-23"),
    ],
)
def test_from_the_day_last_mentioned(phrase: str, value: str) -> None:
    date = resolve(phrase, PUBLISHED, anchor=ANCHOR)
    assert (date.value, date.basis) == (value, "relative")
    assert consistent(date)
    assert resolve(phrase, PUBLISHED).value is None


@given(st.text())
def test_any_text_is_resolved_without_an_error(text: str) -> None:
    assert consistent(resolve(text, PUBLISHED, anchor=ANCHOR))


@given(st.sampled_from([row[0] for row in ROWS]), st.dates(), st.sampled_from(["past", "future", None]), st.dates())
def test_value_and_interval_agree(phrase: str, published: datetime.date, tense: Any, anchor: datetime.date) -> None:
    assert consistent(resolve(phrase, published, tense=tense, anchor=anchor))


@given(st.lists(st.sampled_from(sorted({word for row in ROWS for word in row[0].split()})), max_size=8), st.dates())
def test_any_sequence_of_date_words_is_resolved(words: list[str], published: datetime.date) -> None:
    assert consistent(resolve(" ".join(words), published, anchor=published))


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_a_full_date_is_itself(day: datetime.date) -> None:
    for text in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%A}, {day:%B} {day.day}, {day.year}"):
        assert (resolve(text).from_, resolve(text).value) == (day, day.isoformat())


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_away(published: datetime.date, number: int) -> None:
    past = resolve(calendar.day_name[number], published, tense="past").from_
    future = resolve(calendar.day_name[number], published, tense="future").from_
    assert past
    assert future
    assert 0 <= (published - past).days <= 6
    assert 0 <= (future - published).days <= 6
    assert past.weekday() == future.weekday() == number
