"""What several articles say of one person, put together in one record."""

from collections.abc import Iterable

from newsie.folding import fold
from newsie.records import Person, Rank, Role
from newsie.resolve.members import Member, all_mentions, in_order, name_forms, run_id
from newsie.resolve.names import fullest


def merged_person(found: Iterable[Member[Person]]) -> Person:
    """Return the record of a person with what all articles say."""
    members = in_order(found)
    forms = name_forms(members)
    name = fullest(forms)
    return Person(
        id=run_id("person", members),
        name=name,
        aliases=tuple(form for form in forms if form != name),
        ranks=_union_of_ranks(rank for member in members for rank in member.record.ranks),
        roles=_union_of_roles(role for member in members for role in member.record.roles),
        mentions=all_mentions(members),
    )


def _union_of_ranks(ranks: Iterable[Rank]) -> tuple[Rank, ...]:
    """Ranks of one name are one rank, with what any article adds to it."""
    union: dict[str, Rank] = {}
    for rank in ranks:
        known = union.get(rank.name, rank)
        union[rank.name] = Rank(
            name=rank.name,
            grade=known.grade or rank.grade,
            branch=known.branch or rank.branch,
            retired=known.retired or rank.retired,
        )
    return tuple(union.values())


def _union_of_roles(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles of one title are one role where none contradicts the other, with what any article adds to it."""
    union: list[Role] = []
    for role in roles:
        for position, known in enumerate(union):
            if _one_role(known, role):
                union[position] = _combined_role(known, role)
                break
        else:
            union.append(role)
    return tuple(union)


def _one_role(left: Role, right: Role) -> bool:
    return (
        fold(left.title) == fold(right.title)
        and left.status == right.status
        and _agree(left.acronym, right.acronym)
        and _agree(left.organization, right.organization)
        and _agree(left.country, right.country)
    )


def _agree(left: str | None, right: str | None) -> bool:
    return left is None or right is None or fold(left) == fold(right)


def _combined_role(known: Role, added: Role) -> Role:
    return Role(
        title=known.title,
        acronym=known.acronym or added.acronym,
        organization=known.organization or added.organization,
        country=known.country or added.country,
        status=known.status,
    )
