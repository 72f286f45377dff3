"""Counts that are no numbers: "the second anniversary", "twice", "tenfold", "none", "most"."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.model import Quantity, QuantityKind, Sentence, Span
from twosource.reading import numbers
from twosource.reading.quantities.counted import counted_after
from twosource.reading.quantities.forms import gathered
from twosource.reading.quantities.modifiers import Bound, Modifier, modifier_before
from twosource.reading.quantities.scan import folded
from twosource.reading.quantities.units import kind_of, rate_after
from twosource.reading.quantities.units.unit_words import words

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
FAR = 28  # characters; more than any modifier has


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
    modifier = modifier_before(text, max(sentence.start, core.start - FAR), core.start)
    rate = rate_after(text, core.end, end=sentence.end)
    start = modifier.edge if modifier else core.start
    span = Span(start, rate.edge if rate else core.end)
    unit = f"times {rate.name}" if rate else "times"
    low, high = bounded(count, modifier)
    return Quantity(span, core, low, high, modifier.text if modifier else None, unit, None)


def bounded(count: float, modifier: Modifier | None) -> tuple[float | None, float | None]:
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


def _anniversary(match: re.Match[str]) -> Quantity | None:
    rank = numbers.ordinal_value(match["rank"])
    if rank is None:
        return None
    span, core = Span(*match.span()), Span(*match.span("rank"))
    kind = kind_of("anniversary")
    return Quantity(span, core, rank, rank, "ordinal", "anniversary", None, kind=kind)
