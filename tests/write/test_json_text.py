import json

from hypothesis import given
from hypothesis import strategies as st

from newsie.records import Article, ArticleRecord, Generator
from newsie.write import only_tables
from newsie.write.json_text import json_line, json_object


def record_of(text):
    return ArticleRecord(generator=Generator(newsie="1", model="m"), article=Article(id="a", source="s", text=text))


@given(st.text(st.characters(codec=None)))
def test_every_string_is_exact_on_one_line_of_utf_8(text):
    line = json_line(record_of(text))
    assert len(line.encode("utf-8").decode().splitlines()) == 1
    assert json.loads(line)["article"]["text"] == text


def test_letters_stay_readable_and_terminal_commands_do_not_run():
    line = json_line(record_of("Türkiye \x1b[2J \x9b2J \u202e \ud800"))
    assert r'"text": "Türkiye \u001b[2J \u009b2J \u202e \ud800"' in line


def test_keys_are_those_of_the_format(run):
    written = json.loads(json_object(run))
    assert list(written) == [
        "schema",
        "generator",
        "people",
        "organizations",
        "places",
        "dates",
        "meetings",
        "agreements",
        "articles",
    ]
    assert written["schema"] == "newsie/1"
    assert written["meetings"][2]["date"]["from"] == "2025-03-04"
    assert written["articles"][1]["published"] is None


def test_what_only_leaves_out_is_empty(run):
    written = json.loads(json_object(only_tables(run, ["people"])))
    assert [person["name"] for person in written["people"]] == ["Kari Holm", "Ada Obi", "Bo Ek"]
    assert [written[key] for key in ("organizations", "places", "dates", "meetings", "agreements")] == [[]] * 5
    assert len(written["articles"]) == 2
