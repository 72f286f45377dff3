"""Words: what an article's text is cut into, each word with its class."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from twosource.model import Span
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.lexicon.verbs import Verb, reporting_verbs
from twosource.vocabulary import load
from twosource.vocabulary.verb_forms import pasts

# The classes:
#   D determiner   N noun, adjective, unknown   P capitalised   p possessive   M number   Z time
#   R pronoun      J pronoun as object          W who, which    T that
#   I preposition  O of                         E to            C and, or      B but, while, as
#   A auxiliary    X not                        L adverb        K other verb
#   V reporting verb, finite    G reporting verb in -ing        Y reporting verb, passive
#   Q quotation    , ; : - ( ) .


@dataclass(frozen=True, slots=True)
class Word:
    """A word, mark or whole quotation of a frame, in its class."""

    span: Span
    lower: str
    kind: str
    capital: bool = False
    shouted: bool = False
    verb: Verb | None = None
    quotation: Quotation | None = None
    tail: bool = False  # one of the later words of an idiom that reports: "slip" in "let slip"


NO_WORD = Word(Span(0, 0), "", ".")


def around(words: Sequence[Word]) -> Iterator[tuple[Word, Word, Word]]:
    """Each word between the one before and the one behind; `NO_WORD` where there is none."""
    return zip([NO_WORD, *words], words, [*words[1:], NO_WORD], strict=False)


class WordClasses(msgspec.Struct, frozen=True):
    """The shape of word_classes.yaml."""

    determiners: tuple[str, ...]
    pronouns: tuple[str, ...]
    object_pronouns: tuple[str, ...]
    relatives: tuple[str, ...]
    prepositions: tuple[str, ...]
    openers: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    negations: tuple[str, ...]
    adverbs: tuple[str, ...]
    times: tuple[str, ...]
    verbs: tuple[str, ...]
    pasts_like_nouns: frozenset[str]
    numbers: tuple[str, ...]
    nouns_in_ly: frozenset[str]
    means_of_speech: frozenset[str]
    called: frozenset[str]
    clause_openers: frozenset[str]
    passive_auxiliaries: frozenset[str]
    plural_endings: tuple[str, ...]
    collectives: frozenset[str]
    amounts: frozenset[str]
    compound_endings: tuple[str, ...]
    leads_nouns: frozenset[str]
    indefinites: frozenset[str]
    stands_alone: frozenset[str]
    of_two: frozenset[str]
    parts_of_day: frozenset[str]
    stretches_of_time: frozenset[str]
    how_many: frozenset[str]
    since_then: frozenset[str]


@cache
def word_classes() -> WordClasses:
    """The small words of vocabulary/word_classes.yaml, by what they are."""
    known: WordClasses = load("word_classes", WordClasses)
    return known


_WORD = re.compile(
    r"""(?P<clock>\d\d?[.:]\d\d(?![\d,.:])(?:[ap]m\b)?)
      | \d+(?:-[^\W\d_]+)+                         # 34-year-old
      | [$€£]?\d[\d.,:]*\d(?:[%a-z]{1,3}\b)?|[$€£]?\d+\w*%?
      | (?:[^\W\d_]\.){2,}(?:-\w+)?                        # U.S.
      | [^\W_]+(?:[-.'’@&][^\W_]+)*(?:['’](?=\s|$))?
      | --|[,;:()—–―…-]
    """,
    re.VERBOSE,
)
_CONTRACTION = re.compile(
    r"(?P<pronoun>he|she|it|they|we|i|you|who|there|that)['’](?:s|ve|d|ll|re|m)$", re.IGNORECASE
)
_JUNIOR = re.compile(r"\s(?:Jr|Sr)\b")
_ABBREVIATED = re.compile(r"\.(?=\s+[^\s])")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_MARK_CLASSES = {"—": "-", "–": "-", "―": "-", "--": "-", "…": "-"}


@cache
def _closed_classes() -> dict[str, str]:
    """The class of every listed word; where several lists have it, that of the last."""
    known = word_classes()
    past = pasts() - reporting_verbs().keys() - known.pasts_like_nouns
    lists = {
        "K": (*known.verbs, *past), "L": known.adverbs, "I": known.prepositions,
        "D": known.determiners, "R": known.pronouns, "J": known.object_pronouns,
        "W": known.relatives, "B": known.openers, "A": known.auxiliaries,
        "X": known.negations, "M": known.numbers, "Z": known.times,
        "T": ("that",), "O": ("of",), "E": ("to",), "C": ("and", "or", "nor"),
    }  # fmt: skip
    return {word: kind for kind, words in lists.items() for word in words}


def cut_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words and marks of a stretch of text, each in the class it has by itself."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word == "," and _JUNIOR.match(text, match.end(), end):
            continue  # "Jerry Olm, Jr."
        stop = match.end()
        if word[-1].isalnum() and _ABBREVIATED.match(text, stop, end):
            stop += 1
        for first, last in _contracted(word, match.start(), stop):
            whole = _classify(text[first:last], Span(first, last))
            yield replace(whole, kind="Z") if match["clock"] else whole


def _contracted(word: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A pronoun and the auxiliary drawn to it: "he's" is two words."""
    match = _CONTRACTION.match(word)
    cut = start + match.end("pronoun") if match else stop
    yield start, cut
    if cut < stop:
        yield cut, stop


def _classify(word: str, span: Span) -> Word:
    lower = word.lower().replace("’", "'")
    parts = {_closed_classes().get(part) for part in lower.split("-")}
    kind = "M" if parts == {"M"} else _closed_classes().get(lower)  # "Sixty-three"
    if kind is None or (kind in "KZ" and word.isupper()):
        kind = _open_class(word, lower)
    return Word(span, lower, kind, word[0].isupper(), word.isupper(), reporting_verbs().get(lower))


def _open_class(word: str, lower: str) -> str:
    if not word[0].isalpha():
        return "M" if any(c.isdigit() for c in word) else _MARK_CLASSES.get(word, word[0])
    if _POSSESSIVE.search(word):
        return "p"
    if any(c.isupper() for c in word):
        return "N" if lower.endswith(word_classes().compound_endings) else "P"
    if len(lower) > len("rely") and lower.endswith(("ly", "ed")):
        return "K" if lower.endswith("ed") else "N" if lower in word_classes().nouns_in_ly else "L"
    return "N"
