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
    (f"The <o>Coastal Agency</o> announced on Monday that {MET}.", ["Coastal Agency"]),
    (f"{MET}, <x>Ida Moe</x> told reporters.", ["Ida Moe"]),
    (f"{MET}, <x as='Ida Moe'>Ms Moe</x> said.", ["Ida Moe"]),
    (f"{MET}, the <o>Coastal Agency</o> said in a statement.", ["Coastal Agency"]),
    (f"A statement by the <o>Coastal Agency</o> said {MET}.", ["Coastal Agency"]),
    (f"{MET}, a statement issued by the <o>Coastal Agency</o> said.", ["Coastal Agency"]),
    (f"{MET}, according to a <o>Coastal Agency</o> readout.", ["Coastal Agency"]),
    (f"{MET}, said a press release of the <o>Coastal Agency</o>.", ["Coastal Agency"]),
    (f"{MET}, a statement said.", []),
    # whom an article addresses
    (f"Readers may recall that {MET}.", []),
    (f"Residents may recall that {MET}.", ["Residents"]),
    # who quotes and who is quoted
    (f"The <o>Northern Wire</o> quoted <x>Ida Moe</x> as saying that {MET}.", ["Northern Wire", "Ida Moe"]),
    (f"<x>Ida Moe</x> was quoted by the <o>Northern Wire</o> as saying that {MET}.", ["Northern Wire", "Ida Moe"]),
    (f"The <o>Northern Wire</o> reported, citing the <o>Coastal Agency</o>, that {MET}.",
     ["Northern Wire", "Coastal Agency"]),
    # a pronoun is the one it means, or nobody
    (f"{MET}, <x as='Ida Moe' kind='pronoun'>she</x> said.", ["Ida Moe"]),
    (f"{MET}, they said.", []),
    (f"It said {MET}.", []),
    (f"<x>Ida Moe</x> denied reports that {MET}.", ["Ida Moe"]),
    (f"<x>Ida Moe</x> wrote a book on the week in which {MET}.", []),
    (f"{MET}, two of the people said.", ["two of the people"]),
    (f"{MET}, a source in the delegation told reporters.", ["a source"]),
    (f"{MET}, an official of the ministry said on Monday.", ["an official of the ministry"]),
    (f"{MET}, the head of the port.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources"), SOURCES)
def test_sources(nlp: Language, text: str, sources: list[str]) -> None:
    assert [meeting.attributed_to for meeting in drafts(nlp, text)] == [sources]
