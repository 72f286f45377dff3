"""The vocabulary of units and currencies: their names, and the forms and signs they are told by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.model import QuantityKind
from twosource.reading.quantities.forms import gathered


class Currency(msgspec.Struct, frozen=True):
    """One currency of vocabulary/units.yaml."""

    name: str
    signs: tuple[str, ...]
    words: tuple[str, ...]


class Modifiers(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """Words that open or bound a number, sorted by what they do to it."""

    from_: tuple[str, ...]
    to: tuple[str, ...]
    about: tuple[str, ...]
    exact: tuple[str, ...] = ()


class Units(msgspec.Struct, frozen=True):
    """Shape of vocabulary/units.yaml."""

    units: dict[str, tuple[str, ...]]
    kinds: dict[QuantityKind, frozenset[str]]
    currencies: dict[str, Currency]
    change: dict[str, float]
    change_of: dict[str, dict[str, float]]
    no_coins: frozenset[str]
    told_as: dict[str, tuple[str, int]]
    sizes: tuple[dict[str, float], ...]
    money_from: dict[str, int]
    before_sums: frozenset[str]
    large_codes: frozenset[str]
    stuck: dict[str, str]
    film_formats: tuple[int, ...]
    alone: frozenset[str]
    lone_coins: frozenset[str]
    after_metres: frozenset[str]
    weighed: frozenset[str]
    weighed_out: frozenset[str]
    warmth: frozenset[str]
    money_before: frozenset[str]
    changes: frozenset[str]
    up_with: frozenset[str]
    perhaps: tuple[str, ...]
    set_aside: tuple[str, ...]
    against: tuple[str, ...]
    modifiers: Modifiers
    modifiers_after: Modifiers
    per: dict[str, tuple[str, ...]]
    dues: tuple[str, ...]
    sorts_of_time: tuple[str, ...]
    not_counted: frozenset[str]
    plurals: frozenset[str]
    counted_by_rank: tuple[str, ...]
    placed: tuple[str, ...]
    so_far: tuple[str, ...]
    sorts: frozenset[str]
    deaths: tuple[str, ...]
    casualties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in a text: its name, and where its words end (or begin, for a sign before).

    `scale` is what it multiplies the number by: 1000000 for the "MUSD" of "30 MUSD".
    """

    name: str
    edge: int
    scale: float = 1


@cache
def words() -> Units:
    """The units as the vocabulary has them."""
    units: Units = vocabulary.load("units", Units)
    return units


def is_coin_code(word: str) -> bool:
    """Whether a word could be the code of a currency (ISO 4217 has three capitals)."""
    return len(word) == _CODE and word.isalpha() and word.isupper()


@cache
def coin_words() -> frozenset[str]:
    """The words for currencies that are one word: "crowns", "franc"."""
    return frozenset(
        word
        for money in words().currencies.values()
        for word in money.words
        if word.isalpha() and word not in words().money_from
    )


def name_of(form: str) -> str:
    """The unit or the code of the currency that a form stands for: "km" is a kilometre."""
    return words().stuck.get(form) or unit_names().get(form) or unit_names()[spaced(form)]


def spaced(form: str) -> str:
    """A form in small letters, with one blank for each blank or hyphen in it."""
    return re.sub(r"[\s-]+", " ", form).casefold()  # as the expressions fold: µ and μ are one


def bare(sign: str) -> str:
    """A sign in capitals without blanks: "US $" is "US$"."""
    return re.sub(r"\s", "", sign).upper()


@cache
def unit_names() -> dict[str, str]:
    """Form → unit. Forms with capitals and single letters stand as they are: MW, and g in 5g."""
    table: dict[str, str] = {}
    currencies = (
        (code, (*money.words, *_whose(money), *_behind_sums(money)))
        for code, money in words().currencies.items()
    )
    for name, forms in (*words().units.items(), *currencies):
        for form in forms:
            key = form if form != form.lower() else spaced(form)
            table.setdefault(key, name)
    return table


@cache
def sign_names() -> dict[str, str]:
    """Sign → the code of its currency."""
    return {bare(sign): code for code, money in words().currencies.items() for sign in money.signs}


@cache
def sign_ends() -> frozenset[str]:
    """The last three characters of every sign, in lower case."""
    return frozenset(sign.lower()[-3:] for sign in sign_names())


def alternatives(forms: list[str]) -> str:
    """Forms as one expression, with blanks and hyphens between words alike."""
    return re.sub(r"(?:\\ |\\-)+", r"[\\s-]+", gathered(forms))


def _whose(money: Currency) -> Iterator[str]:
    """Its words with those of its name that say whose it is: "polish zlotys", "kuwaiti dinar"."""
    yield from (form.removesuffix("s") for form in money.words if " " in form)
    whose = money.name.rpartition(" ")[0]
    if whose:
        yield from (money.name, f"{money.name}s")
        yield from (f"{whose} {form}" for form in money.words if " " not in form)


def _behind_sums(money: Currency) -> Iterator[str]:
    """The signs that stand behind a sum, too: symbols and codes, also without capitals."""
    for sign in money.signs:
        code = len(sign) == _CODE and sign.isalpha() and sign.isupper()
        if is_symbol(sign) or code:
            yield sign
        if code and sign not in words().large_codes:
            yield sign.lower()


_CODE = 3  # letters of a code by ISO 4217


def is_symbol(sign: str) -> bool:
    """Whether a sign has no letters, and so may stand behind a sum too: "5 €"."""
    return not any(char.isalpha() for char in sign)


def is_exact(sign: str) -> bool:
    """Whether a sign has to stand as it is written: two characters ("A$", "Rs"), or "MAD"."""
    return (len(sign) == 2 and sign[0].isalpha()) or sign in words().large_codes  # noqa: PLR2004
