"""XML as a tree: in time, whatever is repeated in it."""

import io
from time import process_time

import pytest

from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.formats.xml_tree import root_name, tree_of
from newsie.read.settings import Limits


def test_openings_of_declarations_take_no_time() -> None:
    document = b"<rss><item>" + b"<?xml version " * 20_000 + b"</item></rss>"
    started = process_time()
    root = tree_of(Payload("a.rss", io.BytesIO(document), Limits()), ReadContext(on_error=lambda error: None))
    assert root.tag == "rss"
    assert process_time() - started < 2


ELEMENTS = "<!ELEMENT p (#PCDATA)>\n" * 5000
"""Longer than what is looked at to tell a format."""


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("<rss>", "rss"),
        ("<?xml version='1.0'?><!-- daily --><rdf:RDF xmlns:rdf='r'>", "RDF"),
        ("<!DOCTYPE nitf [<!ELEMENT p (#PCDATA)>]>\n<nitf>", "nitf"),
        (f"<?xml version='1.0'?>\n<!DOCTYPE nitf [{ELEMENTS}", "nitf"),
        (f"<!DOCTYPE n:newsItem PUBLIC 'a' 'b' [{ELEMENTS}", "newsItem"),
        ("<!DOCTYPE rss", None),
        ("<!-- daily", None),
        ("The <rss> element begins a feed.", None),
        ("In <!DOCTYPE rss [ the name comes first.", None),
    ],
)
def test_root_name(opening: str, name: str | None) -> None:
    assert root_name(opening) == name


@pytest.mark.parametrize("unit", ["<!DOCTYPE a [", "<!DOCTYPE ", "<?xml ", "<!--", "<!DOCTYPE a []>"])
def test_root_names_take_no_time(unit: str) -> None:
    started = process_time()
    assert root_name(unit * 5000) in (None, "a")
    assert process_time() - started < 2
