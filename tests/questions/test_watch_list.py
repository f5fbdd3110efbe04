"""Lists of names, and of entities of FollowTheMoney."""

import json
import re

import pytest

from newsie.errors import InputError
from newsie.questions.watch_list import Listed, read_list


@pytest.fixture
def listed(tmp_path):
    """A function that reads the list that is made of text, or of bytes."""

    def read(content):
        path = tmp_path / "list.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_list(path))

    return read


def entity(schema="Person", **properties):
    return json.dumps({"id": "e1", "schema": schema, "properties": properties, "datasets": ["by hand"]})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Obi\nJan Kraus\n", ["Ada Obi", "Jan Kraus"]),
        ("# ministers\n\n  Ada Obi  \r\n\r\n#Bo Ek\nJan Kraus", ["Ada Obi", "Jan Kraus"]),
        ("\ufeffAda Obi\n", ["Ada Obi"]),
        ("José Muñoz".encode("cp1252"), ["José Muñoz"]),
        ("Ada Obi\n{not an entity}\n", ["Ada Obi", "{not an entity}"]),
    ],
)
def test_names(listed, text, names):
    assert listed(text) == [Listed(None, (name,)) for name in names]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (entity(name=["Ada Obi"], alias=["Ada Ngozi Obi"]), [Listed("e1", ("Ada Obi", "Ada Ngozi Obi"))]),
        (entity(name=["Ada Obi"], weakAlias=["The Engineer"]), [Listed("e1", ("Ada Obi",))]),
        (entity(weakAlias=["The Engineer"]), []),
        (entity(alias=["Ada Obi"]), [Listed("e1", ("Ada Obi",))]),
        (
            entity(name=["Ada Obi"], country=["ng"], nationality=["ng", "gh"], position=["Minister of Fisheries"]),
            [Listed("e1", ("Ada Obi",), positions=("Minister of Fisheries",), countries=("NG", "GH"))],
        ),
        (entity("Company", name=["Lagos Shipping"]), [Listed("e1", ("Lagos Shipping",), is_person=False)]),
        (entity("Organization", name=["Harbour Forum"]), [Listed("e1", ("Harbour Forum",), is_person=False)]),
        (entity("Address", name=["1 Quay Road"]), []),
        (entity("Vessel", name=["Marwat"]), []),
    ],
)
def test_entities(listed, line, expected):
    assert listed(line) == expected


@pytest.mark.parametrize("broken", ["Ada Obi", "{", "{}", '{"id": "e2"}', "[]", '{"id":1,"schema":"Person"}'])
def test_a_broken_line_among_entities_is_named(listed, broken):
    with pytest.raises(InputError, match=r"list\.txt:3: no entity of FollowTheMoney; give a name on each line"):
        listed(f"{entity(name=['Ada Obi'])}\n\n{broken}\n")


@pytest.mark.parametrize("text", ["", "\n \n", "# nobody yet\n"])
def test_an_empty_list(listed, text):
    with pytest.raises(InputError, match=r"list\.txt: names nobody; give a name on each line"):
        listed(text)


@pytest.mark.parametrize(("name", "cause"), [("nowhere.txt", "No such file"), ("", "Is a directory")])
def test_a_list_that_cannot_be_read(tmp_path, name, cause):
    with pytest.raises(InputError, match=f"{re.escape(str(tmp_path / name))}: {cause}.*; give a name on each line"):
        list(read_list(tmp_path / name))
