"""Puts this folder on the path of all tests, for the helpers that they share, and loads the pipeline once for them."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language
from typer.testing import CliRunner

from newsie.cli.app import app
from newsie.pipeline.build import load

HERE = Path(__file__).parent

sys.path.append(str(HERE))

# The same examples on every machine, however slow it is at the moment.
settings.register_profile("newsie", deadline=None, derandomize=True)
settings.load_profile("newsie")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew, instead of comparing")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """newsie's pipeline; no test may change it."""
    return load()


@pytest.fixture(scope="session")
def run_newsie(nlp):
    """A function that runs newsie on words of the command line, in this process and in the project's folder."""

    def run(*words, **environment):
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(HERE.parent)
            patch.setattr("newsie.pipeline.build.load", lambda model: nlp)
            return CliRunner().invoke(app, words, env=environment, catch_exceptions=False)

    return run
