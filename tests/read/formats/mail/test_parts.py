"""The parts of a mail: which of them is its text, in whatever encoding."""

from email.message import EmailMessage

import pytest

from mails import HEADERS, STORY, message, read_mail
from newsie.read.formats.mail.parts import unflowed


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
    assert read_mail(data).draft.text == "Governor meets bishop\n\nThe governor met the bishop.\n"


def test_plain_text_counts_before_html() -> None:
    mail_ = message()
    mail_.add_alternative(f"<html><body><p>{STORY}</p><p>More.</p></body></html>", subtype="html")
    assert read_mail(mail_.as_bytes()).draft.text == f"Governor meets bishop\n\n{STORY}\n"


def test_html_counts_where_the_text_is_a_stub() -> None:
    mail_ = message("View this email in your browser")
    mail_.add_alternative(f"<html><body><p>{STORY.replace(chr(10), ' ')}</p></body></html>", subtype="html")
    text = read_mail(mail_.as_bytes()).draft.text
    assert "Bishop Jan Kraus" in text
    assert "browser" not in text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("cte", ["base64", "quoted-printable"])
def test_charsets_and_encodings(charset: str, cte: str) -> None:
    mail_ = EmailMessage()
    mail_["From"] = "a@b.example"
    mail_.set_content(f"{STORY} Zoë mét them.", charset=charset, cte=cte)
    assert "Zoë mét them." in read_mail(mail_.as_bytes()).draft.text


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
    draft = read_mail(HEADERS + f"Content-Type: {content_type}\n\n".encode() + data + b" met them all.").draft
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
    draft = read_mail(HEADERS + f"Content-Type: {content_type}\n\n{body}".encode()).draft
    assert draft.text == f"Governor meets bishop\n\n{STORY}\n"


def test_message_that_ends_in_a_part() -> None:
    data = HEADERS + f'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{STORY}'.encode()
    assert read_mail(data).draft.text.endswith(f"{STORY}\n")


def test_parts_nested_without_end() -> None:
    data = HEADERS
    for depth in range(2000):
        data += f'Content-Type: multipart/mixed; boundary="b{depth}"\n\n--b{depth}\n'.encode()
    assert len(read_mail(data).errors) == 1
