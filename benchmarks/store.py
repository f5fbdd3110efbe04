"""How fast a store answers, and whether it survives: `python benchmarks/store.py [ARTICLES] [--kills N]`.

Without --kills, writes a store of ARTICLES (by default 100,000) articles, made as records, not as texts, adds a few
more as `newsie add` does, and prints how long that takes, how large the store is, and the quickest and the slowest of
several runs of each typical question. The quickest is what it costs, and has the limit to keep; the slowest has read
the store from the disk, or met with a busy moment of the machine. With --kills, writes ARTICLES (by default 300)
texts, runs `newsie add` on them undisturbed, then again with `kill -9` at N random moments, each followed by a new
run, and compares all rows of both stores.
"""

import argparse
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter, sleep

from sqlite_utils import Database

from generated_news import record_of, stories
from newsie.cli.add import ARTICLES_AT_ONCE
from newsie.store.add import add_records
from newsie.store.connection import store_at, transaction
from newsie.store.schema import rebuild_search

ARTICLES = 100_000
ARTICLES_TO_KILL = 300
PORTION = 20_000
NEWS = 32
LIMIT = 0.5
RUNS = 5
QUESTIONS = {
    "people by a word of their name": """
        SELECT DISTINCT person_id FROM names_fts JOIN names ON names.number = names_fts.rowid
        WHERE names_fts MATCH :surname AND person_id IS NOT NULL""",
    "mentions of a person": "SELECT * FROM person_mentions WHERE person_id = :person",
    "meetings of a person": """
        SELECT timeline.* FROM participants JOIN timeline USING (meeting_id)
        WHERE person_id = :person ORDER BY date_from""",
    "everyone a person met": """
        SELECT met_person_id, met_person, count(*), sum(independent_sources) FROM encounters
        WHERE person_id = :person GROUP BY met_person_id ORDER BY count(*) DESC""",
    "who met whom": """
        SELECT person, met_person, count(*), sum(independent_sources) FROM encounters
        WHERE person_id < met_person_id AND date_from BETWEEN '2021-03-01' AND '2021-03-31'
        GROUP BY person_id, met_person_id ORDER BY count(*) DESC""",
    "meetings of two, with sentences": """
        SELECT meeting_reports.* FROM encounters JOIN meeting_reports USING (meeting_id)
        WHERE person_id = :person AND met_person_id = :other ORDER BY published""",
    "a month": "SELECT * FROM timeline WHERE date_from BETWEEN '2021-03-01' AND '2021-03-31' ORDER BY date_from",
    "meetings in a place": """
        SELECT timeline.* FROM places JOIN meeting_places ON place_id = places.id JOIN timeline USING (meeting_id)
        WHERE places.name = :city ORDER BY date_from""",
    "sentences with two words": """
        SELECT reports.sentence FROM reports_fts JOIN reports ON reports.number = reports_fts.rowid
        WHERE reports_fts MATCH :words""",
}


def fill(path: Path, articles: int) -> None:
    """Write a store of generated articles, and print how long that takes, and how long a few more do."""
    started = perf_counter()
    records = map(record_of, stories(articles + NEWS, cast_of=articles))
    with store_at(path, create=True) as db:
        first = islice(records, articles)
        while portion := list(islice(first, PORTION)):
            add_records(db, portion)
            print(f"{db.table('articles').count:,} articles after {perf_counter() - started:.0f} s", file=sys.stderr)
        with transaction(db):
            rebuild_search(db)
        seconds = perf_counter() - started
        print(f"{articles:,} articles written in {seconds:.0f} s, {1000 * seconds / articles:.1f} ms each")
        started = perf_counter()
        while portion := list(islice(records, ARTICLES_AT_ONCE)):
            add_records(db, portion)
        seconds = perf_counter() - started
    print(f"{NEWS} more, {ARTICLES_AT_ONCE} at a time, in {seconds:.1f} s, {1000 * seconds / NEWS:.0f} ms each")
    size = path.stat().st_size
    print(f"{size / 1e6:.0f} MB, {size / articles / 1000:.1f} KB an article")


