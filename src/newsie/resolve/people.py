"""Who of the people of several articles is one person.

Nobody is compared with everybody: people are looked up by what one person's two records must have in common.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations

from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.evidence import compare
from newsie.resolve.names import is_full, name_key, name_words
from newsie.resolve.profiles import Profile, evidence_tokens, office_tokens
from newsie.resolve.words import spelling

Keys = Callable[[Profile], Iterable[Hashable]]


def cluster_people(people: Iterable[Profile]) -> list[Profile]:
    """Return one profile for each person: equal full names first, then compatible ones, then bare names.

    `people` are given in the order of the run. A bare name (a surname, initials and a surname, a name that many bear)
    joins the one person whom it can mean, or nobody, and never brings two people together.
    """
    full: list[Profile] = []
    bare: list[Profile] = []
    for person in people:
        (full if is_full(person.name) else bare).append(person)
    joined, ambiguous = _join_equal(full, lambda person: (name_key(person.name),))
    known = _join_compatible(joined)
    alone, unclear = _join_equal(_attach(bare, known), _bare_name_keys)
    return [*known, *ambiguous, *alone, *unclear]


class _Index:
    """People by the keys that they can be looked up by."""

    def __init__(self) -> None:
        self._people: dict[Hashable, dict[Profile, None]] = {}

    def add(self, keys: Iterable[Hashable], person: Profile) -> None:
        for key in keys:
            self._people.setdefault(key, {})[person] = None

    def having(self, keys: Iterable[Hashable]) -> list[Profile]:
        """Those who have one of the keys, each once."""
        return list(dict.fromkeys(person for key in keys for person in self._people.get(key, ())))


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
    same = [
        (left, right)
        for left, right in candidate_pairs(people, _shorter_form_keys)
        if compare(people[left], people[right]).verdict == "same"
    ]
    groups = group(people, same, lambda left, right: compare(left, right).verdict != "different")
    return [_absorbed(members) for members in groups]


def _absorbed(people: list[Profile]) -> Profile:
    first, *others = people
    for other in others:
        first.absorb(other)
    return first


def _attach(bare: list[Profile], known: list[Profile]) -> list[Profile]:
    """Let each bare name join the one known person whom it can mean; return those that stay alone.

    All are decided before any joins, so that none is judged by what another bare name has brought along.
    """
    index = _Index()
    for person in known:
        index.add(_word_keys(person, (*evidence_tokens(person), *office_tokens(person))), person)
    homes = [_only_candidate(person, index) for person in bare]
    alone: list[Profile] = []
    for person, home in zip(bare, homes, strict=True):
        if home and not home.articles & person.articles:
            home.absorb(person)
        else:
            alone.append(person)
    return alone


def _only_candidate(person: Profile, index: _Index) -> Profile | None:
    candidates = index.having(_word_keys(person, _bare_name_tokens(person)))
    same = [candidate for candidate in candidates if compare(candidate, person).verdict == "same"]
    return same[0] if len(same) == 1 else None


def _bare_name_tokens(person: Profile) -> Iterable[Hashable]:
    """The facts that can identify a bare name: a single one needs its office."""
    return office_tokens(person) if len(name_words(person.name)) == 1 else evidence_tokens(person)


def _bare_name_keys(person: Profile) -> Iterator[Hashable]:
    """What a bare name shares with its like."""
    return ((name_key(person.name), token) for token in _bare_name_tokens(person))


def _word_keys(person: Profile, tokens: Iterable[Hashable]) -> Iterator[Hashable]:
    """What a bare name shares with the person whom it means: a word of the name, and some evidence."""
    words = _spelled_words(person)
    return ((word, token) for token in tokens for word in words)


def _shorter_form_keys(person: Profile) -> Iterator[Hashable]:
    """What two forms of a full name share: two words, or all letters, and some evidence."""
    tokens = evidence_tokens(person)
    words = sorted(set(_spelled_words(person)))
    for shared in (*combinations(words, 2), (spelling(name_key(person.name)),)):
        yield from ((shared, token) for token in tokens)


def _spelled_words(person: Profile) -> list[str]:
    return [spelling(word) for word in name_words(person.name) if len(word) > 1]
