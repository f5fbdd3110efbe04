"""The status of a meeting: every cue fires on its example and not on its near miss."""

import pytest
from spacy.language import Language

from markup import parse
from meeting_docs import drafts, meetings, who
from newsie.pipeline.clauses import SYNTAX
from newsie.pipeline.status import call_off_plans, read_status, with_status
from newsie.pipeline.status_rules import Cue, status_rules


def _status(nlp: Language, text: str) -> str:
    plain, tags = parse(text)
    doc = nlp.make_doc(plain)
    for name, pipe in nlp.pipeline:
        doc = pipe(doc) if name in SYNTAX else doc
    return read_status(doc.char_span(tags[0].start, tags[0].end), doc[:])


@pytest.mark.parametrize("cue", status_rules().cue, ids=lambda cue: cue.example)
def test_cue_fires_on_its_example(nlp: Language, cue: Cue) -> None:
    assert _status(nlp, cue.example) == cue.status


@pytest.mark.parametrize("cue", status_rules().cue, ids=lambda cue: cue.example)
def test_cue_does_not_reach_its_near_miss(nlp: Language, cue: Cue) -> None:
    assert _status(nlp, cue.near_miss) == "held"


SENTENCES = [
    ("She would have several <t>meetings</t> with the envoy.", "planned"),
    ("She would have <t>met</t> the envoy but for the storm.", "none"),
    ("She expects to <t>meet</t> the envoy.", "planned"),
    ("They stressed the importance of holding a <t>meeting</t> with the envoy.", "none"),
    ("They stressed the importance of the bridge, holding a <t>meeting</t> with the envoy.", "held"),
    ("She held a <t>meeting</t> with the envoy and is scheduled to leave.", "held"),
    ("She will call on the king and hold extensive <t>talks</t> with the envoy.", "planned"),
    ("They pledged to <t>consult</t> in the months to come.", "planned"),
    ("Both look forward to <t>meeting</t> in May.", "planned"),
    ("Presidents to <t>meet</t> in Lima", "planned"),
    ("They agreed on Wednesday to resume <t>talks</t>.", "planned"),
    ("She is on a two-day <t>trip</t> to Japan.", "ongoing"),
    ("She will <t>meet</t> the envoy.", "planned"),
    ("He is due to hold a video <t>conference</t> with the envoy.", "planned"),
    ("She will receive the envoy, the head of the mission to the islands, and <t>call</t> on the king.", "planned"),
    ("He has <t>met</t> the envoy twice.", "held"),
    ("She is likely to <t>meet</t> the envoy.", "planned"),
    ("She may also <t>meet</t> the envoy.", "possible"),
    ("He is considering a <t>visit</t> to the coast.", "possible"),
    ("The <t>meeting</t> between the two was called off.", "cancelled"),
    ("She is due to <t>meet</t> the envoy on Friday, after a visit of their leaders was postponed.", "planned"),
    ("She was due to <t>meet</t> the envoy on Friday, but her trip was postponed.", "cancelled"),
    ("She had planned to <t>meet</t> the envoy, but the talks were postponed.", "cancelled"),
    ("She <t>met</t> the envoy, who cancelled his flight.", "held"),
    ("He denied reports that the minister had <t>met</t> the envoy.", "denied"),
    ("He declined to comment; she <t>met</t> the envoy.", "held"),
    ("She has yet to <t>meet</t> the envoy.", "none"),
    ("She urged him to <t>meet</t> the envoy.", "none"),
    ("They will travel to the coast after she <t>met</t> the envoy.", "held"),
    ("They agreed on a plan after <t>talks</t> between the two.", "held"),
    ("On May 12 she held a <t>meeting</t> with the envoy.", "held"),
    ("LIMA, May 1 (Reuters) - She will <t>meet</t> the envoy.", "planned"),
    ("They spoke of the <t>talks</t> between the envoy and Ada Obi scheduled for Monday.", "planned"),
    ("They set the agenda of the <t>meeting</t> to be held on Monday.", "planned"),
    ("They spoke in <t>talks</t> of a vote scheduled for Monday.", "held"),
    ("After the <t>talks</t> with the envoy, she is scheduled to leave.", "held"),
    ("They had not seen the plan when they <t>met</t> in April.", "held"),
    ("She will ask for aid when she <t>meets</t> the envoy.", "planned"),
    ("She asked for aid when she <t>met</t> the envoy.", "held"),
    ("No <t>meeting</t> between the two was held.", "none"),
    ("No deal was in sight at the <t>talks</t> between the two.", "held"),
    ("He had no <t>meeting</t> with the envoy.", "none"),
    ("She snubbed <t>talks</t> with the envoy.", "none"),
    ("She backed out of a <t>meeting</t> with the envoy.", "cancelled"),
    ("She was to <t>meet</t> the envoy but cancelled.", "cancelled"),
    ("The palace dismissed as false a report that she had <t>met</t> the envoy.", "denied"),
    ("A <t>meeting</t> between the two is not ruled out.", "possible"),
    ("She held a previously planned <t>meeting</t> with the envoy.", "held"),
    ("The postponed <t>meeting</t> never took place.", "cancelled"),
    ("She <t>travels</t> to the coast next week.", "planned"),
    ("She <t>met</t> the envoy, who travels to the coast next week.", "held"),
    ("Aides are working on a <t>meeting</t> between the two.", "planned"),
    ("The Minister of Works and Territorial Planning, Ada Obi, held <t>talks</t> with the envoy.", "held"),
    ("Planning <t>talks</t> with the envoy, the Minister of Works stayed.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), SENTENCES)
def test_status(nlp: Language, text: str, status: str) -> None:
    assert _status(nlp, text) == status


MARIA, JAN, TOM = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>"
PLANS = [
    (f"The trip of {MARIA} to <l>Accra</l> was postponed. {MARIA} was slated to meet {JAN}.", "cancelled"),
    (f"The trip of {MARIA} to <l>Accra</l> was postponed. {MARIA} will meet {JAN}.", "planned"),
    (f"The trip of {TOM} to <l>Accra</l> was postponed. {MARIA} was slated to meet {JAN}.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), PLANS)
def test_plans_for_a_journey_that_was_called_off(nlp: Language, text: str, status: str) -> None:
    meetings = list(with_status(drafts(nlp, text)))
    call_off_plans(meetings)
    assert [meeting.status for meeting in meetings] == ["cancelled", status]


def test_refused_and_conditional_meetings_are_dropped(nlp: Language) -> None:
    text = (
        "<p>Maria Lund</p> refused to meet <p>Jan Kraus</p>. <p>Maria Lund</p> will come only if she meets "
        "<p>Tom Reed</p>. <p>Maria Lund</p> met <p>Lee Park</p>."
    )
    assert [who(meeting.participants) for meeting in meetings(nlp, text)] == [{"Maria Lund", "Lee Park"}]
