"""Quantities: numbers, what bounds them, their unit and what they count. All lines are invented."""

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
    Quantity,
    QuantityKind,
    Sentence,
    Span,
)
from twosource.reading.quantities import find_quantities
from twosource.reading.times import find_times

DAY = date(2021, 6, 16)


def quantities(text: str) -> tuple[Quantity, ...]:
    published = DateEvidence(
        Interval(DAY.isoformat(), DAY, DAY), DateRole.PUBLISHED, "the test says so", 1.0
    )
    whole = Span(0, len(text))
    blocks = (Block(whole, BlockKind.BODY, "the test says so"),)
    article = Article("id", "name", text, blocks, published=published)
    sentences = (Sentence(whole, BlockKind.BODY),)
    return find_quantities(article, sentences, find_times(article, sentences))


def values(text: str) -> list[tuple[float | None, float | None]]:
    return [(one.low, one.high) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There were 143 people on board.", 143),
        ("There were twenty-three people on board.", 23),
        ("There were three hundred and six people on board.", 306),
        ("There were 41,500 packs.", 41500),
        ("There were 816 000 packs.", 816000),
        ("There were 12,34,567 packs.", 1234567),
        ("It cost 2.5 million crowns.", 2500000),
        ("It cost half a million crowns.", 500000),
        ("It cost three quarters of a million crowns.", 750000),
        ("It cost a quarter of a million crowns.", 250000),
        ("It drew 2.7m combined viewers.", 2700000),
        ("It drew 400k viewers.", 400000),
        ("A dozen people came.", 12),
        ("Two dozen people came.", 24),
        ("It was 2 1/2 times as long.", 2.5),
        ("It was two and a half times as long.", 2.5),
        ("It was a four-and-a-half-year deal.", 4.5),
        ("A third of the town came.", 1 / 3),
        ("Two-thirds of the town came.", 2 / 3),
        ("One in five households came.", 0.2),
        ("Four out of ten households came.", 0.4),
        ("The air was at minus 13 degrees.", -13),
        ("The air was at -13 degrees.", -13),
        ("It was half an hour late.", 0.5),
        ("She was asked twice.", 2),
        ("It was the second anniversary.", 2),
        ("It was the 25th anniversary.", 25),
        ("He was jailed for three years and six months.", 3.5),
        ("It cost 3 dollars 50 cents.", 3.5),
        ("It cost one pound and one penny.", 1.01),
        ("It cost 3 rupees and 50 paise.", 3.5),
        ("It cost 3 dollars and two dimes.", 3.2),
        ("It cost 3 yuan and 5 jiao.", 3.5),  # tenths
        ("One dead, the mayor said.", 1),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: float) -> None:
    (found,) = quantities(text)
    assert found.low == found.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Over 150 attacks were made.", 150, None),
        ("At least 30 attacks were made.", 30, None),
        ("More than sixty reports came in.", 60, None),
        ("Sixty or more reports came in.", 60, None),
        ("Up to 50 people came.", None, 50),
        ("As many as 3,000 people came.", None, 3000),
        ("No more than five people came.", None, 5),
        ("About 640 people came.", 640, 640),
        ("Between 35 and 40 people came.", 35, 40),
        ("From 450 to 900 people came.", 450, 900),
        ("It will cost $3 billion to $5 billion.", 3e9, 5e9),
        ("Four to five thousand people came.", 4000, 5000),
        ("Three or four people came.", 3, 4),
        ("Dozens of people came.", 12, None),
        ("Hundreds of thousands of people came.", 100000, None),
        ("Several hundred people came.", 200, None),
        ("Several people came.", None, None),
        ("He got 40 to 50 or more letters.", 40, None),  # a most that is open
        ("It takes 10 to 15 minutes or more.", 10, None),
    ],
)
def test_open_and_bounded_numbers_have_an_open_or_another_end(
    text: str, low: float | None, high: float | None
) -> None:
    assert values(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost $22 million.", "USD"),
        ("It cost US$22 million.", "USD"),
        ("It cost 22 million US dollars.", "USD"),
        ("It cost C$16.", "CAD"),
        ("It cost RM300.", "MYR"),
        ("It cost EUR50m.", "EUR"),
        ("It cost £60,000.", "GBP"),
        ("It cost five million yen.", "JPY"),
        ("It cost $1.34 a share.", "USD per share"),
        ("He earns 80,000 a week.", "per week"),  # a rate, and no 80,000 weeks
        ("It costs 41m a year.", "per year"),  # money, and no metres
        ("They talked over a five-year deal.", "years"),
        ("It cost 64 cents a dozen.", "cent per dozen"),
        ("It rose 4 per cent.", "percent"),
        ("It rose 4%.", "percent"),
        ("It rose 15% a year.", "percent per year"),
        ("It went 46 kilometres an hour.", "km/h"),
        ("It went 46 km/h.", "km/h"),
        ("It is 41m long.", "metres"),
        ("The gap is 7.62mm.", "millimetres"),  # and not millions
        ("It costs 20p.", "penny"),
        ("It cost 500 INR.", "INR"),
        ("It cost 50 rubles 20 kopecks.", "RUB"),
        ("It cost 500 Iraqi dinars.", "IQD"),
        ("It cost 500 Kuwaiti dinar.", "KWD"),
        ("She earns £900 a week after tax.", "GBP per week"),
        ("It costs a dollar a day.", "USD per day"),  # of a coin one counts where it is a rate
        ("It costs £3,000 an acre.", "GBP per acre"),
        ("It costs 12 cents per kilowatt-hour after tax.", "cent per kilowatt-hour"),
        ("It costs two more dollars.", "USD"),
        ("They ate 30 pounds of flour.", "pounds weight"),  # what is weighed shows it
        ("It costs 50c.", "cent"),
        ("He lent 30 pounds of paper money.", "GBP"),
        ("It cost R4.5 million.", "ZAR"),  # a letter that sticks to its sum
        ("It cost R 5m.", "ZAR"),
        ("It cost R 85 million.", "ZAR"),
        ("It cost R4,500.", "ZAR"),
        ("It cost N200,000.", "NGN"),
        ("It cost N5.2bn.", "NGN"),
        ("It cost S/ 14.", "PEN"),
        ("It cost J$ 900 million.", "JMD"),
        ("It cost TT$25.", "TTD"),
        ("It cost GH¢ 40 million.", "GHS"),
        ("It cost LE 700.", "EGP"),
        ("Bus line 700 is late, not line 5 kilometres on.", "kilometres"),
        ("It cost Dh1,500.", "AED"),
        ("It cost Shs 5,000.", "KES"),
        ("It cost $20 CAD.", "CAD"),  # whose dollars they are, is told behind
        ("It cost $3m Australian a year.", "AUD per year"),
        ("It cost $3m, Australian papers said.", "USD"),
        ("It got $3m Australian grants.", "USD"),
        ("It cost $20-30 CAD.", "CAD"),  # both ends
        ("It cost $20m to $30m Australian.", "AUD"),
        ("It cost $20 USD.", "USD"),
        ("It cost 48 thousand Aussie dollars.", "AUD"),
        ("It cost 200 DM.", "DEM"),
        ("A 90-pound sack fell.", "pounds weight"),
        ("The boxer shed 14 pounds.", "pounds weight"),
        ("The toaster cost 14 pounds.", "GBP"),
        ("The form R 5m away was lost.", "metres"),  # a form, called R
        ("It cost Rs. 4,000 crore.", "INR"),  # no sentence ends at Rs.
        ("It cost 4m NZ dollars.", "NZD"),
        ("It cost 50 Polish zlotys.", "PLN"),  # whose it is, is in its name
        ("It cost 50 south african rand.", "ZAR"),
        ("It cost 50 sek.", "SEK"),  # a code in a text without capitals
        ("It cost 40 mill euros.", "EUR"),  # the money shows a million
        ("It cost Rs.500.", "INR"),  # and no half
        ("Highs of 35C are forecast.", "degrees Celsius"),
        ("He is five foot ten.", "inches"),
        ("It was minus 8 to minus 5 degrees.", "degrees"),
        ("It cost a couple of dollars.", "USD"),
        ("It paid 34 cts a share.", "cent per share"),  # as wires have it
        ("It cost a$ 400 mln.", "AUD"),  # as a text without capitals has it
        ("It cost rs 3 lakh crore.", "INR"),
        ("It cost us dollars 50.", "USD"),
        ("It cost 10000 won.", "KRW"),
        ("It cost 5 jiao.", "jiao"),
        ("It cost 2.4 billion dm.", "DEM"),
        ("It cost fr 1.2 billion.", "CHF"),
        ("It cost 500 marks and 30 pfennigs.", "DEM"),
        ("He held 40 ethereum.", "ETH"),
        ("It starts at dollar 22.5 million.", "USD"),
        ("It was sold for Pounds 45m.", "GBP"),
        ("It made 2.3 mln dlrs.", "USD"),
        ("It made SKr3bn.", "SEK"),
        ("It cost 200 rs.", "INR"),
        ("It cost 12 Macau patacas.", "Macau patacas"),
        ("It cost 12 patacas.", "MOP"),
        ("It weighed 5 drams.", "drams"),
        ("Output fell by 40,000 bpd.", "barrels per day"),
        ("It costs $3 a dose.", "USD per dose"),
        ("It costs $2.41/gal.", "USD per gallon"),
        ("Temperatures rose by 1.5C.", "degrees Celsius"),  # what the sentence speaks of tells
        ("It drew 1.3 A/cm2.", "amperes per square centimetre"),
        ("It cost 100 bn yen.", "JPY"),
        ("It cost 500 kr.", "crown"),  # of which country, is not said
        ("He is 6ft 3in tall.", "inches"),
        ("He is 58.", "years of age"),
        ("At 24, he left.", "years of age"),
        ("At 19, the striker left.", "years of age"),  # by any noun for somebody
        ("At 16, a girl from Ruhl won gold.", "years of age"),
        ("Aged 24, he left.", "years of age"),
        ("“I’m 52,” he said.", "years of age"),
        ("A man of 67 died.", "years of age"),
        ("She turned nineteen in a cell.", "years of age"),
        ("The oldest of them was 94.", "years of age"),
        ("I was seventeen when it fell.", "years of age"),
        ("It weighed 31 pounds.", "pounds weight"),  # and no money
        ("A 1,000-pound bomb fell.", "pounds weight"),
        ("She had 2.1 per mille.", "per mille"),
        ("Voters were 45 or older.", "years of age"),
        ("It weighs 816 000 t.", "tonnes"),
        ("It weighs 5 μg.", "micrograms"),  # with the letter mu for the sign
        ("It held 0.05 mg/l.", "milligrams per litre"),
        ("It held 12 micrograms of lead per litre.", "micrograms per litre"),
        ("It lost 340 megalitres.", "megalitres"),
        ("He died at 62.", "years of age"),
        ("That one mile was the worst.", "miles"),
        ("It was a 33-day war.", "days"),
        ("A 34-year-old man spoke.", "years of age"),
        ("It held two days of talks.", "days"),
        ("It happened two days ago.", "days"),
        ("It was asked for three times.", "times"),
        ("A woman, 62, was hurt.", "years of age"),
    ],
)
def test_a_unit_has_one_name_however_it_is_written(text: str, unit: str) -> None:
    assert [one.unit for one in quantities(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Over 150 terrorist attacks were made.", "terrorist attacks"),
        ("It swallowed 17 overheated packs.", "overheated packs"),
        ("Thousands of the bishop's posters burned.", "bishop's posters"),
        ("Three of the injured went home.", "injured"),
        ("Six women among the hostages were freed.", "women"),
        ("There were two people in it.", "people"),
        ("Six dead soldiers were found.", "dead soldiers"),
        ("Three Vaskari were hurt.", "Vaskari"),
        ("It passed with one member abstaining.", "member"),
        ("It has 1,200 affordable housing units.", "affordable housing units"),  # no verbs
        ("Two senior banking executives left.", "senior banking executives"),
        ("It has 12 new training camps.", "new training camps"),
        ("It has 40 private nursing homes.", "private nursing homes"),
        ("Forty Western trained pilots came.", "Western trained pilots"),
    ],
)
def test_the_noun_behind_a_number_is_what_it_counts(text: str, counted: str) -> None:
    (found,) = quantities(text)
    assert found.counted is not None
    assert found.counted.of(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "It sank on January 3, 2020.",  # a date
        "It sank in 1989.",  # a year
        "It sank at 10:52 p.m. on Friday.",  # a clock time
        "It sank at half past ten.",  # a clock time in words
        "It sank under flight PS752.",  # a flight
        "They fired the 9M133 and flew the F-16.",  # weapons
        "They met in Section 427.",  # a section
        "They took line 6.",  # a line
        "They took the Six.",  # a line by name
        "They bought an iPhone 11.",  # a product
        "They bought it from Boeing 737.",  # a product
        "The picture is 728 x 90.",  # a size
        "Call 555-0199-22.",  # a telephone number
        "He wears the shirt of Vale (4).",  # a shirt number
        "The bill says 02/24.",  # a month
        "How many came?",  # a question
        "There were too few.",  # a comparison
        "This one is mine, and no one has that one.",  # pronouns
        "They love one another.",  # a pronoun
        "It was a one-off.",  # an idiom
        "It is 5G.",  # a name
        "Give it in watts by m^2.",  # an exponent
        "It held a minute of silence.",  # a rite
        "It came in the second half of the match.",  # a part of a match
        "They want a fourth.",  # another one, no quarter
        "It dates from 1250 to 1100 BC.",  # years
    ],
)
def test_dates_names_and_idioms_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_two_numbers_in_a_row_share_the_unit_of_the_second() -> None:
    assert [(one.low, one.unit) for one in quantities("It weighs 5 and 6 kg.")] == [
        (5, "kilograms"),
        (6, "kilograms"),
    ]


