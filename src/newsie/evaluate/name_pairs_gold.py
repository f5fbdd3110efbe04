"""Pairs of people, by name and facts, with what a careful reader says of them: tab-separated values, a pair a line."""

import csv
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ValidationError

from newsie.errors import InputError
from newsie.evaluate.gold import GoldModel
from newsie.evaluate.parts import Part, of_part
from newsie.ids import content_id
from newsie.records import Article, ArticleRecord, Generator, Person, Rank, Role, RoleStatus
from newsie.resolve.comparison import Verdict
from newsie.resolve.members import Member
from newsie.resolve.profiles import Profile, profile

ADVICE = (
    "give tab-separated values with the columns left, right, left_facts, right_facts, verdict, kind, culture, split"
)


class Facts(GoldModel):
    """What an article says of a person: rank, office and day of publication. Written `rank=General;country=PK`."""

    rank: str | None = None
    grade: str | None = None
    branch: str | None = None
    role: str | None = None
    acronym: str | None = None
    organization: str | None = None
    country: str | None = None
    status: RoleStatus = "current"
    day: datetime.date | None = None


def _by_key(value: object) -> object:
    """The facts that stand in one field, by their keys."""
    if not isinstance(value, str):
        return value
    return dict(fact.partition("=")[::2] for fact in value.split(";") if fact)


class NamePair(GoldModel):
    """Two people of two articles; `kind` is what the names differ in, `culture` whose names they are."""

    left: str
    right: str
    left_facts: Annotated[Facts, BeforeValidator(_by_key)]
    right_facts: Annotated[Facts, BeforeValidator(_by_key)]
    verdict: Verdict
    kind: str
    culture: str
    split: str
    genre: None = None

    def profiles(self) -> tuple[Profile, Profile]:
        """The two as two articles have them."""
        return _profile("left", self.left, self.left_facts), _profile("right", self.right, self.right_facts)


def read_name_pairs(path: Path, part: Part) -> list[NamePair]:
    """Return the pairs of a file that are in `part`. Raises InputError if it cannot be used or none is left."""
    return of_part(list(_rows(path)), part, path)


def _rows(path: Path) -> Iterator[NamePair]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; {ADVICE}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 from byte {error.start} on; {ADVICE}") from error
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
        try:
            yield NamePair.model_validate(row)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            raise InputError(f"{path}:{number}: {field}: {first['msg']}; {ADVICE}") from error


def _profile(article: str, name: str, facts: Facts) -> Profile:
    rank = (Rank(name=facts.rank, grade=facts.grade, branch=facts.branch),) if facts.rank else ()
    # A country without an office is that of an office that this article alone names.
    title = facts.role or (f"official {article}" if facts.country else None)
    role = (
        Role(title=title, acronym=facts.acronym, organization=facts.organization, country=facts.country,
             status=facts.status),
    ) if title else ()  # fmt: skip
    person = Person(id=content_id("person", article, name), name=name, ranks=rank, roles=role)
    record = ArticleRecord(
        generator=Generator(newsie="", model=""),
        article=Article(id=article, source=article, published=facts.day, text=name),
        people=(person,),
    )
    return profile(Member(record, 0, person), article)
