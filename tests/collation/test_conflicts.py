from tests.inline import reading
from twosource import collate
from twosource.model import Aspect, Conflict

FERRY = (
    "The Santa Brizia was half an hour out of Port Galdo with {} people on board when smoke rose."
)
NIGHT = "The fire on the ferry Santa Brizia broke out on {} off the harbour of Port Galdo."


def conflicts(*texts: str) -> tuple[Conflict, ...]:
    pile = [
        reading(f"article{number}", text, published="2024-10-19")
        for number, text in enumerate(texts)
    ]
    return collate(pile).conflicts


def test_two_numbers_for_the_same_thing_are_a_conflict() -> None:
    (found,) = conflicts(FERRY.format(143), FERRY.format(113), FERRY.format(143))
    assert found.aspect is Aspect.NUMBER
    assert [len(account.evidence) for account in found.accounts] == [2, 1]
    assert "143" in found.accounts[0].says


def test_two_scores_for_one_match_are_a_conflict() -> None:
    line = "The Otters of Port Galdo won {} against the Herons in the last match of the season."
    (found,) = conflicts(line.format("2-1"), line.format("3-1"), line.format("2-1"))
    assert [account.says for account in found.accounts] == ["2-1", "3-1"]


def test_two_dates_for_the_same_thing_are_a_conflict() -> None:
    (found,) = conflicts(NIGHT.format("17 October 2024"), NIGHT.format("16 October 2024"))
    assert found.aspect is Aspect.DATE


def test_a_range_that_holds_the_number_is_no_conflict() -> None:
    assert conflicts(FERRY.format("at least 100"), FERRY.format("143")) == ()


def test_a_rounded_number_is_no_conflict_with_what_rounds_to_it() -> None:
    assert conflicts(FERRY.format("about 140"), FERRY.format("143")) == ()
    (found,) = conflicts(FERRY.format("about 140"), FERRY.format("153"))
    assert found.aspect is Aspect.NUMBER


def test_a_name_is_spelt_in_two_ways_where_one_letter_is_lost_and_not_where_two_are() -> None:
    line = (
        "Eleven people were pulled out of the cold lake by the diver {} before the ferry sank at "
        "dawn off the harbour wall of Port Galdo, where the families of the crew were waiting."
    )
    (found,) = conflicts(line.format("Mirela Oszt"), line.format("Mirela Ost"))
    assert [account.says for account in found.accounts] == ["Ost", "Oszt"]
    assert conflicts(line.format("Mirela Ann"), line.format("Mirela Ian")) == ()


def test_a_genitive_is_no_other_spelling() -> None:
    line = "The report of the {} says that eleven people were pulled out of the cold lake at dawn."
    assert conflicts(line.format("Ministry"), line.format("Ministry's")) == ()


def test_the_same_number_in_words_and_digits_is_no_conflict() -> None:
    assert conflicts(FERRY.format("twelve"), FERRY.format("12")) == ()


def test_a_number_of_something_else_is_no_conflict() -> None:
    other = "The harbour office of Port Galdo has licensed four ferries on the lake since 1979."
    assert conflicts(FERRY.format(143), other) == ()


def test_the_dead_conflict_with_the_dead_whatever_they_are_called() -> None:
    told = "Off the harbour of Port Galdo {} were killed when the ferry Santa Brizia burned."
    (found,) = conflicts(told.format("nine old pensioners"), told.format("twelve passengers"))
    assert {account.says for account in found.accounts} == {"nine", "twelve"}


def test_villagers_are_no_villages() -> None:
    told = "Since the fire near the Ozren pass {} have fled, the Red Crescent says."
    assert not conflicts(
        told.format("more than 200 villagers"), told.format("people from three villages")
    )


def test_a_number_that_is_denied_is_no_account_of_the_article_that_denies_it() -> None:
    (found,) = conflicts(FERRY.format("143 people and not 113"), FERRY.format(113))
    assert [account.says for account in found.accounts] == ["143", "113"]