def test_a_sign_between_two_sums_is_that_of_the_first_where_each_has_one_behind() -> None:
    assert [(one.low, one.unit) for one in quantities("Notes of 20 € 30 €")] == [
        (20, "EUR"),
        (30, "EUR"),
    ]
    assert [(one.low, one.unit) for one in quantities("It has 5 $10 notes.")] == [
        (5, None),
        (10, "USD"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A pit of 1.2 by 0.8 metres was dug.",  # the first from the second
        "It rose from 1.2 metres to 0.8.",  # the second from the first
        "A pit of 1.2 metres by 0.8 was dug.",
    ],
)
def test_one_unit_goes_for_both(text: str) -> None:
    assert [(one.low, one.unit) for one in quantities(text)] == [(1.2, "metres"), (0.8, "metres")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It weighs 5, 6 and 7 kg.", ["kilograms"] * 3),
        ("It fell to 151 yen, against 150.8.", ["JPY", "JPY"]),
        ("It was down 1.80 or 4 per cent.", [None, "percent"]),  # one thing in two measures
        ("Orders are 7.4bn, or 14 months' work.", [None, "months"]),
        ("It has a 7- or 8-inch screen.", ["inches", "inches"]),
        ("It fell 3% from 412.", ["percent", None]),  # a step, and what it began at
        ("Shares fell 5 per cent from 12.40.", ["percent", None]),
        ("Deaths rose 30 per cent from 41 in 2019.", ["percent", None]),
        ("It has $20 million from 15.", ["USD", None]),
        ("It rose to 5 per cent from 1.", ["percent", "percent"]),  # what it came to, and from
        ("It rose from about 3 to about 4 per cent.", ["percent", "percent"]),
        ("It made $20 million, up from 5.", ["USD", "USD"]),
        ("He bid 60 million, about £52m.", [None, "GBP"]),  # the same sum in another currency
        ("It is worth 1.1 billion, four times more.", [None, "times"]),
        ("It is 34 million years old, perhaps 35.", ["years of age"] * 2),
        ("They got four years and 18 months.", ["years", "months"]),  # two terms
    ],
)
def test_only_a_list_shares_its_unit(text: str, units: list[str | None]) -> None:
    assert [one.unit for one in quantities(text)] == units


