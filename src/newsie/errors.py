"""What can go wrong for a user: every message is one line that says what is wrong, then what to do."""


class NewsieError(Exception):
    """Base of all errors that newsie raises on purpose. `str(error)` is the one line to show."""


class InputError(NewsieError):
    """An input (file, folder, standard input, option value) that cannot be used."""


class RulesError(NewsieError):
    """A rule file that does not follow its schema; the message names file and line."""


class ModelError(NewsieError):
    """A spaCy pipeline that is missing or lacks a component newsie needs."""
