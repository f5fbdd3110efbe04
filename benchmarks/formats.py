"""What each format costs: `python benchmarks/formats.py GOLD ARTICLES` from the checkout.

Makes from annotated articles (GOLD, their texts in ARTICLES as ID.txt) the same articles as web pages, JSON Lines, CSV,
mail, feeds, PDF and crawls, reads each, and prints the F1 of pairs, people and meetings of every format beside those
of the texts. Title and day of publication are where the format has them. Asked is pair F1 within 0.01 of that of the
texts. Needs `pip install -e '.[benchmarks,warc,pdf]'`, and for letters of all Europe and Vietnam in PDF the font
DejaVuSans.ttf where reportlab finds it (Debian: fonts-dejavu-core); reportlab's own lacks them.
"""

import csv
import datetime
import html
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsie.evaluate.gold import GoldArticle, read_gold
from newsie.evaluate.outcomes import Detection
from newsie.evaluate.report import evaluate
from newsie.extraction import article_records
from newsie.pipeline.build import load
from newsie.read import read_articles
from newsie.read.articles import article_of
from newsie.records import ArticleRecord

MEASURES = ("pair", "people", "meeting")
WITHIN = 0.01
NOON = datetime.time(12, tzinfo=datetime.UTC)


class Story(NamedTuple):
    """An article as a newsroom has it: its parts apart."""

    name: str
    title: str | None
    published: datetime.date | None
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        """Where it might have stood."""
        return f"https://news.example/{self.name}"

    @property
    def text(self) -> str:
        """The paragraphs, with empty lines between them."""
        return "\n\n".join(self.paragraphs)

    @property
    def moment(self) -> datetime.datetime | None:
        """The moment of publication, as feeds and mails have it."""
        return datetime.datetime.combine(self.published, NOON) if self.published else None


def story_of(path: Path) -> Story:
    """Take a text apart: title and day are in fields only where it has a headline or a header of its own."""
    article = article_of(path.read_text("utf-8"), path.name)
    start = max((part.end for part in (article.header, article.headline) if part), default=0)
    paragraphs = (block.strip() for block in article.text[start:].split("\n\n"))
    published = article.published if article.header else None
    title = article.headline.text if article.headline else None
    return Story(path.stem, title, published, tuple(block for block in paragraphs if block))


def page(story: Story) -> bytes:
    """A web page."""
    title = html.escape(story.title or "")
    day = f'<meta property="article:published_time" content="{story.published}">' if story.published else ""
    body = "".join(f"<p>{html.escape(block).replace(chr(10), '<br>')}</p>\n" for block in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{day}</head><body>'
        '<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>'
        f"<main><article>{f'<h1>{title}</h1>' if title else ''}\n{body}</article></main>"
        "<footer>Terms of use | Privacy</footer></body></html>"
    ).encode()


