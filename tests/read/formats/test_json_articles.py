"""JSON as exports and interfaces give it: which articles are in it, and what is said of what can't be read."""

import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from newsie.read.settings import Limits

DAY = datetime.date(2025, 1, 14)
TEXT = "The minister met the envoy in Port Alma on Tuesday."
LONG = " ".join([TEXT] * 3)
PLAIN = {"title": "Talks end", "text": TEXT}

# One article as different programs give it: all have the title, the text and the day.
EXPORTS = {
    "newspaper database": {"Headline": "Talks end", "Full Text": TEXT, "Publication Date": "January 14, 2025"},
    "newsapi": {"status": "ok", "totalResults": 1, "articles": [
        {"source": {"id": None, "name": "Gazette"}, "author": "Ada Obi", "title": "Talks end", "description": "They.",
         "url": "https://gazette.example/1", "publishedAt": "2025-01-14T10:00:00Z", "content": TEXT}]},
    "Event Registry": {"articles": {"page": 1, "results": [
        {"uri": "8412", "lang": "eng", "date": "2025-01-14", "time": "10:00:00", "url": "https://gazette.example/1",
         "title": "Talks end", "body": TEXT, "source": {"uri": "gazette.example", "title": "Gazette"},
         "authors": [{"uri": "ada@gazette.example", "name": "Ada Obi"}]}]}},
    "Media Cloud": {"id": 1, "media_name": "Gazette", "media_url": "https://gazette.example", "title": "Talks end",
                    "publish_date": "2025-01-14 10:00:00", "url": "https://gazette.example/1", "language": "en",
                    "story_text": TEXT},
    "news-please": {"authors": ["Ada Obi"], "date_download": "2025-03-01 08:00:00", "date_modify": None,
                    "date_publish": "2025-01-14 10:00:00", "description": "They met.", "language": "en",
                    "maintext": TEXT, "source_domain": "gazette.example", "title": "Talks end", "title_page": None,
                    "url": "https://gazette.example/1"},
    "Scrapy": [{"title": ["Talks end"], "body": [TEXT], "date": ["2025-01-14"], "url": "https://gazette.example/1"}],
    "WordPress": [{"id": 7, "date": "2025-01-14T10:00:00", "link": "https://gazette.example/1", "author": 12,
                   "title": {"rendered": "Talks end"}, "excerpt": {"rendered": "<p>They met.</p>"},
                   "content": {"rendered": f"<p>{TEXT}</p>\n", "protected": False}}],
    "Guardian": {"response": {"status": "ok", "total": 1, "results": [
        {"id": "world/1", "webTitle": "Talks end", "webUrl": "https://gazette.example/1",
         "webPublicationDate": "2025-01-14T10:00:00Z",
         "fields": {"headline": "Talks end", "byline": "Ada Obi", "body": f"<p>{TEXT}</p>", "bodyText": TEXT}}]}},
    "New York Times": {"status": "OK", "response": {"docs": [
        {"web_url": "https://gazette.example/1", "snippet": TEXT, "lead_paragraph": TEXT, "source": "Gazette",
         "headline": {"main": "Talks end", "kicker": None}, "pub_date": "2025-01-14T10:00:00+0000",
         "byline": {"original": "By Ada Obi", "person": []}}]}},
    "Arc": {"headlines": {"basic": "Talks end"}, "display_date": "2025-01-14T10:00:00Z",
            "credits": {"by": [{"name": "Ada Obi"}]}, "canonical_url": "https://gazette.example/1",
            "content_elements": [{"type": "image", "url": "https://gazette.example/i.jpg"},
                                 {"type": "text", "content": TEXT}]},
    "JSON Feed": {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [
        {"id": "1", "url": "https://gazette.example/1", "title": "Talks end", "content_html": f"<p>{TEXT}</p>",
         "date_published": "2025-01-14T10:00:00-05:00", "authors": [{"name": "Ada Obi"}]}]},
    "schema.org": {"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "Talks end", "articleBody": TEXT, "datePublished": "2025-01-14",
         "author": {"@type": "Person", "name": "Ada Obi"}, "publisher": {"@type": "Organization", "name": "Gazette"}}]},
    "ninjs": {"uri": "urn:newsml:agency.example:20250114:x1", "type": "text", "versioncreated": "2025-01-14T10:00:00Z",
              "byline": "Ada Obi", "headline": "Talks end", "located": "Port Alma", "language": "en-GB",
              "body_text": TEXT, "body_html": f"<p>{TEXT}</p>"},
    "ninjs 2": {"uri": "urn:newsml:agency.example:20250114:x1", "firstcreated": "2025-01-14T10:00:00Z",
                "headlines": [{"role": "main", "value": "Talks end"}],
                "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{TEXT}</p>"}]},
    "Elasticsearch": {"took": 5, "hits": {"total": {"value": 1}, "hits": [
        {"_index": "news", "_id": "1", "_score": 1.0,
         "_source": {"title": "Talks end", "text": TEXT, "published": 1736848800000, "source": "Gazette"}}]}},
    "MongoDB": {"_id": {"$oid": "6"}, "title": "Talks end", "content": TEXT, "date": {"$date": "2025-01-14T10:00:00Z"}},
    "JSON:API": {"data": [{"type": "articles", "id": "1", "attributes": {
        "title": "Talks end", "body": {"value": f"<p>{TEXT}</p>"}, "published-at": "2025-01-14"}}]},
}  # fmt: skip


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_exports(export):
    for text in (json.dumps(export), json.dumps(export, indent=2)):
        draft = read("news.json", text).draft
        assert (draft.title, draft.published) == ("Talks end", DAY)
        assert draft.text.strip() == f"Talks end\n\n{TEXT}"
        assert draft.text[slice(*draft.headline)] == "Talks end"


