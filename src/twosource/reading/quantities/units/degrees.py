"""Numbers below zero, and degrees that only a letter or the sentence tells: "-10C", "14 below"."""

import re
from dataclasses import replace

from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import unit_after
from twosource.reading.quantities.units.signs import currency_before
from twosource.reading.quantities.units.unit_words import Unit, words

_MINUS = re.compile(r"(?:(?<!\w)minus[\s-]|(?<![\w)])(?<!\d\s)[-−])\Z", re.IGNORECASE)
_SIGNS = ("-", "−")
_EITHER_WAY = ("plus or minus ", "plus-or-minus ", "plus/minus ")
_SCALE = re.compile(r"([CF])\b")
_SCALES = {"C": "degrees Celsius", "F": "degrees Fahrenheit"}
# As in "14 degrees below zero", "it was 14 below", "the cold of 14 below"; no oil "at 14 below".
_BELOW = re.compile(r"\sbelow(?P<zero>\szero\b|(?=\s?[.,;:!?”\"]|\Z))")
_IT_IS = re.compile(
    r"\b(?:(?P<outside>[Ii]t\s(?:is|was))|was|is|at|to|hit|reached|of)"
    r"\s(?:about\s|nearly\s|almost\s)?\Z"
)
_WORD = re.compile(r"[a-z]+")
_MINUS_LENGTH, _CLOSE, _SENTENCE = 6, 24, 120  # characters


def signed(text: str, start: int, end: int, number: Number) -> Number:
    """The number below zero where a minus stands before it.

    `start` and `end` are those of its sentence, here and in all that follows.
    """
    if number.high is None or text.endswith(_EITHER_WAY, start, number.start):
        return number
    found = _MINUS.search(text, max(start, number.start - _MINUS_LENGTH), number.start)
    if found is None or (found[0] in _SIGNS and number.form is not Form.DIGITS):
        return number
    measured = (
        currency_before(text, start, found.start())
        or unit_after(text, number.end, end=end)
        or _SCALE.match(text, number.end)
    )
    if found[0] == "-" and not measured and not _is_of_warmth(text, start, end, number):
        return number  # a stray hyphen
    return _negative(number, found.start())


def with_minus_at(text: str, edge: int, number: Number) -> Number:
    """The number below zero where a minus ends at `edge`, before the sign of its money: "-$50m"."""
    found = _MINUS.search(text, max(0, edge - _MINUS_LENGTH), edge)
    return number if found is None or number.high is None else _negative(number, found.start())


def _negative(number: Number, start: int) -> Number:
    return replace(number, start=start, low=-number.low, high=-number.low)


def degrees(text: str, start: int, end: int, number: Number) -> Unit | None:
    """The scale that a letter tells: below zero always, else where the sentence is of warmth."""
    found = _SCALE.match(text, number.end)
    if found is None:
        return None
    told = number.low < 0 or _is_of_warmth(text, start, end, number)
    return Unit(_SCALES[found[1]], found.end()) if told else None


def _is_of_warmth(text: str, start: int, end: int, number: Number) -> bool:
    around = text[max(start, number.start - _SENTENCE) : min(end, number.end + _SENTENCE)]
    return not words().warmth.isdisjoint(_WORD.findall(around.lower()))


def below_zero(
    text: str, start: int, end: int, number: Number, unit: Unit | None
) -> tuple[Number, Unit | None]:
    """The number of degrees under zero, where words behind it say so or its sign does: "-19"."""
    if unit is None and number.low < 0 and _is_of_warmth(text, start, end, number):
        return number, Unit("degrees", number.end)
    if unit is not None and "degrees" not in unit.name:
        return number, unit
    found = _BELOW.match(text, unit.edge if unit else number.end, end)
    if found is None or number.high is None or number.low < 0:
        return number, unit
    if not found["zero"] and (unit or not _tells_of_cold(text, start, end, number)):
        return number, unit
    name = unit.name if unit else "degrees"
    return _negative(number, number.start), Unit(name, found.end())


def _tells_of_cold(text: str, start: int, end: int, number: Number) -> bool:
    found = _IT_IS.search(text, max(start, number.start - _CLOSE), number.start)
    if found is None or found["outside"]:
        return found is not None
    return _is_of_warmth(text, start, end, number)
