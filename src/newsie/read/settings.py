"""The limits of what is read: they keep memory and time bounded, whatever a file holds; `--limit` raises each."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated


@dataclass(frozen=True)
class Limits:
    """What an input may need at most, each with what it limits; spaCy's own is a million characters."""

    article_characters: Annotated[int, "characters of one article"] = 1_000_000
    document_bytes: Annotated[int, "bytes of what is read as a whole: a page, mail, PDF, feed, line of JSON Lines"] = (
        64 * 2**20
    )
    expansion: Annotated[int, "times its packed size that data may unpack to; prose has 3 to 10, a bomb 1,000"] = 200
    archive_members: Annotated[int, "files of one archive"] = 100_000
    archive_bytes: Annotated[int, "bytes of all that is read from one archive, unpacked"] = 16 * 2**30
    archive_depth: Annotated[int, "archives and compressed files in each other"] = 3
    page_seconds: Annotated[int, "seconds to make sense of one page, PDF or feed"] = 5
    fetch_bytes: Annotated[int, "bytes of a page fetched from a URL"] = 16 * 2**20
    fetch_seconds: Annotated[int, "seconds that a server may take to answer"] = 30

    @property
    def text_bytes(self) -> int:
        """What an article may need as text: no encoding takes more than four bytes a character, and a mark."""
        return 4 * self.article_characters + 4


def limits_by_name() -> Mapping[str, tuple[int, str]]:
    """Each limit by its name as the user writes it ("article-characters"), with its default and what it limits."""
    return {
        field.name.replace("_", "-"): (getattr(Limits(), field.name), field.type.__metadata__[0])  # type: ignore[union-attr]
        for field in fields(Limits)
    }
