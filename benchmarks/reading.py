"""How much of the time reading takes: `python benchmarks/reading.py ARTICLES` from the checkout.

Makes web pages and JSON Lines from the articles in a folder, and prints the CPU time that reading them takes, the time
that extraction then takes, and how many times faster reading is. Asked is 20 times. What is loaded once, libraries and
model, is loaded before.
"""

import sys
import tempfile
from pathlib import Path
from time import process_time

from formats import json_line, page, story_of
from newsie.extraction import article_records
from newsie.pipeline.build import load
from newsie.read import read_articles

ASKED = 20
ROUNDS = 5


def main(folder: Path) -> None:
    """Print the times and ratios of both formats."""
    nlp = load()
    stories = [story_of(path) for path in sorted(folder.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as there:
        pages = Path(there, "pages")
        pages.mkdir()
        for story in stories:
            (pages / f"{story.name}.html").write_bytes(page(story))
        lines = Path(there, "articles.jsonl")
        lines.write_bytes(b"".join(map(json_line, stories)))
        for name, path in {"HTML": pages, "JSON Lines": lines}.items():
            articles = list(read_articles([path]))  # loads what reading needs
            reading = min(_seconds_of_reading(path) for _ in range(ROUNDS))
            started = process_time()
            count = sum(1 for _ in article_records(nlp, articles))
            extraction = process_time() - started
            ratio = extraction / reading
            print(
                f"{name:10} {count} articles: read in {reading:.3f} s, extracted in {extraction:.2f} s: {ratio:.0f} x"
            )
    print(f"asked at least {ASKED} x")


def _seconds_of_reading(path: Path) -> float:
    """The CPU seconds that it takes to read what is at a path."""
    started = process_time()
    for _ in read_articles([path]):
        pass
    return process_time() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]))
