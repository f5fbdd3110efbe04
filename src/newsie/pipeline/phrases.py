"""Names with all that belongs to them (rank, role, parentheses, apposition) as one phrase for one entity."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newsie import countries
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.spans import MAX_COUNTRY_TOKENS, unread_tokens

PREMODIFIERS = {"PROPN", "NOUN", "ADJ"}
PREMODIFIER_TAGS = {"POS", "HYPH", "PRP$", "DT", "JJ", "AFX"}
ARTICLES = {"the", "a", "an"}
FINITE_TAGS = {"VBD", "VBZ", "VBP", "MD"}
RELATIVES = {"who", "whom", "whose", "which", "that", "where", "when", "while", "after", "before"}
APPOSITION_OPENERS = {"PRP$", "NN", "NNS", "JJ", "CD"}
# "adviser to President Obi", "spokesman for Obi".
SERVICE = {"to", "for", "of"}
TIMES = {"morning", "afternoon", "evening", "night", "noon", "midday", "day", "week", "month", "year"}
LONGEST_APPOSITION = 30
LONGEST_DESCRIPTION = 14
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


class _Surroundings:
    """What stands around the names of a Doc, by token: collected once, since an article may be long."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        mentions: list[Span] = list(doc.spans.get("mentions", ()))
        self.people_at = {mention.start: mention for mention in mentions if mention.label_ == "PERSON"}
        self.others_at: dict[int, list[Span]] = {}
        # Where "at the Palace" ends: what follows is somebody else's, "at the Palace | Ada Obi".
        self.locations = {m.end for m in mentions if m.label_ == "PLACE" and m.start and doc[m.start - 1].tag_ == "IN"}
        for mention in mentions:
            if mention.label_ != "PERSON":
                self.others_at.setdefault(mention.start, []).append(mention)
        self.rank_before: dict[int, int] = {span.end: span.start for span in doc.spans.get("ranks", ())}
        self.roles_of: dict[int, list[Span]] = {}
        self.holder_at: dict[int, int] = {}
        for role in doc.spans.get("roles", ()):
            if role._.holder is not None:
                self.roles_of.setdefault(role._.holder.start, []).append(role)
                self.holder_at[role.start] = role._.holder.start
        dates: list[Span] = list(doc.spans.get("dates", ()))
        self.stops = {index for span in dates for index in range(span.start, span.end)}
        self.stops |= {mention.end - 1 for mention in self.people_at.values()}
        self.stops |= unread_tokens(doc)  # "CAIRO - Swiss mediator": a dateline's hyphen joins nothing

    def countries_at(self, index: int) -> list[Span]:
        """The countries named at a token."""
        return [mention for mention in self.others_at.get(index, ()) if countries.country_code(mention.text)]

    def roles(self, mention: Span) -> list[Span]:
        """The roles of the name in a mention, which may begin with a title."""
        return [role for index in range(mention.start, mention.end) for role in self.roles_of.get(index, ())]


def entity_phrases(doc: Doc) -> list[Phrase]:
    """Return the phrases of all mentions outside the article's header and boilerplate, in order, none overlapping."""
    unread = unread_tokens(doc)
    mentions = [mention for mention in doc.spans.get("mentions", ()) if mention.start not in unread]
    around = _Surroundings(doc)
    phrases = [_person_phrase(around, mention) for mention in mentions if mention.label_ == "PERSON"]
    joined = _join_same_entity(doc, sorted(phrases, key=lambda phrase: phrase.start))
    taken = {index for phrase in joined for index in range(phrase.start, phrase.end)}
    others = filter_spans([m for m in mentions if m.label_ != "PERSON" and m.start not in taken])
    return sorted(joined + [Phrase(m.start, m.end, m) for m in others], key=lambda phrase: phrase.start)


def _person_phrase(around: _Surroundings, mention: Span) -> Phrase:
    doc = around.doc
    if mention._.mention_kind == "pronoun":
        return Phrase(mention.start, mention.end, mention)
    start, end = _left_edge(around, mention), _right_edge(around, mention)
    if end < len(doc) and doc[end].text == "," and any(token.text == "," for token in doc[start : mention.start]):
        end = _close_apposition(doc, end)
    return Phrase(start, end, mention)


