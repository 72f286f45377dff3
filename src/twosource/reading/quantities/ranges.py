"""Two numbers that are one quantity: "between 35 and 40", "three years and six months"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from twosource.model import QuantityKind
from twosource.reading.quantities.ends import in_one_unit
from twosource.reading.quantities.lending import TO, borrowed, with_lent_units
from twosource.reading.quantities.modifiers import Bound, Modifier
from twosource.reading.quantities.naming import naming
from twosource.reading.quantities.readings import NumberRead
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import kind_of
from twosource.reading.quantities.units.unit_words import words

_UP_TO = re.compile(r"\s*up\s+to\s+", re.IGNORECASE)
_AND = re.compile(
    r"['’]?\s*(?:and|to|-|–)(?:,\s+(?:say|perhaps|maybe|at(?:\s+the)?\s+most),)?\s*", re.IGNORECASE
)
_BUT = re.compile(r",?\s+(?:and|but)\s+")  # "at least 40 and at most 50"
_OR = re.compile(r"\s+(?:or(?:\s+even)?|if\s+not)\s+", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:or\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+ages\s+of\s+)?\Z", re.IGNORECASE)
_OUT_OF = re.compile(
    r"[\s-]+(?:in|out of|of(?=\s(?:every|a\shundred)))[\s-]+(?:every\s+)?", re.IGNORECASE
)
_SMALL = 1000
_FAR_APART = 10
_LONGEST_LINK = 30  # characters between two ends; "’ and, at the most, " has 20
_WORDS_BACK = 48  # characters, about eight words


def joined(text: str, reads: Iterable[NumberRead]) -> list[NumberRead]:
    """The numbers of a sentence, with the ends of each range and the parts of a length made one."""
    kept: list[NumberRead] = []
    for read in reads:
        if not kept:
            kept.append(read)
        elif read.number.start < kept[-1].end:
            continue  # inside a unit that was just read: the "a dozen" of "64 cents a dozen"
        elif (both := _one_quantity(text, kept[-1], read)) is not None:
            kept[-1] = both
        else:
            kept.append(borrowed(text, kept[-1], read))
    return with_lent_units(text, kept)


def _one_quantity(text: str, first: NumberRead, second: NumberRead) -> NumberRead | None:
    near = second.start - first.end <= _LONGEST_LINK
    tied = near and _is_the_rest_of_it(text, first, second)  # "5-foot-7" is no 5 to 7 feet
    ends = _range(text, first, second) if near and not tied else None
    return ends or _compound(text, first, second) or _ratio(text, first, second)


def _range(text: str, first: NumberRead, second: NumberRead) -> NumberRead | None:
    before = text[max(0, first.start - _WORDS_BACK) : first.start]
    between = _BETWEEN.search(before)
    if between is None and _is_up_to(text, before, first, second):
        second = replace(second, start=second.number.start, modifier=None)
    gap = text[first.end : second.start]
    if not _linked(gap, first, second, between=between is not None):
        return None
    ends = in_one_unit(first, second)
    if ends is None or not _may_end(first, second):
        return None
    if between is None and "to" in gap.lower() and _is_step(before, first, second):
        return None
    if between is None and _falls(*ends) and kind_of(second.unit) not in _LASTING:
        return None  # "by 14 to 9 votes"
    shares = {first.number.form, second.number.form} == {Form.FRACTION}
    if first.number.form is Form.FRACTION and first.unit is None and not (between or shares):
        return None  # "fell by a quarter to 12.50"
    return _one(*ends, first.start - len(between[0]) if between else first.start)


_LASTING = (QuantityKind.DURATION, QuantityKind.AGE)  # "3,000 to 2,900 years ago"


def _falls(first: NumberRead, second: NumberRead) -> bool:
    """Whether the first of two numbers is the larger; below zero these go either way."""
    return first.number.low * _lent(first.number, second.number) > second.number.low >= 0


def _is_up_to(text: str, before: str, first: NumberRead, second: NumberRead) -> bool:
    """As in "from 450 up to 900"."""
    gap = text[first.end : second.number.start]
    return before.rstrip().lower().endswith("from") and bool(_UP_TO.fullmatch(gap))


def _linked(gap: str, first: NumberRead, second: NumberRead, *, between: bool) -> bool:
    if (_AND if between else TO).fullmatch(gap):
        return True
    if _are_bounds(first, second) and _BUT.fullmatch(gap):
        return True
    alike = _OR.fullmatch(gap) or (first.unit is None and _is_aside(gap, second))
    return bool(alike) and _are_neighbours(first.number, second.number)


def _is_aside(gap: str, second: NumberRead) -> bool:
    """As in "three, maybe four, years"; but "three years, maybe four" is told in two."""
    return bool(_ASIDE.fullmatch(gap)) and (
        second.modifier is not None and second.modifier.text in words().perhaps
    )


def _are_bounds(first: NumberRead, second: NumberRead) -> bool:
    """As in "at least 40 and at most 50"."""
    bounds = [read.modifier and read.modifier.bound for read in (first, second)]
    return bounds == [Bound.FROM, Bound.TO]


def _may_end(first: NumberRead, second: NumberRead) -> bool:
    """Whether the second number may be the end of a range: "40 to about 50", "40 to 50 or more"."""
    if first.number.low != first.number.high:
        return False  # "from 14-18 mpg to 24"
    if second.modifier is None or second.modifier.bound is Bound.ABOUT:
        return True
    return second.start == second.number.start or _are_bounds(first, second)


def _are_neighbours(first: Number, second: Number) -> bool:
    """As in "two or three", "30 or 40", "2,900 or 3,000": nobody means two numbers."""
    low, high = first.low / first.scale, second.low / second.scale
    while low >= _LARGE and not (low % 10 or high % 10):
        low, high = low / 10, high / 10
    steps = [step for step in _STEPS if step == 1 or not low % step]
    return first.scale in (1, second.scale) and high - low in steps


_STEPS, _LARGE = (1, 5, 10), 100


def _is_step(before: str, first: NumberRead, second: NumberRead) -> bool:
    """Whether a verb of change stands before: "rose 64 points to 4,577", "from 17 to 21".

    It need not be one that the vocabulary has where only the step has a unit: "put on 5 points to
    120".
    """
    if first.unit is not None and second.unit is None:
        return True
    found = re.findall(r"[^\W\d_]+", before.lower())
    if found and found[-1] in words().changes and second.number.low > _FAR_APART * first.number.low:
        return True  # "rose 12 to 340": no range is so wide
    if found[-1:] == ["by"] and second.unit is None:  # "rose by three to 17"
        return not words().changes.isdisjoint(found)
    if not found or (first.unit is None and found[-1] != "from"):
        return False
    return found[-1] in words().changes or (
        found[-1] == "from" and not words().changes.isdisjoint(found)
    )


def _one(first: NumberRead, second: NumberRead, start: int) -> NumberRead | None:
    if None in (first.number.high, second.number.high):
        return None
    low, high = sorted((first.number.low * _lent(first.number, second.number), second.number.low))
    if low == high:
        return None
    number = replace(
        second.number, start=first.number.start, low=low, high=high, form=_form(first, second)
    )
    modifier = first.modifier
    if second.modifier is not None and second.modifier.bound is Bound.FROM:
        modifier = second.modifier  # "40 to 50 or more" has no most
    elif modifier is None or modifier.bound in _OPEN:  # "up to 30 to 40", "over 3-5"
        modifier = Modifier("between", Bound.EXACT, start)
    return replace(
        second, number=number, start=start, unit=second.unit or first.unit, modifier=modifier
    )


_OPEN = (Bound.TO, Bound.FROM)


def _form(first: NumberRead, second: NumberRead) -> Form:
    """How two numbers are written that are one: an article counts where a number stands by it."""
    forms = first.number.form, second.number.form
    return Form.WORDS if Form.ARTICLE in forms else forms[1]


def _lent(first: Number, second: Number) -> float:
    """What the second end lends the first: of "two or three million" a million, as of "5-6,000"."""
    if first.scale > 1 or first.low >= _SMALL:
        return 1
    thousands = second.form is Form.DIGITS and not second.low % _SMALL
    return (
        _SMALL
        if thousands and first.low > 1 and first.low * _SMALL < second.low < _SMALL**2
        else second.scale
    )


def _compound(text: str, first: NumberRead, second: NumberRead) -> NumberRead | None:
    """One length in two units: "three years and six months", in the unit of whole numbers."""
    if _is_the_rest_of_it(text, first, second):
        second = replace(second, unit=_RESTS[first.unit or ""][0])
    parts = _LENGTHS.get((first.unit, second.unit))
    if parts is None or first.modifier != second.modifier is not None:
        return None
    if not re.fullmatch(r"-|\s*,?\s*(?:and\s+)?", text[first.end : second.start]):
        return None
    factor, share, unit = parts
    if second.number.low * share >= factor or (first.number.low % 1 and second.unit != "seconds"):
        return None  # "four years and 18 months respectively"
    low = first.number.low * factor + second.number.low * share
    if first.unit == "hours" and first.number.low >= _DAY:
        low, unit = round(low / factor, 3), "hours"  # nobody counts days in minutes
    number = replace(
        first.number, end=second.number.end, low=low, high=low, form=_form(first, second)
    )
    return replace(first, number=number, end=second.end, unit=unit)


_DAY = 24  # hours


def _is_the_rest_of_it(text: str, first: NumberRead, second: NumberRead) -> bool:
    """As in "two metres 30", "1 metre 20 deep", "five foot ten"."""
    rest = _RESTS.get(first.unit or "")
    bare = second.unit is None and second.counted is None and second.number.scale == 1
    close = bare and text[first.end : second.start] in (" ", "-")  # "a 5-foot-7 keeper"
    return rest is not None and close and second.number.low in rest[1]


# What a bare number behind a unit is told in, and how large it may be.
_RESTS = {"metres": ("centimetres", range(10, 100)), "feet": ("inches", range(12))}


def _ratio(text: str, first: NumberRead, second: NumberRead) -> NumberRead | None:
    """A share said as a ratio: "one in five households", "one household in five"."""
    share, whole = first.number, second.number
    most = _MILLION if share.low == 1 or whole.low in _WHOLES else _HUNDRED
    if first.unit or second.unit or not 0 < share.low < whole.low <= most:
        return None
    if first.counted and (second.counted or not _are_of_all(share, first.counted.of(text))):
        return None
    edge = first.counted.end if first.counted else first.end
    said = _OUT_OF.fullmatch(text, edge, second.start)
    if said is None or ("in" in said[0] and share.low > 1 and whole.low not in _WHOLES):
        return None
    value = share.low / whole.low
    number = replace(whole, start=share.start, low=value, high=value, form=Form.FRACTION)
    return replace(second, number=number, start=first.start, modifier=first.modifier)


def _are_of_all(share: Number, counted: str) -> bool:
    """As in "three patients in ten"; but "12 goals in 20", "three wins in ten" tell of games."""
    told = share.form is Form.WORDS and counted not in naming().around_a_score
    return share.low == 1 or told


_HUNDRED, _MILLION = 100, 1_000_000
# In so many there are two or more of something; "19 in 30" are goals and games.
_WHOLES = {*range(2, 11), 12, 15, 20, 25, 50, _HUNDRED, 1000, 10_000, 100_000, _MILLION}


# First unit and second → what each is multiplied by, and the unit of the sum.
_LENGTHS: dict[tuple[str | None, str | None], tuple[float, float, str]] = {
    ("years", "months"): (1, 1 / 12, "years"),
    ("hours", "minutes"): (60, 1, "minutes"),
    ("minutes", "seconds"): (60, 1, "seconds"),
    ("hours", "seconds"): (1, 1 / 3600, "hours"),
    ("feet", "inches"): (12, 1, "inches"),
    ("metres", "centimetres"): (1, 0.01, "metres"),
    ("kilograms", "grams"): (1, 0.001, "kilograms"),
    ("stone", "pounds weight"): (14, 1, "pounds weight"),
}
