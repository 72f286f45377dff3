"""Who said what as a list: one row for each statement, as CSV or JSON.

Fragments in quotation marks, by which nobody is quoted, and mere attitudes are left out.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace

import msgspec

from twosource.export import cells
from twosource.model import Article, Dating, Interval, Reading, Span, SpeakerKind, Statement
from twosource.vocabulary import function_words

NOBODY = "nobody named"
UNDECIDED = "cannot tell"


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement as it is listed.

    `when` is EDTF, `when_in_words` the same as a person says it. `when_known` says how the day is
    known; "day of the story" is an assumption. `where` is article:offset, in code points.
    """

    speaker: str
    words: str
    kind: str
    sense: str
    polarity: str
    when: str
    when_in_words: str
    when_known: str
    occasion: str
    through: str
    where: str


def quotes_in(
    readings: Iterable[Reading], in_words: Callable[[Interval, Dating], str]
) -> Iterator[Quote]:
    """The statements of every article, article by article, in the order of the text.

    `in_words` says a day of saying, and how it is known, as a person would.
    """
    for reading in readings:
        for statement in reading.statements:
            if statement.gives_words:
                yield _quote(statement, reading.article, _when(statement, in_words))


def _when(statement: Statement, in_words: Callable[[Interval, Dating], str]) -> str:
    return in_words(statement.said_on, statement.dating) if statement.said_on else ""


def _quote(statement: Statement, article: Article, when: str) -> Quote:
    """One statement, each piece of it as it stands in the article."""
    text = article.text
    return Quote(
        speaker=_speaker(statement),
        words=_words(statement, text),
        kind=statement.kind.value,
        sense=statement.sense.value,
        polarity=statement.polarity.value,
        when=statement.said_on.value if statement.said_on else "",
        when_in_words=when,
        when_known=statement.dating.value,
        occasion=" ".join(statement.occasion.of(text).split()) if statement.occasion else "",
        through=" > ".join(relay.speaker.name for relay in statement.chain),
        where=f"{article.name}:{statement.content[0].start}",
    )


def _words(statement: Statement, text: str) -> str:
    """The pieces as they stand there, without the comma that closes them: “It sank,” she said."""
    pieces = (" ".join(span.of(text).split()) for span in statement.content)
    return " … ".join(pieces).removesuffix(",")


def without_passed_on(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings without statements that say no more than who said what another line gives.

    "Olm: her brother had told her that it sank" goes, where "her brother, via Olm: it sank" stands.
    """
    for reading in readings:
        through: dict[str, list[Statement]] = defaultdict(list)
        for one in reading.statements:
            if one.chain:
                through[one.chain[-1].speaker.name].append(one)
        kept = (one for one in reading.statements if not _is_passed_on(reading, one, through))
        yield replace(reading, statements=tuple(kept))


def _is_passed_on(
    reading: Reading, outer: Statement, through: Mapping[str, Sequence[Statement]]
) -> bool:
    inner = through.get(outer.speaker.name, ()) if outer.speaker else ()
    return any(_passes_on(reading.article.text, outer, one) for one in inner)


def _passes_on(text: str, outer: Statement, inner: Statement) -> bool:
    """Whether all that somebody says is that another said it."""
    inside = all(any(o.contains(span) for o in outer.content) for span in inner.content)
    if not inside or not inner.gives_words or outer is inner:
        return False
    told = [span for span in (inner.source, inner.cue, *inner.content) if span is not None]
    rest = (m for piece in outer.content for m in _WORD.finditer(text, piece.start, piece.end))
    left = {m[0].lower() for m in rest if not any(s.overlaps(Span(*m.span())) for s in told)}
    return left <= function_words()


_WORD = re.compile(r"[^\W_]+")


def _speaker(statement: Statement) -> str:
    """The speaker's name, or why there is none."""
    if statement.speaker is None:
        return NOBODY
    if statement.speaker.kind is SpeakerKind.UNRESOLVED:
        return f"{UNDECIDED} ({statement.speaker.name})"
    return statement.speaker.name


def to_csv(quotes: Sequence[Quote]) -> bytes:
    """The list with a heading, one statement a row, in UTF-8, safe to open in a spreadsheet."""
    return cells.to_csv((field.name for field in fields(Quote)), map(astuple, quotes))


def to_json(quotes: Sequence[Quote]) -> bytes:
    """The list as a JSON array of objects."""
    return msgspec.json.format(msgspec.json.encode(quotes), indent=2) + b"\n"
