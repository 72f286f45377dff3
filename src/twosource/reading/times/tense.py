"""Which way a sentence points from a date in it: back, as news mostly does, or ahead."""

from collections.abc import Iterable
from functools import cache

import msgspec

from twosource import vocabulary
from twosource.reading.times.lexicon import kind, pattern
from twosource.reading.times.tokens import Line
from twosource.vocabulary.verb_forms import pasts


class Tenses(msgspec.Struct, frozen=True):
    """The part of vocabulary/calendar.yaml that tells which way verbs point."""

    looks_ahead: frozenset[str]
    looks_back: frozenset[str]
    alike_in_the_present: frozenset[str]
    befalls: frozenset[str]
    begins_another: frozenset[str]
    looks_ahead_with_to: frozenset[str]
    looks_ahead_before: frozenset[str]
    looks_ahead_behind: frozenset[str]
    set_ahead_with: frozenset[str]
    denied_before: frozenset[str]
    puts_off: frozenset[str]
    opens_and_closes: frozenset[str]
    votes_and_visits: frozenset[str]
    modals: frozenset[str]
    awaits: frozenset[str]
    prepares_for: frozenset[str]
    says: frozenset[str]


@cache
def _tenses() -> Tenses:
    tenses: Tenses = vocabulary.load("calendar", Tenses)
    return tenses


@cache
def _pasts() -> frozenset[str]:
    """Words that look back wherever they are no infinitive: "broke", "has"."""
    return _tenses().looks_back | (pasts() - _tenses().alike_in_the_present)


def says() -> frozenset[str]:
    """The verbs of a clause that only tells who said something, and when."""
    return _tenses().says


def looks_ahead(line: Line, first: int, last: int) -> bool | None:
    """Whether the nearest verb, looked for before the words and then after them, points ahead.

    `None` where the sentence has no verb that tells.
    """
    if first and line.texts[first - 1].lower() in _tenses().looks_ahead_before:
        told = line.texts[max(0, first - 2) : first - 1]
        return not _is_past_perfect(line, first, last) and told not in (("recently",), ("back",))
    if line.texts[last : last + 1] and line.texts[last].lower() in _tenses().looks_ahead_behind:
        return True
    if _is_set_for(line, first):
        return True
    before = range(first - 1, max(-1, first - _FAR), -1)
    after = range(last, min(len(line.kinds), last + _FAR))
    way = _nearest_way(line, before)
    if way is not None:
        return False if way and _owns(line, last) else way
    return _nearest_way(line, after)


def is_past_beside(line: Line, first: int) -> bool:
    """Whether a verb of the past, or "since", stands right before: "it began in September".

    Or shortly before, of what nobody plans: "died of her burns in September".
    """
    return _is_right_before(line, first) or _has_befallen(line, first)


def _is_right_before(line: Line, first: int) -> bool:
    at = first - 1
    if at > 0 and line.kinds[at] in pattern("<in|on|at>"):
        at -= 1
    verb = at >= 0 and line.kinds[at] in pattern("<word|lasts|since>")
    return verb and _way(line, at) is False


def _has_befallen(line: Line, first: int) -> bool:
    """Whether the few words before a date tell what nobody plans, and no other thing between."""
    known = _tenses()
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        word = line.texts[at].lower()
        if word in known.befalls:
            return not _is_bare(line, at)
        if line.kinds[at] in pattern("<break|comma>") or word in known.begins_another:
            return False
    return False


def is_modal_beside(line: Line, first: int) -> bool:
    """Whether a modal stands a few words before a date: "they might leave in May"."""
    before = line.texts[max(0, first - _CLOSE) : first]
    return any(word.lower() in _tenses().modals for word in before)


_CLOSE = 4  # words
_FAR = 60  # words; no verb further off says where a date points
_NEAR = 6  # words
_NO_PAST = ("ceed", "feed", "seed", "peed", "heed", "leed", "deed", "breed")  # but "agreed"


def _is_set_for(line: Line, first: int) -> bool:
    """As in "the vote is on Sunday", "put off to Sunday", "ahead of Sunday's vote"."""
    before, last = ["", "", *(word.lower() for word in line.texts[max(0, first - 2) : first])][-2:]
    words = _tenses()
    return (
        last in words.awaits
        or (last == "to" and before in words.puts_off)
        or (last == "for" and before in words.prepares_for)
        or (last == "on" and before in words.looks_ahead_before)
        or (last in ("on", "in") and before in ("is", "are"))
        or ((before, last) == ("ahead", "of") and _is_weekday(line, first))
    )


