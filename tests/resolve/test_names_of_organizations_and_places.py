import pytest

from newsie.resolve.organizations import organization_key
from newsie.resolve.run import resolve

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
    # in any order, with and without "affairs", the country in, before or behind the name
    (("Ministry of Foreign Affairs", None, "OM"), ("Foreign Ministry", None, "OM"), True),
    (("Ministry of Foreign Affairs of Oman", None, "OM"), ("Omani Foreign Ministry", None, "OM"), True),
    (("Oman's Foreign Ministry", None, "OM"), ("Foreign Ministry", None, "OM"), True),
    (("Oman's Foreign Ministry", None, "OM"), ("Qatar's Foreign Ministry", None, "QA"), False),
    (("Ministry of Foreign Affairs", None, "OM"), ("Ministry of Home Affairs", None, "OM"), False),
    (("Ministry of Foreign Affairs", None, "OM"), ("MoFA", None, "OM"), True),
    (("Ministry of Foreign Affairs", None, "OM"), ("MoFA", None, "QA"), False),
    (("Ministry of Foreign Affairs", None, "OM"), ("MoFA",), False),
    (("Defence Ministry", None, "OM"), ("MoD", None, "OM"), False),
    (("Chilean Navy", None, "CL"), ("Navy of Chile", None, "CL"), True),
    (("University of Miami",), ("Miami University",), False),
    # parent and branch
    (("Pakistan Army", None, "PK"), ("Inter-Services Public Relations", "ISPR", "PK"), False),
    (("University of Colombo", None, "LK"), ("University of Colombo Faculty of Law", None, "LK"), False),
    (("Ministry of Defence", None, "LK"), ("Ministry of Defence Media Centre", None, "LK"), False),
    (("Bank of Ceylon",), ("Bank of Ceylon Pension Fund",), False),
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
    (("Tripoli", "city", "LY"), ("Tripoli", "city", "LB"), False),
    (("Tripoli", "city", "LY"), ("Tripoli", "city"), True),
    (("St. Ives", "city", "GB"), ("Saint Ives", "city", "GB"), True),
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
