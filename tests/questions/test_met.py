"""Every encounter of two, whichever of them is named first."""

import pytest

from newsie.questions.called import ids_of, participants_called
from newsie.questions.met import met


@pytest.fixture
def db(news, store, talk):
    norway = news.place("Norway", "country", "NO")
    forum = news.organization("Harbour Forum")
    return store(
        talk("1.txt", "Ada Obi, Jan Kraus", "2024-05-02", published="2024-05-03", sentence="Obi met Kraus."),
        talk("2.txt", "Ada Obi, Jan Kraus, Kari Holm", "2024-06-01", status="planned"),
        talk("3.txt", "Ada Obi, Kari Holm", "2024-07-01", status="denied"),
        talk("4.txt", "Ada Obi, Norway", "2024-08-01", places=[norway]),
        talk("5.txt", "Harbour Forum, Kari Holm", organizations=[forum]),
    )


def sources(db, left, right):
    left, right = (ids_of(participants_called(db, name)) for name in (left, right))
    return [report.source for meeting in met(db, left, right).meetings for report in meeting.reports]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Ada Obi", "Jan Kraus", ["1.txt", "2.txt"]),
        ("Obi", "Holm", ["2.txt", "3.txt"]),
        ("Ada Obi", "Norway", ["4.txt"]),
        ("Harbour Forum", "Holm", ["5.txt"]),
        ("Harbour Forum", "Norway", []),
        ("Jan Kraus", "Nobody", []),
        ("Ada Obi", "Ada Obi", []),
        ("Ada Obi", "Obi", []),
        ("Nobody", "Nobody", []),
    ],
)
def test_both_orders(db, left, right, found):
    assert sources(db, left, right) == found
    assert sources(db, right, left) == found


def test_namesakes_who_met_are_two(store, talk):
    db = store(talk("1.txt", "Dolores Quispe, Elena Quispe"))
    assert sources(db, "Quispe", "Quispe") == ["1.txt"]
    assert sources(db, "Dolores Quispe", "Quispe") == ["1.txt"]


def test_evidence_says_where_it_stands(db):
    ada, jan = (ids_of(participants_called(db, name)) for name in ("Ada Obi", "Jan Kraus"))
    report = met(db, ada, jan).meetings[0].reports[0]
    assert (report.source, f"{report.published}", report.sentence.text) == ("1.txt", "2024-05-03", "Obi met Kraus.")
