"""The codes that political science gives to meetings and agreements: CAMEO, and its successor PLOVER.

Sources: CAMEO Event and Actor Codebook 1.1b3 (Schrodt, 2012), chapters 03-05 and 12; PLOVER manual (Open Event Data
Alliance, github.com/openeventdata/PLOVER, PLOVER_MANUAL.tex), sections Auxiliary modes, AGREE, CONSULT, REJECT and
SANCTION, and its table CAMEO2PLOVER-2021.txt.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from newsie.records import Codes, PloverEvent, Status

CONSULT: PloverEvent = "CONSULT"


CONSULTED = "040"
"""CAMEO's code for meetings of which nothing more is known."""

THIRD_LOCATION = ("044", "third-party")
"""CAMEO 044, "Meet at a 'third' location", and PLOVER's mode for it."""


class _Event(NamedTuple):
    """What is coded of a meeting that did not take place, or not yet."""

    cameo: str | None = None
    plover: PloverEvent | None = None
    mode: str | None = None


_UNREALIZED: dict[Status, _Event] = {
    # CAMEO 036 "Express intent to meet or negotiate"; PLOVER: "References to future meetings, summits, state visits,
    # etc. … should be coded as AGREE".
    "planned": _Event("036", "AGREE"),
    # CAMEO 125 "Reject proposal to meet", in the table REJECT with mode meet; PLOVER: "Cancellation of meetings are
    # REJECT".
    "cancelled": _Event("125", "REJECT", "meet"),
    # PLOVER's auxiliary modes negation and hypothetical: no event.
    "denied": _Event(),
    "possible": _Event(),
}


def is_third_location(place: str | None, participants: Sequence[Set[str]]) -> bool:
    """Whether a meeting in the country `place` is, as CAMEO 044 says, at a third location.

    Each of `participants` is the set of countries that one comes from; all must be known, and be two or more.
    """
    countries = {country for origins in participants for country in origins}
    return place is not None and all(participants) and len(countries) > 1 and place not in countries


def meeting_codes(cameo: str, plover_mode: str | None, status: Status) -> Codes:
    """Return the codes of a meeting whose frame has CAMEO code `cameo` and PLOVER mode `plover_mode`."""
    event = _UNREALIZED.get(status, _Event(cameo, CONSULT, plover_mode))
    return Codes(
        cameo=cameo,
        plover=CONSULT,
        plover_mode=plover_mode,
        cameo_event=event.cameo,
        plover_event=event.plover,
        plover_event_mode=event.mode,
    )
