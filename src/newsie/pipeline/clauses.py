"""Sentences in a form that a parser gets right: every entity one plain word, no appositions, no parentheses.

The parser of a small model is thrown off by "Lt Gen A B C, Principal Staff Officer (PSO) of the Armed Forces Division
of D, and General E F, Chairman of the G Committee (GC), vowed"; it reads "Smith and Jones vowed" without error. So each
sentence that may hold an event is copied with every phrase reduced to a stand-in, parsed again, and read through
`origins`, which lead from the tokens of the copy back to the article.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie.pipeline.names import abbreviates_title
from newsie.pipeline.phrases import LONGEST_PARENTHESIS, Phrase
from newsie.pipeline.spans import unread_tokens
from newsie.pipeline.stories import story_start
from newsie.pipeline.topics import joint_subject_of, subject_of
from newsie.pipeline.word_order import DATE_WORD, Unit, in_plain_order

# Words that every model of English knows as names; who is who is kept by position, so they may repeat.
PERSON_WORDS = ("Smith", "Jones", "Miller", "Wilson", "Taylor", "Johnson")
ORGANIZATION_WORD = "Microsoft"
PLACE_WORD = "London"
DATE_PREPOSITIONS = {"on", "in", "at", "during", "over", "early", "late"}
SYNTAX = ("transformer", "tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer")
TIMES_OF_DAY = {"morning", "afternoon", "evening"}
LONGEST_ASIDE = 8
# Sentences for which one stays the topic whom they don't name.
LONGEST_TOPIC = 2
NUMBERS = {"two", "three", "four", "five", "both", "they"}
# Said of the members of a list whom somebody met one by one; a parser takes the nouns in them for people.
ONE_BY_ONE = (
    ("in", "succession"), ("in", "turn"), ("one", "by", "one"), ("one", "at", "a", "time"), ("one", "after", "another"),
    ("one", "after", "the", "other"),
)  # fmt: skip
ADDITION = ("as", "well", "as")
DISCUSSING = {"discuss", "review"}
FINAL = {".", "!", "?", "…"}
CLOSING = {'"', "”", "’", "'", ")", "''"}


@dataclass
class Clause:
    """A sentence of the article (`span`) and its simplified, parsed copy.

    `origins[i]` is the stretch of the article behind token `i` of `copy`, `phrases[i]` the entity that it stands for.
    `topic` is the person of whom the sentence before speaks, if that is plain, `topics` its joint subject.
    """

    span: Span
    copy: Doc
    origins: list[Span]
    phrases: list[Phrase | None]
    paragraph: int
    topic: Phrase | None = None
    topics: Sequence[Phrase] = ()

    def origin(self, token: Token) -> Span:
        """The stretch of the article that a token of the copy stands for."""
        return self.origins[token.i]

    def phrase(self, token: Token) -> Phrase | None:
        """The entity phrase that a token of the copy stands for."""
        return self.phrases[token.i]

    def original(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the article from the first to the last of some tokens of the copy."""
        origins = [self.origins[token.i] for token in tokens]
        return self.span.doc[min(span.start for span in origins) : max(span.end for span in origins)]


def read_clauses(nlp: Language, doc: Doc, phrases: Sequence[Phrase], words: frozenset[str]) -> list[Clause]:
    """Return the sentences of `doc` that hold one of `words` (lemmas or lower-case forms), simplified and parsed.

    What one component has parsed stays in `doc._.clauses` for the next: parsing is the dearest step.
    """
    known: dict[int, Clause] = doc._.clauses or {}
    wanted: list[Clause] = []
    topic: Phrase | None = None
    topics: Sequence[Phrase] = ()
    kept = 0
    story = 0
    for paragraph, start, end in sentences(doc, phrases):
        if story != story_start(doc, start):
            story, topic, topics = story_start(doc, start), None, ()
        if any(token.lemma_.lower() in words or token.lower_ in words for token in doc[start:end]):
            clause = known.get(start) or _simplify(doc[start:end], phrases, words, paragraph)
            clause.topic, clause.topics = topic, topics
            wanted += [clause] if len(clause.copy) else []
        last, topic = topic, subject_of(doc, start, end, phrases, topic)
        kept = kept + 1 if topic is last else 0
        topic = topic if kept <= LONGEST_TOPIC else None
        topics = joint_subject_of(doc, start, end, phrases, topics)
    _parse(nlp, [clause for clause in wanted if clause.span.start not in known])
    doc._.clauses = known | {clause.span.start: clause for clause in wanted}
    return wanted


