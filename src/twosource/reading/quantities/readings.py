"""A number read together with its neighbours: its unit, its bounds and what it counts."""

import re
from dataclasses import dataclass, replace
from functools import cache

from twosource.model import Quantity, QuantityKind, Span
from twosource.reading import numbers
from twosource.reading.quantities.counted import counted_after, counts_something
from twosource.reading.quantities.modifiers import Bound, Modifier, modifier_after, modifier_before
from twosource.reading.quantities.naming import is_age_in_brackets
from twosource.reading.quantities.scan import Form, Number, numbers_in
from twosource.reading.quantities.units import (
    Unit,
    coin_code_before,
    currency_across,
    currency_before,
    currency_word_before,
    kind_of,
    rate_after,
    unit_after,
    words,
)

_MINUS = re.compile(r"(?:(?<!\w)minus[\s-]|(?<![\w)])(?<!\d\s)[-−])\Z", re.IGNORECASE)
_SIGNS = ("-", "−")
_EITHER_WAY = ("plus or minus ", "plus-or-minus ", "plus/minus ")
_FROST = re.compile(r"([CF])\b")  # below zero the letter alone is a scale: "-10C"
# Elsewhere it is one where the sentence speaks of warmth: "temperatures have risen by 1.5C".
_WARMTH = re.compile(
    r"\b(?:temperature|warm|heat|cold|degrees|climate|thermometer)s?(?:ing|er|wave)?\b",
    re.IGNORECASE,
)
_SCALES = {"C": "degrees Celsius", "F": "degrees Fahrenheit"}
_OVER_A_YEAR = re.compile(r"\s(?:an?|per)\s(?:year|month|week|season)\b")
_OF_ITS = re.compile(r"\s(?:its|his|her|their|our|them|whom|which|these|those)\b")  # no length has
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_NAME_BEFORE = re.compile(r"[^\W\d_]{2,},\s\Z")
_AGED = re.compile(
    r"\b(?:aged?(?:\sof)?|ages(?:\sof)?|(?:wo)?m[ae]n\sof|boys?\sof|girls?\sof"
    r"|(?:brother|sister|son|daughter|cousin|youth|teenager|pensioner|twin)s?\sof"
    r"|(?:died|dies|retired|married)\sat)\s"
    r"(?:between\s|just\s|only\s|about\s|around\s)?(?:[\w-]+\s(?:to|and|or)\s)?\Z",
    re.IGNORECASE,
)
# As in "He is 58.", "At 24, she left": nothing but an age stands alone so.
_HE_IS = re.compile(
    r"\b(?:s?he|who|I|(?:oldest|youngest)(?:\s\w+){0,3})(?:\s(?:is|was|am|turns|turned)|['’]s)\s"
    r"(?:now\s|only\s|just\s)?\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\A|[.!?“\"]\s?|\n)At\s(?:just\s|only\s)?\Z")
_ALONE = re.compile(r"[.,;:!?”\")]|\Z|\s(?:in|on|when|and|at)\b")
_AGE_ENDS = re.compile(r",\s+(?!\d)|\s*\)?\.?\Z")
_WEIGHED = re.compile(r"\bweigh(?:s|ed|ing)?\s(?:[\w-]+\s){0,3}\Z", re.IGNORECASE)
_TALL = re.compile(
    r"[12]\.\d\dm"
)  # without a currency this is how tall somebody is: "the 1.93m keeper"
_GROWN = 10  # "he is one", "she was first, he was two" are no ages
_OLDEST = 115
_COMPARED = re.compile(
    r"\d(?:\s?(?:%|per\s?cent|points|times))?\s\Z"
)  # "40 per cent fewer than ten"
_LAST_WORD = re.compile(r"\s(\S+)\s\Z")
_CLOSE = 24  # characters, about four words
_SENTENCE = 120  # characters, a sentence of common length
_HUNDRED = 100
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_M = re.compile(r"\d[\d.]*m\b")
_MILLIONS = re.compile(r"[$£€¥]\s?\d[\d.,]*\s?(?:m|bn|million|billion)\b")


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
    number, unit = _measured(text, start, end, _signed(text, start, end, number))
    number, unit = _below_zero(text, start, end, number, unit)
    if unit is None and _letters_follow(text, number):
        return None
    first, last = _edges(number, unit)
    before = _bound_before(text, start, first, unit)
    behind = None if before else modifier_after(text, last, end)
    last = behind.edge if behind else last
    if behind and unit is None and (unit := unit_after(text, last, end=end)):
        last = unit.edge  # "20-odd years"
    counted = None if unit else _counted(text, last, end, number)
    if counted and (unit := rate_after(text, counted.end, end=end)):
        last = unit.edge  # "120 crates a day"
    elif counted and not (before or behind):
        behind = modifier_after(text, counted.end, end)  # "three schools or more"
        last = behind.edge if behind else last
    name = unit.name if unit else None
    return NumberRead(
        number, before.edge if before else first, last, name, counted, before or behind
    )


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
    number = last[1][-1].isdecimal() or last[1].lower() in numbers.words().magnitudes
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


