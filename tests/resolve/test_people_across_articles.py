import pytest

from newsie.resolve.evidence import compare
from newsie.resolve.members import Member
from newsie.resolve.profiles import profile
from newsie.resolve.run import resolve

JM, SJM = "Junaid Marwat", "Syed Junaid Marwat"
PSO = {"role": "Principal Staff Officer", "acronym": "PSO"}
PK_CHIEF = {"rank": "General", "role": "Chief of Army Staff", "acronym": "COAS", "country": "PK"}

# Persons of two articles: (name, facts), (name, facts), one person or two, a word of the reason.
TABLE = [
    # equal full names are one person, unless facts contradict
    ((JM, {}), (JM, {}), "one", "same full name"),
    (("T M Nazm-ul-Karim", {}), ("TM Nazmul Karim", {}), "one", "same full name"),
    ((JM, {"role": "minister", "country": "PK"}), (JM, {"role": "striker", "country": "IN"}), "two", "countries"),
    ((JM, {"rank": "Admiral", "branch": "navy"}), (JM, {"rank": "General", "branch": "army"}), "two", "services"),
    ((JM, {"rank": "Major General", "branch": "gendarmerie"}), (JM, {"rank": "Major General", "branch": "army"}), "one",
     "same full name"),
    ((JM, {"rank": "Captain", "grade": "OF-2"}), (JM, {"rank": "General", "grade": "OF-9"}), "two", "far apart"),
    ((JM, {"rank": "Brigadier", "grade": "OF-6"}), (JM, {"rank": "Major General", "grade": "OF-7"}), "one", "full"),
    ((JM, {"rank": "Sergeant", "grade": "OR-6"}), (JM, {"rank": "Major", "grade": "OF-3"}), "two", "far apart"),
    (
        (JM, {"role": "chairman", "organization": "Indus Rice Board"}),
        (JM, {"role": "Chairman", "organization": "Lahore Cricket Club"}),
        "two",
        "different organizations",
    ),
    (
        (JM, {"role": "chairman", "organization": "Indus Rice Board"}),
        (JM, {"role": "chairman", "organization": "Lahore Cricket Club", "status": "former"}),
        "one",
        "same full name",
    ),
    (
        (JM, {"role": "chairman", "organization": "Indus Rice Board", "status": "former"}),
        (JM, {"role": "chairman", "organization": "Lahore Cricket Club", "status": "former"}),
        "one",
        "same full name",
    ),
    # compatible names need evidence
    ((SJM, {}), (JM, {}), "two", "shorter form"),
    ((SJM, {"rank": "General"}), (JM, {"rank": "General"}), "one", "same rank"),
    ((SJM, {"role": "envoy", "country": "PK"}), (JM, {"role": "consul", "country": "PK"}), "one", "same country"),
    ((SJM, {"role": "envoy"}), (JM, {"role": "Envoy"}), "one", "same office"),
    ((SJM, PSO), (JM, {"role": "PSO"}), "one", "same office"),
    ((SJM, {"rank": "General"}), (JM, {"rank": "Colonel"}), "two", "shorter form"),
    (("Hrant Petrosian", {"rank": "Colonel"}), ("Hrant Petrosian Jr", {"rank": "Colonel"}), "two", "shorter form"),
    (("Golam Prodhan", {"rank": "Admiral"}), ("G. Prodhan", {"rank": "Admiral"}), "two", "initials"),
    (("Golam Mostafa Prodhan", PK_CHIEF), ("G. M. Prodhan", PK_CHIEF), "one", "same office"),
    (("Golam Mostafa Prodhan", PK_CHIEF), ("G. K. Prodhan", PK_CHIEF), "two", "different names"),
    (("Majid Mansouri", {}), ("Majed Mansoori", {}), "one", "spelling"),
    (("Majid Mansouri", PK_CHIEF), ("Majed Mansoori", PK_CHIEF), "one", "spelling"),
    (("Tofazzal Hossain", PK_CHIEF), ("Tofazzal Hussain", {"role": "COAS"}), "one", "spelling"),
    (("Salem bin Tariq Al Dosari", PK_CHIEF), ("Salem bin Tariq Al-Doseri", {"role": "COAS", "country": "PK"}), "one",
     "one letter"),
    (("Salem bin Tariq Al Dosari", {"rank": "General"}), ("Salem bin Tariq Al-Doseri", {"rank": "General"}), "two",
     "one letter"),
    (("Salem Al Dosari", {"rank": "General", "country": "PK", "role": "envoy"}),
     ("Salem Al-Doseri", {"rank": "General", "country": "PK", "role": "envoy"}), "two", "vowels"),
    (("Salem Al Dosari", PK_CHIEF), ("Salem Al-Doseri", {"role": "army chief", "country": "PK"}), "one", "vowels"),
    (("Salem Al Dosari", PK_CHIEF), ("Salem Al-Doseri", {**PK_CHIEF, "status": "former"}), "two", "vowels"),
    (("Bakhtiyor Sodiqov", {"role": "Foreign Minister", "country": "UZ"}),
     ("Bakhtiyar Sodikov", {"role": "Minister of Foreign Affairs", "country": "UZ"}), "one", "vowels"),
    (("Amina Kanoute", {"role": "Foreign Minister", "country": "ML"}),
     ("Amin Kanoute", {"role": "Minister of Foreign Affairs", "country": "ML"}), "two", "different names"),
    (("Hayk Ohanyan", {}), ("Haik Ohanyan", {}), "one", "spelling"),
    (("Zafar Bakhromov", {}), ("Zafar Bahromov", {}), "two", "one letter"),
    (("Zafar Akhmadov", {}), ("Zafar Ahmadov", {}), "one", "spelling"),
    ((JM, {"role": "State Governor"}), ("Junaid Ali Marwat", {"role": "Executive Governor"}), "one", "same office"),
    # an acronym of an organization is not another organization
    (
        (JM, {"role": "envoy", "organization": "United Nations"}),
        (JM, {"role": "envoy", "organization": "UN"}),
        "one",
        "same full name",
    ),
    (
        (JM, {"role": "envoy", "organization": "United Nations"}),
        (JM, {"role": "envoy", "organization": "EU"}),
        "two",
        "different organizations",
    ),
    # an office is the same where title, or acronym and words, agree, and nobody says it is another's
    ((SJM, {"role": "Defence Minister"}), (JM, {"role": "Minister of Defense"}), "one", "same office"),
    ((SJM, {"role": "minister"}), (JM, {"role": "deputy minister"}), "two", "shorter form"),
    ((SJM, {"role": "Principal Secretary"}), (JM, {"role": "Private Secretary"}), "two", "shorter form"),
    # a minister has a part of the subjects, or all of them; a foreign minister is not one of foreign trade
    ((SJM, {"role": "Foreign Minister"}), (JM, {"role": "Minister of Foreign Affairs and Trade"}), "one",
     "same office"),
    ((SJM, {"role": "Foreign Minister"}), (JM, {"role": "Foreign Trade Minister"}), "two", "shorter form"),
    ((SJM, {"role": "Foreign Minister"}), (JM, {"role": "Deputy Minister of Foreign Affairs and Trade"}), "two",
     "shorter form"),
    ((SJM, {"role": "Home Minister"}), (JM, {"role": "Minister of Internal Affairs"}), "one", "same office"),
    # the chief of an organization, in the words of journalists
    ((SJM, {"role": "chief", "organization": "BGB"}),
     (JM, {"role": "Director General", "organization": "Border Guard Bangladesh"}), "one", "same office"),
    ((SJM, {"role": "chief", "organization": "BGB"}),
     (JM, {"role": "Deputy Director General", "organization": "Border Guard Bangladesh"}), "two", "shorter form"),
    ((SJM, {"role": "chief", "organization": "BGB"}), (JM, {"role": "Director General"}), "two", "shorter form"),
    # a name whose middle is left out needs evidence; a father's name tells cousins apart
    (("Josephine Wanjiru Kariuki", {}), ("Josephine Kariuki", {}), "two", "shorter form"),
    (("Josephine Wanjiru Kariuki", {"country": "KE", "role": "envoy"}),
     ("Josephine Kariuki", {"country": "KE", "role": "minister"}), "one", "shorter form"),
    (("Hamad bin Turki Al Kuwari", {"country": "QA", "role": "envoy"}),
     ("Hamad Al Kuwari", {"country": "QA", "role": "minister"}), "two", "words left out"),
    # names that many bear need evidence even when equal
    (("Ali Khan", {}), ("Ali Khan", {}), "two", "many bear"),
    (("Ali Khan", {"rank": "Colonel"}), ("Ali Khan", {"rank": "Colonel"}), "one", "same rank"),
    (("Ali Khan", {"rank": "Colonel"}), ("Sajjad Ali Khan", {"rank": "Colonel"}), "two", "shorter form"),
    # a bare name needs rank and office
    (("Marwat", {"rank": "General"}), ("Marwat", {"rank": "General"}), "two", "single name"),
    (("Marwat", {"role": "Chief of Army Staff", "country": "PK"}), ("Marwat", PK_CHIEF), "two", "single name"),
    (("Marwat", PK_CHIEF), ("Marwat", PK_CHIEF), "one", "same office"),
    ((JM, PK_CHIEF), ("Marwat", PK_CHIEF), "one", "same office"),
    ((JM, {"rank": "General"}), ("Marwat", {"rank": "General"}), "two", "single name"),
    ((JM, PK_CHIEF), ("Bangash", PK_CHIEF), "two", "different names"),
    ((JM, {"role": "President", "country": "PK"}), ("Marwat", {"role": "President", "country": "PK"}), "one",
     "one person holds"),
    ((JM, {"role": "President", "country": "PK"}), ("Marwat", {"role": "President"}), "two", "single name"),
    ((JM, {"role": "Vice President", "country": "PK"}), ("Marwat", {"role": "Vice President", "country": "PK"}), "two",
     "single name"),
    ((JM, {"role": "President", "country": "PK", "status": "former"}),
     ("Marwat", {"role": "President", "country": "PK", "status": "former"}), "two", "single name"),
    (("Suhartono", {"rank": "Admiral", "country": "ID", "role": "chief"}),
     ("Suhartono", {"rank": "Admiral", "country": "ID", "role": "chief"}), "one", "same office"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "count", "reason"), TABLE)
