"""What newsie reads on one page, compared with what a careful reader takes from it.

Texts are compared by their words, so that neither the form of a quotation mark nor a line break counts. The body is
what newsie takes for the story: the text without headline, captions and boilerplate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsie.evaluate.outcomes import Detection, Error, Outcome
from newsie.evaluate.pages_gold import ExpectedPage
from newsie.read.layout.sentences import sentences_of
from newsie.records import Article, Span

VALUES = ("title", "published", "updated", "authors", "site")
PHRASE = 4
"""A line of so many words is also looked for inside other lines; "Share" alone may be a word of a sentence."""


@dataclass(frozen=True)
class ReadPage:
    """A page, what is right for it, and the article that newsie reads on it, or None."""

    expected: ExpectedPage
    article: Article | None

    @cached_property
    def story(self) -> list[str]:
        """The words of each line that newsie takes for the story, title and captions apart."""
        apart = {_words(text) for text in (self.expected.title or "", *self.expected.captions)}
        lines = map(_words, _story(self.article, self.article.boilerplate).split("\n")) if self.article else ()
        return [line for line in lines if line and line not in apart]

    @cached_property
    def body(self) -> list[str]:
        """The paragraphs of the story as listed, or all lines of the text besides the boilerplate."""
        if self.expected.body is not None or not self.article:
            return list(self.expected.body or ())
        lines = _without(_story(self.article, ()), self.expected.boilerplate).split("\n")
        return [line.strip() for line in lines if line.strip()]

    def body_words(self) -> Detection:
        """Count the words of the body that were found, made up and missed."""
        if self.expected.body is None:
            return Detection(0, 0, 0)
        right, found = Counter(_words(" ".join(self.body)).split()), Counter(" ".join(self.story).split())
        common = (right & found).total()
        return Detection(common, found.total() - common, right.total() - common)

    def outcomes(self) -> Iterator[Outcome]:
        """Judge title, dates, authors and site, each sentence and each line of boilerplate, and each caption."""
        yield from self._values()
        yield from self._sentences()
        yield from self._boilerplate()
        if self.expected.genre == "page":
            yield from self._captions()

    def extra_lines(self) -> Iterator[Error]:
        """Yield each line of the story that stands neither in the body nor among the boilerplate."""
        known = f" {_words(' '.join(self.body))} "
        listed = set(map(_words, self.expected.boilerplate))
        for line in self.story:
            if self.expected.body is not None and f" {line} " not in known and line not in listed:
                yield self._error("not in the body", line)

    def _values(self) -> Iterator[Outcome]:
        for name in VALUES:
            if self.expected.judges(name):
                right, found = getattr(self.expected, name), getattr(self.article, name, None)
                detail = f"{_shown(found)} for {_shown(right)}"
                yield self._judged(name, _comparable(found) == _comparable(right), f"{name} wrong", detail)

    def _sentences(self) -> Iterator[Outcome]:
        read = f" {' '.join(self.story)} "
        for paragraph in self.body:
            for start, end in sentences_of(paragraph):
                sentence = paragraph[start:end]
                yield self._judged("sentence kept", f" {_words(sentence)} " in read, "sentence lost", sentence)

    def _boilerplate(self) -> Iterator[Outcome]:
        for line in self.expected.boilerplate:
            words = _words(line)
            is_left = words in self.story or (_is_phrase(words) and any(words in read for read in self.story))
            yield self._judged("boilerplate", not is_left, "boilerplate left", line)

    def _captions(self) -> Iterator[Outcome]:
        marked = [_words(caption.text) for caption in self.article.captions] if self.article else []
        for caption in self.expected.captions:
            yield self._judged("caption", _words(caption) in marked, "caption unmarked", caption)

    def _judged(self, measure: str, is_right: bool, kind: str, detail: str) -> Outcome:
        return Outcome(measure, "right") if is_right else Outcome(measure, "wrong", self._error(kind, detail))

    def _error(self, kind: str, detail: str) -> Error:
        return Error(kind, f"{self.expected.file}: {detail}")


def _story(article: Article, boilerplate: Sequence[Span]) -> str:
    """The text without header, headline, captions and `boilerplate`; what is left of a line stays on its line."""
    apart = (article.header, article.headline, *article.captions, *boilerplate)
    text = article.text
    for span in apart:
        if span:
            text = text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : span.end]) + text[span.end :]
    return text


def _without(text: str, lines: Iterable[str]) -> str:
    for line in lines:
        text = re.sub(rf"(?m)(?:^[ \t]*|(?<=\s)){re.escape(line)}[ \t]*$", "", text, count=1)
    return text


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_phrase(words: str) -> bool:
    return len(words.split()) >= PHRASE


def _comparable(value: object) -> object:
    return _words(value) if isinstance(value, str) else value


def _shown(value: object) -> str:
    return "; ".join(value) or "nobody" if isinstance(value, tuple) else str(value) if value else "nothing"
