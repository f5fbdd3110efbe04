"""The component that finds agreements: what was signed, by whom, where, when, and who says so."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie.pipeline import attribution, circumstances, syntax, witnesses
from newsie.pipeline.attribution_rules import attribution_rules
from newsie.pipeline.clauses import Clause, read_clauses
from newsie.pipeline.delegations import Told
from newsie.pipeline.entities import DraftAgreement, DraftParticipant
from newsie.pipeline.extensions import register
from newsie.pipeline.participants import read_participants
from newsie.pipeline.phrases import entity_phrases
from newsie.pipeline.quotations import quoted_tokens
from newsie.pipeline.status import read_status
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

DEFINITE = {"the", "this", "that", "these", "those"}
RELATIVES = {"which", "that"}


class Case(RuleModel):
    """An example of an agreement, and a sentence with none."""

    rule: str
    example: str
    near_miss: str


class AgreementRules(RuleModel):
    """The whole of rules/agreements.toml."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    documents: frozenset[str]
    anaphors: frozenset[str]
    topics: frozenset[str]
    signings: frozenset[str]
    case: tuple[Case, ...]


@cache
def rules() -> AgreementRules:
    """Return rules/agreements.toml."""
    return load_rules("agreements", AgreementRules)


@Language.factory(
    "newsie_agreements",
    requires=["token.tag", "token.dep", "token.lemma", "doc.spans"],
    assigns=["doc._.agreements", "doc.spans"],
)
def make_agreements(nlp: Language, name: str) -> "Agreements":
    """Make the component; it parses simplified sentences with the tagger and the parser of `nlp`."""
    return Agreements(nlp)


