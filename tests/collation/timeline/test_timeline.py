from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inline import reading
from twosource import collate, read
from twosource.model import (
    Article,
    Aspect,
    Block,
    BlockKind,
    Dating,
    EventKind,
    Named,
    Reading,
    Span,
)

FIRE = "The ferry Santa Brizia burned on Lake Orvane on 17 October 2024, killing two people."
DRILL = "A full evacuation drill had been held aboard on 8 October 2024, the harbour office said."


def test_entries_come_in_order_of_their_days() -> None:
    timeline = collate([reading("a", f"{FIRE} {DRILL}")]).timeline
    assert [entry.interval.value for entry in timeline] == ["2024-10-08", "2024-10-17"]


def test_articles_that_make_the_same_dated_claim_share_an_entry() -> None:
    timeline = collate([reading("a", FIRE), reading("b", FIRE + " Divers came.")]).timeline
    (entry,) = timeline
    assert [evidence.article for evidence in entry.evidence] == ["a", "b"]


def test_a_range_is_one_entry_and_not_three() -> None:
    told = "From 11 January 1993 to April 2003 the guards carried out over 150 raids."
    (entry,) = collate([reading("a", told)]).timeline
    assert entry.interval.value == "1993-01-11/2003-04"


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("By the end of 2002", "../2002"),  # any day up to then
        ("Before May 2002", "../2002-05"),
        ("Since 17 October 2024", "2024-10-17/.."),
        ("In 2002", "2002"),  # nothing opens it
    ],
)
def test_the_words_before_a_date_open_an_end_of_it(opening: str, value: str) -> None:
    (entry,) = collate([reading("a", f"{opening} the ferry had burned twice.")]).timeline
    assert entry.interval.value == value


def test_tellings_of_one_day_that_share_most_of_their_words_share_an_entry() -> None:
    other = "On 17 October 2024 the Santa Brizia burned on Lake Orvane, rescuers said."
    (entry,) = collate([reading("a", FIRE), reading("b", other)]).timeline
    assert [evidence.article for evidence in entry.evidence] == ["a", "b"]


def test_a_copy_that_gives_another_date_shares_the_entry_and_differs_in_the_date() -> None:
    other = FIRE.replace("17 October", "18 October")
    (entry,) = collate([reading("a", FIRE), reading("b", other)]).timeline
    (difference,) = entry.differences
    assert difference.aspect is Aspect.DATE
    assert [account.says for account in difference.accounts] == [
        "17 October 2024",
        "18 October 2024",
    ]


def test_of_dates_that_exclude_each_other_the_entry_has_the_one_that_most_articles_give() -> None:
    other = FIRE.replace("17 October", "12 October")
    timeline = collate([reading("a", other), reading("b", FIRE), reading("c", FIRE)]).timeline
    assert [entry.interval.value for entry in timeline] == ["2024-10-17"]


def test_tellings_of_two_days_in_articles_of_their_own_never_share_an_entry() -> None:
    readings = [
        reading("a", "On 17 October 2024 fire broke out on the ferry Santa Brizia."),
        reading("b", "Crews put out a blaze aboard the Santa Brizia ferry on 19 October 2024."),
    ]
    timeline = collate(readings).timeline
    assert [entry.interval.value for entry in timeline] == ["2024-10-17", "2024-10-19"]


@pytest.mark.parametrize(
    "told",
    [
        "15.10 The square is empty.",  # when it was written
        "The ferry had lain in Ruhl since 2011.",  # how long it was so
        "The ferry may sail until 31 March 2025.",
        "The picture of the ferry dates from 1911.",
        "If the papers are not in by 15 February 2025, nobody sails.",  # what may never be
        "The owners declined to comment on Wednesday.",
        '"We knew the ferry," he said on Wednesday.',  # only that it was said
        "The hall, 9 December 2024.",  # nothing at all
        "Was a warning sent in December 2024?",
        "Applications can be made from 20 January 2025.",
        "Nobody picked up the telephone in December 2024.",
        "There is no record of an inspection on 8 October 2024.",  # what did not happen
        "The drill was never held on 8 October 2024.",
        "The guards fired no shot on 8 October 2024.",
        "The board did not hold the meeting on 8 October 2024.",
        "Guards did not arrest the man on 8 October 2024.",
        "The ferry has been inspected, not in February 2024.",
    ],
)
def test_a_date_that_dates_no_happening_makes_no_entry(told: str) -> None:
    assert collate([reading("a", told)]).timeline == ()


