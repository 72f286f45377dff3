import pytest

from tests.inline import reading
from twosource.collation.identities import find_identities, names_by_article
from twosource.collation.timeline.telling_likeness import TellingLikeness
from twosource.collation.timeline.tellings import Teller, Telling
from twosource.model import Reading

STORY = "The ferry Santa Brizia lay at Port Galdo. Ottavia Prenn led the Lake Rescue that night. "
ELSEWHERE = "Parliament in Castrel debated taxes on wine. Silvan Rocca spoke against the budget. "


def compared(one: str, other: str) -> tuple[Telling, Telling, TellingLikeness]:
    """What the last clauses of two articles tell, and the likeness of a pile of the two."""
    readings = [reading("a", one), reading("b", other)]
    names = names_by_article(find_identities(readings))
    a, b = (_last(one, Teller(one, {}, names)) for one in readings)
    return a, b, TellingLikeness(readings, [a, b])


def _last(found: Reading, teller: Teller) -> Telling:
    return teller.of_event(found.events[-1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # the same sense in other words, the same people
        ("Prenn was killed.", "Ottavia Prenn died.", True),
        # the same people, but something else happened to them
        ("Ottavia Prenn was killed.", "Ottavia Prenn was arrested.", False),
        # nobody is named, and much the same is said
        ("The dam burst at night.", "At night the dam burst.", True),
        # the same word of other things
        ("The dam burst at night.", "A water pipe of the town hall burst in May.", False),
    ],
)
def test_tellings_of_one_sense_are_the_same_where_people_or_words_are(
    one: str, other: str, *, same: bool
) -> None:
    a, b, likeness = compared(STORY + one, STORY + other)
    assert likeness.tell_the_same(a, b) is same


def test_tellings_in_articles_of_two_stories_are_never_the_same() -> None:
    a, b, likeness = compared(STORY + "The dam burst at night.", ELSEWHERE + "The dam burst.")
    assert not likeness.tell_the_same(a, b)


def test_two_speakers_do_not_tell_the_same_however_alike_their_words_are() -> None:
    one, other = "Ottavia Prenn said so.", "Silvan Rocca said so."
    a, b, likeness = compared(STORY + one, STORY + other)
    assert not likeness.tell_the_same(a, b)
