"""Web pages: in what forms they are saved, how they are recognized, and which hold no article."""
# ruff: noqa: E501 (a page is easier to read in one line)

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.read.articles import read_articles
from newsie.read.draft import Paragraph
from newsie.read.formats.format import Opening
from newsie.read.formats.html import page as html
from newsie.read.formats.html.page import fragment_paragraphs, page_draft
from newsie.read.formats.html.rules import ElementName, Notice, says, web_page_rules
from web_pages import FIRST, SECOND, SITE, STORY, TEXTS, article, ld, page, paragraphs_in

ENCODINGS = [
    ("utf-8", '<meta charset="utf-8">'),
    ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    ("cp1251", '<meta charset="windows-1251">'),
    ("utf-8", '<meta charset="iso-8859-1">'),
    ("utf-16", ""),
    ("utf-8-sig", '<meta charset="ascii">'),
    ("cp1252", '<meta charset="no-such-thing">'),
]


@pytest.mark.parametrize(("encoding", "declared"), ENCODINGS)
def test_encoding(encoding: str, declared: str, tmp_path: Path) -> None:
    name = "Иван Петров" if encoding == "cp1251" else "José Peña"
    text = page(article(f"<p>{FIRST.replace('Ole Lund', name)}</p><p>{SECOND}</p>"), declared)
    path = tmp_path / "a.html"
    path.write_bytes(text.replace('<meta charset="utf-8">', "", 1).encode(encoding))
    (found,) = read_articles([path])
    assert name in found.text


SHOWN = page(article())
SOURCES = {
    "view-source of Chrome": page(
        "<table>"
        + "".join(
            f"<tr><td class='line-number' value='{n}'></td><td class='line-content'><span class='html-tag'>{line}</span></td></tr>"
            for n, line in enumerate(SHOWN.replace("&", "&amp;").replace("<", "&lt;").split("\n"))
        )
        + "</table>"
    ),
    "view-source of Firefox": page(f"<pre id='l1'>{SHOWN.replace('<', '&lt;')}</pre>"),
    "XHTML": '<?xml version="1.0" encoding="utf-8"?>\n'
    + page(article(), before='<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">'),
    "comment first": page(article(), before="<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html>"),
    "AMP": page(article(f"<amp-img src=a.jpg></amp-img>{STORY}")).replace("<html", "<html ⚡"),
    "tags that nobody closed": page(article("<font size=2>" * 400 + STORY)),
}


@pytest.mark.parametrize("text", SOURCES.values(), ids=SOURCES)
def test_ways_to_save_a_page(text: str) -> None:
    assert html.recognizes(Opening(text.encode(), ".txt"))
    assert paragraphs_in(text) == TEXTS


@pytest.mark.parametrize(
    "stub",
    ['"isAccessibleForFree": false', '"isAccessibleForFree": "False"'],
)
def test_paywall_is_warned_of(stub: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(article(f"<p>{FIRST}</p>"), ld(f'{{"@type": "NewsArticle", {stub}}}')))
    warnings: list[str] = []
    (found,) = read_articles([path], on_warning=warnings.append)
    assert FIRST in found.text
    assert warnings == [f"{path}: looks cut short by a paywall; save it where you can read it all"]


LONG = " ".join([FIRST] * 12)
BODY = " ".join([FIRST] * 4)


