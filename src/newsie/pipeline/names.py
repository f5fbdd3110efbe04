"""Where a person's name starts and ends among the tokens around it: initials, hyphens, particles, honorifics."""

import re
import unicodedata
from functools import cache

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.folding import unmarked
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

# "d'Aubigny", "p'Bitek": a small letter and an apostrophe open the word.
APOSTROPHE_NAME = re.compile(r"[a-z]{1,2}['’][A-Z]\w+")
INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
# Orders and medals behind a name: Pakistan's ("Hilal-i-Imtiaz (Military)"), and the letters that stand for any.
ORDER = re.compile(r"(?:Nishan|Hilal|Sitara|Tamgha)-[ie]-[A-Z][\w-]+")
DECORATIONS = re.compile(rf"(?:,\s*(?:{ORDER.pattern}|[A-Z]{{2,6}})(?:\s*\((?:M|C|Military|Civil|Retd)\.?\))?)+\s*")
HYPHENS = ("-", "‑", "–")
APOSTROPHES = ("'", "’", "‘", "ʼ")
QUOTES = ('"', "“", "”", "'", "‘", "’", "''", "``")
MAX_HONORIFIC_TOKENS = 6
MAX_NICKNAME_TOKENS = 2
MAX_NAME_TOKENS = 14


class NameRules(RuleModel):
    """`rules/people.toml`; all words but `states`, `things` and `initials` in lower case."""

    honorifics: frozenset[str]
    kept_before_single: frozenset[str]
    before_people: frozenset[str]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    opening_particles: frozenset[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    behind_hyphen: frozenset[str]
    states: frozenset[str]
    things: frozenset[str]
    initials: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]


@cache
def name_rules() -> NameRules:
    """The validated rules of names."""
    return load_rules("people", NameRules)


def is_particle(token: Token) -> bool:
    """Whether `token` is a small word inside names: "bin", "van", "al"."""
    return token.lower_ in name_rules().particles


def may_be_inside(token: Token) -> bool:
    """Whether a lower-case token can stand inside a name: a particle, a suffix, the second syllable of "Ji-hoon"."""
    return is_particle(token) or token.lower_ in name_rules().suffixes or _is_second_syllable(token.doc, token.i)


def is_initial(token: Token) -> bool:
    """Whether `token` is one or more initials: "S", "G.", "A.K.M."."""
    if token.text in name_rules().initials:
        return True
    return INITIAL.fullmatch(token.text) is not None and token.text not in ("I", "A")


def is_name_word(token: Token) -> bool:
    """Whether `token` can be a word of a person's name by its looks: capitalised, no function word, no country."""
    if is_initial(token) or token.text == "A" or APOSTROPHE_NAME.fullmatch(token.text):
        return True
    text = token.text
    if not text[0].isupper() or not any(character.isalpha() for character in text) or any(c.isdigit() for c in text):
        return False
    rules = name_rules()
    return token.lower_ not in rules.not_names and countries.country_in(text) is None


def name_end(doc: Doc, start: int, stops: set[int]) -> int:
    """The index behind the name that begins at token `start`; `start` itself if no name begins there.

    `stops` are indices of tokens that no name may hold (ranks, titles, countries).
    """
    index, end = start, start
    while index < len(doc) and index - start < MAX_NAME_TOKENS and index not in stops:
        if doc[index].lower_ in name_rules().suffixes and index > start:
            return index + 1 + _is_stop_of_suffix(doc, index + 1)
        if _is_set_off_suffix(doc, index, start):
            return index + 2
        if is_name_word(doc[index]) or (_is_second_syllable(doc, index) and not _links_words(doc, index)):
            index = end = index + 1
        elif behind := _link_end(doc, index, after_word=end == index > start):
            index = behind
        else:
            break
    return end


def _is_set_off_suffix(doc: Doc, index: int, start: int) -> bool:
    """Whether a comma sets off the "Jr." of a name that goes before: "Owen Falade, Jr."."""
    if index == start or doc[index].text != "," or index + 1 >= len(doc):
        return False
    suffix = doc[index + 1]
    return suffix.lower_ in name_rules().suffixes and suffix.text[0].isupper()


