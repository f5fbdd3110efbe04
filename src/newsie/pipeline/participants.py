"""Those who take part: from the words in a frame's slots to entities, or to groups in the article's words."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from newsie import countries
from newsie.pipeline import delegations, syntax
from newsie.pipeline.antecedents import antecedent, is_open
from newsie.pipeline.clauses import Clause
from newsie.pipeline.delegations import Told
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.office_groups import holders
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.phrases import Phrase
from newsie.pipeline.protagonists import countries_of, find_protagonist, is_such
from newsie.records import Part

# What a parser may make of a member of a list without "and".
LOOSE = {"appos", "nmod", "dep"}
INDEFINITE = {"anyone", "anybody", "someone", "somebody"}
COUNTS = {
    "two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
OUTSIDE_GROUP = {"case", "relcl", "appos", "punct", "conj", "cc", "advcl"}
# "the prime minister of Nepal" is one phrase, "the prime minister at his office" isn't.
INSIDE_GROUP = {"of", "from", "for"}


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
    for token in tokens:
        for span, entity in _resolve(clause, token, told, people_only):
            if not any(_same(span, entity, other) for other in found):
                found.append(DraftParticipant(span, entity, part, slot=clause.origin(token)))
    return found


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
        return [(_person_span(clause.original([token])), meant.mention.kb_id_)] if meant is not None else []
    listed_names = [person for apposed in _apposed(token) for person in named(clause, syntax.listed(apposed))]
    listed_names = listed_names or (_closing_name(clause, token) if is_group(token) else [])
    if listed_names:
        return listed_names
    if _refers_back(token):
        return _recall(clause, token, told.met)
    if _is_bare_plural(token) and (principals := _recall(clause, token, told.met)):
        return principals
    if token.lower_ in INDEFINITE and any(child.lower_ in INSIDE_GROUP for child in token.children):
        return [(group_span(clause, token), None)]
    delegation = delegations.meant(clause, token, told)
    if delegation:
        return [(member.span, member.entity) for member in delegation]
    protagonist = _protagonist(clause, token, told.met)
    if protagonist:
        return protagonist
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
    return [(_person_span(words), person.key) for person in holders(words, token)]


def _apposed(token: Token) -> list[Token]:
    """What stands in apposition to a noun, or to the end of its "of" phrase ("the head of its office, Ada Obi")."""
    found = [child for child in token.children if child.dep_ == "appos"]
    inner = [obj for child in token.children if child.dep_ == "prep" for obj in child.children]
    return found or [apposed for obj in inner if obj.dep_ == "pobj" for apposed in _apposed(obj)]


def _closing_name(clause: Clause, token: Token) -> list[tuple[Span, str | None]]:
    """The person of "the head of the port Ada Obi", whom a parser takes for the one that the phrase is of."""
    of = (child for child in token.children if child.lower_ == "of")
    phrases = [clause.phrase(obj) for preposition in of for obj in preposition.children]
    people = [phrase for phrase in phrases if phrase is not None and phrase.is_person]
    return [(person.mention, person.mention.kb_id_) for person in people if _follows_thing(person)]


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


def named(clause: Clause, tokens: Iterable[Token]) -> list[tuple[Span, str | None]]:
    """Return the mentions of people, with the keys of their entities, behind some tokens of a clause."""
    phrases = [clause.phrase(token) for token in tokens]
    return [(phrase.mention, phrase.mention.kb_id_) for phrase in phrases if phrase is not None and phrase.is_person]


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


def is_group(token: Token) -> bool:
    """Whether the token heads a noun phrase for people who are not named."""
    lemma = _singular(token)
    return token.pos_ in ("NOUN", "PROPN") and (lemma in rules().officials or lemma in rules().people)


def _singular(noun: Token) -> str:
    """The lemma of a noun; spaCy leaves "Members" as it is, and may take "Ministers" for a name."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ in ("NNP", "NNPS") and lemma not in rules().officials else lemma


def is_plural(span: Span) -> bool:
    """Whether a group's words mean several people."""
    return any(token.tag_ in ("NNS", "NNPS") or _singular(token) != token.lemma_.lower() for token in span)


def is_somebody(token: Token) -> bool:
    """Whether a word may stand for somebody, known or not: a name, a pronoun, a person noun, journalists."""
    return token.pos_ in ("PROPN", "PRON") or is_group(token) or token.lemma_.lower() in rules().audience


def is_official(span: Span) -> bool:
    """Whether a group's words name holders of offices, whose meetings are news even when nobody is named."""
    return any(_singular(token) in rules().officials for token in span)


def is_headline(span: Span) -> bool:
    """Whether a span stands in the headline, where nobody is named whom the text doesn't name better."""
    article = span.doc._.article
    headline = article.headline if article is not None else None
    return headline is not None and headline.start <= span.start_char < headline.end


def _protagonist(
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
    return [(_person_span(description), person.entity)] if person else []


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
    return [(_person_span(words), fitting[0])] if len(fitting) == 1 and len(partners) == 1 else []


def _is_body(clause: Clause, owner: Token) -> bool:
    """Whether a possessor is an organization or a place: "Huron's chief executive"."""
    phrase = clause.phrase(owner)
    return owner.dep_ == "poss" and phrase is not None and not phrase.is_person


def _person_span(words: Span) -> Span:
    """Words that stand for a person, as a mention of one."""
    return Span(words.doc, words.start, words.end, label="PERSON")


def _refers_back(token: Token) -> bool:
    """Whether a plural pronoun or "the two", "both ministers" stands for people named before."""
    if token.lower_ in ("they", "them", "their", "both"):
        return True
    words = {child.lower_ for child in token.children}
    if token.lower_ in COUNTS:
        return "the" in words
    return is_group(token) and bool(words & COUNTS.keys()) and ("the" in words or "both" in words)


def _is_bare_plural(token: Token) -> bool:
    """Whether it is "the leaders", "the ministers": those who met before, where they are such, else a group."""
    words = [child.lower_ for child in token.children]
    return token.tag_ == "NNS" and words == ["the"] and token.lemma_.lower() in rules().principals


def _recall(
    clause: Clause, token: Token, before: Sequence[Sequence[DraftParticipant]]
) -> list[tuple[Span, str | None]]:
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
    if token.lower_ in ("they", "their") and topics and not _met_together(topics, before):
        return topics
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


def _met_together(people: list[tuple[Span, str | None]], before: Sequence[Sequence[DraftParticipant]]) -> bool:
    """Whether some people are among those who met last."""
    return bool(before) and {key for _, key in people} <= {participant.entity for participant in before[-1]}


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


def group_span(clause: Clause, token: Token) -> Span:
    """The article's words for a group: the noun phrase without relative clauses, appositions and list members."""
    kept = [token]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ not in INSIDE_GROUP:
            continue
        if child.dep_ not in OUTSIDE_GROUP and not (child.dep_ == "acl" and child.i > token.i):
            kept += list(child.subtree)
    return clause.original(kept)
