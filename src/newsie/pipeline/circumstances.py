"""Where and when a meeting took place, read from the clause of its trigger."""

import re
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.frame_rules import frame_rules, trigger_words
from newsie.pipeline.label_rules import label_rules
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.phrases import Phrase

AT = ("at", "in", "inside", "aboard", "outside", "near")
# "a call planned for Monday": the date is the call's.
PLANNING = {"plan", "schedule", "set", "foresee", "slate", "expect", "arrange", "announce"}
# "received a delegation led by B on Monday": the date, and the place, are those of the main verb.
LEADING = {"lead", "head", "chair", "accompany"}
# "a meeting which was to have taken place on Monday"
TAKING_PLACE = {"take", "hold", "be", "convene"}
RELATIVES = {"which", "that"}
# "in this photo taken on Monday, A meets B": pictures are of the day on which they are taken, not released.
PICTURES = {"photo", "photograph", "picture", "image", "pic", "footage"}
WELCOMING = {"welcome", "invite", "host"}
SEATS = {"headquarters", "headquarter", "office", "building", "residence", "palace", "base", "secretariat", "embassy"}
TOPICS = {"on", "about", "over", "regarding", "concerning", "against", "amid"}
OCCASIONS = {"sidelines", "sideline", "margins", "margin", "fringes", "fringe"}
ELSEWHEN = {"before", "after", "since", "until", "ahead", "prior", "following"}
JUST_AFTER = {"after", "following"}
# Not "first": what is counted is counted from the second time on.
ORDINAL = re.compile(r"second|third|[a-z]+th|\d+(?:st|nd|rd|th)")
ORDER = {"facility": 0, None: 1, "city": 2, "region": 3, "country": 4}


def governor(head: Token) -> Token:
    """Return the verb of the clause that a trigger stands in, the trigger itself if it is a verb."""
    return head if syntax.is_verb(head) else syntax.verb_above(head) or head


def find_places(clause: Clause, head: Token, occasion: Span | None = None) -> list[str]:
    """Return the keys of the places and seats of institutions in the clause of a trigger, most specific first.

    What the name of the `occasion` holds is none: the Accra Forum may be in Lima.
    """
    doc = clause.span.doc
    keys: list[str] = []
    for token in _adjuncts(clause, head):
        phrase = clause.phrase(token) or _seat_of(clause, token) or _place_of_kind(clause, token)
        if phrase is not None and occasion is not None and _overlap(phrase.mention, occasion):
            continue
        if phrase is not None and phrase.mention.label_ in ("PLACE", "ORG") and phrase.mention.kb_id_ not in keys:
            keys.append(phrase.mention.kb_id_)
        pointed_at = _pointed_at(clause, token)
        if pointed_at is not None and pointed_at not in keys:
            keys.append(pointed_at)
    return sorted(keys, key=lambda key: _breadth(doc, key))


def own_places(clause: Clause, noun: Token, held: Collection[str]) -> list[str]:
    """Return the keys of the places of "the meeting in Accra", "the talks, held at the palace", most specific first.

    `held` are lemmas of verbs whose participles say of a meeting that it took place.
    """
    words = [noun, *(child for child in noun.children if child.dep_ == "acl" and child.lemma_ in held)]
    phrases = [clause.phrase(token) for word in words for token in syntax.prepositional(word, AT)]
    keys = [
        phrase.mention.kb_id_ for phrase in phrases if phrase is not None and phrase.mention.label_ in ("PLACE", "ORG")
    ]
    return sorted(dict.fromkeys(keys), key=lambda key: _breadth(clause.span.doc, key))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _seat_of(clause: Clause, token: Token) -> Phrase | None:
    """The body of "the Navy headquarters", "the ministry's building"."""
    if token.lemma_.lower() not in SEATS and token.lower_ not in SEATS:
        return None
    owners = [child for child in token.children if child.dep_ in ("compound", "nmod", "poss")]
    return next((phrase for owner in owners if (phrase := clause.phrase(owner)) is not None), None)


