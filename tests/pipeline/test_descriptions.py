import pytest
from spacy.language import Language
from spacy.tokens import Doc

from markup import parse
from newsie.pipeline.descriptions import DescriptionRules, Noun
from newsie.pipeline.spans import group
from newsie.pipeline.title_rules import title_rules
from newsie.rules import load_rules

NOUNS = load_rules("descriptions", DescriptionRules).nouns
WHOLE_TITLES = {"prime": "prime minister", "foreign": "foreign minister"}


def described(doc: Doc) -> list[tuple[str, str]]:
    """The descriptions that mean somebody, with the fullest name of who is meant."""
    mentions = [mention for mention in group(doc, "mentions") if mention._.mention_kind == "description"]
    return [(mention.text, doc._.entities[mention.kb_id_].names[0]) for mention in mentions]


def who_fits(entry: Noun) -> list[str]:
    """A sentence for each way in which a person can be what `entry` asks for."""
    ranks = ["Colonel" if rank == "any" else f"Air Chief {rank}" if rank == "marshal" else rank for rank in entry.ranks]
    heads = [heads.words[0] for heads in title_rules().heads if {heads.field, "any"} & entry.fields]
    titles = [*heads, *(WHOLE_TITLES.get(title, title) for title in entry.titles)]
    ranked = "Ghana's botanist, {} Kofi Mensah, arrived." if "Ghanaian" in entry.example else "{} Kofi Mensah arrived."
    return [
        *(ranked.format(rank.title()) for rank in ranks),
        *(f"Ghana's {title} Kofi Mensah arrived." for title in titles),
    ]


def unread(nlp: Language, entry: Noun) -> list[str]:
    """Those who fit `entry` but are not whom its example is found to mean."""
    docs = nlp.pipe(((f"{person} {entry.example}", person) for person in who_fits(entry)), as_tuples=True)
    return [person for doc, person in docs if [name for _, name in described(doc)] != ["Kofi Mensah"]]


@pytest.mark.parametrize("entry", NOUNS, ids=lambda entry: entry.noun)
def test_every_noun_means_a_person_who_fits(nlp: Language, entry: Noun) -> None:
    assert entry.noun in entry.example
    assert unread(nlp, entry) == []


@pytest.mark.parametrize("entry", NOUNS, ids=lambda entry: entry.noun)
def test_no_noun_means_a_person_who_does_not_fit(nlp: Language, entry: Noun) -> None:
    assert described(nlp(f"Kofi Mensah arrived. {entry.example}")) == []


@pytest.mark.parametrize("entry", NOUNS, ids=lambda entry: entry.noun)
def test_no_near_miss_means_anybody(nlp: Language, entry: Noun) -> None:
    assert entry.near_miss
    assert misunderstood(nlp, entry) == []


def misunderstood(nlp: Language, entry: Noun) -> list[str]:
    """Those who fit `entry` and are found to be meant by its near miss."""
    docs = nlp.pipe(((f"{person} {entry.near_miss}", person) for person in who_fits(entry)), as_tuples=True)
    return [person for doc, person in docs if described(doc)]


