"""Those who met by words beside the meeting: "with the participation of A and B"."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, who

MARIA, JAN, TOM = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>"
ALL = {"Maria Lund", "Jan Kraus", "Tom Reed"}
SENTENCES = [
    (f"A meeting was held in <l>Accra</l> with the participation of {MARIA} and {JAN}.", [ALL - {"Tom Reed"}]),
    (f"A meeting between {MARIA} and {JAN} will take place on June 1 with the participation of {TOM}.", [ALL]),
    (f"They spoke of the talks to be held today with the participation of {MARIA}, {JAN} and {TOM}.", [ALL]),
    (f"{MARIA} held talks with {JAN}, with the participation of {TOM}.", [ALL]),
    # where nobody met
    (f"Drills were held near <l>Accra</l> with the participation of {MARIA} and {JAN}.", []),
    (f"A meeting began with praise for the participation of {MARIA} and {JAN} in the race.", []),
    (f"The participation of {MARIA} and {JAN} in the meeting is in doubt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), SENTENCES)
def test_those_with_whose_participation_a_meeting_is_held(
    nlp: Language, text: str, participants: list[set[str]]
) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants
