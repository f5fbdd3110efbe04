import pytest
from spacy.language import Language

from newsie.pipeline.coreference import cluster_people, compatible, is_form_of
from newsie.pipeline.person_facts import distinct_ranks, distinct_roles
from newsie.records import Rank, Role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S M Karim", "Sayed Mahbub Karim"),
        ("Kofi Mensah", "Kofi Yaw Mensah"),
        ("K Mensah", "Kofi Mensah"),
        ("Rosa Lund", "Rosa Lund"),
        ("Tariq Al Harthi", "Tariq bin Said Al Harthi"),
    ],
)
def test_names_that_can_be_one_persons(one: str, other: str) -> None:
    assert compatible(one.lower().split(), other.lower().split())
    assert compatible(other.lower().split(), one.lower().split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kofi Mensah", "Ama Mensah"),
        ("Kofi Mensah", "Kofi Boateng"),
        ("Mensah", "Kofi Mensah"),
        ("S M Karim", "M S Karim"),
        ("A Mensah", "Kofi Mensah"),
        ("Park Ji", "Park Min"),
        ("Yaw Mensah", "Kofi Y Mensah"),
    ],
)
def test_names_that_cannot(one: str, other: str) -> None:
    assert not compatible(one.lower().split(), other.lower().split())
    assert not compatible(other.lower().split(), one.lower().split())


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("karim", "s m karim", True),
        ("van der linde", "pieter van der linde", True),
        ("pieter", "pieter van der linde", True),
        ("prieto", "josé prieto soto", True),
        ("pieter linde", "pieter van der linde", False),
        ("karim", "karim", False),
        ("karimi", "s m karim", False),
        ("s m karim", "karim", False),
    ],
)
def test_forms_of_a_name(short: str, full: str, expected: bool) -> None:
    assert is_form_of(short.split(), full.split()) is expected


