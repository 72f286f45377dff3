"""Numbers as they stand in a text: digits, words, fractions and open numbers, with their values."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from twosource.reading import numbers
from twosource.reading.quantities.forms import any_number


class Form(Enum):
    """How a number is written."""

    DIGITS = auto()
    WORDS = auto()
    FRACTION = auto()
    OPEN = auto()  # "dozens", "several"
    ARTICLE = auto()  # the "a" of "a week to ten days"


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


_LETTERS = re.compile(r"[^\W\d_]+")
_FIFTY_FIFTY = re.compile(r"([a-z]+)\s?-\s?\1")  # an idiom for equal shares


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """Every number between two places of a text, in order, without looking at its neighbours.

    One that is too large for the machine ("a million million …", a page of digits) is infinite.
    """
    for found in any_number().finditer(folded(text), start, end):
        if number := _number(text, found):
            yield number


def _number(text: str, found: re.Match[str]) -> Number | None:
    if found["digits"] is not None:
        return _from_digits(text, found)
    if found["fraction"] is not None:
        return _plain(found, _fraction(found["fraction"]), Form.FRACTION)
    if found["opened"] is not None:
        return _open(found)
    if found["collective"] is not None:
        return _plain(found, numbers.words().collectives[found["collective"]], Form.WORDS)
    if found["single"] is not None:
        return _plain(found, 1, Form.WORDS)
    return None if _FIFTY_FIFTY.fullmatch(found.group()) else _from_words(found)


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """The text without capitals and as long as it was: the capital of ı becomes two code points."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _from_digits(text: str, found: re.Match[str]) -> Number:
    digits = found["parted"].replace(".", "") if found["parted"] else found["digits"]
    value = numbers.digits_value(_pointed(digits))
    if found.end("digits") == found.end():
        return _plain(found, value, Form.DIGITS)
    if power := next(filter(None, map(found.group, _POWERS)), None):
        value = float(f"{value}e{_exponent(power)}")
        end = max(map(found.end, _POWERS))
        return Number(found.start(), end, value, value, Form.DIGITS)
    if found["part"] is not None:
        value += numbers.fraction_value(found["part"].strip())
    if found["and_part"] is not None:
        value += _fraction(found["and_part"])
    scale = _scale(found["magnitude"]) * _scale(found["and_magnitude"])
    value = round(value * scale, 2) if scale > 1 else value
    if found["rest"] is not None:
        value += numbers.words_value(_counted_words(found["rest"]))
    letter = text[slice(*found.span("letter"))] or None
    end = found.end("digits") if letter else found.end()
    return Number(found.start(), end, value, value, Form.DIGITS, scale, letter)


_POWERS = ("power", "minus", "raised", "floating")


def _exponent(power: str) -> int:
    """As in "-30", "−30" and "⁻³⁰"."""
    return int(unicodedata.normalize("NFKC", power).replace("−", "-"))


def _pointed(digits: str) -> str:
    """Digits with a decimal point where a comma stands for one: "3,5 million", "1.250,00"."""
    whole, comma, part = digits.rpartition(",")
    if not comma or not part.isdecimal() or len(part) >= _GROUP:
        return digits
    return f"{whole.replace('.', '')}.{part}"


_GROUP = 3  # digits between the commas of thousands


def _from_words(found: re.Match[str]) -> Number:
    parts = _counted_words(found["words"])
    value, scale = numbers.words_value(parts), _last_scale(parts)
    if found["point"] is not None:
        value += numbers.decimals_value(_LETTERS.findall(found["point"]))
        scale = _scale(found["point_magnitude"])
        value = round(value * scale, 2) if scale > 1 else value
    if found["tail"] is not None:
        value += _fraction(found["tail"]) * (1 if value < _SMALL else scale)
    if found["tail_magnitude"] is not None:
        scale = _scale(found["tail_magnitude"])
        value *= scale
    return Number(found.start(), found.end(), value, value, Form.WORDS, scale)


def _counted_words(text: str) -> list[str]:
    parts = _LETTERS.findall(text)
    return [part for part in parts if _is_number_word(part)]


def _is_number_word(part: str) -> bool:
    table = numbers.words()
    return part in table.cardinals or part in table.magnitudes or part in table.fractions


_SMALL = 1000


def _last_scale(parts: list[str]) -> float:
    return numbers.words().magnitudes.get(parts[-1].removesuffix("s"), 1) if parts else 1


def _open(found: re.Match[str]) -> Number:
    """As in "Several", "dozens", "hundreds of thousands" (200 times 1,000), "a few hundred"."""
    low: float = 1
    high: float | None = None
    table = numbers.words()
    for part in _LETTERS.findall(found["opened"]):
        if part in table.magnitudes:
            size = table.magnitudes[part]
            low, high = (low or table.least_several) * size, None if high is None else high * size
        elif part in table.open_numbers:
            least, most = table.open_numbers[part]
            low, high = (least, most) if low == 1 else (low * least, None)
    return Number(found.start(), found.end(), low, high, Form.OPEN)


def _plain(found: re.Match[str], value: float, form: Form) -> Number:
    return Number(found.start(), found.end(), value, value, form)


def _fraction(text: str) -> float:
    """As in "a third", "two thirds", "three-quarters", "1/2", "half"."""
    if "/" in text or "⁄" in text or text in numbers.words().fraction_signs:
        return numbers.fraction_value(text.replace(" ", ""))
    value, whole = 1.0, 1.0
    for part in _LETTERS.findall(text):
        value = numbers.words().fractions.get(part, value)
        whole = numbers.words().cardinals.get(part, whole)
    return whole * value


def _scale(word: str | None) -> float:
    if word is None:
        return 1
    scale = 1.0
    for part in _LETTERS.findall(word):
        scale *= numbers.words().magnitudes[part.removesuffix("s")]
    return scale
