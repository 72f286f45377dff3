"""How many independent origins stand behind a claim: at least, at most, and why.

Articles that carry a claim are joined by links, each with its reason:

* **text**: the passage that carries the claim stands in both, be it in other words; or one has so
  much of its text from the other that it will have this claim from there too. A passage that is
  less than `SURE` to be one, and a share of less than `MOST`, bind only the lower count.
* **credit**: both come from, credit or name the same outlet or agency.
* **speaker**: both only report what the same named person or body said, or give the same quoted
  words: one mouth, however many ears. A speaker who is only described ("a senior official"), and a
  body beside somebody who speaks for it ("the ministry", "the ministry's spokeswoman"), bind only
  the lower count.
* **number**: two give numbers that cannot both hold, and neither stands behind the other's. It
  binds the lower count.
* **wording**: two that no link joins tell it in words of which few are the same, and may not mean
  one thing. It binds the lower count.
* **untold**: what an article says in nobody's words may come from any other article, and so may
  what "an official" or "sources" say. That no link is seen proves nothing: it binds the lower
  count. "A doctor" is somebody.

*At least* counts what remains apart when every link holds, *at most* when only the certain ones do.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeVar

from twosource.collation.at_odds import find_at_odds
from twosource.collation.bodies import (
    is_among,
    may_be_an_outlet,
    may_be_anybody,
    words_for_speakers,
)
from twosource.collation.identities import one_name_each
from twosource.collation.names import full_names, plain_name
from twosource.collation.sentences import sentence_around
from twosource.collation.stems import WORD, content_words
from twosource.collation.values import Value, find_values
from twosource.model import (
    Article,
    Assertion,
    CreditKind,
    Dependence,
    DependenceKind,
    Derivation,
    DerivationKind,
    Evidence,
    Identity,
    LostSource,
    Origin,
    OriginCount,
    Passage,
    PassageKind,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    StatementKind,
)

UNTOLD = "one of them does not say from whom it has this, and may have it from there"
OTHER_WORDS = "few of their words are the same, so they may not say one thing"
QUOTED_IN_BOTH = "both give the same quoted words, which have one mouth"
REASONS = {
    PassageKind.VERBATIM: "the words that carry the claim stand in both",
    PassageKind.EDITED: "the words that carry the claim stand in both, with changes",
    PassageKind.REWRITTEN: "one tells the passage that carries the claim in other words",
    PassageKind.QUOTATION: QUOTED_IN_BOTH,
}
# Tuned on the five invented stories that are not for reporting, by the share of claims whose known
# count lies between the two: .05, .1 and none, and .05, .1, .2, .3 and none were tried.
MUCH = 0.05  # share of the shorter article's text from which it may have the claim from the other
SURE = 0.8  # confidence from which a passage told in other words binds both counts; .5 to 1 tried
MOST = 0.3  # share from which it is taken to have it from there
NAMED = 3  # one in so many assertions must name a speaker for an origin to be called by it
QUOTED_WORDS = 4  # words in a row, two of them content words, that make two quotations one
# The most that joins no independent origins of the open stories; .3 to .6 tried.
SAME_WORDS = 0.4  # cosine of their words below which two may not put one thing forward
WORDS = re.compile(r"\w+")
# What is neither direct nor decided may be two reports of the same facts.
_DECIDED = frozenset({DerivationKind.COPY, DerivationKind.COMMON_SOURCE})
MIN_OUTLET = 3  # letters below which an outlet's name is not looked for inside a sentence

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Survey:
    """What the links are read from: the articles, their passages, and who is who."""

    readings: Mapping[str, Reading]  # by id of their articles
    passages: Mapping[str, tuple[Passage, ...]]  # by id of the first of the two articles
    copies: Mapping[str, tuple[Derivation, ...]]  # much of whose text is the parent's, by child
    names: Mapping[str, str]  # plain name → fullest plain name
    called: Mapping[str, frozenset[str]]  # words of names and roles, by fullest plain name
    houses: Mapping[str, str]  # plain name of an outlet or agency → the name as given
    house_words: Mapping[tuple[str, ...], str]  # the words of a given name → its plain name
    longest: int  # words that a given name has
    lost: Mapping[str, tuple[LostSource, ...]]  # texts not in the pile, by each that has them
    values: Mapping[str, Sequence[Value]]  # the numbers and dates of each article


def take_survey(
    readings: Sequence[Reading],
    derivations: Sequence[Derivation],
    identities: Sequence[Identity] = (),
    lost: Sequence[LostSource] = (),
) -> Survey:
    """Gather what the links of all claims are read from."""
    houses = {plain_name(h): h for reading in readings for h in _houses(reading.article)}
    house_words = _by_their_words(houses)
    copies = (d for d in derivations if d.share >= MUCH and _is_copy(d))
    names = {**full_names(_speakers(readings)), **one_name_each(identities)}
    return Survey(
        readings={reading.article.id: reading for reading in readings},
        passages=_grouped((p.a.article, p) for d in derivations for p in d.passages),
        copies=_grouped((copy.child, copy) for copy in copies),
        names=names,
        called=words_for_speakers(readings, names),
        houses={plain: given for plain, given in sorted(houses.items()) if plain},
        house_words=house_words,
        longest=max(map(len, house_words), default=0),
        lost=_grouped((article, source) for source in lost for article in source.articles),
        values={reading.article.id: find_values(reading) for reading in readings},
    )


def _speakers(readings: Iterable[Reading]) -> set[str]:
    """The names of all whose words the pile gives."""
    statements = (said for reading in readings for said in reading.statements)
    return {said.speaker.name for said in statements if said.speaker and said.gives_words}


def _by_their_words(houses: Mapping[str, str]) -> Mapping[tuple[str, ...], str]:
    """The plain names of those houses that have no short name, by the words of the given ones."""
    return {
        tuple(WORDS.findall(given)): plain
        for plain, given in houses.items()
        if len(plain) >= MIN_OUTLET
    }


def _grouped(pairs: Iterable[tuple[str, Kept]]) -> Mapping[str, tuple[Kept, ...]]:
    """What is kept for each article, in the order it came in."""
    found: dict[str, list[Kept]] = defaultdict(list)
    for article, kept in pairs:
        found[article].append(kept)
    return {article: tuple(kept) for article, kept in found.items()}


def count_origins(assertions: Sequence[Assertion], survey: Survey) -> OriginCount:
    """The origins behind one claim.

    Args:
        assertions: of one proposition, from any number of articles.
        survey: as `take_survey` gathered it.

    Returns:
        The two counts, the origins as far as the certain links tell, and every link.
    """
    articles = tuple(dict.fromkeys(a.evidence.article for a in assertions))
    links = tuple(_links(assertions, survey))
    apart = _components(articles, (link for link in links if link.certain))
    return OriginCount(
        at_least=len(_components(articles, links)),
        at_most=len(apart),
        origins=tuple(Origin(_label(group, assertions, survey), group) for group in apart),
        links=links,
    )


# ── links ────────────────────────────────────────────────────────────────────────────────────────


def _links(assertions: Sequence[Assertion], survey: Survey) -> list[Dependence]:
    """Every link, one for each pair of articles and kind, certain ones before doubtful ones."""
    told = list(_by_text(assertions, survey))
    found = [
        *told,
        *_by_copying(assertions, told, survey),
        *_by_credit(assertions, survey),
        *_by_speaker(assertions, survey),
        *_by_body(assertions, survey),
        *_by_quotation(assertions, survey),
    ]
    found += _by_number(assertions, found, survey)
    found += _by_silence(assertions, found, survey)
    found += _by_wording(assertions, found, survey)
    found.sort(key=lambda link: (link.a, link.b, link.kind, not link.certain, link.reason))
    return list({(link.a, link.b, link.kind): link for link in reversed(found)}.values())[::-1]


def _key(speaker: Speaker, survey: Survey) -> str:
    plain = plain_name(speaker.name)
    return survey.names.get(plain, plain)


def _by_text(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    spans: dict[str, list[Evidence]] = defaultdict(list)
    for assertion in assertions:
        spans[assertion.evidence.article].append(assertion.evidence)
    for article in spans:
        for passage in survey.passages.get(article, ()):
            if _carries(passage, spans):
                quoted = passage.kind is PassageKind.QUOTATION
                kind = DependenceKind.SPEAKER if quoted else DependenceKind.TEXT
                certain = passage.confidence >= SURE
                yield Dependence(
                    article, passage.b.article, kind, certain=certain, reason=REASONS[passage.kind]
                )


def _by_copying(
    assertions: Sequence[Assertion], told: Iterable[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Where an article has much of its text from another, it has what both claim from there too.

    Unless its very words for this claim are told in some other article: then it is from there.
    """
    articles = {assertion.evidence.article for assertion in assertions}
    explained = {end for link in told for end in (link.a, link.b)}
    for child in sorted(articles - explained):
        for copy in (c for c in survey.copies.get(child, ()) if c.parent in articles):
            a, b = sorted((copy.parent, copy.child))
            certain = copy.share >= MOST and (copy.direct or copy.kind in _DECIDED)
            reason = f"{copy.share:.0%} of the shorter article's text stands in the other"
            yield Dependence(a, b, DependenceKind.TEXT, certain=certain, reason=reason)


