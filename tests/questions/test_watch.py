"""Who of a list appears, with whom, and why that is the same person."""

import pytest

from newsie.questions.watch import watch
from newsie.questions.watch_list import Listed


@pytest.fixture
def db(news, store):
    minister = news.person("Ada Obi", role="Minister of Fisheries", country="NG")
    return store(
        news.article("1.txt", people=[minister, news.person("Jan Kraus")],
                     meetings=[news.meeting("Ada Obi, Jan Kraus", "2024-05-02")]),
        news.article("2.txt", people=[news.person("Haroon Bangash")]),
        news.article("3.txt", people=[news.person("Bangash")]),
        news.article("4.txt", people=[news.person("Zulfiya")]),
        news.article("5.txt", organizations=[news.organization("Harbour Forum")]),
        news.article("6.txt", people=[news.person("Mohammed Khan")]),
    )  # fmt: skip


def found(db, *names, **known):
    return [(one.name, one.verdict) for one in watch(db, [Listed(None, names, **known)]).matches]


@pytest.mark.parametrize(
    ("names", "known", "matches"),
    [
        (["Ada Obi"], {}, [("Ada Obi", "same")]),
        (["Obi, Ada"], {}, [("Ada Obi", "same")]),
        (["Nobody Here", "Ada Obi"], {}, [("Ada Obi", "same")]),
        (["Ada Obi"], {"countries": ("NG",)}, [("Ada Obi", "same")]),
        (["Ada Obi"], {"positions": ("Minister of Fisheries",), "countries": ("NG",)}, [("Ada Obi", "same")]),
        (["Ada Obi"], {"positions": ("Minister of Fisheries",), "countries": ("PE",)}, []),
        (["Obi"], {}, []),
        (["Bangash"], {}, [("Bangash", "unsure")]),
        (["Haroun Bangash"], {}, [("Haroon Bangash", "same")]),
        (["Zulfiya"], {}, [("Zulfiya", "unsure")]),
        (["Zulfiya Umarova"], {}, []),
        (["Mohammed Khan"], {}, [("Mohammed Khan", "unsure")]),
        (["Harbour Forum"], {"is_person": False}, [("Harbour Forum", "same")]),
        (["HARBOUR FORUM"], {"is_person": False}, [("Harbour Forum", "same")]),
        (["Harbour"], {"is_person": False}, []),
        (["Ada Obi"], {"is_person": False}, []),
        (["%"], {}, []),
    ],
)
def test_matches(db, names, known, matches):
    assert found(db, *names, **known) == matches


def test_a_match_says_why_where_and_with_whom(db):
    (match,) = watch(db, [Listed("e1", ("Ada Obi",))]).matches
    assert (match.listed_id, match.listed, match.reasons) == ("e1", "Ada Obi", ("the same full name",))
    assert (match.sources, [one.name for one in match.met]) == (("1.txt",), ["Jan Kraus"])


def test_matches_come_in_the_order_of_the_list(db):
    listed = [Listed(None, (name,)) for name in ("Jan Kraus", "Nobody", "Ada Obi")]
    assert [one.listed for one in watch(db, listed).matches] == ["Jan Kraus", "Ada Obi"]
