"""Small invented stories for tests, built so that a test reads like the story it tells.

Nothing here computes what the program computes: findings are stated by the test, and every span
is looked up in the text, so that a misspelt quotation fails at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from twosource.model import (
    Account,
    Alias,
    Article,
    Aspect,
    Assertion,
    Attested,
    Block,
    BlockKind,
    Claim,
    Collation,
    Conflict,
    Credit,
    CreditKind,
    DateEvidence,
    DateRole,
    Dating,
    Dependence,
    DependenceKind,
    Derivation,
    DerivationKind,
    Edit,
    EditKind,
    Event,
    EventKind,
    Evidence,
    Identity,
    Interval,
    NameKind,
    Origin,
    OriginCount,
    Passage,
    PassageKind,
    Reading,
    Sentence,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)


def day(iso: str) -> Interval:
    """One day, known exactly."""
    return Interval(iso, date.fromisoformat(iso), date.fromisoformat(iso))


def article(  # noqa: PLR0913 - each is a piece of an article a test may state
    title: str,
    *paragraphs: str,
    outlet: str | None = None,
    published: str | None = None,
    menu: str | None = None,
    url: str | None = None,
    name: str | None = None,
) -> Article:
    """An article of a title and paragraphs, under a line of navigation where `menu` is given."""
    lines = [(BlockKind.NAVIGATION, menu)] if menu else []
    lines += [(BlockKind.TITLE, title), *((BlockKind.BODY, words) for words in paragraphs)]
    text = "\n\n".join(words for _, words in lines)
    return Article(
        id=sha256(f"{name} {text}".encode()).hexdigest(),
        name=name or f"{(outlet or title).lower().replace(' ', '-')}.txt",
        text=text,
        blocks=tuple(_blocks(lines)),
        title=Attested(title, "first line"),
        outlet=Attested(outlet, "masthead") if outlet else None,
        url=Attested(url, "canonical link") if url else None,
        language="en",
        published=_published(published) if published else None,
        dates=(_published(published),) if published else (),
    )


def credited(to: Article, kind: CreditKind, named: str) -> Article:
    """The article with a credit line that stands outside its text."""
    return replace(to, credits=(*to.credits, Credit(kind, named, "credit line")))


def words(of: Article, quoted: str) -> Span:
    """Where `quoted` stands in the article, for the first time."""
    start = of.text.index(quoted)
    return Span(start, start + len(quoted))


def evidence(of: Article, quoted: str) -> Evidence:
    """`quoted` as evidence from the article."""
    return Evidence(of.id, words(of, quoted))


def statement(
    of: Article,
    *content: str,
    speaker: str | None = None,
    kind: StatementKind = StatementKind.DIRECT,
    known: SpeakerKind = SpeakerKind.NAMED,
    role: str | None = None,
) -> Statement:
    """Words the article puts into somebody's mouth; `speaker` as the article names them."""
    where = words(of, speaker) if speaker else None
    return Statement(
        kind=kind,
        content=tuple(words(of, part) for part in content),
        source=where,
        cue=None,
        speaker=Speaker(speaker, known, where, words(of, role) if role else None)
        if speaker and where
        else None,
        said_on=None,
        reason="stated by the test",
    )


def reading(of: Article, *statements: Statement) -> Reading:
    """The article with one sentence per block and the statements given."""
    sentences = tuple(Sentence(b.span, b.kind) for b in of.blocks if b.kind in _READ)
    return Reading(of, sentences, statements, (), ())


def claim(
    wording: str,
    *assertions: Assertion,
    at_least: int,
    origins: Sequence[Origin],
    links: Iterable[Dependence] = (),
) -> Claim:
    """A claim with its origins; there are at most as many as are given."""
    return Claim(
        wording, assertions, OriginCount(at_least, len(origins), tuple(origins), tuple(links))
    )


def ferry_story() -> Collation:
    """Three articles on a ferry of an invented lake: an agency, its copy, and a reporter.

    The copy says seven people where the agency says nine; the reporter was there herself.
    """
    agency, copy, reporter = _agency(), _copy(), _reporter()
    return Collation(
        readings=(
            reading(reporter, _fragment(reporter)),
            reading(copy, _crack(copy)),
            reading(agency, _crack(agency)),
        ),
        derivations=(_copied(agency, copy),),
        claims=(_nine_aboard(agency, copy, reporter),),
        conflicts=(_nine_or_seven(agency, copy),),
        timeline=(_grounding(agency, copy),),
        identities=(_tove_arnesen(agency, copy),),
    )


def _agency() -> Article:
    return article(
        "Ferry Ulla runs aground off Brenn",
        "The ferry Ulla ran aground off Brenn on Monday with nine people aboard.",
        "“We heard a crack and then nothing,” said Tove Arnesen, the ferry's mate.",
        outlet="Nordlake Press",
        published="2031-03-03",
        menu="Home | Shipping | Weather",
        url="https://example.org/ulla",
    )


def _copy() -> Article:
    copy = article(
        "Seven saved from the Ulla",
        "The ferry Ulla ran aground off Brenn on Monday with seven people aboard.",
        "“We heard a crack and then nothing,” said Tove Arnesen, the ferry's mate.",
        outlet="Brenn Daily",
        published="2031-03-04",
    )
    return credited(copy, CreditKind.AGENCY, "Nordlake Press")