def test_a_number_beside_a_name_counts_where_it_leaves_out_its_noun() -> None:
    assert values("The Greens hold 34 seats, Labour 88.") == [(34, 34), (88, 88)]
    assert values("The Greens hold 34 seats, and Boeing 737 flies.") == [(34, 34)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They freed another 14.", "another 14"),
        ("A total of 64 officers came.", "64"),
    ],
)
def test_a_number_goes_with_the_words_that_add_it(text: str, span: str) -> None:
    assert quantities(text)[0].span.of(text) == span


def test_a_rate_takes_in_what_is_counted() -> None:
    text = "They ship 120 crates a day."
    (found,) = quantities(text)
    assert found.span.of(text) == "120 crates a day"
    assert found.unit == "per day"


def test_what_is_so_much_more_than_something_is_no_bound_of_it() -> None:
    assert values("It found 40 per cent fewer than ten years ago.") == [(40, 40), (10, 10)]
    assert values("It came fewer than ten times.") == [(None, 10)]


def test_a_sum_that_is_spread_over_years_is_not_more_than_these() -> None:
    assert values("It costs $2 billion over five years.") == [(2e9, 2e9), (5, 5)]
    assert values("It lasted over five years.") == [(5, None)]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Two pupils, aged nine and ten, were hurt.", [9, 10]),
        ("Men of 62 and 64 died with a grandson, 8.", [62, 64, 8]),
        ("Two brothers of 22 and 25 came.", [22, 25]),
        ("Men of two nations came.", []),
        ("Two teenagers, 15 and 17, were held.", [15, 17]),
    ],
)
def test_each_of_two_ages_is_one(text: str, ages: list[float]) -> None:
    found = quantities(text)
    assert [one.low for one in found if one.kind is QuantityKind.AGE] == ages


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It is about 2,900 to about 3,000 years old.", 2900, 3000, "years of age"),  # two hedges
        ("It is between 2,900 and, say, 3,000 years old.", 2900, 3000, "years of age"),
        ("It is 2,900 years to 3,100 years old.", 2900, 3100, "years of age"),  # one age, told late
        ("It is at least 40 and at most 50 years old.", 40, 50, "years of age"),
        ("It is no less than 40 but no more than 50 years old.", 40, 50, "years of age"),
        ("It lay there 2,900 or 3,000 years ago.", 2900, 3000, "years"),  # as near as 29 and 30
        ("It takes three, maybe four, years.", 3, 4, "years"),  # one noun for both
        ("It takes two if not three years.", 2, 3, "years"),
        ("It takes two years or three.", 2, 3, "years"),
        ("It takes between three years and five.", 3, 5, "years"),
        ("It takes one to one and a half years.", 1, 1.5, "years"),
        ("From two to three years ago it fell.", 2, 3, "years"),  # a date, and a length in it
        ("It takes 18 months to two years.", 18, 24, "months"),  # the finer unit for both
        ("It takes six weeks to two months.", 6, 9, "weeks"),  # which months do not divide
        ("It takes half an hour to 45 minutes.", 30, 45, "minutes"),
        ("It takes between an hour and 90 minutes.", 60, 90, "minutes"),  # and no sum of the two
        ("It is 900 metres to 1.2 kilometres away.", 900, 1200, "metres"),
        ("Babies of six weeks to two months are weighed.", 6, 9, "weeks"),
        ("A week to ten days passed.", 7, 10, "days"),  # an article for an end
        ("It takes three days to a week.", 3, 7, "days"),
        ("It takes anything from a week to a month.", 1, 5, "weeks"),  # a month is longer than four
        ("It takes a year or two.", 1, 2, "years"),
        ("It was buried 3,000 to 2,900 years ago.", 2900, 3000, "years"),  # told backwards
        ("It is between 3,000 and 2,900 years old.", 2900, 3000, "years of age"),
    ],
)
def test_two_ends_are_one_range_in_one_unit_though_each_has_words_of_its_own(
    text: str, low: float, high: float, unit: str
) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was raised from 18 months to two years.", [18, 2]),  # a step
        ("It was cut from two years to 18 months.", [2, 18]),
        ("It put on 5 points to 120.", [5, 120]),  # what it came to
        ("The wait has gone from a week to ten days.", [1, 10]),
        ("It won by 14 to 9 votes.", [14, 9]),  # a result, which no range would tell backwards
        ("It is 3,000 years old, give or take a century.", [3000, 100]),  # a margin
        ("It fell three times, perhaps four.", [3, 4]),
        ("It costs 25,000 or 40,000 crowns.", [25_000, 40_000]),  # two prices
        ("It went from 14-18 mpg to 24.", [14, 24]),
    ],
)
def test_two_numbers_that_are_told_apart_are_no_range(text: str, wanted: list[float]) -> None:
    assert [one.low for one in quantities(text)] == wanted


def test_a_length_told_by_an_article_may_have_a_bound_behind_it() -> None:
    (found,) = quantities("Give it a month or so.")
    assert (found.low, found.modifier) == (1, "or so")


def test_a_step_from_one_number_to_another_is_no_range() -> None:
    assert values("The count rose from 17 to 21.") == [(17, 17), (21, 21)]
    assert values("It rose 64 points to 4,577.") == [(64, 64), (4577, 4577)]
    assert values("The toll rose by three to 17.") == [(3, 3), (17, 17)]
    assert values("Prices rose by three to five per cent.") == [(3, 5)]
    assert values("Sales were 305 a year earlier.") == [(305, 305), (1, 1)]  # and no rate
    assert values("It fell by a quarter to 12.50 crowns.") == [(0.25, 0.25), (12.5, 12.5)]


def test_the_span_covers_modifier_number_and_unit_and_the_core_only_the_number() -> None:
    text = "It took about two months."
    (found,) = quantities(text)
    assert found.span.of(text) == "about two months"
    assert found.core.of(text) == "two"
    assert found.modifier == "about"


WORDS = """
at least 3 30 1,200 2.5 half a million third of two hundred one dozens several many to and or -
between from $ US$ € % per cent a share m bn k years old days Section line F-16 2-1 10:52 1/2 ½ 1/0
people attacks the . , ( ) more than about minus twice anniversary 2nd twenty-fifth 1989 00 0.5.5
"""
ANY_TEXT = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=6), max_size=30).map(" ".join)


@pytest.mark.parametrize(
    "text", ["Hundred " * 400 + "boats.", "9" * 400, "1 × 10⁹⁹⁹ boats", "9" * 300 + "bn boats"]
)
def test_a_number_that_no_machine_holds_is_left_out(text: str) -> None:
    assert quantities(text) == ()


@given(ANY_TEXT)
def test_no_text_makes_it_fail_and_every_span_is_in_the_text(text: str) -> None:
    for one in quantities(text):
        assert one.span.of(text).strip()
        assert one.span.contains(one.core)
        assert one.counted is None or one.counted.of(text).strip()