ARTICLES = [
    # acronyms of offices
    "Lt Gen S M Karim, principal staff officer (PSO) of the Armed Forces Division of Bangladesh, met General Asad "
    "Mirza, Chief of Army Staff (COAS). <d of='S M Karim'>The PSO</d> thanked <d of='Asad Mirza'>the COAS</d>. "
    "<d of='S M Karim'>The Bangladeshi official</d> then left.",
    "Chairman Joint Chiefs of Staff Committee (CJCSC) General Sahir Beg met Li Wenhao. <d of='Sahir Beg'>The CJCSC</d> "
    "thanked him.",
    "Chairman JCSC General Sahir Beg met Li Wenhao. <d of='Sahir Beg'>The CJCSC</d> thanked him.",
    "Chairman OGRA Sahir Beg met Li Wenhao. The CJCSC thanked him.",
    # titles, in full and in part
    "Ghana's foreign minister, Ada Obi, met Oman's energy minister, Badr Al Harthi. The minister left. "
    "<d of='Ada Obi'>The foreign minister</d> stayed, and <d of='Badr Al Harthi'>the Omani minister</d> returned.",
    "President Wanjiru Kamau met Prime Minister Tariq Javed. <d of='Wanjiru Kamau'>The president</d> left. "
    "<d of='Tariq Javed'>The prime minister</d> stayed.",
    "The foreign minister of Ghana, Ada Obi, spoke. <d of='Ada Obi'>The minister</d> then left.",
    "Deputy foreign minister Oksana Bondar spoke. <d of='Oksana Bondar'>The deputy foreign minister</d> left. "
    "The vice president stayed.",
    "Ambassador Karen Whitfield met Ali Noor. <d of='Karen Whitfield'>The diplomat</d> left.",
    "Ghana's banking secretary, Kofi Mensah, left. The monarch and the leader stayed.",
    "The King of Jordan, King Hamdan, left. <d of='Hamdan'>The monarch</d> returned.",
    # ranks
    "Admiral Ali Noor met Colonel Rosa Lund. <d of='Ali Noor'>The admiral</d> saw <d of='Rosa Lund'>the colonel</d>.",
    "General Asad Mirza met General Khalid Al Mutlaq. The general left.",
    "Colonel Rosa Lund left. The air chief marshal left, and so did <d of='Rosa Lund'>the army official</d>.",
    "Lieutenant General Asad Mirza met Rosa Lund. <d of='Asad Mirza'>The general</d> left.",
    "Rosa Lund met Kofi Mensah. The general left, and the official stayed.",
    "COAS General Asad Mirza left. <d of='Asad Mirza'>The army chief</d> returned.",
    # countries
    "Bangladeshi Lt Gen S M Karim met General Asad Mirza. <d of='S M Karim'>The Bangladeshi general</d> left.",
    "Ghana's foreign minister, Ada Obi, met Oman's foreign minister, Badr Al Harthi. <d of='Ada Obi'>The Ghanaian "
    "official</d> thanked <d of='Badr Al Harthi'>the Omani official</d>. The foreign minister left.",
    "Ghana's foreign minister, Ada Obi, met Rosa Lund. The Norwegian official left, and a Ghanaian official stayed.",
    "Ghana's President Kofi Mensah and Ghana's foreign minister, Ada Obi, left. The Ghanaian official returned.",
    # of several the one of whom the text has just spoken
    "Ghana's president, Kofi Mensah, met Togo's president, Edem Agbo. Mensah toured a port. <d of='Kofi Mensah'>The "
    "president</d> then left.",
    "Foreign Minister Ada Obi of Ghana met Foreign Minister Rosa Lund of Norway. Lund smiled. It was late. "
    "<d of='Rosa Lund'>The minister</d> left. <d of='Rosa Lund'>The foreign minister</d> then called her office.",
    "Ghana's president, Kofi Mensah, met Togo's president, Edem Agbo. The president then left.",
    "Ghana's president, Kofi Mensah, met Togo's president, Edem Agbo. Mensah told Agbo that the president of a "
    "bank had "
    "left. The president smiled.",
    "Ghana's president, Kofi Mensah, met Togo's president, Edem Agbo. Mensah said that the president was welcome.",
    # the home press tells the country of its guests
    "President Kofi Mensah met the President of Togo, Edem Agbo. <d of='Kofi Mensah'>The president</d> then left.",
    "President Kofi Mensah was received by the President of Togo, Edem Agbo. <d of='Kofi Mensah'>The "
    "president</d> left.",
    "The President of Togo, Edem Agbo, received President Kofi Mensah. The president left.",
    "Meeting with the President of Togo, Edem Agbo, on Monday, President Kofi Mensah asked for help. <d of='Kofi "
    "Mensah'>The president</d> left.",
    "President Kofi Mensah met the President of Togo, Edem Agbo. Agbo toured a port. The president left.",
    "President Kofi Mensah met the President of Togo, Edem Agbo. It rained. The bank closed. Shops opened. Rain "
    "fell. The "
    "president left.",
    # after somebody for whom nobody was found it may be they
    "General Ali Noor met General Oksana Bondar. Noor toured a port. The guest then thanked Noor. The general left.",
    "General Ali Noor met General Oksana Bondar. Noor toured a port. <d of='Ali Noor'>The general</d> left.",
    # a noun that is true of everybody in office may mean somebody else
    "Ghana's president, Kofi Mensah, met Togo's president, Edem Agbo. Mensah toured a port. The official left.",
    # a visitor is one whose country is told
    "Army chief General Asad Mirza met Oman's foreign minister, Badr Al Harthi. <d of='Badr Al Harthi'>The visiting "
    "official</d> left.",
    "Army chief General Asad Mirza met Rosa Lund. The visiting dignitary left.",
    # only who has been named before
    "The admiral spoke. Admiral Ali Noor then left.",
    "The president of the bank left. President Wanjiru Kamau stayed.",
    # who is named for the first time right behind it
    "Foreign Minister Rosa Lund of Norway met Ada Obi. Obi and her Norwegian counterpart, Inga Dahl, then left.",
    "Foreign Minister Rosa Lund of Norway met Ada Obi. <d of='Rosa Lund'>The Norwegian official</d>, Obi said, left.",
    # no description at all
    "General Asad Mirza spoke to the general public and to the General Assembly.",
    "President Wanjiru Kamau met two presidents and a president. No president left.",
]


@pytest.mark.parametrize("example", ARTICLES)
def test_whom_the_descriptions_of_an_article_mean(nlp: Language, example: str) -> None:
    text, marks = parse(example)
    assert described(nlp(text)) == [(text[mark.start : mark.end], mark.attributes["of"]) for mark in marks]


def test_the_leader_of_something_is_no_leader_without_it(nlp: Language) -> None:
    text = "President Kofi Mensah of Ghana was surprised. The leader of {} agreed with him."
    assert described(nlp(text.format("Ghana"))) == [("The leader", "Kofi Mensah")]
    assert described(nlp(text.format("the opposition"))) == []


def test_the_chief_of_a_body_is_left_to_the_meetings(nlp: Language) -> None:
    text = "General Asad Mirza, Commander of NATO's forces, left. The {} stayed."
    assert described(nlp(text.format("chief"))) == [("The chief", "Asad Mirza")]
    assert described(nlp(text.format("NATO chief"))) == []
