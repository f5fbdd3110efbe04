"""What a title is a title of: the organization and the country of an office, and its acronym."""

from spacy.tokens import Doc, Span

from newsie import countries
from newsie.pipeline import names
from newsie.pipeline.complements import complement, office_acronym
from newsie.pipeline.spans import MAX_COUNTRY_TOKENS, group, within
from newsie.pipeline.title_rules import title_rules
from newsie.records import Role

MAX_OFFICE_TOKENS = 8
SMALL_WORDS = ("of", "the")


def office(title: Span, holder: Span) -> Role:
    """The role that `title` gives its holder: with what the words around both say of organization and country."""
    organization, country = _of(title)
    if organization is None and country is None:
        organization, country = _possessor(title)
    country = country or _country_of_holder(title, holder)
    role: Role = title._.role
    acronym = office_acronym(title) or _standing_acronym(title)
    return role.model_copy(update={"organization": organization, "country": country, "acronym": acronym})


def _of(title: Span) -> tuple[str | None, str | None]:
    """Organization and country from what follows the title: "of the Armed Forces Division of Bangladesh"."""
    of = complement(title)
    if of is None:
        return None, None
    link = title.doc[title.end].lower_
    if link == "to":  # an ambassador to a country is another's
        return None, None
    organizations = within(title.doc, "organizations", of.words.start, of.words.end)
    code = countries.country_code(of.words.text) if organizations else countries.country_in(of.words.text)
    if code or (link in ("for", "in", "at") and not organizations):
        return None, code
    name = _full_name(organizations[0]) if organizations else " ".join(of.words.text.split())
    return name, countries.country_in(of.words.text)


def _full_name(organization: Span) -> str:
    """The name of an organization, in full where the article has introduced the acronym that stands here."""
    named = [other for other in group(organization.doc, "organizations") if other._.acronym == organization.text]
    return " ".join((named[0] if named else organization).text.split())


def _possessor(title: Span) -> tuple[str | None, str | None]:
    """Organization and country from what stands before: "Ghana's", "Ghanaian", "the Taliban's", "NATO"."""
    doc, index = title.doc, title.start - 1
    while index >= 0 and (
        title_rules().status.of(doc[index].text) or doc[index].text in names.HYPHENS or doc[index].tag_ == "POS"
    ):
        index -= 1
    if index < 0 or doc[index].sent != title.sent:
        return None, None
    for organization in within(doc, "organizations", index, index + 1):
        if organization.end == index + 1:
            return _full_name(organization), countries.country_in(organization.text)
    return None, country_before(doc, index + 1)


def country_before(doc: Doc, index: int) -> str | None:
    """The country whose name or adjective ends before token `index`: "North Korean | counterpart", not "New Mexico"."""
    texts = [doc[start:index].text for start in range(max(index - MAX_COUNTRY_TOKENS, 0), index)]
    if any(map(countries.is_misleading, texts)):
        return None
    return next(
        (code for text in texts if (code := countries.country_code(text) or countries.demonym_code(text))), None
    )


def _country_of_holder(title: Span, holder: Span) -> str | None:
    """The country in "President Ada Obi of Ghana", or the one that "the country's commanders, including" speaks of."""
    doc = title.doc
    if holder.start >= title.end and holder.end + 1 < len(doc) and doc[holder.end].lower_ == "of":
        behind = within(doc, "places", holder.end + 1, holder.end + 2)
        if behind:
            return countries.country_code(behind[0].text)
    return _country_spoken_of(title)


def _country_spoken_of(title: Span) -> str | None:
    """The country last named in the sentence before "the country's", when that stands before the title."""
    sentence = title.sent
    for token in reversed(title.doc[sentence.start : title.start]):
        if token.lower_ == "country" and token.nbor(1).tag_ == "POS":
            codes = [countries.country_code(place.text) for place in group(title.doc, "places") if place.end <= token.i]
            return next((code for code in reversed(codes) if code), None)
    return None


def _standing_acronym(title: Span) -> str | None:
    """The acronym of the office, where the article uses it: "Army Chief" is the COAS of later sentences."""
    meant = (office for office in title_rules().offices if any(_says(title, name) for name in office.titles))
    return next((office.acronym for office in meant if any(token.text == office.acronym for token in title.doc)), None)


def _says(title: Span, name: str) -> bool:
    """Whether a title, with what stands behind it, says the name of an office: "Chief of (the) Army Staff"."""
    office = [word for word in name.split() if word not in SMALL_WORDS]
    own = [token.lower_ for token in title if token.lower_ not in SMALL_WORDS]
    behind = [token.lower_ for token in title.doc[title.end : title.end + MAX_OFFICE_TOKENS]]
    going_on = [word for word in behind if word not in SMALL_WORDS][: max(len(office) - len(own), 0)]
    return own + going_on == office
