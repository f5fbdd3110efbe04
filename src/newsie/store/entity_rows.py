"""People, organizations and places of all articles as rows, and in which tables: the keys are the tables' names."""

from collections.abc import Iterable

from newsie.ids import content_number
from newsie.records import Organization, Person, Place
from newsie.resolve.person_name import person_name
from newsie.store.article_rows import rank_rows, role_rows
from newsie.store.sql import Row, Tables

PERSON_TABLES = {
    "people": "id",
    "names": "person_id",
    "name_words": "person_id",
    "person_ranks": "person_id",
    "person_roles": "person_id",
}
ORGANIZATION_TABLES = {"organizations": "id", "names": "organization_id"}
PLACE_TABLES = {"places": "id", "names": "place_id"}
"""The tables that each is written to, the first of them first, and the column that holds its id."""


def person_rows(person: Person) -> Tables:
    """Return the rows of a person."""
    return {
        "people": [{"id": person.id, "name": person.name}],
        "names": _name_rows("person_id", person.id, (person.name, *person.aliases)),
        "name_words": [{"word": word, "person_id": person.id} for word in sorted(_words_of(person))],
        "person_ranks": list(rank_rows("person_id", person.id, person)),
        "person_roles": list(role_rows("person_id", person.id, person)),
    }


def organization_rows(one: Organization) -> Tables:
    """Return the rows of an organization."""
    return {
        "organizations": [{"id": one.id, "name": one.name, "acronym": one.acronym, "country": one.country}],
        "names": _name_rows("organization_id", one.id, (one.name, *one.aliases)),
    }


def place_rows(one: Place) -> Tables:
    """Return the rows of a place."""
    return {
        "places": [{"id": one.id, "name": one.name, "kind": one.kind, "country": one.country}],
        "names": _name_rows("place_id", one.id, (one.name,)),
    }


def _words_of(person: Person) -> frozenset[str]:
    return frozenset(word for form in (person.name, *person.aliases) for word in person_name(form).search_words)


def _name_rows(link: str, id_: str, names: Iterable[str]) -> list[Row]:
    return [
        {"number": content_number("name", id_, position), "name": name, "position": position, link: id_}
        for position, name in enumerate(names)
    ]