def _place_of_kind(clause: Clause, token: Token) -> Phrase | None:
    """The place of "the coastal town of Tema", "the capital of Accra"."""
    if token.lemma_.lower() not in (*label_rules().places.before, "capital"):
        return None
    of = (child for child in token.children if child.lower_ == "of")
    named = (clause.phrase(inner) for preposition in of for inner in preposition.children)
    return next((phrase for phrase in named if phrase is not None and _is_in_country(phrase)), None)


def _is_in_country(phrase: Phrase) -> bool:
    """Whether a phrase names a place that is no country: the capital of Accra, not that of Ghana."""
    entity = (phrase.mention.doc._.entities or {}).get(phrase.mention.kb_id_)
    return phrase.mention.label_ == "PLACE" and entity is not None and entity.place_kind != "country"


def _pointed_at(clause: Clause, token: Token) -> str | None:
    """The place that "here" (the dateline's) and "the capital", "the Iraqi capital" stand for."""
    doc = clause.span.doc
    if token.lower_ == "here":
        return dateline_place(doc)
    if token.lower_ != "capital":
        return None
    apposed = [
        phrase for child in token.children if child.dep_ in ("appos", "compound") and (phrase := clause.phrase(child))
    ]
    if apposed:  # "the country's capital Accra"
        return next((phrase.mention.kb_id_ for phrase in apposed if phrase.mention.label_ == "PLACE"), None)
    if any(child.dep_ == "poss" for child in token.children):
        return None
    country = next((code for child in token.children if (code := countries.demonym_code(child.text))), None)
    if country is None:
        return dateline_place(doc)
    entities = (doc._.entities or {}).values()
    return next((e.key for e in entities if e.kind == "PLACE" and countries.capital_code(e.names[0]) == country), None)


def _breadth(doc: Doc, key: str) -> int:
    entity = (doc._.entities or {}).get(key)
    if entity is None or entity.kind == "ORG":
        return 0
    return ORDER.get(entity.place_kind, 1)


def _adjuncts(clause: Clause, head: Token) -> Iterator[Token]:
    """The objects of "at" and "in" that the trigger, or the verb above it, governs; "here"."""
    verb = governor(head)
    prepositions = (*AT, "to") if verb.lemma_ in WELCOMING else AT
    for start in _heads(head, verb):
        places = (token for token in syntax.prepositional(start, prepositions) if not _is_of_topic(token, start))
        yield from (token for token in places if not (_is_occasion(clause, token, start) or _is_elsewhen(token, start)))
        yield from (token for token in syntax.prepositional(start, ("on",)) if _is_facility(clause, token))
        yield from (child for child in start.subtree if child.lower_ == "here" and syntax.verb_above(child) == verb)
    for start in (child for child in verb.children if child.lower_ == "while"):  # "While in Accra, A met B"
        yield from syntax.prepositional(start, AT)
    if verb.dep_ == "advcl" and verb.head.lemma_ in frame_rules().journeys:  # "will travel to Accra to meet B"
        yield from syntax.prepositional(verb.head, (*AT, "to"))
    if verb.dep_ in ("advcl", "relcl") and any(child.lower_ == "when" for child in verb.children):
        above = syntax.verb_above(verb)  # "was in Accra in May, when he called on B"
        yield from syntax.prepositional(above, AT) if above is not None else ()
    where = _relative_place(verb)
    if where is not None:
        yield where
    if verb.dep_ == "conj" and verb.head != verb:
        # "In Accra, A met B and called on C", "A arrived in Accra and met B".
        before = [child for child in verb.head.children if child.dep_ == "prep" and child.i < verb.i]
        yield from (obj for child in before if child.lower_ in AT for obj in child.children if obj.dep_ == "pobj")


