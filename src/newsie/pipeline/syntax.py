"""Who does what in a parsed sentence: logical subjects and objects, prepositional slots, lists (ClearNLP labels)."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

# What a parser may take for the object of a verb where an adverbial stands between, and where "call" is to telephone.
LATE_OBJECTS = {"dep", "npadvmod"}
MISREAD_OBJECTS = LATE_OBJECTS | {"oprd"}
SUBJECTS = {"nsubj", "nsubjpass"}
RELATIVE_PRONOUNS = {"who", "whom", "which", "that"}
# A verb in one of these relations has the subject of the verb above it: "is due to meet", "arrived and met", "denied
# having met", "left after meeting".
SHARED_SUBJECT = {"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "dep", "ccomp", "attr", "oprd"}
CALL = "call"
COMPANY = {"along", "together", ","}
# Relations of the ClearNLP scheme: grammar, no words of English.
INSIDE_PREDICATE = {"prep", "pobj", "dobj", "npadvmod", "advmod", "prt", "attr", "dative", "appos", "agent", "acomp"}


def listed(token: Token) -> list[Token]:
    """Return a token and what is coordinated with it: "A, B and C"."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token, *_later(token)]


def _later(token: Token) -> list[Token]:
    return [other for other in token.conjuncts if other.i > token.i]


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: "was received", "the envoy received by"."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children):
        return is_passive(verb.head) and verb.head.tag_ == "VBN"
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "relcl", "advcl")
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def subjects(verb: Token) -> list[Token]:
    """Return the grammatical subjects of a verb with all their list members, its own or those it shares."""
    for _ in range(6):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        own = [child for child in own if len(own) == 1 or not _is_of_relative_clause(child)]
        if own:
            own = [subject for subject in own if not _is_renamed(subject, own)]
            return [member for subject in [*_headline_list(own[0]), *own] for member in _antecedents(subject)]
        if verb.dep_ in ("relcl", "acl"):
            return listed(verb.head) if verb.dep_ == "acl" else []
        if verb.dep_ not in SHARED_SUBJECT or verb.head == verb:
            return []
        controller = _object_controller(verb)
        if controller is not None:
            return listed(controller)
        verb = verb.head
    return []


def _is_of_relative_clause(subject: Token) -> bool:
    """Whether a subject is "whose brother", which a parser may give to the verb behind the relative clause."""
    return any(child.lower_ == "whose" for child in subject.children)


def _is_renamed(subject: Token, own: list[Token]) -> bool:
    """Whether a second subject behind a comma is the name of the first: "A's counterpart, B hosted"."""
    names = [other for other in own if other.pos_ == "PROPN" and other.left_edge.i == subject.i + 2]
    return subject.pos_ == "NOUN" and bool(names) and subject.nbor().text == ","


def _headline_list(subject: Token) -> list[Token]:
    """The names before the last one in a headline's list without "and": "Ghana, Togo hold talks"."""
    found: list[Token] = []
    index = subject.left_edge.i - 2
    while index >= 0 and subject.doc[index + 1].text == "," and _is_loose_name(subject.doc[index], subject.head):
        found.insert(0, subject.doc[index])
        index -= 2
    return found


def _is_loose_name(token: Token, verb: Token) -> bool:
    return token.pos_ == "PROPN" and token.head == verb and token.dep_ in ("npadvmod", "dep", "nmod", "meta")


def _object_controller(verb: Token) -> Token | None:
    """In "asked X to meet Y" the one who meets is X; in "called on X to meet Y" too."""
    if verb.dep_ not in ("xcomp", "ccomp") or not is_verb(verb.head):
        return None
    called = prepositional(verb.head, ("on",)) if verb.head.lemma_ == CALL and verb.tag_ == "VB" else []
    asked = [child for child in verb.head.children if child.dep_ == "dobj"] + called
    return next((token for token in asked if token.i < verb.i), None)


def _antecedents(subject: Token) -> list[Token]:
    if subject.lower_ in RELATIVE_PRONOUNS and subject.head.dep_ in ("relcl", "acl"):
        return relative_heads(subject.head)
    return listed(subject)


def relative_heads(verb: Token) -> list[Token]:
    """Return what a relative clause speaks of."""
    return listed(verb.head) if verb.head.dep_ != "conj" else [verb.head]


def inverted_subjects(verb: Token) -> list[Token]:
    """Return the subject of "Also present were A and B", "Opposite sat A", which a parser may not call one."""
    labels = {"attr", "nsubj", "dobj"} if verb.lemma_ == "sit" else {"attr", "nsubj"}
    return [member for child in verb.children if child.dep_ in labels and child.i > verb.i for member in listed(child)]


def companions(members: list[Token], verb: Token) -> list[Token]:
    """Return those of "A, along with B, met": what "with" and "alongside" add between subject and verb."""
    if not members or members[-1].i > verb.i:
        return []
    between = verb.doc[members[-1].i : verb.i]
    added = [token for token in between if token.lower_ in ("with", "alongside") and token.nbor(-1).lower_ in COMPANY]
    return [member for token in added for child in token.children if child.dep_ == "pobj" for member in listed(child)]


