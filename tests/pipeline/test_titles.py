from collections.abc import Callable, Iterable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from marked_doc import doc_after, marked_group, stated
from markup import parse
from newsie.pipeline.complements import complement
from newsie.pipeline.spans import group
from newsie.pipeline.title_rules import field_of, title_rules

RULES = title_rules()

TITLES = [
    "Iranian <title>FM</title> Ada Obi met the <title>Amir</title> of Qatar.",
    # heads with what stands before them
    "The <title>minister</title> met the <title>deputy minister</title>.",
    "Senegalese <title>foreign minister</title> Fatou Sarr met the <title>energy minister</title>.",
    "<title>Prime Minister</title> Ada Obi and <title>Deputy Prime Minister</title> Li Wenhao spoke.",
    "The <title>principal staff officer</title> met the <title>national security adviser</title>.",
    "Ukraine's <title>first deputy foreign minister</title>, Oksana Bondar, left.",
    "The <title>vice-president</title> met the <title>Vice Chairman</title>.",
    "<title>Sultan</title> Haitham bin Tariq met General Sultan bin Mohammed.",
    "<title>VP</title> Ada Obi met the army's <title>Chief-of-Staff</title>.",
    "NATO <title>Secretary-General</title> Jan Visser and UN <title>special envoy</title> Ana Prado spoke.",
    "Turkish <title>chief negotiator</title> Selin Aksoy met Oman's <title>crown prince</title>.",
    "The <title>Commerce Adviser</title> Rehana Parvin met the <title>high commissioner</title>.",
    "<title>Gov.</title> Carlos Mena met <title>Sen.</title> Amy Wong and <title>Rep.</title> Jo Poe.",
    "The <title>chief rabbi</title> met the <title>grand mufti</title> and an <title>archbishop</title>.",
    "Under <title>President</title> Ada Obi and under <title>Minister</title> Li Wenhao the fleet grew.",
    "UN <title>Under-Secretary-General</title> Ada Obi met the <title>under secretary</title>.",
    # a second title begins where the first ends
    "She met <title>Secretary-General</title> <title>Ambassador</title> Ada Obi.",
    "The UN <title>Under-Secretary-General</title> Ana Prado left.",
    "The government under <title>Prime Minister</title> Ada Obi fell; the <title>Under Secretary</title> stayed.",
    # portfolios
    "<title>Minister of Water and Sanitation</title> Ada Obi left.",
    "<title>Minister of Petroleum and Natural Gas</title> Dev Anand Rao left.",
    "The <title>Minister of Foreign Affairs</title>, Ana Prado, left.",
    "Envoys met <title>Secretary Defence</title> Asad Mirza and the <title>secretary of state</title>.",
    "The <title>minister of Foreign Affairs</title> of Ghana left.",
    "The <title>minister</title> of Ghana left.",
    "The <title>Secretary</title> of the Ministry of Water left.",
    # chief of
    "The <title>chief of army staff</title> met the <title>Chief of Defence Forces</title>.",
    "The <title>head of protocol</title> met the <title>chief of naval operations</title>.",
    "The <title>head</title> of Oman left, and so did the <title>chief</title> of the company.",
    # acronyms
    "The <title acronym='PSO'>principal staff officer</title> (PSO) met the <title>PSO</title> of Nepal.",
    "<title acronym='COAS'>Chief of Army Staff</title> (COAS) General Asad Mirza met <title>PM</title> Tariq Javed.",
    "The <title>chairman</title> (left) spoke.",
    # whether the office is held
    "The former <title status='former'>foreign minister</title> met the <title>director</title>.",
    "The acting <title status='acting'>director</title> met the late <title status='former'>mayor</title>.",
    "The <title status='designate'>president</title>-elect met the <title>ambassador</title>.",
    "The <title status='designate'>ambassador</title>-designate met the <title>president</title>.",
    "Ex-<title status='former'>minister</title> Ada Obi left.",
    "Caretaker <title status='acting'>premier</title> Li Wenhao left.",
    "The former <title status='former'>mayor</title> met the <title>governor</title>.",
]

NO_TITLES = [
    "She told Radio Plata FM that it rained.",
    "He thanked Amir Khan Beg.",
    "The ministry, the presidency and the embassy said nothing.",
    "They headed home and chaired nothing.",
    "General Asad Mirza and Lieutenant General Imran Beg left.",
    "The Joint Chiefs met.",
    "Pm was the tag of the file.",
    "The coas sank.",
    "It was the fifth Foreign Ministers Meeting.",
]

COMPLEMENTS = [
    ("the principal staff officer of the <of>Armed Forces Division of Bangladesh</of>, left.", None),
    ("the chairman of the <of>Trading Corporation</of> (TC), left.", "TC"),
    ("Chairman <of>Joint Chiefs of Staff Committee</of> (CJCSC) General Asad Mirza left.", "CJCSC"),
    ("the president of <of>Zambia</of> left.", None),
    ("the ambassador to <of>Oman</of> left.", None),
    ("the president left.", None),
    ("the head of a small company left.", None),
    ("President Ada Obi of Ghana left.", None),
]


@pytest.mark.parametrize("example", [*TITLES, *NO_TITLES])
def test_titles_of_a_sentence(nlp: Language, example: str) -> None:
    doc = doc_after(nlp, "newsie_titles", parse(example)[0])
    assert marked_group(doc, "title", "titles", lambda title: stated(title._.role)) == example


