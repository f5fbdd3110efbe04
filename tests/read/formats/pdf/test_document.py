"""PDF: lines as a document draws them, made paragraphs; each document is built here."""

import io
import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from newsie.errors import SourceError
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.pdf import document as pdf
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits

Drawn = tuple[float, float, float, str]
"""What is drawn on a page: from left, from the bottom, the size of the letters, in points, and the text."""

FIRST = [
    "Governor Ada Obi met Bishop Jan Kraus on Monday, and both",
    "said that they would meet again before winter was",
    "over.",
]
SECOND = [
    "The bishop said that he would bring more people to the",
    "table, and the governor said that there was room for all.",
]
STORY = f"{' '.join(FIRST)}\n\n{' '.join(SECOND)}"


def document(*pages: Sequence[Drawn], title: str | None = None) -> bytes:
    """A PDF document with one page for each list of what is drawn on it."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        content = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, size, text in page)
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * index} 0 R >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    if title is not None:
        objects.append(f"<< /Title ({title}) /CreationDate (D:20250114120000Z) >>")
    return assembled(objects, has_information=title is not None)


def assembled(objects: Sequence[str], *, has_information: bool) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    information = f" /Info {len(objects)} 0 R" if has_information else ""
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{information} >>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


def block(lines: Sequence[str], y: float, x: float = 72, size: float = 10, leading: float = 12) -> list[Drawn]:
    return [(x, y - index * leading, size, line) for index, line in enumerate(lines)]


def page(*lines: str, top: float = 700) -> list[Drawn]:
    return block(lines, top)


class Read:
    """What is read from a document, and what is reported."""

    def __init__(self, data: bytes, limits: Limits | None = None):
        self.errors: list[str] = []
        self.draft: Draft | None = None
        options = ReadOptions(limits=limits or Limits())
        context = ReadContext(options, lambda error: self.errors.append(str(error)))
        try:
            (self.draft,) = pdf.read(Payload("a.pdf", io.BytesIO(data), context.limits), context)
        except SourceError as error:
            self.errors.append(str(error))

    @property
    def text(self) -> str:
        assert self.draft is not None
        return self.draft.text.rstrip("\n")


def test_gaps_part_paragraphs() -> None:
    read = Read(document(block(FIRST, 700) + block(SECOND, 646)))
    assert read.text == STORY
    assert read.errors == []


def test_indents_part_paragraphs() -> None:
    lines = block(FIRST, 700) + block(SECOND, 664)
    indented = [(x + 12 if line in (FIRST[0], SECOND[0]) else x, y, size, line) for x, y, size, line in lines]
    assert Read(document(indented)).text == STORY


def test_short_last_lines_part_paragraphs() -> None:
    assert Read(document(page(*FIRST, *SECOND))).text == STORY


def test_columns_are_read_one_after_the_other() -> None:
    columns = block(FIRST, 700) + block(SECOND[:1], 646) + block(SECOND[1:], 700, x=320)
    assert Read(document(columns)).text == STORY


def test_paragraph_runs_on_to_the_next_page() -> None:
    assert Read(document(block(FIRST, 700) + block(SECOND[:1], 646), block(SECOND[1:], 700))).text == STORY


def test_pieces_of_a_line_are_one_line() -> None:
    drawn = [
        (72, 700, 10, "General Ada"),
        (130, 700, 10, "Obi met the envoy"),
        (212, 703, 6, "1"),
        (220, 700, 10, "here"),
    ]
    assert Read(document(drawn)).text == "General Ada Obi met the envoy 1 here"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["They spoke of coop-", "eration, and cooperation it was."],
            "They spoke of cooperation, and cooperation it was.",
        ),
        (["They met Kamr-ul-", "Hassan on Monday."], "They met Kamr-ul-Hassan on Monday."),
        (
            ["A seven-member team came. The seven-", "member team left."],
            "A seven-member team came. The seven-member team left.",
        ),
    ],
)
def test_words_broken_at_line_ends(lines: list[str], text: str) -> None:
    assert Read(document(page(*lines))).text == text


def test_bullets_are_paragraphs_of_their_own() -> None:
    assert (
        Read(document(page("They agreed on", "\\225 trade", "\\225 fish"))).text
        == "They agreed on\n\n• trade\n\n• fish"
    )


# ---------------------------------------------------------------------------------------------------------------------
# What is no story.


def test_heads_and_feet_that_repeat_are_dropped() -> None:
    def running(number: int) -> list[Drawn]:
        return [(72, 800, 10, "The Herald"), (500, 800, 10, "14 January"), (300, 30, 10, f"- {number} -")]

    pages = [[*running(1), *block(FIRST, 700)], [*running(2), *block(SECOND, 700)]]
    assert Read(document(*pages)).text == STORY


def test_small_print_at_the_edges_is_dropped() -> None:
    printed = [
        (72, 815, 8, "14/01/2025, 10:33"),
        (300, 815, 8, "Two met"),
        (72, 20, 8, "https://news.example/1"),
        (500, 20, 8, "1/1"),
    ]
    assert Read(document([*printed, *block(FIRST, 700), *block(SECOND, 646)])).text == STORY


@pytest.mark.parametrize("first", ["2019. That was the last time they met.", "PUEBLA, 14 January", "It was 2019"])
def test_lines_at_the_edges_that_belong_to_the_story_are_kept(first: str) -> None:
    assert Read(document(block([first], 800) + block(FIRST, 700))).text == f"{first}\n\n{' '.join(FIRST)}"


# ---------------------------------------------------------------------------------------------------------------------
# Title and date.


def headed(size: float = 18) -> list[Drawn]:
    return block(["Governor meets", "bishop in Puebla"], 760, size=size, leading=size + 2) + block(FIRST, 700)


@pytest.mark.parametrize("title", [None, "", "Microsoft Word - doc1.docx", "untitled"])
def test_largest_text_is_the_headline(title: str | None) -> None:
    draft = Read(document(headed(), title=title)).draft
    assert draft is not None
    assert draft.title == "Governor meets bishop in Puebla"
    assert draft.headline == (0, len(draft.title))


def test_headline_comes_before_what_stands_above_it() -> None:
    assert Read(document([(72, 800, 12, "POLITICS"), *headed()])).text.startswith(
        "Governor meets bishop in Puebla\n\nPOLITICS"
    )


@pytest.mark.parametrize("title", ["Governor meets bishop in Puebla", "Governor meets bishop in Puebla - The Herald"])
def test_title_of_the_document_counts_where_the_page_has_it(title: str) -> None:
    draft = Read(document(headed(size=10), title=title)).draft
    assert draft is not None
    assert draft.title == "Governor meets bishop in Puebla"


def test_no_title_and_no_day_are_made_up() -> None:
    draft = Read(document(page(*FIRST), title="Microsoft Word - doc1")).draft
    assert draft is not None
    assert (draft.title, draft.headline, draft.published, draft.authors) == (None, None, None, ())


# ---------------------------------------------------------------------------------------------------------------------
# Documents that are no good.


def encrypted(data: bytes, password: str) -> bytes:
    stream = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def test_encrypted_document() -> None:
    data = document(block(FIRST, 700) + block(SECOND, 646))
    assert Read(encrypted(data, "secret")).errors == ["a.pdf: an encrypted PDF; save a copy without a password"]
    assert Read(encrypted(data, "")).text == STORY


def test_scan() -> None:
    assert Read(document([])).errors == ["a.pdf: a PDF without text, a scan; run OCR on it first"]


def test_document_that_is_cut_short() -> None:
    data = document(*[page(*FIRST)] * 3)
    for length in range(0, len(data), 97):
        read = Read(data[:length])
        assert read.draft or read.errors


def test_damaged_page_costs_the_others_nothing() -> None:
    data = document(page(*FIRST), page(*SECOND)).replace(b"/Length", b"/Filter /LZWDecode /Length", 1)
    read = Read(data)
    assert read.text == " ".join(SECOND)
    assert read.errors in ([], ["a.pdf#page-1: a damaged page; copy or download it again"])


def test_letters_that_a_document_does_not_tell() -> None:
    assert Read(document(page("Gda\\000sk", "met \\007 them"))).text == "Gda\ufffdsk met \ufffd them"


def test_document_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "monotonic", iter(range(0, 10_000, 4)).__next__)
    assert Read(document(*[page(*FIRST)] * 3)).errors == [
        "a.pdf: a PDF that takes more than 5 seconds to read; "
        "save its text as a text file, or raise the limit with --limit page-seconds=50"
    ]


def test_bomb_in_a_document() -> None:
    packed = zlib.compress(b"q " * 50_000_000, 9).decode("latin-1")
    data = document(page(*FIRST)).decode("cp1252")
    start, end = data.index("<< /Length"), data.index("endstream")
    head, tail = data[:start].encode("cp1252"), data[end:].encode("cp1252")
    bomb = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed.encode("latin-1")
    assert Read(head + bomb + b"\n" + tail).errors == ["a.pdf: a damaged PDF; copy or download it again"]


def test_standard_error_stays_empty(capfd: pytest.CaptureFixture[str]) -> None:
    Read(document(page(*FIRST))[:-60])
    assert capfd.readouterr() == ("", "")


@given(st.binary(min_size=1, max_size=40), st.integers(0, 1500))
def test_no_data_end_in_anything_but_a_line(data: bytes, place: int) -> None:
    whole = document(headed(), page(*SECOND), title="x")
    read = Read(whole[:place] + data + whole[place + len(data) :])
    assert read.draft or read.errors


@pytest.mark.parametrize(
    ("data", "name", "is_pdf"),
    [
        (document(page("x")), "a", True),
        (b"\r\n" + document(page("x")), "a.pdf", True),
        (b"%PDF-1.4", "a.txt", True),
        (b"The file begins with %PDF-1.4, he said.", "a.txt", False),
    ],
)
def test_recognized(data: bytes, name: str, is_pdf: bool) -> None:
    assert (format_of(Payload(name, io.BytesIO(data), Limits())) is pdf.FORMAT) == is_pdf
