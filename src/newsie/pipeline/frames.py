"""Where a meeting frame fits a parsed sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from newsie.pipeline import syntax
from newsie.pipeline.frame_rules import Frame, frame_rules
from newsie.pipeline.partakers import attenders, partakers
from newsie.pipeline.people_nouns import rules
from newsie.records import Part

# Where one who governs these verbs takes part in a meeting that is not named as such by the verb itself.
SETTINGS = {"during", "after", "following", "in", "at", "on", "over"}
INTRODUCING = {"a", "an", "their", "his", "her", "with"}
# "At the end of a meeting with B".
ENDS = {"end", "close", "conclusion", "start", "beginning"}
# "A in talks with B": all that a headline says.
ENGAGED = {"in", "at", "on"}
ACCOMPANYING = "accompany"
ATTENDING = {"attend", "join"}
ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
# What a meeting stands beside: "on the sidelines of the summit" nobody need hold the summit.
MARGINS = {"sideline", "sidelines", "margin", "margins", "fringe", "fringes"}
TRAVEL = {"travel", "fly", "come", "go", "stop", "drive", "return"}
LINKS = {"in", "into", "for", "at", "during", "on", "over", "of", "from", "to"}
# What several people do in talks of their own; what they "said during talks" may be told of those of others.
JOINT_RESULTS = {"agree", "reach", "sign", "decide"}
PLURALS = {"they", "two", "both", "sides", "leaders", "ministers", "presidents"}


@dataclass
class FrameMatch:
    """A frame that fits: its trigger, and the heads of the phrases that fill subject and slots."""

    frame: Frame
    trigger: list[Token]
    subjects: list[Token]
    others: list[Token]
    head: Token
    is_setting: bool = False
    is_inverted: bool = False

    @property
    def subject_part(self) -> Part | None:
        """Whether the subject is host or visitor."""
        return self.frame.other_part if self.is_inverted else self.frame.subject_part

    @property
    def other_part(self) -> Part | None:
        """Whether those in the slots are hosts or visitors."""
        return self.frame.subject_part if self.is_inverted else self.frame.other_part


def match_frames(copy: Doc) -> Iterator[list[FrameMatch]]:
    """Yield, for every trigger word of a parsed sentence, the frames that fit there, in the order of the file."""
    for token in copy:
        matches = [_match_verb(frame, token) or _match_noun(frame, token) for frame in frame_rules().frame]
        if any(matches):
            yield [match for match in matches if match is not None]


def _match_verb(frame: Frame, verb: Token) -> FrameMatch | None:
    if verb.lemma_.lower() not in frame.verbs or not syntax.is_verb(verb):
        return None
    particles = [token for token in _beside(verb) if token.lower_ in frame.particles]
    if frame.particles and not particles:
        return None
    infinitives = [child for child in verb.children if _is_infinitive(child)]
    if frame.without_infinitive and any(child.lemma_ not in frame.errands for child in infinitives):
        return None
    if not (_has(verb, frame.purposes) and _has(verb, frame.means)) or (frame.passive and not syntax.is_passive(verb)):
        return None
    if (frame.purposeless and _has_purpose(verb)) or (frame.errand and not _is_errand(verb)):
        return None
    others = _fill(verb, frame.slots) or (_behind_topics(verb, frame.slots) if frame.kind == "talks" else [])
    actors = syntax.subjects(verb) if frame.passive else _actors(verb)
    return FrameMatch(frame, [verb, *particles, *_slot_words(verb, frame, others)], actors, others, verb)


def _is_errand(verb: Token) -> bool:
    """Whether an infinitive tells what a journey is for: "flew to Accra to see B"."""
    return verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and verb.head.lemma_ in TRAVEL


def _has_purpose(verb: Token) -> bool:
    """Whether a meeting tells what a journey is for: "is expected in Accra for talks"."""
    return any(token.lemma_ in frame_rules().other_meetings for token in syntax.prepositional(verb, ("for",)))


def _beside(verb: Token) -> list[Token]:
    """What may be a verb's particle: its children and the word behind it, which a parser may attach elsewhere."""
    following = [verb.nbor()] if verb.i + 1 < len(verb.doc) else []
    return list(dict.fromkeys([*verb.children, *following]))


