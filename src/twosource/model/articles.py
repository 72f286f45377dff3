"""What ingest makes of bytes: articles, their blocks, and how each field of theirs is known."""

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.spans import Interval, Span


class BlockKind(StrEnum):
    """What a block of an article's text is for."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    RELATED = "related"
    CREDIT = "credit"
    BIO = "bio"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of the text, and why it is taken for what it is."""

    span: Span
    kind: BlockKind
    reason: str


@dataclass(frozen=True, slots=True)
class Attested:
    """A piece of metadata and how it is known.

    `span` is `None` where it stood outside the text, in a page's markup for instance.
    """

    value: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Byline(Attested):
    """Whom a page names as its writers, persons and organisations apart.

    `value` is the words of the byline that name the writers: the persons where there are any.
    """

    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline(Attested):
    """Where and, if it says so, when a story was filed: `place` is the words for where."""

    place: str = ""


class DateRole(StrEnum):
    """What a date found in or around an article says about it."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    CRAWLED = "crawled"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A candidate for an article's date: never chosen without saying where it stood."""

    interval: Interval
    role: DateRole
    how: str
    confidence: float  # 0 to 1
    span: Span | None = None


class CreditKind(StrEnum):
    """What a credit line admits."""

    REPUBLICATION = "republication"  # "originally published in …"
    SYNDICATION = "syndication"  # "Source: …"
    AGENCY = "agency"  # "(AP)", "with agency reports"
    REPORTING = "reporting"  # "Reporting by …"
    RIGHTS = "rights"  # "© …", article:publisher: who publishes it, which is no admission


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says where an article's text comes from, and whom it names.

    `named` is `None` where the line lost its name on the way ("originally published in, …").
    """

    kind: CreditKind
    named: str | None
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text as it was found, and what is known about it.

    `id` is the hash of the raw bytes, `name` what the person who brought it calls it.
    `blocks` are in order, do not overlap, and cover every character that is not white space:
    cleaning labels text, it never shifts or drops it.
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    title: Attested | None = None
    byline: Byline | None = None
    outlet: Attested | None = None
    url: Attested | None = None
    dateline: Dateline | None = None
    language: str | None = None  # ISO 639-1
    published: DateEvidence | None = None
    dates: tuple[DateEvidence, ...] = ()  # every candidate, the chosen one among them
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """Something that could not be made into an article, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What a person brought: the articles, and what had to be set aside."""

    articles: tuple[Article, ...]
    set_aside: tuple[SetAside, ...] = ()
