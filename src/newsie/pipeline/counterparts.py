"""Whom "his counterpart", "her Omani colleague" means: one who holds such an office elsewhere."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from newsie import countries
from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftParticipant, Entity
from newsie.pipeline.people_words import group_span, named
from newsie.pipeline.portfolios import are_counterparts
from newsie.pipeline.protagonists import countries_of
from newsie.pipeline.stories import story_start

PARTNERS = {"counterpart", "colleague", "homologue"}


def find_counterpart(clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]) -> str | None:
    """Return the key of the person whom a noun with "his" or "her" in front means, None if that is not plain.

    "He" is the one subject of the sentence. His counterpart is the one whom he has met, the same each time; else the
    only one he met, failing that the only one of the story, who holds the same office elsewhere. A country must agree,
    and has to be told for one who is named only later.
    """
    owner = _owner(clause, token)
    if owner is None:
        return None
    country = countries.country_in(group_span(clause, token).text)
    partners = _partners(owner, before)
    if len(partners) == 1 and token.lower_ == "counterpart":
        return _only(clause, partners, country)
    peers = _peers(clause, owner)
    met = _only(clause, partners & peers, country)
    if met is not None or (country is None and token.lower_ != "counterpart"):
        return met
    if country is not None:
        return _only(clause, peers, country) or _only(clause, _stateless(clause, peers), None)
    named_so_far = {m.kb_id_ for m in _mentions(clause) if m.end <= clause.span.start}
    return _only(clause, peers & named_so_far, None)


def _owner(clause: Clause, token: Token) -> str | None:
    """The person of "his": the one subject of the verb above."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    verb = next((above for above in token.ancestors if syntax.is_verb(above)), None)
    actors = named(clause, syntax.subjects(verb)) if owner is not None and verb is not None else []
    return actors[0][1] if len(actors) == 1 else None


def _partners(owner: str, before: Sequence[Sequence[DraftParticipant]]) -> set[str]:
    """Those whom somebody has met alone."""
    met = [{p.entity for p in people if p.entity and p.span.label_ == "PERSON"} for people in before]
    return {one for people in met if len(people) == 2 and owner in people for one in people} - {owner}


def _peers(clause: Clause, owner: str) -> set[str]:
    """Those of the story who hold the same office elsewhere."""
    entities: dict[str, Entity] = clause.span.doc._.entities or {}
    keys = {mention.kb_id_ for mention in _mentions(clause)} - {owner}
    return {key for key in keys if owner in entities and are_counterparts(entities[owner], entities[key])}


def _stateless(clause: Clause, keys: set[str]) -> set[str]:
    """Those of some people whose country nobody tells, as an outlet leaves out its own; nobody if another's is told."""
    entities: dict[str, Entity] = clause.span.doc._.entities or {}
    return keys if not any(countries_of(entities[key]) for key in keys) else set()


def _mentions(clause: Clause) -> list[Span]:
    """The mentions of people in the story."""
    doc = clause.span.doc
    start = story_start(doc, clause.span.start)
    people = (mention for mention in doc.spans.get("mentions", ()) if mention.label_ == "PERSON")
    return [mention for mention in people if story_start(doc, mention.start) == start]


def _only(clause: Clause, keys: Iterable[str], country: str | None) -> str | None:
    """The only one of some people, and from the country, if one is told."""
    entities: dict[str, Entity] = clause.span.doc._.entities or {}
    fitting = [key for key in keys if key in entities and (not country or country in countries_of(entities[key]))]
    return fitting[0] if len(fitting) == 1 else None
