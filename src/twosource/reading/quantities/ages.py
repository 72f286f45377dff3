"""Ages that no unit tells: "a woman, 62, was hurt", "he is 58", "two boys of ten and eleven"."""

import re
from functools import cache

from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.naming import is_age_in_brackets, naming
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units.unit_words import Unit

_NAME_BEFORE = re.compile(r"[^\W\d_]{2,}\s?,\s(?:\d\d\sand\s)?\Z")
# As in "He is 58.", "At 24, she left": nothing but an age stands alone so.
_HE_IS = re.compile(
    r"\b(?:s?he|who|I|(?:oldest|youngest)(?:\s\w+){0,3})(?:\s(?:is|was|am|turns|turned)|['’][sm])\s"
    r"(?:now\s|only\s|just\s)?\Z",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:turns|turned|turning)\s(?:just\s|only\s)?\Z")  # "Olm turns eight"
_AT = re.compile(r"(?:\A|[.!?“\"]\s?|\n)At\s(?:just\s|only\s)?\Z")
# Behind a comma any one noun may be somebody: "At 19, the striker joined"; but "the gates shut".
_SOMEBODY = re.compile(
    r",?\s(?:[A-Z]|(?:s?he|they|we)\b)|,\s(?:the|an?|his|her|their)\s(?![a-z]+s\b)"
)
_ALONE = re.compile(r"[.,;:!?”\")]|\Z|\s(?:in|on|when|and|at|this|next|last|today|tomorrow)\b")
_AGE_ENDS = re.compile(r"(?:\sand\s\d\d)?\s?,\s+(?!\d)|\s*\)?\.?\Z")
_GROWN = 10  # "he is one", "she was first, he was two" are no ages
_OLDEST = 115
_CLOSE, _FAR = 24, 40  # characters, about four and seven words


@cache
def _aged() -> re.Pattern[str]:
    """As in "aged 12", "two boys of ten and eleven", "she died at just 40"."""
    somebody, did = "|".join(naming().of_an_age), "|".join(naming().at_an_age)
    return re.compile(
        rf"\b(?:aged?(?:\sof)?|ages(?:\sof)?|(?:{somebody})s?\sof|(?:{did})\sat)\s"
        r"(?:between\s|just\s|only\s|about\s|around\s)?(?:[\w-]+\s(?:to|and|or)\s|\d+[-–])?\Z",
        re.IGNORECASE,
    )


def age(text: str, start: int, number: Number, end: int) -> Unit | None:
    """Years of age as the unit of a number; `None` where it is none.

    `start` and `end` are those of its sentence.
    """
    if number.scale > 1 or not 1 <= number.low <= _OLDEST or number.low % 1:
        return None
    left = max(start, number.start - _FAR)
    at = _AT.search(text, left, number.start) and _SOMEBODY.match(text, number.end, end)
    said = at or _HE_IS.search(text, left, number.start)
    turns = _TURNS.search(text, left, number.start)
    alone = turns or (said and number.low >= _GROWN)
    alone = alone and _ALONE.match(text, number.end, end)
    aged = _aged().search(text, left, number.start) and not counts_something(text, number.end, end)
    if alone or is_age_in_brackets(text, number) or aged:
        return Unit("years of age", number.end)
    if number.form is not Form.DIGITS:
        return None
    before = _NAME_BEFORE.search(text, max(start, number.start - _CLOSE), number.start)
    after = _AGE_ENDS.match(text, number.end, end)
    return Unit("years of age", number.end) if before and after else None
