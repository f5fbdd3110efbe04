"""Who talks with a journalist gives an interview; who meets one, met somebody."""

import pytest
from spacy.language import Language

from meeting_docs import drafts

MARIA, JAN = "<p>Maria Lund</p>", "<p>Jan Kraus</p>"
INTERVIEWS = [
    f"{MARIA} spoke with the reporter {JAN} on Monday.",
    f"{MARIA} sat down with {JAN} of public radio on Monday.",
    f"{MARIA} sat down with {JAN}, the editor, for an hour.",
    f"{MARIA} spoke with {JAN} on Monday. Correspondent {JAN} asked her about the harbour.",
]
MEETINGS = [
    f"{MARIA} spoke with {JAN} on Monday.",
    f"{MARIA} spoke with {JAN}, a former journalist, on Monday.",
    f"{MARIA} spoke with {JAN} of the Harbour Board on Monday.",
    f"{MARIA} spoke with {JAN} after the radio had reported her death.",
    f"{MARIA} received the editor {JAN} on Monday.",
]


@pytest.mark.parametrize("text", INTERVIEWS)
def test_interview(nlp: Language, text: str) -> None:
    assert drafts(nlp, text) == []


@pytest.mark.parametrize("text", MEETINGS)
def test_no_interview(nlp: Language, text: str) -> None:
    assert len(drafts(nlp, text)) == 1
