import datetime
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spacy.language import Language

from newsie.extraction import article_records
from newsie.read.articles import article_of
from newsie.records import Article, ArticleRecord, Record
from newsie.write.json_text import json_line
from newsie.write.schema import json_schema

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
PUBLISHED = datetime.date(2025, 1, 14)


def record_of(nlp: Language, text: str) -> ArticleRecord:
    return next(article_records(nlp, [article_of(text, "a.txt", PUBLISHED)]))


def spans(value: object, article: Article) -> Iterator[tuple[int, int, str]]:
    """All that has an offset in a record, and so should be a stretch of the article's text."""
    if isinstance(value, Record):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        if "start" in fields:
            yield fields["start"], fields["end"], fields["text"]
        for field in fields.values():
            yield from spans(field, article)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item, article)


def check(record: ArticleRecord) -> None:
    """Whether a record keeps the promises of the format."""
    article = record.article
    assert [span for span in spans(record, article) if article.text[span[0] : span[1]] != span[2]] == []
    entities = [*record.people, *record.organizations, *record.places]
    known = {entity.id for entity in entities}
    assert len(known) == len(entities)
    events = [*record.meetings, *record.agreements]
    assert len({event.id for event in events}) == len(events)
    named = [place.id for event in events for place in event.places]
    for meeting in record.meetings:
        named += [participant.id for participant in meeting.participants]
    for agreement in record.agreements:
        named += [participant.id for participant in (*agreement.parties, *agreement.signatories)]
    assert {identifier for identifier in named if identifier is not None} <= known
    VALIDATOR.validate(json.loads(json_line(record)))


WORDS = [
    "General", "Lt Gen", "Brig (Retd)", "Admiral", "Col.", "Asad Mirza", "Mirza", "S M Kamr-ul-Karim", "Ada Obi", "Obi",
    "van der Linde", "Khalid al-Mutlaq", "Nguyen Van Minh", "Sheikh", "Mr", "Dr.", "His Excellency", "Sheikh Mishari",
    "foreign minister", "Minister of Water", "President", "COAS", "(COAS)", "chief of", "PSO", "the minister", "his",
    "counterpart", "former", "acting", "-elect", "spokesman for", "Ghana", "Ghanaian", "Oman's", "RAWALPINDI", "Accra",
    "the Armed Forces Division", "of", "of Bangladesh", "Trading Corporation of Pakistan (TCP)", "TCP", "(AFD)",
    "Dawn", "report", "met", "met with", "visited", "will meet", "held talks with", "signed", "a Memorandum",
    "in", "at", "on Tuesday", "last week", "Jan 14", "(Jan 14)", "2025-01-14", "said", "who is", "and", "the", "he",
    "according to", "not", "cancelled", " date 2025-01-14 ", "ACCRA, Jan 14 (West Wire) —", "Read more: Floods", "©",
]  # fmt: skip
MARKS = [
    ".",
    ",",
    ";",
    ":",
    "(",
    ")",
    "'s",
    "’",
    "“",
    "”",
    "—",
    "-",
    "/",
    "|",
    "...",
    "!",
    "[b]",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
]
ODD = [
    "\x00",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\u200b",
    "\ufeff",
    "e\u0301",
    "ß",
    "İ",
    "ﬁ",
    "漢字",
    "محمد",
    "\U0001f600",
    "  ",
    "\xa0",
]
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(ODD), st.sampled_from([" ", " ", "", "\n"])
    ),
    min_size=1,
    max_size=40,
).map(lambda pieces: "".join(word + space for word, space in pieces))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_a_record_that_keeps_the_format(nlp: Language, text: str) -> None:
    check(record_of(nlp, text))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # everyday words with the capitals of a headline, which the text below doesn't give them
        ("Ghanaian President Rejects Meeting in Accra\n\nPresident Kofi Mensah refused.\n", ["Kofi Mensah"]),
        ("Ghanaian President Will Baah Resigns\n\nPresident Will Baah left.\n", ["Will Baah"]),
    ],
)
def test_people_of_a_headline(nlp: Language, text: str, people: list[str]) -> None:
    assert [person.name for person in record_of(nlp, text).people] == people


def test_who_is_served_takes_no_part(nlp: Language) -> None:
    record = record_of(nlp, "Maria Lund called on Jan Kraus, economic adviser to President Ida Moe, on Monday.\n")
    assert [[p.name for p in meeting.participants] for meeting in record.meetings] == [["Maria Lund", "Jan Kraus"]]


MEETING = """\
RAWALPINDI, Jan 14 (West Wire) — Lt Gen S M Karim, principal staff officer (PSO) of the Armed Forces Division of \
Bangladesh, met General Asad Mirza in Rawalpindi on Tuesday. The PSO then left.

Read more: Floods hit Lagos
"""


def test_a_meeting_as_a_record(nlp: Language) -> None:
    record = record_of(nlp, MEETING)
    check(record)
    assert [
        (person.name, [rank.name for rank in person.ranks], [(m.text, m.kind) for m in person.mentions])
        for person in record.people
    ] == [
        ("S M Karim", ["Lieutenant General"], [("Lt Gen S M Karim", "name"), ("The PSO", "description")]),
        ("Asad Mirza", ["General"], [("General Asad Mirza", "name")]),
    ]
    assert [role.model_dump(exclude_defaults=True) for role in record.people[0].roles] == [
        {
            "title": "principal staff officer",
            "acronym": "PSO",
            "organization": "Armed Forces Division of Bangladesh",
            "country": "BD",
        }
    ]
    assert [(o.name, o.country) for o in record.organizations] == [("Armed Forces Division of Bangladesh", "BD")]
    assert ("Rawalpindi", "Rawalpindi") in [(place.name, place.mentions[-1].text) for place in record.places]
    (meeting,) = record.meetings
    karim, mirza = record.people
    assert [(p.id, p.name, p.type) for p in meeting.participants] == [
        (karim.id, "S M Karim", "person"),
        (mirza.id, "Asad Mirza", "person"),
    ]
    assert meeting.date is not None
    assert (meeting.date.text, meeting.date.value) == ("Tuesday", "2025-01-14")
    assert [(place.name, place.country) for place in meeting.places] == [("Rawalpindi", "PK")]
    assert meeting.codes.plover == "CONSULT"
    (report,) = meeting.reports
    assert (report.article, report.trigger.text) == (record.article.id, "met")
    assert report.sentence.text.startswith("Lt Gen S M Karim")
    assert report.sentence.text.endswith("on Tuesday.")


