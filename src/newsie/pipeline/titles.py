"""The component `newsie_titles`: titles of offices, wherever they stand, with the acronym and the "of …" behind them.

A title is [modifiers] head [of portfolio] ("Minister of Water", "deputy foreign minister"); what it is a title *of* (an
organization, a country) and who holds it is left to `newsie_roles`.
"""

from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.acronyms import ACRONYM
from newsie.pipeline.extensions import register
from newsie.pipeline.institutions import names_institution
from newsie.pipeline.spans import group, ignored_tokens, overlapping, set_group, tokens_of
from newsie.records import Role, RoleStatus
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

MAX_OPEN_MODIFIERS = 3
MAX_PHRASE = 12
PHRASE_POS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PUNCT", "CCONJ"))
LINKS = ("of", "for", "at", "in", "to")


class Heads(RuleModel):
    """Words that name an office; `portfolio` if "of X" behind them is part of the title."""

    field: str
    portfolio: bool
    words: tuple[str, ...]


class Words(RuleModel):
    """A plain list of lower-case words."""

    words: frozenset[str]


class StatusWords(RuleModel):
    """Words before or behind a title that say whether the office is held."""

    former: frozenset[str]
    acting: frozenset[str]
    designate: frozenset[str]

    def of(self, word: str) -> RoleStatus | None:
        """The status that `word` gives to the title beside it."""
        for status in ("former", "acting", "designate"):
            if word.lower() in getattr(self, status):
                return status
        return None


class ChiefOf(RuleModel):
    """Last words of what follows "chief of" inside the title."""

    last_words: frozenset[str]


class Office(RuleModel):
    """An office with a standing acronym, and the titles (lower case) that mean it."""

    acronym: str
    titles: frozenset[str]


class TitleRules(RuleModel):
    """`rules/titles.toml`."""

    heads: tuple[Heads, ...]
    modifiers: Words
    status: StatusWords
    chief_of: ChiefOf
    portfolios: Words
    offices: tuple[Office, ...]


@cache
def title_rules() -> TitleRules:
    """The validated rules of titles."""
    return load_rules("titles", TitleRules)


@cache
def field_of(head: str) -> str | None:
    """Where the office that `head` (lower case) names is found: "government", "diplomacy", "military" …"""
    return next((heads.field for heads in title_rules().heads if head in heads.words), None)


def loose_end(doc: Doc, start: int) -> int | None:
    """The index of the comma that closes the phrase going on at `start`: "a spokesman | for the company,"; or None."""
    for index in range(start, min(start + MAX_PHRASE, len(doc))):
        if doc[index].text == ",":
            return index
        if doc[index].pos_ not in PHRASE_POS or doc[index].is_sent_start:
            return None
    return None


@dataclass(frozen=True)
class Complement:
    """The "of …" behind a title: the words that name what it is a title of, and the acronym in brackets behind them."""

    words: Span
    acronym: str | None
    end: int


@Language.factory("newsie_titles", assigns=["doc.spans", "span._.role"], requires=["token.pos", "doc.ents"])
def make_titles(nlp: Language, name: str) -> "TitleFinder":
    """Create the component."""
    return TitleFinder(nlp)


class TitleFinder:
    """Writes doc.spans["titles"]: the words of each title, with `span._.role` title, acronym and status.

    `id_` is the head; the label is TITLE, or PLURAL where several people hold it ("Presidents Obi and Kraus").
    """

    def __init__(self, nlp: Language):
        register()
        rules = title_rules()
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for heads in rules.heads:
            kind = "PORTFOLIO" if heads.portfolio else "HEAD"
            # The tokenizer splits "gov." but not "Gov.": both forms are patterns, compared in lower case.
            forms = {form for word in heads.words for form in (word, word[0].upper() + word[1:])}
            self.matcher.add(kind, [nlp.make_doc(form) for form in sorted(forms)])
        singulars = [word for heads in rules.heads for word in heads.words if word[-1].isalpha() and word[-1] != "s"]
        self.matcher.add("PLURAL", [nlp.make_doc(f"{word}s") for word in singulars])
        self.offices = PhraseMatcher(nlp.vocab)
        self.offices.add("OFFICE", [nlp.make_doc(office.acronym) for office in rules.offices])

    def __call__(self, doc: Doc) -> Doc:
        """Find the titles of `doc`."""
        closed = ignored_tokens(doc) | tokens_of(group(doc, "ranks"))
        heads = filter_spans([*self.matcher(doc, as_spans=True), *self.offices(doc, as_spans=True)])
        heads = [head for head in heads if not (_is_bracketed(head) or _is_in_name(head) or _is_nobodys(head))]
        titles = [_title(doc, head) for head in heads if not closed.intersection(range(head.start, head.end))]
        set_group(doc, "titles", filter_spans(titles))
        for title in doc.spans["titles"]:
            acronym = bracketed_acronym(doc, title.end)
            wording = " ".join(title.text.split()).removesuffix("s" if title.label_ == "PLURAL" else "")
            title._.role = Role(title=wording, acronym=acronym, status=status_of(title))
        return doc


