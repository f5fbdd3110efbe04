"""The component `newsie_people`: the names of people, whole and without rank, honorific and role.

They have three sources: the model's PERSON entities, names behind a rank, title or honorific, and names already known
in the article. What the model takes for a person but is an outlet, an institution, a building or a place is relabelled.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.complements import LINKS, complement, loose_ends
from newsie.pipeline.extensions import register
from newsie.pipeline.institutions import names_facility, names_institution, organization_rules
from newsie.pipeline.known_names import is_pair_of_surnames, known_names
from newsie.pipeline.mislabels import is_acronym, is_headline_word, true_label
from newsie.pipeline.spans import core, entity_at, group, set_group, tokens_of, unread_tokens
from newsie.pipeline.title_rules import title_rules

BREAKS = frozenset(',;:()[]"“”/|')
# Between the parts of a field of office: "for Political and Security Affairs", "Chairman-in-Office".
FIELD_LINKS = frozenset(("and", "of", "for", "in"))
POSSESSIVES = ("'s", "’s", "'", "’")


@Language.factory("newsie_people", assigns=["doc.ents", "doc.spans"], requires=["doc.ents"])
def make_people(nlp: Language, name: str) -> "PeopleFinder":
    """Create the component."""
    register()
    return PeopleFinder()


class PeopleFinder:
    """Corrects the PERSON entities in doc.ents and writes them to doc.spans["people"]; `id_` says how found."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the people of `doc`."""
        unread = unread_tokens(doc)
        closed = unread | tokens_of([*group(doc, "ranks"), *group(doc, "titles")])
        things = _things(doc)
        found = [*_anchored(doc, closed), *_guessed(doc, closed | _held_places(doc), unread, things)]
        found = [span for span in found if not is_headline_word(span)]
        others = [span for span in found if span.label_ != "PERSON"]
        shown = _short_names(doc) | {span.text: span.label_ for span in others}
        people = [
            span for span in found if span.label_ == "PERSON" and not (span.id_ == "model" and span.text in shown)
        ]
        people = [span for span in people if not is_pair_of_surnames(span, people)]
        people = filter_spans(sorted(people, key=lambda span: -len(span)))
        people = filter_spans([*people, *known_names(doc, people, closed, things)])
        _write(doc, people, [*others, *_relabelled(doc, shown)])
        return doc


def _anchored(doc: Doc, closed: set[int]) -> Iterator[Span]:
    """Names behind a rank, a title with what it is a title of, or an honorific."""
    starts = {rank.end: "after_rank" for rank in group(doc, "ranks")}
    for title in group(doc, "titles"):
        of = complement(title)
        linked = of is not None and doc[title.end].lower_ in LINKS
        ends = [of.end] if of and not linked else [title.end, *([of.end] if of else [])]
        starts.update(dict.fromkeys(ends, "after_title"))
    for token in doc:
        if (end := names.honorific_end(doc, token.i, len(doc))) > token.i and doc[token.i].text[0].isupper():
            starts.setdefault(end, "after_honorific")
    starts.update({end + 1: "after_comma" for end in _commas(doc)})
    stops = closed | tokens_of(ent for ent in doc.ents if _is_firm(ent))
    for start, rule in starts.items():
        span = _name_at(doc, start, stops, rule)
        if (
            span is not None
            and (rule != "after_comma" or _is_closed(span))
            and not names_institution(span)
            and not names_facility(span)
            and not is_acronym(span)
        ):
            yield span


def _held_places(doc: Doc) -> set[int]:
    """The indices of the countries and institutions that titles are of: the model may begin a name with the last."""
    held = [of.words for title in group(doc, "titles") if (of := complement(title)) is not None]
    return tokens_of(words for words in held if countries.country_code(words.text) or names_institution(words))


def _commas(doc: Doc) -> Iterator[int]:
    """The indices of commas behind a title's phrase or a counterpart: "the envoy of the bloc, Ada Obi,"."""
    opened = [title.end for title in group(doc, "titles")]
    opened += [token.i + 1 for token in doc if token.lower_ == "counterpart"]
    yield from (end for start in opened for end in loose_ends(doc, start))


def _is_closed(span: Span) -> bool:
    """Whether a name between commas is one: two words, or one behind "counterpart", closed by punctuation or "and"."""
    doc = span.doc
    follows = doc[span.end] if span.end < len(doc) else None
    closed = follows is None or follows.lower_ in title_rules().beside.behind_name
    if span[-1].lower_ in title_rules().portfolios.words:
        return False  # "the minister of trade, Regional Cooperation and water"
    counterpart = span.start > 1 and doc[span.start - 2].lower_ == "counterpart"
    return (
        closed
        and (counterpart or len([word for word in span if word.is_alpha]) > 1)
        and countries.country_in(span.text) is None
    )


def _name_at(doc: Doc, start: int, stops: set[int], rule: str) -> Span | None:
    start = names.honorific_end(doc, start, len(doc))
    # No sentence ends with the country in "the Foreign Minister of Ghana | Ada Obi met".
    inside = rule == "after_honorific" or (start > 0 and countries.country_code(doc[start - 1].text) is not None)
    if start >= len(doc) or (doc[start].is_sent_start and not inside) or doc[start].text in names.HYPHENS:
        return None  # "a Director General | -level conference"
    entity = entity_at(doc, start) if start in stops else None
    if entity is not None and entity.start == start and _is_firm(entity):
        stops = stops.difference(range(start, entity.end))  # "Gov. Paris Obi"
    end = names.name_end(doc, start, stops)
    if end == start or all(names.is_initial(token) for token in doc[start:end]):
        return None
    return Span(doc, names.kept_honorific_start(doc, start, end), end, label="PERSON", span_id=rule)


