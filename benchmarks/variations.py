"""Piles of any size for the benchmarks: the invented stories, told again in other invented words.

Each family is one story under a cipher of its own: a word becomes another invented word, the same
one in all articles of the family, but for the most common words and half of the common ones, and
the digits of numbers are exchanged. So a family keeps who copied whom, while two families share
hardly a phrase: the work per article stays the same however large the pile, and what grows is the
program's.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[^\W\d_]{2,}")
NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{3}\b")  # no day, no year, no clock time
ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
MOST_COMMON = 40  # words that every family keeps: "the", "said", "on"
ENDINGS = ("ing", "ed", "es", "ly", "s")  # kept, so that a verb or plural still looks like one


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of a story as text, by file name."""

    name: str
    articles: Mapping[str, str]


def stories(folder: Path) -> list[Story]:
    """The stories of a data folder, by name; none where there are none."""
    return [
        Story(
            one.parent.name,
            {file.stem: file.read_text("utf-8") for file in sorted(one.glob("*.txt"))},
        )
        for one in sorted(folder.glob("*/articles"))
    ]


def pile(stories: list[Story], size: int) -> Iterator[tuple[str, str]]:
    """`size` articles as (file name, text), family after family. The same each time."""
    common = Common(stories)
    made = 0
    family = 0
    while made < size:
        story = stories[family % len(stories)]
        cipher = Cipher(family, common)
        for name, text in list(story.articles.items())[: size - made]:
            yield f"{family:05d}-{name}.txt", cipher.retell(text)
            made += 1
        family += 1


class Common:
    """The words that the stories have in common, the most frequent apart from the others."""

    def __init__(self, told: list[Story]) -> None:
        texts = ["\n".join(story.articles.values()).lower() for story in told]
        spread = Counter(word for text in texts for word in set(WORD.findall(text)))
        shared = {word for word, stories in spread.items() if 2 * stories >= len(told)}
        counts = Counter(word for text in texts for word in WORD.findall(text) if word in shared)
        ranked = sorted(counts, key=lambda word: (-counts[word], word))
        self.most = frozenset(ranked[:MOST_COMMON])
        self.others = tuple(ranked[MOST_COMMON:])


class Cipher:
    """Puts one invented word for each word that the family does not keep, always the same one."""

    def __init__(self, seed: int, common: Common) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented words, not secrets
        half = self._random.sample(common.others, len(common.others) // 2)
        self._kept = common.most | frozenset(half)
        self._words: dict[str, str] = {}
        digits = self._random.sample("123456789", 9)
        self._digits = str.maketrans("123456789", "".join(digits))

    def retell(self, text: str) -> str:
        """The text in the family's words; capitals, endings and everything else stay."""
        renumbered = NUMBER.sub(lambda m: m[0].translate(self._digits), text)
        return WORD.sub(lambda m: self._word(m[0]), renumbered)

    def _word(self, word: str) -> str:
        if word.lower() in self._kept:
            return word
        stem, ending = _split(word.lower())
        if stem not in self._words:
            self._words[stem] = self._invent()
        new = self._words[stem] + ending
        return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new

    def _invent(self) -> str:
        syllables = self._random.choice((2, 2, 3))
        pick = self._random.choice
        return "".join(pick(ONSETS) + pick(VOWELS) for _ in range(syllables)) + pick("lnrst")


def _split(word: str) -> tuple[str, str]:
    """Stem and ending of a word."""
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
    return word.removesuffix(ending), ending
