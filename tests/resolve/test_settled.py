"""Those who are alike contradict each other in no order and at no time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.resolve.evidence import contradictions, contradicts_itself
from newsie.resolve.members import Member
from newsie.resolve.profiles import profile
from newsie.resolve.settled import alike_organizations, alike_people, alike_places

RANKS = [
    {},
    {"rank": "General", "branch": "army", "grade": "OF-9"},
    {"rank": "Major", "branch": "army", "grade": "OF-3"},
    {"rank": "Admiral", "branch": "navy", "grade": "OF-9"},
]
ROLES = [
    {},
    {"role": "prime minister"},
    {"role": "envoy", "country": "PK"},
    {"role": "envoy", "country": "IN"},
    {"role": "chairman", "organization": "Indus Rice Board"},
    {"role": "chairman", "organization": "Harbour Forum"},
    {"role": "army chief", "status": "former"},
]
facts = st.builds(lambda rank, role: {**rank, **role}, st.sampled_from(RANKS), st.sampled_from(ROLES))


def members(news, drawn):
    """A person of one name, of whom each article says other things."""
    records = [news.article(f"{n}.txt", published=f"{year}-05-02", people=[news.person("Junaid Marwat", **said)])
               for n, (said, year) in enumerate(drawn)]  # fmt: skip
    return [Member(record, order, record.people[0]) for order, record in enumerate(records)]


def together(some):
    first, *others = (profile(one, one.key[0]) for one in some)
    for other in others:
        first.absorb(other)
    return first


@given(drawn=st.lists(st.tuples(facts, st.sampled_from([2001, 2023, 2024])), min_size=2, max_size=5), data=st.data())
def test_no_part_of_those_who_are_alike_contradicts_another(news, drawn, data):
    shuffled = data.draw(st.permutations(members(news, drawn)))
    cut = data.draw(st.integers(1, len(shuffled) - 1))
    against = contradictions(together(shuffled[:cut]), together(shuffled[cut:]))
    assert not (against and alike_people(shuffled))


@pytest.mark.parametrize(
    ("said", "contradictory"),
    [
        ([{}, RANKS[1], ROLES[2]], False),
        ([RANKS[1], RANKS[2]], True),
        ([RANKS[1], RANKS[3]], True),
        ([ROLES[2], ROLES[3]], True),
        ([ROLES[4], ROLES[5]], True),
        ([ROLES[4], ROLES[4]], False),
    ],
)
def test_what_contradicts_itself(news, said, contradictory):
    assert contradicts_itself(together(members(news, [(one, 2024) for one in said]))) is contradictory


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (["Junaid Marwat", "Junaid Marwat"], True),
        (["Junaid Marwat", "junaid marwat"], True),
        (["Junaid Marwat", "Marwat Junaid"], False),
        (["Junaid Marwat", "Junayd Marwat"], False),
        (["Marwat", "Marwat"], False),
        (["Ali Khan", "Ali Khan"], False),
    ],
)
def test_people_are_alike_by_a_full_name(news, names, alike):
    records = [news.article(f"{n}.txt", people=[news.person(name)]) for n, name in enumerate(names)]
    assert alike_people([Member(one, 0, one.people[0]) for one in records]) is alike


@pytest.mark.parametrize(
    ("facts", "alike"),
    [
        ([("Harbour Forum",), ("the Harbour Forum", "HF", "DE")], True),
        ([("Harbour Forum", None, "DE"), ("Harbour Forum", None, "AT")], False),
        ([("Harbour Forum",), ("Harbour Club",)], False),
        ([("HF",), ("HF",)], False),
        ([("Ministry of Defence",), ("Ministry of Defence",)], False),
    ],
)
def test_organizations_are_alike_by_a_name_of_their_own(news, facts, alike):
    records = [news.article(f"{n}.txt", organizations=[news.organization(*one)]) for n, one in enumerate(facts)]
    assert alike_organizations([Member(one, 0, one.organizations[0]) for one in records]) is alike


@pytest.mark.parametrize(
    ("facts", "alike"),
    [
        ([("Lindau",), ("Lindau", "city", "DE")], True),
        ([("Lindau", "region"), ("Lindau", "city")], True),
        ([("Lindau", "city", "DE"), ("Lindau", "city", "AT")], False),
        ([("Georgia", "country"), ("Georgia", "region")], False),
        ([("Town Hall", "facility"), ("Town Hall", "facility")], False),
    ],
)
def test_places_are_alike_by_name_unless_they_are_buildings(news, facts, alike):
    records = [news.article(f"{n}.txt", places=[news.place(*one)]) for n, one in enumerate(facts)]
    assert alike_places([Member(one, 0, one.places[0]) for one in records]) is alike