def _actors(verb: Token) -> list[Token]:
    found = syntax.logical_subjects(verb)
    return found + [token for token in syntax.companions(found, verb) if token not in found]


def _fill(verb: Token, slots: tuple[str, ...]) -> list[Token]:
    found = _in_slots(verb, slots)
    if syntax.is_passive(verb) and any(child.lower_ in slots and child.n_rights == 0 for child in verb.children):
        found = syntax.subjects(verb) + found  # "he was called on by"
    if "object" in slots:
        found = syntax.logical_objects(verb) + found
    return found


def _behind_topics(verb: Token, slots: tuple[str, ...]) -> list[Token]:
    """The objects of prepositions behind a list of topics: "discussed ties and trade issues with B"."""
    topics = [member for child in verb.children if child.dep_ == "dobj" for member in child.conjuncts]
    return syntax.prepositional(topics[-1], slots) if topics and topics[-1].pos_ == "NOUN" else []


def _in_slots(head: Token, slots: tuple[str, ...]) -> list[Token]:
    """The objects of the slots' prepositions, but those of another noun: "met A over the dispute with B".

    "Of" is that of the noun itself: "a meeting of A and B", but "a meeting with A in the capital of B".
    """
    return [token for token in syntax.prepositional(head, slots) if _is_of_the_frame(head, syntax.governor(token))]


def _is_of_the_frame(head: Token, preposition: Token) -> bool:
    """Whether a preposition belongs to the trigger, and not, as a parser or the word before it has it, to a tie."""
    above = preposition.head
    if preposition.lower_ == "of":
        return above == head and not syntax.is_verb(head)
    if preposition.lower_ == "between" and above != head and above.pos_ == "NOUN":
        return False
    before = preposition.nbor(-1) if preposition.i else preposition
    if before.lemma_.lower() in frame_rules().ties:
        return False
    return above == head or above.lemma_.lower() not in frame_rules().ties | frame_rules().other_meetings


def _is_infinitive(token: Token) -> bool:
    return token.dep_ in ("xcomp", "advcl", "ccomp") and any(child.tag_ == "TO" for child in token.children)


def _has(verb: Token, nouns: tuple[str, ...]) -> bool:
    """Whether one of the nouns stands in a prepositional phrase of the verb; true if none is asked for."""
    return not nouns or any(token.lemma_.lower() in nouns for token in verb.subtree if token.i > verb.i)


def _slot_words(verb: Token, frame: Frame, others: list[Token]) -> list[Token]:
    """The preposition right behind the verb, which belongs to what a reader would call the trigger."""
    follower = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return [follower] if follower is not None and follower.lower_ in frame.slots and others else []


def _match_noun(frame: Frame, noun: Token) -> FrameMatch | None:
    if noun.lemma_.lower() not in frame.nouns or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if frame.modifiers and not any(child.lower_ in frame.modifiers for child in noun.children if child.i < noun.i):
        return None
    if _is_told_before(noun):
        return None
    setting = _setting(noun)
    support = _support(frame, noun) or _relative_support(frame, noun)
    verb = support or setting
    if not _has(noun if verb is None else verb, frame.means):
        return None
    # "By A" tells whose visit or call it is; "talks by A" are lectures.
    hosts = {"talks": (), "visit": ("by", "of")}.get(frame.kind, ("by",))  # "the visit of A to Accra"
    owners = [*_owners(noun), *syntax.prepositional(noun, hosts)]
    others = _partners(frame, noun, support, setting)
    if support is not None and not others and _is_known(noun, support):
        return None
    named_owner = any(owner.pos_ != "PRON" for owner in owners)  # "their meeting" has the verb's for owner
    subjects = list(owners)
    if support is not None:
        subjects += _actors(support) + (syntax.logical_objects(support) if support.lemma_ == ACCOMPANYING else [])
    elif setting is not None and not named_owner:
        subjects += _spoken_of(setting)
    elif setting is None and others:
        subjects += _engaged(noun)
    inverted = verb is not None and verb.lemma_ in frame.inverting
    return FrameMatch(frame, [noun], subjects, others, noun, setting is not None, inverted)


