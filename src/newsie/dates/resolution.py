"""Phrase and publication date in, TIMEX3 value and interval of days out."""

import datetime
from typing import Literal

from newsie.dates.choice import Context
from newsie.dates.grammar import Match, grammar
from newsie.dates.normalizers import NORMALIZERS
from newsie.records import DateValue


def resolve(
    text: str,
    published: datetime.date | None = None,
    *,
    tense: Literal["past", "future"] | None = None,
    anchor: datetime.date | None = None,
) -> DateValue:
    """Return the days that the expression of time `text` covers, resolved against the day of publication.

    `tense` is that of the clause it stands in: "met on Tuesday" is past, "will meet on Tuesday" future; without it, a
    weekday is taken to be past and other dates to be near. `anchor` is the day last mentioned, for "a day earlier" and
    "the following day". What can't be known (no publication date, 31 February, no date at all) is null. Never raises.
    """
    match = grammar().longest(text)
    return resolve_match(match, text, Context(published, tense, anchor)) if match else DateValue(text=text)


def resolve_match(match: Match, text: str, context: Context) -> DateValue:
    """Return what `match` means in `context`, as the value of the expression `text`."""
    try:
        meaning = NORMALIZERS[match.normalizer](match.slots, context)
    except (ValueError, OverflowError):
        # A day that no calendar has: 31 February, the year 0.
        meaning = None
    if meaning is None:
        return DateValue(text=text)
    period, basis = meaning
    return DateValue.model_validate(
        {"text": text, "value": period.value, "from": period.first, "to": period.last, "basis": basis}
    )