def test_two_articles(news, left, right, count, reason):
    records = [
        news.article(source, people=[news.person(name, **facts)])
        for source, (name, facts) in zip("ab", (left, right), strict=True)
    ]
    assert len(resolve(records).people) == {"one": 1, "two": 2}[count]
    comparison = compare(*(profile(Member(one, 0, one.people[0]), one.article.id) for one in records))
    assert (comparison.verdict == "same") == (count == "one")
    assert any(reason in why for why in comparison.reasons)


def people_of(news, *articles, meetings=None):
    records = [news.article(f"a{number}", people=people) for number, people in enumerate(articles)]
    return resolve(records).people


def article_sets(people):
    return sorted(sorted({mention.article for mention in one.mentions}) for one in people)


def test_people_of_one_article_are_never_merged(news):
    twins = [news.person(JM, rank="General"), news.person(SJM, rank="General")]
    assert len(people_of(news, twins, [news.person(JM, rank="General")])) > 1


def test_a_bare_surname_joins_nobody_if_it_can_mean_two(news):
    chiefs = [news.person(f"{given} Marwat", **PK_CHIEF) for given in ("Junaid", "Haroon")]
    found = people_of(news, [chiefs[0]], [chiefs[1]], [news.person("Marwat", **PK_CHIEF)])
    assert article_sets(found) == [["a0"], ["a1"], ["a2"]]


