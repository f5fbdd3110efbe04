"""Records of single articles in, the record of the run out: every entity, meeting and agreement once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsie.records import (
    Agreement,
    Article,
    ArticleRecord,
    Generator,
    Meeting,
    Organization,
    Person,
    Place,
    RunRecord,
)
from newsie.resolve.agreements import Signing, cluster_agreements, merged_agreement
from newsie.resolve.clusters import by_key
from newsie.resolve.meetings import cluster_meetings, merged_meeting
from newsie.resolve.members import Entity, Member, in_order
from newsie.resolve.organizations import cluster_organizations, merged_organization
from newsie.resolve.people import cluster_people
from newsie.resolve.person_record import merged_person
from newsie.resolve.places import cluster_places, merged_place
from newsie.resolve.profiles import profile
from newsie.resolve.references import Entities, agreement_in_run, meeting_in_run
from newsie.resolve.sightings import Sighting, sighting
from newsie.resolve.sources import Origins, origins_of
from newsie.resolve.wire import wire_copies
from newsie.version import VERSION

Texts = Mapping[str, str]
Merged = list[tuple[Sequence[Member[Entity]], Entity]]


@dataclass(frozen=True)
class Identities:
    """The entities of the run, and which of them an article's entity is: by the ids of the article and its own."""

    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    places: tuple[Place, ...]
    records: Entities


def resolve(records: Iterable[ArticleRecord], *, model: str = "") -> RunRecord:
    """Return what stands in all articles, each person, organization, place, meeting and agreement once.

    The order of `records` does not matter; one that comes twice (same article id) counts once. What is not surely one
    stays apart. Every id of the result is made from content. A run without any article names `model` as what made it.
    """
    ordered = in_order_of_sources(records)
    articles = [record.article for record in ordered]
    copies = wire_copies(articles)
    texts = independent_texts(articles, copies)
    identities = identify(ordered, texts)
    return RunRecord(
        generator=ordered[0].generator if ordered else Generator(newsie=VERSION, model=model),
        articles=tuple(_with_original(article, copies) for article in articles),
        people=identities.people,
        organizations=identities.organizations,
        places=identities.places,
        dates=tuple(date for record in ordered for date in record.dates),
        meetings=_meetings(ordered, identities, texts),
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


def identify(records: Sequence[ArticleRecord], texts: Texts) -> Identities:
    """Return the people, organizations and places of a run; `records` are in the order of sources."""
    found = [(order, record) for order, record in enumerate(records)]
    people = in_order(Member(record, order, person) for order, record in found for person in record.people)
    named = in_order(Member(record, order, one) for order, record in found for one in record.organizations)
    places = in_order(Member(record, order, place) for order, record in found for place in record.places)
    profiles = cluster_people(profile(member, texts[member.key[0]]) for member in people)
    merged_people: Merged[Person] = [(one.members, merged_person(one)) for one in profiles]
    merged_named: Merged[Organization] = [
        (one.members, merged_organization(one)) for one in cluster_organizations(named, texts)
    ]
    merged_places: Merged[Place] = [(one.members, merged_place(one)) for one in cluster_places(places, texts)]
    return Identities(
        people=_by_appearance(merged_people),
        organizations=_by_appearance(merged_named),
        places=_by_appearance(merged_places),
        records={**_by_member(merged_people), **_by_member(merged_named), **_by_member(merged_places)},
    )


def _by_appearance(merged: Merged[Entity]) -> tuple[Entity, ...]:
    ordered = sorted(merged, key=lambda one: min(member.position for member in one[0]))
    return tuple(record for _, record in ordered)


def _by_member(merged: Merged[Entity]) -> dict[tuple[str, str], Entity]:
    return {member.key: record for members, record in merged for member in members}


def sightings_of(records: Sequence[ArticleRecord], identities: Identities) -> list[Sighting]:
    """Return all meetings of all articles, with the ids that entities have in the run; a meeting keeps its own id."""
    kinds = {one.id: "facility" for one in identities.organizations}
    kinds.update((place.id, place.kind or "unknown") for place in identities.places)
    return [
        sighting(record.article, order, meeting_in_run(meeting, record.article.id, identities.records), kinds)
        for order, record in enumerate(records)
        for meeting in record.meetings
    ]


def origins_by_article(records: Iterable[ArticleRecord], identities: Identities, texts: Texts) -> Mapping[str, Origins]:
    """Return where what each article says comes from, by its id."""
    return {record.article.id: origins_of(record, texts[record.article.id], identities.records) for record in records}


def _meetings(records: Sequence[ArticleRecord], identities: Identities, texts: Texts) -> tuple[Meeting, ...]:
    clusters = cluster_meetings(sightings_of(records, identities))
    origins = origins_by_article(records, identities, texts)
    merged = [(min(one.position for one in cluster), merged_meeting(cluster, origins)) for cluster in clusters]
    return tuple(meeting for _, meeting in sorted(merged, key=_by_day))


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
