"""People found, and the ranks and roles of those who were."""

from collections.abc import Iterator, Sequence

from newsie.evaluate.gold import GoldArticle, GoldPerson
from newsie.evaluate.names import forms, same_person, same_text
from newsie.evaluate.outcomes import Error, Outcome
from newsie.records import Findings, Person


def people_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge people (optional ones count neither way), and rank and role titles of the people found."""
    wanted = [person for person in article.people if not person.optional]
    optional = [*article.people_optional, *(person for person in article.people if person.optional)]
    unmatched = list(findings.people)
    for gold in wanted:
        person = _first_match(gold, unmatched)
        if person is None:
            yield from _missed_outcomes(gold)
            continue
        unmatched.remove(person)
        yield Outcome("people", "found")
        yield from _rank_outcomes(gold, person)
        yield from _role_outcomes(gold, person)
    for person in unmatched:
        if not any(same_person(forms(person), forms(gold)) for gold in optional):
            yield Outcome("people", "extra", Error("extra person", person.name))


def _first_match(gold: GoldPerson, people: Sequence[Person]) -> Person | None:
    return next((person for person in people if same_person(forms(person), forms(gold))), None)


def _missed_outcomes(gold: GoldPerson) -> Iterator[Outcome]:
    yield Outcome("people", "missed", Error("missed person", gold.name))
    if gold.rank:
        yield Outcome("rank", "missed")
    for _ in gold.roles:
        yield Outcome("role title", "missed")


def _rank_outcomes(gold: GoldPerson, person: Person) -> Iterator[Outcome]:
    wanted = (gold.rank or "").lower()
    ranks = {rank.name.lower() for rank in person.ranks}
    if wanted and wanted in ranks:
        yield Outcome("rank", "found")
    elif wanted:
        yield Outcome("rank", "missed", Error("rank", f"{gold.name}: {wanted} not in {_set_display(ranks)}"))
    for _ in ranks - {wanted}:
        yield Outcome("rank", "extra")


def _role_outcomes(gold: GoldPerson, person: Person) -> Iterator[Outcome]:
    titles = [role.title for role in person.roles]
    for role in gold.roles:
        if any(same_text(title, role.title) for title in titles):
            yield Outcome("role title", "found")
        else:
            yield Outcome("role title", "missed", Error("role", f"{gold.name}: {role.title} not in {titles}"))
    for title in titles:
        if not any(same_text(title, role.title) for role in gold.roles):
            yield Outcome("role title", "extra")


def _set_display(values: set[str]) -> str:
    """The set as Python shows it, but always in the same order."""
    return f"{{{', '.join(map(repr, sorted(values)))}}}" if values else "set()"
