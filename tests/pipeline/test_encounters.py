"""Which reports of an article tell of one encounter."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, meetings, who

MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"


def test_officials_of_the_headline_are_named_better_below(nlp: Language) -> None:
    headline, text = "Navy officials meet in secret", f"{MARIA} met {JAN}."
    assert len(drafts(nlp, f"{headline}\n\n{text}")) == 2
    [meeting] = drafts(nlp, f"<headline>{headline}</headline>\n\n{text}")
    assert who(meeting.participants) == {"Maria Lund", "Jan Kraus"}


KOFI = "<p role='Minister of Defence' country='GH'>Kofi Mensah</p>"
OMAR = "<p role='Minister of Defence' country='OM'>Omar Said</p>"
AMA = "<p role='Minister of Trade' country='GH'>Ama Owusu</p>"
MAY_DAY = "on <date on='2024-05-01'>Wednesday</date>"
NEWS_OF = "<published>{0}</published>.\n\n"
ENCOUNTERS = [
    # the article's news, and what it recalls
    (f"{NEWS_OF.format('2024-08-05')}{MARIA} met {JAN}. <p>Maria Lund</p> met <p>Jan Kraus</p> {MAY_DAY}.", 2),
    (f"{NEWS_OF.format('2024-08-05')}{MARIA} met {JAN} {MAY_DAY}. <p>Maria Lund</p> met <p>Jan Kraus</p>.", 1),
    (f"{NEWS_OF.format('2024-05-02')}{MARIA} met {JAN}. <p>Maria Lund</p> met <p>Jan Kraus</p> {MAY_DAY}.", 1),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> held talks with <p>Jan Kraus</p> for an hour.", 1),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> last met <p>Jan Kraus</p> in <l>Accra</l>.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> spoke by phone with <p>Jan Kraus</p>.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> will meet <p>Jan Kraus</p> in June.", 2),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> met {TOM}.", 2),
    # what the two will speak of when they meet, written on the day
    (f"{MARIA} met {JAN}. The two officials will discuss a bridge, it said.", 1),
    (f"{MARIA} met {JAN}. <p>Maria Lund</p> and <p>Jan Kraus</p> will discuss a bridge at the summit.", 2),
    (f"{MARIA} met {JAN}. The two officials will discuss a bridge on <date on='2024-06-03'>Monday</date>.", 2),
    (f"{MARIA} met {JAN}. The two officials will discuss a bridge with {TOM}.", 2),
    ("The ministers of Ghana and Togo met. The presidents of Oman and Peru will discuss a bridge.", 2),
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
