"""The nouns of the neutral schema `twosource-export/1`, which the seeds' scorer reads.

It knows no ids: a document is named by its file name, and every span says which it stands in.
Offsets count code points, half open. `null` means that nothing was found.
"""

from msgspec import Struct


class Stretch(Struct, frozen=True):
    """A span of one document."""

    doc: str
    start: int
    end: int


class Document(Struct, frozen=True):
    """What is known of a document, and which of its lines (from 1) are not the article."""

    doc: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None  # EDTF
    dateline: str | None
    credit: str | None
    boilerplate_lines: tuple[int, ...]


class Quote(Struct, frozen=True):
    """A quotation or attributed statement."""

    doc: str
    type: str
    content: tuple[Stretch, ...]
    source: Stretch | None
    cue: Stretch | None
    speaker: str | None
    role: str | None
    said_when: str | None  # EDTF
    occasion: str | None
    chain: tuple[str, ...]


class Entity(Struct, frozen=True):
    """Somebody or something named, and every place where it is."""

    name: str
    type: str
    aliases: tuple[str, ...]
    mentions: tuple[Stretch, ...]


class Quantity(Struct, frozen=True):
    """A number and what it counts. A range is written "low-high"."""

    doc: str
    start: int
    end: int
    value: float | str | None
    modifier: str
    unit: str | None


class Event(Struct, frozen=True):
    """A dated happening."""

    label: str
    date: str  # EDTF
    place: str | None
    participants: tuple[str, ...]
    evidence: tuple[Stretch, ...]


class Reuse(Struct, frozen=True):
    """A pair of passages, one derived from the other or both from a third text."""

    a: Stretch
    b: Stretch
    kind: str
    direction: str | None  # "a>b", "b>a", "common"; null where it cannot be told


class Origin(Struct, frozen=True):
    """One origin of a claim and the documents that rest on it."""

    origin: str
    docs: tuple[str, ...]


class Claim(Struct, frozen=True):
    """A proposition, where it is put forward, and on how many origins it rests."""

    proposition: str
    evidence: tuple[Stretch, ...]
    independent_origins: int
    independent_origins_range: tuple[int, int]
    origins: tuple[Origin, ...]
    circular: bool


class Account(Struct, frozen=True):
    """One side of a conflict."""

    says: str
    evidence: tuple[Stretch, ...]


class Conflict(Struct, frozen=True):
    """Accounts that differ."""

    aspect: str
    about: str
    accounts: tuple[Account, ...]


class QuoteDrift(Struct, frozen=True):
    """One statement as two documents give it, and how far they differ."""

    a: Stretch
    b: Stretch
    severity: str


class Export(Struct, frozen=True):
    """Everything the program finds in a pile, layer by layer."""

    format: str
    scope: tuple[str, ...]
    documents: tuple[Document, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
    reuse: tuple[Reuse, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    quote_drift: tuple[QuoteDrift, ...]
