"""One article may hold several stories, and nobody of one is "he" or "the minister" in the next."""

import pytest
from spacy.language import Language

from newsie.extraction import article_records
from newsie.pipeline.extensions import register
from newsie.pipeline.stories import story_rules, story_starts
from newsie.read.articles import article_of

STARTS = [
    ("The rain came.\n\nIn other news, a bear was caught.", ["In"]),
    ("The rain came. And finally, a bear was caught.", ["And"]),
    ("The rain came.\n\n* * *\n\nA bear was caught.\n\n-----\n\nNobody cried.", ["A", "Nobody"]),
    ("In brief\n\nKENYA\nThe rain came.\n\nSAUDI ARABIA\nA bear was caught.", ["KENYA", "SAUDI"]),
    ("18:42\nThe rain came.\n\n5:30 pm GMT\nA bear was caught.", ["18:42", "5:30"]),
    ("18.42 - The rain came.\n17.30 - A bear was caught.", ["18.42", "17.30"]),
    # one line alone divides nothing
    ("KENYA\nThe rain came.", []),
    ("18:42\nThe rain came.", []),
    ("Meanwhile, a bear was caught. Separately, the rain came.", []),
    ("He had no interest in other news. “It was in other news,” he said.", []),
    ("We met at\n18:42 in the rain and at\n17:30 again.", []),
]


@pytest.mark.parametrize(("text", "words"), STARTS)
def test_where_stories_start(nlp: Language, text: str, words: list[str]) -> None:
    register()
    doc = nlp.make_doc(text)
    lines = [doc[start:].text.split()[0] for start in story_starts(doc)]
    assert lines == words


@pytest.mark.parametrize("opener", [story_rules().openers.example, *story_rules().openers.words])
def test_what_opens_another_story(nlp: Language, opener: str) -> None:
    register()
    doc = nlp.make_doc(f"The rain came. {opener.capitalize()} x.")
    assert [doc[start:].text for start in story_starts(doc)] == [f"{opener.capitalize()} x."]


def test_what_goes_on_with_a_story(nlp: Language) -> None:
    register()
    assert not story_starts(nlp.make_doc(f"The rain came. {story_rules().openers.near_miss}"))


FIRST = "Defence Minister Robert Ngata met police chief Helen Tui in Apia on Monday."
BORDERS = ["In other news, {}", "* * *\n\n{}", "And finally, {}"]
SECOND = [
    "the minister met Jan Kraus, a banker.",
    "he met Jan Kraus, a banker.",
    "the two met Jan Kraus, a banker.",
    "the meeting was attended by Jan Kraus.",
    "they met Jan Kraus, a banker.",
]


@pytest.mark.parametrize("border", BORDERS)
@pytest.mark.parametrize("second", SECOND)
def test_no_pair_across_stories(nlp: Language, border: str, second: str) -> None:
    text = f"{FIRST}\n\n{border.format(second)}\n"
    record = next(article_records(nlp, [article_of(text, "a.txt")]))
    together = [{person.name for person in meeting.participants} for meeting in record.meetings]
    assert {"Robert Ngata", "Helen Tui"} in together
    assert not any("Jan Kraus" in names and names & {"Robert Ngata", "Helen Tui"} for names in together)
