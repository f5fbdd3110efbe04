"""Organizations found, by name, acronym or short form."""

from collections.abc import Iterator

from newsie.evaluate.gold import GoldArticle, GoldOrganization
from newsie.evaluate.names import same_text
from newsie.evaluate.outcomes import Outcome
from newsie.records import Findings, Organization


def organization_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge organizations; one prediction may stand for several of the gold, and optional ones count neither way."""
    for gold in article.organizations:
        if not gold.optional:
            hit = any(_same_organization(found, gold) for found in findings.organizations)
            yield Outcome("organizations", "found" if hit else "missed")
    for found in findings.organizations:
        if not _is_known(found, article):
            yield Outcome("organizations", "extra")


def _same_organization(found: Organization, gold: GoldOrganization) -> bool:
    names = filter(None, (found.name, found.acronym))
    gold_names = [name for name in (gold.name, gold.acronym, *gold.aliases) if name]
    return any(same_text(name, gold_name) for name in names for gold_name in gold_names)


def _is_known(found: Organization, article: GoldArticle) -> bool:
    return any(_same_organization(found, gold) for gold in article.organizations) or any(
        same_text(found.name, gold.name) for gold in article.organizations_optional
    )
