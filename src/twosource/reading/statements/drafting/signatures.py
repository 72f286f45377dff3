"""Signatures: who said what stands alone in quotation marks is named behind a dash below it.

As in “The ferry is a coffin.” — Mila Anton, harbour master
"""

import re
from collections.abc import Sequence

from twosource.model import StatementKind
from twosource.reading.statements.drafting.drafts import REASONS, Draft
from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.frames.quotation_marks import Quotation
from twosource.reading.statements.grammar.attribution import Attribution, Shape

# A name and what its bearer is or where from, and no clause.
_SIGNED = re.compile(r"^-(?P<np>(?:D?N+,?)?PP+)(?:,(?:[DNPpI]|(?<=[NPp])[,C])+)?\.?$")


def signed_below(frames: Sequence[Frame], number: int, quotation: Quotation) -> Draft | None:
    """The statement of a quotation that is all of a frame, if the next one signs it.

    A paragraph of its own that ends the article is the writer's name: "— Ilse Marrow, XPA".
    """
    below = frames[number + 1] if number + 1 < len(frames) else None
    match = _SIGNED.match(below.classes) if below else None
    if below is None or match is None or frames[number].classes != "Q":
        return None
    block = frames[number].block
    if below.block > block + 1 or (below.block > block and number + 2 == len(frames)):
        return None
    source = range(*match.span("np"))
    attribution = Attribution(range(1), source, NOTHING, (), Shape.SIGNED)
    content, reason = (quotation.words,), REASONS[Shape.SIGNED]
    return Draft(
        StatementKind.DIRECT, content, number + 1, number + 1, below.block, reason, attribution
    )
