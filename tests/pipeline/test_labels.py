from itertools import chain

import pytest
from spacy.language import Language
from spacy.tokens import Span

from newsie.pipeline.label_rules import label_rules
from newsie.pipeline.labels import Labeller

RULES = label_rules()
CUES = [
    *((cue, "GPE") for cue in chain(RULES.places.behind.values(), RULES.places.before.values())),
    *((cue, "ORG") for cue in RULES.organizations.behind.values()),
]


def labelled(nlp: Language, text: str, *names: tuple[str, str]):
    """The entities that the component leaves where the model has found only `names`, in the order of the text."""
    doc = nlp.make_doc(text)
    for _, pipe in nlp.pipeline[: nlp.pipe_names.index("ner")]:
        doc = pipe(doc)
    found, position = [], 0
    for name, label in names:
        position = text.index(name, position) + len(name)
        found.append(doc.char_span(position - len(name), position, label=label))
    doc.ents = found
    return Labeller()(doc).ents


@pytest.mark.parametrize(("cue", "label"), CUES, ids=lambda value: getattr(value, "example", value))
@pytest.mark.parametrize("guess", [None, "PERSON"])
def test_a_noun_beside_a_name_says_what_it_is(nlp, cue, label, guess):
    name = cue.example.partition("<")[2].partition(">")[0]
    text = cue.example.replace("<", "").replace(">", "")
    ents = labelled(nlp, text, *([(name, guess)] if guess else []))
    assert (name, label, "cue") in [(ent.text, ent.label_, ent.id_) for ent in ents]


@pytest.mark.parametrize("cue", [cue for cue, _ in CUES], ids=lambda cue: cue.near_miss)
def test_near_misses(nlp, cue):
    assert not labelled(nlp, cue.near_miss)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was born in Kano state.", [("Kano", "GPE")]),
        ("They live in Greater Sadhupur district.", [("Sadhupur", "GPE")]),  # part of a longer name
        ("A Turkish village was hit.", [("Turkish", "NORP")]),
        ("It was in March village by village.", [("March", "DATE")]),
    ],
)
def test_what_the_model_knows_better_stays(nlp, text, names):
    assert [(ent.text, ent.label_) for ent in labelled(nlp, text, *names)] == names


@pytest.mark.parametrize("state", sorted(RULES.states.abbreviations))
def test_the_state_behind_a_town(nlp, state):
    ents = labelled(nlp, f"AURORA, {state}. (AP) - Two men met in Rilby, {state}., on Monday.")
    assert [(ent.text.rstrip("."), ent.label_) for ent in ents] == [(state, "GPE"), (state, "GPE")]


def test_the_same_letters_elsewhere_are_no_state(nlp):
    assert not labelled(nlp, "Pa. said that Ma left, Wash. Or so.")


def test_a_name_of_several_words_is_labelled_as_most_of_its_mentions_are(nlp):
    doc = nlp.make_doc(
        "Obi Fashola Motors grew. Obi Fashola Motors fell. Obi Fashola Motors sold. It was Obi Fashola Motors."
    )
    doc.ents = [Span(doc, 0, 3, "ORG"), Span(doc, 5, 8, "ORG"), Span(doc, 10, 12, "PERSON")]
    assert [(ent.text, ent.label_) for ent in Labeller()(doc).ents] == [("Obi Fashola Motors", "ORG")] * 4


@pytest.mark.parametrize("labels", [["ORG"], ["ORG", "PERSON"], ["ORG", "ORG", "PERSON", "PERSON"]])
def test_no_label_spreads_that_was_seen_once_or_is_disputed(nlp, labels):
    doc = nlp.make_doc("Lind Bros sold. " * 5)
    doc.ents = [Span(doc, 4 * number, 4 * number + 2, label) for number, label in enumerate(labels)]
    assert [ent.label_ for ent in Labeller()(doc).ents] == labels


def test_a_single_word_proves_nothing_about_its_other_mentions(nlp):
    doc = nlp.make_doc("Hope sold. Hope fell. Hope is all we have.")
    doc.ents = [Span(doc, 0, 1, "ORG"), Span(doc, 3, 4, "ORG")]
    assert len(Labeller()(doc).ents) == 2


def test_a_known_name_inside_a_longer_one_stays_unlabelled(nlp):
    doc = nlp.make_doc("Lake Tana rose. Lake Tana fell. The Lake Tana Ferry Board met.")
    doc.ents = [Span(doc, 0, 2, "LOC"), Span(doc, 4, 6, "LOC")]
    assert len(Labeller()(doc).ents) == 2


@pytest.mark.parametrize("name", ["ZANU-PF", "PML-N", "CPI-M"])
def test_the_wing_of_a_party(nlp, name):
    assert [(ent.text, ent.label_) for ent in labelled(nlp, f"Leaders of {name} left.")] == [(name, "ORG")]


@pytest.mark.parametrize("text", ["An AFC-UK deal.", "COVID-19 spread.", "An NDC - N deal.", "A JF-17 crashed.", "T-X"])
def test_what_is_no_wing_of_a_party(nlp, text):
    assert not labelled(nlp, text)


