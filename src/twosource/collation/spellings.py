"""Names that articles spell differently: seen where one article's name became another's.

A rare wrong spelling that two articles share is also a trace of who copied whom.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from twosource.collation.conflicts import sentence_around
from twosource.model import (
    Account,
    Aspect,
    Conflict,
    EditKind,
    Evidence,
    Passage,
    Reading,
    Span,
)

WORD = re.compile(r"\w+")
SLIPS = 2  # letters by which two spellings of one name may differ, while …
SAME = 2  # … so many are left of the shorter: "Ost" and "Oszt" are one, "Ann" and "Ian" two


def find_spellings(
    readings: Sequence[Reading], passages: Sequence[Passage]
) -> tuple[Conflict, ...]:
    """Every pair of spellings of one name, with all places in the sentences that have either.

    Distance between spellings: Damerau 1964 (letters put in, left out, changed or swapped).
    """
    by_id = {reading.article.id: reading for reading in readings}
    pairs = {
        tuple(sorted(pair))
        for passage in passages
        for pair in _changed_names(passage, by_id)
        if _is_slip(*pair)
    }
    places = _places({name for pair in pairs for name in pair}, by_id)
    return tuple(_conflict((one, other), places, by_id) for one, other in sorted(pairs))


def _changed_names(passage: Passage, readings: Mapping[str, Reading]) -> Iterator[tuple[str, str]]:
    a, b = (readings[side.article] for side in (passage.a, passage.b))
    for edit in passage.edits:
        if edit.kind is EditKind.NAME and not (_is_time(edit.a, a) or _is_time(edit.b, b)):
            yield _plain(edit.a.of(a.article.text)), _plain(edit.b.of(b.article.text))


def _plain(name: str) -> str:
    """A name without the genitive of "the Ministry's"."""
    return name.removesuffix("'s").removesuffix("’s")


def _is_time(span: Span, reading: Reading) -> bool:
    return any(time.span.overlaps(span) for time in reading.times)


def _is_slip(one: str, other: str) -> bool:
    slips = min(SLIPS, min(len(one), len(other)) - SAME)
    if slips < 1 or one.casefold() == other.casefold():
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=slips) <= slips


def _conflict(
    names: tuple[str, str],
    places: Mapping[str, Sequence[Evidence]],
    readings: Mapping[str, Reading],
) -> Conflict:
    accounts = [Account(name, tuple(places[name])) for name in names]
    accounts.sort(key=lambda account: (-len(account.evidence), account.says))
    first = accounts[0].evidence[0]
    return Conflict(
        aspect=Aspect.SPELLING,
        about=sentence_around(first, readings[first.article]),
        accounts=tuple(accounts),
        reason="one spelling stands where the other stood, in words that are otherwise the same",
    )


def _places(
    names: Collection[str], readings: Mapping[str, Reading]
) -> Mapping[str, Sequence[Evidence]]:
    """Where each name stands in the sentences of the pile, in order: one pass for all names."""
    beginning: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        beginning[WORD.findall(name)[0]].append(name)
    places: dict[str, list[Evidence]] = {name: [] for name in names}
    for article in sorted(readings):
        for sentence in readings[article].sentences:
            for name, span in _names_in(sentence.span, readings[article].article.text, beginning):
                places[name].append(Evidence(article, span))
    return places


def _names_in(
    sentence: Span, text: str, beginning: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Span]]:
    for word in WORD.finditer(text, sentence.start, sentence.end):
        for name in beginning.get(word[0], ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield name, Span(word.start(), end)
