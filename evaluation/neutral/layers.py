"""From the program's nouns to the neutral schema, one function per layer.

Only the shape changes here: nothing is judged, mended or left out, but that a fragment in
quotation marks has no speaker, and that articles which merely give the same quotation are not
reported as copies of one another.
"""

from collections.abc import Iterator, Mapping

from evaluation.neutral import schema
from twosource.model import (
    Article,
    Attested,
    BlockKind,
    Claim,
    Collation,
    Conflict,
    Credit,
    CreditKind,
    Derivation,
    DerivationKind,
    Drift,
    DriftKind,
    Event,
    Evidence,
    Identity,
    NameKind,
    Passage,
    PassageKind,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)

FORMAT = "twosource-export/1"

# The schema counts menus, captions and inserted links as furniture of the page; bylines, credits
# and biographies leave the body as metadata and are scored on neither side.
FURNITURE = frozenset(
    {BlockKind.NAVIGATION, BlockKind.RELATED, BlockKind.CAPTION, BlockKind.METADATA}
)

QUOTE_TYPES = {
    StatementKind.DIRECT: "direct",
    StatementKind.MIXED: "mixed",
    StatementKind.INDIRECT: "indirect",
    StatementKind.FRAGMENT: "scare",
}

REUSE_KINDS = {
    PassageKind.VERBATIM: "verbatim",
    PassageKind.EDITED: "edited",
    PassageKind.REWRITTEN: "paraphrase",
    PassageKind.QUOTATION: "edited",
}

ENTITY_TYPES = {
    NameKind.PERSON: "person",
    NameKind.ORGANISATION: "organisation",
    NameKind.PLACE: "place",
}

Names = Mapping[str, str]  # Article.id → Article.name


def to_neutral(collation: Collation) -> schema.Export:
    """Everything in a collation, in the neutral schema."""
    readings = collation.readings
    names = {reading.article.id: reading.article.name for reading in readings}
    return schema.Export(
        format=FORMAT,
        scope=tuple(sorted(names.values())),
        documents=tuple(document(reading.article) for reading in readings),
        quotes=tuple(quote(s, r) for r in readings for s in r.statements if is_quote(s)),
        entities=tuple(entity(one, names) for one in collation.identities),
        quantities=tuple(quantity(q, r.article) for r in readings for q in r.quantities),
        events=tuple(event(one, names) for one in collation.timeline),
        reuse=tuple(pair for d in collation.derivations for pair in reuse(d, names)),
        claims=tuple(claim(one, names) for one in collation.claims),
        conflicts=tuple(conflict(one, names) for one in collation.conflicts),
        quote_drift=tuple(quote_drift(one, names) for one in collation.drifts),
    )


# ── entities ─────────────────────────────────────────────────────────────────────────────────────


def entity(found: Identity, names: Names) -> schema.Entity:
    """Who or what is named, by all names."""
    return schema.Entity(
        name=found.name,
        type=ENTITY_TYPES.get(found.kind, "other"),
        aliases=tuple(alias.name for alias in found.aliases),
        mentions=tuple(evidence(e, names) for alias in found.aliases for e in alias.evidence),
    )


# ── documents ────────────────────────────────────────────────────────────────────────────────────


def document(article: Article) -> schema.Document:
    """What is known of an article, and which of its lines are furniture."""
    return schema.Document(
        doc=article.name,
        title=words(article.title),
        byline=words(article.byline),
        outlet=words(article.outlet),
        published=article.published.interval.value if article.published else None,
        dateline=words(article.dateline),
        credit=credit_line(article),
        boilerplate_lines=tuple(furniture_lines(article)),
    )


def words(found: Attested | None) -> str | None:
    """The value of a piece of metadata, if there is one."""
    return found.value if found else None


def credit_line(article: Article) -> str | None:
    """The words of the first credit that names an origin of the text, not a reporter or owner."""
    own = (CreditKind.REPORTING, CreditKind.RIGHTS)
    lines = (c for c in article.credits if c.kind not in own)
    return next((line for c in lines if (line := credit_words(c, article))), None)


def credit_words(credit: Credit, article: Article) -> str | None:
    """A credit as it stands in the text, else whom it names."""
    return credit.span.of(article.text) if credit.span else credit.named


def furniture_lines(article: Article) -> Iterator[int]:
    """Numbers, from 1, of the lines that are furniture of the page."""
    for block in article.blocks:
        if block.kind in FURNITURE:
            first = article.text.count("\n", 0, block.span.start) + 1
            yield from range(first, first + block.span.of(article.text).count("\n") + 1)


# ── quotes and quantities ────────────────────────────────────────────────────────────────────────


def quote(statement: Statement, reading: Reading) -> schema.Quote:
    """A statement with its speaker, where one was found and not merely suspected."""
    article = reading.article
    speaker = known_speaker(statement)
    return schema.Quote(
        doc=article.name,
        type=QUOTE_TYPES[statement.kind],
        content=tuple(stretch(s, article) for s in statement.content if s not in statement.about),
        source=stretch(statement.source, article) if statement.source else None,
        cue=stretch(statement.cue, article) if statement.cue else None,
        speaker=speaker.name if speaker else None,
        role=speaker.role.of(article.text) if speaker and speaker.role else None,
        said_when=statement.said_on.value if statement.said_on else None,
        occasion=statement.occasion.of(article.text) if statement.occasion else None,
        chain=chain(statement),
    )


