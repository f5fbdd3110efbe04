"""Whom delegations, holders of offices, descriptions, pronouns and "the two" stand for in a meeting."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, who

MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"

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


THE_PRESIDENTS = "<p role='President'>Maria Lund</p> and <p role='President'>Jan Kraus</p>"
BARE_PLURALS = [
    (f"{THE_PRESIDENTS} met. The leaders then met at the harbour.", [{"Maria Lund", "Jan Kraus"}]),
    # none of them is said to be one
    (f"{THE_PRESIDENTS} met. The ministers then met at the harbour.", []),
    (f"{THE_PRESIDENTS} met. The visiting leaders then met at the harbour.", [{"The visiting leaders"}]),
]


@pytest.mark.parametrize(("text", "participants"), BARE_PLURALS)
def test_the_leaders_are_those_who_met_before(nlp: Language, text: str, participants: list[set[str]]) -> None:
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
