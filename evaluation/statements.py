"""Statements: who said what, on two sets of labelled news and on the table of cases.

PolNeAR (Newell, Margolin, Ruths, LREC 2018): an attribution is met where the words of its content
and of a statement's overlap by at least half (Jaccard), one to one, best first. It is right where
the sources share a word, or neither has one. PolNeAR knows no words inside reported words: what
stands inside another statement is left out, and so are quotation marks that quote nobody. Its
report ids only measure; the rules and word lists are tuned on the others. `statements.polnear` is
what the program reads, `statements.grammar.polnear` what its grammar reads without the tagger.

GUM news: of the statements met, how many go to the right speaker, pronouns included. A speaker is
right where the words of the name found are among those of a name the gold has for the speaker, or
the other way round: the speaker's standard name, and every source of theirs that is no pronoun.

Cases: `tests/reading/statement_cases.yaml`, written with the rules, and
`unread_statement_cases.yaml` beside it, by another hand, which is run and not looked at. An empty
table gives no figure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from evaluation.measure import Measure, records, report_ids
from evaluation.statement_cases import Verdict, cases, judge
from twosource.model import Article, Block, BlockKind, Span, SpeakerKind, Statement, StatementKind
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.tagger import load

Words = frozenset[int]  # offsets at which words of a text begin
Range = tuple[int, int]
Kind = Literal["direct", "mixed", "indirect"]

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
ENOUGH = 0.5
TABLES = Path(__file__).resolve().parents[1] / "tests" / "reading"
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "his", "her", "their", "its"})
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "s"})


class Attribution(msgspec.Struct, frozen=True):
    """One attribution of the gold, its parts as ranges of code points."""

    type: Kind
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    speaker: str | None = None


class Document(msgspec.Struct, frozen=True):
    """One article of the gold."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An attribution of the gold and the statement that meets it, if one does."""

    document: Document
    gold: Attribution
    found: Statement | None


def measures(data: Path) -> Iterator[Measure]:
    """The figures on PolNeAR, on GUM and on the cases. Raises `Absent` where a set is missing."""
    yield from _polnear(data, "statements.polnear", read_statements)
    yield from _polnear(data, "statements.grammar.polnear", read_by_grammar)
    yield from _gum(data)
    yield from case_figures("statements.cases", TABLES / "statement_cases.yaml")
    yield from case_figures("statements.cases.unread", TABLES / "unread_statement_cases.yaml")


# ── PolNeAR ──────────────────────────────────────────────────────────────────────────────────────


def _polnear(
    data: Path, prefix: str, read: Callable[[str], tuple[Statement, ...]]
) -> Iterator[Measure]:
    reported = report_ids(data, "attribution/polnear")
    every = records(data / "attribution" / "polnear.dev.jsonl.gz", Document)
    documents = [d for d in every if not reported or d.id in reported]
    known = [(d, counted(read(d.text))) for d in documents]
    pairs = [pair for document, found in known for pair in align(document, found)]
    right = sum(right_source(pair) for pair in pairs)
    made = len(pairs) + sum(len(found) for _, found in known)
    yield Measure(f"{prefix}.wsw_f1", 2 * right / made if made else 0.0, len(pairs))
    for kind in KINDS:
        yield from _of_kind(prefix, kind, [pair for pair in pairs if pair.gold.type == kind])
    yield _undecided_quotations(prefix, pairs)


def _of_kind(prefix: str, kind: Kind, pairs: Sequence[Pair]) -> Iterator[Measure]:
    """Recall of a kind, and for quotations the share of wrong sources among those named."""
    met = [pair for pair in pairs if pair.found is not None]
    yield Measure(f"{prefix}.recall_{kind}", _share(len(met), len(pairs)), len(pairs))
    if kind != "indirect":
        wrong = sum(not right_source(pair) and not _unnamed(pair) for pair in met)
        yield Measure(f"{prefix}.wrong_source_{kind}", _share(wrong, len(met)), len(met))


def _undecided_quotations(prefix: str, pairs: Sequence[Pair]) -> Measure:
    """How many of the quotations that are met go to nobody."""
    met = [pair for pair in pairs if pair.found is not None and pair.gold.type != "indirect"]
    unnamed = sum(_unnamed(pair) for pair in met)
    return Measure(f"{prefix}.undecided", _share(unnamed, len(met)), len(met))


def _unnamed(pair: Pair) -> bool:
    return pair.found is not None and pair.found.source is None


def counted(found: Sequence[Statement]) -> list[Statement]:
    """The statements that PolNeAR would mark: no fragments, nothing inside another."""
    return [s for s in found if s.kind is not StatementKind.FRAGMENT and not _is_inner(s, found)]


