"""Who was there too, and at which meeting: told in a sentence of its own, or denied."""

import pytest
from spacy.language import Language

from meeting_docs import drafts, meetings, who

MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"

ADDED = [
    (f"{MARIA} will meet {JAN}. The ministers, {TOM} and {LEE}, will attend.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} will meet {JAN}. {TOM} will also attend, her office said.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. {TOM} attended, as did {LEE}.", [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Also at the talks were {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. {TOM} and {LEE} were also at the table.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Also attending were {TOM} and {LEE}.", [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Others at the meeting were {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Also in attendance were {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Among those present were {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. The meeting was also attended by {TOM}, {LEE} and others.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. Senior officials, including {TOM} and {LEE}, attended the meeting.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. {TOM}, {LEE} and senior officials were also present.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. {TOM} and {LEE}, among others, were also present on the occasion.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. The meeting was attended, among others, by {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN} in <l>Accra</l>, with {TOM} also present.", [{"Maria Lund", "Tom Reed", "Jan Kraus"}]),
    (f"{MARIA} hosted a lunch for {JAN}. Guests included {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. {TOM} was not present.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} did not attend the meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} refused to attend the talks.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. Neither {TOM} nor {LEE} attended the meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} was absent from the talks.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} had hoped to attend the talks.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. {TOM} never took part in the meeting.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN} without {TOM}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met with leaders. Sitting across from her were {TOM} and {LEE}.",
     [{"Maria Lund", "leaders", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. She also received a delegation led by {TOM}.",
     [{"Maria Lund", "Jan Kraus"}, {"Maria Lund", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. {TOM} joined the talks.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    (f"{MARIA} met {JAN}. {TOM} took on a role in the eastern part of the country.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. Other guests who flew in on Saturday include {TOM}.", [{"Maria Lund", "Jan Kraus"}]),
    (f"{MARIA} met {JAN}. Guests who attended included {TOM}.", [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    # what the sentence before tells, not what the article is about
    (f"{MARIA} will meet {JAN}. Ministers will meet in Accra. The three at the meeting are {TOM} and {LEE}.",
     [{"Maria Lund", "Jan Kraus"}, {"Tom Reed", "Lee Park"}]),
    # an apposition's comma before "were" opens no condition
    (f"{MARIA} met {JAN}. {TOM} and the Commissioner of <c>Oman</c>, {LEE}, were present on the occasion.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    # the verb is not repeated
    (f"{MARIA} met {JAN}. {TOM} is leading the Omani delegation, and {LEE}, a minister, the Ghanaian delegation.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed", "Lee Park"}]),
    (f"{MARIA} met {JAN}. {TOM} is leading the Omani delegation, and {LEE}, a minister, left the hall.",
     [{"Maria Lund", "Jan Kraus", "Tom Reed"}]),
    # of what people attend, the sentence names another
    (f"{MARIA} met {JAN}. A summit will be held in May, and {TOM} will attend.", [{"Maria Lund", "Jan Kraus"}]),
    # two paragraphs on, it may be anything
    (f"{MARIA} met {JAN}.\n\nFish was dear.\n\nIt rained.\n\n{TOM} attended.", [{"Maria Lund", "Jan Kraus"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), ADDED)
def test_who_was_there_too(nlp: Language, text: str, participants: list[set[str]]) -> None:
    assert [who(meeting.participants) for meeting in drafts(nlp, text)] == participants


WHICH = [
    # the call, not the meeting
    (f"{MARIA} and {JAN} spoke by phone. {MARIA} met {LEE}. {TOM} joined the call.", {"Maria Lund", "Jan Kraus"}),
    (f"{MARIA} met {JAN}. {MARIA} and {LEE} spoke by phone. {TOM} attended the meeting.", {"Maria Lund", "Jan Kraus"}),
    # the talks, not what was opened after them
    (f"{MARIA} met {JAN}. Then {MARIA} and {LEE} inaugurated a bridge. {TOM} took part in the talks.",
     {"Maria Lund", "Jan Kraus"}),
    # the one that was held, and the one to come
    (f"{MARIA} met {JAN}. {MARIA} will meet {LEE}. {TOM} attended the meeting.", {"Maria Lund", "Jan Kraus"}),
    (f"{MARIA} met {JAN}. {MARIA} will meet {LEE}. {TOM} will attend the meeting.", {"Maria Lund", "Lee Park"}),
    # not the one of the past
    (f"{MARIA} met {JAN}. She had met {LEE} in May. {TOM} took part.", {"Maria Lund", "Jan Kraus"}),
    # the one of those of whom the article has just spoken
    (f"{MARIA} met {JAN}, while {LEE} received dockers. {MARIA} and {JAN} were happy. {TOM} took part.",
     {"Maria Lund", "Jan Kraus"}),
    # nobody takes part in what people agreed to do every month
    (f"{MARIA} met {JAN}. {MARIA} and {JAN} agreed to hold monthly meetings. {TOM} took part in the meeting.",
     {"Maria Lund", "Jan Kraus"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "met"), WHICH)
def test_which_meeting_somebody_attended(nlp: Language, text: str, met: set[str]) -> None:
    found = [who(meeting.participants) for meeting in meetings(nlp, text) if "Tom Reed" in who(meeting.participants)]
    assert found == [met | {"Tom Reed"}]
