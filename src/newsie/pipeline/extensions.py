"""The extension attributes in which newsie's components leave what a spaCy Doc has no place for.

Span groups in `doc.spans` (labels and `id_` name the rule that fired):

    ranks          rank words beside a name; `span._.rank` is the Rank
    people         names of people, without rank, honorific and role
    organizations  names and acronyms of organizations
    places         names of places
    roles          titles of offices; `span._.role` is the Role, `span._.holder` the name span of its holder, or None
    dates          expressions of time; `span._.date` is the DateValue
    mentions       everything that refers to an entity: label PERSON, ORG or PLACE, `kb_id_` the key of the entity in
                   `doc._.entities`, `span._.mention_kind` name, alias, description or pronoun
    meetings       triggers of meetings
    agreements     triggers of agreements
"""

from typing import Any

from spacy.tokens import Doc, Span


def register() -> None:
    """Register newsie's extension attributes; safe to call again."""
    for name, default in (("article", None), ("entities", None), ("meetings", None), ("agreements", None)):
        _register(Doc, name, default)
    for name in ("rank", "role", "holder", "date", "mention_kind"):
        _register(Span, name, None)


def _register(owner: type[Doc] | type[Span], name: str, default: Any) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, default=default)
