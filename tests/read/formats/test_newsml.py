"""The XML of agencies: what a story says in each of its standards, and what is no story."""

import datetime

import pytest

from documents import read

DAY = datetime.date(2025, 1, 14)
TEXT = "The minister met the envoy on Tuesday."

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>TALKS-2</title>
<docdata><date.issue norm="20250114T103000Z"/></docdata><pubdata name="Gazette" date.publication="20250115"/></head>
<body><body.head><hedline><hl1>Talks end</hl1><hl2>A day in Port Alma</hl2></hedline>
<byline>By <person>Ada Obi</person><byttl>Agency Writer</byttl></byline><distributor>Agency</distributor>
<dateline><location>PORT ALMA</location> (Agency)</dateline></body.head>
<body.content><media media-type="image"><media-reference source="a.jpg">a.jpg</media-reference>
<media-caption><p>The&nbsp;envoy, left.</p></media-caption></media><block><p>The <person>minister</person> met
the envoy on Tuesday.</p><hl2>What next</hl2><p>They left.</p></block></body.content>
<body.end><tagline>end</tagline></body.end></body></nitf>"""

G2_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:20250114:x1"
 xml:lang="en-GB"><itemMeta><versionCreated>2025-01-15T08:00:00Z</versionCreated>
<firstCreated>2025-01-14T10:00:00Z</firstCreated><provider><name>Agency</name></provider></itemMeta>
<contentMeta><headline>Talks end</headline><by>By Ada Obi</by><dateline>PORT ALMA, Jan 14 -</dateline></contentMeta>
<contentSet>{}</contentSet></newsItem>"""

XHTML = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x1</title></head><body><p>{TEXT}</p><p>They left.</p></body></html></inlineXML>"""

INLINE_NITF = f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Talks end</hl1></hedline></body.head><body.content><p>{TEXT}</p><p>They left.</p>
</body.content></body></nitf></inlineXML>"""

PLAIN = f"<inlineData contenttype='text/plain'>{TEXT}\n\nThey left.</inlineData>"
ESCAPED = f"<inlineData contenttype='text/html'>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</inlineData>"
PICTURE = "<remoteContent href='a.jpg' contenttype='image/jpeg'/>"

