import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.offices import office_rules
from newsie.pipeline.portfolios import portfolios_of
from newsie.resolve.office_titles import clue_titles, has_one_holder, head_and_title, office_title, portfolio

RULES = office_rules()
WITH_ONE_OFFICE = [entry for entry in RULES.portfolio if entry.office is not None]


@pytest.mark.parametrize("entry", WITH_ONE_OFFICE, ids=lambda entry: entry.name)
def test_titles_of_one_office(entry):
    office = entry.office
    assert office_title(office.example[0]) == office_title(office.example[1])
    assert office_title(office.near_miss[0]) != office_title(office.near_miss[1])
    assert len({office_title(form) for form in office.forms}) == 1
    assert [portfolios_of(example) for example in office.example] == [{entry.name}] * 2


def test_heads():
    assert head_and_title(*map(office_title, RULES.heads.example))
    assert head_and_title(*map(office_title, reversed(RULES.heads.example)))
    assert not head_and_title(*map(office_title, RULES.heads.near_miss))


def test_ministers():
    foreign, whole = map(portfolio, RULES.ministers.example)
    assert foreign < whole
    assert not portfolio(RULES.ministers.near_miss[1])


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("Foreign Minister", {"foreign"}),
        ("External Affairs Minister", {"foreign"}),
        ("Minister of Foreign Affairs and Trade", {"foreign", "trade"}),
        ("Minister of Foreign Trade", {"foreign trade"}),
        ("Environment, Forests and Climate Change Minister", {"environment", "forests", "climate change"}),
        ("Minister", set()),
        ("Prime Minister", set()),
        ("Minister of State for Defence", set()),
        ("Chief of Army Staff", set()),
    ],
)
def test_subjects(title, subjects):
    assert portfolio(title) == {frozenset(subject.split()) for subject in subjects}


@pytest.mark.parametrize(
    ("title", "sole"),
    [
        (RULES.sole.example, True),
        (RULES.sole.near_miss, False),
        ("Home Minister", True),
        ("Minister", False),
        ("Army Chief", True),
        ("Ambassador", False),
    ],
)
def test_offices_of_one_holder(title, sole):
    assert has_one_holder(office_title(title), portfolio(title)) == sole


@given(*[st.sets(st.sampled_from(["Trade", "Foreign Affairs", "Industry", "Home Affairs"]), min_size=1)] * 2)
def test_one_portfolio_in_the_other_shares_a_lookup_title(left, right):
    titles = ["Minister of " + " and ".join(sorted(subjects)) for subjects in (left, right)]
    one, other = map(portfolio, titles)
    if one <= other:
        assert set(clue_titles(office_title(titles[0]), one)) & set(clue_titles(office_title(titles[1]), other))
