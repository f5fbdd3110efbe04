"""The values of JSON as they stream: those that follow each other, and the elements of a list, one at a time."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from newsie.read.documents.text_stream import CHUNK

DECODER = json.JSONDecoder(strict=False)
"""Takes line ends and tabs in strings as they are: exports are careless about them."""

SPACE = re.compile(r"\s*")

MOST_OBJECTS = 1_000_000
"""More in one value are no article; each takes a hundred times the memory of the characters that it is written with."""

KEYS_OF_AN_OBJECT = 4
"""So many keys take as much memory as an object."""

MANY_CHARACTERS = 8 * 2**20
"""In fewer characters there is no harm in however many objects."""

TOO_LONG = "too long or too much for one value"


CAUSES = {
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting property name enclosed in double quotes": "a key without double quotation marks",
    "Unterminated string starting at": "a string without its closing quotation mark",
    "Invalid \\escape": "a backslash that stands for nothing",
    "Invalid \\uXXXX escape": "a character code without its four digits",
}
"""What is wrong, by what the decoder calls it; it says more in some versions of Python."""

UNTERMINATED = CAUSES["Unterminated string starting at"]


class JsonError(Exception):
    """Text that is no JSON from `position` on; `str(error)` says why."""

    def __init__(self, cause: str, position: int):
        super().__init__(cause)
        self.position = position


def parsed(text: str, most: int) -> object:
    """Return the value that a text is. Raises JsonError if it is none, or has more than `most` characters."""
    if len(text) > most:
        raise JsonError(TOO_LONG, 0)
    _check_objects(text)
    start = len(text) - len(text.lstrip())
    value, end = _value_at(text, start)
    if text[end:].strip():
        raise JsonError("something follows the object", end)
    return value


def _value_at(text: str, start: int) -> tuple[object, int]:
    """The value that begins there, and where it ends."""
    try:
        return DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise JsonError("nested too deeply", start) from error
    except json.JSONDecodeError as error:
        raise JsonError(_cause(error), error.pos) from error
    except ValueError as error:  # what int() says of too many digits
        raise JsonError("a number of too many digits", start) from error


def _cause(error: json.JSONDecodeError) -> str:
    return next((cause for begins, cause in CAUSES.items() if error.msg.startswith(begins)), error.msg)


def _check_objects(text: str) -> None:
    if len(text) <= MANY_CHARACTERS:
        return
    if text.count("{") + text.count("[") + text.count(":") // KEYS_OF_AN_OBJECT > MOST_OBJECTS:
        raise JsonError(TOO_LONG, 0)


class JsonStream:
    """The values in a stream of text, of which no one may have more than `most` characters."""

    def __init__(self, stream: TextIO, most: int):
        self._stream = stream
        self._most = most
        self._buffer = ""
        self._start = 0
        self._line = 1
        self._at_end = False
        self.in_list = False

    def values(self) -> Iterator[object]:
        """Yield values. Raises JsonError at the first that is damaged or too long: where it ends, nobody knows."""
        while letter := self._next_letter():
            if letter in "[]" and self.in_list == (letter == "]"):
                self.in_list = not self.in_list
                self._start += 1
            elif letter in ",]":
                self._start += 1
            else:
                yield self._value()

    def is_at_end(self) -> bool:
        """Whether nothing follows."""
        return not self._next_letter()

    def _next_letter(self) -> str:
        while True:
            self._start = SPACE.match(self._buffer, self._start).end()  # type: ignore[union-attr]
            if self._start < len(self._buffer) or self._at_end:
                return self._buffer[self._start : self._start + 1]
            self._fill()

    def _value(self) -> object:
        while True:
            try:
                value, self._start = _value_at(self._buffer, self._start)
            except JsonError as error:
                if self._at_end:
                    raise self._placed(error) from error
                if len(self._buffer) - self._start > self._most:
                    is_cut = error.position > self._start + self._most or str(error) == UNTERMINATED
                    raise self._placed(JsonError(TOO_LONG, self._start) if is_cut else error) from error
                self._fill()
            else:
                return value

    def _placed(self, error: JsonError) -> JsonError:
        line = self._line + self._buffer.count("\n", 0, error.position)
        return JsonError(f"{error} in line {line:,}", error.position)

    def _fill(self) -> None:
        """Read on, each time eight times as much, so that a long value is not tried too often."""
        rest = self._buffer[self._start :]
        self._line += self._buffer.count("\n", 0, self._start)
        more = self._stream.read(max(CHUNK, 7 * len(rest)))
        self._buffer, self._start, self._at_end = rest + more, 0, not more
        _check_objects(self._buffer)
