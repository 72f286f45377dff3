"""Numbers that name a thing and count nothing: flights, sections, products, addresses, years."""

import re
from functools import cache

from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.naming import is_age_in_brackets, naming, word_before
from twosource.reading.quantities.naming.named import is_a_firm, is_in_a_name, is_in_a_small_name
from twosource.reading.quantities.naming.named_before import (
    BESIDE,
    FAR,
    LONG,
    NEAR,
    WHO,
    measures,
    names_a_thing,
)
from twosource.reading.quantities.naming.serials import is_in_a_serial
from twosource.reading.quantities.pronouns import counts_nothing
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.scores import is_in_a_pair, is_in_a_ratio
from twosource.reading.quantities.units import unit_after
from twosource.reading.quantities.units.signs import coin_code_before, currency_before
from twosource.reading.quantities.units.sums import may_be_money
from twosource.reading.quantities.units.unit_words import words

_HYPHENED = re.compile(r"([^\W\d_]+)-\Z")
_MEGAHERTZ = re.compile(r"(?:8[789]|9\d|10[0-7])\.\d(?P<said>\s?(?:FM|MHz|megahertz)\b)?")
_HYPHENED_BEHIND = re.compile(r"-([a-z]+)")
_NEXT = re.compile(r"[\s-]\s*-?\s*([^\W\d_]+)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(r"(?<![\d.,$£€])(?:19|20)\d\d\s?-\s?\Z")
_OF_NOW = re.compile(r"(?:199|20[0-3])\d(?<!00)")
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘]\d\d(?!\w)")  # "back in '96"
_STRAY = re.compile(r"\b[A-Z]{2,}\s-\Z")  # a hyphen that lost its word: "COVID -19"
# Behind its number, as in "a 401(k) plan", "in 3-D", "form 10 - k", "the 70's", "the 3 rd quarter".
_TAIL = re.compile(
    r"\s?\(\s?[a-z\d]\s?\)|-[A-Z](?!\w)|\s-\s[b-z](?!\w)|['’]s\b|\s(?:st|nd|rd|th)\b"
)
_LETTER = re.compile(r"(?<![\w'’])(?<!['’]\s)[b-hj-rt-wyz]\s\Z")  # "the g 7", "vitamin b 6"
# As a tokeniser leaves "an F-16", "the I-5 freeway", "rated single-A-1".
_APART = re.compile(r"(?<![\w'’])([a-z]{1,2})\s-\s\Z")
_WORD_APART = re.compile(r"([^\W\d_]+)\s-\s\Z")
_APART_TOO = re.compile(r"(?:\bthe\si|\b(?:single|double|triple)\s-\s[a-z]{1,3})\s-\s\Z")
_EVEN = re.compile(r"\b50\s?[-/]\s?50\b")
_ENDS_A_SUM = re.compile(r"\d(?:[kmKM]|bn)-\Z")  # "35m-40m"
_ITEM = re.compile(r"\s?\)")
_VERBS = (" is ", " was ", " reads ", " read ", " says ")  # "the number on its side is 318"
_AGE_LIMITS = ("under ", "over ", "below ", "above ")
_FIGURES = ("-figure", " figure", " - figure")  # "a six-figure sum"
# The numbers of a draw, and not those of visitors: "winning numbers: 4", "numbers drawn were 4".
_LISTED_BEFORE = re.compile(
    r"\b(?:(?:[Ww]inning|[Ll]ucky|[Ll]ottery)\snumbers|[Nn]umbers\sdrawn)(?:\s[a-z]+){0,3}"
    r"(?::|\s(?:are|were))\s(?:\d{1,2}(?:,|\sand|,\sand)\s)*\Z"
)
_LIST_GOES_ON = re.compile(r"(?:,|\sand|,\sand)\s\d{1,2}\b(?!\s(?!and\b)[a-z])|\s?(?:[.;]|\Z)")
_BULLETS = " •·▪*–—-"
# A sentence that a number stands before; but "12 The number of dead" tells that number.
_CLAUSE_BEGINS = re.compile(
    r"\s(?:(?:The|An?)(?!\s(?:number|share|percentage|amount|age|total)\b)|She|He|It|They|We|I|You|This|That"
    r"|These|Those|There|His|Her|Its|Their|Our|My|If|When|While|But|And|See)\s[a-z]"
)
_LIST_MARKS = (". ", ") ", ".", " .", ".\n")
_BRACKETS = ("()", "[]")


