"""Names and sentences that nobody wrote: people of many cultures, and news about them."""

import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from ner_training.texts import AnnotatedText, Labelled
from newsie.rules.loader import RuleModel

SLOT = re.compile(r"\{(\w+)\}")
LABELS = {
    "person": "PERSON",
    "surname": "PERSON",
    "org": "ORG",
    "acronym": "ORG",
    "place": "GPE",
    "facility": "FAC",
    "country": "GPE",
    "date": "DATE",
    "nationality": "NORP",
}


class Culture(RuleModel):
    """A culture of `names.toml`."""

    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool = False
    only_given: bool = False
    initials: bool = False
    middle_initial: bool = False


class Sentences(RuleModel):
    """`sentences.toml`."""

    sentences: tuple[str, ...]
    headlines: tuple[str, ...]
    ranks: tuple[str, ...]
    offices: tuple[str, ...]
    portfolios: tuple[str, ...]
    organizations: tuple[str, ...]
    places: tuple[str, ...]
    towns: tuple[str, ...]
    facilities: tuple[str, ...]
    countries: tuple[str, ...]
    nationalities: tuple[str, ...]
    dates: tuple[str, ...]
    ordinals: tuple[str, ...]


class Inventor:
    """Draws names and sentences with `rng`, from the two files in `folder`."""

    def __init__(self, folder: Path, rng: random.Random):
        tables = tomllib.loads((folder / "names.toml").read_text("utf-8"))["cultures"]
        self.cultures = [Culture.model_validate(table) for table in tables]
        self.words = Sentences.model_validate(tomllib.loads((folder / "sentences.toml").read_text("utf-8")))
        self.ranks = self.words.ranks
        self.rng = rng

    def person(self) -> tuple[str, str]:
        """Return a full name and the name by which its bearer is called from then on."""
        culture, draw = self.rng.choice(self.cultures), self.rng.random()
        given, family = self.rng.choice(culture.given), self.rng.choice(culture.family)
        if culture.family_first:
            return f"{family} {given}", family
        if culture.only_given and draw < 0.4:
            return f"{given} {family}", given
        if (culture.initials and draw < 0.5) or draw < 0.06:
            return f"{self._initials()} {family}", family
        if culture.middle_initial and draw < 0.5:
            return f"{given} {self._letter()}. {family}", family
        if draw > 0.92 and "-" not in family and " " not in family:
            return f"{given} {family}-{self.rng.choice(culture.family)}", family
        if draw > 0.8:
            return f"{given} {self.rng.choice(culture.given)} {family}", family
        return f"{given} {family}", family

    def place(self) -> str:
        """Return the name of a town."""
        return self.rng.choice(self.rng.choice((self.words.places, self.words.towns)))

    def text(self) -> AnnotatedText:
        """Return one to three sentences, or a headline and a sentence, with their names."""
        wordings = self.rng.choices(self.words.sentences, k=self.rng.randint(1, 3))
        if self.rng.random() < 0.2:
            wordings.insert(0, self.rng.choice(self.words.headlines) + "\n")
        return self._filled(" ".join(wordings).replace("\n ", "\n"))

    def _filled(self, wording: str) -> AnnotatedText:
        text, names, position, last = "", [], 0, {"org": "", "surname": ""}
        for slot in SLOT.finditer(wording):
            text += wording[position : slot.start()]
            drawn = self._drawn(slot[1], last)
            drawn = drawn[0].upper() + drawn[1:] if not text or text.endswith((". ", "\n", '"')) else drawn
            if label := LABELS.get(slot[1]):
                names.append(Labelled(len(text), len(text) + len(drawn), label))
            text, position = text + drawn, slot.end()
        return AnnotatedText(text + wording[position:], tuple(names))

    def _drawn(self, slot: str, last: dict[str, str]) -> str:
        if slot == "person":
            full, last["surname"] = self.person()
            return full
        if slot == "surname":
            return last["surname"] if last["surname"] and self.rng.random() < 0.5 else self.person()[1]
        if slot == "org":
            last["org"] = self._compound(self.words.organizations)
            return last["org"]
        if slot == "place":
            return self.place()
        if slot == "facility":
            return self._compound(self.words.facilities)
        if slot == "acronym":
            return self._acronym(last["org"])
        tables = {"country": "countries", "nationality": "nationalities", "n": "ordinals"}
        words: tuple[str, ...] = getattr(self.words, tables.get(slot, f"{slot}s"))
        return self.rng.choice(words)

    def _compound(self, patterns: tuple[str, ...]) -> str:
        """A name of which parts are drawn."""

        def drawn(slot: re.Match[str]) -> str:
            return self.person()[1] if slot[1] == "family" else self._drawn(slot[1], {}).removeprefix("the ")

        return SLOT.sub(drawn, self.rng.choice(patterns))

    def _acronym(self, organization: str) -> str:
        initials = "".join(word[0] for word in organization.split() if word[0].isupper())
        return initials if len(initials) > 1 else "".join(self._letter() for _ in range(self.rng.randint(3, 4)))

    def _initials(self) -> str:
        letters = [self._letter() for _ in range(self.rng.randint(1, 3))]
        joined: Callable[[list[str]], str] = self.rng.choice(
            [lambda all_: " ".join(f"{x}." for x in all_), lambda all_: "".join(f"{x}." for x in all_), " ".join]
        )
        return joined(letters)

    def _letter(self) -> str:
        return self.rng.choice("ABCDGHJKLMNPRSTVW")
