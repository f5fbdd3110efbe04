"""Tables of articles: the column with the text, the rows, and what is said of those that can't be read."""

import csv
import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from newsie.read.settings import Limits

TEXT = "The minister met the envoy in Port Alma on Tuesday."

TABLES = {
    "commas": f'Title,Date,Text\nTalks end,2025-01-14,"{TEXT}"\n',
    "semicolons": f"Headline;Publication date;Full text\r\nTalks end;14.01.2025;{TEXT}\r\n",
    "tabs": f"title\tpublish_date\tmaintext\nTalks end\t2025-01-14 10:00:00\t{TEXT}\n",
    "bars": f"HEADLINE|PUBDATE|BODY\nTalks end|Tue, 14 Jan 2025 10:00:00 GMT|{TEXT}\n",
    "quoted header": f'"id","title","content","published_at"\n"1","Talks end","{TEXT}","1736848800"\n',
    "sep of Excel": f"sep=;\nTitle;Text;Date\nTalks end;{TEXT};2025-01-14\n",
    "line ends of old": f"Title,Text,Date\rTalks end,{TEXT},2025-01-14\r",
    "empty rows and short ones": f"Title,Date,Text,Section,Page\n\n,,,,\nTalks end,2025-01-14,{TEXT}\n\n",
    "empty columns at the end": f"Title,Date,Text\nTalks end,2025-01-14,{TEXT},,\n",
    "HTML": f'title,content,date\nTalks end,"<p>{TEXT}</p>",2025-01-14\n',
    "text twice": f"title,text,date,text\nTalks end,,2025-01-14,{TEXT}\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_tables(table, encoding):
    reading = read("news.csv", table.encode(encoding))
    draft = reading.draft
    assert (reading.format, draft.source) == ("csv", "news.csv#1")
    assert (draft.title, draft.published) == ("Talks end", datetime.date(2025, 1, 14))
    assert draft.text.strip() == f"Talks end\n\n{TEXT}"


def test_paragraphs_and_quotation_marks_in_a_cell():
    draft = read("a.csv", 'title,text\n"A ""b""","One.\r\n\r\nTwo, ""three""."\n').draft
    assert draft.text == 'A "b"\n\nOne.\n\nTwo, "three".'


def test_windows_encoding():
    table = "title,text\nA,Zoë met “the envoy”.\n"
    assert read("a.csv", table.encode("cp1252")).draft.text == "A\n\nZoë met “the envoy”."


def test_column_of_the_users():
    assert read("a.csv", f"kop,lauftext\nTalks,{TEXT}\n", text="Lauftext", title="kop").draft.text == f"Talks\n\n{TEXT}"


def test_a_bad_row_costs_itself():
    rows = ["title,text,date", f"A,{TEXT},", f"B,{TEXT},2025-01-14, and more", 'C,"x"y,', "D,,2025-01-14", f"E,{TEXT},"]
    reading = read("a.csv", "\n".join(rows))
    assert reading.sources == ["a.csv#1", "a.csv#5"]
    assert reading.errors == [
        "a.csv#2: a row of 4 values in a table of 3 columns; put values that have delimiters in quotation marks",
        "a.csv#3: a damaged row (',' expected after '\"'); look for a quotation mark too many or too few",
        "a.csv#4: no text; it has title, text, date; say which key holds the text: --field text=KEY",
    ]


SMALL = Limits(article_characters=50_000)

REFUSED = [
    ("year,deaths\n2024,3\n", "a.csv: no column with texts (it has year, deaths); name it: --field text=COLUMN"),
    ("The minister met the envoy.\nThey left.\n", "a.csv: no column with texts (it has The minister met the envoy."),
    ("title,text\n", "a.csv: no articles in it; "),
    ('title,"text\n', "a.csv: a table whose first row is damaged (unexpected end of data); "),
    ('title,text\nA,"They met.\n', "a.csv#1: a damaged row (unexpected end of data); look for a quotation mark"),
    ("title,text\nA," + "," * 200_000, "a.csv#1: a damaged row (a line of more than 100,000 values); "),
    ("title,text\nA," + "x" * 300_000, "a.csv#1: a damaged row (field larger than field limit ("),
    ("title,text" + "," * 200_000, "a.csv: no table: its first line has more than 100,000 characters; "),
]


@pytest.mark.parametrize(("table", "error"), REFUSED)
def test_what_is_said_of_what_cannot_be_read(table, error, monkeypatch):
    limit = csv.field_size_limit(131_072)
    reading = read("a.csv", table, SMALL)
    csv.field_size_limit(limit)
    assert reading.drafts == []
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith(error)


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("export.txt", f"title,text\nA,{TEXT}\n", "csv"),
        ("export", f"Date;Headline;Body\n;A;{TEXT}\n", "csv"),
        ("story.txt", "Text, title and story: how the minister met the envoy.\nThey left.", "text"),
        ("story.txt", "content\nThe minister met the envoy.", "text"),
        ("story.txt", TEXT, "text"),
        ("a.tsv", '{"text": "The two met."}', "json"),
    ],
)
def test_content_tells_a_table(name, text, format_):
    assert read(name, text).format == format_


@settings(max_examples=200)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), max_size=5), st.sampled_from(",;\t|"))
def test_what_was_written_is_read(rows, delimiter):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([("key", "text"), *rows])
    reading = read("a.csv", file.getvalue())
    assert len(reading.drafts) <= len(rows)
    assert all(draft.text.strip() for draft in reading.drafts)


@settings(max_examples=200)
@given(st.text(alphabet="title,ex\"';\n\r\t \0é"), st.sampled_from(["", "title,text\n", '"text";"title"\r\n']))
def test_no_table_makes_an_error_of_another_kind(rest, header):
    assert all("\n" not in error for error in read("a.csv", header + rest).errors)
