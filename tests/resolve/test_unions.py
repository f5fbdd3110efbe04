"""What several articles say of one meeting, put together."""

from newsie.records import Occasion, PlaceReference
from newsie.resolve.unions import fullest_occasion, union_of_places


def occasion(article: str, text: str) -> Occasion:
    return Occasion(article=article, start=0, end=len(text), text=text)


def test_the_occasion_is_the_fullest() -> None:
    short, full, other = (
        occasion("a", "Harbour Forum"),
        occasion("b", "12th Harbour Forum"),
        occasion("c", "Big Sea Expo"),
    )
    assert fullest_occasion([None, short, full, other]) == full
    assert fullest_occasion([None]) is None


def test_a_place_has_the_country_that_one_of_the_articles_knows() -> None:
    unknown, known = (
        PlaceReference(id="1", name="State House"),
        PlaceReference(id="1", name="State House", country="ZM"),
    )
    elsewhere = PlaceReference(id="2", name="Lusaka", country="ZM")
    assert union_of_places([[unknown], [elsewhere, known]]) == (known, elsewhere)
    assert union_of_places([[known], [unknown]]) == (known,)
