import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from marked_doc import doc_after, marked, marked_group
from markup import parse
from newsie.pipeline.names import name_rules

NAMES = [
    # South Asia
    "Lt Gen <person>S M Kamr-ul-Karim</person>, principal staff officer, met <person>Sahir Munawar Mirza</person>.",
    "<person>G. K. Ramachandran Nair</person> and <person>M. S. Perera</person> left.",
    "<person>A.K.M. Rafiqul Alam</person> left.",
    "Chief Minister <person>Devika Rao</person> met <person>Harpreet Kaur Gill</person> in Chandigarh.",
    # Arab world and Iran
    "General <person>Khalid al-Mutlaq</person> spoke with <person>Abdulla bin Rashid Al Thani</person> on Monday.",
    "Sheikh <person>Hamad Al Khalili</person> received Dr. <person>Amina Yusuf Bello</person>.",
    "Iran's foreign minister, <person>Behrouz Karimi</person>, called <person>Abdel Fattah el-Masri</person>.",
    "His Excellency Sayyid <person>Faisal bin Turki Al Said</person> met Ms <person>Kaur</person>.",
    "Her Royal Highness Princess <person>Noura</person> arrived in Oman.",
    "Dr. <person>Sultan Obaid Al Suwaidi</person> arrived.",
    # initials of two letters
    "Mr. <person>Ts. Munkhbat</person> met Foreign Minister <person>Ch. Batsetseg</person> on Monday.",
    "President of Mongolia <person>U. Battulga</person> left.",
    # South-East Asia
    "YB Dato Seri Setia <person>Yusof bin Damit</person> met Foreign Minister <person>Zulkifli Rashid</person>.",
    "Tan Sri <person>Razali Hamzah</person> met Dato' Seri <person>Anwar Shukri</person>.",
    "Prime Minister Honourable <person>Ada Obi</person> met Ratu <person>Wiliame Kova</person>.",
    "Samdech Akka Moha Sena Padei Techo <person>Sok Dara</person> met Amb. <person>Jan Kraus</person> in Accra.",
    # a headline's verb in capitals
    "<person>Kraus</person> Postpones Visit",
    # Africa
    "President <person>Chidi Okonkwo</person> told reporters that <person>Fatoumata Diallo</person> had resigned.",
    "Zambia President <person>Lubinda Bwalya</person> spoke in Lusaka.",
    "Mr <person>Mensah</person> said so. Mrs <person>Kaur</person> agreed with Mr <person>Mensah</person>.",
    "Justice <person>Sule Bala</person> met the Minister of Justice, Barr. Mrs. <person>Ada Obi</person>.",
    "His Royal Majesty <person>Begha Uke</person> met Alhaja <person>Rabi Lawan</person>.",
    "<person>Ada Obi</person> met Justice Secretary <person>Jan Kraus</person> in Accra.",
    "Minister of Justice <person>Ada Obi</person> met HRM <person>Sule Bala</person>.",
    # East Asia
    "Prime Minister <person>Nguyen Van Minh</person> received <person>Park Ji-hoon</person> in Hanoi.",
    "Republic of Korea Foreign Minister <person>Baek Seung-ho</person> left.",
    "Premier <person>Li Wenhao</person> met <person>Hiroshi Tanabe</person> and <person>Kim Min-seo</person>.",
    # Europe
    "Col. <person>Pieter van der Linde</person> met <person>Jean-Luc d'Aubigny</person>.",
    "Ireland's <person>Sinéad O'Brannigan</person> thanked Turkish President <person>Mehmet Yıldırım</person>.",
    "Ukrainian lawmaker <person>Oksana Melnychenko</person> criticised <person>Sergei Ivanov-Petrov</person>'s plan.",
    "Gov. <person>Paris Obi</person> met Gen. <person>Santiago Ruiz</person> and Col. <person>London Abara</person>.",
    # Americas
    "Brazil's foreign minister, <person>Joana de Oliveira Prado</person>, met <person>José Luis Ochoa</person>.",
    "The Secretary of Foreign Affairs, <person>Jose Ramon dela Cruz</person>, spoke.",
    "<person>Martin Luther Banks Jr.</person> and <person>William Harker III</person> arrived.",
]

