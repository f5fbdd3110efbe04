"""The words of a simplified sentence in an order that a parser gets right, without what only tells who somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from newsie.pipeline.phrases import Phrase

DATE_WORD = "yesterday"
# Verbs whose object state agencies put behind place and day.
HOSTING = {"receive", "meet", "welcome", "host", "greet"}
# Verbs of relative clauses that tell who somebody is.
STATIVE = {"be", "represent", "serve", "hold", "act", "succeed", "replace", "become"}
SIDE = "side"  # "who represented the other side"
LONGEST_RELATIVE = 14
FINAL = {".", "!", "?"}


@dataclass(frozen=True)
class Unit:
    """A word of the simplified copy, the stretch of the article behind it, and the entity that it stands for."""

    word: str
    origin: Span
    phrase: Phrase | None


def in_plain_order(units: list[Unit], told: frozenset[str]) -> list[Unit]:
    """Return the words of a sentence for a parser; clauses that hold one of the words `told` are all kept."""
    return _partners_joined(_objects_first(_without_relatives(units, told)))


def _without_relatives(units: list[Unit], told: frozenset[str]) -> list[Unit]:
    """Leave out ", who is also the minister," behind people; by such a clause a parser loses what follows."""
    kept: list[Unit] = []
    index = 0
    while index < len(units):
        end = _relative_end(units, index, told) if kept and _is_person(kept[-1]) else index
        kept += units[index : index + 1] if end == index else []
        index = max(end, index + 1)
    return kept


def _relative_end(units: list[Unit], comma: int, told: frozenset[str]) -> int:
    """The index behind a relative clause from `comma` on that tells only who somebody is; `comma` if there is none."""
    if [unit.word for unit in units[comma : comma + 2]] != [",", "who"]:
        return comma
    for index in range(comma + 2, min(comma + LONGEST_RELATIVE, len(units))):
        unit = units[index]
        if unit.word == "," or unit.word in FINAL:
            inside = units[comma + 2 : index]
            return index + _is_closing(units, index) if _tells_who(inside, told) else comma
        if _is_person(unit):
            return comma
    return comma


def _is_closing(units: list[Unit], index: int) -> bool:
    """Whether a comma closes the relative clause only, and not the sentence's own before "the ministry said"."""
    if units[index].word != "," or index + 1 == len(units):
        return False
    return units[index + 1].origin[0].pos_ not in ("DET", "NOUN", "ADJ", "PRON", "PROPN")


def _tells_who(units: Sequence[Unit], told: frozenset[str]) -> bool:
    """Whether the words behind "who" have no verb but one like "is" or "represents", and nothing that is wanted."""
    tokens = [token for unit in units for token in unit.origin]
    verbs = [token for token in tokens if token.tag_.startswith("VB") or token.tag_ in ("MD", "TO")]
    if len(verbs) != 1 or verbs[0].lemma_ not in STATIVE:
        return False
    others = (token for token in tokens if token not in verbs and token.lemma_ != SIDE)
    return not any(token.lemma_.lower() in told or token.lower_ in told for token in others)


def _objects_first(units: list[Unit]) -> list[Unit]:
    """Put people directly behind the verb that "received at the Palace in Riyadh on Monday" keeps them from.

    The style is that of state agencies; a parser takes the person for part of the place or the day.
    """
    for index in range(1, len(units)):
        verb = units[index - 1].origin
        end = _adverbials_end(units, index) if verb[-1].tag_ in ("VBD", "VBZ") and verb[-1].lemma_ in HOSTING else index
        people = _people_end(units, end)
        if index < end < people:
            return [*units[:index], *units[end:people], *units[index:end], *units[people:]]
    return units


def _partners_joined(units: list[Unit]) -> list[Unit]:
    """Make "A and B discussed" of "With A, B discussed", in which a parser takes A for a modifier of B."""
    if len(units) < 4 or units[0].word != "With" or not _is_person(units[1]):
        return units
    subject = 3 if units[2].word == "," else 2
    if not _is_person(units[subject]):
        return units
    return [units[1], Unit("and", units[0].origin, None), *units[subject:]]


def _adverbials_end(units: list[Unit], index: int) -> int:
    """The index behind the days and the places with "at" or "in" from `index` on."""
    while index < len(units):
        if units[index].word == DATE_WORD:
            index += 1
        elif units[index].word in ("at", "in") and (end := _place_end(units, index + 1)) > index + 1:
            index = end
        else:
            break
    return index


def _place_end(units: list[Unit], index: int) -> int:
    """The index behind a place, by its name or as in "his office", that begins at `index`; `index` if there is none."""
    if index < len(units) and (phrase := units[index].phrase) is not None:
        return index if phrase.is_person else index + 1
    end = index
    while end < len(units) and units[end].phrase is None and units[end].origin[0].pos_ in ("DET", "PRON", "ADJ", "NOUN"):
        end += 1
    is_thing = end > index + 1 and units[end - 1].origin[-1].pos_ == "NOUN"
    return end if is_thing and units[index].origin[0].tag_ in ("DT", "PRP$") else index


def _is_person(unit: Unit) -> bool:
    return unit.phrase is not None and unit.phrase.is_person


def _people_end(units: list[Unit], index: int) -> int:
    """The index behind the list of people from `index` on; `index` itself if nobody is named there."""
    end = index
    while end < len(units) and _is_person(units[end]):
        index = end = end + 1
        while end < len(units) and units[end].word in (",", "and", "later"):
            end += 1
    return index
