"""Names that articles spell differently.

Seen where one article's name became another's, or where two articles call somebody by one first
name and by last names that differ in a letter, and neither has both.

A rare wrong spelling that two articles share is also a trace of who copied whom.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from twosource.collation.sentences import sentence_around
from twosource.model import (
    Account,
    Aspect,
    Conflict,
    EditKind,
    Evidence,
    NameKind,
    Passage,
    Reading,
    Span,
)
from twosource.vocabulary import function_words

WORD = re.compile(r"\w+")
SLIPS = 2  # letters by which two spellings of one name may differ, while …
SAME = 2  # … so many are left of the shorter: "Ost" and "Oszt" are one, "Ann" and "Ian" two
CHANGED = "one spelling stands where the other stood, in words that are otherwise the same"
NAMED_ALIKE = "two articles give one first name, and last names that differ in a letter"


def find_spellings(
    readings: Sequence[Reading], passages: Sequence[Passage]
) -> tuple[Conflict, ...]:
    """Every pair of spellings of one name, with all places in the sentences that have either.

    Distance between spellings: Damerau 1964 (letters put in, left out, changed or swapped).
    """
    by_id = {reading.article.id: reading for reading in readings}
    changed = {pair for one in passages for pair in _changed_names(one, by_id) if _is_slip(*pair)}
    why = dict.fromkeys(_named_alike(readings), NAMED_ALIKE)
    why |= dict.fromkeys(map(_in_order, changed), CHANGED)
    places = _places({name for pair in why for name in pair}, by_id)
    return tuple(_conflict(pair, why[pair], places, by_id) for pair in sorted(why))


def _in_order(pair: tuple[str, str]) -> tuple[str, str]:
    one, other = sorted(pair)
    return one, other


def _named_alike(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Last names a letter apart that persons of one first name have, in no article together."""
    articles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for reading in readings:
        for mention in reading.mentions:
            first, _, last = _plain(mention.span.of(reading.article.text)).rpartition(" ")
            if mention.kind is NameKind.PERSON and first:
                articles[first][last].add(reading.article.id)
    for known in articles.values():
        for one, other in combinations(sorted(known), 2):
            if not known[one] & known[other] and _are_a_letter_apart(one, other):
                yield one, other


def _are_a_letter_apart(one: str, other: str) -> bool:
    return _is_slip(one, other) and DamerauLevenshtein.distance(one, other) == 1


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
    if (
        slips < 1
        or one.casefold() == other.casefold()
        or {one.lower(), other.lower()} & function_words()
    ):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=slips) <= slips


def _conflict(
    names: tuple[str, str],
    why: str,
    places: Mapping[str, Sequence[Evidence]],
    readings: Mapping[str, Reading],
) -> Conflict:
    accounts = [Account(name, tuple(places[name])) for name in names]
    accounts.sort(key=lambda account: (-len(account.evidence), account.says))
    first = accounts[0].evidence[0]
    reading = readings[first.article]
    return Conflict(
        aspect=Aspect.SPELLING,
        about=sentence_around(first.span, reading).of(reading.article.text),
        accounts=tuple(accounts),
        reason=why,
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
