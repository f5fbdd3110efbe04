"""What people have decided overrules what is computed: which judgements hold, and what they do to groups."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.ids import content_id
from newsie.records import Judgement
from newsie.resolve import resolve
from newsie.resolve.judgements import Judgements, holding, judged

NOON = datetime.datetime(2025, 1, 14, 12, tzinfo=datetime.UTC)


def made(*words, undone=()):
    """Judgements, "same a b" or "reject m", each a minute later than the one before; `undone` are their numbers."""
    return [
        Judgement(
            id=f"j{number}", verb=verb, left=ids[0], right=ids[1] if ids[1:] else None, author="ada",
            made_at=NOON + datetime.timedelta(minutes=number), undone_at=NOON if number in undone else None,
        )
        for number, (verb, *ids) in enumerate(line.split() for line in words)
    ]  # fmt: skip


def fset(*items):
    return frozenset(items)


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        (made(), Judgements()),
        (made("same a b"), Judgements(same=fset(("a", "b")))),
        (made("same b a"), Judgements(same=fset(("a", "b")))),
        (made("same a b", "same b a"), Judgements(same=fset(("a", "b")))),
        (made("same a b", "different b a"), Judgements(different=fset(("a", "b")))),
        (made("different a b", "same a b"), Judgements(same=fset(("a", "b")))),
        (made("same a b", "different a b", undone=[1]), Judgements(same=fset(("a", "b")))),
        (made("same a b", undone=[0]), Judgements()),
        (made("same a b", "different a c"), Judgements(same=fset(("a", "b")), different=fset(("a", "c")))),
        (made("reject m"), Judgements(rejected=fset("m"))),
        (made("reject m", "accept m"), Judgements(accepted=fset("m"))),
        (made("accept m", "reject m"), Judgements(rejected=fset("m"))),
        (made("reject m", "accept n"), Judgements(rejected=fset("m"), accepted=fset("n"))),
        (made("reject m", "accept m", undone=[1]), Judgements(rejected=fset("m"))),
    ],
)
def test_the_latest_on_one_thing_holds(judgements, expected):
    assert holding(judgements) == expected
    assert holding(reversed(judgements)) == expected


def letters(groups, *words):
    """The groups that judgements make of groups of letters; of two that are parted, letters go with the nearer one."""
    lists = [[Letter(one) for one in group] for group in groups.split()]
    ids = {item.name: item for group in lists for item in group}
    found = judged(lists, ids, holding(made(*words)), lambda one, other: (-abs(ord(one.name) - ord(other.name)),))
    return " ".join(sorted("".join(sorted(item.name for item in group)) for group in found))


class Letter:
    def __init__(self, name):
        self.name = name


@pytest.mark.parametrize(
    ("groups", "words", "expected"),
    [
        ("a b c", [], "a b c"),
        ("a b c", ["same a b"], "ab c"),
        ("a b c", ["same a b", "same b c"], "abc"),
        ("ab cd", ["same b c"], "abcd"),
        ("ab", ["same a b"], "ab"),
        ("ab", ["different a b"], "a b"),
        ("abyz", ["different a z"], "ab yz"),
        ("abyz", ["different a b"], "a byz"),
        ("abc", ["different a b", "different b c", "different a c"], "a b c"),
        ("a b c", ["same a b", "same b c", "different a c"], "ab c"),
        ("a b", ["same a x", "different y b"], "a b"),
        ("a b", ["same a a"], "a b"),
    ],
)
def test_groups(groups, words, expected):
    assert letters(groups, *words) == expected


words_on_letters = st.builds(
    "{} {} {}".format, st.sampled_from(["same", "different"]), st.sampled_from("abcdef"), st.sampled_from("abcdef")
).filter(lambda words: words[-1] != words[-3])


@given(words=st.lists(words_on_letters, max_size=8), data=st.data())
def test_nobody_is_lost_and_the_parted_stay_apart(words, data):
    groups = letters("abc de f", *words)
    assert sorted(groups.replace(" ", "")) == list("abcdef")
    assert letters("f ed bca", *words) == groups
    for left, right in holding(made(*words)).different:
        assert not any(left in group and right in group for group in groups.split())


@pytest.fixture
def run(news):
    """A function that resolves two articles, in which one person each meets Jan Kraus, as judgements say."""
    articles = [
        news.article(source, people=[news.person(name), news.person("Jan Kraus")],
                     organizations=[news.organization(body)], places=[news.place(town, "city")],
                     meetings=[news.meeting(f"{name}, Jan Kraus", "2024-05-02")])
        for source, name, body, town in [
            ("a", "Ada Obi", "Harbour Forum", "Lindau"), ("b", "Adaeze Obi", "Port Forum", "Lindau am See"),
        ]
    ]  # fmt: skip

    def resolved(*words):
        return resolve(articles, judgements=made(*words))

    return resolved


def id_of(records, name):
    return next(record.id for record in records if record.name == name)


@pytest.mark.parametrize(
    ("table", "left", "right"),
    [
        ("people", "Ada Obi", "Adaeze Obi"),
        ("organizations", "Harbour Forum", "Port Forum"),
        ("places", "Lindau", "Lindau am See"),
    ],
)
def test_the_same_is_one(run, table, left, right):
    before = getattr(run(), table)
    words = f"same {id_of(before, left)} {id_of(before, right)}"
    assert len(getattr(run(words), table)) == len(before) - 1


def test_those_who_are_different_are_two(run):
    before = run().people
    jan = next(one for one in before if one.name == "Jan Kraus")
    # Its parts are the people of the articles: the first has the id of the whole, the other one its own.
    parts = [content_id("person", article, content_id("person", article, "Jan Kraus", None)) for article in "ab"]
    assert jan.id == parts[0]
    people = run(f"different {parts[0]} {parts[1]}").people
    assert [one.id for one in people if one.name == "Jan Kraus"] == parts


def test_meetings_are_rejected_accepted_joined_and_parted(run):
    first, second = (meeting.id for meeting in run().meetings)
    assert [one.id for one in run(f"reject {first}").meetings] == [second]
    assert [one.judgement for one in run(f"reject {first}", f"accept {first}").meetings] == ["accepted", None]
    (joined,) = run(f"same {first} {second}").meetings
    assert [report.article for report in joined.reports] == ["a", "b"]
    assert [one.id for one in run(f"same {first} {second}", f"different {second} {first}").meetings] == [first, second]


def test_one_rejected_report_rejects_the_meeting_that_it_is_about(run):
    first, second = (meeting.id for meeting in run().meetings)
    assert run(f"same {first} {second}", f"reject {second}").meetings == ()
    kept = run(f"same {first} {second}", f"reject {second}", f"accept {first}").meetings
    assert [one.judgement for one in kept] == ["accepted"]