@pytest.mark.parametrize(
    ("text", "names", "label"),
    [
        ("Rebels hold camps in Menaka and Gao today.", [("Menaka", "GPE"), ("Gao", "PERSON")], "GPE"),
        ("Rebels like Menaka and Gao today.", [("Menaka", "GPE"), ("Gao", "PERSON")], "PERSON"),
        ("The special train left for Mpika, he said.", [("Mpika", "PERSON")], "GPE"),
        ("The train left, according to Mpika, on time.", [("Mpika", "PERSON")], "PERSON"),
        ("The special train left for Lindqvist.", [("Lindqvist", "PERSON")], "PERSON"),
        ("She called on Mpika's mayor.", [("Mpika", "PERSON")], "GPE"),
        ("She called on Mpika's brother.", [("Mpika", "PERSON")], "PERSON"),
        ("He was in Menaka, Lindqvist said.", [("Menaka", "GPE"), ("Lindqvist", "PERSON")], "PERSON"),
        ("Li Gao was in Menaka, Gao said.", [("Li Gao", "PERSON"), ("Menaka", "GPE"), ("Gao", "PERSON")], "PERSON"),
    ],
)
def test_a_town_beside_another_is_no_person(nlp, text, names, label):
    *_, last = (ent for ent in labelled(nlp, text, *names))
    assert last.label_ == label


@pytest.mark.parametrize("preposition", sorted(RULES.reaching.words))
def test_a_town_behind_a_preposition_is_no_person(nlp, preposition):
    *_, last = labelled(nlp, f"The lorries were seen {preposition} Mpika today.", ("Mpika", "PERSON"))
    assert last.label_ == "GPE"


@pytest.mark.parametrize("word", ["with", "by", "like", "of"])
def test_whoever_is_with_somebody_is_beside_a_person(nlp, word):
    *_, last = labelled(nlp, f"The lorries were seen {word} Mpika today.", ("Mpika", "PERSON"))
    assert last.label_ == "PERSON"


@pytest.mark.parametrize("direction", sorted(RULES.directions.words))
def test_a_part_of_a_country(nlp, direction):
    ents = labelled(nlp, f"Then {direction} Pakistan broke away.", (f"{direction} Pakistan", "ORG"))
    assert [(ent.text, ent.label_) for ent in ents] == [(f"{direction} Pakistan", "LOC")]


@pytest.mark.parametrize("name", ["Eastern Lindmark", "Kwame Ghana", "East Pakistan Rifles"])
def test_what_is_no_part_of_a_country(nlp, name):
    assert [ent.label_ for ent in labelled(nlp, f"Then {name} left.", (name, "ORG"))] == ["ORG"]


@pytest.mark.parametrize(
    ("text", "names", "labels"),
    [
        ("The Ennoura party won. He left Ennoura.", [("Ennoura", "PERSON")] * 2, ["ORG", "ORG"]),
        ("They fled Tegoura village. Tegoura burned.", [("Tegoura", "PERSON")] * 2, ["GPE", "GPE"]),
        ("They fled Tegoura village. A Tegoura wept.", [("Tegoura", "PERSON"), ("Tegoura", "NORP")], ["GPE", "NORP"]),
        (
            "They fled Tegoura village. Ada Tegoura wept.",
            [("Tegoura", "LOC"), ("Ada Tegoura", "PERSON")],
            ["LOC", "PERSON"],
        ),
    ],
)
def test_what_a_noun_shows_once_holds_everywhere(nlp, text, names, labels):
    assert [ent.label_ for ent in labelled(nlp, text, *names)] == labels


@pytest.mark.parametrize("guess", [(), (("Armenia Vardan Melik", "GPE"),)])
@pytest.mark.parametrize("title", ["Minister", "Foreign Minister", "Minister of Defence", *sorted(RULES.holders.words)])
def test_who_holds_an_office_of_a_country(nlp, title, guess):
    office = title if " of " in title else title.title()
    ents = labelled(nlp, f"{office} of Armenia Vardan Melik held talks on trade.", *guess)
    assert [(ent.text, ent.label_) for ent in ents] == [("Armenia", "GPE"), ("Vardan Melik", "PERSON")]


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of Armenia Vardan Melik held talks.",  # no office
        "The president of Armenia Vardan Melik held talks.",  # the office is no part of a name
        "President of Armenia National Assembly held talks.",
        "Ministers of Armenia Vardan Melik held talks.",
        "President of Armenia Vardan Melik",
        "President of Huron Vardan Melik held talks.",
    ],
)
def test_who_may_hold_no_office_of_a_country(nlp, text):
    assert not labelled(nlp, text)


def test_a_body_of_a_country_stays_one(nlp):
    ents = labelled(nlp, "President of Armenia Chess Club held talks.", ("Armenia Chess Club", "ORG"))
    assert [(ent.text, ent.label_) for ent in ents] == [("Armenia Chess Club", "ORG")]
