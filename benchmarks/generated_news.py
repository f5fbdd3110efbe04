"""News about people who don't exist, as texts and as the records that newsie would make of them.

As in real news, few people meet all the time and most once: the n-th of them is named in proportion to 1/(10 + n).
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsie.ids import article_id, content_id
from newsie.records import (
    Article,
    ArticleRecord,
    Codes,
    DateMention,
    DateValue,
    Generator,
    Meeting,
    Mention,
    Participant,
    Person,
    Place,
    PlaceReference,
    Rank,
    Report,
    Role,
    Span,
)

GENERATOR = Generator(newsie="benchmark", model="none")
SYLLABLES = ("ba", "do", "ka", "li", "mo", "na", "pe", "ra", "su", "ti", "ve", "wo", "zu", "fa", "gi", "he", "jo", "ku")
GIVEN_NAMES = ["".join(pair).title() for pair in itertools.product(SYLLABLES, repeat=2)]
SURNAMES = ["".join(triple).title() for triple in itertools.product(SYLLABLES, repeat=3)]
CITIES = [f"{first.title()}{second}pur" for first, second in itertools.product(SYLLABLES[:9], repeat=2)]
RANKS = [None, None, "General", "Colonel", "Admiral"]
OFFICES = [None, "foreign minister", "envoy", "chief of staff", "ambassador"]
FIRST_DAY = date(2020, 1, 1)
DAYS = 1500


@dataclass(frozen=True)
class Character:
    """One of those who are in the news."""

    name: str
    rank: str | None
    office: str | None


@dataclass(frozen=True)
class Story:
    """One meeting as one paper tells it."""

    source: str
    day: date
    city: str
    people: Sequence[Character]
    filler: str

    @property
    def sentence(self) -> str:
        """The sentence that reports the meeting."""
        first, second, *others = [_introduced(one) for one in self.people]
        along = f", along with {' and '.join(others)}," if others else ""
        return f"{first} met {second}{along} in {self.city} on {self.day:%-d %B %Y}."

    @property
    def text(self) -> str:
        """The whole article."""
        return f" date {self.day + timedelta(days=1)}\n{self.sentence}\n\n{self.filler}\n"


def stories(number: int, seed: int = 0, cast_of: int | None = None) -> Iterator[Story]:
    """Yield so many stories, about a fifth as many people as stories (or as `cast_of`); the same for the same seed."""
    chance = random.Random(seed)
    cast = [_character(chance) for _ in range(max((cast_of or number) // 5, 10))]
    fame = list(itertools.accumulate(1 / (10 + rank) for rank in range(1, len(cast) + 1)))
    for position in range(number):
        people = dict.fromkeys(chance.choices(cast, cum_weights=fame, k=chance.choice([2, 2, 2, 3, 4])))
        while len(people) < 2:
            people[chance.choice(cast)] = None
        yield Story(
            source=f"paper{position % 40:02}/{position:06}.txt",
            day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
            city=chance.choice(CITIES),
            people=list(people),
            filler=" ".join(chance.choices(SURNAMES, k=25)).lower().capitalize() + ".",
        )


def record_of(story: Story) -> ArticleRecord:
    """Return what newsie would find in a story."""
    text, id_ = story.text, article_id(story.source, story.text)
    people = tuple(_person(one, text, id_) for one in story.people)
    city = Place(
        id=content_id("place", id_, story.city),
        name=story.city,
        kind="city",
        mentions=(_mention(story.city, text, id_),),
    )
    day = DateValue(text=f"{story.day:%-d %B %Y}", value=str(story.day), from_=story.day, to=story.day, basis="stated")
    return ArticleRecord(
        generator=GENERATOR,
        article=Article(id=id_, source=story.source, published=story.day + timedelta(days=1), language="en", text=text),
        people=people,
        places=(city,),
        dates=(
            DateMention(
                article=id_, **_span(day.text, text).model_dump(exclude={"text"}), **day.model_dump(by_alias=False)
            ),
        ),
        meetings=(_meeting(story, people, city, day),),
    )


def _character(chance: random.Random) -> Character:
    name = f"{chance.choice(GIVEN_NAMES)} {chance.choice(SURNAMES)}"
    return Character(name, chance.choice(RANKS), chance.choice(OFFICES))


def _introduced(one: Character) -> str:
    return " ".join(word for word in (one.office and one.office.title(), one.rank, one.name) if word)


def _span(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def _mention(words: str, text: str, article: str) -> Mention:
    return Mention(article=article, kind="name", **_span(words, text).model_dump())


def _person(one: Character, text: str, article: str) -> Person:
    return Person(
        id=content_id("person", article, one.name),
        name=one.name,
        ranks=(Rank(name=one.rank),) if one.rank else (),
        roles=(Role(title=one.office),) if one.office else (),
        mentions=(_mention(one.name, text, article),),
    )


def _meeting(story: Story, people: Sequence[Person], city: Place, day: DateValue) -> Meeting:
    article = people[0].mentions[0].article
    report = Report(
        article=article,
        trigger=_span("met", story.text),
        sentence=_span(story.sentence, story.text),
        rule="generated",
    )
    return Meeting(
        id=content_id("meeting", article),
        kind="meeting",
        status="held",
        participants=tuple(Participant(id=one.id, name=one.name, type="person") for one in people),
        places=(PlaceReference(id=city.id, name=city.name),),
        date=day,
        codes=Codes(cameo="040", plover="CONSULT"),
        reports=(report,),
    )
