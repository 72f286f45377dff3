"""Digits that are part of something longer: telephones, map places, addresses, calibres, sizes."""

import re
from functools import cache

from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.naming import naming
from twosource.reading.quantities.scan import Number
from twosource.reading.quantities.units import unit_after

# Digits without a comma, of which so many are a mark; fewer where they are not round.
_LONGEST, _LONG = 10, 7
_NEAR = 24  # characters on either side; nothing looked for here is longer
_SERIAL = re.compile(
    r"\d++(?:(?:\.\d+){2,}|(?:(?:[-/:]|\s-\s|\s?[x×]\s?)\d+){2,}|\s?[x×]\s?\d+|[:/]\d+)"
)
_MARKS = frozenset("-./x×:")
# As in +44 20 7946 0958, 0044 20 7946 0958, (555) 010-9988, 0171 555 2030, 0800 444.
_TELEPHONE = re.compile(
    r"(?:\+|(?<![\d.,])00)\d{1,3}(?:[\s-]\(?\d{1,5}\)?){2,5}|\(\d{3,5}\)\s?\d{3,4}[\s-]\d{3,5}"
    r"|(?<![\d.,])0\d{2,4}[\s-]\d{3,4}(?:[\s-]\d{3,5})?(?!\d|,\d)"
)
# As in 51.5N, 0.12W and 52°31'N.
_COORDINATES = re.compile(
    r"\d{1,3}(?:\.\d+)?°?\s?[NS],?\s+\d{1,3}(?:\.\d+)?°?\s?[EW]\b"
    r"|\d{1,3}°\s?\d{1,2}(?:\.\d+)?['’′]?(?:\s?\d{1,2}(?:\.\d+)?[\"”″])?\s?[NSEW]\b"
)
_AIRLINER = re.compile(r"\b7\d7 - \Z")  # before the sort of one: "a 747 - 400"
_SIGNS_OF_THEM = re.compile(r"[+°(\d](?:(?<!\d)\d|(?<=\d)°|(?<=\d)\s?[NSEW]\b|(?<=(?<!\d)0)\d)")


def is_in_a_serial(text: str, start: int, end: int, number: Number) -> bool:
    """Whether digits are part of a longer run; `start` and `end` are those of the sentence."""
    if _is_long(text[number.start : number.end]):
        return not counts_something(text, number.end, end)  # "7800000000 people"
    if _is_of_an_address(text, start, number):
        return True
    if text[number.start] == "." and _bore().match(text, number.end):
        return True
    if _is_of_an_airliner(text, start, number):
        return True
    if text[number.end : number.end + 4].lstrip(" -")[:1] == "m" and _calibre().match(
        text, number.end
    ):
        return True
    return _is_in_a_run(text, start, end, number)


def _is_long(digits: str) -> bool:
    """As in "account 2290113"; but "a total of 1500000"."""
    least = _LONGEST if digits.endswith("000") else _LONG
    return len(digits) >= least and digits.isdecimal()


def _is_of_an_address(text: str, start: int, number: Number) -> bool:
    """As in "123 Random Street", and "at 123 random street" in a text without capitals."""
    if text[number.end + 1 : number.end + 2].isupper():
        return _address().match(text, number.start) is not None
    at = text.endswith("at ", start, number.start)
    return at and _small_address().match(text, number.start) is not None


def _is_of_an_airliner(text: str, start: int, number: Number) -> bool:
    """As in "a 747", and the 400 of "a 747 - 400"."""
    if text[number.start] == "7" and _airliner().match(text, number.start):
        return True
    sort = text.endswith("7 - ", start, number.start)
    return sort and _AIRLINER.search(text, start, number.start) is not None


def _is_in_a_run(text: str, start: int, end: int, number: Number) -> bool:
    """Whether digits are part of a telephone number, a map place or a longer serial."""
    left, right = max(start, number.start - _NEAR), min(end, number.end + _NEAR)
    rules = [_SERIAL] if _is_joined(text, number) else []
    if _SIGNS_OF_THEM.search(text, left, right):
        rules += [_TELEPHONE, _COORDINATES]  # these two are slow
    return bool(rules) and any(
        found.start() <= number.start < found.end()
        and not (found.start() == number.start and found.end() <= number.end)
        and not _is_measured(text, end, found)
        for rule in rules
        for found in rule.finditer(text, left, right)
    )


def _is_measured(text: str, end: int, found: re.Match[str]) -> bool:
    """As in "80 x 120 centimetres", which is no mere size."""
    if "x" not in found.group() and "×" not in found.group():
        return False
    return unit_after(text, found.end(), end=end) is not None


def _is_joined(text: str, number: Number) -> bool:
    """Whether a mark ties the digits to something before or behind."""
    before, behind = (
        text[max(0, number.start - 2) : number.start].strip()[-1:],
        text[number.end : number.end + 2].strip()[:1],
    )
    return before in _MARKS or behind in _MARKS


@cache
def _address() -> re.Pattern[str]:
    """As in "123 Random Street"."""
    streets = "|".join(naming().streets)
    return re.compile(rf"\d{{1,5}}\s(?:[A-Z][\w'’.]+\s){{1,3}}(?:{streets})\b")


@cache
def _small_address() -> re.Pattern[str]:
    """As in "1200 elm street"."""
    streets = "|".join(naming().streets).lower()
    return re.compile(rf"\d{{1,5}}\s(?:[a-z][\w'’.]+\s){{1,2}}(?:{streets})\b")


@cache
def _airliner() -> re.Pattern[str]:
    """As in "737 Max", "a 747 jet", "777s", "747 - 400" as a tokeniser leaves it."""
    behind = "|".join(naming().airliners)
    return re.compile(rf"7\d7(?=[\s-](?:(?i:{behind})\b|\d)|\s-\s\d|s\b)")


@cache
def _bore() -> re.Pattern[str]:
    """Behind its number, as in "a .38-calibre revolver", "a .22 rifle"."""
    return re.compile(rf"[\s-](?:{'|'.join(naming().bores)})\b", re.IGNORECASE)


@cache
def _calibre() -> re.Pattern[str]:
    """Behind its number, as in "120mm mortar", "7.62-millimetre sniper rifles"."""
    weapons = "|".join(naming().weapons)
    return re.compile(rf"[\s-]?(?:mm|millimet(?:re|er))[\s-](?:\w+[\s-])?(?:{weapons})\b")
