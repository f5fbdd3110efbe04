"""The judgements of a store, as far as they hold."""

from sqlite_utils import Database

from newsie.records import Judgement
from newsie.resolve.judgements import Judgements, holding


def judgements(db: Database) -> tuple[Judgement, ...]:
    """Return all judgements, the earliest first, those that were undone among them."""
    return tuple(map(Judgement.model_validate, db.query("SELECT * FROM judgements ORDER BY made_at, id")))


def judgements_that_hold(db: Database) -> Judgements:
    """Return those that overrule what is computed."""
    return holding(judgements(db))
