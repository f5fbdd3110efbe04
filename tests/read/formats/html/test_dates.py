"""Web pages: the days of publication and of the last change."""
# ruff: noqa: E501 (a page is easier to read in one line)

import datetime

import pytest

from web_pages import FIRST, RELATED, SECOND, STORY, THIRD, TITLE, article, draft_of, ld, page

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
