"""Lines and sentences of an article that are no news, by the rules and cues of `rules/boilerplate.toml`.

A rule decides by itself: the wording of a line or sentence and the end of the article where it stands leave no doubt.
What no rule knows is weighed: words that promos use, words that news uses, whether it is a sentence or a link, what
stands above it. A line whose cues reach the threshold is boilerplate as a whole.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from newsie.read.layout.boilerplate_rules import Feature, Where, boilerplate_rules, first_match
from newsie.read.layout.line_features import LINES_OF_A_PAGE, Page, is_prose, unmarked
from newsie.read.layout.lines import Line
from newsie.read.layout.sentences import sentences_of
from newsie.records import Span

HEAD_LINES = 8
TAIL_LINES = 8

WRAPPED_LINE = range(50, 101)
"""Lengths of the lines of a text that is wrapped at a column, as mail and wires are."""

LONGEST_PROMO = 160
"""A line at the end that is no longer than this and begins as a promo is one to its end."""

LONGEST_WEIGHED = 800
"""No notice of a page is longer; the more words a paragraph has, the more cues are in it by chance."""

WEIGHINGS = 2
"""What is found boilerplate by weight may show where the story ends, so that the lines behind it are weighed again."""

CREDIT_BREAK = re.compile(r"(?<=[.!?…\"”’)])\s*(?=[(\[–—-][^.!?]{2,80}[.)\]]*$)")


def find_boilerplate(lines: Sequence[Line], linked: Collection[int] = frozenset()) -> tuple[Span, ...]:
    """Return the boilerplate of an article of these lines: whole lines, or the sentences that begin or end one.

    `linked` has the starts of the lines that are mostly a link, as far as the article's format tells.
    """
    found: dict[int, list[Span]] = {}
    for index, line in enumerate(lines):
        before = found.get(index - 1)
        is_after_promo = before and before[-1].end == lines[index - 1].end
        if index < 2 or is_after_promo or not _runs_on(lines[index - 1], line):
            found[index] = list(_in_line(line, _zones(index, len(lines))))
    for _ in range(WEIGHINGS):
        _weigh(lines, linked, found)
    return tuple(span for index in sorted(found) for span in found[index])


def _runs_on(line: Line, following: Line) -> bool:
    """Whether prose that is wrapped goes on from `line` into `following`, which the fair copy has not seen.

    A line that begins in upper case may be a name of such prose, but then the lines before and after it show the width.
    """
    if following.after_blank or not following.text[0].islower():
        return False
    return len(line.text) in WRAPPED_LINE and not re.search(r"[^\w,’'-]$", line.text)


def _zones(index: int, count: int) -> frozenset[Where]:
    """Where line `index` of `count` stands; the first line is never in the tail, however few there are."""
    zones: set[Where] = {"anywhere"}
    if index < HEAD_LINES:
        zones.add("head")
    if index > 0 and count - index <= TAIL_LINES:
        zones.add("tail")
    return frozenset(zones)


def _in_line(line: Line, zones: frozenset[Where]) -> Iterator[Span]:
    words = unmarked(line.text)
    if not words or first_match("line", words, zones):
        yield line.span()
        return
    sentences = list(sentences_of(words))
    leading = _count_promos(words, sentences, zones)
    trailing = _count_promos(words, reversed(sentences), zones) if leading < len(sentences) else 0
    if _is_promo_to_its_end(words, leading, zones) or _is_slogan(words, sentences, trailing):
        leading = len(sentences)
    if leading == len(sentences):
        yield line.span()
    elif words == line.text:
        yield from _at_its_ends(line, sentences, leading, trailing, zones)


def _at_its_ends(
    line: Line, sentences: Sequence[tuple[int, int]], leading: int, trailing: int, zones: frozenset[Where]
) -> Iterator[Span]:
    if leading:
        yield line.span(0, sentences[leading - 1][1])
    if trailing:
        yield line.span(sentences[-trailing][0])
    elif credit := CREDIT_BREAK.search(line.text):
        rule = first_match("line", line.text[credit.end() :], zones)
        if rule and rule.closes_line:
            yield line.span(credit.end())


def _count_promos(line: str, sentences: Iterable[tuple[int, int]], zones: frozenset[Where]) -> int:
    """How many of the sentences are boilerplate before the first that is not."""
    matching = (first_match("sentence", line[slice(*ends)], zones) for ends in sentences)
    promos = [rule for rule in takewhile(bool, matching) if rule]
    return len(promos) if any(not rule.only_with_others for rule in promos) else 0


def _is_promo_to_its_end(line: str, leading: int, zones: frozenset[Where]) -> bool:
    return leading > 0 and "tail" in zones and len(line) <= LONGEST_PROMO


def _is_slogan(line: str, sentences: Sequence[tuple[int, int]], trailing: int) -> bool:
    """Whether a line that ends with promos has only a title before them, all its words capitalized."""
    return trailing > 0 and not re.search(r"(?<![\w’'-])[a-z]", line[: sentences[-trailing][0]])


def _weigh(lines: Sequence[Line], linked: Collection[int], found: dict[int, list[Span]]) -> None:
    """Add to `found` the lines whose cues reach the threshold."""
    whole = {index for index, line in enumerate(lines) if found.get(index) == [line.span()]}
    rules = {index: first_match("line", unmarked(lines[index].text), _zones(index, len(lines))) for index in whole}
    titles = {index for index, rule in rules.items() if rule and rule.titles_list}
    breaks = {index for index, rule in rules.items() if rule and rule.ends_nothing}
    page = Page(lines, linked, whole, titles, breaks)
    story, threshold = page.story(), boilerplate_rules().threshold
    for index, line in enumerate(lines):
        is_open = found.get(index) == [] and len(line.text) <= LONGEST_WEIGHED
        if is_open and _weight(line, page.features(index, story)) >= threshold:
            found[index] = [line.span()]
            whole.add(index)


def _weight(line: Line, features: Iterable[Feature]) -> float:
    """What the cues of a line weigh together."""
    words, held = unmarked(line.text), set(features)
    return sum(cue.weight for cue in boilerplate_rules().feature if cue.feature in held) + _wording_weight(words)


def _speaks_to_readers(words: str) -> bool:
    return any(cue.spoken_to_readers and cue.pattern.search(words) for cue in boilerplate_rules().wording)


@lru_cache(maxsize=LINES_OF_A_PAGE)
def _wording_weight(words: str) -> float:
    if is_prose(words) and not _speaks_to_readers(words):
        return 0.0
    return sum(cue.weight for cue in boilerplate_rules().wording if cue.pattern.search(words))
