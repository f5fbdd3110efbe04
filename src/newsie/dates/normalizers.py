"""What each kind of phrase means: small pure functions of its words and their context, named in `rules/dates.toml`.

Each returns the period with its basis, or None where the context doesn't say enough. For a day that does not exist they
raise ValueError or OverflowError, as `newsie.dates.periods` does.
"""

import datetime
import re
from collections.abc import Callable, Mapping

from newsie.dates import periods
from newsie.dates.choice import Context, Meaning, Tense, existing, in_year, nearest, of_years
from newsie.dates.grammar import Slots
from newsie.dates.periods import DAY, Period

LAST = -1


def numeric_date(slots: Slots, context: Context) -> Meaning | None:
    """2025-01-14, 2025/1/14, 25/08/2022, 20.04.2023; None where day and month could be swapped."""
    text = slots.numeric or ""
    numbers = [int(number) for number in re.findall("[0-9]+", text)]
    if numbers[0] > 31:
        return periods.day(datetime.date(*numbers)), "stated"
    first, second, year = numbers
    if "." in text or first > 12 or first == second:
        return periods.day(datetime.date(year, second, first)), "stated"
    return (periods.day(datetime.date(year, first, second)), "stated") if second > 12 else None


def calendar_day(slots: Slots, context: Context) -> Meaning | None:
    """14 February 2020; Jan 14; Tuesday (Jan 14): a weekday that agrees confirms the year."""
    month, day = slots.month or 0, slots.day or 0

    def make(year: int) -> Period:
        return periods.day(datetime.date(year, month, day))

    if slots.weekday is not None and slots.year is None and slots.shift is None:
        agreeing = [p for p in of_years(make, context) if p and p.first.weekday() == slots.weekday]
        if period := nearest(agreeing, context):
            return period, "stated"
    return in_year(slots, context, make)


def day_range(slots: Slots, context: Context) -> Meaning | None:
    """14-16 October; from April 30 to May 2; Jan 3-5, 2024. A year at the end is the year of the end."""
    month, to_month = slots.month or 0, slots.to_month or slots.month or 0
    day, to_day = slots.day or 0, slots.to_day or 0
    turn = (to_month, to_day) < (month, day)
    if turn and slots.to_month is None:
        raise ValueError("days in reverse order")

    def make(year: int) -> Period:
        return periods.days(datetime.date(year, month, day), datetime.date(year + turn, to_month, to_day))

    if slots.year is None and slots.to_year is not None:
        return make(slots.to_year - turn), "stated"
    if slots.year is not None and slots.to_year is not None:
        last = datetime.date(slots.to_year, to_month, to_day)
        return periods.days(datetime.date(slots.year, month, day), last), "stated"
    return in_year(slots, context, make)


def day_pair(slots: Slots, context: Context) -> Meaning | None:
    """16 and 17 January; None for days that don't follow each other, which are no interval."""
    return day_range(slots, context) if slots.to_day == (slots.day or 0) + 1 else None


def weekday(slots: Slots, context: Context) -> Meaning | None:
    """Tuesday; Monday night: the last one up to publication, or the first from publication on, by tense."""
    if context.published is None or slots.weekday is None:
        return None
    return periods.day(_weekday_near(slots.weekday, context.published, context.tense)), "relative"


def _weekday_near(number: int, date: datetime.date, tense: Tense | None) -> datetime.date:
    """A weekday on or beside `date`: "meets on Tuesday" is to come, and what nothing is known of has happened."""
    ahead = (number - date.weekday()) % 7
    if tense in ("future", "present") or (tense == "unclear" and ahead <= 3):
        return date + ahead * DAY
    return date - (7 - ahead) % 7 * DAY


def shifted_weekday(slots: Slots, context: Context) -> Meaning | None:
    """Last Friday (the latest before publication); next Tuesday (of next week); this Friday (by tense)."""
    if context.published is None or slots.weekday is None:
        return None
    if slots.shift == 0:
        return periods.day(_weekday_near(slots.weekday, context.published, context.tense or "future")), "relative"
    if slots.shift == LAST:
        return periods.day(_weekday_near(slots.weekday, context.published - DAY, "past")), "relative"
    return weekday_of_week(slots, context)


