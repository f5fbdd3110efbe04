import pytest

from newsie.read.articles import article_of
from newsie.records import ArticleRecord, Dateline, Generator, Mention, Organization
from newsie.resolve import sources
from newsie.resolve.credits import credits_of, headings, issuers
from newsie.resolve.run import resolve
from newsie.resolve.source_rules import source_rules

TWO = "Touhid Bhuiyan, Junaid Marwat"
DAY = "2025-01-14"
STORY = (
    "Zambia's envoy Touhid Bhuiyan met General Junaid Marwat in Lusaka on Tuesday to discuss a road, the army said.\n\n"
    "The road is to be finished by the end of the year, and both praised the engineers who work on it.\n\n"
)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        (f"LUSAKA, Jan 14 (Orchid Press) - {STORY}", {"orchid press"}),
        (f"LUSAKA (Orchid Press) — {STORY}", {"orchid press"}),
        (f"LUSAKA, Jan 14 - {STORY}", set()),
        (f"{STORY}(Orchid Press)", {"orchid press"}),
        (f"{STORY}The work goes on. — Orchid Press", {"orchid press"}),
        (f"{STORY}The work goes on. (ANI)", {"ani"}),
        (f"{STORY}—AFP", {"afp"}),
        (f"{STORY}Source: Xinhua", {"xinhua"}),
        (f"{STORY}(Agencies)", set()),
        (f"{STORY}They spoke of the Road Development Agency (RDA)", set()),
        (f"{STORY}The road ends at Ndola (see map).", set()),
        (f"A road to Ndola\n\nBy Ada Lindqvist, Orchid Press\n\n{STORY}", {"ada lindqvist", "orchid press"}),
        (f"A road to Ndola\n\nBy Staff Reporter\n\n{STORY}", set()),
    ],
)
def test_whom_an_article_credits(text, credited):
    assert credits_of(article_of(text, "a")) == credited


def released(text, name):
    article = article_of(text, "a")
    start = text.index(name)
    mention = Mention(article=article.id, start=start, end=start + len(name), text=name, kind="name")
    organization = Organization(id="o", name=name, mentions=(mention,))
    return ArticleRecord(
        generator=Generator(newsie="0", model="by hand"), article=article, organizations=(organization,)
    )


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        (f"Zambia Army\nPress Release No 4\n\n{STORY}", True),
        (f" date 2025-01-14 Press service of the Zambia Army\n\n{STORY}", True),
        (f"Zambia Army\nPublic Relations Office\n\n{STORY}", True),
        (f"ZAMBIA POLICE, 14 January\nMedia statement\n\nZambia Army comes to Lusaka.\n\n{STORY}", False),
        (f"A road to Ndola\n\nThe Zambia Army said in a press release that the road was safe.\n\n{STORY}", False),
        (f"A road to Ndola\n\n{STORY}The Zambia Army built it.", False),
    ],
)
def test_whose_release_an_article_is(text, issued):
    assert bool(issuers(released(text, "Zambia Army"))) == issued


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"ZAMBIA ARMY\nPress Release No 4\n\n{STORY}", ["ZAMBIA ARMY"]),
        (f"Zambia Army\nPress Release No 4\n\n{STORY}", []),
        (f"PRESS RELEASE\n\n{STORY}", []),
        (f"ZAMBIA ARMY\n\n{STORY}", []),
    ],
)
def test_the_letterhead_of_a_release(text, lines):
    assert headings(released(text, "Zambia")) == lines


@pytest.fixture(scope="session")
def report(news):
    people = [news.person(name) for name in TWO.split(", ")]
    known = [news.organization("Inter-Services Public Relations", "ISPR"), news.organization("Foreign Ministry")]

    def report(source, cited="", dateline="", organizations=known, sentence="They met, a statement said."):
        found = news.meeting(TWO, date=DAY, cited=cited, sentence=sentence)
        record = news.article(source, people=people, organizations=organizations, meetings=[found])
        line = Dateline(start=0, end=len(dateline), text=dateline) if dateline else None
        return record.model_copy(update={"article": record.article.model_copy(update={"dateline": line})})

    return report


@pytest.mark.parametrize(
    ("left", "right", "sources"),
    [
        ({}, {}, 2),
        ({"cited": "ISPR"}, {"cited": "Inter-Services Public Relations"}, 1),
        ({"cited": "ISPR", "sentence": "They met, the ISPR said."}, {"cited": "ISPR"}, 2),
        ({"cited": "Orchid Press", "sentence": "They met, Orchid Press said."}, {"cited": "Orchid Press"}, 1),
        ({"cited": "ISPR"}, {}, 2),
        ({"cited": "ISPR"}, {"cited": "officials, ISPR"}, 1),
        ({"cited": "officials"}, {"cited": "officials"}, 2),
        ({"cited": "Junaid Marwat"}, {"cited": "Marwat"}, 2),
        ({"cited": "the statement"}, {"cited": "the statement"}, 2),
        ({"cited": "Orchid Press", "organizations": []}, {"cited": "Orchid Press", "organizations": []}, 1),
        ({"cited": "Orchid Press"}, {"dateline": "LUSAKA (Orchid Press) -"}, 1),
        ({"dateline": "LUSAKA (Orchid Press) -"}, {"dateline": "NDOLA (Orchid Press) -"}, 1),
        ({"dateline": "LUSAKA (Orchid Press) -"}, {"dateline": "LUSAKA (Lotus Press) -"}, 2),
        # every country has one
        ({"cited": "Foreign Ministry", "organizations": []}, {"cited": "Foreign Ministry", "organizations": []}, 2),
    ],
)
def test_sources_of_two_articles(report, left, right, sources):
    (found,) = resolve([report("a", **left), report("b", **right)]).meetings
    assert (len(found.reports), found.independent_sources) == (2, sources)


def test_what_rests_on_one_source_is_one_whatever_else_it_cites(report):
    records = [report("a", cited="ISPR"), report("b", cited="ISPR, Orchid Press"), report("c", cited="Orchid Press")]
    (found,) = resolve([*records, report("d")]).meetings
    assert (len(found.reports), found.independent_sources) == (4, 2)


@pytest.mark.parametrize("case", source_rules().case, ids=lambda case: case.sentence)
def test_what_is_put_out_for_many_is_shared(case):
    assert sources.is_shared(case.cited, case.sentence) == case.shared


def test_every_document_and_service_is_put_out_for_many():
    words = [*source_rules().texts, *source_rules().services]
    assert [word for word in words if not sources.is_shared("Harbour Board", f"They met, said a Board {word}.")] == []


def test_every_word_ends_the_name_of_an_agency():
    names = [f"Orchid {word.title()}" for word in source_rules().agency_words]
    assert [name for name in names if not sources.is_shared(name, f"They met, {name} said.")] == []


def test_every_verb_of_media_is_known_on_both_sides_of_the_name():
    verbs = source_rules().reporting
    assert [
        verb for verb in verbs if not sources.is_shared("Daily Orchid", f"They met, {verb} the Daily Orchid.")
    ] == []
    assert [verb for verb in verbs if not sources.is_shared("Daily Orchid", f"The Daily Orchid {verb} it.")] == []