def _parse(nlp: Language, clauses: list[Clause]) -> None:
    copies = [clause.copy for clause in clauses]
    for name, pipe in nlp.pipeline:
        if name in SYNTAX:
            copies = list(pipe.pipe(copies))  # type: ignore[attr-defined]
    for clause, copy in zip(clauses, copies, strict=True):
        clause.copy = copy


def sentences(doc: Doc, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int, int]]:
    """Yield (number of the paragraph, first token, end) of every sentence outside header, dateline and boilerplate."""
    unread = unread_tokens(doc)
    inside = {index for phrase in phrases for index in range(phrase.start + 1, phrase.end)}
    start, paragraph = 0, 0
    for index in range(len(doc) + 1):
        at_end = index == len(doc) or index in unread
        new_line = not at_end and doc[index].is_space and "\n" in doc[index].text
        if not (at_end or new_line or (index not in inside and _starts_sentence(doc, index))):
            continue
        if any(not (token.is_space or token.is_punct) for token in doc[start:index]):
            yield paragraph, start, index
        start = index + 1 if new_line or at_end else index
        paragraph += bool(new_line)


def _starts_sentence(doc: Doc, index: int) -> bool:
    """Whether a full stop stands before the token and the token can open a sentence."""
    last = index - 1
    if last > 0 and doc[last].text in CLOSING:
        last -= 1
    if last < 1 or doc[last].text not in FINAL or doc[index].text in CLOSING or abbreviates_title(doc, last):
        return False
    token = doc[index]
    apart = doc[index - 1].whitespace_ != "" or bool(token.is_sent_start)
    return apart and (token.text[0].isupper() or not token.text[0].isalpha())


def _simplify(sentence: Span, phrases: Sequence[Phrase], words: frozenset[str], paragraph: int) -> Clause:
    doc = sentence.doc
    units = {phrase.start: phrase for phrase in phrases if sentence.start <= phrase.start < sentence.end}
    dates = {span.start: span for span in doc.spans.get("dates", ())}
    units_read: list[Unit] = []
    index = _first_to_read(sentence)
    while index < sentence.end:
        word, end = _next_word(doc, index, units, dates, len(units_read))
        if word:
            units_read.append(Unit(word, doc[index:end], units.get(index)))
        index = end
    ordered = in_plain_order(units_read, words)
    starts: list[bool | int | None] = [index == 0 for index in range(len(ordered))]
    copy = Doc(doc.vocab, words=[unit.word for unit in ordered], sent_starts=starts)
    return Clause(sentence, copy, [unit.origin for unit in ordered], [unit.phrase for unit in ordered], paragraph)


def _first_to_read(sentence: Span) -> int:
    """The index of the first token to read: behind the bracket where a whole sentence stands in parentheses."""
    doc, start = sentence.doc, sentence.start
    end = _after_parenthesis(doc, start)
    return start + 1 if end > start and all(token.is_punct for token in doc[end : sentence.end]) else start


def _next_word(
    doc: Doc, index: int, units: dict[int, Phrase], dates: dict[int, Span], position: int
) -> tuple[str | None, int]:
    """The word that stands for what begins at `index` (None if it is left out) and the index behind it."""
    token = doc[index]
    if index in units:
        return _stand_in(doc, units[index], position), units[index].end
    date_start = index + 1 if token.lower_ in DATE_PREPOSITIONS else index
    if date_start in dates and not _modifies(doc, dates[date_start].end):
        return DATE_WORD, _after_parenthesis(doc, dates[date_start].end)
    if token.text == "(":
        end = _after_parenthesis(doc, index)
        return (None, end) if end > index else (token.text, index + 1)
    if token.is_space:
        return None, index + 1
    compound = _hyphenated(doc, index, units)
    if compound > index + 1:
        return doc[index:compound].text, compound
    if token.text == "," and doc[index - 1].lower_ == "and" and (end := _after_aside(doc, index)) > index:
        return "later" if doc[end - 2].lower_ in TIMES_OF_DAY else "also", end
    if (end := _after_one_by_one(doc, index)) > index:
        return "separately", end
    if (end := _after_as_well_as(doc, index)) > index:
        return "and", end
    if (word := _plainer(doc, index, dates)) is not None:
        return word, index + 1
    if token.tag_ == "NNS" and _is_topic_behind_partner(doc, index, units):
        return "something", index + 1
    if token.text == ";" and _continues_list(doc, index + 1, units):
        return ",", index + 1
    return token.text, index + 1


