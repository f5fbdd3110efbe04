"""The component `newsie_aliases`: who and what is meant by each mention of the article.

Names are joined to people, organizations and places; then descriptions and pronouns to the person that the article
makes plain, or to nobody.
"""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.complements import complement
from newsie.pipeline.coreference import PersonCluster, cluster_people
from newsie.pipeline.descriptions import Description, descriptions, people_meant
from newsie.pipeline.entities import Entity
from newsie.pipeline.extensions import register
from newsie.pipeline.person_facts import REACH, distinct_ranks, distinct_roles
from newsie.pipeline.place_facts import named_countries, place_facts, place_form
from newsie.pipeline.pronouns import pronouns
from newsie.pipeline.salience import spoken_of
from newsie.pipeline.spans import group, set_group, within
from newsie.pipeline.stories import story_start


@Language.factory(
    "newsie_aliases", assigns=["doc.spans", "doc._.entities", "span._.mention_kind"], requires=["doc.ents", "token.dep"]
)
def make_aliases(nlp: Language, name: str) -> "MentionResolver":
    """Create the component; it comes after people, organizations, places and roles."""
    register()
    return MentionResolver()


class MentionResolver:
    """Writes doc._.entities and doc.spans["mentions"]."""

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the mentions of `doc`."""
        doc._.entities = {}
        mentions = [*_people(doc), *_organizations(doc), *_places(doc)]
        set_group(doc, "mentions", mentions)
        set_group(doc, "mentions", [*mentions, *_described(doc)])
        set_group(doc, "mentions", [*doc.spans["mentions"], *_pronouns(doc)])
        return doc


def _mention(span: Span, entity: Entity, kind: str) -> Span:
    mention = Span(span.doc, span.start, span.end, label=entity.kind, kb_id=entity.key, span_id=span.id_)
    mention._.mention_kind = kind
    return mention


def _people(doc: Doc) -> Iterator[Span]:
    clusters, owner = cluster_people(doc)
    entities: dict[int, Entity] = {}
    for number, cluster in enumerate(clusters, 1):
        entity = _person(f"person-{number}", cluster)
        doc._.entities[entity.key] = entities[id(cluster)] = entity
    for span, cluster in owner.items():
        entity = entities[id(cluster)]
        kind = "name" if " ".join(span.text.split()) == entity.names[0] else "alias"
        yield _mention(with_title(span), entity, kind)


def _person(key: str, cluster: PersonCluster) -> Entity:
    roles = distinct_roles(cluster.roles)
    country = next((role.country for role in roles if role.country), None) or _nationality(cluster)
    ranks = distinct_ranks(cluster.ranks)
    return Entity(key, "PERSON", cluster.forms(), country=country, ranks=ranks, roles=roles)


def _nationality(cluster: PersonCluster) -> str | None:
    """The country whose adjective stands before a name with its rank: "Bangladeshi Lt Gen S M Karim"."""
    before = (with_title(span).start - 1 for span in cluster.spans)
    codes = (countries.demonym_code(cluster.spans[0].doc[index].text) for index in before if index >= 0)
    return next((code for code in codes if code), None)


def with_title(span: Span) -> Span:
    """A name with the titles, ranks and honorifics that stand directly before it."""
    doc, start = span.doc, span.start
    moved = True
    while moved:
        begin = names.honorific_start(doc, start)
        ranks = within(doc, "ranks", max(begin - 1, 0), begin)
        begin = min([rank.start for rank in ranks if rank.end == begin], default=begin)
        begin = min(
            [
                role.start
                for role in within(doc, "roles", max(begin - REACH, 0), begin)
                if role.label_ == "ROLE" and role._.holder.end == span.end and _reaches(role, begin)
            ],
            default=begin,
        )
        moved, start = begin < start, begin
    return Span(doc, start, span.end, span_id=span.id_)


def _reaches(role: Span, index: int) -> bool:
    of = complement(role)
    return role.end == index or (of is not None and of.end == index)


def _organizations(doc: Doc) -> Iterator[Span]:
    acronyms = {span._.acronym: _key(span) for span in group(doc, "organizations") if span._.acronym}
    entities: dict[str, Entity] = {}
    for span in group(doc, "organizations"):
        key = acronyms.get(span.text, _key(span))
        entity = entities.get(key)
        if entity is None:
            entity = entities[key] = Entity(f"organization-{len(entities) + 1}", "ORG", [])
            doc._.entities[entity.key] = entity
        entity.acronym = entity.acronym or span._.acronym
        entity.country = entity.country or countries.country_in(span.text)
        form = " ".join(span.text.split())
        if span.text not in acronyms and form not in entity.names:
            entity.names.append(form)
        yield _mention(span, entity, "alias" if span.text in acronyms else "name")


def _key(span: Span) -> str:
    return " ".join(names.words_of(span))


def _places(doc: Doc) -> Iterator[Span]:
    entities: dict[str, Entity] = {}
    named = named_countries(doc)
    for span in group(doc, "places"):
        key = _place_key(span)
        facts = place_facts(span, named)
        entity = entities.get(key)
        if entity is None:
            entity = entities[key] = Entity(f"place-{len(entities) + 1}", "PLACE", [], place_kind=facts.kind)
            doc._.entities[entity.key] = entity
        entity.country = entity.country or facts.country
        form = place_form(span)
        if form not in entity.names:
            entity.names.append(form)
        yield _mention(span, entity, "name")


def _place_key(span: Span) -> str:
    return countries.country_code(span.text) or " ".join(names.words_of(span))


def _described(doc: Doc) -> Iterator[Span]:
    """Yield a mention for each description of a person, in the order of the text: each is a clue for the next."""
    people = [mention for mention in group(doc, "mentions") if mention.label_ == "PERSON"]
    last_unclear = -1
    for description in sorted(descriptions(doc), key=lambda description: description.span.start):
        entity = None if _introduces(description.span, people) else _meant(description, people, last_unclear)
        if entity is None:
            last_unclear = description.span.start
            continue
        mention = _mention(description.span, entity, "description")
        people.append(mention)
        yield mention


def _introduces(description: Span, people: Sequence[Span]) -> bool:
    """Whether the name of somebody new stands behind it: "his Omani counterpart, Ada Obi", is none of those before."""
    doc, start = description.doc, description.end + 1
    if start >= len(doc) or doc[description.end].text != ",":
        return False
    behind = next((mention for mention in people if mention.start == start), None)
    return behind is not None and not any(m.kb_id_ == behind.kb_id_ and m.end <= description.start for m in people)


def _meant(description: Description, people: Sequence[Span], last_unclear: int) -> Entity | None:
    """The one of the people mentioned before a description, in its story, whom it means.

    `last_unclear` is where the last description stands for which nobody was found: the text may speak of them since.
    """
    doc, end = description.span.doc, description.span.start
    start = story_start(doc, end)
    before = [mention for mention in people if start <= mention.start and mention.end <= end]
    fitting = people_meant(description, [doc._.entities[key] for key in dict.fromkeys(m.kb_id_ for m in before)])
    if len(fitting) == 1:
        return fitting[0]
    meant = None if description.is_vague else spoken_of(description.span, fitting, before)
    is_last = meant is not None and any(
        m.kb_id_ == meant.key and doc[m.start].sent.start > last_unclear for m in before
    )
    return meant if is_last else None


def _pronouns(doc: Doc) -> Iterator[Span]:
    for span, key in pronouns(doc):
        yield _mention(span, doc._.entities[key], "pronoun")
