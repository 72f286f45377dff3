from tests.inline import reading
from twosource import collate

FIRE = "The ferry Santa Brizia burned on Lake Orvane on 17 October 2024, killing two people."
DRILL = "A full evacuation drill had been held aboard on 8 October 2024, the harbour office said."


def test_entries_come_in_order_of_their_days() -> None:
    timeline = collate([reading("a", f"{FIRE} {DRILL}")]).timeline
    assert [entry.interval.value for entry in timeline] == ["2024-10-08", "2024-10-17"]


def test_articles_that_make_the_same_dated_claim_share_an_entry() -> None:
    timeline = collate([reading("a", FIRE), reading("b", FIRE + " Divers came.")]).timeline
    (entry,) = timeline
    assert [evidence.article for evidence in entry.evidence] == ["a", "b"]


def test_a_time_that_cannot_be_placed_is_left_out() -> None:
    assert collate([reading("a", "The drill was held some time ago, she said.")]).timeline == ()
