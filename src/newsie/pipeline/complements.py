"""What stands behind a title: the acronym in brackets, and the "of …" that says what it is a title of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.acronyms import ACRONYM
from newsie.pipeline.institutions import names_institution, organization_rules
from newsie.pipeline.spans import MAX_COUNTRY_TOKENS, entity_at, within
from newsie.pipeline.title_rules import field_of, title_rules

MAX_PHRASE = 12
PHRASE_POS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PUNCT", "CCONJ"))
LINKS = ("of", "for", "at", "in", "to")


@dataclass(frozen=True)
class Complement:
    """The "of …" behind a title: the words that name what it is a title of, and the acronym in brackets behind them."""

    words: Span
    acronym: str | None
    end: int


def bracketed_acronym(doc: Doc, index: int) -> str | None:
    """The acronym of "(PSO)" if it stands at token `index`."""
    if 0 <= index < len(doc) - 2 and doc[index].text == "(" and doc[index + 2].text == ")":
        return doc[index + 1].text if ACRONYM.fullmatch(doc[index + 1].text) else None
    return None


def office_acronym(title: Span) -> str | None:
    """The acronym of the office, in brackets behind the title or behind what it is a title of.

    The latter only if its letters count the title in: "Chairman X Committee (CXC)".
    """
    own: str | None = title._.role.acronym
    of = complement(title)
    if own or of is None or of.acronym is None:
        return own
    counted = [token.text for token in (*title, *of.words) if token.lower_ not in ("of", "the", "and", "for")]
    initials = "".join(word[0] for word in counted if word[0].isalpha())
    return of.acronym if initials.upper() == of.acronym.upper() else None


def complement(title: Span) -> Complement | None:
    """What `title` is a title of: "of the Armed Forces Division of Bangladesh", or the name directly behind it.

    "Chairman Joint Chiefs of Staff Committee (CJCSC) General Beg" has none of the small words.
    """
    doc, index = title.doc, title.end
    if bracketed_acronym(doc, index):
        index += 3
    linked = index < len(doc) and doc[index].lower_ in LINKS
    run = name_run(doc, index + 1 if linked else index, lower_case=False)
    words = _without_names(run if linked else _before_other_body(run)) if run is not None else None
    if not words or not (linked or _is_body(words) or _closes_apposition(title, words)):
        return None
    acronym = bracketed_acronym(doc, words.end)
    return Complement(words, acronym, _behind_destination(doc, words.end + (3 if acronym else 0)))


def _behind_destination(doc: Doc, index: int) -> int:
    """The index behind where an envoy is posted: "the Ambassador of Togo *to Ghana* Ada Obi"; else `index`.

    That is a country, or before a name a body or a town: "to the United Nations Ada Obi", "in Kazan Ada Obi".
    """
    if index >= len(doc) or doc[index].lower_ not in ("to", "in"):
        return index
    start = index + 1 + (doc[index + 1 : index + 2].text.lower() == "the")
    ends = range(min(start + MAX_COUNTRY_TOKENS, len(doc)), start, -1)
    country = next((end for end in ends if countries.country_code(doc[start:end].text)), None)
    if country is not None:
        return country
    post = entity_at(doc, start) if start < len(doc) else None
    named = post is not None and post.end < len(doc) and doc[post.end].ent_type_ == "PERSON"
    return post.end if post is not None and named and post.label_ in ("ORG", "GPE") else index


def _is_body(run: Span) -> bool:
    """Whether a name directly behind a title is an institution's: by its wording, or by what follows it.

    No person's name comes before an acronym ("Director General Joint Intelligence (JI)") or a rank.
    """
    before_rank = any(rank.start == run.end for rank in within(run.doc, "ranks", run.end, run.end + 1))
    return names_institution(run) or bracketed_acronym(run.doc, run.end) is not None or before_rank


def _closes_apposition(title: Span, run: Span) -> bool:
    """Whether a run behind a title ends an apposition: "Tahir Noon, Director General Military Cooperation"."""
    doc = title.doc
    named = title.start > 1 and doc[title.start - 1].text == "," and doc[title.start - 2].ent_type_ == "PERSON"
    return named and (run.end == len(doc) or doc[run.end].text in (",", ".", ";", ")"))


def _without_names(span: Span) -> Span:
    """`span` up to the first rank, title or person in it, or behind a country: "of Zambia | Ada Obi"."""
    doc = span.doc
    stops = [other.start for name in ("ranks", "titles") for other in within(doc, name, span.start, span.end)]
    stops += [_name_start(token) for token in span[1:] if token.ent_type_ == "PERSON" and token.ent_iob_ == "B"]
    end = min((stop for stop in stops if stop >= span.start), default=span.end)
    while end > span.start and doc[end - 1].is_lower:
        end -= 1  # "Ada Obi and | Vice Admiral"
    # "of the Ghana Navy | Rear Admiral Ada Obi" is no title of Ghana.
    return _up_to_country(doc[span.start : end])


def _before_other_body(run: Span) -> Span:
    """What stands directly behind a title, up to a body of its own: "President Ada Obi | and National Assembly …"."""
    before = takewhile(lambda token: token.ent_type_ != "ORG", run)
    ends = (token.i for token in before if token.lower_ == "and" and token.i + 1 < run.end)
    end = next((end for end in ends if run.doc[end + 1].ent_type_ == "ORG"), run.end)
    return run.doc[run.start : end]


def _name_start(token: Token) -> int:
    """Where a person that the model begins at a token begins: behind a body's last word ("Parliament | Ada Obi")."""
    return token.i + (token.text in organization_rules().last_words)


def _up_to_country(span: Span) -> Span:
    """`span` up to the end of a country that it begins with, unless it is one, or an institution bears its name."""
    if countries.country_code(span.text):
        return span  # "Guinea-Bissau" is not Guinea
    ends = [end for end in range(1, len(span) - 1) if countries.country_code(span[:end].text)]
    return span[: ends[-1]] if ends and not names_institution(span) else span


def loose_ends(doc: Doc, start: int) -> Iterator[int]:
    """Yield the index of the comma that closes the phrase going on at `start`, and of further ones in a portfolio.

    "the minister | of foreign affairs, trade and water, Ada Obi," has two.
    """
    end = loose_end(doc, start)
    while end is not None:
        yield end
        following = loose_end(doc, end + 1)
        listed = following is not None and doc[following - 1].lower_ in title_rules().portfolios.words
        end = following if listed else None


def loose_end(doc: Doc, start: int) -> int | None:
    """The index of the comma that closes the phrase going on at `start`: "a spokesman | for the company,"; or None."""
    for index in range(start, min(start + MAX_PHRASE, len(doc))):
        if doc[index].text == ",":
            return index
        if doc[index].pos_ not in PHRASE_POS or doc[index].is_sent_start:
            return None
    return None


def name_run(doc: Doc, start: int, *, lower_case: bool) -> Span | None:
    """Capitalised words from `start` on (after "the"), joined by "of", "and", "for"; lower-case nouns too if wanted."""
    if start < len(doc) and doc[start].lower_ in ("the", "its", "his", "her", "their"):
        start += 1
        while not lower_case and start + 1 < len(doc) and _praises_country(doc[start]):
            start += 1  # "of the sisterly State of Kuwait", "of the sister Republic of Tunisia"
    end = start
    while end < len(doc) and (_is_name_word(doc[end]) or (lower_case and _is_plain_noun(doc[end])) or _joins(doc, end)):
        end += 1
    return doc[start:end] if end > start else None


def _praises_country(token: Token) -> bool:
    return token.is_lower and (token.pos_ == "ADJ" or token.lower_ == "sister")


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
