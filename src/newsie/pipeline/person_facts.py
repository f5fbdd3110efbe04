"""The ranks and roles that stand beside a person's names, each once."""

import re
from collections.abc import Iterable

from spacy.tokens import Span

from newsie.pipeline import names
from newsie.pipeline.spans import within
from newsie.records import Rank, Role

# Between a name and its rank behind: "Ada Obi, who is a retired Ghanaian army | colonel".
MAX_TOKENS_BETWEEN = 6
# How far from a name its title can stand. The model's sentences are no bounds: they may end at "Gen." or "Sec.".
REACH = 40


def rank_before(span: Span) -> Rank | None:
    """The rank that stands directly before a name, honorifics aside."""
    first = names.honorific_start(span.doc, span.start)
    ranks = [
        rank for rank in within(span.doc, "ranks", max(first - 1, 0), span.start) if rank.end in (span.start, first)
    ]
    return ranks[0]._.rank if ranks else None


def titles_before(span: Span) -> list[Role]:
    """The roles whose titles stand before a name and belong to it."""
    before = within(span.doc, "roles", max(span.start - REACH, 0), span.start)
    return [role._.role for role in before if role._.holder == span and role.end <= span.start]


def ranks_beside(span: Span) -> list[Rank]:
    """The ranks of a name: directly before it, or behind it ("Ada Obi, a retired major general,")."""
    before = rank_before(span)
    ranks = within(span.doc, "ranks", span.end, span.end + MAX_TOKENS_BETWEEN + 1)
    behind = [rank._.rank for rank in ranks if rank.start >= span.end and _refers_back(rank, span)]
    return [*([before] if before else []), *behind]


def _refers_back(rank: Span, name: Span) -> bool:
    """Whether only a comma or bracket, an article and lower-case words stand between a name and a rank behind it."""
    between = rank.doc[name.end : rank.start]
    if (
        len(between) > MAX_TOKENS_BETWEEN
        or rank.sent != name.sent
        or any(person.start == rank.end for person in within(rank.doc, "people", rank.end, rank.end + 1))
    ):
        return False
    return re.fullmatch(r"\(|,\s+(?:an?|the|who (?:is|was) an?)\b(?:\s+[\w.-]+)*", between.text.strip()) is not None


def distinct_ranks(ranks: Iterable[Rank]) -> list[Rank]:
    """`ranks` without the courtesy forms of others: "General" beside "Lieutenant General" says nothing of its own."""
    unique: dict[str, Rank] = {}
    for rank in ranks:
        known = unique.get(rank.name)
        unique[rank.name] = rank if known is None or (rank.retired and not known.retired) else known
    return [r for r in unique.values() if not any(other.name.endswith(f" {r.name}") for other in unique.values())]


def distinct_roles(roles: Iterable[Role]) -> list[Role]:
    """`roles` with repetitions joined: same title, or a short form of it, with nothing that contradicts."""
    joined: list[Role] = []
    for role in sorted(roles, key=lambda role: -len(role.title.split())):
        index = next((i for i, known in enumerate(joined) if _repeats(role, known)), None)
        if index is None:
            joined.append(role)
        else:
            joined[index] = _filled(joined[index], role)
    return joined


def _repeats(role: Role, known: Role) -> bool:
    words, others = role.title.lower().split(), known.title.lower().split()
    short_form = others[-len(words) :] == words or others[: len(words)] == words or role.title == known.acronym
    agree = all(
        getattr(role, key) in (None, getattr(known, key)) or getattr(known, key) is None
        for key in ("country", "organization")
    )
    return short_form and agree and (role.status == known.status or len(words) < len(others))


def _filled(known: Role, role: Role) -> Role:
    missing = {key: getattr(role, key) for key in ("acronym", "organization", "country") if getattr(known, key) is None}
    return known.model_copy(update=missing)