def is_quote(statement: Statement) -> bool:
    """Whether the schema asks for a statement: words that are given, or marks that quote nobody."""
    return statement.gives_words or statement.kind is StatementKind.FRAGMENT


def known_speaker(statement: Statement) -> Speaker | None:
    """Whoever is quoted, where that is known and somebody is."""
    speaker = statement.speaker
    if statement.kind is StatementKind.FRAGMENT or speaker is None:
        return None
    return None if speaker.kind is SpeakerKind.UNRESOLVED else speaker


def chain(statement: Statement) -> tuple[str, ...]:
    """Those the words came through, outermost first, the speaker last."""
    speaker = known_speaker(statement)
    relays = tuple(relay.speaker.name for relay in statement.chain)
    return (*relays, speaker.name) if speaker else ()


def quantity(found: Quantity, article: Article) -> schema.Quantity:
    """A quantity with its value: a number, two for a range or a score, or nothing for "several"."""
    return schema.Quantity(
        doc=article.name,
        start=found.span.start,
        end=found.span.end,
        value=value(found),
        modifier=found.modifier or "exact",
        unit=found.unit or (found.counted.of(article.text) if found.counted else None),
    )


def value(found: Quantity) -> float | str | None:
    """The number a quantity gives; the end that is known where a modifier leaves the other open.

    Open numbers ("hundreds") give none. A share said in words has three digits: "a third" is .333,
    as it is not known any better.
    """
    low, high = (end if end is None else _told(end, found) for end in (found.low, found.high))
    score = found.kind is QuantityKind.SCORE
    if found.modifier is None and None in (low, high):
        return None
    if low is None or high is None or (low == high and not score):
        return low if low is not None else high
    return f"{low:.15g}-{high:.15g}"


def _told(end: float, found: Quantity) -> float:
    return round(end, 3) if found.kind is QuantityKind.SHARE and found.unit is None else end


# ── what lies across articles ────────────────────────────────────────────────────────────────────


def event(found: Event, names: Names) -> schema.Event:
    """An event of the timeline."""
    return schema.Event(
        label=found.wording,
        date=found.interval.value,
        place=", ".join(found.places) or None,
        participants=found.participants,
        evidence=tuple(evidence(one, names) for one in found.evidence),
    )


def reuse(derivation: Derivation, names: Names) -> Iterator[schema.Reuse]:
    """The passages that two articles share because one comes from the other or from a third."""
    copied = derivation.kind is not DerivationKind.UNDECIDED
    for passage in derivation.passages:
        if copied or passage.kind is not PassageKind.QUOTATION:
            yield schema.Reuse(
                a=evidence(passage.a, names),
                b=evidence(passage.b, names),
                kind=REUSE_KINDS[passage.kind],
                direction=direction(derivation, passage),
            )


def direction(derivation: Derivation, passage: Passage) -> str | None:
    """Which side of a passage comes from the other."""
    if derivation.kind in {DerivationKind.COMMON_SOURCE, DerivationKind.LOST_SOURCE}:
        return "common"
    if derivation.kind is DerivationKind.UNDECIDED:
        return None
    return "a>b" if derivation.parent == passage.a.article else "b>a"


def claim(found: Claim, names: Names) -> schema.Claim:
    """A claim with its count. Where one number is asked for, it is what is counted at least."""
    groups = joined(found)
    return schema.Claim(
        proposition=found.wording,
        evidence=tuple(evidence(one.evidence, names) for one in found.put_forward),
        independent_origins=found.origins.at_least,
        independent_origins_range=(found.origins.at_least, found.origins.at_most),
        origins=tuple(
            schema.Origin(names[group[0]], tuple(names[article] for article in group))
            for group in groups
        ),
        circular=len(groups) == 1 and len(groups[0]) > 1,
    )


def joined(found: Claim) -> list[tuple[str, ...]]:
    """The articles of a claim in the groups that its lower count counts: joined by every link."""
    groups = [{article} for article in {one.evidence.article for one in found.put_forward}]
    for link in found.origins.links:
        touched = [group for group in groups if link.a in group or link.b in group]
        groups = [group for group in groups if group not in touched]
        groups.append(set().union(*touched))
    return sorted(tuple(sorted(group)) for group in groups)


def quote_drift(found: Drift, names: Names) -> schema.QuoteDrift:
    """A drift with its severity; the schema has no word of its own for a swallowed gloss."""
    kind = DriftKind.WORDING if found.kind is DriftKind.GLOSS else found.kind
    return schema.QuoteDrift(evidence(found.a, names), evidence(found.b, names), kind.value)


def conflict(found: Conflict, names: Names) -> schema.Conflict:
    """A conflict with all its accounts."""
    return schema.Conflict(
        aspect=found.aspect.value,
        about=found.about,
        accounts=tuple(
            schema.Account(account.says, tuple(evidence(e, names) for e in account.evidence))
            for account in found.accounts
        ),
    )


def stretch(span: Span, article: Article) -> schema.Stretch:
    """A span of an article, by the article's name."""
    return schema.Stretch(article.name, span.start, span.end)


def evidence(found: Evidence, names: Names) -> schema.Stretch:
    """A piece of evidence, by its article's name."""
    return schema.Stretch(names[found.article], found.span.start, found.span.end)
