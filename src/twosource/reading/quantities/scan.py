"""Numbers as they stand in a text: digits, words, fractions and open numbers, with their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from twosource.reading import numbers


class Form(Enum):
    """How a number is written."""

    DIGITS = auto()
    WORDS = auto()
    FRACTION = auto()
    OPEN = auto()  # "dozens", "several"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text. `high` is `None` where it has no upper end ("thousands").

    `scale` is what its magnitude word multiplied it by: 1000000 for "2.5 million".
    `letter` is the magnitude letter behind the digits, which may yet turn out to be a unit.
    """

    start: int
    end: int
    low: float
    high: float | None
    form: Form
    scale: float = 1
    letter: str | None = None

    @property
    def is_sizeless(self) -> bool:
        """Whether it is a word that says nothing of its size: "several"."""
        return self.form is Form.OPEN and not self.low


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """Every number between two places of a text, in order, without looking at its neighbours."""
    for found in _number().finditer(text, start, end):
        if found["digits"] is not None:
            yield _from_digits(found)
        elif found["fraction"] is not None:
            yield _plain(found, _fraction(found["fraction"]), Form.FRACTION)
        elif found["opened"] is not None:
            yield _open(found)
        else:
            yield _from_words(found)


def _from_digits(found: re.Match[str]) -> Number:
    value = numbers.digits_value(_pointed(found["digits"]))
    if found["part"] is not None:
        value += numbers.fraction_value(found["part"].strip())
    if found["and_part"] is not None:
        value += _fraction(found["and_part"])
    scale = _scale(found["magnitude"])
    letter = found["letter"]
    end = found.end("digits") if letter else found.end()
    return Number(found.start(), end, value * scale, value * scale, Form.DIGITS, scale, letter)


def _pointed(digits: str) -> str:
    """Digits with a decimal point where a comma stands for one: "3,5 million"."""
    whole, comma, part = digits.rpartition(",")
    return f"{whole}.{part}" if comma and part.isdecimal() and len(part) < _GROUP else digits


_GROUP = 3  # digits between the commas of thousands


def _from_words(found: re.Match[str]) -> Number:
    parts = re.findall(r"[^\W\d_]+", found["words"].lower())
    kept = [part for part in parts if part not in ("and", "a", "an", "of")]
    value = numbers.words_value(kept)
    if found["tail"] is not None:
        value += _fraction(found["tail"]) * (1 if value < _SMALL else _last_scale(kept))
    return Number(found.start(), found.end(), value, value, Form.WORDS, _last_scale(kept))


_SMALL = 1000


def _last_scale(parts: list[str]) -> float:
    return numbers.words().magnitudes.get(parts[-1].removesuffix("s"), 1)


def _open(found: re.Match[str]) -> Number:
    """As in "Several", "dozens", "hundreds of thousands" (200 times 1,000), "a few hundred"."""
    low: float = 1
    high: float | None = None
    table = numbers.words()
    for part in re.findall(r"[^\W\d_]+", found["opened"].lower()):
        if part in table.magnitudes:
            size = table.magnitudes[part]
            low, high = (low or _SEVERAL) * size, None if high is None else high * size
        elif part in table.open_numbers:
            least, most = table.open_numbers[part]
            low, high = (least, most) if low == 1 else (low * least, None)
    return Number(found.start(), found.end(), low, high, Form.OPEN)


_SEVERAL = 2  # the least that "several hundred" can be is two of them


def _plain(found: re.Match[str], value: float, form: Form) -> Number:
    return Number(found.start(), found.end(), value, value, form)


def _fraction(text: str) -> float:
    """As in "a third", "two thirds", "three-quarters", "1/2", "half"."""
    if "/" in text or "⁄" in text or text in numbers.words().fraction_signs:
        return numbers.fraction_value(text.replace(" ", ""))
    value, whole = 1.0, 1.0
    for part in re.findall(r"[^\W\d_]+", text.lower()):
        value = numbers.words().fractions.get(part, value)
        whole = numbers.words().cardinals.get(part, whole)
    return whole * value


