"""Number words that count nothing: "this one", "one another", "how many", "the second half"."""

import re
from functools import cache

from twosource.reading import numbers
from twosource.reading.quantities.counted import counts_something
from twosource.reading.quantities.naming import naming, word_before
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import unit_after
from twosource.reading.quantities.units.unit_words import words

_WORD_AFTER = re.compile(r"([\s-])\s*-?\s*([^\W\d_]+)")
_ONE_OF_MANY = re.compile(
    rf"one\s+(?:in|or|and|to)\s+(?:\d|one[\s-]and[\s-]|{numbers.A_FEW}|every|a\s)", re.IGNORECASE
)
# As in "one pack too many", "one of a kind", and "a bid of €31m and one of €28m".
_FOR_ANOTHER = re.compile(r"\s[\w'’-]+\stoo\s(?:many|few)\b|\sof\s(?:[$£€¥\d]|a\skind\b)")
# "One of them" is somebody; "one of four" a part of four.
_OF_SOME = re.compile(rf"\sof\s(?!(?:[\w’']+\s){{0,2}}(?:\d|{numbers.A_FEW}|a)\b)")
# "One of the drivers" counts a driver, whether or not anybody says how many there are.
_OF_A_GROUP = re.compile(
    r"\sof\s(?:the|its|his|her|their|our|my|your|these|those)\s(?!(?:few|many)\b)\w"
)
# Behind another number it is one of the same: "two meetings, one in each country", "in three cases
# it did, in one it cannot be told"; so it is at the head of a sentence: "One, a woman of 44, died".
_ONE_MORE = re.compile(
    rf"\b(?:\d{{1,3}}|(?i:{numbers.A_FEW}))\s[a-z][^.!?]{{0,80}}"
    r"(?P<joint>[,;–—]\s(?:in\s|and\s|of\swhom\s|of\swhich\s)?|\sand\s)\Z"
)
# As in "a boy of 18, one of the best", "two men, one speaking to us", "two, one of them said".
_NOT_ONE_MORE = re.compile(
    r"\sof\sthe\b|\s[a-z]+ing\b"
    r"|\sof\s(?:them|us)\s(?:said|says|told|tells|claimed|claims|quoted|asked|added)\b"
)
_ON_ONE = re.compile(r"\bone\s?-\s?on\s?-\s?\Z", re.IGNORECASE)
_WHO = re.compile(r"One(?:,\san?\s[a-z]|\s(?:was|is|had|has|died)\s(?!to\b))")
_ANSWER = re.compile(r"[“\"]One[.,!?]?[”\"]")  # “How many came?” – “One.”
_BY_ONE = re.compile(r"\s?[.,;:!?)]|\Z")  # "they lost by one"
_OF_THEM = re.compile(r"\sof\s(?:them|us|whom|which)\b")
# As in "one Anton Reske, …": somebody of that name, whom nobody knows.
_SOME_NAME = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]+(?=\s?[,(.;]|\s(?:who|had|has|was|is)\b)")
_ZERO_OF_A_NAME = re.compile(r"[\s-](?:tolerance|sum|hours?)\b", re.IGNORECASE)
# As in "the two are not related": no more than "both".
_BOTH = re.compile(r"\s(?:are|were|have|had|will|would|can|could|did|do|said|say|met|never|also)\b")
_IDIOMS = {"days", "times", "points"}  # "one day" is some day, "one point" an argument


def counts_nothing(text: str, start: int, end: int, number: Number) -> bool:
    """Whether a number word stands for a thing, asks, or is part of a half of something."""
    before = word_before(text, start, number).lower()
    if number.form is Form.OPEN:
        return _is_asked(text, before, number) or _is_a_hint(text, number, end)
    if number.form is Form.FRACTION:
        tied = text[number.end : number.end + 1] == "-"  # "a half-tonne load", "half-baked"
        unmeasured = tied and unit_after(text, number.end, end=end) is None
        half = text[number.start : number.end].lower() == "half"
        return unmeasured or (half and before in naming().before_half)
    word = text[number.start : number.end].lower()
    if word == "zero":
        named = _ZERO_OF_A_NAME.match(text, number.end, end) is not None
        return named or before in naming().before_name_of_zero
    if word == "two" and before == "the":
        return _BOTH.match(text, number.end, end) is not None
    if word in numbers.words().magnitudes:
        return _is_no_hundred(text, before, number, end)
    return word == "one" and _is_pronoun(text, start, before, number, end)


def _is_no_hundred(text: str, before: str, number: Number, end: int) -> bool:
    """As in "deaths per thousand births", "in hundred"; but "the first dozen", "hundred boats"."""
    if before in naming().before_no_hundred:
        return True
    told_before = before in naming().before_lone_hundred
    return not told_before and not counts_something(text, number.end, end)


def _is_asked(text: str, before: str, number: Number) -> bool:
    """As in "how many", "too few"; but "that dozens came" tells of dozens."""
    word = text[number.start : number.end].lower()
    return before in naming().before_no_number and word in ("many", "few")


def _is_a_hint(text: str, number: Number, end: int) -> bool:
    """As in "many letters", "the couple", "test scores"; but "many said so", "scores of men"."""
    word = text[number.start : number.end].lower()
    if word in ("couple", "a couple", "scores"):
        return not (text.startswith(" of ", number.end) or _hurt().match(text, number.end, end))
    if word != "many":
        return False
    after = _WORD_AFTER.match(text, number.end, end)
    return after is None or after[2].lower() not in words().not_counted - {"of", "more"}


@cache
def _hurt() -> re.Pattern[str]:
    """As in "scores were injured", "scores more"."""
    hurt = "|".join(sorted(words().casualties))
    return re.compile(rf"(?:\s(?:were|are|remain))?\s(?:more|others|{hurt})\b")


def _is_pronoun(text: str, start: int, before: str, number: Number, end: int) -> bool:
    """Whether "one" stands for a thing: "this one", "she is one of them", "one-off"."""
    unit = unit_after(text, number.end, end=end)
    if unit is not None and unit.name not in _IDIOMS:
        return False
    if before in naming().before_pronoun_one or _SOME_NAME.match(text, number.end, end):
        return True
    if _counts_one(text, start, number):
        return False
    after = _WORD_AFTER.match(text, number.end, end)
    on_one_side = before in ("on", "from", "to") and text.startswith(" side", number.end)
    if after is None or on_one_side or _stands_alone(text, start, number):
        return True
    if _OF_SOME.match(text, number.end, end) and not _is_told_apart(text, number, end):
        return True
    word = after[2].lower() if after[2] != "US" else "states"  # one US ounce, not one of us
    return _is_no_noun(text, word, number, end, hyphened="-" in after[0])


def _counts_one(text: str, start: int, number: Number) -> bool:
    """Whether "one" is one of a group, of what was counted before, or of two sides."""
    return (
        _OF_A_GROUP.match(text, number.end) is not None
        or _is_one_more(text, start, number)
        or _is_one_side(text, start, number)
    )


def _stands_alone(text: str, start: int, number: Number) -> bool:
    """As in "one of a kind", "one-on-one"."""
    near = max(start, number.start - _CLOSE)
    return bool(_FOR_ANOTHER.match(text, number.end) or _ON_ONE.search(text, near, number.start))


def _is_one_more(text: str, start: int, number: Number) -> bool:
    if _WHO.match(text, number.start):
        return True
    if _ANSWER.search(text, max(0, number.start - 1), number.end + 2):
        return True
    if _BY_ONE.match(text, number.end) and text.endswith("by ", start, number.start):
        return not text.endswith("one by ", start, number.start)
    if _NOT_ONE_MORE.match(text, number.end):
        return False
    more = _ONE_MORE.search(text, max(start, number.start - _CLOSE), number.start)
    return more is not None and (more["joint"] != " and " or bool(_DID.match(text, number.end)))


_DID = re.compile(r"\s(?:was|is|has|had|died)\b(?!\sto\b)")  # "two left and one was hurt"
_CLOSE = 100  # characters


def _is_one_side(text: str, start: int, number: Number) -> bool:
    """As in "by four votes to one", "four for it and one against"."""
    if _AGAINST.match(text, number.end):
        return True
    return _SIDE.search(text, max(start, number.start - _CLOSE), number.start) is not None


_AGAINST = re.compile(r"\sagainst\b(?!\s(?:the\sother|another))")
_SIDE = re.compile(
    rf"\b(?:\d{{1,3}}|{numbers.A_FEW})"
    r"\s(?:[a-z]+\s)?(?:to|against)\s\Z"
)


def _is_no_noun(text: str, word: str, number: Number, end: int, *, hyphened: bool) -> bool:
    """Whether the word behind "one" is nothing that one could count."""
    if hyphened and word in naming().after_hyphened_one:
        return True
    if word in naming().after_pronoun_one or (_is_aside(text, number) and word.endswith("ing")):
        return True  # "two witnesses, one speaking to the police"
    counts = naming().after_counting_one | words().casualties
    return (
        word in words().not_counted
        and word not in counts
        and not _ONE_OF_MANY.match(text, number.start, end)
    )


def _is_told_apart(text: str, number: Number, end: int) -> bool:
    """As in "four people, one of them a child"; but "one of them said" is somebody who speaks."""
    speaks = _NOT_ONE_MORE.match(text, number.end, end) is not None
    return not speaks and _is_aside(text, number) and bool(_OF_THEM.match(text, number.end, end))


def _is_aside(text: str, number: Number) -> bool:
    return text.endswith((", ", "; ", "(", "– ", "— "), 0, number.start)
