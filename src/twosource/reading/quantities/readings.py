"""A number read together with its neighbours: its unit, its bounds and what it counts."""

from dataclasses import dataclass, replace

from twosource.model import Quantity, Span
from twosource.reading import numbers
from twosource.reading.quantities.counted import counted_after
from twosource.reading.quantities.modifiers import Bound, Modifier, modifier_after, modifier_before
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import (
    Unit,
    currency_before,
    is_currency,
    rate_after,
    unit_after,
    words,
)


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number with its neighbours. `start` and `end` bound modifier, number and unit."""

    number: Number
    low: float | None
    high: float | None
    start: int
    end: int
    modifier: str | None
    bound: Bound | None
    unit: str | None
    counted: Span | None


def read_number(text: str, start: int, end: int, number: Number) -> NumberRead | None:
    """A number of the sentence from `start` to `end`; `None` where it turns out to be none."""
    number, unit = _measured(text, start, end, number)
    if unit is None and _letters_follow(text, number):
        return None
    first = min(number.start, unit.edge) if unit else number.start
    last = max(number.end, unit.edge) if unit else number.end
    modifier = modifier_before(text, start, first)
    behind = modifier_after(text, last, end) if modifier is None else None
    if behind is not None:
        last = behind.edge
    counted = None if unit is not None else _counted(text, last, end, number)
    read = NumberRead(
        number,
        number.low,
        number.high,
        modifier.edge if modifier else first,
        last,
        None,
        None,
        unit.name if unit else None,
        counted,
    )
    return _bounded(read, modifier or behind)


def quantity(read: NumberRead) -> Quantity:
    """What the model calls it."""
    core = Span(read.number.start, read.number.end)
    span = Span(read.start, read.end)
    return Quantity(span, core, read.low, read.high, read.modifier, read.unit, read.counted)


def _measured(text: str, start: int, end: int, number: Number) -> tuple[Number, Unit | None]:
    """The number with its magnitude letter taken in where it is one, and its unit."""
    sign = currency_before(text, start, number.start)
    if number.letter is not None:
        number = _with_letter(text, end, number, sign)
    if sign is None:
        return _with_hundredths(text, end, number, unit_after(text, number.end, end=end))
    rate = rate_after(text, number.end, end=end)
    name = f"{sign.name} {rate.name}" if rate else sign.name
    if rate is not None:
        number_end = rate.edge
        return replace(number), Unit(name, sign.edge if sign.edge < number.start else number_end)
    return number, Unit(name, sign.edge)


def _with_letter(text: str, end: int, number: Number, sign: Unit | None) -> Number:
    """ "$2.5m", "2.5m people" and "400k", but "41m" is as long as a tram: a unit."""
    letter = str(number.letter).lower()
    at = text.lower().index(letter, number.end, end)
    behind = at + len(letter)
    joined = at == number.end
    people = counted_after(text, behind, end, single=False) is not None
    if sign is None and not (joined and (letter in _SURE or (people and letter != "t"))):
        return replace(number, letter=None)
    scale = numbers.words().magnitude_letters[letter]
    high = None if number.high is None else number.high * scale
    return replace(number, end=behind, low=number.low * scale, high=high, scale=scale, letter=None)


_SURE = frozenset(("k", "bn", "mn", "mln", "bln", "tn", "trn"))


def _with_hundredths(
    text: str, end: int, number: Number, unit: Unit | None
) -> tuple[Number, Unit | None]:
    return number, unit


def _letters_follow(text: str, number: Number) -> bool:
    """Whether letters that are no unit stick to the digits: "5G", "1080p", "2nd"."""
    return number.form is Form.DIGITS and text[number.end : number.end + 1].isalpha()


def _counted(text: str, position: int, end: int, number: Number) -> Span | None:
    single = number.low == 1 == number.high
    return counted_after(text, position, end, single=single)


def _bounded(read: NumberRead, modifier: Modifier | None) -> NumberRead:
    if modifier is None:
        return read
    low, high = read.low, read.high
    if modifier.bound is Bound.FROM:
        high = None
    elif modifier.bound is Bound.TO:
        low = None
    return replace(read, low=low, high=high, modifier=modifier.text, bound=modifier.bound)


__all__ = ["NumberRead", "is_currency", "quantity", "read_number", "words"]
