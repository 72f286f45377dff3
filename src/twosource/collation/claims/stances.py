"""Stances: who puts a claim forward, and who gives it only to say that it is not so.

A sentence turns words round

* where it reports them as denied or withheld, opens with “it is not true that”, or calls them
  untrue: "denied that the alarms had been off";
* where a clause of it negates them: "the alarms had not been off".

It stands against those that say plainly what it turns round; what is turned twice is plain again.
Where nobody says what is denied, the denial itself is what is put forward, unless more articles
say something else: then it is about something else.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from twosource.collation.claims.clauses import has_verb, split_clauses
from twosource.collation.stems import bare_stem, content_words
from twosource.model import Polarity, Reading, Span, Speaker, Stance, Statement
from twosource.vocabulary import load
from twosource.vocabulary.verb_forms import infinitives

PLAINLY = 0.75  # share of the weight of what is turned round, from which another says it
MIN_WORDS = 2  # content words below which a negated clause says too little


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that a sentence gives only to say that they are not so, or that nobody would say."""

    span: Span  # with the words that say so
    content: Span
    stance: Stance
    speaker: Speaker | None
    of_fact: bool = True  # not where something asked for is refused: "rejected an inquiry"


@dataclass(frozen=True, slots=True)
class Voiced:
    """What a sentence says plainly, and what it turns round, as bags of words without names."""

    article: str
    plain: frozenset[str]
    turned: tuple[frozenset[str], ...]
    stance: Stance  # what it is, if another says plainly what it turns round
    reported: bool  # whether a denial is reported, or only a clause negated


class _Turns(msgspec.Struct, frozen=True):
    negating: frozenset[str]
    only_then: frozenset[str]
    without: frozenset[str]
    idle: tuple[str, ...]
    untrue: tuple[str, ...]
    told: tuple[str, ...]
    not_so: tuple[str, ...]
    unsaid: tuple[str, ...]
    refusing: frozenset[str]
    asked_for: frozenset[str]


# ── one sentence ─────────────────────────────────────────────────────────────────────────────────


def find_denial(reading: Reading, sentence: Span, shared: Span) -> Denial | None:
    """The denial that most of the shared part of a sentence stands in, if there is one."""
    found = (*_reported(reading, sentence), *_by_expression(reading, sentence))
    text = reading.article.text
    return next((one for one in found if _is_most_of(one, shared, text)), None)


def _reported(reading: Reading, sentence: Span) -> Iterator[Denial]:
    inside = tuple(statements_in(reading, sentence))
    said = [span for one in inside if one.polarity is Polarity.SAYS for span in one.content]
    for statement in inside:
        if statement.polarity is not Polarity.SAYS and not _is_said(statement.cue, said):
            content = Span(statement.content[0].start, statement.content[-1].end)
            whole = _with_cue(statement, content, sentence)
            stance, of_fact = Stance(statement.polarity.value), not _refuses(reading, statement)
            yield Denial(whole, content, stance, statement.speaker, of_fact)


def _refuses(reading: Reading, statement: Statement) -> bool:
    """Whether somebody says of what is asked for that it shall not be: "rejected | an inquiry"."""
    text = reading.article.text
    cue = _words(statement.cue.of(text)) if statement.cue else ()
    head = _HEAD.match(text, statement.content[0].start, statement.content[-1].end)
    refused = {bare_stem(verb) for verb in _turns().refusing}.intersection(map(bare_stem, cue))
    if head is None or not refused or has_verb(head[0]):
        return False
    return head[1].casefold() in _turns().asked_for


def _is_said(cue: Span | None, said: Iterable[Span]) -> bool:
    """Whether a cue stands in words of somebody else: “he said they had not ordered it”."""
    return cue is not None and any(span.contains(cue) for span in said)


def statements_in(reading: Reading, sentence: Span) -> Iterator[Statement]:
    """The statements whose words all stand in a sentence, fragments and attitudes aside."""
    for statement in reading.statements:
        whole = Span(statement.content[0].start, statement.content[-1].end)
        if statement.gives_words and sentence.contains(whole):
            yield statement


def _with_cue(statement: Statement, content: Span, sentence: Span) -> Span:
    parts = [content, *(s for s in (statement.source, statement.cue) if s and sentence.contains(s))]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _by_expression(reading: Reading, sentence: Span) -> Iterator[Denial]:
    """What set words call untrue or leave open, by whoever says them, if somebody does."""
    for pattern, stance in _expressions():
        if match := pattern.match(reading.article.text, sentence.start, sentence.end):
            content = Span(*match.span("content"))
            said = _said_from(reading, sentence, content.start)
            if said:
                content = _cut_to(content, Span(content.start, said.content[-1].end))
            yield Denial(sentence, content, stance, said.speaker if said else None)