@pytest.mark.parametrize(("example", "acronym"), COMPLEMENTS)
def test_what_the_first_title_of_a_sentence_is_a_title_of(nlp: Language, example: str, acronym: str | None) -> None:
    text, marks = parse(example)
    doc = doc_after(nlp, "newsie_titles", text)
    of = complement(doc.spans["titles"][0])
    found = [(of.words.text, of.acronym)] if of else []
    assert found == [(text[mark.start : mark.end], acronym) for mark in marks]


def misses(nlp: Language, examples: Iterable[tuple[str, str]], fits: Callable[[Doc, str], bool]) -> list[str]:
    """The words of pairs (text, word) whose text the pipeline does not read as it should."""
    return [word for doc, word in nlp.pipe(examples, as_tuples=True) if not fits(doc, word)]


def roles(doc: Doc) -> list[tuple[str, str]]:
    return [(role._.role.title, role._.holder.text) for role in group(doc, "roles")]


HEADS = [word for heads in RULES.heads for word in heads.words]


def test_every_head_before_a_name_is_a_role(nlp: Language) -> None:
    examples = [(f"The {word} Ada Obi left.", word) for word in HEADS]
    assert misses(nlp, examples, lambda doc, word: roles(doc) == [(word, "Ada Obi")]) == []


def test_no_head_alone_is_a_role(nlp: Language) -> None:
    examples = [(f"The {word} left with Ada Obi.", word) for word in HEADS]
    assert misses(nlp, examples, lambda doc, word: roles(doc) == []) == []


def test_every_head_has_its_field(nlp: Language) -> None:
    for heads in RULES.heads:
        assert {field_of(word) for word in heads.words} == {heads.field}


def test_every_modifier_before_a_head_is_part_of_the_title(nlp: Language) -> None:
    examples = [(f"The {word} curator Ada Obi left.", word) for word in sorted(RULES.modifiers.words)]
    assert misses(nlp, examples, lambda doc, word: roles(doc) == [(f"{word} curator", "Ada Obi")]) == []


def test_no_modifier_alone_is_a_title(nlp: Language) -> None:
    words = sorted(RULES.modifiers.words - set(HEADS))
    examples = [(f"They saw a {word} thing with Ada Obi.", word) for word in words]
    assert misses(nlp, examples, lambda doc, word: group(doc, "titles") == []) == []


@pytest.mark.parametrize("status", ["former", "acting", "designate"])
def test_every_status_word_is_read_before_the_title(nlp: Language, status: str) -> None:
    words = sorted(getattr(RULES.status, status))
    near = [(f"The {word} curator Ada Obi left.", word) for word in words]
    far = [(f"The {word} thing of curator Ada Obi left.", word) for word in words]
    assert misses(nlp, near, lambda doc, word: [t._.role.status for t in doc.spans["titles"]] == [status]) == []
    assert misses(nlp, far, lambda doc, word: [t._.role.status for t in doc.spans["titles"]] == ["current"]) == []


def test_every_portfolio_ends_a_title_before_a_name(nlp: Language) -> None:
    words = sorted(RULES.portfolios.words)
    examples = [(f"Minister of {word.title()} Ada Obi left.", word) for word in words]
    assert misses(nlp, examples, lambda doc, word: roles(doc) == [(f"Minister of {word.title()}", "Ada Obi")]) == []


def test_no_portfolio_alone_is_a_title(nlp: Language) -> None:
    examples = [(f"They spoke of {word} with Ada Obi.", word) for word in sorted(RULES.portfolios.words)]
    assert misses(nlp, examples, lambda doc, word: group(doc, "titles") == []) == []


def test_every_last_word_of_chief_of_is_part_of_the_title(nlp: Language) -> None:
    near = [(f"Ada Obi, the chief of joint {word}, left.", word) for word in sorted(RULES.chief_of.last_words)]
    far = [(f"Ada Obi, the chief of a {word} company, left.", word) for word in sorted(RULES.chief_of.last_words)]
    assert misses(nlp, near, lambda doc, word: roles(doc) == [(f"chief of joint {word}", "Ada Obi")]) == []
    assert misses(nlp, far, lambda doc, word: roles(doc) == [("chief", "Ada Obi")]) == []


OFFICES = sorted((title, office.acronym) for office in RULES.offices for title in office.titles)


def capitalised(title: str) -> str:
    return " ".join(word if word in ("of", "the") else word.title() for word in title.split())


def test_every_office_is_known_by_its_acronym(nlp: Language) -> None:
    examples = [
        (f"The {capitalised(title)}, Ada Obi, left. The {acronym} returned.", acronym) for title, acronym in OFFICES
    ]
    assert misses(nlp, examples, lambda doc, word: described(doc) == [f"The {word}"]) == []


def test_no_office_means_somebody_who_does_not_hold_it(nlp: Language) -> None:
    examples = [(f"The botanist Ada Obi left. The {acronym} returned.", acronym) for _, acronym in OFFICES]
    assert misses(nlp, examples, lambda doc, word: described(doc) == []) == []


def described(doc: Doc) -> list[str]:
    return [mention.text for mention in group(doc, "mentions") if mention._.mention_kind == "description"]
