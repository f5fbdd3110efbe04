"""Whom words mean that refer back: "they", "the two ministers", "the Omani minister", "her counterpart"."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from newsie import countries
from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import COUNTS, group_span, is_group, is_headline, named, person_span
from newsie.pipeline.protagonists import countries_of, find_protagonist, is_such


def protagonist(
    clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]
) -> list[tuple[Span, str | None]]:
    """The one of those who met so far whom "the naval chief" or "the visiting minister" fits, if it is one."""
    if token.lower_ == "counterpart" and (partner := _partner(clause, token, before)):
        return partner
    definite = any(child.lower_ == "the" or _is_body(clause, child) for child in token.children)
    if not is_group(token) or token.tag_ not in ("NN", "NNP"):
        return []
    description = group_span(clause, token)
    # "Omani minister on Saturday met": some leave the article out.
    if not definite and (is_headline(description) or countries.demonym_code(description[0].text) is None):
        return []
    person = find_protagonist(description, token, before)
    return [(person_span(description), person.entity)] if person else []


def _partner(
    clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]
) -> list[tuple[Span, str | None]]:
    """Whom "his counterpart" means where "he" has met one person only, the same each time; a country must agree."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    subject = next((t for t in token.ancestors if syntax.is_verb(t)), None)
    actors = named(clause, syntax.subjects(subject)) if owner is not None and subject is not None else []
    if len(actors) != 1:
        return []
    met = [{p.entity for p in people if p.entity and p.span.label_ == "PERSON"} for people in before]
    partners = {one for people in met if len(people) == 2 and actors[0][1] in people for one in people} - {actors[0][1]}
    words = group_span(clause, token)
    country = countries.country_in(words.text)
    entities = clause.span.doc._.entities or {}
    fitting = [
        key for key in partners if key in entities and (country is None or country in countries_of(entities[key]))
    ]
    return [(person_span(words), fitting[0])] if len(fitting) == 1 and len(partners) == 1 else []


def _is_body(clause: Clause, owner: Token) -> bool:
    """Whether a possessor is an organization or a place: "Huron's chief executive"."""
    phrase = clause.phrase(owner)
    return owner.dep_ == "poss" and phrase is not None and not phrase.is_person


def refers_back(token: Token) -> bool:
    """Whether a plural pronoun or "the two", "both ministers" stands for people named before."""
    if token.lower_ in ("they", "them", "both"):
        return True
    words = {child.lower_ for child in token.children}
    if token.lower_ in COUNTS:
        return "the" in words
    return is_group(token) and bool(words & COUNTS.keys()) and ("the" in words or "both" in words)


def is_bare_plural(token: Token) -> bool:
    """Whether it is "the leaders", "the ministers": those who met before, where they are such, else a group."""
    words = [child.lower_ for child in token.children]
    return token.tag_ == "NNS" and words == ["the"] and token.lemma_.lower() in rules().principals


def recall(clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]) -> list[tuple[Span, str | None]]:
    """Those that a plural reference means: a joint subject, of this sentence or the last, or the last who met.

    If a count is given, they are as many.
    """
    words = [clause.origin(word)[0].lower_ for word in (token, *token.children)]
    counts = [COUNTS[word] for word in words if word in COUNTS]
    joint = _joint_subject(token)
    if joint:
        people = named(clause, joint)
        return people if len(people) == len(joint) and counts in ([], [len(people)]) else []
    topics: list[tuple[Span, str | None]] = [(phrase.mention, phrase.mention.kb_id_) for phrase in clause.topics]
    if counts == [len(topics)] and len(_fitting(clause, token, topics)) == len(topics):
        return topics
    for participants in reversed(before):
        people = [(person.span, person.entity) for person in participants if person.span.label_ == "PERSON"]
        if len(people) > 1 and (not counts or len(people) == counts[0]):
            return people if len(_fitting(clause, token, people)) == len(people) else []
        if counts and len(fitting := _fitting(clause, token, people)) == counts[0] > 1:
            return fitting
        if not counts:
            break
    return [(group_span(clause, token), None)] if is_group(token) else []


def _fitting(clause: Clause, token: Token, people: list[tuple[Span, str | None]]) -> list[tuple[Span, str | None]]:
    """Those whom "the two ministers" fits, who are ministers; "the two", "they" and "both leaders" may be anybody."""
    entities = clause.span.doc._.entities or {}
    lemma = token.lemma_.lower() if token.pos_ == "NOUN" else None
    return [one for one in people if lemma is None or one[1] not in entities or is_such(entities[one[1]], lemma)]


def _joint_subject(token: Token) -> list[Token]:
    """The members of a coordinated subject earlier in the sentence."""
    for subject in reversed(token.doc[: token.i]):
        if subject.dep_ in syntax.SUBJECTS and token not in subject.subtree and len(syntax.listed(subject)) > 1:
            return syntax.listed(subject)
    return []
