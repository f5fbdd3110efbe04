"""Names with all that belongs to them (rank, role, parentheses, apposition) as one phrase for one entity."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

PREMODIFIERS = {"PROPN", "NOUN", "ADJ"}
PREMODIFIER_TAGS = {"POS", "HYPH", "PRP$", "DT", "JJ", "AFX"}
# Participles that stand before a title; others are verbs ("denied having met X", "after meeting minister X").
PARTICIPLES = {
    "acting",
    "visiting",
    "outgoing",
    "incoming",
    "retired",
    "deposed",
    "ousted",
    "designated",
    "elected",
    "leading",
}
ARTICLES = {"the", "a", "an"}
FINITE_TAGS = {"VBD", "VBZ", "VBP", "MD"}
RELATIVES = {"who", "whom", "whose", "which", "that", "where", "when", "while", "after", "before"}
APPOSITION_OPENERS = {"PRP$", "NN", "NNS", "JJ", "CD"}
LONGEST_APPOSITION = 30
LONGEST_PARENTHESIS = 8


@dataclass(frozen=True)
class Phrase:
    """The tokens `start` to `end` (half-open) of a Doc that stand for the entity of `mention`."""

    start: int
    end: int
    mention: Span

    @property
    def is_person(self) -> bool:
        """Whether the phrase stands for a person."""
        return self.mention.label_ == "PERSON"


def entity_phrases(doc: Doc) -> list[Phrase]:
    """Return the phrases of all mentions outside the article's header and boilerplate, in order, none overlapping."""
    unread = unread_tokens(doc)
    mentions = [mention for mention in doc.spans.get("mentions", ()) if mention.start not in unread]
    phrases = [_person_phrase(doc, mention) for mention in mentions if mention.label_ == "PERSON"]
    joined = _join_same_entity(doc, sorted(phrases, key=lambda phrase: phrase.start))
    taken = {index for phrase in joined for index in range(phrase.start, phrase.end)}
    others = filter_spans([m for m in mentions if m.label_ != "PERSON" and m.start not in taken])
    return sorted(joined + [Phrase(m.start, m.end, m) for m in others], key=lambda phrase: phrase.start)


def unread_tokens(doc: Doc) -> set[int]:
    """Return the indices of the tokens in the article's header, dateline and boilerplate."""
    article = doc._.article
    if article is None:
        return set()
    marked = [part for part in (article.header, article.dateline, *article.boilerplate) if part]
    spans = [doc.char_span(part.start, part.end, alignment_mode="expand") for part in marked if part.end > part.start]
    return {index for span in spans if span for index in range(span.start, span.end)}


def _person_phrase(doc: Doc, mention: Span) -> Phrase:
    start, end = mention.start, mention.end
    if mention._.mention_kind == "pronoun":
        return Phrase(start, end, mention)
    start, end = _left_edge(doc, mention), _right_edge(doc, mention)
    if end < len(doc) and doc[end].text == "," and any(token.text == "," for token in doc[start : mention.start]):
        end = _close_apposition(doc, end, end)
    return Phrase(start, end, mention)


def _left_edge(doc: Doc, mention: Span) -> int:
    """The first token of rank, role, honorific and other premodifiers in front of a name."""
    start = mention.start
    belonging = [span.start for span in doc.spans.get("roles", ()) if _holds(span, mention) and span.end <= start]
    belonging += [span.start for span in doc.spans.get("ranks", ()) if span.end == start]
    start = min(belonging, default=start)
    stops = {index for span in doc.spans.get("dates", ()) for index in range(span.start, span.end)}
    stops |= {m.end - 1 for m in doc.spans["mentions"] if m.label_ == "PERSON" and m.end <= start}
    while start > 0 and start - 1 not in stops and _premodifies(doc[start - 1]):
        start -= 1
        if doc[start].tag_ in ("DT", "PRP$"):
            break
    while start < mention.end - 1 and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return start


def _holds(role: Span, mention: Span) -> bool:
    holder = role._.holder
    return holder is not None and holder.start < mention.end and mention.start < holder.end


def _premodifies(token: Token) -> bool:
    if token.is_space or token.is_punct:
        return token.tag_ == "HYPH"
    if token.tag_ in ("VBG", "VBN"):
        return token.lower_ in PARTICIPLES
    return token.pos_ in PREMODIFIERS or token.tag_ in PREMODIFIER_TAGS


