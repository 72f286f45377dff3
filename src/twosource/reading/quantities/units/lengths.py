"""Lengths of time in the units that people count them by: half a century is 50 years."""

from dataclasses import replace

from twosource.model import Quantity
from twosource.reading.quantities.units.unit_words import words

_QUARTER = 0.25


def counted_usually(one: Quantity) -> Quantity:
    """The quantity, or the same length in years, weeks or minutes where nobody compares its unit.

    `told_as` in vocabulary/units.yaml says which; a quarter of an hour is 15 minutes, while half an
    hour stays as it is.
    """
    name, factor = words().told_as.get(one.unit or "", (one.unit, 1))
    if one.unit == "hours" and _QUARTER in ((one.low or 0) % 0.5, (one.high or 0) % 0.5):
        name, factor = "minutes", 60
    return (
        one
        if factor == 1
        else replace(one, low=_times(one.low, factor), high=_times(one.high, factor), unit=name)
    )


def _times(end: float | None, factor: int) -> float | None:
    return None if end is None else end * factor
