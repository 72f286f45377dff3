"""Text as a string of kinds, one character a word: grammar becomes a regular expression."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.model import Sentence
from twosource.reading.times.lexicon import Value, calendar, entries, kind, names, pattern

_TOKEN = re.compile(
    r"""
    (?P<plain> [c-gi-nr-zC-GI-NR-Z][^\W\d_]* )
  | (?P<bc> B\.\ ?C\.(?:\ ?E\.)? | before\ Christ\b )
  | (?P<ad> A\.\ ?D\. )
  | (?P<ampm> (?<=[\d ])(?:[AaPp]\.\ ?[Mm]\.?|[AaPp][Mm])(?!\w) )
  | (?P<oclock> o\ ?['’]\ ?clock\b )
  | (?P<possessive> ['’]s\b )
  | (?P<quarter_sign> [QH][1-4]\b )
  | (?P<word> [^\W\d_]+ )
  | (?P<reference> \d+/\d{3}(?!\d) | \d{4}[/-]\d{3}(?!\d)
      | (?<!\d)(?:1[3-9]|[2-9]\d|\d{3})/\d{4}(?!\d) )
  | (?P<iso> \d{4}(?P<bar>[-/.])\d{2}(?P=bar)\d{2}(?!\d) )
  | (?P<slashed> \d{1,2}(?P<stroke>[-/.])\d{1,2}(?P=stroke)(?:\d{4}|\d{2})(?!\d|\.\d) )
  | (?P<clock> \d{1,2}:\d{2}(?::\d{2})?(?![\d:])
      | \d{1,2}h[0-5]\d\b
      | (?: 0\d | (?<=\bat\ )[12]\d )\.?[0-5]\d(?=\ ?(?:hours|hrs|h)\b)
      | \d{1,2}[.:][0-5]\d(?=\ h\b)
      | (?: (?<=\bat\ ) | (?<=\bfrom\ ) | (?<=\bbetween\ ) )0\d[0-5]\d\b(?![,.]\d)
      | (?: (?<=\b0\d\d\d\ to\ ) | (?<=\b0\d\d\d\ and\ ) )[012]\d[0-5]\d\b(?![,.]\d) )
  | (?P<decade> ['’]\d0['’]?s\b | \d{2}(?:\d0)['’]?s\b | \d0s\b )
  | (?P<ordinal> \d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b )
  | (?P<fraction> \d/[1-9]\d?(?![\d/]) | [½¼¾⅓⅔⅛⅜⅝⅞] )
  | (?P<digits> \d+(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)? )
  | (?P<short_year> ['’]\d{2}(?!\d) )
  | (?P<hyphen> - )
  | (?P<dash> [–—‑−] | (?<=\b[12]\d{3})/(?=\d{2}(?:\d{2})?\b) )
  | (?P<dot> \. )
  | (?P<comma> , )
  | (?P<quote> ['’] )
  | (?P<currency> [$£€¥₹] )
  | (?P<percent> % )
  | (?P<mark> [^\w\s] | _ )
    """,
    re.VERBOSE,
)
# `plain` takes in one step every word that no other form begins like; it is most of a text.
_YEAR = re.compile(r"1[6-9]\d\d|2[01]\d\d")
_OLD_YEAR = re.compile(r"1[0-5]\d\d")
_THINGS = re.compile(r"[a-z]{3,}(?<!s)(?<!u)(?<!i)s|people|men|women|children")
_LAST_DAY = 31
_LONGEST_NAME = 32
_SHORT = 3  # letters of an abbreviated month


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a phrase: where it stands, what kind it is, and what it is worth."""

    start: int
    end: int
    text: str
    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a text in order: `kinds` has one character for each, the rest one item."""

    kinds: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The words from `first` up to `last`, each with its value."""
        return tuple(
            Token(
                self.starts[at],
                self.ends[at],
                self.texts[at],
                self.kinds[at],
                _value(self.texts[at], self.kinds[at]),
            )
            for at in range(first, last)
        )


def read_line(text: str, sentences: Iterable[Sentence]) -> Line:
    """The words of all sentences, with a break after each sentence."""
    words: list[_Word] = []
    for sentence in sentences:
        new = list(_words(text, sentence.span.start, sentence.span.end))
        if words and new and _go_on(words[-2:], new[0]):
            words.pop()
        words += new
        words.append((sentence.span.end, sentence.span.end, "", kind("break")))
    starts, ends, texts, kinds = zip(*words, strict=True) if words else ((), (), (), ())
    return Line("".join(kinds), starts, ends, texts)


_Word = tuple[int, int, str, str]


def _go_on(last: list[_Word], following: _Word) -> bool:
    """Whether a sentence was ended by mistake: "9 a.m. Tuesday"."""
    return last[0][3] == kind("ampm") and following[3] in _goes_on()


@cache
def _goes_on() -> str:
    return pattern("<weekday|zone|month>")


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    position = start
    for found in _TOKEN.finditer(text, start, end):
        first, last = found.span()
        if first < position:
            continue  # inside the name of a feast that was just read
        word = found.group()
        named = _named(text, first, word) if word in names() else None
        name, sort = named or (word, _kind_of(found.lastgroup or "", word, text, last))
        position = first + len(name)
        yield first, position, name, sort


def _kind_of(group: str, word: str, text: str, end: int) -> str:
    if group in ("plain", "word"):
        low = word in _low_months() and _is_low_month(text, word, end)
        return kind("loose_month") if low else _word_kind(word)
    return _digit_kind(word) if group == "digits" else kind(group)


@cache
def _low_months() -> frozenset[str]:
    return calendar().ambiguous_months


@lru_cache(maxsize=4096)  # most words of an article are few and come again
def _word_kind(word: str) -> str:
    lower = word.lower()
    if lower in calendar().ambiguous_months:
        return kind("loose_month") if word[0].isupper() else kind("word")
    if lower in calendar().ambiguous_weekdays:
        return kind("loose_weekday") if word[0].isupper() else kind("word")
    entry = entries().get(lower)
    return _unknown(word) if entry is None else entry.kind


def _unknown(word: str) -> str:
    """The kind of a word that is not of time: a name, things that can be counted, or another.

    Coins are such things, and their codes stand for signs: "2000 yen", "CHF 2000".
    """
    if word.lower() in calendar().coins:
        return kind("currency" if word.isupper() else "things")
    if word[0].isupper():
        return kind("name")
    things = _THINGS.fullmatch(word) and word not in calendar().of_a_year
    return kind("things" if things else "word")


# In a text without capitals only this much shows a month: "jan. 1", "may 15, 1990", "by 1 may".
_DAY_BEHIND = re.compile(r"\s\d{1,2}(?:st|nd|rd|th)?\s?,\s?(?:1[6-9]|20)\d\d\b")
_DAY_BEFORE = re.compile(r"\b(?:on|by|until|since)\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?\Z")
_LONGEST_DAY = 32  # characters of "since the 23rd of september"
_ABBREVIATED = re.compile(r"\.\s\d{1,2}\b(?![.:/]\d)")


def _is_low_month(text: str, word: str, end: int) -> bool:
    if _DAY_BEHIND.match(text, end):
        return True
    if len(word) == _SHORT and word != "may":
        return _ABBREVIATED.match(text, end) is not None
    return _DAY_BEFORE.search(text, max(0, end - _LONGEST_DAY), end - len(word)) is not None


def _named(text: str, start: int, word: str) -> tuple[str, str] | None:
    """The longest name of a feast or foreign month that begins here, as written, and its kind."""
    here = text[start : start + _LONGEST_NAME]
    folded = here.replace("’", "'").replace("‘", "'").lower()
    for name, sort in names()[word]:
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum():
            return here[: len(name)], sort
    return None


def _digit_kind(word: str) -> str:
    if not word.isdecimal():
        return kind("decimal" if "." in word else "number")
    if len(word) <= 2 and 1 <= int(word) <= _LAST_DAY:  # noqa: PLR2004  (a day has two digits)
        return kind("day")
    if _YEAR.fullmatch(word):
        return kind("year")
    return kind("old_year" if _OLD_YEAR.fullmatch(word) else "number")


def _value(word: str, sort: str) -> Value:
    entry = entries().get(word.lower())
    if entry is None or (entry.kind != sort and sort not in _loose()):
        return word
    return entry.value


@cache
def _loose() -> frozenset[str]:
    return frozenset((kind("loose_month"), kind("loose_weekday")))
