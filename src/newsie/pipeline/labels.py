"""The component `newsie_labels`: what the words around a name, and the rest of the article, say that it is.

The model judges each mention by a few words on both sides. Here a name is labelled as the noun beside it says ("Nara
district", "the Vesti daily"), and a name of several words alike throughout the article, as most of its mentions are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newsie import countries
from newsie.gazetteer import known_place
from newsie.pipeline.extensions import register
from newsie.pipeline.institutions import organization_rules
from newsie.pipeline.label_rules import label_rules
from newsie.pipeline.names import is_name_word, stands_alone
from newsie.pipeline.spans import core, entity_at, tokens_of, unread_tokens

KINDS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
# What a noun beside a name cannot change: a people, a date, a number.
OTHER = frozenset(("NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "LANGUAGE", "EVENT"))
# The acronym of a party, and the letters that tell its wings apart.
PARTY = re.compile(r"[A-Z]{3,6}")
WING = re.compile(r"[A-Z]{1,2}")
MAX_NAME = 4
HOLDER_NAME = 2
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
MIN_VOTES = 2


@Language.factory("newsie_labels", assigns=["doc.ents"], requires=["doc.ents"])
def make_labels(nlp: Language, name: str) -> "Labeller":
    """Create the component; it comes directly behind the model's ner."""
    register()
    return Labeller()


class Labeller:
    """Relabels and adds entities in doc.ents; `id_` is "cue" for those that a noun labels, "article" for the others."""

    def __call__(self, doc: Doc) -> Doc:
        """Label the names of `doc`."""
        cued = [*_cued(doc)]
        _put(doc, [*_states(doc), *_wings(doc), *_parts(doc), *cued, *_towns(doc), *_holders(doc)])
        _put(doc, _alike(doc, cued))
        _put(doc, _consistent(doc))
        return doc


def _put(doc: Doc, spans: Iterable[Span]) -> None:
    """Put spans into doc.ents in place of what they overlap; of two that overlap, the longer."""
    new = filter_spans(spans)
    taken = tokens_of(new)
    doc.ents = filter_spans([*new, *(ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end)))])


def _states(doc: Doc) -> Iterator[Span]:
    """The state behind a comma: "Aurora, Colo."."""
    for token in doc[1:]:
        stop = token.i + 1 < len(doc) and doc[token.i + 1].text == "." and not token.whitespace_
        abbreviated = token.text.endswith(".") or stop
        known = abbreviated and token.text.removesuffix(".") in label_rules().states.abbreviations
        if known and doc[token.i - 1].text == "," and token.i > 1 and doc[token.i - 2].text[0].isupper():
            yield Span(doc, token.i, token.i + 1, label="GPE", span_id="cue")


def _parts(doc: Doc) -> Iterator[Span]:
    """A part of a country that the model takes for something else: "East Pakistan"."""
    for ent in doc.ents:
        part = core(ent)
        directed = len(part) == 2 and part[0].text in label_rules().directions.words
        if directed and ent.label_ not in PLACES and countries.country_code(part[1].text):
            yield _cue(part, "LOC")


def _wings(doc: Doc) -> Iterator[Span]:
    """A party's wing, by its acronym and one or two letters behind a hyphen: "ZANU-PF", "PML-N"."""
    for token in doc[: max(len(doc) - 2, 0)]:
        wing = doc[token.i + 2]
        closed = doc[token.i + 1].text == "-" and not (token.whitespace_ or doc[token.i + 1].whitespace_)
        if (
            closed
            and PARTY.fullmatch(token.text)
            and WING.fullmatch(wing.text)
            and not countries.country_code(wing.text)
        ):
            yield Span(doc, token.i, token.i + 3, label="ORG", span_id="cue")


