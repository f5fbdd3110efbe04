"""Load the model and append newsie's components in the order in which each finds what it requires."""

import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from newsie.errors import ModelError
from newsie.model import default_model
from newsie.pipeline.names import name_rules

COMPONENTS = (
    "newsie_labels",
    "newsie_ranks",
    "newsie_titles",
    "newsie_people",
    "newsie_organizations",
    "newsie_places",
    "newsie_roles",
    "newsie_dates",
    "newsie_aliases",
    "newsie_meetings",
    "newsie_agreements",
    "newsie_status",
)
NEEDED = ("tagger", "parser", "ner")


def load(model: str | Path | None = None) -> Language:
    """Return a spaCy pipeline with newsie's components.

    `model` is the directory of a spaCy pipeline for English with tagger, parser and ner, by default newsie's own.
    Raises ModelError if there is none at that path, or if it lacks one of these components.
    """
    path = Path(model) if model else default_model()
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: not a spaCy pipeline; give --model the folder that holds its config.cfg") from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"{path}: has no {', '.join(missing)}; give --model a pipeline with {', '.join(NEEDED)}")
    if isinstance(nlp.tokenizer, Tokenizer):
        for initial in sorted(name_rules().initials):
            nlp.tokenizer.add_special_case(initial, [{"ORTH": initial}])
    nlp.max_length = sys.maxsize  # newsie.read.settings limits the length of an article
    nlp.add_pipe("newsie_layout", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
