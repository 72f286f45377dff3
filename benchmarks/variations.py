"""Piles of any size for the benchmarks: the invented stories, told again in other invented words.

Each family is one story under a cipher of its own: every word that is not common to the stories
becomes another invented word, the same one in all articles of the family. So a family keeps who
copied whom, while two families share nothing but the little words: the work per article stays the
same however large the pile, and what grows is the program's.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")  # words, and acronyms however short
ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
ENDINGS = ("ing", "ed", "es", "ly", "s")  # kept, so that a verb or plural still looks like one


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of a story as text, by file name."""

    name: str
    articles: Mapping[str, str]


def stories(folder: Path) -> list[Story]:
    """The stories of a data folder, by name; none where there are none."""
    return [
        Story(one.name, {file.stem: file.read_text("utf-8") for file in sorted(one.glob("*.txt"))})
        for one in sorted(folder.glob("*/articles"))
    ]


def pile(told: list[Story], size: int) -> Iterator[tuple[str, str]]:
    """`size` articles as (file name, text), family after family. The same each time."""
    common = common_words(told)
    made = 0
    family = 0
    while made < size:
        story = told[family % len(told)]
        cipher = Cipher(family, common)
        for name, text in list(story.articles.items())[: size - made]:
            yield f"{family:05d}-{name}.txt", cipher.retell(text)
            made += 1
        family += 1


def common_words(told: list[Story]) -> frozenset[str]:
    """Words that stand in at least half of the stories: "said", "Friday", "people"."""
    spread = Counter(
        word
        for story in told
        for word in {m[0].lower() for text in story.articles.values() for m in WORD.finditer(text)}
    )
    return frozenset(word for word, n in spread.items() if 2 * n >= len(told))


class Cipher:
    """Puts one invented word for each word that is not common, always the same one."""

    def __init__(self, seed: int, common: frozenset[str]) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented words, not secrets
        self._common = common
        self._words: dict[str, str] = {}

    def retell(self, text: str) -> str:
        """The text in the family's words; capitals, endings and everything else stay."""
        return WORD.sub(lambda m: self._word(m[0]), text)

    def _word(self, word: str) -> str:
        if word.lower() in self._common:
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
