"""Web pages: what is taken for the article, its title, people, site and days, on small pages of many makes."""
# ruff: noqa: E501 (a page is easier to read in one line)

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.read.articles import read_articles
from newsie.read.draft import Draft, Paragraph
from newsie.read.formats.format import Opening
from newsie.read.formats.html import page as html
from newsie.read.formats.html.page import fragment_paragraphs, page_draft
from newsie.read.formats.html.rules import ElementName, Notice, says, web_page_rules

FIRST = (
    "LIMA — Foreign Minister Rosa Quiroga met her Danish counterpart, Ole Lund, in Lima on Tuesday, the ministry said "
    "in a statement that was published late in the evening."
)
SECOND = "The two ministers are to meet again in Copenhagen in March, when the fleets of both countries have come back."
THIRD = "Neither of them spoke to reporters, and their offices did not answer questions about the price of anchovies."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXTS = [FIRST, SECOND, THIRD]
TITLE = "Ministers meet in Lima"


def page(body: str, head: str = "", before: str = "<!DOCTYPE html>") -> str:
    return f'{before}<html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def article(story: str = STORY, title: str = TITLE, top: str = "", around: str = "{}") -> str:
    return around.format(f'<article><h1>{title}</h1>{top}<div class="article-body">{story}</div></article>')


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def draft_of(html: str, url: str | None = None) -> Draft:
    draft = page_draft(html, "a.html", url)
    assert draft is not None
    return draft


def paragraphs_in(html: str) -> list[str]:
    """The paragraphs of the article on a page, without its title."""
    draft = draft_of(html)
    assert draft.headline is not None
    return [p for p in draft.text[draft.headline.end :].split("\n") if p]


