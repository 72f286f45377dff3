"""Sums told in units and coins, which are one: "3 dollars 50 cents", "two pounds fifty a litre".

`change` in vocabulary/units.yaml says what a coin is of its whole.
"""

import re
from dataclasses import replace
from functools import cache

from twosource.model import QuantityKind
from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.scan import Form, Number, numbers_in
from twosource.reading.quantities.units import kind_of, rate_after
from twosource.reading.quantities.units.unit_words import Unit, words

_ALONE_BEHIND = re.compile(r"\s+(?:more|and|for|each|an?|per)\b|\s*(?:[.;!?)]|\Z)")
_AND = re.compile(r",?\s+(?:(?:and|&)\s+)?")
_COMPARED = re.compile(
    r"\s(?:more|less|higher|lower|above|below|over|under|up|down|off|short|of)\b"
)
_CENT, _DIME = 0.01, 0.1
_CLOSE = 40  # characters; "and ninety-nine and a half cents" has 33


def with_change(text: str, end: int, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """As in "3 dollars 50 cents a litre" and "15 dollars 50", which are one sum."""
    if not _may_have_change(number, unit):
        return number, unit
    value, edge = _with_coins(text, end, number, unit)
    if edge == unit.edge:
        return number, unit
    return _as_one(text, end, replace(number, low=value, high=value), replace(unit, edge=edge))


def with_named_coins(text: str, end: int, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """As in "$3 and 50 cents"; but "$15 and 50" are two numbers."""
    rest = _number_behind(text, end, unit.edge)
    if rest is None or not _may_have_change(number, unit):
        return number, unit
    share, edge = _named_change(text, end, unit, rest)
    if not 0 < rest.low * share < 1:
        return number, unit
    value = round(number.low + rest.low * share, 3)
    return _as_one(text, end, replace(number, low=value, high=value), replace(unit, edge=edge))


def _may_have_change(number: Number, unit: Unit) -> bool:
    whole = number.high is not None and not number.low % 1
    money = kind_of(unit.name) is QuantityKind.MONEY and " per " not in unit.name
    return whole and money and unit.name not in _small_coins()


def _as_one(text: str, end: int, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """The sum with its coins, and with the rate behind these: "12 kroner and 50 øre a litre"."""
    if number.form is Form.ARTICLE:
        number = replace(number, form=Form.WORDS, end=unit.edge)  # an "a" alone says less
    rate = rate_after(text, unit.edge, end=end)
    if rate is None:
        return number, unit
    return number, Unit(f"{unit.name} {rate.name}", rate.edge)


def _with_coins(text: str, end: int, number: Number, unit: Unit) -> tuple[float, int]:
    """What a sum comes to with its coins, and where these end: "a kuai five mao two"."""
    value, whole = number.low, 1.0
    while whole in (1, _DIME) and (rest := _number_behind(text, end, unit.edge)) is not None:
        share, behind = _named_change(text, end, unit, rest)
        if not share and not rest.low % 1 and _is_change(text, end, number, unit, rest):
            share, behind = _CENT, rest.end
        if not 0 < rest.low * share < whole:
            break
        value, whole, unit = round(value + rest.low * share, 3), share, replace(unit, edge=behind)
    return value, unit.edge


def _is_change(text: str, end: int, number: Number, unit: Unit, rest: Number) -> bool:
    """Whether a bare number behind a sum tells its coins: "15 dollars and 50", "two pounds fifty".

    Without an "and" it does so wherever nothing else is counted; but "between 5 euros and 10" has
    two ends.
    """
    apart = rest.start - unit.edge > 1
    if text[unit.edge] == ",":
        return False
    if apart and text[: number.start].lower().endswith(_BETWEEN_TWO):
        return False
    if _ALONE_BEHIND.match(text, rest.end, end):
        return True
    if apart or rest.low < _TWO_DIGITS or rest.letter is not None or rest.scale > 1:
        return False
    goes_on = _GOES_ON.match(text, rest.end, end) is not None
    return goes_on and not counts_something(text, rest.end, end)


_BETWEEN_TWO, _TWO_DIGITS = ("between ", "from "), 10
_GOES_ON = re.compile(r"\s(?!of\b)[a-z]|\s?[^\w\s.,-]|[.,](?!\d)")


def _number_behind(text: str, end: int, edge: int) -> Number | None:
    """The number that stands next, if it may be the smaller part of a sum."""
    rest = next(numbers_in(text, edge, min(end, edge + _CLOSE)), None)
    if rest is None or rest.high is None:
        return None
    return rest if _AND.fullmatch(text, edge, rest.start) else None


def _named_change(text: str, end: int, unit: Unit, rest: Number) -> tuple[float, int]:
    """What a coin is of the whole, and where its words end: 0 and the sum's end where none is.

    What is as large as the sum's own unit is no coin of it: "100 shillings and 5 shillings"; nor is
    "3 dollars, 20 cents more than in May" one sum.
    """
    named = _small_change().match(text, rest.end, end)
    if named is None and (edge := _coin_nobody_knows(text, end, unit, rest)):
        return _CENT, edge
    if named is None or (text[unit.edge] == "," and _COMPARED.match(text, named.end(), end)):
        return 0, unit.edge
    word, money = named[1].lower(), words().currencies.get(unit.name)
    if money is not None and word in money.words:
        return 0, unit.edge
    own = words().change_of.get(unit.name, {})
    share = own.get(word, words().change.get(word, 0))
    return (share, named.end()) if share else (0, unit.edge)


def _coin_nobody_knows(text: str, end: int, unit: Unit, rest: Number) -> int | None:
    """Where the word for a coin ends that no list has: "seven talers and 25 gresch".

    A noun behind such a number that is no plural is a unit; "two eggs", "15 left" are none.
    """
    coin = _COIN.match(text, rest.end, end)
    if coin is None or not text.startswith(" and ", unit.edge) or not 1 < rest.low < _HUNDRED:
        return None
    word = coin["word"]
    other = word in words().not_counted or word in words().no_coins or word.endswith(_NO_NOUN)
    return None if other or counts_something(text, rest.end, end) else coin.end("word")


_COIN = re.compile(r"\s(?P<word>[^\W\d_A-Z]{2,})(?:\s?[.,;:!?)”\"]|\Z|\s(?:and|an?|per|each)\b)")
_NO_NOUN, _HUNDRED = ("ed", "ly", "ing"), 100


@cache
def _small_coins() -> frozenset[str]:
    """The currencies that are parts of others, which have no code of their own: cents, pence."""
    known = words()
    coins = ((name, coin.words) for name, coin in known.currencies.items() if name.islower())
    return frozenset(name for name, forms in coins if not known.change.keys().isdisjoint(forms))


@cache
def _small_change() -> re.Pattern[str]:
    own = (word for coins in words().change_of.values() for word in coins)
    forms = gathered({*words().change, *own})
    # "for $5 and 3 p.m." tells no pence.
    return re.compile(rf"\s*({forms})s?(?!\w|\.m)", re.IGNORECASE)
