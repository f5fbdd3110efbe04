"""The extension attributes in which newsie's components leave what a spaCy Doc has no place for.

Span groups in `doc.spans` (labels and `id_` name the rule that fired):

    ranks          rank words beside a name; `span._.rank` is the Rank
    people         names of people, without rank, honorific and role
    titles         titles of offices, whoever holds them; `span._.role` as far as the title itself says it
    organizations  names and acronyms of organizations; `span._.acronym` where one is introduced behind the name
    places         names of places
    roles          titles that a named person holds; `span._.role` is the Role, `span._.holder` the name's span
    timexes        expressions of time; the label is the TIMEX3 type, `span._.timex` the Timex
    dates          those of them that name days; `span._.date` is the DateValue
    mentions       everything that refers to an entity, a person's name with title, rank and honorific before it: label
                   PERSON, ORG or PLACE, `kb_id_` the key of the entity in `doc._.entities`, `span._.mention_kind` name,
                   alias, description or pronoun
    meetings       triggers of meetings
    agreements     triggers of agreements

Attributes of the Doc: `doc._.article` (records.Article, set before the pipeline runs), `doc._.entities`,
`doc._.meetings`, `doc._.dismissed` (drafts of which a cue says that there was no meeting) and `doc._.agreements` (see
`entities`), `doc._.clauses`, the sentences parsed in simplified form, and `doc._.stories`, where its stories begin.
"""

from spacy.tokens import Doc, Span


def register() -> None:
    """Register newsie's extension attributes, all None until a component sets them; safe to call again."""
    for name in ("article", "entities", "clauses", "meetings", "dismissed", "agreements", "stories"):
        _register(Doc, name)
    for name in ("rank", "role", "holder", "date", "timex", "acronym", "mention_kind"):
        _register(Span, name)


def _register(owner: type[Doc] | type[Span], name: str) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, default=None)