@given(ANY_TEXT)
def test_a_quantity_in_digits_has_an_end_and_ends_are_in_order(text: str) -> None:
    for one in quantities(text):
        in_digits = any(map(str.isdigit, one.core.of(text)))
        assert one.low is not None or one.high is not None or not in_digits
        score = one.kind is QuantityKind.SCORE
        assert one.low is None or one.high is None or one.low <= one.high or score


@given(ANY_TEXT)
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    spans = [one.span for one in quantities(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Six women among the seven hostages were freed.", "women", "seven hostages"),
        ("Three of the four boats sank.", "boats", "four boats"),
        ("Of the 143 people aboard, 12 died.", "people", "143 people"),
        ("It held 143 people, including at least 12 children.", "children", "143 people"),
        ("Seven hostages, six of them women, were freed.", "hostages", "Seven hostages"),
        ("It won 40% of the 120 seats.", None, "120 seats"),
        ("Nearly half the 1,200 workers struck.", "workers", "1,200 workers"),
    ],
)
def test_a_part_names_its_whole_and_counts_the_same(
    text: str, part: str | None, whole: str
) -> None:
    (found,) = [one for one in quantities(text) if one.whole is not None]
    assert found.whole is not None
    assert found.whole.of(text) == whole
    assert (found.counted.of(text) if found.counted else None) == part


