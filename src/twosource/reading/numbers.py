"""What a number in words or digits is worth: "twenty-three", "2.5", "two and a half", "1,200"."""

from functools import cache
from itertools import pairwise

import msgspec

from twosource import vocabulary

# Two to twelve, as a piece of patterns: numbers that are written as words as a rule.
A_FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


class Numbers(msgspec.Struct, frozen=True):
    """Shape of vocabulary/numbers.yaml."""

    cardinals: dict[str, int]
    noughts: frozenset[str]
    magnitudes: dict[str, int]
    magnitude_letters: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, float]
    fraction_signs: dict[str, float]
    behind_decimal_comma: frozenset[str]
    before_half: frozenset[str]
    before_a_part: frozenset[str]
    no_parts: frozenset[str]
    behind_a_part: frozenset[str]
    done_by_a_part: frozenset[str]
    parted: frozenset[str]
    collectives: dict[str, int]
    one_though_two: frozenset[str]
    single_of_a_kind: frozenset[str]
    rounding: frozenset[str]
    open_numbers: dict[str, tuple[float, float | None]]
    least_several: int
    decades: dict[str, int]


@cache
def words() -> Numbers:
    """The number words of English."""
    table: Numbers = vocabulary.load("numbers", Numbers)
    return table


def ordinal_value(word: str) -> int | None:
    """What "third", "twenty-third" or "23rd" counts; `None` where it is not an ordinal."""
    lower = word.lower()
    if lower[:1].isdigit():
        return int(lower[:-2].replace(",", ""))
    tens, _, ones = lower.rpartition("-")
    rank = words().ordinals.get(ones)
    if rank is None or not tens:
        return rank
    base = words().cardinals.get(tens)
    return None if base is None else base + rank


def digits_value(text: str) -> float:
    """What a run of digits is worth: "1,200" is 1200, "816 000" is 816000, "2.5" is 2.5."""
    if text.isdecimal():
        return float(text)
    return float("".join(char for char in text if char.isdecimal() or char == "."))


def fraction_value(text: str) -> float:
    """What "1/2" or "½" is worth. Raises `ValueError` for anything else, and for "1/0"."""
    sign = words().fraction_signs.get(text)
    if sign is not None:
        return sign
    above, _, below = text.replace("⁄", "/").partition("/")
    if not int(below):
        raise ValueError(text)
    return int(above) / int(below)


def words_value(parts: list[str]) -> float:
    """What a run of number words and digits is worth, read from left to right.

    "two hundred and six" → 206, "3.5 million" → 3500000, "nineteen ninety six" → 1996 (a year
    said in two halves), "half a million" → 500000, "ten thousand million" → 10000000000.
    """
    total, current = 0.0, 0.0
    for before, part in pairwise(("", *parts)):
        magnitude = words().magnitudes.get(part)
        if part in words().fractions:
            current = (current or 1) * words().fractions[part]  # "three quarters (of a) million"
        elif magnitude is None:
            current = _next_to(current, _single(part))
        elif magnitude in (100, 12, 20):
            current = (current or 1.0) * magnitude
        elif words().magnitudes.get(before, 0) >= _THOUSAND:
            total *= magnitude
        else:
            total, current = total + (current or 1.0) * magnitude, 0.0
    return total + current


_THOUSAND = 1000
_FIRST_HALF_OF_A_YEAR = range(10, 21)


def _next_to(left: float, right: float) -> float:
    """A number said after another: "twenty three", "two hundred six", "nineteen ninety"."""
    if left in _FIRST_HALF_OF_A_YEAR and right >= _FIRST_HALF_OF_A_YEAR.start:
        return left * 100 + right
    return left + right


def decimals_value(parts: list[str]) -> float:
    """What number words behind a point are worth: "two five" and "twenty-five" are .25."""
    digits = ""
    for before, part in pairwise(("", *parts)):
        value = words().cardinals.get(part, 0)
        if 0 < value < _TENS and words().cardinals.get(before, 0) >= 2 * _TENS:
            digits = digits[:-1]
        digits += f"{value}"
    return float(f"0.{digits}")


_TENS = 10


def _single(part: str) -> float:
    table = words()
    if part in table.cardinals:
        return table.cardinals[part]
    if part in table.fraction_signs or "/" in part:
        return fraction_value(part)
    return digits_value(part)
