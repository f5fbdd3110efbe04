"""A program to kill: adds articles written by hand to the store that it is given, and says after each portion so."""

import random
import sys
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

import hand_records as news
from newsie.ids import article_id
from newsie.store.add import add_records
from newsie.store.connection import store_at, transaction
from newsie.store.schema import rebuild_search

ARTICLES = 24
PORTION = 2
SURNAMES = ["Marwat", "Bangash", "Oyelaran", "Quispe", "Halloran"]
GIVEN_NAMES = ["Ada", "Bashir", "Chidi", "Dolores"]


def records():
    """Articles in which a few people meet again and again; every fourth prints the one before it again."""
    choice = random.Random(7).choice
    article = partial(news.article, id_=article_id)
    for number in range(ARTICLES):
        if number % 4 != 3:
            names = list(dict.fromkeys(f"{choice(GIVEN_NAMES)} {choice(SURNAMES)}" for _ in range(3)))
            facts = [choice([{}, {"rank": "General", "branch": "army"}]) for _ in names]
            text = " ".join(f"{name} came to the hall on the hill by the lake {number}" for name in names)
        yield article(
            f"paper{number:02}.txt",
            published=f"2024-05-{number % 9 + 1:02}",
            text=f"{text} again" if number % 4 == 3 else text,
            people=[news.person(name, **fact) for name, fact in zip(names, facts, strict=True)],
            meetings=[news.meeting(", ".join(names), f"2024-05-{number % 3 + 1:02}")],
        )


def main(path):
    """Add all, and name the sources of each portion once it is in the store."""
    everything = list(records())
    with store_at(Path(path), create=True) as db:
        for start in range(0, ARTICLES, PORTION):
            portion = everything[start : start + PORTION]
            added = add_records(db, portion)
            print(added.known, *(record.article.source for record in portion), flush=True)
        with transaction(db):
            rebuild_search(db)


if __name__ == "__main__":
    main(sys.argv[1])
