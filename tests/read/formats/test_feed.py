"""Feeds: what entries say, and what is said of damaged and hostile ones."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read

DAY = datetime.date(2025, 1, 14)
TEXT = "The minister met the envoy in Port Alma on Tuesday."
CONTENT = f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;"

RSS_2 = f"""<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="a.xsl"?><!-- made daily -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette &amp; Mail</title><language>en-us</language>
<item><title>Talks &#8216;end&#8217;</title><link>https://gazette.example/1</link><dc:creator>Ada Obi</dc:creator>
<pubDate>Tue, 14 Jan 2025 23:30:00 -0500</pubDate><description>They met.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>They left.</p>]]></content:encoded></item></channel></rss>"""

RSS_091 = f"""<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://a.example/rss-0.91.dtd">
<rss version="0.91"><channel><title>Gazette &amp; Mail</title><language>en</language><item><title>Talks ‘end’</title>
<link>https://gazette.example/1</link><author>ada@example.com (Ada Obi)</author>
<pubDate>14 Jan 2025 10:00 GMT</pubDate>
<description>{CONTENT}</description></item></channel></rss>"""

RSS_1 = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette &amp; Mail</title><dc:language>en</dc:language>
</channel><item><title>Talks ‘end’</title><link>https://gazette.example/1</link><dc:creator>Ada Obi</dc:creator>
<dc:date>2025-01-14T10:00:00Z</dc:date><description>{CONTENT}</description></item></rdf:RDF>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette &amp; Mail</title><entry>
<title type="html">Talks &amp;lsquo;end&amp;rsquo;</title><link rel="alternate" href="https://gazette.example/1"/>
<id>tag:gazette.example,2025:1</id><author><name>Ada Obi</name></author><published>2025-01-14T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p><p>They left.</p></div></content>
</entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("feed", [RSS_2, RSS_091, RSS_1, ATOM], ids=["RSS 2.0", "RSS 0.91", "RSS 1.0", "Atom"])
def test_feeds(feed, encoding):
    reading = read("feed.xml", feed.replace("UTF-8", encoding).encode(encoding))
    draft = reading.draft
    assert (reading.format, draft.source, reading.warnings) == ("feed", "feed.xml#1", [])
    assert draft.text.strip() == f"Talks ‘end’\n\n{TEXT}\n\nThey left."
    assert draft.text[slice(*draft.headline)] == draft.title == "Talks ‘end’"
    assert (draft.url, draft.site, draft.authors) == ("https://gazette.example/1", "Gazette & Mail", ("Ada Obi",))
    assert (draft.published, draft.updated) == (DAY, None)


def rss(*items):
    return f"<rss version='2.0'><channel><title>Gazette</title>{''.join(items)}</channel></rss>"


ITEM = f"<item><title>Talks end</title><link>https://gazette.example/1</link><description>{TEXT}</description></item>"


def test_entries_are_counted_and_one_without_text_costs_itself():
    reading = read(
        "feed.xml", rss(ITEM, "<item><title>No text</title><link>https://gazette.example/2</link></item>", ITEM)
    )
    assert reading.sources == ["feed.xml#1", "feed.xml#3"]
    assert reading.errors == ["feed.xml#2: an entry without text; save the page itself: https://gazette.example/2"]


ATOM_ENTRY = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><summary>They met.</summary>{}</entry></feed>"
)

SAID = [
    (ATOM_ENTRY.format("<updated>2025-01-14T10:00:00Z</updated>"), "published", None),  # of the last change only
    (ATOM_ENTRY.format("<updated>2025-01-14T10:00:00Z</updated>"), "updated", DAY),
    (ATOM_ENTRY.format("<id>urn:uuid:1</id>"), "url", None),
    (ATOM_ENTRY.format("<id>17</id>"), "url", None),
    (ATOM_ENTRY.format("<published>yesterday</published>"), "published", None),
    (rss("<item><description>They met.</description></item>"), "title", None),
    (rss("<item><title>A&nbsp;b &eacute;</title><description>They met.</description></item>"), "title", "A b é"),
    (rss("<item><description>They met.</description></item>"), "text", "They met."),
    (rss("<item><title>They met.</title><description>They met.</description></item>"), "text", "They met."),
]


@pytest.mark.parametrize(("feed", "part", "value"), SAID)
def test_what_an_entry_says(feed, part, value):
    assert getattr(read("feed.xml", feed).draft, part) == value


REFUSED = [
    (rss(), "feed.xml: no articles in it; "),
    (
        rss("<item><title>A</title></item>", "<item/>"),
        "feed.xml: none of 2 entries has a text (the first: an entry without",
    ),
    (
        "<rss><channel><item>" + "<a/>" * 200_000 + "</item></channel></rss>",
        "feed.xml#1: a damaged entry, or too much for one; leave it out; if it is long: --limit page-seconds=50",
    ),
    ("<rss><channel>" + "<a/>" * 1_100_000, "feed.xml: XML of more than 1,000,000 tags, too much for one document; "),
    (
        '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + rss(ITEM),
        "feed.xml: XML that defines entities, as attacks",
    ),
    ('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss>&a;</rss>', "feed.xml: XML that defines entities"),
]


@pytest.mark.parametrize(("feed", "error"), REFUSED)
def test_what_is_said_of_what_cannot_be_read(feed, error):
    reading = read("feed.xml", feed)
    assert reading.drafts == []
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith(error)


@pytest.mark.parametrize(
    "feed",
    [
        rss(ITEM, ITEM)[:-40],  # cut short
        rss(ITEM, ITEM.replace("Talks end", "Talks & <b>trade")),
        rss(ITEM, ITEM).replace("They", "\x00\x0b"),
        "<?xml version='1.0' encoding='klingon'?>" + rss(ITEM, ITEM.replace("end", "&end;")),
    ],
)
def test_damaged_feed_is_read_as_far_as_it_can_be(feed):
    reading = read("feed.xml", feed)
    assert [draft.text.count(TEXT) for draft in reading.drafts][:1] == [1]
    assert sum("#" in error for error in reading.errors) + len(reading.drafts) == 2


@pytest.mark.parametrize(
    "stray",
    [
        "<gml:pos xmlns:gml='http://www.opengis.net/gml'>1 2</gml:pos>",
        "<image><link>a<b/></link></image>",
        "<title><width>2</width></title>",
        "<chapters xmlns='http://podlove.org/simple-chapters'><chapter title='a'/></chapters>",
        "<Point xmlns='http://www.opengis.net/gml' srsName='urn:EPSG:x'><pos>1 2</pos></Point>",
    ],
)
def test_an_entry_that_feedparser_fails_on_costs_itself(stray):
    reading = read("feed.xml", rss(ITEM, ITEM.replace("<link>https://gazette.example/1</link>", stray), ITEM))
    assert reading.sources == ["feed.xml#1", "feed.xml#3"]
    assert [error.partition(";")[0] for error in reading.errors] == ["feed.xml#2: a damaged entry, or too much for one"]


@pytest.mark.parametrize("feed", [rss(ITEM)[:-20], rss(ITEM, ITEM.replace("<title>", "<title> 1 < 2 "))])
def test_damage_that_costs_text_is_an_error(feed):
    damage = "feed.xml: damaged XML (line 1), read as far as it can be; copy or download it again"
    assert read("feed.xml", feed).errors[0] == damage


@pytest.mark.parametrize("harmless", ["\x0b", "&end;"])
def test_damage_that_costs_no_text_is_a_warning(harmless):
    reading = read("feed.xml", rss(ITEM, ITEM.replace("Talks", harmless)))
    assert (len(reading.drafts), reading.errors) == (2, [])
    assert reading.warnings == ["feed.xml: doubtful XML (line 1), read all the same"]


def test_ampersands_are_what_they_look_like():
    reading = read("feed.xml", rss(ITEM.replace("Talks end", "AT&T & Obi talks <![CDATA[& end]]>")))
    assert [draft.title for draft in reading.drafts] == ["AT&T & Obi talks & end"]
    assert (reading.errors, reading.warnings) == ([], [])


def test_content_tells_a_feed():
    assert read("feed", RSS_2).format == read("a.html", ATOM).format == "feed"
    assert read("a.txt", "The <rss> element begins a feed.").format == "text"


@settings(max_examples=100)
@given(st.integers(0, len(RSS_2)), st.sampled_from(["<", "&", "]]>", "<item>", "\0", "é", "<![CDATA["]), st.booleans())
def test_no_damage_makes_an_error_of_another_kind(place, damage, is_cut):
    data = (RSS_2[:place] + damage + ("" if is_cut else RSS_2[place:])).encode()
    assert all("\n" not in message for message in read("feed.xml", data).errors)
