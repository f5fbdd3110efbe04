import pytest

from newsie.records import Role
from newsie.resolve.parties import PartyRules, can_mean, told
from newsie.resolve.run import resolve
from newsie.rules import load_rules

RULES = load_rules("parties", PartyRules)
CASES = RULES.case
DAY = "2025-03-11"
HOST = ("Ana Prado", {"role": "Minister of Ports", "country": "MZ"})
DIRECTOR = ("Lukas Weber", {"role": "director", "organization": "Rostock Port Authority"})
FOREIGN = ("Salim Al Harthy", {"role": "Foreign Minister", "country": "OM"})
DEFENCE = ("Hilal Al Rawahi", {"role": "Defence Minister", "country": "OM"})


@pytest.mark.parametrize("case", CASES, ids=[f"{case.group}: {case.office.title}" for case in CASES])
def test_whom_a_group_can_mean(case):
    group = told(case.group)
    assert (group is not None and can_mean(group, [case.office])) == case.means


def test_delegates_tell_no_more_than_whose_they_are():
    assert [word for word in RULES.delegates if told(f"a {word}")] == []
    minister = Role(title="minister", country="TR")
    assert [word for word in RULES.delegates if not can_mean(told(f"the Turkish {word}"), [minister])] == []


def test_words_for_anybody_tell_nothing():
    assert [word for word in RULES.anybody if told(f"the {word}") or told(f"the Turkish {word}")] == []


def test_an_office_of_the_past_is_not_meant():
    role = Role(title="director", organization="Port of Beira", status="former")
    assert not can_mean(told("a delegation of the port of Beira"), [role])


def article(news, source, who, *people, **facts):
    everybody = [news.person(name, **office) for name, office in people]
    return news.article(source, people=everybody, meetings=[news.meeting(who, **{"date": DAY, **facts})])


@pytest.mark.parametrize(
    ("unnamed", "named", "one"),
    [
        (("Ana Prado, a delegation of the port of Rostock", {}), ("Ana Prado, Lukas Weber", {}), True),
        (("a delegation of the port of Rostock, Ana Prado", {}), ("Lukas Weber, Ana Prado", {}), True),
        (("Ana Prado, a delegation of the port of Izmir", {}), ("Ana Prado, Lukas Weber", {}), False),
        (("Ana Prado, her Omani counterpart", {}), ("Ana Prado, Salim Al Harthy", {}), True),
        (("Ana Prado, the Omani foreign minister", {}), ("Ana Prado, Salim Al Harthy", {}), True),
        (("Ana Prado, the Omani ministers", {}), ("Ana Prado, Salim Al Harthy, Hilal Al Rawahi", {}), True),
        (("Ana Prado, Harbour Master Lukas Weber", {}), ("Ana Prado, Lukas Weber", {}), True),
        (("Ana Prado, Harbour Master Lukas Weber", {}), ("Ana Prado, Salim Al Harthy", {}), False),
        (("Ana Prado, officials", {}), ("Ana Prado, Salim Al Harthy", {}), False),
        (("Ana Prado, Omani students", {}), ("Ana Prado, Omani students", {"status": "cancelled"}), True),
        (("Ana Prado, officials", {}), ("Ana Prado, officials", {"status": "cancelled"}), False),
        # another day, kind or somebody else
        (("Ana Prado, the Omani side", {}), ("Ana Prado, Salim Al Harthy", {"date": "2025-03-12"}), False),
        (("Ana Prado, the Omani side", {"date": None}), ("Ana Prado, Salim Al Harthy", {}), False),
        (("Ana Prado, the Omani side", {}), ("Ana Prado, Salim Al Harthy", {"kind": "call"}), False),
        (("Lukas Weber, the Omani side", {}), ("Ana Prado, Salim Al Harthy", {}), False),
    ],
)
def test_a_group_that_another_article_names(news, unnamed, named, one):
    records = [
        article(news, source, who, HOST, DIRECTOR, FOREIGN, DEFENCE, **facts)
        for source, (who, facts) in zip("ab", (unnamed, named), strict=True)
    ]
    assert (len(resolve(records).meetings) == 1) == one


def test_a_group_that_can_mean_several_stays_alone_and_keeps_nobody_apart(news):
    records = [
        article(news, "a", "Ana Prado, the Omani side", HOST),
        article(news, "b", "Ana Prado, Salim Al Harthy", HOST, FOREIGN),
        article(news, "c", "Ana Prado, Hilal Al Rawahi", HOST, DEFENCE),
        article(news, "d", "Ana Prado, Hilal Al Rawahi", HOST, DEFENCE),
    ]
    found = sorted([report.article for report in meeting.reports] for meeting in resolve(records).meetings)
    assert found == [["a"], ["b"], ["c", "d"]]
