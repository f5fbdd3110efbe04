"""Portfolios: which offices of two countries correspond."""

import pytest

from newsie.offices import Portfolio, office_rules
from newsie.pipeline.entities import Entity
from newsie.pipeline.portfolios import are_counterparts, portfolios_held, portfolios_of
from newsie.records import Role


@pytest.mark.parametrize("entry", office_rules().portfolio, ids=lambda entry: entry.name)
def test_every_portfolio_has_its_example_and_not_its_near_miss(entry: Portfolio) -> None:
    assert portfolios_of(entry.example) == {entry.name}
    assert entry.name not in portfolios_of(entry.near_miss)


def test_a_deputy_has_a_deputys_portfolio() -> None:
    assert portfolios_of("Deputy Foreign Minister") == {"deputy foreign affairs"}
    assert portfolios_of("Assistant Secretary of State") == {"deputy foreign affairs"}


def test_a_defence_chief_is_a_minister_or_a_general() -> None:
    assert portfolios_of("defence chief") == {"defence", "armed forces"}


def person(*titles: str, former: str = "") -> Entity:
    roles = [Role(title=title) for title in titles] + ([Role(title=former, status="former")] if former else [])
    return Entity("person-1", "PERSON", ["Ada Obi"], roles=roles)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (person("Foreign Minister"), person("Secretary of State"), True),
        (person("Minister of National Defense"), person("Defence Secretary"), True),
        (person("Prime Minister"), person("Chancellor"), True),
        (person("mayor", "Premier"), person("Prime Minister"), True),
        (person("Postmaster"), person("Postmaster"), True),
        (person("Deputy Foreign Minister"), person("Foreign Minister"), False),
        (person("Prime Minister"), person("President"), False),
        (person("Vice President"), person("President"), False),
        (person("Postmaster"), person("Harbourmaster"), False),
        (person("Foreign Minister"), person(former="Foreign Minister"), False),
        (person(), person(), False),
    ],
)
def test_whose_counterpart_is_whose(one: Entity, other: Entity, expected: bool) -> None:
    assert are_counterparts(one, other) is expected
    assert are_counterparts(other, one) is expected


def test_who_held_an_office_once_holds_none() -> None:
    assert portfolios_held(person("Home Secretary", former="President")) == {"interior"}
