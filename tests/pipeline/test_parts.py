"""Who is host and who visitor."""

import pytest
from spacy.language import Language

from meeting_docs import drafts

MARIA = "<p>Maria Lund</p>"
JAN = "<p>Jan Kraus</p>"

# Part of Maria Lund, part of Jan Kraus.
PARTS = [
    (f"{MARIA} received {JAN}.", "host", "visitor"),
    (f"{MARIA} was received by {JAN}.", "visitor", "host"),
    (f"{MARIA} was hosted by {JAN}.", "visitor", "host"),
    (f"{MARIA} paid a courtesy call on {JAN}.", "visitor", "host"),
    (f"{MARIA} received a courtesy call from {JAN}.", "host", "visitor"),
    (f"A courtesy call by {MARIA} on {JAN} lasted an hour.", "visitor", "host"),
    (f"{MARIA} granted an audience to {JAN}.", "host", "visitor"),
    (f"{MARIA} had an audience with {JAN}.", "visitor", "host"),
    (f"{MARIA} hosted a dinner for {JAN}.", "host", "visitor"),
    (f"A delegation led by {MARIA} called on {JAN}.", "visitor", "host"),
    (f"{MARIA} met the visiting {JAN}.", None, "visitor"),
    (f"Visiting Norwegian minister {MARIA} met {JAN}.", "visitor", None),
    (f"{MARIA} met her host, {JAN}.", "visitor", "host"),
    (f"{MARIA} held talks with her guest, {JAN}.", "host", "visitor"),
    (f"{MARIA} travelled to <l>Accra</l> for talks with {JAN}.", "visitor", None),
    (f"{MARIA} arrived in <l>Accra</l> to meet {JAN}.", "visitor", None),
    (f"During a visit to <l>Accra</l>, {MARIA} met {JAN}.", "visitor", None),
    (f"{MARIA}, who visited <l>Accra</l> in May, met {JAN} in <l>Lima</l>.", None, None),
    (f"{MARIA} met {JAN}.", None, None),
    (f"{MARIA} spoke by phone with {JAN} during a visit to <l>Accra</l>.", None, None),
    (f"The host of the show left. {MARIA} met {JAN}.", None, None),
]


@pytest.mark.parametrize(("text", "maria", "jan"), PARTS)
def test_parts(nlp: Language, text: str, maria: str | None, jan: str | None) -> None:
    [meeting] = [meeting for meeting in drafts(nlp, text) if meeting.kind != "visit"]
    assert {one.entity: one.part for one in meeting.participants} == {"Maria Lund": maria, "Jan Kraus": jan}


def test_a_meeting_during_a_visit_was_there(nlp: Language) -> None:
    places = {
        meeting.kind: meeting.places for meeting in drafts(nlp, f"During a visit to <l>Accra</l>, {MARIA} met {JAN}.")
    }
    assert places == {"visit": ["Accra"], "meeting": ["Accra"]}