def _is_told_before(noun: Token) -> bool:
    """Whether it tells which one a meeting was: "it was their first call", "the talks, their fifth meeting"."""
    is_theirs = any(child.lower_ == "their" for child in noun.children)
    return is_theirs and (noun.dep_ == "appos" or (noun.dep_ == "attr" and noun.head.lemma_ == "be"))


def is_counted(copy: Doc) -> bool:
    """Return whether a parsed sentence counts the meeting of which an article tells: "this is their third meeting"."""
    return any(
        token.lower_ == "this" and token.dep_ in syntax.SUBJECTS and any(map(_is_one_of_many, token.head.children))
        for token in copy
    )


def _is_one_of_many(noun: Token) -> bool:
    """Whether it is "the third meeting"."""
    is_meeting = noun.dep_ == "attr" and noun.lemma_.lower() in frame_rules().other_meetings
    return is_meeting and any(child.lower_ in ORDINALS for child in noun.children)


def _is_known(noun: Token, verb: Token) -> bool:
    """Whether a verb adds somebody to a meeting told before: "attended the meeting", "accompanied her to the talks"."""
    is_definite = any(child.lower_ == "the" for child in noun.children)
    return verb.lemma_ == ACCOMPANYING or (verb.lemma_ in ATTENDING and is_definite)


def _partners(frame: Frame, noun: Token, support: Token | None, setting: Token | None) -> list[Token]:
    """Those in the slots of a noun, and in those of the verb that it depends on or that says that it takes place."""
    verb, happening = support or setting, _happening(noun)
    others = _in_slots(noun, frame.slots) + attenders(frame, noun, verb, happening)
    if verb is not None and not (setting is verb and others):  # "after the meeting with B, A agreed with C"
        others += [token for token in _in_slots(verb, frame.slots) if support or token.lemma_ not in rules().audience]
    elif happening is not None:
        others += _beside_it(happening, frame.slots)
    if support is not None and "recipient" in frame.slots:
        others += syntax.recipients(support)
    others += partakers(frame, noun, verb, happening)
    return list(dict.fromkeys(others))


def _spoken_of(verb: Token) -> list[Token]:
    """Who took part in a meeting that is a verb's setting: its grammatical subject ("at talks with B, A was told")."""
    found = syntax.subjects(verb)
    return found + [token for token in syntax.companions(found, verb) if token not in found]


def _engaged(noun: Token) -> list[Token]:
    """Those of "A in talks with B", where no verb is needed."""
    preposition, words = noun.head, {child.lower_ for child in noun.children}
    if noun.dep_ != "pobj" or preposition.lower_ not in ENGAGED or words & {"the", "of", "between"}:
        return []
    name = preposition.head
    return syntax.listed(name) if name.pos_ == "PROPN" and name.dep_ not in ("dobj", "pobj") else []


def _support(frame: Frame, noun: Token) -> Token | None:
    """The light verb of which the noun is the object ("held talks") or the topic ("is on a visit")."""
    head = noun.head
    if (
        noun.dep_ == "pobj"
        and head.head.pos_ == "NOUN"
        and (head.lower_ == "of" or (head.lower_ == "in" and frame.means))
    ):
        # "a round of talks", "a dinner in honour"
        return _support(frame, head.head) if head.head.lower_ not in MARGINS else None
    if noun.dep_ == "conj":
        return _support(frame, head) if head.pos_ == "NOUN" else None
    if noun.dep_ in ("dobj", "attr") and head.lemma_.lower() in frame.support:
        return head
    if noun.dep_ == "pobj" and head.lower_ in LINKS and syntax.is_verb(verb := _beyond_particle(head.head)):
        return verb if verb.lemma_ in frame.support or verb.lemma_ == "be" else None
    return None