SAID = [
    ({"url": "https://g.example/1", "guid": "x"}, "url", "https://g.example/1"),
    ({"url": "/2025/1", "uri": "urn:newsml:a.example:1"}, "url", None),
    ({"uri": "urn:newsml:a.example:1", "canonical": "http://a.example/1"}, "url", "http://a.example/1"),
    ({"uri": "urn:newsml:a.example:1", "copyrightholder": "Press"}, "site", "Press"),
    ({"provider": "Agency", "copyrightholder": "Press"}, "site", "Agency"),
    ({"url": "/2025/1"}, "url", None),
    ({"source": {"id": None, "name": "The Gazette"}}, "site", "The Gazette"),
    ({"source": "https://www.gazette.example/news"}, "site", "www.gazette.example"),
    ({"site_name": "A &amp; B"}, "site", "A & B"),
    ({"author": "By Ada Obi and Jan Kraus"}, "authors", ("Ada Obi", "Jan Kraus")),
    ({"byline": "Ada Obi, Jan Kraus & Lee Min-ho"}, "authors", ("Ada Obi", "Jan Kraus", "Lee Min-ho")),
    ({"byline": "Obi, Ada; Kraus, Jan"}, "authors", ("Obi, Ada", "Kraus, Jan")),
    ({"byline": "Ada Obi, Agency"}, "authors", ("Ada Obi, Agency",)),
    ({"authors": ["Ada Obi", "Ada Obi", "https://social.example/ada"]}, "authors", ("Ada Obi",)),
    ({"authors": [{"first_name": "Ada", "last_name": "Obi"}]}, "authors", ("Ada Obi",)),
    ({"author": 12}, "authors", ()),
    ({"language": "en_GB"}, "language", "en"),
    ({"language": "english"}, "language", None),
    ({"updated_at": "2025-01-15"}, "updated", datetime.date(2025, 1, 15)),
    ({"date": "03/04/2025"}, "published", None),
    ({"date": "03/04/2025", "pubDate": "14 Jan 2025"}, "published", DAY),
    ({"created_at": "2025-01-14"}, "published", None),
    ({"title": "<b>Talks</b>&nbsp;&#8216;end&#8217;"}, "title", "Talks ‘end’"),
]


@pytest.mark.parametrize(("fields", "part", "value"), SAID)
def test_what_an_article_says_of_itself(fields, part, value):
    assert getattr(read("a.json", json.dumps({"text": TEXT, **fields})).draft, part) == value