def test_an_agreement_as_a_record(nlp: Language) -> None:
    record = record_of(nlp, "Ghana and Oman signed a Memorandum of Understanding in Accra on Monday.")
    check(record)
    (agreement,) = record.agreements
    assert agreement.document == "Memorandum of Understanding"
    assert [(party.name, party.type) for party in agreement.parties] == [("Ghana", "country"), ("Oman", "country")]
    assert [place.name for place in agreement.places] == ["Accra"]
    assert agreement.date is not None
    assert agreement.date.value == "2025-01-13"
    assert agreement.reports[0].trigger.text == "signed"


def test_occasion_third_location_and_the_country_of_a_seat(nlp: Language) -> None:
    text = "Ghana's Foreign Minister Ada Obi met Norway's Foreign Minister Tomas Lind in Accra at the Coastal Forum."
    (home,) = record_of(nlp, text).meetings
    (away,) = record_of(nlp, text.replace("Accra", "Doha")).meetings
    assert (home.codes.cameo, away.codes.cameo, away.codes.plover_mode) == ("040", "044", "third-party")
    assert home.occasion is not None
    assert home.occasion.text == "Coastal Forum" == text[home.occasion.start : home.occasion.end]


def test_subject_and_witnesses_of_an_agreement(nlp: Language) -> None:
    text = "Ministers Ada Obi and Tomas Lind signed a pact on fishing, witnessed by President Carla Ruiz."
    (agreement,) = record_of(nlp, text).agreements
    assert (agreement.subject, [witness.name for witness in agreement.witnesses]) == ("fishing", ["Carla Ruiz"])
    assert agreement.codes.cameo == "057"


BODY = "The Inter-Services Media Office (ISMO) said on Monday that General Asad Mirza had left Accra."


def test_boilerplate_yields_nothing(nlp: Language) -> None:
    record = record_of(nlp, f" date 2025-01-14 {BODY}\n\nRead more: Asad Mirza meets Ada Obi in Accra on Friday\n")
    check(record)
    assert len(record.article.boilerplate) == 1
    assert mentions_behind(record, BODY) == []
    assert [date.text for date in record.dates] == ["Monday"]


def test_boilerplate_yields_no_acronym_either(nlp: Language) -> None:
    record = record_of(nlp, f"{BODY}\n\nRead more: ISMO opens an office\n")
    assert len(record.article.boilerplate) == 1
    assert mentions_behind(record, BODY) == []


def mentions_behind(record: ArticleRecord, body: str) -> list[str]:
    """The mentions that stand behind `body` in the text of the article."""
    end = record.article.text.index(body) + len(body)
    entities = [*record.people, *record.organizations, *record.places]
    return [mention.text for entity in entities for mention in entity.mentions if mention.start >= end]


def test_an_article_without_names_is_a_record_without_findings(nlp: Language) -> None:
    record = record_of(nlp, "They left.")
    check(record)
    assert not any((record.people, record.organizations, record.places, record.dates, record.meetings))
    assert record.article.text == "They left."


def test_the_same_article_gives_the_same_record_whatever_stands_before_it(nlp: Language) -> None:
    articles = [article_of(text, "a.txt", PUBLISHED) for text in ("Rosa Lund met Ada Obi in Accra.", MEETING)]
    first, second = article_records(nlp, articles), article_records(nlp, articles[::-1])
    assert [json_line(record) for record in first] == [json_line(record) for record in second][::-1]


def test_ids_differ_between_articles(nlp: Language) -> None:
    one, other = (record_of(nlp, text) for text in ("Rosa Lund left Accra.", "Rosa Lund left Accra again."))
    assert one.people[0].name == other.people[0].name
    assert one.people[0].id != other.people[0].id


def test_names_are_on_one_line_and_mentions_as_they_stand(nlp: Language) -> None:
    record = record_of(nlp, "On Monday morning the envoys of all the countries met General Asad\nMirza in Accra.")
    check(record)
    (person,) = record.people
    assert person.name == "Asad Mirza"
    assert person.mentions[0].text == "General Asad\nMirza"


@pytest.mark.parametrize("part", ["title", "published", "language", "text", "id", "source"])
def test_the_article_stays_as_it_was(nlp: Language, part: str) -> None:
    article = article_of(MEETING, "a.txt", PUBLISHED)
    assert getattr(record_of(nlp, MEETING).article, part) == getattr(article, part)


@pytest.mark.parametrize(
    ("later", "basis"),
    [
        ("An hour later, Mirza met Karim Benatia.", "assumed"),
        ("On Monday Mirza met Karim Benatia.", "relative"),
    ],
)
def test_a_date_that_a_meeting_takes_from_its_sequence_is_assumed(nlp: Language, later: str, basis: str) -> None:
    record = record_of(nlp, f"General Asad Mirza met Foreign Minister Rosa Lund on Monday. {later}")
    dates = [meeting.date for meeting in record.meetings if any("Benatia" in p.name for p in meeting.participants)]
    assert [date and date.basis for date in dates] == [basis]