def _is_facility(clause: Clause, token: Token) -> bool:
    """Whether people can meet "on" a place: a bridge, a base, no town and no country, on which they talk."""
    phrase = clause.phrase(token)
    entity = (clause.span.doc._.entities or {}).get(phrase.mention.kb_id_) if phrase is not None else None
    return entity is not None and entity.place_kind == "facility"


def _heads(head: Token, verb: Token) -> list[Token]:
    """A trigger, its verb, the verbs above an infinitive ("is due in Accra to meet B"), those of "a team led by B"."""
    heads = [head] if verb == head else [head, verb]
    while verb.dep_ in ("xcomp", "acomp") or (verb.dep_ == "advcl" and verb.head.lemma_ in ("be", "due")):
        verb = verb.head
        heads.append(verb)
    objects = [child for child in head.children if child.dep_ in ("dobj", "pobj")]
    # "received B and his delegation in Accra": a parser takes the place for the delegation's.
    heads += [one for noun in objects for one in syntax.listed(noun) if one.lemma_.lower() in rules().delegations]
    heads += [child for noun in objects for child in noun.children if child.dep_ == "acl" and child.lemma_ in LEADING]
    return heads


def _is_of_topic(token: Token, stop: Token) -> bool:
    """Whether a place belongs to what was talked about: "talks on the war in the hills", "discussed the crisis in"."""
    while token.head != token and token != stop:
        above = token.head
        if token.dep_ == "pobj" and above.lower_ in TOPICS and token.pos_ == "NOUN" and token.lower_ not in OCCASIONS:
            return True
        if above.lemma_ == "discuss" and token.i > above.i:
            return True
        token = above
    return False


def _is_elsewhen(token: Token, stop: Token) -> bool:
    """Whether something stands below what came before or after the trigger: "ahead of the summit in Accra"."""
    while token != stop and token.head != token:
        token = token.head
        if token.lower_ in ELSEWHEN and token.dep_ in ("prep", "advmod", "mark"):
            return True
    return False


def _is_occasion(clause: Clause, token: Token, stop: Token) -> bool:
    """Whether it is the forum on whose sidelines people met; the city of "the forum in Accra" is where they met."""
    phrase = clause.phrase(token)
    if phrase is not None and phrase.mention.label_ == "PLACE":
        return False
    while token != stop and token.head != token:
        if token.lower_ in OCCASIONS:
            return True
        token = token.head
    return False


def _relative_place(verb: Token) -> Token | None:
    """The word before "where" in "is due in Vienna, where he is expected to meet"."""
    for above in (verb, *verb.ancestors):
        where = next((child for child in above.children if child.lower_ == "where"), None)
        if where is not None:
            before = [
                token for token in verb.doc[: where.i] if token.pos_ == "PROPN" and token.dep_ in ("pobj", "dobj")
            ]
            # "in Rzeszow, in the south of Poland, where"
            return next((token for token in reversed(before) if token.head.lower_ != "of"), None) or next(
                reversed(before), None
            )
        if above.dep_ == "relcl":
            return None
    return None


def dateline_place(doc: Doc) -> str | None:
    """Return the key of the place in the article's dateline, if there is one."""
    dateline = doc._.article.dateline if doc._.article is not None else None
    if dateline is None:
        return None
    for mention in doc.spans.get("mentions", ()):
        if mention.label_ == "PLACE" and dateline.start <= mention.start_char < dateline.end:
            return str(mention.kb_id_)
    return None


def find_date(clause: Clause, head: Token, speech_verbs: frozenset[str]) -> Span | None:
    """Return the date of the clause of a trigger, failing that the only other one of the sentence.

    The date of a verb of speech above the trigger ("the ministry said on Monday") is none.
    """
    verb = governor(head)
    dates = [
        span
        for span in clause.span.doc.spans.get("dates", ())
        if clause.span.start <= span.start < clause.span.end and not _counts(span)
    ]
    dated = [(token, span) for token in clause.copy if (span := _date_at(clause, token, dates)) is not None]
    for governors in ((head,), (head, verb), owners(head)):
        for token, span in dated:
            if belongs(token, governors) or _closes(token, head, speech_verbs):
                return span
    free = [
        span
        for token, span in dated
        if (above := syntax.verb_above(token)) is None
        or _is_free(above, head, speech_verbs)
        or _is_said_after(above, token, head)
    ]
    return free[0] if len(free) == 1 else None


