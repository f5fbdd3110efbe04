"""Meetings and agreements of all articles as rows, and in which tables: the keys are the tables' names."""

from collections.abc import Iterable, Mapping

from newsie.records import Agreement, Meeting, Occasion, Participant, PlaceReference
from newsie.store.article_rows import date_columns
from newsie.store.sql import Row, Tables

MEETING_TABLES = {
    "meetings": "id",
    "participants": "meeting_id",
    "meeting_places": "meeting_id",
    "conflicts": "meeting_id",
}
AGREEMENT_TABLES = {"agreements": "id", "agreement_participants": "agreement_id", "agreement_places": "agreement_id"}
"""The tables that each is written to, and the column that holds its id."""

Types = Mapping[str, str]
"""Whether an id is that of a person, an organization or a place."""


def meeting_rows(meeting: Meeting, types: Types) -> Tables:
    """Return the rows of a meeting, without its reports, which are those of its articles."""
    return {
        "meetings": [
            {
                "id": meeting.id,
                "kind": meeting.kind,
                "status": meeting.status,
                **_occasion_columns(meeting.occasion),
                **date_columns(meeting.date),
                **meeting.codes.model_dump(),
                "independent_sources": meeting.independent_sources,
                "judgement": meeting.judgement,
            }
        ],
        "participants": _participant_rows("meeting_id", meeting.id, meeting.participants, types),
        "meeting_places": _place_rows("meeting_id", meeting.id, meeting.places, types),
        "conflicts": _conflict_rows(meeting),
    }


def agreement_rows(one: Agreement, types: Types) -> Tables:
    """Return the rows of an agreement, without its reports."""
    sides = (("party", one.parties), ("signatory", one.signatories), ("witness", one.witnesses))
    columns = {"subject": one.subject, **date_columns(one.date), **one.codes.model_dump()}
    return {
        "agreements": [{"id": one.id, "document": one.document, **columns}],
        "agreement_participants": [
            {**row, "role": role}
            for role, participants in sides
            for row in _participant_rows("agreement_id", one.id, participants, types)
        ],
        "agreement_places": _place_rows("agreement_id", one.id, one.places, types),
    }


def _occasion_columns(occasion: Occasion | None) -> Row:
    return {
        "occasion": occasion.text if occasion else None,
        "occasion_article_id": occasion.article if occasion else None,
        "occasion_start": occasion.start if occasion else None,
        "occasion_end": occasion.end if occasion else None,
    }


def _conflict_rows(meeting: Meeting) -> list[Row]:
    return [
        {
            "meeting_id": meeting.id,
            "position": position,
            "field": conflict.field,
            "value_position": value_position,
            "value": value.value,
            "article_position": article_position,
            "article_id": article,
        }
        for position, conflict in enumerate(meeting.conflicts)
        for value_position, value in enumerate(conflict.values)
        for article_position, article in enumerate(value.articles)
    ]


def _participant_rows(owner: str, id_: str, participants: Iterable[Participant], types: Types) -> list[Row]:
    return [
        {owner: id_, "position": position, "name": one.name, "type": one.type, "part": one.part, **_link(one, types)}
        for position, one in enumerate(participants)
    ]


def _place_rows(owner: str, id_: str, places: Iterable[PlaceReference], types: Types) -> list[Row]:
    return [
        {owner: id_, "position": position, "name": one.name, "country": one.country, **_link(one, types)}
        for position, one in enumerate(places)
    ]


def _link(one: Participant | PlaceReference, types: Types) -> Row:
    return {f"{types[one.id]}_id": one.id} if one.id else {}
