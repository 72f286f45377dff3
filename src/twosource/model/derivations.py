"""What collating finds shared: passages, what was changed in them, and who had them from whom."""

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.spans import Evidence, Span


class EditKind(StrEnum):
    """What was done to a shared passage between one article and the other."""

    CUT = "cut"  # stands in a only
    ADDED = "added"  # stands in b only
    REPLACED = "replaced"
    NUMBER = "number changed"
    NAME = "name changed"
    NEGATION = "negation flipped"  # "not", "never" stands on one side only
    ATTRIBUTED = "attribution added"  # b says who said it, a does not
    UNATTRIBUTED = "attribution dropped"
    QUOTED = "quotation marks added"
    UNQUOTED = "quotation marks dropped"
    QUOTATION_MARKS = "quotation marks changed"  # some on either side, but not as many
    BRACKETS = "brackets changed"  # square ones on one side, round ones on the other
    PUNCTUATION = "punctuation changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference inside a passage; a span of no length marks where nothing stands."""

    kind: EditKind
    a: Span
    b: Span


class PassageKind(StrEnum):
    """How two articles come to share words."""

    VERBATIM = "verbatim"  # no word exchanged; one in ten may be cut or added
    EDITED = "edited"
    REWRITTEN = "rewritten"  # the same told in other words
    QUOTATION = "same quotation"  # both quote the same words: two reporters can hear one speech


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two articles share, and every change between them.

    `similarity` is the share of equal words, 0 to 1; applying `edits` to a's words gives b's.
    `confidence` says how sure it is that the two are one text: equal words are, a passage told in
    other words is a matter of probability.
    """

    a: Evidence
    b: Evidence
    kind: PassageKind
    similarity: float
    edits: tuple[Edit, ...]
    confidence: float = 1.0  # 0 to 1


class DerivationKind(StrEnum):
    """How two articles that share passages come from one another."""

    COPY = "copy"  # child has it from parent
    COMMON_SOURCE = "common source"  # both have it from a third article of the pile
    LOST_SOURCE = "common source, not in the pile"  # both have it from a text that is not there
    UNDECIDED = "cannot tell"


@dataclass(frozen=True, slots=True)
class Derivation:
    """Who had it from whom. For kinds other than COPY, parent and child are in order of id only.

    `confidence` is how sure the kind is and who had it first, if they share text at all; how sure
    that is says `sharing`: as sure as their surest passage.
    `share` is how much of the shorter article's body lies in the passages, 0 to 1.
    `direct` is false where a third text already explains it, or where the two share so little that
    they may not depend on one another at all. `source` is whom credit lines name as LOST_SOURCE.
    """

    parent: str  # Article.id
    child: str
    kind: DerivationKind
    confidence: float
    share: float
    direct: bool
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    source: str | None = None
    sharing: float = 1.0  # 0 to 1

    @property
    def likely(self) -> bool:
        """Whether they share no long run of words, so that both may only tell of one thing."""
        return self.sharing < 1


@dataclass(frozen=True, slots=True)
class LostSource:
    """A text that is not in the pile and that articles of the pile have words from.

    `name` is whom they credit, `None` where nobody is named. `text` is what is left of it: what the
    articles share, each passage once and in order, from the article that has most of it on.
    """

    name: str | None
    articles: tuple[str, ...]  # Article.id
    text: tuple[Evidence, ...]
    confidence: float  # 0 to 1
    reasons: tuple[str, ...]
