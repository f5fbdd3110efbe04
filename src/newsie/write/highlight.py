"""One article with what was found in it: marked in colour, or with brackets where there is no colour."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rich.text import Text

from newsie.records import ArticleRecord, DateMention, Span
from newsie.write.terminal import visible

STYLES = {
    "BOILERPLATE": "dim",
    "DATE": "yellow",
    "PLACE": "green",
    "CUE": "bold yellow",
    "GROUP": "cyan",
    "OCCASION": "bold green",
    "ORG": "magenta",
    "PERSON": "bold cyan",
    "AGREEMENT": "bold white on blue",
    "MEETING": "bold white on red",
}


@dataclass(frozen=True, order=True)
class Mark:
    """A stretch `text[start:end]` of an article and the kind of thing (of STYLES) that it is."""

    start: int
    end: int
    kind: str


def article_text(record: ArticleRecord, *, color: bool) -> Text:
    """Return the article's text with its marks, and a legend of the kinds that occur in it."""
    marks = marks_of(record)
    marked = marked_text(record.article.text, marks, color=color)
    gap = "\n" if record.article.text.endswith("\n") else "\n\n"
    return Text.assemble(marked, gap, _legend({mark.kind for mark in marks}, color=color))


def marked_text(text: str, marks: Sequence[Mark], *, color: bool) -> Text:
    """Return `text` with its marks (outer before inner): styles, or brackets without `color`."""
    return _colored(text, marks) if color else Text(_bracketed(text, marks))


def marks_of(record: ArticleRecord) -> list[Mark]:
    """Return the marks of an article, outer before inner."""
    found = [
        *_marks("BOILERPLATE", record.article.boilerplate),
        *_marks("DATE", record.dates),
        *_marks("PLACE", (mention for place in record.places for mention in place.mentions)),
        *_marks("ORG", (mention for organization in record.organizations for mention in organization.mentions)),
        *_marks("PERSON", (mention for person in record.people for mention in person.mentions)),
        *_marks("AGREEMENT", (report.trigger for agreement in record.agreements for report in agreement.reports)),
        *_marks("MEETING", (report.trigger for meeting in record.meetings for report in meeting.reports)),
    ]
    return in_order(found)


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return the different ones of some marks, outer before inner."""
    return sorted(set(marks), key=lambda mark: (mark.start, -mark.end, list(STYLES).index(mark.kind)))


def _marks(kind: str, spans: Iterable[Span | DateMention]) -> Iterator[Mark]:
    return (Mark(span.start, span.end, kind) for span in spans if span.start < span.end)


def _pieces(length: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut `length` characters wherever a mark starts or ends; yield each piece with the marks over it, outer first."""
    edges = sorted({0, length, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    coming = list(reversed(marks))
    over: list[Mark] = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        while coming and coming[-1].start <= start:
            over.append(coming.pop())
        yield start, end, over


def _colored(text: str, marks: Sequence[Mark]) -> Text:
    colored = Text()
    for start, end, over in _pieces(len(text), marks):
        colored.append(visible(text[start:end]), " ".join(STYLES[mark.kind] for mark in over[-1:]))
    return colored


def _bracketed(text: str, marks: Sequence[Mark]) -> str:
    """Write `[PERSON Ada Obi]`. A mark that crosses the end of another one is closed there and opened again."""
    written: list[str] = []
    before: list[Mark] = []
    for start, end, over in _pieces(len(text), marks):
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, over, strict=False)))
        written += "]" * (len(before) - kept), *(f"[{mark.kind} " for mark in over[kept:]), visible(text[start:end])
        before = over
    return "".join(written) + "]" * len(before)


def _legend(kinds: set[str], *, color: bool) -> Text:
    if not kinds:
        return Text("Nothing found.")
    shown = [kind for kind in reversed(STYLES) if kind in kinds]
    if color:
        return Text("  ").join(Text(kind.lower(), STYLES[kind]) for kind in shown)
    return Text("  ".join(f"[{kind} …]" for kind in shown))
