"""Of which of several people a definite description speaks: the one of whom the text has just been speaking.

Centering theory (Grosz, Joshi and Weinstein 1995): a description goes on with the centre of the sentence before, which
is the subject sooner than anybody else. That alone decides nothing here; a second clue has to agree.
"""

from collections.abc import Sequence

from spacy.tokens import Span

from newsie.pipeline.descriptions import told_countries
from newsie.pipeline.entities import Entity
from newsie.pipeline.syntax import SUBJECTS

# How many sentences back somebody is still spoken of.
LONGEST_REACH = 3


def spoken_of(description: Span, fitting: Sequence[Entity], mentions: Sequence[Span]) -> Entity | None:
    """Return the one of the people whom a description fits of whom the text speaks, or None if that is not plain.

    It is the only one of them in the last sentence that names any, or its subject if he is the one official whose
    country nobody tells: the home press tells it of the guests, and says "the president" of its own. If these two
    contradict each other, nobody is meant, and nobody if the description's own sentence names one of them already.

    `mentions` are those of people in front of the description.
    """
    keys = {person.key for person in fitting}
    nearest = max((mention for mention in mentions if mention.kb_id_ in keys), key=lambda m: m.start, default=None)
    if nearest is None or not _is_within_reach(nearest, description):
        return None
    sentence = nearest.doc[nearest.start].sent
    named = [mention for mention in mentions if mention.kb_id_ in keys and mention.start >= sentence.start]
    at_home = _at_home(fitting)
    if len({mention.kb_id_ for mention in named}) == 1:
        meant = nearest.kb_id_
        return next(person for person in fitting if person.key == meant) if at_home in (None, meant) else None
    verb = sentence.root
    subjects = {m.kb_id_ for m in named if any(token.dep_ in SUBJECTS and token.head == verb for token in m)}
    spoken = subjects or {mention.kb_id_ for mention in named if mention.end <= verb.i}
    return next(person for person in fitting if person.key == at_home) if spoken == {at_home} else None


def _is_within_reach(mention: Span, description: Span) -> bool:
    """Whether a mention stands in one of the sentences before the description's own, and not too far back."""
    doc, first = description.doc, description.doc[description.start].sent.start
    if mention.start >= first:
        return False
    between = sum(1 for token in doc[mention.start : first + 1] if token.is_sent_start) - 1
    return between < LONGEST_REACH


def _at_home(fitting: Sequence[Entity]) -> str | None:
    """The key of the only one whose country is not told."""
    stateless = [person.key for person in fitting if not told_countries(person)]
    return stateless[0] if len(stateless) == 1 else None
