"""Articles of sport, fiction, jokes and evidence report no meetings, but for those of officials."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, who

MARIA, JAN = "<p>Maria Lund</p>", "<p>Jan Kraus</p>"
MATCH = "The tournament ends on Sunday, said the coach of the champions."
REVIEW = "The novel has 300 pages."
JOKES = "The jokes of the comedian are new."

NONE = [
    f"{MARIA} meets {JAN} on Friday. {MATCH}",
    f"{MARIA} met {JAN} on Friday. {MATCH}",
    # told in the present tense
    f"{MARIA} meets {JAN} on a boat. {REVIEW}",
    f"{MARIA} and {JAN} have met before. {REVIEW}",
    f"In the end {MARIA} and {JAN} meet again. {REVIEW}",
    f"{MARIA} meets {JAN} at the gates of heaven. {JOKES}",
    f"{MARIA} met {JAN} on a boat. The couple announced their engagement; the wedding is in May.",
    # told in any tense, with one word more
    f"{MARIA} met {JAN} on a boat. {REVIEW} Its plot is thin.",
    f"The jury heard that {MARIA} spoke by phone with {JAN}. The trial goes on; prosecutors say that he is guilty.",
    f"{MARIA} met {JAN} in prison, the posts say. The screenshot is doctored, the claim false. Our rating: misleading.",
]
SOME = [
    f"{MARIA} met {JAN} on Monday. A couple watched; they were on their way to a wedding.",
    f"<p role='President'>Maria Lund</p> met {JAN} at the wedding. The couple announced their engagement in May.",
    f"{MARIA} met {JAN} on Friday. The coach was late.",
    f"<p role='President'>Maria Lund</p> met {JAN} on Friday. {MATCH}",
    f"{MARIA} met {JAN} on Friday. {REVIEW}",
    f"{MARIA} will meet {JAN} on Friday. {REVIEW}",
    f"{MARIA} met {JAN} on Friday. The trial goes on; prosecutors told the jury that he is guilty.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_meets_there(nlp: Language, text: str) -> None:
    assert drafts(nlp, text) == []


@pytest.mark.parametrize("text", SOME)
def test_a_few_words_make_no_genre(nlp: Language, text: str) -> None:
    assert [who(draft.participants) for draft in drafts(nlp, text)] == [{"Maria Lund", "Jan Kraus"}]
