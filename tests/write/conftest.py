"""Two invented articles with what stands in them, written by hand."""

import datetime

import pytest

from newsie.records import (
    Agreement,
    Article,
    ArticleRecord,
    Codes,
    DateMention,
    DateValue,
    Generator,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PlaceReference,
    Rank,
    Report,
    Role,
    RunRecord,
    Span,
)

GENERATOR = Generator(newsie="0.1.0", model="en_newsie 0.1.0")

OSLO = Article(
    id="oslo",
    source="news/oslo.txt",
    published=datetime.date(2025, 3, 5),
    language="en",
    text="General Ada Obi, Nigeria's chief of defence staff, met Kari Holm in Oslo on Tuesday, the Fjord Post (FP) "
    "said. Obi will visit Accra soon. The Ministry of Oslo Affairs signed a memorandum with Lagos Shipping. "
    "Share this story!",
    boilerplate=(Span(start=208, end=225, text="Share this story!"),),
)
LAGOS = Article(
    id="lagos", source="news/lagos.txt", text="Gen Obi met Norway's Kari Holm on March 4. Holm denied meeting Bo Ek."
)


def place_of(article: Article, text: str, occurrence: int = 0) -> dict[str, int | str]:
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(text, start + 1)
    return {"start": start, "end": start + len(text), "text": text}


def span(article: Article, text: str, occurrence: int = 0) -> Span:
    return Span.model_validate(place_of(article, text, occurrence))


def mention(article: Article, text: str, kind: str = "name", occurrence: int = 0) -> Mention:
    return Mention.model_validate({**place_of(article, text, occurrence), "article": article.id, "kind": kind})


def report(article: Article, trigger: str, sentence: str, *attributed_to: str) -> Report:
    return Report(
        article=article.id,
        trigger=span(article, trigger),
        sentence=span(article, sentence),
        attributed_to=attributed_to,
        rule="by-hand",
    )


OBI = Person(
    id="obi",
    name="Ada Obi",
    aliases=("Obi",),
    ranks=(Rank(name="General", grade="OF-9", branch="army"),),
    roles=(Role(title="chief of defence staff", acronym="CDS", country="NG"),),
    mentions=(mention(OSLO, "Ada Obi"), mention(OSLO, "Obi", "alias", 1), mention(LAGOS, "Obi", "alias")),
)
HOLM = Person(
    id="holm",
    name="Kari Holm",
    roles=(
        Role(title="envoy", organization="Bank of Oslo", status="former"),
        Role(title="minister", organization="Ministry of Oslo Affairs", country="NO", status="acting"),
    ),
    mentions=(mention(OSLO, "Kari Holm"), mention(LAGOS, "Kari Holm"), mention(LAGOS, "Holm", "alias", 1)),
)
EK = Person(id="ek", name="Bo Ek", mentions=(mention(LAGOS, "Bo Ek"),))

FOURTH = DateValue(
    text="Tuesday",
    value="2025-03-04",
    from_=datetime.date(2025, 3, 4),
    to=datetime.date(2025, 3, 4),
    basis="relative",
)


def person(record: Person, part: str | None = None) -> Participant:
    return Participant.model_validate({"id": record.id, "name": record.name, "type": "person", "part": part})


OSLO_MEETING = Meeting(
    id="m-oslo",
    kind="meeting",
    status="held",
    participants=(person(OBI, "visitor"), person(HOLM, "host")),
    places=(PlaceReference(id="p-oslo", name="Oslo", country="NO"),),
    date=FOURTH,
    codes=Codes(cameo="040", plover="CONSULT"),
    reports=(
        report(OSLO, "met", OSLO.text[:110], "Fjord Post"),
        report(LAGOS, "met", "Gen Obi met Norway's Kari Holm on March 4."),
    ),
    independent_sources=2,
)
VISIT = Meeting(
    id="m-visit",
    kind="visit",
    status="planned",
    participants=(person(OBI),),
    places=(PlaceReference(name="Accra"),),
    date=DateValue(text="soon"),
    codes=Codes(cameo="042", plover="CONSULT", plover_mode="visit"),
    reports=(report(OSLO, "visit", "Obi will visit Accra soon."),),
)
DENIED = Meeting(
    id="m-denied",
    kind="meeting",
    status="denied",
    participants=(person(HOLM), person(EK)),
    codes=Codes(cameo="040", plover="CONSULT"),
    reports=(report(LAGOS, "meeting", "Holm denied meeting Bo Ek.", "Holm"),),
)

PAPER = Organization(
    id="fp", name="Fjord Post", acronym="FP", mentions=(mention(OSLO, "Fjord Post"), mention(OSLO, "FP", "alias"))
)
MINISTRY = Organization(
    id="moa", name="Ministry of Oslo Affairs", country="NO", mentions=(mention(OSLO, "Ministry of Oslo Affairs"),)
)
SHIPPING = Organization(id="ls", name="Lagos Shipping", mentions=(mention(OSLO, "Lagos Shipping"),))
CITY = Place(
    id="p-oslo",
    name="Oslo",
    kind="city",
    country="NO",
    mentions=(mention(OSLO, "Oslo"), mention(OSLO, "Oslo", occurrence=1)),
)
MEMORANDUM = Agreement(
    id="a-memo",
    document="memorandum",
    parties=(
        Participant(id="moa", name="Ministry of Oslo Affairs", type="organization"),
        Participant(id="ls", name="Lagos Shipping", type="organization"),
    ),
    subject="Norwegian salt",
    signatories=(person(HOLM),),
    witnesses=(person(OBI),),
    reports=(report(OSLO, "signed", "The Ministry of Oslo Affairs signed a memorandum with Lagos Shipping."),),
)
TUESDAY = DateMention.model_validate({**FOURTH.model_dump(), **place_of(OSLO, "Tuesday"), "article": "oslo"})
SOON = DateMention.model_validate({**place_of(OSLO, "soon"), "article": "oslo"})


@pytest.fixture
def run() -> RunRecord:
    return RunRecord(
        generator=GENERATOR,
        articles=(OSLO, LAGOS),
        people=(HOLM, OBI, EK),
        organizations=(PAPER, MINISTRY, SHIPPING),
        places=(CITY,),
        dates=(SOON, TUESDAY),
        meetings=(DENIED, VISIT, OSLO_MEETING),
        agreements=(MEMORANDUM,),
    )


@pytest.fixture
def article_record() -> ArticleRecord:
    return ArticleRecord(
        generator=GENERATOR,
        article=OSLO,
        people=(OBI.model_copy(update={"mentions": OBI.mentions[:2]}),),
        organizations=(PAPER, MINISTRY, SHIPPING),
        places=(CITY,),
        dates=(TUESDAY, SOON),
        meetings=(VISIT,),
        agreements=(MEMORANDUM,),
    )