NEWSML_1 = f"""<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:agency.example:20250114:x1
</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20250114T100000Z</FirstCreated>
<ThisRevisionCreated>20250115T080000Z</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines>
<HeadLine>Talks end</HeadLine><ByLine>By Ada Obi</ByLine><DateLine>PORT ALMA, Jan 14</DateLine>
<CreditLine>Agency</CreditLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<ContentItem><DataContent><p>{TEXT}</p><p>They left.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def test_nitf():
    draft = read("story.xml", NITF).draft
    assert draft.source == "story.xml"
    assert draft.text.split("\n\n") == [
        "Talks end", "The envoy, left.", f"PORT ALMA (Agency) — {TEXT}", "What next", "They left.\n",
    ]  # fmt: skip
    assert [draft.text[slice(*caption)] for caption in draft.captions] == ["The envoy, left."]
    assert (draft.title, draft.authors, draft.site) == ("Talks end", ("Ada Obi",), "Agency")
    assert (draft.published, draft.updated) == (DAY, None)


G2 = {"XHTML": XHTML, "NITF": INLINE_NITF, "plain": PLAIN, "escaped": ESCAPED, "picture first": PICTURE + XHTML}


@pytest.mark.parametrize("content", G2.values(), ids=G2)
def test_newsml_g2(content):
    assert_is_the_story(read("story.xml", G2_ITEM.format(content)).draft)


def test_newsml_1():
    assert_is_the_story(read("story.xml", NEWSML_1).draft)


def assert_is_the_story(draft):
    assert draft.text.rstrip("\n").split("\n\n")[0] == draft.title == "Talks end"
    assert draft.text.rstrip("\n").split("\n\n")[2] == "They left."
    assert draft.text.split("\n\n")[1].startswith("PORT ALMA, Jan 14 — The minister met")
    assert (draft.source, draft.url) == ("story.xml", None)
    assert (draft.published, draft.updated) == (DAY, datetime.date(2025, 1, 15))
    assert (draft.authors, draft.site, draft.language) == (("Ada Obi",), "Agency", "en")


def test_address_on_the_web():
    item = G2_ITEM.format(PLAIN).replace("urn:newsml:agency.example:20250114:x1", "https://agency.example/x1")
    assert read("story.xml", item).draft.url == "https://agency.example/x1"


@pytest.mark.parametrize(
    ("provider", "site"),
    [
        ("<provider literal='agency.example'/>", "agency.example"),
        (
            "<x/></itemMeta><rightsInfo><copyrightHolder><name>Press</name></copyrightHolder></rightsInfo><itemMeta>",
            "Press",
        ),
        ("<x/></itemMeta><rightsInfo><copyrightHolder literal='Press'/></rightsInfo><itemMeta>", "Press"),
        ("<x/>", None),
    ],
)
def test_site_of_newsml_g2(provider, site):
    item = G2_ITEM.format(PLAIN).replace("<provider><name>Agency</name></provider>", provider)
    assert read("story.xml", item).draft.site == site


def test_site_of_nitf_by_its_copyright():
    story = "<nitf><head><docdata><doc.copyright holder='Press' year='2025'/></docdata></head><body><body.content>{}"
    text = f"<p>{TEXT}</p></body.content></body></nitf>"
    assert read("story.xml", story.format(text)).draft.site == "Press"


def test_message_of_several_items_without_its_pictures():
    items = "".join(G2_ITEM.format(content) for content in (PICTURE, XHTML, PLAIN))
    reading = read("a.xml", f"<newsMessage><itemSet>{items}</itemSet></newsMessage>")
    assert (reading.sources, reading.errors) == (["a.xml#1", "a.xml#2"], [])


@pytest.mark.parametrize("opening", ["PORT ALMA (Agency) - ", "Port Alma, Jan 14: "])
def test_dateline_that_the_text_has_is_not_repeated(opening):
    draft = read("a.xml", NITF.replace("<p>The <person>", f"<p>{opening}The <person>")).draft
    assert draft.text.split("\n\n")[2] == f"{opening}{TEXT}"


ELEMENTS = "<!ELEMENT p (#PCDATA)>\n" * 5000
"""More than what is looked at to tell a format."""


@pytest.mark.parametrize("name", ["a.xml", "a", "a.txt"])
def test_story_behind_the_declarations_of_its_elements(name):
    declared = NITF.replace('SYSTEM "nitf-3-2.dtd"', f"[{ELEMENTS}]")
    reading = read(name, declared)
    assert (reading.format, reading.draft.text) == ("newsml", read(name, NITF).draft.text)


BOMB = "".join(f'<!ENTITY {name} "{f"&{former};" * 10}">' for former, name in zip("abcdefgh", "bcdefghi", strict=True))

REFUSED = [
    (G2_ITEM.format(PICTURE), "a.xml: an item without text; leave it out: newsie reads stories"),
    ("<urlset><url/></urlset>", "a.xml: XML of a kind that newsie doesn't know (<urlset>); newsie formats lists "),
    (f'<!DOCTYPE nitf [<!ENTITY a "ha">{BOMB}]><nitf>&i;</nitf>', "a.xml: XML that defines entities, as attacks do; "),
    ('<!DOCTYPE nitf [<!ENTITY % a SYSTEM "http://a.example/x">%a;]><nitf/>', "a.xml: XML that defines entities, as "),
    ("<nitf><body.content><p></p></body.content></nitf>", "a.xml: an item without text; "),
    (f"<!DOCTYPE nitf [{ELEMENTS}<!ENTITY a 'ha'>]><nitf>&a;</nitf>", "a.xml: XML that defines entities, as attacks "),
    (f"<!DOCTYPE nitf [{ELEMENTS}", "a.xml: damaged XML; "),
]


@pytest.mark.parametrize(("document", "error"), REFUSED)
def test_what_is_said_of_what_cannot_be_read(document, error):
    reading = read("a.xml", document)
    assert reading.drafts == []
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith(error)


def test_deep_and_cut_documents_are_read_as_far_as_they_can_be():
    assert read("a.xml", NITF[: NITF.index("They left")]).drafts[0].text.startswith("Talks end\n\n")
    assert read("a.xml", f"<nitf><body.content><p>{TEXT}</p>" + "<block>" * 10_000).drafts[0].text == f"{TEXT}\n"


@pytest.mark.parametrize("place", range(0, len(NITF), 37))
def test_no_damage_makes_an_error_of_another_kind(place):
    for damage in ("<", "&", "\0"):
        assert all("\n" not in error for error in read("a.xml", NITF[:place] + damage + NITF[place:]).errors)
