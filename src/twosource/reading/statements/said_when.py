"""When something was said, as exactly as the article lets on and no more so.

1. The reporting clause says it: "Ansel told the court on May 12 that …".
2. The same speaker goes on: the day of the words before, in the same or the next paragraph.
3. It was said "at the time": on the day last told. Or a sentence just before tells of the speaker
   and one day: if that is long past, what is said next was said then ("The office published its
   report in March 2022. It found …"), else not before it.
4. The same words stand elsewhere in the article with a day: a headline has that of the text.
5. Otherwise it is assumed that the words came after the news began and before it was printed: an
   interval from the first of the last days that the article names to its publication; where it
   names none, the last days before.

The first is stated, the next three are carried, the last is of the story (`Dating`). Where an
article has no date of publication and its words give no day either, nothing is said of when; nor
is a day assumed where it does not read as English, as its own days are not read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import msgspec

from twosource.model import (
    Article,
    Dating,
    Interval,
    Sentence,
    Span,
    Statement,
    StatementKind,
    TimeExpression,
    TimeKind,
)
from twosource.reading.language import reads_as_english
from twosource.reading.statements.lexicon.verbs import Form, reporting_verbs
from twosource.vocabulary import load

# How long before publication the news may have begun. On the stories that are not set apart 5 to 10
# days have .96 of the days right with a mean width of two days; 14 to 31 have .98 with six, but an
# answer that is a month wide tells a reader little. Of the few whose article names no day at all,
# every one was said within these days, too.
_NEWS = timedelta(days=10)
_A_DAY, _A_MONTH = timedelta(days=1), timedelta(days=31)
_BACK = 3  # sentences before a statement that may say on what day its paragraph is
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_FAR = 8  # words between a reporting verb and its day
_WORD = re.compile(r"[^\W_][\w'’-]*")
_ASIDE = re.compile(r"(?<=\w),[^,;:.“”\"()]{1,40},")
_THEN = re.compile(r"\s(?:\w+\s)?at\s(?:the|that)\stime\b")
_BREAK = re.compile(r"[,;:“”\"()—–]")


class _Words(msgspec.Struct, frozen=True):
    """The part of vocabulary/occasions.yaml that parts a verb from a day beside it."""

    occasions: frozenset[str]
    day_of_another: frozenset[str]
    before_a_day: frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article names of days: `told` in its own voice, `unquoted` also in what it reports.

    `news` is since when it is news.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    told: tuple[TimeExpression, ...]
    unquoted: tuple[TimeExpression, ...]
    news: Interval | None

    def sentence_at(self, position: int) -> int | None:
        """Which sentence covers a place of the text, by its number."""
        at = bisect_right(self.sentences, position, key=lambda one: one.span.start) - 1
        return at if at >= 0 and position < self.sentences[at].span.end else None

    def told_in(self, sentence: Sentence) -> list[TimeExpression]:
        """The days that a sentence names in the article's own voice."""
        first = bisect_left(self.told, sentence.span.start, key=lambda one: one.span.start)
        last = bisect_left(self.told, sentence.span.end, key=lambda one: one.span.start)
        return [time for time in self.told[first:last] if sentence.span.contains(time.span)]

    def opening(self, sentence: Sentence) -> list[TimeExpression]:
        """The days that open a sentence, in or out of what it reports, but not in quotes."""
        text = self.article.text
        inside = (time for time in self.unquoted if sentence.span.contains(time.span))
        return [time for time in inside if _opens(text, sentence, time.span)]

    def in_one_paragraph(self, sentence: Sentence, statement: Statement) -> bool:
        """Whether a sentence and a statement stand in one block."""
        there = self.paragraph_at(statement.content[0].start)
        return self.paragraph_at(sentence.span.start) == there

    def paragraph_at(self, position: int) -> int:
        """Which block covers a place of the text, by its number."""
        return bisect_right(self.article.blocks, position, key=lambda one: one.span.start)


def with_days(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    quoted: Iterable[Span],
) -> Iterator[Statement]:
    """The statements, each with when it was said. `quoted` covers all words in quotation marks."""
    marked = sorted(quoted)
    given = (span for one in statements if one.gives_words for span in one.content)
    setting = Setting(
        article,
        tuple(sentences),
        tuple(_in_own_voice(times, sorted([*marked, *given]))),
        tuple(_in_own_voice(times, marked)),
        _news(article, times) if reads_as_english(article, sentences) else None,
    )
    known = list(_with_known_days(setting, statements))
    said = {_words_of(one, article): one.said_on for one in known if one.said_on}
    for one in known:
        yield one if one.said_on else _with_another_day(setting, one, said)


