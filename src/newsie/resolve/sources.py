"""How many independent sources report a meeting: articles that print one text or rest on one source are one.

Articles rest on one source if both credit an agency (or author) for all they print, are the release of one institution,
or quote for this meeting one agency or paper, or one institution's statement (`rules/sources.toml`). People who are
cited count for nothing: two papers may well have asked the minister themselves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsie.folding import fold
from newsie.records import ArticleRecord, Organization, Report
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.credits import credits_of, headings, issuers
from newsie.resolve.documents import issuers_quoted
from newsie.resolve.references import Entities
from newsie.resolve.sightings import Sighting
from newsie.resolve.source_rules import source_rules
from newsie.resolve.words import is_generic

Keys = frozenset[str]


@dataclass(frozen=True)
class Origins:
    """Where what an article says comes from, as keys: articles that share one are one source.

    `whole` are those of its text and of whom it credits with all of it, `cited` those of the institutions that it
    cites, under the words in which it does, `quoted` those of whose documents sentences rest on, under their starts.
    """

    whole: Keys
    cited: Mapping[str, Keys]
    quoted: Mapping[int, Keys]

    def of(self, reports: Iterable[Report]) -> Keys:
        """Return the keys of what these reports of the article say."""
        return self.whole.union(*(keys for report in reports for keys in self._of(report)))

    def _of(self, report: Report) -> Iterator[Keys]:
        yield self.quoted.get(report.sentence.start, frozenset())
        for words in report.attributed_to:
            if words in self.cited and is_shared(words, report.sentence.text):
                yield self.cited[words]


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
    headed = (fold(name) for name in headings(record) if not is_generic(name))
    whole = {f"text {text}", *map(_named, (*credits_of(record.article), *headed))}.union(*issued)
    quoted = {start: _keys(one, record, entities) for start, one in issuers_quoted(record).items()}
    return Origins(frozenset(whole), cited, quoted)


def independent_sources(sightings: Sequence[Sighting], origins: Mapping[str, Origins]) -> int:
    """Return how many independent sources report the meeting that these are; `origins` are those of its articles."""
    keys: dict[str, Keys] = {}
    for one in sightings:
        found = origins[one.article.id].of(one.meeting.reports)
        keys[one.article.id] = keys.get(one.article.id, frozenset()) | found
    articles = list(keys)
    return len(group(articles, candidate_pairs(articles, lambda article: sorted(keys[article])), lambda *_: True))


def is_shared(cited: str, sentence: str) -> bool:
    """Whether an institution that a sentence cites puts one text out for many: an agency, or one with a statement."""
    name = fold(cited)
    if name in source_rules().agencies or any(name.endswith(f" {word}") for word in source_rules().agency_words):
        return True
    return bool(_documents().search(sentence)) or bool(_reported_by(cited).search(sentence))


@cache
def _documents() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*source_rules().texts, *source_rules().services)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _reported_by(cited: str) -> re.Pattern[str]:
    """Finds somebody cited as media are: "Xinhua reports", "reported the Herald"; others say, announce or confirm."""
    name, verbs = re.escape(cited), "|".join(source_rules().reporting)
    return re.compile(rf"\b{name} (?:{verbs})\b|\b(?:{verbs}) (?:the )?{name}\b")


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
