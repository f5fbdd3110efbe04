"""Who took part in a meeting: gold and predicted participants compared under all their names."""

from newsie.evaluate.gold import GoldArticle, GoldMeeting, GoldParticipant
from newsie.evaluate.names import Forms, forms, same_person, same_text
from newsie.records import Findings, Meeting, Participant


def gold_forms(article: GoldArticle, participant: GoldParticipant) -> Forms:
    """Return the name forms of a participant: for a person, those of the article's person of that name."""
    if participant.type == "person":
        for person in (*article.people, *article.people_optional):
            if participant.name in forms(person):
                return forms(person)
    return (participant.name,)


def predicted_forms(findings: Findings, participant: Participant) -> Forms:
    """Return the name forms of a participant: for a person on record, those of the record."""
    for person in findings.people:
        if participant.id and person.id == participant.id:
            return forms(person)
    return (participant.name,)


def shared_participants(article: GoldArticle, gold: GoldMeeting, findings: Findings, meeting: Meeting) -> int:
    """Count the participants of a gold meeting, optional ones too, that a predicted meeting has."""
    present = [predicted_forms(findings, participant) for participant in meeting.participants]
    return sum(_is_among(article, participant, present) for participant in gold.everyone)


def _is_among(article: GoldArticle, participant: GoldParticipant, present: list[Forms]) -> bool:
    wanted = gold_forms(article, participant)
    if participant.type == "person":
        return any(same_person(one, wanted) for one in present)
    return any(same_text(name, gold_name) for one in present for name in one for gold_name in wanted)
