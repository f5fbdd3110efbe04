"""Expected values written into the example: parse("<rank name='General'>Gen.</rank> Ada Obi spoke.")."""

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"""<(?P<close>/?)(?P<label>[a-z_]+)(?P<attributes>(?:\s+[\w-]+=(?:'[^']*'|"[^"]*"))*)\s*>""")
_ATTRIBUTE = re.compile(r"""([\w-]+)=(?:'([^']*)'|"([^"]*)")""")


@dataclass(frozen=True)
class Expected:
    """A marked stretch of the plain text, `plain[start:end]`, with the label and the attributes of its tag."""

    label: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse(text: str) -> tuple[str, list[Expected]]:
    """Return `text` without its tags, and what they mark, in the order in which it begins.

    Tags may nest: `<meeting><person>Ada Obi</person> met</meeting>`. Raises ValueError for a tag that is not closed, or
    closed without being open.
    """
    plain, found = "", []
    opened: list[Expected] = []
    position = 0
    for tag in _TAG.finditer(text):
        plain += text[position : tag.start()]
        position = tag.end()
        if not tag["close"]:
            opened.append(Expected(tag["label"], len(plain), len(plain), _attributes(tag["attributes"])))
        elif opened and opened[-1].label == tag["label"]:
            last = opened.pop()
            found.append(Expected(last.label, last.start, len(plain), last.attributes))
        else:
            raise ValueError(f"{tag[0]} closes nothing in {text!r}")
    if opened:
        raise ValueError(f"<{opened[-1].label}> is not closed in {text!r}")
    return plain + text[position:], sorted(found, key=lambda expected: (expected.start, -expected.end))


def _attributes(text: str) -> dict[str, str]:
    return {name: single or double for name, single, double in _ATTRIBUTE.findall(text)}
