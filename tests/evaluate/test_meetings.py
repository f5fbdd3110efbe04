import pytest

A_B = "Ada Obi, Bo Lind"
LIST = {"list_group": "g"}
TABLE = [
    # gold meetings, found meetings, (found, extra, missed)
    ([{"with": A_B}], [{"with": A_B + ", Cy Mar"}], (1, 0, 0)),
    ([{"with": A_B + ", Cy Mar"}], [{"with": A_B}], (1, 0, 0)),
    ([{"with": A_B}], [{"with": "Ada Obi"}], (0, 1, 1)),
    ([{"with": "Ada Obi"}], [{"with": A_B}], (1, 0, 0)),
    # one prediction serves one meeting, or all of one list
    ([{"with": A_B}, {"with": A_B}], [{"with": A_B}], (1, 0, 1)),
    ([{"with": A_B} | LIST, {"with": "Ada Obi, Cy Mar"} | LIST], [{"with": A_B + ", Cy Mar"}], (2, 0, 0)),
    ([{"with": A_B} | LIST, {"with": A_B, "list_group": "h"}], [{"with": A_B}], (1, 0, 1)),
    # the largest meeting chooses first
    ([{"with": A_B}, {"with": A_B + ", Cy Mar"}], [{"with": A_B + ", Cy Mar"}, {"with": "Ada Obi, Cy Mar"}], (1, 0, 1)),
    # what is a second report of a known or an optional meeting is not made up
    ([{"with": A_B}], [{"with": A_B}, {"with": A_B}], (1, 0, 0)),
    ([{"with": A_B, "optional": True}], [{"with": A_B}], (0, 0, 0)),
    ([{"with": A_B}], [{"with": "Cy Mar, Di Fox"}], (0, 1, 1)),
    # in an article without meetings all are made up
    ([], [{"with": A_B}, {"with": "Ada Obi"}], (0, 2, 0)),
]


@pytest.mark.parametrize(("gold", "found", "expected"), TABLE)
def test_meetings(judge, gold, found, expected):
    figures = judge({"meetings": gold}, {"meetings": found}).measures["meeting"]
    assert (figures.found, figures.extra, figures.missed) == expected


DETAILS = [
    # measure, gold, found, is it right (None: not judged)
    ("place", {"place": ["Fort Amsel", "Lindau"]}, {"places": [{"name": "lindau"}]}, True),
    ("place", {"place": ["Fort Amsel"], "place_alt": "Lindau"}, {"places": [{"name": "Lindau"}]}, True),
    ("place", {"place": ["Fort Amsel"]}, {"places": [{"name": "Lindau"}]}, False),
    ("place", {"place": ["Fort Amsel"]}, {}, False),
    ("place", {}, {"places": [{"name": "Lindau"}]}, None),
    ("date", {"date": "2024-05"}, {"date": {"text": "", "value": "2024-05-14"}}, True),
    ("date", {"date": "2024-05-13", "date_alt": "2024-05-14"}, {"date": {"text": "", "value": "2024-05-14"}}, True),
    ("date", {"date": "2024-05-13"}, {}, False),
    ("date", {}, {"date": {"text": "", "value": "2024-05-14"}}, None),
    ("status", {"status": "planned"}, {"status": "planned"}, True),
    ("status", {"status": "planned", "status_alt": ["possible"]}, {"status": "possible"}, True),
    ("status", {"status": "planned"}, {"status": "held"}, False),
    ("kind", {"kind": "talks"}, {"kind": "meeting"}, True),
    ("kind", {"kind": "call", "kind_alt": ["talks"]}, {"kind": "meeting"}, True),
    ("kind", {"kind": "call"}, {"kind": "visit"}, False),
]


@pytest.mark.parametrize(("measure", "gold", "found", "expected"), DETAILS)
def test_details_of_a_meeting_that_was_found(judge, measure, gold, found, expected):
    figures = judge({"meetings": [{"with": A_B} | gold]}, {"meetings": [{"with": A_B} | found]}).measures[measure]
    assert (figures.right, figures.judged) == ((0, 0) if expected is None else (int(expected), 1))


@pytest.mark.parametrize(
    ("measure", "gold", "likest"),
    [
        ("status", {"status": "planned"}, {"status": "planned"}),
        ("date", {"date": "2024-05-14"}, {"date": {"text": "", "value": "2024-05-14"}}),
        ("place", {"place": ["Lindau"]}, {"places": [{"name": "Lindau"}]}),
        ("kind", {"kind": "call"}, {"kind": "call"}),
    ],
)
def test_among_equal_participants_the_likest_report_is_chosen(judge, measure, gold, likest):
    other = {"with": A_B, "status": "denied", "kind": "visit"}
    report = judge({"meetings": [{"with": A_B} | gold]}, {"meetings": [other, other | likest, other]})
    assert report.measures[measure].right == 1
