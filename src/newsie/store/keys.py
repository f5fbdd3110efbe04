"""What the members of one entity or event have in common: two can only be one if chains of shared keys connect them.

The keys of a person, organization or place are facts of its own article (and of which text that prints), those of a
meeting or agreement are made from who took part; so the members whose keys a new article touches, and those connected
with them, are all that need be decided anew.
"""

from collections.abc import Hashable, Iterable, Mapping

from sqlite_utils import Database

from newsie.countries import country_code
from newsie.folding import fold
from newsie.ids import content_number
from newsie.records import Organization, Person, Place
from newsie.resolve.agreements import Signing, agreement_keys
from newsie.resolve.meetings import meeting_keys
from newsie.resolve.members import Member
from newsie.resolve.names import name_key, name_words
from newsie.resolve.organizations import organization_key
from newsie.resolve.places import place_key
from newsie.resolve.sightings import Sighting
from newsie.resolve.words import spelling
from newsie.store.sql import column_of, rows_of

Keys = frozenset[int]


def person_keys(member: Member[Person], text: str) -> Keys:
    """Return the keys of a person: every word of every form of the name as any romanization may have it."""
    forms = (member.record.name, *member.record.aliases)
    words = {spelling(word) for form in forms for word in name_words(form)}
    return _numbers("person", words | {spelling(name_key(form)) for form in forms} | {name_key(form) for form in forms})


def organization_key_numbers(member: Member[Organization], text: str) -> Keys:
    """Return the keys of an organization: its name, and acronyms that it has or may be."""
    record = member.record
    acronyms = {fold(form) for form in (record.acronym, record.name) if form}
    return _numbers("organization", {organization_key(record.name), *(("acronym", one) for one in acronyms)})


def place_keys(member: Member[Place], text: str) -> Keys:
    """Return the keys of a place: its name, and the code of a country that has it."""
    name = member.record.name
    return _numbers("place", {place_key(name), country_code(name) or place_key(name)})


def sighting_keys(one: Sighting) -> Keys:
    """Return the keys of a meeting as one article has it."""
    return _numbers("meeting", meeting_keys(one))


def signing_keys(one: Signing) -> Keys:
    """Return the keys of an agreement as one article has it."""
    return _numbers("agreement", agreement_keys(one))


def rekey(db: Database, keys: Mapping[str, Keys]) -> set[str]:
    """Give members other keys. Return all who share an old or a new one with them, themselves among them."""
    former = sharing(db, keys)
    forget_keys(db, keys)
    rows = ({"key": key, "member_id": member} for member, own in keys.items() for key in own)
    db.table("identity_keys").insert_all(rows)
    return former | sharing(db, keys) | set(keys)


def forget_keys(db: Database, members: Iterable[str]) -> None:
    """Take their keys from members."""
    rows_of(db, "DELETE FROM identity_keys WHERE member_id IN :values", members)


def connected(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members whom chains of shared keys connect with these, these among them."""
    found = set(members)
    frontier, seen_keys = found, set[int]()
    while frontier:
        keys = _keys_of(db, frontier) - seen_keys
        seen_keys |= keys
        frontier = _having(db, keys) - found
        found |= frontier
    return found


def sharing(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members that share a key with one of these, these among them if they have keys."""
    keys = _keys_of(db, members)
    return _having(db, keys)


def _numbers(type_: str, keys: Iterable[Hashable]) -> Keys:
    return frozenset(content_number(type_, key) for key in keys)


def _keys_of(db: Database, members: Iterable[str]) -> set[int]:
    return column_of(db, "SELECT DISTINCT key FROM identity_keys WHERE member_id IN :values", members)


def _having(db: Database, keys: Iterable[int]) -> set[str]:
    return column_of(db, "SELECT DISTINCT member_id FROM identity_keys WHERE key IN :values", keys)
