"""The commands of newsie: where each is, imported when it is called, since `newsie --help` needs none of them."""

import re
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

MODULES = {
    "extract": ("extract",),
    "show": ("show",),
    "explain": ("explain",),
    "add": ("add",),
    "who": ("who",),
    "met": ("met",),
    "timeline": ("timeline",),
    "pairs": ("pairs",),
    "watch": ("watch",),
    "judgements": ("same", "different", "reject", "accept", "undo", "judgements"),
    "evaluate": ("evaluate",),
    "schema": ("schema",),
    "formats": ("formats",),
}
"""The modules of this package whose functions are commands, in the order of `newsie --help`."""

_FIRST_LINE = re.compile(r'^def (\w+)\(.*?^    """(.+?)(?:""")?$', re.MULTILINE | re.DOTALL)


class Commands(UserDict[str, Any]):
    """The commands of Click by their names; each is imported when it is looked up."""

    def __init__(self) -> None:
        super().__init__({name: module for module, names in MODULES.items() for name in names})

    def __getitem__(self, name: str) -> Any:
        module = import_module(f"newsie.cli.{super().__getitem__(name)}")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name)(getattr(module, name))
        return get_command(alone)


class CommandGroup(TyperGroup):
    """`newsie` itself: it knows what its commands are called and what they are for, and imports the one that runs."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands()

    def list_commands(self, ctx: object) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(self.commands)

    def format_commands(self, ctx: object, formatter: Any) -> None:
        """Write what each command is for."""
        with formatter.section("Commands"):
            formatter.write_dl([row for module in MODULES for row in _summaries(module)])


def _summaries(module: str) -> Iterator[tuple[str, str]]:
    """The commands of a module with the first lines of their docstrings, read from the source.

    To import all modules, or to parse them, takes as long as all the rest of newsie's help.
    """
    source = Path(__file__).with_name(f"{module}.py").read_text("utf-8")
    first_lines = dict(_FIRST_LINE.findall(source))
    return ((name, first_lines[name]) for name in MODULES[module])
