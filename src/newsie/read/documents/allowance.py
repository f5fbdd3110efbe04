"""How much may be read from an archive: each of its files may be within its limits, and all of them without end."""

from newsie.errors import SourceError


class Allowance:
    """The bytes that may be unpacked from an archive, its files together, those of archives in it too.

    `label` is the archive, as messages name it; `is_spent` says whether there were more.
    """

    def __init__(self, label: str, limit: int):
        self.is_spent = False
        self._label = label
        self._limit = limit
        self._count = 0

    def spend(self, count: int) -> None:
        """Take so many bytes from it. Raises SourceError if that is more than what is left."""
        self._count += count
        if self._count > self._limit:
            self.is_spent = True
            cause = f"its files have more than {self._limit:,} bytes, too much for one archive, and no more is read"
            advice = f"unpack it, or raise the limit with --limit archive-bytes={10 * self._limit}"
            raise SourceError(self._label, cause, advice)
