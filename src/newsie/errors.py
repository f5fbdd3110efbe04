"""What can go wrong for a user: every message is one line that says what is wrong, then what to do."""


class NewsieError(Exception):
    """Base of all errors that newsie raises on purpose. `str(error)` is the one line to show."""


class InputError(NewsieError):
    """An input (file, folder, standard input, option value) that cannot be used."""


class SourceError(InputError):
    """A file, a part of one, or another source of articles that cannot be read."""

    def __init__(self, source: str, cause: str, advice: str):
        """Take the source on one line ("crawl.zip#a.html"), what is wrong with it, and what to do."""
        super().__init__(f"{source}: {cause}; {advice}")
        self.source = source
        self.cause = cause
        self.advice = advice


class RulesError(NewsieError):
    """A rule file that does not follow its schema; the message names file and line."""


class ModelError(NewsieError):
    """A spaCy pipeline that is missing or lacks a component newsie needs."""
