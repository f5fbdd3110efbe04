"""The day that a timestamp names, in the forms in which programs write them."""

import datetime
import re
from email.utils import parsedate_to_datetime

from newsie.read.layout.full_dates import full_date

ISO = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ]?\d{2}:?\d{2}.*)?", re.DOTALL)
"""ISO 8601, basic ("20250114T103000Z") and extended; its zone says where the day is meant."""

TIME = re.compile(
    r"\W*\b(?:at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?(?:[A-Z]{1,4}T|UTC|Z)\b\)?)?"
    r"(?:\s*[+-]\d{2}:?\d{2}\b)?",
    re.IGNORECASE,
)
"""The time of day in "Tue, 14 Jan 2025 10:00:00 +0000" (RFC 2822) and "January 14, 2025 at 10:30 a.m. EST"."""

EPOCHS = ((10**8, 1), (10**11, 10**3), (10**14, 10**6), (10**17, 10**9))
"""From which number on a count since 1970 is one of seconds, of milliseconds, and so on, and how many make a second."""

FIRST_YEAR, LAST_YEAR = 1700, 2200
"""Newspapers are not older than 1700; years outside are ones of two digits, numbers of something else, or no dates."""

LONGEST = 100
"""A timestamp has fewer characters; more are prose."""


def day_of(value: object) -> datetime.date | None:
    """Return the day that a timestamp names, or None if it names none for certain.

    That of a timestamp with a zone is the day there; that of a number of seconds or milliseconds since 1970 is the one
    in UTC.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _plausible(_day_of_number(value))
    if isinstance(value, str) and len(value.strip()) <= LONGEST:
        return _plausible(_day_of_text(value.strip()))
    return None


def day_sent(date: str) -> datetime.date | None:
    """Return the day that the Date header of a mail names, where it was sent, or None if it names none.

    Mail has more ways to write a date than other programs (RFC 5322, 4.3): years of two digits, comments.
    """
    try:
        return _plausible(parsedate_to_datetime(date).date())
    except (ValueError, TypeError, IndexError, OverflowError):  # the library's, for what is no date
        return None


def _plausible(day: datetime.date | None) -> datetime.date | None:
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _day_of_text(text: str) -> datetime.date | None:
    if re.fullmatch(r"[0-9]{8,19}(?:\.[0-9]+)?", text):
        return _day_of_number(float(text))
    if iso := ISO.fullmatch(text):
        return full_date(f"{iso[1]}-{iso[3]}-{iso[4]}")
    return full_date(TIME.sub("", text, count=1).strip(" ,"))


def _day_of_number(number: float) -> datetime.date | None:
    """A count since 1970, or digits that are a date themselves: 20250114, GDELT's 20250114103000."""
    if number != number or abs(number) >= 10**20:
        return None
    if digits := re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d{6})?", str(int(number))):
        return full_date(f"{digits[1]}-{digits[2]}-{digits[3]}")
    units = next((units for least, units in reversed(EPOCHS) if number >= least), None)
    return None if units is None else datetime.datetime.fromtimestamp(number / units, datetime.UTC).date()