@pytest.mark.parametrize(
    "told",
    [
        "Nobody was hurt in the crash on 17 October 2024.",  # there was a crash
        "Nobody was hurt when the ferry burned on 17 October 2024.",
        "Divers recovered no bodies on 17 October 2024.",  # they dived
        "The drill was held on 17 October 2024 and no fault was seen.",
        "The ferry burned on 17 October 2024, not on 18 October 2024.",
        "Police have not named the man shot dead in Ruhl on 17 October 2024.",
        "No arrests followed the murder of the judge on 17 October 2024.",
        "No warning preceded the explosion on 17 October 2024.",
        "The firm did not report the explosion on 17 October 2024.",
        "The ministry has no doubt rebels attacked the convoy on 17 October 2024.",
        "Never has a storm killed so many as on 17 October 2024.",
    ],
)
def test_what_happened_beside_what_did_not_has_its_day(told: str) -> None:
    assert [event.interval.value for event in collate([reading("a", told)]).timeline] == [
        "2024-10-17"
    ]


def test_the_day_somebody_spoke_is_not_the_day_of_what_they_told() -> None:
    told = "A boy drowned in the Orla canal, police chief Ada Moor said on Monday."
    assert collate([reading("a", told, published="2025-06-17")]).timeline == ()


def test_the_day_of_one_sentence_does_not_date_what_was_said_in_the_one_before() -> None:
    told = "The company says three guards were killed at the pass. The pass reopened on Thursday."
    (event,) = collate([reading("a", told, published="2025-06-13")]).timeline
    assert event.wording == "The pass reopened on Thursday."


def test_where_an_article_was_filed_is_not_told_with_the_event() -> None:
    told = "RUHL, Orvane (TNA) - The ferry burned on 17 October 2024."
    (entry,) = collate([reading("a", told)]).timeline
    assert entry.wording == "The ferry burned on 17 October 2024."


def test_what_two_articles_tell_of_one_day_long_ago_is_one_entry() -> None:
    readings = [
        reading("a", "The nurses had written to the trust about the drains on 26 August 2022."),
        reading("b", "A letter of 26 August 2022 from the ward reached the trust unread."),
    ]
    (entry,) = collate(readings).timeline
    assert [evidence.article for evidence in entry.evidence] == ["a", "b"]


def test_where_the_clause_names_no_place_it_is_the_one_that_the_words_name() -> None:
    (entry,) = collate([reading("a", "The Tolvan Dam was inspected in March 2022.")]).timeline
    assert entry.places == ("Tolvan Dam",)


def test_several_dates_of_a_sentence_have_each_their_clause() -> None:
    told = "The ferry burned on 17 October 2024, and the inquest opened on 3 March 2025."
    wordings = [entry.wording for entry in collate([reading("a", told)]).timeline]
    assert wordings == [
        "The ferry burned on 17 October 2024",
        "… the inquest opened on 3 March 2025.",
    ]


def test_a_date_that_opens_the_sentence_goes_for_all_of_it() -> None:
    told = "On 3 March 2025, the inquest opened, and the master wept."
    (entry,) = collate([reading("a", told)]).timeline
    assert entry.wording == told


def test_the_date_of_saying_does_not_reach_into_what_has_a_date_of_its_own() -> None:
    told = "On 3 March 2025, the judge said that the ferry had burned on 17 October 2024."
    entries = collate([reading("a", told)]).timeline
    assert [(entry.interval.value, entry.wording) for entry in entries] == [
        ("2024-10-17", "… the ferry had burned on 17 October 2024."),
        ("2025-03-03", "On 3 March 2025, the judge said"),
    ]


def test_a_date_that_the_sentence_is_about_is_no_entry() -> None:
    assert collate([reading("a", "For the lake, 2020 was a year of storms.")]).timeline == ()


def test_the_year_of_a_law_is_no_entry() -> None:
    told = "Under the Lake Safety Act of 1998 the harbour office inspects every ferry."
    assert collate([reading("a", told)]).timeline == ()


def test_a_day_told_twice_side_by_side_is_one_entry() -> None:
    told = "The inquest was moved up to Monday, 3 March 2025."
    (entry,) = collate([reading("a", told)]).timeline
    assert entry.wording == told


@pytest.mark.parametrize(
    ("caption", "entries"),
    [
        ("The ferry in Port Galdo, 17 October 2024.", 0),  # what the picture shows
        ("The ferry burned on 17 October 2024.", 1),  # what happened
    ],
)
def test_a_caption_is_an_entry_only_where_it_says_what_happened(caption: str, entries: int) -> None:
    block = Block(Span(0, len(caption)), BlockKind.CAPTION, "below a picture")
    told = read(Article("a", "a", caption, (block,)))
    assert len(collate([told]).timeline) == entries


def test_now_is_no_entry() -> None:
    assert collate([reading("a", "The ferry is now in the dock at Port Galdo.")]).timeline == ()


