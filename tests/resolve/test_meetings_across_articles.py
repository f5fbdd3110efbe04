import pytest

from newsie.resolve.encounters import compare_meetings
from newsie.resolve.run import resolve
from newsie.resolve.sightings import sighting

HAS, MIR, OTH = "Touhid Bhuiyan", "Junaid Marwat", "Selim Karahan"
TWO = f"{HAS}, {MIR}"
DAY = "2025-01-14"
TRILATERAL, BILATERAL = "They held three-way [talks].", "They held one-on-one [talks]."
COPIED = "The heads of the two railways met at a hotel in the capital for the first time since the strike began."

# Meetings of two articles, each (participants, facts, day of publication), and whether they are one.
TABLE = [
    # dated
    ((TWO, {"date": DAY}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": DAY}, None), (TWO, {"date": "2025-01-13/2025-01-19"}, None), True),
    ((TWO, {"date": DAY}, None), (TWO, {"date": "2025-01-15"}, None), False),
    ((TWO, {"date": DAY}, None), (f"{HAS}, {OTH}", {"date": DAY}, None), False),
    ((TWO, {"date": DAY}, None), (f"{MIR}, {HAS}, {OTH}", {"date": DAY}, None), True),
    ((f"{TWO}, {OTH}", {"date": DAY}, None), (f"{TWO}, Ana Prado", {"date": DAY}, None), True),
    ((f"{OTH}, {TWO}", {"date": DAY}, None), (f"{TWO}, Ana Prado", {"date": DAY}, None), False),
    ((TWO, {"date": DAY, "kind": "talks"}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": DAY, "kind": "call"}, None), (TWO, {"date": DAY}, None), False),
    ((TWO, {"date": DAY, "kind": "call"}, None), (TWO, {"date": DAY, "kind": "call"}, None), True),
    ((TWO, {"date": DAY, "kind": "summit"}, None), (TWO, {"date": DAY}, None), True),
    ((f"{TWO}, {OTH}", {"date": DAY, "kind": "summit"}, None), (TWO, {"date": DAY}, None), False),
    ((TWO, {"date": DAY, "status": "planned"}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": DAY, "places": "Lusaka"}, None), (TWO, {"date": DAY, "places": "Ndola"}, None), True),
    # undated: only if the articles say nothing else, and appeared at about the same time
    ((TWO, {"date": DAY}, None), (TWO, {}, None), True),
    ((TWO, {}, None), (TWO, {}, DAY), True),
    ((TWO, {}, "2025-01-20"), (TWO, {}, DAY), True),
    ((TWO, {}, "2025-02-20"), (TWO, {}, DAY), False),
    ((TWO, {"date": DAY}, None), (TWO, {}, "2025-01-16"), True),
    ((TWO, {"date": DAY}, None), (TWO, {}, "2025-01-10"), False),
    ((TWO, {"date": DAY}, None), (TWO, {}, "2025-03-16"), False),
    ((TWO, {"date": DAY, "status": "planned"}, None), (TWO, {}, None), False),
    ((TWO, {"status": "planned"}, DAY), (TWO, {"status": "planned"}, "2025-01-16"), True),
    ((TWO, {"date": DAY, "status": "planned"}, None), (TWO, {"status": "planned"}, "2025-01-20"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, None), (TWO, {"places": "Ndola"}, None), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, None), (TWO, {"places": "Lusaka"}, None), True),
    # outlets disagree by a day: at one place, when both days are over, or in a call across time zones
    ((TWO, {"date": DAY, "places": "Lusaka"}, "2025-01-16"),
     (TWO, {"date": "2025-01-15", "places": "Lusaka"}, "2025-01-17"), True),
    ((TWO, {"date": DAY, "places": "Chirundu Bridge"}, "2025-01-16"),
     (TWO, {"date": "2025-01-15", "places": "Chirundu Bridge"}, "2025-01-17"), True),
    ((TWO, {"date": DAY, "places": "Chad"}, "2025-01-16"),
     (TWO, {"date": "2025-01-15", "places": "Chad"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, "2025-01-15"),
     (TWO, {"date": "2025-01-15", "places": "Lusaka"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, "2025-01-16"),
     (TWO, {"date": "2025-01-16", "places": "Lusaka"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, "2025-01-16"),
     (TWO, {"date": "2025-01-15", "places": "Ndola"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "places": "Lusaka", "status": "planned"}, "2025-01-16"),
     (TWO, {"date": "2025-01-15", "places": "Lusaka"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, "2025-01-16"),
     (f"{TWO}, {OTH}", {"date": "2025-01-15", "places": "Lusaka"}, "2025-01-17"), False),
    ((TWO, {"date": DAY, "kind": "call"}, DAY), (TWO, {"date": "2025-01-15", "kind": "call"}, "2025-01-15"), True),
    # announced for one day, held on the next one
    ((TWO, {"date": DAY, "places": "Lusaka", "status": "planned"}, "2025-01-10"),
     (TWO, {"date": "2025-01-15", "places": "Lusaka"}, "2025-01-15"), True),
    ((TWO, {"date": DAY, "places": "Lusaka", "status": "planned"}, "2025-01-10"),
     (TWO, {"date": "2025-01-16", "places": "Lusaka"}, "2025-01-16"), False),
    ((TWO, {"date": DAY, "places": "Lusaka", "status": "planned"}, "2025-01-10"),
     (TWO, {"date": "2025-01-15", "places": "Ndola"}, "2025-01-15"), False),
    ((TWO, {"date": DAY, "status": "planned"}, "2025-01-10"), (TWO, {"date": "2025-01-15"}, "2025-01-15"), False),
    ((TWO, {"date": "2025-01-15", "places": "Lusaka", "status": "planned"}, DAY),
     (TWO, {"date": DAY, "places": "Lusaka"}, DAY), False),
    ((TWO, {"date": DAY, "places": "Lusaka", "status": "planned"}, "2025-01-10"),
     (TWO, {"date": "2025-01-15", "places": "Lusaka", "status": "planned"}, "2025-01-10"), False),
    (("Oman, Chad", {"date": DAY, "kind": "call"}, DAY),
     ("Oman, Chad", {"date": "2025-01-15", "kind": "call"}, "2025-01-15"), False),
    # a plan without a day, and what became of it
    ((TWO, {"status": "planned"}, "2025-01-10"), (TWO, {"date": DAY}, "2025-01-15"), True),
    ((TWO, {"status": "planned"}, DAY), (TWO, {"date": DAY}, "2025-01-15"), True),
    ((TWO, {"status": "planned"}, "2025-01-15"), (TWO, {"date": DAY}, "2025-01-16"), False),
    ((TWO, {"status": "planned"}, None), (TWO, {"date": DAY}, "2025-01-15"), False),
    ((TWO, {"status": "planned"}, "2025-01-10"), (TWO, {}, "2025-01-15"), False),
    ((TWO, {"status": "planned"}, "2025-01-01"), (TWO, {"date": DAY}, "2025-01-15"), False),
    ((TWO, {"status": "planned", "date": DAY}, "2025-01-10"), (TWO, {}, "2025-01-15"), True),
    ((TWO, {"status": "planned", "date": DAY}, "2025-01-10"), (TWO, {}, "2025-01-13"), False),
    ((TWO, {"status": "planned", "date": DAY}, DAY), (TWO, {}, "2025-01-15"), True),
    ((TWO, {"status": "planned", "date": DAY}, "2025-01-15"), (TWO, {}, "2025-01-16"), False),
    ((TWO, {"status": "planned", "date": "2025-01-14/2025-01-16"}, DAY), (TWO, {}, "2025-01-15"), False),
    ((TWO, {"status": "planned"}, "2025-01-10"), (TWO, {"status": "cancelled"}, "2025-01-13"), True),
    ((TWO, {"status": "planned"}, "2025-01-13"), (TWO, {"status": "cancelled"}, "2025-01-10"), False),
    ((TWO, {"status": "cancelled"}, "2025-01-10"), (TWO, {"date": DAY}, "2025-01-15"), False),
    ((TWO, {"date": DAY, "places": "Lusaka"}, None),
     (TWO, {"status": "denied", "places": "Lusaka"}, "2025-01-15"), True),
    ((TWO, {"date": DAY, "places": "Lusaka"}, None), (TWO, {"status": "denied"}, "2025-01-15"), False),
    # a weekday (14 January 2025 is a Tuesday) or a day of the month in an article whose day nobody knows
    ((TWO, {"date": "Tuesday"}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": "Friday"}, None), (TWO, {"date": DAY}, None), False),
    ((TWO, {"date": "last Friday"}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": "Friday"}, None), (TWO, {"date": "2025-01-13/2025-01-19"}, None), True),
    ((TWO, {"date": "January 14"}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": "January 15"}, None), (TWO, {"date": DAY}, None), False),
    ((TWO, {"date": "Monday, January 13", "places": "Lusaka"}, None),
     (TWO, {"date": DAY, "places": "Lusaka"}, None), True),
    ((TWO, {"date": "January 12", "places": "Lusaka"}, None), (TWO, {"date": DAY, "places": "Lusaka"}, None), False),
    ((TWO, {"date": "January 14"}, None), (TWO, {"date": DAY, "status": "planned"}, "2025-01-10"), True),
    ((TWO, {"date": "last week"}, None), (TWO, {"date": DAY, "status": "planned"}, "2025-01-10"), False),
    # a year tells nothing, unless the place does
    ((TWO, {"date": DAY}, None), (TWO, {"date": "2025-01-01/2025-12-31"}, None), False),
    ((TWO, {"date": DAY, "places": "Ndola"}, None),
     (TWO, {"date": "2025-01-01/2025-12-31", "places": "Ndola"}, None), True),
    # who met in several towns did so more than once
    ((TWO, {"date": "2025-01-01/2025-01-31", "places": "Lusaka, Ndola"}, None),
     (TWO, {"places": "Ndola"}, "2025-01-20"), False),
    ((TWO, {"date": DAY, "places": "Lusaka, Ndola"}, None), (TWO, {"date": DAY, "places": "Ndola"}, None), True),
    ((TWO, {"date": "2025-01-01/2025-01-31", "places": "Lusaka, Zambia"}, None),
     (TWO, {"places": "Lusaka"}, "2025-01-20"), True),
    # talks of two are none of three, and those of three have three sides
    ((f"{TWO}, {OTH}", {"date": DAY, "sentence": TRILATERAL}, None),
     (TWO, {"date": DAY, "sentence": BILATERAL}, None), False),
    ((f"{HAS}, the union, {MIR}", {"date": DAY, "sentence": TRILATERAL}, None), (TWO, {"date": DAY}, None), True),
    ((TWO, {"date": DAY, "sentence": TRILATERAL}, None), (TWO, {"date": DAY}, None), False),
    ((TWO, {"date": DAY, "sentence": TRILATERAL}, None), (f"{TWO}, {OTH}", {"date": DAY}, None), True),
    ((TWO, {"date": DAY, "sentence": TRILATERAL}, None), (TWO, {"date": DAY, "sentence": TRILATERAL}, None), True),
    # who met two did not bring them together
    ((TWO, {"date": DAY}, None), (f"{OTH}, {TWO}", {"date": DAY}, None), False),
    ((TWO, {"date": DAY}, None), (f"the minister, {TWO}", {"date": DAY}, None), False),
    # visits: the visitor and the place
    ((HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None),
     (HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None), True),
    ((HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None),
     (HAS, {"date": DAY, "kind": "visit", "places": "Ndola"}, None), False),
    ((HAS, {"date": DAY, "kind": "visit"}, None), (HAS, {"date": DAY, "kind": "visit"}, None), False),
    ((HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None),
     (HAS, {"date": DAY, "kind": "visit", "places": "Zambia"}, None), True),
    ((HAS, {"date": DAY, "kind": "visit", "places": "Ndola"}, None),
     (HAS, {"date": DAY, "kind": "visit", "places": "Zambia"}, None), False),
    ((HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None),
     (HAS, {"date": DAY, "kind": "visit", "places": "Chad"}, None), False),
    ((TWO, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None), (TWO, {"date": DAY}, None), True),
    ((HAS, {"date": DAY, "kind": "visit", "places": "Lusaka"}, None), (TWO, {"date": DAY}, None), False),
    # talks without a place can have been held by phone, on the same day
    ((TWO, {"date": DAY, "kind": "call"}, None), (TWO, {"date": DAY, "kind": "talks"}, None), True),
    ((TWO, {"date": DAY, "kind": "call"}, None),
     (TWO, {"date": DAY, "kind": "talks", "places": "Lusaka"}, None), False),
    ((TWO, {"date": DAY, "kind": "call"}, None), (TWO, {"kind": "talks"}, "2025-01-15"), False),
    # groups identify nothing, countries only with a date
    (("both sides, officials", {"date": DAY}, None), ("both sides, officials", {"date": DAY}, None), False),
    ((f"{HAS}, officials", {"date": DAY}, None), (f"{HAS}, officials", {"date": DAY}, None), False),
    (("Oman, Chad", {"date": DAY}, None), ("Oman, Chad", {"date": DAY}, None), True),
    (("Oman, Chad", {"date": DAY}, None), ("Oman, Chad", {}, None), False),
    # whoever they are, it is one sentence
    (("both sides, officials", {"date": DAY, "sentence": COPIED}, None),
     ("both sides, officials", {"date": DAY, "sentence": COPIED}, None), True),
    ((f"{HAS}, officials", {"sentence": COPIED}, DAY), (f"{HAS}, officials", {"sentence": COPIED}, "2025-01-15"), True),
    (("officials", {"sentence": COPIED}, DAY), ("officials", {"sentence": COPIED}, "2026-01-15"), False),
    ((f"{HAS}, officials", {"sentence": COPIED}, DAY), (f"{MIR}, officials", {"sentence": COPIED}, DAY), False),
    (("officials", {"sentence": COPIED, "kind": "call"}, DAY), ("officials", {"sentence": COPIED}, DAY), False),
    # a delegation meets more than one
    ((f"{TWO}, {OTH}", {"date": DAY, "visitors": TWO, "hosts": OTH}, None),
     (f"{TWO}, Ana Prado", {"date": DAY, "visitors": TWO, "hosts": "Ana Prado"}, None), False),
    ((f"{TWO}, {OTH}", {"date": DAY}, None),
     (f"{TWO}, Ana Prado", {"date": DAY, "visitors": TWO, "hosts": "Ana Prado"}, None), False),
    ((f"{TWO}, {OTH}", {"date": DAY}, None),
     (f"{TWO}, Ana Prado", {"date": DAY, "visitors": HAS, "hosts": "Ana Prado"}, None), True),
    # who attended when two received each other did not meet the guest
    ((TWO, {"date": DAY}, None),
     (f"{HAS}, Ana Prado, {MIR}", {"date": DAY, "visitors": HAS, "hosts": "Ana Prado"}, None), False),
    ((f"{HAS}, Ana Prado", {"date": DAY}, None),
     (f"{HAS}, Ana Prado, {MIR}", {"date": DAY, "visitors": HAS, "hosts": "Ana Prado"}, None), True),
]  # fmt: skip


@pytest.fixture(scope="session")
def report(news):
    people = [news.person(name) for name in (HAS, MIR, OTH, "Ana Prado")]
    places = [news.place("Lusaka", "city"), news.place("Ndola", "city"), news.place("Oman", "country", "OM"),
              news.place("Zambia", "country", "ZM"), news.place("Chirundu Bridge"),
              news.place("Chad", "country", "TD")]  # fmt: skip

    def report(source, *meetings, published=None, text=None):
        return news.article(source, people=people, places=places, meetings=meetings, published=published, text=text)

    return report


@pytest.mark.parametrize(("left", "right", "one"), TABLE)
def test_two_articles(news, report, left, right, one):
    records = [
        report(source, news.meeting(names, **facts), published=published)
        for source, (names, facts, published) in zip("ab", (left, right), strict=True)
    ]
    assert (len(resolve(records).meetings) == 1) == one


def reports_of(run):
    return sorted([report.article for report in meeting.reports] for meeting in run.meetings)


def test_an_undated_report_that_can_mean_two_meetings_stays_apart(news, report):
    records = [
        report("a", news.meeting(TWO, date="2025-01-14")),
        report("b", news.meeting(TWO, date="2025-01-17")),
        report("c", news.meeting(TWO)),
    ]
    assert reports_of(resolve(records)) == [["a"], ["b"], ["c"]]


def test_a_report_that_can_mean_two_meetings_keeps_no_others_apart(news, report):
    records = [
        report("a", news.meeting(TWO, date="2025-01-14", places="Lusaka")),
        report("b", news.meeting(TWO, places="Lusaka")),
        report("c", news.meeting(TWO, date="2025-01-17", places="Ndola")),
        report("d", news.meeting(TWO)),
    ]
    assert reports_of(resolve(records)) == [["a", "b"], ["c"], ["d"]]


@pytest.mark.parametrize(("place", "found"), [("Ndola", [["a"], ["b", "c"]]), ("Chad", [["a"], ["b"], ["c"]])])
def test_an_undated_report_means_the_meeting_at_its_place(news, report, place, found):
    records = [
        report("a", news.meeting(TWO, date="2025-01-14", places="Chirundu Bridge")),
        report("b", news.meeting(TWO, date="2025-01-17", places="Ndola")),
        report("c", news.meeting(TWO, places=place)),
    ]
    assert reports_of(resolve(records)) == found


def test_of_two_meetings_of_one_article_the_closer_one_is_meant(news, report):
    records = [
        report("a", news.meeting(f"{TWO}, {OTH}", date=DAY), news.meeting(TWO, date=DAY)),
        report("b", news.meeting(f"{TWO}, {OTH}", date=DAY)),
    ]
    assert reports_of(resolve(records)) == [["a"], ["a", "b"]]


def test_one_article_that_tells_a_meeting_twice(news, report):
    twice = [news.meeting(TWO, date=DAY), news.meeting(f"{MIR}, {HAS}", date=DAY)]
    (found,) = resolve([report("a", *twice)]).meetings
    assert (len(found.reports), found.independent_sources) == (2, 1)


@pytest.mark.parametrize(
    "other",
    [
        {"names": TWO},
        {"names": TWO, "date": DAY, "status": "planned"},
        {"names": f"{TWO}, officials", "date": DAY},
        {"names": TWO, "date": DAY, "kind": "call"},
        {"names": f"{TWO}, {OTH}", "date": DAY},
        {"names": TWO, "date": DAY, "places": "Ndola"},
    ],
)
def test_one_article_that_tells_two_meetings(news, report, other):
    first = news.meeting(TWO, date=DAY, places="Lusaka")
    assert len(resolve([report("a", first, news.meeting(**other))]).meetings) == 2


@pytest.mark.parametrize(
    ("statuses", "settled", "conflict"),
    [
        (["planned", "held"], "held", False),
        (["held", "planned"], "held", False),
        (["ongoing", "planned"], "ongoing", False),
        (["planned", "cancelled"], "cancelled", False),
        (["possible", "planned"], "planned", False),
        (["denied", "held", "held"], "held", True),
        (["held", "denied"], "held", True),
        (["planned", "denied"], "denied", True),
        (["cancelled", "held"], "cancelled", True),
    ],
)
def test_status_of_the_merged_meeting(news, report, statuses, settled, conflict):
    records = [
        report(f"a{n}", news.meeting(TWO, date=DAY, status=status), published=f"2025-01-1{n + 3}")
        for n, status in enumerate(statuses)
    ]
    (found,) = resolve(records).meetings
    assert found.status == settled
    assert [one.field for one in found.conflicts] == (["status"] if conflict else [])


def test_the_article_that_appeared_last_knows_the_status(news, report):
    records = [
        report("a", news.meeting(TWO, date=DAY, status="cancelled"), published="2025-01-13"),
        report("b", news.meeting(TWO, date=DAY, status="planned"), published="2025-01-10"),
        report("c", news.meeting(TWO, date=DAY, status="planned")),
    ]
    assert [one.status for one in resolve(records).meetings] == ["cancelled"]


def test_parts_that_contradict_each_other_are_unknown(news, report):
    records = [
        report("a", news.meeting(TWO, date=DAY, visitors=HAS)),
        report("b", news.meeting(TWO, date=DAY, hosts=HAS)),
    ]
    assert [one.part for one in resolve(records).meetings[0].participants] == [None, None]


def test_one_person_in_common_is_not_enough(news, report):
    records = [report(source, news.meeting(f"{HAS}, officials", date=DAY)) for source in "ab"]
    left, right = (sighting(record.article, 0, records[0].meetings[0], {}) for record in records)
    assert compare_meetings(left, right).reasons == ("different participants",)


def test_conflicts_say_who_says_what(news, report):
    records = [
        report("a", news.meeting(TWO, date="2025-01-13/2025-01-14", places="Lusaka")),
        report("b", news.meeting(TWO, date="2025-01-14/2025-01-15", places="Lusaka")),
        report("c", news.meeting(TWO, date="2025-01-14", kind="summit")),
    ]
    (found,) = resolve(records).meetings
    said = {one.field: {value.value: value.articles for value in one.values} for one in found.conflicts}
    assert said == {
        "date": {"2025-01-13/2025-01-14": ("a",), "2025-01-14/2025-01-15": ("b",), "2025-01-14": ("c",)},
        "kind": {"meeting": ("a", "b"), "summit": ("c",)},
    }


@pytest.mark.parametrize(
    ("left", "right", "disputed"),
    [
        (f"{TWO}, {OTH}", f"{TWO}, Ana Prado", True),
        (f"{TWO}, {OTH}", f"{TWO}, {OTH}, Ana Prado", False),
        (f"{TWO}, {OTH}", f"{TWO}, officials", False),
        (f"{TWO}, {OTH}", f"{TWO}, Salim Qarahan", False),
    ],
)
def test_lists_of_people_that_cross_are_a_conflict(news, left, right, disputed):
    people = [news.person(name) for name in (HAS, MIR, OTH, "Ana Prado", "Salim Qarahan")]
    records = [news.article(source, people=people, meetings=[news.meeting(names, date=DAY)])
               for source, names in (("a", left), ("b", right))]  # fmt: skip
    (found,) = resolve(records).meetings
    assert [one.field for one in found.conflicts] == (["participants"] if disputed else [])


def test_a_plan_that_was_carried_out_is_one_meeting_with_both_reports(news, report):
    records = [
        report("a", news.meeting(TWO, date=DAY, status="planned"), published="2025-01-12"),
        report("b", news.meeting(TWO, date=DAY), news.meeting(TWO, status="planned"), published="2025-01-15"),
    ]
    assert [(one.status, [report.article for report in one.reports]) for one in resolve(records).meetings] == [
        ("held", ["a", "b"]), ("planned", ["b"])
    ]  # fmt: skip


def test_outlets_that_disagree_by_a_day_are_quoted(news, report):
    records = [
        report("a", news.meeting(TWO, date=DAY, places="Lusaka"), published="2025-01-16"),
        report("b", news.meeting(TWO, date="2025-01-15", places="Lusaka"), published="2025-01-17"),
    ]
    (found,) = resolve(records).meetings
    assert [(one.field, [value.value for value in one.values]) for one in found.conflicts] == [
        ("date", [DAY, "2025-01-15"])
    ]


def test_a_meeting_put_off_by_a_day_is_no_conflict(news, report):
    records = [
        report("a", news.meeting(TWO, date=DAY, places="Lusaka", status="planned"), published="2025-01-10"),
        report("b", news.meeting(TWO, date="2025-01-15", places="Lusaka"), published="2025-01-17"),
    ]
    (found,) = resolve(records).meetings
    assert (found.date.value, found.conflicts) == ("2025-01-15", ())


def test_two_cities_on_one_day_are_a_conflict(news, report):
    records = [report("a", news.meeting(TWO, date=DAY, places="Lusaka")),
               report("b", news.meeting(TWO, date=DAY, places="Ndola"))]  # fmt: skip
    (found,) = resolve(records).meetings
    assert [one.field for one in found.conflicts] == ["place"]
    assert [place.name for place in found.places] == ["Lusaka", "Ndola"]


@pytest.mark.parametrize(
    ("left", "right", "disputed"),
    [
        ("Naval Headquarters", "Navy Headquarters", False),
        ("Terminal 1", "Terminal 2", True),
        ("Presidential Palace", "Provincial Palace", True),
    ],
)
def test_a_place_in_two_spellings_is_no_conflict(news, left, right, disputed):
    records = [
        news.article(
            source,
            people=[news.person(name) for name in (HAS, MIR)],
            places=[news.place(place, "facility")],
            meetings=[news.meeting(TWO, date=DAY, places=place)],
        )
        for source, place in (("a", left), ("b", right))
    ]
    (found,) = resolve(records).meetings
    assert [one.field for one in found.conflicts] == (["place"] if disputed else [])


def test_the_merged_meeting(news, report):
    records = [
        report("a", news.meeting(f"{TWO}, officials", date="2025-01-13/2025-01-19", visitors=HAS)),
        report("b", news.meeting(f"{MIR}, {HAS}, {OTH}", date=DAY, places="Lusaka", hosts=MIR, kind="talks")),
    ]
    (found,) = resolve(records).meetings
    assert [(one.name, one.part) for one in found.participants] == [
        (HAS, "visitor"), (MIR, "host"), ("officials", None), (OTH, None)
    ]  # fmt: skip
    assert (found.kind, found.date.value, found.independent_sources) == ("meeting", DAY, 2)
    assert [report.article for report in found.reports] == ["a", "b"]
    assert found.conflicts == ()


def test_a_wire_copy_is_no_second_source(news, report):
    text = " ".join(f"word{n}" for n in range(60))
    records = [report(source, news.meeting(TWO, date=DAY), text=text) for source in "ab"]
    records.append(report("c", news.meeting(TWO, date=DAY)))
    (found,) = resolve(records).meetings
    assert (len(found.reports), found.independent_sources) == (3, 2)


def test_meetings_are_in_order_of_their_days_the_undated_last(news, report):
    meetings = [news.meeting(f"{HAS}, {OTH}"), news.meeting(TWO, date="2025-01-17"), news.meeting(TWO, date=DAY)]
    found = resolve([report("a", *meetings)]).meetings
    assert [one.date and one.date.value for one in found] == [DAY, "2025-01-17", None]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ((TWO, "Memorandum of Understanding", DAY), (TWO, "MoU", DAY), True),
        ((TWO, "agreement", DAY), (TWO, "Agreement", None), True),
        ((TWO, "agreement", DAY), (f"{TWO}, {OTH}", "agreement", DAY), True),
        ((TWO, "agreement", DAY), (TWO, "letter of intent", DAY), False),
        ((TWO, "agreement", DAY), (TWO, "agreement", "2025-01-15"), False),
        ((TWO, "agreement", DAY), (f"{HAS}, {OTH}", "agreement", DAY), False),
        ((HAS, "agreement", DAY), (HAS, "agreement", DAY), False),
    ],
)
def test_agreements(news, left, right, one):
    people = [news.person(name) for name in (HAS, MIR, OTH)]
    records = [
        news.article(source, people=people, agreements=[news.agreement(*facts)])
        for source, facts in zip("ab", (left, right), strict=True)
    ]
    found = resolve(records).agreements
    assert (len(found) == 1) == one
    assert sum(len(agreement.reports) for agreement in found) == 2