ANCHORED = [
    # names that the model misses or cuts, behind a rank, a title with what it is a title of, an honorific, a comma
    "Brig <person>Zarrar</person> and Col <person>Okot Biteko</person> left.",
    "The envoy <person>Tshering</person> met President <person>Bwalya</person>.",
    "The Ambassador of Togo to Ghana <person>Koffi Mensah</person> met his colleague.",
    "She met US Ambassador to Jordan <person>Alice G. Woods</person>.",
    "The speaker of the Maldivian Parliament <person>Mohamed Nashid</person> left.",
    "She received Minister of Defence of the Republic of Turkiye <person>Hulusi Kara</person> on Monday.",
    "VP <person>Mohadi</person> left.",
    "Foreign Minister of the Republic of Turkey <person>Mevlut Cavus</person> met his colleague.",
    # behind the end of a field of office
    "The Director for Trade and Enlargement Negotiations <person>Ulla Maria Brandt</person> spoke.",
    "She met the Under-Secretary-General for Peace Operations <person>Jean-Pierre Lafont</person> on Monday.",
    "The Adviser for Foreign Affairs and Security Policy <person>Marek Novotny</person> left.",
    "Secretary of the Ministry of Water, <person>Ulla Brandt</person>, spoke.",
    "Tan Sri <person>Razali Hamzah</person> met Lady <person>Anwar</person>.",
    "The minister for defence, Engineer <person>Khalid Dastgir</person>, called on <person>Amir Khan Beg</person>.",
    "The special envoy of the bloc, <person>Marek Novotny</person>, arrived.",
    "She met her Omani counterpart, <person>Badr Al Harthi</person>, on Friday.",
    "She called on Lao President <person>Thongsing Somphou</person> and National Assembly President "
    "<person>Bounmy Keola</person>.",
    "The new Cabinet Secretary for Trade, <person>Amina Kiprop</person> today left.",
    "Colonel <person>Diallo</person> saluted.\n\n<person>Diallo</person> then left.",
    # later mentions by a part of the name
    "<person>Pieter van der Linde</person> spoke. <person>Linde</person> and his wife left.",
    "<person>Rosa Lund</person> spoke first, and then <person>Lund</person> left.",
]

NOT_PEOPLE = [
    "Five member States met <person>Ada Obi</person> in Lima.",
    # what the model takes for people, or might
    "The Dawn report said that <person>Imran Beg</person> had left.",
    "As quoted by the Tribune newspaper, <person>Kofi Mensah</person> left.",
    "The COAS and the PM met. The PSO left.",
    "The Joint Chiefs, the Army and the Taliban said nothing.",
    "He crossed the Simón Bolívar bridge and stayed at the Hotel Mirador.",
    "They met in Mirpur, near Haripur, at Kasauli.",
    "The Emir of Zazzau arrived in Accra on Monday.",
    "The minister of Ghana, the Ghanaian envoy and the Dutch left.",
    "The general assembly met; the general left on Tuesday.",
    "Pakistan, Ghana and Norway signed the treaty in May.",
    "The president left, and the Vice President stayed.",
    "The Ministry of Water and the University of Ghana agreed.",
    "His Excellency spoke, and Mr Speaker listened.",
    "The Minister of the Interior, Local Authorities and Territorial Planning left.",
    "The Director General-level talks took place.",
]


@pytest.mark.parametrize("example", [*NAMES, *ANCHORED, *NOT_PEOPLE])
def test_people_of_a_sentence(nlp: Language, example: str) -> None:
    doc = nlp(parse(example)[0])
    assert marked_group(doc, "person", "people") == example


@pytest.mark.parametrize("example", NAMES)
def test_people_are_entities_too(nlp: Language, example: str) -> None:
    doc = nlp(parse(example)[0])
    assert marked(doc, "person", [ent for ent in doc.ents if ent.label_ == "PERSON"]) == example


def guessed(nlp: Language, text: str, guess: str, label: str = "PERSON") -> Doc:
    """`text` as newsie_people reads it when `guess` is all that the model finds."""
    doc = doc_after(nlp, "newsie_titles", text)
    start = text.index(guess)
    doc.set_ents([doc.char_span(start, start + len(guess), label=label)])
    return nlp.get_pipe("newsie_people")(doc)


