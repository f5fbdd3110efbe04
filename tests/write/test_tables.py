import io
import re

import pytest
from rich.console import Console

from newsie.records import Participant
from newsie.write import TABLES
from newsie.write.console import console_on
from newsie.write.console import printed as console_text
from newsie.write.tables import STATUS_STYLES, run_tables


def printed(run, names=TABLES, width=None):
    console = console_on(io.StringIO())
    console.width = width or console.width
    return console_text(run_tables(run, names, console.width), console)


def lines(run, *names):
    return [line for line in printed(run, names or TABLES).splitlines() if line.strip("─")]


def test_meetings_come_first_and_every_table_once(run):
    titles = re.findall(r"^(\w+) \(\d+\)", printed(run), re.MULTILINE)
    assert titles == ["Meetings", "People", "Organizations", "Places", "Dates", "Agreements"]


def test_meetings(run):
    assert [re.split(r"\s{2,}", line) for line in lines(run, "meetings")] == [
        ["Meetings (3)"],
        ["Date", "Who", "Where", "What", "Sources"],
        [
            "2025-03-04",
            "General Ada Obi, chief of defence staff (Nigeria);",
            "Oslo",
            "meeting held",
            "2 articles, 2 sources",
        ],
        ["", "Kari Holm, acting minister (Ministry of Oslo Affairs, Norway)", "oslo.txt (Fjord Post)"],
        ["", "lagos.txt"],
        ["“soon”", "General Ada Obi, chief of defence staff (Nigeria)", "Accra", "visit planned", "oslo.txt"],
        ["", "Kari Holm, acting minister (Ministry of Oslo Affairs, Norway);", "meeting denied", "lagos.txt (Holm)"],
        ["", "Bo Ek"],
    ]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "people",
            [
                ["Ada Obi", "General (OF-9)", "chief of defence staff (CDS), Nigeria", "Obi", "3", "2"],
                ["Kari Holm", "former envoy, Bank of Oslo;", "3", "2"],
                ["", "acting minister, Ministry of Oslo Affairs, Norway"],
                ["Bo Ek", "1", "1"],
            ],
        ),
        (
            "organizations",
            [
                ["Fjord Post", "FP", "2", "1"],
                ["Lagos Shipping", "1", "1"],
                ["Ministry of Oslo Affairs", "Norway", "1", "1"],
            ],
        ),
        ("places", [["Oslo", "city", "Norway", "2", "1"]]),
        ("dates", [["2025-03-04", "Tuesday", "relative", "oslo.txt"], ["", "soon", "oslo.txt"]]),
        (
            "agreements",
            [
                [
                    "",
                    "memorandum",
                    "Ministry of Oslo Affairs;",
                    "Kari Holm, acting minister (Ministry of Oslo Affairs, Norway)",
                    "oslo.txt",
                ],
                ["", "Lagos Shipping"],
            ],
        ),
    ],
)
def test_rows(run, table, rows):
    assert [re.split(r"\s{2,}", line) for line in lines(run, table)[2:]] == rows


def test_a_date_written_the_same_way_twice_is_one_row(run):
    again = run.dates[1].model_copy(update={"article": "lagos"})
    rows = lines(run.model_copy(update={"dates": (*run.dates, again)}), "dates")
    assert rows[2].endswith("oslo.txt, lagos.txt")
    assert len(rows) == 4


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_named_at_the_end(run, table):
    without = run.model_copy(update={table: ()})
    assert printed(without, [table]) == f"Not found: {table}\n"
    assert printed(without).endswith(f"\n\nNot found: {table}\n")
    assert "(0)" not in printed(without)


@pytest.mark.parametrize("width", [20, 80, 160])
def test_fits_the_terminal_and_cuts_nothing(run, width):
    text = printed(run, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text


def test_on_a_narrow_terminal_words_stay_whole(run):
    wide, narrow = printed(run, width=200), printed(run, width=80)
    assert set(wide.replace("─", "").split()) == set(narrow.replace("─", "").split())
    assert len(narrow.splitlines()) > len(wide.splitlines())


def test_a_pipe_gets_every_cell_on_one_line(run):
    long_name = "officials of " + "the Ministry of Foreign Affairs and " * 40 + "others"
    group = Participant(name=long_name, type="group")
    meeting = run.meetings[0].model_copy(update={"participants": (group,)})
    assert long_name in printed(run.model_copy(update={"meetings": (meeting,)}))


@pytest.mark.parametrize("name", ["[bold]Ada[/bold]", "[/] Ada", ":smile: Ada", "[link=http://example.org]Ada[/link]"])
def test_markup_is_text(run, name):
    person = run.people[0].model_copy(update={"name": name})
    assert name in printed(run.model_copy(update={"people": (person,)}))


def test_terminal_commands_are_text(run):
    article = run.articles[0].model_copy(update={"source": "news/\x1b[2J.txt"})
    place = run.meetings[2].places[0].model_copy(update={"name": "Oslo\x07\u202e"})
    meeting = run.meetings[2].model_copy(update={"places": (place,)})
    text = printed(run.model_copy(update={"articles": (article,), "meetings": (meeting,)}))
    assert r"\x1b[2J.txt" in text
    assert r"Oslo\x07\u202e" in text
    assert not re.search("[\x1b\x07\u202e]", text)


@pytest.mark.parametrize("status", STATUS_STYLES)
def test_status_is_a_word_and_a_colour(run, status):
    meeting = run.meetings[0].model_copy(update={"status": status})
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", width=160)
    console.print(run_tables(run.model_copy(update={"meetings": (meeting,)}), ["meetings"], 160))
    assert re.search(rf"\x1b\[[\d;]*3\dm{status}\x1b\[0m", stream.getvalue())
