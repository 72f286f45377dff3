"""The same text as others would have typed it: other quotation marks, none, or no capitals.

Every disguise keeps the length of the text, so that spans stay true.
"""

from collections.abc import Callable
from random import Random

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_NO_QUOTES = str.maketrans("“”" + '"', "   ")

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


def _curled(text: str) -> str:
    """Straight double quotation marks made curly: one after white space or at the start opens."""
    before = " " + text[:-1]
    pairs = zip(text, before, strict=True)
    return "".join(("“" if b.isspace() or b in "(-—" else "”") if c == '"' else c for c, b in pairs)


def _each(text: str, change: Callable[[str], str]) -> str:
    """Change each character that stays one character when changed."""
    return "".join(new if len(new := change(c)) == 1 else c for c in text)
