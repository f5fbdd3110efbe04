"""When it is settled that members are one, whatever comes that says no more than they do: nothing need be decided anew.

All that this takes is that they are alike: they bear one name that tells people (organizations, places) apart, and
nothing that one of them says can speak against another, in whatever order they are put together.
"""

from collections.abc import Sequence

from newsie.records import Organization, Person, Place
from newsie.resolve.evidence import contradicts_itself
from newsie.resolve.members import Member
from newsie.resolve.organizations import is_acronym_alone, organization_key
from newsie.resolve.places import is_country, place_key
from newsie.resolve.profiles import stated_profile
from newsie.resolve.words import is_generic


def alike_people(members: Sequence[Member[Person]]) -> bool:
    """Whether all bear one full name, and all that they say of it can be true of one person at any time."""
    said = {(one.name, one.aliases, one.ranks, one.roles): one for one in (member.record for member in members)}
    first, *others = map(stated_profile, said.values())
    if not first.name.full or any(other.name.words != first.name.words for other in others):
        return False
    for other in others:
        first.absorb(other)
    return not contradicts_itself(first)


def alike_organizations(members: Sequence[Member[Organization]]) -> bool:
    """Whether all have one name written out, no name that every country has, and no two countries."""
    records = [member.record for member in members]
    return (
        len({organization_key(one.name) for one in records}) == 1
        and len({one.country for one in records if one.country}) <= 1
        and not any(is_generic(one.name) or is_acronym_alone(one) for one in records)
    )


def alike_places(members: Sequence[Member[Place]]) -> bool:
    """Whether all have one name, no two countries, and are all countries or all within one; buildings need evidence."""
    records = [member.record for member in members]
    return (
        len({place_key(one.name) for one in records}) == 1
        and len({one.country for one in records if one.country}) <= 1
        and len({is_country(one) for one in records if one.kind}) <= 1
        and not any(one.kind == "facility" for one in records)
    )


# Whether a later member leaves the record of an entity as it is, whose name and first member are given. More of the
# usual name changes nothing; all else that it says must be said by the first already: no order of names changes.


def adds_nothing_to_person(one: Person, first: Person, name: str) -> bool:
    """Whether a person of another article adds no name, rank or role."""
    return (
        _same_names(one, first, name)
        and all(rank in first.ranks for rank in one.ranks)
        and all(role in first.roles for role in one.roles)
    )


def adds_nothing_to_organization(one: Organization, first: Organization, name: str) -> bool:
    """Whether an organization of another article adds no name, acronym or country."""
    return (
        _same_names(one, first, name) and one.acronym in (None, first.acronym) and one.country in (None, first.country)
    )


def adds_nothing_to_place(one: Place, first: Place, name: str) -> bool:
    """Whether a place of another article adds no name, kind or country."""
    return one.name == name and one.kind in (None, first.kind) and one.country in (None, first.country)


def _same_names(one: Person | Organization, first: Person | Organization, name: str) -> bool:
    return one.name == name and all(form in (name, first.name, *first.aliases) for form in one.aliases)