@pytest.mark.parametrize(
    "text",
    [
        "It took six months of the two years.",  # lengths, not parts
        "Seven boats came. Six of them sank.",  # another sentence
        "Seven boats and six rafts came.",  # a list
    ],
)
def test_numbers_side_by_side_are_no_parts(text: str) -> None:
    assert all(one.whole is None for one in quantities(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("None of them came.", 0, 0),
        ("Not a single boat came.", 0, 0),
        ("Not one boat came.", 0, 0),
        ("Sales rose tenfold.", 10, 10),
        ("Sales rose 2.5-fold.", 2.5, 2.5),
        ("It took an hour and a half.", 1.5, 1.5),
        ("It took ten working days.", 10, 10),
        ("It cost £3–5m.", 3e6, 5e6),
        ("It cost US$3-4 billion.", 3e9, 4e9),
        ("It cost 3,5 million euros.", 3.5e6, 3.5e6),  # the comma of the continent
        ("It cost 20,50 euros.", 20.5, 20.5),
        ("It cost €20,50.", 20.5, 20.5),
        ("It cost EUR 1.5-2 bn.", 1.5e9, 2e9),
        ("It cost 20-30k euros.", 20_000, 30_000),
        ("It cost 2,50 EUR.", 2.5, 2.5),
        ("It cost kr 2,50 now.", 2.5, 2.5),
        ("It cost 1.250,00 euros.", 1250, 1250),  # where points part thousands
        ("It cost 12.345.678 pesos.", 12345678, 12345678),
        ("It cost 3.000 euros.", 3000, 3000),
        ("It cost 5.500 zł.", 5500, 5500),
        ("Sales were up a fifth.", 0.2, 0.2),
        ("Sales were down a tenth from 2019.", 0.1, 0.1),
        ("The dollar was at 1.255 euros.", 1.255, 1.255),  # a rate of exchange
        ("It is 3.000 metres long.", 3, 3),
        ("It cost $1 234.50 then.", 1234.5, 1234.5),
        ("The bonds rose by 3/32.", 3 / 32, 3 / 32),
        ("It cost 1.5e6 crowns.", 1.5e6, 1.5e6),
        ("It weighs 2e-3 grams.", 0.002, 0.002),
        ("It cost 3 mio. euros.", 3e6, 3e6),
        ("It cost 20 kEUR.", 20_000, 20_000),
        ("It cost Rs 12 cr.", 12e7, 12e7),
        ("It cost £3 10s in those days.", 3.5, 3.5),
        ("The region has 1500000 inhabitants.", 1500000, 1500000),
        ("The total stood at 1500000.", 1500000, 1500000),  # round, and no mark
        ("It drew 1200-1400 guests.", 1200, 1400),
        ("on page - 3 people came in .", 3, 3),  # a dash, and no page of that number
        ("He paid at 12 street stalls.", 12, 12),
        ("Some 11 Pro players came.", 11, 11),
        ("She has a 100-share stake.", 100, 100),
        ("It has 40 chip makers.", 40, 40),
        ("Note 3 changes.", 3, 3),  # an order
        ("In the year 40 pupils came.", 40, 40),
        ("It cost a dollar and a half.", 1.5, 1.5),
        ("The fee was 12.5m.", 12.5e6, 12.5e6),  # money, and no length
        ("A couple of dozen boats came.", 24, 24),
        ("A hundred and five boats came.", 105, 105),
        ("It got an 8- to 16-year term.", 8, 16),
        ("It fell to -10C.", -10, -10),
        ("The temperature fell to -19 in town.", -19, -19),
        ("A score of -19 was given.", 19, 19),  # a stray hyphen
        ("As few as 10 people came.", 10, None),
        ("They talked over a five-year deal.", 5, 5),  # about it, not more than it
        ("The old one was 27.5m, paid last year.", 27.5e6, 27.5e6),
        ("20-plus people came.", 20, None),
        ("A mere 355 people came.", 355, 355),
        ("He ate 1⁄32 of it.", 1 / 32, 1 / 32),
        ("A score of villagers came.", 20, 20),
        ("It took two and half times as long.", 2.5, 2.5),
        ("A trio of young climbers fell.", 3, 3),
        ("Scores of villagers came.", 20, None),
        ("It cost 2 hundred and fifty crowns.", 250, 250),
        ("It cost two and a half million crowns.", 2.5e6, 2.5e6),
        ("It cost 2 and a half million crowns.", 2.5e6, 2.5e6),
        ("It cost three-quarters of a billion crowns.", 750e6, 750e6),
        ("It cost one-tenth of a million crowns.", 100e3, 100e3),
        ("It cost three quarter million crowns.", 750e3, 750e3),
        ("It cost two and three-quarters billion crowns.", 2.75e9, 2.75e9),
        ("It cost two - and - a - half million crowns.", 2.5e6, 2.5e6),  # apart by a tokeniser
        ("It cost three-point-five million crowns.", 3.5e6, 3.5e6),
        ("It cost one point oh five crowns.", 1.05, 1.05),
        ("It cost nought point two crowns.", 0.2, 0.2),
        ("It weighed two point zero zero five grams.", 2.005, 2.005),
        ("It cost two point twenty-five million crowns.", 2.25e6, 2.25e6),
        ("It cost ten thousand million crowns.", 10e9, 10e9),  # as older papers say billions
        ("It cost sixty-odd million crowns.", 60e6, 60e6),
        ("It cost $20-odd million.", 20e6, 20e6),
        ("It cost 30 or so million crowns.", 30e6, 30e6),
        ("It cost forty-some thousand crowns.", 40e3, 40e3),
        ("It cost one thousand, three hundred and sixty-five crowns.", 1365, 1365),
        ("It cost two million, five hundred thousand crowns.", 2.5e6, 2.5e6),
        ("Half were women.", 0.5, 0.5),
        ("Half left.", 0.5, 0.5),
        ("More than half voted.", 0.5, None),
        ("More than twice as many came.", 2, None),
        ("Some 40-odd people came.", 40, 40),
        ("Fees of €1.2bn–€1.4bn were named.", 1.2e9, 1.4e9),
        ("The twelve-strong crew was safe.", 12, 12),
        ("It costs £3 a head.", 3, 3),
        ("He paid 12 pounds 50 for it.", 12.5, 12.5),
        ("It was cut by a quarter point.", 0.25, 0.25),
        ("It is half as big.", 0.5, 0.5),
        ("Two of every three agreed.", 2 / 3, 2 / 3),
        ("A pair of bronze lamps was sold.", 2, 2),
        ("It grew for five quarters.", 5, 5),  # of a year
        ("at the hospital 8 died .", 8, 8),  # no noun is a name for having lost its capital
        ("on monday 12 were charged .", 12, 12),
        ("In 2019 - 3 people drowned.", 3, 3),  # a dash, and no series
        ("It closed at 42 1 / 2 .", 42.5, 42.5),  # as a tokeniser leaves it
        ("It cost $ 12 - million .", 12e6, 12e6),
        ("It is in its second week.", 2, 2),  # so many there are by now
        ("It was minus 5 to minus 8 degrees.", -8, -5),  # colder and colder
        ("A magnitude-6.1 quake struck.", 6.1, 6.1),
        ("He is five foot ten.", 70, 70),
        ("A sixth victim died.", 6, 6),  # so many have died
        ("It was the third strike in as many weeks.", 3, 3),
        ("It is the fifth since Easter.", 5, 5),
        ("It was the third fatal crash on the road since Easter.", 3, 3),
        ("Two or three million crowns went.", 2e6, 3e6),  # of millions, both
        ("Some 30 or 40 people came.", 30, 40),
        ("A girl of 5 or 6 came.", 5, 6),
        ("It cost 25m US dollars.", 25e6, 25e6),  # and no metres
        ("It took in 4.1 billion florins.", 4.1e9, 4.1e9),  # which the machine makes a bit less
        ("It traded at 7.35.", 7.35, 7.35),  # a price and no time of day
        ("There were 4.4 per 1,000 births.", 4.4, 4.4),  # one rate
        ("It cost 12'500 francs.", 12500, 12500),  # as the Swiss write
        ("It cost $ 3, 000 then.", 3000, 3000),  # as tokenised text has it
        ("It raised 400,000-500,000 pounds.", 400000, 500000),
        ("It trains girls between the ages of 9 and 17.", 9, 17),
        ("It is minus two in town.", -2, -2),
        ("It lasted 20-odd years.", 20, 20),
        ("It grew by a fifth more than planned.", 0.2, 0.2),
        ("It hears us at least once a week.", 1, None),
        ("That is almost double the sum.", None, 2),
        ("It lasted a whole night.", 1, 1),
        ("Most of them left.", None, None),  # nobody can tell how many
        ("Many had left.", None, None),
        ("It is almost a mile long.", None, 1),
        ("It holds more than a tonne.", 1, None),
        ("It cost million dollars.", 1e6, 1e6),  # the article left out
        ("The first dozen are down.", 12, 12),  # of what, was told before
        ("A good dozen had bought it.", 12, 12),
        ("It cost two dollars and a half.", 2.5, 2.5),
        ("It cost one kuai and five mao five.", 1.55, 1.55),  # each a tenth of the one before
        ("The ticket was $3 and 20 cents.", 3.2, 3.2),  # coins behind a sum with its sign
        ("It cost £5 50p.", 5.5, 5.5),
        ("It cost five dollars & ten cents.", 5.1, 5.1),
        ("It cost 12 kroner and 50 øre.", 12.5, 12.5),
        ("It cost one dollar and two and a smile.", 1.02, 1.02),  # more follows than money
        ("It lost -$50 million.", -50e6, -50e6),  # the minus before the sign of the money
        ("It lost $ -3.", -3, -3),  # and behind it
        ("It cost one hundredth of a dollar.", 0.01, 0.01),
        ("A twentieth of it went.", 0.05, 0.05),
        ("It owed 6 grand.", 6000, 6000),  # a thousand each
        ("It was 14 degrees below zero.", -14, -14),
        ("Outside it was 14 below.", -14, -14),
        ("The cold was at 14 below.", -14, -14),
        ("Oil was at 14 below.", 14, 14),  # and no warmth is spoken of
        ("In 2019 over 3 million hours were lost.", 3e6, None),  # a year is spread over nothing
        ("The debt is 1234567890 dollars.", 1234567890, 1234567890),  # no mark, as it measures
        ("There are 7800000000 people.", 7.8e9, 7.8e9),
        ("1998 soldiers died.", 1998, 1998),  # no years, though they look like years
        ("The village has 2035 inhabitants.", 2035, 2035),
        ("The ship carried 2012 migrants.", 2012, 2012),
        ("About 2019 people were there.", 2019, 2019),
        ("The price index rose to 102.3 in May, state radio said.", 102.3, 102.3),  # no station
        ("Approval fell to 89.5 in May, the radio station reported.", 89.5, 89.5),
        ("Shares ended on 97.4, the station said.", 97.4, 97.4),
        ("Brent cost 98.6, broadcaster NDR's radio said.", 98.6, 98.6),
        ("At six he was already playing the violin.", 6, 6),  # an age, and no hour
        ("Prices start from 450 up to 900 crowns.", 450, 900),
        ("It goes up to 252 miles to 287 miles.", 252, 287),
        ("It weighs 1.99 × 10⁻³⁰ kilograms.", 1.99e-30, 1.99e-30),
        ("It went 2.5 x 10^6 miles.", 2.5e6, 2.5e6),
        ("It feeds 8 B people.", 8e9, 8e9),
        ("It came in three schools or more.", 3, None),
        ("It comes no later than ten days on.", None, 10),
        ("The booing went on for a good minute.", 1, 1),
        ("The rate edged up to 5.1%.", 5.1, 5.1),  # "up" is the verb's
        ("They will cut up to 200 jobs.", None, 200),  # and here it is not
        ("It carries a half-tonne load.", 0.5, 0.5),
        ("One in every 250 tests failed.", 0.004, 0.004),
        ("It cost thousands of dollars.", 1000, None),
        ("It left scores dead.", 20, None),
        ("It cost £20million.", 20e6, 20e6),  # as tabloids have it
        ("It drew 2.5million viewers.", 2.5e6, 2.5e6),
        ("We asked a quarter-of-a-million people.", 250_000, 250_000),
        ("We asked half-a-million people.", 500_000, 500_000),
        ("It found between 600-700 emails.", 600, 700),
        ("Most are voters age 18-34.", 18, 34),
        ("One third to one half fall ill.", 1 / 3, 0.5),
        ("He is 6'4\".", 76, 76),
        ("He is 6’4”.", 76, 76),
        ("The 5-foot-7 keeper left.", 67, 67),
        ("He weighs 18st 3lb.", 255, 255),
        ("It drew 300 guests and counting.", 300, None),
        ("It drew just short of 300 guests.", None, 300),
        ("It passed the 300 mark.", 300, 300),
        ("It kills 6 in 1,000.", 0.006, 0.006),
        ("Barely a tenth end in court.", 0.1, 0.1),
        ("It takes over three to five years.", 3, 5),  # a range has both ends
    ],
)
def test_numbers_that_hide_in_words_and_signs_are_read(
    text: str, low: float, high: float | None
) -> None:
    assert values(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Call +44 20 7946 0958.",  # telephones
        "Call (555) 010-9988 now.",
        "Call 0171 555 2030.",
        "It lies at 51.5N, 0.12W.",  # places on the map
        "It lies at 52°31'N.",
        "She lives at 123 Random Street.",  # an address
        "They fly the 737 Max.",  # an airliner
        "It is second to none.",  # an idiom
        "The 42 bus is late.",  # a line
        "The 6.30 news was on.",  # an hour
        "He won stage 12 by a wheel.",  # a stage
        "The case, numbered 4, went to chamber 3.",  # of a court
        "It is open Monday to Friday from 8 to 18.",  # hours
        "It is open from 9 to 5 daily.",
        "It has a 401(k) plan since '96.",  # a law and a year
        "She called 911 and fired a .38-calibre revolver.",  # a telephone and a bore
        "In theatre 3 witness 5 spoke of borehole 12.",  # things that are numbered
        "The couple saw Prop. 8 in 3-D.",  # two people, a bill and a kind of film
        "Test scores fell under zero tolerance.",  # points and a slogan
        "He stood at mound 4, near dolmen 12.",  # places without their article
        "A 12-bore gun was found on deck 3.",  # a bore and a deck
        "Nobody under 18 was let in.",  # an age group
        "It ended two-all.",  # a draw
        "He is one of a kind, it is a one-stop shop.",  # idioms
        "A 2-for-1 split came by a three-to-one margin.",  # ratios
        "It is one of the few.",  # nobody says how few
        "A pair of trousers lay there.",  # one thing
        "He would have none of it, it was none of his business.",  # nothing is counted
        "One morning he left.",  # some morning
        "He left in the second week.",  # which, and not how many
        "It lies in hut 6 of the pass.",  # a hut
        "She came third.",  # a place, of which nobody says out of how many
        "It is the first since Easter.",  # nothing has come before
        "A score of the choir was lost.",  # music
        "She is one of them.",  # nothing is counted
        "It held manifold scaffold.",  # no folds
        "She is one of them, it was one-on-one, it was a one-shot deal.",  # nothing is counted
        "It was not one of theirs.",  # whose it is
        "She wrote many letters.",  # nobody can tell, and nothing hangs on it
        "Once they knew, they wanted to double the sum.",  # when, and a verb
        "They threw three-pointers from a two-seater.",  # things named by a number
        "The half-baked half-year figures came at half-time.",  # neither measured nor counted
        "It is a multi-million deal, a multi million deal.",  # of how many, is not said
        "There were deaths per thousand births.",  # a rate without its number
        "The f - 16 flew over form 10 - k and a 401 ( k ) plan.",  # as a tokeniser leaves names
        "the i - 5 is rated single - a - 1 and bb - 2.",  # and ratings and a road
        "the g 7 met in the 3 rd quarter and took vitamin b 6.",  # letters and endings apart
        "the series 1989 - 3 trust sold its 1989 - 7 bonds.",  # what is of a year
        "( 3 ) the firm closed.",  # an item of a list with its brackets apart
        "It was 50-50, fifty - fifty and 1 - 2 - 3 with the Nikkei 225.",  # idioms and an index
        "The 2016 hopefuls came, and its 2016 accounts.",  # years, for what stands before them
        "It is post 673672413863927808.",  # a mark
        "It fell to Vale.[3]",  # a footnote
        "It went to account 2290113, no. 4432-1180.",  # and no range falls
        "Call 0049 151 555 0121.",
        "the mig - 29 and the a - 320 flew over h.r. 2461 , rated prime - 1 .",
        "the bmw 320 , the apollo 8 and the 486 chip were shown at 1200 elm street .",
        "The FT 100-share index rose, the 30 - stock average fell.",  # whose number is its name
        "It is case No. 19-2451, told to Year 9 pupils at Mach 2.",
        "She likes the iPhone 11 Pro and the 11 Pro Max.",
        "the 747 - 400 landed .",  # an airliner as a tokeniser leaves it
        "the two - for - one split takes effect .",  # a ratio, and nothing that takes
        "It came up a third time.",  # once more
        "It was read on 3/4.",  # a day
        "He took the R4, the N500 and a G4.",  # roads
        "Turn the dial to 97.4, the frequency of 98.1 megahertz is free.",  # stations
        "It came from radio stations on 97.4 and from 98.1 FM.",
        "Its listeners have music on 97.4 again.",
        "It stood there in the year 71 and in the 70's.",  # years
        "Ring 0800 444.",  # a telephone of two groups
        "At nine I left.",  # an hour
        "Platoon 9 were sent home.",  # a platoon
        "The room was 20c. Ward 5c was shut.",  # no coins where nothing is paid
        "The COVID -19 wave rose.",  # a hyphen that lost its word
        "The sp 500 rose.",  # an index
        "Their commodore, one Anton Reske, left.",  # somebody whom nobody knows
        "They were honest, and she had none.",  # nothing is told of it
        "It is zero-sum, below zero and net zero.",  # marks and names
        "The rain in hold 3 was seen at stand 12.",  # a ship's and a fair's
    ],
)
def test_telephones_places_and_idioms_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_what_is_counted_is_no_verb() -> None:
    (found,) = quantities("Another 12 fell ill.")
    assert found.counted is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sixty people came.", QuantityKind.COUNT),
        ("It was asked for three times.", QuantityKind.COUNT),
        ("He earns 80,000 a week.", QuantityKind.COUNT),  # of what, is not said
        ("It cost $22 million.", QuantityKind.MONEY),
        ("It cost $1.34 a share.", QuantityKind.MONEY),
        ("It rose 4%.", QuantityKind.SHARE),
        ("A third of the voters came.", QuantityKind.SHARE),
        ("One in five households came.", QuantityKind.SHARE),
        ("A woman, 62, was hurt.", QuantityKind.AGE),
        ("One MP came.", QuantityKind.COUNT),  # no megapixel
        ("Two SEC officials came.", QuantityKind.COUNT),  # nor seconds
        ("THREE KM OF IT BURNED", QuantityKind.DISTANCE),
        ("It was a 33-day war.", QuantityKind.DURATION),
        ("It took more than a year.", QuantityKind.DURATION),
        ("It is 41m long.", QuantityKind.DISTANCE),
        ("It weighs 5 kg.", QuantityKind.MEASURE),
        ("It was the second anniversary.", QuantityKind.RANK),
        ("A sixth victim died.", QuantityKind.RANK),
        ("He is 58.", QuantityKind.AGE),
        ("He's 58.", QuantityKind.AGE),
        ("Her brother turns eight in June.", QuantityKind.AGE),
        ("Olm turned 80 this week.", QuantityKind.AGE),
        ("They turned 12 away.", QuantityKind.COUNT),
        ("It was a mad 24 hours.", QuantityKind.DURATION),
        ("They won 2-1.", QuantityKind.SCORE),
        ("A 3:1 defeat followed.", QuantityKind.SCORE),
        ("The court ruled in a 7-2 decision.", QuantityKind.SCORE),
    ],
)
def test_a_number_says_of_what_kind_it_is(text: str, kind: QuantityKind) -> None:
    assert [one.kind for one in quantities(text)] == [kind]


