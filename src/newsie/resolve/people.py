"""Who of the people of several articles is one person, and what is known of each."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from newsie.records import Person, Rank, Role
from newsie.resolve.clusters import by_key, candidate_pairs, group
from newsie.resolve.evidence import compare
from newsie.resolve.members import all_mentions, in_order, name_forms, run_id
from newsie.resolve.names import fullest, is_full, name_key, name_words
from newsie.resolve.profiles import Profile, evidence_tokens
from newsie.resolve.words import fold, spelling


def cluster_people(people: Iterable[Profile]) -> list[Profile]:
    """Return one profile for each person: equal full names first, then compatible ones, then bare names.

    `people` are given in the order of the run. A bare name (a surname, initials and a surname, a name that many bear)
    joins the one person whom it can mean, or nobody, and never brings two people together.
    """
    full: list[Profile] = []
    bare: list[Profile] = []
    for person in people:
        (full if is_full(person.name) else bare).append(person)
    joined, ambiguous = _join_equal(full)
    known = _join_compatible(joined)
    alone, unclear = _join_equal(_attach(bare, known))
    return [*known, *ambiguous, *alone, *unclear]


def merged_person(person: Profile) -> Person:
    """Return the record of a person with what all articles say."""
    members = in_order(person.members)
    forms = name_forms(members)
    name = fullest(forms)
    return Person(
        id=run_id("person", members),
        name=name,
        aliases=tuple(form for form in forms if form != name),
        ranks=_union_of_ranks(rank for member in members for rank in member.record.ranks),
        roles=_union_of_roles(role for member in members for role in member.record.roles),
        mentions=all_mentions(members),
    )


def _join_equal(people: list[Profile]) -> tuple[list[Profile], list[Profile]]:
    """Join people of one name; return those found, and those who can be several of them and stay apart."""
    found: list[Profile] = []
    ambiguous: list[Profile] = []
    for namesakes in by_key(people, lambda person: name_key(person.name)).values():
        known: list[Profile] = []
        # Those of whom most is known come first: that tells where the rest belongs.
        for person in sorted(namesakes, key=lambda one: (not one.countries, not one.offices, not one.ranks)):
            homes = _homes(person, known)
            if len(homes) == 1:
                homes[0].absorb(person)
            else:
                (ambiguous if homes else known).append(person)
        found.extend(known)
    return found, ambiguous


def _homes(person: Profile, candidates: list[Profile]) -> list[Profile]:
    """The candidates that are the same person; where several are, those with evidence besides the name, if any."""
    compared = [(candidate, compare(candidate, person)) for candidate in candidates]
    fitting = [(candidate, result) for candidate, result in compared if result.verdict == "same"]
    supported = [candidate for candidate, result in fitting if result.evidence]
    return supported if len(supported) == 1 else [candidate for candidate, _ in fitting]


def _join_compatible(people: list[Profile]) -> list[Profile]:
    same = [
        (left, right)
        for left, right in candidate_pairs(people, _compatible_keys)
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
    by_word: dict[Hashable, dict[int, Profile]] = {}
    for position, person in enumerate(known):
        for key in _word_keys(person):
            by_word.setdefault(key, {})[position] = person
    homes = [_only_candidate(person, by_word) for person in bare]
    alone: list[Profile] = []
    for person, home in zip(bare, homes, strict=True):
        if home and not home.articles & person.articles:
            home.absorb(person)
        else:
            alone.append(person)
    return alone


def _only_candidate(person: Profile, by_word: dict[Hashable, dict[int, Profile]]) -> Profile | None:
    candidates: dict[int, Profile] = {}
    for key in _word_keys(person):
        candidates.update(by_word.get(key, {}))
    same = [candidate for candidate in candidates.values() if compare(candidate, person).verdict == "same"]
    return same[0] if len(same) == 1 else None


def _word_keys(person: Profile) -> Iterator[Hashable]:
    """What a bare name and the person it means share: a word of the name and some evidence."""
    tokens = list(evidence_tokens(person))
    for word in _spelled_words(person):
        yield from ((word, token) for token in tokens)


def _compatible_keys(person: Profile) -> Iterator[Hashable]:
    """What two forms of a full name share: two words, or all letters, and some evidence."""
    tokens = list(evidence_tokens(person))
    words = sorted(set(_spelled_words(person)))
    for shared in (*combinations(words, 2), (spelling(name_key(person.name)),)):
        yield from ((shared, token) for token in tokens)


def _spelled_words(person: Profile) -> list[str]:
    return [spelling(word) for word in name_words(person.name) if len(word) > 1]


def _union_of_ranks(ranks: Iterable[Rank]) -> tuple[Rank, ...]:
    """Ranks of one name are one rank, with what any article adds to it."""
    union: dict[str, Rank] = {}
    for rank in ranks:
        known = union.get(rank.name, rank)
        union[rank.name] = Rank(
            name=rank.name,
            grade=known.grade or rank.grade,
            branch=known.branch or rank.branch,
            retired=known.retired or rank.retired,
        )
    return tuple(union.values())


def _union_of_roles(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles of one title are one role where none contradicts the other, with what any article adds to it."""
    union: list[Role] = []
    for role in roles:
        for position, known in enumerate(union):
            if _one_role(known, role):
                union[position] = _combined_role(known, role)
                break
        else:
            union.append(role)
    return tuple(union)


def _one_role(left: Role, right: Role) -> bool:
    return (
        fold(left.title) == fold(right.title)
        and left.status == right.status
        and _agree(left.acronym, right.acronym)
        and _agree(left.organization, right.organization)
        and _agree(left.country, right.country)
    )


def _agree(left: str | None, right: str | None) -> bool:
    return left is None or right is None or fold(left) == fold(right)


def _combined_role(known: Role, added: Role) -> Role:
    return Role(
        title=known.title,
        acronym=known.acronym or added.acronym,
        organization=known.organization or added.organization,
        country=known.country or added.country,
        status=known.status,
    )
