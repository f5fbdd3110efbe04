"""The Python interface, as `import newsie` gives it."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import newsie
from newsie.pipeline.build import COMPONENTS
from newsie.version import VERSION

SEEDS = Path(__file__).parents[1] / "seeds"
STORY = "General Ada Obi met Jan Kraus in Lindau on Tuesday.\n"


@pytest.fixture
def loaded(nlp, monkeypatch):
    """`newsie.extract` with the pipeline already loaded."""
    monkeypatch.setattr("newsie.api.load", lambda model=None: nlp)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("path", [SEEDS, str(SEEDS)], ids=["Path", "str"])
def test_extract_returns_the_record_of_the_run(path):
    run = newsie.extract([path])
    assert isinstance(run, newsie.RunRecord)
    assert isinstance(run.meetings[0], newsie.Meeting)
    assert [Path(article.source).parent for article in run.articles] == [SEEDS, SEEDS]
    assert len(run.people) == 9


@pytest.mark.usefixtures("loaded")
def test_published_dates_the_articles_that_do_not_say(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    run = newsie.extract([tmp_path], published=datetime.date(2025, 1, 16))
    assert [(date.text, date.from_) for date in run.dates] == [("Tuesday", datetime.date(2025, 1, 14))]


@pytest.mark.usefixtures("loaded")
def test_of_nothing_there_is_an_empty_record():
    run = newsie.extract([])
    assert (run.articles, run.people, run.meetings) == ((), (), ())
    assert (run.generator.newsie, run.generator.model.split()[0]) == (VERSION, "en_newsie")


@pytest.mark.usefixtures("loaded")
def test_an_input_that_cannot_be_read_is_an_error():
    with pytest.raises(newsie.InputError, match=r"^nowhere.txt: no such file or folder; check the path$"):
        newsie.extract([SEEDS, "nowhere.txt"])


def test_load_returns_the_model_with_all_components():
    names = newsie.load().pipe_names
    assert (names[0], names[-len(COMPONENTS) :]) == ("newsie_layout", list(COMPONENTS))
    assert {"tagger", "parser", "ner"} <= set(names)


def test_a_folder_without_a_model_is_an_error(tmp_path):
    with pytest.raises(newsie.ModelError, match="not a spaCy pipeline; give"):
        newsie.load(tmp_path)


@pytest.mark.parametrize("name", newsie.__all__)
def test_every_public_name_can_be_imported_and_says_what_it_is(name):
    assert getattr(newsie, name).__doc__


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'newsie' has no attribute 'extrct'"):
        _ = newsie.extrct


def test_import_waits_for_nothing_heavy():
    code = "import sys, newsie; print({'spacy', 'numpy', 'pydantic', 'rich', 'typer'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert result.stdout == "set()\n"
