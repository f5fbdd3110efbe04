"""The answers to questions as CSV, a row for each thing found, in the manner of `csv_text`."""

from collections.abc import Iterator
from functools import singledispatch

from newsie.questions.answers import Acquaintance, Couples, Encounter, Encounters, Sightings, Who
from newsie.records import Person, Record
from newsie.write.csv_text import Row, csv_of, joined

_MET = ("name", "id", "met", "met_type", "met_id", "meetings", "independent_sources", "first", "last")
_ENCOUNTERS = (
    *("date_from", "date_to", "date_text", "kind", "status", "participants", "places", "independent_sources"),
    *("attributed_to", "sources", "sentence", "id", "participant_ids"),
)
_COUPLES = ("left", "right", "meetings", "independent_sources", "first", "last", "left_id", "right_id")
_SIGHTINGS = ("listed", "name", "verdict", "score", "reasons", "met", "sources", "listed_id", "id")


@singledispatch
def answer_csv(answer: Record) -> str:
    """Return an answer as CSV; that to `newsie who` lists whom the person met."""
    raise TypeError(f"no CSV for {type(answer).__name__}")


@answer_csv.register
def _(answer: Who) -> str:
    return csv_of(_MET, (_acquaintance(page.person, one) for page in answer.people for one in page.met))


@answer_csv.register
def _(answer: Encounters) -> str:
    return csv_of(_ENCOUNTERS, map(_encounter, answer.meetings))


@answer_csv.register
def _(answer: Couples) -> str:
    return csv_of(_COUPLES, ([getattr(one, column) for column in _COUPLES] for one in answer.pairs))


@answer_csv.register
def _(answer: Sightings) -> str:
    return csv_of(_SIGHTINGS, _sightings(answer))


def _sightings(answer: Sightings) -> Iterator[Row]:
    for one in answer.matches:
        met = joined(other.name for other in one.met)
        named = one.listed, one.name, one.verdict, f"{one.score:.2f}", joined(one.reasons)
        yield *named, met, joined(one.sources), one.listed_id, one.id


def _acquaintance(person: Person, one: Acquaintance) -> Row:
    return (
        person.name,
        person.id,
        one.name,
        one.type,
        one.id,
        one.meetings,
        one.independent_sources,
        one.first,
        one.last,
    )


def _encounter(meeting: Encounter) -> Row:
    date = (meeting.date.from_, meeting.date.to, meeting.date.text) if meeting.date else ("", "", "")
    cited = dict.fromkeys(name for report in meeting.reports for name in report.attributed_to)
    sentences = dict.fromkeys(report.sentence.text for report in meeting.reports)
    return (
        *date,
        meeting.kind,
        meeting.status,
        joined(one.name for one in meeting.participants),
        joined(place.name for place in meeting.places),
        meeting.independent_sources,
        joined(cited),
        joined(dict.fromkeys(report.source for report in meeting.reports)),
        " | ".join(sentences),
        meeting.id,
        joined(one.id or "" for one in meeting.participants),
    )
