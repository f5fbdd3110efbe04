"""Which reports are about one meeting or agreement across the articles of a store, decided anew where it matters."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlite_utils import Database

from newsie.ids import content_id
from newsie.records import Agreement, ArticleRecord, Meeting, Organization, Participant, Person, Place, PlaceReference
from newsie.resolve.agreements import Signing, agreement_keys, cluster_agreements, merged_agreement
from newsie.resolve.meetings import cluster_meetings, meeting_keys, merged_meeting
from newsie.resolve.references import Entities, agreement_in_run, meeting_in_run
from newsie.resolve.sightings import Sighting, sighting
from newsie.store.article_rows import TYPES, date_columns
from newsie.store.keys import connected, rekey
from newsie.store.loading import records_of, texts_of
from newsie.store.sql import Row, bring_up_to_date, rows_of

Event = TypeVar("Event", Meeting, Agreement)
Sight = TypeVar("Sight", Sighting, Signing)
Texts = Mapping[str, str]
Types = Mapping[str, str]
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Kind(Generic[Event, Sight]):
    """How meetings or agreements are kept.

    `seen` returns what one article has of them, in terms of the run; `owners` gives for each table that they are
    written to the column with their id.
    """

    type: str
    seen: Callable[[ArticleRecord, int, Entities], Iterable[tuple[str, Sight]]]
    keys: Callable[[Sight], Iterable[Hashable]]
    clusters: Callable[[list[Sight]], list[list[Sight]]]
    merged: Callable[[list[Sight], Texts], Event]
    rows: Callable[[Event, Types], Rows]
    owners: Mapping[str, str]


def update_events(
    db: Database, kind: Kind[Event, Sight], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> None:
    """Decide anew which of the meetings (or agreements) that a change can concern are one.

    `articles` are new, print another text or have somebody else than before; `touched` members and `emptied` meetings
    have lost members.
    """
    seen, _ = _seen(db, kind, articles)
    touched = {*touched, *rekey(db, kind.type, {id_: kind.keys(one) for id_, one in seen.items()})}
    component = connected(db, touched)
    former = _links(db, kind, component)
    in_component, entities = _seen(db, kind, {article for article, _ in former.values()})
    members = {id_: one for id_, one in in_component.items() if id_ in component}
    texts = texts_of(db, {one.article.id for one in members.values()})
    merged = [(cluster, kind.merged(cluster, texts)) for cluster in kind.clusters(list(members.values()))]
    stale = {event for _, event in former.values() if event}
    types = {one.id: TYPES[type(one)] for one in entities.values()}
    _write(db, kind, [kind.rows(event, types) for _, event in merged], {*stale, *emptied, *(e.id for _, e in merged)})
    ids = {id(one): id_ for id_, one in members.items()}
    for cluster, event in merged:
        for one in cluster:
            _link(db, kind, ids[id(one)], former, event.id)


def _links(db: Database, kind: Kind[Event, Sight], ids: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """For each member its article, and the meeting that it belongs to, if it has one yet."""
    query = f"SELECT id, article_id, {kind.type}_id FROM article_{kind.type}s WHERE id IN :values"
    return {id_: (article, event) for id_, article, event in rows_of(db, query, ids)}


def _link(
    db: Database, kind: Kind[Event, Sight], id_: str, former: Mapping[str, tuple[str, str | None]], event: str
) -> None:
    if former[id_][1] != event:
        db.execute(f"UPDATE article_{kind.type}s SET {kind.type}_id = ? WHERE id = ?", [event, id_])


def _seen(db: Database, kind: Kind[Event, Sight], articles: Iterable[str]) -> tuple[dict[str, Sight], Entities]:
    """What these articles have, by the ids of the store, and whom they name."""
    records = records_of(db, articles)
    entities = _entities(db, [record.article.id for record in records])
    seen = {id_: one for order, record in enumerate(records) for id_, one in kind.seen(record, order, entities)}
    return seen, entities


def _entities(db: Database, articles: Iterable[str]) -> Entities:
    """The people, organizations and places of articles, with the ids and names of the run and kinds of places."""
    query = """
    SELECT article_id, local_id, type, coalesce(person_id, organization_id, place_id),
        coalesce(people.name, organizations.name, places.name), places.kind
    FROM article_entities
    LEFT JOIN people ON people.id = person_id
    LEFT JOIN organizations ON organizations.id = organization_id
    LEFT JOIN places ON places.id = place_id
    WHERE article_id IN :values
    """
    rows = rows_of(db, query, articles)
    return {(article, local): _entity(type_, id_, name, kind) for article, local, type_, id_, name, kind in rows}


def _entity(type_: str, id_: str, name: str, kind: str | None) -> Person | Organization | Place:
    if type_ == "person":
        return Person(id=id_, name=name)
    if type_ == "organization":
        return Organization(id=id_, name=name)
    return Place.model_validate({"id": id_, "name": name, "kind": kind})


def _sightings(record: ArticleRecord, order: int, entities: Entities) -> Iterable[tuple[str, Sighting]]:
    article = record.article
    named = [*record.organizations, *record.places]
    kinds = {one.id: _kind_of_place(one) for one in (entities[article.id, local.id] for local in named)}
    for meeting in record.meetings:
        seen = sighting(article, order, meeting_in_run(meeting, article.id, entities), kinds)
        yield content_id("meeting", article.id, meeting.id), seen


def _kind_of_place(one: Person | Organization | Place) -> str:
    return one.kind or "unknown" if isinstance(one, Place) else "facility"


def _signings(record: ArticleRecord, order: int, entities: Entities) -> Iterable[tuple[str, Signing]]:
    article = record.article
    for agreement in record.agreements:
        seen = Signing(article, order, agreement_in_run(agreement, article.id, entities))
        yield content_id("agreement", article.id, agreement.id), seen


def _write(db: Database, kind: Kind[Event, Sight], found: Sequence[Rows], ids: set[str]) -> None:
    for table, owner in kind.owners.items():
        bring_up_to_date(db, table, owner, ids, [row for rows in found for row in rows.get(table, ())])


def _meeting_rows(meeting: Meeting, types: Types) -> Rows:
    return {
        "meetings": [
            {
                "id": meeting.id,
                "kind": meeting.kind,
                "status": meeting.status,
                **date_columns(meeting.date),
                **meeting.codes.model_dump(),
                "independent_sources": meeting.independent_sources,
            }
        ],
        "participants": _participant_rows("meeting_id", meeting.id, meeting.participants, types),
        "meeting_places": _place_rows("meeting_id", meeting.id, meeting.places, types),
        "conflicts": _conflict_rows(meeting),
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


def _agreement_rows(one: Agreement, types: Types) -> Rows:
    sides = (("party", one.parties), ("signatory", one.signatories))
    return {
        "agreements": [{"id": one.id, "document": one.document, **date_columns(one.date)}],
        "agreement_participants": [
            {**row, "role": role}
            for role, participants in sides
            for row in _participant_rows("agreement_id", one.id, participants, types)
        ],
        "agreement_places": _place_rows("agreement_id", one.id, one.places, types),
    }


def _participant_rows(owner: str, id_: str, participants: Iterable[Participant], types: Types) -> list[Row]:
    return [
        {owner: id_, "position": position, "name": one.name, "type": one.type, "part": one.part, **_link_to(one, types)}
        for position, one in enumerate(participants)
    ]


def _place_rows(owner: str, id_: str, places: Iterable[PlaceReference], types: Types) -> list[Row]:
    return [
        {owner: id_, "position": position, "name": one.name, **_link_to(one, types)}
        for position, one in enumerate(places)
    ]


def _link_to(one: Participant | PlaceReference, types: Types) -> Row:
    return {f"{types[one.id]}_id": one.id} if one.id else {}


MEETINGS: Kind[Meeting, Sighting] = Kind(
    type="meeting",
    seen=_sightings,
    keys=meeting_keys,
    clusters=cluster_meetings,
    merged=merged_meeting,
    rows=_meeting_rows,
    owners={
        "meetings": "id",
        "participants": "meeting_id",
        "meeting_places": "meeting_id",
        "conflicts": "meeting_id",
    },
)
AGREEMENTS: Kind[Agreement, Signing] = Kind(
    type="agreement",
    seen=_signings,
    keys=agreement_keys,
    clusters=cluster_agreements,
    merged=lambda cluster, texts: merged_agreement(cluster),
    rows=_agreement_rows,
    owners={"agreements": "id", "agreement_participants": "agreement_id", "agreement_places": "agreement_id"},
)
