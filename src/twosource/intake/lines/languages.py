"""Tell the language of a text by its function words, where its markup does not say."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from twosource.intake.lines import words
from twosource.vocabulary import FunctionWords, function_words, load

_READ = 2000  # words from the start
_ENOUGH = 20  # words; a shorter text could be any language's
_SHARE = 0.2  # of the words that must be function words; in running text it is .3 to .5
_CLEAR = 1.2  # times as many as of the next language


def language_of(text: str) -> str | None:
    """The language of a text as ISO 639-1, or `None` where its function words do not tell."""
    said = [word.casefold() for word in words(text[: _READ * 12])[:_READ]]
    if len(said) < _ENOUGH:
        return None
    found = Counter(code for word in said for code in _languages_by_word().get(word, ()))
    ranked = [*found.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, next_most) = ranked[0], ranked[1]
    return best if most > _SHARE * len(said) and most > _CLEAR * next_most else None


@cache
def words_of_grammar() -> frozenset[str]:
    """The function words of all languages that the vocabulary has."""
    return frozenset(_languages_by_word())


@cache
def _languages_by_word() -> Mapping[str, frozenset[str]]:
    others = load("function_words", FunctionWords).others
    languages: dict[str, set[str]] = {}
    for code, listed in {"en": function_words(), **others}.items():
        for word in listed:
            languages.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in languages.items()}
