"""Encodings, told apart, and bytes that are no text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import InputError
from newsie.read.documents.decode import decode, looks_binary

ENGLISH = "PUEBLA: “We met,” said Gen. Álvaro Peña – the visitor’s café talks ran late."
RUSSIAN = "Министр иностранных дел встретился с послом во вторник. Они обсудили торговлю и границу."
GREEK = "Ο υπουργός Εξωτερικών συναντήθηκε με τον πρέσβη την Τρίτη στην Αθήνα."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-32-le"),
        (ENGLISH, "utf-32-be"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16-le"),
        (GREEK, "cp1253"),
    ],
)
def test_encoding_is_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd", "a.txt") == "a\nb\nc\nd"


def test_no_byte_order_mark_stays() -> None:
    assert decode(
        b"\xef\xbb\xef\xbb\xbfA \xef\xbb\xbfB\xef\xbb\xbf and so on".replace(b"\xef\xbb\xef", b"\xef"), "a.txt"
    )
    assert decode("\ufeffA \ufeffB".encode("utf-8-sig"), "a.txt") == "A B"


@pytest.mark.parametrize(
    ("odd", "meant"),
    [
        (b"\x93Yes\x94", "“Yes”"),
        (b"caf\xe9", "café"),
        (b"caf\xe2\x80", "caf\ufffd"),  # cut in the midst of a character
        (b"\xed\xa0\xbd\xed\xb8\x80", "\ufffd\ufffd"),  # the halves of one, each written as if it were one
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "Peña met Núñez in the café: “{}” – so he said.",
        "He said to her: {}, he did, and they went on to the next town for the day.",
    ],
)
def test_odd_bytes_in_utf8_are_mended_and_garble_nothing(odd: bytes, meant: str, around: str) -> None:
    before, after = around.split("{}")
    assert decode(before.encode() + odd + after.encode(), "a.txt") == around.format(meant)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(range(256)),
        b"text with a null\0character",
        b"\x01\x02\x03\x04\x05\x06",
        random.Random(7).randbytes(4000),
        b"\xff\xfe" + random.Random(7).randbytes(4000),
    ],
    ids=["png", "zip", "null", "controls", "noise", "noise behind a mark"],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.bin: binary or damaged, not text; save it"):
        decode(data, "a.bin")
    assert looks_binary(data)


def test_text_with_terminal_escapes_is_text() -> None:
    assert decode(b"\x1b[31mred\x1b[0m", "a.txt") == "\x1b[31mred\x1b[0m"


@given(st.binary())
def test_any_bytes_are_clean_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except InputError:
        return
    text.encode("utf-8")
    assert not {"\0", "\r", "\ufeff"} & set(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cn", "Co", "Cs"), exclude_characters="\ufeff\ufffd")))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text