def _said_from(reading: Reading, sentence: Span, start: int) -> Statement | None:
    """The statement in a sentence whose words hold a place in it."""
    inside = statements_in(reading, sentence)
    return next((s for s in inside if s.content[0].start <= start < s.content[-1].end), None)


@cache
def _turns() -> _Turns:
    known: _Turns = load("turns", _Turns)
    return known


@cache
def _expressions() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    """How a sentence that denies or withholds begins, with its `content`, and which it does."""
    known = _turns()
    called = rf"(?:the )?(?:(?:{_any_of(known.told)}) )?that (?P<content>.+?)"
    patterns = (
        (rf"[\W_]*(?:{_any_of(known.untrue)})\b\W*(?P<content>.+)", Stance.DENIES),
        (rf"[\W_]*{called} (?:is|are|was|were) (?:{_any_of(known.not_so)})\b", Stance.DENIES),
        (rf".*?\b(?:{_any_of(known.unsaid)}) (?:whether|if) (?P<content>.+)", Stance.WITHHOLDS),
    )
    return tuple((re.compile(one, re.IGNORECASE | re.DOTALL), stance) for one, stance in patterns)


def _any_of(expressions: Iterable[str]) -> str:
    """A pattern for one of some expressions, with either apostrophe."""
    return "|".join(re.escape(one).replace("'", "['’]") for one in expressions)


def _is_most_of(denial: Denial, shared: Span, text: str) -> bool:
    """Whether more words of the shared part stand inside what is denied than beside the denial."""
    inside = content_words(_cut_to(denial.content, shared).of(text))
    before = Span(shared.start, max(shared.start, min(shared.end, denial.span.start)))
    behind = Span(min(shared.end, max(shared.start, denial.span.end)), shared.end)
    beside = content_words(before.of(text)) | content_words(behind.of(text))
    return len(inside) > len(beside) or (not beside and denial.span.overlaps(shared))


def _cut_to(span: Span, other: Span) -> Span:
    start = max(span.start, other.start)
    return Span(start, max(start, min(span.end, other.end)))


def voiced(reading: Reading, sentence: Span, said: Span, denial: Denial | None) -> Voiced:
    """How a sentence is held against others: what is denied in it, else what is said."""
    text = reading.article.text
    beside = _beside_the_point(reading, sentence)
    span = _from_negation(text, sentence, denial.content if denial else said)
    clauses = [clause.of(text) for clause in split_clauses(text, span)]
    negated = [content_words(c) - beside for c in clauses if is_negated(c, beside)]
    if denial:
        words = content_words(span.of(text)) - beside
        plain, denied = (words, _NONE) if negated else (_NONE, words)
        against = (denied,) if denial.of_fact else tuple[frozenset[str], ...]()
        return Voiced(reading.article.id, plain, against, denial.stance, reported=True)
    doubtful = negated or any(_reported(reading, sentence))
    plain = _NONE if doubtful else _said_plainly(text, sentence, beside)
    turned = tuple(words for words in negated if len(words) >= MIN_WORDS)
    return Voiced(reading.article.id, plain, turned, Stance.DENIES, reported=False)


def _from_negation(text: str, sentence: Span, span: Span) -> Span:
    """The span with the word that opens its sentence, where that negates: "Nor was it to blame"."""
    before = _words(text[sentence.start : span.start])
    turned = len(before) == 1 and before[0] in _turns().negating
    return Span(sentence.start, span.end) if turned else span


_NONE: frozenset[str] = frozenset()


def _said_plainly(text: str, sentence: Span, beside: frozenset[str]) -> frozenset[str]:
    """The words of a sentence's clauses that negate nothing and are without nothing."""
    clauses = [clause.of(text) for clause in split_clauses(text, sentence)]
    doubtful = _turns().without | _turns().negating
    plain = (clause for clause in clauses if doubtful.isdisjoint(_words(clause)))
    return content_words(" ".join(plain)) - beside


def _beside_the_point(reading: Reading, sentence: Span) -> frozenset[str]:
    """The words of names, of who says it, and negations."""
    giving = tuple(one for one in reading.statements if one.gives_words)
    given = [span for one in giving for span in one.content]
    outer = (one for one in giving if not _is_said(one.cue, given))  # not "ordered" in his words
    saying = [span for one in outer for span in (one.source, one.cue)]
    inside = [span for span in saying if span and sentence.contains(span)]
    words = content_words(" ".join(span.of(reading.article.text) for span in inside))
    return words | name_words(reading, sentence) | negations()