def _with_known_days(setting: Setting, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, with the days that the article states or that go on from one it states."""
    before: dict[str, tuple[int, Interval]] = {}
    for one in statements:
        if one.kind is StatementKind.FRAGMENT:
            yield one
            continue
        paragraph, stated = setting.paragraph_at(one.content[0].start), _stated(setting, one)
        day = stated or _at_the_time(setting, one) or _told_before(setting, one)
        day = day or _carried(one, before, paragraph)
        if not stated and day and _is_past(day, setting.news) and _speaks_now(setting, one):
            day = None
        if day is not None and one.speaker is not None:
            before[one.speaker.name] = paragraph, day
        how = Dating.STATED if stated else Dating.CARRIED if day else Dating.UNKNOWN
        yield replace(one, said_on=day, dating=how)


def _with_another_day(
    setting: Setting, one: Statement, said: Mapping[str, Interval | None]
) -> Statement:
    """A statement with the day of the same words elsewhere, else with that of the news."""
    if one.kind is StatementKind.FRAGMENT:
        return one
    words = _words_of(one, setting.article)
    same = {day for other, day in said.items() if words in other} if len(words) > _TELLING else ()
    if len(same) == 1:
        return replace(one, said_on=next(iter(same)), dating=Dating.CARRIED)
    how = Dating.STORY if setting.news else Dating.UNKNOWN
    return replace(one, said_on=setting.news, dating=how)


_TELLING = 20  # characters of words that are hardly said twice


def _words_of(one: Statement, article: Article) -> str:
    found = (word for span in one.content for word in _WORD.findall(span.of(article.text)))
    return " ".join(found).lower()


def _in_own_voice(
    times: Iterable[TimeExpression], reported: Sequence[Span]
) -> Iterator[TimeExpression]:
    furthest = [0, *accumulate((span.end for span in reported), max)]
    for time in times:
        placed = None not in (time.interval.earliest, time.interval.latest)
        if placed and time.kind in (TimeKind.DATE, TimeKind.TIME):
            begun = bisect_left(reported, time.span.end, key=lambda span: span.start)
            if furthest[begun] <= time.span.start:
                yield time


def _news(article: Article, times: Iterable[TimeExpression]) -> Interval | None:
    """From the first of the days that an article names shortly before it was printed, till then.

    Where it names none, it is taken to be ten days wide.
    """
    printed = article.published.interval.latest if article.published else None
    if printed is None:
        return None
    begun = max(printed, date.min + _NEWS) - _NEWS  # there is no day before the year 1
    days = [
        day
        for time in times
        if (day := time.interval.earliest) and (last := time.interval.latest)
        if last - day <= _A_DAY and begun <= day <= printed
    ]
    return _from_to(min(days, default=begun), printed)


def _from_to(first: date, last: date) -> Interval:
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Interval(value, first, last)


def _stated(setting: Setting, one: Statement) -> Interval | None:
    """The day that stands with the reporting verb, nearest first, or opens its sentence."""
    at = setting.sentence_at((one.cue or one.content[0]).start)
    if at is None:
        return None
    sentence, text = setting.sentences[at], setting.article.text
    beside = [
        (_gap(one.cue, time.span) if one.cue else 0, time.interval)
        for time in setting.told_in(sentence)
        if _opens(text, sentence, time.span) or (one.cue and _is_with(text, one.cue, time.span))
    ]
    beside += [
        (_gap(one.cue, time.span) if one.cue else 0, time.interval)
        for time in (*setting.opening(sentence), *_within(setting, one))
        if not any(span.overlaps(time.span) for span in one.content)
    ]
    return min(beside, key=lambda pair: pair[0])[1] if beside else None


def _within(setting: Setting, one: Statement) -> Iterator[TimeExpression]:
    """The days between a reporting verb and its words that stand in what another reports."""
    if one.cue is None or not one.chain:
        return
    clause = Span(one.cue.end, max(one.cue.end, one.content[0].start))
    inside = (time for time in setting.unquoted if clause.contains(time.span))
    yield from (time for time in inside if _is_with(setting.article.text, one.cue, time.span))


def _gap(cue: Span, day: Span) -> int:
    return max(cue.start - day.end, day.start - cue.end)


def _opens(text: str, sentence: Sentence, day: Span) -> bool:
    """As in "Late on Friday, …"."""
    opening = text[sentence.span.start : day.start].lower().split()
    return all(word in _words().before_a_day for word in opening) or _is_occasion(opening)


def _is_occasion(opening: Sequence[str]) -> bool:
    """As in "At a hearing in Ruhl on": where it was said opens the sentence, then its day."""
    led = opening[:1] in (["at"], ["in"], ["during"], ["speaking"])
    led = led and opening[-1:] in (["on"], ["dated"])
    named = opening[:1] == ["speaking"] or not _words().occasions.isdisjoint(opening)
    return led and named and len(opening) <= _FAR and "," not in "".join(opening)


def _is_with(text: str, cue: Span, day: Span) -> bool:
    """Whether a day belongs to the reporting verb and to nothing between or before."""
    if day.start >= cue.end:
        return _is_plain(text[cue.end : day.start].replace(",", ""))  # "said Olm, 58, on Friday"
    between = _ASIDE.sub(" ", text[day.end : cue.start])  # "on 8 April the expert, Abt, said"
    return _is_plain(between) and not _is_of_another(text[: day.start])


def _is_plain(between: str) -> bool:
    words = [found.group().lower() for found in _WORD.finditer(between)]
    return (
        len(words) <= _FAR
        and not _BREAK.search(between)
        and _words().day_of_another.isdisjoint(words)
    )


def _is_of_another(before: str) -> bool:
    """Whether the words right before a day tie it to something else: "since the fire of"."""
    words = [found.group().lower() for found in _WORD.finditer(before[-40:])]
    return not _words().day_of_another.isdisjoint(words[-4:])


def _carried(
    one: Statement, before: dict[str, tuple[int, Interval]], paragraph: int
) -> Interval | None:
    """The day of the words before, where the same speaker goes on."""
    if one.speaker is None or one.speaker.name not in before:
        return None
    where, day = before[one.speaker.name]
    return day if paragraph - where <= 1 else None


def _speaks_now(setting: Setting, one: Statement) -> bool:
    """Whether somebody speaks in the present: "Olm denies it"; but a letter "says" what it did."""
    text = setting.article.text
    cue, source = (span.of(text).lower() if span else "" for span in (one.cue, one.source))
    verb, noun = reporting_verbs().get(cue), source.rpartition(" ")[2]
    lasts = noun == "it" or noun in _words().occasions
    return verb is not None and verb.form in (Form.THIRD, Form.BASE) and not lasts


def _at_the_time(setting: Setting, one: Statement) -> Interval | None:
    """The day last told before words that were said "at the time"."""
    if one.cue is None or not _THEN.match(setting.article.text, one.cue.end):
        return None
    before = bisect_left(setting.told, one.cue.start, key=lambda time: time.span.start)
    return setting.told[before - 1].interval if before else None


def _told_before(setting: Setting, one: Statement) -> Interval | None:
    """The day of a sentence just before, where that tells of the speaker."""
    at = setting.sentence_at((one.cue or one.content[0]).start)
    if not at or one.speaker is None:
        return None
    for sentence in reversed(setting.sentences[max(0, at - _BACK) : at]):
        days = {time.interval for time in setting.told_in(sentence)}
        if days or not setting.in_one_paragraph(sentence, one):
            told = days.pop() if len(days) == 1 else None
            tells = told and _tells_of(setting.article.text, sentence, told, one)
            return _since(told, setting.news) if told and tells else None
    return None


def _tells_of(text: str, sentence: Sentence, told: Interval, one: Statement) -> bool:
    """Whether a sentence names the speaker, or tells of one day and the statement says "he"."""
    if one.speaker is not None and one.speaker.name.split()[-1] in sentence.span.of(text):
        return True
    exact = told.earliest and told.latest and told.latest - told.earliest <= _A_DAY
    return bool(exact and one.source and one.source.of(text).lower() in _PRONOUNS)


def _since(day: Interval, news: Interval | None) -> Interval | None:
    """A day long past itself; of the news, from that day to publication."""
    if day.earliest is None or day.latest is None or day.latest - day.earliest > _A_MONTH:
        return None
    if news is None or _is_past(day, news):
        return day
    printed = news.latest
    return _from_to(day.earliest, printed) if printed and day.earliest <= printed else None


def _is_past(day: Interval, news: Interval | None) -> bool:
    """Whether a day lies before the news began."""
    return bool(news and news.earliest and day.latest and day.latest < news.earliest)


@cache
def _words() -> _Words:
    words: _Words = load("occasions", _Words)
    return words