def _left_edge(around: _Surroundings, mention: Span) -> int:
    """The first token of rank, role, honorific and other premodifiers in front of a name."""
    doc, start = around.doc, mention.start
    belonging = [role.start for role in around.roles(mention) if role.end <= start]
    start = min([*belonging, around.rank_before.get(start, start)])
    while start > 0 and start - 1 not in around.stops and _premodifies(doc[start - 1]):
        if start in around.locations:
            break
        start -= 1
        if doc[start].tag_ in ("DT", "PRP$"):
            break
    while start < mention.end - 1 and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return _before_described(around, _before_shared_title(around, start))


def _before_shared_title(around: _Surroundings, start: int) -> int:
    """The start of "Ministers of" in front of a list like "Ghana Ada Obi, Togo Jan Kraus", else `start`."""
    doc = around.doc
    before = range(max(start - MAX_COUNTRY_TOKENS, 2), start)
    country = next((i for i in before if any(place.end == start for place in around.countries_at(i))), 2)
    title = country - 2
    plural = doc[title].lower_.endswith("s") and doc[title].lower_[:-1] in rules().officials
    if doc[country - 1].lower_ != "of" or not plural:
        return start
    while title > 0 and doc[title - 1].pos_ in PREMODIFIERS and not doc[title].is_sent_start:
        title -= 1
    return title


def _before_described(around: _Surroundings, start: int) -> int:
    """The start of "the head of its office in Accra, " in front of a name that tells who that is, else `start`."""
    doc = around.doc
    if start < 2 or doc[start - 1].text != ",":
        return start
    for index in range(start - 2, max(start - LONGEST_DESCRIPTION, 0), -1):
        token = doc[index]
        if token.text in (",", ";", ".") or token.is_space or token.lower_ == "and" or token.pos_ in ("VERB", "AUX"):
            return start
        if index in around.people_at:
            return start
        if token.lower_ in ARTICLES and _names_one(doc[index + 1 : start - 1]):
            # "A, the head of the bank, B": the description may be A's, if it is not known to be B's.
            known = around.holder_at.get(index + 1, 0) >= start
            return start if doc[index - 1].text == "," and not known else index
    return start


def _names_one(words: Span) -> bool:
    """Whether words tell of whom or what somebody is the only one: "head of the bank", "widow of a miner"."""
    link = next((token.i - words.start for token in words if token.lower_ in ("of", "for", "to")), 0)
    noun = words[max(link - 1, 0)]
    is_person = noun.lemma_.lower() in rules().officials | rules().people
    return link > 0 and is_person and noun.tag_ in ("NN", "NNP")


def _premodifies(token: Token) -> bool:
    if token.is_space or token.is_punct:
        return token.tag_ == "HYPH"
    if token.lower_ in TIMES:
        return False  # "in the afternoon Obi met"
    if token.i and token.nbor(-1).lower_ == "in" and token.lower_ in ("succession", "turn"):
        return False
    if token.tag_ in ("VBG", "VBN"):
        return token.lower_ in rules().participles
    return token.pos_ in PREMODIFIERS or token.tag_ in PREMODIFIER_TAGS


def _right_edge(around: _Surroundings, mention: Span) -> int:
    """The end of parentheses and appositions behind a name; an apposition's closing comma belongs to it."""
    doc = around.doc
    end = _after_parenthesis(doc, _after_origin(around, _after_parenthesis(doc, mention.end)))
    if mention._.mention_kind == "description":
        return end
    if end + 1 < len(doc) and doc[end].text == "," and _opens_apposition(around, mention, end + 1):
        return _after_apposition(around, mention, end)
    return end


def _after_origin(around: _Surroundings, end: int) -> int:
    """The end of "of Nebraska", "of Ghana's National Guard (GNG)", and of "from Ghana" behind a name."""
    doc = around.doc
    if end + 1 < len(doc) and doc[end].lower_ == "from":
        return max((mention.end for mention in around.countries_at(end + 1)), default=end)
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return end
    first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    after = max((mention.end for mention in around.others_at.get(first, ())), default=end)
    if after + 1 < len(doc) and after > end and doc[after].tag_ == "POS":
        after = max((mention.end for mention in around.others_at.get(after + 1, ())), default=after)
    return _after_parenthesis(doc, after)


def _opens_apposition(around: _Surroundings, mention: Span, index: int) -> bool:
    """Whether a noun phrase starts at the token `index`: a role, a common noun, the person's organization or state."""
    doc = around.doc
    if max(around.holder_at.get(index, 0), around.holder_at.get(index + 1, 0)) > index + 1:
        return False  # "A, the head of the bank, B": it is known to be B's
    is_own_role = any(role.start == index for role in around.roles(mention))
    belongs_to = [other for other in around.others_at.get(index, ()) if other.end < len(doc)]
    from_there = any(doc[other.end].text == "," for other in belongs_to)
    return is_own_role or from_there or doc[index].tag_ in APPOSITION_OPENERS or doc[index].lower_ in ARTICLES


