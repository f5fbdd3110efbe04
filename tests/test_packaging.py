"""What an installed newsie must bring: licence, types, model, and components that any spaCy user can add."""

import re
import tomllib
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from newsie.pipeline.build import COMPONENTS, default_model
from newsie.version import VERSION

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FACTORIES = PROJECT["entry-points"]["spacy_factories"]
SENTENCE = "General Ada Obi, chief of staff of the Border Guard (BG), met Li Peng in Lindau on Monday."


def test_the_version_is_that_of_the_project_and_heads_the_changelog():
    assert PROJECT["version"] == VERSION
    latest = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert latest is not None
    assert latest[1] == VERSION


def test_types_are_packaged():
    assert files("newsie").joinpath("py.typed").is_file()


def test_every_licence_is_there():
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
    for pattern in PROJECT["license-files"]:
        assert list(ROOT.glob(pattern)), pattern


def test_the_model_is_found_and_small():
    folder = default_model()
    assert (folder / "config.cfg").is_file()
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 60_000_000


def test_the_pipeline_is_made_of_the_declared_components():
    assert sorted(FACTORIES) == sorted(["newsie_layout", *COMPONENTS])


@pytest.mark.parametrize(("name", "target"), FACTORIES.items())
def test_an_entry_point_is_a_factory_of_that_name(name, target):
    module, function = target.split(":")
    assert callable(getattr(import_module(module), function))
    assert Language.get_factory_meta(name).factory == name


@pytest.mark.parametrize("name", FACTORIES)
def test_a_component_can_be_added_alone(name):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")  # sentences are all that a component may ask for; without them spaCy says what to add
    nlp.add_pipe(name)
    assert nlp(SENTENCE).text == SENTENCE


def test_hooks_run_what_ci_runs():
    hooks = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert hooks == [line for line in lines if line.split(" ")[0] in ("ruff", "mypy")]