def _is_inner(statement: Statement, found: Sequence[Statement]) -> bool:
    own = Span(statement.content[0].start, statement.content[-1].end)
    return any(
        other is not statement and Span(other.content[0].start, other.content[-1].end).contains(own)
        for other in found
        if statement.chain and any(relay.speaker == other.speaker for relay in statement.chain)
    )


def right_source(pair: Pair) -> bool:
    """Whether an attribution is met and the sources share a word, or neither has one."""
    if pair.found is None:
        return False
    text, source = pair.document.text, pair.found.source
    gold = words_in(text, pair.gold.source)
    named = words_in(text, ((source.start, source.end),)) if source else frozenset()
    return bool(gold & named) or not (gold or named)


# ── GUM ──────────────────────────────────────────────────────────────────────────────────────────


def _gum(data: Path) -> Iterator[Measure]:
    documents = records(data / "attribution" / "gum_news.dev.jsonl.gz", Document)
    pairs = [pair for d in documents for pair in align(d, read_statements(d.text))]
    met = [pair for pair in pairs if pair.found is not None and pair.gold.speaker is not None]
    right = sum(same_speaker(pair) for pair in met)
    wrong = len(met) - right - sum(undecided(pair) for pair in met)
    yield Measure("statements.gum.speaker_accuracy", _share(right, len(met)), len(met))
    yield Measure("statements.gum.speaker_wrong", _share(wrong, len(met)), len(met))


def undecided(pair: Pair) -> bool:
    """Whether a statement goes to nobody."""
    speaker = pair.found.speaker if pair.found else None
    return speaker is None or speaker.kind is SpeakerKind.UNRESOLVED


def same_speaker(pair: Pair) -> bool:
    """Whether the statement goes to the speaker the gold gives."""
    if undecided(pair) or pair.found is None or pair.found.speaker is None:
        return False
    found = _name(pair.found.speaker.name)
    return any(gold <= found or found <= gold for gold in _names(pair) if gold and found)


def _names(pair: Pair) -> Iterator[frozenset[str]]:
    """What the gold calls the speaker of an attribution, anywhere in the document."""
    for other in pair.document.attributions:
        if other.speaker is not None and other.speaker == pair.gold.speaker:
            yield _name(other.speaker)
            yield _name(" ".join(pair.document.text[a:b] for a, b in other.source)) - _PRONOUNS


def _name(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower())) - _SMALL_WORDS


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


def case_figures(prefix: str, table: Path) -> Iterator[Measure]:
    """The share of a table's rows that come out right, and how many put words into wrong mouths."""
    verdicts = [judge(case) for case in cases(table)]
    if not verdicts:
        return
    right = verdicts.count(Verdict.RIGHT)
    yield Measure(f"{prefix}.right", _share(right, len(verdicts)), len(verdicts))
    yield Measure(f"{prefix}.confidently_wrong", verdicts.count(Verdict.WRONG), len(verdicts))


# ── Reading and aligning ─────────────────────────────────────────────────────────────────────────


def read_by_grammar(text: str) -> tuple[Statement, ...]:
    """The statements of a text whose every line is a paragraph of the body, by grammar alone."""
    article = article_of(text)
    return find_statements(article, split_sentences(article), ())


def read_statements(text: str) -> tuple[Statement, ...]:
    """The same as the program reads it, with what the tagger marks."""
    article = article_of(text)
    sentences = split_sentences(article)
    tags = load().read(text, [sentence.span for sentence in sentences])
    return find_statements(article, sentences, (), tags)


def article_of(text: str) -> Article:
    """A text whose every line is a paragraph of the body."""
    spans = (Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text))
    blocks = tuple(Block(span, BlockKind.BODY, "a paragraph") for span in spans)
    return Article("gold", "gold", text, blocks)


def align(document: Document, found: Sequence[Statement]) -> list[Pair]:
    """Every attribution of the gold with the statement that meets it, one to one, best first."""
    golds = [words_in(document.text, a.content) for a in document.attributions]
    contents = [words_in(document.text, ((c.start, c.end) for c in s.content)) for s in found]
    close = sorted(
        (-overlap, i, j)
        for i, gold in enumerate(golds)
        for j, content in enumerate(contents)
        if (overlap := _jaccard(gold, content)) >= ENOUGH
    )
    met: dict[int, int] = {}
    for _, i, j in close:
        if i not in met and j not in met.values():
            met[i] = j
    return [
        Pair(document, gold, found[met[i]] if i in met else None)
        for i, gold in enumerate(document.attributions)
    ]


def words_in(text: str, ranges: Iterable[Range]) -> Words:
    """Where the words that lie in some ranges of a text begin."""
    return frozenset(
        start + m.start() for start, end in ranges for m in _WORD.finditer(text[start:end])
    )


def _jaccard(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
