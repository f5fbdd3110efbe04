"""Puts this folder on the path of all tests, for the helpers that they share, and loads the pipeline once for them."""

import sys
from pathlib import Path

import pytest
from spacy.language import Language

from newsie.pipeline.build import load

sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """newsie's pipeline; no test may change it."""
    return load()