def _relative_support(frame: Frame, noun: Token) -> Token | None:
    """The light verb of "the talks that A held with B", where its object stands in front."""
    for verb in noun.children:
        its_object = verb.dep_ == "relcl" and all(found == noun for found in syntax.objects(verb))
        if its_object and verb.lemma_.lower() in frame.support and not syntax.is_passive(verb):
            return verb
    return None


def _beyond_particle(above: Token) -> Token:
    """The verb of "pulled out of", "entered into", where one preposition depends on another."""
    return above.head if above.pos_ == "ADP" else above


def _setting(noun: Token) -> Token | None:
    """The verb whose subject met those of "during a meeting with B, A said", "A and B agreed at their meeting".

    Only a meeting that is introduced here, not "the meeting", and of nobody else ("a meeting of the board").
    """
    preposition = noun.head
    words = {child.lower_ for child in noun.children}
    if noun.dep_ == "pobj" and preposition.lower_ in SETTINGS and "with" not in words:
        verb = _joint_verb(noun) if "their" in words or _is_bare(noun) else None
        if "their" in words or (verb is not None and verb.lemma_ in JOINT_RESULTS):
            return verb
    if noun.dep_ != "pobj" or not words & INTRODUCING or words & {"of", "between"}:
        return None
    if preposition.lower_ == "of" and preposition.head.lower_ in ENDS:
        return _verb_with_subject(preposition.head)
    if not syntax.is_verb(preposition.head):
        return _several_beyond_object(preposition)
    motion = preposition.lower_ == "for" and preposition.head.lemma_ in frame_rules().motion
    return preposition.head if preposition.lower_ in SETTINGS or motion else None


def _verb_with_subject(token: Token) -> Token | None:
    """The nearest verb above that has a subject: "disclosed" in "they disclosed it while speaking at the end of"."""
    return next((verb for verb in token.ancestors if syntax.is_verb(verb) and syntax.subjects(verb)), None)


def _several_beyond_object(preposition: Token) -> Token | None:
    """The verb of "A and B declared the end of the talks during a meeting", where a parser has it beside the object."""
    verb = _verb_with_subject(preposition) if preposition.lower_ == "during" else None
    return verb if verb is not None and len(syntax.subjects(verb)) > 1 else None


def _is_bare(noun: Token) -> bool:
    """Whether it is "talks", introduced by the plural alone."""
    return noun.tag_ == "NNS" and not any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)


def _joint_verb(noun: Token) -> Token | None:
    """The nearest verb above "their meeting" whose subject is plural: "A and B agreed to raise X at their meeting"."""
    verbs = (token for token in noun.ancestors if syntax.is_verb(token))
    subjects = ((verb, syntax.subjects(verb)) for verb in verbs)
    verb, people = next(((verb, found) for verb, found in subjects if found), (None, []))
    return verb if len(people) > 1 or any(token.lower_ in PLURALS for token in people) else None


def _happening(noun: Token) -> Token | None:
    """The verb that says of a meeting that it takes place: "talks were held between", "a meeting took place with"."""
    return noun.head if noun.dep_ in syntax.SUBJECTS and syntax.is_verb(noun.head) else None


def _beside_it(verb: Token, slots: tuple[str, ...]) -> list[Token]:
    """The objects of a verb's own prepositions: "talks were held with B", but not "his visit preceded one to Accra"."""
    own = [child for child in verb.children if child.dep_ in ("prep", "agent") and child.lower_ in slots]
    objects = [child for preposition in own for child in preposition.children if child.dep_ == "pobj"]
    more = [token for token in syntax.prepositional(verb, slots) if token.head.dep_ == "conj"]
    return [member for token in objects for member in syntax.listed(token)] + more


def _owners(noun: Token) -> list[Token]:
    """Those of "A's visit" and "the A-B meeting"."""
    owners = [member for child in noun.children if child.dep_ == "poss" for member in syntax.listed(child)]
    compounds = [child for child in noun.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    owners += compounds if len(compounds) > 1 else []  # "the Obi-Kraus meeting"
    return owners
