"""The component `newsie_roles`: who holds which office, of what, and in which country.

A title belongs to the name directly behind it ("Army Chief General Beg"), behind a comma ("Ghana's foreign minister,
Ada Obi,"), before a comma ("Ada Obi, the foreign minister of Ghana"), or beside a copula ("who is the minister").
Two titles joined by "and" have one holder, and a counterpart has the same office in the other country.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.complements import bracketed_acronym, complement, loose_end, loose_ends
from newsie.pipeline.extensions import register
from newsie.pipeline.offices import country_before, office
from newsie.pipeline.spans import entity_at, group, set_group, within
from newsie.pipeline.title_rules import title_rules
from newsie.records import Role

MAX_WORDS_BEFORE_TITLE = 10


@Language.factory("newsie_roles", assigns=["doc.spans", "span._.role", "span._.holder"], requires=["doc.ents"])
def make_roles(nlp: Language, name: str) -> "RoleFinder":
    """Create the component; it comes after titles, people, organizations and places."""
    register()
    return RoleFinder()


class RoleFinder:
    """Writes doc.spans["roles"]: the titles that a named person holds, with `span._.role` and `span._.holder`.

    The label is ROLE, or COUNTERPART where that word stands for the title.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Join the titles of `doc` to their holders."""
        holders = _holders(doc)
        for title, holder in holders.items():
            title._.role = office(title, holder)
            title._.holder = holder
        roles = [Span(doc, title.start, title.end, label="ROLE") for title in holders]
        roles += [role for title in group(doc, "titles") if title.label_ == "PLURAL" for role in _shared(title)]
        set_group(doc, "roles", roles)
        set_group(doc, "roles", [*roles, *_counterparts(doc)])
        return doc


def _shared(title: Span) -> Iterator[Span]:
    """The roles of "Presidents Ada Obi and Jan Kraus": one for each of the names that follow in a list.

    Their spans are the names, since the title belongs to several.
    """
    doc, index = title.doc, title.end
    for person in within(doc, "people", index, title.sent.end):
        if person.start == index:
            role = Span(doc, person.start, person.end, label="ROLE")
            place = _place_behind(doc, person.end)
            country = countries.country_code(place.text) if place is not None else None
            role._.role, role._.holder = title._.role.model_copy(update={"country": country} if country else {}), person
            yield role
            index = place.end if place is not None else person.end
            while index < len(doc) and doc[index].lower_ in (",", "and"):
                index += 1


def _place_behind(doc: Doc, index: int) -> Span | None:
    """The country or state behind the "of" at `index`, in "Presidents Ada Obi of Ghana and Jan Kraus of Togo"."""
    if index + 1 >= len(doc) or doc[index].text != "of":
        return None
    place = entity_at(doc, index + 1)
    return place if place is not None and place.label_ in ("GPE", "LOC") else None


def _counterparts(doc: Doc) -> Iterator[Span]:
    """The roles of "his Ghanaian counterpart, Ada Obi,": the last office of the only holder named before.

    Only its sentence counts, and if it names two holders, nobody's office is taken.
    """
    starts = {person.start: person for person in group(doc, "people")}
    for token in (token for token in doc if token.lower_ == "counterpart"):
        comma = loose_end(doc, token.i + 1)
        behind = [_skip_rank(doc, token.i + 1), *([_skip_rank(doc, comma + 1)] if comma else [])]
        name = next((index for index in behind if index in starts), None)
        if name is None:
            continue
        before = _roles_before(token)
        if len({role._.holder for role in before}) == 1:
            span = Span(doc, token.i, token.i + 1, label="COUNTERPART")
            span._.role = Role(title=before[-1]._.role.title, country=country_before(doc, token.i))
            span._.holder = starts[name]
            yield span


def _roles_before(token: Token) -> list[Span]:
    """The roles named in the sentence before `token`; if none, all roles of the one person named there."""
    doc, start = token.doc, token.sent.start
    before = within(doc, "roles", start, token.i)
    named = {person[-1].text for person in within(doc, "people", start, token.i)}
    if before or len(named) != 1:
        return before
    return [role for role in group(doc, "roles") if role._.holder[-1].text in named]


def _holders(doc: Doc) -> dict[Span, Span]:
    """Each title that has a holder, with the name of the holder."""
    people = group(doc, "people")
    starts = {person.start: person for person in people}
    ends = {person.end: person for person in people}
    titles = [title for title in group(doc, "titles") if title.label_ != "PLURAL"]
    found: dict[Span, Span] = {}
    for title in titles:
        holder = _holder(title, starts, ends)
        if holder in found.values():
            # "the minister, Ada Obi, the envoy, Jan Kraus, and": in this list the titles come first.
            holder = _name_behind_comma(title, starts) or holder
        if holder is not None:
            found[title] = holder
    held: dict[Span, list[Span]] = {}
    for title, holder in found.items():
        held.setdefault(holder, []).append(title)
    found = {title: holder for title, holder in found.items() if not _is_inner(title, holder, held[holder])}
    for first, second in [*pairwise(titles), *reversed(list(pairwise(titles)))]:
        known = found.get(first) or found.get(second)
        if known is not None and _joined(first, second):
            found.setdefault(first, known)
            found.setdefault(second, known)
    return found


def _is_inner(title: Span, holder: Span, titles: list[Span]) -> bool:
    """Whether `title` only says what another title of the holder is of: "the head of X's office, Ada Obi"."""
    if holder.start < title.end or loose_end(title.doc, title.end) is None:
        return False
    own = loose_end(title.doc, title.end)
    outer = [other for other in titles if other.end < title.start]
    return any(loose_end(title.doc, other.end) == own and not _joined(other, title) for other in outer)


def _holder(title: Span, starts: dict[int, Span], ends: dict[int, Span]) -> Span | None:
    return _name_directly_behind(title, starts) or _name_before(title, ends) or _name_behind_comma(title, starts)


def _name_directly_behind(title: Span, starts: dict[int, Span]) -> Span | None:
    indices = (index for end in _ends(title) for index in (end, _skip_rank(title.doc, end)))
    return next((starts[index] for index in indices if index in starts), None)


def _name_behind_comma(title: Span, starts: dict[int, Span]) -> Span | None:
    """The name in "the foreign minister of Ghana, Ada Obi,": closed by punctuation or a small word."""
    doc = title.doc
    if title.end < len(doc) and doc[title.end].tag_ == "POS":
        return None  # the envoy is named in "the prime minister's envoy, Ada Obi,"
    for end in [*_ends(title), *loose_ends(doc, title.end), *_behind_seat(title)]:
        if end < len(doc) and doc[end].text == "," and (index := _skip_rank(doc, end + 1)) in starts:
            person = starts[index]
            follows = doc[person.end : person.end + 1].text.lower()
            if not follows or follows in title_rules().beside.behind_name:
                return person
    return None


def _behind_seat(title: Span) -> list[int]:
    """The index of the comma behind the state or body that follows a bare title between commas.

    "The Secretary of State, United States of America, Ada Obi" is the style of West African and South Asian papers.
    """
    doc, comma = title.doc, title.end
    if comma + 1 >= len(doc) or doc[comma].text != "," or title[0].nbor(-1 if title.start else 0).lower_ != "the":
        return []
    seat = entity_at(doc, comma + 1)
    follows = seat is not None and seat.label_ in ("GPE", "ORG") and seat.end < len(doc) and doc[seat.end].text == ","
    return [seat.end] if seat is not None and follows else []


def _ends(title: Span) -> list[int]:
    """The indices behind a title: behind its acronym, and behind what it is a title of."""
    doc, end = title.doc, title.end
    if bracketed_acronym(doc, end):
        end += 3
    elif end + 1 < len(doc) and doc[end].text in names.HYPHENS and title_rules().status.of(doc[end + 1].text):
        end += 2  # "ambassador-designate"
    of = complement(title)
    return [of.end, end] if of else [end]


def _skip_rank(doc: Doc, index: int) -> int:
    """The index behind the ranks and honorifics at `index`."""
    before = -1
    while before < index:
        before = index
        ranks = within(doc, "ranks", index, index + 1)
        index = max([rank.end for rank in ranks if rank.start == index], default=index)
        index = names.honorific_end(doc, index, len(doc))
    return index


def _name_before(title: Span, ends: dict[int, Span]) -> Span | None:
    """The name in "Ada Obi, Ghana's former foreign minister" or "Ada Obi, who is the foreign minister"."""
    doc, index, copula = title.doc, title.start - 1, False
    if title.end < len(doc) and doc[title.end].tag_ == "POS":
        return None  # "Ada Obi, the president's envoy"
    while index >= 0 and title.start - index <= MAX_WORDS_BEFORE_TITLE and _may_stand_before(doc[index]):
        copula = copula or doc[index].lower_ in title_rules().beside.copulas
        index -= 1
    if index < 0 or doc[index].sent != title.sent or _goes_on_with_verb(title):
        return None
    if doc[index].text in (",", "("):
        return ends.get(_without_age(doc, index)) or _name_before_decorations(doc, index, ends)
    return ends.get(index + 1) if copula else None


def _goes_on_with_verb(title: Span) -> bool:
    """Whether the title is the subject of a verb, as in "With Obi, the adviser raised", and stands in no apposition."""
    doc = title.doc
    return any(end < len(doc) and doc[end].tag_ in ("VBD", "VBZ", "VBP", "MD") for end in _ends(title))


def _without_age(doc: Doc, index: int) -> int:
    """The index of the comma behind the name, where an age stands between: "Ada Obi, 61, the foreign minister"."""
    if index >= 2 and doc[index - 1].like_num and doc[index - 2].text == ",":
        return index - 2
    return index


def _name_before_decorations(doc: Doc, index: int, ends: dict[int, Span]) -> Span | None:
    """The name before the comma at `index` with orders in between: "Ada Obi, NI (M), OBE, the army chief"."""
    end = max((end for end in ends if end < index), default=None)
    if end is None:
        return None
    between = doc.text[doc[end].idx : doc[index].idx]
    return ends[end] if names.DECORATIONS.fullmatch(between) else None


def _may_stand_before(token: Token) -> bool:
    """Whether `token` can stand between a name and its title: determiners, possessors, nationalities, status words."""
    word = token.lower_
    beside = title_rules().beside
    if word in beside.before_title or word in beside.copulas or token.tag_ == "POS" or title_rules().status.of(word):
        return True
    return token.ent_type_ in ("GPE", "ORG", "NORP") or token.text in names.HYPHENS or token.pos_ == "ADJ"


def _joined(first: Span, second: Span) -> bool:
    """Whether two titles are one holder's: "Foreign Minister Senator", "chair of A and the head of B"."""
    doc = first.doc
    return first.end == second.start or any(
        second.start - end in (1, 2) and doc[end].lower_ == "and" and doc[second.start - 1].lower_ in ("and", "the")
        for end in _ends(first)
    )
