"""Which reports of several articles are about one agreement, and its record with all its reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from newsie.folding import fold
from newsie.ids import content_id
from newsie.records import Agreement, Article
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.comparison import Comparison
from newsie.resolve.sightings import Window, window
from newsie.resolve.unions import most_precise_date, union_of_participants, union_of_places
from newsie.resolve.words import initials

LookupKey = tuple[str, str]


@dataclass(frozen=True)
class Signing:
    """An agreement as one article has it, its ids those of the run. `order` is the article's position in the run."""

    article: Article
    order: int
    agreement: Agreement

    @property
    def position(self) -> tuple[int, int]:
        """Where the run reports it: article, offset."""
        return self.order, min(report.trigger.start for report in self.agreement.reports)

    @property
    def window(self) -> Window:
        """The days on which it can have been signed."""
        return window(self.agreement.date, "held", self.article.published)

    @property
    def participants(self) -> frozenset[str]:
        """The ids of parties and signatories that have a record."""
        everybody = (*self.agreement.parties, *self.agreement.signatories)
        return frozenset(one.id for one in everybody if one.id and one.type != "group")


def compare_agreements(left: Signing, right: Signing) -> Comparison:
    """Compare agreements: one document, two or more of the parties and signatories, and days that can be the same."""
    if not _one_document(left.agreement.document, right.agreement.document):
        return Comparison("different", ("different documents",))
    if not left.window.overlaps(right.window):
        return Comparison("different", ("different days",))
    shared = left.participants & right.participants
    if len(shared) < 2 or shared not in (left.participants, right.participants):
        return Comparison("different", ("different parties",))
    if left.article.id == right.article.id and left.participants != right.participants:
        return Comparison("different", ("one article tells them apart",))
    return Comparison("same", ("the same document", "the same parties", "compatible dates"), 3)


def cluster_agreements(signings: Sequence[Signing]) -> list[list[Signing]]:
    """Return what the articles say of each agreement together."""
    pairs = candidate_pairs(signings, lookup_keys)
    same = [(left, right) for left, right in pairs if _same(signings[left], signings[right])]
    return group(signings, same, _same)


def lookup_keys(signing: Signing) -> frozenset[LookupKey]:
    """Return what two reports of one agreement share at least one of: the ids of two of those who signed, in order.

    As of meetings, reports that no chain of shared keys connects never influence each other.
    """
    return frozenset(combinations(sorted(signing.participants), 2))


def merged_agreement(signings: Sequence[Signing]) -> Agreement:
    """Return the record of an agreement with all its reports."""
    ordered = sorted(signings, key=lambda one: one.position)
    first = ordered[0]
    return Agreement(
        id=content_id("agreement", first.article.id, first.agreement.id),
        document=first.agreement.document,
        subject=next((one.agreement.subject for one in ordered if one.agreement.subject), None),
        parties=union_of_participants(one.agreement.parties for one in ordered),
        signatories=union_of_participants(one.agreement.signatories for one in ordered),
        witnesses=union_of_participants(one.agreement.witnesses for one in ordered),
        places=union_of_places(one.agreement.places for one in ordered),
        date=most_precise_date(one.agreement.date for one in ordered),
        reports=tuple(report for one in ordered for report in one.agreement.reports),
    )


def _same(left: Signing, right: Signing) -> bool:
    return compare_agreements(left, right).verdict == "same"


def _one_document(left: str, right: str) -> bool:
    """Whether two names of a document are one, a Memorandum of Understanding and an MoU among them."""
    return fold(left) == fold(right) or fold(left) in initials(right) or fold(right) in initials(left)
