import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from markup import parse
from newsie.pipeline.names import name_rules
from newsie.pipeline.pronouns import pronouns
from newsie.pipeline.spans import group

ARTICLES = [
    # one candidate
    "Rosa Lund arrived. <p of='Rosa Lund'>She</p> then left.",
    "General Asad Mirza said that <p of='Asad Mirza'>he</p> would leave.",
    "Kofi Mensah arrived. Reporters asked <p of='Kofi Mensah'>him</p> why <p of='Kofi Mensah'>he</p> had come.",
    "Ada Obi, the mayor, spoke. The bank had closed, <p of='Ada Obi'>she</p> said.",
    # several: the subject of the sentence before, if the pronoun is a subject too
    "Ada Obi met Kofi Mensah. <p of='Ada Obi'>She</p> then left.",
    "Ada Obi was received by Kofi Mensah. <p of='Ada Obi'>She</p> then left.",
    "Ada Obi met Kofi Mensah. Reporters asked him why.",
    "Ada Obi met Kofi Mensah, and then he left.",
    "Ada Obi and Kofi Mensah met. He left.",
    # one whom a pronoun stands for is a candidate too
    "Ada Obi arrived. <p of='Ada Obi'>She</p> met Kofi Mensah. An hour later <p of='Ada Obi'>she</p> met Jan Kraus.",
    "Ada Obi and Rosa Lund arrived. She met Kofi Mensah. An hour later she met Jan Kraus.",
    "The minister, Kofi Mensah, arrived. <p of='Kofi Mensah'>He</p> left.",
    # "him" is not the one who acts
    "Kofi Mensah arrived. Jan Kraus accompanied <p of='Kofi Mensah'>him</p>.",
    "Kofi Mensah arrived. Jan Kraus spoke to <p of='Kofi Mensah'>him</p>.",
    "Kofi Mensah arrived. Jan Kraus accompanied <p of='Kofi Mensah'>him</p>. He then left.",
    # a name that may be anybody's
    "Kofi Mensah and Ama Mensah arrived. Rosa Lund left. Mensah said he was glad.",
    # none
    "An envoy met Kofi Mensah at the gate. He left.",
    "He left.",
    "They met on Monday. He left.",
    "Rosa Lund arrived. The bank had closed. The shops opened. She left.",
    "It was cold. Rosa Lund said that it was cold.",
    # not two genders
    "Ms Rosa Lund arrived. He left.",
    "Mr Kofi Mensah arrived. She left.",
    "HE Kofi Mensah arrived. HE the minister left.",
]


def meant(doc: Doc) -> list[tuple[int, str, str]]:
    mentions = [mention for mention in group(doc, "mentions") if mention._.mention_kind == "pronoun"]
    return [(mention.start_char, mention.text, doc._.entities[mention.kb_id_].names[0]) for mention in mentions]


@pytest.mark.parametrize("example", ARTICLES)
def test_whom_the_pronouns_of_an_article_mean(nlp: Language, example: str) -> None:
    text, marks = parse(example)
    expected = [(mark.start, text[mark.start : mark.end], mark.attributes["of"]) for mark in marks]
    assert meant(nlp(text)) == expected


def test_a_he_is_no_she_later_in_the_article(nlp: Language) -> None:
    doc = nlp("Kofi Mensah arrived. He sat down. The room was full. Kofi Mensah spoke. She listened.")
    assert [word for _, word, _ in meant(doc)] == ["He"]


@pytest.mark.parametrize(("gender", "other"), [("feminine", "He"), ("masculine", "She")])
def test_every_word_that_tells_a_gender_keeps_the_other_pronoun_away(nlp: Language, gender: str, other: str) -> None:
    same = {"He": "She", "She": "He"}[other]
    words = getattr(name_rules(), gender)
    assert {word for word in words if pronouns_behind(nlp, word, other) != []} == set()
    assert {word for word in words if pronouns_behind(nlp, word, same) != [same]} == set()


def pronouns_behind(nlp: Language, word: str, pronoun: str) -> list[str]:
    """The pronouns that mean the person of a mention that begins with `word`."""
    sentences = [[word.title(), "Noor", "Obi", "arrived", "."], [pronoun, "left", "."]]
    starts = [index == 0 for sentence in sentences for index in range(len(sentence))]
    doc = Doc(nlp.vocab, words=[word for sentence in sentences for word in sentence], sent_starts=starts)
    doc.spans["mentions"] = [Span(doc, 0, 3, label="PERSON", kb_id="somebody")]
    return [span.text for span, key in pronouns(doc) if key == "somebody"]