def _link_end(doc: Doc, index: int, *, after_word: bool) -> int | None:
    """The index behind what leads on to a name's next word: a link, behind a word also a nickname or a line's end."""
    if _links_words(doc, index) or (after_word and _breaks_line(doc, index)):
        return index + 1
    return _nickname_end(doc, index) if after_word else None


def _links_words(doc: Doc, index: int) -> bool:
    """Whether a hyphen, an apostrophe or a particle with a word behind it goes on with a name here."""
    return _is_joint(doc, index) or (is_particle(doc[index]) and _name_follows(doc, index))


def _nickname_end(doc: Doc, index: int) -> int | None:
    """The index behind the nickname in quotation marks at `index` that stands inside a name: Olivia "Babs" Lindo."""
    for closing in range(index + 2, min(index + 2 + MAX_NICKNAME_TOKENS, len(doc) - 1)):
        if doc[closing].text in QUOTES:
            quoted = doc[index].text in QUOTES and all(is_name_word(token) for token in doc[index + 1 : closing])
            return closing + 1 if quoted and is_name_word(doc[closing + 1]) else None
    return None


def _nickname_start(doc: Doc, index: int) -> int | None:
    """The index of the quotation mark that opens the nickname of which the token at `index` is the closing one."""
    for opening in range(index - 2, max(index - 2 - MAX_NICKNAME_TOKENS, 0), -1):
        if doc[opening].text in QUOTES:
            return opening if _nickname_end(doc, opening) == index + 1 and is_name_word(doc[opening - 1]) else None
    return None


def _breaks_line(doc: Doc, index: int) -> bool:
    """Whether a name can go on behind the token at `index`: a line's end inside a sentence."""
    return doc[index].text == "\n" and index + 1 < len(doc) and not doc[index + 1].is_sent_start


def _is_stop_of_suffix(doc: Doc, index: int) -> bool:
    """Whether the token at `index` is the stop of "Sr." inside a sentence; the tokenizer leaves "Jr." whole."""
    inside = index + 1 < len(doc) and not doc[index + 1].is_sent_start
    return inside and doc[index].text == "." and not doc[index - 1].whitespace_


def name_start(doc: Doc, end: int, stops: set[int]) -> int:
    """The index of the leftmost token that belongs to the name of which token `end` is one."""
    start, index = end, end - 1
    while index >= 0 and index not in stops and not doc[index + 1].is_sent_start:
        token = doc[index]
        if honorific_start(doc, index + 1) <= index:
            break
        if is_name_word(token) and not (token.is_sent_start and token.pos_ not in ("PROPN", "X")):
            start = index
        elif (opening := _nickname_start(doc, index)) is not None:
            index = opening
        elif not (_is_joint(doc, index) or is_particle(token)):
            break
        index -= 1
    return _opening_particles_start(doc, start)


def _opening_particles_start(doc: Doc, start: int) -> int:
    """The index of the first of the lower-case particles that open the surname at token `start`: "van der", "al-"."""
    opening = name_rules().opening_particles
    while start > 0 and not doc[start].is_sent_start:
        hyphened = start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 2].whitespace_
        particle = doc[start - 2] if hyphened else doc[start - 1]
        if particle.text not in opening:
            break
        start = particle.i
    return start


def _is_joint(doc: Doc, index: int) -> bool:
    """Whether a hyphen or apostrophe without spaces joins two parts of a name here."""
    if doc[index].text not in (*HYPHENS, *APOSTROPHES) or not 0 < index < len(doc) - 1:
        return False
    joined = not doc[index - 1].whitespace_ and not doc[index].whitespace_
    after = doc[index + 1]
    continues = is_name_word(after) or is_particle(after) or _is_second_syllable(doc, index + 1)
    return joined and doc[index - 1].text[-1].isalpha() and continues


def _is_second_syllable(doc: Doc, index: int) -> bool:
    """Whether a lower-case token is the rest of a hyphenated given name: "Ji-hoon"; it isn't in "Obi-led"."""
    if index < 2 or doc[index - 1].text not in HYPHENS or not doc[index].is_alpha or not doc[index].is_lower:
        return False
    joined = not doc[index - 1].whitespace_ and not doc[index - 2].whitespace_ and is_name_word(doc[index - 2])
    return joined and doc[index].lower_ not in name_rules().behind_hyphen


