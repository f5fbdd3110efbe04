"""Whom no chain of lookup keys connects with anybody is clustered as if alone; order makes no difference."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.resolve.lookup import LookupKeys, person_keys
from newsie.resolve.members import Member
from newsie.resolve.organizations import cluster_organizations, organization_keys
from newsie.resolve.people import cluster_people
from newsie.resolve.places import cluster_places, place_keys
from newsie.resolve.profiles import profile

# Few values, so that most people share some of them.
NAMES = [
    "Junaid Marwat", "Syed Junaid Marwat", "Junayd Marwat", "Junaid A. Marwat", "Marwat Junaid", "Marwat", "J. Marwat",
    "Haroon Marwat", "Haroon Khan", "Ali Khan", "Sajjad Ali Khan", "Han Ji-won", "Jiwon Han", "Han Ji Won",
    "Bill Marwat", "William Marwat",
]  # fmt: skip
RANKS = [
    {},
    {"rank": "General", "branch": "army", "grade": "OF-9"},
    {"rank": "Admiral", "branch": "navy"},
]
ROLES = [
    {},
    {"role": "Chief of Army Staff", "acronym": "COAS", "country": "PK"},
    {"role": "COAS"},
    {"role": "envoy", "country": "IN"},
    {"role": "envoy", "organization": "Indus Rice Board"},
]
ORGANIZATIONS = [
    ("Press Relations Wing", "PRW"),
    ("PRW",),
    ("Public Road Works", "PRW"),
    ("Ministry of Defence", "MOD"),
    ("Ministry of Defence", None, "OM"),
    ("Ministry of Defense", "MOD", "OM"),
    ("Omani Defence Ministry", None, "OM"),
    ("MOD",),
    ("MoD", None, "OM"),
    ("the PRW",),
    ("Press Relations Wing", None, "PK"),
    ("Press Relations Wing", None, "BD"),
]
PLACES = [
    ("Hyderabad",),
    ("Hyderabad", "city", "PK"),
    ("Hyderabad", "city", "IN"),
    ("State House", "facility"),
    ("State House", "facility", "ZM"),
    ("Lusaka", "city"),
    ("Türkiye", "country", "TR"),
    ("Turkey", "country"),
]

entities = st.fixed_dictionaries(
    {
        "people": st.lists(
            st.builds(
                lambda name, rank, role: (name, {**rank, **role}),
                st.sampled_from(NAMES), st.sampled_from(RANKS), st.sampled_from(ROLES),
            ),
            max_size=3,
            unique_by=lambda person: person[0],
        ),
        "organizations": st.lists(st.sampled_from(ORGANIZATIONS), max_size=2, unique_by=lambda one: one[0]),
        "places": st.lists(st.sampled_from(PLACES), max_size=2, unique_by=lambda one: (one[0], one[2:])),
        "copies": st.sampled_from([None, None, None, "a00"]),
        "year": st.sampled_from([2001, 2003, 2024]),
    }
)  # fmt: skip
articles = st.lists(entities, min_size=2, max_size=12)


def clustered_people(members, texts):
    return [one.members for one in cluster_people(profile(member, texts[member.key[0]]) for member in members)]


def clustered_organizations(members, texts):
    return [one.members for one in cluster_organizations(members, texts)]


def clustered_places(members, texts):
    return [one.members for one in cluster_places(members, texts)]


def same_both_ways(keys):
    """Keys of which everybody seeks those that he has."""
    return lambda member, text: LookupKeys(keys(member, text), keys(member, text))


KINDS = [
    ("people", clustered_people, person_keys),
    ("organizations", clustered_organizations, same_both_ways(organization_keys)),
    ("places", clustered_places, same_both_ways(place_keys)),
]


def members_of(news, kind, drawn):
    """The members of one kind, and the id of the text of each article."""
    records = [
        news.article(
            f"a{number:02}",
            published=f"{one['year']}-05-0{number % 9 + 1}",
            people=[news.person(name, **facts) for name, facts in one["people"]],
            organizations=[news.organization(*facts) for facts in one["organizations"]],
            places=[news.place(*facts) for facts in one["places"]],
        )
        for number, one in enumerate(drawn)
    ]
    members = [Member(record, order, one) for order, record in enumerate(records) for one in getattr(record, kind)]
    texts = {record.article.id: one["copies"] or record.article.id for record, one in zip(records, drawn, strict=True)}
    return members, texts


def partition(clusters):
    return {frozenset(member.key for member in cluster) for cluster in clusters}


def components(members, keys):
    """The members in groups that chains connect in which each seeks a key of the next."""
    groups = []
    for member in members:
        own = SimpleNamespace(held=set(keys(member).held), sought=set(keys(member).sought), members=[member])
        for group in [group for group in groups if group.held & own.sought]:
            groups.remove(group)
            own.held |= group.held
            own.sought |= group.sought
            own.members += group.members
        groups.append(own)
    return [group.members for group in groups]


@pytest.mark.parametrize(("kind", "cluster", "keys"), KINDS, ids=[kind for kind, _, _ in KINDS])
@settings(max_examples=150, deadline=None)
@given(drawn=articles)
def test_clusters_of_the_whole_are_those_of_its_parts(news, kind, cluster, keys, drawn):
    members, texts = members_of(news, kind, drawn)
    parts = components(members, lambda member: keys(member, texts[member.key[0]]))
    whole = partition(cluster(members, texts))
    assert whole == {group for part in parts for group in partition(cluster(part, texts))}


@pytest.mark.parametrize(("kind", "cluster", "keys"), KINDS, ids=[kind for kind, _, _ in KINDS])
@settings(max_examples=100, deadline=None)
@given(drawn=articles, data=st.data())
def test_order_makes_no_difference(news, kind, cluster, keys, drawn, data):
    members, texts = members_of(news, kind, drawn)
    shuffled = data.draw(st.permutations(members))
    assert partition(cluster(shuffled, texts)) == partition(cluster(members, texts))


def test_strangers_share_no_key(news):
    people = [
        news.person("Junaid Marwat", **RANKS[1], **ROLES[1]),
        news.person("Haroon Bangash", **RANKS[1], **ROLES[1]),
    ]
    record = news.article("a", people=people)
    left, right = (person_keys(Member(record, 0, person), "a") for person in record.people)
    assert left.sought.isdisjoint(right.held)


@pytest.mark.parametrize(
    ("name", "other", "found"),
    [
        ("Junaid Marwat", "Haroon Marwat", False),
        ("Junaid Marwat", "Junaid Ali Marwat", True),
        ("Marwat", "Haroon Marwat", True),
        ("Marwat", "J. Marwat", False),
    ],
)
def test_full_names_of_one_family_name_seek_each_other_no_more_than_bare_names_do(news, name, other, found):
    records = [news.article(f"a{place}", people=[news.person(form, **RANKS[1], **ROLES[1])])
               for place, form in enumerate((name, other))]  # fmt: skip
    left, right = (person_keys(Member(record, 0, record.people[0]), record.article.id) for record in records)
    assert bool(left.sought & right.held) is found
    assert bool(right.sought & left.held) is found