def _is_bracketed(head: Span) -> bool:
    """Whether `head` is the acronym in "Chief of Army Staff (COAS)", which belongs to the title before it."""
    return head.label_ == "OFFICE" and bracketed_acronym(head.doc, head.start - 1) == head.text


def _is_in_name(head: Span) -> bool:
    """Whether `head` is part of a name: behind a particle ("Hilal bin Sultan"), or a building's ("King Fahd Airport")."""
    if any(ent.label_ == "FAC" and ent.start <= head.start < ent.end for ent in head.sent.ents):
        return True
    behind_particle = head.start > 0 and head.doc[head.start - 1].text in names.name_rules().opening_particles
    return behind_particle and head.text[0].isupper()


def _is_nobodys(head: Span) -> bool:
    """Whether `head` is a plural that no name follows: "the ministers", "Joint Chiefs of Staff"."""
    return head.label_ == "PLURAL" and (head.end == len(head.doc) or not names.is_name_word(head.doc[head.end]))


def _title(doc: Doc, head: Span) -> Span:
    if head.label_ == "OFFICE":
        return Span(doc, head.start, head.end, label="TITLE", span_id=head.text.lower())
    start = _first_modifier(doc, head)
    end = _portfolio_end(doc, head) if head.label_ == "PORTFOLIO" else _chief_of_end(doc, head)
    label = "PLURAL" if head.label_ == "PLURAL" else "TITLE"
    return Span(doc, start, end, label=label, span_id=head.text.lower())


def _first_modifier(doc: Doc, head: Span) -> int:
    """The index of the leftmost token before `head` that belongs to the title."""
    index, open_modifiers = head.start, 0
    while index > 0:
        step = 2 if doc[index - 1].text in names.HYPHENS and index > 1 else 1
        token = doc[index - step]
        if is_modifier(token):
            index -= step
        elif step == 1 and open_modifiers < MAX_OPEN_MODIFIERS and _is_open_modifier(token, head):
            index, open_modifiers = index - 1, open_modifiers + 1
        else:
            break
    return index


def is_modifier(token: Token) -> bool:
    """Whether `token` is one of the listed words that stand before a head ("deputy", "foreign")."""
    return token.lower_ in title_rules().modifiers.words


