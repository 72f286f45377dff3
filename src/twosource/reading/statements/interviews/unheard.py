"""Unheard lines: prose under a name and a colon on a page that prints no talk.

Outside a talk a name before a colon tells who speaks in a headline ("Holm: bridge is safe"), which
has no full stop, in an entry of a running report, which a clock opens, and before marks. Sentences
below one another under names are lines of a play or of an imagined debate, comments or letters:
whose they are, the page does not tell.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.model import Article, BlockKind
from twosource.reading.sentences import READ_BLOCKS
from twosource.reading.statements.interviews.labels import Label
from twosource.reading.statements.lexicon.verbs import is_label, speaks_in_headlines

_STOP = re.compile(r"[.!?…](?:\s|$)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3}|[a-z])\.\s")


def unheard(article: Article, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels of paragraphs whose words are nobody's, where the page prints no talk."""
    for run in _runs(article, labels):
        if not _is_headline(article, run) and any(_is_prose(article.text, label) for label in run):
            yield from (label for label in run if _can_be_a_name(article.text, label, run))


def _runs(article: Article, labels: Sequence[Label]) -> Iterator[list[Label]]:
    """The labels of paragraphs right below one another."""
    run: list[Label] = []
    for label in labels:
        if article.blocks[label.block].kind is not BlockKind.BODY:
            continue
        if run and label.block > run[-1].block + 1:
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _is_headline(article: Article, run: Sequence[Label]) -> bool:
    """Whether a label stands alone at the head of a text: some print a stop behind a headline."""
    head = next((n for n, block in enumerate(article.blocks) if block.kind in READ_BLOCKS), None)
    return len(run) == 1 and run[0].block == head


def _is_prose(text: str, label: Label) -> bool:
    """Whether a full stop stands in words or behind them, and not only behind "Mr"."""
    return _STOP.search(_ABBREVIATED.sub(" ", label.words.of(text))) is not None


def _can_be_a_name(text: str, label: Label, run: Sequence[Label]) -> bool:
    """Whether a label is none such as "Correction", nor an office that answers nobody."""
    last = label.name.of(text).lower().split()[-1]
    names = [one.name.of(text) for one in run]
    answers = len(set(names)) < len(names) or any("?" in one.words.of(text) for one in run)
    return not is_label(last) and (answers or not speaks_in_headlines(last))
