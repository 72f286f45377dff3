"""Links of speakers: one mouth, however many ears."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from twosource.collation.identities.bodies import is_among
from twosource.collation.origins.survey import Survey, fullest_name, is_known
from twosource.collation.stems import WORD, content_words
from twosource.model import (
    Assertion,
    Dependence,
    DependenceKind,
    Reading,
    Span,
    SpeakerKind,
    StatementKind,
)

QUOTED_IN_BOTH = "both give the same quoted words, which have one mouth"
QUOTED_WORDS = 4  # words in a row, two of them content words, that make two quotations one


def by_speaker(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """Articles that report what the same named person or body said, or one called the same."""
    saying: dict[tuple[str, bool], set[str]] = defaultdict(set)
    given: dict[str, str] = {}
    for assertion in assertions:
        if assertion.speaker and is_known(assertion):
            name = fullest_name(assertion.speaker, survey)
            named = assertion.speaker.kind is SpeakerKind.NAMED
            saying[name, named].add(assertion.evidence.article)
            given[name] = max(given.get(name, ""), assertion.speaker.name, key=len)
    for (name, named), articles in sorted(saying.items()):
        reason = f"both report what {given[name]} said"
        for a, b in pairwise(sorted(articles)):
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=named, reason=reason)


def by_body(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """A body and who speaks for it, or one body under two descriptions."""
    spoken: dict[str, tuple[str, str]] = {}
    for one in assertions:
        if one.speaker and is_known(one):
            spoken.setdefault(
                fullest_name(one.speaker, survey), (one.evidence.article, one.speaker.name)
            )
    pairs = combinations(sorted(spoken.items()), 2)
    for (key, (first, name)), (other, (second, other_name)) in pairs:
        called, others = survey.called[key], survey.called[other]
        if first != second and (is_among(name, others) or is_among(other_name, called)):
            a, b = sorted((first, second))
            reason = f"{name} and {other_name} may be one mouth"
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=False, reason=reason)


def by_quotation(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """Quotations too short for a passage: "it hissed like a kettle" comes from one mouth."""
    quoting: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for assertion in assertions:
        reading = survey.readings[assertion.evidence.article]
        for words in _quoted_words(reading, assertion.evidence.span):
            quoting[words].add(assertion.evidence.article)
    for words in sorted(quoting):
        for a, b in pairwise(sorted(quoting[words])):
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=True, reason=QUOTED_IN_BOTH)


def _quoted_words(reading: Reading, span: Span) -> Iterator[tuple[str, ...]]:
    """Every run of `QUOTED_WORDS` words inside the quotations that an assertion touches."""
    for statement in reading.statements:
        if statement.kind in {StatementKind.DIRECT, StatementKind.MIXED}:
            for content in statement.content:
                if content.overlaps(span):
                    yield from _runs(content.of(reading.article.text))


def _runs(quotation: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(quotation)]
    for run in zip(*(words[start:] for start in range(QUOTED_WORDS)), strict=False):
        if len(content_words(" ".join(run))) > 1:
            yield run
