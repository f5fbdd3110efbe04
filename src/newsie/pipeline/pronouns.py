"""Pronouns that stand for a person, where one candidate remains."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from newsie.pipeline.genders import PRONOUNS, Gender, genders
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.spans import group
from newsie.pipeline.stories import story_start
from newsie.pipeline.syntax import SUBJECTS

# The rules by which a pronoun finds its person, in the `id_` of its span.
SOLE, SUBJECT = "sole", "subject"
# The key of one whom a pronoun stands for that nobody was found for.
UNKNOWN = ""


def pronouns(doc: Doc) -> Iterator[tuple[Span, str]]:
    """Yield each "he", "she" or "him" that can mean only one person, with the rule as `id_`, and the person's key.

    A person who is a "he" once, or whom an honorific shows to be one, is never a "she". The candidates are the people
    mentioned before it in its own sentence and the one before, those whom a pronoun stands for among them: in "She met
    A. Later she met B" she is not A. If they are several, the only one before the main verb
    of that sentence is taken, its subject, when the pronoun is the subject of its own (parallelism), else nobody.
    """
    mentions = [mention for mention in group(doc, "mentions") if mention.label_ == "PERSON"]
    mentions = sorted([*mentions, *_ambiguous(doc, mentions)], key=lambda mention: mention.start)
    known = genders(doc)
    sentences = list(doc.sents)
    for previous, sentence in zip([None, *sentences], sentences, strict=False):
        if previous is not None and story_start(doc, previous.start) != story_start(doc, sentence.start):
            previous = None
        for token in sentence:
            if token.text not in PRONOUNS:
                continue
            gender = PRONOUNS[token.text]
            rule, key = _candidate(token, previous, mentions, known)
            if key is not None and known.setdefault(key, gender) != gender:
                key = None
            pronoun = Span(doc, token.i, token.i + 1, label="PERSON", kb_id=key or UNKNOWN, span_id=rule)
            insort(mentions, pronoun, key=lambda mention: mention.start)
            if key is not None:
                yield pronoun, key


def _ambiguous(doc: Doc, mentions: Sequence[Span]) -> list[Span]:
    """The names of which nothing tells whose they are, as mentions of somebody unknown: a "he" behind may be any."""
    taken = {index for mention in mentions for index in range(mention.start, mention.end)}
    names = [name for name in group(doc, "people") if taken.isdisjoint(range(name.start, name.end))]
    return [Span(doc, name.start, name.end, label="PERSON", kb_id=UNKNOWN) for name in names]


def _is_rivalled(token: Token, previous: Span | None, before: list[Span]) -> bool:
    """Whether the sentence before has an unnamed person for its subject: "The minister met A. He then left"."""
    if previous is None or token.dep_ not in SUBJECTS or any(mention.start >= token.sent.start for mention in before):
        return False
    subjects = [child for child in previous.root.children if child.dep_ in SUBJECTS and child.tag_ in ("NN", "NNP")]
    named = {index for mention in before for index in range(mention.start, mention.end)}
    return any(
        noun.lemma_.lower() in rules().officials | rules().people and not named & {inner.i for inner in noun.subtree}
        for noun in subjects
    )


def _candidate(
    token: Token, previous: Span | None, mentions: list[Span], known: Mapping[str, Gender]
) -> tuple[str, str | None]:
    """The rule that fits, and the key of the person whom it gives."""
    first = previous.start if previous is not None else token.sent.start
    nearest = mentions[bisect_left(mentions, first, key=lambda mention: mention.start) :]
    before = [
        mention
        for mention in takewhile(lambda mention: mention.start < token.i, nearest)
        if mention.end <= token.i
        and _gender(mention, known) in (None, PRONOUNS[token.text])
        and not _is_own_subject(token, mention)
    ]
    keys = list(dict.fromkeys(mention.kb_id_ for mention in before))
    if len(keys) == 1:
        return SOLE, None if _is_rivalled(token, previous, before) else keys[0] or None
    own = [mention for mention in before if mention.start >= token.sent.start]
    if previous is None or own or token.dep_ not in SUBJECTS:
        return SUBJECT, None
    subjects = {mention.kb_id_ for mention in before if mention.end <= previous.root.i}
    subject = subjects.pop() if len(subjects) == 1 else None
    if any(mention.text in PRONOUNS and mention.kb_id_ != subject for mention in before):
        return SUBJECT, None  # "The mayor accompanied him. He left.": a text goes on about "him" at least as often
    # "A met Rosa Lund. She later left": if A may be a man, she may be either.
    is_doubtful = subject not in known and any(key in known for key in keys)
    return SUBJECT, None if is_doubtful else subject or None


def _is_own_subject(token: Token, mention: Span) -> bool:
    """Whether a mention is the subject of the verb whose object is "him": one who acts on oneself is "himself"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "dative") else token.head
    return token.dep_ not in SUBJECTS and mention.root.dep_ in SUBJECTS and mention.root.head == verb


def _gender(mention: Span, known: Mapping[str, Gender]) -> Gender | None:
    return PRONOUNS.get(mention.text) or known.get(mention.kb_id_)
