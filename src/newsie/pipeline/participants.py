"""Those who take part: from the words in a frame's slots to entities, or to groups in the article's words."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from newsie.pipeline import delegations, syntax
from newsie.pipeline.antecedents import antecedent, is_open
from newsie.pipeline.clauses import Clause
from newsie.pipeline.delegations import Told
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.office_groups import holders
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import INSIDE_GROUP, group_span, is_group, named, person_span
from newsie.pipeline.phrases import Phrase
from newsie.pipeline.references import is_bare_plural, protagonist, recall, refers_back
from newsie.records import Part

# What a parser may make of a member of a list without "and".
LOOSE = {"appos", "nmod", "dep"}
# What stands between an office and its field: "the envoy for the peace process", "the adviser to the government".
OFFICE_LINKS = {"of", "for", "to"}
INDEFINITE = {"anyone", "anybody", "someone", "somebody"}


def read_participants(
    clause: Clause,
    tokens: Iterable[Token],
    told: Told,
    *,
    people_only: bool,
    part: Part | None,
) -> list[DraftParticipant]:
    """Return who stands behind some tokens of a clause; words for nobody give nothing.

    `told` is what the article has told so far, for "the two", "they", "both sides" and "the delegation".
    """
    found: list[DraftParticipant] = []
    for token in _outside_offices(list(tokens)):
        for span, entity in _resolve(clause, token, told, people_only):
            if not any(_same(span, entity, other) for other in found):
                found.append(DraftParticipant(span, entity, part, slot=clause.origin(token)))
    return found


def _outside_offices(tokens: list[Token]) -> list[Token]:
    """Without the last country of "the ministers of Ghana and Togo – A and B", which a parser may list with them."""
    return [
        token
        for token in tokens
        if not any(other.i < token.i < name.i for other in tokens if is_group(other) for name in _own_names(other))
    ]


def _own_names(token: Token) -> list[Token]:
    """The names in apposition to a noun itself."""
    return [child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"]


def _same(span: Span, entity: str | None, other: DraftParticipant) -> bool:
    return other.entity == entity if entity else other.span == span


def _resolve(clause: Clause, token: Token, told: Told, people_only: bool) -> list[tuple[Span, str | None]]:
    phrase = clause.phrase(token)
    if phrase is not None and phrase.is_person:
        return named(clause, [token, *_loosely_listed(clause, token)])
    if phrase is not None:
        return [(phrase.mention, phrase.mention.kb_id_)] if _may_take_part(phrase.mention, people_only) else []
    if is_open(clause, token):
        meant = antecedent(clause, token)
        return [(person_span(clause.original([token])), meant.mention.kb_id_)] if meant is not None else []
    listed_names = [person for apposed in _apposed(token) for person in named(clause, syntax.listed(apposed))]
    listed_names = listed_names or (_closing_name(clause, token) if is_group(token) else [])
    if listed_names:
        return listed_names
    if refers_back(token):
        return recall(clause, token, told.met)
    if is_bare_plural(token) and (principals := recall(clause, token, told.met)):
        return principals
    if token.lower_ in INDEFINITE and any(child.lower_ in INSIDE_GROUP for child in token.children):
        return [(group_span(clause, token), None)]
    delegation = delegations.meant(clause, token, told)
    if delegation:
        return [(member.span, member.entity) for member in delegation]
    if one := protagonist(clause, token, told.met):
        return one
    if not is_group(token):
        return [] if people_only else _named_institution(clause, token)
    leaders = _leaders(clause, token) or _office_group(clause, token)
    return leaders or [(group_span(clause, token), None)]


def _loosely_listed(clause: Clause, token: Token) -> list[Token]:
    """The rest of a list of people without "and", which a parser takes for appositions: "A, B, C, said the ministry".

    What stands in apposition to a name is inside its phrase, so another person's phrase is none.
    """
    found: list[Token] = []
    for word in list(token.doc)[token.i + 2 :: 2]:
        phrase = clause.phrase(word)
        follows = word.nbor(-1).text == "," and word.dep_ in LOOSE and token in word.ancestors
        if not follows or phrase is None or not phrase.is_person:
            break
        found.append(word)
    return found


def _office_group(clause: Clause, token: Token) -> list[tuple[Span, str | None]]:
    """The people of "the presidents of Ghana and Togo"."""
    words = group_span(clause, token)
    return [(person_span(words), person.key) for person in holders(words, token)]


def _apposed(token: Token) -> list[Token]:
    """What stands in apposition to a noun, or to the end of its "of" phrase ("the head of its office, Ada Obi")."""
    found = [child for child in token.children if child.dep_ == "appos"]
    inner = [obj for child in token.children if child.dep_ == "prep" for obj in child.children]
    return found or [apposed for obj in inner if obj.dep_ == "pobj" for apposed in _apposed(obj)]


def _closing_name(clause: Clause, token: Token) -> list[tuple[Span, str | None]]:
    """The person of "the head of the port Ada Obi", whom a parser takes for the one that the phrase is of."""
    prepositions = (child for child in token.children if child.lower_ in OFFICE_LINKS)
    objects = [obj for preposition in prepositions for obj in preposition.children]
    phrases = [clause.phrase(obj) for obj in objects]
    people = [phrase for phrase in phrases if phrase is not None and phrase.is_person]
    closing: list[tuple[Span, str | None]]
    closing = [(person.mention, person.mention.kb_id_) for person in people if _follows_thing(person)]
    return closing or [found for obj in objects for found in _holders_behind(clause, token, obj)]


def _holders_behind(clause: Clause, office: Token, first: Token) -> list[tuple[Span, str | None]]:
    """The people of "the ministers of Ghana and Togo, A and B", whom a parser takes for members of the first list.

    `first` is the first place. As many people follow as there are places, behind all of them.
    """
    phrases = [phrase for member in syntax.listed(first) if (phrase := clause.phrase(member)) is not None]
    people = [phrase for phrase in phrases if phrase.is_person]
    places = phrases[: len(phrases) - len(people)]
    in_order = office.tag_ in ("NNS", "NNPS") and len(people) == len(places) > 1
    if not in_order or any(phrase.mention.label_ != "PLACE" for phrase in places):
        return []
    return [(person.mention, person.mention.kb_id_) for person in people]


def _follows_thing(person: Phrase) -> bool:
    """Whether a name stands behind a noun for a thing: "the port Ada Obi", but not "the trader Ada Obi"."""
    before = person.mention.doc[person.start : person.mention.start]
    return len(before) > 0 and before[-1].pos_ == "NOUN" and before[-1].text.islower() and not is_group(before[-1])


def _named_institution(clause: Clause, token: Token) -> list[tuple[Span, str | None]]:
    """The organization in "the Solidarity trade union"."""
    phrases = [clause.phrase(child) for child in token.children if child.dep_ in ("compound", "nmod")]
    found = [phrase for phrase in phrases if phrase is not None and phrase.mention.label_ == "ORG"]
    return [(phrase.mention, phrase.mention.kb_id_) for phrase in found[:1]] if token.pos_ == "NOUN" else []


def _may_take_part(mention: Span, people_only: bool) -> bool:
    if mention.label_ == "PERSON":
        return True
    if people_only:
        return False
    if mention.label_ == "ORG":
        return True
    entity = (mention.doc._.entities or {}).get(mention.kb_id_)
    return entity is not None and entity.place_kind == "country"


def people_behind(clause: Clause, tokens: Iterable[Token]) -> list[DraftParticipant]:
    """Return the named people behind some tokens of a clause: names, those listed with them, those described."""
    found: dict[str, DraftParticipant] = {}
    for token in tokens:
        apposed = [member for name in _apposed(token) for member in syntax.listed(name)]
        for word in (token, *apposed, *syntax.prepositional(token, ("including",))):
            phrase = clause.phrase(word)
            if phrase is not None and phrase.is_person:
                found.setdefault(phrase.mention.kb_id_, DraftParticipant(phrase.mention, phrase.mention.kb_id_))
    return list(found.values())


def _leaders(clause: Clause, token: Token) -> list[tuple[Span, str | None]]:
    """The people of "a delegation led by X" and "a team comprising X and Y"."""
    inner = [obj for child in token.children if child.lower_ in INSIDE_GROUP for obj in child.children]
    for child in (child for noun in (token, *inner) for child in noun.children):
        if child.dep_ in ("acl", "relcl", "prep") and child.lemma_.lower() in rules().leading:
            people = named(clause, syntax.prepositional(child, ("by",)) + _members(child))
            if people:
                return people
    return []


def _members(token: Token) -> list[Token]:
    return [member for child in token.children if child.dep_ in ("dobj", "pobj") for member in syntax.listed(child)]
