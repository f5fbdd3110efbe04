"""Who and what is one across articles, as it is computed and as people have judged it, with the record of each."""

from collections.abc import Mapping, Sequence

from newsie.records import Organization, Person, Place
from newsie.resolve.evidence import compare
from newsie.resolve.judgements import Fit, Judgements, judged
from newsie.resolve.members import Entity, Member, run_id
from newsie.resolve.organizations import cluster_organizations, merged_organization
from newsie.resolve.people import cluster_people
from newsie.resolve.person_record import merged_person
from newsie.resolve.places import cluster_places, merged_place
from newsie.resolve.profiles import profile

Texts = Mapping[str, str]
Resolved = tuple[Sequence[Member[Entity]], Entity]


def resolved_people(members: Sequence[Member[Person]], texts: Texts, judgements: Judgements) -> list[Resolved[Person]]:
    """Return the members that are one person, with that person's record; `texts` are independent texts by article."""

    def fit(one: Member[Person], other: Member[Person]) -> tuple[float]:
        return (compare(profile(one, texts[one.key[0]]), profile(other, texts[other.key[0]])).score,)

    groups = [one.members for one in cluster_people(profile(member, texts[member.key[0]]) for member in members)]
    return [(group, merged_person(group)) for group in _judged("person", groups, judgements, fit)]


def resolved_organizations(
    members: Sequence[Member[Organization]], texts: Texts, judgements: Judgements
) -> list[Resolved[Organization]]:
    """Return the members that are one organization, with its record."""
    groups = [one.members for one in cluster_organizations(members, texts)]
    return [(group, merged_organization(group)) for group in _judged("organization", groups, judgements, _namesakes)]


def resolved_places(members: Sequence[Member[Place]], texts: Texts, judgements: Judgements) -> list[Resolved[Place]]:
    """Return the members that are one place, with its record."""
    groups = [one.members for one in cluster_places(members, texts)]
    return [(group, merged_place(group)) for group in _judged("place", groups, judgements, _namesakes)]


def _judged(
    kind: str, groups: Sequence[Sequence[Member[Entity]]], judgements: Judgements, fit: Fit[Member[Entity]]
) -> Sequence[Sequence[Member[Entity]]]:
    if not judgements.concern_identity:
        return groups
    return judged(groups, {run_id(kind, [member]): member for group in groups for member in group}, judgements, fit)


def _namesakes(one: Member[Entity], other: Member[Entity]) -> tuple[bool, bool]:
    """How well an organization or place of one article goes with that of another: by name, then by country."""
    left, right = one.record, other.record
    same_country = not isinstance(left, Person) and not isinstance(right, Person) and left.country == right.country
    return left.name == right.name, same_country
