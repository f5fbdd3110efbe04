"""The spans of a Doc written into its text, as `markup.parse` reads them: what a table of examples is compared with."""

from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie.pipeline.spans import group
from newsie.records import Role

Attributes = Callable[[Span], dict[str, object]]


def marked(doc: Doc, label: str, spans: Iterable[Span], attributes: Attributes = lambda span: {}) -> str:
    """Return the text of `doc` with `spans`, none of which overlap, in tags named `label`.

    What `attributes` gives for a span stands in its tag, but for None.
    """
    text, position = "", 0
    for span in sorted(spans, key=lambda span: span.start_char):
        shown = "".join(f" {name}='{value}'" for name, value in attributes(span).items() if value is not None)
        text += f"{doc.text[position : span.start_char]}<{label}{shown}>{span.text}</{label}>"
        position = span.end_char
    return text + doc.text[position:]


def marked_group(doc: Doc, label: str, name: str, attributes: Attributes = lambda span: {}) -> str:
    """Return the text of `doc` with the spans of `doc.spans[name]` marked."""
    return marked(doc, label, group(doc, name), attributes)


def stated(role: Role) -> dict[str, object]:
    """What a role says beside its title, where it is not the default."""
    return role.model_dump(exclude_defaults=True, exclude={"title"})


def doc_after(nlp: Language, component: str, text: str) -> Doc:
    """Return `text` as it is when `component` has read it, before those that come behind it."""
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        doc = pipe(doc)
        if name == component:
            break
    return doc
