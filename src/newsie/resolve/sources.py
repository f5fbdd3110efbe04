"""How many independent sources report a meeting: articles that print one text or rest on one source are one.

Articles rest on one source if both credit an agency (or author) for all they print, are the release of one institution,
or quote for this meeting one agency, or one institution's statement (`rules/sources.toml`). People who are cited count
for nothing: two papers may well have asked the minister themselves.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsie.folding import fold
from newsie.records import ArticleRecord, Organization, Person, Place
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.credits import credits_of, issuers
from newsie.resolve.sightings import Sighting
from newsie.resolve.words import is_generic
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

Keys = frozenset[str]


class Case(RuleModel):
    """A sentence that cites somebody, and whether others may print the very same."""

    sentence: str
    cited: str
    shared: bool


class SourceRules(RuleModel):
    """The whole of rules/sources.toml."""

    documents: tuple[str, ...]
    agency_words: tuple[str, ...]
    agencies: frozenset[str]
    case: tuple[Case, ...]


Entities = Mapping[tuple[str, str], Person | Organization | Place]


@dataclass(frozen=True)
class Origins:
    """Where what an article says comes from, as keys: articles that share one are one source.

    `whole` are those of its text and of whom it credits with all of it, `cited` those of the institutions that it
    cites, under the words in which it does.
    """

    whole: Keys
    cited: Mapping[str, Keys]

    def of(self, attributed: Iterable[str]) -> Keys:
        """Return the keys of what is attributed to these."""
        return self.whole.union(*(self.cited[words] for words in attributed if words in self.cited))


def origins_of(record: ArticleRecord, text: str, entities: Entities) -> Origins:
    """Return the origins of an article, which prints the text of that id.

    `entities` has the run's records by the ids of the article and of the entity there.
    """
    known = {form: one for one in record.organizations for form in (one.name, one.acronym, *one.aliases) if form}
    attributed = {words for meeting in record.meetings for one in meeting.reports for words in one.attributed_to}
    people = {word for one in record.people for word in one.name.split()}
    named = (words for words in attributed if not people.issuperset(words.split()))
    cited = {words: keys for words in named if (keys := _cited(words, known.get(words), record, entities))}
    issued = [_keys(one, record, entities) for one in issuers(record)]
    whole = {f"text {text}", *map(_named, credits_of(record.article))}.union(*issued)
    return Origins(frozenset(whole), cited)


def independent_sources(sightings: Sequence[Sighting], origins: Mapping[str, Origins]) -> int:
    """Return how many independent sources report the meeting that these are; `origins` are those of its articles."""
    keys: dict[str, Keys] = {}
    for one in sightings:
        attributed = [
            words
            for report in one.meeting.reports
            for words in report.attributed_to
            if is_shared(words, report.sentence.text)
        ]
        keys[one.article.id] = keys.get(one.article.id, frozenset()) | origins[one.article.id].of(attributed)
    articles = list(keys)
    return len(group(articles, candidate_pairs(articles, lambda article: sorted(keys[article])), lambda *_: True))


def is_shared(cited: str, sentence: str) -> bool:
    """Whether an institution that a sentence cites puts one text out for many: an agency, or one with a statement."""
    name = fold(cited)
    if name in _rules().agencies or any(name.endswith(f" {word}") for word in _rules().agency_words):
        return True
    return bool(_documents().search(sentence))


@cache
def _rules() -> SourceRules:
    return load_rules("sources", SourceRules)


@cache
def _documents() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _rules().documents))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _cited(words: str, organization: Organization | None, record: ArticleRecord, entities: Entities) -> Keys:
    """The keys of who is cited in these words, if it is an institution: a name that not every country has."""
    if organization:
        return _keys(organization, record, entities)
    is_name = (words[:1].isupper() and " " not in words) or words.istitle()
    return frozenset({_named(fold(words))}) if is_name and not is_generic(words) else frozenset()


def _keys(organization: Organization, record: ArticleRecord, entities: Entities) -> Keys:
    found = entities[record.article.id, organization.id]
    assert isinstance(found, Organization)
    names = (found.name, found.acronym or "", *found.aliases)
    return frozenset((f"id {found.id}", *(_named(fold(name)) for name in names if name and not is_generic(name))))


def _named(name: str) -> str:
    return f"name {name}"
