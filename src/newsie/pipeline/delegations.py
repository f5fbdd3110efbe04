"""Delegations whose members an article names, and what stands for them later: "the lawmakers", "the visitors"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from newsie import countries
from newsie.pipeline import syntax
from newsie.pipeline.antecedents import antecedent, is_open
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.phrases import Phrase
from newsie.pipeline.protagonists import countries_of, is_such

LEADING = {"lead", "head"}
COMPANY = {"accompany", "join", "flank"}
OF = {"of", "from"}
DEFINITE = {"the", "both", "this", "these"}


@dataclass
class Delegation:
    """People who travel or negotiate together; the first one leads them."""

    members: list[DraftParticipant]

    def add(self, people: Sequence[DraftParticipant]) -> None:
        """Add those who are no members yet."""
        known = {member.entity for member in self.members}
        self.members += [person for person in people if person.entity not in known]


@dataclass
class Told:
    """What the article has told so far: the participants of its meetings, its delegations, which one it speaks of."""

    met: list[Sequence[DraftParticipant]] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    spoken_of: Delegation | None = None


def learn(clause: Clause, delegations: list[Delegation]) -> None:
    """Note the delegations that a clause introduces, and those whom it adds to a known one."""
    for token in clause.copy:
        for leader, members in _introduced(clause, token):
            known = next((one for one in delegations if one.members[0].entity == leader.entity), None)
            if known is None:
                delegations.append(known := Delegation([leader]))
            known.add(members)
        if token.lemma_ in COMPANY and syntax.is_verb(token):
            _add_company(clause, token, delegations)


def _introduced(clause: Clause, token: Token) -> Iterator[tuple[DraftParticipant, list[DraftParticipant]]]:
    """The leader and the other members of a delegation that a verb or noun introduces."""
    if token.lemma_ in LEADING and syntax.is_verb(token):
        led = [noun for noun in _objects(token) if _is_delegation(noun)]
        leaders = _people(clause, syntax.logical_subjects(token))
        if led and len(leaders) == 1:
            yield leaders[0], _people(clause, (member for noun in led for member in _included(noun)))
    elif token.lower_ == "head" and token.head.lower_ == "at" and (verb := syntax.verb_above(token)) is not None:
        leaders = _people(clause, syntax.subjects(verb))
        if len(leaders) == 1 and any(_is_delegation(noun) for noun in syntax.prepositional(token, ("of",))):
            yield leaders[0], []
    elif token.lower_ == "opposite" and (verb := syntax.verb_above(token)) is not None and verb.lemma_ == "sit":
        people = _people(clause, syntax.inverted_subjects(verb))
        if len(people) > 1:
            yield people[0], people[1:]


def _objects(verb: Token) -> list[Token]:
    """What is led: of "a delegation of the bank led by A" the delegation, which a parser takes the bank for."""
    if verb.dep_ != "acl":
        return syntax.logical_objects(verb)
    preposition = verb.head.head if verb.head.dep_ == "pobj" else None
    return [verb.head, preposition.head] if preposition is not None and preposition.lower_ in OF else [verb.head]


def _is_delegation(noun: Token) -> bool:
    return noun.lemma_.lower() in rules().delegations


def _included(noun: Token) -> list[Token]:
    """Whom "a team that includes A and B" lists."""
    verbs = [child for child in noun.children if child.dep_ in ("relcl", "acl", "prep")]
    included = [verb for verb in verbs if verb.lemma_.lower() in ("include", "comprise", "including")]
    return [
        member for verb in included for c in verb.children if c.dep_ in ("dobj", "pobj") for member in syntax.listed(c)
    ]


def _people(clause: Clause, tokens: Iterator[Token] | Sequence[Token]) -> list[DraftParticipant]:
    found = (antecedent(clause, token) if is_open(clause, token) else clause.phrase(token) for token in tokens)
    phrases: list[Phrase] = [phrase for phrase in found if phrase is not None]
    return [DraftParticipant(phrase.mention, phrase.mention.kb_id_) for phrase in phrases if phrase.is_person]


def _add_company(clause: Clause, verb: Token, delegations: Sequence[Delegation]) -> None:
    """Add those who accompany the leader of a delegation: "She was joined by A and B"."""
    accompanied = {person.entity for person in _people(clause, syntax.logical_objects(verb))}
    for delegation in delegations:
        if delegation.members[0].entity in accompanied:
            delegation.add(_people(clause, syntax.logical_subjects(verb)))


def meant(clause: Clause, token: Token, told: Told) -> list[DraftParticipant]:
    """Return the people whom "the delegation", "the visitors" or "the heads of the delegations" means, if plain."""
    words = {child.lower_ for child in token.children}
    if _are_heads_of_two(token):
        return _heads_of_two(told)
    if not told.delegations or not (words & DEFINITE or any(child.dep_ == "poss" for child in token.children)):
        return []
    fitting = [one for one in told.delegations if _fits(clause, token, one)]
    if len(fitting) != 1:
        return []
    told.spoken_of = fitting[0]
    return fitting[0].members


def _are_heads_of_two(token: Token) -> bool:
    """Whether it is "the heads of the two delegations", "the leaders of both teams"."""
    of = syntax.prepositional(token, ("of",)) if token.lemma_.lower() in ("head", "leader") else []
    return any(_is_delegation(noun) and any(child.lower_ in ("two", "both") for child in noun.children) for noun in of)


def _heads_of_two(told: Told) -> list[DraftParticipant]:
    """Who leads two known delegations, else the two who met last, if no more did."""
    if told.delegations:
        return [one.members[0] for one in told.delegations] if len(told.delegations) == 2 else []
    last = [person for person in (told.met[-1] if told.met else ()) if person.span.label_ == "PERSON"]
    return last if len(last) == 2 else []


def _fits(clause: Clause, token: Token, delegation: Delegation) -> bool:
    """Whether a noun with its modifiers can mean a delegation: its country, and what its members are."""
    country = countries.country_in(clause.original([token, *token.lefts]).text)
    entities = clause.span.doc._.entities or {}
    people = [entities[member.entity] for member in delegation.members if member.entity in entities]
    if country is not None and not any(country in countries_of(person) for person in people):
        return False
    lemma = token.lemma_.lower()
    if token.tag_ == "NN":
        return lemma in rules().delegations
    return lemma in rules().visitors or (
        token.tag_ == "NNS"
        and len(people) > 1
        and lemma in rules().officials
        and all(is_such(person, lemma) for person in people)
    )
