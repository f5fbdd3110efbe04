"""Mail and mailboxes: the story, what is said about it, and what is attached."""

import datetime
import io
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.read import read_articles
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.format import Opening
from newsie.read.formats.mail import messages as mail
from newsie.read.formats.mail.parts import unflowed
from newsie.read.formats.mail.story import MailRule, mail_rules, paragraphs_of, story_in, subject_title
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits

STORY = (
    "PUEBLA: Governor Ada Obi met Bishop Jan Kraus on Monday, and both said that they would meet again before the\n"
    "winter was over.\n"
    "\n"
    "The bishop said that he would bring more people to the table. The governor, who had invited him, said that there\n"
    "was room for all of them, and that nobody would be turned away."
)
DAY = datetime.datetime(2025, 1, 14, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=5)))
HEADERS = b"From: Press <press@state.example>\nTo: desk@paper.example\nSubject: Governor meets bishop\n"


class Mailbox:
    """What is read from bytes, and what is reported."""

    def __init__(self, data: bytes, name: str = "a.eml", limits: Limits | None = None):
        self.errors: list[str] = []
        self.warnings: list[str] = []
        context = ReadContext(
            ReadOptions(limits=limits or Limits()),
            lambda error: self.errors.append(str(error)),
            self.warnings.append,
        )
        self.drafts: list[Draft] = []
        try:
            self.drafts += mail.read(Payload(name, io.BytesIO(data), context.limits), context)
        except SourceError as error:
            self.errors.append(str(error))

    @property
    def only(self) -> Draft:
        (draft,) = self.drafts
        assert self.errors == self.warnings == []
        return draft

    @property
    def sources(self) -> list[str]:
        return [draft.source for draft in self.drafts]


def message(text: str = STORY, subject: str = "Governor meets bishop") -> EmailMessage:
    mail_ = EmailMessage()
    mail_["From"] = "Press Office of Puebla <press@state.example>"
    mail_["To"] = "desk@paper.example"
    mail_["Subject"] = subject
    mail_["Date"] = format_datetime(DAY)
    mail_.set_content(text)
    return mail_


def story_text(text: str) -> str:
    return "\n\n".join(paragraph.text for paragraph in story_in(paragraphs_of(text)).paragraphs)


def test_message() -> None:
    draft = Mailbox(message().as_bytes()).only
    assert draft.text == f"Governor meets bishop\n\n{STORY}\n"
    assert draft.headline == (0, len("Governor meets bishop"))
    assert (draft.source, draft.title) == ("a.eml", "Governor meets bishop")
    assert draft.published == datetime.date(2025, 1, 14)
    assert (draft.authors, draft.site, draft.url) == (("Press Office of Puebla",), "state.example", None)


def test_line_ends_of_the_network() -> None:
    assert Mailbox(message().as_bytes(policy=SMTP)).only.text == Mailbox(message().as_bytes()).only.text


def test_address_in_the_archive_of_a_list() -> None:
    mail_ = message()
    mail_["Archived-At"] = "<https://lists.state.example/press/17>"
    assert Mailbox(mail_.as_bytes()).only.url == "https://lists.state.example/press/17"


@pytest.mark.parametrize("rule", mail_rules().subject, ids=lambda rule: rule.name)
def test_marks_before_a_subject(rule: MailRule) -> None:
    for example in rule.examples:
        assert subject_title(f"{example}Two met") == "Two met"
    assert subject_title(rule.near_miss) == rule.near_miss


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
    assert Mailbox(data).only.title == title


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
    draft = Mailbox(b"From: a@b.example\nSubject: " + raw + b"\n\n" + STORY.encode()).only
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
    draft = Mailbox(f"From: {sender}\nSubject: x\n\n{STORY}".encode()).only
    assert (draft.authors, draft.site) == (authors, site)


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 45 Foo 2025", "Tue, 14 Jan 99999 00:00:00 +0000"])
def test_date_that_is_none(date: str) -> None:
    assert Mailbox(f"From: a@b.example\nDate: {date}\n\n{STORY}".encode()).only.published is None


