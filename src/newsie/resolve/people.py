"""Who of the people of several articles is one person.

Nobody is compared with everybody: people are looked up by what one person's two records must have in common.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from newsie.collector import collector_paused
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.evidence import compare, contradictions
from newsie.resolve.lookup import Shared, forms, joined_keys, name_keys, namesakes, offered, sought
from newsie.resolve.profiles import Appearance, Profile

Keys = Callable[[Profile], Iterable[str]]

SURE = 2
"""Points of evidence with which a short form is one of the longer name, whatever other short forms there are."""


def cluster_people(people: Iterable[Profile]) -> list[Profile]:
    """Return one profile for each person: equal full names first, then compatible ones, then bare names.

    The order of `people` makes no difference, and who shares no lookup key with anybody, even through others, is
    clustered as if alone. A bare name (a surname, initials and a surname, a name that many bear) joins the one person
    whom it can mean, or nobody, and never brings two people together.
    """
    with collector_paused():
        return _clustered(people)


def _clustered(people: Iterable[Profile]) -> list[Profile]:
    full: list[Profile] = []
    bare: list[Profile] = []
    for person in sorted(people, key=lambda person: person.members[0].position):
        (full if person.name.full else bare).append(person)
    joined, ambiguous = _join_equal(full, lambda person: (person.name.key,))
    known = _join_compatible(joined)
    alone, unclear = _join_equal(_attach(bare, known), _namesake_keys)
    return [*known, *ambiguous, *alone, *unclear]


class _Index:
    """People by the keys that they can be looked up by."""

    def __init__(self) -> None:
        self._people: dict[str, dict[Profile, None]] = defaultdict(dict)

    def add(self, keys: Iterable[str], person: Profile) -> None:
        for key in keys:
            self._people[key][person] = None

    def having(self, keys: Iterable[str]) -> list[Profile]:
        """Those who have one of the keys, each once."""
        return list(dict.fromkeys(person for key in keys for person in self._people.get(key, ())))


def _namesake_keys(person: Profile) -> Iterable[str]:
    return joined_keys([shared for one in _distinct(person) for shared in namesakes(one)])


def _name_keys(person: Profile) -> Iterable[str]:
    return {key for one in _distinct(person) for key in name_keys(one)}


def _distinct(person: Profile) -> Iterable[Appearance]:
    """The articles' ways to look a person up, each once: keys never mix what different articles say."""
    return dict.fromkeys(person.appearances) if len(person.appearances) > 1 else person.appearances


def _join_equal(people: list[Profile], keys: Keys) -> tuple[list[Profile], list[Profile]]:
    """Join people who share a key and are the same; return those found, and those who can be several of them.

    Those of whom most is known come first: that tells where the rest belongs.
    """
    found: list[Profile] = []
    ambiguous: list[Profile] = []
    index = _Index()
    for person in sorted(people, key=lambda one: (not one.countries, not one.offices, not one.ranks)):
        own = list(keys(person))
        homes = _homes(person, index.having(own))
        if len(homes) > 1:
            ambiguous.append(person)
            continue
        if homes:
            homes[0].absorb(person)
        else:
            found.append(person)
        index.add(own, homes[0] if homes else person)
    return found, ambiguous


def _homes(person: Profile, candidates: list[Profile]) -> list[Profile]:
    """The candidates that are the same person; of several, the only one with evidence besides the name, if there is."""
    compared = [(candidate, compare(candidate, person)) for candidate in candidates]
    fitting = [(candidate, result) for candidate, result in compared if result.verdict == "same"]
    supported = [candidate for candidate, result in fitting if result.evidence]
    return supported if len(supported) == 1 else [candidate for candidate, _ in fitting]


def _join_compatible(people: list[Profile]) -> list[Profile]:
    found = {
        pair: compare(people[pair[0]], people[pair[1]])
        for pair in {*candidate_pairs(people, _name_keys), *_pairs_of_forms(people)}
    }
    same = [pair for pair, result in found.items() if result.verdict == "same"]
    sure = [pair for pair in same if found[pair].evidence >= SURE]
    forms_of_one = _forms_of_one(people, sure)

    def compatible(left: int, right: int) -> bool:
        one, other = people[left], people[right]
        if frozenset((left, right)) in forms_of_one:
            return not contradictions(one, other)
        return compare(one, other).verdict != "different"

    groups = _groups(len(people), same, sure, compatible)
    return [_absorbed([people[position] for position in positions]) for positions in groups]


