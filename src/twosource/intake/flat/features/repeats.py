"""What of a line comes back in other lines of the page."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from twosource.intake.flat.features.columns import Column, share
from twosource.intake.lines import words
from twosource.intake.lines.languages import words_of_grammar

_NEARBY = 25  # lines to either side
_SHORT = 3  # letters of a word that says too little to be compared
_LETTERS = re.compile(r"[^\W\d]+")


def repeats(texts: Sequence[str]) -> list[Column]:
    """How often a line's longer words, its shape and its first word come back near it.

    Lists that belong to a story (recipes, fixtures, results) repeat themselves; menus do not.
    """
    content = [_content(text) for text in texts]
    shapes = [frozenset([_shape(text)]) for text in texts]
    openings = [frozenset(words(text)[:1]) for text in texts]
    nearby, beyond = _come_back(content)
    return [nearby, beyond, _come_back(shapes)[0], _come_back(openings)[0]]


def _shape(text: str) -> str:
    """The line with words and figures levelled: "June 9 – Bracken, WV" is "A 0 – A, A"."""
    levelled = re.sub(r"\d+", "0", text[:200])
    return _LETTERS.sub(lambda word: "A" if word.group()[0].isupper() else "a", levelled)[:40]


def _come_back(said: Sequence[frozenset[str]]) -> tuple[Column, Column]:
    """For each line, the mean count of its terms in the lines near it, and in those farther off."""
    total = Counter(term for terms in said for term in terms)
    window = Counter(term for terms in said[: _NEARBY + 1] for term in terms)
    near, far = [], []
    for index, terms in enumerate(said):
        size = max(len(terms), 1)
        near.append(min(sum(window[term] - 1 for term in terms) / size, 20.0))
        far.append(min(sum(total[term] - window[term] for term in terms) / size, 20.0))
        window.update(said[index + _NEARBY + 1] if index + _NEARBY + 1 < len(said) else ())
        window.subtract(said[index - _NEARBY] if index >= _NEARBY else ())
    return np.array(near, dtype=np.float32), np.array(far, dtype=np.float32)


def shared_with(texts: Sequence[str], run: Sequence[str]) -> Column:
    """What share of a line's longer words stand in other lines of `run`, too."""
    said = [_content(text) for text in texts]
    in_run = Counter(word for text in run for word in _content(text))
    inside = set(run)
    shares = [
        share([in_run[word] > (text in inside) for word in content])
        for text, content in zip(texts, said, strict=True)
    ]
    return np.array(shares, dtype=np.float32)


def _content(text: str) -> frozenset[str]:
    said = map(str.casefold, words(text))
    return frozenset(word for word in said if len(word) > _SHORT and word not in words_of_grammar())