def test_a_score_has_the_points_of_both_sides_in_the_order_of_the_text() -> None:
    text = "They lost 0–3 at home and drew 1-1 away."
    assert values(text) == [(0, 3), (1, 1)]
    assert [one.core.of(text) for one in quantities(text)] == ["0–3", "1-1"]


def test_what_there_is_none_of_belongs_to_the_words_of_not_one() -> None:
    text = "Not one drop fell, and none of it ran off."
    assert [one.span.of(text) for one in quantities(text)] == ["Not one drop", "none"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It stood half a century ago.", 50, "years"),
        ("It lasted two decades.", 20, "years"),
        ("In the past decade it fell.", 10, "years"),
        ("He was held for a fortnight.", 2, "weeks"),
        ("Sirens sounded a quarter of an hour earlier.", 15, "minutes"),
        ("It took three quarters of an hour.", 45, "minutes"),
        ("It took half an hour.", 0.5, "hours"),
        ("It took an hour and 40 minutes.", 100, "minutes"),
        ("It took 71 hours and 12 minutes.", 71.2, "hours"),  # days are not counted in minutes
        ("It took 30 hours, 12 minutes and 36 seconds.", 30.21, "hours"),
    ],
)
def test_lengths_are_counted_in_the_units_that_people_count_by(
    text: str, value: float, unit: str
) -> None:
    (one,) = quantities(text)
    assert (one.low, one.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("There were two meetings, one in each country.", [2, 1]),
        ("In three cases it did, in one it cannot be told.", [3, 1]),
        ("One, a woman of 44, died.", [1, 44]),
        ("A boy of 18, one of the best.", [18, 1]),
        ("One of the drivers saw it.", [1]),
        ("It was found in one of its churches.", [1]),
        ("A single shot fell.", [1]),
        ("On one side 18 men fell, on the other 25.", [18, 25]),
        ("She is a single mother.", []),
    ],
)
def test_one_counts_where_it_is_one_of_what_was_counted(text: str, wanted: list[float]) -> None:
    assert [one.low for one in quantities(text)] == wanted


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It cost 42 million Novian crowns.", "Novian crowns", 42_000_000),
        ("It cost 5.4m Vessian talers.", "Vessian talers", 5_400_000),
        ("It cost 900 Orsenian francs a week.", "Orsenian francs per week", 900),
        ("It cost NVK 38m.", "NVK", 38_000_000),
        ("It cost SOL 4.5bn.", "SOL", 4_500_000_000),
        ("It cost PS2.7m.", "GBP", 2_700_000),
        ("It is a PS8.1bn takeover.", "GBP", 8_100_000_000),
    ],
)
def test_money_of_a_land_that_no_list_has_is_money(text: str, unit: str, value: float) -> None:
    (one,) = quantities(text)
    assert (one.unit, one.low, one.kind) == (unit, value, QuantityKind.MONEY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wards 4 and 9 are shut.", []),
        ("It measures 3m x 2m x 1m.", [3, 2, 1]),  # metres, and no millions
        ("He wrote '6' and \"4\".", [6, 4]),  # no feet and inches
        ("It fell by a quarter to 12.50.", [0.25, 12.5]),
        ("Finds 15 to 22 are sickles.", []),
        ("He finds 15 to 22 coins a day.", [15]),
        ("We count 61 houses.", [61]),
        ("The other way round: 27 were clean.", [27]),
        ("Gate: 4", []),
        ("The 1.93m keeper left.", [1.93]),
        ("It rose from 28 to 32 million euros.", [28_000_000, 32_000_000]),
        ("The pit is 0.9 metres and 60 centimetres.", [0.9, 60]),
        ("At km 41 a lorry burned.", []),
        ("Torvik (26) has a contract.", [26]),
        ("Goals: Torvik (26), Baro (63).", []),
        ("He scored 19 in 30.", [19, 30]),
        ("He scored 12 goals in 20.", [12, 20]),  # goals and games
        ("She has 3 wins in 10, and three draws in ten.", [3, 10, 3, 10]),
        ("Three patients in ten left.", [0.3]),
        ("Shares fell 5c to $1.20.", [5, 1.2]),  # coins beside money
        ("Ward 5c cost $2 million.", [2e6]),
        ("In Ruhl and Galdo 40 were hurt.", [40]),
        ("Deaths on land 12, at sea 3.", [12, 3]),  # a list of counts, and no places
        ("The stock opens at 20.", [20]),  # no hour
        ("They have none of it left.", [0]),  # and would not wave it off
        ("Nine in ten came.", [0.9]),
        ("Season 2024/25: 28 games.", [28]),
        ("The club gets 30m at once and 5m after a year.", [30_000_000, 5_000_000, 1]),
        ("A second soldier died on Sunday.", [2]),
        ("A second soldier came on Sunday.", []),
        ("It was worth 35m-40m.", [35_000_000]),
        ("They offered 30m + 5m.", [30_000_000, 5_000_000]),
        ("It was one point two million.", [1_200_000]),
        ("It was two metres 30 wide.", [2.3]),
        ("They sent 5-6,000 men.", [5_000]),
        ("They sent 12 or 3,000 men.", [12, 3_000]),
        ("It was a 3-to-5-metre strip.", [3]),
        ("Between a quarter and a third of them came.", [0.25]),
        ("Trams 2, 4 and 11 are diverted.", []),
        ("On bus 61, 14 people were hurt.", [14]),
        ("Live: 400 evacuated.", [400]),
        ("Age: 24. Caps: 31. Goals: 9. Gate: 4.", [24, 31, 9]),
        ("Crew: 23.", [23]),
        ("The Standard & Poor's 500 fell.", []),
        ("the standard & poor 's 500-stock index fell", []),
        ("the Dow Jones 30 and the Stoxx Europe 600 fell", []),
        ("a world war 2 bomb lay there", []),
        ("They won by a three-to-one margin.", []),
        ("The council voted 12-to-3.", [12, 3]),
        ("the city's 1989 series of bonds, and 1991 bonds", []),
        ("Prices are back at 2019 levels.", []),
        ("They sold 1,989 bonds.", [1989]),
        ("A one - time charge hit 10 , 000 people.", [10_000]),  # as tokenised text has it
        ("A 75 -300mm lens broke.", [75]),  # a range, and nothing below zero
        ("Two men, one speaking to the police.", [2]),
        ("Of 12 won games it lost two grand pianos.", [12, 2]),  # no money
        ("We count 44.", [44]),  # a verb, and no count of that number
        ("It would cost 3 million crowns rather than 1.8.", [3e6, 1.8e6]),
        ("Two guards, one of them told me, ran.", [2]),
        ("Three letters went out. One was answered.", [3, 1]),
        ("They said that dozens came, as hundreds watched.", [12, 100]),  # neither is asked
        ("By the end of last week 57 schools were shut.", [57]),
        ("They lost by one.", [1]),
        ("Two men left and one was hurt, and one can see it.", [2, 1]),
        ("It was 61 per cent, against 64 four years ago.", [61, 64, 4]),  # no date
        ("The R number is 1.1.", [1.1]),  # no number of a thing
        ("It is half what it was.", [0.5]),
        ("The two are not related.", []),  # both
        ("The two of them left, and the two men met.", [2, 2]),
        ("On Monday 19 of them left.", [19]),  # no day has that name
        ("Give 2 to 3 of them.", [2]),  # nor has a verb
        ("In Galdo 40 were hurt, Radio 4 was told.", [40]),  # one thing with a number was, not were
        ("Find 12 weighs 212 grams.", [212]),  # a verb, and no noun for the number
        ("Dynamo want 40m for him.", [40e6]),
        ("Only three customers in a hundred left.", [0.03]),
        ("It costs 3 million crowns ($280,000) a day.", [3e6, 280_000]),  # a rate of both
        ("It plays two hours of music a week.", [2]),  # how often
        ("He left the town of Galdo a year ago.", [1]),  # when
        ("The Three Crowns is an inn.", []),
        ("They decided by four votes to one.", [4, 1]),  # the votes of two sides
        ("Four were for it and one against.", [4, 1]),
        ("He pits one against the other.", []),
        ("On average 12 die, in turn 9.", [12, 9]),  # no places
        ("Two teenagers, 15 and 17, were held.", [2, 15, 17]),
        ("They came one by one.", []),
        ("A sign says 12.", []),
        ("Last year 12 boats sank, in the past year 9 rafts.", [12, 9]),
        ("Olm: 547. Vahl: 1,769.", [547, 1769]),
        ("Olm leads Vahl 1,428 to 1,153.", [1428, 1153]),
        ("It burned an area half the size of it.", [0.5]),
        ("They question several of them.", [None]),
        ("Officers question 30 and hold 12.", [30, 12]),  # verbs
        ("Question 12 is in question 7 of section 2.", []),  # and nouns
        ("They know question seven and the answer to question 7.", []),
        ("Last year 1,200 died.", [1200]),  # no name has a comma
        ("Every year 4,000 die.", [4000]),
        ("This year 5,000 have fled.", [5000]),
        ("Each year 300 to 400 drown.", [300]),  # nor is one of many told by its number
        ("In that year 300 drowned.", [300]),
        ("They said that line 4 was shut.", []),  # another that
        ("The first three-quarters of it are wrong.", [0.75]),
        ("They are building 152 homes.", [152]),  # and no building of that number
        ("One need look no further.", []),
        ("Of people 30 to 44 and more than 70 percent came.", [30, 70]),
        ("It has enough for a majority (1,237).", [1237]),  # no mark in brackets
        ("It shot 2000 boats and 2,016 rafts.", [2000, 2016]),  # no years
        ("It held one-two punches and two three boats.", [1, 2, 3]),  # never 3 or 5
        ("It held nineteen thousand two hundred six boats.", [19_206]),
        ("It has 1 , 200 stores .", [1200]),
        ("It added 2.35 cents to 214.8 cents.", [2.35, 214.8]),
        ("He was shot in the 300 block of the street.", []),
        ("Orlan had 51.2% to Vesk's 47.9.", [51.2, 47.9]),
        ("The rain fell into hold three.", []),
        ("The hull holds three men.", [3]),
        ("They hold three, and want more.", [3]),
        ("She is ranked 3, and was seeded 7.", []),  # a place in a list
        ("They ranked 12 towns.", [12]),
        ("Tranche 2, as option 4, is explained in note 5.", []),
        ("Each guest gets a day pass.", []),
        ("The beds on the second floor have been empty since May.", []),
        ("6 The board met again.", []),  # what is left of a footnote
        ("• 2 She left.", []),
        ("12 The number of dead.", [12]),  # a box of figures
        ("5 Things To Know", [5]),
        ("3 The Hague judges left.", [3]),
        ("Team 3 won the relay.", []),  # a verb, and no money
        ("It cost the team 3,000 won.", [3000]),
        ("Toy Yard 4 broke records.", []),  # a verb, and nothing that is counted
        ("In Toy Yard 4 broken records lay.", [4]),
        ("Picture 2 shows the pier.", []),
        ("Of 12 shows the last was best.", [12]),
        ("The plant at Three Mile Mill is shut.", []),  # a name by its capitals
        ("She played for Nine Inch Pails.", []),
        ("Three Men Held After Two Women Die in Ten Towns", [3, 2, 10]),  # all has capitals here
        ("He told us: Three men were hurt.", [3]),
        ("SPORT Two Danish riders were hurt.", [2]),  # a label is no part of a name
        ("motel 6 said so.", []),  # a text without capitals
        ("harbour nights 2 grossed $ 5 million.", [5e6]),
        ("police said 4 died.", [4]),
        ("about 4 died.", [4]),
        ("in galdo 4 died.", [4]),
        ("A 7-Eleven was robbed, said 3M Co.", []),
        ("He took 4 for 23 and the shares were split 5 for 1.", []),
        ("He paid 20 for 3 boats, 5 for 3 dollars.", [20, 3, 5, 3]),
        ("The Orvo 3 costs $599.", [599]),
        ("The winning numbers: 4, 11 and 23.", []),
        ("Visitor numbers were 12 and 9.", [12, 9]),
        ("In numbers: 12 dead, 40 hurt.", [12, 40]),
        ("According to reference 4, region 2 is dry.", []),
        ("He wears 9 and she wore 10.", []),
        ("on 5 may he paid $ 20.", [20]),
        ("How many came? \u201cOne,\u201d he said.", [1]),
    ],
)
def test_a_number_names_or_counts_by_what_stands_around_it(text: str, wanted: list[float]) -> None:
    assert [one.low for one in quantities(text)] == wanted