# ---------------------------------------------------------------------------------------------------------------------
# The story.


@pytest.mark.parametrize("rule", mail_rules().footer, ids=lambda rule: rule.name)
def test_footers(rule: MailRule) -> None:
    for example in rule.examples:
        assert story_text(f"{STORY}\n\n{example}\nPuebla, 5 May Street") == STORY
        assert story_text(f"{example}\n\n{STORY}") == STORY
    assert story_text(f"{STORY}\n\n{rule.near_miss}") == f"{STORY}\n\n{rule.near_miss}"


@pytest.mark.parametrize(
    "below",
    [
        "-- \nAda Obi\nPress officer",
        "--\nAda Obi",
        "-- \nYou received this message because you are subscribed.\nTo unsubscribe, write to us.",
        "_______________________________________________\nPress mailing list\nPress@lists.state.example",
        "On Mon, 13 Jan 2025 at 10:00, Jan Kraus <jan@dio.example> wrote:\n> Will you come?\n>\n> Jan",
        "> Will you come?\n> Jan",
        "-----Original Message-----\nFrom: Jan Kraus\nSent: Monday, January 13, 2025\nTo: Ada\n"
        "Subject: Will you?\n\nWill you come?",
    ],
)
def test_what_mail_has_below_a_story(below: str) -> None:
    assert story_text(f"{STORY}\n\n{below}\n") == STORY


def test_two_hyphens_in_a_long_text_are_no_signature() -> None:
    text = "\n\n".join([STORY, "--", *[f"Item {n}: they met." for n in range(20)]])
    assert story_text(text) == text


def test_greater_signs_of_a_story_that_is_all_quoted() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in STORY.split("\n"))
    assert story_text(f"FYI.\n\nOn Monday, Ada wrote:\n{quoted}") == f"FYI.\n\n{STORY}"


@pytest.mark.parametrize(
    "headers",
    [
        "---------- Forwarded message ---------\nFrom: Ada Obi <ada@state.example>\n"
        "Date: Mon, Jan 13, 2025 at 10:00 AM\n"
        "Subject: PRESS RELEASE: Two met\nTo: <desk@paper.example>",
        "Begin forwarded message:\n\nFrom: Ada Obi <ada@state.example>\nSubject: Two met\n"
        "Date: 13 January 2025 at 10:00:00 GMT",
        "________________________________\nFrom: Ada Obi <ada@state.example>\n"
        "Sent: Monday, January 13, 2025 10:00 AM\n"
        "To: Desk\nSubject: Two met",
        "*From:* Ada Obi <ada@state.example> *Sent:* Monday, January 13, 2025 *To:* Desk *Subject:* FW: Two met",
    ],
)
def test_forwarded_release_has_its_own_headers(headers: str) -> None:
    draft = Mailbox(message(f"Worth a line?\n\n{headers}\n\n{STORY}\n", "Fwd: Two met").as_bytes()).only
    assert draft.text == f"Two met\n\n{STORY}\n"
    assert (draft.title, draft.authors, draft.site) == ("Two met", ("Ada Obi",), "state.example")
    assert draft.published == datetime.date(2025, 1, 13)


def test_release_that_repeats_its_subject() -> None:
    draft = Mailbox(message(f"FOR IMMEDIATE RELEASE\n\nGovernor meets Bishop\n\n{STORY}").as_bytes()).only
    assert draft.text == f"Governor meets bishop\n\nFOR IMMEDIATE RELEASE\n\n{STORY}\n"


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("The two \nmet.\n\nThey \nagreed.", "The two met.\n\nThey agreed."),
        ("Fixed\nlines", "Fixed\nlines"),
        (" >stuffed\n From here", ">stuffed\nFrom here"),
        ("> A long \n> quote\nAn answer", "> A long quote\nAn answer"),
        ("The end. \n-- \nAda", "The end. \n-- \nAda"),
    ],
)
def test_format_flowed(flowed: str, text: str) -> None:
    assert unflowed(flowed) == text