class Agreements:
    """Finds signed agreements in a Doc with mentions: `doc._.agreements`, triggers in `doc.spans["agreements"]`."""

    def __init__(self, nlp: Language) -> None:
        register()
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Find the agreements of `doc`."""
        clauses = read_clauses(self._nlp, doc, entity_phrases(doc), rules().verbs | rules().nouns | witnesses.WORDS)
        doc._.agreements = join_agreements(list(draft_agreements(doc, clauses)))
        doc.spans["agreements"] = [agreement.trigger for agreement in doc._.agreements]
        return doc


def draft_agreements(doc: Doc, clauses: Sequence[Clause]) -> Iterator[DraftAgreement]:
    """Yield a draft for every report of a signing in some parsed sentences, if it was signed.

    Agreements that are only to be signed are none: who counts agreements must not count plans.
    """
    quoted = quoted_tokens(doc)
    last: DraftAgreement | None = None
    for clause in clauses:
        if last is not None:
            last.witnesses += witnesses.of_the_signing(clause, rules().signings | rules().anaphors)
        for token in clause.copy:
            document = _document(token) if clause.origin(token).start not in quoted else None
            if document is None:
                continue
            draft = _draft(clause, token, document)
            if read_status(draft.trigger, draft.sentence) == "held":
                last = draft
                yield draft


def _document(token: Token) -> Token | None:
    """The document that is signed at a verb or noun of signing, if that is what it is."""
    if token.lemma_.lower() in rules().verbs and syntax.is_verb(token):
        candidates = syntax.logical_objects(token)
    elif token.lemma_.lower() in rules().nouns and token.pos_ == "NOUN":
        candidates = syntax.prepositional(token, ("of",))
    else:
        return None
    candidates += _antecedents(token)
    return next((word for word in candidates if word.lemma_.lower() in rules().documents), None)


def _antecedents(verb: Token) -> list[Token]:
    """What a relative clause may be about: the pact, not the roads, of "a pact on roads, which A and B signed"."""
    is_relative = verb.dep_ == "relcl" and any(child.lower_ in RELATIVES for child in verb.children)
    return [verb.head, *(noun for noun in verb.head.ancestors if not syntax.is_verb(noun))] if is_relative else []


def _draft(clause: Clause, token: Token, document: Token) -> DraftAgreement:
    signers = syntax.logical_subjects(token) if syntax.is_verb(token) else syntax.prepositional(token, ("by",))
    signers += syntax.prepositional(token, ("with", "between")) + syntax.prepositional(document, ("with", "between"))
    signers = [signer for signer in signers if not witnesses.is_witness(signer)] + _represented(token)
    participants = read_participants(clause, signers, Told(), people_only=False, part=None)
    trigger = clause.origin(token)
    places = circumstances.find_places(clause, token)
    return DraftAgreement(
        document=document_name(clause, document),
        noun=clause.origin(document),
        is_definite=any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in document.children),
        trigger=Span(trigger.doc, trigger.start, trigger.end, label="AGREEMENT", span_id="sign"),
        sentence=clause.span,
        rule="sign",
        parties=[participant for participant in participants if not _is_person(participant)],
        signatories=[participant for participant in participants if _is_person(participant)],
        witnesses=witnesses.at(clause, token),
        subject=_subject(clause, document, places),
        places=places,
        date=circumstances.find_date(clause, token, attribution_rules().speech),
        attributed_to=attribution.find_sources(clause, token),
    )


def _represented(verb: Token) -> list[Token]:
    """Those on whose behalf others signed."""
    behalf = [token for token in syntax.prepositional(verb, ("on",)) if token.lower_ == "behalf"]
    return [party for token in behalf for party in syntax.prepositional(token, ("of",))]


def _is_person(participant: DraftParticipant) -> bool:
    return participant.entity is not None and participant.span.label_ == "PERSON"


def document_name(clause: Clause, document: Token) -> str:
    """Return what the article calls a document: its noun with modifiers and "of understanding", without its subject."""
    kept = [document]
    for child in document.children:
        if child.dep_ in ("compound", "amod") and child.i < document.i:
            kept += list(child.subtree)
        if child.lower_ == "of" and child.i == document.i + 1:
            kept += [child, *(obj for obj in child.children if obj.dep_ == "pobj")]
    return " ".join(clause.origin(token).text for token in sorted(kept, key=lambda token: token.i))


def _subject(clause: Clause, document: Token, places: Sequence[str]) -> Span | None:
    """What a document is on, up to a comma, a date or the place of the signing; a bare "Monday" is nothing."""
    named = [document, *syntax.prepositional(document, ("of",))]  # "a letter of intent on"
    behind = document.doc[max(token.i for token in named) + 1 :]
    topic = behind[0] if len(behind) and _is_topic(behind[0]) else None
    topic = topic or next((child for noun in named for child in noun.rights if _is_topic(child)), None)
    if topic is None:
        return None
    words: list[Token] = []
    for token in topic.subtree:
        phrase = clause.phrase(token)
        if token.is_punct or clause.origin(token).text in ("(", "which", "that") or _is_date(clause, token):
            break
        if phrase is not None and phrase.mention.kb_id_ in places:
            words = words[: -1 if words and words[-1].dep_ == "prep" else None]
            break
        words += [token] if token.i > topic.i or (syntax.is_verb(topic) and token.lower_ != "to") else []
    return clause.original(words) if words else None


def _is_topic(token: Token) -> bool:
    infinitive = token.dep_ in ("acl", "relcl") and any(child.tag_ == "TO" for child in token.children)
    return infinitive or (token.dep_ in ("prep", "acl") and token.lower_ in rules().topics)


def _is_date(clause: Clause, token: Token) -> bool:
    dates = clause.span.doc.spans.get("dates", ())
    origin = clause.origin(token)
    return any(span.start < origin.end and origin.start < span.end for span in dates)


def join_agreements(drafts: Sequence[DraftAgreement]) -> list[DraftAgreement]:
    """Return the agreements with later sentences about the same document ("signed the agreement on Tuesday") joined."""
    joined: list[DraftAgreement] = []
    for draft in drafts:
        earlier = next((earlier for earlier in reversed(joined) if _is_same(earlier, draft)), None)
        if earlier is not None:
            _complete(earlier, draft)
        else:
            joined.append(draft)
    for draft in joined:
        draft.witnesses = _no_signers(draft)
    return [draft for draft in joined if draft.parties or draft.signatories]


def _no_signers(draft: DraftAgreement) -> list[DraftParticipant]:
    signers = _entities(draft.signatories)
    return [witness for witness in draft.witnesses if witness.entity not in signers]


def _is_same(earlier: DraftAgreement, later: DraftAgreement) -> bool:
    """Whether `later` speaks of the document of `earlier`: of the same noun, or by an anaphor or the same name.

    "The agreement" is the one before unless others signed it; "an agreement" only if the same parties signed it, on no
    other day.
    """
    if earlier.noun == later.noun:
        return True
    if _contradict(earlier.signatories, later.signatories) or _contradict(earlier.parties, later.parties):
        return False
    words = later.document.lower().split()
    if words[-1] not in rules().anaphors and later.document.lower() != earlier.document.lower():
        return False
    if later.is_definite:
        return True
    shared = _entities([*earlier.parties, *earlier.signatories]) & _entities([*later.parties, *later.signatories])
    return _on_one_day(earlier, later) and (bool(shared) or _are_unnamed(later))


def _contradict(some: Sequence[DraftParticipant], others: Sequence[DraftParticipant]) -> bool:
    """Whether two lists both name somebody, and nobody in common."""
    mine, theirs = _entities(some), _entities(others)
    return bool(mine) and bool(theirs) and not mine & theirs


def _on_one_day(one: DraftAgreement, other: DraftAgreement) -> bool:
    """Whether no two different days are told."""
    dates = [draft.date for draft in (one, other) if draft.date is not None]
    return len({(date._.date and date._.date.value) or date.text for date in dates}) < 2


def _are_unnamed(draft: DraftAgreement) -> bool:
    """Whether only "the two countries" signed."""
    signers = [*draft.parties, *draft.signatories]
    return bool(signers) and not _entities(signers)


def _entities(participants: Sequence[DraftParticipant]) -> set[str]:
    return {participant.entity for participant in participants if participant.entity}


def _complete(earlier: DraftAgreement, later: DraftAgreement) -> None:
    known = {participant.entity for participant in (*earlier.parties, *earlier.signatories) if participant.entity}
    earlier.parties += [party for party in later.parties if party.entity and party.entity not in known]
    earlier.signatories += [person for person in later.signatories if person.entity not in known]
    earlier.witnesses += later.witnesses
    earlier.subject = earlier.subject or later.subject
    earlier.places = earlier.places or later.places
    earlier.date = earlier.date or later.date
    earlier.attributed_to = list(dict.fromkeys([*earlier.attributed_to, *later.attributed_to]))