def _signed(text: str, start: int, end: int, number: Number) -> Number:
    """The number below zero where a minus stands before it."""
    if number.high is None or text.endswith(_EITHER_WAY, start, number.start):
        return number
    found = _MINUS.search(text, max(start, number.start - 6), number.start)
    if found is None or (found[0] in _SIGNS and number.form is not Form.DIGITS):
        return number
    measured = (
        currency_before(text, start, found.start())
        or unit_after(text, number.end, end=end)
        or _FROST.match(text, number.end)
    )
    if found[0] == "-" and not measured:
        return number  # a stray hyphen
    return replace(number, start=found.start(), low=-number.low, high=-number.low)


# As in "14 degrees below zero", and "it was 14 below".
_BELOW_ZERO = re.compile(r"\sbelow(?P<zero>\szero\b|(?=\s?[.,;:!?”\"]|\Z))")
_IT_IS = re.compile(r"\b(?:was|is|at|to|hit|reached|of)\s(?:about\s|nearly\s|almost\s)?\Z")


def _below_zero(
    text: str, start: int, end: int, number: Number, unit: Unit | None
) -> tuple[Number, Unit | None]:
    """The number of degrees under zero, where words behind it say so."""
    if unit is not None and "degrees" not in unit.name:
        return number, unit
    found = _BELOW_ZERO.match(text, unit.edge if unit else number.end, end)
    if found is None or number.high is None or number.low < 0:
        return number, unit
    left = max(start, number.start - _CLOSE)
    if not found["zero"] and (unit or not _IT_IS.search(text, left, number.start)):
        return number, unit
    name = unit.name if unit else "degrees"
    return replace(number, low=-number.low, high=-number.low), Unit(name, found.end())


def _edges(number: Number, unit: Unit | None) -> tuple[int, int]:
    if unit is None:
        return number.start, number.end
    return min(number.start, unit.edge), max(number.end, unit.edge)


def _measured(text: str, start: int, end: int, number: Number) -> tuple[Number, Unit | None]:
    """The number with its magnitude letter taken in where it is one, and its unit."""
    sign = _sign_before(text, start, number)
    if number.letter is not None:
        money = sign is not None or _is_money(text, start, number, end)
        number = _with_letter(text, end, number, signed=money)
    if sign is not None:
        return _with_sign(text, end, number, sign)
    rate = None if number.form is Form.FRACTION else rate_after(text, number.end, end=end)
    frost = _FROST.match(text, number.end)
    if frost is not None and (number.low < 0 or _speaks_of_warmth(text, start, end, number)):
        return number, Unit(_SCALES[frost[1]], frost.end())
    unit = rate or unit_after(text, _partitive(text, number, end), end=end)
    if unit is not None and unit.name == "GBP" and _is_a_weight(text, start, number, unit.edge):
        unit = replace(unit, name="pounds weight")
    if unit is None or not _may_be_money(text, end, number, unit):
        return number, _age(text, start, number, end)
    number = _scaled(number, unit.scale)
    half = _AND_PART.match(text, unit.edge, end)
    if half is not None and (half["word"] or "and") in words().not_counted:
        return _with_part(number, half), replace(unit, edge=half.end("part"))
    return _with_change(text, end, number, unit)


def _is_a_weight(text: str, start: int, number: Number, edge: int) -> bool:
    """Whether pounds are no money: "it weighs 31 pounds", "a 1,000-pound bomb"."""
    heavy = _NEXT_WORD.match(text, edge)
    named = heavy is not None and heavy[1].lower() in words().weighed
    left = max(start, number.start - _SENTENCE)
    return named or _WEIGHED.search(text, left, number.start) is not None


def _speaks_of_warmth(text: str, start: int, end: int, number: Number) -> bool:
    left, right = max(start, number.start - _SENTENCE), min(end, number.end + _SENTENCE)
    return _WARMTH.search(text, left, right) is not None


