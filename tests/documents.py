"""Documents as tests write them, and what is read from them."""

import io
from dataclasses import dataclass, field

from newsie.errors import SourceError
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits


@dataclass
class Reading:
    """What a document gives: its format, drafts, and what is said of the rest."""

    format: str = ""
    drafts: list[Draft] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def draft(self) -> Draft:
        """The only draft of a document without errors."""
        assert self.errors == []
        (draft,) = self.drafts
        return draft

    @property
    def sources(self) -> list[str]:
        """Where the drafts are from."""
        return [draft.source for draft in self.drafts]


def read(name: str, data: str | bytes, limits: Limits | None = None, **fields: str) -> Reading:
    """Read a document of this name and content; `fields` are as of --field."""
    reading = Reading()
    options = ReadOptions(fields=fields, limits=limits or Limits())
    context = ReadContext(options, lambda error: reading.errors.append(str(error)), reading.warnings.append)
    payload = Payload(name, io.BytesIO(data.encode() if isinstance(data, str) else data), options.limits)
    try:
        found = format_of(payload)
        reading.format = found.name
        reading.drafts.extend(found.read(payload, context))
    except SourceError as error:
        reading.errors.append(str(error))
    return reading