def _scale(word: str | None) -> float:
    if word is None:
        return 1
    scale = 1.0
    for part in re.findall(r"[^\W\d_]+", word.lower()):
        scale *= numbers.words().magnitudes[part.removesuffix("s")]
    return scale


@cache
def _number() -> re.Pattern[str]:
    table = numbers.words()
    cardinal = "|".join(sorted(table.cardinals, key=len, reverse=True))
    magnitude = "|".join(sorted(table.magnitudes, key=len, reverse=True))
    letter = "|".join(sorted(table.magnitude_letters, key=len, reverse=True))
    fraction = "|".join(sorted(table.fractions, key=len, reverse=True))
    opened = "|".join(sorted(table.open_numbers, key=len, reverse=True))
    many = "|".join(word for word in table.open_numbers if word.endswith("s"))
    signs = "".join(table.fraction_signs)
    words = (*table.cardinals, *table.magnitudes, *table.open_numbers, "a", "half", "quarter")
    firsts = "".join(sorted({word[0] for word in words}))
    term = rf"(?:(?:{cardinal})\b|(?:{magnitude})\b(?:\ and(?=\ (?:{cardinal})\b))?)"
    return re.compile(
        rf"""
        (?=[\d.{signs}]|\b[{firsts}])(?<![\d.,:])(?:
          (?P<fraction>
              [1-9]\d?\s?[/⁄]\s?(?:2|3|4|5|6|8|10|16|20|32|64|100|128)(?![\d/.]) | [{signs}]
            | \b(?:one|two|three|four|five|six|seven|nine)[ ]?-?[ ]?(?:{fraction})\b
              (?! [\s-]* (?:of\s+)? (?:an?\s+)? (?:{magnitude})\b )
            | \ban?\ (?:{fraction})(?=\ of\b)(?! \ of\ an?\ (?:{magnitude})\b )
            | (?<!\band\ )\ban?\ (?:half|third|quarter)(?= [^\w\s-]
              | \ (?:of|the|more|less|fewer|higher|lower
              |as|to|since|from|in|on|this|last|over|and|or|when|after|by|between|compared)\b )
              (?! \ of\ an?\ (?:{magnitude})\b )
            | \bhalf\b(?=\s+(?:an?|of|the|this|that|his|her|its|their|our)\b)
              (?!\s+(?:an?\s+)?(?:{magnitude})\b) )
        | (?P<digits> \d{{1,3}},\d{{1,2}}(?=\ ?(?:{magnitude}|bn|km|per\ cent|percent|%))
            | \d{{1,3}}(?:,\ ?\d{{2,3}})*,\ ?\d{{3}}(?:\.\d+)?(?!\d)
            | \d{{1,3}}(?:[\u00a0\u202f\u2009 ]\d{{3}})+(?![\d,.]\d|\d)
            | \d*\.\d+ | \d+ )
          (?: (?P<part> \ \d/[1-9]\d?(?![\d/]) | -\d/[1-9]\d?(?![\d/]) | \s?[{signs}] ) )?
          (?: [\s-]{{1,2}}(?P<magnitude> (?:{magnitude})s?(?:\ (?:{magnitude}))?)\b
            | \s?(?P<letter> (?i:{letter}))(?![\w'’/]) )?
          (?: [ -]and[ -](?P<and_part> an?[ -]half | an?[ -]quarter )\b )?
        | (?P<words> \b(?: (?:an?[ -] | (?:half|quarter|three\ quarters)\ (?:of\ )?(?:an?\ )?)
              (?:{magnitude})\b | (?:{cardinal})\b )
              (?: (?<=hundred|housand)\ and(?=\ (?:{cardinal})\b) )?(?:[\s-]+{term})* )
          (?: [ -]and[ -](?:an?|one)[ -](?P<tail> half | quarter | third )\b )?
        | (?P<opened> \b(?:{opened})\b(?:\ of\ (?:{many})\b|\ (?:of\ )?(?:{magnitude})\b)? )
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )
