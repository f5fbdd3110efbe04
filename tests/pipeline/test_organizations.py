from collections.abc import Callable, Iterable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from marked_doc import doc_after, marked, marked_group
from markup import parse
from newsie.pipeline.institutions import organization_rules
from newsie.pipeline.spans import core, group

RULES = organization_rules()
FACILITIES = frozenset(word.capitalize() for word in RULES.facilities.words)

ORGANIZATIONS = [
    "The <org>Ministry of Water</org> told Ada Obi that the <org acronym='ISMO'>Inter-Services Media Office</org> "
    "(<org>ISMO</org>) had closed.",
    "Officials of the <org acronym='TCP'>Trading Corporation of Pakistan</org> (<org>TCP</org>) met the "
    "<org>TCP</org> chairman.",
    "The <org>Allied Autoworkers Union</org> and <org>Delta Motors Inc.</org> agreed.",
    "The <org>Taliban</org> met <org>Hamas</org> and <org>NATO</org> envoys.",
    "<org acronym='NP'>Nationwide Press</org> (<org>NP</org>) reported it.",
    "The <org>Foreign Ministry of Oman</org> said so.",
    "The <org>Joint Staff Headquarters</org> in Rawalpindi is closed.",
    "The <org acronym='WFP'>World Food Programme</org> (<org>WFP</org>) left. <org>WFP</org> staff returned.",
    "The <org acronym='JICA'>Japan International Cooperation Agency</org> (<org>JICA</org>) and the "
    "<org>University of Ghana</org> agreed.",
    "<org>Bank of Ghana</org> governor Ernest Addo met the governor of the <org>Bank of Ghana</org>.",
    "The <org acronym='ECOWAS'>Economic Community of West African States</org> (<org>ECOWAS</org>) suspended Mali.",
    "General Asad Mirza, chief of the <org>Royal Army of Oman</org>, met officers of the <org>Lagos Police</org>.",
    "Chairman <org>Joint Chiefs of Staff Committee</org> (CJCSC) General Asad Mirza spoke.",
    "They joined the <org>Institute of Nepal</org> and the <org>Santos Foundation</org>.",
]
NOT_ORGANIZATIONS = [
    "They marked World Press Freedom Day and left.",
    "The Army said it would not comment; the Navy agreed.",
    "She welcomed Congressional Staff Members on Monday.",
    "They signed the Memorandum of Understanding at the Climate Summit.",
    "She was granted a Royal Audience on Monday.",
    "He crossed the Simón Bolívar bridge from Colombia to Cúcuta.",
    "They met at Bayan Palace in Kuwait City.",
    "Senator Deb Larsen (R-Neb.) left.",
    "Ghana and Norway met the Dutch in Accra.",
    "General Asad Mirza met Ada Obi.",
    "The Minister of Water met the Secretary Defence.",
    "The Chief of Army Staff (COAS) left. The COAS returned.",
    "The bank, the police and the ministry agreed.",
]


@pytest.mark.parametrize("example", [*ORGANIZATIONS, *NOT_ORGANIZATIONS])
def test_organizations_of_a_sentence(nlp: Language, example: str) -> None:
    doc = doc_after(nlp, "newsie_organizations", parse(example)[0])
    assert marked_group(doc, "org", "organizations", lambda org: {"acronym": org._.acronym}) == example
    entities = [ent for ent in doc.ents if ent.label_ == "ORG" and core(ent).text not in RULES.generic]
    assert marked(doc, "org", entities, lambda org: {"acronym": org._.acronym}) == example


def test_a_body_without_a_name_of_its_own_is_an_entity_and_no_organization(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_titles", "They asked the Navy and the Chief of Army Staff.")
    doc.set_ents([Span(doc, 3, 4, label="ORG"), Span(doc, 8, 9, label="ORG")])
    doc = nlp.get_pipe("newsie_organizations")(doc)
    assert [ent.text for ent in doc.ents] == ["Navy"]
    assert not doc.spans["organizations"]


GUESSES = [
    ("NTU", "Soldiers at the <org>NTU</org> base fell asleep."),
    ("Port Lindau Command", "Officers of the <org>Port Lindau Command</org> left."),
    ("Institute for Open Dialogue", "Ask the <org>Institute for Open Dialogue</org> in Oslo."),
    ("Open Dialogue", "They held an Open Dialogue in Oslo."),
    ("Lindu Sabha", "She served five terms in <org>Lindu Sabha</org> there."),
    ("the Delta Works", "They saw the <org>Delta Works</org> there."),
    ("Delta Works'", "They saw <org>Delta Works</org>' office."),
    ("Delta Fund of", "They saw the <org>Delta Fund of Norway</org> there."),
    ("Delta Works", "They saw <org>Delta Works</org> there."),
    ("delta works", "They saw delta works there."),
    ("Ghana", "They saw Ghana there."),
    ("Ghanaian", "They saw Ghanaian troops there."),
    ("Delta Summit", "They saw the Delta Summit there."),
    ("R-Neb", "They saw Deb Larsen (R-Neb) there."),
    ("Army", "They saw the Army there."),
    ("Mayor", "They saw the Mayor there."),
    ("Delta Palace", "They saw the Delta Palace there."),
]


@pytest.mark.parametrize(("guess", "example"), GUESSES)
def test_what_becomes_of_a_guess_of_the_model(nlp: Language, guess: str, example: str) -> None:
    doc = doc_after(nlp, "newsie_people", parse(example)[0])
    start = doc.text.index(guess)
    doc.set_ents([doc.char_span(start, start + len(guess), label="ORG", alignment_mode="expand")])
    assert marked_group(nlp.get_pipe("newsie_organizations")(doc), "org", "organizations") == example


def sentence(nlp: Language, text: str) -> Doc:
    """`text` as one sentence of tagged words, without entities."""
    doc = doc_after(nlp, "tagger", text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def unguessed(nlp: Language, words: Iterable[str], template: str) -> list[tuple[str, Doc]]:
    """Each word with the sentence made of it, read by newsie_organizations without any guess of the model."""
    docs = []
    for word in sorted(words):
        doc = sentence(nlp, template.format(word))
        docs.append((word, nlp.get_pipe("newsie_organizations")(doc)))
    return docs


def misses(docs: list[tuple[str, Doc]], fits: Callable[[str, list[str]], bool]) -> list[str]:
    return [word for word, doc in docs if not fits(word, [span.text for span in group(doc, "organizations")])]


def test_every_last_word_makes_the_name_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.last_words, "They saw the Zalmora Delta {} there")
    assert misses(docs, lambda word, found: found == [f"Zalmora Delta {word}"]) == []


def test_no_last_word_makes_lower_case_words_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.last_words, "They saw the large old {} there")
    assert misses(docs, lambda word, found: found == []) == []


def test_every_head_with_of_makes_the_name_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.of_heads, "They saw the {} of Zalmora Delta there")
    assert misses(docs, lambda word, found: found == [f"{word} of Zalmora Delta"]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [(RULES.of_heads, RULES.other_things.words), (RULES.last_words, FACILITIES)],
    ids=["heads", "last"],
)
def test_no_word_is_in_two_lists_that_contradict_each_other(one: frozenset[str], other: frozenset[str]) -> None:
    assert not one & other


def test_no_head_without_a_name_behind_of_is_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.of_heads, "They saw the {} of many things there")
    assert misses(docs, lambda word, found: found == []) == []


def guessed(nlp: Language, words: Iterable[str], template: str) -> list[tuple[str, Doc]]:
    """As `unguessed`, with all that is capitalised behind the first word guessed to be one organization."""
    docs = []
    for word in sorted(words):
        doc = sentence(nlp, template.format(word))
        capitalised = [token.i for token in doc[1:] if token.text[0].isupper() or not token.is_alpha]
        doc.set_ents([Span(doc, capitalised[0], capitalised[-1] + 1, label="ORG")])
        docs.append((word, nlp.get_pipe("newsie_organizations")(doc)))
    return docs


def test_no_generic_word_alone_is_an_organization(nlp: Language) -> None:
    assert misses(guessed(nlp, RULES.generic, "They saw the {} there"), lambda word, found: found == []) == []


def test_a_generic_word_with_a_name_is_an_organization(nlp: Language) -> None:
    docs = guessed(nlp, RULES.generic, "They saw the Zalmora {} there")
    assert misses(docs, lambda word, found: found == [f"Zalmora {word}"]) == []


def test_no_name_of_another_thing_is_an_organization(nlp: Language) -> None:
    docs = guessed(nlp, RULES.other_things.words, "They saw the Zalmora {} there")
    assert misses(docs, lambda word, found: found == []) == []


def test_a_name_with_another_thing_in_the_middle_may_be_an_organization(nlp: Language) -> None:
    docs = guessed(nlp, RULES.other_things.words, "They saw Zalmora {} Delta there")
    assert misses(docs, lambda word, found: found == [f"Zalmora {word} Delta"]) == []


def test_no_facility_is_an_organization(nlp: Language) -> None:
    docs = guessed(nlp, FACILITIES, "They saw the Zalmora {} there")
    assert misses(docs, lambda word, found: found == []) == []


def test_no_name_that_begins_as_places_do_is_an_organization(nlp: Language) -> None:
    docs = guessed(nlp, RULES.facilities.first_words, "They saw {} Zalmora there")
    assert misses(docs, lambda word, found: found == []) == []
    docs = guessed(nlp, RULES.facilities.first_words, "They saw Zalmora {} Delta there")
    assert misses(docs, lambda word, found: found == [f"Zalmora {word} Delta"]) == []


def test_every_known_name_is_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.known.names, "They saw {} there")
    assert misses(docs, lambda word, found: found == [word]) == []


def test_no_known_name_in_lower_case_is_an_organization(nlp: Language) -> None:
    docs = unguessed(nlp, RULES.known.names, "They saw {} there")
    docs = unguessed(nlp, {word.lower() for word, _ in docs}, "They saw {} there")
    assert misses(docs, lambda word, found: found == []) == []


def outlets(nlp: Language, words: Iterable[str], template: str) -> list[str]:
    """The words whose sentence, with "Zalmora" guessed to be a person, still has a person in it."""
    people = []
    for word in sorted(words):
        doc = sentence(nlp, template.format(word))
        doc.set_ents([Span(doc, token.i, token.i + 1, label="PERSON") for token in doc if token.text == "Zalmora"])
        if nlp.get_pipe("newsie_people")(doc).spans["people"]:
            people.append(word)
    return people


def test_every_word_before_an_outlet_shows_it(nlp: Language) -> None:
    assert outlets(nlp, RULES.outlets.before, "They read the {} Zalmora there") == []
    assert outlets(nlp, RULES.outlets.before, "They read the {} of Zalmora there") == sorted(RULES.outlets.before)


def test_every_word_behind_an_outlet_shows_it(nlp: Language) -> None:
    assert outlets(nlp, RULES.outlets.after, "They read the Zalmora {} there") == []
    assert outlets(nlp, RULES.outlets.after, "They read Zalmora {} there") == sorted(RULES.outlets.after)
