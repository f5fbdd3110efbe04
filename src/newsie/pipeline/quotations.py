"""Where an article quotes somebody word for word."""

from spacy.tokens import Doc, Token

STRAIGHT = {'"', "``", "''"}
OPENING = STRAIGHT | {"“", "«", "„"}
CLOSING = STRAIGHT | {"”", "»", "’’"}
# Shorter quotations ("a 'frank' exchange") are the article's own sentence with words of others in it.
LONGEST_SCARE_QUOTE = 4


def quoted_tokens(doc: Doc) -> set[int]:
    """Return the indices of the tokens in quotations of more than a few words.

    A quotation ends with its paragraph; without closing marks if the next paragraph opens with others and goes on.
    """
    quoted: set[int] = set()
    start: int | None = None
    for token in doc:
        if start is None:
            start = token.i + 1 if token.text in OPENING else None
        elif _ends_paragraph(token) or token.text in CLOSING:
            quoted.update(range(start, token.i) if _is_quotation(doc, start, token) else ())
            start = None
    return quoted


def _is_quotation(doc: Doc, start: int, closing: Token) -> bool:
    """Whether the tokens from `start` on are one that is closed by a mark, or goes on in the next paragraph."""
    if _ends_paragraph(closing):
        return closing.i + 1 < len(doc) and doc[closing.i + 1].text in OPENING
    return closing.i - start > LONGEST_SCARE_QUOTE


def _ends_paragraph(token: Token) -> bool:
    return token.is_space and "\n" in token.text
