"""Records of single articles in, the record of the run out: every entity, meeting and agreement once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsie.records import (
    Agreement,
    Article,
    ArticleRecord,
    Generator,
    Judgement,
    Meeting,
    Organization,
    Person,
    Place,
    RunRecord,
)
from newsie.resolve.agreements import Signing, cluster_agreements, merged_agreement
from newsie.resolve.clusters import by_key
from newsie.resolve.entities import Resolved, Texts, resolved_organizations, resolved_people, resolved_places
from newsie.resolve.judgements import NO_JUDGEMENTS, Judgements, holding
from newsie.resolve.members import Entity, Member, in_order
from newsie.resolve.references import Entities, agreement_in_run, meeting_in_run, roles_in_run
from newsie.resolve.resolved_meetings import resolved_meetings
from newsie.resolve.sightings import Sighting, sighting
from newsie.resolve.sources import Origins, origins_of
from newsie.resolve.wire import wire_copies
from newsie.version import VERSION


@dataclass(frozen=True)
class Identities:
    """The entities of the run, and which of them an article's entity is: by the ids of the article and its own."""

    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    places: tuple[Place, ...]
    records: Entities


def resolve(records: Iterable[ArticleRecord], *, model: str = "", judgements: Iterable[Judgement] = ()) -> RunRecord:
    """Return what stands in all articles, each person, organization, place, meeting and agreement once.

    The order of `records` does not matter; one that comes twice (same article id) counts once. What is not surely one
    stays apart, unless people have judged otherwise; a meeting that they rejected is left out. Every id of the result
    is made from content. A run without any article names `model` as what made it.
    """
    judged = holding(judgements)
    ordered = in_order_of_sources(records)
    articles = [record.article for record in ordered]
    copies = wire_copies(articles)
    texts = independent_texts(articles, copies)
    identities = identify(ordered, texts, judged)
    return RunRecord(
        generator=ordered[0].generator if ordered else Generator(newsie=VERSION, model=model),
        articles=tuple(_with_original(article, copies) for article in articles),
        people=identities.people,
        organizations=identities.organizations,
        places=identities.places,
        dates=tuple(date for record in ordered for date in record.dates),
        meetings=_meetings(ordered, identities, texts, judged),
        agreements=_agreements(ordered, identities),
    )


def in_order_of_sources(records: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    """Return the records in the order of a run, each article once."""
    ordered = sorted(records, key=lambda record: (record.article.source, record.article.id))
    return [same[0] for same in by_key(ordered, lambda record: record.article.id).values()]


def independent_texts(articles: Iterable[Article], copies: Mapping[str, str]) -> Texts:
    """Return for the id of each article that of the text that it prints: its own, or that of which it is a copy."""
    return {article.id: copies.get(article.id, article.id) for article in articles}


def _with_original(article: Article, copies: Mapping[str, str]) -> Article:
    return article.model_copy(update={"wire_copy_of": copies[article.id]}) if article.id in copies else article


def identify(records: Sequence[ArticleRecord], texts: Texts, judgements: Judgements = NO_JUDGEMENTS) -> Identities:
    """Return the people, organizations and places of a run; `records` are in the order of sources."""
    found = [(order, record) for order, record in enumerate(records)]
    people = in_order(Member(record, order, person) for order, record in found for person in record.people)
    named = in_order(Member(record, order, one) for order, record in found for one in record.organizations)
    places = in_order(Member(record, order, place) for order, record in found for place in record.places)
    merged_people = resolved_people(people, texts, judgements)
    merged_named = resolved_organizations(named, texts, judgements)
    merged_places = resolved_places(places, texts, judgements)
    return Identities(
        people=_by_appearance(merged_people),
        organizations=_by_appearance(merged_named),
        places=_by_appearance(merged_places),
        records={**_by_member(merged_people), **_by_member(merged_named), **_by_member(merged_places)},
    )


def _by_appearance(merged: Sequence[Resolved[Entity]]) -> tuple[Entity, ...]:
    ordered = sorted(merged, key=lambda one: min(member.position for member in one[0]))
    return tuple(record for _, record in ordered)


def _by_member(merged: Sequence[Resolved[Entity]]) -> dict[tuple[str, str], Entity]:
    return {member.key: record for members, record in merged for member in members}


def sightings_of(records: Sequence[ArticleRecord], identities: Identities) -> list[Sighting]:
    """Return all meetings of all articles, with the ids that entities have in the run; a meeting keeps its own id."""
    kinds = {one.id: "facility" for one in identities.organizations}
    kinds.update((place.id, place.kind or "unknown") for place in identities.places)
    return [one for order, record in enumerate(records) for one in _sightings(record, order, identities.records, kinds)]


def _sightings(record: ArticleRecord, order: int, entities: Entities, kinds: Mapping[str, str]) -> Iterator[Sighting]:
    roles = roles_in_run(record, entities) if record.meetings else {}
    for meeting in record.meetings:
        yield sighting(record.article, order, meeting_in_run(meeting, record.article.id, entities), kinds, roles)


def origins_by_article(records: Iterable[ArticleRecord], identities: Identities, texts: Texts) -> Mapping[str, Origins]:
    """Return where what each article says comes from, by its id."""
    return {record.article.id: origins_of(record, texts[record.article.id], identities.records) for record in records}


def _meetings(
    records: Sequence[ArticleRecord], identities: Identities, texts: Texts, judgements: Judgements
) -> tuple[Meeting, ...]:
    origins = origins_by_article(records, identities, texts)
    resolved = resolved_meetings(sightings_of(records, identities), origins, judgements)
    placed = [(min(one.position for one in cluster), meeting) for cluster, meeting in resolved]
    return tuple(meeting for _, meeting in sorted(placed, key=_by_day))


def _by_day(found: tuple[tuple[int, int], Meeting]) -> tuple[bool, str, tuple[int, int], str]:
    position, meeting = found
    day = meeting.date.from_ if meeting.date else None
    return day is None, day.isoformat() if day else "", position, meeting.id


def _agreements(records: Sequence[ArticleRecord], identities: Identities) -> tuple[Agreement, ...]:
    signings = [
        Signing(record.article, order, agreement_in_run(agreement, record.article.id, identities.records))
        for order, record in enumerate(records)
        for agreement in record.agreements
    ]
    clusters = cluster_agreements(signings)
    ordered = sorted(clusters, key=lambda cluster: min(one.position for one in cluster))
    return tuple(merged_agreement(cluster) for cluster in ordered)