def _name_follows(doc: Doc, index: int) -> bool:
    """Whether behind the particle at `index`, and further particles or hyphens, a capitalised word stands."""
    index += 1
    while index < len(doc) and (is_particle(doc[index]) or doc[index].text in HYPHENS):
        index += 1
    return index < len(doc) and is_name_word(doc[index])


def honorific_end(doc: Doc, start: int, end: int) -> int:
    """The index behind the honorifics that open `doc[start:end]`; `start` if none does, or if no name would remain."""
    rules = name_rules()
    index = start
    while index < end and (length := honorific_length(doc, index, end)):
        alone = end - index - length == 1
        if index + length >= end or (alone and doc[index].lower_ in rules.kept_before_single):
            break
        index += length
    return index


def is_honorific(span: Span) -> bool:
    """Whether all of `span` is one honorific."""
    return honorific_length(span.doc, span.start, span.end) == len(span)


def honorific_length(doc: Doc, start: int, end: int) -> int:
    """How many tokens the longest honorific at `start` has; 0 for none."""
    if start >= end or not doc[start].text[0].isalnum() or doc[start].text == "U.":  # Burmese "U" has no stop
        return 0
    for length in range(min(MAX_HONORIFIC_TOKENS, end - start), 0, -1):
        words = doc[start : start + length].text.lower().replace("’", "'").replace(".", "").strip()
        told_apart = words not in name_rules().before_people or _is_before_person(doc, start)
        if words in name_rules().honorifics and told_apart:
            dotted = start + length < end and doc[start + length].text == "."
            return length + dotted
    return 0


def _is_before_person(doc: Doc, index: int) -> bool:
    """Whether the model takes the word behind a token for a person, and it is no field ("of Justice")."""
    is_field = index > 0 and doc[index - 1].lower_ in ("of", "for", "and")
    return index + 1 < len(doc) and doc[index + 1].ent_type_ == "PERSON" and not is_field


def abbreviates_title(doc: Doc, index: int) -> bool:
    """Whether the token at `index` is the full stop of an abbreviation before a name: "Barr. Ada Obi", "Govs."."""
    if index < 1 or doc[index].text != "." or doc[index - 1].whitespace_ or not doc[index - 1].text[0].isupper():
        return False
    opens = index == 1 or not is_name_word(doc[index - 2]) or is_honorific(doc[index - 2 : index - 1])
    return opens and doc[index - 1].lower_ in name_rules().abbreviations


def kept_honorific_start(doc: Doc, start: int, end: int) -> int:
    """The start of the name `doc[start:end]` with the honorific that belongs to a single word: "Sheikh | Hasina"."""
    before = doc[start - 1] if start and end - start == 1 else None
    kept = before is not None and before.text[0].isupper() and before.lower_ in name_rules().kept_before_single
    return start - 1 if kept else start


def honorific_start(doc: Doc, start: int) -> int:
    """The index of the first token of the honorifics that stand directly before token `start`."""
    moved = True
    while moved:
        moved = False
        for length in range(MAX_HONORIFIC_TOKENS, 0, -1):
            first = start - length
            if first >= 0 and honorific_length(doc, first, start) == length:
                start, moved = first, True
                break
    return start


def stands_alone(span: Span) -> bool:
    """Whether neither neighbour is a capitalised word or a hyphen that makes the span part of another name."""
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None and (before.text in HYPHENS or (is_name_word(before) and not before.is_sent_start)):
        return False
    return after is None or not (after.text in HYPHENS or is_name_word(after))


def words_of(name: Span | str) -> list[str]:
    """The words of a name in lower case, without hyphens, periods, apostrophes and diacritics.

    They are what two forms are compared by: an article writes "Hugo Chávez" and then "Chavez".
    """
    return re.findall(r"\w+", unmarked(name if isinstance(name, str) else name.text))


def marked_words(name: str) -> list[str]:
    """The words of a name in lower case that have diacritics."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", name).lower())
    return [word for word in words if unmarked(word) != word]
