import pytest

ADA = {"name": "Ada Obi", "aliases": ["Obi"], "rank": "General", "roles": [{"title": "Chief of Staff"}]}
LI = {"name": "Li Peng-Hao"}


def _found(name, ranks=(), titles=(), aliases=()):
    roles = [{"title": title} for title in titles]
    return {"id": name, "name": name, "aliases": aliases, "ranks": [{"name": rank} for rank in ranks], "roles": roles}


TABLE = [
    # gold, found, measure, (found, extra, missed)
    ([ADA], [_found("General Obi")], "people", (1, 0, 0)),  # its words contain those of a form of the name
    ([LI], [_found("Li Peng")], "people", (0, 1, 1)),
    ([ADA], [_found("Ms Obi")], "people", (1, 0, 0)),
    ([ADA], [_found("The Lioness", aliases=["Ada Obi"])], "people", (1, 0, 0)),
    ([ADA, LI], [_found("Ada Obi"), _found("Ada Obi")], "people", (1, 1, 1)),
    ([ADA], [], "rank", (0, 0, 1)),
    ([ADA], [_found("Obi", ranks=["GENERAL"])], "rank", (1, 0, 0)),
    ([ADA], [_found("Obi", ranks=["Major", "General"])], "rank", (1, 1, 0)),
    ([LI], [_found("Li Peng-Hao", ranks=["Major"])], "rank", (0, 1, 0)),
    ([LI], [_found("Ada Obi", ranks=["Major"])], "rank", (0, 0, 0)),  # ranks of invented people are not judged
    ([ADA], [], "role title", (0, 0, 1)),
    ([ADA], [_found("Obi", titles=["the chief of staff", "envoy"])], "role title", (1, 1, 0)),
    ([ADA | {"optional": True}], [_found("Obi", ranks=["Major"])], "people", (0, 0, 0)),
    ([ADA | {"optional": True}], [_found("Obi", ranks=["Major"])], "rank", (0, 0, 0)),
]


@pytest.mark.parametrize(("gold", "found", "measure", "expected"), TABLE)
def test_people(judge, gold, found, measure, expected):
    figures = judge({"people": gold, "meetings": []}, {"people": found, "meetings": []}).measures[measure]
    assert (figures.found, figures.extra, figures.missed) == expected


def test_several_wrong_ranks_are_listed_in_one_order(judge):
    ranks = ["Major", "Admiral", "Captain"]
    report = judge({"people": [ADA], "meetings": []}, {"people": [_found("Obi", ranks=ranks)], "meetings": []})
    assert "a\trank\tAda Obi: general not in {'admiral', 'captain', 'major'}" in list(report.error_lines(10))


@pytest.mark.parametrize(
    ("gold", "name", "acronym", "expected"),
    [
        ([{"name": "Border Guard", "acronym": "BG"}], "The Border Guard", None, (1, 0, 0)),
        ([{"name": "Border Guard", "acronym": "BG"}], "bg", None, (1, 0, 0)),
        ([{"name": "Border Guard", "acronym": "BG"}], "Frontier Force", "BG", (1, 0, 0)),
        ([{"name": "Border Guard", "aliases": ["the Guards"]}], "Guards", None, (1, 0, 0)),
        ([{"name": "Border Guard"}, {"name": "Border Guard Museum"}], "Border Guard", None, (2, 0, 0)),
        ([{"name": "Border Guard"}], "Border Police", None, (0, 1, 1)),
        ([{"name": "Border Guard", "optional": True}], "Border Guard", None, (0, 0, 0)),
    ],
)
def test_organizations(judge, gold, name, acronym, expected):
    found = {"organizations": [{"id": "o", "name": name, "acronym": acronym}], "meetings": []}
    figures = judge({"organizations": gold, "meetings": []}, found).measures["organizations"]
    assert (figures.found, figures.extra, figures.missed) == expected
