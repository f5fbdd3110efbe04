"""Which of the places of several articles are one: by name, where country and kind do not contradict."""

from collections import Counter
from collections.abc import Iterable, Mapping

from newsie.countries import country_code
from newsie.records import Place
from newsie.resolve.members import Group, Member, all_mentions, in_order, join_namesakes, run_id
from newsie.resolve.words import name_rules, word_forms


def place_keys(member: Member[Place], text: str) -> frozenset[str]:
    """Return the lookup keys of a place of one article, which prints the independent text of the id `text`.

    What no chain of shared keys connects is never put together, nor does it tell what else belongs together.
    """
    return frozenset([_key(_group(member, text))])


def cluster_places(members: Iterable[Member[Place]], texts: Mapping[str, str]) -> list[Group[Place]]:
    """Return one group for each place, whatever the order of `members`.

    `texts` gives for each article's id that of its independent text.
    """
    return join_namesakes([_group(member, texts[member.key[0]]) for member in in_order(members)], _key, _fits)


def place_key(name: str) -> str:
    """Return the folded words of the name of a place, without "the"."""
    return " ".join(word for word in word_forms(name) if word != "the")


def is_country(record: Place) -> bool:
    """Whether an article knows the place to be a country, not a part of one."""
    return record.kind == "country"


def merged_place(found: Iterable[Member[Place]]) -> Place:
    """Return the record of a place with what all articles say; its name is the one that most of them use."""
    members = in_order(found)
    names = Counter(member.record.name for member in members)
    return Place(
        id=run_id("place", members),
        name=min(names, key=lambda name: (name.isupper(), -names[name], -len(name), name)),
        kind=next((member.record.kind for member in members if member.record.kind), None),
        country=next((member.record.country for member in members if member.record.country), None),
        mentions=all_mentions(members),
    )


def _group(member: Member[Place], text: str) -> Group[Place]:
    one = Group([member])
    record = member.record
    one.facts["text"].add(text)
    one.facts["near"].update(place_key(place.name) for place in member.article.places if place.kind == "city")
    if record.country:
        one.facts["country"].add(record.country)
    if record.kind:
        one.facts["kind"].add("country" if is_country(record) else "part of one")
    return one


def _key(one: Group[Place]) -> str:
    """Türkiye and Turkey are one by their code; any other place is one by its name."""
    record = one.members[0].record
    name = place_key(record.name)
    if not is_country(record) or name in name_rules().parts_of_countries.words:
        return name
    return country_code(record.name) or name


def _fits(left: Group[Place], right: Group[Place]) -> bool:
    """Whether nothing speaks against one place; a State House needs the same country or city, or one text."""
    if left.contradicts(right, "country") or left.contradicts(right, "kind"):
        return False
    facility = any(member.record.kind == "facility" for member in (left.members[0], right.members[0]))
    return not facility or left.shares(right, "country", "text", "near")
