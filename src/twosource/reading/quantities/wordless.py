"""Counts that are no numbers: "the second anniversary", "twice", "tenfold", "none", "a year"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from twosource.model import Quantity, QuantityKind, Sentence, Span, TimeExpression, TimeKind
from twosource.reading import numbers
from twosource.reading.quantities.counted import counted_after
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.modifiers import Bound, Modifier, modifier_after, modifier_before
from twosource.reading.quantities.scan import folded
from twosource.reading.quantities.units import Unit, kind_of, rate_after, unit_after, words

_ANNIVERSARY = re.compile(
    r"\b(?P<rank>\d{1,3}(?:st|nd|rd|th)|(?:[a-z]+ty-)?[a-z]+)[\s-]+(?P<noun>anniversary)\b",
    re.IGNORECASE,
)
_RANK = QuantityKind.RANK
_FOLD = re.compile(r"\b(?P<folds>\d+(?:\.\d+)?|[a-z]+)-?fold\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:[Oo]nce|[Tt]wice|[Tt]hrice|double|triple)\b")
_MANY_TIMES = {"once": 1.0, "twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0}
# "Once a week", "at least once"; but "once they knew". "19 cases, double the figure of last year";
# but "to double the sum".
_OFTEN = re.compile(r"\s(?:an?|per|every|each)\s(?:day|week|month|year)\b")
_LEAST = ("at least ", "than ")
_THE_OTHER = re.compile(r"\s(?:the|what|that|its|his|her|their|last)\b")
_COMPARED = (", ", "is ", "was ", "are ", "were ", "than ", "almost ", "nearly ", "about ")
# "Second to none", "none other" and "he has none" count nothing, and "not one but two" counts two.
_ZERO = re.compile(
    r"""[Nn](?<!\w.)(?<!\bto\s.)(?i:
        one(?=\s)(?!\s(?:other|too|the)\b)
      | ot\s(?:a\ssingle|one(?=\s(?!but\b|of\s(?:theirs|ours|mine|his|hers|yours)\b)[a-z]))
    )\b""",
    re.VERBOSE,
)
_MOST = re.compile(r"\b[Mm]ost\b(?:\sof\s(?:them|whom|which)\b|(?=\sof\sthe\s\d))")
_AND_PART = re.compile(r"\sand\sa\s(?P<part>half|quarter)\b", re.IGNORECASE)
_PARTS = {"half": 0.5, "quarter": 0.25}
_FAR = 28  # characters; more than any modifier has
_ONE = re.compile(r"\b(?:an?|(?:past|last|next)(?=\sdecade\b))(?=\s)", re.IGNORECASE)


def anniversaries(text: str, sentences: tuple[Sentence, ...]) -> list[Quantity]:
    """Every anniversary with its number."""
    if "nniversary" not in text:
        return []
    found = (
        match
        for sentence in sentences
        for match in _ANNIVERSARY.finditer(text, sentence.span.start, sentence.span.end)
    )
    return [one for match in found if (one := _anniversary(match)) is not None]


def ranks(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Quantity]:
    """Every rank that says how many there are so far.

    As in "a sixth victim", "the fifth since May", "in its second week".
    """
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        if _ordinal().search(folded(text), start, end) is None:
            continue  # mostly so; the rules are slow
        for rule in (_so_far(), _in_its()):
            for match in rule.finditer(text, start, end):
                rank = numbers.ordinal_value(match["rank"])
                if rank is not None and rank > 1:
                    core = Span(*match.span("rank"))
                    counted = Span(*match.span("noun")) if match["noun"] else None
                    yield Quantity(core, core, rank, rank, "ordinal", None, counted, kind=_RANK)


@cache
def _ordinal() -> re.Pattern[str]:
    """The last word of a rank, in a text without capitals."""
    return re.compile(rf"[ -](?:\d{{1,3}}(?:nd|rd|th)|{gathered(numbers.words().ordinals)})\b")


@cache
def _in_its() -> re.Pattern[str]:
    """As in "the strike, now in its second week", "playing her fourth season"."""
    return re.compile(
        rf"\b(?:its|his|her|their|our|my) (?P<rank>{_ordinals()})"
        r" (?P<noun>day|night|week|month|year|season|term)\b"
    )


def _ordinals() -> str:
    """Every ordinal but the first, in digits and in words."""
    return rf"\d{{1,3}}(?:nd|rd|th)|(?:[a-z]+ty-)?(?:{'|'.join(numbers.words().ordinals)})"


@cache
def _so_far() -> re.Pattern[str]:
    nouns, so_far = "|".join(words().counted_by_rank), "|".join(words().so_far)
    placed = "|".join(words().placed)
    died = rf"(?:, [^,.;]{{1,40}},)? (?:has |had |later )?(?:{'|'.join(words().deaths)})"
    return re.compile(
        rf"\b(?:an?|the|his|her|its|their) "
        rf"(?P<rank>{_ordinals()})"
        rf"(?! (?:{placed})\b)(?: (?P<noun>{nouns}|[a-z]+(?={died}))\b"
        rf"|(?: [a-z'’-]+){{0,6}}?(?= (?:{so_far})\b))",
        re.IGNORECASE,
    )


def repetitions(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Quantity]:
    """Every "twice" and "thrice", "sixfold", "double the sum" and "once a week"."""
    if not any(part in text for part in _PARTS_OF_THEM):
        return
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        for match in _TIMES.finditer(text, start, end):
            if _says_how_often(text, match):
                count = _MANY_TIMES[match.group().lower()]
                yield _repetition(text, sentence.span, Span(*match.span()), count)
        for match in _FOLD.finditer(text, start, end) if "fold" in text else ():
            if folds := _folds(match["folds"].lower()):
                yield _repetition(text, sentence.span, Span(*match.span()), folds)


_PARTS_OF_THEM = ("wice", "hrice", "fold", "double ", "triple ", "nce ")


def _says_how_often(text: str, match: re.Match[str]) -> bool:
    word = match.group().lower()
    if word == "once":
        often = _OFTEN.match(text, match.end())
        return often is not None or text.endswith(_LEAST, 0, match.start())
    if word in ("double", "triple"):
        other = _THE_OTHER.match(text, match.end())
        return other is not None and text.endswith(_COMPARED, 0, match.start())
    return True


def _repetition(text: str, sentence: Span, core: Span, count: float) -> Quantity:
    modifier = modifier_before(text, max(sentence.start, core.start - _FAR), core.start)
    rate = rate_after(text, core.end, end=sentence.end)
    start = modifier.edge if modifier else core.start
    span = Span(start, rate.edge if rate else core.end)
    unit = f"times {rate.name}" if rate else "times"
    low, high = _bounded(count, modifier)
    return Quantity(span, core, low, high, modifier.text if modifier else None, unit, None)


def _bounded(count: float, modifier: Modifier | None) -> tuple[float | None, float | None]:
    """The ends that a modifier leaves to a number."""
    low = None if modifier and modifier.bound is Bound.TO else count
    high = None if modifier and modifier.bound is Bound.FROM else count
    return low, high


def _folds(word: str) -> float | None:
    """How many times a word says; `None` for "manifold" and "scaffold"."""
    if word[0].isdigit():
        return float(word)
    return numbers.words().cardinals.get(word) or numbers.words().magnitudes.get(word)


def zeros(text: str, sentences: tuple[Sentence, ...]) -> list[Quantity]:
    """Every "none", "not one" and "not a single": nothing of what is counted."""
    if not any(word in text for word in ("one", "ot a ")):
        return []
    return [
        _zero(text, match, sentence.span.end)
        for sentence in sentences
        for match in _ZERO.finditer(text, sentence.span.start, sentence.span.end)
        if not _is_no_zero(text, match)
    ]


def _is_no_zero(text: str, match: re.Match[str]) -> bool:
    """As in "she would have none of it", "none of your business"."""
    waved_off = text.endswith(_HAVE, 0, match.start()) and _OF_IT.match(text, match.end())
    return bool(waved_off) or _BUSINESS.match(text, match.end()) is not None


_HAVE = ("have ", "has ", "had ", "having ")
_OF_IT = re.compile(r"\sof\sit(?=\s?(?:[.,;:!?”)\"]|\Z|(?:and|but)\b))")  # none is "left" or "here"
_BUSINESS = re.compile(r"\sof\s\w+\sbusiness\b")


def _zero(text: str, match: re.Match[str], end: int) -> Quantity:
    """Nothing of what is counted; "not one boat" denies the boat, which belongs to its words."""
    single = match.group().lower() != "none"
    counted = counted_after(text, match.end(), end, single=single)
    close = single and counted and counted.start == match.end() + 1
    edge = counted.end if counted and close else match.end()
    return Quantity(Span(match.start(), edge), Span(*match.span()), 0, 0, None, None, counted)


def mosts(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Quantity]:
    """Every "most of them", "most of the 14 analysts": nobody can tell how many that is."""
    if "ost of " not in text:
        return
    for sentence in sentences:
        for match in _MOST.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            yield Quantity(span, span, None, None, None, None, None)


def lone_units(text: str, times: tuple[TimeExpression, ...]) -> list[Quantity]:
    """Every "a year" and "more than a century" that is a length of time or is counted from one."""
    found = (
        _lone_unit(text, time.span)
        for time in times
        if time.kind is TimeKind.DURATION or time.kind is TimeKind.DATE
    )
    return [one for one in found if one is not None]


def lone_measures(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Quantity]:
    """Every "a metre", "a kilo and a half", "almost a pint": most need a modifier to count."""
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        for article in _one_of_a_unit().finditer(folded(text), start, end):
            one = _lone_unit(text, Span(article.start(), end))
            whole = article["whole"] is not None  # "for a whole night"
            if one is not None and one.core.start == article.start() and (whole or _measures(one)):
                yield one


@cache
def _one_of_a_unit() -> re.Pattern[str]:
    """An article right before a unit that measures or a coin, in a text without capitals."""
    forms = {
        form.lower()
        for unit, words_for_it in words().units.items()
        if kind_of(unit) in (QuantityKind.MEASURE, QuantityKind.DISTANCE)
        for form in words_for_it
        if len(form) > _ABBREVIATED
    }
    either = gathered(forms | words().lone_coins)
    whole = rf"(?:(?:whole|full|entire)\s(?:{_PERIODS})|good\s(?:minute|hour))\b"
    return re.compile(rf"a(?=n?\s)(?<!\w.)n?\s(?=(?:{either})\b|(?P<whole>{whole}))")


_PERIODS = "hour|day|night|week|month|year|decade|century"
_ABBREVIATED = 3  # characters at most; nobody writes "a km"


def _measures(one: Quantity) -> bool:
    """Whether "a" and a unit count: some do alone, others where they are bounded."""
    if one.kind in (QuantityKind.COUNT, QuantityKind.DURATION):
        return False  # lengths of time are found as times
    if one.kind is QuantityKind.MONEY and (" per " in str(one.unit) or one.low not in (None, 1)):
        return True  # "a dollar a day", "a dollar and a half"
    return one.unit in words().alone or one.low is None or one.high is None


def _anniversary(match: re.Match[str]) -> Quantity | None:
    rank = numbers.ordinal_value(match["rank"])
    if rank is None:
        return None
    span, core = Span(*match.span()), Span(*match.span("rank"))
    kind = kind_of("anniversary")
    return Quantity(span, core, rank, rank, "ordinal", "anniversary", None, kind=kind)


def _with_the_half(text: str, unit: Unit) -> tuple[float, Unit]:
    """One of a unit with the part of it that is told behind: "an hour and a half"."""
    part = _AND_PART.match(text, unit.edge)
    if part is None:
        return 1.0, unit
    return 1 + _PARTS[part["part"].lower()], replace(unit, edge=part.end())


_NEXT = re.compile(r"[\s-]([a-z]+)\b")


def _is_a_sort(text: str, edge: int) -> bool:
    """As in "a day pass"."""
    following = _NEXT.match(text, edge)
    return following is not None and following[1] in words().sorts


def _is_how_often(text: str, start: int, edge: int) -> bool:
    """As in "3 million crowns ($280,000) a day", "two hours of music a week": a rate from afar."""
    if text.endswith(") ", 0, start):
        return True
    stuff = _OF_STUFF.search(text, max(0, start - _FAR), start)
    return stuff is not None and stuff[1] not in words().not_counted and not _WHEN.match(text, edge)


_OF_STUFF = re.compile(r"\sof\s(?:[a-z-]+\s)?([a-z-]{3,})\s\Z")
_WHEN = re.compile(r"\s(?:ago|earlier|later|before|after|on)\b")


def _lone_unit(text: str, within: Span) -> Quantity | None:
    """The first unit of a stretch that stands behind "a" or "an" alone: "within a year"."""
    article = _ONE.search(text, within.start, within.end)
    unit = unit_after(text, article.end(), end=within.end) if article else None
    if article is None or unit is None:
        return None
    if text.endswith("not ", 0, article.start()) or _is_a_sort(text, unit.edge):
        return None  # "and not a minute before", a figure of speech
    count, unit = _with_the_half(text, unit)
    before = modifier_before(text, max(0, within.start - _FAR), article.start())
    if before is None and text.startswith(" of ", unit.edge):
        return None  # "a night of rain", but "less than a year of service"
    if before is None and _is_how_often(text, article.start(), unit.edge):
        return None
    if before and before.text.lower() == "within":  # in the course of a day, not at most one
        before = None
    return _one_of(unit, count, before, text, Span(*article.span()))


def _one_of(
    unit: Unit, count: float, before: Modifier | None, text: str, article: Span
) -> Quantity:
    """One of a unit with the modifier before it or, where there is none, the one behind."""
    behind = None if before else modifier_after(text, unit.edge, unit.edge + _FAR)
    modifier = before or behind
    low, high = _bounded(count, modifier)
    word = modifier.text if modifier else None
    span = Span(before.edge if before else article.start, behind.edge if behind else unit.edge)
    return Quantity(span, article, low, high, word, unit.name, None, kind=kind_of(unit.name))
