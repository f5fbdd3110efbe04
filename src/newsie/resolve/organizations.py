"""Which organizations of several articles are one: by name, by acronym, an acronym alone by who introduces it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from newsie.countries import country_code, demonym_code
from newsie.folding import fold
from newsie.records import Organization
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.members import Group, Member, all_mentions, in_order, join_namesakes, name_forms, run_id
from newsie.resolve.words import content_words, initials, is_generic, is_turnable, name_rules, word_forms

_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# "PRW", "MoFA"
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]+|Mo[A-Z]{1,3}")
_LONGEST_COUNTRY = 3


@lru_cache(maxsize=65536)
def organization_key(name: str) -> tuple[str, ...]:
    """Return the words of a name without "the", a country and its adjective alike: Pakistani Army, Pakistan Army.

    The words of a name that is turned round freely come without "of" and the like, in the order of the alphabet.
    """
    words = _POSSESSIVE.sub("", name).split()
    key: list[str] = []
    while words:
        length, code = _country_at_start(words)
        key.extend((code,) if code else word_forms(words[0]))
        del words[:length]
    if is_turnable(name):
        return tuple(sorted(set(key) - name_rules().connectors.words - name_rules().fillers.words))
    return tuple(word for word in key if word != "the")


def organization_keys(member: Member[Organization], text: str) -> frozenset[str]:
    """Return the lookup keys of an organization of one article, which prints the independent text of the id `text`.

    What no chain of shared keys connects is never put together, nor does it tell what else belongs together.
    """
    one = _group(member, text)
    name = f"name {' '.join(_key(one))}"
    return frozenset([name, *(f"acronym {acronym}" for acronym in _possible_acronyms(one))])


def cluster_organizations(
    members: Iterable[Member[Organization]], texts: Mapping[str, str]
) -> list[Group[Organization]]:
    """Return one group for each organization, whatever the order of `members`.

    `texts` gives for each article's id that of its independent text.
    """
    groups = [_group(member, texts[member.key[0]]) for member in in_order(members)]
    named = join_namesakes([one for one in groups if not _bare_acronym(one)], _key, _fits)
    named = _join_by_acronym(named)
    return named + _attach_acronyms([one for one in groups if _bare_acronym(one)], named)


def merged_organization(found: Iterable[Member[Organization]]) -> Organization:
    """Return the record of an organization with what all articles say."""
    members = in_order(found)
    forms = name_forms(members)
    acronym = next((member.record.acronym for member in members if member.record.acronym), None)
    name = min(forms, key=lambda form: (form == acronym, -len(organization_key(form)), -forms[form], -len(form), form))
    return Organization(
        id=run_id("organization", members),
        name=name,
        acronym=acronym,
        aliases=tuple(form for form in forms if form not in (name, acronym)),
        country=next((member.record.country for member in members if member.record.country), None),
        mentions=all_mentions(members),
    )


def _country_at_start(words: list[str]) -> tuple[int, str | None]:
    """How many words from the first one on name a country or say its adjective, and its code; 1 and None if none do."""
    for length in range(min(_LONGEST_COUNTRY, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        code = country_code(phrase) or demonym_code(phrase)
        if code:
            return length, code
    return 1, None


def _group(member: Member[Organization], text: str) -> Group[Organization]:
    one = Group([member])
    record = member.record
    one.facts["text"].add(text)
    if record.country:
        one.facts["country"].add(record.country)
    acronym = _acronym(record)
    if acronym:
        one.facts["acronym"].add(acronym)
    return one


def _acronym(record: Organization) -> str | None:
    """The acronym that a record gives, or that its name looks like."""
    if record.acronym:
        return fold(record.acronym)
    return fold(record.name) if _ACRONYM.fullmatch(record.name) else None


def is_acronym_alone(record: Organization) -> bool:
    """Whether an article has nothing but the acronym."""
    return fold(record.name) == _acronym(record)


def _name(one: Group[Organization]) -> str:
    return one.members[0].record.name


def _key(one: Group[Organization]) -> tuple[str, ...]:
    """What one organization has in common: its name, and with a name that every country has, its country or text."""
    key = organization_key(_name(one))
    if not is_generic(_name(one)):
        return key
    owner = sorted(one.facts["country"] or one.facts["text"])
    return tuple(sorted({*key, *owner})) if is_turnable(_name(one)) else (*key, *owner)


def _bare_acronym(one: Group[Organization]) -> bool:
    """Whether the article of the first member has nothing but an acronym of these."""
    return fold(_name(one)) in one.facts["acronym"]


def _fits(left: Group[Organization], right: Group[Organization]) -> bool:
    return not left.contradicts(right, "country")


def _join_by_acronym(groups: list[Group[Organization]]) -> list[Group[Organization]]:
    pairs = candidate_pairs(groups, lambda one: sorted(one.facts["acronym"]))
    same = [(left, right) for left, right in pairs if _same_by_acronym(groups[left], groups[right])]
    joined = group(groups, same, _same_by_acronym)
    return [_absorbed(one) for one in joined]


def _same_by_acronym(left: Group[Organization], right: Group[Organization]) -> bool:
    """Whether two organizations of one acronym have the same words in their names, or, in one country, one word more.

    Neighbours call their like alike: Inter-Services Public Relations of Pakistan, Inter Services Public Relations
    Directorate of Bangladesh.
    """
    if not left.shares(right, "acronym") or not _fits(left, right):
        return False
    shorter, longer = sorted((content_words(_name(left)), content_words(_name(right))), key=len)
    distinctive = shorter == longer and not is_generic(_name(left))
    return distinctive or (shorter <= longer and left.shares(right, "country", "text"))


def _absorbed(groups: list[Group[Organization]]) -> Group[Organization]:
    first, *others = groups
    for other in others:
        first.absorb(other)
    return first


def _means(acronym: Group[Organization], named: Group[Organization]) -> bool:
    """Whether nothing speaks against it; of a name that every country has, country or text must speak for it."""
    return _fits(acronym, named) and (not is_generic(_name(named)) or acronym.shares(named, "country", "text"))


def _attach_acronyms(bare: list[Group[Organization]], named: list[Group[Organization]]) -> list[Group[Organization]]:
    """Let each bare acronym join the one organization that it is introduced for, or its like; return what is left."""
    by_acronym: dict[str, list[Group[Organization]]] = {}
    for one in named:
        for acronym in _possible_acronyms(one):
            by_acronym.setdefault(acronym, []).append(one)
    unknown: list[Group[Organization]] = []
    ambiguous: list[Group[Organization]] = []
    for one in bare:
        candidates = by_acronym.get(fold(_name(one)), [])
        homes = [candidate for candidate in candidates if _means(one, candidate)]
        if len(homes) == 1:
            homes[0].absorb(one)
        else:
            (ambiguous if candidates else unknown).append(one)
    return join_namesakes(unknown, _key, _fits) + ambiguous


def _possible_acronyms(one: Group[Organization]) -> set[str]:
    """The acronyms that articles introduce, and those that the words of a ministry and its like make (MoFA)."""
    made = {acronym for member in one.members for acronym in _made_acronyms(member.record.name)}
    return one.facts["acronym"] | made


@lru_cache(maxsize=65536)
def _made_acronyms(name: str) -> frozenset[str]:
    return initials(name) if is_turnable(name) and is_generic(name) else frozenset()
