"""The types of entities of a store: how each is read, looked up, told apart and written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from sqlite_utils import Database

from newsie.records import Organization, Person, Place
from newsie.resolve.entities import Resolved, Texts, resolved_organizations, resolved_people, resolved_places
from newsie.resolve.judgements import Judgements
from newsie.resolve.lookup import person_keys
from newsie.resolve.members import Entity, Member
from newsie.resolve.organizations import organization_keys
from newsie.resolve.places import place_keys
from newsie.resolve.settled import (
    adds_nothing_to_organization,
    adds_nothing_to_person,
    adds_nothing_to_place,
    alike_organizations,
    alike_people,
    alike_places,
)
from newsie.store.entity_rows import (
    ORGANIZATION_TABLES,
    PERSON_TABLES,
    PLACE_TABLES,
    organization_rows,
    person_rows,
    place_rows,
)
from newsie.store.keys import Keys
from newsie.store.members import Stored, stored_organizations, stored_people, stored_places
from newsie.store.sql import Tables


@dataclass(frozen=True)
class Kind(Generic[Entity]):
    """How one type of entity is kept; for `alike` and `adds_nothing` see `newsie.resolve.settled`."""

    type: str
    stored: Callable[[Database, str, Iterable[str]], list[Stored[Entity]]]
    keys: Callable[[Member[Entity], str], Keys]
    resolved: Callable[[list[Member[Entity]], Texts, Judgements], Iterable[Resolved[Entity]]]
    alike: Callable[[Sequence[Member[Entity]]], bool]
    adds_nothing: Callable[[Entity, Entity, str], bool]
    rows: Callable[[Entity], Tables]
    tables: Mapping[str, str]

    @property
    def table(self) -> str:
        """The table that has each once."""
        return next(iter(self.tables))


PEOPLE: Kind[Person] = Kind(
    type="person",
    stored=stored_people,
    keys=lambda member, text: Keys(*person_keys(member, text)),
    resolved=resolved_people,
    alike=alike_people,
    adds_nothing=adds_nothing_to_person,
    rows=person_rows,
    tables=PERSON_TABLES,
)
ORGANIZATIONS: Kind[Organization] = Kind(
    type="organization",
    stored=stored_organizations,
    keys=lambda member, text: Keys(organization_keys(member, text)),
    resolved=resolved_organizations,
    alike=alike_organizations,
    adds_nothing=adds_nothing_to_organization,
    rows=organization_rows,
    tables=ORGANIZATION_TABLES,
)
PLACES: Kind[Place] = Kind(
    type="place",
    stored=stored_places,
    keys=lambda member, text: Keys(place_keys(member, text)),
    resolved=resolved_places,
    alike=alike_places,
    adds_nothing=adds_nothing_to_place,
    rows=place_rows,
    tables=PLACE_TABLES,
)
