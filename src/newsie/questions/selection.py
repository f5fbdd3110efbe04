"""Which meetings of a store a question is about."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from newsie.countries import country_code
from newsie.questions.answers import Encounter, SourcedReport
from newsie.questions.called import named_so
from newsie.records import Meeting, Status
from newsie.store.read import meetings
from newsie.store.sql import Row, column_of, dicts_of, rows_of

_WITH = """
SELECT DISTINCT meeting_id FROM participants WHERE person_id IN :values
UNION SELECT meeting_id FROM participants WHERE organization_id IN :values
UNION SELECT meeting_id FROM participants WHERE place_id IN :values
"""
_MEETINGS = "SELECT id, status, date_from, date_to FROM meetings"
_AT = """
SELECT meeting_id FROM meeting_places WHERE place_id IN :values
UNION SELECT meeting_id FROM meeting_places WHERE organization_id IN :values
"""
_IN_COUNTRY = """
SELECT meeting_id FROM meeting_places JOIN places ON places.id = place_id WHERE places.country IN :values
"""
_REPORTED = """
SELECT event.meeting_id, event.article_id, reports.trigger_start, event.id, articles.source, articles.published
FROM article_meetings AS event
JOIN articles ON articles.id = event.article_id
JOIN reports ON reports.article_meeting_id = event.id
WHERE event.meeting_id IN :values
"""


@dataclass(frozen=True)
class Selection:
    """What is asked of meetings; what is left open is empty or None.

    Of each group of ids in `present` somebody must be there. `first` and `last` are days; the meeting's own may overlap
    with them, and one without a day is never meant. `place` is a name; that of a country means all places in it.
    """

    present: tuple[frozenset[str], ...] = ()
    place: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    statuses: tuple[Status, ...] = ()


def selected(db: Database, wanted: Selection) -> tuple[Encounter, ...]:
    """Return the meetings that are asked for, by day; those without a day come last."""
    return encounters(db, selected_ids(db, wanted))


def selected_ids(db: Database, wanted: Selection) -> set[str]:
    """Return the ids of the meetings that are asked for."""
    found = [column_of(db, _WITH, ids) for ids in wanted.present]
    if wanted.place is not None:
        found.append(_at(db, wanted.place))
    # A store has very many meetings: all of them are only looked at if nobody and no place is asked for.
    rows = rows_of(db, f"{_MEETINGS} WHERE id IN :values", set.intersection(*found)) if found else db.execute(_MEETINGS)
    return {id_ for id_, status, first, last in rows if _is_meant(wanted, status, first, last)}


def _is_meant(wanted: Selection, status: Status, first: str | None, last: str | None) -> bool:
    """Whether a meeting has a status that is asked for, and its days, if any are asked for."""
    return (
        (not wanted.statuses or status in wanted.statuses)
        and (wanted.first is None or (last is not None and last >= wanted.first.isoformat()))
        and (wanted.last is None or (first is not None and first <= wanted.last.isoformat()))
    )


def encounters(db: Database, ids: Iterable[str]) -> tuple[Encounter, ...]:
    """Return meetings with the sources of their reports, by day; those without a day come last."""
    found = meetings(db, ids)
    rows = dicts_of(db, _REPORTED, [meeting.id for meeting in found])
    reported = {(row.pop("meeting_id"), row.pop("article_id"), row.pop("trigger_start")): row for row in rows}
    return tuple(_encounter(meeting, reported) for meeting in found)


def _encounter(meeting: Meeting, reported: Mapping[tuple[str, str, int], Row]) -> Encounter:
    fields = {name: getattr(meeting, name) for name in Meeting.model_fields if name != "reports"}
    reports = (
        SourcedReport.model_validate(dict(report) | reported[meeting.id, report.article, report.trigger.start])
        for report in meeting.reports
    )
    return Encounter(**fields, reports=tuple(reports))


def _at(db: Database, place: str) -> set[str]:
    code = country_code(place)
    in_country = column_of(db, _IN_COUNTRY, [code]) if code else set()
    return in_country | column_of(db, _AT, [one.id for one in named_so(db, place)])
