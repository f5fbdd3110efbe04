"""The gold: articles annotated by hand. Keys that no measure reads are left aside.

What is `optional` is right if found and no loss if not. The keys that end in `_alt` hold further right answers.
"""

from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from newsie.errors import InputError
from newsie.evaluate.dates import days
from newsie.evaluate.jsonl import ADVICE, read_jsonl
from newsie.records import MeetingKind, ParticipantType, Status


def _as_list(value: Any) -> Any:
    """An alternative may stand alone, without the brackets of a list."""
    return value if isinstance(value, list) else [value] if value else []


def _as_named(value: Any) -> Any:
    """An optional person or organization may be just its name."""
    return {"name": value} if isinstance(value, str) else value


def _dated(value: str) -> str:
    days(value)
    return value


class GoldModel(BaseModel):
    """Base of the annotations: immutable, unknown keys ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldRole(GoldModel):
    """The title of an office, as written."""

    title: str


class GoldPerson(GoldModel):
    """A person with all name forms that the article uses."""

    name: str
    aliases: tuple[str, ...] = ()
    rank: str | None = None
    roles: tuple[GoldRole, ...] = ()
    optional: bool = False


class GoldOrganization(GoldModel):
    """An organization with its acronym and short forms."""

    name: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    optional: bool = False


class GoldParticipant(GoldModel):
    """One who took part in a meeting; `name` is a form of a person's name, or the article's words."""

    name: str
    type: ParticipantType


GoldDate = Annotated[str, AfterValidator(_dated)]


class GoldMeeting(GoldModel):
    """One real-world meeting. `list_group` joins those that come from one list ("called on A, B and C")."""

    kind: MeetingKind
    kind_alt: Annotated[tuple[MeetingKind, ...], BeforeValidator(_as_list)] = ()
    status: Status
    status_alt: Annotated[tuple[Status, ...], BeforeValidator(_as_list)] = ()
    participants: tuple[GoldParticipant, ...]
    participants_optional: tuple[GoldParticipant, ...] = ()
    place: tuple[str, ...] = ()
    place_alt: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    date: GoldDate | None = None
    date_alt: Annotated[tuple[GoldDate, ...], BeforeValidator(_as_list)] = ()
    quote: str
    list_group: str | None = None
    optional: bool = False

    @property
    def everyone(self) -> tuple[GoldParticipant, ...]:
        """Those who took part, the optional ones last."""
        return self.participants + self.participants_optional

    @property
    def dates(self) -> tuple[str, ...]:
        """All values that are right for the date."""
        return ((self.date,) if self.date else ()) + self.date_alt


class GoldArticle(GoldModel):
    """What a careful reader finds in one article; `id` is the name of its text file without `.txt`."""

    id: str
    category: str
    people: tuple[GoldPerson, ...]
    people_optional: tuple[Annotated[GoldPerson, BeforeValidator(_as_named)], ...] = ()
    organizations: tuple[GoldOrganization, ...]
    organizations_optional: tuple[Annotated[GoldOrganization, BeforeValidator(_as_named)], ...] = ()
    meetings: tuple[GoldMeeting, ...]

    @property
    def core_meetings(self) -> tuple[GoldMeeting, ...]:
        """The meetings that must be found."""
        return tuple(meeting for meeting in self.meetings if not meeting.optional)


def read_gold(path: Path, category: str | None = None) -> list[GoldArticle]:
    """Return the annotated articles of a JSON Lines file, only those of `category` if given.

    Raises InputError for a file or line that cannot be used, and if no article is left.
    """
    articles = list(read_jsonl(path, GoldArticle))
    if not articles:
        raise InputError(f"{path}: holds no annotated article; {ADVICE}")
    chosen = [article for article in articles if category in (None, article.category)]
    if not chosen:
        categories = ", ".join(sorted({article.category for article in articles}))
        raise InputError(f"{path}: no article of category {category}; give one of {categories}")
    return chosen
