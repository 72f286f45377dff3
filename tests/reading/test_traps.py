"""Traps that other readers of dates and numbers fell into: what each line means, and no more."""

import pytest

from tests.inline import reading

# The line, the dates in it, its numbers with their units, and what made others stumble.
TRAPS: list[tuple[str, list[str], list[tuple[float | None, str | None]], str]] = [
    ("You may go.", [], [], "a modal, no month"),
    ("She may march on Sunday.", ["2021-06-20"], [], "two verbs that are months"),
    ("Do Santos and Mar Ruus met.", [], [], "names that are Sunday in Portuguese, and March"),
    ("He sat in the sun with a mon ami.", [], [], "days cut short"),
    ("They wed; a fri, a thu.", [], [], "days cut short, in small letters"),
    ("A second man came.", [], [], "an ordinal, no second"),
    ("A man came.", [], [], "an article, no number"),
    ("Julian Vale and Jan Monat came.", [], [], "names that begin like months"),
    ("April Vale and May Ruus came.", [], [], "given names"),
    ("The fall of the house was sudden.", [], [], "no season"),
    ("The season of 2012–13 was wet.", ["2012/2013", "2012", "2013"], [], "a dash between years"),
    ("It weighs 816 000 t.", [], [(816000, "tonnes")], "a blank between thousands"),
    ("Bring 5 and 6 kg.", [], [(5, "kilograms"), (6, "kilograms")], "one unit for two"),
    ("It fell at 2.15pm.", ["2021-06-16"], [], "a stop in a time of day"),
    ("The log says 19-Nov-12.", ["2012-11-19"], [], "a month between hyphens"),
    ("The file is 2882015.", [], [], "a mark, and no 28 August"),
    ("It cost 1999usd.", [], [(1999, "USD")], "a code behind a sum, no 1999"),
    ("It cost 1950 kr.", [], [(1950, "crown")], "a coin behind a sum, no 1950"),
    ("It cost CHF 1850.", [], [(1850, "CHF")], "a code before a sum, no 1850"),
    ("It cost 1999€.", [], [(1999, "EUR")], "a sign behind a sum, no 1999"),
    ("In 1999 USD 3m was lost.", ["1999"], [(3e6, "USD")], "a year before a sum"),
    ("It lost in the 1995 yen boom.", ["1995"], [], "a year before a coin"),
    ("The code is 20210616A.", [], [], "digits with a letter"),
    ("It lies at 52.5200 N, 13.4050 E.", [], [], "a place on the map"),
    ("It lies at 52°31'N.", [], [], "a place on the map in minutes"),
    ("Call 0171 555 2030.", [], [], "a telephone, no year 2030"),
    ("Call +44 20 7946 0958.", [], [], "a telephone with its country"),
    ("Lines 5 to 20 are cut.", [], [], "numbers of lines"),
    ("They won 2-1.", [], [(2, None)], "a score, two numbers and no range"),
    ("It is Black Friday, and no Bloody Sunday.", [], [], "days with names of their own"),
    ("They meet at Chinese New Year.", [], [], "not our new year"),
    ("He put the number of dead at seven.", [], [(7, None)], "a toll, no hour"),
    ("The toll rose by 11 the next day.", ["2021-06-17"], [(11, None)], "a rise, no hour"),
    ("The toll stood at seven.", [], [(7, None)], "a toll behind its verb"),
    (
        "He spoke for an hour yesterday.",
        ["XXXX", "2021-06-15"],
        [(1, "hours")],
        "no hour a day ago",
    ),
    ("In the pit 43 sickles lay.", [], [(43, None)], "where they lay, no number of the pit"),
    ("Pit 43 is full.", [], [], "a number of a pit"),
    ("The hoard numbers 214 pieces.", [], [(214, None)], "a verb that counts"),
    ("It is the 2-1 type.", [], [], "two numbers that nobody played for"),
    ("The season of 2-1 and 10:52 ended.", ["2021-06-16"], [], "a time of day beside two numbers"),
    ("Resolution 1701 was passed.", [], [], "a number of a paper, no year"),
    ("On Tuesday the first shots fell.", ["2021-06-15"], [], "no first day of a month"),
    ("In May the second trial began.", ["2021-05"], [], "no second day of May"),
    ("It began at 0430 hours.", ["2021-06-16"], [], "an hour as soldiers say it"),
    ("It lasted from half past four to ten to five.", ["2021-06-16"] * 2, [], "hours in words"),
    ("It opens between 9 and 11 a.m.", ["2021-06-16"] * 2, [], "an hour that lends its half day"),
    ("The 18.10 was late.", [], [(18.1, None)], "a train that nothing shows to be one"),
    ("The 18.10 from Galdo was late.", ["2021-06-16"], [], "a train"),
    ("He left school at sixteen.", [], [(16, None)], "no hour of the day"),
    ("They count from one to five.", [], [(1, None)], "no hours of the day"),
    ("A mortar of 120mm fell.", [], [(120, "millimetres")], "a length"),
    ("A 120mm mortar fell.", [], [], "a calibre, a name of a weapon"),
    ("He held a 7.62-millimetre sniper rifle.", [], [], "a calibre in words"),
    ("The number on the side is 318.", [], [], "a number that names"),
    ("The number of the dead is 318.", [], [(318, None)], "a number that counts"),
    ("Boundary stone 41 was moved.", [], [], "a thing with its number"),
    ("At the station 40 people waited.", [], [(40, None)], "a count behind such a thing"),
    ("See page 2 of 3.", [], [], "the last of numbered things"),
    ("One pack too many burned.", [], [], "a figure of speech"),
    ("One cannot say what one wants.", [], [], "nobody in particular"),
    ("Two men came, one speaking for both.", [], [(2, None)], "one of them"),
    ("They bid €31m and one of €28m.", [], [(31e6, "EUR"), (28e6, "EUR")], "another bid"),
    ("It is a 1080p film.", [], [], "lines of a picture, no pence"),
    ("The bill is 24/7 and 1/2 new.", [], [(0.5, None)], "strokes that are no dates"),
    ("It has 2000 people.", [], [(2000, None)], "a count like a year"),
    ("It cost $2000.", [], [(2000, "USD")], "a price like a year"),
    ("Version 10.11.12 is out.", [], [], "a version like a date"),
]


@pytest.mark.parametrize(("text", "dates", "numbers", "why"), TRAPS, ids=[row[3] for row in TRAPS])
def test_a_trap_is_not_fallen_into(
    text: str, dates: list[str], numbers: list[tuple[float | None, str | None]], why: str
) -> None:
    found = reading("a", text, published="2021-06-16")
    assert [one.interval.value for one in found.times] == dates, why
    assert [(one.low, one.unit) for one in found.quantities] == numbers, why
