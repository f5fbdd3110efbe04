"""The judgements of a store, as far as they hold."""

from sqlite_utils import Database

from newsie.records import Judgement
from newsie.resolve.judgements import Judgements, holding


def judgements(db: Database) -> tuple[Judgement, ...]:
    """Return all judgements, the earliest first, those that were undone among them."""
    made = map(Judgement.model_validate, db.query("SELECT * FROM judgements"))
    return tuple(sorted(made, key=lambda one: (one.made_at, one.id)))


def judgements_that_hold(db: Database) -> Judgements:
    """Return those that overrule what is computed."""
    return holding(judgements(db))
