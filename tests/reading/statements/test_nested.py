"""What somebody in quoted words is reported to have said."""

import pytest

from tests.inline import reading

SPOKEN_OF = (
    ("“The plan says to wait four hours, and so we waited,” Olm said.", "a plan"),
    ("“A lighthouse tells you where the rocks are,” Olm said.", "a figure of speech"),
    ("“My officers asked to see the deck, and they asked politely,” Olm said.", "a request"),
)


@pytest.mark.parametrize(("text", "why"), SPOKEN_OF, ids=[row[-1] for row in SPOKEN_OF])
def test_what_quoted_words_only_speak_of_has_no_voice_of_its_own(text: str, why: str) -> None:
    assert why
    assert [s.speaker.name for s in reading("a", text).statements if s.speaker] == ["Olm"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Olm added that some farmers called her to say they will not sell.",
        "Ana Olm said that some farmers had written to the town to say they will not sell.",
    ],
)
def test_who_has_done_something_to_say_it_in_reported_words_says_it(text: str) -> None:
    inner = reading("a", text).statements[-1]
    assert inner.speaker is not None
    assert (inner.speaker.name, inner.chain[0].speaker.name) == ("some farmers", "Ana Olm")
