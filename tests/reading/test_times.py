"""Times: what words name a time, and which time. Every line and place is invented."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import (
    Article,
    Block,
    BlockKind,
    DateEvidence,
    DateRole,
    Interval,
    Sentence,
    Span,
    TimeExpression,
    TimeKind,
)
from twosource.reading.times import find_times

WEDNESDAY = date(2021, 6, 16)


def article(text: str, published: date | None = WEDNESDAY) -> Article:
    evidence = None
    if published is not None:
        interval = Interval(published.isoformat(), published, published)
        evidence = DateEvidence(interval, DateRole.PUBLISHED, "the test says so", 1.0)
    blocks = (Block(Span(0, len(text)), BlockKind.BODY, "the test says so"),)
    return Article("id", "name", text, blocks, published=evidence)


def times(text: str, published: date | None = WEDNESDAY) -> tuple[TimeExpression, ...]:
    whole = (Sentence(Span(0, len(text)), BlockKind.BODY),)
    return find_times(article(text, published), whole)


def named(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    """What was found, and its EDTF value; lengths and sets with their TIMEX3 value."""
    undated = {TimeKind.DURATION, TimeKind.SET, TimeKind.TIME}
    return [
        (one.span.of(text), str(one.timex) if one.kind in undated else one.interval.value)
        for one in times(text, published)
        if one.kind is not TimeKind.RANGE
    ]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("The dam broke on January 3, 2020.", "January 3, 2020", "2020-01-03"),
        ("The dam broke on 3 January 2020.", "3 January 2020", "2020-01-03"),
        ("The dam broke on the 3rd of January 2020.", "the 3rd of January 2020", "2020-01-03"),
        ("The dam broke on Friday, Jan. 3, 2020.", "Friday, Jan. 3, 2020", "2020-01-03"),
        ("The log says 19-Nov-12.", "19-Nov-12", "2012-11-19"),
        ("The log says 2020-01-03.", "2020-01-03", "2020-01-03"),
        ("The log says 22/03/2013.", "22/03/2013", "2013-03-22"),
        ("It opened in June of 2018.", "June of 2018", "2018-06"),
        ("It opened in June 2018.", "June 2018", "2018-06"),
        ("It opened in 1989.", "1989", "1989"),
        ("It opened in the late 1990s.", "the late 1990s", "199X"),
        ("It opened in the '80s.", "the '80s", "198X"),
        ("It opened in the 19th century.", "the 19th century", "18XX"),
        ("It opened in the third quarter of 1984.", "the third quarter of 1984", "1984-07/1984-09"),
        ("It opened in the first half of 2010.", "the first half of 2010", "2010-01/2010-06"),
        ("It opened in the summer of 1998.", "the summer of 1998", "1998-06/1998-09"),
        ("It was cast about 1200 BC.", "1200 BC", "-1199"),  # EDTF has a year 0
        ("It was cast in the 8th century BC.", "the 8th century BC", "-07XX"),
        ("It was cast in AD 79.", "AD 79", "0079"),
        ("It opened on Christmas Eve 2019.", "Christmas Eve 2019", "2019-12-24"),
        ("It opened on Good Friday 2019.", "Good Friday 2019", "2019-04-19"),
    ],
)
def test_a_date_said_in_full_needs_no_other_date(text: str, said: str, value: str) -> None:
    assert named(text, None) == [(said, value)]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("The ferry sank on Monday.", "Monday", "2021-06-14"),
        ("The ferry sank on Wednesday.", "Wednesday", "2021-06-16"),
        ("The ferry will sail on Monday.", "Monday", "2021-06-21"),
        ("The ferry sank last Wednesday.", "last Wednesday", "2021-06-09"),
        ("The ferry is due next Friday.", "next Friday", "2021-06-18"),
        ("The ferry sank yesterday.", "yesterday", "2021-06-15"),
        ("The ferry sank the day before yesterday.", "the day before yesterday", "2021-06-14"),
        ("The ferry sails tomorrow.", "tomorrow", "2021-06-17"),
        ("The ferry sank last week.", "last week", "2021-06-07/2021-06-13"),
        ("The ferry sank last month.", "last month", "2021-05"),
        ("The ferry sank last year.", "last year", "2020"),
        ("The ferry sank over the weekend.", "the weekend", "2021-06-12/2021-06-13"),
        ("The ferry sank in March.", "March", "2021-03"),
        ("The ferry sank in December.", "December", "2020-12"),
        ("The ferry is to sail in December.", "December", "2021-12"),
        ("The ferry sank last June.", "last June", "2020-06"),
        ("The ferry sank on December 30.", "December 30", "2020-12-30"),
        ("The ferry will be raised on July 2.", "July 2", "2021-07-02"),
        ("The ferry sank three days ago.", "three days ago", "2021-06-13"),
        ("The ferry sank two years ago.", "two years ago", "2019"),
        ("The ferry sank last winter.", "last winter", "2020-12/2021-03"),
        ("The ferry sank in June last year.", "June last year", "2020-06"),
        ("The ferry sank earlier this year.", "earlier this year", "2021"),
        ("The ferry is sold by the end of the year.", "the end of the year", "2021"),
    ],
)
def test_a_date_that_leans_on_publication_is_counted_from_it(
    text: str, said: str, value: str
) -> None:
    assert named(text) == [(said, value)]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("They met at 10:35 a.m. on Tuesday.", "10:35 a.m. on Tuesday", "2021-06-15T10:35"),
        ("They met at 10.35 on Thursday night.", "10.35 on Thursday night", "2021-06-10T22:35"),
        ("They met at 2.15pm.", "2.15pm", "2021-06-16T14:15"),
        ("They met at noon.", "noon", "2021-06-16T12:00"),
        ("They met at 4 in the morning.", "4 in the morning", "2021-06-16T04:00"),
        ("They met at 1630 GMT.", "1630 GMT", "2021-06-16T16:30"),
        ("They met on Tuesday night.", "Tuesday night", "2021-06-15TNI"),
        ("They met last night.", "last night", "2021-06-15TNI"),
        ("They met this morning.", "this morning", "2021-06-16TMO"),
        ("They met at five o'clock.", "five o'clock", "2021-06-16"),  # which five is not said
        ("They met at half past ten.", "half past ten", "2021-06-16"),
    ],
)
def test_a_time_of_day_has_its_day_and_only_as_much_clock_as_is_said(
    text: str, said: str, value: str
) -> None:
    assert named(text) == [(said, value)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polls opened at 7 a.m. on 3 June.", ["2021-06-03T07:00"]),
        ("Polls opened at 7 a.m. local time on Sunday.", ["2021-06-13T07:00"]),
        ("The dam broke at 3.14pm Eastern time on June 2, 2019.", ["2019-06-02T15:14"]),
        ("The dam broke shortly after midnight on 9 May 2018.", ["2018-05-09T24:00"]),
        ("The dam broke at half past ten on 4 May.", ["2021-05-04"]),  # which ten is not said
        ("It is shut from noon to 2pm on July 9.", ["2021-07-09T12:00", "2021-07-09T14:00"]),
        ("At noon (0900 GMT) on Monday it fell.", ["2021-06-14T12:00", "2021-06-14T09:00"]),
        ("At 5 p.m. on the 9th it fell.", ["2021-06-09T17:00"]),
        ("At 7pm on Monday, 7 June 2021, it fell.", ["2021-06-07T19:00"]),
        # What these hours are of stands elsewhere.
        (
            "He called at 5pm on Friday and at 6pm on Sunday.",
            ["2021-06-11T17:00", "2021-06-13T18:00"],
        ),
        (
            "It opened at 7 a.m. and shut at 9 a.m. on 3 June.",
            ["2021-06-16T07:00", "2021-06-03T09:00"],
        ),
        ("It starts at 8pm, and on 9 July it ends.", ["2021-06-16T20:00"]),
        ("He left at 3pm on the day of the vote.", ["2021-06-16T15:00"]),
        ("At 7pm on Monday, 9 June being a holiday, it fell.", ["2021-06-14T19:00"]),
    ],
)
def test_an_hour_is_of_the_day_that_stands_behind_it(text: str, wanted: list[str]) -> None:
    assert [str(one.timex) for one in times(text) if one.kind is TimeKind.TIME] == wanted


def test_an_hour_before_a_day_keeps_the_clock_where_publication_is_not_known() -> None:
    (hour, _) = times("At 7 a.m. on 3 June 2021 it fell.", None)
    assert hour.timex == "2021-06-03T07:00"


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("He spent two and a half years there.", "two and a half years", "P2Y6M"),
        ("It was a 33-day war.", "33-day", "P33D"),
        ("The siege of two and a half weeks ended.", "two and a half weeks", "P2.5W"),
        ("It lasted 2.4 hours.", "2.4 hours", "PT2H24M"),
        ("It lasted at least 30 days.", "at least 30 days", "P30D"),
        ("It lasted several months.", "several months", "PXM"),
        ("It lasted almost ten years.", "almost ten years", "P10Y"),
        ("It lasted two decades.", "two decades", "P20Y"),
        ("She trains every day.", "every day", "P1D"),
        ("She trains each Thursday.", "each Thursday", "XXXX-WXX-4"),
        ("She trains every other week.", "every other week", "P2W"),
        ("It appears every second Monday.", "every second Monday", "XXXX-WXX-1"),
    ],
)
def test_lengths_and_things_that_come_again_have_a_timex_value(
    text: str, said: str, value: str
) -> None:
    assert named(text) == [(said, value)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and I may follow.",
        "May she live long.",
        "They march on the town hall.",
        "Theresa May spoke.",
        "He sat in the sun.",
        "The second man was a Do Santos.",
        "They wed at sea.",
        "April Smith spoke.",
        "Shares of 2000 people were sold for $2000.",
        "Call 0171 555 2030 please.",
        "Julian Vale and Jan Monat spoke.",
        "The file is 2882015.",
        "It lies at 52.5200 N, 13.4050 E.",
        "The fall of the house was some second fiddle's.",
        "The score was 2-1.",
        "Lines 5 to 20 are missing.",
        "It weighs 816 000 t.",
    ],
)
def test_plain_words_and_numbers_never_become_dates(text: str) -> None:
    assert named(text) == []


def test_what_leans_on_a_publication_that_is_not_known_keeps_no_more_than_is_said() -> None:
    found = times("It sank on December 30, a Friday, and was raised in May.", None)
    assert [one.interval.value for one in found] == ["XXXX-12-30", "XXXX", "XXXX-05"]
    assert all(one.interval.earliest is None and one.anchor is None for one in found)


def test_a_day_and_month_that_could_change_places_are_bounded_by_both_readings() -> None:
    (found,) = times("The log says 03/04/2013.")
    assert found.interval.value == "2013-03-04/2013-04-03"


def test_a_publication_known_only_by_its_month_gives_dates_no_exacter_than_that() -> None:
    month = Interval("2021-06", date(2021, 6, 1), date(2021, 6, 30))
    evidence = DateEvidence(month, DateRole.PUBLISHED, "the test says so", 1.0)
    text = "It sank yesterday."
    blocks = (Block(Span(0, len(text)), BlockKind.BODY, "the test says so"),)
    pile = Article("id", "name", text, blocks, published=evidence)
    (found,) = find_times(pile, (Sentence(Span(0, len(text)), BlockKind.BODY),))
    assert found.interval == Interval("2021-05-31/2021-06-29", date(2021, 5, 31), date(2021, 6, 29))


def test_the_next_day_is_counted_from_the_day_told_before() -> None:
    assert named("It sank on May 4, 2019. Divers came the next day.")[1][1] == "2019-05-05"


def test_a_range_is_listed_with_both_of_its_ends() -> None:
    text = "From January 11, 1993, to April 2003 there were raids."
    found = times(text)
    assert [(one.kind, one.interval.value) for one in found] == [
        (TimeKind.RANGE, "1993-01-11/2003-04"),
        (TimeKind.DATE, "1993-01-11"),
        (TimeKind.DATE, "2003-04"),
    ]
    assert found[0].interval.earliest == date(1993, 1, 11)
    assert found[0].interval.latest == date(2003, 4, 30)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The season of 2012–13 was wet.", "2012/2013"),
        ("They met on January 3-5, 2020.", "2020-01-03/2020-01-05"),
        ("Between 2009 and 2016 it stood empty.", "2009/2016"),
        ("It stood empty from May to July 2019.", "2019-05/2019-07"),
    ],
)
def test_ends_that_share_a_month_or_a_year_make_one_range(text: str, value: str) -> None:
    assert [one.interval.value for one in times(text) if one.kind is TimeKind.RANGE] == [value]


def test_every_expression_says_why_it_is_placed_where_it_is() -> None:
    found = times("It sank on Friday, two years ago, in 1989, and again in May at noon.")
    assert len(found) == 5
    assert all(one.reason for one in found)


def test_the_anchor_is_named_where_one_was_used() -> None:
    found = times("It sank last week. It was built in 1989.")
    assert [one.anchor for one in found] == [WEDNESDAY, None]


WORDS = """
the last next this Friday Fridays May march 3 30 31 1989 2020-01-03 2020-13-99 half past quarter of
century ago two hundred million years day . , - – ' s '80s 1990s 0s a.m. pm 10:99 25:00 99/99/99
February every other first ten to in from and more than summer decade back noon yesterday night
Easter Monday Christmas eve fiscal nineteen ninety between 12 58 until week o'clock
"""
ANY_TEXT = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=6), max_size=30).map(" ".join)


@given(ANY_TEXT, st.dates(min_value=date(1, 1, 1)) | st.none())
def test_no_text_and_no_day_makes_it_fail_and_its_spans_lie_in_the_text(
    text: str, published: date | None
) -> None:
    for one in times(text, published):
        assert one.span.of(text).strip() == one.span.of(text) != ""
        interval = one.interval
        assert (
            interval.earliest is None
            or interval.latest is None
            or (interval.earliest <= interval.latest)
        )


@given(ANY_TEXT)
def test_expressions_stand_in_order_and_only_a_range_holds_others(text: str) -> None:
    apart = [one.span for one in times(text) if one.kind is not TimeKind.RANGE]
    assert all(a.end <= b.start for a, b in pairwise(apart))


def test_the_next_day_is_not_made_a_day_where_only_the_year_was_told() -> None:
    (_, found) = times("They met in 2006. The next day she left.")
    assert found.interval.value == "2006"
    assert "which one is not said" in found.reason


def test_later_is_not_counted_from_publication() -> None:
    (found,) = times("Two days later she left.")
    assert (found.kind, found.interval.value) == (TimeKind.DURATION, "XXXX")


def test_years_that_follow_each_other_are_one_stretch() -> None:
    found = times("There were raids in 2011 and 2012.")
    assert [one.interval.value for one in found] == ["2011/2012", "2011", "2012"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two days after the verdict of 3 May 2021 he fled.", "2021-05-05"),
        ("A week before his death on 3 May 2021 he fled.", "2021-04-26"),
        ("Three years after the war of 1998 he fled.", "2001"),
        ("9000 years before his death on 3 May 2021 ice lay here.", "XXXX"),  # before year 1
        ("Three days after the war of 1998 he fled.", "XXXX"),  # the war's day is not said
    ],
)
def test_a_length_is_counted_from_the_date_beside_it(text: str, value: str) -> None:
    assert times(text)[0].interval.value == value


def test_a_day_without_its_year_is_of_the_year_that_a_retrospect_tells_of() -> None:
    told = "On 17 June 2020 the ferry burned. A drill had been held on 8 June."
    assert named(told)[1] == ("8 June", "2020-06-08")  # and not a week before publication


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("He ruled until 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11"),
        ("The law is of Bahman 22, 1398.", "Bahman 22, 1398", "2020-02-11"),
        ("It fell on 24 Asad 1400.", "24 Asad 1400", "2021-08-15"),  # as Kabul counts
        ("It shut in Mehr 1398.", "Mehr 1398", "2019-09-23/2019-10-22"),
        ("It shut on 15 Ramadan 1441.", "15 Ramadan 1441", "2020-05-07/2020-05-09"),
        ("It shut in Ramadan 2020.", "Ramadan 2020", "2020-04-23/2020-05-24"),
        ("It shut at Nowruz 2016.", "Nowruz 2016", "2016-03-20"),
        ("It shut at Nowruz 2017.", "Nowruz 2017", "2017-03-21"),  # the equinox came later
        ("It shut on Eid al-Adha 2019.", "Eid al-Adha 2019", "2019-08-10/2019-08-12"),
    ],
)
def test_dates_of_other_calendars_are_given_in_ours_and_the_moon_keeps_its_width(
    text: str, said: str, value: str
) -> None:
    assert named(text, None) == [(said, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It shut on 15 Ramadan.", "2021-04-26/2021-04-28"),  # seven weeks before
        ("It will shut on 3 Azar.", "2021-11-24"),
        ("It shut in Ramadan.", "2021-04-12/2021-05-13"),
    ],
)
def test_a_day_of_another_calendar_without_its_year_is_the_nearest(text: str, value: str) -> None:
    assert [one.interval.value for one in times(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Azar said so to Mehr, the agency.",  # people and an agency
        "Ramadan Vale spoke.",  # a given name
        "The Hut 5 team broke it.",  # a house of the code breakers
        "He died on 29 Ramadan 1290.",  # before the tables begin: not guessed
        "It shut in Ramadan 2030.",  # that year has two of them
    ],
)
def test_names_of_other_months_alone_and_years_beyond_the_tables_are_no_dates(text: str) -> None:
    assert [one for one in times(text, None) if one.interval.value != "2030"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The verdict fell on 3 May. Two days after the verdict he fled.", "2021-05-05"),
        ("Friday's ruling was hailed. Three days before the ruling, he fled.", "2021-06-08"),
        ("The May 3 fire killed two. The day after the fire it rained.", "2021-05-04"),
        ("He met them on 3 May, the day after the vote.", "2021-05-03"),  # one day, two names
        ("He was killed on 3 May. Two days before the killing he fled.", "2021-05-01"),
        ("May 3 marked the second anniversary of the raid. A day after the raid", "2019-05-04"),
    ],
)
def test_a_length_is_counted_from_a_happening_that_the_text_dates(text: str, value: str) -> None:
    assert times(text)[-1].interval.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the fire he fled.",  # no date of the fire anywhere
        "The fire on 3 May came before the fire on 5 May. Two days after the fire he fled.",
        "Police asked about the fire said on 3 May they knew. Two days after the fire he fled.",
        "The team met on 3 May. Two days after the team was stopped he fled.",  # not its meeting
    ],
)
def test_nothing_is_counted_from_a_happening_of_no_date_or_two(text: str) -> None:
    found = next(one for one in times(text) if one.span.of(text).lower() == "two days")
    assert (found.kind, found.interval.value) == (TimeKind.DURATION, "XXXX")


def test_the_day_after_something_undated_has_no_place_in_the_calendar() -> None:
    (found,) = times("The day after the fire he fled.")
    assert (found.interval, found.timex) == (Interval("XXXX", None, None), "XXXX-XX-XX")
    assert times("On the eve of the fire he fled.") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It had been due to shut Friday.", "2021-06-11"),
        ("Until Friday, they had not called.", "2021-06-11"),
        ("They will call by Friday.", "2021-06-18"),
        ("Five had been found by Friday.", "2021-06-11"),
        ("They had been told to leave by Friday.", "2021-06-18"),
        ("It fell to 142 marks Friday.", "2021-06-11"),  # no verb: money
        ("It beat the record set on Friday.", "2021-06-11"),
        ("The vote is set for Friday.", "2021-06-18"),
        ("They will fight Friday's ruling.", "2021-06-11"),
        ("Neither could be reached Friday.", "2021-06-11"),
        ("The vote could come Friday.", "2021-06-18"),
        ("She is to succeed him Friday.", "2021-06-18"),  # a present in -ed
        ("She agreed Friday.", "2021-06-11"),
        ("She expects that it shrank Friday.", "2021-06-11"),  # the nearest verb, a past
        ("She expects that they cut fares Friday.", "2021-06-18"),  # no past more than a present
    ],
)
def test_a_plan_of_the_past_is_no_plan(text: str, value: str) -> None:
    assert [one.interval.value for one in times(text)] == [value]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("It stood empty for years.", "years", "PXY"),
        ("It was gone within weeks or months.", "weeks or months", "PXW"),
        ("It was a day-long meeting.", "day-long", "P1D"),
        ("Sales rose in the past two quarters.", "the past two quarters", "P2Q"),
        ("Coal will grow over the next decade.", "the next decade", "P10Y"),
        ("It opened in January nineteen ninety-seven.", "January nineteen ninety-seven", "1997-01"),
        ("It came the day before last Tuesday.", "the day before last Tuesday", "2021-06-14"),
    ],
)
def test_lengths_and_years_that_are_said_in_words_are_read(
    text: str, said: str, value: str
) -> None:
    assert any(one[0].endswith(said) and one[1] == value for one in named(text))


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("In January the firm hired.", "January", "2021-01"),  # five months back, not seven ahead
        ("It shut in the early hours of Sunday; on May 3 it sank.", "May 3", "2021-05-03"),
        ("On May 3 it sank, and by Sunday it was up.", "Sunday", "2021-06-20"),
        ("It was wet by the end of next week.", "the end of next week", "2021-06-21/2021-06-27"),
        ("The 2020/21 season was wet.", "2020/21", "2020/2021"),
        ("It had 1999 and 2009 riots.", "1999", "1999"),
        ("In recent days it rained.", "recent days", "../2021-06-16"),
        ("In the coming days it rains.", "the coming days", "2021-06-16/.."),
    ],
)
def test_awkward_words_for_dates(text: str, said: str, value: str) -> None:
    assert (said, value) in [(one.span.of(text), one.interval.value) for one in times(text)]
