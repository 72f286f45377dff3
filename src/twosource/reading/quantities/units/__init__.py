"""Units and currencies behind a number, and the rates they are taken over."""

import re
from functools import cache, lru_cache

from twosource.model import QuantityKind
from twosource.reading import numbers
from twosource.reading.quantities.units.unit_words import (
    Unit,
    alternatives,
    coin_words,
    is_coin_code,
    is_symbol,
    name_of,
    spaced,
    unit_names,
    words,
)

_OF_STUFF = re.compile(r"\sof\s[\w-]+(?:\s[\w-]+)?(?=\sper\s)")
_PER_MANY = re.compile(r"\sper\s(?:10{2,5}|10{0,2},000|hundred|thousand|million)\b(?:\s[a-z]+)?")
_SCALES = {"M": 1_000_000.0, "k": 1000.0, None: 1.0}  # of "30 MUSD", "20 kEUR"
_LAST_ASKED = 16  # answers kept: one rule after another asks what stands at the same place


@cache
def kind_of(unit: str | None) -> QuantityKind:
    """What sort of thing a unit measures; a rate is of the sort of what it counts."""
    base = unit.partition(" per ")[0] if unit else None
    if base is None or base.startswith("per "):
        return QuantityKind.COUNT
    if (
        base in words().currencies
        or is_coin_code(base)
        or base.rpartition(" ")[2].lower() in coin_words()
    ):
        return QuantityKind.MONEY
    kinds = words().kinds.items()
    return next((kind for kind, units in kinds if base in units), QuantityKind.MEASURE)


@lru_cache(maxsize=_LAST_ASKED)
def unit_after(text: str, position: int, *, end: int) -> Unit | None:
    """The unit or currency whose words begin here, after a blank or a hyphen, with its rate.

    An article or a word such as "working" may stand between: "half an hour", "ten working days".
    """
    between = _between().match(text, position, end)
    found = _behind().match(text, between.end() if between else position, end)
    if found is None:
        return _coin_of(text, position, end)
    name = name_of(found["unit"])
    edge, scale = found.end(), _SCALES[found["scale"]]
    if name in words().currencies and (behind := _magnitude().match(text, edge, end)):
        edge, scale = behind.end(), float(numbers.words().magnitudes[behind[1].lower()])
    stuff = _OF_STUFF.match(text, edge, end)  # "12 milligrams of lead per litre"
    rate = rate_after(text, stuff.end() if stuff else edge, end=end)
    if rate is None:
        return Unit(name, edge, scale)
    return Unit(f"{name} {rate.name}", edge if stuff else rate.edge, scale)


def _coin_of(text: str, position: int, end: int) -> Unit | None:
    """A currency by whose it is, where the vocabulary has it not: "42 million Novian crowns"."""
    if not text[position + 1 : position + 2].isupper():
        return None
    found = _whose_coin().match(text, position, end)
    if found is None:
        return None
    rate = rate_after(text, found.end(), end=end)
    name = found["coin"]
    return Unit(f"{name} {rate.name}", rate.edge) if rate else Unit(name, found.end())


@cache
def _whose_coin() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?P<coin>[A-Z][\w’'-]+\s(?:{'|'.join(map(re.escape, sorted(coin_words())))}))\b"
    )


def rate_after(text: str, position: int, *, end: int) -> Unit | None:
    """A rate that stands on its own: the "a share" of "$2 a share", "per 1,000 births"."""
    rate = _rate().match(text, position, end)
    if rate is not None:
        return Unit(f"per {_rate_name(rate)}", rate.end())
    many = _PER_MANY.match(text, position, end)
    return None if many is None else Unit(spaced(many.group().strip()), many.end())


@cache
def _behind() -> re.Pattern[str]:
    exact = [form for form in unit_names() if form != form.lower() or len(form) == 1]
    folded = [form for form in unit_names() if form == form.lower() and len(form) > 1]
    symbols = "|".join(re.escape(form) for form in exact if is_symbol(form))
    no_film = "".join(rf"(?<!{lines})" for lines in words().film_formats)
    return re.compile(
        rf"(?!\s?(?:{symbols})\s?\d[\d.,]*+(?!\s?(?:{symbols})))"  # "5 $10 notes"
        r"[\s-]{0,3}+(?P<scale>[Mk](?=(?:USD|EUR|GBP|CHF|SEK|NOK|DKK)\b))?"
        rf"(?P<unit>{alternatives(exact)}|(?i:{alternatives(folded)})"
        rf"|(?<=\d){no_film}(?:{'|'.join(words().stuck)})(?<!1st))(?!\w)"  # "the 21st" is a rank
    )


@cache
def _magnitude() -> re.Pattern[str]:
    """The magnitude of "75 USD million"."""
    return re.compile(rf"\s({'|'.join(numbers.words().magnitudes)})\b", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a number and its unit: "half an hour", "ten working days"."""
    return re.compile(
        r"(?:(?<=\bhalf)|(?<=\bquarter)|(?<=\bquarters))\s(?:an?|of an?)(?=\s\w)"
        r"|\s(?:an?|of an?)(?=\s\w+\b(?!\s(?:ago|earlier|later|before|after)\b))"
        rf"|\s(?:more|extra|further|additional)(?=\s[a-z])|\s(?:{'|'.join(words().sorts_of_time)})"
        r"(?=\s(?:days?|nights?|weeks?|months?|quarters|years?|hours?|minutes?|decades?)\b)",
        re.IGNORECASE,
    )


@cache
def _rate() -> re.Pattern[str]:
    over = alternatives([form for forms in words().per.values() for form in forms])
    dues = rf"\s(?:{'|'.join(words().dues)})\b"
    return re.compile(
        rf"(?i:[\s-]*(?:(?P<sure>\bper\b|/)|\ban?\b)[\s-]*(?P<over>{over}))(?!\w)"
        r"(?(sure)|(?!\s(?:ago|earlier|later|(?:before|after)(?!" + dues + r"))\b))"
    )


def _rate_name(found: re.Match[str]) -> str:
    """The name of what a rate is taken over: "annum" is a year."""
    return _rate_names()[spaced(found["over"])]


@cache
def _rate_names() -> dict[str, str]:
    return {form: name for name, forms in words().per.items() for form in forms}