GUESSES = [
    # the guess, the text with the name that comes of it
    ("Gen Imran", "They saw Gen <person>Imran Beg</person> there."),
    ("Imran", "They saw <person>A. K. Imran-ul-Haq</person> there."),
    ("President Ada", "They saw President <person>Ada Obi</person> there."),
    ("Linde", "They saw <person>Pieter van der Linde</person> there."),
    ("Ada Obi's", "They saw <person>Ada Obi</person>'s house."),
    ("Ada Obi Monday", "They saw <person>Ada Obi</person> Monday."),
    ("Mr Obi", "They saw Mr <person>Obi</person> there."),
    ("Ada Obi, Kofi", "They saw <person>Ada Obi</person>, Kofi and others."),
    ("al-Burhan", "They saw <person>al-Burhan</person> there."),
    ("Public Order Ada Obi", "They saw the Minister of Justice and Public Order <person>Ada Obi</person> there."),
    ("Presidential Administration Ada Obi", "Head of the Presidential Administration <person>Ada Obi</person> left."),
    *(
        (f"{state} Ada Obi", f"The President of the {state} <person>Ada Obi</person> left.")
        for state in sorted(name_rules().states)
    ),
    ("Nation Obi", "They saw <person>Nation Obi</person> there."),
    ("Hilal-i-Imtiaz", "Ali Noor, Hilal-i-Imtiaz (Military), spoke."),
    ("Hilal bin Obaid", "They saw <person>Hilal bin Obaid</person> there."),
    ("Tanjug", "The talks went on, Tanjug reported."),
    ("Obi", "The talks went on, <person>Obi</person> said."),
    ("COAS", "They saw COAS there."),
    ("ISMO", "They saw ISMO there."),
    ("Craigavon", "That day <person>Craigavon</person> spoke."),
    ("Pakistan", "They saw Pakistan there."),
    ("Nigerian", "They saw a Nigerian there."),
    ("Dhaka", "They saw Dhaka there."),
    ("Sheikh", "They saw the Sheikh there."),
    ("Joint Staff Headquarters", "They saw Joint Staff Headquarters there."),
    ("Ziaur Hall", "They saw Ziaur Hall there."),
    ("Dawn", "They read the publication Dawn there."),
    ("Kasauli", "They met in Kasauli there."),
    ("Kasauli", "They met in <person>Kasauli</person>'s house."),
    ("tanker", "They saw the tanker there."),
    ("Ada", 'They saw <person>Ada "Babs" Obi</person> there.'),
    ("Obi", "They saw <person>Ada “Babs” Obi</person> there."),
    ("Marquez Jnr", "They saw <person>Ferdinand ‘Bongo’ Marquez Jnr</person> there."),
    ("Ada", 'They told <person>Ada</person> "Babs is here" and Obi left.'),
    ("Daniel arap Koi", "They saw <person>Daniel arap Koi</person> there."),
    ("Prayuth Chan-o-cha", "They saw <person>Prayuth Chan-o-cha</person> there."),
    ("Attorney Ada Obi", "They saw Attorney <person>Ada Obi</person> there."),
    ("AKM Rafiqul Alam", "They saw <person>AKM Rafiqul Alam</person> there."),
    ("Obi", 'They saw "Our Town", and <person>Obi</person> left.'),
]


@pytest.mark.parametrize(("guess", "example"), GUESSES)
def test_what_becomes_of_a_guess_of_the_model(nlp: Language, guess: str, example: str) -> None:
    doc = guessed(nlp, parse(example)[0], guess)
    assert marked_group(doc, "person", "people") == example


@pytest.mark.parametrize(
    ("guess", "text", "label"),
    [
        ("Dawn", "They read the publication Dawn there.", "ORG"),
        ("ISMO", "They saw ISMO there.", "ORG"),
        ("Allied Autoworkers Union", "They saw Allied Autoworkers Union there.", "ORG"),
        ("Ziaur Hall", "They saw Ziaur Hall there.", "FAC"),
        ("Kasauli", "They met in Kasauli there.", "GPE"),
        ("Ghana", "They saw Ghana there.", "GPE"),
        ("Craigavon", "The people of Craigavon stayed.", "GPE"),
        ("Ghanaian", "They saw a Ghanaian there.", None),
    ],
)
def test_what_is_no_person_is_relabelled(nlp: Language, guess: str, text: str, label: str | None) -> None:
    doc = guessed(nlp, text, guess)
    assert [(ent.text, ent.label_) for ent in doc.ents] == ([(guess, label)] if label else [])


@pytest.mark.parametrize("thing", sorted(name_rules().things))
def test_what_has_a_name_and_is_no_person(nlp: Language, thing: str) -> None:
    doc = doc_after(nlp, "newsie_titles", f"They saw {thing} Freddo there. Then Freddo left, and Ada left.")
    doc.set_ents([Span(doc, start, end, label="PERSON") for start, end in ((2, 4), (7, 8), (11, 12))])
    assert [person.text for person in nlp.get_pipe("newsie_people")(doc).spans["people"]] == ["Ada"]


