import pytest

LIST = {"list_group": "g"}
TABLE = [
    # gold meetings, found meetings, (found, extra, missed) of all pairs, and of those held
    ([{"with": "Ada Obi, Bo Lind"}], [{"with": "Bo Lind, Obi"}], (1, 0, 0), (1, 0, 0)),
    ([{"with": "Ada Obi, Bo Lind"}], [{"with": "Ada Obi"}], (0, 0, 1), (0, 0, 1)),
    ([{"with": "Ada Obi, Bo Lind"}], [{"with": "Ada Obi, Cy Mar"}], (0, 1, 1), (0, 1, 1)),
    # each pair counts once, however many meetings it had
    ([{"with": "Ada Obi, Bo Lind"}] * 2, [{"with": "Ada Obi, Bo Lind"}] * 3, (1, 0, 0), (1, 0, 0)),
    # but namesakes in one meeting make two pairs
    ([{"with": "Lind, Bo Lind, Ada Obi"}], [{"with": "Lind, Ada Obi"}], (2, 0, 1), (2, 0, 1)),
    # only what took place is held
    ([{"with": "Ada Obi, Bo Lind"}], [{"with": "Ada Obi, Bo Lind", "status": "planned"}], (1, 0, 0), (0, 0, 1)),
    ([{"with": "Ada Obi, Bo Lind", "status": "denied"}], [{"with": "Ada Obi, Bo Lind"}], (1, 0, 0), (0, 1, 0)),
    (
        [{"with": "Ada Obi, Bo Lind", "status": "planned", "status_alt": "held"}],
        [{"with": "Ada Obi, Bo Lind"}],
        (1, 0, 0),
        (0, 0, 0),
    ),
    # optional meetings and optional participants count neither way
    ([{"with": "Ada Obi, Bo Lind", "optional": True}], [{"with": "Ada Obi, Bo Lind"}], (0, 0, 0), (0, 0, 0)),
    (
        [{"with": "Ada Obi", "participants_optional": [{"name": "Bo Lind", "type": "person"}]}],
        [{"with": "Ada Obi, Bo Lind"}],
        (0, 0, 0),
        (0, 1, 0),
    ),
    # those who are on one list are a pair neither way, except for what was held
    (
        [{"with": "Ada Obi, Bo Lind"} | LIST, {"with": "Ada Obi, Cy Mar"} | LIST],
        [{"with": "Ada Obi, Bo Lind, Cy Mar"}],
        (2, 0, 0),
        (2, 1, 0),
    ),
    # groups and countries are no people
    ([{"with": "Ada Obi, Bo Lind"}], [{"with": "", "participants": []}], (0, 0, 1), (0, 0, 1)),
    (
        [{"with": "Ada Obi, Bo Lind"}],
        [{"with": "", "participants": [{"name": n, "type": "group"} for n in ("Ada Obi", "Bo Lind")]}],
        (0, 0, 1),
        (0, 0, 1),
    ),
]


@pytest.mark.parametrize(("gold", "found", "expected", "expected_held"), TABLE)
def test_pairs(judge, gold, found, expected, expected_held):
    report = judge({"meetings": gold}, {"meetings": found})
    for measure, counts in (("pair", expected), ("pair held", expected_held)):
        figures = report.measures[measure]
        assert (measure, figures.found, figures.extra, figures.missed) == (measure, *counts)


def test_participants_are_compared_under_all_names_of_their_person(judge):
    marlowe = {"name": "Edwin Marlowe", "aliases": ["Abu Qutb"]}
    gold = {"people": [], "people_optional": [marlowe], "meetings": [{"with": "Edwin Marlowe, Ada Obi"}]}
    people = [{"id": "p1", "name": "The Ferryman", "aliases": ["Abu Qutb"]}]
    known = {"participants": [{"name": "he", "type": "person", "id": "p1"}, {"name": "Obi", "type": "person"}]}
    unknown = {"participants": [{"name": "he", "type": "person"}, {"name": "Obi", "type": "person"}]}
    for participants, found in ((known, 1), (unknown, 0)):
        report = judge(gold, {"people": people, "meetings": [{"with": "", **participants}]})
        assert report.measures["pair"].found == found
