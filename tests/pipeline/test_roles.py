import pytest
from spacy.language import Language
from spacy.tokens import Span

from marked_doc import marked_group, stated
from markup import parse
from newsie.pipeline.title_rules import title_rules

ROLES = [
    # before the name
    "<role of='Asad Mirza'>COAS</role> General Asad Mirza met <role of='Tariq Javed'>PM</role> Tariq Javed.",
    "<role of='Asad Mirza'>Army Chief</role> General Asad Mirza left.",
    "The <role acronym='COAS' of='Asad Mirza'>Chief of Army Staff</role> (COAS), General Asad Mirza, left.",
    "<role of='Amy Wong'>Senator</role> Amy Wong met <role of='Benedict'>Pope</role> Benedict.",
    "Kenya <role country='KE' of='Wanjiru Kamau'>President</role> Wanjiru Kamau left.",
    "Kenyan <role country='KE' of='Wanjiru Kamau'>President</role> Wanjiru Kamau left.",
    "<role country='QA' of='Hamdan'>King</role> Hamdan of Qatar left.",
    "<role country='PK' of='Tariq Javed'>Prime Minister</role> Tariq Javed of Pakistan left.",
    "NATO <role organization='NATO' of='Jan Visser'>Secretary-General</role> Jan Visser left.",
    "US <role country='US' of='Karen Whitfield'>ambassador</role> to Oman Karen Whitfield left.",
    "Oman's <role country='OM' of='Badr Al Harthi'>foreign minister</role> Badr Al Harthi left.",
    "The <role country='OM' of='Badr Al Harthi'>foreign minister</role> of Oman Badr Al Harthi left.",
    "The <role organization='Ghana Navy' country='GH' of='Jan Visser'>Commander</role> of the Ghana Navy Rear Admiral "
    "Jan Visser left.",
    "Presidents <role country='GH' of='Ada Obi'>Ada Obi</role> of Ghana and "
    "<role country='TG' of='Jan Visser'>Jan Visser</role> of Togo left.",
    "The <role country='TN' of='Jan Visser'>Minister of Trade</role> of the sister Republic of Tunisia "
    "Jan Visser left.",
    "Govs. <role of='Terna Sule'>Terna Sule</role> of Ogun and <role of='Musa Dan'>Musa Dan</role> of Ondo State left.",
    # before the name, with a comma
    "Bangladesh's <role country='BD' of='Rehana Parvin'>foreign minister</role>, Rehana Parvin, left.",
    "The Taliban's <role organization='Taliban' of='Sher Stanik'>deputy foreign minister</role>, Sher Stanik, left.",
    "The <role organization='Coast Guard' of='Mir Hasan'>director general</role> of the Coast Guard, "
    "Rear Admiral Mir Hasan, left.",
    "The <role country='GH' of='Ada Obi'>foreign minister</role> of Ghana, Ada Obi for the first time spoke.",
    # before the name, with a state or a body between commas
    "The <role of='Ada Obi'>Secretary of State</role>, United States of America, Ada Obi, left.",
    "The <role of='Ada Obi'>Executive Secretary</role>, Bank of Ghana, Ada Obi, left.",
    "They met a minister, Bank of Ghana, Ada Obi, and Jan Visser.",
    # decorations between name and title
    "General Ali Noor, NI (M), <role of='Ali Noor'>Chief of Army Staff</role>, left.",
    "Ada Obi, OBE, FRS, the <role country='GH' of='Ada Obi'>foreign minister</role> of Ghana, left.",
    "General Ali Noor, Hilal-i-Imtiaz (Military), <role of='Ali Noor'>Chief of Army Staff</role>, left.",
    # where an envoy is posted
    "<role country='KE' of='Martin Otieno'>Permanent Representative</role> of Kenya to the United Nations Martin "
    "Otieno left.",
    "<role country='TR' of='Ahmet Korkmaz'>Consul General</role> of Turkey in Kazan Ahmet Korkmaz left.",
    "<role country='GR' of='Christos Papadakis'>Ambassador Extraordinary and Plenipotentiary</role> of Greece Christos "
    "Papadakis left.",
    # subjects of a minister in a list; a country that begins like another; a state that is called like one
    "<role of='Nasser Bouayad'>Minister of Foreign Affairs</role>, African Cooperation and Moroccan Expatriates, Mr. "
    "Nasser Bouayad, left.",
    "The <role country='GW' of='Carlos Gomes'>Minister of Foreign Affairs</role> of Guinea-Bissau, Carlos Gomes, left.",
    "New Mexico <role of='Linda Ortega'>Governor</role> Linda Ortega left.",
    "Mexico's <role country='MX' of='Linda Ortega'>foreign minister</role> Linda Ortega left.",
    # the titles first, in a list
    "The <role country='GH' of='Ada Obi'>foreign minister</role> of Ghana, Ada Obi, the <role country='EG' "
    "of='Hany Meguid'>ambassador</role> of Egypt, Hany Meguid, and Jan Visser left.",
    # behind the name
    "Ada Obi, the <role country='GH' of='Ada Obi'>foreign minister</role> of Ghana, left.",
    "Ada Obi, Ghana's <role country='GH' of='Ada Obi'>foreign minister</role>, left.",
    "Ada Obi, 61, the <role organization='Water Institute' of='Ada Obi'>director</role> of the Water Institute, left.",
    "Lt Gen S M Karim, <role acronym='PSO' organization='Armed Forces Division of Bangladesh' country='BD' "
    "of='S M Karim'>principal staff officer</role> (PSO) of the Armed Forces Division of Bangladesh, left.",
    "Ali Beg, <role organization='Trading Corporation of Pakistan' country='PK' of='Ali Beg'>chairman</role> of the "
    "Trading Corporation of Pakistan (TCP), left.",
    "Jan Visser, a <role of='Jan Visser'>spokesman</role> for the company, left.",
    "The Water Research Board (WRB) left. Ali Beg, <role organization='Water Research Board' of='Ali Beg'>chairman"
    "</role> of WRB, left.",
    # the country only if the words at the title name it
    "The Trading Corporation of Pakistan (TCP) left. Ali Beg, <role organization='Trading Corporation of Pakistan' "
    "of='Ali Beg'>chairman</role> of TCP, stayed.",
    # the title that only says what another is of
    "The <role organization='UN' of='Jan Visser'>special representative</role> of the UN Secretary-General, "
    "Jan Visser, left.",
    # South Asian, without "of"
    "Brig Ali Noor, <role organization='Military Cooperation' of='Ali Noor'>Director General</role> Military "
    "Cooperation, left.",
    # a copula between
    "Marta Lind, who is the <role of='Marta Lind'>governor</role>, left.",
    "Ada Obi was the <role country='GH' of='Ada Obi'>minister of Water</role> of Ghana until May.",
    # whether the office is held
    "Deposed <role status='former' of='Omar Jallow'>president</role> Omar Jallow left.",
    "Ghana's former <role country='GH' status='former' of='Kofi Mensah'>defence minister</role>, Kofi Mensah, left.",
    "Acting <role status='acting' of='Ada Obi'>director</role> Ada Obi left.",
    "Former Ghanaian <role country='GH' status='former' of='Kofi Mensah'>president</role> Kofi Mensah left.",
    "<role status='designate' of='Kofi Mensah'>Ambassador</role>-designate Kofi Mensah left.",
    "They saw <role status='designate' of='Ana Prado'>president</role>-elect Ana Prado there.",
    # two titles, one holder
    "Ada Obi, Ghana's <role country='GH' of='Ada Obi'>minister of finance</role> and "
    "<role organization='Accra Forum' of='Ada Obi'>chair</role> of the Accra Forum, left.",
    "The <role of='Jan Visser'>president</role> and <role organization='Delta Motors Inc.' of='Jan Visser'>chief "
    "executive</role> of Delta Motors Inc., Jan Visser, left.",
    # a counterpart
    "Oman's <role country='OM' of='Badr Al Harthi'>foreign minister</role> Badr Al Harthi met his Ghanaian "
    "<role country='GH' of='Ada Obi'>counterpart</role>, Ada Obi, in Muscat.",
]
NO_ROLES = [
    "Ada Obi and the minister left.",
    "Ada Obi greeted the president.",
    "Ada Obi, the president's envoy and others left.",
    "The minister, Ada Obi told reporters, had left.",
    "Ada Obi met the minister, Kofi Mensah said.",
    "The minister left. Ada Obi stayed.",
    "Ada Obi left. The foreign minister of Ghana stayed.",
    "The foreign minister, who met Ada Obi, left.",
    "Ada Obi was received by the governor of the province.",
    "The president of the bank and Ada Obi left.",
    "Badr Al Harthi met his Ghanaian counterpart, Ada Obi, in Muscat.",
]


