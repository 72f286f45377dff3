"""Propositions: what the sentences of an article say, and each clause of them.

Who says it is left out, so that nothing becomes one claim by the mouth it comes from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from twosource.collation.clauses import bare, cut, join_to_clauses
from twosource.collation.doings import Doing, find_doings
from twosource.collation.stances import name_words, statements_in
from twosource.collation.stems import content_words
from twosource.model import Article, BlockKind, Evidence, Reading, Span

MIN_WORDS = 3  # content words below which a sentence says too little to be recognised elsewhere
MIN_PART = 2  # the same of a clause, which is recognised by the rest of its sentence too


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
    text = reading.article.text
    for sentence in reading.sentences:
        words = _words(text, _told(reading, sentence.span))
        if sentence.block is BlockKind.BODY and len(words) >= MIN_WORDS:
            names = words & name_words(reading, sentence.span)
            evidence = Evidence(reading.article.id, sentence.span)
            yield Proposition(evidence, words, names, find_doings(reading, sentence.span))


def find_parts(reading: Reading) -> Iterator[Part]:
    """The clauses of these sentences that say enough, each with its sentence."""
    for whole in find_propositions(reading):
        for span in _clauses(reading, whole.evidence.span):
            words = content_words(span.of(reading.article.text))
            if len(words) >= MIN_PART:
                yield Part(Evidence(reading.article.id, span), words, whole)


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
    """What is said in a sentence, where that has enough words, and who says it with which verb."""
    text, said, saying = reading.article.text, list[Span](), list[Span]()
    for statement in statements_in(reading, sentence):
        if len(_words(text, statement.content)) >= MIN_WORDS:
            said += statement.content
            saying += [span for span in (statement.source, statement.cue) if span]
    return said, saying


def _outside(sentence: Span, spans: Iterable[Span]) -> Iterator[Span]:
    """The stretches of a sentence that none of the spans covers."""
    start = sentence.start
    for span in sorted(spans):
        if start < span.start:
            yield Span(start, min(span.start, sentence.end))
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _clauses(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The clauses of what a sentence tells, without to whom or where it was said."""
    text = reading.article.text
    said, saying = _speech(reading, sentence)
    times = (one.span for one in reading.times)
    names = (one.span for one in reading.mentions)
    numbers = (one.span for one in reading.quantities)
    inside = [span for span in (*times, *names, *numbers) if sentence.overlaps(span)]
    for stretch in _told(reading, sentence):
        pieces = (piece for part in _cut_at(stretch, said) for piece in cut(text, part, inside))
        left = (piece for piece in pieces if not _hangs_on(piece, said, saying))
        yield from (bare(text, clause) for clause in join_to_clauses(text, left))


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