def is_designation(text: str, start: int, end: int, number: Number) -> bool:
    """Whether a number names something; `start` and `end` are those of its sentence.

    What has a unit or is in millions does so only where it is written as a name: "a 120mm mortar".
    """
    if currency_before(text, start, number.start) is not None:
        return False
    written = _is_in_digits if number.form is Form.DIGITS else _is_in_words
    if written(text, start, end, number):
        return True
    if number.scale > 1 or _has_unit(text, start, end, number):
        return False
    return (
        names_a_thing(text, start, number, end)
        or _is_year(text, start, number, end)
        or _is_a_line(text, start, number)
        or _is_an_age_group(text, start, number)
        or text.startswith(_FIGURES, number.end)
        or _is_a_kind(text, number)
        or is_in_a_ratio(text, start, end, number)
        or is_in_a_small_name(text, start, end, number)
    )


def _has_unit(text: str, start: int, end: int, number: Number) -> bool:
    """As in "3 km", "3,000 won"; but "team 3 won"."""
    unit = unit_after(text, number.end, end=end)
    return unit is not None and may_be_money(text, start, end, number, unit)


def _is_a_kind(text: str, number: Number) -> bool:
    """As in "a three-pointer", "the 100-share index"."""
    behind = _HYPHENED_BEHIND.match(text, number.end)
    if behind is not None and behind[1] in naming().behind_hyphen:
        return True
    return _of_an_index().match(text, number.end) is not None


@cache
def _of_an_index() -> re.Pattern[str]:
    """Behind its number, as in "the 100-share index", "the 11 Pro"."""
    of_them, models = "|".join(naming().indexed), "|".join(naming().models)
    return re.compile(rf"\s?-\s?(?:{of_them})\s(?:index|average)\b|\s(?:{models})\b(?!\s[a-z]+s\b)")


def _is_in_digits(text: str, start: int, end: int, number: Number) -> bool:
    return (
        _joined_to_letters(text, number)
        or _in_brackets(text, number)
        or is_in_a_serial(text, start, end, number)
        or _TAIL.match(text, number.end) is not None
        or is_a_firm(text, number)
        or _is_of_a_year(text, start, end, number)
        or _is_even(text, start, number)
        or _is_an_emergency_call(text, start, end, number)
        or _is_on_the_dial(text, start, end, number)
        or is_in_a_pair(text, start, end, number)
        or _is_the_number(text, start, number)
        or _is_list_number(text, start, end, number)
    )


def _is_in_words(text: str, start: int, end: int, number: Number) -> bool:
    return counts_nothing(text, start, end, number) or is_in_a_name(text, start, end, number)


def _joined_to_letters(text: str, number: Number) -> bool:
    """Whether letters stick to digits: "PS752", "V10", "F-16", "COVID-19", "5G", "m^2"."""
    before = text[max(0, number.start - 2) : number.start]
    stuck = before[-1:].isalpha() or before[-1:] in ("_", "^") or _lettered(text, number)
    if coin_code_before(text, 0, number):
        return False  # "NVK38m"
    left = max(0, number.start - NEAR)
    apart = _APART.search(text, left, number.start) if before == "- " else None
    stray = before == " -" and _STRAY.search(text, left, number.start)
    apart_too = before == "- " and _APART_TOO.search(text, left, number.start)
    tied = apart is not None and (apart[1] == "a" or apart[1] not in words().not_counted)
    if stray or apart_too or tied or (before == "- " and _is_named_apart(text, left, number)):
        return True
    hyphened = (
        before[-1:] == "-"
        and before[:1].isalpha()
        and not _ENDS_A_SUM.search(text, left, number.start)
    )
    return stuck or (hyphened and _hyphened_word(text, number) not in naming().before_hyphen)


def _is_named_apart(text: str, left: int, number: Number) -> bool:
    """As a tokeniser leaves "MiG-29": "the mig - 29"; but "on page - 3 people came"."""
    named = _WORD_APART.search(text, left, number.start)
    if named is None or named[1].lower() not in naming().before_number:
        return False
    return not counts_something(text, number.end, len(text))


def _lettered(text: str, number: Number) -> bool:
    """Whether a letter on its own stands before; no word has just one but "a", "I" and "O"."""
    if text[max(0, number.start - 1) : number.start] != " ":
        return False
    return _LETTER.match(text, max(0, number.start - 2), number.start) is not None


def _is_even(text: str, start: int, number: Number) -> bool:
    """As in "50-50"."""
    if not text.startswith("50", number.start):
        return False
    left, right = max(start, number.start - BESIDE), number.end + BESIDE
    return _EVEN.search(text, left, right) is not None


def _is_an_emergency_call(text: str, start: int, end: int, number: Number) -> bool:
    """As in "she called 911", "a 911 dispatcher"."""
    if text[number.start : number.end] not in naming().emergency_numbers:
        return False
    around = text[max(start, number.start - NEAR) : min(end, number.end + NEAR)].lower()
    return any(word in around for word in naming().around_an_emergency)


