"""What a pile tells of everybody it names, gathered once for all descriptions."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.collation.described.same_words import Voices, voices_of
from twosource.collation.identities import Names
from twosource.collation.identities.callings import Call, Callings, callings_of
from twosource.collation.identities.forms import words_of
from twosource.collation.identities.names import plain_name
from twosource.model import Identity, NameKind, Reading

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Everybody:
    """What all articles call everybody, and whom one of them names."""

    callings: Callings
    bearers: Callable[[Call], frozenset[str]]  # everybody whom a description can mean
    texts: Mapping[str, Sequence[str]]  # that have the last name of somebody
    voices: Voices  # who is named elsewhere for the words of a description
    persons: frozenset[str]
    surnames: Mapping[str, frozenset[str]]
    names: Names
    own: Mapping[tuple[str, str], str]  # an article's fullest form of a name, by both
    in_full: Mapping[tuple[str, str], int]  # where an article first has a full name, by both
    here: frozenset[str] = frozenset()  # who the article names
    town: str | None = None  # where the article was filed, else where others were

    def absent(self, names: Iterable[str]) -> frozenset[str]:
        """Those people of a few whom the article does not name."""
        return frozenset(name for name in names if name in self.persons and name not in self.here)


def told_of_everybody(
    readings: Sequence[Reading], identities: Sequence[Identity], names: Names
) -> Everybody:
    """What all articles together tell of everybody."""
    callings = callings_of(readings, identities)
    persons = frozenset(one.name for one in identities if one.kind is NameKind.PERSON)
    return Everybody(
        callings=callings,
        bearers=cache(callings.bearers),
        texts=_texts_with((last_word(name) for name in persons), readings),
        voices=voices_of(readings, names),
        persons=persons,
        surnames=_surnames(persons),
        names=names,
        own=_own_forms(identities),
        in_full=_in_full_from(identities),
    )


def filed_in(readings: Iterable[Reading], identities: Iterable[Identity]) -> dict[str, str]:
    """The places that datelines name by article, the most widely named place of the pile first."""
    datelines = {r.article.id: r.article.dateline for r in readings}
    filed = {
        article: plain_name(line.place.split(",")[0]) for article, line in datelines.items() if line
    }
    places = [one for one in identities if one.kind is NameKind.PLACE and not one.name.isupper()]
    at: dict[str, list[str]] = defaultdict(list)
    for article, place in filed.items():
        at[place].append(article)
    return {article: one.name for one in places for article in at.get(plain_name(one.name), ())}


def _surnames(persons: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Everybody of the pile by their last names."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in persons:
        if len(words := words_of(name)) > 1:
            by_last[words[-1]].add(name)
    return {last: frozenset(names) for last, names in by_last.items()}


def _own_forms(identities: Iterable[Identity]) -> Mapping[tuple[str, str], str]:
    """The fullest form in which each article names somebody, capitals throughout only in need."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in identities:
        for alias in one.aliases:
            for evidence in alias.evidence:
                forms[evidence.article, one.name].add(alias.name)
    return {
        key: max(found, key=lambda n: (not n.isupper(), len(n), n)) for key, found in forms.items()
    }


def _in_full_from(identities: Iterable[Identity]) -> Mapping[tuple[str, str], int]:
    """From which code point on each article has named somebody by two words or more."""
    found: dict[tuple[str, str], int] = {}
    for one in identities:
        for alias in one.aliases:
            for evidence in alias.evidence if len(words_of(alias.name)) > 1 else ():
                key, start = (evidence.article, one.name), evidence.span.start
                found[key] = min(start, found.get(key, start))
    return found


def _texts_with(words: Iterable[str], readings: Iterable[Reading]) -> Mapping[str, Sequence[str]]:
    """The texts of a pile that have a word, for each of a few."""
    having: dict[str, list[str]] = {word: [] for word in words}
    for text in (reading.article.text for reading in readings):
        for word in having.keys() & set(_WORD.findall(text)):
            having[word].append(text)
    return having


def last_word(name: str) -> str:
    """The last whole word of a name, as it is spelt; nothing of one that has but signs."""
    words: list[str] = _WORD.findall(name)
    return words[-1] if words else ""


def only(names: Collection[str] | None) -> str | None:
    """The one of a few, where there is but one."""
    return next(iter(names)) if names and len(names) == 1 else None
