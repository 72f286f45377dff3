"""Propositions: what the sentences of an article say, and each clause of them.

Who says it is left out, so that nothing becomes one claim by the mouth it comes from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from twosource.collation.claims.clauses import bare, cut, is_clause, join_to_clauses
from twosource.collation.claims.doings import Doing, find_doings
from twosource.collation.claims.stances import name_words, statements_in
from twosource.collation.stems import content_words
from twosource.model import (
    Article,
    BlockKind,
    Evidence,
    Reading,
    Span,
    Statement,
    StatementKind,
)

MIN_WORDS = 3  # content words below which a sentence says too little to be recognised elsewhere
MIN_PART = 2  # the same of a clause, which is recognised by the rest of its sentence too


# What no clause begins with, and behind what a verb is not its own: "a bay in which it sank".
_NO_CLAUSE = re.compile(r"\A(?:him|them|me|us)\b.*|\b(?:who|whom|whose|which)\b.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposition:
    """One sentence of one article, as a bag of content words, some of them parts of names."""

    evidence: Evidence
    words: frozenset[str]
    names: frozenset[str]
    doings: frozenset[Doing] = frozenset()

    def turns_round(self, other: "Proposition") -> bool:
        """Whether one side did to the other what the other did to the one."""
        return any(a.is_turned_round(b) for a in self.doings for b in other.doings)


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of a sentence, as a bag of content words, and all that the sentence says."""

    evidence: Evidence
    words: frozenset[str]
    whole: Proposition


def find_propositions(reading: Reading) -> Iterator[Proposition]:
    """The sentences of a body that say enough to be recognised elsewhere."""
    for sentence in reading.sentences:
        words = _unsaid(reading, sentence.span, _told(reading, sentence.span))
        if sentence.block is BlockKind.BODY and len(words) >= MIN_WORDS:
            names = words & name_words(reading, sentence.span)
            evidence = Evidence(reading.article.id, sentence.span)
            yield Proposition(evidence, words, names, find_doings(reading, sentence.span))


def find_parts(reading: Reading) -> Iterator[Part]:
    """The clauses of these sentences that say enough, each with its sentence."""
    for whole in find_propositions(reading):
        for span in _clauses(reading, whole.evidence.span):
            words = _unsaid(reading, whole.evidence.span, [span])
            if len(words) >= MIN_PART:
                yield Part(Evidence(reading.article.id, span), words, whole)


def stands_alone(statement: Statement, text: str) -> bool:
    """Whether the words of a statement are a clause without who says them.

    Not where its verb is the reporting one: "described | the ferry as a floating coffin".
    """
    if statement.kind is StatementKind.DIRECT:
        return True
    goes_on = statement.cue and statement.cue.end <= statement.content[0].start
    return not goes_on or any(
        is_clause(_NO_CLAUSE.sub("", span.of(text))) for span in statement.content
    )


def _unsaid(reading: Reading, sentence: Span, spans: Iterable[Span]) -> frozenset[str]:
    """The content words of some stretches of a sentence, without who says what stands in them."""
    sources = [one.source for one in _reported(reading, sentence) if one.source]
    return _words(reading.article.text, (x for span in spans for x in _outside(span, sources)))


def _words(text: str, spans: Iterable[Span]) -> frozenset[str]:
    return content_words(" ".join(span.of(text) for span in spans))


def _told(reading: Reading, sentence: Span) -> list[Span]:
    """The stretches of a sentence without who says it and who filed it, if they say enough."""
    _, saying = _speech(reading, sentence)
    told = list(_outside(sentence, [*saying, *_filed(reading.article, sentence)]))
    return told if len(_words(reading.article.text, told)) >= MIN_WORDS else [sentence]


def _filed(article: Article, sentence: Span) -> Iterator[Span]:
    """Where a sentence says from where and through which agency the article came."""
    for found in (article.dateline, *article.credits):
        if found and found.span and sentence.contains(found.span):
            yield found.span


def _speech(reading: Reading, sentence: Span) -> tuple[list[Span], list[Span]]:
    """What is said in a sentence in a clause of its own, and who says it with which verb."""
    said, saying = list[Span](), list[Span]()
    for statement in _reported(reading, sentence):
        if stands_alone(statement, reading.article.text):
            said += statement.content
            saying += [span for span in (statement.source, statement.cue) if span]
    return said, saying


def _reported(reading: Reading, sentence: Span) -> Iterator[Statement]:
    """The statements in a sentence that have enough words."""
    for statement in statements_in(reading, sentence):
        if len(_words(reading.article.text, statement.content)) >= MIN_WORDS:
            yield statement


def _outside(sentence: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """The stretches of a sentence that none of the spans covers."""
    start = sentence.start
    for span in sorted(spans):
        if start < min(span.start, sentence.end):
            yield Span(start, min(span.start, sentence.end))
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _clauses(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The clauses of what a sentence tells, without to whom or where it was said.

    What is left of it without a verb tells nothing, unless it was said so or is all there is.
    """
    text = reading.article.text
    said, saying = _speech(reading, sentence)
    cues = [one.cue for one in statements_in(reading, sentence) if one.cue]
    whole = _uncut(reading, sentence)
    found = list[Span]()
    for stretch in _told(reading, sentence):
        pieces = (piece for part in _cut_at(stretch, said) for piece in cut(text, part, whole))
        left = (piece for piece in pieces if not _hangs_on(piece, said, saying))
        found += join_to_clauses(text, left, cues)
    telling = (c for c in found if is_clause(c.of(text)) or any(map(c.overlaps, [*said, *cues])))
    yield from (bare(text, clause) for clause in (found if len(found) == 1 else telling))


def _uncut(reading: Reading, sentence: Span) -> list[Span]:
    """The times, names and numbers of a sentence, which no clause ends in."""
    times = (one.span for one in reading.times)
    names = (one.span for one in reading.mentions)
    numbers = (one.span for one in reading.quantities)
    return [span for span in (*times, *names, *numbers) if sentence.overlaps(span)]


def _cut_at(stretch: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """A stretch cut where one of the spans begins or ends."""
    ends = {end for span in spans for end in (span.start, span.end)}
    cuts = sorted(end for end in ends if stretch.start < end < stretch.end)
    yield from (Span(a, b) for a, b in pairwise([stretch.start, *cuts, stretch.end]))


def _hangs_on(piece: Span, said: Iterable[Span], saying: Iterable[Span]) -> bool:
    """Whether a piece only goes on from who says it: "told | reporters in the hall"."""
    beside = any(
        0 <= piece.start - one.end <= 1 or 0 <= one.start - piece.end <= 1 for one in saying
    )
    return beside and not any(piece.overlaps(one) for one in said)
