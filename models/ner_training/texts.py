"""A text with its names, and how one is changed without losing the offsets of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans


@dataclass(frozen=True)
class Labelled:
    """Characters `start` to `end` (half-open) of a text and the label of what they name, one of OntoNotes 5."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class AnnotatedText:
    """A text, its names in order, and the stretches of it of which nobody knows whether they are names.

    Neither `names` nor `unknown` overlap; everything else is known to be no name.
    """

    text: str
    names: tuple[Labelled, ...]
    unknown: tuple[tuple[int, int], ...] = field(default=())


def rewritten(
    annotated: AnnotatedText, wordings: Mapping[Labelled, str], before: Mapping[Labelled, str]
) -> AnnotatedText:
    """Return the text with the names in `wordings` worded so, and with the words of `before` put before names.

    What is put before a name is no part of it. Everything behind moves.
    """
    parts: list[str] = []
    names: list[Labelled] = []
    unknown: list[tuple[int, int]] = []
    position = length = 0
    for start, end, name in _stretches(annotated):
        inserted = before.get(name, "") if name else ""
        wording = wordings.get(name, annotated.text[start:end]) if name else annotated.text[start:end]
        parts += [annotated.text[position:start], inserted, wording]
        begins = length + start - position + len(inserted)
        length = begins + len(wording)
        position = end
        if name:
            names.append(Labelled(begins, length, name.label))
        else:
            unknown.append((begins, length))
    return AnnotatedText("".join([*parts, annotated.text[position:]]), tuple(names), tuple(unknown))


def _stretches(annotated: AnnotatedText) -> list[tuple[int, int, Labelled | None]]:
    """Names and unknown stretches in order of the text."""
    names: list[tuple[int, int, Labelled | None]] = [(name.start, name.end, name) for name in annotated.names]
    unknown: list[tuple[int, int, Labelled | None]] = [(start, end, None) for start, end in annotated.unknown]
    return sorted(names + unknown, key=lambda stretch: stretch[:2])


def example(nlp: Language, annotated: AnnotatedText) -> Example:
    """Return what the model learns from a text; a name that does not end where tokens do is unknown."""
    doc = nlp.make_doc(annotated.text)
    names, missing = [], [*_spans(doc, annotated.unknown)]
    for name in annotated.names:
        span = doc.char_span(name.start, name.end, label=name.label)
        if span is None:
            missing += _spans(doc, [(name.start, name.end)])
        else:
            names.append(span)
    names = filter_spans(names)
    taken = {token.i for span in names for token in span}
    doubtful = [doc[token.i : token.i + 1] for span in missing for token in span if token.i not in taken]
    reference = doc.copy()
    reference.set_ents(
        [Span(reference, span.start, span.end, label=span.label) for span in names],
        missing=[reference[span.start : span.end] for span in filter_spans(doubtful)],
        default="outside",
    )
    return Example(doc, reference)


def _spans(doc: Doc, offsets: Iterable[tuple[int, int]]) -> list[Span]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in offsets)
    return [span for span in found if span is not None]
