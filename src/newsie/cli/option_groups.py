"""Options that a command takes as one argument: a dataclass, each field of which is an option."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any

Command = Callable[..., None]


def takes(**groups: Any) -> Callable[[Command], Command]:
    """Give a command the options of some dataclasses; it gets each of them as the argument that is named after it."""

    def with_groups(command: Command) -> Command:
        @functools.wraps(command)
        def called(**values: Any) -> None:
            for name, group in groups.items():
                values[name] = group(**{field.name: values.pop(field.name) for field in fields(group)})
            command(**values)

        called.__signature__ = _signature(command, groups)  # type: ignore[attr-defined]
        return called

    return with_groups


def _signature(command: Command, groups: dict[str, Any]) -> inspect.Signature:
    """The command's own parameters, and behind them the fields of the groups."""
    own = [one for one in inspect.signature(command).parameters.values() if one.name not in groups]
    grouped = [
        inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)
        for group in groups.values()
        for field in fields(group)
    ]
    return inspect.Signature([*own, *grouped])