def _is_copy(derivation: Derivation) -> bool:
    return any(passage.kind is not PassageKind.QUOTATION for passage in derivation.passages)


def _carries(passage: Passage, spans: Mapping[str, Sequence[Evidence]]) -> bool:
    """Whether both sides of a passage touch an assertion of the claim."""
    return all(
        any(side.span.overlaps(evidence.span) for evidence in spans.get(side.article, ()))
        for side in (passage.a, passage.b)
    )


def _by_credit(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    behind: dict[str, set[str]] = defaultdict(set)
    for assertion in assertions:
        for house in _behind(assertion, survey):
            behind[house].add(assertion.evidence.article)
    for house in sorted(behind):
        reason = f"both come from or credit {survey.houses[house]}"
        for a, b in pairwise(sorted(behind[house])):
            yield Dependence(a, b, DependenceKind.CREDIT, certain=True, reason=reason)


def _behind(assertion: Assertion, survey: Survey) -> set[str]:
    """The outlets and agencies behind an assertion, by plain name."""
    reading = survey.readings[assertion.evidence.article]
    own = {plain_name(house) for house in _houses(reading.article)}
    # "…, the commander told CPB" may stand beside the claim
    sentence = sentence_around(assertion.evidence.span, reading).of(reading.article.text)
    return {house for house in own | _named_in(sentence, survey) if house in survey.houses}


def _houses(article: Article) -> Iterator[str]:
    """The outlet of an article and everybody its credit lines admit to have drawn on."""
    if article.outlet:
        yield article.outlet.value
    admitted = (one for one in article.credits if one.kind is not CreditKind.RIGHTS)
    yield from (credit.named for credit in admitted if credit.named)


def _named_in(sentence: str, survey: Survey) -> set[str]:
    """The outlets and agencies that a sentence names, in the case they are given in."""
    words = WORDS.findall(sentence)
    runs = (
        tuple(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + survey.longest, len(words)) + 1)
    )
    return {survey.house_words[run] for run in runs if run in survey.house_words}