def _is_on_the_dial(text: str, start: int, end: int, number: Number) -> bool:
    """As in "98.1 FM", "radio stations on 97.4"; but "at the station 97.4 per cent came"."""
    found = _MEGAHERTZ.match(text, number.start, end)
    if found is None or found["said"] or unit_after(text, number.end, end=end):
        return found is not None and found["said"] is not None
    left = max(start, number.start - LONG)
    return _on_the_dial().search(text, left, number.start) is not None


@cache
def _on_the_dial() -> re.Pattern[str]:
    nouns = "|".join(naming().on_the_dial)
    return re.compile(rf"\b(?:{nouns})\b(?:.*\bon|\s(?:at|to|of))\s\Z", re.IGNORECASE)


def _is_of_a_year(text: str, start: int, end: int, number: Number) -> bool:
    """As in "series 1989-3", "1989 - 7 bonds"; but "in 2019 - 3 people"."""
    left = max(start, number.start - BESIDE - BESIDE)
    if "-" not in text[left : number.start] or not _YEAR_BEFORE.search(text, left, number.start):
        return False
    behind = _NEXT.match(text, number.end, end)
    named = behind is not None and behind[1].lower() in naming().behind_year
    return named or not counts_something(text, number.end, end)


def _hyphened_word(text: str, number: Number) -> str:
    """The word that a hyphen ties to the number: "sub" of "sub-7"."""
    found = _HYPHENED.search(text, max(0, number.start - NEAR), number.start)
    return found[1].lower() if found else ""


def _in_brackets(text: str, number: Number) -> bool:
    """Digits alone in brackets: a shirt number, a footnote; but "a majority (1,237)" counts."""
    left = text[max(0, number.start - 2) : number.start].removesuffix(" ")[-1:]
    right = text[number.end : number.end + 2].removeprefix(" ")[:1]
    if left + right not in _BRACKETS or not text[number.start : number.end].isdecimal():
        return False
    return not is_age_in_brackets(text, number)


def _is_the_number(text: str, start: int, number: Number) -> bool:
    """As in "the number on its side is 318", "the winning numbers: 4, 11 and 23"."""
    listed = "umbers" in text[start : number.start] and _LIST_GOES_ON.match(text, number.end)
    if listed and _LISTED_BEFORE.search(text, start, number.start):
        return True
    if number.low % 1 or not text.endswith(_VERBS, start, number.start):
        return False  # "the R number is 1.1"
    return bool(_numbered().search(text, max(start, number.start - FAR), number.start))


def _is_a_line(text: str, start: int, number: Number) -> bool:
    """As in "the 42 bus": of more than one there would be buses."""
    if not text.endswith(_THE, start, number.start):
        return False
    behind = _NEXT.match(text, number.end)
    return behind is not None and behind[1] in naming().behind_its_number


def _is_an_age_group(text: str, start: int, number: Number) -> bool:
    """As in "children under 12 travel free"."""
    if not text.endswith(_AGE_LIMITS, start, number.start):
        return False
    group = WHO.search(text, max(start, number.start - NEAR), number.start)
    return group is not None and group[1].lower() in naming().age_groups


@cache
def _numbered() -> re.Pattern[str]:
    nouns = "|".join(naming().numbered)
    return re.compile(rf"\b(?:{nouns})\b(?! of\b)[^.;,]{{0,36}}\Z")


def _is_year(text: str, start: int, number: Number, end: int) -> bool:
    """As in "back in 1958", "the winter of '96", "its 2016 accounts", "1989 bonds"."""
    if _SHORT_YEAR.match(text, max(0, number.start - 1)):
        return not measures(text, number, end)
    digits = text[number.start : number.end]
    if not _YEAR.fullmatch(digits):
        return False
    behind = _NEXT.match(text, number.end, end)
    if behind and behind[1].lower() in naming().behind_year:
        return True
    now = _OF_NOW.fullmatch(digits) is not None
    named = now and word_before(text, start, number).lower() in naming().before_year
    return named or not measures(text, number, end)


def _is_list_number(text: str, start: int, end: int, number: Number) -> bool:
    """As in "3. Open the lid" at the head of a sentence, and "1) it floats; 2) it sinks".

    And as in "6 The board met", which is left of a footnote or a list.
    """
    if _ITEM.match(text, number.end):
        return "(" not in text[max(start, number.start - FAR) : number.start]
    digits = text[number.start : number.end].isdecimal()
    if not digits or text[start : number.start].strip(_BULLETS):
        return False
    marked = text[number.end : number.end + 2] in _LIST_MARKS
    return marked or _CLAUSE_BEGINS.match(text, number.end, end) is not None


_THE = ("the ", "The ")
