"""Numbers that name a thing and count nothing: flights, sections, products, scores, addresses."""

import re

from twosource.reading.quantities.counted import counted_after, is_plural
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import unit_after, words

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[\s#.:]*\Z")
_WORD_AFTER = re.compile(r"[\s-]+([^\W\d_]+)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEFORE_PRONOUN = frozenset(
    (
        "the",
        "this",
        "that",
        "which",
        "no",
        "any",
        "every",
        "each",
        "another",
        "some",
        "good",
        "new",
        "big",
        "same",
    )
)
_AFTER_PRONOUN = frozenset(("another", "day", "thing", "way"))
_COUNTING = frozenset(("of", "in", "or", "and", "to", "more"))
_SERIAL = re.compile(r"\d+(?:[-/x×:]\s?\d+){2,}|\d+\s?[x×]\s?\d+|\d+:\d+")


def is_designation(text: str, start: int, end: int, number: Number) -> bool:
    """Whether a number names something; `start` and `end` are those of its sentence."""
    return (
        _joined_to_letters(text, number)
        or _in_a_serial(text, start, end, number)
        or (_names_a_thing(text, start, number) and not _measures(text, number, end))
        or _is_year_alone(text, number, end)
        or _is_list_number(text, start, number)
        or _is_pronoun(text, start, number, end)
    )


def _joined_to_letters(text: str, number: Number) -> bool:
    """Whether letters stick to digits: "PS752", "V10", "F-16", "9M133", "COVID-19", "5G"."""
    if number.form is not Form.DIGITS:
        return False
    before = text[max(0, number.start - 2) : number.start]
    stuck = before[-1:].isalpha() or before[-1:] == "_"
    hyphened = before[-1:] == "-" and before[:1].isalpha()
    return stuck or hyphened


def _names_a_thing(text: str, start: int, number: Number) -> bool:
    """Whether the word before makes the number a name: "Section 427", "Boeing 737", "No. 1"."""
    if text[max(0, number.start - 1) : number.start] == "#":
        return True
    found = _WORD_BEFORE.search(text, max(start, number.start - 24), number.start)
    if found is None:
        return False
    word = found.group(1)
    if word.lower().rstrip(".") in words().designations:
        return True
    first = found.start() == start
    return word[0].isupper() and not first and number.form is Form.DIGITS


def _in_a_serial(text: str, start: int, end: int, number: Number) -> bool:
    """Whether the digits are part of a score, a size, a telephone number or a time on the clock."""
    if number.form is not Form.DIGITS:
        return False
    left = start if number.start - start < 16 else number.start - 16  # noqa: PLR2004
    for found in _SERIAL.finditer(text, left, min(end, number.end + 16)):
        if found.start() <= number.start < found.end():
            return True
    return False


def _measures(text: str, number: Number, end: int) -> bool:
    """Whether a unit or a plural behind the number shows that it counts after all."""
    if number.scale > 1 or unit_after(text, number.end, end=end) is not None:
        return True
    counted = counted_after(text, number.end, end, single=False)
    return counted is not None and is_plural(counted.of(text).split()[-1])


def _is_year_alone(text: str, number: Number, end: int) -> bool:
    digits = text[number.start : number.end]
    return bool(_YEAR.fullmatch(digits)) and not _measures(text, number, end)


def _is_list_number(text: str, start: int, number: Number) -> bool:
    """ "3. Open the lid" at the head of a sentence."""
    return (
        number.start == start
        and number.form is Form.DIGITS
        and text[number.end : number.end + 2] in (". ", ") ", ".", ".\n")
    )


def _is_pronoun(text: str, start: int, number: Number, end: int) -> bool:
    """Whether "one" stands for a thing and counts nothing: "this one", "one another"."""
    if text[number.start : number.end].lower() != "one":
        return False
    before = _WORD_BEFORE.search(text, max(start, number.start - 16), number.start)
    if before is not None and before.group(1).lower() in _BEFORE_PRONOUN:
        return True
    after = _WORD_AFTER.match(text, number.end, end)
    return (
        after is None
        or after.group(1).lower() in _AFTER_PRONOUN
        or (
            after.group(1).lower() in words().not_counted
            and after.group(1).lower() not in _COUNTING
        )
    )