def values(db: Database) -> dict[str, str]:
    """What the questions ask about: the two people who meet most, whom all questions take longest for."""
    query = "SELECT person_id, met_person_id FROM encounters GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1"
    person, other = db.execute(query).fetchone()
    name = db.execute("SELECT name FROM people WHERE id = ?", [person]).fetchone()[0]
    where = "SELECT meeting_places.name FROM meeting_places JOIN participants USING (meeting_id) WHERE person_id = ?"
    city = db.execute(where, [person]).fetchone()[0]
    surname = name.split()[-1]
    return {"person": person, "other": other, "surname": surname, "city": city, "words": f"{surname} {city}"}


def ask(path: Path) -> bool:
    """Print for each question its rows and its quickest and slowest run; return whether all quickest keep the limit."""
    worst = 0.0
    with store_at(path) as db:
        asked = values(db)
        for question, query in QUESTIONS.items():
            used = {name: value for name, value in asked.items() if re.search(rf":{name}\b", query)}
            (quickest, rows), *_, (slowest, _) = sorted(_timed(db, query, used) for _ in range(RUNS))
            worst = max(worst, quickest)
            print(f"{question:32} {rows:7,} rows {1000 * quickest:8.1f} ms, at the slowest {1000 * slowest:8.1f} ms")
    print(f"none took longer than {worst:.3f} s, limit {LIMIT} s")
    return worst < LIMIT


def _timed(db: Database, query: str, used: dict[str, str]) -> tuple[float, int]:
    started = perf_counter()
    rows = db.execute(query, used).fetchall()
    return perf_counter() - started, len(rows)


def write_texts(folder: Path, articles: int) -> None:
    """Write generated articles as files."""
    for story in stories(articles):
        path = folder / story.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(story.text, "utf-8")


def adding(store: Path, folder: Path) -> subprocess.Popen[str]:
    """Start `newsie add` in the folder, so that the names of its files are the same each time.

    The made-up words of the stories are no English.
    """
    command = [sys.executable, "-m", "newsie", "add", "--any-language", str(store), "."]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)


def rows(store: Path) -> list[str]:
    """All rows of a store as SQL."""
    connection = sqlite3.connect(store)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def killed(store: Path, folder: Path, seconds: float) -> int:
    """Run `newsie add` and kill it after so many seconds; return how many articles it had reported as added."""
    process = adding(store, folder)
    sleep(seconds)
    process.kill()
    _, told = process.communicate()
    numbers = re.findall(r"^([\d,]+) articles? added so far$", told, re.MULTILINE)
    return int(numbers[-1].replace(",", "")) if numbers else 0


def articles_in(store: Path) -> int:
    """How many articles a store has; none before it is made."""
    if not store.exists():
        return 0
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def survive(folder: Path, articles: int, kills: int) -> bool:
    """Compare a store made without disturbance with stores whose making was killed; print and return the outcome."""
    texts = folder / "texts"
    write_texts(texts, articles)
    started = perf_counter()
    adding(folder / "undisturbed.db", texts).communicate()
    whole_run = perf_counter() - started
    expected = rows(folder / "undisturbed.db")
    print(f"{articles_in(folder / 'undisturbed.db')} articles in {whole_run:.0f} s undisturbed")
    chance = random.Random(0)
    lost = 0
    store = folder / "killed-0.db"
    stores = [store]
    for kill in range(kills):
        if articles_in(store) == articles:
            store = folder / f"killed-{len(stores)}.db"
            stores.append(store)
        before = articles_in(store)
        reported = killed(store, texts, chance.uniform(0, whole_run))
        lost += max(before + reported - articles_in(store), 0)
        print(f"kill {kill + 1}: {articles_in(store)} articles in the store", file=sys.stderr)
    for store in stores:
        adding(store, texts).communicate()
    same = sum(rows(store) == expected for store in stores)
    print(f"{kills} kills: {lost} reported articles lost, {same} of {len(stores)} stores the same row for row")
    return lost == 0 and same == len(stores)


def main() -> None:
    """Run what is asked for; exit with 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="?", type=int)
    parser.add_argument("--kills", type=int)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.kills:
            good = survive(Path(folder), arguments.articles or ARTICLES_TO_KILL, arguments.kills)
        else:
            fill(Path(folder) / "news.db", arguments.articles or ARTICLES)
            good = ask(Path(folder) / "news.db")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
