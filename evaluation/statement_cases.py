"""Cases written by hand for statements: how a row reads, and what counts as right."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec
import yaml

from evaluation.measure import present
from twosource.model import Article, Block, BlockKind, Span, SpeakerKind, Statement
from twosource.reading import read

BETWEEN = " … "  # joins the pieces of a content in a table of cases
NOBODY, UNDECIDED = "-", "?"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: a tiny article and one statement of it. What is not given is not checked."""

    text: str
    words: str
    speaker: str
    why: str
    kind: str | None = None
    sense: str | None = None
    polarity: str = "says"
    chain: tuple[str, ...] = ()
    said_on: date | msgspec.UnsetType | None = msgspec.field(default=msgspec.UNSET, name="on")


class Verdict(StrEnum):
    """How a row came out. Only WRONG misleads a reader: it puts words into the wrong mouth."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "confidently wrong"


def cases(path: Path) -> tuple[Case, ...]:
    """The rows of a table of cases. Raises `Absent` where there is none."""
    rows = yaml.safe_load(present(path).read_text(encoding="utf-8"))
    return tuple(msgspec.convert(row, Case) for row in rows)


def judge(case: Case) -> Verdict:
    """Read the article of a row and compare what is found with what stands there."""
    statements = read(_article(case.text)).statements
    found = [s for s in statements if _words(s, case.text) == _plain(case.words)]
    if any(_right(s, case) for s in found):
        return Verdict.RIGHT
    if case.speaker == NOBODY and not found:
        found = [s for s in statements if _plain(case.words) in _words(s, case.text)]
        return Verdict.WRONG if any(s.speaker for s in found) else Verdict.RIGHT
    return Verdict.WRONG if any(_misleads(s, case) for s in found) else Verdict.MISSED


def _right(statement: Statement, case: Case) -> bool:
    return (
        _goes_to(statement, case.speaker)
        and case.kind in (None, statement.kind)
        and case.sense in (None, statement.sense)
        and case.polarity == statement.polarity
        and case.chain == tuple(relay.speaker.name for relay in statement.chain)
        and case.said_on in (msgspec.UNSET, _day(statement))
    )


def _goes_to(statement: Statement, speaker: str) -> bool:
    """Whether the statement goes to whom it should; to nobody, where nobody is quoted."""
    nobody = speaker == NOBODY and statement.speaker is None
    return nobody or _speaker(statement) == speaker


def _misleads(statement: Statement, case: Case) -> bool:
    """Whether a statement names somebody else, or turns a denial round."""
    speaker = _speaker(statement)
    somebody_else = speaker not in (case.speaker, UNDECIDED, NOBODY)
    turned = speaker == case.speaker and {statement.polarity, case.polarity} == {"says", "denies"}
    return somebody_else or turned


def _speaker(statement: Statement) -> str:
    if statement.speaker is None:
        return NOBODY if statement.kind == "fragment" else UNDECIDED
    if statement.speaker.kind is SpeakerKind.UNRESOLVED:
        return UNDECIDED
    return statement.speaker.name


def _day(statement: Statement) -> date | None:
    return statement.said_on.earliest if statement.said_on else None


def _words(statement: Statement, text: str) -> str:
    return _plain(BETWEEN.join(span.of(text) for span in statement.content))


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".")


def _article(text: str) -> Article:
    return Article("case", "case", text, tuple(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(Span(start, start + len(line)), BlockKind.BODY, "a paragraph of a case")
        start += len(line) + 1