def test_a_bare_surname_brings_no_two_people_together(news):
    found = people_of(
        news,
        [news.person("Junaid Marwat", **PK_CHIEF)],
        [news.person("Marwat", **PK_CHIEF, organization="Pakistan Army")],
        [news.person("Haroon Marwat", rank="General", role="spokesman", country="PK")],
    )
    assert article_sets(found) == [["a0", "a1"], ["a2"]]


def test_a_shorter_name_that_fits_two_longer_ones_joins_neither(news):
    found = people_of(
        news,
        [news.person("Syed Junaid Marwat", **PK_CHIEF)],
        [news.person("Junaid Marwat", **PK_CHIEF)],
        [news.person("Junaid Marwat Bangash", **PK_CHIEF)],
    )
    assert article_sets(found) == [["a0"], ["a1"], ["a2"]]


def test_two_short_forms_of_one_longer_name_are_that_person(news):
    found = people_of(
        news,
        [news.person("Junaid Marwat Bangash", **PK_CHIEF)],
        [news.person("Junaid Marwat", **PK_CHIEF)],
        [news.person("Junaid Bangash", **PK_CHIEF)],
    )
    assert article_sets(found) == [["a0", "a1", "a2"]]


def test_a_name_of_two_words_with_a_slip_in_one_is_looked_up(news):
    found = people_of(
        news,
        [news.person("Junaid Gunasekara", **PK_CHIEF)],
        [news.person("Junaid Gunasekera", **PK_CHIEF)],
        [news.person("Junaid Gunasekera", rank="Colonel", role="spokesman", country="LK")],
    )
    assert article_sets(found) == [["a0", "a1"], ["a2"]]


