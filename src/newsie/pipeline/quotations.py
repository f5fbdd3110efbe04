"""Where an article quotes somebody word for word."""

from spacy.tokens import Doc

OPENING = {"“", "«", "„"}
CLOSING = {"”", "»", "’’"}
STRAIGHT = {'"', "``", "''"}
# Shorter quotations ("a 'frank' exchange") are the article's own sentence with words of others in it.
LONGEST_SCARE_QUOTE = 4


def quoted_tokens(doc: Doc) -> set[int]:
    """Return the indices of the tokens in quotations of more than a few words.

    A quotation ends with its paragraph; without closing marks if the next paragraph opens with others and goes on.
    """
    quoted: set[int] = set()
    start: int | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            if start is not None and _opens_quotation(doc, token.i + 1):
                quoted.update(range(start, token.i))
            start = None
        elif start is None and (token.text in OPENING or token.text in STRAIGHT):
            start = token.i + 1
        elif start is not None and (token.text in CLOSING or token.text in STRAIGHT):
            if token.i - start > LONGEST_SCARE_QUOTE:
                quoted.update(range(start, token.i))
            start = None
    return quoted


def _opens_quotation(doc: Doc, index: int) -> bool:
    return index < len(doc) and (doc[index].text in OPENING or doc[index].text in STRAIGHT)
