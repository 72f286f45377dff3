"""How news says when, seen from Wednesday 16 June 2021: what each phrase means, and why."""

import pytest

from tests.reading.test_times import times

# The line, the day or stretch that is meant, or the TIMEX3 value of what has none; what is hard.
PHRASES = [
    ("He left two Fridays ago.", "2021-06-04", "a weekday that is counted back"),
    ("He left three nights ago.", "2021-06-13", "nights that are counted back"),
    ("He left the night before last.", "2021-06-14", "two nights back"),
    ("He will leave on Friday week.", "2021-06-25", "a week from the day named"),
    ("He will leave a week on Tuesday.", "2021-06-29", "the same said the other way round"),
    ("He will leave a week today.", "2021-06-23", "a week from publication"),
    ("He left on the Tuesday before last.", "2021-06-08", "the last but one"),
    ("He will leave in two days' time.", "2021-06-18", "a length that ends in a day"),
    ("He will leave in a fortnight's time.", "2021-06-28/2021-07-04", "as wide as a week"),
    ("He left a fortnight ago.", "2021-05-31/2021-06-06", "two weeks in a word"),
    ("It was ten years ago this month.", "2011-06", "as wide as the second unit"),
    ("He left half a century ago.", "197X", "as wide as a decade"),
    ("He left in the 2020/21 season.", "2020/2021", "a stroke between years"),
    ("He left in the noughties.", "200X", "a decade in a word"),
    ("He was born in '98.", "1998", "a year of two digits"),
    ("The Act of 1978 applies.", "1978", "a verb that looks like things"),
    ("He left on the first Monday in September 2020.", "2020-09-07", "the nth weekday of a month"),
    ("He left on the last Sunday of May.", "2021-05-30", "the last weekday of a month"),
    ("It opens on the first Saturday of next month.", "2021-07-03", "of a month that is counted"),
    ("It opens on the third Thursday of each month.", "P1M", "comes again"),
    ("He left in the second week of March.", "2021-03-08/2021-03-14", "its second seven days"),
    ("He left in the final week of May.", "2021-05-25/2021-05-31", "its last seven days"),
    ("He left on the last day of 2019.", "2019-12-31", "the last day of a year"),
    ("He left in the first days of May.", "2021-05", "some days without a sharp end"),
    ("He left in the week beginning 7 June.", "2021-06-07/2021-06-13", "a week by its first day"),
    ("He left on the 3rd.", "2021-06-03", "a day without its month"),
    ("He left on the 20th of last month.", "2021-05-20", "a day of a month that is counted"),
    ("He left at 11 o'clock last night.", "2021-06-15", "the hour belongs to the night"),
    ("He left at 21.30 CET on Sunday.", "2021-06-13", "a zone"),
    ("He left at 14h05.", "2021-06-16", "hours as on the continent"),
    ("He left on 2019/05/09.", "2019-05-09", "strokes between year, month and day"),
    ("It was built c. 1200.", "1200", "about, in one letter"),
    ("It fell about 950 B.C.", "-0949", "stops in the letters"),
    ("Sales rose in Q1.", "2021-01/2021-03", "a quarter without its year"),
    ("The trial opens on Monday.", "2021-06-21", "the present tells of what is set"),
    ("The vote is on Sunday.", "2021-06-20", "it is to come"),
    ("Ahead of Sunday's vote he spoke.", "2021-06-20", "it is ahead"),
    ("The case was adjourned to Friday.", "2021-06-18", "a later day"),
    ("It came as recently as Sunday.", "2021-06-13", "not ahead, for all the as"),
    ("Two had filed their papers by Monday.", "2021-06-14", "had been done by then"),
    ("The trial began in September.", "2020-09", "the verb beside it has the last word"),
    ("A memorial was held on 12 July.", "2020-07-12", "the same with a day"),
    ("On 12 July, a fire killed two.", "2020-07-12", "the verb follows"),
    ("It rained on Halloween.", "2020-10-31", "a feast of the past"),
    ("It will rain next Christmas.", "2021-12-25", "a feast to come"),
    ("It will rain next June.", "2022-06", "it is June already"),
    ("He works Monday to Friday.", "2021-06-14/2021-06-18", "the end follows the beginning"),
    ("He came on 3 May 2021 and left the following Monday.", "2021-05-10", "from the day told"),
    ("He came on 3 May 2021. He left that Friday.", "2021-05-07", "of the week told of"),
    ("He came in 2015. He had left three years before.", "2012", "before what was told"),
    ("It broke on 3 May 2021. A day after the break he fled.", "2021-05-04", "broke and break"),
    ("It fell on 3 May 2021. On the eve of the fall he fled.", "2021-05-02", "an eve"),
    ("It fell on 3 May 2021. On the morning after the fall he fled.", "2021-05-04", "a morning"),
    ("It fell on 3 May 2021. In the days before the fall he fled.", "../2021-05-03", "some days"),
    ("It was a two-and-a-half-year trial.", "P2Y6M", "a broken number with hyphens"),
    ("It took half a day.", "PT12H", "no length has half a letter"),
]


@pytest.mark.parametrize(("text", "value", "why"), PHRASES, ids=[row[2] for row in PHRASES])
def test_a_phrase_means_what_its_readers_take_it_for(text: str, value: str, why: str) -> None:
    found = times(text)
    assert value in {form for one in found for form in (one.interval.value, one.timex)}, why
