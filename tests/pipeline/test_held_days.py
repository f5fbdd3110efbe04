"""The day of a meeting that was held lies before the article."""

import datetime

import pytest
from spacy.language import Language

from newsie import records
from newsie.extraction import article_records

PUBLISHED = datetime.date(2024, 11, 15)  # a Friday
PEOPLE = "Foreign Minister Ada Obi {} her counterpart Jan Kraus in Lima{}."
DAYS = [
    (PEOPLE.format("meets", " on Thursday"), "2024-11-14"),
    (PEOPLE.format("met", " on Thursday"), "2024-11-14"),
    (PEOPLE.format("meets", ", Peru, on Thursday") + " (Harbour News)", "2024-11-14"),
    (PEOPLE.format("will meet", " on Thursday"), "2024-11-21"),
    (PEOPLE.format("is due to meet", " on Thursday"), "2024-11-21"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day(nlp: Language, text: str, day: str) -> None:
    article = records.Article(id="test", source="test", text=text, published=PUBLISHED)
    [record] = article_records(nlp, [article])
    assert [meeting.date.value for meeting in record.meetings if meeting.date] == [day]
