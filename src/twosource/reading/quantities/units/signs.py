"""Currencies by what stands before a sum, and whose the dollars behind a "$" are."""

import re
from functools import cache, lru_cache
from itertools import filterfalse

from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.naming import marks
from twosource.reading.quantities.scan import Number
from twosource.reading.quantities.units.unit_words import (
    Unit,
    bare,
    is_exact,
    name_of,
    sign_ends,
    sign_names,
    words,
)

_LAST_ASKED = 16  # answers kept: one rule after another asks what stands at the same place


def coin_code_before(text: str, start: int, number: Number) -> Unit | None:
    """A code of three capitals that no list has, as the sign of a sum in millions: "NVK 38m".

    Before a magnitude in words it has to stick to its digits, "NVK4.5 million", unless it is the
    rand, "R 4.5 million"; rand and naira do so before thousands, too: "N200,000".
    """
    thousands = "," in text[number.start : number.end] and text[number.start - 1] in _LONE_LETTERS
    if number.letter is None and number.scale == 1 and not thousands:
        return None
    found = _CODE_BEFORE.search(text, max(start, number.start - 24), number.start)
    if found is None:
        return None
    apart = found.end("code") < number.start
    marked = found["code"] == "R" and marks(found["before"] or "")
    if apart and (marked or (number.letter is None and found["code"] != "R")):
        return None
    return Unit(_MANGLED.get(found["code"], found["code"]), found.start("code"))


# Behind "the" three capitals are rather a body: "the BBC 5m viewers a week".
_CODE_BEFORE = re.compile(
    r"(?:\b(?P<before>[^\W\d_]+)\s)?(?<!\b[Tt]he )\b(?P<code>[A-Z]{3}|PS|R|N)\s?\Z"
)
# The pound sign of a text that was forced into ASCII, "PS2.7m", the rand and the naira.
_MANGLED = {"PS": "GBP", "R": "ZAR", "N": "NGN"}
_LONE_LETTERS = ("R", "N")


def whose_dollar(text: str, position: int, end: int) -> Unit | None:
    """Whose the dollars of a "$" are, where it is told behind: "$20 CAD", "$3–4m Australian"."""
    other = _OTHER_END.match(text, position, end)
    found = _behind_dollars().match(text, other.end() if other else position, end)
    if found is None:
        return None
    name = _dollars()[found["code"] or found["whose"]]
    return Unit(name, position if other else found.end())


_OTHER_END = re.compile(
    r"(?:\s?[-–]\s?|\sto\s)\$?\d[\d.,]*+(?:\s?(?:m|k|bn|million|billion)\b)?", re.IGNORECASE
)


@cache
def _dollars() -> dict[str, str]:
    """The codes of all dollars, and whose they are, as "Canadian"."""
    known = ((code, money.name) for code, money in words().currencies.items())
    dollars = [(code, name) for code, name in known if name.endswith(" dollar")]
    whose = {name.removesuffix(" dollar").title(): code for code, name in dollars}
    return {"USD": "USD", "American": "USD"} | {code: code for code, _ in dollars} | whose


@cache
def _behind_dollars() -> re.Pattern[str]:
    codes = "|".join(said for said in _dollars() if said.isupper())
    whose = "|".join(said for said in _dollars() if not said.isupper())
    ends = r"(?=\s?[.,;:)]|\Z|\s(?:an?|per|for|in|to|and|or)\b)"
    return re.compile(rf"\s?(?:(?P<code>{codes})\b(?!\s?[\d$])|\b(?P<whose>{whose})\b{ends})")


@lru_cache(maxsize=_LAST_ASKED)
def currency_before(text: str, start: int, position: int) -> Unit | None:
    """The currency whose sign ends here: "US$", "€", "RM"."""
    near = text[max(start, position - 8) : position].rstrip().lower()
    if sign_ends().isdisjoint((near[-1:], near[-2:], near[-3:])):
        return None  # mostly so; the search below is slow
    found = _before().search(text, max(start, position - 12), position)
    if found is None:
        return None
    blanks = len(found["sign"]) - len(found["sign"].lstrip())
    return Unit(sign_names()[bare(found["sign"])], found.start("sign") + blanks)


_CLOSE = 12  # characters; no word of `before_sums` is longer
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,})\s\Z")


def currency_word_before(text: str, start: int, position: int) -> Unit | None:
    """The currency whose word stands before its sum: "Pounds 45m", "dollar 22.5 million"."""
    found = _WORD_BEFORE.search(text, max(start, position - _CLOSE), position)
    if found is None or found["word"].lower() not in words().before_sums:
        return None
    return Unit(name_of(found["word"]), found.start())


_ACROSS = re.compile(
    r"\s?\d[\d.,]*\s?(?:[a-z]{1,3}|million|billion|trillion)?\s?(?:-|–|—|to)\s?\Z", re.IGNORECASE
)


def currency_across(text: str, start: int, position: int) -> Unit | None:
    """The currency of the number before in one sum: the "£" of the 5m in "£3–5m"."""
    found = _ACROSS.search(text, max(start, position - 20), position)
    sign = currency_before(text, start, found.start()) if found else None
    return Unit(sign.name, position) if sign else None


@cache
def _before() -> re.Pattern[str]:
    signs = {sign for money in words().currencies.values() for sign in money.signs}
    close = gathered(filter(is_exact, signs))
    loose = re.sub(r"\\ |(?=\\\$)", r"\\s?", gathered(filterfalse(is_exact, signs)))
    return re.compile(rf"(?<![^\W\d_])(?P<sign>(?i:{loose})|{close})\s?\Z")