def of(role: Span) -> dict[str, object]:
    return {**stated(role._.role), "of": role._.holder.text}


@pytest.mark.parametrize("example", [*ROLES, *NO_ROLES])
def test_roles_of_a_sentence(nlp: Language, example: str) -> None:
    assert marked_group(nlp(parse(example)[0]), "role", "roles", of) == example


@pytest.mark.parametrize("behind", sorted(title_rules().beside.behind_name))
def test_what_closes_a_name_behind_a_comma(nlp: Language, behind: str) -> None:
    space = "" if behind in ",.;)" else " "
    doc = nlp(f"The foreign minister of Oman, Badr Al Harthi{space}{behind} the old port, left.")
    assert [(role._.role.title, role._.holder.text) for role in doc.spans["roles"]] == [
        ("foreign minister", "Badr Al Harthi")
    ]


@pytest.mark.parametrize("verb", ["left", "visited"])
def test_a_verb_behind_a_name_closes_no_apposition(nlp: Language, verb: str) -> None:
    assert not nlp(f"The foreign minister of Oman, Badr Al Harthi {verb} the old port.").spans["roles"]


def test_the_counterpart_has_the_office_of_the_other(nlp: Language) -> None:
    doc = nlp("Oman's foreign minister Badr Al Harthi met his Ghanaian counterpart, Ada Obi, in Muscat.")
    assert [role._.role.title for role in doc.spans["roles"]] == ["foreign minister", "foreign minister"]


def test_a_counterpart_of_one_of_two_has_no_office(nlp: Language) -> None:
    doc = nlp("Foreign minister Badr Al Harthi and Admiral Ali Noor, the commander of the fleet, met Ada Obi.")
    assert {role._.holder.text for role in doc.spans["roles"]} == {"Badr Al Harthi", "Ali Noor"}
    doc = nlp("Foreign minister Badr Al Harthi and mayor Ali Noor met their counterpart, Ada Obi, in Muscat.")
    assert {role._.holder.text for role in doc.spans["roles"]} == {"Badr Al Harthi", "Ali Noor"}
