"""Mail: single messages (EML) and mailboxes (mbox), read message by message, with what is attached; and saved pages."""

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.file_types import page_part_of
from newsie.read.documents.payload import Payload
from newsie.read.documents.unpacking import unpacked
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.html.page import page_draft
from newsie.read.formats.keyed.timestamps import day_sent
from newsie.read.formats.mail.parts import Attachment, Mail, attachments, body, header, parsed, saved_page, sender
from newsie.read.formats.mail.story import Story, story_in, subject_title
from newsie.read.layout.full_dates import date_pattern, full_date
from newsie.read.names import label_of

FIELD = re.compile(r"([!-9;-~]+)[ \t]*:(?:.*\n?(?:[ \t]+.*(?:\n|$))*)")
MAIL_FIELD = re.compile(
    "from|to|cc|subject|date|sender|received|return-path|delivered-to|message-id|mime-version|reply-to", re.IGNORECASE
)
ENOUGH_FIELDS = 3

SEPARATOR = re.compile(rb"From \S.*\d\d:\d\d.*\d{4}")
"""What begins a message in a mailbox (RFC 4155), after an empty line: sender and time."""

ESCAPED = re.compile(rb">+From ")

OPENING = 4
"""Paragraphs in which a release repeats the subject as its headline, below a letterhead."""

LEAST_WORDS = 40
"""A text with fewer is no article, where another is at hand: the note above an attachment."""


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the article in a message and those attached to it, or those of each message of a mailbox.

    Raises SourceError if a single message has none; what is wrong with one of a mailbox goes to `on_error`.
    """
    if not SEPARATOR.match(payload.opening().partition(b"\n")[0]):
        yield from _articles_in(parsed_mail(payload.whole(), payload.name), payload.name, context)
        return
    for number, data in enumerate(_messages(payload), start=1):
        name = f"{payload.name}#{number}"
        try:
            message = Payload(name, io.BytesIO(data), context.limits)
            yield from _articles_in(parsed_mail(message.whole(), name), name, context)
        except SourceError as error:
            context.on_error(error)


def _messages(payload: Payload) -> Iterator[bytes]:
    """The messages of a mailbox; of one that is longer than a document may be, one byte more than that."""
    message, size, after_blank = io.BytesIO(), 0, True
    limit = payload.limits.document_bytes + 1
    payload.stream.readline(limit)  # the first separator
    while line := payload.stream.readline(limit):
        if after_blank and SEPARATOR.match(line):
            yield message.getvalue()
            message, size = io.BytesIO(), 0
            continue
        after_blank = not line.strip()
        unescaped = line[1:] if ESCAPED.match(line) else line
        message.write(unescaped[: limit - size])
        size = message.tell()
    yield message.getvalue()


def parsed_mail(data: bytes, name: str) -> Mail:
    """Return a message. Raises SourceError, naming `name`, if it can't be parsed."""
    try:
        return parsed(data)
    except ValueError as error:
        raise SourceError(label_of(name), str(error), "save its text as a text file") from error


def _articles_in(mail: Mail, name: str, context: ReadContext, depth: int = 0) -> Iterator[Draft]:
    """The article in the body, unless it is a note on what is attached, and those in attachments.

    Raises SourceError if there is neither.
    """
    draft = _saved_page(mail, name) or _draft(mail, name)
    sent = day_sent(header(mail, "date") or "")
    parts = (article for part in _named(mail) for article in _attached(part, name, context, depth))
    attached = (replace(article, received=article.received or sent) for article in parts)
    first = None if draft and _is_long(draft) else next(attached, None)
    if first:
        yield first
    elif draft:
        yield draft
    else:
        raise SourceError(label_of(name), "a mail without a text", "leave it out, or save what it links to")
    yield from attached


def _saved_page(mail: Mail, name: str) -> Draft | None:
    """The article on a page that a browser has saved in the form of a mail (MHTML), or None if it is none."""
    page = saved_page(mail, label_of(name))
    draft = page_draft(page.html, name, page.address) if page else None
    return draft and replace(draft, received=day_sent(header(mail, "date") or ""))