def _groups(
    size: int, same: Iterable[tuple[int, int]], sure: Iterable[tuple[int, int]], compatible: Callable[[int, int], bool]
) -> list[list[int]]:
    """Return the positions that pairs connect; where some exclude each other, only the `sure` pairs of them do."""
    groups = group(range(size), same, compatible)
    apart = {positions[0] for positions in groups if len(positions) == 1}
    left = [pair for pair in sure if apart.issuperset(pair)]
    return [
        *(positions for positions in groups if len(positions) > 1),
        *(positions for positions in group(range(size), left, compatible) if apart.issuperset(positions)),
    ]


def _forms_of_one(people: list[Profile], sure: Iterable[tuple[int, int]]) -> set[frozenset[int]]:
    """The pairs that are surely short forms of one name: "Josphat Kamau", "Josphat Njoroge" of Josphat Kamau Njoroge.

    They may differ from each other.
    """
    short_forms: dict[int, list[int]] = defaultdict(list)
    for pair in sure:
        short, long = sorted(pair, key=lambda position: len(people[position].name.words))
        if len(people[short].name.words) < len(people[long].name.words):
            short_forms[long].append(short)
    return {frozenset(pair) for shorts in short_forms.values() for pair in combinations(shorts, 2)}


def _pairs_of_forms(people: list[Profile]) -> Iterator[tuple[int, int]]:
    """The positions of those who share two words of their names and a fact.

    Only where several share the words are their facts looked at: most words are shared with nobody.
    """
    by_words: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for position, person in enumerate(people):
        for one in _distinct(person):
            for words, clues in forms(one):
                by_words[words].append((position, clues))
    for sharing in by_words.values():
        if len(sharing) > 1:
            yield from _pairs_sharing(sharing)


def _pairs_sharing(sharing: list[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    by_clue: dict[str, dict[int, None]] = defaultdict(dict)
    for position, clues in sharing:
        for clue in clues:
            by_clue[clue][position] = None
    for positions in by_clue.values():
        yield from combinations(positions, 2)


def _absorbed(people: list[Profile]) -> Profile:
    first, *others = people
    for other in others:
        first.absorb(other)
    return first


def _attach(bare: list[Profile], known: list[Profile]) -> list[Profile]:
    """Let each bare name join the one known person whom it can mean; return those that stay alone.

    All are decided before any joins, so that none is judged by what another bare name has brought along.
    """
    candidates = _candidates(bare, known)
    homes = [_only_home(person, candidates.get(person, ())) for person in bare]
    alone: list[Profile] = []
    for person, home in zip(bare, homes, strict=True):
        if home and home.articles.isdisjoint(person.articles):
            home.absorb(person)
        else:
            alone.append(person)
    return alone


def _candidates(bare: list[Profile], known: list[Profile]) -> dict[Profile, dict[Profile, None]]:
    """For each bare name the known people who offer one of the keys that it seeks."""
    seeking: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for person in bare:
        for words, clues in _shared(person, sought):
            for clue in clues:
                seeking[words][clue].append(person)
    candidates: dict[Profile, dict[Profile, None]] = defaultdict(dict)
    for home in known:
        for words, clues in _shared(home, offered):
            seekers = seeking.get(words, {})
            for person in (person for clue in clues for person in seekers.get(clue, ())):
                candidates[person][home] = None
    return candidates


def _shared(person: Profile, kind: Callable[[Appearance], Iterator[Shared]]) -> Iterator[Shared]:
    return (shared for one in _distinct(person) for shared in kind(one))


def _only_home(person: Profile, candidates: Iterable[Profile]) -> Profile | None:
    same = [candidate for candidate in candidates if compare(candidate, person).verdict == "same"]
    return same[0] if len(same) == 1 else None
