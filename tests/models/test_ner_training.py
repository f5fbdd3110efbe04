import random
import sys
from pathlib import Path

import pytest
import spacy

from newsie.evaluate.ner_gold import NerDocument

MODELS = Path(__file__).parents[2] / "models"
sys.path.append(str(MODELS))

from ner_training import corpora, variation  # noqa: E402
from ner_training.corpora import Corpus, annotated_texts  # noqa: E402
from ner_training.invention import Inventor  # noqa: E402
from ner_training.texts import AnnotatedText, Labelled, example, rewritten  # noqa: E402
from ner_training.weights import mixed, set_weights, weights_of  # noqa: E402

TEXT = AnnotatedText(
    "Ada Obi met Lind of the Harbour Safety Board in Oslo.",
    (Labelled(0, 7, "PERSON"), Labelled(12, 16, "PERSON"), Labelled(20, 44, "ORG"), Labelled(48, 52, "GPE")),
)
COMPLETE = Corpus("", weight=1, complete=True)


def shown(annotated):
    return [(annotated.text[name.start : name.end], name.label) for name in annotated.names]


@pytest.fixture
def inventor():
    return Inventor(MODELS, random.Random(1))


def test_names_behind_a_longer_wording_move():
    ada, lind, _, oslo = TEXT.names
    new = rewritten(TEXT, {ada: "Li Na", oslo: "Dar es Salaam"}, {lind: "Gen. "})
    assert new.text == "Li Na met Gen. Lind of the Harbour Safety Board in Dar es Salaam."
    assert shown(new) == [
        ("Li Na", "PERSON"), ("Lind", "PERSON"), ("the Harbour Safety Board", "ORG"), ("Dar es Salaam", "GPE"),
    ]  # fmt: skip


def test_what_is_unknown_moves_too():
    text = AnnotatedText("Obi met Lind", (Labelled(0, 3, "PERSON"),), ((8, 12),))
    new = rewritten(text, {text.names[0]: "Wickramasinghe"}, {})
    assert [new.text[start:end] for start, end in new.unknown] == ["Lind"]


def test_an_acronym_is_put_behind_a_long_name():
    new = variation.with_acronyms(TEXT)
    assert "the Harbour Safety Board (HSB) in" in new.text
    assert shown(new)[2:] == [("the Harbour Safety Board", "ORG"), ("HSB", "ORG"), ("Oslo", "GPE")]


def test_no_acronym_behind_a_short_name():
    text = AnnotatedText("Harbour Board met", (Labelled(0, 13, "ORG"),))
    assert variation.with_acronyms(text) == text


def test_one_person_is_named_alike_everywhere(inventor):
    text = AnnotatedText("Ada Obi left. Obi won.", (Labelled(0, 7, "PERSON"), Labelled(14, 17, "PERSON")))
    for seed in range(20):
        (full, _), (family, _) = shown(variation.with_other_names(text, inventor, random.Random(seed)))
        assert set(family.split()) <= set(full.split()) or family in full


def test_what_is_varied_keeps_its_labels(inventor):
    rng = random.Random(2)
    for _ in range(300):
        new = variation.varied(TEXT, inventor, rng)
        labels = [label for _, label in shown(new)]
        assert labels in (["PERSON", "PERSON", "ORG", "GPE"], ["PERSON", "PERSON", "ORG", "ORG", "GPE"])
        assert all(wording == wording.strip() and wording in new.text for wording, _ in shown(new))


def test_invented_texts_have_no_empty_slot_and_no_name_at_a_wrong_place(inventor):
    for _ in range(500):
        text = inventor.text()
        assert "{" not in text.text
        assert all(wording == wording.strip() != "" for wording, _ in shown(text))
        assert all(before.end <= after.start for before, after in zip(text.names, text.names[1:], strict=False))


def test_a_culture_that_puts_the_family_first(inventor):
    inventor.cultures = [culture for culture in inventor.cultures if culture.name == "Korean"]
    full, family = inventor.person()
    assert full.startswith(family + " ")


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("en")


