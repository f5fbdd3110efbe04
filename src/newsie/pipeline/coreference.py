"""Which names of one article are one person's: the rules for comparing forms of a name, and the clusters they make."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from newsie.folding import unmarked
from newsie.pipeline import names
from newsie.pipeline.person_facts import REACH, rank_before, ranks_beside, titles_before
from newsie.pipeline.spans import group, within
from newsie.records import Rank, Role

# Titles of those who are married to who holds an office.
SPOUSES = frozenset(("first lady", "first gentleman", "second lady", "second gentleman"))


@dataclass
class PersonCluster:
    """The name spans of one person, in the order found, with the ranks and roles that stand beside them.

    `words` holds the forms of the name and the words of each, by which names are compared.
    """

    spans: list[Span] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    ranks: list[Rank] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def forms(self) -> list[str]:
        """The different forms of the name, the fullest (most words, then longest, then first) first."""
        return sorted(self.words, key=lambda form: (-len(names.words_of(form)), -len(form)))

    def fullest(self) -> list[str]:
        """The words of the fullest form."""
        return self.words[self.forms()[0]]


class Roster:
    """The persons found so far, indexed by the words of their names: only who shares a word can be meant."""

    def __init__(self) -> None:
        self.clusters: list[PersonCluster] = []
        self._by_word: dict[str, dict[int, PersonCluster]] = {}

    def add(self, span: Span, cluster: PersonCluster | None) -> PersonCluster:
        """Add a name to a person, or to a new one, and return the person."""
        if cluster is None:
            cluster = PersonCluster()
            self.clusters.append(cluster)
        cluster.spans.append(span)
        words = cluster.words.setdefault(" ".join(span.text.split()), _core(span))
        for word in words:
            self._by_word.setdefault(word, {})[id(cluster)] = cluster
        return cluster

    def sharing(self, words: Iterable[str]) -> list[PersonCluster]:
        """The persons of whose names one holds one of `words`, each once."""
        found = {key: cluster for word in words for key, cluster in self._by_word.get(word, {}).items()}
        return list(found.values())


def compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of two or more words can be one person's within an article.

    They have the last word in common, and the shorter one's words, or their initials, occur in order in the longer one.
    Whose first name is spelled out isn't known by a middle one of which that form has the initial: "Ravi Rao" is not
    "Devan R. Rao".
    """
    if len(one) > len(other):
        one, other = other, one
    if len(one) < 2 or one[-1] != other[-1]:
        return False
    if len(other[0]) > 1 and not _same_word(one[0], other[0]):
        other = [word for word in other if len(word) > 1]
    remaining = iter(other)
    return all(any(_same_word(word, candidate) for candidate in remaining) for word in one)


def _core(span: Span | str) -> list[str]:
    """The words of a name without "Jr." and the like behind it."""
    words = names.words_of(span)
    return words[:-1] if len(words) > 1 and words[-1] in names.name_rules().suffixes else words


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def is_form_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a short form ("Hassan", "van der Berg", "Al Ghafri") is a run of words of a full name.

    The end and the beginning are usual; the first surname of two in the middle is Spanish and Portuguese ("Prieto").
    """
    size = len(short)
    return size < len(full) and any(list(full[i : i + size]) == list(short) for i in range(len(full) - size + 1))


def cluster_people(doc: Doc) -> tuple[list[PersonCluster], dict[Span, PersonCluster]]:
    """Join the spans of doc.spans["people"] to persons; return the persons and which one each span means.

    A short form that two people share belongs to the one whose rank or title it is used with; if that does not decide,
    it belongs to nobody and is left out.
    """
    spans = group(doc, "people")
    roster = Roster()
    owner: dict[Span, PersonCluster] = {}
    for name in sorted(spans, key=_weight):
        span = _bare(name, roster)
        meant = _meant(span, roster)
        if len(meant) < 2:
            owner[span] = roster.add(span, meant[0] if meant else None)
            _add_evidence(doc, name, owner[span])
    return sorted(roster.clusters, key=lambda cluster: min(span.start for span in cluster.spans)), owner


def _weight(span: Span) -> tuple[bool, int]:
    """Full names come before short forms, and longer before shorter ones: each finds what it is short for."""
    return not _is_full(span) or _opens_with_honorific(span), -len(names.words_of(span))


def _opens_with_honorific(span: Span) -> bool:
    """Whether a name of two words begins with one that may be an honorific: "Sheikh Hasina", "Begum Zia"."""
    return len(span) == 2 and span[0].lower_ in names.name_rules().kept_before_single


def _bare(span: Span, roster: Roster) -> Span:
    """`span` without an honorific that is no part of the name, as the full name elsewhere in the article shows."""
    if not _opens_with_honorific(span):
        return span
    rest = Span(span.doc, span.start + 1, span.end, label=span.label, span_id=span.id)
    fullest = [cluster.fullest() for cluster in roster.sharing(names.words_of(rest))]
    others = [words for words in fullest if words != names.words_of(span)]
    return rest if any(is_form_of(names.words_of(rest), words) for words in others) else span


def _is_full(span: Span) -> bool:
    """Whether a name has two words that are no particles."""
    words = [word for word in _core(span) if word not in names.name_rules().particles]
    return len(words) > 1


def _meant(span: Span, roster: Roster) -> list[PersonCluster]:
    """The known persons whom a name can mean: none if it is a new one's, several if nothing decides."""
    words = _core(span)
    known = [
        cluster
        for cluster in roster.sharing(words)
        if not (_is_marked_otherwise(span, cluster) or _are_told_apart(span, cluster) or _is_spouse(span, cluster))
    ]
    same = [cluster for cluster in known if words in cluster.words.values()]
    if not same and _is_full(span):
        same = [cluster for cluster in known if any(compatible(words, other) for other in cluster.words.values())]
    if not same or not _is_full(span):
        same += [cluster for cluster in known if cluster not in same and is_form_of(words, cluster.fullest())]
    if len(same) > 1:
        same = [cluster for cluster in same if _agrees(span, cluster)] or same
    if len(same) > 1 and not _is_full(span):
        same = [cluster for cluster in same if _is_introduced(span, cluster)] or same
        return [cluster for cluster in same if _ends_like(words, cluster)] or same
    return same