def test_a_time_that_cannot_be_placed_is_left_out() -> None:
    assert collate([reading("a", "The drill was held some time ago, she said.")]).timeline == ()


def test_who_took_part_and_where_come_with_the_event() -> None:
    told = "Ana Olm raided the Harbour Board in Ruhl on 3 May 2021."
    (event,) = collate([reading("a", told)]).timeline
    assert event.kind is EventKind.VIOLENCE
    assert "Ana Olm" in event.participants
    assert event.places == ("Ruhl",)


def test_a_telling_without_a_date_joins_the_event_it_fits() -> None:
    other = "The ferry Santa Brizia burned on Lake Orvane, killing two people, its owners said."
    (event,) = collate([reading("a", FIRE), reading("b", other)]).timeline
    assert [evidence.article for evidence in event.evidence] == ["a", "b"]


def test_a_telling_without_a_date_that_fits_two_events_joins_neither() -> None:
    readings = [
        reading(
            "a", "On 17 October 2024 the Santa Brizia burned on Lake Orvane, where two people died."
        ),
        reading(
            "b",
            "Two people were killed by a blaze that burned the Santa Brizia on 19 October 2024.",
        ),
        reading("c", "The Santa Brizia burned on Lake Orvane, killing two people."),
    ]
    articles = {e.article for event in collate(readings).timeline for e in event.evidence}
    assert "c" not in articles


def test_articles_that_count_otherwise_differ_in_the_number() -> None:
    other = FIRE.replace("two people", "three people")
    (event,) = collate([reading("a", FIRE), reading("b", other)]).timeline
    (difference,) = event.differences
    assert difference.aspect is Aspect.NUMBER
    assert [account.says for account in difference.accounts] == ["three people", "two people"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 40 supporters", "About 40 supporters"),
        ("Two meetings", "two meetings"),
        ("34 guards", "only 34 guards"),
    ],
)
def test_a_number_in_other_words_is_no_difference(one: str, other: str) -> None:
    told = "On 17 October 2024 {} were held at the Harbour Board in Ruhl."
    (event,) = collate([reading("a", told.format(one)), reading("b", told.format(other))]).timeline
    assert event.differences == ()


def test_two_numbers_that_every_article_gives_are_no_difference() -> None:
    told = "On 17 October 2024 two soldiers were killed and five soldiers wounded in Ruhl."
    (event,) = collate([reading("a", told), reading("b", told + " It rained.")]).timeline
    assert event.differences == ()


def test_the_dead_are_counted_whatever_the_articles_call_them() -> None:
    one = "Twelve people were killed when a bus left the road near Ruhl on 17 October 2024."
    other = "Fourteen pensioners died when a bus left the road near Ruhl on 17 October 2024."
    (event,) = collate([reading("a", one), reading("b", other)]).timeline
    assert [account.says for account in event.differences[0].accounts] == [
        "Fourteen pensioners",
        "Twelve people",
    ]


def test_of_two_numbers_that_one_article_gives_neither_differs_from_the_others() -> None:
    one = "On 17 October 2024 a court in Ruhl jailed Ana Olm, the mayor, for seven years."
    other = one.replace("the mayor", "the mayor for eleven years")
    (event,) = collate([reading("a", one), reading("b", other), reading("c", one)]).timeline
    assert event.differences == ()


def test_words_said_over_several_sentences_are_one_event_with_their_saying() -> None:
    told = "“It sank. Nobody came. We were alone,” Ana Olm told Channel Nine on 3 May 2021."
    (event,) = collate([reading("a", told)]).timeline
    assert event.kind is EventKind.SPEAKING
    assert "It sank" in event.wording


def test_a_saying_far_from_a_day_does_not_stretch_what_happened_on_it() -> None:
    told = (
        "On 3 May 2021 the bells of Ruhl rang and the mayor threw a wreath into the water. "
        "A year has passed since the fire. The ferry was half an hour out of port. "
        "The fire started in a lorry. “We were fast,” Ana Olm said afterwards."
    )
    events = collate([reading("a", told, published="2021-05-03")]).timeline
    assert not any("wreath" in event.wording and "fast" in event.wording for event in events)


def test_words_said_stand_in_their_quotation_marks_at_both_ends() -> None:
    told = "“It sank. We were alone,” Ana Olm told Channel Nine on 3 May 2021. “Nobody came.”"
    (event,) = collate([reading("a", told)]).timeline
    assert event.wording == told


def test_a_dateline_is_no_event() -> None:
    told = "RUHL, 3 May 2021 (NP) - The ferry is old."
    assert collate([reading("a", told, published="2021-05-03")]).timeline == ()


