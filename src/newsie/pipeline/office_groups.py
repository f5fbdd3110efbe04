"""Office holders, one for each country: "the presidents of Ghana and Togo", "the Polish and French leaders"."""

from spacy.tokens import Span, Token

from newsie import countries
from newsie.pipeline.entities import Entity
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.protagonists import countries_of, country_tokens, office_words

LONGEST_COUNTRY = 4  # tokens


def holders(group: Span, noun: Token) -> list[Entity]:
    """Return the people whom a group's words mean: of each of its countries the one who holds such an office.

    If one country is left, it is that of the only holder whose country the article doesn't tell.

    `noun` is the head of the group in the simplified sentence. Nobody is returned unless exactly one fits for each of
    two countries or more.
    """
    codes = country_codes(group)
    if len(codes) < 2 or noun.tag_ not in ("NNS", "NNPS"):
        return []
    people = [entity for entity in (group.doc._.entities or {}).values() if entity.kind == "PERSON"]
    found = [_only_holder(people, code, noun.lemma_.lower()) for code in codes]
    if found.count(None) == 1:
        found[found.index(None)] = _only_stateless_holder(people, noun.lemma_.lower())
    return [person for person in found if person is not None] if None not in found else []


def country_codes(group: Span) -> list[str]:
    """Return the codes of the countries named in a span, in order, each once."""
    indices = country_tokens(group)
    codes: list[str] = []
    for start in sorted(indices):
        for end in range(min(start + LONGEST_COUNTRY, group.end), start, -1):
            words = group.doc[start:end].text
            code = countries.demonym_code(words) or countries.country_code(words)
            if code is not None and code not in codes:
                codes.append(code)
                break
    return codes


def _only_holder(people: list[Entity], country: str, noun: str) -> Entity | None:
    fitting = [person for person in people if country in countries_of(person) and holds_office(person, noun)]
    return fitting[0] if len(fitting) == 1 else None


def _only_stateless_holder(people: list[Entity], noun: str) -> Entity | None:
    """The one whose country is not told, as an outlet leaves out its own."""
    fitting = [person for person in people if not countries_of(person) and holds_office(person, noun)]
    return fitting[0] if len(fitting) == 1 else None


def holds_office(person: Entity, noun: str) -> bool:
    """Return whether a person holds such an office now; a "leader" is one at the head of a state or its government."""
    words = office_words(person)
    return bool(words & {noun, *rules().kinds.get(noun, ())}) and not words & rules().lesser
