"""Who said what as a list: one row for each statement, as CSV or JSON.

Fragments in quotation marks, by which nobody is quoted, and mere attitudes are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields

import msgspec

from twosource.export import cells
from twosource.model import Article, Reading, SpeakerKind, Statement

NOBODY = "nobody named"
UNDECIDED = "cannot tell"


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement as it is listed.

    `when_known` says how the day is known; "day of the story" is an assumption. `where` is
    article:offset, the offset in code points.
    """

    speaker: str
    words: str
    kind: str
    sense: str
    polarity: str
    when: str
    when_known: str
    occasion: str
    through: str
    where: str


def quotes_in(readings: Iterable[Reading]) -> Iterator[Quote]:
    """The statements of every article, article by article, in the order of the text."""
    for reading in readings:
        for statement in reading.statements:
            if statement.gives_words:
                yield _quote(statement, reading.article)


def _quote(statement: Statement, article: Article) -> Quote:
    """One statement, each piece of it as it stands in the article."""
    text = article.text
    return Quote(
        speaker=_speaker(statement),
        words=" … ".join(" ".join(span.of(text).split()) for span in statement.content),
        kind=statement.kind.value,
        sense=statement.sense.value,
        polarity=statement.polarity.value,
        when=statement.said_on.value if statement.said_on else "",
        when_known=statement.dating.value,
        occasion=" ".join(statement.occasion.of(text).split()) if statement.occasion else "",
        through=" > ".join(relay.speaker.name for relay in statement.chain),
        where=f"{article.name}:{statement.content[0].start}",
    )


def _speaker(statement: Statement) -> str:
    """The speaker's name, or why there is none."""
    if statement.speaker is None:
        return NOBODY
    if statement.speaker.kind is SpeakerKind.UNRESOLVED:
        return f"{UNDECIDED} ({statement.speaker.name})"
    return statement.speaker.name


def to_csv(found: Sequence[Quote]) -> bytes:
    """The list with a heading, one statement a row, in UTF-8, safe to open in a spreadsheet."""
    return cells.to_csv((field.name for field in fields(Quote)), map(astuple, found))


def to_json(found: Sequence[Quote]) -> bytes:
    """The list as a JSON array of objects."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