MENU = "<nav><ul><li><a href='/w'>World</a></li><li><a href='/s'>Sport and racing</a></li></ul></nav>"
RELATED = (
    "<section class='related-articles'><h2>More on this</h2><article><h3><a href='/f'>Fleet leaves Callao after a long "
    "strike of its cooks</a></h3><time datetime='2020-02-02'>2 February 2020</time></article></section>"
)
BODIES = {
    "plain": (article(), TEXTS),
    "between menu, related stories and footer": (
        f"<header><a href='/'>The Daily Post</a>{MENU}</header><main>{article()}{RELATED}</main>"
        "<footer>© 2026 The Daily Post. All rights reserved.</footer>",
        TEXTS,
    ),
    "teaser first": (
        "<article class='card'><h3><a href='/f'>Fleet leaves Callao</a></h3><p>It was a long strike.</p></article>"
        + article(),
        TEXTS,
    ),
    "headings, lists and quotes": (
        article(
            f"<p>{FIRST}</p><h2>What they want</h2><ul><li>More trade in fish, soon</li><li>A <b>new</b> pier</li></ul>"
            f"<blockquote><p>“Fish is the future,” he said.</p></blockquote><p>{SECOND}</p>"
        ),
        [
            FIRST,
            "What they want",
            "More trade in fish, soon",
            "A new pier",
            "“Fish is the future,” he said.",
            SECOND,
        ],
    ),
    "paragraphs by line breaks": (article(f"<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>"), TEXTS),
    "comments of readers": (
        article() + "<div id='comments'><h3>2 comments</h3><p>I was there and saw nothing at all of it.</p></div>",
        TEXTS,
    ),
    "under a dialog": (
        "<div role='dialog'><h2>We value your privacy</h2><p>We and our partners store cookies on your device.</p></div>"
        f"<div aria-hidden='true'>{article()}</div>",
        TEXTS,
    ),
    "standfirst": (
        f"<article><h1>{TITLE}</h1><p class='standfirst'>Two friends of the sea agree on a pier</p>"
        f"<div class='article-body'>{STORY}</div></article>",
        ["Two friends of the sea agree on a pier", *TEXTS],
    ),
    "hidden": (
        article(
            f"<p>{FIRST}</p><p hidden>Hidden words of no use to anybody.</p><p style='display: none'>More of them.</p>"
            f"<p>{SECOND}<span class='sr-only'> opens in a new window</span></p><script>var x = 'text';</script>"
        ),
        [FIRST, SECOND],
    ),
    "live blog": (
        "<main class='live-blog'><h1>Ministers meet in Lima</h1>"
        f"<article class='entry'><time>10:05</time><p>{FIRST}</p></article>"
        f"<article class='entry'><time>09:40</time><p>{SECOND}</p></article>"
        f"<article class='entry'><time>09:10</time><p>{THIRD}</p></article></main>",
        TEXTS,
    ),
    "table": (
        article(
            f"<p>{FIRST}</p><table><tr><th>Country</th><th>Boats</th></tr><tr><td>Peru</td><td>812</td></tr></table>"
        ),
        [FIRST, "Country", "Boats", "Peru", "812"],
    ),
    "layout of tables and fonts": (
        f"<table><tr><td><font size=5><b>{TITLE}</b></font></td></tr><tr><td><h1>{TITLE}</h1>"
        f"<p>{FIRST}<p>{SECOND}<p>{THIRD}</td></tr></table>",
        TEXTS,
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_body(body: str, expected: list[str]) -> None:
    assert [p for p in paragraphs_in(page(body)) if p != TITLE] == expected


def test_text_that_stands_only_in_json() -> None:
    body = FIRST + r"\n\n" + SECOND.replace(" in ", " <b>in</b> ")
    head = ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{body}"}}')
    assert paragraphs_in(page("<div id='app'></div>", head)) == [FIRST, SECOND]


def test_live_blog_that_stands_only_in_json() -> None:
    updates = ", ".join(f'{{"@type": "BlogPosting", "articleBody": "{text}"}}' for text in TEXTS)
    head = ld(f'{{"@type": "LiveBlogPosting", "headline": "{TITLE}", "liveBlogUpdate": [{updates}]}}')
    assert paragraphs_in(page("<div id='app'></div>", head)) == TEXTS


CAPTION = "Foreign Minister Rosa Quiroga shakes hands with Ole Lund in Lima on Tuesday."
FIGURES = {
    "figcaption": f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure>",
    "credit": f"<figure><img><figcaption>{CAPTION}<span class='credit'>J. Kraus/Sierra Press</span></figcaption></figure>",
    "classes": f"<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>{CAPTION}</p></div>",
    "bare class": f"<div class='photo'><img src=a.jpg><span class='image-caption'>{CAPTION}</span></div>",
    "behind a picture": f"<div class='pic'><img src=a.jpg><span class='cap'>{CAPTION}</span></div>",
    "behind a picture that AMP loads": f"<amp-img src=a.jpg></amp-img><p class='cap'>{CAPTION}</p>",
    "within a paragraph of its own": f"<p><img src=a.jpg><em class='caption'>{CAPTION}</em></p>",
}


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_caption_is_marked(figure: str) -> None:
    draft = draft_of(page(article(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>")))
    assert [draft.text[slice(*caption)] for caption in draft.captions] == [CAPTION]
    assert paragraphs_in(page(article(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>"))) == [FIRST, CAPTION, SECOND]


def test_caption_above_the_body_comes_first() -> None:
    draft = draft_of(page(article(top=FIGURES["figcaption"])))
    assert draft.text.split("\n\n")[:3] == [TITLE, CAPTION, FIRST]
    assert [draft.text[slice(*caption)] for caption in draft.captions] == [CAPTION]


@pytest.mark.parametrize(
    "figure",
    [
        f"<p>{THIRD} <span class='caption'>{CAPTION}</span></p>",  # it can't be told where it ends
        f"<a href='/gallery'>{FIGURES['figcaption']}</a>",
        f"<p><span class='cap'>T</span>{CAPTION[1:]}</p>",
    ],
    ids=["in the text", "in a link", "a large first letter"],
)
def test_caption_that_cannot_be_told_is_not_marked(figure: str) -> None:
    assert draft_of(page(article(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>"))).captions == ()


LINKED = "Fleet leaves Callao after a long strike of its cooks"
LINKS = {
    "paragraph": (f"<p><a href='/f'>{LINKED}</a></p>", [LINKED]),
    "behind a label": (f"<p>See: <a href='/f'>{LINKED}</a></p>", [f"See: {LINKED}"]),
    "a few words of a sentence": (f"<p>The <a href='/f'>fleet</a> {LINKED}, its captains said.</p>", []),
    "an anchor": (f"<p><a name='f'>{LINKED}</a></p>", []),
}


@pytest.mark.parametrize(("paragraph", "expected"), LINKS.values(), ids=LINKS)
def test_paragraph_that_is_mostly_a_link_is_marked(paragraph: str, expected: list[str]) -> None:
    draft = draft_of(page(article(f"<p>{FIRST}</p><p>{SECOND}</p>{paragraph}<p>{THIRD}</p>")))
    assert [draft.text[slice(*link)] for link in draft.links] == expected


def test_quotation_in_a_figure_is_no_picture() -> None:
    figure = "<figure><blockquote>“Fish is the future of us all,” he said.</blockquote><figcaption>Ole Lund</figcaption></figure>"
    assert (
        paragraphs_in(page(article(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>")))[1]
        == "“Fish is the future of us all,” he said."
    )


SITE = '<meta property="og:site_name" content="The Daily Post">'
TITLES = {
    "og": (f'{SITE}<meta property="og:title" content="{TITLE} | The Daily Post">', ""),
    "og without the site's name elsewhere": (f'<meta property="og:title" content="{TITLE} | The Daily Post">', TITLE),
    "title element": (f"{SITE}<title>{TITLE} - The Daily Post</title>", ""),
    "site first": (f"{SITE}<title>The Daily Post: x</title><title>Daily Post » {TITLE}</title>", TITLE),
    "section": (f"{SITE}<title>{TITLE} | World | The Daily Post</title>", ""),
    "json": (
        ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}') + "<title>Ministers in Lima: all there is</title>",
        "",
    ),
    "logo in h1": (f"{SITE}<title>{TITLE} | Daily Post</title>", "The Daily Post"),
    "h1 alone": ("", TITLE),
    "heading of a lower level": ("<title>The Daily Post - Print</title>", f"</h1><h2>{TITLE}</h2><h1>"),
    "site beside the heading": (f"<title>Notes from a road: {TITLE}</title>", f"</h1><h3>{TITLE}</h3><h1>"),
    "search title": (
        '<title>Lima talks: what we know | Post</title><meta property="og:title" content="' + TITLE + '">',
        TITLE,
    ),
    "dash of its own": (f"{SITE}<title>{TITLE} – The Daily Post</title>", ""),
}


@pytest.mark.parametrize(("head", "h1"), TITLES.values(), ids=TITLES)
def test_title(head: str, h1: str) -> None:
    heading = f"<h1>{h1}</h1>" if h1 else ""
    assert draft_of(page(f"{heading}<div class='article-body'>{STORY}</div>", head)).title == TITLE


def test_title_keeps_what_is_no_site() -> None:
    head = f"{SITE}<title>Lima - Copenhagen: a long road - The Daily Post</title>"
    assert draft_of(page(f"<div class='article-body'>{STORY}</div>", head)).title == "Lima - Copenhagen: a long road"


AUTHORS = {
    "json": ld('{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Obi"}, {"name": "Jan Kraus"}]}'),
    "json, one string": ld('{"@type": "NewsArticle", "author": "Ada Obi and Jan Kraus"}'),
    "graph": ld(
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["Article"], "author": {"name": "By Ada Obi, Jan Kraus"}}]}'
    ),
    "meta": '<meta name="author" content="Ada Obi, Jan Kraus">',
    "byline": "",
}


@pytest.mark.parametrize("head", AUTHORS.values(), ids=AUTHORS)
def test_authors(head: str) -> None:
    top = "<p class='byline'>By <a rel='author'>Ada Obi</a> and Jan Kraus</p>" if not head else ""
    names = draft_of(page(article(top=top.replace("<a rel='author'>", "").replace("</a>", "")), head)).authors
    assert names == ("Ada Obi", "Jan Kraus")


def test_site_is_no_author() -> None:
    head = SITE + ld('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "The Daily Post"}}')
    assert draft_of(page(article(), head)).authors == ()


@pytest.mark.parametrize(
    ("head", "site"),
    [
        (SITE, "The Daily Post"),
        (ld('{"@type": "NewsArticle", "publisher": {"name": "The Daily Post"}}'), "The Daily Post"),
        (ld('[{"@type": "WebSite", "name": "The Daily Post"}, {"@type": "NewsArticle"}]'), "The Daily Post"),
        (
            '<meta property="og:site_name" content="post.example">' + ld('{"@type": "Article", "publisher": "Post"}'),
            "Post",
        ),
        ('<link rel="canonical" href="https://www.post.example/a">', "post.example"),
        ("", None),
    ],
)
def test_site(head: str, site: str | None) -> None:
    assert draft_of(page(article(), head)).site == site


@pytest.mark.parametrize(
    ("head", "before", "found", "url"),
    [
        ('<link rel="canonical" href="https://post.example/a">', "", None, "https://post.example/a"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="b">', "", "https://x.example/", "https://x.example/a"),
        ('<link rel="canonical" href="https://post.example/"><meta property="og:url" content="https://post.example/b">', "", None, "https://post.example/b"),
        ("", "<!-- saved from url=(0024)https://post.example/c -->", None, "https://post.example/c"),
        ("", "<!--\n Page saved with SingleFile \n url: https://post.example/d \n-->", None, "https://post.example/d"),
        ("", "", "https://post.example/e", "https://post.example/e"),
        ('<link rel="canonical" href="javascript:x">', "", None, None),
    ],
)  # fmt: skip
def test_url(head: str, before: str, found: str | None, url: str | None) -> None:
    draft = draft_of(page(article(), head, before=f"<!DOCTYPE html>{before}"), found)
    assert draft.url == url
    assert draft.language == "en"


DAY, NEXT = datetime.date(2025, 1, 14), datetime.date(2025, 1, 15)
PUBLISHED_TIME = '<meta property="article:published_time" content="{}">'
DATES = {
    "json": (ld('{"@type": "NewsArticle", "datePublished": "2025-01-14T09:00:00Z"}'), "", DAY, None),
    "json, updated": (
        ld('{"@type": "NewsArticle", "datePublished": "2025-01-14", "dateModified": "2025-01-15T10:00Z"}'), "", DAY, NEXT,
    ),
    "json of the page as a whole": (ld('{"@type": "WebPage", "datePublished": "2025-01-14"}'), "", DAY, None),
    "json with a comma too many": (ld('{"@type": "Article", "datePublished": "2025-01-14",}'), "", DAY, None),
    "json of a video and a related story": (
        ld('[{"@type": "VideoObject", "datePublished": "2020-01-01"}, {"@type": "ItemList", "itemListElement": '
           '[{"@type": "NewsArticle", "datePublished": "2019-01-01"}]}]'), "", None, None,
    ),
    "json of another article too": (
        ld('[{"@type": "NewsArticle", "headline": "Fleet leaves", "datePublished": "2020-01-01"}, '
           f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2025-01-14"}}]'), "", DAY, None,
    ),
    "meta": (PUBLISHED_TIME.format("2025-01-14T09:00:00+00:00"), "", DAY, None),
    "other meta": ('<meta name="dc.date.issued" content="2025-01-14">', "", DAY, None),
    "day of the page's own zone": (PUBLISHED_TIME.format("2025-01-14T23:30:00-05:00"), "", DAY, None),
    "the same instant in two zones": (
        ld('{"@type": "NewsArticle", "datePublished": "2025-01-15T04:30:00.000Z"}')
        + PUBLISHED_TIME.format("2025-01-14T23:30:00-0500"), "", DAY, None,
    ),
    "what readers see": (
        ld('{"@type": "NewsArticle", "datePublished": "2025-01-15T04:30:00Z"}'),
        "<time datetime='2025-01-15T04:30:00Z'>January 14, 2025, 11:30 p.m. EST</time>", DAY, None,
    ),
    "what readers see, and a zone in a meta element of another name": (
        '<meta property="og:article:published_time" content="2025-01-15T04:30:00+0000">',
        "<p class='byline'>January 14, 2025 11:30 PM</p>", DAY, None,
    ),
    "what the address has": (
        PUBLISHED_TIME.format("2025-01-15T04:30:00+00:00")
        + '<link rel="canonical" href="https://post.example/2025/01/14/ministers">', "", DAY, None,
    ),
    "an address of no zone's day": (
        PUBLISHED_TIME.format("2025-01-14T14:30:00+00:00")
        + '<link rel="canonical" href="https://post.example/2025/01/13/ministers">', "", DAY, None,
    ),
    "zero": (ld('{"@type": "Article", "datePublished": "0001-01-01T00:00:00"}') + PUBLISHED_TIME.format("2025-01-14"), "", DAY, None),
    "update before publication": (ld('{"@type": "Article", "datePublished": "2025-01-14", "dateModified": "2024-12-01"}'), "", DAY, None),
    "seconds": ('<meta property="article:published_time" content="1736845200">', "", DAY, None),
    "time below the title": ("", "<time datetime='2025-01-14T10:00'>14 January</time>", DAY, None),
    "byline": ("", "<p class='byline'>By Ada Obi, published January 14, 2025 10:15 GMT</p>", DAY, None),
    "byline with both": (
        "", "<div class='meta'>First published: 14 January 2025. Last updated: 15 January 2025</div>", DAY, NEXT,
    ),
    "times with labels": (
        "", "<span>Published <time datetime='2025-01-14'>Jan 14, 2025</time></span>"
        "<span>Updated <time datetime='2025-01-15'>Jan 15, 2025</time></span>", DAY, NEXT,
    ),
    "address": ('<link rel="canonical" href="https://post.example/2025/01/14/ministers">', "", DAY, None),
    "none": ("", "", None, None),
    "year alone": ("", "<p class='date'>2025</p>", None, None),
    "between a name and links": (
        "", "<div><b>By Ada Obi</b> 14 January 2025 <a>Share</a>" + "<a>Send it to somebody else</a>" * 10 + "</div>", DAY, None,
    ),
    "behind a line break": ("", "By Ada Obi<br>14 January 2025 10:15 <a>Share</a>", DAY, None),
    "below a standfirst": ("", f"<p>{THIRD}</p><p>14-Jan-2025</p>", DAY, None),
    "attribute": ("", "<abbr title='2025-01-14T10:00:00'>3 days ago</abbr>", DAY, None),
    "script": ('<script>var page = {"publishedAt": "2025-01-14T10:00:00Z"}</script>', "", DAY, None),
    "scripts of several stories": (
        '<script>[{"pubDate": "2025-01-14"}, {"pubDate": "2025-01-15"}]</script>', "", None, None,
    ),
    "changed at the moment of publication": (
        ld('{"@type": "Article", "datePublished": "2025-01-14T10:00Z", "dateModified": "2025-01-14T10:00Z"}'), "", DAY, None,
    ),
    "month alone": ("", "<p class='date'>January 2025</p>", None, None),
    "figures that can be read two ways": ("", "<p class='date'>03/04/2025</p>", None, None),
}  # fmt: skip
WRONG = (
    "<header><time datetime='2026-11-22'>Sunday 22 November 2026</time></header>{}"
    "<aside><time datetime='2020-02-02'>2 February 2020</time></aside>" + RELATED + "<footer>© 2026 Post</footer>"
)


@pytest.mark.parametrize("around", ["{}", WRONG], ids=["alone", "beside wrong ones"])
@pytest.mark.parametrize(("head", "top", "published", "updated"), DATES.values(), ids=DATES)
def test_days(head: str, top: str, published: datetime.date | None, updated: datetime.date | None, around: str) -> None:
    draft = draft_of(page(article(top=top, around=around), head))
    assert (draft.published, draft.updated) == (published, updated)


def test_day_right_above_a_title_that_no_article_holds() -> None:
    body = f"<div class='d'><span>14 January 2025</span></div><div><h1>{TITLE}</h1></div><div>{STORY}</div>"
    today = "<div class='date'>22 November 2026</div>" + "<p>Weather</p>" * 8
    assert draft_of(page(today + body)).published == DAY
    assert draft_of(page(today + body.replace("14 January 2025", ""))).published is None


def test_day_in_the_story_is_not_the_day_of_publication() -> None:
    story = f"<p>{FIRST}</p><p>The treaty was signed on 3 May 2019, and ends on 2030-05-03.</p><p>{SECOND}</p>"
    assert draft_of(page(article(story))).published is None


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


def test_headlines_of_a_live_blog_are_kept() -> None:
    entry = "<div class='post'><time datetime='2025-01-1{0}'>1{0} January</time><h2>Post {0} of the day</h2><p>{1}</p></div>"
    blog = page(article(entry.format(4, FIRST) + entry.format(3, BODY)))
    assert [text for text in paragraphs_in(blog) if text.startswith("Post")] == [
        "Post 4 of the day",
        "Post 3 of the day",
    ]


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
