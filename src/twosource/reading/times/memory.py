"""What a reader remembers of the dates read so far, for the phrases that lean on them."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.reading.times.lexicon import kind, pattern
from twosource.reading.times.meaning import Context, Meaning
from twosource.reading.times.periods import Grain, Period
from twosource.reading.times.tense import is_modal_beside, is_past_beside, looks_ahead, says
from twosource.reading.times.tokens import Line

# How many sentences a quarter holds for the figures that follow it, and a day for a time on the
# clock. Tuned on the documents of TimeBank and AQUAINT that are not set apart: of 2, 5, 9 and 30
# for the one and 2, 4 and 8 for the other, these do best.
_QUARTER_HOLDS, _DAY_HOLDS = 9, 4
_FAR = 500  # words; spares counting sentences where there can be no doubt

# These look aside from the story's own time: "sales rose, from 5,000 a year earlier".
_COMPARISONS = {"comparison", "offset", "stated_quarter"}


@dataclass(slots=True)  # it learns as it reads: the one thing here that is not frozen
class Memory:
    """The dates of one line that were read last, and the words they stood at."""

    line: Line
    anchor: date | None
    told: Period | None = None
    told_at: int = 0
    quarter: Period | None = None
    quarter_at: int = 0
    story: Period | None = None
    story_end: int = 0
    start: int = -1
    end: int = -1
    rule: str = ""

    def context(self, first: int, last: int) -> Context:
        """What surrounds the phrase from one word up to another.

        The end of a range stands where its beginning does: "lasted from 12 April to 30 June".
        """
        ends = self.end >= 0 and self.line.kinds[self.end : first] in _tie()
        begins = self._from() if ends and self.rule.startswith("month") else first
        quarter_holds = self._holds(self.quarter_at, first, _QUARTER_HOLDS)
        day_holds = self._holds(self.told_at, first, _DAY_HOLDS)
        return Context(
            anchor=self.anchor,
            forward=looks_ahead(self.line, first, last),
            told=self.told,
            told_quarter=self.quarter if quarter_holds else None,
            story=self.story,
            in_the_story=self._goes_on(first),
            beside=self.told if day_holds else None,
            joined=first == self.end,
            tied=self.rule == "weekday" and ends,
            past_beside=is_past_beside(self.line, begins),
            modal_beside=is_modal_beside(self.line, first),
            opens=_opens(self.line, begins),
            behind="".join(self.line.texts[last : last + 1]).lower(),
            in_apposition=first == self.end + 1 and self.line.kinds[self.end] == kind("comma"),
        )

    def remember(self, rule: str, meaning: Meaning, first: int, last: int) -> None:
        """Take in what the phrase from one word up to another was found to mean."""
        self.start, self.end, self.rule = first, last, rule
        if meaning.period is None or rule in _COMPARISONS or self._was_said_then(first):
            return
        self.told, self.told_at = meaning.period, first
        if meaning.anchor is None and self.told.grain in (Grain.DAY, Grain.MONTH):
            self.story, self.story_end = self.told, last
        if self.told.grain is Grain.QUARTER:
            self.quarter, self.quarter_at = self.told, first

    def _was_said_then(self, first: int) -> bool:
        """As in "it sank on 3 May, police said on Monday": what follows goes on from 3 May."""
        comma = self.line.kinds.rfind(kind("comma"), 0, first)
        if comma < self.told_at or kind("break") in self.line.kinds[self.told_at : first]:
            return False
        behind = (word.lower() for word in self.line.texts[comma + 1 : first])
        return self.told is not None and not says().isdisjoint(behind)

    def _from(self) -> int:
        """Where the last phrase begins, with "from" before it."""
        return self.start - (self.line.kinds[self.start - 1 : self.start] == kind("from"))

    def _goes_on(self, first: int) -> bool:
        """As in "was held in March 2018 and freed in April": one sentence tells both in a row."""
        between = self.line.kinds[self.story_end : min(first, self.story_end + _FAR)]
        apart = any(kind(name) in between for name in ("break", "comma"))
        return kind("and") in between and not apart

    def _holds(self, since: int, until: int, sentences: int) -> bool:
        if until - since >= _FAR:
            return False
        return self.line.kinds.count(kind("break"), since, until) <= sentences


@cache
def _tie() -> frozenset[str]:
    return frozenset(kind(name) for name in ("to", "until", "dash", "hyphen"))


def _opens(line: Line, first: int) -> bool:
    """Whether a sentence begins with the words from `first` on, or with "in" before them."""
    start = first - 1 if first and line.kinds[first - 1] in pattern("<in|on>") else first
    return start == 0 or line.kinds[start - 1] == kind("break")
