"""Numbers that name a thing and count nothing: flights, sections, products, scores, addresses."""

import re
from functools import cache

from twosource.reading.quantities.counted import counted_after, is_plural
from twosource.reading.quantities.scan import Form, Number, numbers_in
from twosource.reading.quantities.units import currency_before, unit_after, words

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.&-]*)[\s#.:]*\Z")
_HYPHENED = re.compile(r"([^\W\d_]+)-\Z")
_WORD_AFTER = re.compile(r"([\s-])\s*-?\s*([^\W\d_]+)")
_ONE_OF_MANY = re.compile(
    r"one\s+(?:in|or|and|to)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|every|a\s)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_INSIDE = re.compile(r"\w[ ]\Z")
_SERIAL = re.compile(r"\d+(?:\.\d+){2,}|\d+(?:[-/x×:]\s?\d+){2,}|\d+\s?[x×]\s?\d+|\d+[:/]\d+")
# As in +44 20 7946 0958, (555) 010-9988, 0171 555 2030.
_TELEPHONE = re.compile(
    r"\+\d{1,3}(?:[\s-]\(?\d{1,5}\)?){2,5}|\(\d{3,5}\)\s?\d{3,4}[\s-]\d{3,5}"
    r"|(?<!\d)0\d{2,4}[\s-]\d{3,4}[\s-]\d{3,5}(?!\d)"
)
# As in 51.5N, 0.12W and 52°31'N.
_COORDINATES = re.compile(
    r"\d{1,3}(?:\.\d+)?°?\s?[NS],?\s+\d{1,3}(?:\.\d+)?°?\s?[EW]\b"
    r"|\d{1,3}°\s?\d{1,2}(?:\.\d+)?['’′]?(?:\s?\d{1,2}(?:\.\d+)?[\"”″])?\s?[NSEW]\b"
)
_SIGNS_OF_THEM = re.compile(r"[+°(]\d|\d°|\d\s?[NSEW]\b|(?<!\d)0\d")
# As in 123 Random Street.
_ADDRESS = re.compile(
    r"\d{1,5}\s(?:[A-Z][\w'’.]+\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Row|Way|Place|Court|Terrace)\b"
)
_AIRLINER = re.compile(r"7\d7(?=[\s-](?:[Mm]ax|MAX|Dreamliner|jet|plane|aircraft|airliner|\d)|s\b)")
_LISTED = re.compile(r"\s*(?:,|and|or|to|-|–)\s*\d[\d.,]*")
_RANGE_BEFORE = re.compile(r"([^\W\d_]+)\s\d+\s?(?:to|through|and|-|–)\s?\Z")
_ITEM = re.compile(r"\s?\)")
_SCORE = re.compile(r"\d{1,4}[-–](\d{1,3})(?![\d.,]\d)")


def is_designation(text: str, start: int, end: int, number: Number) -> bool:
    """Whether a number names something; `start` and `end` are those of its sentence."""
    return (
        _joined_to_letters(text, number)
        or _in_brackets(text, number)
        or _in_a_serial(text, start, end, number)
        or _names_a_thing(text, start, number, end)
        or _is_year_alone(text, number, end)
        or _is_list_number(text, start, number)
        or _is_pronoun(text, start, number, end)
        or _asks(text, start, number)
        or _is_name(text, start, number, end)
        or _is_half_time(text, start, number)
    )


def _joined_to_letters(text: str, number: Number) -> bool:
    """Whether letters stick to digits: "PS752", "V10", "F-16", "9M133", "COVID-19", "5G"."""
    if number.form is not Form.DIGITS:
        return False
    before = text[max(0, number.start - 2) : number.start]
    stuck = before[-1:].isalpha() or before[-1:] == "_"
    hyphened = before[-1:] == "-" and before[:1].isalpha()
    if stuck:
        return currency_before(text, 0, number.start) is None
    return hyphened and _hyphened_word(text, number) not in words().before_hyphen


def _names_a_thing(text: str, start: int, number: Number, end: int) -> bool:
    """Whether the word before makes the number a name: "Section 427", "Boeing 737", "No. 1"."""
    if currency_before(text, start, number.start) is not None:
        return False
    if text[max(0, number.start - 1) : number.start] == "#":
        return True
    ranged = _RANGE_BEFORE.search(text, max(start, number.start - 24), number.start)
    if ranged and ranged[1].lower() in words().designations:
        return unit_after(text, number.end, end=len(text)) is None
    found = _WORD_BEFORE.search(text, max(start, number.start - 24), number.start)
    if found is None:
        return False
    word = found.group(1)
    if word.lower().rstrip(".") in words().designations:
        return unit_after(text, number.end, end=len(text)) is None
    named = word[0].isupper() and number.form is Form.DIGITS and word.lower() not in _openers()
    return named and not _measures(text, number, end)


def _hyphened_word(text: str, number: Number) -> str:
    """The word that a hyphen ties to the number: "sub" of "sub-7"."""
    found = _HYPHENED.search(text, max(0, number.start - 24), number.start)
    return found[1].lower() if found else ""


def _in_brackets(text: str, number: Number) -> bool:
    """Digits alone in brackets: a shirt number, a footnote, a reference."""
    around = text[max(0, number.start - 1) : number.end + 1]
    return number.form is Form.DIGITS and around[0] == "(" and around[-1] == ")"


def _in_a_serial(text: str, start: int, end: int, number: Number) -> bool:
    """Whether the digits are part of a score, a size, a telephone number or a time on the clock."""
    if number.form is not Form.DIGITS:
        return False
    left = start if number.start - start < 16 else number.start - 16  # noqa: PLR2004
    right = min(end, number.end + 16)
    if any(_covers(found, number) for found in _SERIAL.finditer(text, left, right)):
        return True
    if _is_a_place_or_line(text, start, end, number):
        return True
    score = next(
        (found for found in _SCORE.finditer(text, left, right) if _covers(found, number)), None
    )
    return score is not None and not _is_sum(text, start, end, score)


def _is_sum(text: str, start: int, end: int, score: re.Match[str]) -> bool:
    """Whether two numbers with a dash count after all: "30-40 people", "$3-4 billion"."""
    if currency_before(text, start, score.start()) is not None:
        return True
    scaled = next(numbers_in(text, score.start(1), end), None)
    return (scaled is not None and scaled.scale > 1) or _counts(text, score.end(), end)


def _is_a_place_or_line(text: str, start: int, end: int, number: Number) -> bool:
    """Whether the digits are of a telephone, a place on the map, an address or an airliner."""
    if _ADDRESS.match(text, number.start, end) or _AIRLINER.match(text, number.start, end):
        return True
    left, right = max(start, number.start - 24), min(end, number.end + 24)
    if not _SIGNS_OF_THEM.search(text, left, right):
        return False  # the next two are slow
    both = (_TELEPHONE, _COORDINATES)
    return any(_covers(one, number) for rule in both for one in rule.finditer(text, left, right))


def _covers(found: re.Match[str], number: Number) -> bool:
    return found.start() <= number.start < found.end()


@cache
def _openers() -> frozenset[str]:
    """Words that may stand with a capital before a number that counts: "Nearly 200"."""
    source = words().modifiers
    forms = (*source.from_, *source.to, *source.about, *source.exact)
    return words().not_counted | {form.split()[-1] for form in forms} | {"another"}


def _measures(text: str, number: Number, end: int) -> bool:
    """Whether a unit or a plural behind the number shows that it counts after all."""
    if number.scale > 1 or _counts(text, number.end, end):
        return True
    listed = _LISTED.match(text, number.end, end)  # "5 and 6 kg"
    return listed is not None and unit_after(text, listed.end(), end=end) is not None


def _counts(text: str, position: int, end: int) -> bool:
    if unit_after(text, position, end=end) is not None:
        return True
    counted = counted_after(text, position, end, single=False)
    return counted is not None and is_plural(counted.of(text).split()[-1])


def _is_year_alone(text: str, number: Number, end: int) -> bool:
    digits = text[number.start : number.end]
    if not _YEAR.fullmatch(digits) or currency_before(text, 0, number.start) is not None:
        return False
    return not _measures(text, number, end)


def _is_list_number(text: str, start: int, number: Number) -> bool:
    """As in "3. Open the lid" at the head of a sentence, and "1) it floats; 2) it sinks"."""
    if number.form is Form.DIGITS and _ITEM.match(text, number.end):
        return "(" not in text[max(start, number.start - 60) : number.start]
    return (
        number.start == start
        and number.form is Form.DIGITS
        and text[number.end : number.end + 2] in (". ", ") ", ".", ".\n")
    )


def _has_unit(text: str, number: Number, end: int) -> bool:
    unit = unit_after(text, number.end, end=end)
    return unit is not None and unit.name not in _IDIOMS


_BEING = frozenset(("is", "was", "are", "were", "be", "been", "mine", "yours", "became", "remains"))
_OF_THEM = re.compile(r"\sof\s(?:them|us|you|our|my|your|these|those)\b")
_IDIOMS = {"days", "times", "points"}  # "one day" is some day, "one point" an argument


def _is_pronoun(text: str, start: int, number: Number, end: int) -> bool:
    """Whether "one" stands for a thing and counts nothing: "this one", "one another", "one-off"."""
    if text[number.start : number.end].lower() != "one" or _has_unit(text, number, end):
        return False
    before = _word_before(text, start, number)
    if before in words().before_pronoun_one:
        return True
    if before in _BEING and _OF_THEM.match(text, number.end, end):
        return True  # "she is one of them"
    after = _WORD_AFTER.match(text, number.end, end)
    if after is None:
        return True
    word = after[2].lower() if after[2] != "US" else "states"  # one US ounce, not one of us
    hyphened = after[1] == "-" and word in words().after_hyphened_one
    if hyphened or word in words().after_pronoun_one:
        return True
    counts = words().after_counting_one | words().casualties
    return (
        word in words().not_counted
        and word not in counts
        and not _ONE_OF_MANY.match(text, number.start, end)
    )


def _asks(text: str, start: int, number: Number) -> bool:
    """Whether an open number counts nothing: "how many", "as many as", "too few"."""
    before = _word_before(text, start, number)
    return number.form is Form.OPEN and before in words().before_no_number


def _is_half_time(text: str, start: int, number: Number) -> bool:
    """Whether "half" is a part of a match or a year: "the second half of the game"."""
    before = _word_before(text, start, number)
    return number.form is Form.FRACTION and before in words().before_half


def _is_name(text: str, start: int, number: Number, end: int) -> bool:
    """Whether a number word inside a sentence has a capital of its own: "on the Six", "BBC One"."""
    written = text[number.start : number.end]
    if number.form is not Form.WORDS or not written[0].isupper() or written.isupper():
        return False
    if not _INSIDE.search(text, start, number.start):
        return False
    after = _WORD_AFTER.match(text, number.end, end)
    return after is None or after[2][0].islower()


def _word_before(text: str, start: int, number: Number) -> str:
    found = _WORD_BEFORE.search(text, max(start, number.start - 24), number.start)
    return found.group(1).lower() if found else ""
