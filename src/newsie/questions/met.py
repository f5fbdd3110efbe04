"""`newsie met`: every encounter of two."""

from sqlite_utils import Database

from newsie.questions.answers import Encounter, Encounters
from newsie.questions.selection import Selection, selected


def met(db: Database, left: frozenset[str], right: frozenset[str]) -> Encounters:
    """Return the meetings of any of the people, organizations or countries `left` with another of `right` (ids)."""
    found = selected(db, Selection(present=(left, right)))
    return Encounters(meetings=tuple(one for one in found if _are_two(one, left, right)))


def _are_two(meeting: Encounter, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether not one participant alone can be both who were asked for."""
    ids = {one.id for one in meeting.participants if one.id}
    return len(ids & (left | right)) > 1
