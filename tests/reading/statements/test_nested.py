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