def _right_edge(doc: Doc, mention: Span) -> int:
    """The end of parentheses and appositions behind a name; an apposition's closing comma belongs to it."""
    end = _after_parenthesis(doc, _after_origin(doc, _after_parenthesis(doc, mention.end)))
    if mention._.mention_kind == "description":
        return end
    if end + 1 < len(doc) and doc[end].text == "," and _opens_apposition(doc, mention, end + 1):
        return _after_apposition(doc, mention, end)
    return end


def _after_origin(doc: Doc, end: int) -> int:
    """The end of "of Nebraska" behind a name."""
    first = end + 2 if end + 1 < len(doc) and doc[end + 1].lower_ == "the" else end + 1
    if end >= len(doc) or doc[end].lower_ != "of":
        return end
    ends = [m.end for m in doc.spans["mentions"] if m.start == first and m.label_ in ("PLACE", "ORG")]
    return max(ends, default=end)


def _opens_apposition(doc: Doc, mention: Span, index: int) -> bool:
    """Whether a noun phrase starts at the token `index`: a role, a common noun, the person's organization or state."""
    is_own_role = any(span.start == index and _holds(span, mention) for span in doc.spans.get("roles", ()))
    belongs_to = [m for m in doc.spans["mentions"] if m.start == index and m.label_ != "PERSON" and m.end < len(doc)]
    from_there = any(doc[m.end].text == "," for m in belongs_to)
    opens = doc[index].tag_ in APPOSITION_OPENERS or doc[index].lower_ in ARTICLES
    return is_own_role or from_there or opens


def _after_parenthesis(doc: Doc, end: int) -> int:
    if end < len(doc) and doc[end].text == "(":
        for index in range(end + 1, min(end + LONGEST_PARENTHESIS, len(doc))):
            if doc[index].text == ")":
                return index + 1
    return end


def _after_apposition(doc: Doc, mention: Span, comma: int) -> int:
    """The end of the noun phrase that starts behind the token `comma`, or `comma` if it is no apposition."""
    people = {m.start: m for m in doc.spans["mentions"] if m.label_ == "PERSON" and m.start > comma}
    own_roles = [span for span in doc.spans.get("roles", ()) if _holds(span, mention) and span.start > comma]
    for index in range(comma + 1, min(comma + LONGEST_APPOSITION, len(doc))):
        token = doc[index]
        other = people.get(index)
        if token.text in (",", ";", ".") or token.is_space:
            return _close_apposition(doc, comma, index)
        is_other = other is not None and other.kb_id_ != mention.kb_id_
        if is_other or token.tag_ in FINITE_TAGS or token.lower_ in RELATIVES:
            return max((role.end for role in own_roles if role.end <= index), default=comma)
    return comma


def _close_apposition(doc: Doc, comma: int, closing: int) -> int:
    """Keep the closing comma outside where it separates the members of a list or clauses."""
    if doc[closing].text != ",":
        return closing
    if closing + 1 >= len(doc):
        return closing
    separates = doc[closing + 1].pos_ in ("PROPN", "DET", "NOUN", "ADJ", "SCONJ", "PRON")
    return closing if separates else closing + 1


def _join_same_entity(doc: Doc, phrases: list[Phrase]) -> list[Phrase]:
    """Join neighbours for one entity, "the Omani minister, Ada Obi", and drop what is inside another phrase."""
    joined: list[Phrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        if last is None or phrase.start > last.end + 1:
            joined.append(phrase)
        elif phrase.mention.kb_id_ == last.mention.kb_id_ and _only_comma(doc, last.end, phrase.start):
            joined[-1] = Phrase(last.start, max(last.end, phrase.end), _better(last.mention, phrase.mention))
        elif phrase.start >= last.end:
            joined.append(phrase)
        elif phrase.mention.start >= last.mention.end:
            joined[-1] = Phrase(last.start, phrase.mention.start, last.mention)
            joined.append(Phrase(phrase.mention.start, phrase.end, phrase.mention))
    return joined


def _only_comma(doc: Doc, start: int, end: int) -> bool:
    return all(token.text == "," for token in doc[start:end])


def _better(first: Span, second: Span) -> Span:
    return second if first._.mention_kind != "name" and second._.mention_kind == "name" else first
