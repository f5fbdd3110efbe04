"""The records of single articles that turn out to be one entity, and what they have in common whatever they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from newsie.ids import content_id
from newsie.records import ArticleRecord, Mention, Organization, Person, Place
from newsie.resolve.clusters import by_key

Entity = TypeVar("Entity", Person, Organization, Place)


@dataclass(frozen=True, slots=True)
class Member(Generic[Entity]):
    """An entity as one article has it. `order` is the article's position in the run, from 0."""

    article: ArticleRecord
    order: int
    record: Entity

    @property
    def position(self) -> tuple[int, int, str]:
        """Where the run first mentions it: article, offset; what is never mentioned comes last in its article."""
        starts = [mention.start for mention in self.record.mentions]
        return self.order, min(starts, default=len(self.article.article.text)), self.record.id

    @property
    def key(self) -> tuple[str, str]:
        """Its article's id and its own: an entity's id is unique within its article only."""
        return self.article.article.id, self.record.id


@dataclass
class Group(Generic[Entity]):
    """Members that are one organization or place, with what is known of it: values by kind of fact ("country")."""

    members: list[Member[Entity]]
    facts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def absorb(self, other: "Group[Entity]") -> None:
        """Add the members and facts of a group that is the same."""
        self.members.extend(other.members)
        for kind, values in other.facts.items():
            self.facts[kind] |= values

    def shares(self, other: "Group[Entity]", *kinds: str) -> bool:
        """Whether a value of one of these kinds of facts is known of both."""
        return any(self.facts[kind] & other.facts[kind] for kind in kinds)

    def contradicts(self, other: "Group[Entity]", kind: str) -> bool:
        """Whether this kind of fact is known of both, and nothing of it is the same."""
        return bool(self.facts[kind] and other.facts[kind] and not self.facts[kind] & other.facts[kind])


def join_namesakes(
    groups: Iterable[Group[Entity]],
    key: Callable[[Group[Entity]], Hashable],
    fits: Callable[[Group[Entity], Group[Entity]], bool],
) -> list[Group[Entity]]:
    """Join groups of equal keys that fit exactly one other; what fits several stays alone.

    Those with a country come first: they tell where those without belong.
    """
    joined: list[Group[Entity]] = []
    for namesakes in by_key(groups, key).values():
        found: list[Group[Entity]] = []
        for one in sorted(namesakes, key=lambda one: not one.facts["country"]):
            homes = [home for home in found if fits(home, one)]
            if len(homes) == 1:
                homes[0].absorb(one)
            else:
                (joined if homes else found).append(one)
        joined.extend(found)
    return joined


def in_order(members: Iterable[Member[Entity]]) -> list[Member[Entity]]:
    """Return the members in the order in which a reader of the run meets them."""
    return sorted(members, key=lambda member: member.position)


def run_id(kind: str, members: Sequence[Member[Entity]]) -> str:
    """Return the id that the members have together, made from the first of them."""
    return content_id(kind, *members[0].key)


def all_mentions(members: Sequence[Member[Entity]]) -> tuple[Mention, ...]:
    """Return the mentions of all members, in article order, then by offset."""
    ordered = sorted(members, key=lambda member: member.order)
    return tuple(
        mention
        for member in ordered
        for mention in sorted(member.record.mentions, key=lambda mention: (mention.start, mention.end))
    )


def name_forms(members: Sequence[Member[Person]] | Sequence[Member[Organization]]) -> Counter[str]:
    """Count, in order of first appearance, how many of the members use each form of the name."""
    return Counter(form for member in members for form in (member.record.name, *member.record.aliases))
