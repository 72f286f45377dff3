"""Sums of money: the sign before them, the letter behind them: "£3–5m", "it cost 41m".

The letter behind digits may stand for a magnitude or for a unit: "it cost 41m", "it is 41m long".
`start` and `end` are those of a number's sentence throughout.
"""

import re
from dataclasses import replace

from twosource.model import QuantityKind
from twosource.reading import numbers
from twosource.reading.quantities.naming import marks, word_before
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import kind_of, rate_after, unit_after
from twosource.reading.quantities.units.coins import with_named_coins
from twosource.reading.quantities.units.degrees import with_minus_at
from twosource.reading.quantities.units.signs import (
    coin_code_before,
    currency_across,
    currency_before,
    currency_word_before,
    whose_dollar,
)
from twosource.reading.quantities.units.unit_words import Unit, words

_OVER_A_YEAR = re.compile(r"\s(?:an?|per)\s(?:year|month|week|season)\b")
_OF_ITS = re.compile(r"\s(?:its|his|her|their|our|them|whom|which|these|those)\b")  # no length has
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_STUFF = re.compile(r"\sof\s(?:the\s)?([^\W\d_]+)(?!\smoney)\b")
_WEIGHED = re.compile(
    r"\b(?:weigh(?:s|ed|ing)?|shed(?:s|ding)?)\s(?:[\w-]+\s){0,3}\Z", re.IGNORECASE
)
# Without a currency this is how tall somebody is: "the 1.93m keeper".
_TALL = re.compile(r"[12]\.\d\dm")
_CLEAR = (
    "bn",
    "bln",
    "mn",
    "mln",
    "mio",
    "mio.",
    "tn",
    "trn",
)  # nothing else: also behind a blank, "100 bn yen"
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_M = re.compile(r"\d[\d.]*m\b")
_MILLIONS = re.compile(r"[$£€¥]\s?\d[\d.,]*\s?(?:m|bn|million|billion)\b")
_SIGNED = re.compile(r"[$£€¥]\s?\d")
_HUNDRED = 100
# Characters: about four words, a sentence of common length, and a long one.
_CLOSE, _SENTENCE, _LONG = 24, 120, 240


def sign_before(text: str, start: int, number: Number) -> Unit | None:
    """The money that is told before its sum, by a sign, a code or a word."""
    sign = currency_before(text, start, number.start) or _shared_sign(text, start, number)
    if sign is not None and _is_of_another(text, number, sign):
        return None
    if sign is None and (number.letter is not None or number.scale > _HUNDRED):
        sign = currency_word_before(text, start, number.start)
    return sign or coin_code_before(text, start, number)


def _is_of_another(text: str, number: Number, sign: Unit) -> bool:
    """As in "20 € 30 €": the sign between two sums where one stands behind the second, too."""
    if not text[max(0, sign.edge - 2) : sign.edge].rstrip()[-1:].isdecimal():
        return False
    unit = unit_after(text, number.end, end=len(text))
    return unit is not None and unit.name == sign.name


def _shared_sign(text: str, start: int, number: Number) -> Unit | None:
    """As in "£3–5m": the sign of the first end goes for both."""
    before = text[max(0, number.start - 4) : number.start]
    if number.form is not Form.DIGITS or not before.endswith(("-", "–", "—", "to ", "- ", "– ")):
        return None
    return currency_across(text, start, number.start)


def with_sign(text: str, end: int, number: Number, sign: Unit) -> tuple[Number, Unit]:
    """As in "$2 a share", "-$50m": the sign stands before the number, the rate behind it."""
    number = with_minus_at(text, sign.edge, replace(number, start=sign.edge))
    sum_in = whose_dollar(text, number.end, end) if sign.name == "USD" else None
    sum_in = sum_in or Unit(sign.name, number.end)
    rate = rate_after(text, sum_in.edge, end=end)
    if rate is None:
        return with_named_coins(text, end, number, sum_in)
    return number, Unit(f"{sum_in.name} {rate.name}", rate.edge)


def with_letter(text: str, start: int, end: int, number: Number, sign: Unit | None) -> Number:
    """As in "$2.5m", "2.7m combined sales" and "400k"; but "41m" is as long as a tram: a unit."""
    letter = number.letter
    if letter is None:
        return number
    at = text.index(letter, number.end, end)
    money = sign is not None or _is_money(text, start, number, end)
    if not money and not _is_magnitude(text, end, number, at):
        return replace(number, letter=None)
    scale = numbers.words().magnitude_letters[letter.lower()]
    return replace(scaled(number, scale), end=at + len(letter), letter=None)