def _towns(doc: Doc) -> Iterator[Span]:
    """A town that the model takes for a person: "left for Mpika", "in Menaka and Gao", "Zanzibar's president".

    The words beside it have to say so, and nobody in the article may be called so.
    """
    named = {token.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent}
    for ent in doc.ents:
        if ent.label_ != "PERSON" or len(ent) > 1 or ent.text in named or not known_place(ent.text):
            continue
        if _is_reached(doc, ent.start) or _has_officials(doc, ent.end):
            yield _cue(ent, "GPE")


def _is_reached(doc: Doc, start: int) -> bool:
    """Whether a preposition of place governs the name at `start`, alone or as the second of two places."""
    if start > 1 and doc[start - 1].text in ("and", ","):
        before = entity_at(doc, start - 2)
        start = before.start if before is not None and before.label_ in PLACES else 0
    return start > 1 and doc[start - 1].lower_ in label_rules().reaching.words and doc[start - 2].lower_ != "according"


def _has_officials(doc: Doc, end: int) -> bool:
    """Whether "'s" and a title, which a person has none of, stand at `end`."""
    return end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].lower_ in label_rules().officials.words


def _holders(doc: Doc) -> Iterator[Span]:
    """Who holds an office of a country, whose name the model reads on into or misses: "President of Peru Ada Obi said".

    A given name and a surname, and a verb behind them.
    """
    for country in doc[2 : max(len(doc) - HOLDER_NAME - 1, 2)]:
        end = country.i + 1 + HOLDER_NAME
        if not countries.country_code(country.text) or not _is_office_of(doc, country.i - 1):
            continue
        if doc[end].tag_ in FINITE and all(_is_open(token) for token in doc[country.i + 1 : end]):
            yield _cue(doc[country.i : country.i + 1], "GPE")
            yield _cue(doc[country.i + 1 : end], "PERSON")


def _is_office_of(doc: Doc, index: int) -> bool:
    """Whether the "of" at `index` stands behind a title of one person, or its field: "Minister of Defence of"."""
    title = index - 1
    if title > 1 and doc[index].lower_ == "of" and doc[title - 1].lower_ == "of":
        title -= 2
    return doc[index].lower_ == "of" and doc[title].text.istitle() and doc[title].lower_ in label_rules().holders.words


def _is_open(token: Token) -> bool:
    """Whether a word can be of a name that the model has missed, or has taken for a part of a country's."""
    last_of_body = token.text in organization_rules().last_words
    return token.tag_ == "NNP" and _is_word(token.doc, token.i) and not last_of_body and token.ent_type_ in ("", "GPE")


def _cued(doc: Doc) -> Iterator[Span]:
    unread = unread_tokens(doc)
    for token in doc:
        if token.i not in unread:
            yield from _cued_by(token)


def _cued_by(token: Token) -> list[Span]:
    """The names that a noun labels: those in front of "district", of "party", behind "village of"."""
    doc, rules = token.doc, label_rules()
    if token.text in rules.places.behind and (span := _name_before(doc, token.i)):
        return [_cue(one, "GPE") for one in _listed(span) if one.label_ not in PLACES]
    if token.text in rules.organizations.behind and (span := _name_before(doc, token.i)):
        people = countries.demonym_code(doc[max(span.start - 1, 0)].text)  # "Thai Raksa Chart party"
        return [_cue(span, "ORG")] if span.label_ != "ORG" and not people else []
    if token.text in rules.places.before and doc[token.i + 1 : token.i + 2].text == "of":
        span = _name_from(doc, token.i + 2)
        return [_cue(span, "GPE")] if span and span.label_ not in PLACES else []
    return []


def _alike(doc: Doc, cued: Iterable[Span]) -> Iterator[Span]:
    """The other mentions of names that a noun has shown to be a place's or an organization's: "with Ennoura"."""
    shown = {span.text: span.label_ for span in cued}
    for ent in doc.ents:
        name = core(ent)
        label = shown.get(name.text, ent.label_)
        if ent.label_ in KINDS and not (label == ent.label_ or {label, ent.label_} <= PLACES):
            yield Span(doc, name.start, name.end, label=label, span_id="article")


