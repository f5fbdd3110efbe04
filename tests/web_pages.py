"""Web pages as tests write them: an article of three paragraphs, and what is read of it."""

from newsie.read.draft import Draft
from newsie.read.formats.html.page import page_draft

FIRST = (
    "LIMA — Foreign Minister Rosa Quiroga met her Danish counterpart, Ole Lund, in Lima on Tuesday, the ministry said "
    "in a statement that was published late in the evening."
)
SECOND = "The two ministers are to meet again in Copenhagen in March, when the fleets of both countries have come back."
THIRD = "Neither of them spoke to reporters, and their offices did not answer questions about the price of anchovies."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXTS = [FIRST, SECOND, THIRD]
TITLE = "Ministers meet in Lima"
SITE = '<meta property="og:site_name" content="The Daily Post">'
RELATED = (
    "<section class='related-articles'><h2>More on this</h2><article><h3><a href='/f'>Fleet leaves Callao after a long "
    "strike of its cooks</a></h3><time datetime='2020-02-02'>2 February 2020</time></article></section>"
)


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
