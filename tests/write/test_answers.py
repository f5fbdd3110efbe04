"""The answers to questions as tables and as CSV."""

import csv
import io
import re

import pytest

from newsie.questions.answers import (
    Acquaintance,
    Appearance,
    Couple,
    Couples,
    Encounter,
    Encounters,
    Office,
    PersonPage,
    Sighting,
    Sightings,
    SourcedReport,
    Who,
)
from newsie.records import Codes, DateValue, Participant, Person, PlaceReference, Span
from newsie.write.answers import answer_tables
from newsie.write.answers_csv import answer_csv
from newsie.write.console import console_on, printed

JAN = Acquaintance(id="j", name="Jan Kraus", type="person", meetings=2, independent_sources=1, first="2024-05-02")


def report(article, source, sentence, *cited):
    span = Span(start=0, end=len(sentence), text=sentence)
    return SourcedReport(id=f"m-{article}", article=article, trigger=span, sentence=span, attributed_to=cited,
                         rule="meet", source=source)  # fmt: skip


def encounter(*reports, date=None, **facts):
    participants = (Participant(id="a", name="Ada Obi", type="person"), Participant(name="[red]envoys", type="group"))
    return Encounter(
        **{"id": "m", "kind": "meeting", "status": "held", "participants": participants, **facts},
        codes=Codes(cameo="040", plover="CONSULT"), date=date, reports=reports,
    )  # fmt: skip


OSLO = encounter(
    report("1", "news/oslo.txt", "Obi met\nenvoys.", "ISPR"),
    report("2", "more/lagos.txt", "They met."),
    date=DateValue(text="Tuesday", value="2024-05-02", from_="2024-05-02", to="2024-05-02", basis="stated"),
    places=(PlaceReference(name="Oslo"),),
)
PAGE = PersonPage(
    person=Person(id="a", name="Ada Obi", aliases=("Obi", "\x1b[31mAda")),
    reason="the same full name",
    offices=(Office(text="General", kind="rank", first="2024-05-03", last="2024-06-03", sources=("news/oslo.txt",)),),
    met=(JAN,),
    meetings=(OSLO,),
    appearances=(Appearance(id="a", name="Ada Obi", source="news/oslo.txt", published="2024-05-03"),),
)
COUPLE = Couple(left_id="a", left="Ada Obi", right_id="j", right="=Jan", meetings=2, independent_sources=1)
SIGHTING = Sighting(listed_id="e1", listed="Ada Obi", id="a", name="Ada Obi", verdict="unsure", score=0.5, met=(JAN,),
                    reasons=("one letter differs", "the same rank"), sources=("news/oslo.txt",))  # fmt: skip


def cells(answer, width=200):
    """The cells of each line of an answer's tables."""
    console = console_on(io.StringIO())
    text = printed(answer_tables(answer, width), console)
    return [re.split(r"\s{2,}", line.strip()) for line in text.splitlines() if line.strip("─ ")]


def test_encounters():
    assert cells(Encounters(meetings=(OSLO,))) == [
        ["Meetings (1)"],
        ["Date", "Who", "Where", "What", "Says who", "Id"],
        ["2024-05-02", "Ada Obi;", "Oslo", "meeting held", "oslo.txt (ISPR): “Obi met envoys.”", "m"],
        ["[red]envoys", "lagos.txt: “They met.”", "m-1"],
        ["m-2"],
    ]


def test_sources_of_one_file_name_are_told_apart():
    both = encounter(report("1", "news/1.txt", "They met."), report("2", "more/1.txt", "They met."))
    evidence = " ".join(cell for line in cells(Encounters(meetings=(both,))) for cell in line)
    assert "news/1.txt: “They met.”" in evidence
    assert "more/1.txt: “They met.”" in evidence


def test_a_page():
    shown = cells(Who(people=(PAGE,)))
    assert shown[:5] == [
        ["Ada Obi", "a", "(the same full name)"],
        ["Also called Obi, \\x1b[31mAda"],
        ["Articles (1)"],
        ["In", "On", "As", "Id"],
        ["oslo.txt", "2024-05-03", "Ada Obi", "a"],
    ]
    assert ["General", "2024-05-03", "2024-06-03", "oslo.txt"] in shown
    assert ["Jan Kraus", "2", "1", "2024-05-02"] in shown


def test_a_page_leaves_out_what_is_empty():
    bare = PAGE.model_copy(update={"offices": (), "met": (), "meetings": (), "person": Person(id="a", name="Ada Obi")})
    assert [line[0] for line in cells(Who(people=(bare,)))] == ["Ada Obi", "Articles (1)", "In", "oslo.txt"]


def test_pairs_and_matches():
    assert cells(Couples(pairs=(COUPLE,)))[2] == ["Ada Obi", "=Jan", "2", "1"]
    assert cells(Sightings(matches=(SIGHTING,)))[2:] == [
        ["Ada Obi", "Ada Obi", "unsure 0.50", "one letter differs;", "Jan Kraus (2)", "oslo.txt"],
        ["the same rank"],
    ]


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        (
            Who(people=(PAGE,)),
            {"name": "Ada Obi", "id": "a", "met": "Jan Kraus", "met_type": "person", "met_id": "j", "meetings": "2",
             "independent_sources": "1", "first": "2024-05-02", "last": ""},
        ),
        (
            Encounters(meetings=(OSLO,)),
            {"date_from": "2024-05-02", "date_to": "2024-05-02", "date_text": "Tuesday", "kind": "meeting",
             "status": "held", "participants": "Ada Obi; [red]envoys", "places": "Oslo", "independent_sources": "1",
             "attributed_to": "ISPR", "sources": "news/oslo.txt; more/lagos.txt",
             "sentence": "Obi met\nenvoys. | They met.", "id": "m", "participant_ids": "a; "},
        ),
        (
            Couples(pairs=(COUPLE,)),
            {"left": "Ada Obi", "right": "'=Jan", "meetings": "2", "independent_sources": "1", "first": "",
             "last": "", "left_id": "a", "right_id": "j"},
        ),
        (
            Sightings(matches=(SIGHTING,)),
            {"listed": "Ada Obi", "name": "Ada Obi", "verdict": "unsure", "score": "0.50",
             "reasons": "one letter differs; the same rank", "met": "Jan Kraus", "sources": "news/oslo.txt",
             "listed_id": "e1", "id": "a"},
        ),
    ],
)  # fmt: skip
def test_csv(answer, row):
    assert list(csv.DictReader(io.StringIO(answer_csv(answer), newline=""))) == [row]


@pytest.mark.parametrize("answer", [Who(), Encounters(), Couples(), Sightings()], ids=lambda one: type(one).__name__)
def test_csv_of_nothing_is_its_header(answer):
    assert answer_csv(answer).count("\n") == 1


def test_an_undated_meeting_has_no_days():
    (row,) = csv.DictReader(io.StringIO(answer_csv(Encounters(meetings=(encounter(report("1", "a", "x")),)))))
    assert (row["date_from"], row["date_to"], row["date_text"]) == ("", "", "")
