import pytest

from newsie.dates.tense import Sentence, tense

# Word_TAG, the date in [ ]; without tags the tense must be read off the words.
TAGGED = [
    ("she met_VBD him on [Monday]", "past"),
    ("she met_VBD him to_TO discuss_VB trade on [Monday]", "past"),
    ("she will_MD meet_VB him on [Monday]", "future"),
    ("the pact will_MD be_VB signed_VBN on [Monday]", "future"),
    ("she may_MD fly_VB to Rome on [Monday]", "future"),
    ("she is_VBZ to_TO meet_VB him on [Monday]", "future"),
    ("he is_VBZ due_JJ in Hanoi on [Monday]", "future"),
    ("he is_VBZ scheduled_VBN to_TO visit_VB the port on [Monday]", "future"),
    ("they agreed_VBD to_TO meet_VB on [Monday]", "future"),
    ("they agreed_VBD on [Monday] to_TO meet_VB", "past"),
    ("he plans_VBZ to_TO leave_VB on [Monday]", "future"),
    ("he flies_VBZ to_IN Rome_NNP on [Monday]", "present"),
    ("the term ends_VBZ on [Monday]", "future"),
    ("the pact signed_VBN on [Monday] covers_VBZ trade", "past"),
    ("he has_VBZ lived_VBN there since [May]", "past"),
    ("he was_VBD due_JJ to_TO arrive_VB on [Monday]", "unclear"),
    ("talks planned_VBN for [Monday] were_VBD put_VBN off", "unclear"),
    ("talks planned_VBN for [Monday] have_VBP been_VBN put_VBN off", "future"),
    ("talks announced_VBD for [Monday]", "unclear"),
    ("the king on [Monday] hosted_VBD a dinner", "past"),
    ("she met_VBD him , and on [Monday] will_MD meet_VB her", "future"),
    ("she flew_VBD to Rome , where on [Monday] she is_VBZ to_TO speak_VB", "present"),
    ("she met_VBD Omar Ali , who lives_VBZ in Rome , on [Monday]", "past"),
    ("he arrived_VBD ahead_RB of [Monday] 's talks", "future"),
    ("on [Monday] the court had_VBD risen_VBN", "past"),
    ("a dinner on [Monday]", None),
]
UNTAGGED = [
    ("the minister met his guest on [Monday]", "past"),
    ("the minister arrived in Rome on [Monday]", "past"),
    ("the minister will visit Rome on [Monday]", "future"),
    ("the pact will be signed on [Monday]", "future"),
    ("the minister is to visit Rome on [Monday]", "future"),
    ("the minister is due in Rome on [Monday]", "future"),
    ("on [Monday] he was received by the king", "past"),
    ("a dinner on [Monday]", None),
]


@pytest.mark.parametrize(("marked", "expected"), TAGGED + UNTAGGED)
def test_tense(marked: str, expected: str | None) -> None:
    tokens = [token.strip("[]").split("_") for token in marked.split()]
    index = next(n for n, token in enumerate(marked.split()) if token.startswith("["))
    sentence = Sentence([token[0] for token in tokens], [token[1] if len(token) > 1 else "" for token in tokens])
    assert tense(sentence, index, index + 1) == expected