def test_the_mark_that_is_passed_is_no_money() -> None:
    assert [one.unit for one in quantities("It passed the 300 mark and cost 300 marks.")] == [
        None,
        "DEM",
    ]


def test_a_body_of_three_capitals_behind_its_article_is_no_currency() -> None:
    (one,) = quantities("It cost the BRX 5m viewers.")
    assert (one.low, one.kind) == (5_000_000, QuantityKind.COUNT)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It costs two pounds fifty at the shop.", [(2.5, "GBP")]),
        ("It costs 12 pounds 50 last week.", [(12.5, "GBP")]),
        ("It costs one dollar and twenty.", [(1.2, "USD")]),
        ("It costs a dollar twenty now.", [(1.2, "USD")]),
        ("A buck fifty is all she has.", [(1.5, "USD")]),
        ("A buck was shot.", []),
        ("It costs a dollar and twenty cents.", [(1.2, "USD")]),
        ("It costs more than a pound and 50p.", [(1.5, "GBP")]),
        ("It costs one dollar and two and a half cents.", [(1.025, "USD")]),
        ("It costs 220 dollars, 20 cents.", [(220.2, "USD")]),
        ("It costs nine zlotys and five groszy a litre.", [(9.05, "PLN per litre")]),
        ("It costs a dollar twenty a litre.", [(1.2, "USD per litre")]),
        (
            "It costs 12 Novian crowns and 50 hellers.",
            [(12.5, "Novian crowns")],
        ),  # of no known land
        ("It costs 7 drachmas and 25 lepta.", [(7.25, "GRD")]),
        ("It costs 22 dirhams and 40 fils.", [(22.4, "AED")]),  # which are a hundred there
        ("It costs 22 dinars and 400 fils.", [(22.4, "IQD")]),  # and a thousand here
        ("It costs two pounds ten shillings.", [(2.5, "GBP")]),
        ("It costs 20 Qatari riyals and 50 dirhams.", [(20.5, "QAR")]),
        ("It costs 20 riyals and 50 dirhams.", [(20, "SAR"), (50, "AED")]),  # of two lands
        ("It costs 25 dollars and sixty-two and a half cents.", [(25.625, "USD")]),
        ("It costs 45 euro cents.", [(45, "cent")]),
        ("It costs five yuan and five jiao and five fen.", [(5.55, "CNY")]),
        ("It costs two dollars fifty to three dollars.", [(2.5, "USD")]),
        ("A dollar or two went.", [(1, "USD")]),
        ("It costs between a dollar and two dollars.", [(1, "USD")]),
        # Two sums, or a sum and something else.
        ("It costs 100 shillings and 5 shillings.", [(100, "KES"), (5, "KES")]),
        ("It costs 3 dollars, 20 cents more than in May.", [(3, "USD"), (20, "cent")]),
        ("It costs between 5 euros and 10.", [(5, "EUR")]),
        ("It costs seven talers and 25 gresch.", [(7.25, "taler")]),  # of which nobody has heard
        ("It costs seven talers and 25 gresch a sack.", [(7.25, "taler")]),
        ("She gave ten dollars and two eggs.", [(10, "USD"), (2, None)]),
        ("She gave ten dollars and two fish.", [(10, "USD"), (2, None)]),
        ("She gave ten dollars and five apiece.", [(10, "USD"), (5, None)]),
        ("She gave ten dollars and five left.", [(10, "USD"), (5, None)]),
        ("She gave ten dollars and five red apples.", [(10, "USD"), (5, None)]),
        ("She gave ten dollars and 25 percent.", [(10, "USD"), (25, "percent")]),
        ("She paid two pounds fifty times.", [(2, "GBP"), (50, "times")]),
        ("She paid 2 dollars 20 kilometres on.", [(2, "USD"), (20, "kilometres")]),
        ("It costs 2 dollars and 20 were sold.", [(2, "USD"), (20, None)]),
        ("The fine is 50 euros and 30 days in jail.", [(50, "EUR"), (30, "days")]),
        ("She sold 20 dollars of 12 kinds.", [(20, "USD"), (12, None)]),
        ("She lost a dollar two days ago.", [(2, "days")]),
        ("The bet was a dollar and one of them took it.", []),
    ],
)
def test_a_sum_told_in_units_and_coins_is_one_sum(
    text: str, wanted: list[tuple[float, str | None]]
) -> None:
    assert [(one.low, one.unit) for one in quantities(text)] == wanted
