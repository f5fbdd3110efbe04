"""Every fact that a careful reader finds in the seeds (seeds_gold.json) is found, a test each, and nothing else is."""

import datetime
import json
import re
from calendar import monthrange
from pathlib import Path

import pycountry
import pytest

GOLD = json.loads((Path(__file__).parent / "seeds_gold.json").read_text("utf-8"))
ARTICLES = {article["file"]: article for article in GOLD["articles"]}
PAIRS = GOLD["across_articles"]["who_met_whom"]


def facts(key):
    """Parameters: each article's file with each of the facts that gold lists under `key`."""
    return [
        pytest.param(file, fact, id=f"{file[:3]}-{number}-{label(fact)}")
        for file, article in ARTICLES.items()
        for number, fact in enumerate(article[key])
    ]


def label(fact):
    if isinstance(fact, str):
        return fact
    return fact.get("name") or fact.get("text") or fact.get("document") or f"{fact['kind']} {fact['trigger']}"


def nested(key, inner):
    """Parameters: each article's file, the name of each fact under `key`, and each of what it lists under `inner`."""
    return [
        pytest.param(file, fact["name"], value, id=f"{file[:3]}-{fact['name']}-{value if inner != 'roles' else number}")
        for file, article in ARTICLES.items()
        for fact in article[key]
        for number, value in enumerate(fact[inner])
    ]


def country_code(name):
    return pycountry.countries.lookup(name).alpha_2 if name else None


def folded(text):
    """A description in lower case, without its article."""
    return text.lower().removeprefix("the ")


def role_of(role, country):
    return role["title"].lower(), role["acronym"], role["organization"], country


def days(value):
    """First and last day of a gold date: an ISO day or month, start/end, or null."""
    if value is None:
        return None, None
    first, _, last = value.partition("/")
    if len(first) == len("2024-08"):
        year, month = map(int, first.split("-"))
        return f"{first}-01", datetime.date(year, month, monthrange(year, month)[1]).isoformat()
    return first, last or first


def names(records):
    return [record["name"] for record in records]


def named(records, name):
    (record,) = [record for record in records if record["name"] == name]
    return record


def gold_meeting(meeting):
    """What a meeting of the gold says, in a form that can be compared; nameless leaders "from A", "B" are one group."""
    return {
        "kind": meeting["kind"],
        "status": meeting["status"],
        "participants": " and ".join(meeting["participants"]),
        "places": sorted(meeting["place"]),
        "days": days(meeting.get("date")),
        "trigger": meeting["trigger"],
        "attributed_to": [meeting["attributed_to"]] if meeting["attributed_to"] else [],
    }


def found_meeting(meeting):
    """The same of a meeting that was found; of a trigger in several words ("arrived in") only the first counts."""
    (report,) = meeting["reports"]
    date = meeting["date"] or {"from": None, "to": None}
    return {
        "kind": meeting["kind"],
        "status": meeting["status"],
        "participants": " and ".join(names(meeting["participants"])),
        "places": sorted(names(meeting["places"])),
        "days": (date["from"], date["to"]),
        "trigger": report["trigger"]["text"].split()[0],
        "attributed_to": report["attributed_to"],
    }


@pytest.fixture(scope="module")
def found(run_newsie):
    """The record of each seed by its file name."""
    lines = run_newsie("extract", "seeds/", "--format", "jsonl").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    return {Path(record["article"]["source"]).name: record for record in records}


@pytest.fixture(scope="module")
def run(run_newsie):
    """The record of both seeds, resolved across them."""
    return json.loads(run_newsie("extract", "seeds/", "--json").stdout)


def test_the_gold_is_of_these_articles(found):
    assert set(found) == set(ARTICLES)


@pytest.mark.parametrize("file", ARTICLES)
def test_published(found, file):
    assert found[file]["article"]["published"] == ARTICLES[file]["published"]


@pytest.mark.parametrize(("file", "person"), facts("people"))
def test_person_with_rank_and_aliases(found, file, person):
    record = named(found[file]["people"], person["name"])
    assert names(record["ranks"]) == ([person["rank"]] if person["rank"] else [])
    assert record["aliases"] == person["aliases"]


@pytest.mark.parametrize(("file", "person"), facts("people"))
def test_roles_are_these_and_no_others(found, file, person):
    roles = named(found[file]["people"], person["name"])["roles"]
    expected = [role_of(role, country_code(role["country"])) for role in person["roles"]]
    assert [role_of(role, role["country"]) for role in roles] == expected


@pytest.mark.parametrize(("file", "name", "words"), nested("people", "referred_to_as"))
def test_reference(found, file, name, words):
    mentions = named(found[file]["people"], name)["mentions"]
    assert folded(words) in {folded(mention["text"]) for mention in mentions}


@pytest.mark.parametrize("file", ARTICLES)
@pytest.mark.parametrize("key", ["people", "organizations"])
def test_nobody_is_invented(found, file, key):
    assert sorted(names(found[file][key])) == sorted(names(ARTICLES[file][key]))


@pytest.mark.parametrize("file", ARTICLES)
def test_nobody_is_called_what_the_gold_does_not_have(found, file):
    for person in ARTICLES[file]["people"]:
        mentions = named(found[file]["people"], person["name"])["mentions"]
        expected = {folded(words) for words in person["referred_to_as"]}
        assert {folded(mention["text"]) for mention in mentions if mention["kind"] != "pronoun"} <= expected


