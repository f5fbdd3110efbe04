"""Which reports are about one meeting or agreement across the articles of a store, decided anew where it matters."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sqlite_utils import Database

from newsie.ids import content_id
from newsie.records import Agreement, ArticleRecord, Meeting, Organization, Person, Place
from newsie.resolve import agreements, meeting_keys
from newsie.resolve.agreements import Signing
from newsie.resolve.judgements import Judgements
from newsie.resolve.references import Entities, agreement_in_run, meeting_in_run, roles_in_run
from newsie.resolve.resolved_meetings import resolved_meetings
from newsie.resolve.sightings import Sighting, sighting
from newsie.resolve.sources import Origins, origins_of
from newsie.store.article_rows import TYPES
from newsie.store.event_rows import AGREEMENT_TABLES, MEETING_TABLES, Types, agreement_rows, meeting_rows
from newsie.store.holding import judgements_that_hold
from newsie.store.keys import Keys, connected, numbered, rekey
from newsie.store.loading import records_of, texts_of
from newsie.store.parts import aliases
from newsie.store.sql import Row, Tables, bring_up_to_date, column_of, dicts_of, rows_of

Event = TypeVar("Event", Meeting, Agreement)
Sight = TypeVar("Sight", Sighting, Signing)
OriginsByArticle = Mapping[str, Origins]
Links = Mapping[str, tuple[str, str | None]]


@dataclass(frozen=True)
class Kind(Generic[Event, Sight]):
    """How meetings or agreements are kept.

    `seen` returns what one article has of them, in terms of the run, by the ids of the store.
    """

    type: str
    seen: Callable[[ArticleRecord, int, Entities], Iterable[tuple[str, Sight]]]
    keys: Callable[[Sight], Keys]
    resolved: Callable[[list[Sight], OriginsByArticle, Judgements], Iterable[tuple[Sequence[Sight], Event]]]
    rows: Callable[[Event, Types], Tables]
    tables: Mapping[str, str]


def update_events(
    db: Database, kind: Kind[Event, Sight], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> None:
    """Decide anew which of the meetings (or agreements) that a change can concern are one.

    `articles` are new, print another text or have somebody else than before; `touched` members and `emptied` meetings
    have lost members.
    """
    fresh = _seen(db, kind, _having(db, kind, articles))
    keys = numbered(kind.type, {id_: kind.keys(one) for id_, one in fresh.seen.items()})
    component = connected(db, rekey(db, keys).union(touched))
    former = _links(db, kind, component)
    found = _with_others(fresh, _seen(db, kind, {article for article, _ in former.values()} - fresh.records.keys()))
    members = {id_: one for id_, one in found.seen.items() if id_ in component}
    origins = _origins(db, found)
    merged = list(kind.resolved(list(members.values()), origins, judgements_that_hold(db)))
    owners = {event.id for _, event in merged}.union(emptied, (event for _, event in former.values() if event))
    types = {one.id: TYPES[type(one)] for one in found.entities.values()}
    bring_up_to_date(db, kind.tables, owners, [kind.rows(event, types) for _, event in merged])
    _link(db, kind, former, members, merged)


def _having(db: Database, kind: Kind[Event, Sight], articles: Iterable[str]) -> set[str]:
    """Those of these articles that have such events at all."""
    return column_of(db, f"SELECT article_id FROM article_{kind.type}s WHERE article_id IN :values", articles)


def _links(db: Database, kind: Kind[Event, Sight], ids: Iterable[str]) -> Links:
    """For each member its article, and the meeting that it belongs to, if it has one yet."""
    query = f"SELECT id, article_id, {kind.type}_id FROM article_{kind.type}s WHERE id IN :values"
    return {id_: (article, event) for id_, article, event in rows_of(db, query, ids)}


def _link(
    db: Database,
    kind: Kind[Event, Sight],
    former: Links,
    members: Mapping[str, Sight],
    merged: Iterable[tuple[Sequence[Sight], Event]],
) -> None:
    """Link members to what they belong to; one that was rejected belongs to nothing."""
    events = {id(one): event.id for cluster, event in merged for one in cluster}
    for id_, one in members.items():
        if former[id_][1] != events.get(id(one)):
            query = f"UPDATE article_{kind.type}s SET {kind.type}_id = ? WHERE id = ?"
            db.execute(query, [events.get(id(one)), id_])


@dataclass(frozen=True)
class _Seen(Generic[Sight]):
    """What articles have of meetings or agreements, by the ids of the store, and whom they name; records by id."""

    records: Mapping[str, ArticleRecord]
    entities: Entities
    seen: Mapping[str, Sight]


def _seen(db: Database, kind: Kind[Event, Sight], articles: Iterable[str]) -> _Seen[Sight]:
    records = {record.article.id: record for record in records_of(db, articles)}
    entities = _entities(db, records)
    seen = {id_: one for record in records.values() for id_, one in kind.seen(record, 0, entities)}
    return _Seen(records, entities, seen)


def _with_others(some: _Seen[Sight], others: _Seen[Sight]) -> _Seen[Sight]:
    """Both together; what is seen stands in the order of a run, and knows its place in it."""
    records = {**some.records, **others.records}
    ordered = sorted(records.values(), key=lambda record: (record.article.source, record.article.id))
    order = {record.article.id: number for number, record in enumerate(ordered)}
    seen = [(id_, replace(one, order=order[one.article.id])) for id_, one in {**some.seen, **others.seen}.items()]
    return _Seen(
        records=records,
        entities={**some.entities, **others.entities},
        seen=dict(sorted(seen, key=lambda found: found[1].position)),
    )


def _origins(db: Database, found: _Seen[Sight]) -> OriginsByArticle:
    texts = texts_of(db, found.records)
    return {id_: origins_of(one, texts[id_], found.entities) for id_, one in found.records.items()}


def _entities(db: Database, articles: Iterable[str]) -> Entities:
    """The people, organizations and places of articles, with ids and names of the run, without mentions and offices."""
    query = """
    SELECT article_id, local_id, type, coalesce(person_id, organization_id, place_id) AS id,
        coalesce(people.name, organizations.name, places.name) AS name,
        organizations.acronym, places.kind, places.country
    FROM article_entities
    LEFT JOIN people ON people.id = person_id
    LEFT JOIN organizations ON organizations.id = organization_id
    LEFT JOIN places ON places.id = place_id
    WHERE article_id IN :values
    """
    rows = dicts_of(db, query, articles)
    forms = aliases(db, "organization", [row["id"] for row in rows if row["type"] == "organization"])
    return {(row["article_id"], row["local_id"]): _entity(row, forms[row["id"]]) for row in rows}


def _entity(row: Row, forms: tuple[str, ...]) -> Person | Organization | Place:
    if row["type"] == "person":
        return Person(id=row["id"], name=row["name"])
    if row["type"] == "organization":
        return Organization(id=row["id"], name=row["name"], acronym=row["acronym"], aliases=forms)
    return Place(id=row["id"], name=row["name"], kind=row["kind"], country=row["country"])


def _sightings(record: ArticleRecord, order: int, entities: Entities) -> Iterable[tuple[str, Sighting]]:
    article = record.article
    named: list[Organization | Place] = [*record.organizations, *record.places]
    kinds = {one.id: _kind_of_place(one) for one in (entities[article.id, local.id] for local in named)}
    roles = roles_in_run(record, entities)
    for meeting in record.meetings:
        seen = sighting(article, order, meeting_in_run(meeting, article.id, entities), kinds, roles)
        yield content_id("meeting", article.id, meeting.id), seen


def _kind_of_place(one: Person | Organization | Place) -> str:
    return one.kind or "unknown" if isinstance(one, Place) else "facility"


def _signings(record: ArticleRecord, order: int, entities: Entities) -> Iterable[tuple[str, Signing]]:
    article = record.article
    for agreement in record.agreements:
        seen = Signing(article, order, agreement_in_run(agreement, article.id, entities))
        yield content_id("agreement", article.id, agreement.id), seen


MEETINGS: Kind[Meeting, Sighting] = Kind(
    type="meeting",
    seen=_sightings,
    keys=lambda one: Keys(meeting_keys.lookup_keys(one), meeting_keys.sought_keys(one)),
    resolved=resolved_meetings,
    rows=meeting_rows,
    tables=MEETING_TABLES,
)
AGREEMENTS: Kind[Agreement, Signing] = Kind(
    type="agreement",
    seen=_signings,
    keys=lambda one: Keys(agreements.lookup_keys(one)),
    resolved=lambda signings, origins, judgements: (
        (cluster, agreements.merged_agreement(cluster)) for cluster in agreements.cluster_agreements(signings)
    ),
    rows=agreement_rows,
    tables=AGREEMENT_TABLES,
)
