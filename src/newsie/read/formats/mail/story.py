"""The story in a mail: without quotes, signatures, footers, and the headers of what was forwarded."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import Field

from newsie.read.draft import Paragraph
from newsie.rules import load_rules
from newsie.rules.loader import CaselessPattern, RuleModel

SIGNATURE = re.compile(r"^--[ \u00a0]?$", re.MULTILINE)
"""RFC 3676, 4.3: two hyphens and a space, which many programs strip."""

LONGEST_SIGNATURE = 15
"""Lines of a signature; more than that below two hyphens is part of the text."""

RULER = re.compile(r"^_{20,}$", re.MULTILINE)
"""What list managers write above their footer (Mailman), and Outlook above what it forwards."""

QUOTED = re.compile(r"^>.*\n?", re.MULTILINE)
QUOTE_MARKS = re.compile(r"^(?:> ?)+", re.MULTILINE)
ATTRIBUTION = re.compile(r"^(?!>)[^\n]{5,200}(?:\n(?!>)[^\n]{1,80})?\bwrote:[ \t]*(?=\n+>)", re.MULTILINE)
FORWARDED = re.compile(
    r"[>*_\s]*(?:-{2,}[^\n]{0,80}-{2,}\s+|[^\n]{0,40}\bforwarded message:\s+)?\*?from\s?:", re.IGNORECASE
)
FIELD = re.compile(r"(?:^|(?<=\s))[>* ]*(from|sent|date|to|cc|subject|reply-to)\s?:\*?(?=\s)", re.IGNORECASE)
REAL_TEXT = 20
"""Words; what is shorter and stands above a quotation that is longer is a note on it, not the story."""


class MailRule(RuleModel):
    """What a mark or line begins with, and examples and a near miss of it."""

    name: str
    pattern: CaselessPattern
    examples: tuple[str, ...] = Field(min_length=1)
    near_miss: str


class MailRules(RuleModel):
    """The schema of `rules/mail.toml`: marks before the subject, and lines about the mail itself."""

    subject: tuple[MailRule, ...]
    footer: tuple[MailRule, ...]


class Story(NamedTuple):
    """The paragraphs of a story, and if it was forwarded the headers it had before: "from", "date", "subject"."""

    paragraphs: Sequence[Paragraph]
    forwarded: Mapping[str, str]


def mail_rules() -> MailRules:
    """What `rules/mail.toml` says."""
    return load_rules("mail", MailRules)


def subject_title(subject: str) -> str | None:
    """Return the headline in a subject, without "Re:", "PRESS RELEASE:" and the like, or None if there is nothing."""
    title = " ".join(subject.split())
    while match := next(filter(None, (rule.pattern.match(title) for rule in mail_rules().subject)), None):
        title = title[match.end() :]
    return title or None


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the blocks of a text that empty lines divide; their lines stay as they are."""
    return [Paragraph(block.strip("\n")) for block in re.split(r"\n[ \t]*(?=\n)", text) if block.strip()]


def count_words(paragraphs: Iterable[Paragraph]) -> int:
    """Return how many words some paragraphs have together."""
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def story_in(paragraphs: Sequence[Paragraph]) -> Story:
    """Return the story in the body of a mail."""
    story, forwarded = _forwarded(paragraphs)
    return Story(_without_footer(_without_signature(_without_quotes(story))), forwarded)


def _forwarded(paragraphs: Sequence[Paragraph]) -> Story:
    """What was forwarded, or what stands above it if that is longer, as in an answer."""
    for index, paragraph in enumerate(paragraphs):
        if FORWARDED.match(paragraph.text) and "subject" in (fields := _fields(paragraph.text)) and len(fields) > 2:
            before, after = paragraphs[:index], paragraphs[index + 1 :]
            if count_words(before) > count_words(after):
                return Story(before, {})
            inner = _forwarded(after)
            return Story(inner.paragraphs, inner.forwarded or fields)
    return Story(paragraphs, {})


def _fields(block: str) -> dict[str, str]:
    """The header fields in a block, each on a line of its own or all on one."""
    marks = list(FIELD.finditer(block))
    ends = [mark.start() for mark in marks[1:]] + [len(block)]
    fields = zip(marks, ends, strict=True)
    return {mark[1].lower(): " ".join(block[mark.end() : end].split()).strip("*> ") for mark, end in fields}


def _without_quotes(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs without lines that begin with ">", but those alone where hardly anything else is there."""
    if not any(QUOTED.search(paragraph.text) for paragraph in paragraphs):
        return paragraphs
    whole = "\n\n".join(paragraph.text for paragraph in paragraphs)
    own = paragraphs_of(QUOTED.sub("", ATTRIBUTION.sub("", whole)))
    if count_words(own) >= REAL_TEXT or 2 * count_words(own) > count_words(paragraphs):
        return own
    return paragraphs_of(QUOTE_MARKS.sub("", ATTRIBUTION.sub("", whole)))


def _without_signature(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    for index, paragraph in enumerate(paragraphs):
        if mark := SIGNATURE.search(paragraph.text):
            below = [Paragraph(paragraph.text[mark.end() :]), *paragraphs[index + 1 :]]
            above = _above(paragraphs, index, mark.start())
            if above and sum(len(block.text.split("\n")) for block in below) <= LONGEST_SIGNATURE:
                return above
    return paragraphs


def _without_footer(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """What stands above the first line about the mail itself in the second half, without such lines in the first."""
    kept: list[Paragraph] = []
    total = count_words(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        footer = next(_footer_lines(paragraph.text), None)
        if footer is not None and 2 * count_words(above := _above(paragraphs, index, footer)) >= total:
            return kept + list(above[index:])
        kept += [paragraph] if footer is None else _without_lines(paragraph)
    return kept


def _without_lines(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph without its lines about the mail itself, or nothing if no others are there."""
    starts = set(_footer_lines(paragraph.text))
    lines = re.finditer(r"[^\n]+", paragraph.text)
    text = "\n".join(line[0] for line in lines if line.start() not in starts)
    return [paragraph._replace(text=text)] if text.strip() else []


def _footer_lines(text: str) -> Iterator[int]:
    """Where the lines about the mail itself begin; where a ruler is drawn above one, that does."""
    rules = mail_rules().footer
    ruled = None
    for line in re.finditer(r"[^\n]+", text):
        if RULER.fullmatch(line[0]):
            ruled = line.start()
        elif any(rule.pattern.match(line[0]) for rule in rules):
            yield line.start() if ruled is None else ruled
            ruled = None
        else:
            ruled = None


def _above(paragraphs: Sequence[Paragraph], index: int, offset: int) -> Sequence[Paragraph]:
    """The paragraphs before that at `index`, and what it has before `offset`."""
    start = paragraphs[index].text[:offset].rstrip()
    return [*paragraphs[:index], *([paragraphs[index]._replace(text=start)] if start else [])]
