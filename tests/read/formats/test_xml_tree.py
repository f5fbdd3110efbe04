"""XML as a tree: in time, whatever is repeated in it."""

import io
from time import process_time

from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.formats.xml_tree import tree_of
from newsie.read.settings import Limits


def test_openings_of_declarations_take_no_time() -> None:
    document = b"<rss><item>" + b"<?xml version " * 20_000 + b"</item></rss>"
    started = process_time()
    root = tree_of(Payload("a.rss", io.BytesIO(document), Limits()), ReadContext(on_error=lambda error: None))
    assert root.tag == "rss"
    assert process_time() - started < 2
