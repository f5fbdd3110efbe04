"""Web pages: which paragraphs are the article's, which of them are captions or links."""
# ruff: noqa: E501 (a page is easier to read in one line)

import pytest

from web_pages import FIRST, RELATED, SECOND, STORY, TEXTS, THIRD, TITLE, article, draft_of, ld, page, paragraphs_in

MENU = "<nav><ul><li><a href='/w'>World</a></li><li><a href='/s'>Sport and racing</a></li></ul></nav>"
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


def test_headlines_of_a_live_blog_are_kept() -> None:
    entry = "<div class='post'><time datetime='2025-01-1{0}'>1{0} January</time><h2>Post {0} of the day</h2><p>{1}</p></div>"
    blog = page(article(entry.format(4, FIRST) + entry.format(3, " ".join([FIRST] * 4))))
    assert [text for text in paragraphs_in(blog) if text.startswith("Post")] == [
        "Post 4 of the day",
        "Post 3 of the day",
    ]


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
