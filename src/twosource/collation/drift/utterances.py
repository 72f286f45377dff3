"""Utterances: which statements of different articles can be one utterance, heard or copied."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from twosource.collation.drift.told import Told
from twosource.collation.stems import content_words

# By judgement, and looked over on the invented stories that may be tuned on.
SAME_SPEAKER = 0.5  # share of the shorter one's stems that two statements of one person share
ANYBODY = 0.6  # the same, whoever speaks, where a run of words is equal too
RUN = 5  # equal words in a row that two people do not find by themselves
CROWD = 300  # statements under one key: beyond, the key tells nothing

_Scored = tuple[float, int]


def same_utterances(told: Sequence[Told]) -> Iterator[tuple[Told, list[Told]]]:
    """Each statement that others retell, with the one of each article that comes nearest to it.

    `told` is in order: a statement joins the nearest that stands before it. Statements that are
    alike in words and speaker are compared once, and each of their articles gets the outcome.
    """
    alike: dict[Hashable, list[Told]] = defaultdict(list)
    for one in told:
        alike[one.words, one.name or (one.speaker and one.speaker.name)].append(one)
    firsts = [group[0] for group in alike.values()]
    members = list(alike.values())
    for root, retold in _joined(firsts).items():
        nearest: dict[str, tuple[float, Told]] = {}
        for score, number in sorted(retold, key=lambda one: (-one[0], one[1])):
            for one in members[number]:
                if one.article != firsts[root].article:
                    nearest.setdefault(one.article, (score, one))
        yield firsts[root], [one for _, one in nearest.values()]


def _joined(told: Sequence[Told]) -> dict[int, list[_Scored]]:
    """For each statement that others join their likeness and number."""
    roots: dict[int, list[_Scored]] = defaultdict(list)
    joined: set[int] = set()
    near = _neighbours(told)
    for number, one in enumerate(told):
        before = sorted(other for other in near[number] if other < number and other not in joined)
        scored = [(likeness(told[other], one), -other) for other in before]
        best, root = max(scored, default=(0.0, 0))
        if best > 0:
            joined.add(number)
            roots[-root].append((best, number))
    return roots


def _neighbours(told: Sequence[Told]) -> list[set[int]]:
    """For each statement those that share a key with it."""
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in set(_keys(one)):
            by_key[key].append(number)
    near: list[set[int]] = [set() for _ in told]
    for numbers in by_key.values():
        if 1 < len(numbers) <= CROWD:
            for number in numbers:
                near[number].update(numbers)
    return near


def _keys(one: Told) -> Iterator[Hashable]:
    """The speaker's last name with each stem, and every run of three words that tells something."""
    if one.name is not None:
        last = one.name.split()[-1]
        yield from ((last, stem) for stem in one.stems)
    for run in zip(one.words, one.words[1:], one.words[2:], strict=False):
        if content_words(" ".join(run)):
            yield run


def likeness(a: Told, b: Told) -> float:
    """How sure it is that two statements are one utterance: 0 where they are not taken for one."""
    if a.article == b.article:
        return 0.0
    shared, fewer = a.stems & b.stems, min(len(a.stems), len(b.stems))
    share = len(shared) / fewer
    quoted = bool(a.marked or b.marked)
    if (
        a.is_mixed
        and b.is_mixed
        and same_speaker(a, b)
        and not a.pieces.keys().isdisjoint(b.pieces)
    ):
        return 1.0 + share
    if same_speaker(a, b) and quoted and len(shared) > 1 and share >= SAME_SPEAKER:
        return 1.0 + share
    run = longest_run(a, b) if share >= ANYBODY else 0
    return share if run >= RUN and len(shared) > 1 else 0.0


def same_speaker(a: Told, b: Told) -> bool:
    """Whether two statements can be by one person or body: all of one name in the other."""
    if a.name is None or b.name is None:
        return False
    fewer, more = sorted((a.name.split(), b.name.split()), key=len)
    return set(fewer) <= set(more)


def longest_run(a: Told, b: Told) -> int:
    """How many words in a row two statements share."""
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    return matcher.find_longest_match().size