def _counts(date: Span) -> bool:
    """Whether a date says since when people met so often: "the first time since May", "the third time in 2023".

    "For the first time in May" says when they met.
    """
    before = [token.lower_ for token in date.doc[max(date.start - 3, 0) : date.start]]
    if "time" not in before[1:]:
        return False
    ordinal = before[before.index("time", 1) - 1]
    return (ordinal == "first" and before[-1] == "since") or ORDINAL.fullmatch(ordinal) is not None


def owners(head: Token) -> tuple[Token, ...]:
    """Return what may govern the circumstances of a trigger: itself, its verb, and the verb before this in a list."""
    verb = governor(head)
    return head, verb, verb.head if verb.dep_ == "conj" else verb


def belongs(token: Token, governors: tuple[Token, ...]) -> bool:
    """Whether one of `governors` governs a circumstance without another verb or noun of an event in between."""
    while token.head != token:
        below, token = token, token.head
        if token in governors:
            return True
        if token.lower_ in ELSEWHEN and below.lemma_.lower() in trigger_words():
            return False  # "met after the talks held on Monday"
        if syntax.is_verb(token) and not _tells_more(token):
            return False
    return False


def _tells_more(verb: Token) -> bool:
    """Whether a verb below the trigger tells more of it: "a call planned for Monday", "which will be on Monday"."""
    relative = verb
    while relative.dep_ == "xcomp":
        relative = relative.head
    if relative.dep_ == "acl":
        taken = verb.lemma_ == "take" and relative.head.lemma_.lower() in PICTURES
        return taken or verb.lemma_ in PLANNING | LEADING
    if relative.dep_ == "relcl" and any(child.lower_ in RELATIVES for child in relative.children):
        return verb.lemma_ in PLANNING | TAKING_PLACE
    return relative.dep_ == "relcl" and verb.lemma_ in PLANNING


def _closes(token: Token, head: Token, speech_verbs: frozenset[str]) -> bool:
    """Whether a date ends the clause of the trigger, though the parser gives it to the verb of speech behind the comma.

    "A held talks with B on Monday, the ministry said."
    """
    verb, following = token.head, token.i + 1
    between = any(other.text == "," for other in token.doc[head.i : token.i])
    ends = following < len(token.doc) and token.doc[following].text == ","
    return verb.lemma_ in speech_verbs and head.i < token.i < verb.i and ends and not between and verb in head.ancestors


def _is_free(verb: Token, head: Token, speech_verbs: frozenset[str]) -> bool:
    """Whether the day of a verb above the trigger may be the trigger's: not "met B on Monday before he meets C"."""
    own = governor(head)
    is_later = (
        own != verb and verb.tag_ == "VBD" and verb.lemma_.lower() in trigger_words() and own.tag_ in ("VB", "VBZ")
    )
    return verb.lemma_ not in speech_verbs and verb in head.ancestors and not is_later


def _is_said_after(verb: Token, date: Token, head: Token) -> bool:
    """Whether it is the day on which somebody spoke "after a meeting with B", which is that of the meeting."""
    before = head.left_edge.nbor(-1) if head.left_edge.i else head
    after = next((token for token in (before, head.head) if token.lower_ in JUST_AFTER and token.i < head.i), None)
    return after is not None and after.head in (verb, date) and date.head == verb


def _date_at(clause: Clause, token: Token, dates: Iterable[Span]) -> Span | None:
    origin = clause.origin(token)
    return next((span for span in dates if origin.start <= span.start < origin.end), None)
