"""The same text as others would have typed it: other quotation marks, none, or no capitals.

And as it would read of others: the words of its names changed for invented ones. Every disguise
keeps the length of the text, so that spans stay true.
"""

import re
from collections.abc import Callable, Iterable
from random import Random

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_NO_QUOTES = str.maketrans("“”" + '"', "   ")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwxyz"

# How often each disguise is worn: set by judgement, not tuned.
_OTHER_QUOTES, _NO_QUOTES_AT_ALL, _LOWER, _UPPER = 0.20, 0.05, 0.08, 0.02


def disguised(text: str, random: Random) -> str:
    """The text, most often as it is."""
    drawn = random.random()
    if drawn < _OTHER_QUOTES:
        text = text.translate(_STRAIGHT) if "“" in text else _curled(text)
    elif drawn < _OTHER_QUOTES + _NO_QUOTES_AT_ALL:
        text = text.translate(_NO_QUOTES)
    drawn = random.random()
    if drawn < _LOWER:
        return _each(text, str.lower)
    return _each(text, str.upper) if drawn < _LOWER + _UPPER else text


def renamed(text: str, names: Iterable[tuple[int, int]], common: set[str], random: Random) -> str:
    """The text with other names: words that are not common change, the same one always alike.

    "Bank" stays in "the Bank of Olm", which becomes "the Bank of Ird".
    """
    parts, end, invented = [], 0, dict[str, str]()
    for start, stop in names:
        for word in _WORD.finditer(text, start, stop):
            new = word[0]
            if new.lower() not in common:
                new = invented.setdefault(new, _invented(new, random))
            parts += text[end : word.start()], new
            end = word.end()
    return "".join(parts) + text[end:]


def _invented(word: str, random: Random) -> str:
    """Vowels for vowels and consonants for consonants, capitals where they were."""
    letters = "".join(random.choice(_VOWELS if c in _VOWELS else _CONSONANTS) for c in word.lower())
    pairs = zip(letters, word, strict=True)
    return "".join(new.upper() if c.isupper() else new for new, c in pairs)


def _curled(text: str) -> str:
    """Straight double quotation marks made curly: one after white space or at the start opens."""
    before = " " + text[:-1]
    pairs = zip(text, before, strict=True)
    return "".join(("“" if b.isspace() or b in "(-—" else "”") if c == '"' else c for c, b in pairs)


def _each(text: str, change: Callable[[str], str]) -> str:
    """Change each character that stays one character when changed."""
    return "".join(new if len(new := change(c)) == 1 else c for c in text)
