import pytest

from newsie.read.articles import article_of
from newsie.records import ArticleRecord, Generator, Mention, Organization, Span
from newsie.resolve.documents import issuers_quoted
from newsie.resolve.source_rules import source_rules

MET = "The two met at Beira on Monday."
SAID = "The two met at Beira, the statement said."
BOARD, COUNCIL = "Harbour Board", "Port Council"


def record(news, text):
    """An article with every mention of two organizations, and one meeting, reported in the sentence with "met"."""
    article = article_of(text, "a")
    named = [
        Organization(id=name, name=name, mentions=[
            Mention(article=article.id, start=start, end=start + len(name), text=name, kind="name")
            for start in range(len(text)) if text.startswith(name, start)
        ])
        for name in (BOARD, COUNCIL)
    ]  # fmt: skip
    (meeting,) = news.article("a", meetings=[news.meeting("both sides")]).meetings
    start = text.rfind(".", 0, text.index("met ")) + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    end = text.index(".", start) + 1
    sentence = Span(start=start, end=end, text=text[start:end])
    report = meeting.reports[0].model_copy(update={"sentence": sentence})
    return ArticleRecord(generator=Generator(newsie="0", model="by hand"), article=article, organizations=named,
                         meetings=[meeting.model_copy(update={"reports": (report,)})])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"The Harbour Board said in a statement that fees rise. {SAID}", BOARD),
        ("Fees rise, said a Harbour Board press release. According to the release, the two met at Beira.", BOARD),
        (
            f"The Port Council sues. The Harbour Board issued a statement. {SAID}",
            BOARD,
        ),
        (
            f"The Harbour Board issued a statement. The Port Council issued a bulletin. {SAID}",
            COUNCIL,
        ),
        (f"{MET} In a press statement, the Harbour Board said they agreed.", BOARD),
        (f"The Harbour Board said so in a statement. {MET} A mediator was there, according to the statement.", BOARD),
        # nothing that the sentence rests on
        (f"The Harbour Board said in a statement that fees rise. {MET} It rained.", None),
        (f"{MET} Fees rise, the Harbour Board said in a statement.", None),
        (f"The Harbour Board said that fees rise. {SAID}", None),
        ("A statement was read out. The two met at Beira, the statement said.", None),
        ("The Harbour Board said in a statement that fees rise. The two met and signed the statement.", None),
    ],
)
def test_whose_document_a_sentence_rests_on(news, text, issuer):
    found = [one.name for one in issuers_quoted(record(news, text)).values()]
    assert found == ([issuer] if issuer else [])


def test_every_document_is_gone_back_to_by_every_verb(news):
    texts = [
        f"The Harbour Board said in a {document} that fees rise. The two met at Beira, the {document} {verb}."
        for document in source_rules().texts
        for verb in source_rules().verbs
    ]
    assert [text for text in texts if not issuers_quoted(record(news, text))] == []
