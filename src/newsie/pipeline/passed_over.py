"""Passages in which a frame fits, yet no meeting was read: material for error analysis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.frames import FrameMatch, match_frames
from newsie.pipeline.genres import genres
from newsie.pipeline.quotations import quoted_tokens

Reason = Literal["quotation", "genre", "participants"]


@dataclass(frozen=True)
class PassedOver:
    """A trigger, its sentence, the frames that fit there, in the order of their file, and why it is no meeting.

    `quotation`: it is somebody's words. `genre`: the article is of sport or fiction. `participants`: too few of those
    who take part are named, or hold an office.
    """

    trigger: Span
    clause: Clause
    matches: Sequence[FrameMatch]
    reason: Reason

    @property
    def sentence(self) -> Span:
        """The sentence in the article."""
        return self.clause.span

    @property
    def rule(self) -> str:
        """The rule of the first frame that fits."""
        return self.matches[0].frame.rule


def passed_over(doc: Doc) -> Iterator[PassedOver]:
    """Yield the passages of a Doc with meetings of which none became a draft, in the order of the text."""
    drafts: list[DraftMeeting] = [*(doc._.meetings or []), *(doc._.dismissed or [])]
    reported = [report.trigger for draft in drafts for report in (draft, *draft.joined)]
    taken = {index for trigger in reported for index in range(trigger.start, trigger.end)}
    quoted, of_genre = quoted_tokens(doc), bool(genres(doc))
    clauses: dict[int, Clause] = doc._.clauses or {}
    for start in sorted(clauses):
        for matches in match_frames(clauses[start].copy):
            head = clauses[start].origin(matches[0].head)
            if taken.isdisjoint(range(head.start, head.end)):
                reason: Reason = "quotation" if head.start in quoted else "genre" if of_genre else "participants"
                yield PassedOver(head, clauses[start], matches, reason)