def _is_money(text: str, start: int, number: Number, end: int) -> bool:
    """As in "it cost 12.5m", "£40m, of which 5m in shares"; but "the £40m bridge is 5m wide"."""
    if number.letter not in ("m", "M"):
        return False
    following = _NEXT_WORD.match(text, text.index(number.letter, number.end, end) + 1, end)
    if following and following[1].lower() in words().after_metres:
        return False
    if _near_money(text, start, number.start, min(end, number.end + _CLOSE)):
        return True
    left = max(start, number.start - _LONG)
    return _MILLIONS.search(text, left, number.start) is not None or any(
        _near_money(text, left, other.start(), other.end())
        for other in _IN_M.finditer(text, left, number.start)
    )


def _near_money(text: str, start: int, position: int, edge: int) -> bool:
    """Whether a word for paying stands just before a place, or from there to `edge`."""
    around = text[max(start, position - _CLOSE) : edge].lower()
    return not words().money_before.isdisjoint(_LETTERS.findall(around))


def _is_magnitude(text: str, end: int, number: Number, at: int) -> bool:
    """Whether the letter of a number, which stands at `at`, is one where no money is told."""
    letter = str(number.letter).lower()
    if text.startswith("B people", at):
        return True
    behind = at + len(letter)
    unit = unit_after(text, behind, end=end)
    if unit is not None and kind_of(unit.name) is QuantityKind.MONEY:
        return True  # "25m US dollars", "40 mill euros"
    tall = _TALL.fullmatch(text, number.start, behind)
    close = at == number.end or letter in _CLEAR
    if tall or not close or letter in ("b", "t", "mm"):
        return False  # without a currency these are bytes, tonnes and millimetres
    if letter != "m":
        return True  # "400k"
    return _OVER_A_YEAR.match(text, behind, end) is not None or _counts(text, behind, end)


def _counts(text: str, position: int, end: int) -> bool:
    """Whether what is counted follows: "2.7m combined sales", "5m of them"; but "5m long"."""
    following = _NEXT_WORD.match(text, position, end)
    if following is None:
        return False
    if len(following[1]) == 1:
        return False  # "3m x 2m"
    if following[1].lower() == "of":
        return _OF_ITS.match(text, following.end(), end) is not None
    return following[1].lower() not in words().not_counted | words().after_metres


def may_be_money(text: str, start: int, end: int, number: Number, unit: Unit) -> bool:
    """As in "10,000 won", "it cost 20c"; but "12 won games", "ward 5c"."""
    word = text[number.end : unit.edge].strip().lower()
    if word == "mark" and text.endswith("the ", start, number.start):
        return False  # "past the 300 mark"
    if text.startswith("DM", unit.edge - 2):
        return True  # marks; decimetres are small
    if word == "c":
        return _are_cents(text, start, end, number)
    least = words().money_from.get(word)
    if least is None:
        return True
    following = _NEXT_WORD.match(text, unit.edge, end)
    noun = following is not None and following[1].lower() not in words().not_counted
    return number.low >= least and not noun


def _are_cents(text: str, start: int, end: int, number: Number) -> bool:
    """As in "it cost 20c", "fell 5c to $1.20"; but "the room was 20c", "ward 5c"."""
    if marks(word_before(text, start, number)):
        return False
    near = _near_money(text, start, number.start - _CLOSE, min(end, number.end + _CLOSE))
    return near or _SIGNED.search(text, start, end) is not None


def is_a_weight(text: str, start: int, number: Number, unit: Unit) -> bool:
    """As in "it weighs 31 pounds", "a 1,000-pound bomb", "30 pounds of flour", no money."""
    if unit.name != "GBP":
        return False
    heavy, stuff = _NEXT_WORD.match(text, unit.edge), _STUFF.match(text, unit.edge)
    named = heavy is not None and heavy[1].lower() in words().weighed
    named = named or (stuff is not None and stuff[1].lower() in words().weighed_out)
    left = max(start, number.start - _SENTENCE)
    return named or _WEIGHED.search(text, left, number.start) is not None


def scaled(number: Number, scale: float) -> Number:
    """The number times its magnitude."""
    if scale == 1:
        return number
    high = None if number.high is None else round(number.high * scale, 2)
    return replace(number, low=round(number.low * scale, 2), high=high, scale=scale)