def _is_weekday(line: Line, at: int) -> bool:
    return line.kinds[at] in pattern("<weekday|loose_weekday>")


def _owns(line: Line, last: int) -> bool:
    """As in "they will fight Monday's ruling": what has a day of its own mostly lies behind."""
    return line.kinds[last : last + 1] == kind("possessive")


def _is_past_perfect(line: Line, first: int, last: int) -> bool:
    """As in "until Friday, they had not called", "had filed it by Friday": all lies behind."""
    before = [word.lower() for word in line.texts[max(0, first - _NEAR) : first]]
    since = before[before.index("had") :] if "had" in before else []
    done = [word for word in since[1:2] if word in _pasts() or word.endswith("ed")]
    told = bool(done) and not _tenses().looks_ahead.union(["to"]).intersection(since)
    return told or "had" in line.texts[last : last + _NEAR]


def _nearest_way(line: Line, words: Iterable[int]) -> bool | None:
    for at in words:
        if line.kinds[at] == kind("break"):
            return None
        is_month = line.kinds[at] == kind("loose_month")  # "May 3" is no "may"
        if not is_month and (way := _way(line, at)) is not None:
            return way
    return None


def _way(line: Line, at: int) -> bool | None:
    word = line.texts[at]
    past = word.endswith("ed") and word.islower()  # "the United States" is no verb
    word = word.lower()
    if _points_ahead(line, at, word):
        return True
    if word in _pasts():
        return None if _is_bare(line, at) else False
    if word == "set":
        return _set_for(line, at)
    if word in _tenses().looks_ahead:
        return not _was_a_plan(line, at)
    if past and len(word) > 4 and not word.endswith(_NO_PAST):  # noqa: PLR2004  ("need", "shed")
        return None if at and line.texts[at - 1].lower() == "be" else False
    return None


def _points_ahead(line: Line, at: int, word: str) -> bool:
    """As in "they are leaving", "likely to leave", "doors open", "the Senate votes"."""
    if not at:
        return False
    before = line.texts[at - 1].lower()
    return (
        (word.endswith("ing") and before in _GOING)
        or (word == "to" and before in _tenses().looks_ahead_with_to)
        or (word in _tenses().opens_and_closes and line.kinds[at - 1] in pattern("<things>"))
        or (word in _tenses().votes_and_visits and _is_subject(line, at - 1))
    )


def _is_subject(line: Line, at: int) -> bool:
    """Whether a word is a name, or a noun that opens its sentence: "The council votes"."""
    opens = at > 0 and line.texts[at - 1] == "The"
    return opens or line.kinds[at] == kind("name")


_GOING = ("is", "are", "re", "m", "am")  # "they are leaving on Friday", "they're leaving"


def _is_bare(line: Line, at: int) -> bool:
    """Whether a verb stands behind "will" or "to", so that it is no past: "will shut"."""
    before = line.texts[at - 1].lower() if at else ""
    return before == "to" or before in _tenses().looks_ahead


def _set_for(line: Line, at: int) -> bool | None:
    """Only "set for" and "set to" look ahead: a record is set, and so is a deadline."""
    following = line.texts[at + 1].lower() if at + 1 < len(line.texts) else ""
    return True if following in _tenses().set_ahead_with else None


def _was_a_plan(line: Line, at: int) -> bool:
    """As in "had been due", "as previously planned", "was due but did not"."""
    before = [word.lower() for word in line.texts[max(0, at - 2) : at]]
    if before == ["had", "been"] or before[-1:] == ["previously"]:
        return True
    if before[-1:] in (["was"], ["were"]) and _is_undone(line, at):
        return True
    could = "could" in (*before, line.texts[at].lower())
    return could and _is_denied(line, at)


def _is_undone(line: Line, at: int) -> bool:
    """Whether a "but" later in the sentence denies what was planned: "but it never came"."""
    rest = [word.lower() for word in line.texts[at : line.kinds.find(kind("break"), at)]]
    undone = rest[rest.index("but") :][:_NEAR] if "but" in rest else []
    return not _tenses().denied_before.isdisjoint(undone)


def _is_denied(line: Line, at: int) -> bool:
    """Whether a "not", or a "neither" earlier in the sentence, denies the verb."""
    near = line.texts[max(0, at - _NEAR) : at + 2]
    return any(word.lower() in _tenses().denied_before for word in near)