def test_format_flowed_of_scripts_without_spaces() -> None:
    assert unflowed("The gov \nernor", delete_space=True) == "The governor"
    data = HEADERS + b"Content-Type: text/plain; format=flowed; delsp=yes\n\nThe gov \nernor met the bishop."
    assert Mailbox(data).only.text == "Governor meets bishop\n\nThe governor met the bishop.\n"


# ---------------------------------------------------------------------------------------------------------------------
# Parts.


def test_plain_text_counts_before_html() -> None:
    mail_ = message()
    mail_.add_alternative(f"<html><body><p>{STORY}</p><p>More.</p></body></html>", subtype="html")
    assert Mailbox(mail_.as_bytes()).only.text == f"Governor meets bishop\n\n{STORY}\n"


def test_html_counts_where_the_text_is_a_stub() -> None:
    mail_ = message("View this email in your browser")
    mail_.add_alternative(f"<html><body><p>{STORY.replace(chr(10), ' ')}</p></body></html>", subtype="html")
    text = Mailbox(mail_.as_bytes()).only.text
    assert "Bishop Jan Kraus" in text
    assert "browser" not in text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("cte", ["base64", "quoted-printable"])
def test_charsets_and_encodings(charset: str, cte: str) -> None:
    mail_ = EmailMessage()
    mail_["From"] = "a@b.example"
    mail_.set_content(f"{STORY} Zoë mét them.", charset=charset, cte=cte)
    assert "Zoë mét them." in Mailbox(mail_.as_bytes()).only.text


@pytest.mark.parametrize(
    ("content_type", "data"),
    [
        ("text/plain; charset=nowhere-7", "Zoë".encode()),
        ("text/plain; charset=us-ascii", "Zoë".encode("cp1252")),
        ("text/plain; charset=iso-8859-1", "“Zoë”".encode("cp1252")),
        ("text/plain; charset=utf-8", "Zoë".encode("cp1252")),
        ("text/plain", "Zoë".encode()),
        ("text", "Zoë".encode()),
        ('text/plain; charset="', "Zoë".encode()),
    ],
)
def test_wrong_charset(content_type: str, data: bytes) -> None:
    draft = Mailbox(HEADERS + f"Content-Type: {content_type}\n\n".encode() + data + b" met them all.").only
    assert "Zoë" in draft.text


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/mixed",
        "multipart/mixed; boundary=",
        'multipart/alternative; boundary="wrong"',
        "multipart/mixed; boundary=b",
    ],
)
def test_missing_or_wrong_boundary(content_type: str) -> None:
    body = f"--b\nContent-Type: text/plain\n\n{STORY}\n--b--\n"
    draft = Mailbox(HEADERS + f"Content-Type: {content_type}\n\n{body}".encode()).only
    assert draft.text == f"Governor meets bishop\n\n{STORY}\n"


def test_message_that_ends_in_a_part() -> None:
    data = HEADERS + f'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{STORY}'.encode()
    assert Mailbox(data).only.text.endswith(f"{STORY}\n")


def attached(mail_: EmailMessage) -> EmailMessage:
    """The mail with a text, a picture, a card, and a mail attached."""
    mail_.add_attachment(STORY.encode(), "text", "plain", filename="release.txt")
    mail_.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png")
    mail_.add_attachment(b"BEGIN:VCARD\n" + b"N: Obi\n" * 60, "text", "x-vcard", filename="ada.vcf")
    mail_.add_attachment(message(subject="An earlier one"), filename="earlier.eml")
    return mail_


def test_attached_articles() -> None:
    box = Mailbox(attached(message()).as_bytes())
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
    assert Mailbox(attached(message("See the release.")).as_bytes()).sources == [
        "a.eml#release.txt",
        "a.eml#earlier.eml",
    ]


def test_note_without_an_attachment_is_all_there_is() -> None:
    assert Mailbox(message("They met.").as_bytes()).only.text == "Governor meets bishop\n\nThey met.\n"


