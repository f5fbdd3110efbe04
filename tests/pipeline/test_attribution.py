"""Who is cited for a meeting."""

import pytest
from spacy.language import Language

from meeting_docs import drafts

MET = "<p>Maria Lund</p> met <p>Jan Kraus</p>"

SOURCES = [
    (f"{MET} on Monday, the <o>Coastal Agency</o> said.", ["Coastal Agency"]),
    (f"The <o>Coastal Agency</o> said {MET}.", ["Coastal Agency"]),
    (f"{MET}, according to reports.", ["reports"]),
    (f"{MET}, three people with knowledge of the matter said.", ["three people"]),
    (f"The army's media wing <o>Coastal Agency</o> reported that {MET}.", ["Coastal Agency"]),
    (f"{MET}, reported Norwegian media <o>Coastal Agency</o>.", ["Coastal Agency"]),
    (f"<p>Ida Moe</p>, who {MET.removeprefix('<p>Maria Lund</p> ')}, said the harbour would open.", []),
    (f"{MET}.", []),
]


@pytest.mark.parametrize(("text", "sources"), SOURCES)
def test_sources(nlp: Language, text: str, sources: list[str]) -> None:
    assert [meeting.attributed_to for meeting in drafts(nlp, text)] == [sources]