@pytest.mark.parametrize(("surname", "label"), [("Mechich", "PERSON"), ("Lindberg", "PERSON"), ("Karachi", "GPE")])
def test_a_known_surname_is_no_place_unless_one_is_called_so(nlp: Language, surname: str, label: str) -> None:
    doc = doc_after(nlp, "newsie_titles", f"They saw Ada {surname} there. But {surname} was tired.")
    doc.set_ents([Span(doc, 2, 4, label="PERSON"), Span(doc, 7, 8, label="GPE")])
    doc = nlp.get_pipe("newsie_people")(doc)
    assert [ent.label_ for ent in doc.ents] == ["PERSON", label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They saw Bandar Obi there. Today Bandar left.", "PERSON"),
        ("They saw Bandar Obi there. Today Bandar left. Nobody lives in Bandar.", "GPE"),
        ("They saw Bandar Obi there. Today they saw Bandar.", "GPE"),
        ("They saw Paris Obi there. Today Paris left.", "GPE"),
    ],
)
def test_a_first_name_is_no_town_where_it_acts(nlp: Language, text: str, label: str) -> None:
    doc = doc_after(nlp, "newsie_titles", text)
    later = next(token.i for token in doc[4:] if token.text in ("Bandar", "Paris"))
    doc.set_ents([Span(doc, 2, 4, label="PERSON"), Span(doc, later, later + 1, label="GPE")])
    doc = nlp.get_pipe("newsie_people")(doc)
    assert [ent.label_ for ent in doc.ents][:2] == ["PERSON", label]


@pytest.mark.parametrize(("word", "label"), [("Lindberg", "PERSON"), ("May", "DATE")])
def test_a_known_surname_behind_a_comma_is_no_date(nlp: Language, word: str, label: str) -> None:
    doc = doc_after(nlp, "newsie_titles", f"They saw Ada {word} there. Earlier, {word} left.")
    doc.set_ents([Span(doc, 2, 4, label="PERSON"), Span(doc, 6, 9, label="DATE")])
    doc = nlp.get_pipe("newsie_people")(doc)
    assert doc[8].ent_type_ == label


def test_the_surnames_of_two_people_are_nobody(nlp: Language) -> None:
    text = "The meeting Obi-Lindberg failed. Ada Obi and Jan {} left."
    for surname, found in (
        ("Lindberg", ["Ada Obi", "Jan Lindberg"]),
        ("Kraus", ["Obi-Lindberg", "Ada Obi", "Jan Kraus"]),
    ):
        doc = doc_after(nlp, "newsie_titles", text.format(surname))
        doc.set_ents(
            [Span(doc, 2, 5, label="PERSON"), Span(doc, 7, 9, label="PERSON"), Span(doc, 10, 12, label="PERSON")]
        )
        doc = nlp.get_pipe("newsie_people")(doc)
        assert [person.text for person in doc.spans["people"] if len(person) > 1] == found


def test_the_first_word_of_a_name_is_no_person_where_the_model_sees_an_organization(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_titles", "They saw Ferrant Obi there. But Ferrant was sold to Obi.")
    doc.set_ents([Span(doc, 2, 4, label="PERSON"), Span(doc, 7, 8, label="ORG"), Span(doc, 11, 12, label="ORG")])
    doc = nlp.get_pipe("newsie_people")(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ferrant Obi", "PERSON"), ("Ferrant", "ORG"), ("Obi", "PERSON"),
    ]  # fmt: skip


def test_an_acronym_at_the_start_of_a_name_is_no_person(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_titles", "They saw NASO Bill Ingall there. Then NASO was sold to Ingall.")
    doc.set_ents([Span(doc, 2, 5, label="PERSON")])
    assert [person.text for person in nlp.get_pipe("newsie_people")(doc).spans["people"]][1:] == ["Ingall"]


def test_a_follower_of_a_party_is_not_the_party(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_titles", "The Reform Party lost. A Reform voter left.")
    doc.set_ents([Span(doc, 1, 3, label="ORG"), Span(doc, 6, 7, label="NORP")])
    assert [ent.label_ for ent in nlp.get_pipe("newsie_people")(doc).ents] == ["ORG", "NORP"]


def test_a_town_in_the_name_of_an_institution_is_no_institution(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_titles", "The Mysore Division met. In Mysore it rained.")
    doc.set_ents([Span(doc, 1, 3, label="ORG"), Span(doc, 6, 7, label="GPE")])
    assert [ent.label_ for ent in nlp.get_pipe("newsie_people")(doc).ents] == ["ORG", "GPE"]


def test_an_outlet_is_one_wherever_it_stands(nlp: Language) -> None:
    text = "They read the publication Dawn. Then Dawn called."
    doc = doc_after(nlp, "newsie_titles", text)
    doc.set_ents([Span(doc, token.i, token.i + 1, label="PERSON") for token in doc if token.text == "Dawn"])
    doc = nlp.get_pipe("newsie_people")(doc)
    assert [ent.label_ for ent in doc.ents] == ["ORG", "ORG"]
    assert not doc.spans["people"]
