"""Who and what is one across the articles of a store: decided anew for those whom a change can concern."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from sqlite_utils import Database

from newsie.ids import content_id, content_number
from newsie.records import ArticleRecord, Organization, Person, Place
from newsie.resolve.lookup import person_keys
from newsie.resolve.members import Entity, Member, in_order
from newsie.resolve.organizations import cluster_organizations, merged_organization, organization_keys
from newsie.resolve.people import cluster_people
from newsie.resolve.person_name import person_name
from newsie.resolve.person_record import merged_person
from newsie.resolve.places import cluster_places, merged_place, place_keys
from newsie.resolve.profiles import profile
from newsie.store.article_rows import rank_rows, role_rows
from newsie.store.keys import connected, rekey
from newsie.store.loading import records_of, texts_of
from newsie.store.sql import Row, bring_up_to_date, rows_of

Texts = Mapping[str, str]
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Kind(Generic[Entity]):
    """How one type of entity is kept: where articles have it, how it is looked up, told apart and written.

    `owners` gives for each table that it is written to the column with its id.
    """

    type: str
    of_article: Callable[[ArticleRecord], Sequence[Entity]]
    keys: Callable[[Member[Entity], str], frozenset[str]]
    resolved: Callable[[list[Member[Entity]], Texts], Iterable[tuple[Sequence[Member[Entity]], Entity]]]
    rows: Callable[[Entity], Rows]
    owners: Mapping[str, str]

    @property
    def link(self) -> str:
        """The column of article_entities that says which one it is."""
        return f"{self.type}_id"


def update_entities(
    db: Database, kind: Kind[Entity], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> set[str]:
    """Decide anew who is one, and return the ids of the articles that now have somebody else, or another name of them.

    `articles` are new or print another text than before; `touched` members and `emptied` entities have lost members.
    """
    touched = {*touched, *rekey(db, kind.type, _keys_of_articles(db, kind, articles))}
    members = _members(db, kind, connected(db, touched))
    former = _links(db, kind, members)
    texts = texts_of(db, {member.key[0] for member in members})
    resolved = list(kind.resolved(members, texts))
    stale = {id_ for id_, *_ in former.values() if id_}
    _write(db, kind, [record for _, record in resolved], {*stale, *emptied})
    links = {_member_id(kind, member): (record.id, member) for group, record in resolved for member in group}
    for id_, (entity, _) in links.items():
        if former[id_][0] != entity:
            db.execute(f"UPDATE article_entities SET {kind.link} = ? WHERE id = ?", [entity, id_])
    current = _links(db, kind, members)
    return {member.key[0] for id_, (_, member) in links.items() if former[id_] != current[id_]}


def _member_id(kind: Kind[Entity], member: Member[Entity]) -> str:
    return content_id(kind.type, *member.key)


def _keys_of_articles(db: Database, kind: Kind[Entity], articles: Iterable[str]) -> dict[str, frozenset[str]]:
    records = records_of(db, articles)
    texts = texts_of(db, [record.article.id for record in records])
    members = [Member(record, order, one) for order, record in enumerate(records) for one in kind.of_article(record)]
    return {_member_id(kind, member): kind.keys(member, texts[member.key[0]]) for member in members}


def _members(db: Database, kind: Kind[Entity], ids: Iterable[str]) -> list[Member[Entity]]:
    """The members of this kind with these ids, in the order of the run."""
    query = f"SELECT article_id, local_id FROM article_entities WHERE type = '{kind.type}' AND id IN :values"
    wanted = set(rows_of(db, query, ids))
    records = records_of(db, {article for article, _ in wanted})
    found = (Member(record, order, one) for order, record in enumerate(records) for one in kind.of_article(record))
    return in_order(member for member in found if member.key in wanted)


def _links(db: Database, kind: Kind[Entity], members: Iterable[Member[Entity]]) -> dict[str, tuple]:
    """For each member the id of its entity, if it has one yet, and what others quote of that: name, kind of place."""
    quoted = "one.name, one.kind" if kind.type == "place" else "one.name"
    query = f"""
    SELECT member.id, member.{kind.link}, {quoted} FROM article_entities AS member
    LEFT JOIN {next(iter(kind.owners))} AS one ON one.id = member.{kind.link} WHERE member.id IN :values
    """
    return {id_: tuple(rest) for id_, *rest in rows_of(db, query, [_member_id(kind, one) for one in members])}


def _write(db: Database, kind: Kind[Entity], entities: Sequence[Entity], stale: set[str]) -> None:
    rows: Rows = {table: [] for table in kind.owners}
    for entity in entities:
        for table, found in kind.rows(entity).items():
            rows[table].extend(found)
    ids = stale | {entity.id for entity in entities}
    for table, owner in kind.owners.items():
        bring_up_to_date(db, table, owner, ids, rows[table])


def _resolved_people(members: list[Member[Person]], texts: Texts) -> list[tuple[Sequence[Member[Person]], Person]]:
    profiles = cluster_people(profile(member, texts[member.key[0]]) for member in members)
    return [(one.members, merged_person(one)) for one in profiles]


def _name_rows(link: str, id_: str, names: Iterable[str]) -> list[Row]:
    return [
        {"number": content_number("name", id_, position), "name": name, "position": position, link: id_}
        for position, name in enumerate(names)
    ]


def _words_of(person: Person) -> frozenset[str]:
    return frozenset(word for form in (person.name, *person.aliases) for word in person_name(form).search_words)


def _person_rows(person: Person) -> Rows:
    return {
        "people": [{"id": person.id, "name": person.name}],
        "names": _name_rows("person_id", person.id, (person.name, *person.aliases)),
        "name_words": [{"word": word, "person_id": person.id} for word in sorted(_words_of(person))],
        "person_ranks": list(rank_rows("person_id", person.id, person)),
        "person_roles": list(role_rows("person_id", person.id, person)),
    }


def _organization_rows(one: Organization) -> Rows:
    return {
        "organizations": [{"id": one.id, "name": one.name, "acronym": one.acronym, "country": one.country}],
        "names": _name_rows("organization_id", one.id, (one.name, *one.aliases)),
    }


def _place_rows(one: Place) -> Rows:
    return {
        "places": [{"id": one.id, "name": one.name, "kind": one.kind, "country": one.country}],
        "names": _name_rows("place_id", one.id, (one.name,)),
    }


PEOPLE = Kind(
    type="person",
    of_article=lambda record: record.people,
    keys=person_keys,
    resolved=_resolved_people,
    rows=_person_rows,
    owners={
        "people": "id",
        "names": "person_id",
        "name_words": "person_id",
        "person_ranks": "person_id",
        "person_roles": "person_id",
    },
)
ORGANIZATIONS = Kind(
    type="organization",
    of_article=lambda record: record.organizations,
    keys=organization_keys,
    resolved=lambda members, texts: (
        (one.members, merged_organization(one)) for one in cluster_organizations(members, texts)
    ),
    rows=_organization_rows,
    owners={"organizations": "id", "names": "organization_id"},
)
PLACES = Kind(
    type="place",
    of_article=lambda record: record.places,
    keys=place_keys,
    resolved=lambda members, texts: ((one.members, merged_place(one)) for one in cluster_places(members, texts)),
    rows=_place_rows,
    owners={"places": "id", "names": "place_id"},
)
