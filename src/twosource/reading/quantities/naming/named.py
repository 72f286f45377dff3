"""Numbers that are part of a name, which its capitals tell: "the Four Seasons", "7-Eleven"."""

import re
from functools import cache

from twosource.reading import numbers
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.modifiers import openers
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units.unit_words import words
from twosource.vocabulary.verb_forms import irregular_pasts

_NEXT = re.compile(r"[\s-]\s*-?\s*([^\W\d_]+)")
_INSIDE = re.compile(r"[^\W\d][ ]\Z")
_DIGITS_BEFORE = re.compile(r"(?<![\w.,])\d+-\Z")
_THE = ("the ", "The ")
_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-z][\w'’-]*[ ]\Z")
_BESIDE, _FAR = 5, 24  # characters


def is_in_a_name(text: str, start: int, end: int, number: Number) -> bool:
    """Whether a number word inside a sentence has a capital of its own: "on the Six", "BBC One".

    Or stands behind digits, as in "7-Eleven".
    """
    written = text[number.start : number.end]
    tied = text[max(start, number.start - 1) : number.start] == "-"
    if tied and _DIGITS_BEFORE.search(text, max(start, number.start - _BESIDE), number.start):
        return number.form is Form.WORDS
    if number.form is not Form.WORDS or not written[0].isupper() or written.isupper():
        return False
    if not _INSIDE.search(text, start, number.start):
        return False
    after = _NEXT.match(text, number.end, end)
    titled = text.endswith(_THE, start, number.start)  # "the Three Crowns"
    if after is None or after[1][0].islower() or titled:
        return True
    # As in "at Three Rivers Mill"; but not behind a label ("SPORT Two Danish riders").
    small = _SMALL_WORD.search(text, max(start, number.start - _FAR), number.start)
    return small is not None and _is_running(text, start, end)


def _is_running(text: str, start: int, end: int) -> bool:
    """Whether longer words of a sentence have no capitals, as those of a headline may have."""
    return any(word not in words().not_counted for word in _LONG_WORD.findall(text, start, end))


_LONG_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}\b")


def is_a_firm(text: str, number: Number) -> bool:
    """As in "3M Co.", and "7-Eleven", as no range has one end in digits and one in words."""
    return _firm().match(text, number.end) is not None


@cache
def _firm() -> re.Pattern[str]:
    words_ = gathered(numbers.words().cardinals)
    return re.compile(rf"(?i:-(?:{words_})\b)|[A-Za-z]?\s(?:Co|Corp|Inc|Ltd|LLC|PLC|plc|AG|SE)\b")


def is_in_a_small_name(text: str, start: int, end: int, number: Number) -> bool:
    """As in "motel 6 said", "harbour nights 2 grossed $5 million": of a text without capitals.

    The name opens its sentence and a verb stands behind the number.
    """
    if number.form is not Form.DIGITS or not _DOES_SO.match(text, number.end, end):
        return False
    name = text[start : number.start]
    if not _SMALL_NAME.fullmatch(name) or _CAPITAL.search(text, start, end):
        return False
    return not any(_is_no_name_word(word) for word in _WORD.findall(name))


def _is_no_name_word(word: str) -> bool:
    verb = word.endswith(("ed", "ly")) or word in irregular_pasts()
    return verb or word in openers()


_CAPITAL, _WORD = re.compile(r"[A-Z]"), re.compile(r"[a-z'’]+")
_SMALL_NAME = re.compile(r"[a-z][a-z'’ -]{2,30}\s")
_DOES_SO = re.compile(
    r"\s(?:[a-z]{2,}ed|said|says|is|was|has|had|will|cost|costs|made|sold|took)\b"
)
