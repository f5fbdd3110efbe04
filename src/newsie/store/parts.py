"""The parts of records, read from the tables of a store, for many records at once: each under the id of its record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from sqlite_utils import Database

from newsie.records import (
    Codes,
    Conflict,
    ConflictValue,
    DateValue,
    Mention,
    Occasion,
    Participant,
    PlaceReference,
    Rank,
    Record,
    Report,
    Role,
    Span,
)
from newsie.store.sql import Row, dicts_of, rows_of

Part = TypeVar("Part")
RecordT = TypeVar("RecordT", bound=Record)
Parts = Mapping[str, tuple[Part, ...]]
Ids = Sequence[str]

_ALIASES = "SELECT {type}_id AS owner, name FROM names WHERE {type}_id IN :values AND position > 0 ORDER BY position"
_RANKS = "SELECT person_id AS owner, * FROM person_ranks WHERE person_id IN :values ORDER BY position"
_ROLES = "SELECT person_id AS owner, * FROM person_roles WHERE person_id IN :values ORDER BY position"
_ARTICLE_RANKS = """
SELECT article_entity_id AS owner, * FROM article_ranks WHERE article_entity_id IN :values ORDER BY position
"""
_ARTICLE_ROLES = """
SELECT article_entity_id AS owner, * FROM article_roles WHERE article_entity_id IN :values ORDER BY position
"""
_MENTIONS = """
SELECT entity.{type}_id AS owner, entity.article_id AS article, mentions.start, "end", mentions.text, mentions.kind
FROM article_entities AS entity
JOIN articles ON articles.id = entity.article_id
JOIN mentions ON mentions.article_entity_id = entity.id
WHERE entity.{type}_id IN :values
ORDER BY articles.source, articles.id, entity.start, entity.local_id, mentions.position
"""
_PARTICIPANTS = """
SELECT meeting_id AS owner, name, type, part, coalesce(person_id, organization_id, place_id) AS id
FROM participants WHERE meeting_id IN :values ORDER BY position
"""
_PARTIES = """
SELECT agreement_id AS owner, name, type, part, coalesce(person_id, organization_id, place_id) AS id
FROM agreement_participants WHERE agreement_id IN :values AND role = '{role}' ORDER BY position
"""
_PLACES = """
SELECT {type}_id AS owner, name, country, coalesce(organization_id, place_id) AS id
FROM {type}_places WHERE {type}_id IN :values ORDER BY position
"""
_REPORTS = """
SELECT event.{type}_id AS owner, reports.*, event.article_id AS article FROM article_{type}s AS event
JOIN articles ON articles.id = event.article_id
JOIN reports ON reports.article_{type}_id = event.id
WHERE event.{type}_id IN :values
ORDER BY articles.source, articles.id, event.start, event.position, reports.position
"""
_ATTRIBUTIONS = """
SELECT report_number, attributed_to FROM attributions WHERE report_number IN :values ORDER BY position
"""
_CONFLICTS = """
SELECT meeting_id AS owner, field, value, article_id FROM conflicts
WHERE meeting_id IN :values ORDER BY position, value_position, article_position
"""


def aliases(db: Database, type_: str, ids: Ids) -> Parts[str]:
    """Return the forms of names besides the name itself; `type_` is person or organization."""
    return _parts(dicts_of(db, _ALIASES.format(type=type_), ids), lambda row: str(row["name"]))


def ranks(db: Database, ids: Ids) -> Parts[Rank]:
    """Return the ranks of people."""
    return _parts(dicts_of(db, _RANKS, ids), lambda row: _made(Rank, row))


def roles(db: Database, ids: Ids) -> Parts[Role]:
    """Return the roles of people."""
    return _parts(dicts_of(db, _ROLES, ids), lambda row: _made(Role, row))


def ranks_in_articles(db: Database, ids: Ids) -> Parts[Rank]:
    """Return the ranks of people as single articles have them; `ids` are those of article_entities."""
    return _parts(dicts_of(db, _ARTICLE_RANKS, ids), lambda row: _made(Rank, row))


def roles_in_articles(db: Database, ids: Ids) -> Parts[Role]:
    """Return the roles of people as single articles have them."""
    return _parts(dicts_of(db, _ARTICLE_ROLES, ids), lambda row: _made(Role, row))


def mentions(db: Database, type_: str, ids: Ids) -> Parts[Mention]:
    """Return the mentions of people, organizations or places (`type_` is person, organization, place)."""
    return _parts(dicts_of(db, _MENTIONS.format(type=type_), ids), lambda row: _made(Mention, row))


def participants(db: Database, ids: Ids) -> Parts[Participant]:
    """Return who took part in meetings."""
    return _parts(dicts_of(db, _PARTICIPANTS, ids), lambda row: _made(Participant, row))


def parties(db: Database, role: str, ids: Ids) -> Parts[Participant]:
    """Return those who have a role in agreements; `role` is party, signatory or witness."""
    return _parts(dicts_of(db, _PARTIES.format(role=role), ids), lambda row: _made(Participant, row))


def places(db: Database, type_: str, ids: Ids) -> Parts[PlaceReference]:
    """Return where meetings were, or agreements signed; `type_` is meeting or agreement."""
    return _parts(dicts_of(db, _PLACES.format(type=type_), ids), lambda row: _made(PlaceReference, row))


def reports(db: Database, type_: str, ids: Ids) -> Parts[Report]:
    """Return the reports of meetings or agreements; `type_` is meeting or agreement."""
    rows = dicts_of(db, _REPORTS.format(type=type_), ids)
    cited = defaultdict[int, list[str]](list)
    for number, name in rows_of(db, _ATTRIBUTIONS, [row["number"] for row in rows]):
        cited[number].append(name)
    return _parts(rows, lambda row: _report(row, cited[row["number"]]))


def conflicts(db: Database, ids: Ids) -> Parts[Conflict]:
    """Return where reports of a meeting disagree."""
    found = defaultdict[str, dict[str, dict[str, list[str]]]](dict)
    for row in dicts_of(db, _CONFLICTS, ids):
        values = found[row["owner"]].setdefault(row["field"], {})
        values.setdefault(row["value"], []).append(row["article_id"])
    return defaultdict(tuple, {owner: _conflicts(fields) for owner, fields in found.items()})


def date(row: Row) -> DateValue | None:
    """Return the date of a row of meetings or agreements."""
    if row["date_text"] is None:
        return None
    return DateValue.model_validate({
        "text": row["date_text"],
        "value": row["date_value"],
        "from": row["date_from"],
        "to": row["date_to"],
        "basis": row["date_basis"],
    })  # fmt: skip


def occasion(row: Row) -> Occasion | None:
    """Return the occasion of a row of meetings."""
    if row["occasion"] is None:
        return None
    place = {"article": row["occasion_article_id"], "start": row["occasion_start"], "end": row["occasion_end"]}
    return Occasion(text=row["occasion"], **place)


def codes(row: Row) -> Codes:
    """Return the codes of a row of meetings or agreements."""
    return _made(Codes, row)


def _parts(rows: Iterable[Row], part: Callable[[Row], Part]) -> Parts[Part]:
    found = defaultdict[str, tuple[Part, ...]](tuple)
    lists = defaultdict[str, list[Part]](list)
    for row in rows:
        lists[row["owner"]].append(part(row))
    found.update((owner, tuple(listed)) for owner, listed in lists.items())
    return found


def _made(model: type[RecordT], row: Row) -> RecordT:
    """A record of those columns that are fields of its."""
    return model.model_validate({name: row[name] for name in model.model_fields})


def _report(row: Row, cited: Sequence[str]) -> Report:
    return Report(
        article=row["article"],
        trigger=Span(start=row["trigger_start"], end=row["trigger_end"], text=row["trigger"]),
        sentence=Span(start=row["sentence_start"], end=row["sentence_end"], text=row["sentence"]),
        attributed_to=tuple(cited),
        rule=row["rule"],
    )


def _conflicts(fields: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(
            field=field,
            values=tuple(ConflictValue(value=value, articles=tuple(ids)) for value, ids in values.items()),
        )
        for field, values in fields.items()
    )
