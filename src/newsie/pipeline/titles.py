"""The component `newsie_titles`: titles of offices, wherever they stand.

A title is [modifiers] head [of portfolio] ("Minister of Water", "deputy foreign minister"); what stands
behind it is read by `complements`, who holds it by `newsie_roles`.
"""

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.acronyms import ACRONYM
from newsie.pipeline.complements import bracketed_acronym, name_run
from newsie.pipeline.extensions import register
from newsie.pipeline.institutions import names_facility, names_institution, organization_rules
from newsie.pipeline.spans import entity_at, group, ignored_tokens, set_group, tokens_of
from newsie.pipeline.title_rules import field_of, title_rules
from newsie.records import Role, RoleStatus

MAX_OPEN_MODIFIERS = 3
# What no title stands before, but a given name does.
PATRONYMICS = frozenset(("bin", "ibn", "bint"))
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their"))


@Language.factory("newsie_titles", assigns=["doc.spans", "span._.role"], requires=["token.pos", "doc.ents"])
def make_titles(nlp: Language, name: str) -> "TitleFinder":
    """Create the component."""
    return TitleFinder(nlp)


class TitleFinder:
    """Writes doc.spans["titles"]: the words of each title, with `span._.role` title, acronym and status.

    `id_` is the head; the label is TITLE, or PLURAL where several people hold it ("Presidents Obi and Kraus").
    """

    def __init__(self, nlp: Language):
        register()
        self.matcher = _head_matcher(nlp)
        self.offices = PhraseMatcher(nlp.vocab)
        self.offices.add("OFFICE", [nlp.make_doc(office.acronym) for office in title_rules().offices])

    def __call__(self, doc: Doc) -> Doc:
        """Find the titles of `doc`."""
        closed = ignored_tokens(doc) | tokens_of(group(doc, "ranks"))
        heads = filter_spans([*self.matcher(doc, as_spans=True), *self.offices(doc, as_spans=True)])
        heads = [head for head in heads if not (_is_bracketed(head) or _is_in_name(head) or _is_nobodys(head))]
        ends = {head.end for head in heads if len(head) > 1}
        titles = [_title(doc, head, ends) for head in heads if not closed.intersection(range(head.start, head.end))]
        set_group(doc, "titles", filter_spans(titles))
        for title in doc.spans["titles"]:
            acronym = bracketed_acronym(doc, title.end)
            wording = " ".join(title.text.split())
            wording = _singular(wording) if title.label_ == "PLURAL" else wording
            title._.role = Role(title=wording, acronym=acronym, status=status_of(title))
        return doc


def _head_matcher(nlp: Language) -> PhraseMatcher:
    """A matcher of all heads in any case; the labels are PORTFOLIO, HEAD and PLURAL."""
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for heads in title_rules().heads:
        # The tokenizer splits "gov." but not "Gov.": both forms are patterns, compared in lower case.
        forms = {form for word in heads.words for form in (word, word[0].upper() + word[1:])}
        matcher.add("PORTFOLIO" if heads.portfolio else "HEAD", [nlp.make_doc(form) for form in sorted(forms)])
        plurals = [_plural(word) for word in heads.words if word[-1] != "s"]
        matcher.add("PLURAL", [nlp.make_doc(form) for word in plurals for form in (word, word[0].upper() + word[1:])])
    return matcher


def _plural(title: str) -> str:
    """The plural of a title or its abbreviation: "presidents", "govs."."""
    return f"{title[:-1]}s." if title.endswith(".") else f"{title}s"


def _singular(title: str) -> str:
    """The title of each of those who have the plural `title`."""
    return f"{title[:-2]}." if title.endswith("s.") else title.removesuffix("s")


def _is_bracketed(head: Span) -> bool:
    """Whether `head` is the acronym in "Chief of Army Staff (COAS)", which belongs to the title before it."""
    return head.label_ == "OFFICE" and bracketed_acronym(head.doc, head.start - 1) == head.text


