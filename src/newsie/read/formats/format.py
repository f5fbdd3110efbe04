"""What a format is: a name, how it is recognized, and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec

from newsie.read.context import ReadContext
from newsie.read.documents.decode import leniently_decoded
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft


@dataclass(frozen=True)
class Opening:
    """How a document begins, and the suffix of its name (".html"), which counts only where content leaves it open."""

    data: bytes
    suffix: str

    @cached_property
    def text(self) -> str:
        """The bytes as text, without white space and marks before it, whatever they are."""
        return leniently_decoded(self.data).lstrip("\ufeff \t\r\n")


@dataclass(frozen=True)
class Format:
    """One format.

    `recognizes` tells it by how a document begins; `read` yields the articles of one that is of this format, and
    raises SourceError if there is nothing to be had from it. It is a generator: nothing is read before the first is
    asked for, so that the limit of time holds from the start. A part that is damaged goes to the context's `on_error`,
    and the others are read. `package` is the library that reads it where that comes with an extra of newsie, `extra`.
    `limits_time` says that it limits the time of each article by itself, since what lies between two may be long.
    """

    name: str
    description: str
    suffixes: tuple[str, ...]
    recognizes: Callable[[Opening], bool]
    read: Callable[[Payload, ReadContext], Iterator[Draft]]
    extra: str | None = None
    package: str | None = None
    limits_time: bool = False

    @property
    def is_installed(self) -> bool:
        """Whether newsie can read it here, or its extra has to be installed first."""
        return self.package is None or find_spec(self.package) is not None
