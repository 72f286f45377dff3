import pytest

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


def test_a_whole_number_is_no_conflict_with_what_rounds_to_it() -> None:
    share = "The shares of the lake line lost {} per cent in Port Galdo after the ferry had burned."
    assert conflicts(share.format("6.3"), share.format("six")) == ()
    assert len(conflicts(share.format("6.3"), share.format("seven"))) == 1


def test_a_most_and_more_than_it_exclude_one_another() -> None:
    (found,) = conflicts(FERRY.format("up to 143"), FERRY.format("more than 143"))
    assert [account.says for account in found.accounts] == ["up to 143", "more than 143"]


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


def test_last_names_a_letter_apart_with_one_first_name_are_two_spellings() -> None:
    one, other = "Ilse Marrow said the dam was old.", "The gates were shut by Ilse Morrow at noon."
    (found,) = conflicts(one, other)
    assert [account.says for account in found.accounts] == ["Marrow", "Morrow"]
    assert conflicts(one, other.replace("Ilse", "Greta")) == ()
    assert conflicts(f"{one} {other}", other) == ()


def test_a_genitive_is_no_other_spelling() -> None:
    line = "The report of the {} says that eleven people were pulled out of the cold lake at dawn."
    assert conflicts(line.format("Ministry"), line.format("Ministry's")) == ()


def test_the_same_number_in_words_and_digits_is_no_conflict() -> None:
    assert conflicts(FERRY.format("twelve"), FERRY.format("12")) == ()


def test_a_number_of_something_else_is_no_conflict() -> None:
    other = "The harbour office of Port Galdo has licensed four ferries on the lake since 1979."
    assert conflicts(FERRY.format(143), other) == ()


@pytest.mark.parametrize(
    ("told", "conflicting", "why"),
    [
        ("Police held {} men at the port on Monday, three of whom were freed.", 1, "a part"),
        ("Police held {} men at the port on Monday, three of them minors.", 1, "the same"),
        ("Police held {} men and freed three men at the port.", 0, "either may be meant"),
    ],
)
def test_a_part_hides_no_conflict_of_wholes(told: str, conflicting: int, why: str) -> None:
    assert len(conflicts(told.format("14"), told.format("41"))) == conflicting, why


def test_a_part_of_what_one_counts_is_no_conflict_with_another_who_gives_it() -> None:
    whole = "Of the 23 airships that left Ostrell on Saturday, 12 had reached Varney by noon."
    part = "Only 12 airships that left Ostrell on Saturday had reached Varney by noon."
    assert conflicts(whole, part) == ()


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


def test_what_two_count_in_one_article_is_a_conflict() -> None:
    (found,) = conflicts(
        "The police spoke of 1,500 marchers on the quay, the organisers of 4,000.",
        "Some 30 boats lay in the harbour of Port Galdo.",
    )
    assert [account.says for account in found.accounts] == ["1,500", "4,000"]


def test_two_numbers_that_one_article_merely_gives_are_no_conflict() -> None:
    line = "The fire took 12 boats at the quay and 30 boats in the yard of Port Galdo."
    assert conflicts(line, line) == ()


def test_the_same_figure_of_other_things_joins_nothing() -> None:
    mill = "The paper mill in Port Galdo will cut {} jobs by the end of the year."
    theft = "Thieves took 300 litres of diesel from a farm near Oster on Monday night."
    (found,) = conflicts(mill.format(300), mill.format(500), theft)
    assert {e.article for account in found.accounts for e in account.evidence} == {
        "article0",
        "article1",
    }


def test_the_same_two_values_in_two_places_are_one_conflict() -> None:
    lamp = "The captain told the inquiry that his lamp had gone out on {} in the engine room."
    seventeenth, sixteenth = (
        f"{NIGHT.format(day)}\n{lamp.format(day)}" for day in ("17 October 2024", "16 October 2024")
    )
    (found,) = conflicts(seventeenth, sixteenth)
    assert [len(account.evidence) for account in found.accounts] == [2, 2]


def test_what_is_counted_anew_a_year_later_is_no_conflict() -> None:
    early = reading("early", FERRY.format(143), published="2024-10-19")
    soon = reading("soon", FERRY.format(113), published="2024-10-20")
    late = reading("late", FERRY.format(113), published="2025-10-19")
    assert collate([early, late]).conflicts == ()
    assert len(collate([early, soon, late]).conflicts) == 1


def test_a_date_in_fewer_words_is_no_conflict() -> None:
    assert conflicts(NIGHT.format("17 October 2024"), NIGHT.format("17 October")) == ()
    line = "The gate of the lock at Port Galdo had been under seal until {}, the office said."
    assert conflicts(line.format("8 a.m. on Tuesday"), line.format("8 a.m.")) == ()
