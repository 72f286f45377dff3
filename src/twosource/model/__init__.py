"""The nouns of twosource, in the order in which the data meets them.

    bytes ─ingest→ Article ─read→ Reading ─collate→ Collation ─publish→ dossier

Everything here is frozen and slotted, imports nothing else of the package, and holds values only.
Two rules bind every noun:

* A span never lies: it counts code points of `Article.text`, half open, and the characters it
  covers are the evidence.
* A verdict explains itself: it carries its reason as a sentence a reader can check. `None` means
  that nothing was found; it never stands for a guess.
"""

from twosource.model.articles import (
    Article,
    Attested,
    Block,
    BlockKind,
    Byline,
    Credit,
    CreditKind,
    DateEvidence,
    Dateline,
    DateRole,
    Pile,
    SetAside,
)
from twosource.model.claims import (
    Assertion,
    Claim,
    Dependence,
    DependenceKind,
    Origin,
    OriginCount,
    Stance,
)
from twosource.model.collations import (
    Account,
    Alias,
    Aspect,
    Collation,
    Conflict,
    Difference,
    Drift,
    DriftKind,
    Event,
    Identity,
)
from twosource.model.derivations import (
    Derivation,
    DerivationKind,
    Edit,
    EditKind,
    LostSource,
    Passage,
    PassageKind,
)
from twosource.model.readings import (
    EventKind,
    EventMention,
    Mention,
    Named,
    NameKind,
    Quantity,
    QuantityKind,
    Reading,
    Sentence,
    TimeExpression,
    TimeKind,
)
from twosource.model.spans import NO_DATE, Evidence, Interval, Span
from twosource.model.statements import (
    Dating,
    Polarity,
    Relay,
    Sense,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)

__all__ = [
    "NO_DATE",
    "Account",
    "Alias",
    "Article",
    "Aspect",
    "Assertion",
    "Attested",
    "Block",
    "BlockKind",
    "Byline",
    "Claim",
    "Collation",
    "Conflict",
    "Credit",
    "CreditKind",
    "DateEvidence",
    "DateRole",
    "Dateline",
    "Dating",
    "Dependence",
    "DependenceKind",
    "Derivation",
    "DerivationKind",
    "Difference",
    "Drift",
    "DriftKind",
    "Edit",
    "EditKind",
    "Event",
    "EventKind",
    "EventMention",
    "Evidence",
    "Identity",
    "Interval",
    "LostSource",
    "Mention",
    "NameKind",
    "Named",
    "Origin",
    "OriginCount",
    "Passage",
    "PassageKind",
    "Pile",
    "Polarity",
    "Quantity",
    "QuantityKind",
    "Reading",
    "Relay",
    "Sense",
    "Sentence",
    "SetAside",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "StatementKind",
    "TimeExpression",
    "TimeKind",
]
