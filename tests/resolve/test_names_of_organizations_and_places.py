import pytest

from newsie.resolve import resolve
from newsie.resolve.organizations import organization_key

# Organizations of two articles: (name, acronym, country) twice, and whether they are one.
ORGANIZATIONS = [
    (("the Indus Rice Board",), ("Indus rice board",), True),
    (("Inter-Harbour Authority",), ("Inter Harbour Authority",), True),
    (("Bangladesh's Fisheries Fund",), ("Bangladesh Fisheries Fund",), True),
    (("Pakistan Army",), ("Pakistani Army",), True),
    (("Sri Lanka Navy",), ("Sri Lankan Navy",), True),
    (("Pakistan Army",), ("Indian Army",), False),
    (("World Rice Organisation",), ("World Rice Organization",), True),
    (("Indus Rice Board", None, "PK"), ("Indus Rice Board", None, "IN"), False),
    (("Indus Rice Board", None, "PK"), ("Indus Rice Board",), True),
    (("Ministry of Defence",), ("Ministry of Defense",), False),
    (("Ministry of Defence", None, "OM"), ("Ministry of Defense", None, "OM"), True),
    (("Ministry of Defence", None, "OM"), ("Ministry of Defense", None, "QA"), False),
    (("Ministry of Defence", "MOD"), ("Ministry of Defence", "MOD"), False),
    (("Press Wing", "PW"), ("Wing of the Press", "PW"), True),
    (("Press Relations Wing", "PRW"), ("Press Relations Wing Directorate", "PRW"), False),
    (("Press Relations Wing", "PRW", "PK"), ("Press Relations Wing Directorate", "PRW", "PK"), True),
    (("Press Relations Wing", "PRW", "PK"), ("Public Road Works", "PRW", "PK"), False),
    (("Press Relations Wing", "PRW"), ("PRW",), True),
    (("Press Relations Wing", "PRW", "PK"), ("PRW", None, "BD"), False),
    (("General Headquarters", "GHQ"), ("GHQ",), False),
    (("PRW",), ("PRW",), True),
    (("Kosovo Force",), ("Kosovo Force Press Office",), False),
]

# Places of two articles: (name, kind, country) twice, and whether they are one.
PLACES = [
    (("Rawalpindi",), ("RAWALPINDI",), True),
    (("Valparaíso", "city"), ("Valparaiso", "city", "CL"), True),
    (("Hyderabad", "city", "PK"), ("Hyderabad", "city", "IN"), False),
    (("Türkiye", "country", "TR"), ("Turkey", "country", "TR"), True),
    (("England", "country", "GB"), ("Scotland", "country", "GB"), False),
    (("Kuwait", "country", "KW"), ("Kuwait", "city", "KW"), False),
    (("Wales", "country"), ("Wales", "city"), False),
    (("State House", "facility"), ("State House", "facility"), False),
    (("State House", "facility", "ZM"), ("State House", "facility", "ZM"), True),
    (("Rangpur",), ("Rampur",), False),
]


@pytest.mark.parametrize(("left", "right", "one"), ORGANIZATIONS)
def test_organizations(news, left, right, one):
    records = [
        news.article(source, organizations=[news.organization(*facts)])
        for source, facts in zip("ab", (left, right), strict=True)
    ]
    assert (len(resolve(records).organizations) == 1) == one


@pytest.mark.parametrize(("left", "right", "one"), PLACES)
def test_places(news, left, right, one):
    records = [
        news.article(source, places=[news.place(*facts)]) for source, facts in zip("ab", (left, right), strict=True)
    ]
    assert (len(resolve(records).places) == 1) == one


def test_an_acronym_that_two_introduce_is_neither(news):
    names = [("Press Relations Wing", "PRW"), ("Public Road Works", "PRW"), ("PRW",)]
    records = [news.article(f"a{n}", organizations=[news.organization(*name)]) for n, name in enumerate(names)]
    assert len(resolve(records).organizations) == 3


def test_the_merged_organization(news):
    names = [("PRW", None, "PK"), ("the Press Relations Wing", "PRW"), ("Press Relations Wing", "PRW"),
             ("Press Relations Wing", "PRW")]  # fmt: skip
    records = [news.article(f"a{n}", organizations=[news.organization(*name)]) for n, name in enumerate(names)]
    (found,) = resolve(records).organizations
    assert (found.name, found.acronym, found.country) == ("Press Relations Wing", "PRW", "PK")
    assert found.aliases == ("the Press Relations Wing",)
    assert [mention.article for mention in found.mentions] == ["a0", "a1", "a2", "a3"]


def test_an_acronym_is_no_name_if_there_is_another(news):
    names = [("ICPO",), ("ICPO",), ("Interpol", "ICPO")]
    records = [news.article(f"a{n}", organizations=[news.organization(*name)]) for n, name in enumerate(names)]
    assert [one.name for one in resolve(records).organizations] == ["Interpol"]


def test_a_seat_is_one_in_articles_that_name_its_city(news):
    places = [news.place("State House", "facility"), news.place("Lusaka", "city")]
    found = resolve([news.article(source, places=places) for source in "ab"]).places
    assert [place.name for place in found] == ["State House", "Lusaka"]


def test_a_place_without_country_is_neither_of_two(news):
    places = [("Hyderabad", "city"), ("Hyderabad", "city", "PK"), ("Hyderabad", "city", "IN")]
    records = [news.article(f"a{n}", places=[news.place(*one)]) for n, one in enumerate(places)]
    assert len(resolve(records).places) == 3


def test_key_of_an_organization():
    assert organization_key("the Sri Lankan Navy's Press Wing") == ("LK", "navy", "press", "wing")
