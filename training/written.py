"""Sentences written for the purpose, filled with invented names (`written.yaml`).

They teach what real names cannot: to tell by the words around it what a name is that nobody knows.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import yaml

from training.sources import Document, Marked

_MARK = re.compile(r"\[([A-Z]+)\|(.*?)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = {"number": (2, 99), "digit": (0, 4), "year": (1930, 2024)}
_ENDINGS = {  # invented words, and what they may end in
    "surname": "of people",
    "town": "of towns",
    "country": "of countries",
    "demonym": "of peoples",
}


def written(count: int, seed: str) -> Iterator[Document]:
    """As many filled sentences, the same for the same seed; now and then two make a text."""
    random = Random(seed)  # noqa: S311
    sentences = [line for lines in _stock()["sentences"].values() for line in lines]
    for number in range(count):
        lines = random.sample(sentences, random.choice((1, 1, 2)))
        yield _document(f"written/{number}", [_filled(line, random) for line in lines])


@cache
def _stock() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("written.yaml")
    stock: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return stock


def _filled(line: str, random: Random) -> str:
    return _SLOT.sub(lambda slot: _name(slot[1], random), line)


def _document(id_: str, lines: list[str]) -> Document:
    """Take the marks out of the text and write down where they stood."""
    marked, text, end, source = [], "", 0, " ".join(lines)
    for found in _MARK.finditer(source):
        text += source[end : found.start()]
        marked.append(Marked(len(text), len(text) + len(found[2]), (found[1],)))
        text, end = text + found[2], found.end()
    return Document(id_, text + source[end:], tuple(marked))


def _name(slot: str, random: Random) -> str:
    """An invented name for a slot, after one of its patterns, or a number."""
    words = _stock()["words"]
    if slot in _NUMBERS:
        return str(random.randint(*_NUMBERS[slot]))
    if slot == "acronym":
        return "".join(random.choices("ABCDEFGHILMNOPRSTU", k=random.choice((3, 3, 4))))
    if slot in _ENDINGS:
        return _invented(random, words[_ENDINGS[slot]])
    pattern = random.choice(words[slot])
    name = _SLOT.sub(lambda inner: _name(inner[1], random), pattern)
    return name.upper() if slot == "city" else name


def _invented(random: Random, endings: list[str]) -> str:
    words = _stock()["words"]
    parts = [
        random.choice(words["onset"]) + random.choice(words["vowel"])
        for _ in range(random.choice((1, 1, 1, 2, 2)))
    ]
    return ("".join(parts) + random.choice(words["coda"]) + random.choice(endings)).capitalize()
