"""Whom words mean that refer back: "they", "the two ministers", "the Omani minister", "her counterpart"."""

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Span, Token

from newsie import countries
from newsie.pipeline import syntax
from newsie.pipeline.antecedents import speaks_for_others
from newsie.pipeline.clauses import Clause
from newsie.pipeline.counterparts import PARTNERS, find_counterpart
from newsie.pipeline.descriptions import DISTINCT
from newsie.pipeline.entities import DraftParticipant, Entity
from newsie.pipeline.office_groups import holds_office
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import COUNTS, group_span, is_group, is_headline, named, person_span
from newsie.pipeline.portfolios import portfolios_held, portfolios_of
from newsie.pipeline.protagonists import find_protagonist, is_such, named_before, office_words

# Nouns for one of two, which may be whole states.
SIDES = {"side", "party"}


def protagonist(
    clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]
) -> list[tuple[Span, str | None]]:
    """The one of those who met so far whom "the naval chief" or "the visiting minister" fits, if it is one."""
    if token.lower_ in PARTNERS and (partner := find_counterpart(clause, token, before)) is not None:
        return [(person_span(group_span(clause, token)), partner)]
    definite = any(child.lower_ == "the" or _is_body(clause, child) for child in token.children)
    if not is_group(token) or token.tag_ not in ("NN", "NNP"):
        return []
    description = group_span(clause, token)
    # "Omani minister on Saturday met": some leave the article out.
    if not definite and (is_headline(description) or countries.demonym_code(description[0].text) is None):
        return []
    person = find_protagonist(description, token, before)
    return [(person_span(description), person.entity)] if person else []


def _is_body(clause: Clause, owner: Token) -> bool:
    """Whether a possessor is an organization or a place: "Huron's chief executive"."""
    phrase = clause.phrase(owner)
    return owner.dep_ == "poss" and phrase is not None and not phrase.is_person


def refers_back(token: Token) -> bool:
    """Whether a plural pronoun or "the two", "both ministers" stands for people named before."""
    if token.lower_ in ("they", "them", "their", "both"):
        return True
    words = {child.lower_ for child in token.children}
    if token.lower_ in COUNTS:
        return "the" in words
    # "Both authorities" are people of whom the text has told; "the authorities" are the state.
    is_people = is_group(token) or token.lemma_.lower() in rules().anybody
    return is_people and bool(words & COUNTS.keys()) and ("the" in words or "both" in words)


def is_bare_plural(token: Token) -> bool:
    """Whether it is "the leaders", "the ministers": those who met before, where they are such, else a group."""
    words = [child.lower_ for child in token.children]
    return token.tag_ == "NNS" and words == ["the"] and token.lemma_.lower() in rules().principals


def recall(clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]) -> list[tuple[Span, str | None]]:
    """Those that a plural reference means: a joint subject, of this sentence or the last, or the last who met.

    If a count is given, they are as many, and may be those whom the last sentence with several names named.
    """
    words = [clause.origin(word)[0].lower_ for word in (token, *token.children)]
    counts = [COUNTS[word] for word in words if word in COUNTS]
    joint = _joint_subject(token)
    if joint:
        people = named(clause, joint)
        return people if len(people) == len(joint) and counts in ([], [len(people)]) else []
    topics: list[tuple[Span, str | None]] = [(phrase.mention, phrase.mention.kb_id_) for phrase in clause.topics]
    if token.lower_ in ("they", "their") and topics and not _met_together(topics, before):
        return topics
    if counts == [len(topics)] and token.lemma_.lower() not in SIDES and _are_such(clause, token, topics):
        return topics
    actors = {key for _, key in named(clause, _actors_above(token))}
    met = [
        [(p.span, p.entity) for p in people if p.span.label_ == "PERSON" and p.entity not in actors]
        for people in reversed(before)
    ]
    holders = _who_hold_office(clause, token, [people for people in met if counts == [len(people)]])
    if holders:
        return holders
    who_met = _who_met(clause, token, met, counts)
    if who_met is not None:
        return who_met
    return _last_named(clause, token, counts) or ([(group_span(clause, token), None)] if is_group(token) else [])


def _who_met(
    clause: Clause, token: Token, met: Sequence[list[tuple[Span, str | None]]], counts: Sequence[int]
) -> list[tuple[Span, str | None]] | None:
    """Those of some meetings, the last first, whom a plural reference means, as many as it counts.

    Nobody if it is true of none who met; None if not as many met.
    """
    nobody: list[tuple[Span, str | None]] | None = None
    for people in met:
        if len(people) > 1 and (not counts or len(people) == counts[0]):
            if _are_such(clause, token, people):
                return people
            nobody = []
        elif counts and len(fitting := _fitting(clause, token, people)) == counts[0] > 1:
            return fitting if not any(_is_lesser(clause, token, key) for _, key in fitting) else []
        if not counts:
            break
    return nobody


