"""Meetings: each frame fires on its example and not on its near miss; who met whom, and who met nobody."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from meeting_docs import drafts, expected, meetings, who
from newsie.pipeline.attendance_rules import Attendance
from newsie.pipeline.attendance_rules import rules as attendance_rules
from newsie.pipeline.frame_rules import Frame, frame_rules


@pytest.mark.parametrize("frame", frame_rules().frame, ids=lambda frame: frame.rule)
def test_frame_fires_on_its_example(nlp: Language, frame: Frame) -> None:
    found = drafts(nlp, frame.example)
    assert [(meeting.rule, meeting.kind, who(meeting.participants)) for meeting in found] == [
        (frame.rule, frame.kind, expected(frame.example, "p", "o", "c"))
    ]


@pytest.mark.parametrize("frame", frame_rules().frame, ids=lambda frame: frame.rule)
def test_frame_is_silent_on_its_near_miss(nlp: Language, frame: Frame) -> None:
    assert drafts(nlp, frame.near_miss) == []


@pytest.mark.parametrize("entry", attendance_rules().attendance, ids=lambda entry: entry.rule)
def test_attendance_adds_those_of_its_example(nlp: Language, entry: Attendance) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, entry.example)] == [expected(entry.example, "p", "c")]


@pytest.mark.parametrize("entry", attendance_rules().attendance, ids=lambda entry: entry.rule)
def test_attendance_adds_nobody_of_its_near_miss(nlp: Language, entry: Attendance) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, entry.near_miss)] == [expected(entry.near_miss, "p")]


MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"

WHO_MET_WHOM = [
    (f"{MARIA} discussed ties and trade issues with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} discussed the bank and its quarrels of old with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The minister's counterpart, {MARIA} hosted {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}, as well as {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met with the <o>Harbour Board</o>, as well as local leaders focused on trade.",
     [{"Maria Lund", "Harbour Board", "local leaders"}]),
    (f"{MARIA} held meetings with dockers, students of two universities, and {JAN}.",
     [{"Maria Lund", "Jan Kraus", "dockers", "students of two universities"}]),
    (f"{MARIA} had a meeting with {JAN} in the capital of <c>Ghana</c>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN} over the dispute with <c>Ghana</c>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} granted {JAN} an audience.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} spoke at a meeting she held with {JAN}.".replace("she", "<p as='Maria Lund' kind='pronoun'>she</p>"),
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{TOM} praised the talks that {MARIA} held with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{TOM} praised the talks that led {MARIA} to {JAN}.", []),
    (f"{MARIA} is expected in <l>Accra</l> on Monday for talks with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"After a meeting with {JAN}, {MARIA} agreed with <x>Tom Reed</x>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} discussed with {JAN} ways to sell fish.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN} from <c>Ghana</c>, {TOM} from <c>Togo</c> and {LEE} from <c>Oman</c>.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} received nine envoys. The six consuls were {JAN} from <c>Ghana</c>, {TOM} from <c>Togo</c> and {LEE} "
     "from <c>Oman</c>.", [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"Foreign Ministers of <c>Ghana</c> {JAN}, <c>Togo</c> {TOM} and <c>Oman</c> {LEE} met {MARIA}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{JAN} was granted an audience by {MARIA}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"A meeting chaired by {MARIA} and attended by {JAN} was held.", [{"Maria Lund", "Jan Kraus"}]),
    (f"A dinner hosted by {MARIA} was attended by {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{TOM} accompanied {MARIA} to the talks with {JAN}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} entered into negotiations with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} pulled out of talks with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"At a meeting with {JAN}, {MARIA} was told of the strike.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} in talks with {JAN}", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} held a bilateral with {JAN} on the sidelines of the summit.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA}, the adviser to the council, and {JAN}, chairman of the panel, met.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met the minister of the <c>Russian Federation</c>.",
     [{"Maria Lund", "the minister of the Russian Federation"}]),
    (f"{MARIA} and {JAN} held talks on the ties between <c>Ghana</c> and <c>Togo</c>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} would also meet {JAN}, {TOM}, {LEE}, said a press release.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} would have several meetings with {JAN} and {TOM}.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. The sides discussed trade. The ministers held talks on fish.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. The Omani ministers held talks on fish.",
     [{"Maria Lund", "Jan Kraus"}, {"The Omani ministers"}]),
    (f"{MARIA} began her visit with homage to <x>Jan Kraus</x>.", []),
    (f"{MARIA} met {JAN}. Those present included {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. Those killed included <x>Tom Reed</x>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} attended part of the meeting.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN} and {TOM} on Monday.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} called on {JAN} to discuss the harbour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} called on {JAN} and {TOM} separately.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"(Separately, {MARIA} met {JAN}.)", [{"Maria Lund", "Jan Kraus"}]),
    (f"(The two talks)\n{MARIA} met {JAN} (her deputy).", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met separately with {JAN} and with {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} received {JAN} and, an hour later, {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} called {JAN} by telephone.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} received {JAN} and, an hour later, left for Oslo.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN} and, in the evening, {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} arrived late and met {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} received at <l>Elm Palace</l> {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met in the park on <date>Monday</date>, {JAN} said.", []),
    (f"{MARIA} received in <l>Accra</l> <date>Monday</date> {JAN} and {TOM}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} was received by {JAN} at the palace.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} was called on by {JAN} at the palace.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA}'s meeting with {JAN} lasted an hour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"Talks between {MARIA} and {JAN} were held at the palace.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} concluded two days of talks.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} said <x>Ida Moe</x> met {JAN}.", [{"Ida Moe", "Jan Kraus"}]),
    (f"{MARIA} received a delegation led by {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met the families of the miners.", [{"Maria Lund", "the families of the miners"}]),
    (f"{MARIA} met {JAN}. The two later spoke by telephone.", [{"Maria Lund", "Jan Kraus"}] * 2),
    (f"{MARIA} received two envoys. The two were {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} held talks with {JAN} to discuss the harbour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} received {JAN} and {TOM} one by one.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} received in succession {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} met {JAN} and, on the Ghanaian side, {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} and {JAN} met. {TOM} then held talks with both on <date>Monday</date>.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} and {JAN} met. The two plan to meet again.", [{"Maria Lund", "Jan Kraus"}] * 2),
    (f"{MARIA} of <c>Ghana</c>'s <o>Coast Guard</o> (GCG) and {JAN} met.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} met. Kraus is accompanied everywhere by {TOM}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} met on Monday at <l>Elm Base</l>, the old fort between the two rivers, the paper has learned.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} met. {TOM} took part on the Ghanaian side.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} and {JAN} held negotiations. {TOM} received the heads of the two delegations.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"The two commanders met on Monday. {MARIA} and {JAN} discussed the border.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus"}]),
    (f"The three commanders met on Monday. {MARIA} and {JAN} agreed on the border.", [{"The three commanders"}]),
    (f"The commanders met on Monday. {MARIA} met {JAN}.", [{"The commanders"}, {"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} agreed on the importance of raising wages during their meeting.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} agreed on the importance of raising wages during their meeting.", []),
    (f"{MARIA} held talks with {JAN} in the framework of the <o>Coastal Plan</o>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} left. The two reached an agreement during talks in Accra.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} left. The two praised the miners during talks in Accra.", []),
    (f"{MARIA} met {JAN}, as well as with {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} discussed raising wages with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} welcomed Congressional Staff Members.", [{"Maria Lund", "Congressional Staff Members"}]),
    (f"{MARIA} and {JAN} met. Officers are taking part in the talks, including {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"Army officials from both sides met. {MARIA} and {JAN} vowed to deepen ties.", [{"Maria Lund", "Jan Kraus"}]),
    (f"Army officials from both sides met. {MARIA} and {JAN} spent two hours together.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The two presidents met. {MARIA} and {JAN} spent two hours alone.", [{"The two presidents"}]),
    (f"The two presidents met. It was the first meeting between {MARIA} and {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (
        f"{TOM} met the two presidents. A meeting between {MARIA} and {JAN} was held.",
        [{"Tom Reed", "the two presidents"}, {"Maria Lund", "Jan Kraus"}],
    ),
    (f"{MARIA} spoke by phone with both {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} spoke by phone with {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} told newsmen at the end of a meeting with {JAN} that he was glad.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} said so while speaking with newsmen at the end of a meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} declared the end of the talks on trade during a meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} declared the end of the talks on trade during a meeting.", []),
    (f"{MARIA} and {JAN} spoke at the end of a meeting of the board.", []),
    (f"{MARIA} and {JAN} left. Both authorities held a meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} left. The authorities held a meeting.", []),
    (
        f"{MARIA} met {JAN}. {MARIA} met {TOM}. This is the third meeting between the two. They saw each other in May.",
        [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}, *[{"Maria Lund", "Jan Kraus"}] * 2],
    ),
    (
        f"{MARIA} met {JAN}. {MARIA} met {TOM}. This is the third bridge of the town. They saw each other in May.",
        [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}, {"Maria Lund", "Tom Reed"}],
    ),
    (
        f"{MARIA} received {JAN}, who came to brief her on his talks with {TOM}. {JAN} was accompanied by {LEE}.",
        [{"Maria Lund", "Jan Kraus", "Lee Park"}, {"Jan Kraus", "Tom Reed"}],
    ),
    (
        f"{MARIA} received {JAN}. {JAN} held talks with {TOM}. {JAN} was accompanied by {LEE}.",
        [{"Maria Lund", "Jan Kraus"}, {"Jan Kraus", "Tom Reed", "Lee Park"}],
    ),
    (f"{MARIA} met both {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), WHO_MET_WHOM)
def test_who_met_whom(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


SEQUELS = [
    (f"{MARIA} called on {JAN}. She was followed by {TOM} and by the head of the bank, {LEE}.",
     [{"Jan Kraus", "Tom Reed"}, {"Jan Kraus", "Lee Park"}]),
    (f"{MARIA}'s meeting with {JAN} lasted an hour and was followed by one with {TOM}.", [{"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} called on {JAN}. The vote was followed by {TOM}.", []),
    (f"{MARIA} called on {JAN}. She was followed by photographers.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), SEQUELS)
def test_who_followed_met_too(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)[1:]] == participants


NOBODY_MET = [
    f"{MARIA} met with criticism after {JAN} resigned.",
    f"{MARIA} spoke to reporters about {JAN}.",
    f'"We met {MARIA} and {JAN} at the harbour," a fisherman said.',
    f"“As you know, we met {MARIA} and {JAN} at the harbour,’’ a fisherman said.",
    f"“Years ago we met {MARIA} and {JAN} at the harbour.\n\n“That was all,” a fisherman said.",
    "Officials from both sides reaffirmed their commitment to peace.",
    f"{MARIA} visited the website of the ministry.",
    f"{MARIA} hosted the tournament.",
    f"{MARIA} met the target before {JAN}.",
    f"{MARIA} received the award from {JAN}.",
    f"{MARIA} called on the government to act, and {JAN} agreed.",
    f"{MARIA} won the mile at a track meet before {JAN}.",
    f"{MARIA} said on a conference call on earnings that {JAN} would leave.",
    f"{MARIA} gave talks at TED; {JAN} gave one at a museum.",
    f"{MARIA} called {JAN} to the stand.",
    f"They also met {JAN}.",
    f"He had held discussions with {MARIA} and {JAN} the day before.",
    f"Its talks with {MARIA} and {JAN} were short.",
    "His boss met the mob boss.",
    "The board met on Friday.",
    "Officers visited a house in <l>Accra</l>.",
    "<c>Ghana</c> meet <c>Togo</c> in the semi-final at the national stadium; the tournament ends on Sunday.",
    f"Talks by {MARIA} on mosses and by {JAN} on clocks are free.",
    f"In the novel, the narrator tells in chapter two how {MARIA} met {JAN}.",
]


@pytest.mark.parametrize("text", NOBODY_MET)
def test_nobody_met(nlp: Language, text: str) -> None:
    assert drafts(nlp, text) == []


@pytest.mark.parametrize(
    "what", ["the deadline", "the expectations of the voters", "the demands of the unions", "costs"]
)
def test_who_meets_a_thing_meets_nobody(nlp: Language, what: str) -> None:
    assert drafts(nlp, f"The ministers met {what} on Monday.") == []
    assert drafts(nlp, f"The ministers have struggled to meet {what}.") == []


@pytest.mark.parametrize("how", ["", " face to face", " in Oslo", " again"])
def test_several_can_meet_without_anybody_else(nlp: Language, how: str) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, f"The ministers met{how} on Monday.")] == [
        {"The ministers"}
    ]


def test_a_visit_that_precedes_another_is_nobody_elses(nlp: Language) -> None:
    found = drafts(nlp, f"{MARIA}'s tour preceded a visit to <l>Accra</l> by {JAN}.")
    assert [(who(meeting.participants), meeting.places) for meeting in found] == [({"Jan Kraus"}, ["Accra"])]


def test_a_visit_of_somebody_is_theirs(nlp: Language) -> None:
    [visit] = drafts(nlp, f"The visit of {MARIA} to <l>Accra</l> was cancelled.")
    assert (visit.kind, who(visit.participants), visit.places) == ("visit", {"Maria Lund"}, ["Accra"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from([MARIA, JAN, "met", "with", ",", ".", "and", '"', "(", "\n", "who", "talks", "by"]))
)
def test_any_text_is_read(nlp: Language, words: list[str]) -> None:
    for meeting in meetings(nlp, " ".join(words)):
        assert meeting.sentence.start <= meeting.trigger.start < meeting.trigger.end <= meeting.sentence.end
        assert len({participant.entity for participant in meeting.participants}) > 1
