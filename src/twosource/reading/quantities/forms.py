"""How English writes numbers: the expression that finds one, put together from named pieces.

One expression looks for all forms in a single pass. Its groups say which form was met and hold the
parts of it; `scan` works out what they are worth.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.reading import numbers


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of the vocabulary, each sort as the alternatives of an expression."""

    cardinal: str
    nought: str
    magnitude: str
    letter: str
    fraction: str
    collective: str
    opened: str
    many: str  # open numbers that may follow another: the "thousands" of "hundreds of thousands"
    comma: str  # what stands behind a number whose comma is a decimal point
    signs: str  # ½ and the like, one character each


@cache
def any_number() -> re.Pattern[str]:
    """A number in any form, in a text without capitals.

    Groups: `fraction`, `digits`, `words`, `collective`, `single` and `opened`.
    """
    words = _words()
    makers = (_fraction, _digits, _in_words, _collective, _single, _opened)
    forms = "|".join(make(words) for make in makers)
    begins = r"(?: (?<![\d.,:]) | (?<=\brs\.) | (?<=\bfr\.) )"  # "Rs.500"
    return re.compile(rf"{_may_begin(words)} {begins} (?:{forms})", re.VERBOSE)


@cache
def _words() -> Words:
    table = numbers.words()
    return Words(
        cardinal=gathered(table.cardinals),
        nought=gathered(table.noughts),
        magnitude=gathered(table.magnitudes),
        letter=gathered(table.magnitude_letters),
        fraction=gathered(table.fractions),
        collective=gathered(table.collectives),
        opened=gathered(table.open_numbers),
        many=gathered(word for word in table.open_numbers if word.endswith("s")),
        comma=gathered(table.behind_decimal_comma),
        signs="".join(table.fraction_signs),
    )


