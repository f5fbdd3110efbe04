"""What phrases for weeks, months, years and for what is counted in them mean: see `newsie.dates.day_phrases`."""

from newsie.dates import periods
from newsie.dates.choice import LAST, Context, Meaning, Tense, in_year, nearest, towards
from newsie.dates.grammar import Slots
from newsie.dates.periods import DAY, Period


def relative_unit(slots: Slots, context: Context) -> Meaning | None:
    """Last week, next month, this year; earlier this month; `the end of the month` has no shift: this one."""
    if context.published is None or slots.unit is None:
        return None
    return periods.unit_at(slots.unit, context.published, slots.shift or 0), "relative"


def weekend(slots: Slots, context: Context) -> Meaning | None:
    """The weekend, this weekend: by tense, or the one that publication falls on; last, next weekend: by week."""
    if slots.shift:
        return relative_unit(slots, context)
    return _weekend_near(context, context.tense or ("past" if slots.shift is None else "future"))


def passing_weekend(slots: Slots, context: Context) -> Meaning | None:
    """The past weekend, this coming weekend."""
    return _weekend_near(context, towards(slots))


def _weekend_near(context: Context, tense: Tense) -> Meaning | None:
    if context.published is None:
        return None
    weekends = [periods.unit_at("weekend", context.published, shift) for shift in (-1, 0, 1)]
    chosen = nearest(weekends, Context(context.published, "future" if tense == "present" else tense))
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


def quarter(slots: Slots, context: Context) -> Meaning | None:
    """The third quarter; Q3 2024; the first quarter of next year."""
    return in_year(slots, context, lambda year: periods.quarter(year, slots.ordinal or 0))


def half(slots: Slots, context: Context) -> Meaning | None:
    """The second half of 2024; H1; the first half of next year."""
    return in_year(slots, context, lambda year: periods.half(year, slots.ordinal or 0))


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
