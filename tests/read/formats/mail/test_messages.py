"""Mail and mailboxes: what their headers say of an article, one message after another, and what is one."""

import datetime
import io
from collections.abc import Sequence
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mails import HEADERS, STORY, mailbox, message, read_mail
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.formats.format import Opening
from newsie.read.formats.mail import messages as mail
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits


def test_message() -> None:
    draft = read_mail(message().as_bytes()).draft
    assert draft.text == f"Governor meets bishop\n\n{STORY}\n"
    assert draft.headline == (0, len("Governor meets bishop"))
    assert (draft.source, draft.title) == ("a.eml", "Governor meets bishop")
    assert draft.published == datetime.date(2025, 1, 14)
    assert (draft.authors, draft.site, draft.url) == (("Press Office of Puebla",), "state.example", None)


def test_line_ends_of_the_network() -> None:
    assert read_mail(message().as_bytes(policy=SMTP)).draft.text == read_mail(message().as_bytes()).draft.text


def test_address_in_the_archive_of_a_list() -> None:
    mail_ = message()
    mail_["Archived-At"] = "<https://lists.state.example/press/17>"
    assert read_mail(mail_.as_bytes()).draft.url == "https://lists.state.example/press/17"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: Re: [press] PRESS RELEASE: Two met", "Two met"),
        ("=?utf-8?q?Minister_meets_Cura=C3=A7ao=27s?= =?utf-8?b?IHByZW1pZXI=?=", "Minister meets Curaçao's premier"),
        ("Two\n met", "Two met"),
        ("Re:", None),
        ("", None),
    ],
)
def test_subject(subject: str, title: str | None) -> None:
    data = f"From: a@b.example\nSubject: {subject}\n\n{STORY}\n".encode()
    assert read_mail(data).draft.title == title


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Café mét".encode(), "Café mét"),
        ("Café mét".encode("cp1252"), "Café mét"),
        (b"=?nowhere-7?q?Two_met?=", "Two met"),
        (b"=?utf-8?b?abc?=", None),
    ],
)
def test_damaged_subject(raw: bytes, title: str | None) -> None:
    draft = read_mail(b"From: a@b.example\nSubject: " + raw + b"\n\n" + STORY.encode()).draft
    assert title is None or draft.title == title


@pytest.mark.parametrize(
    ("sender", "authors", "site"),
    [
        ("a@b.example", (), "b.example"),
        ("Obi, Ada <a@b.example>", ("Obi, Ada",), "b.example"),
        ('"Ministry of Trade" <a@B.example>', ("Ministry of Trade",), "b.example"),
        ("=?iso-8859-1?q?Minist=E8re?= <a@b.example>", ("Ministère",), "b.example"),
        ("undisclosed", (), None),
        ("<>", (), None),
    ],
)
def test_sender(sender: str, authors: Sequence[str], site: str | None) -> None:
    draft = read_mail(f"From: {sender}\nSubject: x\n\n{STORY}".encode()).draft
    assert (draft.authors, draft.site) == (authors, site)


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 45 Foo 2025", "Tue, 14 Jan 99999 00:00:00 +0000"])
def test_date_that_is_none(date: str) -> None:
    assert read_mail(f"From: a@b.example\nDate: {date}\n\n{STORY}".encode()).draft.published is None


def test_mailbox_is_read_message_by_message() -> None:
    box = read_mail(mailbox(message(subject="One").as_bytes(), message(subject="Two").as_bytes()), "press.mbox")
    assert [(draft.source, draft.title) for draft in box.drafts] == [("press.mbox#1", "One"), ("press.mbox#2", "Two")]


def test_from_in_a_story_ends_no_message() -> None:
    text = f"{STORY}\n\nFrom Puebla they went home.\n\n>From here on, it rained."
    (draft,) = read_mail(mailbox(HEADERS + b"\n" + text.encode()), "press.mbox").drafts
    assert draft.text.endswith("From Puebla they went home.\n\nFrom here on, it rained.\n")


def test_damaged_message_costs_its_neighbours_nothing() -> None:
    box = read_mail(mailbox(HEADERS, message().as_bytes(), b"", message().as_bytes()), "press.mbox")
    assert box.sources == ["press.mbox#2", "press.mbox#4"]
    assert [error.split(":")[0] for error in box.errors] == ["press.mbox#1", "press.mbox#3"]


def test_message_that_is_too_long_costs_its_neighbours_nothing() -> None:
    limits = Limits(document_bytes=5000)
    box = read_mail(mailbox(HEADERS + b"\n" + b"x" * 20_000, message().as_bytes()), "press.mbox", limits)
    assert box.sources == ["press.mbox#2"]
    assert [error.split(";")[0] for error in box.errors] == [
        "press.mbox#1: more than 5,000 bytes, too long for one document"
    ]


def test_mailbox_streams() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = mailbox(message().as_bytes())[: len(buffer)]
            buffer[: len(data)] = data
            return len(data)

    drafts = mail.read(Payload("a.mbox", io.BufferedReader(Endless()), Limits()), ReadContext())
    assert [next(drafts).source for _ in range(3)] == ["a.mbox#1", "a.mbox#2", "a.mbox#3"]


@pytest.mark.parametrize(
    ("data", "name", "is_mail"),
    [
        (HEADERS + b"\nx", "a", True),
        (b"Received: from x\n\tby y\nMessage-ID: <1>\nFrom: a@b\n\nx", "a.txt", True),
        (mailbox(HEADERS), "a", True),
        (b"Subject: x\n\nThe two met.", "a.eml", True),
        (b"The two met.", "a.eml", False),
        (b"From: the desk\n\nThe two met.", "a.txt", False),
        (b"From Monday 10:00 on, in 2025, the two met.", "a.txt", False),
        (b"Note: The two met.\nDate: Monday\n\nFrom Puebla", "a.txt", False),
    ],
)
def test_recognized(data: bytes, name: str, is_mail: bool) -> None:
    assert (format_of(Payload(name, io.BytesIO(data), Limits())) is mail.FORMAT) == is_mail


@given(st.binary(max_size=300))
def test_no_data_end_in_anything_but_a_line(data: bytes) -> None:
    for before in (
        b"Subject: ",
        HEADERS,
        HEADERS + b"Content-Type: ",
        mailbox(HEADERS),
        HEADERS + b"Content-Type: multipart/mixed\n\n",
    ):
        box = read_mail(before + data)
        assert box.drafts or box.errors


@given(st.text(max_size=200))
def test_any_header(value: str) -> None:
    names = ("From", "Subject", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding")
    data = "\n".join(f"{name}: {value}" for name in names) + f"\n\n{STORY}"
    box = read_mail(data.encode("utf-8", "replace"))
    assert box.drafts or box.errors


def test_opening_with_header_of_any_length_is_recognized_fast() -> None:
    assert not mail.recognizes(Opening(b"From: " + b"\n a" * 20_000, ".txt"))
