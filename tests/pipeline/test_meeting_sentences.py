"""Sentences that tell of meetings in more roundabout ways, and near misses: who met whom in them."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, meetings, who

MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"

SENTENCES = [
    (f"{MARIA} and {JAN} left. Their meeting in <l>Accra</l>, which had been planned for last Friday, was called off.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} left. Their talks lasted an hour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. Their meeting lasted an hour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"With {MARIA}, {JAN} discussed the harbour.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. Present at the meeting were {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} held talks with {JAN}, and with {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} met with {JAN} and with {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA}, joined by {TOM}, met {JAN}.", [{"Maria Lund", "Tom Reed", "Jan Kraus"}]),
    (f"{MARIA}, accompanied by {TOM}, met {JAN}.", [{"Maria Lund", "Tom Reed", "Jan Kraus"}]),
    (f"Joined by {TOM}, {MARIA} met {JAN}.", [{"Maria Lund", "Tom Reed", "Jan Kraus"}]),
    (f"{MARIA}, together with {TOM}, met {JAN}.", [{"Maria Lund", "Tom Reed", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}, accompanied by {TOM} and {LEE}.", [{"Maria Lund", "Tom Reed", "Jan Kraus", "Lee Park"}]),
    (f"{MARIA} arrived in Accra and was received at the airport by {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"On arrival at the airport, {MARIA} was received by {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} was seen off at the airport by {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} bid farewell to {JAN} at the airport.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} arrived. They were greeted by {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN} in <l>Accra</l>. They were greeted by {TOM}.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} and {JAN} ended two days of negotiations on steel.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} wrapped up talks on steel.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} granted a royal audience to {JAN} at the palace <date>yesterday</date>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} met. The two sat down on <date>Saturday</date>, with one chair in each country.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} wants to bring {JAN} and {TOM} together on <date>Thursday</date>.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} brought together {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} is to receive {JAN} in <l>Accra</l> in June.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} sat down for talks.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} sat down for talks with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} saw each other in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"Following talks with {JAN}, {MARIA} told reporters that trade would grow.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} said after a meeting with {JAN} that trade would grow.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The meeting between {MARIA} and {JAN} was also attended by {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} had ordered lamb. {JAN} sat down with her on Friday.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} had ordered lamb. When {JAN} sat down with her on Friday, nobody wanted fish.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"In the afternoon {MARIA} received {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The next morning {MARIA} met {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The same day {MARIA} met {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} said <date>yesterday</date> after meeting {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} told reporters <date>on Monday</date> following a meeting with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    ("Ministers from <c>Ghana</c> and <c>Togo</c> met in <l>Accra</l>.", [{"Ministers from Ghana and Togo"}]),
    (f"{MARIA} and {JAN}, who is the deputy minister, met in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}, who is also the defence minister, in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA}, who represented the islands, met in <l>Accra</l> with {JAN}, who holds the chair.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA}, who met {JAN} in May, left.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} will have bilateral meetings with {JAN}, {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}, {"Maria Lund", "Lee Park"}]),
    (f"{MARIA} and {JAN} met one-on-one.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} held one-on-one talks in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} and {JAN} held bilateral talks in <l>Accra</l>.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} held bilateral talks with {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} met {JAN} on Monday. It was their fifth meeting this year.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} arrived to join talks with {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    # he, too, may be meant
    (f"{MARIA} praised <p>Ida Moe</p>. {JAN} had met her in May.", []),
    # nobody but the subject of the sentence before, who is a "she" there
    (f"{MARIA} said <p as='Maria Lund' kind='pronoun'>she</p> was tired. {JAN} had received her with his wife.",
     [{"Maria Lund", "Jan Kraus"}]),
    # who says so, behind the partner of the meeting
    (f"{MARIA} met in <l>Accra</l> on <date>Tuesday</date> with {JAN}, a source in the delegation told reporters.",
     [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} thanked {JAN}, a source in the delegation told reporters.", []),
    # the place of a meeting between the verb and those who were met
    (f"{MARIA} received in her office in <l>Accra</l> {JAN}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} received at the presidential palace on <date>Monday</date> {JAN} and {TOM}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} received in her office a letter from {JAN}.", []),
    (f"{MARIA} met in her office {JAN}'s lawyers.", []),
    # who acts is not one of the two
    (f"{MARIA} met {JAN} and {TOM}. <p>Maria Lund</p> later received the two.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}] * 2),
    (f"{MARIA} met {JAN}. {TOM} will meet with the two on Friday.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    # a delegation that somebody received is no side of the talks before
    (f"{MARIA} and {JAN} held talks. The envoy also received a delegation from Kent led by <x>Tom Reed</x>.",
     [{"Maria Lund", "Jan Kraus"}, {"The envoy", "Tom Reed"}]),
    # at an organization's own meeting nobody says who met whom
    (f"{MARIA} attended the <o>Harbour Board</o>'s meeting.", []),
    (f"{MARIA} attended the <o>Harbour Board</o>'s meeting with {JAN}.",
     [{"Maria Lund", "Harbour Board", "Jan Kraus"}]),
    (f"{MARIA} attended a meeting with the <o>Harbour Board</o>.", [{"Maria Lund", "Harbour Board"}]),
    # office holders of places, who are named behind them
    (f"The mayors of <l>Accra</l> and <l>Kent</l>, {MARIA} and {JAN}, met.", [{"Maria Lund", "Jan Kraus"}]),
    (f"The mayors of <l>Accra</l> and <l>Kent</l> – {MARIA} and {JAN} – met.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{TOM} met the mayors of <l>Accra</l> and <l>Kent</l>, {MARIA} and {JAN}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"The mayors of <l>Accra</l>, <l>Kent</l> and <l>Lima</l> met {JAN}.",
     [{"The mayors of Accra, Kent and Lima", "Jan Kraus"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), SENTENCES)
def test_who_met_whom(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


GHANA, OMAN = "<p role='President' country='GH'>Ama Owusu</p>", "<p role='President' country='OM'>Omar Said</p>"
ONE_BY_ONE = [
    (f"{MARIA} also met {GHANA} and {OMAN}.", [{"Maria Lund", "Ama Owusu"}, {"Maria Lund", "Omar Said"}]),
    (f"{MARIA} met {GHANA} and {OMAN} on the sidelines of the summit.",
     [{"Maria Lund", "Ama Owusu"}, {"Maria Lund", "Omar Said"}]),
    (f"{MARIA} met {GHANA} and {OMAN}.", [{"Maria Lund", "Ama Owusu", "Omar Said"}]),
    (f"{MARIA} also met {GHANA} and {OMAN} together.", [{"Maria Lund", "Ama Owusu", "Omar Said"}]),
    (f"{MARIA} also received {GHANA} and {OMAN}.", [{"Maria Lund", "Ama Owusu", "Omar Said"}]),
    (f"{MARIA} also met {JAN} and {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), ONE_BY_ONE)
def test_people_of_two_countries_are_met_one_by_one_beside_a_summit(
    nlp: Language, text: str, participants: list[set[str]]
) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


JOURNEYS = [
    (f"{MARIA} is expected in <l>Accra</l> on Monday.", [("visit", "planned")]),
    (f"{MARIA} is due in <l>Accra</l> on Monday.", [("visit", "planned")]),
    (f"{MARIA} was expected in <l>Accra</l> on Monday, but cancelled.", [("visit", "cancelled")]),
    (f"{MARIA} is due in <l>Accra</l> on Monday for talks with {JAN}.", [("talks", "planned")]),
    (f"{MARIA} called on {JAN} to visit <l>Accra</l>.", []),
    (f"{MARIA} appealed to {JAN} to visit <l>Accra</l>.", []),
    ("Rain is expected in <l>Accra</l> on Monday.", []),
]


@pytest.mark.parametrize(("text", "found"), JOURNEYS)
def test_people_who_are_expected(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(meeting.kind, meeting.status) for meeting in meetings(nlp, text)] == found


MONDAY = "<date on='2024-05-06'>Monday</date>"
DAYS = [
    (f"{MARIA} said on {MONDAY} after meeting {JAN} that fish was dear.", "Monday"),
    (f"{MARIA} met {JAN} on {MONDAY}. In the evening she met {TOM}.", "Monday"),
    # the evening of another day
    (f"{MARIA} met {JAN} on {MONDAY}. In the evening she will meet {TOM}.", None),
    (f"{MARIA} met {JAN} on {MONDAY} before flying to Accra, where she is to meet {TOM}.", None),
]


@pytest.mark.parametrize(("text", "date"), DAYS)
def test_day_of_the_last_meeting(nlp: Language, text: str, date: str | None) -> None:
    last = drafts(nlp, text)[-1]
    assert (last.date.text if last.date is not None else None) == date
