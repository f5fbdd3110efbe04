"""Web pages: title, authors, site and address of the article."""
# ruff: noqa: E501 (a page is easier to read in one line)

import pytest

from web_pages import SITE, STORY, TITLE, article, draft_of, ld, page

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