def _ends_like(words: Sequence[str], cluster: PersonCluster) -> bool:
    """Whether a short form is the end of a person's name, as is usual, not its middle."""
    return any(known[-len(words) :] == list(words) for known in cluster.words.values())


def _are_told_apart(span: Span, cluster: PersonCluster) -> bool:
    """Whether a name, and another that goes on, are introduced as two people's, each by an office.

    "Governor John Okafor … John Okafor Bello, the chairman of the market": who is known to the reader isn't introduced
    again, and under another name; what a hyphen joins to a name is one with it.
    """
    words, fullest = _core(span), cluster.fullest()
    if not _is_full(span) or words == fullest or _agrees(span, cluster):
        return False
    if any(form.startswith(f"{span.text}-") for form in cluster.words):
        return False
    first = min(cluster.spans, key=lambda other: other.start)
    if words[-1] == fullest[-1]:
        return span.end <= first.start and _have_offices_of_their_own(span, first)
    if not is_form_of(words, fullest) or not (ranks_beside(span) or titles_before(span)):
        return False
    return _is_described(first) if span.end <= first.start else _is_introduced_as_unknown(span)


def _have_offices_of_their_own(short: Span, full: Span) -> bool:
    """Whether a name is explained behind it, and a later one with a middle name has a title and an explanation, too.

    "Ali Okafor, of the traders' union … Senator Ali Musa Okafor, who sits for Benue".
    """
    offices, others = (_words_of_titles(span) for span in (short, full))
    explained = _is_followed_by(short, ("DT", "PRP$", "IN")) and _is_followed_by(full, ("DT", "PRP$", "IN", "WP"))
    return explained and bool(titles_before(full)) and offices.isdisjoint(others)


def _words_of_titles(span: Span) -> set[str]:
    roles = within(span.doc, "roles", max(span.start - REACH, 0), span.end + REACH)
    return {word for role in roles if role._.holder == span for word in role._.role.title.lower().split()}


def _is_followed_by(span: Span, tags: Container[str]) -> bool:
    """Whether a comma and a word of one of these parts of speech stand behind a name."""
    behind = span.doc[span.end : span.end + 2]
    return len(behind) == 2 and behind[0].text == "," and behind[1].tag_ in tags


def _is_introduced_as_unknown(span: Span) -> bool:
    """Whether one of several is said to be behind a name: "General John Okafor, an adviser", not "the adviser"."""
    return _is_followed_by(span, ("DT",)) and span.doc[span.end + 1].lower_ in ("a", "an")


def _is_spouse(span: Span, cluster: PersonCluster) -> bool:
    """Whether a short form has another office than a First Lady of that name: "President Obi", "First Lady Ada Obi"."""
    titles = {role.title.lower() for role in titles_before(span)}
    return bool(titles - SPOUSES) and any(role.title.lower() in SPOUSES for role in cluster.roles)


def _is_described(span: Span) -> bool:
    """Whether a rank or title stands before a name, or who it is behind it: "Karim Anwar Sikder, a fisherman"."""
    return _is_followed_by(span, ("DT", "PRP$")) or bool(ranks_beside(span) or titles_before(span))


def _is_introduced(span: Span, cluster: PersonCluster) -> bool:
    """Whether a person has been named in full before: the news use a short form only for one whom the reader knows."""
    return any(_is_full(other) and other.end <= span.start for other in cluster.spans)


def _is_marked_otherwise(span: Span, cluster: PersonCluster) -> bool:
    """Whether a name has diacritics where the person's has others: "Hung" may be "Hùng", which is not "Hưng"."""
    theirs = {word for form in cluster.words for word in names.marked_words(form)}
    return any(
        one != other and unmarked(one) == unmarked(other) for one in names.marked_words(span.text) for other in theirs
    )


def _agrees(span: Span, cluster: PersonCluster) -> bool:
    """Whether the rank or title with which a name is used is one that the person is known to have."""
    rank, titles = rank_before(span), titles_before(span)
    if rank and any(rank.name.split()[-1] == known.name.split()[-1] for known in cluster.ranks):
        return True
    return any(
        title.title.lower().split()[-1] in known.title.lower().split() for title in titles for known in cluster.roles
    )


def _add_evidence(doc: Doc, span: Span, cluster: PersonCluster) -> None:
    cluster.ranks.extend(rank for rank in ranks_beside(span) if rank not in cluster.ranks)
    cluster.roles.extend(
        role._.role
        for role in within(doc, "roles", max(span.start - REACH, 0), span.end + REACH)
        if role._.holder == span and role._.role not in cluster.roles
    )
