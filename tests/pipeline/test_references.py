"""Whom "the two ministers", "his counterpart" and "the US defense chief" mean in meetings."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, who
from newsie.pipeline.antecedents import speaks_for_others
from newsie.pipeline.entities import Entity
from newsie.records import Role, RoleStatus


def person(name: str, role: str = "", country: str = "") -> str:
    """A marked name, with the office and country that the article tells of the person."""
    attributes = (f" role='{role}'" if role else "") + (f" country='{country}'" if country else "")
    return f"<p{attributes}>{name}</p>"


GHANA = person("Kofi Mensah", "Foreign Minister", "GH")
NORWAY = person("Rosa Lund", "Foreign Secretary", "NO")
AMERICAN = person("John Harper", "Secretary of State", "US")
GENERAL = person("Paul Hagen", "Secretary of Defense", "US")
UNKNOWN = person("Edem Agbo")
PRESIDENTS = [person("Ama Sarpong", "President", "GH"), person("Jan Vik", "President", "NO")]
TALKS = {"Kofi Mensah", "Rosa Lund"}

PLURALS = [
    (f"{GHANA} met {NORWAY}. The two foreign ministers later spoke by telephone.", TALKS),
    (f"{GHANA} met {NORWAY}. Both ministers later spoke by telephone.", TALKS),
    (f"{GHANA} wrote to {NORWAY}. The two diplomats met on Monday.", TALKS),
    (f"{GHANA} wrote to {NORWAY}. The two generals met on Monday.", {"The two generals"}),
    (f"{GHANA} wrote to {NORWAY}. The two prime ministers met on Monday.", {"The two prime ministers"}),
    (f"{GHANA} wrote to {person('Ann Vail', 'press secretary')}. The two ministers met.", {"The two ministers"}),
    (f"{GHANA}, {NORWAY} and {AMERICAN} left. The two ministers met on Monday.", {"The two ministers"}),
    (f"{person('Ada Obi', 'Gov.')} and {person('Jan Kraus', 'Gov.')} left. The two governors met on Monday.",
     {"Ada Obi", "Jan Kraus"}),
    # of one of two nobody needs to tell the office
    (f"{GHANA} will meet {UNKNOWN}. The ministers spoke by telephone.", {"Kofi Mensah", "Edem Agbo"}),
    # leaders are heads of states sooner than anybody else
    (f"{PRESIDENTS[0]} met {PRESIDENTS[1]}. {GHANA} met {NORWAY}. The two leaders later spoke by telephone.",
     {"Ama Sarpong", "Jan Vik"}),
    (f"{GHANA} met {NORWAY}. The two leaders later spoke by telephone.", TALKS),
    # others met since, of whom it is not true
    (f"{GHANA} met {NORWAY}. {PRESIDENTS[0]} received {GHANA}. The two ministers later spoke by telephone.", TALKS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), PLURALS)
def test_whom_a_plural_means(nlp: Language, text: str, participants: set[str]) -> None:
    assert who(drafts(nlp, text)[-1].participants) == participants


def test_ministers_are_not_a_minister_and_a_mayor(nlp: Language) -> None:
    text = f"{GHANA} will meet {person('Edem Agbo', 'mayor')}. The {{}} spoke by telephone."
    assert len(drafts(nlp, text.format("ministers"))) == 1
    assert len(drafts(nlp, text.format("two"))) == 2


@pytest.mark.parametrize(("title", "count"), [("trade minister", 2), ("junior minister", 1)])
def test_a_junior_minister_among_others_is_none_of_the_two_ministers(nlp: Language, title: str, count: int) -> None:
    text = f"{GHANA} met {person('Ann Vail', 'mayor')} and {person('Edem Agbo', title)}."
    assert len(drafts(nlp, f"{text} The two ministers later spoke by telephone.")) == count


def test_two_who_are_none_of_those_who_met_are_nobody(nlp: Language) -> None:
    text = f"{GHANA} met {NORWAY}. {PRESIDENTS[0]} received {GHANA}. The two generals later spoke by telephone."
    assert len(drafts(nlp, text)) == 2


COUNTERPARTS = [
    # the one of several whom he met
    (f"{GHANA} met {NORWAY}. {GHANA} met {PRESIDENTS[1]}. {GHANA} then spoke with his counterpart.", "Rosa Lund"),
    (f"{GHANA} met {NORWAY}. {GHANA} met {AMERICAN}. {GHANA} then spoke with his counterpart.", "his counterpart"),
    (f"{GHANA} met {NORWAY}. {GHANA} met {AMERICAN}. {GHANA} then spoke with his U.S. counterpart.", "John Harper"),
    # who is named later, or was not met
    (f"{GHANA} spoke with his U.S. counterpart. {AMERICAN} was pleased.", "John Harper"),
    (f"{GHANA} spoke with his U.S. counterpart. {GENERAL} was pleased.", "his U.S. counterpart"),
    (f"{GHANA} spoke with his Omani counterpart. {AMERICAN} was pleased.", "his Omani counterpart"),
    (f"{GHANA} spoke with his counterpart. {AMERICAN} was pleased.", "his counterpart"),
    (f"{AMERICAN} spoke. {GHANA} met his counterpart.", "John Harper"),
    # of whom no country is told, as of the outlet's own
    (f"{person('Rosa Lund', 'Foreign Minister')} spoke. {GHANA} met his Norwegian counterpart.", "Rosa Lund"),
    # a colleague may hold any office
    (f"{AMERICAN} spoke. {GHANA} met his U.S. colleague.", "John Harper"),
    (f"{AMERICAN} spoke. {GHANA} met his colleague.", "his colleague"),
]


@pytest.mark.parametrize(("text", "partner"), COUNTERPARTS)
def test_whom_his_counterpart_means(nlp: Language, text: str, partner: str) -> None:
    assert who(drafts(nlp, text)[-1].participants) == {"Kofi Mensah", partner}


OFFICES = [
    (f"{GENERAL} left. The US defense chief met", "Paul Hagen"),
    (f"{AMERICAN} left. Washington smiled. The US defense chief met", "The US defense chief"),
    (f"{person('Ada Obi', 'Foreign Minister', 'GH')} left. <c>Ghana</c>'s top diplomat met", "Ada Obi"),
    (
        f"{person('Ada Obi', 'Deputy Foreign Minister', 'GH')} left. <c>Ghana</c>'s top diplomat met",
        "Ghana's top diplomat",
    ),
    (f"{person('Ada Obi', 'Deputy Governor of Ogun')} left. The governor met", "The governor"),
    (f"{person('Ada Obi', 'Deputy Governor of Ogun')} left. The deputy governor met", "Ada Obi"),
    (f"{person('Ada Obi', 'Deputy Minister')} left. The minister met", "Ada Obi"),
    (f"{person('Ada Obi', 'Chief of Naval Staff', 'GH')} left. The Ghanaian Navy chief met", "Ada Obi"),
    (f"{person('Ada Obi', 'Chief of Naval Staff', 'GH')} left. The Ghanaian Army chief met", "The Ghanaian Army chief"),
    (f"{person('Ada Obi', 'Army Chief', 'GH')} left. The <o>Ghanaian Army</o> chief met", "Ada Obi"),
    (f"{person('Ada Obi', 'Army Chief', 'GH')} left. The <o>Volta Bank</o> chief met", "The Volta Bank chief"),
]


@pytest.mark.parametrize(("text", "subject"), OFFICES)
def test_whom_the_holder_of_an_office_means(nlp: Language, text: str, subject: str) -> None:
    assert who(drafts(nlp, f"{text} {UNKNOWN}.")[-1].participants) == {subject, "Edem Agbo"}


FIELDS = [
    (f"{GHANA} met with the special envoy for the peace dialogue {UNKNOWN}.", "Edem Agbo"),
    (f"{GHANA} met with the adviser to the government {UNKNOWN}.", "Edem Agbo"),
    (f"{GHANA} met with the lawyer for the trader {UNKNOWN}.", "the lawyer for the trader Edem Agbo"),
]


@pytest.mark.parametrize(("text", "partner"), FIELDS)
def test_whom_an_office_with_its_field_means(nlp: Language, text: str, partner: str) -> None:
    assert who(drafts(nlp, text)[-1].participants) == {"Kofi Mensah", partner}


def test_a_guest_stays_one_after_talks_without_a_host(nlp: Language) -> None:
    received = f"{NORWAY} received {GHANA}. "
    text = f"{GHANA} and {AMERICAN} held talks. The visiting dignitary also met {UNKNOWN}."
    assert who(drafts(nlp, received + text)[-1].participants) == {"Kofi Mensah", "Edem Agbo"}
    assert who(drafts(nlp, text)[-1].participants) == {"The visiting dignitary", "Edem Agbo"}


@pytest.mark.parametrize(("status", "for_others"), [("current", True), ("acting", True), ("former", False)])
def test_a_former_spokeswoman_speaks_for_herself(status: RoleStatus, for_others: bool) -> None:
    moe = Entity("moe", "PERSON", ["Ida Moe"], roles=[Role(title="spokeswoman", status=status)])
    assert speaks_for_others(moe) is for_others


def test_the_delegation_of_a_body_has_its_leader(nlp: Language) -> None:
    text = f"A delegation {{}} led by {GHANA} met {NORWAY}. The delegation also met {AMERICAN}."
    for of in ("", "of the <o>Volta Bank</o>", "from the <o>Volta Bank</o>"):
        assert who(drafts(nlp, text.format(of))[-1].participants) == {"Kofi Mensah", "John Harper"}