def _reporter() -> Article:
    return article(
        "A night on the shoal",
        "I counted nine people as they came ashore, wet and silent.",
        "A fisherman called it “the crack of the year”.",
        published="2031-03-05",
        name="shoal.txt",
    )


def _copied(agency: Article, copy: Article) -> Derivation:
    return Derivation(
        parent=agency.id,
        child=copy.id,
        kind=DerivationKind.COPY,
        confidence=0.94,
        share=0.91,
        direct=True,
        reasons=("Brenn Daily came out a day later and credits Nordlake Press.",),
        passages=(_edited(agency, copy), _repeated(agency, copy)),
    )


def _grounding(agency: Article, copy: Article) -> Event:
    return Event(
        kind=EventKind.ACCIDENT,
        interval=day("2031-03-03"),
        dating=Dating.STATED,
        wording="The ferry Ulla ran aground off Brenn",
        participants=("Ulla",),
        places=("Brenn",),
        evidence=(evidence(agency, "ran aground"), evidence(copy, "ran aground")),
        differences=(),
        reason="the time stands beside it",
    )


def _tove_arnesen(*articles: Article) -> Identity:
    full, short = (
        tuple(evidence(one, name) for one in articles if name in one.text)
        for name in ("Tove Arnesen", "Arnesen")
    )
    return Identity(
        "Tove Arnesen",
        NameKind.PERSON,
        (Alias("Tove Arnesen", full), Alias("Arnesen", short)),
        ("“Arnesen”: the last name of one person only",),
    )


_READ = {BlockKind.TITLE, BlockKind.BODY}


def _blocks(lines: Iterable[tuple[BlockKind, str]]) -> Iterator[Block]:
    at = 0
    for kind, line in lines:
        yield Block(Span(at, at + len(line)), kind, "stated by the test")
        at += len(line) + len("\n\n")


def _published(iso: str) -> DateEvidence:
    return DateEvidence(day(iso), DateRole.PUBLISHED, "date line", 0.9)


def _crack(of: Article) -> Statement:
    return statement(
        of,
        "We heard a crack and then nothing",
        speaker="Tove Arnesen",
        role="the ferry's mate",
    )


def _fragment(of: Article) -> Statement:
    return statement(of, "the crack of the year", kind=StatementKind.FRAGMENT)


def _edited(one: Article, other: Article) -> Passage:
    return _passage(
        one,
        other,
        "The ferry Ulla ran aground off Brenn on Monday with nine people aboard.",
        "The ferry Ulla ran aground off Brenn on Monday with seven people aboard.",
        ((EditKind.NUMBER, "nine", "seven"),),
    )


def _repeated(one: Article, other: Article) -> Passage:
    crack = "We heard a crack and then nothing"
    return replace(_passage(one, other, crack, crack, ()), kind=PassageKind.QUOTATION)


def _passage(
    one: Article,
    other: Article,
    ones: str,
    others: str,
    changes: tuple[tuple[EditKind, str, str], ...],
) -> Passage:
    """The passage with its sides in order of id, as the model demands."""
    edits = tuple((kind, words(one, a), words(other, b)) for kind, a, b in changes)
    if one.id > other.id:
        one, other, ones, others = other, one, others, ones
        edits = tuple((kind, b, a) for kind, a, b in edits)
    return Passage(
        a=evidence(one, ones),
        b=evidence(other, others),
        kind=PassageKind.EDITED if edits else PassageKind.VERBATIM,
        similarity=12 / 13 if edits else 1.0,
        edits=tuple(Edit(kind, a, b) for kind, a, b in edits),
    )


def _nine_aboard(agency: Article, copy: Article, reporter: Article) -> Claim:
    says = [
        Assertion(evidence(agency, "with nine people aboard"), None),
        Assertion(evidence(copy, "with seven people aboard"), None),
        Assertion(evidence(reporter, "I counted nine people as they came ashore"), None),
    ]
    origins = (
        Origin("Nordlake Press", (agency.id, copy.id)),
        Origin("shoal.txt", (reporter.id,)),
    )
    wording = "The ferry ran aground with nine people aboard"
    links = _links(agency, copy, reporter)
    return claim(wording, *says, at_least=1, origins=origins, links=links)


def _links(agency: Article, copy: Article, reporter: Article) -> tuple[Dependence, Dependence]:
    text = Dependence(
        agency.id, copy.id, DependenceKind.TEXT, certain=True, reason="Brenn Daily copied it."
    )
    perhaps = Dependence(
        agency.id,
        reporter.id,
        DependenceKind.SPEAKER,
        certain=False,
        reason="Who counted is unsaid.",
    )
    return text, perhaps


def _nine_or_seven(agency: Article, copy: Article) -> Conflict:
    return Conflict(
        Aspect.NUMBER,
        "people aboard the Ulla",
        (
            Account("nine", (evidence(agency, "nine"),)),
            Account("seven", (evidence(copy, "seven"),)),
        ),
        "Both count the people aboard the ferry Ulla on Monday.",
    )
