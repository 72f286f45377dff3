"""Which words mean what, in time: a table from word to its kind and value.

The grammar works on kinds, one character each, so that a sentence becomes a short string and a
rule an ordinary regular expression over it. The characters are private: rules name the kinds.
"""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.reading import numbers

Value = str | int | float


class DayOfHistory(msgspec.Struct, frozen=True):
    """A day that is told without its year, and the words that show it to be meant."""

    year: int
    behind: frozenset[str]


class Calendar(msgspec.Struct, frozen=True):
    """Shape of vocabulary/calendar.yaml."""

    months: dict[int, tuple[str, ...]]
    ambiguous_months: frozenset[str]
    weekdays: dict[int, tuple[str, ...]]
    ambiguous_weekdays: frozenset[str]
    weekday_plurals: dict[str, int]
    seasons: dict[int, tuple[str, ...]]
    units: dict[str, tuple[str, ...]]
    dayparts: dict[str, tuple[str, ...]]
    clock_points: dict[str, int]
    days_from_today: dict[str, int]
    tonight: tuple[str, ...]
    holidays: dict[str, tuple[int, int]]
    moving_holidays: dict[str, tuple[int, int, int]]
    easter_holidays: dict[str, int]
    iranian_months: dict[int, tuple[str, ...]]
    islamic_months: dict[int, tuple[str, ...]]
    iranian_feasts: dict[str, tuple[int, int]]
    islamic_feasts: dict[str, tuple[int, int]]
    vague: dict[str, tuple[str, ...]]
    of_a_year: frozenset[str]
    coins: frozenset[str]
    recurring: dict[str, str]
    days_of_history: dict[str, DayOfHistory]
    cues: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word's kind (a character, see `kind`) and value."""

    kind: str
    value: Value


@cache
def calendar() -> Calendar:
    """The words of time, as the vocabulary has them."""
    words: Calendar = vocabulary.load("calendar", Calendar)
    return words


# Kinds that come from the shape of a token, or from tables other than the cues. "minute" is any
# unit shorter than a day. "word", "name" and "things" are words that are not of time: small, with
# a capital, and a small plural; `_AMONG` has those that are words, too.
_SHAPES = """
    word name things break
    iso slashed reference clock decade ordinal year old_year short_year day number decimal fraction
    quarter_sign ampm oclock possessive dot comma hyphen dash mark quote currency percent
    month loose_month weekday loose_weekday weekdays season unit minute quarter century weekend
    daypart dayparts noon relday tonight holiday vague recurring
    iranian islamic other_feast
    cardinal magnitude open decade_word
"""


@cache
def _kinds() -> dict[str, str]:
    names = (*_SHAPES.split(), *calendar().cues)
    return {name: chr(0x100 + index) for index, name in enumerate(names)}


def kind(name: str) -> str:
    """The character that stands for a kind of word. Raises `KeyError` for an unknown kind."""
    return _kinds()[name]


def pattern(rule: str) -> str:
    """A rule as a regular expression: "<month> <dot>? <day|ordinal>" with spaces for reading.

    "*" and "+" stand for a few only: nobody says "last" nine times, and a text that does must not
    cost the square of its length.
    """
    compact = re.sub(r"\s+", "", rule).replace("*", "{0,8}").replace("+", "{1,8}")
    return re.sub(r"<([\w|]+)>", lambda found: _either(found[1]), compact)


# Kinds that have others among them, which rules ask for by themselves, too.
_AMONG = {
    "word": ("it", "they", "who", "was", "shortly", "leaves", "local", "service"),
    "things": ("services",),
    "to": ("until",),
}


def _either(names: str) -> str:
    asked = names.split("|")
    for name, others in _AMONG.items():
        if name in asked:
            asked += others
    kinds = "".join(map(kind, asked))
    return kinds if len(kinds) == 1 else f"[{kinds}]"


@cache
def entries() -> dict[str, Entry]:
    """Every word of time and of number, in lower case, with its kind and value."""
    table: dict[str, Entry] = {}
    for name, value, forms in (*_number_words(), *_calendar_words(), *_cue_words()):
        for form in forms:
            table.setdefault(form, Entry(kind(name), value))
    return table


_Row = tuple[str, Value, tuple[str, ...]]


def _calendar_words() -> list[_Row]:
    words = calendar()
    rows: list[_Row] = [("month", value, forms) for value, forms in words.months.items()]
    rows += [("weekday", value, forms) for value, forms in words.weekdays.items()]
    rows += [("weekdays", value, (form,)) for form, value in words.weekday_plurals.items()]
    rows += [("season", value, forms) for value, forms in words.seasons.items()]
    rows += [(_unit_kind(value), value, forms) for value, forms in words.units.items()]
    rows += [
        ("dayparts" if form.endswith("s") else "daypart", value, (form,))
        for value, forms in words.dayparts.items()
        for form in forms
    ]
    rows += [("noon", value, (form,)) for form, value in words.clock_points.items()]
    rows += [("relday", value, (form,)) for form, value in words.days_from_today.items()]
    rows += [("tonight", "NI", words.tonight)]
    rows += [("vague", value, forms) for value, forms in words.vague.items()]
    rows += [("recurring", value, (form,)) for form, value in words.recurring.items()]
    return rows


def _unit_kind(unit: str) -> str:
    if unit in ("second", "minute", "hour"):
        return "minute"
    return unit if unit in ("quarter", "century", "weekend") else "unit"


def _number_words() -> list[_Row]:
    table = numbers.words()
    rows: list[_Row] = [("cardinal", value, (form,)) for form, value in table.cardinals.items()]
    rows += [("magnitude", value, (form,)) for form, value in table.magnitudes.items()]
    rows += [("ordinal", value, (form,)) for form, value in table.ordinals.items()]
    rows += [("open", 0, (form,)) for form in table.open_numbers]
    rows += [("decade_word", value, (form,)) for form, value in table.decades.items()]
    return rows


def _cue_words() -> list[_Row]:
    return [(name, name, forms) for name, forms in calendar().cues.items()]


@cache
def names() -> dict[str, tuple[tuple[str, str], ...]]:
    """First word of a feast or foreign month → the names that begin so, longest first, and kind."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for name, sort in sorted(_named(), key=lambda one: (-len(one[0]), one)):
        heads.setdefault(re.split(r"[\s'-]", name)[0], []).append((name, kind(sort)))
    return {
        form: tuple(found)
        for head, found in heads.items()
        for form in (head.capitalize(), head.upper())
    }


def _named() -> list[tuple[str, str]]:
    words = calendar()
    feasts = (*words.holidays, *words.moving_holidays, *words.easter_holidays)
    rows = [(name, "holiday") for name in feasts]
    rows += [(name, "other_feast") for name in (*words.iranian_feasts, *words.islamic_feasts)]
    rows += [(name, "iranian") for forms in words.iranian_months.values() for name in forms]
    rows += [(name, "islamic") for forms in words.islamic_months.values() for name in forms]
    return rows
