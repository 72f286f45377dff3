"""Units and currencies: which one stands behind a number, or before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import filterfalse

import msgspec

from twosource import vocabulary
from twosource.model import QuantityKind
from twosource.reading import numbers
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.naming import marks
from twosource.reading.quantities.scan import Number


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


_OF_STUFF = re.compile(r"\sof\s[\w-]+(?:\s[\w-]+)?(?=\sper\s)")
_PER_MANY = re.compile(r"\sper\s(?:10{2,5}|10{0,2},000|hundred|thousand|million)\b(?:\s[a-z]+)?")


_SCALES = {"M": 1_000_000.0, "k": 1000.0, None: 1.0}  # of "30 MUSD", "20 kEUR"
_LAST_ASKED = 16  # answers kept: one rule after another asks what stands at the same place


@cache
def words() -> Units:
    """The units as the vocabulary has them."""
    units: Units = vocabulary.load("units", Units)
    return units


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
    name = _name(found["unit"])
    edge, scale = found.end(), _SCALES[found["scale"]]
    if name in words().currencies and (behind := _magnitude().match(text, edge, end)):
        edge, scale = behind.end(), float(numbers.words().magnitudes[behind[1].lower()])
    stuff = _OF_STUFF.match(text, edge, end)  # "12 milligrams of lead per litre"
    rate = rate_after(text, stuff.end() if stuff else edge, end=end)
    if rate is None:
        return Unit(name, edge, scale)
    return Unit(f"{name} {rate.name}", edge if stuff else rate.edge, scale)


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


def is_coin_code(word: str) -> bool:
    """Whether a word could be the code of a currency (ISO 4217 has three capitals)."""
    return len(word) == _CODE and word.isalpha() and word.isupper()


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


@cache
def _whose_coin() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?P<coin>[A-Z][\w’'-]+\s(?:{'|'.join(map(re.escape, sorted(coin_words())))}))\b"
    )


@cache
def coin_words() -> frozenset[str]:
    """The words for currencies that are one word: "crowns", "franc"."""
    return frozenset(
        word
        for money in words().currencies.values()
        for word in money.words
        if word.isalpha() and word not in words().money_from
    )


def _name(form: str) -> str:
    return words().stuck.get(form) or _names().get(form) or _names()[_spaced(form)]


def rate_after(text: str, position: int, *, end: int) -> Unit | None:
    """A rate that stands on its own: the "a share" of "$2 a share", "per 1,000 births"."""
    rate = _rate().match(text, position, end)
    if rate is not None:
        return Unit(f"per {_rate_name(rate)}", rate.end())
    many = _PER_MANY.match(text, position, end)
    return None if many is None else Unit(_spaced(many.group().strip()), many.end())


@lru_cache(maxsize=_LAST_ASKED)
def currency_before(text: str, start: int, position: int) -> Unit | None:
    """The currency whose sign ends here: "US$", "€", "RM"."""
    near = text[max(start, position - 8) : position].rstrip().lower()
    if _sign_ends().isdisjoint((near[-1:], near[-2:], near[-3:])):
        return None  # mostly so; the search below is slow
    found = _before().search(text, max(start, position - 12), position)
    if found is None:
        return None
    blanks = len(found["sign"]) - len(found["sign"].lstrip())
    return Unit(_signs()[_bare(found["sign"])], found.start("sign") + blanks)


_CLOSE = 12  # characters; no word of `before_sums` is longer
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,})\s\Z")


def currency_word_before(text: str, start: int, position: int) -> Unit | None:
    """The currency whose word stands before its sum: "Pounds 45m", "dollar 22.5 million"."""
    found = _WORD_BEFORE.search(text, max(start, position - _CLOSE), position)
    if found is None or found["word"].lower() not in words().before_sums:
        return None
    return Unit(_name(found["word"]), found.start())


_ACROSS = re.compile(
    r"\s?\d[\d.,]*\s?(?:[a-z]{1,3}|million|billion|trillion)?\s?(?:-|–|—|to)\s?\Z", re.IGNORECASE
)


def currency_across(text: str, start: int, position: int) -> Unit | None:
    """The currency of the number before in one sum: the "£" of the 5m in "£3–5m"."""
    found = _ACROSS.search(text, max(start, position - 20), position)
    sign = currency_before(text, start, found.start()) if found else None
    return Unit(sign.name, position) if sign else None


def _spaced(form: str) -> str:
    return re.sub(r"[\s-]+", " ", form).casefold()  # as the expressions fold: µ and μ are one


def _bare(sign: str) -> str:
    return re.sub(r"\s", "", sign).upper()


@cache
def _names() -> dict[str, str]:
    """Form → unit. Forms with capitals and single letters stand as they are: MW, and g in 5g."""
    table: dict[str, str] = {}
    currencies = (
        (code, (*money.words, *_whose(money), *_behind_sums(money)))
        for code, money in words().currencies.items()
    )
    for name, forms in (*words().units.items(), *currencies):
        for form in forms:
            key = form if form != form.lower() else _spaced(form)
            table.setdefault(key, name)
    return table


@cache
def _signs() -> dict[str, str]:
    return {_bare(sign): code for code, money in words().currencies.items() for sign in money.signs}


@cache
def _sign_ends() -> frozenset[str]:
    """The last three characters of every sign, in lower case."""
    return frozenset(sign.lower()[-3:] for sign in _signs())


def _alternatives(forms: list[str]) -> str:
    """Forms as one expression, with blanks and hyphens between words alike."""
    return re.sub(r"(?:\\ |\\-)+", r"[\\s-]+", gathered(forms))


@cache
def _behind() -> re.Pattern[str]:
    exact = [form for form in _names() if form != form.lower() or len(form) == 1]
    folded = [form for form in _names() if form == form.lower() and len(form) > 1]
    symbols = "|".join(re.escape(form) for form in exact if _is_symbol(form))
    no_film = "".join(rf"(?<!{lines})" for lines in words().film_formats)
    return re.compile(
        rf"(?!\s?(?:{symbols})\s?\d[\d.,]*+(?!\s?(?:{symbols})))"  # "5 $10 notes"
        r"[\s-]{0,3}+(?P<scale>[Mk](?=(?:USD|EUR|GBP|CHF|SEK|NOK|DKK)\b))?"
        rf"(?P<unit>{_alternatives(exact)}|(?i:{_alternatives(folded)})"
        rf"|(?<=\d){no_film}(?:{'|'.join(words().stuck)})(?<!1st))(?!\w)"  # "the 21st" is a rank
    )


@cache
def _before() -> re.Pattern[str]:
    signs = {sign for money in words().currencies.values() for sign in money.signs}
    close = gathered(filter(_is_exact, signs))
    loose = re.sub(r"\\ |(?=\\\$)", r"\\s?", gathered(filterfalse(_is_exact, signs)))
    return re.compile(rf"(?<![^\W\d_])(?P<sign>(?i:{loose})|{close})\s?\Z")


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
        if _is_symbol(sign) or code:
            yield sign
        if code and sign not in words().large_codes:
            yield sign.lower()


_CODE = 3  # letters of a code by ISO 4217


def _is_symbol(sign: str) -> bool:
    """Whether a sign has no letters, and so may stand behind a sum too: "5 €"."""
    return not any(char.isalpha() for char in sign)


def _is_exact(sign: str) -> bool:
    """Whether a sign has to stand as it is written: two characters ("A$", "Rs"), or "MAD"."""
    return (len(sign) == 2 and sign[0].isalpha()) or sign in words().large_codes  # noqa: PLR2004


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
    over = _alternatives([form for forms in words().per.values() for form in forms])
    dues = rf"\s(?:{'|'.join(words().dues)})\b"
    return re.compile(
        rf"(?i:[\s-]*(?:(?P<sure>\bper\b|/)|\ban?\b)[\s-]*(?P<over>{over}))(?!\w)"
        r"(?(sure)|(?!\s(?:ago|earlier|later|(?:before|after)(?!" + dues + r"))\b))"
    )


def _rate_name(found: re.Match[str]) -> str:
    """The name of what a rate is taken over: "annum" is a year."""
    return _rate_names()[_spaced(found["over"])]


@cache
def _rate_names() -> dict[str, str]:
    return {form: name for name, forms in words().per.items() for form in forms}
