"""Changes: what differs between two variants of one utterance, and what that does to it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

import msgspec

from twosource.collation.drift.told import Told, Words
from twosource.collation.drift.utterances import same_speaker
from twosource.collation.stems import content_words
from twosource.model import Drift, DriftKind, Evidence, Span
from twosource.vocabulary import load
from twosource.vocabulary.word_classes import owners

_BRACKETED = re.compile(r"[\[(][^\])]*[\])]")


class _Turns(msgspec.Struct, frozen=True):
    turns: frozenset[str]
    negations: frozenset[str]


def drift_between(a: Told, b: Told) -> Drift | None:
    """What became of a statement between two articles; nothing where it came through whole."""
    kind, reason = _change(a, b)
    if kind is None:
        return None
    named = next((t.speaker for t in (a, b) if t.name is not None), a.speaker or b.speaker)
    return Drift(kind, *_places(a, b), named.name if named else None, reason)


def _places(a: Told, b: Told) -> tuple[Evidence, Evidence]:
    """Where to look: at the quoted pieces themselves, where what stands around them is unlike."""
    same = [words for words in a.pieces if words in b.pieces]
    if a.is_mixed and b.is_mixed and same:
        longest = max(same, key=len)
        return Evidence(a.article, a.pieces[longest]), Evidence(b.article, b.pieces[longest])
    return _place(a, b), _place(b, a)


def _place(one: Told, other: Told) -> Evidence:
    """The whole statement, or its quoted words where nothing else stands in the other one."""
    quoted = {word for words in one.pieces for word in words}
    rest = content_words(" ".join(word for word in one.words if word not in quoted))
    if one.is_mixed and rest.isdisjoint(other.stems):
        return Evidence(one.article, Span(one.marked[0].start, one.marked[-1].end))
    return one.evidence


def _change(a: Told, b: Told) -> tuple[DriftKind | None, str]:
    if a.words == b.words or (a.is_mixed and b.is_mixed and a.pieces.keys() & b.pieces.keys()):
        return _otherwise_told(a, b)
    if _without_gloss(a) == _without_gloss(b):
        return DriftKind.GLOSS, "words in brackets stand in one of them only"
    if not (a.marked or b.marked):
        return (DriftKind.ATTRIBUTION, _who(a, b)) if speakers_differ(a, b) else (None, "")
    return _in_words(a, b)


def _otherwise_told(a: Told, b: Told) -> tuple[DriftKind | None, str]:
    """What differs about equal words: whose they are, whether they stand, what they are said of."""
    if speakers_differ(a, b):
        return DriftKind.ATTRIBUTION, _who(a, b)
    if a.statement.polarity is not b.statement.polarity:
        return DriftKind.MEANING, "one article has them said, the other denied or withheld"
    if a.is_mixed and b.is_mixed and a.stems != b.stems:
        return DriftKind.SCOPE, "the same quoted words, said of something else"
    return None, ""


def speakers_differ(a: Told, b: Told) -> bool:
    """Whether two articles plainly give words to different people.

    "The mayor" may be the one whom the other article names, and where somebody is not made out
    nothing is known: only an indefinite description or another name differs.
    """
    if a.speaker is None or b.speaker is None:
        return False
    if a.name is not None and b.name is not None:
        return not same_speaker(a, b)
    described = [t.speaker.name for t in (a, b) if t.speaker and t.name is None]
    if len(described) > 1:
        return content_words(described[0]).isdisjoint(content_words(described[1]))
    known = tuple(f"{word} " for word in ("the", *owners()))
    return not described[0].lower().startswith(known)


def _who(a: Told, b: Told) -> str:
    first, second = (t.speaker.name if t.speaker else "nobody" for t in (a, b))
    return f"given to {first} in the one article, to {second} in the other"


def _without_gloss(one: Told) -> Sequence[str]:
    text = one.reading.article.text
    spoken = one.span.of(text)
    return re.findall(r"\w+", _BRACKETED.sub(" ", spoken).casefold())


def _in_words(a: Told, b: Told) -> tuple[DriftKind, str]:
    """What was done to the words themselves."""
    known: _Turns = load("turns", _Turns)
    dropped, added = _differences(a.words, b.words)
    left_out = dropped if not added else added if not dropped else ()
    changed = (*dropped, *added)
    if left_out:
        turned = not (known.turns | known.negations).isdisjoint(left_out)
        kind = DriftKind.MEANING if turned else DriftKind.SCOPE
        return kind, f"one of them leaves out “{' '.join(left_out)}”"
    negated = [sum(word in known.negations for word in words) for words in (dropped, added)]
    if negated[0] != negated[1] or _number_differs(dropped, added, a.dates | b.dates):
        return DriftKind.MEANING, f"a negation or a number differs in “{' '.join(changed)}”"
    return DriftKind.WORDING, "told in other words"


def _differences(a: Words, b: Words) -> tuple[Words, Words]:
    """The words that stand in one of two variants only, in order."""
    dropped: list[str] = []
    added: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            dropped += a[i:j]
            added += b[k:m]
    return tuple(dropped), tuple(added)


def _number_differs(dropped: Words, added: Words, dates: AbstractSet[str]) -> bool:
    """Whether other numbers stand in the one; a date that only one gives is left out, no more."""
    first, second = _numbers(dropped), _numbers(added)
    return first != second if first and second else not (first | second) <= dates


def _numbers(words: Words) -> set[str]:
    return {digits for word in words for digits in re.findall(r"\d+", word)}
