"""What newsie has written, told by how it begins: it is no article."""

import re

_BEGINNING = re.compile(rb'\s*\{\s*"schema":\s*"newsie/')


def is_own_output(opening: bytes) -> bool:
    """Whether a file that begins so is JSON or JSON Lines of newsie."""
    return _BEGINNING.match(opening) is not None