def gathered(words: Iterable[str]) -> str:
    """Words as alternatives, the longest of each first letter first.

    They share the expression for their first letter, so that most are passed over at once.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())


def _may_begin(words: Words) -> str:
    """A look ahead that passes over most of a text quickly."""
    table = numbers.words()
    firsts = {*table.cardinals, *table.noughts, *table.magnitudes, *table.open_numbers}
    firsts |= {"half", "quarter"}
    return rf"(?= [\d.{words.signs}] | \b(?:{gathered(firsts)}|an?[ -]) )"


def _fraction(words: Words) -> str:
    """As in "1/2", "½", "two-thirds", "half the", "a quarter point"; no "half a million"."""
    whole = rf"(?! [\s-]* (?:of[\s-]+)? (?:an?[\s-]+)? (?:{words.magnitude})\b )"
    known = numbers.words()
    after = _behind(f"{word}[ ]half" for word in known.before_half)
    bound = _behind(f"{word}[ ]" for word in known.before_a_part)
    by = _behind(("by[ ]", "up[ ]", "down[ ]"))
    things, parted = gathered(known.no_parts), gathered(known.parted)
    does = gathered(known.done_by_a_part)
    goes_on = gathered(known.behind_a_part | known.done_by_a_part)
    more = r"(?:four|five|six|seven|nine)(?![ ]quarters)"  # of a year
    return rf"""(?P<fraction>
        (?:{_IN_DIGITS}(?![\d/.]) | (?<!\bon[ ]){_IN_DIGITS}(?=\.(?!\d))) | [{words.signs}]
      | \b(?=[a-z]) (?: (?:one|two|three|{more})[ ]?-?[ ]?(?:{words.fraction})\b {whole}
        | an?[ ](?:{words.fraction})(?=[ ](?:of|(?:more|less|fewer|higher|lower)[ ]than)\b) {whole}
        | {bound} an?[ ](?:{words.fraction})\b(?![ ](?:{things})\b) {whole}
        | {by} an?[ ](?:{words.fraction})(?= [^\w\s-] | [ ](?:{goes_on})\b )
        | (?<!\band[ ])an?[ ](?:half|third|quarter)(?= [^\w\s-] | [ ](?:{goes_on})\b ) {whole}
        | an?[ ](?:half|quarter)(?=[ -](?:{parted})\b)
        | half\b(?=\s+(?:an?|as|what|of|the|this|that|his|her|its|their|our|{does})\b) {whole}
        | (?<!\bin[ ])(?<!\ba[ ])(?<!\bthe[ ])(?<!-)half\b(?=[.,;]|[ ]each\b)
        | half(?=-[a-z])(?!-(?:time|way|term|past|year)\b) {whole}
        | half\b {after} (?![\s-]+(?:time|past|way|term)\b) {whole} )
    )"""


# A date may look so, too: "it was read on 3/4."
_IN_DIGITS = r"[1-9]\d?\s?[/⁄]\s?(?:2|3|4|5|6|8|10|16|20|32|64|100|128)"


def _behind(words: Iterable[str]) -> str:
    """A look back at any of a few words."""
    return "(?:" + "|".join(rf"(?<=\b{word})" for word in sorted(words)) + ")"


def _digits(words: Words) -> str:
    """As in "1,200", "816 000", "1.250,00", "3, 000", "2.5 million", "7 3/4", "2 × 10⁻³"."""
    magnitude = rf"(?:{words.magnitude})"
    rest = rf"(?<=hundred|housand)[ ](?:and[ ])?(?P<rest>(?:{words.cardinal})\b{_more(words)})"
    return rf"""(?P<digits>
        \d{{1,3}}(?:\.\d{{3}})*,\d{{1,2}}(?=[ ]?(?:{words.comma})(?!\w))
      | \d{{1,3}}(?:\.\d{{3}})+,\d\d(?![\d,.]\d|\d)
      | (?P<parted> \d{{1,3}}(?:(?:\.\d{{3}}){{2,4}}|\.\d00) )(?=[ ]?(?:{words.comma})(?!\w))
      | (?<=[$£€])\d{{1,3}}(?:[ ]\d{{3}})+\.\d\d(?!\d)
      | (?:(?<=€)|(?<=€[ ])|(?<=r\$)|(?<=r\$[ ])|(?<=\beur[ ])|(?<=\bkr[ ]))\d{{1,3}},\d\d(?![\d,])
      | \d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?(?!\d)
      | \d{{1,3}}(?:,[ ]?\d{{3}})*,[ ]0\d{{2}}(?!\d)
      | \d{{1,3}}(?:[ ],[ ]\d{{3}})+(?!\d|[ ]?[,.]\d)
      | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)
      | \d{{1,3}}(?:[\u00a0\u202f\u2009 ]\d{{3}})+(?![\d,.]\d|\d)
      | \d+\.\d+ | (?<!\w)\.\d+
      | \d+
    )
    (?: e(?P<floating> [-+−]?\d{{1,2}} )(?![\w-])
      | \s?[x×]\s?10
        (?: \^(?P<power> [-−]?\d{{1,2}} ) | (?P<minus> −\d{{1,2}} ) | (?P<raised> [⁻⁰¹²³⁴-⁹]+ ) )
        (?!\d) )?
    (?: (?P<part> [ ]\d[ ]?/[ ]?[1-9]\d?(?![\d/]) | -\d/[1-9]\d?(?![\d/]) | \s?[{words.signs}] ) )?
    (?: [\s-]{{0,3}}(?P<magnitude> {magnitude}s? (?:[ ]{magnitude})? )\b (?:{rest})?
      | \s?(?P<letter> {words.letter})(?![\w'’/]) )?
    (?: [ -]and[ -](?P<and_part> an?[ -]half | an?[ -]quarter )\b
        (?: [ -](?P<and_magnitude> {magnitude} )\b )? )?"""


def _in_words(words: Words) -> str:
    """As in "twenty-three", "a (good) dozen", "million", "half a million", "two and a half"."""
    some = rf"(?:one|two|three|four|five|seven|nine){_GAP}(?:{words.fraction})"
    parts = rf"(?:an?[ ])? (?:half|quarter|{some}) [ -](?:of[ -])?(?:an?[ -])?"
    joined = rf"(?:(?<=hundred|housand)[ ]and(?=[ ](?:{words.cardinal})\b))?"
    rounding = "|".join(sorted(numbers.words().rounding))
    return rf"""(?P<words>
        \b(?: (?: an?[ -](?:(?:{rounding})[ ])? | {parts} ) (?:{words.magnitude})\b
            | (?:{words.cardinal})\b | (?<!-)(?<!-[ ])(?:{words.magnitude})\b
            | n[ao]ught(?=[ -]point\b) )
        {joined} {_more(words)}
    )
    (?: {_GAP}point (?P<point> (?:{_GAP}(?:{words.nought})\b)* (?:{_GAP}(?:{words.cardinal})\b)+ )
        (?:{_GAP}(?P<point_magnitude> {words.magnitude} )\b)? )?
    (?: {_GAP}and{_GAP}(?:(?:an?|one){_GAP})?
        (?P<tail> half | quarter | third | three[ -]quarters? | two[ -]thirds )\b
        (?: {_GAP}(?P<tail_magnitude> {words.magnitude} )\b )? )?"""


# Between the words of one number, also where a page has a blank on either side of its hyphens.
_GAP = r"(?:[ ]?-[ ]?|[ ])"


def _more(words: Words) -> str:
    """The words of a number behind its first: no "three" behind "two"."""
    joined = rf"(?:[ ]and(?=[ ](?:{words.cardinal})\b))?"
    after = rf"{_MAY_GO_ON}[\s-]+(?:{words.cardinal})\b | [\s-]+(?:{words.magnitude})\b"
    # As in "one thousand, two hundred and six", "three million, two hundred thousand".
    hundreds = rf"(?:{words.cardinal})[ ]hundred[ ](?:and[ ](?:{words.cardinal})|thousand)\b"
    parted = rf"(?<=sand|lion),[ ](?={hundreds})(?:{words.cardinal})\b"
    return rf"(?:(?:{after} | {parted}){joined})*"


# What a number may go on behind: "twenty-three", "nineteen ninety", "two hundred six", "and six".
_MAY_GO_ON = (
    "(?:"
    + "|".join(
        f"(?<={end})"
        for end in ("ty", "teen", "ten", "lve", "ven", "dred", "sand", "lion", "akh", "ore", "and")
    )
    + ")"
)


def _collective(words: Words) -> str:
    """As in "a score of villagers"; but a score of three points is something else."""
    whole = gathered(numbers.words().one_though_two)
    things = (
        rf"(?!(?:{words.cardinal})\b)(?:[a-z'-]+[ ])?"
        rf"(?!(?:{whole})\b)(?:people|men|women|children|[a-z]+s)\b"
    )
    return rf"\ban?[ ](?P<collective> {words.collective} )(?=[ ]of[ ]{things})"


def _single(_: Words) -> str:
    """As in "a single shot"; "not a single one" is none."""
    kept = "|".join(numbers.words().single_of_a_kind)
    return rf"""(?<!\bnot[ ]) \ba[ ](?P<single> single )(?=[ ][a-z])(?![ ](?:{kept})\b)"""


def _opened(words: Words) -> str:
    """As in "dozens", "several hundred", "hundreds of thousands"."""
    return rf"""(?P<opened> \b(?:a[ ](?=couple\b))?(?:{words.opened})\b
        (?: [ ]of[ ](?:{words.many})\b | [ ](?:of[ ])?(?:{words.magnitude})\b )? )"""