def _partitive(text: str, number: Number, end: int) -> int:
    """Where the words behind a number go on: behind the "of" of "a couple of dollars"."""
    opened = number.form is Form.OPEN and text.startswith(" of ", number.end, end)
    return number.end + len(" of") if opened else number.end


# As in "two dollars and a half".
_AND_PART = re.compile(
    r"\sand\s(?:an?|one)\s(?P<part>half|quarter)(?=\s?[.,;:!?)”\"]|\Z|\s(?P<word>[a-z]+)\b)"
)


def _with_part(number: Number, found: re.Match[str]) -> Number:
    more = numbers.words().fractions[found["part"]]
    high = None if number.high is None else number.high + more
    return replace(number, low=number.low + more, high=high)


def _may_be_money(text: str, end: int, number: Number, unit: Unit) -> bool:
    """Whether a word such as "won" or "grand" is money here: "10,000 won", and no piano."""
    least = words().money_from.get(text[number.end : unit.edge].strip().lower())
    if least is None:
        return True
    following = _NEXT_WORD.match(text, unit.edge, end)
    noun = following is not None and following[1].lower() not in words().not_counted
    return number.low >= least and not noun


def _sign_before(text: str, start: int, number: Number) -> Unit | None:
    """The money that is told before its sum, by a sign, a code or a word."""
    sign = currency_before(text, start, number.start) or _shared_sign(text, start, number)
    if sign is None and (number.letter is not None or number.scale > _HUNDRED):
        sign = currency_word_before(text, start, number.start)
    if sign is None and number.letter is not None:
        sign = coin_code_before(text, start, number.start)
    return sign


def _shared_sign(text: str, start: int, number: Number) -> Unit | None:
    """As in "£3–5m": the sign of the first end goes for both."""
    before = text[max(0, number.start - 4) : number.start]
    if number.form is not Form.DIGITS or not before.endswith(("-", "–", "—", "to ", "- ", "– ")):
        return None
    return currency_across(text, start, number.start)


def _age(text: str, start: int, number: Number, end: int) -> Unit | None:
    """The "62" of "a woman, 62, was hurt", "a man of 62", "she is 62"."""
    if number.scale > 1 or not 1 <= number.low <= _OLDEST or number.low % 1:
        return None
    left = max(start, number.start - 40)
    said = _HE_IS.search(text, left, number.start) or _AT.search(text, left, number.start)
    alone = said and number.low >= _GROWN and _ALONE.match(text, number.end, end)
    aged = _AGED.search(text, left, number.start) and not counts_something(text, number.end, end)
    if alone or is_age_in_brackets(text, number) or aged:
        return Unit("years of age", number.end)
    if number.form is not Form.DIGITS:
        return None
    before = _NAME_BEFORE.search(text, max(start, number.start - 24), number.start)
    after = _AGE_ENDS.match(text, number.end, end)
    return Unit("years of age", number.end) if before and after else None


def _with_sign(text: str, end: int, number: Number, sign: Unit) -> tuple[Number, Unit]:
    """As in "$2 a share", "-$50m": the sign stands before the number, the rate behind it."""
    number = replace(number, start=sign.edge)
    minus = _MINUS.search(text, max(0, sign.edge - 6), sign.edge)
    if minus is not None and number.high is not None:
        number = replace(number, start=minus.start(), low=-number.low, high=-number.low)
    rate = rate_after(text, number.end, end=end)
    if rate is None:
        return number, replace(sign, edge=number.end)
    return number, Unit(f"{sign.name} {rate.name}", rate.edge)


def _with_letter(text: str, end: int, number: Number, *, signed: bool) -> Number:
    """As in "$2.5m", "2.7m combined sales" and "400k"; but "41m" is as long as a tram: a unit."""
    letter = str(number.letter)
    at = text.index(letter, number.end, end)
    folded = letter.lower()
    close = at == number.end or folded in _CLEAR or letter == "B"
    tall = _TALL.fullmatch(text, number.start, at + 1)
    if not signed and (tall or not (close and _is_magnitude(text, end, folded, at))):
        return replace(number, letter=None)
    scale = numbers.words().magnitude_letters[folded]
    return replace(_scaled(number, scale), end=at + len(letter), letter=None)


_CLEAR = ("bn", "bln", "mn", "mln", "tn", "trn")  # nothing else: also behind a blank, "100 bn yen"


