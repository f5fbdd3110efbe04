import csv
import io

import pytest

from newsie.records import Occasion, Participant
from newsie.write import TABLES
from newsie.write.csv_text import csv_text


def rows(run, table):
    return list(csv.DictReader(io.StringIO(csv_text(run, table), newline="")))


def test_a_row_per_meeting_by_date(run):
    found = rows(run, "meetings")
    assert [row["id"] for row in found] == ["m-oslo", "m-visit", "m-denied"]
    assert found[0] == {
        "date_from": "2025-03-04",
        "date_to": "2025-03-04",
        "date_text": "Tuesday",
        "kind": "meeting",
        "status": "held",
        "participants": "Ada Obi; Kari Holm",
        "ranks": "General; ",
        "roles": "chief of defence staff (CDS), Nigeria; acting minister, Ministry of Oslo Affairs, Norway",
        "places": "Oslo",
        "attributed_to": "Fjord Post",
        "sources": "news/oslo.txt; news/lagos.txt",
        "sentence": "General Ada Obi, Nigeria's chief of defence staff, met Kari Holm in Oslo on Tuesday, "
        "the Fjord Post (FP) said. | Gen Obi met Norway's Kari Holm on March 4.",
        "id": "m-oslo",
        "participant_ids": "obi; holm",
        "place_ids": "p-oslo",
        "article_ids": "oslo; lagos",
        "parts": "visitor; host",
        "place_countries": "NO",
        "occasion": "",
        "cameo": "040",
        "plover": "CONSULT",
        "plover_mode": "",
        "cameo_event": "",
        "plover_event": "",
        "plover_event_mode": "",
    }


def test_the_occasion_of_a_meeting(run):
    occasion = Occasion(article="oslo", start=0, end=11, text="Fjord Forum")
    meeting = run.meetings[2].model_copy(update={"occasion": occasion})
    assert rows(run.model_copy(update={"meetings": (meeting,)}), "meetings")[0]["occasion"] == "Fjord Forum"


def test_unknown_date_keeps_its_words(run):
    visit = rows(run, "meetings")[1]
    assert (visit["date_from"], visit["date_to"], visit["date_text"]) == ("", "", "soon")


@pytest.mark.parametrize(
    ("table", "first"),
    [
        (
            "people",
            'Ada Obi,General (OF-9),"chief of defence staff (CDS), Nigeria",Obi,3,'
            "news/oslo.txt; news/lagos.txt,obi,oslo; lagos",
        ),
        ("organizations", "Fjord Post,FP,,,2,news/oslo.txt,fp,oslo"),
        ("places", "Oslo,city,NO,2,news/oslo.txt,p-oslo,oslo"),
        ("dates", "2025-03-04,2025-03-04,Tuesday,2025-03-04,relative,news/oslo.txt,76,83,oslo"),
        (
            "agreements",
            ",,,memorandum,Ministry of Oslo Affairs; Lagos Shipping,Kari Holm,,,news/oslo.txt,"
            "The Ministry of Oslo Affairs signed a memorandum with Lagos Shipping.,"
            "a-memo,moa; ls,holm,,oslo,Norwegian salt,Ada Obi,obi,,057,SUPPORT",
        ),
    ],
)
def test_first_row(run, table, first):
    assert csv_text(run, table).splitlines()[1] == first


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_cell_per_column(run, table):
    widths = {len(row) for row in csv.reader(io.StringIO(csv_text(run, table)))}
    assert len(widths) == 1


@pytest.mark.parametrize("table", TABLES)
def test_without_rows_there_is_the_header(run, table):
    assert csv_text(run.model_copy(update={table: ()}), table).count("\n") == 1


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+47 delegation", "'+47 delegation"),
        ("-", "-"),
        ("-\n1", "'-\n1"),
        ("@newsroom", "'@newsroom"),
        ("\t=1+1", "'\t=1+1"),
        ("Al-Farsi = Farsi", "Al-Farsi = Farsi"),
        ("\x1b[2J", r"\x1b[2J"),
        ('the "Quartet", so called', 'the "Quartet", so called'),
    ],
)
def test_formulas_and_commands_are_text(run, name, cell):
    group = Participant(name=name, type="group")
    meeting = run.meetings[0].model_copy(update={"participants": (group,)})
    assert rows(run.model_copy(update={"meetings": (meeting,)}), "meetings")[0]["participants"] == cell