def _draft(mail: Mail, name: str) -> Draft | None:
    """The article in the body of a message, or None if that is empty."""
    story = story_in(body(mail, label_of(name)))
    if not any(paragraph.text.strip() for paragraph in story.paragraphs):
        return None
    fields = story.forwarded or {key: header(mail, key) or "" for key in ("from", "subject")}
    author, host = sender(fields.get("from", ""))
    title = subject_title(fields.get("subject", ""))
    url = re.search(r"https?://[^\s<>]+", header(mail, "archived-at") or "")  # RFC 5064
    draft = Draft(
        source=name,
        text="",
        title=title,
        url=url[0] if url else None,
        site=host,
        authors=(author,) if author else (),
        published=_forwarded_day(story) or day_sent(header(mail, "date") or ""),
    )
    return with_text(draft, _without_title(story.paragraphs, title))


def _forwarded_day(story: Story) -> datetime.date | None:
    """The day that the headers of what was forwarded give, in the form that a mail program has chosen for its user."""
    sent = story.forwarded.get("sent") or story.forwarded.get("date") or ""
    found = re.search(date_pattern(), sent)
    return full_date(found[0]) if found else None


def _without_title(paragraphs: Sequence[Paragraph], title: str | None) -> Iterator[Paragraph]:
    """The paragraphs without that at the top which says what the subject says."""
    words = (title or "").casefold().split()
    for index, paragraph in enumerate(paragraphs):
        if index >= OPENING or paragraph.text.casefold().split() != words:
            yield paragraph


def _named(mail: Mail) -> Iterator[tuple[str, Attachment]]:
    """What is attached, by its name, or where it has none by its number."""
    for number, attachment in enumerate(attachments(mail), start=1):
        yield attachment.name or f"attachment-{number}", attachment


def _attached(named: tuple[str, Attachment], mail: str, context: ReadContext, depth: int) -> Iterator[Draft]:
    """The articles in what is attached to the mail named `mail`; what cannot be read costs a line."""
    name = f"{mail}#{named[0]}"
    attachment = named[1]
    try:
        if not attachment.is_mail:
            yield from filter(_is_long, _in_file(Payload(name, io.BytesIO(attachment.data), context.limits), context))
        elif depth < context.limits.archive_depth:
            yield from _articles_in(parsed_mail(attachment.data, name), name, context, depth + 1)
        else:
            raise SourceError(label_of(name), "mails in mails, nested too deep", "save the inner ones as files")
    except SourceError as error:
        context.on_error(error)


def _in_file(attached: Payload, context: ReadContext) -> Iterator[Draft]:
    """The articles in an attached file, nothing from pictures and from text that is no article by its name: a card."""
    from newsie.read.formats.registry import SUFFIXES, format_of

    for document in unpacked(attached, context):
        if page_part_of(document):
            continue
        format_ = format_of(document)
        if format_.name != "text" or document.suffix in SUFFIXES:
            yield from format_.read(document, context)


def _is_long(draft: Draft) -> bool:
    return len(draft.text.split()) >= LEAST_WORDS


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a mailbox or with the headers of a mail; fewer are enough for a file named as one."""
    first, _, rest = opening.text.partition("\n")
    if not SEPARATOR.match(first.encode("utf-8", "replace")):
        rest = opening.text
    enough = 1 if opening.suffix in FORMAT.suffixes else ENOUGH_FIELDS
    return _count_fields(rest) >= enough


def _count_fields(text: str) -> int:
    """How many of the usual fields of mail the text begins with, up to an empty line or anything else."""
    count, position = 0, 0
    while field := FIELD.match(text, position):
        count += MAIL_FIELD.fullmatch(field[1]) is not None
        position = field.end()
    return count


FORMAT = Format(
    name="mail",
    description="mails (EML), mailboxes (mbox), with what is attached to them, and saved pages (MHTML)",
    suffixes=(".eml", ".mbox", ".mbx", ".mhtml", ".mht"),
    recognizes=recognizes,
    read=read,
)