def _cue(span: Span, label: str) -> Span:
    return Span(span.doc, span.start, span.end, label=label, span_id="cue")


def _name_before(doc: Doc, index: int) -> Span | None:
    """The capitalised words that end before the token at `index`, with the label that the model gives all of them."""
    start = index
    while start > 0 and index - start < MAX_NAME and _is_word(doc, start - 1):
        start -= 1
    return _labelled(doc, start, index)


def _name_from(doc: Doc, index: int) -> Span | None:
    end = index
    while end < len(doc) and end - index < MAX_NAME and _is_word(doc, end):
        end += 1
    return _labelled(doc, index, end)


def _is_word(doc: Doc, index: int) -> bool:
    token = doc[index]
    plain = token.is_sent_start and token.pos_ != "PROPN"
    return (
        is_name_word(token)
        and token.is_alpha
        and not plain
        and token.text not in label_rules().not_names.words
        and token.ent_type_ not in OTHER
        and countries.demonym_code(token.text) is None
    )


def _labelled(doc: Doc, start: int, end: int) -> Span | None:
    """`doc[start:end]` if a name can be there: not part of a longer one, of a country or of a person with two names."""
    if start >= end or (start > 0 and doc[start - 1].text in ("-", "’", "'", "&")):
        return None
    ents = {ent.start: ent for index in range(start, end) if (ent := entity_at(doc, index))}
    inside = all(start <= ent.start and ent.end <= end for ent in ents.values())
    if not inside or any(ent.label_ in PLACES and ent.end - ent.start < end - start for ent in ents.values()):
        return None
    return Span(doc, start, end, label=next((ent.label_ for ent in ents.values()), ""))


def _listed(span: Span) -> Iterator[Span]:
    """A name and the one that "and" joins to it: "Songphla and Trag provinces"."""
    yield span
    if span.start > 1 and span.doc[span.start - 1].text == "and" and span.doc[span.end].text.endswith("s"):
        before = _name_before(span.doc, span.start - 1)
        if before is not None:
            yield before


def _consistent(doc: Doc) -> Iterator[Span]:
    """Every mention of a name of several words, or of an acronym, with the label that most of its mentions have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        name = core(ent)
        if ent.label_ in KINDS and _is_distinctive(name):
            votes[name.text][ent.label_] += 1
    yield from _mentions(doc, {form: label for form, counts in votes.items() if (label := _winner(counts))})


def _is_distinctive(name: Span) -> bool:
    words = [token for token in name if token.is_alpha]
    return len(words) > 1 or (len(name) == 1 and name.text.isupper() and len(name.text) > 2)


def _winner(counts: Counter[str]) -> str | None:
    """The label that a name has twice or more, and more often than any other; what the model saw once proves little."""
    (label, most), *others = counts.most_common(2)
    return label if most >= MIN_VOTES and all(most > count for _, count in others) else None


def _mentions(doc: Doc, winners: dict[str, str]) -> Iterator[Span]:
    """Wherever a form of `winners` stands and is not labelled so yet, nor part of a longer name."""
    firsts: dict[str, list[str]] = defaultdict(list)
    for form in winners:
        firsts[form.split()[0]].append(form)
    for token in doc:
        for form in firsts.get(token.text, ()):
            span = doc.char_span(token.idx, token.idx + len(form), label=winners[form], span_id="article")
            if span is not None and span.text == form and not _is_settled(span):
                yield span


def _is_settled(span: Span) -> bool:
    """Whether an entity already covers more than the span, or all of it with the same label, or a longer name does."""
    ents = {ent.start: ent for index in range(span.start, span.end) if (ent := entity_at(span.doc, index))}
    for ent in ents.values():
        name = core(ent)
        if name.start < span.start or name.end > span.end or ent.label_ not in KINDS or ent.label_ == span.label_:
            return True
    return not ents and not stands_alone(span)
