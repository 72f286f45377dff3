"""The heads of messages that stand in a text: "From: ...", "Date: ...", "Subject: ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, takewhile

from twosource.intake.lines.subjects import MailWords
from twosource.vocabulary import load

_FEWEST = 3  # lines of a head
_OPENS = "from"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a message, by the numbers of its first line and of the line below it."""

    start: int
    end: int
    sender: str
    date: str
    subject: str


def letterheads(texts: Sequence[str]) -> Iterator[Letterhead]:
    """The heads among the lines of a text, in order."""
    fields = [_field(text) for text in texts]
    at = 0
    while at < len(texts):
        end = at + len(list(takewhile(lambda i: i < len(texts) and fields[i], count(at))))
        head = dict(field for field in fields[at:end] if field)
        if end - at >= _FEWEST and _OPENS in head and len(head) >= _FEWEST:
            told = (head.get(name, "") for name in (_OPENS, "date", "subject"))
            yield Letterhead(at, end, *told)
        at = max(end, at + 1)


def _field(text: str) -> tuple[str, str] | None:
    """What a line of a head tells, and its words."""
    found = _headed().match(text)
    if found is None:
        return None
    said = found["name"].casefold()
    return next(name for name, words in _names().items() if said in words), found["said"].strip()


@cache
def _headed() -> re.Pattern[str]:
    every = sorted((word for words in _names().values() for word in words), key=len)[::-1]
    named = "|".join(map(re.escape, every))
    return re.compile(
        rf"[>\s]{{0,9}}\*{{0,2}}(?P<name>{named})\s?:\*{{0,2}}\s*(?P<said>.{{0,300}})$",
        re.IGNORECASE,
    )


def _names() -> dict[str, tuple[str, ...]]:
    known: MailWords = load("mail", MailWords)
    return known.heads