def _is_in_name(head: Span) -> bool:
    """Whether `head` is part of a name, of a person ("Hilal bin Sultan") or a building ("King Fahd Airport")."""
    around = entity_at(head.doc, head.start)
    if around is not None and (around.label_ == "FAC" or (around.label_ == "ORG" and names_facility(around))):
        return True
    if _is_first_name(head):
        return True
    patronymic = head.end < len(head.doc) and head.doc[head.end].text in PATRONYMICS
    if patronymic and head.text[0].isupper():
        return True  # "General Sultan bin Mohammed"
    given = head.text.lower() in title_rules().given_names.words and head.text[0].isupper()
    if given and names.honorific_start(head.doc, head.start) < head.start:
        return True  # "Dr Sultan Obaid"
    behind_particle = head.start > 0 and head.doc[head.start - 1].text in names.name_rules().opening_particles
    return behind_particle and head.text[0].isupper()


def _is_first_name(head: Span) -> bool:
    """Whether a word that is a given name more often than a title begins or goes on with a name: "Amir Khan Beg"."""
    if head.text.lower() not in title_rules().given_names.first or not head.text[0].isupper():
        return False
    doc, end = head.doc, head.end
    goes_on = end < len(doc) and names.is_name_word(doc[end]) and names.honorific_end(doc, end, len(doc)) == end
    return goes_on and (head.start == 0 or doc[head.start - 1].lower_ not in DETERMINERS)


def _is_nobodys(head: Span) -> bool:
    """Whether no person is meant: a plural that no name follows, or part of a body's name ("Executive Office").

    What an organization's name may end in ("Radio Plata FM") is no office behind a name that no country bears.
    """
    if head.label_ == "OFFICE" and head.text in organization_rules().last_words and _ends_name(head):
        return True
    if head.end == len(head.doc):
        return head.label_ == "PLURAL"
    follows = head.doc[head.end]
    if head.text in title_rules().adjectival.words and follows.text in organization_rules().last_words:
        return True
    return head.label_ == "PLURAL" and not names.is_name_word(follows)


def _ends_name(head: Span) -> bool:
    """Whether a name that is no nationality or country stands directly before a word, and none behind it."""
    before, behind = head.doc[max(head.start - 1, 0)], head.doc[min(head.end, len(head.doc) - 1)]
    named = before.i < head.start and before.pos_ == "PROPN" and countries.country_in(before.text) is None
    return named and not (behind.i >= head.end and names.is_name_word(behind))


def _title(doc: Doc, head: Span, ends: set[int]) -> Span:
    if head.label_ == "OFFICE":
        return Span(doc, head.start, head.end, label="TITLE", span_id=head.text.lower())
    start = _first_modifier(doc, head, ends)
    end = _portfolio_end(doc, head) if head.label_ == "PORTFOLIO" else _chief_of_end(doc, head)
    label = "PLURAL" if head.label_ == "PLURAL" else "TITLE"
    return Span(doc, start, end, label=label, span_id=head.text.lower())


def _first_modifier(doc: Doc, head: Span, ends: set[int]) -> int:
    """The index of the leftmost token before `head` that belongs to the title.

    Nothing does behind one of `ends`, where a title of several words ends: "Secretary-General Ambassador Ada Obi".
    """
    index, open_modifiers = head.start, 0
    while index > 0 and index not in ends:
        step = 2 if doc[index - 1].text in names.HYPHENS and index > 1 else 1
        token = doc[index - step]
        if token.text == "under" and step == 1 and doc[index].text[0].isupper():
            break  # "the government under Prime Minister Obi"
        if is_modifier(token):
            index -= step
        elif step == 1 and open_modifiers < MAX_OPEN_MODIFIERS and _is_open_modifier(token, head):
            index, open_modifiers = index - 1, open_modifiers + 1
        else:
            break
    return index


def is_modifier(token: Token) -> bool:
    """Whether `token` is one of the listed words that stand before a head ("deputy", "foreign")."""
    return token.lower_ in title_rules().modifiers.words