def objects(verb: Token) -> list[Token]:
    """Return the direct objects of an active verb."""
    found = [child for child in verb.children if child.dep_ in ("dobj", "obj")]
    if not found:
        # "received in Accra on Monday Ada Obi": behind an adverbial a parser takes a name for another one.
        # "Called Ada Obi by telephone": it takes the one called for what somebody is called.
        found = [child for child in verb.children if child.dep_ in MISREAD_OBJECTS and _is_name_behind(child, verb)]
    elif _lacks_member(found[-1]):
        # "received Ada Obi and, an hour later, Jan Kraus"
        found += [child for child in verb.children if child.dep_ in LATE_OBJECTS and _is_name_behind(child, found[-1])]
    if not found and verb.dep_ == "relcl" and any(child.lower_ in ("whom", "which") for child in verb.children):
        return relative_heads(verb)
    found = [relative for token in found for relative in _object_antecedents(token, verb)]
    return [member for token in found for member in listed(token)]


def _lacks_member(token: Token) -> bool:
    """Whether a list is announced by "and" that the parser ends there."""
    return any(child.dep_ == "cc" for child in token.children) and not any(
        child.dep_ == "conj" for child in token.children
    )


def _is_name_behind(token: Token, verb: Token) -> bool:
    return token.i > verb.i and token.pos_ == "PROPN"


def _object_antecedents(token: Token, verb: Token) -> list[Token]:
    return relative_heads(verb) if token.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl" else [token]


def logical_subjects(verb: Token) -> list[Token]:
    """Return those who act: the subject of an active verb, the by-agent of a passive one."""
    return prepositional(verb, ("by",)) if is_passive(verb) else subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return those acted on: the object of an active verb, the subject of a passive one."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def prepositional(head: Token, prepositions: Iterable[str]) -> list[Token]:
    """Return the objects of the prepositions in what `head` governs, with their lists ("with A, B and with C")."""
    wanted = set(prepositions)
    found = []
    for preposition in _predicate(head):
        if preposition.lower_ == "of" and preposition.head.tag_ == "NNS" and _is_slot(preposition.head, wanted):
            continue  # "with the leaders of three parties" is with leaders; "with head of port A" with A
        if preposition.lower_ in wanted and preposition.dep_ in ("prep", "agent", "dative", "conj", "prt"):
            found += [member for child in preposition.children for member in _governed(child)]
    return found


def _is_slot(token: Token, prepositions: set[str]) -> bool:
    """Whether a token is the object of one of the prepositions."""
    return token.dep_ == "pobj" and token.head.lower_ in prepositions


def recipients(verb: Token) -> list[Token]:
    """Return to whom something is given: B of "granted B an audience", "B was granted an audience"."""
    if is_passive(verb):
        return subjects(verb) if objects(verb) else []
    return [one for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP" for one in listed(child)]


def governor(token: Token) -> Token:
    """Return what governs a token, or the list of which it is a member."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.head


def _governed(child: Token) -> list[Token]:
    """The objects in what depends on a preposition.

    In "held talks with A to discuss" and "accompanied by standing members A and B" a parser may take A for the subject
    or the object of a verb that it puts under the preposition.
    """
    if child.dep_ in ("pobj", "dobj"):
        return listed(child) + _stray_members(child)
    if child.dep_ != "pcomp" or not is_verb(child):
        return []
    if child.tag_ == "VB":
        return [member for inner in child.children if inner.dep_ == "nsubj" for member in listed(inner)]
    behind = [inner for inner in child.children if inner.i == child.i + 1 and inner.dep_ == "dobj"]
    return [member for inner in behind if inner.pos_ == "PROPN" for member in listed(inner)]


def _stray_members(first: Token) -> list[Token]:
    """The other members of "with A, B of C, and D", which a parser may attach to the verb."""
    doc, index = first.doc, first.right_edge.i + 1
    if first.conjuncts or index + 1 >= len(doc) or doc[index].text != ",":
        return []
    behind = [
        token for token in doc[index + 1 :] if token.left_edge.i == index + 1 and token.dep_ in ("npadvmod", "dep")
    ]
    lists = [
        token for token in behind[:1] if token.head in first.ancestors and any(c.dep_ == "cc" for c in token.subtree)
    ]
    return [member for token in lists for member in listed(token)]


def _predicate(head: Token) -> Iterator[Token]:
    """The tokens under `head` that belong to its own statement, not to clauses below it."""
    for child in head.children:
        if child.i < head.i:
            yield from (child,) if child.dep_ == "prep" else ()
        elif child.dep_ in INSIDE_PREDICATE or _is_inside(child):
            yield child
            yield from _predicate(child)


def _is_inside(child: Token) -> bool:
    """Whether a child is a second preposition, "as well as with", or the gerund of "discussed raising X with Y"."""
    second = child.dep_ == "conj" and child.pos_ == "ADP"
    return second or (child.dep_ == "cc" and child.lower_ == "as") or (child.dep_ == "xcomp" and child.tag_ == "VBG")


def verb_above(token: Token) -> Token | None:
    """Return the nearest verb that governs a token, itself excluded."""
    while token.head != token:
        token = token.head
        if is_verb(token):
            return token
    return None
