"""The component `newsie_dates`: expressions of time, in `doc.spans["timexes"]`, and the dates among them.

It requires nothing of other components: without `doc._.article` there is no publication date and nothing is left out;
without a tagger the tense of a clause is read off its words.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie.dates.choice import Context, Tense
from newsie.dates.grammar import grammar
from newsie.dates.matches import Match
from newsie.dates.order import day_first
from newsie.dates.resolution import resolve, timex_of
from newsie.dates.tense import Sentence, tense
from newsie.dates.timex import Timex
from newsie.pipeline.extensions import register
from newsie.pipeline.spans import ignored_tokens, set_group
from newsie.records import Article, DateValue

SENTENCE_ENDS = {".", "!", "?"}
# The verb of a date is never further away, and a text without full stops must not cost its length for each date.
CLAUSE_REACH = 80
# A dateline further from the publication date than this is not that of the article.
DATELINE_REACH = datetime.timedelta(days=7)

register()


@Language.factory("newsie_dates", assigns=["doc.spans", "span._.date", "span._.timex"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Create the component; the grammar is compiled here, once, so that no article waits for it."""
    grammar()
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Write `doc.spans["dates"]` and `doc.spans["timexes"]`; a span's label is the TIMEX3 type, its `id_` the rule.

    `dates` says on which days: each span has its DateValue in `span._.date`. `timexes` has durations, sets, times of
    day and references such as "now" too, and the two ends of a range as two, as TimeML does: each span has its Timex
    in `span._.timex`.
    """
    dates: list[Span] = []
    timexes: list[Span] = []
    for match, span, timex in _resolved(doc):
        if match.is_date:
            span._.date = timex.days
            dates.append(span)
        timexes.extend(_timex_spans(doc, match, span, timex))
    set_group(doc, "dates", dates)
    set_group(doc, "timexes", timexes)
    return doc


def _resolved(doc: Doc) -> Iterator[tuple[Match, Span, Timex]]:
    """The expressions of time outside of header and boilerplate, in order, each resolved in its context."""
    published = day_of_writing(doc._.article)
    ignored = ignored_tokens(doc)
    matches = grammar().find(doc.text)
    order = day_first(matches, doc._.article.source if doc._.article else "")
    mentioned: list[DateValue] = []
    for match in matches:
        span = _span(doc, match.start, match.end, match.rule)
        if span is None or not ignored.isdisjoint(range(span.start, span.end)):
            continue
        context = Context(published, clause_tense(span), anchor(match, mentioned), order)
        timex = timex_of(match, span.text, context)
        if match.is_date:
            mentioned.append(timex.days)
        span.label_ = timex.type
        yield match, span, timex


def _timex_spans(doc: Doc, match: Match, span: Span, timex: Timex) -> Iterator[Span]:
    """`span` with its Timex, or the two ends of a range."""
    ends = [_span(doc, *extent, match.rule) for extent in match.ends or ()]
    values = (timex.value.value or "").split("/")
    if len(values) != len(ends):
        ends, values = [span], [timex.value.value or ""]
    for end, value in zip(ends, values, strict=True):
        if end is not None:
            end._.timex = timex if end is span else Timex("DATE", DateValue(text=end.text, value=value))
            yield end


def day_of_writing(article: Article | None) -> datetime.date | None:
    """The day that "today" means in an article: that of its dateline, if near the publication date, else the latter."""
    if article is None:
        return None
    published = article.published
    dateline = article.dateline and article.dateline.date
    day = resolve(dateline.text, published).from_ if dateline else None
    if day and (published is None or abs(day - published) <= DATELINE_REACH):
        return day
    return published


def _span(doc: Doc, start: int, end: int, rule: str) -> Span | None:
    """The tokens of some characters; None if they hold more than these."""
    span = doc.char_span(start, end, label="DATE", span_id=rule, alignment_mode="expand")
    return span if span is not None and len(span.text) == end - start else None


def anchor(match: Match, mentioned: Sequence[DateValue]) -> datetime.date | None:
    """The day from which "a day earlier" counts, the last one mentioned; "a month later" counts from any last date."""
    if match.slots.unit in ("month", "year"):
        return mentioned[-1].from_ if mentioned else None
    days = [value.from_ for value in mentioned if value.from_ and value.from_ == value.to]
    return days[-1] if days else None


def clause_tense(span: Span) -> Tense | None:
    """The tense of the clause around a date; in headlines and captions the present tells the past: "Obi meets Ray"."""
    doc = span.doc
    start, end = _sentence(span)
    words = [token.text if token.is_title and token.i > start else token.lower_ for token in doc[start:end]]
    tags = [token.tag_ for token in doc[start:end]]
    found = tense(Sentence(words, tags), span.start - start, span.end - start)
    return "past" if found == "present" and _is_headline_or_caption(span) else found


def _is_headline_or_caption(span: Span) -> bool:
    article = span.doc._.article
    parts = (article.headline, *article.captions) if article else ()
    return any(part.start <= span.start_char and span.end_char <= part.end for part in parts if part)


def _sentence(span: Span) -> tuple[int, int]:
    """The tokens around `span` up to the next full stop or empty line; needs no parser."""
    doc = span.doc
    start, end = span.start, span.end
    first, last = max(0, start - CLAUSE_REACH), min(len(doc), end + CLAUSE_REACH)
    while start > first and not _ends_sentence(doc, start - 1):
        start -= 1
    while end < last and not _ends_sentence(doc, end):
        end += 1
    return start, end


def _ends_sentence(doc: Doc, index: int) -> bool:
    """Whether a token ends a sentence. The full stop of "Lt. Adams" is a token too, but tagged as part of a name."""
    token = doc[index]
    return (token.text in SENTENCE_ENDS and token.tag_ in ("", ".")) or token.text.count("\n") > 1