def _is_open_modifier(token: Token, head: Span) -> bool:
    """Whether a noun before `head` names its field ("energy minister") and not the body that has the office."""
    hyphened = token.i > 0 and token.nbor(-1).text in names.HYPHENS
    if token.pos_ not in ("NOUN", "PROPN") or not token.is_alpha or len(token) < 3 or token.is_sent_start or hyphened:
        return False
    if token.ent_type_ in ("GPE", "NORP", "PERSON", "DATE", "LOC") or ACRONYM.fullmatch(token.text):
        return False
    around = entity_at(token.doc, token.i)
    if around is not None and around.label_ == "ORG" and _is_named_body(around):
        return False
    if any(
        countries.country_code(token.doc[start : token.i + 1].text) for start in range(max(token.i - 3, 0), token.i)
    ):
        return False  # "Republic of Korea"
    if countries.country_in(token.text) or title_rules().status.of(token.text) or field_of(token.lower_):
        return False
    return token.text[0].isupper() == head[0].text[0].isupper() and token.text[0].isupper() == (token.pos_ == "PROPN")


def _is_named_body(ent: Span) -> bool:
    """Whether what the model takes for an organization is one by its name, and no field of an office."""
    return ent.text.removeprefix("the ") in organization_rules().known.names or (
        len(ent) > 1 and names_institution(ent)
    )


def _portfolio_end(doc: Doc, head: Span) -> int:
    """The index behind "of Foreign Affairs", or the end of `head` where a country or an institution follows."""
    end = head.end
    if end < len(doc) and doc[end].lower_ in title_rules().portfolios.words and doc[end].text[0].isupper():
        return end + 1  # South Asian "Secretary Defence"
    while end + 1 < len(doc) and doc[end].lower_ in ("of", "for", "on"):
        run = name_run(doc, end + 1, lower_case=doc[head.start].text[0].islower())
        portfolio = _portfolio(run) if run is not None else None
        if portfolio is None or not len(portfolio) or _names_country(portfolio) or _is_institution(portfolio):
            break
        end = portfolio.end
    return end


def _is_institution(portfolio: Span) -> bool:
    """Whether an institution is named where the field of an office could be; "Police" alone is a field."""
    return names_institution(portfolio) and portfolio.text.lower() not in title_rules().portfolios.words


def _portfolio(run: Span) -> Span:
    """`run` up to the last word that names a field, where one does: "Water" of "Water Ada Obi"."""
    words = title_rules().portfolios.words
    last = max((token.i for token in run if token.lower_ in words), default=run.end - 1)
    names_begin = (token.i for token in run[1:] if token.ent_type_ == "PERSON" and token.ent_iob_ == "B")
    people = [index for index in names_begin if index <= last]
    return run.doc[run.start : min([last + 1, *people])]


def _chief_of_end(doc: Doc, head: Span) -> int:
    """The index behind "Chief of Army Staff", "head of protocol"; the end of `head` for any other "of"."""
    if head.text.lower() not in title_rules().chief_of.heads or doc[head.end : head.end + 1].text != "of":
        return head.end
    run = name_run(doc, head.end + 1, lower_case=True)
    last_words = title_rules().chief_of.last_words
    last = next((token.i for token in run or () if token.lower_ in last_words), None)
    while last is not None and last + 1 < len(doc) and doc[last + 1].lower_ in last_words:
        last += 1
    return head.end if last is None or _names_country(doc[head.end + 1 : last + 1]) else last + 1


def _names_country(span: Span) -> bool:
    return countries.country_in(span.text) is not None or any(token.ent_type_ == "GPE" for token in span)


def status_of(title: Span) -> RoleStatus:
    """Whether the office is held, from the word before ("former", "acting") or behind ("-designate") the title."""
    doc, status = title.doc, title_rules().status
    before = title.start - 1
    while before > 0 and countries.demonym_code(doc[before].text):  # "former Bolivian president"
        before -= 1
    if before > 0 and doc[before].text in names.HYPHENS:
        before -= 1
    behind = title.end + (1 if title.end < len(doc) and doc[title.end].text in names.HYPHENS else 0)
    candidates = [doc[index].text for index in (before, behind) if 0 <= index < len(doc)]
    candidates += ["".join(token.text for token in doc[max(before - 2, 0) : before + 1])]  # "one-time"
    return next((found for word in candidates if (found := status.of(word))), "current")