def weekday_of_week(slots: Slots, context: Context) -> Meaning | None:
    """Tuesday last week; Monday of next week."""
    if context.published is None:
        return None
    monday = periods.unit_at("week", context.published, slots.shift or 0).first
    return periods.day(monday + (slots.weekday or 0) * DAY), "relative"


def weekday_range(slots: Slots, context: Context) -> Meaning | None:
    """Between Monday and Thursday; Tuesday-Thursday."""
    if context.published is None or slots.weekday is None or slots.to_weekday is None:
        return None
    length = (slots.to_weekday - slots.weekday) % 7 * DAY
    if context.tense in ("future", "present"):
        first = _weekday_near(slots.weekday, context.published, "future")
    else:
        first = _weekday_near(slots.to_weekday, context.published, "past") - length
    return periods.days(first, first + length), "relative"


def relative_day(slots: Slots, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow, this morning, last night: `shift` days from publication."""
    if context.published is None:
        return None
    return periods.day(context.published + (slots.shift or 0) * DAY), "relative"


def relative_unit(slots: Slots, context: Context) -> Meaning | None:
    """Last week, next month, this year; earlier this month; `the end of the month` has no shift: this one."""
    if context.published is None or slots.unit is None:
        return None
    return periods.unit_at(slots.unit, context.published, slots.shift or 0), "relative"


def plain_weekend(slots: Slots, context: Context) -> Meaning | None:
    """The weekend, this weekend: by tense; the one that publication falls on, if it does."""
    if context.published is None:
        return None
    weeks = [periods.unit_at("weekend", context.published, shift) for shift in (-1, 0, 1)]
    default: Tense = "future" if slots.shift == 0 else "past"
    tense = "future" if context.tense == "present" else context.tense or default
    chosen = nearest(weeks, Context(context.published, tense))
    return (chosen, "relative") if chosen else None


def ago(slots: Slots, context: Context) -> Meaning | None:
    """Three days ago; two weeks ago (that week); two years ago (that year)."""
    if context.published is None or slots.unit is None or slots.number is None:
        return None
    return periods.unit_at(slots.unit, context.published, -slots.number), "relative"


def ahead(slots: Slots, context: Context) -> Meaning | None:
    """Three days from now; in two weeks' time."""
    if context.published is None or slots.unit is None or slots.number is None:
        return None
    return periods.unit_at(slots.unit, context.published, slots.number), "relative"


def from_anchor(slots: Slots, context: Context) -> Meaning | None:
    """A day earlier, two days later, the following day, the same week: from the day last mentioned."""
    if context.anchor is None or slots.unit is None:
        return None
    number = 1 if slots.number is None else slots.number
    return periods.unit_at(slots.unit, context.anchor, (slots.shift or 0) * number), "relative"


def weekday_from_anchor(slots: Slots, context: Context) -> Meaning | None:
    """The following Tuesday, the previous Friday: from the day last mentioned."""
    if context.anchor is None or slots.weekday is None or slots.shift is None:
        return None
    tense: Tense = "future" if slots.shift > 0 else "past"
    return periods.day(_weekday_near(slots.weekday, context.anchor + slots.shift * DAY, tense)), "relative"


def month(slots: Slots, context: Context) -> Meaning | None:
    """August; late March; February 2024; the second half of July; August last year."""
    return in_year(slots, context, lambda year: periods.month(year, slots.month or 0))


def nearest_month(slots: Slots, context: Context) -> Meaning | None:
    """The February election: the nearest February, whatever the tense."""
    return month(slots, Context(context.published))


def shifted_month(slots: Slots, context: Context) -> Meaning | None:
    """Last April (the latest that has ended), next June (the first that has not begun), this March (of this year)."""
    if context.published is None or slots.month is None:
        return None
    year, ahead_of = context.published.year, slots.month - context.published.month
    if slots.shift == LAST:
        year -= ahead_of >= 0
    elif slots.shift:
        year += ahead_of <= 0
    return periods.month(year, slots.month), "relative"


def month_range(slots: Slots, context: Context) -> Meaning | None:
    """From March to May; between November and January."""
    turn = (slots.to_month or 0) < (slots.month or 0)

    def make(year: int) -> Period:
        first = periods.month(year, slots.month or 0)
        last = periods.month(year + turn, slots.to_month or 0)
        return Period(f"{first.value}/{last.value}", first.first, last.last)

    if slots.year is not None:
        return make(slots.year - turn), "stated"
    return in_year(slots, context, make)


def week_of_month(slots: Slots, context: Context) -> Meaning | None:
    """The first week of June: its days 1 to 7; the last week of October: its last seven days."""

    def make(year: int) -> Period:
        return _week_of(periods.month(year, slots.month or 0), slots.ordinal or 0)

    return in_year(slots, context, make)


def week_of_relative_month(slots: Slots, context: Context) -> Meaning | None:
    """The second week of last month."""
    if context.published is None:
        return None
    return _week_of(periods.month_at(context.published, slots.shift or 0), slots.ordinal or 0), "relative"


def _week_of(whole: Period, ordinal: int) -> Period:
    if ordinal == LAST:
        return periods.days(whole.last - 6 * DAY, whole.last)
    if not 1 <= ordinal <= 4:
        raise ValueError("a month has four whole weeks")
    first = whole.first + 7 * (ordinal - 1) * DAY
    return periods.days(first, first + 6 * DAY)


def day_of_month(slots: Slots, context: Context) -> Meaning | None:
    """The 20th: of the month that tense and publication date make nearest."""
    published = context.published
    if published is None:
        return None

    def make(shift: int) -> Period:
        return periods.day(periods.month_at(published, shift).first.replace(day=slots.day or 0))

    period = nearest([existing(make, shift) for shift in (-1, 0, 1)], context)
    return (period, "assumed") if period else None


def day_of_relative_month(slots: Slots, context: Context) -> Meaning | None:
    """The 14th of this month; the 3rd of next month."""
    if context.published is None:
        return None
    whole = periods.month_at(context.published, slots.shift or 0)
    return periods.day(whole.first.replace(day=slots.day or 0)), "relative"


def quarter(slots: Slots, context: Context) -> Meaning | None:
    """The third quarter; Q3 2024; the first quarter of next year."""
    return in_year(slots, context, lambda year: periods.quarter(year, 4 if slots.ordinal == LAST else slots.ordinal or 0))


def half(slots: Slots, context: Context) -> Meaning | None:
    """The second half of 2024; H1; the first half of next year."""
    return in_year(slots, context, lambda year: periods.half(year, 2 if slots.ordinal == LAST else slots.ordinal or 0))


def year(slots: Slots, context: Context) -> Meaning | None:
    """2018; late 2019."""
    return periods.year(slots.year or 0), "stated"


def year_range(slots: Slots, context: Context) -> Meaning | None:
    """From 1990 to 1995; 2018-2020."""
    first, last = periods.year(slots.year or 0), periods.year(slots.to_year or 0)
    if last.first <= first.first:
        raise ValueError("years in reverse order")
    return Period(f"{first.value}/{last.value}", first.first, last.last), "stated"


def decade(slots: Slots, context: Context) -> Meaning | None:
    """The 1990s."""
    return periods.decade(slots.year or 0), "stated"


def century(slots: Slots, context: Context) -> Meaning | None:
    """The 20th century."""
    return periods.century(slots.ordinal or 0), "stated"


def unknown(slots: Slots, context: Context) -> Meaning | None:
    """Ramadan, the summer, recent days, the fiscal year: expressions of time whose days can't be known."""
    return None


Normalizer = Callable[[Slots, Context], Meaning | None]
NORMALIZERS: Mapping[str, Normalizer] = {
    function.__name__: function
    for function in (
        numeric_date,
        calendar_day,
        day_range,
        day_pair,
        weekday,
        shifted_weekday,
        weekday_of_week,
        weekday_range,
        relative_day,
        relative_unit,
        plain_weekend,
        ago,
        ahead,
        from_anchor,
        weekday_from_anchor,
        month,
        nearest_month,
        shifted_month,
        month_range,
        week_of_month,
        week_of_relative_month,
        day_of_month,
        day_of_relative_month,
        quarter,
        half,
        year,
        year_range,
        decade,
        century,
        unknown,
    )
}
