"""What people have decided on who or what is one, and which meetings are right: it overrules what is computed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsie.records import Judgement

Item = TypeVar("Item")
Pair = tuple[str, str]
Fit = Callable[[Item, Item], tuple[float, ...]]


@dataclass(frozen=True)
class Judgements:
    """The judgements that hold. `same` and `different` are pairs of ids, `rejected` and `accepted` ids of meetings."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()

    @property
    def concern_identity(self) -> bool:
        """Whether any says who or what is one."""
        return bool(self.same or self.different)

    def rejects(self, ids: Iterable[str]) -> bool:
        """Whether a meeting of which these are the ids in its articles is wrong, and nobody says that it is right."""
        return bool(self.rejected.intersection(ids)) and not self.accepts(ids)

    def accepts(self, ids: Iterable[str]) -> bool:
        """Whether somebody says that the meeting is right."""
        return bool(self.accepted.intersection(ids))


NO_JUDGEMENTS = Judgements()


def holding(judgements: Iterable[Judgement]) -> Judgements:
    """Return those that hold: none that was undone, and of several on the same thing the latest."""
    latest: dict[tuple[str, str | None], Judgement] = {}
    for one in sorted(judgements, key=lambda one: (one.made_at, one.id)):
        if one.undone_at is None:
            latest[min(one.left, one.right or one.left), one.right and max(one.left, one.right)] = one
    by_verb: dict[str, set[tuple[str, str | None]]] = {}
    for key, one in latest.items():
        by_verb.setdefault(one.verb, set()).add(key)
    pairs = {verb: frozenset((left, right) for left, right in keys if right) for verb, keys in by_verb.items()}
    single = {verb: frozenset(left for left, right in keys if not right) for verb, keys in by_verb.items()}
    none: frozenset[str] = frozenset()
    return Judgements(
        same=pairs.get("same", frozenset()),
        different=pairs.get("different", frozenset()),
        rejected=single.get("reject", none),
        accepted=single.get("accept", none),
    )


def judged(
    groups: Sequence[Sequence[Item]], ids: Mapping[str, Item], judgements: Judgements, fit: Fit[Item]
) -> list[list[Item]]:
    """Return groups of what is one as people decided: those "same" together, those "different" apart.

    `ids` gives the items by the ids that judgements name; `fit` says how well two go together, and so to which of two
    that are parted the rest of their group goes. Where judgements contradict each other, "different" prevails.
    """
    home = {id(item): group for group in map(list, groups) for item in group}
    for left, right in sorted(judgements.same):
        if left in ids and right in ids and home[id(ids[left])] is not home[id(ids[right])]:
            joined = [*home[id(ids[left])], *home[id(ids[right])]]
            home.update((id(item), joined) for item in joined)
    for left, right in sorted(judgements.different):
        if left in ids and right in ids and home[id(ids[left])] is home[id(ids[right])]:
            for part in _parted(home[id(ids[left])], ids[left], ids[right], fit):
                home.update((id(item), part) for item in part)
    return list({id(group): group for group in home.values()}.values())


def _parted(group: Sequence[Item], left: Item, right: Item, fit: Fit[Item]) -> tuple[list[Item], list[Item]]:
    """The items that go with `left`, and those that go better with `right`."""
    parts: tuple[list[Item], list[Item]] = ([], [])
    for item in group:
        with_right = item is right or (item is not left and fit(item, right) > fit(item, left))
        parts[with_right].append(item)
    return parts
