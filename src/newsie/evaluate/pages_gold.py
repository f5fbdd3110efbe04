"""Saved pages and copied texts with what a careful reader takes from them: files, and a JSON Lines file beside them."""

import datetime
from pathlib import Path, PurePosixPath

from newsie.evaluate.gold import GoldModel
from newsie.evaluate.jsonl import read_jsonl
from newsie.evaluate.parts import WHOLE, Part, of_part

EXPECTED = "expected.jsonl"
TEXTS = (".txt", ".md")


class ExpectedPage(GoldModel):
    """What is right for one page; only the keys that its line has are judged.

    `file` is its path, counted from the folder of the JSON Lines file. `body` are the paragraphs of the story in their
    order, `boilerplate` lines of the page, or ends of lines, that are no news.
    """

    file: str
    split: str = "all"
    title: str | None = None
    body: tuple[str, ...] | None = None
    captions: tuple[str, ...] = ()
    published: datetime.date | None = None
    updated: datetime.date | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    boilerplate: tuple[str, ...] = ()

    @property
    def genre(self) -> str:
        """Whether it is a web page or text copied from one, which says nothing about its parts."""
        return "text" if PurePosixPath(self.file).suffix in TEXTS else "page"

    def judges(self, key: str) -> bool:
        """Whether its line says what is right for `key`."""
        return key in self.model_fields_set


def read_pages(path: Path, part: Part = WHOLE) -> dict[Path, ExpectedPage]:
    """Return the pages of a folder with an `expected.jsonl`, or of such a file, by their paths; only those of a part.

    Raises InputError for a file that cannot be used, and if no page is left.
    """
    listed = path / EXPECTED if path.is_dir() else path
    pages = of_part(list(read_jsonl(listed, ExpectedPage)), part, listed)
    return {listed.parent / page.file: page for page in pages}
