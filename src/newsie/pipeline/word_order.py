"""The words of a simplified sentence in an order that a parser gets right, without what only tells who somebody is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from newsie.pipeline.attribution_rules import attribution_rules
from newsie.pipeline.phrases import Phrase

DATE_WORD = "yesterday"
# Verbs whose object state agencies put behind place and day.
HOSTING = {"receive", "meet", "welcome", "host", "greet"}
# Verbs of relative clauses that tell who somebody is.
STATIVE = {"be", "represent", "serve", "hold", "act", "succeed", "replace", "become"}
# Where people receive others, and what stands before it: "in his new office", "at the ministry's headquarters".
OFFICES = {
    "office",
    "headquarters",
    "residence",
    "palace",
    "ministry",
    "embassy",
    "bureau",
    "capital",
    "villa",
    "house",
}
OFFICE_TAGS = {"PRP$", "DT", "JJ", "NN", "POS"}
SIDE = "side"  # "who represented the other side"
LONGEST_RELATIVE = 14
FINAL = {".", "!", "?"}
# How long "a source in the delegation" may be, and what it consists of.
LONGEST_SPEAKER = 9
SPEAKER_POS = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON"}


@dataclass(frozen=True)
class Unit:
    """A word of the simplified copy, the stretch of the article behind it, and the entity that it stands for."""

    word: str
    origin: Span
    phrase: Phrase | None


def in_plain_order(units: list[Unit], told: frozenset[str]) -> list[Unit]:
    """Return the words of a sentence for a parser; clauses that hold one of the words `told` are all kept."""
    return _speaker_first(_partners_joined(_objects_first(_without_relatives(units, told))))


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
        if index < end < people and not (people < len(units) and units[people].origin[0].tag_ == "POS"):
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


def _speaker_first(units: list[Unit]) -> list[Unit]:
    """Make "a source in the ministry said that A met B" of "A met B, a source in the ministry said".

    Behind a name a parser takes a noun with an attribute of its own for an apposition, and the name for the speaker.
    """
    for comma in range(1, len(units) - 1):
        if units[comma].word == "," and _is_person(units[comma - 1]) and _is_speaker(units[comma + 1 :]):
            end = len(units) - (units[-1].word in FINAL)
            that = Unit("that", units[comma].origin, None)
            return [*units[comma + 1 : end], that, *units[:comma], *units[end:]]
    return units


def _is_speaker(units: list[Unit]) -> bool:
    """Whether units to the end of a sentence are a noun with an attribute behind it, and a verb of speech."""
    words = [unit.origin[0] for unit in units[: LONGEST_SPEAKER + 1]]
    verb = next((i for i, word in enumerate(words) if word.pos_ not in SPEAKER_POS or _is_person(units[i])), 0)
    if not any(word.pos_ == "ADP" for word in words[1:verb]) or words[0].pos_ == "ADP":
        return False
    speaks = words[verb].tag_ in ("VBD", "VBZ") and words[verb].lemma_ in attribution_rules().speech
    rest = [token for unit in units[verb + 1 :] for token in unit.origin]
    return speaks and not any(token.text == "," or token.tag_.startswith("VB") for token in rest)


def _adverbials_end(units: list[Unit], index: int) -> int:
    """The index behind the days and the places with "at" or "in" from `index` on, "in his office at the Palace"."""
    while index < len(units):
        if units[index].word == DATE_WORD:
            index += 1
        elif (end := _where_end(units, index)) > index:
            index = end
        else:
            break
    return index


def _where_end(units: list[Unit], index: int) -> int:
    """The index behind a preposition and the place, a name or "his office"; `index` if none is there."""
    if units[index].word not in ("at", "in"):
        return index
    end = index + 1
    while end < len(units) and units[end].origin[0].tag_ in OFFICE_TAGS and units[end].phrase is None:
        end += 1
    named = end < len(units) and _is_where(units[end]) and units[end - 1].origin[0].tag_ not in ("NN", "NNS")
    if named:
        return end + 1
    return end if units[end - 1].origin[-1].lemma_ in OFFICES else index


def _is_where(unit: Unit) -> bool:
    return unit.phrase is not None and not unit.phrase.is_person


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
