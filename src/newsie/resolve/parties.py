"""Whom one article leaves unnamed, and whom another names: "a delegation of the port of Brest", and its director.

What is known of those who are named is what the article says that names them. The words for groups are
`rules/parties.toml`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from newsie.countries import country_code, country_in, country_name, demonym_code
from newsie.records import Participant, Role
from newsie.resolve.office_titles import office_title
from newsie.resolve.person_name import PersonName, person_name
from newsie.resolve.sightings import Roles, Sighting
from newsie.resolve.words import content_words
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

_ENUMERATION = re.compile(r"\band\b|,")


class Case(RuleModel):
    """A group in its own words, and whether it can mean the holder of an office."""

    group: str
    office: Role
    means: bool


class PartyRules(RuleModel):
    """The whole of rules/parties.toml."""

    delegates: frozenset[str]
    anybody: frozenset[str]
    case: tuple[Case, ...]


@dataclass(frozen=True)
class Group:
    """What the words for a group tell: whose it is, by the codes of countries, and offices or organizations."""

    countries: frozenset[str]
    words: frozenset[str]

    @property
    def key(self) -> str:
        """The same for a group in the same words, whatever the article before it."""
        return " ".join(("group", *sorted(self.countries), *sorted(self.words)))


@lru_cache(maxsize=1 << 16)
def told(group: str) -> Group | None:
    """Return what the words for a group tell, None if they can mean anybody."""
    countries = frozenset(code for part in _ENUMERATION.split(group) if (code := country_in(part)))
    names = {word for code in countries for word in content_words(country_name(code))}
    adjectives = {word for word in re.findall(r"\w+", group) if demonym_code(word) or country_code(word)}
    words = _singular(content_words(" ".join(word for word in re.findall(r"\w+", group) if word not in adjectives)))
    telling = words - _singular(names) - _rules().delegates - _rules().anybody
    if not telling and not (countries and words & _rules().delegates):
        return None
    return Group(countries, telling)


def can_mean(group: Group, roles: Iterable[Role]) -> bool:
    """Whether a group can mean the holder of these roles, or be led by them."""
    held = [role for role in roles if role.status != "former"]
    countries = {code for role in held for code in (role.country, country_in(role.organization or "")) if code}
    if not group.countries.isdisjoint(countries):
        return group.words <= _offices(held)
    organizations = _singular(word for role in held for word in content_words(role.organization or ""))
    alien = group.countries and countries
    return not alien and not group.words.isdisjoint(organizations) and group.words <= _offices(held)


def with_names(one: Sighting, other: Sighting, roles: Roles) -> Sighting:
    """Return a meeting with those whom the other article names in the place of groups that can mean them.

    `roles` are those of people by their ids. A group that both have is one, and gets an id.
    """
    named = tuple(_named(one, other, roles))
    return replace(one, meeting=one.meeting.model_copy(update={"participants": named}))


def groups_of(one: Sighting) -> Iterator[Group]:
    """Yield what the words for each group tell that took part in a meeting."""
    for participant in one.meeting.participants:
        if participant.type == "group" and (group := told(participant.name)):
            yield group


def roles_by_person(meetings: Iterable[Sighting]) -> Roles:
    """Return the roles that several articles give people, by their ids."""
    roles: dict[str, tuple[Role, ...]] = {}
    for one in meetings:
        for person, held in one.roles.items():
            roles[person] = (*roles.get(person, ()), *held)
    return roles


def _named(one: Sighting, other: Sighting, roles: Roles) -> Iterator[Participant]:
    shared_groups = {group.key for group in groups_of(other)}
    for participant in one.meeting.participants:
        group = told(participant.name) if participant.type == "group" else None
        people = _meant(group, one, other, roles) if group else []
        if people:
            yield from (person.model_copy(update={"part": participant.part}) for person in people)
        elif group and group.key in shared_groups:
            yield participant.model_copy(update={"id": group.key, "type": "organization"})
        else:
            yield participant


def _meant(group: Group, one: Sighting, other: Sighting, roles: Roles) -> list[Participant]:
    """Those of the people whom only the other article names who can be of the group."""
    others = (who for who in other.meeting.participants if who.type == "person" and who.id not in one.people)
    return [
        person
        for person in others
        if can_mean(group, roles.get(person.id or "", ())) or _is_named(group, person_name(person.name))
    ]


def _is_named(group: Group, name: PersonName) -> bool:
    """Whether what was read as a group is a full name behind a title."""
    return name.full and group.words.issuperset(_singular(name.core))


def _offices(held: Iterable[Role]) -> frozenset[str]:
    """The words of offices and their organizations, and of the titles that others have for them."""
    words = (
        office_title(role.title) | content_words(role.title) | content_words(role.organization or "") for role in held
    )
    return _singular(word for one in words for word in one)


def _singular(words: Iterable[str]) -> frozenset[str]:
    """The words without the s of a plural."""
    return frozenset(word[:-1] if len(word) > 3 and re.search(r"[^siu]s$", word) else word for word in words)


@cache
def _rules() -> PartyRules:
    return load_rules("parties", PartyRules)