def _met_together(people: list[tuple[Span, str | None]], before: Sequence[Sequence[DraftParticipant]]) -> bool:
    """Whether some people are among those who met last."""
    return bool(before) and {key for _, key in people} <= {participant.entity for participant in before[-1]}


def _who_hold_office(
    clause: Clause, token: Token, met: Sequence[list[tuple[Span, str | None]]]
) -> list[tuple[Span, str | None]]:
    """The last of those who met that are what "the two leaders" says, before others of whom it is hardly said."""
    entities = clause.span.doc._.entities or {}
    noun = token.lemma_.lower()
    known = [people for people in met if all(key in entities for _, key in people)]
    return next((people for people in known if all(holds_office(entities[key], noun) for _, key in people)), [])


def _are_such(clause: Clause, token: Token, people: list[tuple[Span, str | None]]) -> bool:
    """Whether a noun is true of some people, of whom the text need not tell the office of more than one."""
    entities = clause.span.doc._.entities or {}
    fitting = _fitting(clause, token, people)
    left = [key for span, key in people if (span, key) not in fitting]
    return bool(fitting) and all(not entities[key].roles and not entities[key].ranks for key in left)


def _fitting(clause: Clause, token: Token, people: list[tuple[Span, str | None]]) -> list[tuple[Span, str | None]]:
    """Those whom "the two ministers" fits, who are ministers; "the two", "they" and "both leaders" may be anybody."""
    entities = clause.span.doc._.entities or {}
    if token.pos_ != "NOUN":
        return people
    words = [child.lower_ for child in token.children if child.dep_ in ("amod", "compound") and child.tag_ != "CD"]
    return [one for one in people if one[1] not in entities or _is_one(entities[one[1]], words, token.lemma_.lower())]


def _is_lesser(clause: Clause, token: Token, key: str | None) -> bool:
    """Whether somebody is a junior or deputy minister, who is hardly one of "the two ministers" among more people."""
    person = (clause.span.doc._.entities or {}).get(key)
    titles = [role.title.lower() for role in person.roles] if person is not None else []  # a vice admiral is an admiral
    said = {child.lower_ for child in token.children}
    return bool({word for title in titles for word in title.split()} & rules().lesser - said)


def _is_one(person: Entity, modifiers: Sequence[str], noun: str) -> bool:
    """Whether a person is what one of "the two prime ministers" is; nobody who speaks for another is."""
    if speaks_for_others(person):
        return False
    if portfolios_of(" ".join([*modifiers, noun])) & portfolios_held(person):
        return True
    return is_such(person, noun) and not DISTINCT.intersection(modifiers) - office_words(person)


def _last_named(clause: Clause, token: Token, counts: Sequence[int]) -> list[tuple[Span, str | None]]:
    """The people of the last sentence that names several, if they are as many as "the two diplomats" says and such.

    "The two sides" may be whole countries.
    """
    if token.lemma_.lower() in SIDES:
        return []
    end = clause.origin(token).start
    mentions = [m for m in named_before(clause.span.doc, end) if m.start < clause.span.start]
    by_sentence = [list(group) for _, group in groupby(mentions, key=lambda m: m.doc[m.start].sent.start)]
    for sentence in reversed(by_sentence):
        by_key = {mention.kb_id_: mention for mention in sentence}
        people: list[tuple[Span, str | None]] = [(mention, key) for key, mention in by_key.items()]
        if len(people) > 1:
            return people if counts == [len(people)] and _are_such(clause, token, people) else []
    return []


def _actors_above(token: Token) -> list[Token]:
    """The subjects of the verb of an object, and of the verbs above it: they are not among those whom they act on.

    "Ada Obi received the two", "Ada Obi said she would meet with both".
    """
    verb = token.head.head if token.dep_ == "pobj" else token.head
    actors: list[Token] = []
    while token.dep_ in ("dobj", "pobj") and syntax.is_verb(verb):
        actors += syntax.subjects(verb)
        if verb.dep_ not in ("xcomp", "ccomp"):
            break
        verb = verb.head
    return actors


def _joint_subject(token: Token) -> list[Token]:
    """The members of a coordinated subject earlier in the sentence."""
    for subject in reversed(token.doc[: token.i]):
        if subject.dep_ in syntax.SUBJECTS and token not in subject.subtree and len(syntax.listed(subject)) > 1:
            return syntax.listed(subject)
    return []
