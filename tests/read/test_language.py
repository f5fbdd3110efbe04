"""English told cheaply, other languages by the library, and what is too short for either."""

import subprocess
import sys

import pytest

from newsie.read.language import language_name, language_of

ENGLISH = "The governor met the bishop on Monday, and both said that they would meet again before the winter was over."
FRENCH = (
    "Le ministre des affaires étrangères a rencontré mardi l'ambassadeur à Paris, et ils ont parlé de la frontière et "
    "du commerce entre les deux pays avant de signer un accord."
)
RUSSIAN = "Министр иностранных дел встретился с послом во вторник. Они обсудили торговлю и границу. " * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("The two of them met in the garden.", "en"),
        (FRENCH, "fr"),
        (RUSSIAN, "ru"),
        ("", None),
        ("12 34 56", None),
        ("Gen Obi met Gen Ada.", None),
        ("Bonjour tout le monde", None),
        ("Ada Obi Lagos Abuja Kano Ibadan Benin Jos Enugu Minna " * 5, None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("code", "name"), [("fr", "French"), ("el", "Modern Greek"), ("xx", "xx")])
def test_language_name(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(("text", "loaded"), [(ENGLISH, "False"), (FRENCH, "True")])
def test_only_what_is_no_english_loads_a_language_model(text: str, loaded: str) -> None:
    check = "import sys; from newsie.read.language import language_of; language_of(sys.argv[1])"
    command = [sys.executable, "-c", f"{check}; print('py3langid' in sys.modules)", text]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == loaded
