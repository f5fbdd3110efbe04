"""Mail as tests write it, and what is read of it."""

import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from documents import Reading, read
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


def read_mail(data: bytes, name: str = "a.eml", limits: Limits | None = None) -> Reading:
    """Read a mail, or a mailbox of that name."""
    return read(name, data, limits)


def message(text: str = STORY, subject: str = "Governor meets bishop") -> EmailMessage:
    mail_ = EmailMessage()
    mail_["From"] = "Press Office of Puebla <press@state.example>"
    mail_["To"] = "desk@paper.example"
    mail_["Subject"] = subject
    mail_["Date"] = format_datetime(DAY)
    mail_.set_content(text)
    return mail_


def attached(mail_: EmailMessage) -> EmailMessage:
    """The mail with a text, a picture, a card, and a mail attached."""
    mail_.add_attachment(STORY.encode(), "text", "plain", filename="release.txt")
    mail_.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png")
    mail_.add_attachment(b"BEGIN:VCARD\n" + b"N: Obi\n" * 60, "text", "x-vcard", filename="ada.vcf")
    mail_.add_attachment(message(subject="An earlier one"), filename="earlier.eml")
    return mail_


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From press@state.example Tue Jan 14 18:30:00 2025\n" + message + b"\n\n" for message in messages)