def _is_firm(ent: Span) -> bool:
    """Whether an entity is certainly no part of a person's name."""
    if ent.label_ == "GPE":
        return countries.capital_code(ent.text) is not None or countries.country_code(ent.text) is not None
    if ent.label_ == "NORP":
        return countries.demonym_code(ent.text) is not None
    return ent.label_ in ("DATE", "TIME", "CARDINAL")


def _guessed(doc: Doc, closed: set[int], unread: set[int], things: set[str]) -> Iterator[Span]:
    """The model's PERSON entities, trimmed, completed, and relabelled where their context speaks against a person."""
    stops = closed | {token.i for token in doc if token.ent_type_ not in ("", "PERSON")}
    for ent in doc.ents:
        if ent.label_ != "PERSON" or ent[0].text in names.name_rules().things or core(ent).text in things:
            continue
        if unread.intersection(range(ent.start, ent.end)):
            continue
        span = _completed(doc, _trimmed(ent, closed), stops)
        if span is not None and (label := true_label(span)):
            yield Span(doc, span.start, span.end, label=label, span_id="model")


def _things(doc: Doc) -> set[str]:
    """The names of storms, ships and operations, which the article goes on to use alone."""
    rules = names.name_rules().things
    behind = (token for token in doc[1:] if token.text[0].isupper() and doc[token.i - 1].text in rules)
    return {token.text for token in behind}


def _trimmed(ent: Span, closed: set[int]) -> Span:
    """`ent` without the ranks, titles and honorifics before and what no name holds behind it."""
    doc, start, end = ent.doc, ent.start, ent.end
    inner = [index for index in range(start, end) if index in closed]
    while inner and inner[0] == start:
        start = inner.pop(0) + 1
    first = max(start - names.MAX_HONORIFIC_TOKENS, 0)  # the model may cut "Dato' | Seri Anwar"
    honorifics = [index for index in range(first, end) if names.honorific_length(doc, index, end)]
    start = max([start, *(names.honorific_end(doc, index, end) for index in honorifics[-1:])])
    breaks = [t.i for t in doc[start:end] if t.text in BREAKS or t.is_space or (t.i in closed and t.i > start)]
    end = min(breaks, default=end)
    while end > start and not _may_end_name(doc, end - 1):
        end -= 1
    return doc[start:end]


def _behind_field(doc: Doc, start: int, end: int) -> int:
    """The start of the name where the model begins it inside a field of office: "of Trade and | Peace Affairs Ada Obi".

    Only where the field goes on from before ("and", "for", "Public"), and where two words remain for the name.
    """
    words = title_rules().portfolios.words
    last = max((index for index in range(start, end) if doc[index].lower_ in words), default=None)
    before = doc[start - 1] if start else None
    opened = before is not None and (
        before.lower_ in FIELD_LINKS or before.lower_ in words or before.text in names.HYPHENS
    )
    return last + 1 if last is not None and opened and end - last > 2 else start


def _behind_body(doc: Doc, start: int, end: int) -> int:
    """The start of the name where the model begins it with a body: "of the | Presidential Administration Ada Obi".

    "The" stands before no name, and two words remain for it. Another body is a state: "of the | Republic Ada Obi".
    """
    if not start or doc[start - 1].lower_ != "the":
        return start
    bodies = organization_rules().last_words | names.name_rules().states
    ends = [index + 1 for index in range(start, end - 2) if doc[index].text in bodies]
    return ends[-1] if ends else start


def _may_end_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text not in POSSESSIVES and token.lower_ not in names.name_rules().not_names and not token.is_punct


def _completed(doc: Doc, span: Span, stops: set[int]) -> Span | None:
    """`span` with the initials, hyphenated parts and particles on both sides that belong to the name."""
    if not len(span) or not any(character.isupper() for character in span.text):
        return None
    start = names.name_start(doc, span.start, stops)
    end = max(span.end, names.name_end(doc, span.end - 1, stops))
    start = _behind_body(doc, _behind_field(doc, names.honorific_end(doc, start, end), end), end)
    return doc[names.kept_honorific_start(doc, start, end) : end]


def _short_names(doc: Doc) -> dict[str, str]:
    """The first words of companies' and other institutions' names, by which the article may call them: "Ferrant SA"."""
    bodies = [core(ent) for ent in doc.ents if ent.label_ == "ORG"]
    firsts = {body[0].text for body in bodies if len(body) == 2 and names_institution(body)}
    people = {token.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent}
    places = {ent.text for ent in doc.ents if ent.label_ in ("GPE", "LOC")}  # the Mysore Division is in Mysore
    return dict.fromkeys(firsts - people - places, "ORG")


def _relabelled(doc: Doc, shown: dict[str, str]) -> Iterator[Span]:
    """Every occurrence of a name that one place in the article shows to be an outlet's, a place's or a building's."""
    for ent in doc.ents:
        if ent.text in shown and ent.label_ != "NORP":  # the Republican Party, a Republican
            yield Span(doc, ent.start, ent.end, label=shown[ent.text], span_id="shown")


def _write(doc: Doc, people: list[Span], others: list[Span]) -> None:
    """Put people and relabelled spans into doc.ents in place of what they overlap."""
    named = tokens_of(people)
    others = [span for span in filter_spans(others) if named.isdisjoint(range(span.start, span.end))]
    new = named | tokens_of(others)
    rest = [ent for ent in doc.ents if ent.label_ != "PERSON" and new.isdisjoint(range(ent.start, ent.end))]
    doc.ents = filter_spans([*people, *others, *rest])
    set_group(doc, "people", people)