BODIES = [
    ("They met.\n\nThey  left.\n", "They met.\n\nThey  left.\n"),  # plain text stays as it is
    ("They met.\r\nThey left.", "They met.\nThey left."),
    ("Ties &amp; trade &#8220;grow&#8221;", "Ties & trade “grow”"),
    ("R&D; growth &copy 2 < 3", "R&D; growth &copy 2 < 3"),
    ("<p>They met.</p><p>They <b>left</b>.</p>", "They met.\n\nThey left."),
    ("&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;", "They met.\n\nThey left."),
    ("They <em>met</em>.\n\nThey left.", "They met.\n\nThey left."),
    (["They met.", "They left."], "They met.\n\nThey left."),
    ("half a character \ud83d, NUL \0", "half a character \ufffd, NUL \ufffd"),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_bodies(body, text):
    assert read("a.json", json.dumps({"body": body})).draft.text.rstrip("\n") == text.rstrip("\n")


def test_title_that_the_text_begins_with_is_not_repeated():
    draft = read("a.json", json.dumps({"title": "Talks end", "text": f"\nTALKS END\n\n{TEXT}"})).draft
    assert draft.text == f"\nTALKS END\n\n{TEXT}"
    assert draft.text[slice(*draft.headline)] == "TALKS END"


def test_captions_in_html_are_marked():
    html = f"<figure><img src='a.jpg'><figcaption>The envoy, left.</figcaption></figure><p>{TEXT}</p>"
    draft = read("a.json", json.dumps({"title": "Talks end", "content_html": html})).draft
    assert [draft.text[slice(*caption)] for caption in draft.captions] == ["The envoy, left."]


@pytest.mark.parametrize("field", ["lauftext", "data.lauftext", "DATA.LaufText", "blocks.0.lauftext"])
def test_text_under_a_key_of_the_users(field):
    article = {"lauftext": TEXT, "data": {"lauftext": TEXT}, "blocks": [{"lauftext": TEXT}], "summary": "x"}
    assert read("a.jsonl", json.dumps(article), text=field).draft.text == TEXT


def test_key_of_the_users_goes_first():
    draft = read(
        "a.json", json.dumps({"text": "x", "lead": TEXT, "title": "y", "kop": "Talks"}), text="lead", title="kop"
    )
    assert draft.draft.text == f"Talks\n\n{TEXT}"


LINE = json.dumps(PLAIN)


def test_lines_are_counted_and_a_broken_one_costs_itself():
    lines = [LINE, '{"title": "Talks', "", LINE, "nonsense", '{"title": "No text", "n": 1}', LINE]
    reading = read("news.jsonl", "\r\n".join(lines))
    assert reading.sources == ["news.jsonl#1", "news.jsonl#4", "news.jsonl#7"]
    assert reading.errors == [
        "news.jsonl#2: not JSON (a string without its closing quotation mark); correct it",
        "news.jsonl#5: not JSON (a value is missing); correct it",
        "news.jsonl#6: no text; it has title, n; say which key holds the text: --field text=KEY",
    ]


@pytest.mark.parametrize(
    ("entry", "advised"),
    [
        ({"Title": "A", "Document": {"Content": LONG, "Note": LONG[:-1]}}, "text=Document.Content"),
        ({"Title": "A", "a": {"b": {"The words": LONG}}}, "'text=a.b.The words'"),
        ({"Title": "A", "words": LONG}, "text=words"),
        ({"Title": "A", "Document": {"Note": "Short."}}, "text=KEY"),
        ({"Title": "A", "x" * 50: {"Content": LONG}}, "text=KEY"),
    ],
)
def test_key_that_may_hold_the_text_is_named(entry, advised):
    reading = read("news.jsonl", "\n".join([json.dumps(entry)] * 2))
    assert reading.errors[0].endswith(f"say which key holds the text: --field {advised}")
    if not advised.endswith("KEY"):
        key = advised.strip("'").removeprefix("text=")
        assert LONG in read("news.jsonl", json.dumps(entry), text=key).draft.text


@pytest.mark.parametrize(
    ("name", "text", "sources"),
    [
        ("a.json", LINE, ["a.json"]),
        ("a.json", json.dumps(PLAIN, indent=1), ["a.json"]),
        ("a.jsonl", LINE, ["a.jsonl#1"]),
        ("a", f"{LINE}\n{LINE}", ["a#1", "a#2"]),
        ("a", '{"title": "cut\n' + f"{LINE}\n{LINE}\n{LINE}", ["a#2", "a#3", "a#4"]),
        ("a", f"{LINE}{LINE} {LINE}", ["a#1", "a#2", "a#3"]),
        ("a", json.dumps(PLAIN, indent=1) * 2, ["a#1", "a#2"]),
        ("a", f"[{LINE}]", ["a#1"]),
        ("a", f"\n [\n{LINE},\n{LINE}\n]\n", ["a#1", "a#2"]),
        ("a", f"[{LINE}]\n[{LINE}]", ["a#1", "a#2"]),
        ("a", f"[[{LINE}], [{LINE}]]", ["a#1", "a#2"]),
        ("a", f'{{"items": [{LINE}, {LINE}]}}', ["a#1", "a#2"]),
        ("a.jsonl", f'{{"items": [{LINE}, {LINE}]}}\n{LINE}', ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]),
        ("a.json.gz", LINE, ["a.json.gz"]),
    ],
)
def test_places(name, text, sources):
    reading = read(name, text)
    assert (reading.format, reading.sources) == ("json", sources)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("layout", ["{0}\n{0}\n", "[{0},\n{0}]"])
def test_encodings(encoding, layout):
    line = json.dumps({"text": "Zoë Núñez met “the envoy”."}, ensure_ascii=False)
    reading = read("a.json", layout.format(line).encode(encoding))
    assert [draft.text for draft in reading.drafts] == ["Zoë Núñez met “the envoy”."] * 2


