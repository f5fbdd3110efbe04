"""Small records by hand: `article("a", people=[person("Ada Obi")], meetings=[meeting("Ada Obi")])`."""

import datetime
import re
from types import SimpleNamespace

from newsie.ids import content_id
from newsie.records import (
    Agreement,
    Article,
    ArticleRecord,
    Codes,
    DateValue,
    Generator,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PlaceReference,
    Rank,
    Report,
    Role,
    Span,
)

GENERATOR = Generator(newsie="0", model="by hand")
CODES = Codes(cameo="040", plover="CONSULT")


def person(name, *aliases, rank=None, branch=None, grade=None, role=None, status="current", **office):
    """A person; `office` is acronym, organization, country of the role."""
    ranks = (Rank(name=rank, branch=branch, grade=grade),) if rank else ()
    roles = (Role(title=role, status=status, **office),) if role else ()
    return Person(id="", name=name, aliases=aliases, ranks=ranks, roles=roles)


def organization(name, acronym=None, country=None):
    return Organization(id="", name=name, acronym=acronym, country=country)


def place(name, kind=None, country=None):
    return Place(id="", name=name, kind=kind, country=country)


def meeting(names, date=None, places="", kind="meeting", status="held", visitors="", hosts="", cited="",
            sentence="x"):  # fmt: skip
    """A meeting of those named, with parts and who is cited; `date` is "first" or "first/last" day, or words.

    The `sentence` that reports it has its trigger in [ ], else it is all trigger.
    """
    return SimpleNamespace(
        names=_split(names), date=date, places=_split(places), kind=kind, status=status, cited=_split(cited),
        sentence=sentence,
        parts={name: part for part, who in (("visitor", visitors), ("host", hosts)) for name in _split(who)},
    )  # fmt: skip


def agreement(names, document="agreement", date=None):
    """An agreement signed by those named."""
    return SimpleNamespace(names=_split(names), document=document, date=date)


def article(
    source, *, published=None, text=None, people=(), organizations=(), places=(), meetings=(), agreements=(), id_=None
):
    """What stands in an article; its text names everybody, with words of its own between, unless `text` is given.

    Its id is the source unless `id_` is a function that makes it of source and text.
    """
    entities = {"person": people, "organization": organizations, "place": places}
    text = text or _text(source, [one.name for kind in entities.values() for one in kind])
    identifier = id_(source, text) if id_ else source
    identified = {
        kind: tuple(_identified(one, kind, identifier, text) for one in members) for kind, members in entities.items()
    }
    known = {one.name: (one.id, kind) for kind, members in identified.items() for one in members}
    return ArticleRecord(
        generator=GENERATOR,
        article=Article(id=identifier, source=source, published=published and _day(published), text=text),
        people=identified["person"],
        organizations=identified["organization"],
        places=identified["place"],
        meetings=tuple(_meeting(identifier, number, one, known) for number, one in enumerate(meetings)),
        agreements=tuple(_agreement(identifier, number, one, known) for number, one in enumerate(agreements)),
    )


def _split(names):
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _day(text):
    return datetime.date.fromisoformat(text)


def _text(source, names):
    return " ".join(
        f"{name} {' '.join(f'{source}{number}x{n}' for n in range(5))}" for number, name in enumerate(names)
    )


def _identified(one, kind, source, text):
    names = (one.name, *getattr(one, "aliases", ()))
    found = [(name, text.find(name)) for name in names]
    mentions = tuple(
        Mention(article=source, start=start, end=start + len(name), text=name, kind="name")
        for name, start in found
        if start >= 0
    )
    return one.model_copy(update={"id": content_id(kind, source, one.name, one.country if kind == "place" else None),
                                  "mentions": mentions})  # fmt: skip


def _date(days):
    if days is None:
        return None
    if not days[0].isdigit():
        return DateValue(text=days)
    first, _, last = days.partition("/")
    return DateValue(text=days, value=days, from_=_day(first), to=_day(last or first), basis="stated")


def _participants(names, known, parts=None):
    types = {"person": "person", "organization": "organization", "place": "country"}
    for name in names:
        identifier, kind = known.get(name, (None, None))
        part = (parts or {}).get(name)
        yield Participant(id=identifier, name=name, type=types.get(kind, "group"), part=part)


def _report(source, number, sentence="x", cited=()):
    before, trigger_text, after = re.fullmatch(r"(?:(.*)\[(?=.*\]))?([^\]]*)(?:\](.*))?", sentence).groups(default="")
    start, sentence = number + len(before), before + trigger_text + after
    trigger = Span(start=start, end=start + len(trigger_text), text=trigger_text)
    span = Span(start=number, end=number + len(sentence), text=sentence)
    return Report(article=source, trigger=trigger, sentence=span, attributed_to=cited, rule="by hand")


def _meeting(source, number, one, known):
    return Meeting(
        id=content_id("meeting", source, number),
        kind=one.kind,
        status=one.status,
        participants=tuple(_participants(one.names, known, one.parts)),
        places=tuple(PlaceReference(id=known.get(name, (None,))[0], name=name) for name in one.places),
        date=_date(one.date),
        codes=CODES,
        reports=(_report(source, number, one.sentence, one.cited),),
    )


def _agreement(source, number, one, known):
    return Agreement(
        id=content_id("agreement", source, number),
        document=one.document,
        signatories=tuple(_participants(one.names, known)),
        date=_date(one.date),
        reports=(_report(source, number),),
    )
