"""Those whom an article adds to a meeting later: "was accompanied by", "also present was", "attended by"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.attendance_rules import Attendance, Noun, rules
from newsie.pipeline.attended import attended
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.frame_rules import trigger_words
from newsie.pipeline.participants import people_behind
from newsie.pipeline.status import read_status

PLACES = ("at", "in", "on", "during")
# "took part in the meeting on the Ghanaian side".
SIDES = {"side", "behalf"}
DEFINITE = {"the", "this", "both", "these", "all"}
# "the meeting with B in Accra" may be another one.
OF_OTHERS = {"with", "between", "of"}


def add_attendees(clause: Clause, meetings: Sequence[DraftMeeting], quoted: set[int]) -> None:
    """Add those who are said in `clause` to have been there too to the meeting, of those so far, that is meant."""
    for token in clause.copy:
        if clause.origin(token).start in quoted or token.dep_ == "expl":
            continue
        for entry in rules().attendance:
            verb = _verb(entry, token)
            if verb is None or _is_habit(verb) or not _nouns_agree(entry, verb) or _was_absent(clause, token, verb):
                continue
            people = people_behind(clause, [word for slot in entry.slots for word in _slot(entry, verb, slot)])
            for meeting in attended(clause, entry, token, verb, meetings) if people else ():
                _extend(meeting, people, entry.rule)


def _extend(meeting: DraftMeeting, people: Sequence[DraftParticipant], rule: str) -> None:
    known = {participant.entity for participant in meeting.participants}
    meeting.participants += [replace(person, rule=rule) for person in people if person.entity not in known]


def _verb(entry: Attendance, token: Token) -> Token | None:
    """The verb of an entry that fires at a token: the token itself, or the one its word belongs to ("was present")."""
    if token.lemma_.lower() in entry.verbs and syntax.is_verb(token):
        return token if not entry.passive_only or syntax.is_passive(token) else None
    if token.lower_ not in entry.words or not _stands_behind(entry, token):
        return None
    if not entry.with_verbs or _is_absolute(token):
        return token
    head = syntax.verb_above(token)
    if head is None or head.lemma_ not in entry.with_verbs or (entry.of_person and not _has_owner(token)):
        return None
    if entry.direct and token.head != head:
        return None
    return head if syntax.inverted_subjects(head) or not _elsewhere(head, token) else None


def _stands_behind(entry: Attendance, noun: Token) -> bool:
    """Whether a word is the object of one of the prepositions that the entry asks for, and means the meeting."""
    if not entry.behind:
        return True
    words = {child.lower_ for child in noun.children}
    return noun.dep_ == "pobj" and noun.head.lower_ in entry.behind and bool(words & DEFINITE) and not words & OF_OTHERS


def _is_absolute(word: Token) -> bool:
    """Whether it is the "present" of "met B, with C also present", which has a subject and no verb."""
    opening = [child.lower_ for child in word.lefts if child.dep_ == "mark"]
    return opening == ["with"] and any(child.dep_ in syntax.SUBJECTS for child in word.lefts)


def _was_absent(clause: Clause, token: Token, verb: Token) -> bool:
    """Whether somebody "was not present", "refused to attend", or would have come if; neither did A nor B."""
    near = [*token.children, *verb.children, *(child for one in syntax.subjects(verb) for child in one.children)]
    if any(child.dep_ == "neg" or child.lower_ == "neither" for child in near):
        return True
    return read_status(clause.origin(token), clause.span) in ("none", "denied", "cancelled")


def _is_habit(verb: Token) -> bool:
    return any(child.lower_ in rules().habits for child in verb.children)


def _has_owner(noun: Token) -> bool:
    return any(child.dep_ == "poss" and child.pos_ in ("PROPN", "PRON", "NOUN") for child in noun.children)


def _elsewhere(verb: Token, word: Token) -> bool:
    """Whether people were present at something else than a meeting: "took part in the marathon"."""
    places = [place for place in syntax.prepositional(verb, PLACES) if place != word]
    places += syntax.prepositional(word, PLACES)
    return any(place.lemma_.lower() not in rules().events | SIDES for place in places)


def _nouns_agree(entry: Attendance, verb: Token) -> bool:
    """Whether object and subject are the kinds of noun that the entry asks for."""
    if entry.intransitive and (syntax.logical_objects(verb) or syntax.prepositional(verb, ("to",))):
        return False
    if entry.object and not _is_noun(entry.object, syntax.logical_objects(verb)):
        return False
    if entry.subject and not _is_noun(entry.subject, syntax.logical_subjects(verb)):
        return False
    return not entry.object_of or any(child.lower_ in entry.object_of for child in verb.children)


def _is_noun(kind: Noun, tokens: Sequence[Token]) -> bool:
    if kind == "delegation":
        return any(token.lemma_.lower() in rules().delegations and not _is_new(token) for token in tokens)
    if kind == "attendance":
        return any(_attends(token) for token in tokens)
    wholes = [whole for token in tokens if token.lower_ == "part" for whole in syntax.prepositional(token, ("of",))]
    return any(
        token.lower_ == "it"
        or (token.lemma_.lower() in rules().events and any(child.lower_ in DEFINITE for child in token.children))
        for token in (*tokens, *wholes)
    )


def _is_new(noun: Token) -> bool:
    """Whether it is one of "received a delegation from Kent", which is no side of the meeting told before."""
    verb = syntax.verb_above(noun)
    met = verb is not None and verb.lemma_.lower() in trigger_words()
    return met and any(child.lower_ in ("a", "an") for child in noun.children)


def _attends(token: Token) -> bool:
    """Whether a plural means those who were there: "attendees", "those present", "others in attendance"."""
    if token.tag_ not in ("NNS", "NNPS", "DT"):
        return False
    if any(child.dep_ == "relcl" and child.lemma_ not in rules().attended_by for child in token.children):
        return False  # "other guests who flew in on Monday include A": guests of the town
    behind = {word.lower_ for child in token.children for word in (child, *child.children)}
    return token.lemma_.lower() in rules().attending or bool(behind & {"present", "attendance"})


def _slot(entry: Attendance, verb: Token, slot: str) -> list[Token]:
    if slot == "subject":
        # "Sitting opposite her were A and B"
        main = verb.head if verb.dep_ == "csubj" and verb.tag_ == "VBG" else verb
        return syntax.logical_subjects(verb) + syntax.inverted_subjects(main) + _who_did_so_too(verb) + _gapped(verb)
    if slot != "object":
        return syntax.prepositional(verb, (slot,))
    found = syntax.logical_objects(verb)
    # "had with her A and B": a parser may take A for an apposition of "her".
    shifted = [child for word in syntax.prepositional(verb, entry.object_of) for child in (word, *word.children)]
    return found + [member for word in shifted if word.pos_ == "PROPN" for member in syntax.listed(word)]


def _who_did_so_too(verb: Token) -> list[Token]:
    """Those of "A attended, as did B and C"."""
    echoes = [child for child in verb.children if child.dep_ == "advcl" and child.lemma_ == "do"]
    return [member for echo in echoes for member in syntax.subjects(echo) + syntax.inverted_subjects(echo)]


def _gapped(verb: Token) -> list[Token]:
    """The B of "A leads the Omani delegation and B the Ghanaian delegation", where the verb is not repeated."""
    beside = [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "PROPN" and child.i > verb.i]
    return [name for name in beside if any(child.lemma_.lower() in rules().delegations for child in name.rights)]