@pytest.mark.parametrize(
    ("name", "facts", "articles"),
    [
        ("Junaid S. Wijaya", {"role": "Minister of Law"}, [["a0", "a1"]]),
        ("Junaid S. Wijaya", {}, [["a0"], ["a1"]]),
        ("J. Surya Wijaya", {"role": "Minister of Law"}, [["a0"], ["a1"]]),
    ],
)
def test_an_initial_between_the_same_names_takes_one_point_of_evidence(news, name, facts, articles):
    found = people_of(news, [news.person("Junaid Surya Wijaya", role="Minister of Law")], [news.person(name, **facts)])
    assert article_sets(found) == articles


def test_a_namesake_without_facts_joins_neither_of_two(news):
    found = people_of(
        news,
        [news.person(JM, role="minister", country="PK")],
        [news.person(JM, role="minister", country="IN")],
        [news.person(JM)],
    )
    assert article_sets(found) == [["a0"], ["a1"], ["a2"]]


def test_a_namesake_joins_the_one_with_the_same_rank(news):
    found = people_of(
        news,
        [news.person(JM, rank="General", role="minister", country="PK")],
        [news.person(JM, role="minister", country="IN")],
        [news.person(JM, rank="General")],
    )
    assert article_sets(found) == [["a0", "a2"], ["a1"]]


def test_a_bare_name_a_year_later_is_another_person(news):
    records = [
        news.article(source, published=day, people=[news.person("Marwat", **PK_CHIEF)])
        for source, day in (("a", "2022-03-01"), ("b", "2022-05-01"), ("c", "2024-05-01"))
    ]
    assert article_sets(resolve(records).people) == [["a", "b"], ["c"]]


def test_whom_they_met_is_evidence(news):
    def one_article(source, name):
        people = [news.person(name, rank="General"), news.person("Lucía Benavente")]
        return news.article(source, people=people, meetings=[news.meeting(f"{name}, Lucía Benavente")])

    assert len(resolve([one_article("a", "Majid Mansouri"), one_article("b", "Majed Mansoori")]).people) == 2


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("Lucía Benavente", "Lucía Benavente Paz", 1),
        ("Lucía Ana Benavente", "Lucía Benavente", 1),
        ("Lucía Benavente Paz", "Ana Benavente Paz", 2),
        ("Lucía Benavente", "Lucía Paz", 2),
    ],
)
def test_whom_they_met_is_one_person_by_given_name_and_another_word(news, left, right, count):
    records = [
        news.article(source, people=[news.person(name), news.person(met)], meetings=[news.meeting(f"{name}, {met}")])
        for source, name, met in (("a", SJM, left), ("b", JM, right))
    ]
    assert sum("Marwat" in one.name for one in resolve(records).people) == count


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("Lucía Benavente, Jan Kraus", "Jan Kraus, Lucía Benavente Paz", 1),
        ("Lucía Benavente, Jan Kraus", "Jan Kraus, Ada Obi", 2),
        ("Lucía Benavente", "Lucía Benavente", 2),
    ],
)
def test_a_meeting_reported_beside_them_is_evidence(news, left, right, count):
    records = [
        news.article(source, people=list(map(news.person, [name, *met.split(", ")])), meetings=[news.meeting(met)])
        for source, name, met in (("a", SJM, left), ("b", JM, right))
    ]
    assert sum("Marwat" in one.name for one in resolve(records).people) == count


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        (
            ("Retno Wulandari", {"role": "Foreign Minister", "country": "ID"}),
            ("Retno", {"role": "Foreign Minister"}),
            2,
        ),
        (("Retno Wulandari", {"role": "adviser", "country": "ID"}), ("Retno", {"role": "adviser"}), 3),
        (
            ("Retno Wulandari", {"role": "envoy", "country": "ID"}),
            ("Retno Wulandari", {"role": "envoy", "country": "TR"}),
            2,
        ),
        (("Bob Whitfield", {}), ("Robert Whitfield", {}), 2),
        (("Bob Whitfield", {}), ("Rodney Whitfield", {}), 3),
    ],
)
def test_whom_they_met_tells_who_they_are(news, left, right, count):
    host = "Hakan Demirtas"
    records = [
        news.article(
            source, people=[news.person(host), news.person(name, **facts)], meetings=[news.meeting(f"{host}, {name}")]
        )
        for source, (name, facts) in zip("ab", (left, right), strict=True)
    ]
    assert len(resolve(records).people) == count


