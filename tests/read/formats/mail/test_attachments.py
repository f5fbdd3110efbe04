"""What is attached to a mail: articles, saved pages, other mails."""

import datetime
from pathlib import Path

import pytest

from mails import STORY, attached, message, read_mail
from newsie.read import read_articles


def test_attached_articles() -> None:
    box = read_mail(attached(message()).as_bytes())
    assert box.errors == []
    assert box.sources == ["a.eml", "a.eml#release.txt", "a.eml#earlier.eml"]
    assert [draft.title for draft in box.drafts] == ["Governor meets bishop", None, "An earlier one"]


@pytest.mark.parametrize(
    ("opening", "published"),
    [("", datetime.date(2025, 1, 14)), ("Published: 12 January 2025\n\n", datetime.date(2025, 1, 12))],
)
def test_attachment_is_as_old_as_it_says_or_its_mail(opening: str, published: datetime.date, tmp_path: Path) -> None:
    mail_ = message("See the release.")
    mail_.add_attachment((opening + STORY).encode(), "text", "plain", filename="release.txt")
    (tmp_path / "a.eml").write_bytes(mail_.as_bytes())
    (article,) = read_articles([tmp_path / "a.eml"])
    assert article.published == published


SAVED = """From: <Saved by Blink>
{}Subject: Governor meets bishop
Date: Fri, 17 Jan 2025 20:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/html
Content-Location: {}

<html><head>{}</head><body><nav><a href=/>Home</a></nav>
<article><h1>Governor meets bishop</h1><p>{}</p></article></body></html>
------B
Content-Type: text/css
Content-Location: cid:css

p {{}}
------B--
"""
SNAPSHOT = "Snapshot-Content-Location: https://gazette.example/1\n"


@pytest.mark.parametrize(
    ("snapshot", "location", "url"),
    [
        (SNAPSHOT, "https://gazette.example/1?x", "https://gazette.example/1"),
        ("", "https://gazette.example/1", "https://gazette.example/1"),
        ("", "file:///C:/a.html", None),
    ],
)
def test_saved_page(snapshot: str, location: str, url: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_text(SAVED.format(snapshot, location, "", STORY))
    (article,) = read_articles([tmp_path / "a.mhtml"])
    assert (article.url, article.title) == (url, "Governor meets bishop")
    assert article.text.split() == ["Governor", "meets", "bishop", *STORY.split()]
    assert article.published == datetime.date(2025, 1, 17)


def test_saved_page_is_of_the_day_that_it_says(tmp_path: Path) -> None:
    meta = "<meta property='article:published_time' content='2025-01-14T10:00:00Z'>"
    (tmp_path / "a.mht").write_text(SAVED.format(SNAPSHOT, "https://gazette.example/1", meta, STORY))
    (article,) = read_articles([tmp_path / "a.mht"])
    assert article.published == datetime.date(2025, 1, 14)


def test_note_on_what_is_attached_is_no_article() -> None:
    assert read_mail(attached(message("See the release.")).as_bytes()).sources == [
        "a.eml#release.txt",
        "a.eml#earlier.eml",
    ]


def test_note_without_an_attachment_is_all_there_is() -> None:
    assert read_mail(message("They met.").as_bytes()).draft.text == "Governor meets bishop\n\nThey met.\n"


def test_attachment_that_cannot_be_read_costs_a_line() -> None:
    mail_ = message()
    mail_.add_attachment(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "application", "msword", filename="C:\\files\\release.doc"
    )
    box = read_mail(mail_.as_bytes())
    assert box.sources == ["a.eml"]
    assert box.errors == ["a.eml#release.doc: an Office document; save it as text or HTML"]


def test_mail_without_a_text() -> None:
    error = "a.eml: a mail without a text; leave it out, or save what it links to"
    assert read_mail(message("\n").as_bytes()).errors == [error]
    assert read_mail(b"From: a@b.example\nSubject: x").errors == [error]


def test_mails_in_mails() -> None:
    mail_ = message(subject="0")
    for depth in range(1, 6):
        outer = message("See below.", subject=str(depth))
        outer.add_attachment(mail_, filename=f"{depth}.eml")
        mail_ = outer
    box = read_mail(mail_.as_bytes())
    assert box.sources == ["a.eml#5.eml#4.eml#3.eml"]
    assert box.errors[0].endswith(": mails in mails, nested too deep; save the inner ones as files")