@given(st.permutations(range(4)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    readings = _told()
    assert collate([readings[i] for i in order]).timeline == collate(readings).timeline


@cache
def _told() -> list[Reading]:
    texts = [FIRE, DRILL, FIRE.replace("two", "three"), "Fire on the Santa Brizia killed two."]
    return [reading(name, text) for name, text in zip("abcd", texts, strict=True)]


def test_an_anniversary_tells_the_day_that_is_kept_and_what_it_remembers() -> None:
    told = "3 May 2021 marks the second anniversary of the raid on the camp at Ruhl."
    happened = [(e.interval.value, e.wording) for e in collate([reading("a", told)]).timeline]
    assert happened == [
        ("2019-05-03", "… the raid on the camp at Ruhl."),
        ("2021-05-03", "3 May 2021 marks the second anniversary"),
    ]


def test_what_came_shortly_after_an_hour_came_that_night() -> None:
    told = "The crew reached the ferry shortly after eleven on Thursday night."
    (event,) = collate([reading("a", told, published="2024-10-18")]).timeline
    assert event.interval.value == "2024-10-17"


def test_what_two_articles_tell_without_a_date_is_told_apart_from_the_timeline() -> None:
    told = "The master of the Santa Brizia was injured when the lifeboat of the ferry overturned."
    collation = collate([reading("a", told), reading("b", told + " Divers came.")])
    assert collation.timeline == ()
    (event, *_) = collation.undated
    assert (event.interval.value, event.dating) == ("XXXX", Dating.UNKNOWN)
    assert [evidence.article for evidence in event.evidence] == ["a", "b"]


def test_what_one_article_alone_tells_without_a_date_is_left_out() -> None:
    told = "The master of the Santa Brizia was injured when the lifeboat of the ferry overturned."
    assert collate([reading("a", told)]).undated == ()


def test_behind_a_landmark_stands_what_came_later() -> None:
    told = "After the fire on the lake in 2006, when 200 homes burned, Ana Olm paid their rent."
    happened = [(e.interval.value, e.wording) for e in collate([reading("a", told)]).timeline]
    assert happened == [
        ("2006", "… the fire on the lake in 2006, when 200 homes burned"),
        ("2006/..", "Ana Olm paid their rent."),
    ]


def test_a_date_inside_a_quotation_dates_only_what_is_quoted() -> None:
    told = "The crowd hung posters that read “The fire of 3 May 2006 killed nine people” in Ruhl."
    (event,) = collate([reading("a", told)]).timeline
    assert event.wording == "The fire of 3 May 2006 killed nine people"


def test_a_day_counted_inside_a_quotation_is_no_entry() -> None:
    told = "The fire broke out in 2006. “I left the next day with my sister,” Ana Olm said."
    assert [event.interval.value for event in collate([reading("a", told)]).timeline] == ["2006"]


def test_an_event_says_why_its_tellings_were_taken_for_one() -> None:
    other = "On 17 October 2024 the Santa Brizia burned on Lake Orvane, rescuers said."
    (event,) = collate([reading("a", FIRE), reading("b", other)]).timeline
    assert event.reason.startswith("taken for one event because they")


def test_a_noun_with_a_date_of_its_own_meets_another_word_for_the_same() -> None:
    told = "The guards played a part in the May 2021 protests in Ruhl."
    other = "Nobody in Ruhl had foreseen the May 2021 uprising against the guards."
    (event,) = collate([reading("a", told), reading("b", other)]).timeline
    assert [evidence.article for evidence in event.evidence] == ["a", "b"]


def test_dates_that_differ_are_told_in_the_articles_own_words() -> None:
    told = [
        reading("a", "The Trade Monitor closed the harbour of Ruhl for repairs in July 2023."),
        reading("b", "The Trade Monitor closed the harbour of Ruhl for repairs on 3 July 2023."),
    ]
    (event,) = collate(told).timeline
    (difference,) = event.differences
    assert difference.aspect is Aspect.DATE
    assert [account.says for account in difference.accounts] == ["July 2023", "3 July 2023"]


def test_a_person_whom_one_reading_takes_for_a_place_is_no_place_of_an_event() -> None:
    told = reading("a", "Ana Olm sold the ferry to Piet Varga in Ruhl on 17 October 2024.")
    start = told.article.text.index("Piet Varga")
    varga = Named("Piet Varga", Span(start, start + len("Piet Varga")))
    odd = replace(told, events=tuple(replace(e, places=(*e.places, varga)) for e in told.events))
    (entry,) = collate([odd, reading("b", "Piet Varga was at sea.")]).timeline
    assert entry.places == ("Ruhl",)
