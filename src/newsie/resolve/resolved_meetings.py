"""Which reports are about one meeting, as it is computed and as people have judged it, with the record of each."""

from collections.abc import Mapping, Sequence

from newsie.records import Meeting
from newsie.resolve.encounters import closeness
from newsie.resolve.judgements import Judgements, judged
from newsie.resolve.meetings import cluster_meetings, merged_meeting
from newsie.resolve.sightings import Sighting
from newsie.resolve.sources import Origins


def resolved_meetings(
    sightings: Sequence[Sighting], origins: Mapping[str, Origins], judgements: Judgements
) -> list[tuple[Sequence[Sighting], Meeting]]:
    """Return the sightings of each meeting with its record, without those that somebody has rejected.

    `origins` are those of the articles, by their ids.
    """
    clusters: Sequence[Sequence[Sighting]] = cluster_meetings(sightings)
    if judgements.concern_identity:
        clusters = judged(clusters, {one.key: one for one in sightings}, judgements, closeness)
    return [
        (cluster, _marked(merged_meeting(cluster, origins), cluster, judgements))
        for cluster in clusters
        if not judgements.rejects(one.key for one in cluster)
    ]


def _marked(meeting: Meeting, cluster: Sequence[Sighting], judgements: Judgements) -> Meeting:
    accepted = judgements.accepts(one.key for one in cluster)
    return meeting.model_copy(update={"judgement": "accepted"}) if accepted else meeting