def _is_money(text: str, start: int, number: Number, end: int) -> bool:
    """As in "it cost 12.5m", "£40m, of which 5m in shares"; but "the £40m bridge is 5m wide"."""
    if number.letter not in ("m", "M"):
        return False
    following = _NEXT_WORD.match(text, text.index(number.letter, number.end, end) + 1, end)
    if following and following[1].lower() in words().after_metres:
        return False
    if _near_money(text, start, number.start, min(end, number.end + _CLOSE)):
        return True
    return _MILLIONS.search(text, start, number.start) is not None or any(
        _near_money(text, start, other.start(), other.end())
        for other in _IN_M.finditer(text, start, number.start)
    )


def _near_money(text: str, start: int, position: int, edge: int) -> bool:
    """Whether a word for paying stands just before a place, or from there to `edge`."""
    around = text[max(start, position - _CLOSE) : edge].lower()
    return not words().money_before.isdisjoint(_LETTERS.findall(around))


def _is_magnitude(text: str, end: int, letter: str, at: int) -> bool:
    if text.startswith("B people", at):
        return True
    if letter in ("b", "t", "mm"):
        return False  # without a currency these are bytes, tonnes and millimetres
    unit = unit_after(text, at + 1, end=end)
    if letter != "m" or (unit is not None and kind_of(unit.name) is QuantityKind.MONEY):
        return True  # "400k", "25m US dollars"
    following = _NEXT_WORD.match(text, at + 1, end)
    word = following[1].lower() if following else ""
    if _OVER_A_YEAR.match(text, at + 1, end):
        return True  # 41m a year
    if word == "of":
        return _OF_ITS.match(text, following.end(), end) is not None if following else False
    return bool(word) and word not in words().not_counted | words().after_metres


def _scaled(number: Number, scale: float) -> Number:
    if scale == 1:
        return number
    high = None if number.high is None else round(number.high * scale, 2)
    return replace(number, low=round(number.low * scale, 2), high=high, scale=scale)


def _with_change(text: str, end: int, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """As in "3 dollars 50 cents" and "15 dollars 50", which are one sum."""
    if unit.name not in words().currencies or unit.name in _small_coins() or number.low % 1:
        return number, unit
    value, edge = _with_coins(text, end, number.low, unit.edge, 1)
    return replace(number, low=value, high=value), replace(unit, edge=edge)


def _with_coins(text: str, end: int, value: float, edge: int, whole: float) -> tuple[float, int]:
    """A sum with the coins behind it, each less than the `whole` before: "a kuai five mao two"."""
    rest = next(numbers_in(text, edge, min(end, edge + 24)), None)
    if rest is None or rest.high is None or rest.low % 1:
        return value, edge
    share, behind = _change(text, end, edge, rest)
    if not 0 < rest.low * share < whole:
        return value, edge
    value = round(value + rest.low * share, 3)
    return _with_coins(text, end, value, behind, share) if share == _DIME else (value, behind)


_CENT, _DIME = 0.01, 0.1
_ALONE_BEHIND = re.compile(r"\s*(?:more\b|[.;!?)]|\Z)")


def _change(text: str, end: int, start: int, rest: Number) -> tuple[float, int]:
    """What one of the smaller part of a sum is of the whole, and where its words end.

    The first is 0 where the second number is no part of the sum.
    """
    if not re.fullmatch(r"\s+(?:and\s+)?", text[start : rest.start]):
        return 0, start
    named = _small_change().match(text, rest.end, end)
    if named is not None:
        return words().change[named[1].lower()], named.end()
    alone = _ALONE_BEHIND.match(text, rest.end, end)
    return (_CENT, rest.end) if alone else (0, start)


@cache
def _small_coins() -> frozenset[str]:
    """The currencies that are parts of others: cents, pence."""
    known = words()
    coins = known.currencies.items()
    return frozenset(name for name, coin in coins if not known.change.keys().isdisjoint(coin.words))


@cache
def _small_change() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, words().change))
    return re.compile(rf"\s+({forms})\b", re.IGNORECASE)


def _letters_follow(text: str, number: Number) -> bool:
    """Whether letters that are no unit stick to the digits: "5G", "1080p", "2nd"."""
    return number.form is Form.DIGITS and text[number.end : number.end + 1].isalpha()


def _counted(text: str, position: int, end: int, number: Number) -> Span | None:
    single = number.low == 1 == number.high
    return counted_after(text, position, end, single=single)