ARTICLES = [
    ("General Asad Mirza met Col. Pieter van der Linde. Mirza left; van der Linde stayed.",
     [["Asad Mirza", "Mirza"], ["Pieter van der Linde", "van der Linde"]]),
    ("Tariq bin Said Al Harthi met Rosa Lund. Al Harthi thanked her. Lund left.",
     [["Tariq bin Said Al Harthi", "Al Harthi"], ["Rosa Lund", "Lund"]]),
    # the headline has the shorter form
    ("Khalifa bin Saqr left. Khalifa bin Saqr Al Mansoori returned.",
     [["Khalifa bin Saqr Al Mansoori", "Khalifa bin Saqr"]]),
    # one surname, two people
    ("General Kofi Mensah met Rosa Lund. Kofi Mensah Boateng, a fisherman, waited. Boateng left; Mensah stayed.",
     [["Kofi Mensah", "Mensah"], ["Rosa Lund"], ["Kofi Mensah Boateng", "Boateng"]]),
    ("General Kofi Mensah met Rosa Lund. General Kofi Mensah Boateng then left.",
     [["Kofi Mensah Boateng", "Kofi Mensah"], ["Rosa Lund"]]),
    ("Kofi Mensah Boateng waited. General Kofi Mensah, an aide to the king, met Rosa Lund.",
     [["Kofi Mensah Boateng"], ["Kofi Mensah"], ["Rosa Lund"]]),
    ("Kofi Mensah Boateng waited. General Kofi Mensah, the army chief, met Rosa Lund.",
     [["Kofi Mensah Boateng", "Kofi Mensah"], ["Rosa Lund"]]),
    # one surname, and a middle name
    ("Sheikh Kofi Mensah, of the traders' union, waited. Senator Kofi Yaw Mensah, who sits for Volta, met Rosa Lund.",
     [["Kofi Mensah"], ["Kofi Yaw Mensah"], ["Rosa Lund"]]),
    ("Kofi Mensah, the senator for Volta, waited. Senator Kofi Yaw Mensah, who is 60, met Rosa Lund.",
     [["Kofi Yaw Mensah", "Kofi Mensah"], ["Rosa Lund"]]),
    ("Kofi Mensah, who won, waited. Senator Kofi Yaw Mensah, who is 60, met Rosa Lund.",
     [["Kofi Yaw Mensah", "Kofi Mensah"], ["Rosa Lund"]]),
    ("Kofi Mensah met Ama Mensah. Later Mr Mensah left.", [["Kofi Mensah"], ["Ama Mensah"]]),
    ("Kofi Mensah left. Mensah returned. Then Ama Mensah arrived. Mensah spoke.",
     [["Kofi Mensah", "Mensah"], ["Ama Mensah"]]),
    ("Mensah left. Kofi Mensah met Ama Mensah.", [["Kofi Mensah"], ["Ama Mensah"]]),
    ("General Kofi Mensah met Dr. Ama Mensah. Later General Mensah left.", [["Kofi Mensah", "Mensah"], ["Ama Mensah"]]),
    ("President Kofi Mensah met Senator Ama Mensah. Later Senator Mensah left.",
     [["Kofi Mensah"], ["Ama Mensah", "Mensah"]]),
    ("Kofi Mensah met Rosa Lund. Later Kofi Boateng met Ama Mensah.",
     [["Kofi Mensah"], ["Rosa Lund"], ["Kofi Boateng"], ["Ama Mensah"]]),
    # diacritics left out, and others
    ("Hugo Yáñez met Rosa Lund. Yanez thanked her.", [["Hugo Yáñez", "Yanez"], ["Rosa Lund"]]),
    ("Kofi Yáñez met Rosa Lund. Later Kofi Yàñez left.", [["Kofi Yáñez"], ["Rosa Lund"], ["Kofi Yàñez"]]),
    # middle names and initials
    ("Kofi Yaw Mensah spoke. Kofi Mensah then left.", [["Kofi Yaw Mensah", "Kofi Mensah"]]),
    # what stands behind a name, or is joined to it
    ("President Kofi Mensah Jr. met Rosa Lund. Mensah Jr. thanked her; Mensah, Jr. then left.",
     [["Kofi Mensah Jr.", "Mensah, Jr.", "Mensah Jr."], ["Rosa Lund"]]),
    ("FM Kofi Mensah left. Later Foreign Minister Kofi Mensah-Boateng returned.",
     [["Kofi Mensah-Boateng", "Kofi Mensah"]]),
    # a couple
    ("Rosa Lund met President Mensah, with whom was First Lady Ama Esi Mensah.",
     [["Rosa Lund"], ["Mensah"], ["Ama Esi Mensah"]]),
    ("First Lady Ama Mensah arrived. First Lady Mensah met Rosa Lund.", [["Ama Mensah", "Mensah"], ["Rosa Lund"]]),
    # honorifics that are given names too
    ("Sheikh Mishari Al Hamad met Rosa Lund. Sheikh Mishari thanked her.",
     [["Mishari Al Hamad", "Mishari"], ["Rosa Lund"]]),
    ("Begum Rokeya spoke to Rosa Lund.", [["Begum Rokeya"], ["Rosa Lund"]]),
    ("Sheikh Mishari spoke. Rosa Lund thanked Sheikh Mishari.", [["Sheikh Mishari"], ["Rosa Lund"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), ARTICLES, ids=[text for text, _ in ARTICLES])
def test_the_people_of_an_article_with_the_forms_of_their_names(
    nlp: Language, text: str, people: list[list[str]]
) -> None:
    clusters, owner = cluster_people(nlp(text))
    assert [cluster.forms() for cluster in clusters] == people
    assert {id(cluster) for cluster in owner.values()} == {id(cluster) for cluster in clusters}


def test_ranks_and_roles_beside_any_of_the_names_are_the_persons(nlp: Language) -> None:
    clusters, _ = cluster_people(
        nlp("Lt Gen Asad Mirza left. Mirza, the army chief, returned. Rosa Lund, a retired colonel, stayed.")
    )
    assert [[rank.name for rank in cluster.ranks] for cluster in clusters] == [["Lieutenant General"], ["Colonel"]]
    assert [[role.title for role in cluster.roles] for cluster in clusters] == [["army chief"], []]


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ([Rank(name="Lieutenant General"), Rank(name="General")], [Rank(name="Lieutenant General")]),
        ([Rank(name="General"), Rank(name="Lieutenant General")], [Rank(name="Lieutenant General")]),
        ([Rank(name="General"), Rank(name="General", retired=True)], [Rank(name="General", retired=True)]),
        ([Rank(name="General"), Rank(name="Admiral")], [Rank(name="General"), Rank(name="Admiral")]),
        ([], []),
    ],
)
def test_ranks_without_courtesy_forms(ranks: list[Rank], expected: list[Rank]) -> None:
    assert distinct_ranks(ranks) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (
            [Role(title="foreign minister", country="GH"), Role(title="Foreign Minister")],
            [Role(title="foreign minister", country="GH")],
        ),
        (
            [Role(title="minister"), Role(title="foreign minister", country="GH")],
            [Role(title="foreign minister", country="GH")],
        ),
        (
            [Role(title="foreign minister"), Role(title="minister", country="GH")],
            [Role(title="foreign minister", country="GH")],
        ),
        (
            [Role(title="PSO"), Role(title="principal staff officer", acronym="PSO")],
            [Role(title="principal staff officer", acronym="PSO")],
        ),
        (
            [Role(title="mayor", country="GH"), Role(title="mayor", country="OM")],
            [Role(title="mayor", country="GH"), Role(title="mayor", country="OM")],
        ),
        (
            [Role(title="mayor"), Role(title="mayor", status="former")],
            [Role(title="mayor"), Role(title="mayor", status="former")],
        ),
        (
            [Role(title="chair", organization="A"), Role(title="chair", organization="B")],
            [Role(title="chair", organization="A"), Role(title="chair", organization="B")],
        ),
    ],
)
def test_roles_without_repetitions(roles: list[Role], expected: list[Role]) -> None:
    assert distinct_roles(roles) == expected