def json_line(story: Story) -> bytes:
    """An object of JSON Lines."""
    day = str(story.published) if story.published else None
    fields = {"url": story.url, "title": story.title, "published": day, "text": story.text}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def table(story: Story) -> bytes:
    """A table with one row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["url", "title", "published", "text"])
    writer.writerow([story.url, story.title or "", story.published or "", story.text])
    return stream.getvalue().encode()


def mail(story: Story) -> bytes:
    """A mail."""
    message = EmailMessage()
    message["From"] = "Press office <press@news.example>"
    message["To"] = "desk@paper.example"
    if story.title:
        message["Subject"] = f"PRESS RELEASE: {story.title}"
    if story.moment:
        message["Date"] = format_datetime(story.moment)
    message.set_content(f"{story.text}\n\n-- \nPress office, +44 20 0000 000\n")
    return message.as_bytes()


def feed(story: Story) -> bytes:
    """A feed with one item."""
    title = f"<title>{html.escape(story.title)}</title>" if story.title else ""
    day = f"<pubDate>{format_datetime(story.moment)}</pubDate>" if story.moment else ""
    body = html.escape("".join(f"<p>{html.escape(block).replace(chr(10), '<br>')}</p>" for block in story.paragraphs))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>News</title><link>https://news.example/</link><item>{title}<link>{story.url}</link>{day}"
        f"<content:encoded>{body}</content:encoded></item></channel></rss>"
    ).encode()


@cache
def font_name() -> str:
    """Return the name of the font for PDF, which reportlab then knows."""
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.ttfonts import TTFError, TTFont  # type: ignore[import-untyped]

    try:
        font = TTFont("Letters", "DejaVuSans.ttf")
    except TTFError:
        font = TTFont("Letters", "Vera.ttf")
    pdfmetrics.registerFont(font)
    return "Letters"


def document(story: Story) -> bytes:
    """A PDF document in two columns, with a running head and page numbers; the day stands below the title."""
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph  # type: ignore[import-untyped]

    font = font_name()

    def running(canvas: object, template: BaseDocTemplate) -> None:
        canvas.setFont(font, 8)  # type: ignore[attr-defined]
        canvas.drawString(72, 800, "The Example Herald")  # type: ignore[attr-defined]
        canvas.drawRightString(520, 30, f"Page {template.page}")  # type: ignore[attr-defined]

    stream = io.BytesIO()
    template = BaseDocTemplate(stream, title="Microsoft Word - article.docx")
    width = template.width / 2
    columns = [
        Frame(template.leftMargin + index * width, template.bottomMargin, width - 12, template.height)
        for index in range(2)
    ]
    template.addPageTemplates(PageTemplate(frames=columns, onPage=running))
    body = ParagraphStyle("body", fontName=font, fontSize=9, leading=12, spaceAfter=6, alignment=4)
    head = ParagraphStyle("head", fontName=font, fontSize=16, leading=20, spaceAfter=8)
    texts = [(story.title, head)] if story.title else []
    texts += [(f"{story.published:%d %B %Y}", body)] if story.published else []
    texts += [(line, body) for block in story.paragraphs for line in block.split("\n")]
    template.build([Paragraph(html.escape(text), style) for text, style in texts])
    return stream.getvalue()


def crawl(story: Story) -> bytes:
    """A crawl of one page, packed."""
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "benchmarks/formats.py"}))
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    payload = io.BytesIO(page(story))
    writer.write_record(writer.create_warc_record(story.url, "response", payload=payload, http_headers=headers))
    return stream.getvalue()


FORMATS: dict[str, Callable[[Story], bytes]] = {
    "html": page,
    "jsonl": json_line,
    "csv": table,
    "eml": mail,
    "rss": feed,
    "pdf": document,
    "warc.gz": crawl,
}


def records(paths: Iterable[Path]) -> dict[str, ArticleRecord]:
    """Extract articles; each record by the name of its file without its ending. What cannot be read is printed."""
    articles = read_articles(paths, on_error=lambda error: print(error), on_warning=print)
    found = article_records(load(None), articles)
    return {Path(record.article.source.partition("#")[0]).name.partition(".")[0]: record for record in found}


def print_figures(name: str, gold: list[GoldArticle], found: dict[str, ArticleRecord], pairs: float | None) -> float:
    """Print the figures of one format, with the difference from `pairs`, and return its F1 of pairs."""
    measures = evaluate(gold, found).measures
    values = [figures.f1 for key in MEASURES if isinstance(figures := measures[key], Detection)]
    shown = "  ".join(f"{key} {value:.4f}" for key, value in zip(MEASURES, values, strict=True))
    apart = "" if pairs is None else f"  {values[0] - pairs:+.4f}{'' if abs(values[0] - pairs) <= WITHIN else '  NOT'}"
    print(f"{name:8} {len(found)} articles  {shown}{apart}", flush=True)
    return values[0]


def main(gold_path: Path, folder: Path) -> None:
    """Print the figures of all formats."""
    gold = read_gold(gold_path)
    texts = [folder / f"{article.id}.txt" for article in gold]
    pairs = print_figures("text", gold, records(texts), None)
    stories = [story_of(path) for path in texts]
    for name, made in FORMATS.items():
        with tempfile.TemporaryDirectory() as there:
            paths = [Path(there, f"{story.name}.{name}") for story in stories]
            for path, story in zip(paths, stories, strict=True):
                path.write_bytes(made(story))
            print_figures(name, gold, records(paths), pairs)
    print(f"pairs: asked within {WITHIN} of text")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
