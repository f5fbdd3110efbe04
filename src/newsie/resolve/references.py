"""What the meetings and agreements of one article say of participants and places, in terms of the run."""

from collections.abc import Iterable, Iterator, Mapping

from newsie.records import (
    Agreement,
    ArticleRecord,
    Meeting,
    Organization,
    Participant,
    Person,
    Place,
    PlaceReference,
    Role,
)

Entities = Mapping[tuple[str, str], Person | Organization | Place]
"""The run's record of each entity of an article, by the ids of the article and its own."""


def meeting_in_run(meeting: Meeting, article: str, entities: Entities) -> Meeting:
    """Return a meeting of the article with that id, with the ids and names of the run for those who have a record."""
    participants = tuple(_participants(meeting.participants, article, entities))
    places = tuple(_place_references(meeting.places, article, entities))
    return meeting.model_copy(update={"participants": participants, "places": places})


def roles_in_run(record: ArticleRecord, entities: Entities) -> dict[str, tuple[Role, ...]]:
    """Return the roles that an article gives its people, by their ids in the run."""
    return {entities[record.article.id, person.id].id: person.roles for person in record.people if person.roles}


def agreement_in_run(agreement: Agreement, article: str, entities: Entities) -> Agreement:
    """Return an agreement of the article with that id, with the ids and names of the run."""
    return agreement.model_copy(
        update={
            "parties": tuple(_participants(agreement.parties, article, entities)),
            "signatories": tuple(_participants(agreement.signatories, article, entities)),
            "witnesses": tuple(_participants(agreement.witnesses, article, entities)),
            "places": tuple(_place_references(agreement.places, article, entities)),
        }
    )


def _participants(participants: Iterable[Participant], article: str, entities: Entities) -> Iterator[Participant]:
    for one in participants:
        entity = entities[article, one.id] if one.id else None
        yield one.model_copy(update={"id": entity.id, "name": entity.name}) if entity else one


def _place_references(places: Iterable[PlaceReference], article: str, entities: Entities) -> Iterator[PlaceReference]:
    for place in places:
        entity = entities[article, place.id] if place.id else None
        # What is known of an organization is where it belongs, not where this seat of it is.
        country = entity.country if isinstance(entity, Place) else None
        yield (
            place.model_copy(update={"id": entity.id, "name": entity.name, "country": country or place.country})
            if entity
            else place
        )
