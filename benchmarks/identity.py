"""How long it takes to find out who is who: `python benchmarks/identity.py [MENTIONS]` from the checkout.

Makes articles (always the same) with so many mentions of a fifth as many people, in the forms and with the facts that
news gives them, puts the people together, and prints seconds, peak memory and the ratio to half the input. Each size is
measured in a process of its own: memory that another one used does not count.
"""

import gc
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from time import process_time
from typing import NamedTuple

from newsie.ids import content_id
from newsie.records import Article, ArticleRecord, Generator, Mention, Person, Rank, Role
from newsie.resolve.members import Member
from newsie.resolve.people import cluster_people
from newsie.resolve.person_record import merged_person
from newsie.resolve.profiles import profile

MENTIONS = 1_000_000
SECONDS_LIMIT, MEMORY_LIMIT, RATIO_LIMIT = 60.0, 2.0, 2.3
PEOPLE_PER_ARTICLE = 5
GENERATOR = Generator(newsie="", model="")
SYLLABLES = [
    "ba", "be", "da", "di", "do", "fa", "ga", "go", "ha", "hi", "ja", "ka", "ke", "ko", "la", "le", "li", "lo",
    "ma", "me", "mi", "mo", "na", "ne", "ni", "no", "pa", "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta",
    "te", "ti", "to", "va", "vi", "wa", "ya", "yo", "za",
]  # fmt: skip
COMMON = [
    "Ali", "Khan", "Ahmed", "Hassan", "Hussain", "Wang", "Li", "Zhang", "Chen", "Kim", "Lee", "Park", "Singh",
    "Kumar", "Nguyen", "Tran", "Smith", "Jones", "Silva", "Garcia",
]  # fmt: skip
RANKS = [Rank(name=name, grade=grade, branch=branch) for name, grade, branch in (
    ("General", "OF-9", "army"), ("Major General", "OF-7", "army"), ("Colonel", "OF-5", "army"),
    ("Admiral", "OF-9", "navy"), ("Commodore", "OF-6", "navy"), ("Air Marshal", "OF-8", "air force"),
)]  # fmt: skip
TITLES = [
    "President", "Prime Minister", "Foreign Minister", "Defence Minister", "Ambassador", "Spokesperson",
    "Chief of Staff", "Governor", "Mayor", "Envoy", "Chairman", "Director General",
]  # fmt: skip
COUNTRIES = [
    "PK", "IN", "BD", "LK", "NP", "AF", "CN", "KR", "JP", "VN", "ID", "MY", "PH", "SA", "AE", "QA", "OM", "EG",
    "LY", "NG", "KE", "ZA", "ET", "GB", "FR", "DE", "ES", "IT", "PL", "RU", "UA", "TR", "US", "BR", "MX", "CL",
]  # fmt: skip


class Known(NamedTuple):
    """A person of the made world."""

    words: tuple[str, ...]
    rank: Rank | None
    role: Role | None


# One set for all records of a type: a made record need not know which of its fields were given.
MENTION_FIELDS, PERSON_FIELDS = set(Mention.model_fields), set(Person.model_fields)


def made_word(chance: random.Random) -> str:
    """A name word of two to four syllables, or now and then one that millions bear."""
    if chance.random() < 0.15:
        return chance.choice(COMMON)
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4)))).capitalize()


def made_person(chance: random.Random) -> Known:
    """A person: two to four name words, a rank for one in ten, an office for two in three."""
    words = tuple(made_word(chance) for _ in range(chance.choice((2, 2, 2, 3, 3, 4))))
    rank = chance.choice(RANKS) if chance.random() < 0.1 else None
    role = Role(title=chance.choice(TITLES), country=chance.choice(COUNTRIES)) if chance.random() < 0.66 else None
    return Known(words, rank, role)


def form(words: tuple[str, ...], chance: random.Random) -> str:
    """The name as an article has it: mostly in full, else shorter, with an initial, misspelled, or the last word."""
    drawn = chance.random()
    if drawn < 0.8 or len(words) < 2:
        return " ".join(words)
    if drawn < 0.88:
        return " ".join((words[0], words[-1]))
    if drawn < 0.92:
        return f"{words[0][0]}. {words[-1]}"
    if drawn < 0.96:
        return " ".join(word.replace("i", "ee", 1) for word in words)
    return words[-1]


def sighting(known: Known, article: str, chance: random.Random) -> Person:
    """A person of one article, with one to nine mentions; the facts are given in two of three articles."""
    name = form(known.words, chance)
    mentions = tuple(
        Mention.model_construct(
            MENTION_FIELDS, start=start, end=start + len(name), text=name, article=article, kind="name"
        )
        for start in range(chance.choice((1, 1, 2, 2, 3, 4, 5, 9)))
    )
    given = chance.random() < 0.66
    return Person.model_construct(
        PERSON_FIELDS,
        id=content_id("person", article, *known.words), name=name, aliases=(), mentions=mentions,
        ranks=(known.rank,) if given and known.rank else (), roles=(known.role,) if given and known.role else (),
    )  # fmt: skip


def made_articles(mentions: int, chance: random.Random) -> Iterator[ArticleRecord]:
    """Articles with about so many mentions; a few people are in very many of them, most in a few."""
    people = [made_person(chance) for _ in range(mentions // 5)]
    chance.shuffle(people)
    rest, number = mentions, 0
    unseen = iter(people)
    while rest > 0:
        article = f"a{number:07}"
        chosen = {int(len(people) * chance.random() ** 3) for _ in range(PEOPLE_PER_ARTICLE - 3)}
        named = [people[position] for position in sorted(chosen)] + list(islice(unseen, 3))
        found = tuple(sighting(known, article, chance) for known in dict.fromkeys(named))
        published = date(2020, 1, 1) + timedelta(days=number % 1800)
        yield ArticleRecord.model_construct(
            generator=GENERATOR, article=Article(id=article, source=article, published=published, text=""),
            people=found, meetings=(),
        )  # fmt: skip
        rest -= sum(len(person.mentions) for person in found)
        number += 1


def measure(mentions: int) -> None:
    """Put the people of made articles together, and print the seconds and the megabytes at the peak."""
    articles = list(made_articles(mentions, random.Random(6)))
    members = [Member(one, order, person) for order, one in enumerate(articles) for person in one.people]
    gc.collect()
    gc.freeze()  # the collector need not walk what was made before
    started = process_time()
    found = [merged_person(one.members) for one in cluster_people(profile(member, member.key[0]) for member in members)]
    seconds = process_time() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, megabytes, len(members), len(found))


def measured(mentions: int) -> tuple[float, float, int, int]:
    """What `measure` prints in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(mentions)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(printed[0]), float(printed[1]) / 1024, int(printed[2]), int(printed[3])


def main(mentions: int) -> None:
    """Print what half the input and all of it take, and the limits."""
    seconds = []
    for size in (mentions // 2, mentions):
        taken, gigabytes, members, found = measured(size)
        seconds.append(taken)
        print(
            f"{size:9,} mentions of {size // 5:,} people, {members:,} in single articles:"
            f" {found:,} found in {taken:.1f} s, {gigabytes:.2f} GB"
        )
    ratio = seconds[1] / seconds[0]
    print(f"limits: {SECONDS_LIMIT:.0f} s, {MEMORY_LIMIT:.0f} GB")
    print(f"twice the input: {ratio:.2f} times the time, limit {RATIO_LIMIT}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else MENTIONS)
