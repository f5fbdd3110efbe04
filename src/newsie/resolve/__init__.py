"""One person, one organization, one place, one meeting across articles: records in, records out, no spaCy."""

from newsie.resolve.run import resolve

__all__ = ["resolve"]