def test_a_meeting_beside_them_does_not_make_one_of_two_namesakes(news):
    records = [
        news.article(
            source,
            people=[news.person(JM, role="envoy", country=country), *map(news.person, ("Ada Obi", "Jan Kraus"))],
            meetings=[news.meeting("Ada Obi, Jan Kraus")],
        )
        for source, country in (("a", "PK"), ("b", "IN"))
    ]
    assert len(resolve(records).people) == 4


def test_whom_they_met_is_no_evidence_for_a_bare_name_without_office(news):
    records = [
        news.article(
            source,
            people=[news.person("Marwat", rank="General", role=role, country="PK"), news.person("Lucía Benavente")],
            meetings=[news.meeting("Marwat, Lucía Benavente")],
        )
        for source, role in (("a", "envoy"), ("b", "consul"))
    ]
    assert article_sets(resolve(records).people) == [["a"], ["a", "b"], ["b"]]
    left, right = (profile(Member(record, 0, record.people[0]), record.article.id) for record in records)
    assert compare(left, right).verdict == "unsure"
    assert compare(left, right).evidence == 3


def test_two_bare_names_of_one_article_do_not_join_one_person(news):
    bare = [news.person("J. Marwat", **PK_CHIEF), news.person("Marwat", **PK_CHIEF)]
    assert article_sets(people_of(news, [news.person(JM, **PK_CHIEF)], bare)) == [["a0", "a1"], ["a1"]]


def test_namesakes_who_can_be_either_of_two_are_not_joined_to_each_other(news):
    known = [[news.person(JM, role="minister", country=country)] for country in ("PK", "IN")]
    unclear = [[news.person(JM, rank="General")], [news.person(JM, rank="General")]]
    assert len(people_of(news, *known, *unclear)) == 4


def test_the_merged_person_has_all_forms_ranks_roles_and_mentions(news):
    chief = news.person(JM, "Marwat", rank="General", role="Army Chief", acronym="COAS")
    also = news.person(SJM, rank="General", grade="OF-9", role="army chief", country="PK")
    (found,) = people_of(news, [chief], [also])
    assert (found.name, found.aliases) == (SJM, (JM, "Marwat"))
    assert [(rank.name, rank.grade) for rank in found.ranks] == [("General", "OF-9")]
    assert [(role.title, role.acronym, role.country) for role in found.roles] == [("Army Chief", "COAS", "PK")]
    assert [mention.article for mention in found.mentions] == ["a0", "a0", "a1"]


def test_titles_that_differ_stay_two_roles(news):
    found = people_of(
        news,
        [news.person(JM, role="Army Chief", acronym="COAS", country="PK")],
        [news.person(JM, role="Chief of Army Staff", acronym="COAS", country="PK")],
    )
    assert [role.title for role in found[0].roles] == ["Army Chief", "Chief of Army Staff"]


def test_a_former_role_is_not_the_current_one(news):
    found = people_of(news, [news.person(JM, role="envoy")], [news.person(JM, role="envoy", status="former")])
    assert [role.status for role in found[0].roles] == ["current", "former"]