def _by_quotation(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """Quotations too short for a passage: "it hissed like a kettle" comes from one mouth."""
    quoting: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for assertion in assertions:
        reading = survey.readings[assertion.evidence.article]
        for words in _quoted_words(reading, assertion.evidence.span):
            quoting[words].add(assertion.evidence.article)
    for words in sorted(quoting):
        for a, b in pairwise(sorted(quoting[words])):
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=True, reason=QUOTED_IN_BOTH)


def _quoted_words(reading: Reading, span: Span) -> Iterator[tuple[str, ...]]:
    """Every run of `QUOTED_WORDS` words inside the quotations that an assertion touches."""
    for statement in reading.statements:
        if statement.kind in {StatementKind.DIRECT, StatementKind.MIXED}:
            for content in statement.content:
                if content.overlaps(span):
                    yield from _runs(content.of(reading.article.text))


def _runs(quotation: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(quotation)]
    for run in zip(*(words[start:] for start in range(QUOTED_WORDS)), strict=False):
        if len(content_words(" ".join(run))) > 1:
            yield run


def _by_speaker(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    saying: dict[tuple[str, bool], set[str]] = defaultdict(set)
    given: dict[str, str] = {}
    for assertion in assertions:
        if assertion.speaker and _is_known(assertion):
            name = _key(assertion.speaker, survey)
            named = assertion.speaker.kind is SpeakerKind.NAMED
            saying[name, named].add(assertion.evidence.article)
            given[name] = max(given.get(name, ""), assertion.speaker.name, key=len)
    for (name, named), articles in sorted(saying.items()):
        reason = f"both report what {given[name]} said"
        for a, b in pairwise(sorted(articles)):
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=named, reason=reason)


def _by_body(assertions: Sequence[Assertion], survey: Survey) -> Iterator[Dependence]:
    """A body and who speaks for it, or one body under two descriptions."""
    spoken: dict[str, tuple[str, str]] = {}
    for one in assertions:
        if one.speaker and _is_known(one):
            spoken.setdefault(_key(one.speaker, survey), (one.evidence.article, one.speaker.name))
    pairs = combinations(sorted(spoken.items()), 2)
    for (key, (first, name)), (other, (second, other_name)) in pairs:
        called, others = survey.called[key], survey.called[other]
        if first != second and (is_among(name, others) or is_among(other_name, called)):
            a, b = sorted((first, second))
            reason = f"{name} and {other_name} may be one mouth"
            yield Dependence(a, b, DependenceKind.SPEAKER, certain=False, reason=reason)