@pytest.mark.parametrize(
    ("said", "shown", "is_cut"),
    [
        ("", FIRST, True),
        ("", LONG, False),
        (f', "articleBody": "{BODY}"', FIRST, False),
        (f', "articleBody": "{FIRST}"', FIRST, True),
        (f', "articleBody": "{BODY}"', BODY, False),
        (f', "wordCount": {len(LONG.split())}', LONG, False),
        (f', "wordCount": "{4 * len(LONG.split()):,}"', LONG, True),
        (f', "wordCount": {len(FIRST.split())}', FIRST, False),
        (', "wordCount": null', FIRST, True),
    ],
)
def test_paywall_that_cuts_nothing_short_is_not_warned_of(said: str, shown: str, is_cut: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    stated = ld(f'{{"@type": "NewsArticle", "isAccessibleForFree": false{said}}}')
    path.write_text(page(article(f"<p>{shown}</p>"), stated))
    warnings: list[str] = []
    assert len(list(read_articles([path], on_warning=warnings.append))) == 1
    assert bool(warnings) == is_cut


CARD = "<div class='card'><h3><a href='/{0}'>Story number {0} of the day that is over</a></h3><p>A short summary of it, which is one sentence long.</p></div>"
NO_ARTICLES = {
    "front page": page("<h1>The Daily Post</h1>" + "".join(CARD.format(n) for n in range(12)), SITE),
    "consent": page(
        "<div class='modal'><h2>We value your privacy</h2><p>We and our 812 partners store and access personal data, like "
        "browsing data or unique identifiers, on your device.</p><p>You can withdraw your consent at any time by opening "
        "the privacy dashboard at the foot of the page.</p><button>Accept all</button></div>"
    ),
    "not found": page("<h1>404</h1><p>Sorry, the page you are looking for is no longer available on this site.</p>"),
    "robots": page("<h1>One moment</h1><p>Please verify that you are human before proceeding to post.example.</p>"),
    "empty": page(""),
    "nothing but a comment": "<!DOCTYPE html><!-- nothing -->",
    "too deep": page("<div>" * 10_000 + FIRST + "</div>" * 10_000),
}


@pytest.mark.parametrize("text", NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_page_without_an_article(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(text)
    with pytest.raises(SourceError, match=r"a\.html: a web page without an article; save the page of one article"):
        list(read_articles([path]))


@pytest.mark.parametrize("notice", web_page_rules().notice, ids=lambda notice: notice.name)
def test_notice(notice: Notice) -> None:
    assert notice.pattern.search(notice.example)
    assert not any(other.pattern.search(notice.near_miss) for other in web_page_rules().notice)


@pytest.mark.parametrize("name", web_page_rules().name, ids=lambda name: name.holds)
def test_name_of_an_element(name: ElementName) -> None:
    assert says(name.example, name.holds)
    assert not says(name.near_miss, name.holds)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<!doctype html><p>x", True),
        ("\ufeff \n<HTML>", True),
        ("<!-- a --><!-- b -->\n<head>", True),
        ("<body class=x>", True),
        ("<p>One</p><p>Two</p>", True),
        ("<article id='a'>\n<h1>One</h1></article>", True),
        ("<div><p>One", False),
        ("The tag <p>one</p> begins a paragraph in <html>.", False),
        ("<pope> is no tag </pope>", False),
        ("<?xml version='1.0'?><rss><channel></channel></rss>", False),
        ("<!-- a -->" * 40, False),
        ("", False),
    ],
)
def test_recognizes(start: str, expected: bool) -> None:
    assert html.recognizes(Opening(start.encode(), "")) is expected


FRAGMENTS: list[tuple[str, list[str | tuple[str, str]]]] = [
    ("<p>One &amp; two</p><p>Th<b>r</b>ee&nbsp;four</p>", ["One & two", "Three four"]),
    ("<h2>Head</h2>bare text<ul><li>a</li><li>b</li></ul>tail", ["Head", "bare text", "a", "b", "tail"]),
    ("<p>One<script>alert(1)</script><style>p {}</style> two</p><p hidden>no</p>", ["One two"]),
    ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", ["One", "Two"]),
    ("<figure><img><figcaption>A picture</figcaption></figure><p>One</p>", [("A picture", "caption"), "One"]),
    ("One\n\nTwo\nthree", ["One", "Two three"]),
    ("One\nTwo", ["One", "Two"]),
    ("One.<br>Two", ["One.", "Two"]),
    ("By the\n  <br/> river", ["By the river"]),
    ("<block id='x'><p>One</p></block>", ["One"]),
    ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
    ("<p>a &lt; b</p>", ["a < b"]),
    ("<pre>One goes\non\n\nTwo</pre>Three", ["One goes on", "Two", "Three"]),
    ("<p>One\n\ntwo</p>", ["One two"]),
    ("<!-- one -->", []),
    ("", []),
]


@pytest.mark.parametrize(("fragment", "expected"), FRAGMENTS)
def test_fragment(fragment: str, expected: list[str | tuple[str, str]]) -> None:
    assert fragment_paragraphs(fragment) == [Paragraph(e) if isinstance(e, str) else Paragraph(*e) for e in expected]  # type: ignore[arg-type]


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='caption'>", "<figure>", "</figure>", "<article>", "<br>", "&#1;", "&#xD800;", "\0", "\x1b",
     "<script>", "<!--", "-->", "<table><td>", "<![CDATA[", "<svg>", "<time datetime='2025-01-14'>", "<h1>", ld('{"@type":[]}'),
     ld('{"@graph": {"@type": "Article", "author": [[]], "headline": 3}}'), "<a href='http://[::1'>", FIRST, "<meta name=date content=x>"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join))
def test_whatever_a_page_holds_it_is_read_or_has_no_article(text: str) -> None:
    draft = page_draft(text, "a.html", "https://post.example/a")
    for caption in draft.captions if draft else ():
        assert draft is not None
        assert draft.text[slice(*caption)].strip()
    assert all(p.text == " ".join(p.text.split()) != "" for p in fragment_paragraphs(text))
