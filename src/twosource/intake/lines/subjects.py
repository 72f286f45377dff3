"""The subject of a message, without what is put before it where it is answered or sent on."""

import re
from functools import cache

import msgspec

from twosource.vocabulary import load


class MailWords(msgspec.Struct, frozen=True):
    """The shape of mail.yaml, which explains its fields."""

    sent_on: tuple[str, ...]
    warnings: tuple[str, ...]
    heads: dict[str, tuple[str, ...]]


def headline_in(subject: str) -> str:
    """What a message is about: "Ferry sinks" of "Fwd: AW: Ferry sinks"."""
    said = " ".join(subject.split())
    before = _before_it().match(said)
    return said[before.end() :] if before else said


@cache
def _before_it() -> re.Pattern[str]:
    known = load("mail", MailWords)
    sent_on = "|".join(map(re.escape, known.sent_on))
    warnings = "|".join(map(re.escape, known.warnings))
    counted = r"(?:\s?\[\d+\]|\s?\(\d+\))?"  # "Re[2]: "
    return re.compile(
        rf"(?:\s*(?:(?:{sent_on}){counted}\s?:|\[(?:{warnings})\]|\*+(?:{warnings})\*+))+\s*",
        re.IGNORECASE,
    )