def _by_number(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Two that no link joins, and that give numbers which cannot both hold."""
    articles = tuple(dict.fromkeys(one.evidence.article for one in assertions))
    home = {one: n for n, group in enumerate(_components(articles, links)) for one in group}
    for one, other in find_at_odds(assertions, survey.values):
        first, second = one.evidence.article, other.evidence.article
        if home[first] != home[second]:
            a, b = sorted((first, second))
            reason = (
                f"one says {one.words}, the other {other.words}, so they do not back each other"
            )
            yield Dependence(a, b, DependenceKind.NUMBER, certain=False, reason=reason)


def _by_silence(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Where no mouth is told from others, and no link explains it, it may be told elsewhere."""
    articles = tuple(dict.fromkeys(one.evidence.article for one in assertions))
    spoken = [(o.evidence.article, o.speaker) for o in assertions if o.speaker and _is_known(o)]
    vague = {article: who.name for article, who in spoken if _is_vague(who, survey)}
    told = {article for article, who in spoken if not _is_vague(who, survey)}
    groups = _components(articles, links)
    first = next((group for group in groups if not told.isdisjoint(group)), groups[0])
    for group in groups:
        if group is not first and told.isdisjoint(group):
            a, b = sorted((first[0], group[0]))
            named = next((vague[one] for one in (*group, *first) if one in vague), None)
            yield _untold(a, b, named)


def _by_wording(
    assertions: Sequence[Assertion], links: Sequence[Dependence], survey: Survey
) -> Iterator[Dependence]:
    """Those that no link joins, and whose words are so unlike that they may tell two things."""
    said: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in assertions:
        text = survey.readings[one.evidence.article].article.text
        said[one.evidence.article].append(content_words(one.evidence.span.of(text)))
    for first, second in combinations(_components(tuple(said), links), 2):
        bags, others = ([bag for one in group for bag in said[one]] for group in (first, second))
        if max(_likeness(bag, other) for bag in bags for other in others) < SAME_WORDS:
            a, b = sorted((first[0], second[0]))
            yield Dependence(a, b, DependenceKind.WORDING, certain=False, reason=OTHER_WORDS)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The cosine of two bags of words."""
    return len(one & other) / math.sqrt(len(one) * len(other) or 1)


def _untold(a: str, b: str, vague: str | None) -> Dependence:
    """The link of what one of two says in nobody's words, or in those of anybody."""
    if vague is None:
        return Dependence(a, b, DependenceKind.UNTOLD, certain=False, reason=UNTOLD)
    reason = f"who is called “{vague}” may be the same as in the other"
    return Dependence(a, b, DependenceKind.SPEAKER, certain=False, reason=reason)


def _is_known(assertion: Assertion) -> bool:
    speaker = assertion.speaker
    return speaker is not None and speaker.kind is not SpeakerKind.UNRESOLVED


def _is_vague(speaker: Speaker, survey: Survey) -> bool:
    """Whether it is nobody in particular, or an outlet, which has it from somebody untold."""
    if speaker.kind is SpeakerKind.DESCRIBED:
        return may_be_anybody(speaker.name)
    plain = plain_name(speaker.name)
    return any(f" {house}".endswith(f" {plain}") for house in survey.houses) or may_be_an_outlet(
        plain
    )


# ── counting ─────────────────────────────────────────────────────────────────────────────────────


def _components(articles: Sequence[str], links: Iterable[Dependence]) -> list[tuple[str, ...]]:
    """Articles joined by links, directly or through others, in the order they came in."""
    home = {article: article for article in articles}

    def root(article: str) -> str:
        while home[article] != article:
            home[article] = article = home[home[article]]
        return article

    for link in links:
        home[root(link.b)] = root(link.a)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        groups[root(article)].append(article)
    return [tuple(group) for group in groups.values()]


def _label(group: tuple[str, ...], assertions: Sequence[Assertion], survey: Survey) -> str:
    """What to call an origin: whom those name for it who had it first, else where it stood first.

    First are the articles that have their text from no other of the group; of a mouth that these
    only call "it" the others may tell. Somebody is named if at least one of their assertions in
    `NAMED` names a speaker; then it is the one named most, of equals the one named first. Else it
    is the earliest of them or, where all have it from a source that is not in the pile, that one.
    """
    articles = frozenset(group)
    firsts = [a for a in group if not _is_copied(a, articles, survey)] or [group[0]]
    told = [one for one in assertions if one.evidence.article in articles]
    inside = [one for one in told if one.evidence.article in firsts]
    if any(one.speaker for one in inside) and not any(map(_is_known, inside)):
        inside = told
    speakers = Counter(one.speaker.name for one in inside if one.speaker and _is_known(one))
    if speakers.total() * NAMED >= len(inside):
        return speakers.most_common(1)[0][0]
    for source in survey.lost.get(firsts[0], ()):
        if len(firsts) > 1 and set(firsts) <= set(source.articles):
            return f"{source.name or 'a page'}, not in the pile"
    article = survey.readings[firsts[0]].article
    return article.outlet.value if article.outlet else article.name


def _is_copied(article: str, group: frozenset[str], survey: Survey) -> bool:
    copies = survey.copies.get(article, ())
    return any(c.kind is DerivationKind.COPY and c.parent in group for c in copies)
