from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.ids import content_id
from newsie.resolve.run import resolve

NAMES = ["Junaid Marwat", "Syed Junaid Marwat", "J. Marwat", "Marwat", "Ali Khan", "Majid Mansouri", "Majed Mansoori"]
RANKS = [None, "General", "Admiral"]
COUNTRIES = [None, "PK", "IN"]
DAYS = [None, "2025-01-14", "2025-01-13/2025-01-19", "2025-02-01"]


@st.composite
def articles(draw, news):
    """A few articles on a few people with confusable names, who met, or visited a place, or signed something."""
    records = []
    for source in draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5, unique=True)):
        names = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
        people = [
            news.person(name, rank=draw(st.sampled_from(RANKS)), role="envoy", country=draw(st.sampled_from(COUNTRIES)))
            for name in names
        ]
        facts = {"date": draw(st.sampled_from(DAYS)), "kind": draw(st.sampled_from(["meeting", "talks", "visit"])),
                 "status": draw(st.sampled_from(["held", "planned", "denied"])), "places": "Lusaka"}  # fmt: skip
        lists = draw(st.lists(st.lists(st.sampled_from([*names, "PRW", "both sides"]), max_size=3, unique=True),
                              max_size=3))  # fmt: skip
        records.append(
            news.article(
                source,
                published=draw(st.sampled_from([None, "2025-01-15", "2025-01-16"])),
                text=draw(st.sampled_from([None, "the same few words in all of these " * 3])),
                people=people,
                organizations=[news.organization(*draw(st.sampled_from([("PRW",), ("PRW", "PRW")])))],
                places=[news.place("Lusaka", "city", draw(st.sampled_from([None, "ZM"])))],
                meetings=[news.meeting(", ".join(who), **facts) for who in lists],
                agreements=[news.agreement(", ".join(names))],
            )
        )
    return records


@settings(max_examples=150)
@given(data=st.data())
def test_properties(news, data):
    records = data.draw(articles(news))
    run = resolve(iter(records))
    assert resolve(data.draw(st.permutations(records))) == run
    assert resolve([*records, records[0]]) == run
    _keeps_everything(records, run)
    _ids_are_unique_and_known(run)
    _people_of_one_article_stay_apart(records, run)
    assert all(1 <= meeting.independent_sources <= len(meeting.reports) for meeting in run.meetings)


def _keeps_everything(records, run):
    for kind in ("people", "organizations", "places"):
        before = [mention for record in records for one in getattr(record, kind) for mention in one.mentions]
        after = [mention for one in getattr(run, kind) for mention in one.mentions]
        assert sorted(map(repr, before)) == sorted(map(repr, after))
    for kind in ("meetings", "agreements"):
        before = [report for record in records for one in getattr(record, kind) for report in one.reports]
        after = [report for one in getattr(run, kind) for report in one.reports]
        assert sorted(map(repr, before)) == sorted(map(repr, after))


def _ids_are_unique_and_known(run):
    entities = {one.id: one.name for kind in (run.people, run.organizations, run.places) for one in kind}
    assert len(entities) == len(run.people) + len(run.organizations) + len(run.places)
    assert len({meeting.id for meeting in run.meetings}) == len(run.meetings)
    articles = {article.id for article in run.articles}
    for article in run.articles:
        assert article.wire_copy_of is None or article.wire_copy_of in articles - {article.id}
    references = [one for meeting in run.meetings for one in (*meeting.participants, *meeting.places)]
    references += [one for agreement in run.agreements for one in agreement.signatories]
    assert all(entities[one.id] == one.name for one in references if one.id)


def _people_of_one_article_stay_apart(records, run):
    assert len(run.people) >= max(len(record.people) for record in records)


def test_no_articles():
    run = resolve([])
    assert (run.articles, run.people, run.meetings) == ((), (), ())


def test_articles_and_dates_are_in_the_order_of_sources(news):
    records = [news.article(source, text=f"text {source}") for source in "ba"]
    renamed = [record.model_copy(update={"article": record.article.model_copy(update={"id": name})})
               for record, name in zip(records, "12", strict=True)]  # fmt: skip
    assert [article.source for article in resolve(renamed).articles] == ["a", "b"]


def test_people_are_in_order_of_first_mention(news):
    people = [news.person("Selim Karahan"), news.person("Ana Prado")]
    records = [news.article("b", people=people), news.article("a", people=people, text="Ana Prado met Selim Karahan")]
    assert [one.name for one in resolve(records).people] == ["Ana Prado", "Selim Karahan"]


def test_the_id_of_a_person_is_that_of_its_first_member_alone(news):
    one, other = (news.article(source, people=[news.person("Junaid Marwat")]) for source in "ab")
    (merged,) = resolve([other, one]).people
    (alone,) = resolve([one]).people
    assert merged.id == alone.id == content_id("person", "a", one.people[0].id)
