"""The annotated sets on which `newsie evaluate` measures one thing only, and what it measures on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol, runtime_checkable

import typer

SETS = ("ner", "dates", "meetings", "names", "clusters", "pages")
PARTED = ("ner", "meetings", "names", "clusters", "pages")
LISTING = ("gold", "names", "clusters", "pages")
FOLDERS = ("clusters", "pages")


class Measured(Protocol):
    """The figures of a set."""

    def lines(self) -> Iterable[str]:
        """The figures for people."""

    def figures(self) -> Mapping[str, object]:
        """The figures for programs."""


@runtime_checkable
class Listing(Measured, Protocol):
    """Figures of a set with what went wrong in it."""

    def error_lines(self, limit: int) -> Iterable[str]:
        """The first mistakes for people."""

    def error_rows(self, limit: int) -> Sequence[object]:
        """The first mistakes for programs."""


@dataclass(frozen=True)
class AnnotatedSets:
    """The options that name a set, and the parts of it that count, as the user gave them."""

    ner: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure names only, on this annotated set; give no GOLD."),
    ] = None
    dates: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure expressions of time only, on this annotated set; give no GOLD."),
    ] = None
    meetings: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure words of meetings only, on this annotated set; give no GOLD."),
    ] = None
    names: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure who is taken for one person, on these pairs; give no GOLD."),
    ] = None
    clusters: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure who and what is one across articles, on labelled ones; no GOLD."),
    ] = None
    pages: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure what is read on saved pages, with an expected.jsonl; no GOLD."),
    ] = None
    split: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this part of a SET or FOLDER that has parts; repeatable."),
    ] = None
    genre: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this genre of a SET that has genres; repeatable."),
    ] = None

    def given(self) -> dict[str, Path]:
        """Return the sets that the user named, by their options."""
        paths: dict[str, Path | None] = {name: getattr(self, name) for name in SETS}
        return {name: path for name, path in paths.items() if path}

    def report(self, measured: str, path: Path, model: Path | None) -> Measured:
        """Return the figures of the set at `path`; `measured` is its option."""
        from newsie.evaluate.parts import Part

        part = Part(self.split or [], self.genre or [])
        match measured:
            case "ner":
                from newsie.evaluate.ner_report import ner_report

                return ner_report(path, part, model)
            case "meetings":
                from newsie.evaluate.meeting_report import meeting_report

                return meeting_report(path, part, model)
            case "names":
                from newsie.evaluate.name_pairs_report import name_pairs_report

                return name_pairs_report(path, part)
            case "clusters":
                from newsie.evaluate.cluster_report import cluster_report

                return cluster_report(path, part, model)
            case "pages":
                from newsie.evaluate.pages_report import pages_report

                return pages_report(path, part)
        from newsie.evaluate.dates_report import dates_report

        return dates_report(path, model)