def _after_parenthesis(doc: Doc, end: int) -> int:
    if end < len(doc) and doc[end].text == "(":
        for index in range(end + 1, min(end + LONGEST_PARENTHESIS, len(doc))):
            if doc[index].text == ")":
                return index + 1
    return end


def _after_apposition(around: _Surroundings, mention: Span, comma: int) -> int:
    """The end of the noun phrase that starts behind the token `comma`, or `comma` if it is no apposition."""
    doc = around.doc
    own_roles = [role for role in around.roles(mention) if role.start > comma]
    for index in range(comma + 1, min(comma + LONGEST_APPOSITION, len(doc))):
        token = doc[index]
        other = around.people_at.get(index)
        if token.text in (",", ";", ".") or token.is_space:
            return _close_apposition(doc, _after_unit(around, own_roles, comma, index))
        is_other = other is not None and other.kb_id_ != mention.kb_id_
        if other is not None and is_other and _is_served(around, own_roles, other):
            return _close_apposition(doc, other.end) if other.end < len(doc) else other.end
        if is_other or token.tag_ in FINITE_TAGS or token.lower_ in RELATIVES:
            return max((role.end for role in own_roles if role.end <= index), default=comma)
    return comma


def _is_served(around: _Surroundings, roles: list[Span], other: Span) -> bool:
    """Whether an apposition's title is of somebody else's: "Ada Obi, adviser to Prime Minister Jan Kraus"."""
    doc = around.doc
    if other._.mention_kind != "name" or (other.end < len(doc) and doc[other.end].tag_ == "POS"):
        return False
    title = next((role for role in roles if role.end < other.start and doc[role.end].lower_ in SERVICE), None)
    return title is not None and all(_premodifies(token) for token in doc[title.end + 1 : other.start])


def _after_unit(around: _Surroundings, own_roles: list[Span], comma: int, closing: int) -> int:
    """The end of ", U.S. Central Command" behind the bare title between two commas, in the style of armed forces.

    `closing` itself if there is none.
    """
    is_title = any(role.start == comma + 1 and role.end == closing for role in own_roles)
    units = [unit.end for unit in around.others_at.get(closing + 1, ()) if unit.label_ == "ORG"]
    return max(units, default=closing) if is_title and around.doc[closing].text == "," else closing


def _close_apposition(doc: Doc, closing: int) -> int:
    """The end of an apposition: its closing comma stays outside where it separates members of a list, or clauses."""
    if doc[closing].text != "," or closing + 1 >= len(doc):
        return closing
    separates = doc[closing + 1].pos_ in ("PROPN", "DET", "NOUN", "ADJ", "SCONJ", "PRON")
    return closing if separates else closing + 1


def _join_same_entity(doc: Doc, phrases: list[Phrase]) -> list[Phrase]:
    """Join neighbours for one entity, "the Omani minister, Ada Obi", and drop what is inside another phrase."""
    joined: list[Phrase] = []
    for phrase in phrases:
        if joined and phrase.start <= joined[-1].end + 1:
            joined += _neighbours(doc, joined.pop(), phrase)
        else:
            joined.append(phrase)
    return joined


def _neighbours(doc: Doc, last: Phrase, phrase: Phrase) -> list[Phrase]:
    """What two phrases that touch or overlap become: one for one entity, else two that don't overlap, or the first."""
    if phrase.mention.kb_id_ == last.mention.kb_id_ and _only_comma(doc, last.end, phrase.start):
        return [Phrase(last.start, max(last.end, phrase.end), _better(last.mention, phrase.mention))]
    if phrase.start >= last.end:
        return [last, phrase]
    border = phrase.mention.start
    if border >= last.mention.end and phrase.mention.end > last.end:
        return [Phrase(last.start, border, last.mention), Phrase(border, phrase.end, phrase.mention)]
    return [last]


def _only_comma(doc: Doc, start: int, end: int) -> bool:
    return all(token.text == "," for token in doc[start:end])


def _better(first: Span, second: Span) -> Span:
    return second if first._.mention_kind != "name" and second._.mention_kind == "name" else first
