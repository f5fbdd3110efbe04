"""`newsie watch`: which of a list appear, and with whom."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from newsie.questions.acquaintances import acquaintances
from newsie.questions.answers import Sighting, Sightings
from newsie.questions.called import named_so, people_called, without_rank
from newsie.questions.sources import sources_of
from newsie.questions.watch_list import Listed
from newsie.records import Person, Role
from newsie.resolve.comparison import CERTAIN, Comparison
from newsie.resolve.evidence import compare
from newsie.resolve.person_name import person_name
from newsie.resolve.profiles import Profile, stated_profile
from newsie.store.read import people


def watch(db: Database, listed: Iterable[Listed]) -> Sightings:
    """Return those of a list who appear, in its order; somebody may be one ("same") or could be ("unsure").

    Whom the list's countries and positions contradict is none. A single name of the list says too little of whom it
    means, and so does one in the articles: these match nobody of several names.
    """
    return Sightings(matches=tuple(match for one in listed for match in _matches(db, one)))


def _matches(db: Database, listed: Listed) -> Iterator[Sighting]:
    if not listed.is_person:
        yield from _bodies(db, listed)
        return
    called = dict.fromkeys(one.id for name in listed.names for one in people_called(db, name))
    for person in people(db, called):
        best = max(_comparisons(listed, person), key=lambda compared: compared.score, default=None)
        if best and best.verdict != "different":
            yield _sighting(db, listed, person, best)


def _comparisons(listed: Listed, person: Person) -> Iterator[Comparison]:
    """The comparisons of all forms of the name on the list with all in the articles."""
    appearing = stated_profile(person)
    forms = [person_name(form) for form in (person.name, *person.aliases)]
    for wanted in (_profile(listed, without_rank(name)) for name in listed.names):
        for appearing.name in forms:
            single = min(len(wanted.name.words), len(appearing.name.words)) == 1
            if not single or wanted.name.words == appearing.name.words:
                yield compare(wanted, appearing)


def _profile(listed: Listed, name: str) -> Profile:
    roles = tuple(Role(title=title, country=code) for title in listed.positions for code in listed.countries or (None,))
    profile = stated_profile(Person(id="", name=name, roles=roles))
    profile.countries |= frozenset(listed.countries)
    return profile


def _bodies(db: Database, listed: Listed) -> Iterator[Sighting]:
    """Organizations of the very name."""
    found = {one.id: one for name in listed.names for one in named_so(db, name)}
    for id_, one in found.items():
        yield Sighting(
            listed_id=listed.id,
            listed=listed.names[0],
            id=id_,
            name=one.name,
            verdict="same",
            score=CERTAIN,
            reasons=("the same name",),
            met=acquaintances(db, id_),
            sources=sources_of(db, id_),
        )


def _sighting(db: Database, listed: Listed, person: Person, compared: Comparison) -> Sighting:
    return Sighting.model_validate(
        {
            "listed_id": listed.id,
            "listed": listed.names[0],
            "id": person.id,
            "name": person.name,
            "verdict": compared.verdict,
            "score": compared.score,
            "reasons": compared.reasons,
            "met": acquaintances(db, person.id),
            "sources": sources_of(db, person.id),
        }
    )