def test_what_is_unknown_or_ends_within_a_token_is_not_learned(blank):
    text = AnnotatedText("Obi met Lindish men", (Labelled(0, 3, "PERSON"), Labelled(8, 12, "PERSON")), ((16, 19),))
    learned = example(blank, text)
    assert learned.get_aligned_ner() == ["U-PERSON", "O", None, None]


def merged(blank, text, guesses, gold, corpus=COMPLETE):
    ruler = spacy.blank("en")
    patterns = [{"label": label, "pattern": words} for words, label in [*guesses, ("Nowhere", "GPE")]]
    ruler.add_pipe("entity_ruler").add_patterns(patterns)
    spans = [{"start": text.index(name), "end": text.index(name) + len(name), "label": label} for name, label in gold]
    document = NerDocument.model_validate({"id": "a", "source": "gum", "text": text, "entities": spans})
    (annotated,) = annotated_texts(ruler, [document], corpus)
    return shown(annotated), [annotated.text[start:end] for start, end in annotated.unknown]


@pytest.mark.parametrize(
    ("text", "guesses", "gold", "names", "unknown"),
    [
        ("Gen. Ada Obi left", [], [("Gen. Ada Obi", "person")], [("Ada Obi", "PERSON")], []),
        ("the Board sat", [("the Board", "ORG")], [("Board", "organization")], [("the Board", "ORG")], []),
        ("Obi left Monday", [("Monday", "DATE")], [("Obi", "person")], [("Obi", "PERSON"), ("Monday", "DATE")], []),
        ("Lind Hall", [("Lind Hall", "FAC")], [("Lind Hall", "place")], [("Lind Hall", "FAC")], []),
        ("in Lindsund", [("Lindsund", "PERSON")], [("Lindsund", "place")], [("Lindsund", "GPE")], []),
        ("Rain fell", [("Rain", "PERSON")], [], [], []),  # the corpus is complete: no name
        ("Norway won", [("Norway", "GPE")], [("Norway", "organization")], [], ["Norway"]),  # a team
        ("Americans won", [("Americans", "NORP")], [("Americans", "person")], [], ["Americans"]),
        ("the minister left", [], [("minister", "person")], [], ["minister"]),
    ],
)
def test_gold_and_guesses_together(blank, text, guesses, gold, names, unknown):
    assert merged(blank, text, guesses, gold) == (names, unknown)


def test_a_guess_is_unknown_in_a_corpus_that_does_not_mark_all(blank):
    partial = Corpus("", weight=1, complete=False)
    assert merged(blank, "Rain fell", [("Rain", "PERSON")], [], partial) == ([], ["Rain"])


def test_a_corpus_that_is_not_trusted_teaches_only_what_the_model_sees_too(blank):
    noisy = Corpus("", weight=1, complete=False, trusted=False)
    assert merged(blank, "Obi met", [], [("Obi", "person")], noisy) == ([], ["Obi"])
    assert merged(blank, "Obi met", [("Obi", "PERSON")], [("Obi", "person")], noisy) == ([("Obi", "PERSON")], [])


def test_no_document_is_both_trained_on_and_held_out(tmp_path):
    rows = [NerDocument(id=str(i), source="gum", text="x", entities=()).model_dump_json() for i in range(25)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), "utf-8")
    corpus = Corpus("a.jsonl", weight=1, complete=True, held_out=10)
    trained = {document.id for document in corpora.training_documents(corpus, tmp_path)}
    held_out = {document.id for document in corpora.held_out_documents(corpus, tmp_path)}
    assert held_out == {"0", "10", "20"}
    assert len(trained) == 22
    assert not trained & held_out


def test_weights_between_two_models(nlp):
    model = nlp.get_pipe("ner").model
    before = weights_of(model)
    after = {key: value + 1 for key, value in before.items()}
    half = mixed(before, after, 0.5)
    assert all(abs(half[key] - before[key] - 0.5).max() < 1e-4 for key in before)
    set_weights(model, before)
    assert all((weights_of(model)[key] == before[key]).all() for key in before)