def _is_topic_behind_partner(doc: Doc, index: int, units: dict[int, Phrase]) -> bool:
    """Whether it is "ways" in "discussed with Ada Obi ways to": a parser takes the two for one noun."""
    partner = next((phrase for phrase in units.values() if phrase.end == index and phrase.is_person), None)
    if partner is None or doc[max(partner.start - 1, 0)].lower_ != "with":
        return False
    return any(token.lemma_ in DISCUSSING for token in doc[doc[index].sent.start : partner.start])


def _plainer(doc: Doc, index: int, dates: dict[int, Span]) -> str | None:
    """A word that a parser takes for the right part of speech: "them" in "met both on Monday", "the three plan to"."""
    words = [token.lower_ for token in doc[max(index - 1, 0) : index + 2]]
    if words[1:2] == ["both"] and (index + 1 in dates or (words[2:] and words[2] in DATE_PREPOSITIONS)):
        return "them" if index + 1 in dates or index + 2 in dates else None
    return "intend" if words[1:] == ["plan", "to"] and words[0] in NUMBERS else None


def _hyphenated(doc: Doc, index: int, units: dict[int, Phrase]) -> int:
    """The end of a word with hyphens, which the tokenizer takes apart: "co-chaired", "one-on-one"."""
    end = index + 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        if not doc[end + 1].is_alpha or end + 1 in units:
            break
        end += 2
    return end if doc[index].is_alpha else index + 1


def _after_aside(doc: Doc, index: int) -> int:
    """The index behind ", in the evening," or ", on the American side," in a list; `index` if there is none.

    A parser loses the member behind it, but not behind "later" and "also".
    """
    words = [token.lower_ for token in doc[index : index + LONGEST_ASIDE]]
    if words[:1] != [","] or "," not in words[1:]:
        return index
    end = words.index(",", 1)
    is_time = words[1:3] == ["in", "the"] and words[end - 1] in TIMES_OF_DAY
    is_side = words[1:2] in (["on"], ["from"], ["for"]) and words[end - 1] in ("side", "part")
    return index + end + 1 if is_time or is_side else index


def _after_one_by_one(doc: Doc, index: int) -> int:
    """The index behind "in succession" or "one by one"; `index` if nothing like it stands there."""
    words = tuple(token.lower_ for token in doc[index : index + 4])
    return max((index + len(saying) for saying in ONE_BY_ONE if words[: len(saying)] == saying), default=index)


def _after_as_well_as(doc: Doc, index: int) -> int:
    """The index behind "as well as" and a comma before it, where a name or a noun follows; else `index`.

    Behind "and" a parser keeps the list together.
    """
    start = index + 1 if doc[index].text == "," else index
    end = start + len(ADDITION)
    is_added = tuple(token.lower_ for token in doc[start:end]) == ADDITION and end < len(doc)
    return end if is_added and doc[end].pos_ in ("PROPN", "NOUN", "ADJ", "DET", "NUM") else index


def _continues_list(doc: Doc, index: int, units: dict[int, Phrase]) -> bool:
    """Whether a semicolon stands between the members of a list of people: "A, Minister of State; and B, Envoy"."""
    start = index + 1 if index < len(doc) and doc[index].lower_ == "and" else index
    return start in units and units[start].is_person and units[start].end < len(doc) and doc[units[start].end].is_punct


def _stand_in(doc: Doc, phrase: Phrase, position: int) -> str:
    if phrase.mention._.mention_kind == "pronoun":
        return doc[phrase.start].text
    if phrase.mention.label_ == "PERSON":
        return PERSON_WORDS[position % len(PERSON_WORDS)]
    if doc[phrase.end - 1].tag_.startswith("JJ"):
        return doc[phrase.end - 1].text
    return ORGANIZATION_WORD if phrase.mention.label_ == "ORG" else PLACE_WORD


def _modifies(doc: Doc, end: int) -> bool:
    """Whether what ends at `end` stands before a noun: "Wednesday's talks", "the Sunday session"."""
    return end < len(doc) and (doc[end].tag_ == "POS" or doc[end].tag_ in ("NN", "NNS"))


def _after_parenthesis(doc: Doc, index: int) -> int:
    if index < len(doc) and doc[index].text == "(":
        for end in range(index + 1, min(index + LONGEST_PARENTHESIS, len(doc))):
            if doc[end].text == ")":
                return end + 1
    return index