@cache
def negations() -> frozenset[str]:
    """The negating words as they stand in bags of words, with either apostrophe."""
    listed = " ".join(_turns().negating)
    return content_words(listed) | content_words(listed.replace("'", "’"))


def name_words(reading: Reading, sentence: Span) -> frozenset[str]:
    """The words of the names in a sentence, and of what their bearers are said to be."""
    spans = (span for mention in reading.mentions for span in (mention.span, mention.role))
    named = [span for span in spans if span and sentence.contains(span)]
    return content_words(" ".join(span.of(reading.article.text) for span in named))


def is_negated(clause: str, beside: frozenset[str] = _NONE) -> bool:
    """Whether a clause negates what follows, or ends so: not "not until Sunday", not "no. 5".

    `beside` are words that tell nothing: "and never because we may, said the mayor" ends in them.
    """
    words, known = _words(_BUT_NOT.sub(" ", clause)), _turns()
    first = next((i for i, word in enumerate(words) if word in known.negating), None)
    if first is None or ("from" not in words and not known.only_then.isdisjoint(words)):
        return False
    return first + 1 == len(words) or bool(content_words(" ".join(words[first + 1 :])) - beside)


def _words(clause: str) -> tuple[str, ...]:
    """The words of a clause, without expressions that sound like a negation and are none."""
    told = _idle().sub(" ", clause)
    return tuple(word.replace("’", "'").casefold() for word in _WORD.findall(told))


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(_turns().idle)})\b", re.IGNORECASE)


# What turns nothing round: "and not 113", "not this year", but "not one shot was fired" does; and
# "you cannot wash them" says nothing of what was done.
_BUT_NOT = re.compile(
    r"(?:^|\b(?:and|but) )not\b(?! (?:a|an|all|any|every|one)\b)"
    r"|\b(?:can|could|may|might|must|should|would) not\b"
    r"|\bcannot\b|\b(?:ca|could|would|should)n['’]t\b",
    re.IGNORECASE,
)
# The last word before what hangs on a noun: "a full | inquiry | into the sale".
_HEAD = re.compile(
    r"(?:[\w'’-]+ ){0,4}?([\w-]+)"
    r"(?=[.,;]|$| (?:of|into|for|from|to|by|on|in|with|over|that|which)\b)"
)
_WORD = re.compile(r"(?!no\.? \d)[^\W\d_]+(?:['’][^\W\d_]+)*", re.IGNORECASE)


# ── all sentences of a claim ─────────────────────────────────────────────────────────────────────


def stances(told: Sequence[Voiced], weights: Mapping[str, int]) -> list[Stance | None]:
    """How each sentence of a claim stands to it, in order; `None` for one about something else.

    One at least puts the claim forward. Where some deny what none of the others says, and others
    say something plainly, they tell of two things, of which the one with more articles stays; of
    equals, or where that is denied too, what is said.
    """
    against = [_is_against(one, told, weights) for one in told]
    alone = {n for n, one in enumerate(told) if one.reported and not one.plain and not against[n]}
    denying = {told[n].article for n in alone}
    plain = {n for n, one in enumerate(told) if one.plain and not one.turned}
    saying = {told[n].article for n in plain} - denying
    fewer = any(against) or (saying and len(saying) >= len(denying))
    gone = alone if fewer else {n for n in plain if alone and told[n].article in saying}
    return [
        None if n in gone else one.stance if against[n] else Stance.SAYS
        for n, one in enumerate(told)
    ]


def _is_against(one: Voiced, told: Sequence[Voiced], weights: Mapping[str, int]) -> bool:
    """Whether another says plainly what a sentence turns round."""
    others = [other for other in told if one.reported or other.article != one.article]
    return any(_says(other, words, weights) for other in others for words in one.turned if words)


def _says(other: Voiced, words: Collection[str], weights: Mapping[str, int]) -> bool:
    """Whether the other says plainly most of what is turned round, by weight; "took" is "take"."""
    base = _stems_of_infinitives()
    said = {base.get(word, word) for word in other.plain}
    total = sum(weights.get(word, 0) for word in words)
    met = (word for word in words if base.get(word, word) in said)
    return sum(weights.get(word, 0) for word in met) >= PLAINLY * (total or 1)


@cache
def _stems_of_infinitives() -> Mapping[str, str]:
    """The stem of the infinitive, by the stem of every irregular form."""
    return {bare_stem(form): bare_stem(verb) for form, verb in infinitives().items()}
