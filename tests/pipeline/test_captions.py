"""Captions of pictures: sentences of their own, whose present tells the past, and which never double a meeting."""

import datetime

import pytest
from spacy.language import Language

from newsie.extraction import article_records
from newsie.read.articles import article_from
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.records import ArticleRecord

PUBLISHED = datetime.date(2025, 1, 15)
STORY = "Foreign Minister Rosa Quiroga met her Danish counterpart, Ole Lund, in Lima on Tuesday."
FOLLOWING = "The two ministers are to meet again in March."


def record_of(nlp: Language, *paragraphs: Paragraph | str) -> ArticleRecord:
    draft = Draft(source="a.html", text="", title="Ministers speak of trade", published=PUBLISHED)
    texts = (Paragraph(p) if isinstance(p, str) else p for p in paragraphs)
    return next(article_records(nlp, [article_from(with_text(draft, texts))]))


def meetings(record: ArticleRecord) -> list[tuple[set[str], str, str | None]]:
    return [
        ({person.name for person in meeting.participants}, meeting.status, meeting.date and meeting.date.value)
        for meeting in record.meetings
    ]


HELD = ({"Rosa Quiroga", "Ole Lund"}, "held", "2025-01-14")
PLANNED = ({"Rosa Quiroga", "Ole Lund"}, "planned", "2025-03")

SAME = [
    "Foreign Minister Rosa Quiroga meets Ole Lund in Lima on Tuesday",
    "Rosa Quiroga, left, shakes hands with Ole Lund in Lima on Tuesday",
    "Rosa Quiroga with Ole Lund on Tuesday",
]


@pytest.mark.parametrize("words", SAME)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_caption_of_a_meeting_told_in_the_text_does_not_double_it(nlp: Language, words: str, place: int) -> None:
    paragraphs: list[Paragraph | str] = [STORY, FOLLOWING]
    paragraphs.insert(place, Paragraph(words, "caption"))
    assert sorted(meetings(record_of(nlp, *paragraphs)), key=lambda m: m[1]) == [HELD, PLANNED]


def test_present_of_a_caption_tells_the_past(nlp: Language) -> None:
    caption = "Rosa Quiroga meets Kenji Mori in Lima on Thursday"
    marked = record_of(nlp, "It rained.", Paragraph(caption, "caption"))
    plain = record_of(nlp, "It rained.", caption)
    assert [(d.text, d.value) for d in marked.dates] == [("Thursday", "2025-01-09")]
    assert [(d.text, d.value) for d in plain.dates] == [("Thursday", "2025-01-16")]


def test_meeting_and_people_of_a_caption_alone_count(nlp: Language) -> None:
    record = record_of(nlp, STORY, Paragraph("Rosa Quiroga meets Kenji Mori in Lima on Monday", "caption"), FOLLOWING)
    assert ({"Rosa Quiroga", "Kenji Mori"}, "held", "2025-01-13") in meetings(record)
    assert "Kenji Mori" in {person.name for person in record.people}


def test_nobody_in_the_text_is_meant_for_having_been_photographed(nlp: Language) -> None:
    caption = Paragraph("Rosa Quiroga meets Kenji Mori in Lima on Monday", "caption")
    assert PLANNED in meetings(record_of(nlp, STORY, caption, FOLLOWING))
    spoken = record_of(nlp, "It rained in Lima.", Paragraph("Kenji Mori waves", "caption"), "He met Ole Lund.")
    assert meetings(spoken) == []


def test_caption_without_a_full_stop_does_not_run_into_the_text(nlp: Language) -> None:
    caption = Paragraph("The port of Callao, where the fleet is kept", "caption")
    record = record_of(nlp, caption, STORY)
    assert [meeting.reports[0].sentence.text for meeting in record.meetings] == [STORY]
