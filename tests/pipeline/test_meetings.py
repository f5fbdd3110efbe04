"""Meetings: each frame fires on its example and not on its near miss; participants, places, dates and lists."""

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
    (f"{MARIA} received in her office in <l>Accra</l> {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
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
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), WHO_MET_WHOM)
def test_who_met_whom(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


HEADS = f"{MARIA} heads a team that includes {JAN}. "
AT_HEAD = f"{MARIA} came at the head of a delegation. <p>Maria Lund</p> was joined by {JAN}. "
DELEGATIONS = [
    (f"{HEADS}On Monday the delegation met {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{AT_HEAD}The visitors called on {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{AT_HEAD}The members met {TOM}. They also met {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}, {"Maria Lund", "Jan Kraus", "Lee Park"}]),
    (f"{HEADS}{TOM} heads a delegation of bankers. {LEE} received the heads of the two delegations.",
     [{"Maria Lund", "Tom Reed", "Lee Park"}]),
    # two delegations: nobody says which
    (f"{HEADS}{TOM} heads a delegation of bankers. The delegation met {LEE}.", [{"the delegation", "Lee Park"}]),
    # another country's
    (f"{HEADS}The Ghanaian delegation met {TOM}.", [{"the Ghanaian delegation", "Tom Reed"}]),
    # nobody in particular
    (f"{HEADS}A delegation of miners met {TOM}.", [{"A delegation of miners", "Tom Reed"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), DELEGATIONS)
def test_delegations_are_their_members(nlp: Language, text: str, participants: list[set[str]]) -> None:
    found = [{name.replace("The ", "the ") for name in who(meeting.participants)} for meeting in drafts(nlp, text)]
    assert found == participants


PRESIDENTS = (
    "<x role='President' country='GH'>Kofi Mensah</x> and <x role='President' country='CL'>Ana Rojas</x> smiled."
)
OFFICE_GROUPS = [
    (f"The leaders of <c>Ghana</c> and <c>Chile</c> met on Monday. {PRESIDENTS}", [{"Kofi Mensah", "Ana Rojas"}]),
    (f"The Ghanaian and Chilean presidents met on Monday. {PRESIDENTS}", [{"Kofi Mensah", "Ana Rojas"}]),
    # nobody of that office is named
    (f"The ministers of <c>Ghana</c> and <c>Chile</c> met on Monday. {PRESIDENTS}",
     [{"The ministers of Ghana and Chile"}]),
    # one country has nobody
    (f"The presidents of <c>Ghana</c> and <c>Norway</c> met on Monday. {PRESIDENTS}",
     [{"The presidents of Ghana and Norway"}]),
    # whose country is not told is of the one that is left, if it is one person only
    ("The presidents of <c>Ghana</c> and <c>Chile</c> met on Monday. <x role='President'>Tom Reed</x> and "
     "<x role='President' country='CL'>Ana Rojas</x> smiled.", [{"Tom Reed", "Ana Rojas"}]),
    ("The presidents of <c>Ghana</c> and <c>Chile</c> met on Monday. <x role='President'>Tom Reed</x>, "
     "<x role='President'>Lee Park</x> and <x role='President' country='CL'>Ana Rojas</x> smiled.",
     [{"The presidents of Ghana and Chile"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), OFFICE_GROUPS)
def test_holders_of_an_office_by_country(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


DESCRIBED = [
    (f"{MARIA} met the head of the bank's office in <l>Accra</l>, {JAN}, and {TOM}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN}, the director of the harbour, {TOM}, and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met the widow of a miner, {JAN}, and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    ("The prime minister met <p>Jan Kraus</p>. <p role='prime minister'>Maria Lund</p> left.",
     [{"Maria Lund", "Jan Kraus"}]),
    ("The prime minister met <p>Jan Kraus</p>. <x role='prime minister'>Maria Lund</x> and "
     "<x role='prime minister'>Ida Moe</x> left.", [{"The prime minister", "Jan Kraus"}]),
    ("<p>Jan Kraus</p> will meet the Omani consul. <p role='consul' country='OM'>Maria Lund</p> and "
     "<x role='consul' country='NO'>Ida Moe</x> left.", [{"Maria Lund", "Jan Kraus"}]),
    ("<p>Jan Kraus</p> will meet the Omani consul. <x role='consul' country='OM'>Maria Lund</x> and "
     "<x role='consul'>Ida Moe</x> left.", [{"the Omani consul", "Jan Kraus"}]),
    ("Omani foreign minister met <p>Jan Kraus</p>. <p role='minister' country='OM'>Maria Lund</p> left.",
     [{"Maria Lund", "Jan Kraus"}]),
    ("An Omani foreign minister met <p>Jan Kraus</p>. <x role='minister' country='OM'>Maria Lund</x> left.",
     [{"An Omani foreign minister", "Jan Kraus"}]),
    ("<p role='Prime Minister'>Maria Lund</p> left. The head of government met <p>Jan Kraus</p>.",
     [{"Maria Lund", "Jan Kraus"}]),
    ("<p role='Deputy Prime Minister'>Maria Lund</p> left. The head of government met <p>Jan Kraus</p>.",
     [{"The head of government", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> called her counterpart's offer fair. <p>Maria Lund</p> then met her "
     "counterpart again.", [{"Maria Lund", "Jan Kraus"}] * 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> met {TOM}. <p>Maria Lund</p> then met her counterpart.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}, {"Maria Lund", "her counterpart"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), DESCRIBED)
def test_descriptions_that_mean_one_person(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


PRESIDENTS = "<p role='President'>Maria Lund</p> and <p role='President'>Jan Kraus</p>"
BARE_PLURALS = [
    (f"{PRESIDENTS} met. The leaders then met at the harbour.", [{"Maria Lund", "Jan Kraus"}]),
    # none of them is said to be one
    (f"{PRESIDENTS} met. The ministers then met at the harbour.", []),
    (f"{PRESIDENTS} met. The visiting leaders then met at the harbour.", [{"The visiting leaders"}]),
]


@pytest.mark.parametrize(("text", "participants"), BARE_PLURALS)
def test_the_leaders_are_those_who_met_before(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)[1:]] == participants


SCENES = [
    (
        f"{MARIA} arrived in <l>Accra</l> on <date>Monday</date>. There <p>Maria Lund</p> met {JAN}.",
        ["Accra"],
        "Monday",
    ),
    (f"{MARIA} arrived in <l>Accra</l> on <date>Monday</date>. <p>Maria Lund</p> met {JAN}.", [], None),
    (f"{MARIA} visited <l>Accra</l>. During the visit, <p>Maria Lund</p> met {JAN}.", ["Accra"], None),
    (f"{MARIA} visited <l>Accra</l>. During the storm, <p>Maria Lund</p> met {JAN}.", [], None),
    (f"{TOM} visited <l>Accra</l>. During the visit, {MARIA} met {JAN}.", [], None),
    (f"{MARIA} visited <l>Elm Base</l>. Upon arrival, she was greeted by {JAN}.", ["Elm Base"], None),
    (f"{MARIA} visited <l>Elm Base</l>. Upon reflection, she called on {JAN}.", [], None),
    # a visit of the same sentence, or of one before in the paragraph
    (f"During her visit to <l>Accra</l>, {MARIA} met {JAN}.", ["Accra"], None),
    (f"During his visit to <l>Accra</l>, {TOM} said that {MARIA} had met {JAN}.", [], None),
    (f"{MARIA} met {JAN} before her visit to <l>Accra</l>.", [], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police. She met {JAN}.", ["Accra"], None),
    (f"{MARIA} visited <l>Accra</l>.\n\nDuring the visit, she met {TOM}. She met {JAN}.", ["Accra"], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police. She will meet {JAN}.", [], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police.\n\nShe met {JAN}.", [], None),
    (f"{MARIA} met {JAN}. The talks, at <l>Elm Palace</l>, were hosted by {TOM}.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. During the meeting held at <l>Elm Palace</l>, they spoke of fish.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. During their meeting in <l>Accra</l>, they spoke of fish.", ["Accra"], None),
    (f"{MARIA} met {JAN}. The meeting at <l>Elm Palace</l> dealt with fish.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. At the meeting, they spoke of the fish in <l>Accra</l>.", [], None),
    (f"{MARIA} met {JAN}. The meeting was the last before the gala in <l>Accra</l>.", [], None),
    (f"{MARIA} met {JAN}. The fair, at <l>Elm Palace</l>, was opened by <x>Tom Reed</x>.", [], None),
]


@pytest.mark.parametrize(("text", "places", "date"), SCENES)
def test_place_and_day_told_in_another_sentence(nlp: Language, text: str, places: list[str], date: str | None) -> None:
    meeting = next(meeting for meeting in reversed(drafts(nlp, text)) if meeting.kind != "visit")
    assert (meeting.places, meeting.date.text if meeting.date is not None else None) == (places, date)


@pytest.mark.parametrize("meeting", [f"the meeting with {TOM}", "her meeting"])
def test_another_meeting_keeps_its_place(nlp: Language, meeting: str) -> None:
    text = f"{MARIA} met {JAN}. At {meeting} in <l>Accra</l>, {LEE} smiled."
    assert drafts(nlp, text)[0].places == []


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


THE_TWO = [
    (f"{MARIA} and {JAN} have left. The two met in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA}, {JAN} and {TOM} have left. The two met in <l>Accra</l>.", []),
    (f"{MARIA} and {JAN} have left. It was late. The two met in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    # or those of the last sentence that names several
    (f"A report on {MARIA} and {JAN} is due. The two met in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} wrote to {JAN}. {TOM} left. The two met in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"A report on {MARIA}, {JAN} and {TOM} is due. The two met in <l>Accra</l>.", []),
    (f"{MARIA} wrote to {JAN}. The sides met in <l>Accra</l>.", []),
]


@pytest.mark.parametrize(("text", "participants"), THE_TWO)
def test_the_two_are_those_named_together_before(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


CALLED_OFF = [
    (f"{MARIA} arrived in <l>Accra</l> on Monday. A trip to <l>Lima</l> was cancelled.", {"Maria Lund"}),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> met {TOM}. A meeting with bankers was postponed.",
     {"Maria Lund", "bankers"}),
    # nobody is at the centre
    (f"{MARIA} met {JAN}. A meeting with bankers was postponed.", None),
    # its own parties are named
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> met {TOM}. A meeting of bankers with {LEE} was postponed.",
     {"Lee Park", "bankers"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), CALLED_OFF)
def test_whose_meeting_was_called_off(nlp: Language, text: str, participants: set[str] | None) -> None:
    last = drafts(nlp, text)[-1]
    called_off = last.trigger.text in ("trip", "meeting")
    assert (who(last.participants) if called_off else None) == participants


PRONOUNS = [
    (f"{MARIA} will visit <l>Accra</l>, where she will meet {JAN}.", {"Maria Lund", "Jan Kraus"}),
    (f"{MARIA} left on Monday. Later she met {JAN}.", {"Maria Lund", "Jan Kraus"}),
    (f"{MARIA} left on Monday. Her meeting with {JAN} lasted an hour.", {"Maria Lund", "Jan Kraus"}),
    # Ms Lund is no "he", and nobody else is named
    (f"<p as='Maria Lund'>Ms Lund</p> left on Monday. Later he met {JAN}.", None),
    # two people left
    (f"{MARIA} and {TOM} left on Monday. Later she met {JAN}.", None),
    # the visit of either
    (f"{TOM} saw <x>Ida Moe</x> before her talks with {JAN}.", None),
    # the spokesman speaks for somebody else
    (f"<x role='spokesman'>Ida Moe</x> said she met {JAN}.", None),
]


@pytest.mark.parametrize(("text", "participants"), PRONOUNS)
def test_a_pronoun_means_the_subject_spoken_of(nlp: Language, text: str, participants: set[str] | None) -> None:
    found = [who(meeting.participants) for meeting in drafts(nlp, text) if meeting.kind != "visit"]
    assert found == ([participants] if participants else [])


OFFICES = [
    ("<p role='mediator'>Maria Lund</p> met {JAN}. The Norwegian diplomat also met {TOM}.", {"Maria Lund", "Tom Reed"}),
    ("<p role='ambassador'>Maria Lund</p> met {JAN}. The Norwegian diplomat also met {TOM}.",
     {"The Norwegian diplomat", "Tom Reed"}),
    ("<p role='mediator' country='GH'>Maria Lund</p> met {JAN}. The Norwegian diplomat also met {TOM}.",
     {"The Norwegian diplomat", "Tom Reed"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), OFFICES)
def test_a_nationality_may_be_told_later(nlp: Language, text: str, participants: set[str]) -> None:
    assert who(drafts(nlp, text.format(JAN=JAN, TOM=TOM))[-1].participants) == participants


def test_the_visiting_minister_is_the_one_received(nlp: Language) -> None:
    minister, host = "<p role='Minister' country='GH'>Kofi Mensah</p>", "<p role='Minister' country='NO'>Maria Lund</p>"
    last = drafts(nlp, f"{host} received {minister}. {TOM} also met the visiting minister.")[-1]
    assert who(last.participants) == {"Kofi Mensah", "Tom Reed"}


def test_who_came_as_a_visitor_stays_one(nlp: Language) -> None:
    guest, host = "<p role='Minister' country='GH'>Kofi Mensah</p>", "<p role='Minister' country='NO'>Maria Lund</p>"
    met_too = "<p>Kofi Mensah</p> then met <p role='Envoy' country='OM'>Omar Said</p>."
    last = drafts(nlp, f"{host} received {guest}. {met_too} The guest also visited <l>Accra</l>.")[-1]
    assert (last.kind, who(last.participants)) == ("visit", {"Kofi Mensah"})


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
    "The board met on Friday.",
    "Officers visited a house in <l>Accra</l>.",
    "<c>Ghana</c> meet <c>Togo</c> in the semi-final at the national stadium; the tournament ends on Sunday.",
    f"Talks by {MARIA} on mosses and by {JAN} on clocks are free.",
    f"In the novel, the narrator tells in chapter two how {MARIA} met {JAN}.",
]


@pytest.mark.parametrize("text", NOBODY_MET)
def test_nobody_met(nlp: Language, text: str) -> None:
    assert drafts(nlp, text) == []


def test_officials_of_the_headline_are_named_better_below(nlp: Language) -> None:
    headline, text = "Navy officials meet in secret", f"{MARIA} met {JAN}."
    assert len(drafts(nlp, f"{headline}\n\n{text}")) == 2
    [meeting] = drafts(nlp, f"<headline>{headline}</headline>\n\n{text}")
    assert who(meeting.participants) == {"Maria Lund", "Jan Kraus"}


PLACES = [
    (f"{MARIA} met {JAN} in the northern city of <l>Tamale</l>.", ["Tamale"]),
    (f"{MARIA} met {JAN} at the <o>Naval Club</o> in <l>Accra</l>.", ["Naval Club", "Accra"]),
    (f"In <l>Accra</l>, {MARIA} met {JAN}.", ["Accra"]),
    (f"While in <l>Accra</l> on the last leg of her trip, {MARIA} met {JAN}.", ["Accra"]),
    (f"{MARIA} arrived in <l>Accra</l> and met {JAN}.", ["Accra"]),
    (f"{MARIA} is due in <l>Accra</l>, where she met {JAN}.", ["Accra"]),
    (f"<dateline><l>ACCRA</l></dateline>: {MARIA} met {JAN} here.", ["ACCRA"]),
    (f"{MARIA} met {JAN} at the <o>Naval Board</o> headquarters.", ["Naval Board"]),
    (f"{MARIA} met {JAN} at the <o>Naval Board</o> gala.", []),
    (f"{MARIA} and {JAN} discussed the crisis in <l>Accra</l>.", []),
    (f"{MARIA} held talks with {JAN} on the situation in <l>Accra</l>.", []),
    (f"{MARIA} held talks with {JAN} in <l>Accra</l> on the harbour.", ["Accra"]),
    (f"{MARIA} welcomed {JAN} to <l>Elm Palace</l>.", ["Elm Palace"]),
    (f"{MARIA} received a delegation led by {JAN} at <l>Elm Palace</l>.", ["Elm Palace"]),
    (f"{MARIA} received {JAN} and his delegation in <l>Accra</l>.", ["Accra"]),
    (f"{MARIA} is due in <l>Accra</l> to meet {JAN}.", ["Accra"]),
    (f"In <l>Accra</l>, {MARIA} is due to hold talks with {JAN}.", ["Accra"]),
    (f"{MARIA} met {JAN} on the sidelines of the <o>Coastal Forum</o>.", []),
    (f"{MARIA}, who was born in <l>Accra</l>, met {JAN}.", []),
    (f"{MARIA} met {JAN} in the country's capital <l>Accra</l>.", ["Accra"]),
    (f"<dateline><l>LIMA</l></dateline>: {MARIA} met {JAN} in her country's capital.", []),
    (f"{MARIA} met {JAN} in the coastal town of <l>Tema</l>.", ["Tema"]),
    (f"{MARIA} met {JAN} ahead of the gala in <l>Accra</l>.", []),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_place(nlp: Language, text: str, places: list[str]) -> None:
    text = text.replace("she met", "<p as='Maria Lund' kind='pronoun'>she</p> met")
    assert [meeting.places for meeting in drafts(nlp, text) if meeting.kind != "visit"] == [places]


DATES = [
    (f"{MARIA} met {JAN} on <date>Monday</date>.", "Monday"),
    (f"{MARIA} held talks with {JAN} on <date>Monday</date>, the ministry said.", "Monday"),
    (f"{MARIA} met {JAN}, the ministry said on <date>Monday</date>.", None),
    (f"On <date>Monday</date> {MARIA} landed and met {JAN}.", "Monday"),
    (f"{MARIA} received a delegation led by {JAN} on <date>Monday</date>.", "Monday"),
    (f"A meeting of {MARIA} with {JAN}, which was to have taken place on <date>Monday</date>, was put off.", "Monday"),
    (f"{MARIA} met {JAN}, who left on <date>Monday</date>.", None),
    (f"{MARIA} met {JAN} for the first time since <date>May</date>.", None),
    (f"{MARIA} met {JAN} for the second time in <date>2023</date>.", None),
    (f"{MARIA} met {JAN} for the first time in <date>2023</date>.", "2023"),
    (f"{MARIA} met {JAN} for a short time on <date>Monday</date>.", "Monday"),
    (f"{MARIA} met {JAN} after the talks held on <date>Monday</date>.", None),
    (f"A meeting between {MARIA} and {JAN} planned for <date>Monday</date> has been postponed.", "Monday"),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date(nlp: Language, text: str, date: str | None) -> None:
    meeting = next(meeting for meeting in drafts(nlp, text) if meeting.kind != "visit")
    assert (meeting.date.text if meeting.date is not None else None) == date


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


def test_a_sequence_keeps_the_day(nlp: Language) -> None:
    text = f"{MARIA} met {JAN} on <date on='2024-05-06'>Monday</date>. An hour later, <p>Maria Lund</p> met {TOM}."
    assert [meeting.date.text for meeting in drafts(nlp, text)] == ["Monday", "Monday"]


def test_a_sequence_goes_back_to_the_last_day_named(nlp: Language) -> None:
    text = (
        f"{MARIA} met {JAN} on <date on='2024-05-06'>Monday</date>. The meeting was held in Oslo. "
        f"Earlier in the day, <p>Maria Lund</p> met {TOM}. <p>Maria Lund</p> has also met <p>Lee Park</p>."
    )
    days = [meeting.date and meeting.date.text for meeting in drafts(nlp, text)]
    assert (days[0], days[-2], days[-1]) == ("Monday", "Monday", None)


def test_an_office_means_the_one_of_those_who_met_that_holds_it(nlp: Language) -> None:
    text = (
        "<p role='Foreign Minister' country='NO'>Maria Lund</p> met <p role='Army Chief' country='GH'>Kofi Mensah</p>. "
        f"Later the foreign minister met {TOM}. The Ghanaian official called on <p>Lee Park</p>."
    )
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == [
        {"Maria Lund", "Kofi Mensah"},
        {"Maria Lund", "Tom Reed"},
        {"Kofi Mensah", "Lee Park"},
    ]


KOFI = "<p role='Minister of Defence' country='GH'>Kofi Mensah</p>"
OMAR = "<p role='Minister of Defence' country='OM'>Omar Said</p>"
AMA = "<p role='Minister of Trade' country='GH'>Ama Owusu</p>"
MAY_DAY = "on <date on='2024-05-01'>Wednesday</date>"
ENCOUNTERS = [
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> held talks with <p>Jan Kraus</p> for an hour.", 1),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> last met <p>Jan Kraus</p> in <l>Accra</l>.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> spoke by phone with <p>Jan Kraus</p>.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> will meet <p>Jan Kraus</p> in June.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> met {TOM}.", 2),
    (f"{MARIA} will receive {JAN} in <l>Accra</l>, where the two will meet bankers.", 2),
    # a plan of the past is that of what was called off
    (f"A planned meeting of {MARIA} and {JAN} was cancelled. The two had been due to meet in <l>Accra</l>.", 1),
    (f"A planned meeting of {MARIA} and {JAN} was cancelled. The two will meet in <l>Accra</l>.", 2),
    (f"{MARIA} denied that {JAN} met {TOM} {{0}}. <p>Jan Kraus</p> met <p>Tom Reed</p> {{0}}.".format(MAY_DAY), 1),
    (f"{MARIA} denied that {JAN} met {TOM} {{0}}. <p>Jan Kraus</p> met <p>Tom Reed</p>.".format(MAY_DAY), 2),
    (f"{MARIA} met {JAN}. The ministry said that the two sides discussed a bridge.", 1),
    (f"{MARIA} will meet {JAN}. The ministry said that the two sides discussed a bridge.", 2),
    (f"{MARIA} held separate meetings with the leaders of three parties.", 1),
    # guests who met had met before somebody received them
    (f"{MARIA} and {JAN} met. {TOM} hosted <p>Maria Lund</p> and <p>Jan Kraus</p> at a lunch.", 2),
    (f"{TOM} received {MARIA} and {JAN}. <p>Tom Reed</p> met <p>Jan Kraus</p> for an hour.", 1),
    (f"{TOM} received {MARIA} and {JAN}. <p>Maria Lund</p> and <p>Jan Kraus</p> discussed trade.", 1),
    # another event of the day
    (f"{MARIA} met {JAN} and {TOM}. Earlier, <p>Maria Lund</p> held talks with <p>Jan Kraus</p>.", 2),
    (f"{MARIA} met {JAN} and {TOM}. Earlier reports had <p>Maria Lund</p> meet <p>Jan Kraus</p>.", 1),
    (f"{MARIA} met {JAN}. Later, <p>Maria Lund</p> held talks with <p>Jan Kraus</p>.", 1),
    (f"<headline>{MARIA} meets {JAN}</headline>\nEarlier, <p>Maria Lund</p> met <p>Jan Kraus</p> and {TOM}.", 1),
    # "had met" tells of the past, but where somebody reports it
    (f"{MARIA} and {JAN} discussed trade. <p>Maria Lund</p> had met <p>Jan Kraus</p> {MAY_DAY}.", 2),
    (f"{MARIA} and {JAN} discussed trade. Aides said <p>Maria Lund</p> had met <p>Jan Kraus</p> {MAY_DAY}.", 1),
    # who is not named here is named there
    (f"<headline>{MARIA} meets new Ghanaian defence chief</headline>\n<p>Maria Lund</p> met {KOFI}.", 1),
    (f"<headline>{MARIA} meets new Omani defence chief</headline>\n<p>Maria Lund</p> met {KOFI}.", 2),
    (
        f"<headline>{MARIA} meets new Ghanaian minister</headline>\n"
        f"<p>Maria Lund</p> met {KOFI}. {AMA} called on <p>Maria Lund</p>.",
        3,
    ),
    (f"The Omani and Ghanaian defence ministers met to discuss trade. {OMAR} held talks with {KOFI}.", 1),
    (f"The Omani and Kenyan defence ministers met to discuss trade. {OMAR} held talks with {KOFI}.", 2),
    (f"The Omani and Ghanaian police chiefs met to discuss trade. {OMAR} held talks with {KOFI}.", 2),
    (f"<c>Oman</c> and <c>Ghana</c> held talks. {OMAR} held talks with {KOFI}.", 1),
    (f"<c>Oman</c> and <c>Kenya</c> held talks. {OMAR} held talks with {KOFI}.", 2),
    (f"{MARIA} met {KOFI} in <l>Accra</l>. <p>Maria Lund</p> hosted a dinner for two Ghanaian ministers.", 2),
    (f"Both leaders discussed trade and ties, an aide said. {MARIA} met {KOFI}.", 1),
    (f"Both leaders discussed trade and ties, an aide said. {MARIA} met {KOFI}. <p>Maria Lund</p> met {JAN}.", 3),
]


@pytest.mark.parametrize(("text", "count"), ENCOUNTERS)
def test_reports_of_one_encounter_are_joined(nlp: Language, text: str, count: int) -> None:
    assert len(meetings(nlp, text)) == count


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from([MARIA, JAN, "met", "with", ",", ".", "and", '"', "(", "\n", "who", "talks", "by"]))
)
def test_any_text_is_read(nlp: Language, words: list[str]) -> None:
    for meeting in meetings(nlp, " ".join(words)):
        assert meeting.sentence.start <= meeting.trigger.start < meeting.trigger.end <= meeting.sentence.end
        assert len({participant.entity for participant in meeting.participants}) > 1


PLACES_OF_PLANS = [
    ("<p>Ada Obi</p> spoke by phone with <p>Jan Kraus</p>.", []),
    ("<p>Ada Obi</p> met <p>Jan Kraus</p> on <date>Monday</date>.", []),
]


@pytest.mark.parametrize(("first", "places"), PLACES_OF_PLANS)
def test_the_place_of_a_plan_is_not_that_of_what_was_before(nlp: Language, first: str, places: list[str]) -> None:
    found = drafts(nlp, f"{first} They will meet in person at the summit in <l>Accra</l>.")
    assert found[0].places == places


def test_the_place_that_a_later_sentence_tells_of_the_meeting(nlp: Language) -> None:
    found = drafts(nlp, "<p>Ada Obi</p> met <p>Jan Kraus</p>. The meeting was held in <l>Accra</l>.")
    assert found[0].places == ["Accra"]