def _is_open_modifier(token: Token, head: Span) -> bool:
    """Whether a noun before `head` names its field ("energy minister") and not the body that has the office."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.is_alpha or len(token) < 3 or token.is_sent_start:
        return False
    if token.ent_type_ in ("GPE", "NORP", "PERSON", "DATE", "LOC") or ACRONYM.fullmatch(token.text):
        return False
    if countries.country_in(token.text) or title_rules().status.of(token.text):
        return False
    return token.text[0].isupper() == head[0].text[0].isupper() and token.text[0].isupper() == (token.pos_ == "PROPN")


def _portfolio_end(doc: Doc, head: Span) -> int:
    """The index behind "of Foreign Affairs", or the end of `head` where a country or an institution follows."""
    end = head.end
    if end < len(doc) and doc[end].lower_ in title_rules().portfolios.words and doc[end].text[0].isupper():
        return end + 1  # South Asian "Secretary Defence"
    while end + 1 < len(doc) and doc[end].lower_ in ("of", "for"):
        run = _name_run(doc, end + 1, lower_case=doc[head.start].text[0].islower())
        portfolio = _portfolio(run) if run is not None else None
        if portfolio is None or not len(portfolio) or _names_country(portfolio) or names_institution(portfolio):
            break
        end = portfolio.end
    return end


def _portfolio(run: Span) -> Span:
    """`run` up to the last word that names a field, where one does: "Water" of "Water Ada Obi"."""
    words = title_rules().portfolios.words
    last = max((token.i for token in run if token.lower_ in words), default=run.end - 1)
    people = [ent.start for ent in run.doc.ents if ent.label_ == "PERSON" and run.start < ent.start <= last]
    return run.doc[run.start : min([last + 1, *people])]


def _chief_of_end(doc: Doc, head: Span) -> int:
    """The index behind "Chief of Army Staff", "head of protocol"; the end of `head` for any other "of"."""
    if (
        head.text.lower() not in ("chief", "head", "director", "director general")
        or doc[head.end : head.end + 1].text != "of"
    ):
        return head.end
    run = _name_run(doc, head.end + 1, lower_case=True)
    last_words = title_rules().chief_of.last_words
    last = next((token.i for token in run or () if token.lower_ in last_words), None)
    while last is not None and last + 1 < len(doc) and doc[last + 1].lower_ in last_words:
        last += 1
    return head.end if last is None or _names_country(doc[head.end + 1 : last + 1]) else last + 1


def _name_run(doc: Doc, start: int, *, lower_case: bool) -> Span | None:
    """Capitalised words from `start` on (after "the"), joined by "of", "and", "for"; lower-case nouns too if wanted."""
    if start < len(doc) and doc[start].lower_ in ("the", "its", "his", "her", "their"):
        start += 1
        while not lower_case and start + 1 < len(doc) and doc[start].pos_ == "ADJ" and doc[start].is_lower:
            start += 1  # "of the sisterly State of Kuwait"
    end = start
    while end < len(doc) and (_is_name_word(doc[end]) or (lower_case and _is_plain_noun(doc[end])) or _joins(doc, end)):
        end += 1
    return doc[start:end] if end > start else None


def _names_country(span: Span) -> bool:
    return countries.country_in(span.text) is not None or any(token.ent_type_ == "GPE" for token in span)


def _is_name_word(token: Token) -> bool:
    capitalised = token.text[0].isupper() and token.pos_ != "PRON" and not token.is_sent_start and not token.is_punct
    return capitalised and not names.honorific_length(token.doc, token.i, token.i + 1)


def _is_plain_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "ADJ") and token.is_alpha


def _joins(doc: Doc, index: int) -> bool:
    """Whether a small word goes on with the name: "Petroleum *and* Natural Gas", "Chiefs *of* Staff"."""
    joints = ("of", "and", "for", "&", "the", *names.HYPHENS)
    if (doc[index].lower_ not in joints and not names.is_particle(doc[index])) or index + 1 >= len(doc):
        return False
    follows = doc[index + 1]
    if doc[index].lower_ == "and" and (follows.ent_type_ == "PERSON" or field_of(follows.lower_) is not None):
        return False
    return _is_name_word(follows) or (follows.lower_ == "the" and doc[index].lower_ == "of")


def bracketed_acronym(doc: Doc, index: int) -> str | None:
    """The acronym of "(PSO)" if it stands at token `index`."""
    if 0 <= index < len(doc) - 2 and doc[index].text == "(" and doc[index + 2].text == ")":
        return doc[index + 1].text if ACRONYM.fullmatch(doc[index + 1].text) else None
    return None


def office_acronym(title: Span) -> str | None:
    """The acronym of the office, in brackets behind the title or behind what it is a title of.

    The latter only if its letters count the title in: "Chairman X Committee (CXC)".
    """
    of = complement(title)
    if title._.role.acronym or of is None or of.acronym is None:
        return str(title._.role.acronym) if title._.role.acronym else None
    counted = [token.text for token in (*title, *of.words) if token.lower_ not in ("of", "the", "and", "for")]
    initials = "".join(word[0] for word in counted if word[0].isalpha())
    return of.acronym if initials.upper() == of.acronym.upper() else None


def status_of(title: Span) -> RoleStatus:
    """Whether the office is held, from the word before ("former", "acting") or behind ("-designate") the title."""
    doc, status = title.doc, title_rules().status
    before = title.start - 1
    if before > 0 and doc[before].text in names.HYPHENS:
        before -= 1
    behind = title.end + (1 if title.end < len(doc) and doc[title.end].text in names.HYPHENS else 0)
    candidates = [doc[index].text for index in (before, behind) if 0 <= index < len(doc)]
    return next((found for word in candidates if (found := status.of(word))), "current")


def complement(title: Span) -> Complement | None:
    """What `title` is a title of: "of the Armed Forces Division of Bangladesh", or the name directly behind it.

    "Chairman Joint Chiefs of Staff Committee (CJCSC) General Beg" has none of the small words.
    """
    doc, index = title.doc, title.end
    if bracketed_acronym(doc, index):
        index += 3
    linked = index < len(doc) and doc[index].lower_ in LINKS
    run = _name_run(doc, index + 1 if linked else index, lower_case=False)
    if run is None or (not linked and not names_institution(run)):
        return None
    words = _without_names(run)
    if not len(words):
        return None
    acronym = bracketed_acronym(doc, words.end)
    return Complement(words, acronym, words.end + (3 if acronym else 0))


def _without_names(span: Span) -> Span:
    """`span` up to the first rank, title or person in it, or behind a country: "of Zambia | Ada Obi"."""
    doc = span.doc
    countries_end = [
        end for end in range(span.start + 1, span.end - 1) if countries.country_code(doc[span.start : end].text)
    ]
    if countries_end and not names_institution(span):
        return doc[span.start : countries_end[-1]]
    stops = [other.start for name in ("ranks", "titles") for other in overlapping(span, group(doc, name))]
    stops += [ent.start for ent in doc.ents if ent.label_ == "PERSON" and span.start < ent.start < span.end]
    end = min([stop for stop in stops if stop >= span.start], default=span.end)
    return doc[span.start : max(end, span.start)]
