"""Records in words: what a cell of a table says of a person, a role, a day, a meeting and its sources."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TypeVar

from newsie.countries import country_name
from newsie.records import (
    Agreement,
    Article,
    DateValue,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    Rank,
    Report,
    Role,
    RunRecord,
)
from newsie.write.terminal import visible_line

EventT = TypeVar("EventT", Meeting, Agreement)
EntityT = TypeVar("EntityT", Person, Organization, Place)


@dataclass(frozen=True)
class Index:
    """What the ids in a run stand for. `sources` are the articles' sources, `order` their places in the run."""

    people: dict[str, Person]
    sources: dict[str, str]
    order: dict[str, int]


def index_of(run: RunRecord, *, short: bool = False) -> Index:
    """Return the index of `run`; with `short`, sources are file names without folders where that is clear enough."""
    sources = short_sources(run.articles) if short else {article.id: article.source for article in run.articles}
    order = {article.id: place for place, article in enumerate(run.articles)}
    return Index({person.id: person for person in run.people}, sources, order)


def short_sources(articles: Sequence[Article]) -> dict[str, str]:
    """Return each article's source by id: its last part if no other source ends in it, else the whole."""
    names = short_names(article.source for article in articles)
    return {article.id: names[article.source] for article in articles}


def short_names(sources: Iterable[str]) -> dict[str, str]:
    """Return for each source its last part if no other one ends in it, else the whole, on one line."""
    last = {source: PurePath(source).name for source in sources}
    count = Counter(last.values())
    return {source: visible_line(name if count[name] == 1 else source) for source, name in last.items()}


def country_text(code: str | None) -> str:
    """Say "Russia" for the alpha-2 code RU, "" for None. Raises KeyError for an unknown code."""
    return country_name(code) if code else ""


def rank_text(rank: Rank) -> str:
    """Say "Lieutenant General (OF-8)", with "retired" where it is so."""
    grade = f" ({rank.grade})" if rank.grade else ""
    return f"{rank.name}{grade}{', retired' if rank.retired else ''}"


def role_text(role: Role) -> str:
    """Say "Principal Staff Officer (PSO), Armed Forces Division of Bangladesh", and the country if that doesn't."""
    acronym = f" ({role.acronym})" if role.acronym else ""
    return ", ".join([f"{_title(role)}{acronym}", *_where(role)])


def participants_text(participants: Iterable[Participant], people: dict[str, Person]) -> str:
    """Say "General Syed Asim Munir, Chief of Army Staff (Pakistan)", a line each; of others the name alone."""
    return ";\n".join(_participant_text(participant, people) for participant in participants)


def _participant_text(participant: Participant, people: dict[str, Person]) -> str:
    person = people.get(participant.id or "")
    if not person:
        return participant.name
    named = f"{person.ranks[0].name} {participant.name}" if person.ranks else participant.name
    role = main_role(person)
    return f"{named}, {_short_role(role)}" if role else named


def main_role(person: Person) -> Role | None:
    """Return the first role that the person still holds, else the first of all."""
    held = [role for role in person.roles if role.status != "former"]
    return next(iter(held or person.roles), None)


def _short_role(role: Role) -> str:
    where = _where(role)
    return f"{_title(role)} ({', '.join(where)})" if where else _title(role)


def _title(role: Role) -> str:
    if role.status == "current" or role.status in role.title.lower():
        return role.title
    return f"{role.title} designate" if role.status == "designate" else f"{role.status} {role.title}"


def _where(role: Role) -> list[str]:
    country = country_text(role.country)
    named = country in f"{role.title} {role.organization}"
    return [where for where in (role.organization, "" if named else country) if where]


def days_text(first: date | None, last: date | None) -> str:
    """Say "2025-01-14" of one day, "2025-01-06 to 2025-01-12" of several, "" of none."""
    return " to ".join(dict.fromkeys(day.isoformat() for day in (first, last) if day))


def date_text(value: DateValue | None) -> str:
    """Say the days of a date, or quote it where they are unknown."""
    if value is None:
        return ""
    return days_text(value.from_, value.to) or f"“{value.text}”"


def where_text(meeting: Meeting) -> str:
    """Say the places of a meeting, and its occasion in brackets: "Oslo (Harbour Forum)"."""
    places = ", ".join(place.name for place in meeting.places)
    occasion = f"({' '.join(meeting.occasion.text.split())})" if meeting.occasion else ""
    return " ".join(filter(None, (places, occasion)))


def sources_text(reports: Iterable[Report], sources: dict[str, str]) -> str:
    """Say "a.txt (ISPR, Dawn)" for each article of the reports, a line each."""
    cited: dict[str, dict[str, None]] = {}
    for report in reports:
        cited.setdefault(sources.get(report.article, report.article), {}).update(dict.fromkeys(report.attributed_to))
    return "\n".join(f"{source} ({', '.join(names)})" if names else source for source, names in cited.items())


def counted_sources_text(meeting: Meeting, sources: dict[str, str]) -> str:
    """Say "3 articles, 2 sources" where a meeting has several articles, and each of them on a line of its own."""
    articles = len({report.article for report in meeting.reports})
    said = sources_text(meeting.reports, sources)
    if articles == 1:
        return said
    count = meeting.independent_sources
    return f"{articles} articles, {count} source{'s' if count > 1 else ''}\n{said}"


def articles_of(mentions: Iterable[Mention]) -> list[str]:
    """Return the ids of the articles of some mentions, each once, in order."""
    return list(dict.fromkeys(mention.article for mention in mentions))


def by_date(records: Iterable[EventT], order: dict[str, int]) -> list[EventT]:
    """Sort meetings or agreements by their first day, then as the articles tell them; those without a day come last."""

    def key(record: EventT) -> tuple[date, date, tuple[int, int]]:
        first = (record.date and record.date.from_) or date.max
        last = (record.date and record.date.to) or date.max
        told = ((order.get(report.article, 0), report.trigger.start) for report in record.reports)
        return first, last, min(told, default=(0, 0))

    return sorted(records, key=key)


def by_mentions(records: Iterable[EntityT]) -> list[EntityT]:
    """Sort entities by how often they are mentioned, the most first, then by name."""
    return sorted(records, key=lambda record: (-len(record.mentions), record.name))
