"""Markdown: its text without the marks, what its front matter says, and where captions and links stand."""

import datetime
from dataclasses import replace

import pytest

from documents import read
from newsie.read.articles import article_from

PROSE = "The minister met the envoy in Port Alma on Tuesday."

SHOWN = [
    ("Minister **Ada Obi** met [Jan Kraus](https://x.example/k).", "Minister Ada Obi met Jan Kraus."),
    ("_Ada_ ***Obi*** met __Jan__ ~~Kraus~~ `today`.", "Ada Obi met Jan Kraus today."),
    ("## Talks in Lusaka ##\n\nThey met.", "Talks in Lusaka\n\nThey met."),
    ("Talks end\n=========\nThey met.", "Talks end\n\nThey met."),
    ("> Ada Obi said\n> so.\n\nThey met.", "Ada Obi said\nso.\n\nThey met."),
    ("- Ada Obi\n- Jan Kraus\n\n1. They met", "Ada Obi\n\nJan Kraus\n\nThey met"),
    ("They met <!-- Jan Kraus --> there.\n\n<!--\nAda Obi\n-->\n\nThey left.", "They met there.\n\nThey left."),
    ("They **met**.\n\n```\nprint('Ada Obi')\n```\n", "They met."),
    ("They met ![Jan Kraus](k.png) *there*.", "They met there."),
    ("| Name | City |\n|---|---|\n| Ada Obi | Accra |", "Name\n\nCity\n\nAda Obi\n\nAccra"),
    (
        "# Talks\n\nPublished: 2025-01-14\nBy Ada Obi\n\nThey met.",
        "Talks\n\nPublished: 2025-01-14\nBy Ada Obi\n\nThey met.",
    ),
    ("*Ada*<br>Jan [1]\n\n* * *\n\nObi\\_1 &amp; Co", "Ada\nJan [1]\n\nObi_1 & Co"),
    ("They left.\n\n<div><p>They <b>met</b>.</p></div>", "They left.\n\nThey met."),
]


@pytest.mark.parametrize(("written", "shown"), SHOWN)
def test_text_is_without_marks(written, shown):
    assert read("a.md", written).draft.text == f"{shown}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Talks end\nPublished: 2025-01-14\n\n    {PROSE}\r\n  {PROSE}  \n\n\n",
        f" date 2025-01-14 Talks end\n\n@ada_obi_k: 3 * 4 = 12 [sic] {PROSE}",
    ],
)
def test_text_without_marks_is_as_it_is(text):
    assert read("a.md", text).draft == replace(read("a.txt", text).draft, source="a.md")


def test_front_matter():
    lines = [
        "title: 'Talks end'",
        "date: 2025-01-14T10:00:00Z",
        "lastmod: 2025-01-15",
        "author: Ada Obi",
        "url: https://g.example/1",
        "site: Gazette",
    ]
    written = "\n".join(["---", *lines, "---", "", "# Talks end", "", PROSE])
    article = article_from(read("a.md", written).draft)
    assert article.text == f"Talks end\n\n{PROSE}\n"
    assert article.headline.text == article.title == "Talks end"
    assert (article.published, article.updated) == (datetime.date(2025, 1, 14), datetime.date(2025, 1, 15))
    assert (article.authors, article.url, article.site) == (("Ada Obi",), "https://g.example/1", "Gazette")


@pytest.mark.parametrize(
    "picture",
    ["![Obi](o.png)\nAda Obi in Accra", "![](o.png)\n\n*Ada Obi in Accra*", "[![](o.png)](o) Ada Obi in Accra"],
)
def test_what_stands_below_a_picture_is_a_caption(picture):
    article = article_from(read("a.md", f"{PROSE}\n\n{picture}\n\n*Not below*\n\n{PROSE}").draft)
    assert [caption.text for caption in article.captions] == ["Ada Obi in Accra"]


def test_lines_that_are_links_are_boilerplate_below_the_story():
    links = "[Obi wins a prize](p)\n\n[Kraus in Oslo](k)\n\n[Weather](w)"
    article = article_from(read("a.md", f"# Talks end\n\n{PROSE}\n\n{PROSE}\n\n## Related stories\n\n{links}\n").draft)
    assert "Obi wins a prize" in "".join(span.text for span in article.boilerplate)


@pytest.mark.parametrize("text", ["---\ntitle: Talks end\n---\n", "```\ncode\n```", "<!-- Ada Obi -->"])
def test_nothing_but_marks_is_no_article(text):
    (error,) = read("a.md", text).errors
    assert error.startswith("a.md: without a text")


def test_title_on_lines_of_its_own():
    draft = read("a.md", "---\ntitle: >-\n  Talks of\n  Port Alma\ndate: 2025-01-14\n---\nThe two met.\n").draft
    assert (draft.title, draft.published) == ("Talks of Port Alma", datetime.date(2025, 1, 14))