@pytest.mark.parametrize(("file", "organization"), facts("organizations"))
def test_organization_with_acronym(found, file, organization):
    assert named(found[file]["organizations"], organization["name"])["acronym"] == organization["acronym"]


@pytest.mark.parametrize(("file", "place"), facts("places"))
def test_place(found, file, place):
    assert names(found[file]["places"]).count(place) == 1


@pytest.mark.parametrize("file", ARTICLES)
def test_no_place_is_invented(found, file):
    assert set(names(found[file]["places"])) <= set(ARTICLES[file]["places"])


@pytest.mark.parametrize(("file", "words"), facts("boilerplate_not_entities"))
def test_boilerplate_yields_nothing(found, file, words):
    article = found[file]["article"]
    named_things = [one for key in ("people", "organizations", "places") for one in found[file][key]]
    assert [one["name"] for one in named_things for mention in one["mentions"] if words in mention["text"]] == []
    assert any(words in span["text"] for span in article["boilerplate"])


@pytest.mark.parametrize(("file", "date"), facts("dates"))
def test_date(found, file, date):
    values = [(one["from"], one["to"]) for one in found[file]["dates"] if one["text"] == date["text"]]
    assert set(values) == {days(date["value"])}


@pytest.mark.parametrize("file", ARTICLES)
def test_dates_are_found_wherever_they_stand_and_nowhere_else(found, file):
    longest_first = sorted((date["text"] for date in ARTICLES[file]["dates"]), key=len, reverse=True)
    occurrences = re.finditer("|".join(map(re.escape, longest_first)), found[file]["article"]["text"])
    assert [(date["start"], date["text"]) for date in found[file]["dates"]] == [
        (match.start(), match[0]) for match in occurrences
    ]


@pytest.mark.parametrize(("file", "meeting"), facts("meetings"))
def test_meeting(found, file, meeting):
    assert gold_meeting(meeting) in [found_meeting(one) for one in found[file]["meetings"]]


@pytest.mark.parametrize(("file", "meeting"), [one for one in facts("meetings") if "date_text" in one.values[1]])
def test_date_of_meeting_in_words(found, file, meeting):
    (same,) = [one for one in found[file]["meetings"] if found_meeting(one) == gold_meeting(meeting)]
    assert (same["date"] and same["date"]["text"]) == meeting["date_text"]


@pytest.mark.parametrize("file", ARTICLES)
def test_participants_are_people_of_the_article_or_nameless_groups(found, file):
    people = {person["id"]: person["name"] for person in found[file]["people"]}
    for participant in [one for meeting in found[file]["meetings"] for one in meeting["participants"]]:
        expected = ("person", participant["name"]) if participant["id"] else ("group", None)
        assert (participant["type"], people.get(participant["id"])) == expected


@pytest.mark.parametrize("file", ARTICLES)
@pytest.mark.parametrize("key", ["meetings", "agreements"])
def test_nothing_is_invented_that_happened(found, file, key):
    assert len(found[file][key]) == len(ARTICLES[file][key])


@pytest.mark.parametrize(("file", "agreement"), facts("agreements"))
def test_agreement(found, file, agreement):
    (record,) = [one for one in found[file]["agreements"] if one["document"] == agreement["document"]]
    assert names(record["parties"]) == agreement["parties"]
    assert names(record["signatories"]) == agreement["signatories"]
    assert names(record["places"]) == agreement["place"]
    assert (record["date"]["from"], record["date"]["to"]) == days(agreement["date"])
    assert [report["attributed_to"] for report in record["reports"]] == [[agreement["attributed_to"]]]


@pytest.mark.parametrize("name", GOLD["across_articles"]["people"])
def test_person_across_articles(run, name):
    files = {file for file, article in ARTICLES.items() if name in names(article["people"])}
    sources = {article["id"]: Path(article["source"]).name for article in run["articles"]}
    assert {sources[mention["article"]] for mention in named(run["people"], name)["mentions"]} == files


def test_nobody_is_invented_across_articles(run):
    assert len(run["people"]) == len(GOLD["across_articles"]["people"])


@pytest.mark.parametrize("fact", PAIRS, ids=lambda fact: " and ".join(fact["pair"]))
def test_pair_is_one_meeting_with_a_report_from_each_article(run, fact):
    (meeting,) = [one for one in run["meetings"] if set(fact["pair"]) <= set(names(one["participants"]))]
    sources = {article["id"]: Path(article["source"]).name for article in run["articles"]}
    assert set(names(meeting["participants"])) == set(fact["pair"])
    assert [sources[report["article"]] for report in meeting["reports"]] == fact["articles"]
    assert (meeting["status"], meeting["conflicts"]) == ("held", [])
    assert meeting["independent_sources"] == fact["independent_sources"]


def test_no_other_pair_met(run):
    people = [
        {one["name"] for one in meeting["participants"] if one["type"] == "person"} for meeting in run["meetings"]
    ]
    expected = [set(fact["pair"]) for fact in PAIRS]
    assert [pair for pair in people if len(pair) > 1 and pair not in expected] == []
