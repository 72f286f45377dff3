"""A number read together with its neighbours: its unit, its bounds and what it counts."""

import re
from dataclasses import dataclass, replace
from functools import cache

from twosource.model import Quantity, QuantityKind, Span
from twosource.reading import numbers
from twosource.reading.quantities.ages import age
from twosource.reading.quantities.counted import counted_after
from twosource.reading.quantities.modifiers import Bound, Modifier, modifier_after, modifier_before
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import kind_of, rate_after, unit_after
from twosource.reading.quantities.units.coins import with_change
from twosource.reading.quantities.units.degrees import below_zero, degrees, signed
from twosource.reading.quantities.units.sums import (
    is_a_weight,
    may_be_money,
    scaled,
    sign_before,
    with_letter,
    with_sign,
)
from twosource.reading.quantities.units.unit_words import Unit, words

# As in "40 per cent fewer than ten".
_COMPARED = re.compile(r"\d(?:\s?(?:%|per\s?cent|points|times))?\s\Z")
# As in "two dollars and a half".
_AND_PART = re.compile(
    r"\sand\s(?:an?|one)\s(?P<part>half|quarter)(?=\s?[.,;:!?)”\"]|\Z|\s(?P<word>[a-z]+)\b)"
)
_OF_AGE = (" older", " younger")
_LAST_WORD = re.compile(r"\s(\S+)\s\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")  # "in 2019 over 3 million hours"
_SHORT = 3  # letters of an abbreviation
_CLOSE = 24  # characters, about four words


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number with its neighbours. `start` and `end` bound modifier, number and unit."""

    number: Number
    start: int
    end: int
    unit: str | None
    counted: Span | None
    modifier: Modifier | None = None


def read_number(text: str, start: int, end: int, number: Number) -> NumberRead | None:
    """A number of the sentence from `start` to `end`; `None` where it turns out to be none."""
    number, within = _odd(text, end, number)
    number, unit = _measured(text, start, end, signed(text, start, end, number))
    number, unit = below_zero(text, start, end, number, unit)
    if unit is None and _letters_follow(text, number):
        return None
    first, last = _edges(number, unit)
    before = _bound_before(text, start, first, unit) or within
    behind = None if before else modifier_after(text, last, end)
    last = behind.edge if behind else last
    if behind and unit is None and (unit := _unit_behind(text, end, behind)):
        last = unit.edge  # "20-odd years", "45 or older"
    name = unit.name if unit else None
    edge = min(before.edge, first) if before else first
    read = NumberRead(number, edge, last, name, None, before or behind)
    return read if unit else _counting(text, end, read)


def _odd(text: str, end: int, number: Number) -> tuple[Number, Modifier | None]:
    """A number whose magnitude stands behind its modifier: "sixty-odd million"."""
    modifier = modifier_after(text, number.end, end)
    if modifier is None or number.high is None:
        return number, None
    found = _magnitude().match(text, modifier.edge, end)
    if found is None:
        return number, None
    scale = numbers.words().magnitudes[found[1].lower()]
    low, high = number.low * scale, number.high * scale
    number = replace(number, low=low, high=high, end=found.end(), scale=scale)
    return number, replace(modifier, edge=number.start)


@cache
def _magnitude() -> re.Pattern[str]:
    return re.compile(rf"[ -]({'|'.join(numbers.words().magnitudes)})\b", re.IGNORECASE)


def _counting(text: str, end: int, read: NumberRead) -> NumberRead:
    """A number with what it counts, behind which a rate or a modifier may stand."""
    single = read.number.low == 1 == read.number.high
    counted = counted_after(text, read.end, end, single=single)
    if counted is None:
        return read
    read = replace(read, counted=counted)
    if rate := rate_after(text, counted.end, end=end):
        return replace(read, end=rate.edge, unit=rate.name)  # "120 crates a day"
    behind = None if read.modifier else modifier_after(text, counted.end, end)
    return replace(read, end=behind.edge, modifier=behind) if behind else read  # "ten or more"


def _unit_behind(text: str, end: int, modifier: Modifier) -> Unit | None:
    """The unit that stands behind a modifier, or that it tells itself: older are years of age."""
    if modifier.text.lower().endswith(_OF_AGE):
        return Unit("years of age", modifier.edge)
    return unit_after(text, modifier.edge, end=end)


def _bound_before(text: str, start: int, first: int, unit: Unit | None) -> Modifier | None:
    """The modifier before a number; none in "a billion over two years", "a fifth more than ten"."""
    found = modifier_before(text, start, first)
    if found is None:
        return None
    lasts = kind_of(unit.name if unit else None) is QuantityKind.DURATION
    said = found.text.lower()
    compares = said.endswith(" than") and _COMPARED.search(
        text, max(start, found.edge - _CLOSE), found.edge
    )
    spread = said == "over" and lasts and _ends_a_quantity(text, start, found.edge)
    return None if compares or spread else found


def _ends_a_quantity(text: str, start: int, edge: int) -> bool:
    """Whether the word before a place is a number, a magnitude or a unit."""
    last = _LAST_WORD.search(text, max(start, edge - _CLOSE), edge)
    if last is None:
        return False
    word = last[1]
    digits = word[-1].isdecimal() and not _YEAR.fullmatch(word)
    number = digits or word.lower() in numbers.words().magnitudes
    return number or unit_after(text, last.start(), end=edge) is not None


def quantity(read: NumberRead) -> Quantity:
    """What the model calls it: a modifier opens an end, and "several" has both open."""
    bound = read.modifier.bound if read.modifier else None
    low = None if bound is Bound.TO or read.number.is_sizeless else read.number.low
    high = None if bound is Bound.FROM else read.number.high
    word = read.modifier.text if read.modifier else None
    core = Span(read.number.start, read.number.end)
    kind = QuantityKind.SHARE if _is_share(read) else kind_of(read.unit)
    span = Span(read.start, read.end)
    return Quantity(span, core, low, high, word, read.unit, read.counted, kind=kind)


def _is_share(read: NumberRead) -> bool:
    """As in "a third of the voters", "one in five"; 0.5 goals are no share."""
    return read.unit is None and read.number.form is Form.FRACTION


def _edges(number: Number, unit: Unit | None) -> tuple[int, int]:
    if unit is None:
        return number.start, number.end
    return min(number.start, unit.edge), max(number.end, unit.edge)


def _measured(text: str, start: int, end: int, number: Number) -> tuple[Number, Unit | None]:
    """The number with its magnitude letter taken in where it is one, and its unit."""
    sign = sign_before(text, start, number)
    number = with_letter(text, start, end, number, sign)
    if sign is not None:
        return with_sign(text, end, number, sign)
    if scale := degrees(text, start, end, number) or _height(text, start, end, number):
        return number, scale
    rate = None if number.form is Form.FRACTION else rate_after(text, number.end, end=end)
    unit = rate or unit_after(text, _goes_on(text, number, end), end=end)
    if unit is None or _is_a_body(text, number, unit):
        return number, age(text, start, number, end)
    if not may_be_money(text, start, end, number, unit):
        return number, age(text, start, number, end)
    if is_a_weight(text, start, number, unit):
        unit = replace(unit, name="pounds weight")
    number = scaled(number, unit.scale)
    half = _AND_PART.match(text, unit.edge, end)
    if half is not None and (half["word"] or "and") in words().not_counted:
        return _with_part(number, half), replace(unit, edge=half.end("part"))
    return with_change(text, end, number, unit)


def _height(text: str, start: int, end: int, number: Number) -> Unit | None:
    """Feet or inches by their marks, which stand so only together."""
    mark = text[number.end : number.end + 1]
    if mark in _FEET and _INCHES_BEHIND.match(text, number.end + 1, end):
        return Unit("feet", number.end + 1)
    behind = _INCHES.match(text, number.end, end)
    if behind and _FEET_BEFORE.search(text, max(start, number.start - _SHORT), number.start):
        return Unit("inches", behind.end())
    return None


_FEET = ("'", "’", "′")
_INCHES = re.compile(r"[\"”″]|''|’’")
_INCHES_BEHIND = re.compile(rf"\s?\d\d?(?:{_INCHES.pattern})")
_FEET_BEFORE = re.compile(r"\d['’′]\s?\Z")


def _is_a_body(text: str, number: Number, unit: Unit) -> bool:
    """As in "one MP", "two SEC officers": behind a word, capitals shorten no unit."""
    said = text[number.end : unit.edge].strip()
    shouted = text[number.start : number.end].isupper()
    measured = number.form is Form.DIGITS or shouted or kind_of(unit.name) is QuantityKind.MONEY
    return not measured and len(said) <= _SHORT and said.isalpha() and said.isupper()


def _goes_on(text: str, number: Number, end: int) -> int:
    """Where the words behind a number go on.

    That is behind the "of" of "a couple of dollars" and behind the second comma of "three, maybe
    four, years".
    """
    if number.form is Form.OPEN and text.startswith(" of ", number.end, end):
        return number.end + len(" of")
    aside = text.startswith(", ", number.end, end) and _perhaps().search(
        text, max(0, number.start - _CLOSE), number.start
    )
    return number.end + 1 if aside else number.end


@cache
def _perhaps() -> re.Pattern[str]:
    """Behind another number, as in "three, maybe"."""
    return re.compile(rf"[\w%],\s(?:or\s)?(?:{'|'.join(words().perhaps)})\s\Z")


def _with_part(number: Number, found: re.Match[str]) -> Number:
    more = numbers.words().fractions[found["part"]]
    high = None if number.high is None else number.high + more
    return replace(number, low=number.low + more, high=high)


def _letters_follow(text: str, number: Number) -> bool:
    """Whether letters that are no unit stick to the digits: "5G", "1080p", "2nd"."""
    return number.form is Form.DIGITS and text[number.end : number.end + 1].isalpha()