NOT_JSON = [
    ("a.json", '{"text": ', "a.json: not JSON (a value is missing in line 1); correct it: nothing behind it is read"),
    ("a.json", f"[{LINE}, nonsense, {LINE}]",
     "a.json#2: not JSON (a value is missing in line 1); correct it: nothing behind it is read"),
    ("a.json", '{"text": "The two', "a.json: not JSON (a string without its closing quotation mark in line 1)"),
    ("a.json", '{"text": "a" "b"}', "a.json: not JSON (a comma is missing in line 1)"),
    ("a.json", '{"text": "a",\n b: 1}', "a.json: not JSON (a key without double quotation marks in line 2)"),
    ("a.json", '{"text" "a"}', "a.json: not JSON (a colon is missing in line 1)"),
    ("a.json", '{"text": "\\p"}', "a.json: not JSON (a backslash that stands for nothing in line 1)"),
    ("a.json", '{"text": "\\u00"}', "a.json: not JSON (a character code without its four digits in line 1)"),
    ("a.json", '{"a":' * 100_000, "a.json: not JSON (nested too deeply in line 1)"),
    ("a.json", '[{"text":' + "[" * 100_000, "a.json: not JSON (nested too deeply in line 1)"),
    ("a.json", '{"text": "x", "n": ' + "9" * 5000 + "}", "a.json: not JSON (a number of too many digits in line 1)"),
    ("a.json", "[]", "a.json: no articles in it; "),
    ("a.json", '{"status": "ok", "articles": []}', "a.json: no articles in it; "),
    ("a.json", '{"date": NaN}', "a.json: no text; it has date; say which key holds the text: --field text=KEY"),
    ("a.json", '[{"a": 1}, {"b": 1}]', "a.json: none of 2 entries has a text (the first: no text; it has a); say "),
    ("a.json", '{"schema": "newsie/1", "articles": []}', "a.json: newsie's own output, not articles; "),
    ("a.json", '{"description": "A library", "version": "1"}', "a.json: no text; it has description, version; "),
    ("a.json", '{"title": "x", "content": "<script>1</script>"}', "a.json: no text; it has title, content; "),
    ("a.jsonl", '{"\x1b[31m": 1}', "a.jsonl#1: no text; it has \\x1b[31m; "),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "error"), NOT_JSON)
def test_what_is_said_of_what_cannot_be_read(name, text, error):
    reading = read(name, text)
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith(error)
    assert len(reading.drafts) <= 1


def test_list_of_something_else_is_not_read_to_its_end():
    reading = read("a.jsonl", '{"n": 1}\n' * 5000 + LINE)
    assert reading.drafts == []
    assert reading.errors[0].startswith("a.jsonl: none of 1,000 entries has a text (the first: no text; it has n); say")


def test_too_many_keys_are_not_all_named():
    (error,) = read("a.json", json.dumps({f"key{number}": 1 for number in range(40)})).errors
    assert "key0, key1" in error
    assert "key14 and 25 more; say which" in error


SMALL = Limits(document_bytes=200)


@pytest.mark.parametrize(("layout", "place"), [("{0}\n{1}\n{0}\n", "#2"), ("[{0},\n{1},\n{0}]", "#2")])
def test_a_value_over_the_limit(layout, place):
    reading = read("a.json", layout.format(LINE, json.dumps({"text": "x" * 3_000_000})), SMALL)
    assert reading.sources[0] == "a.json#1"
    assert reading.errors[0].startswith(f"a.json{place}: too long or too much for one value")
    assert "--limit document-bytes=2000" in reading.errors[0]
    assert len(reading.drafts) == (2 if layout[0] == "{" else 1)  # lines go on


def test_more_than_the_limit_in_short_values():
    assert len(read("a.json", f"[{','.join([LINE] * 50)}]", SMALL).drafts) == 50


def test_far_too_many_objects_take_no_memory():
    reading = read("a.json", '{"items": [' + "{}," * 4_000_000 + "{}]}")
    assert reading.errors[0].startswith("a.json: too long or too much for one value; ")


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("a.txt", "[UPDATE] The minister met the envoy.", "text"),
        ("a.txt", "{The minister} met the envoy.", "text"),
        ("a.json", "The minister met the envoy.", "text"),
        ("a.txt", LINE, "json"),
        ("a.html", f"[{LINE}]", "json"),
        ("a.jsonl", f"# made today\n{LINE}", "json"),
    ],
)
def test_content_tells_json(name, text, format_):
    assert read(name, text).format == format_


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["text", "title", "date", "author", "items", "data"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(values, max_size=4), st.booleans(), st.integers(0, 30))
def test_no_json_whole_or_cut_makes_an_error_of_another_kind(found, in_lines, cut):
    text = "\n".join(map(json.dumps, found)) if in_lines else json.dumps(found)
    reading = read("a.jsonl" if in_lines else "a.json", text[: len(text) - cut])
    assert all(draft.text.strip() for draft in reading.drafts)
    assert all("\n" not in error for error in reading.errors)
