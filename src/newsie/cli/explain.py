"""`newsie explain`."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Articles, Model, NoColor
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output
from newsie.cli.reading import Reading, takes_articles
from newsie.cli.stages import explanation_stream

if TYPE_CHECKING:
    from newsie.explanations import ArticleExplanation


class ExplanationFormat(StrEnum):
    """What `newsie explain` can write."""

    TABLE = "table"
    JSON = "json"


@takes_articles
def explain(
    paths: Articles,
    format_: Annotated[ExplanationFormat, typer.Option("--format", help="For people or for programs.")] = (
        ExplanationFormat.TABLE
    ),
    everything: Annotated[
        bool, typer.Option("--all", help="Show also where a rule fits, but too few are named; json always has these.")
    ] = False,
    no_color: NoColor = False,
    model: Model = None,
    *,
    reading: Reading,
) -> None:
    """Say why each meeting was found, and why it was read as it was.

    For each meeting of each article: the sentence with trigger, participants and status cue marked, the rule that
    fired, whom each name, description and pronoun means and why, and where status, date and place were read. Then the
    passages that were taken for no meeting, because of a word such as "refused". Articles are read one by one; meetings
    are not joined across them.

    The exit code is 0, or 2 if an input could not be read (the others are explained all the same).
    """
    messages = Messages()
    with orderly_end(messages):
        explanations = explanation_stream(paths, reading, model, messages)
        if format_ is ExplanationFormat.JSON:
            _print_json(explanations)
        else:
            _print_text(explanations, color=not no_color, everything=everything)


def _print_json(explanations: "Iterable[ArticleExplanation]") -> None:
    run = tuple(explanations)

    from newsie.explanations import RunExplanation
    from newsie.write.json_text import json_object

    standard_output("utf-8").write(json_object(RunExplanation(articles=run)) + "\n")


def _print_text(explanations: "Iterable[ArticleExplanation]", *, color: bool, everything: bool) -> None:
    from newsie.write.console import console_on, has_color, printed
    from newsie.write.explanation import explanation_text

    stream = standard_output()
    console = console_on(stream, color=color)
    for explanation in explanations:
        text = explanation_text(explanation, color=has_color(console), with_passed_over=everything)
        stream.write(printed(text, console))
