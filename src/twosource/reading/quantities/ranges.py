"""Two numbers that are the ends of one range: "between 35 and 40", "$3 to $5 million"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.reading.quantities.readings import NumberRead
from twosource.reading.quantities.scan import Form

_TO = re.compile(r"\s*(?:-|–|—|to|through|/)\s*-?\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
_LIST = re.compile(r"-?\s*,?\s*(?:and|or|,)\s*", re.IGNORECASE)


def joined(text: str, reads: Iterable[NumberRead]) -> Iterator[NumberRead]:
    """The numbers of a sentence, with the two ends of each range made one."""
    held: NumberRead | None = None
    for read in reads:
        if held is None:
            held = read
        elif (both := _range(text, held, read)) is not None:
            held = both
        else:
            yield _lent(text, held, read)
            held = read
    if held is not None:
        yield held


def _range(text: str, first: NumberRead, second: NumberRead) -> NumberRead | None:
    before = text[max(0, first.start - 12) : first.start]
    between = _BETWEEN.search(before)
    gap = text[first.end : second.start]
    if not (_AND if between else _TO).fullmatch(gap) or _FROM.search(before):
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if first.high is None or second.low is None or second.modifier:
        return None
    return _one(first, second, first.start - len(between[0]) if between else first.start)


def _one(first: NumberRead, second: NumberRead, start: int) -> NumberRead | None:
    scale = second.number.scale if first.number.scale == 1 and first.number.low < 1000 else 1  # noqa: PLR2004
    low = first.number.low * scale
    high = second.number.high
    if high is None or low >= high:
        return None
    number = replace(first.number, low=low, high=high, end=second.number.end, form=Form.DIGITS)
    return replace(
        first,
        number=number,
        low=low,
        high=high,
        start=start,
        end=max(second.end, first.end),
        modifier="between",
        unit=second.unit or first.unit,
        counted=second.counted,
    )


def _lent(text: str, first: NumberRead, second: NumberRead) -> NumberRead:
    """ "5 and 6 kg", "7- or 8-inch": the first number borrows the unit of the second."""
    if first.unit is not None or first.counted is not None:
        return first
    if not _LIST.fullmatch(text[first.end : second.start]):
        return first
    return replace(first, unit=second.unit, counted=second.counted)