def test_attachment_that_cannot_be_read_costs_a_line() -> None:
    mail_ = message()
    mail_.add_attachment(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "application", "msword", filename="C:\\files\\release.doc"
    )
    box = Mailbox(mail_.as_bytes())
    assert box.sources == ["a.eml"]
    assert box.errors == ["a.eml#release.doc: an Office document; save it as text or HTML"]


def test_mail_without_a_text() -> None:
    error = "a.eml: a mail without a text; leave it out, or save what it links to"
    assert Mailbox(message("\n").as_bytes()).errors == [error]
    assert Mailbox(b"From: a@b.example\nSubject: x").errors == [error]


def test_mails_in_mails() -> None:
    mail_ = message(subject="0")
    for depth in range(1, 6):
        outer = message("See below.", subject=str(depth))
        outer.add_attachment(mail_, filename=f"{depth}.eml")
        mail_ = outer
    box = Mailbox(mail_.as_bytes())
    assert box.sources == ["a.eml#5.eml#4.eml#3.eml"]
    assert box.errors[0].endswith(": mails in mails, nested too deep; save the inner ones as files")


# ---------------------------------------------------------------------------------------------------------------------
# Mailboxes.


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From press@state.example Tue Jan 14 18:30:00 2025\n" + message + b"\n\n" for message in messages)


def test_mailbox_is_read_message_by_message() -> None:
    box = Mailbox(mailbox(message(subject="One").as_bytes(), message(subject="Two").as_bytes()), "press.mbox")
    assert [(draft.source, draft.title) for draft in box.drafts] == [("press.mbox#1", "One"), ("press.mbox#2", "Two")]


def test_from_in_a_story_ends_no_message() -> None:
    text = f"{STORY}\n\nFrom Puebla they went home.\n\n>From here on, it rained."
    (draft,) = Mailbox(mailbox(HEADERS + b"\n" + text.encode()), "press.mbox").drafts
    assert draft.text.endswith("From Puebla they went home.\n\nFrom here on, it rained.\n")


def test_damaged_message_costs_its_neighbours_nothing() -> None:
    box = Mailbox(mailbox(HEADERS, message().as_bytes(), b"", message().as_bytes()), "press.mbox")
    assert box.sources == ["press.mbox#2", "press.mbox#4"]
    assert [error.split(":")[0] for error in box.errors] == ["press.mbox#1", "press.mbox#3"]


def test_message_that_is_too_long_costs_its_neighbours_nothing() -> None:
    limits = Limits(document_bytes=5000)
    box = Mailbox(mailbox(HEADERS + b"\n" + b"x" * 20_000, message().as_bytes()), "press.mbox", limits)
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


# ---------------------------------------------------------------------------------------------------------------------
# What is a mail, and what is not.


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
        b"",
        HEADERS,
        HEADERS + b"Content-Type: ",
        mailbox(HEADERS),
        HEADERS + b"Content-Type: multipart/mixed\n\n",
    ):
        box = Mailbox(before + data)
        assert box.drafts or box.errors


@given(st.text(max_size=200))
def test_any_header(value: str) -> None:
    names = ("From", "Subject", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding")
    data = "\n".join(f"{name}: {value}" for name in names) + f"\n\n{STORY}"
    box = Mailbox(data.encode("utf-8", "replace"))
    assert box.drafts or box.errors


@given(st.text(alphabet="ab >-_\n.:", max_size=300))
def test_story_is_part_of_any_text(text: str) -> None:
    marks = str.maketrans("", "", "> \n")
    assert set(story_text(text).translate(marks)) <= set(text.translate(marks))


def test_parts_nested_without_end() -> None:
    data = HEADERS
    for depth in range(2000):
        data += f'Content-Type: multipart/mixed; boundary="b{depth}"\n\n--b{depth}\n'.encode()
    assert len(Mailbox(data).errors) == 1


def test_opening_with_header_of_any_length_is_recognized_fast() -> None:
    assert not mail.recognizes(Opening(b"From: " + b"\n a" * 20_000, ".txt"))
