"""The grammar of reporting: everything that one frame attributes to somebody.

The grammar is written as patterns over the classes of the words (see `phrases`), so that a pattern
such as "a noun phrase, then auxiliaries, then the cue" reads as it sounds. Each family of shapes
has a module of its own: `clauses`, `passives`, `nouns`, `viewpoints`, `announced`, `witnessed`,
`unlisted`, `worded`.
"""

from collections.abc import Callable

from twosource.reading.statements.frames import NOTHING, Frame
from twosource.reading.statements.grammar.announced import (
    colons,
    described_after,
    headlines,
    recalled,
    signed,
    whose,
    words_were,
)
from twosource.reading.statements.grammar.attribution import Attribution, Shape
from twosource.reading.statements.grammar.clauses import inverted, participle, plain
from twosource.reading.statements.grammar.nouns import claims
from twosource.reading.statements.grammar.passives import (
    described_by,
    heard_from,
    heard_or_asked,
    impersonal,
    passive,
    passive_by,
    quoted,
    quoted_as,
    quoted_by,
    told,
)
from twosource.reading.statements.grammar.unlisted import unlisted
from twosource.reading.statements.grammar.viewpoints import (
    according_to,
    as_put,
    as_reported,
    for_somebody,
    in_words_of,
)
from twosource.reading.statements.grammar.witnessed import overheard, overhears, withheld
from twosource.reading.statements.grammar.worded import worded
from twosource.reading.statements.lexicon.verbs import Verb


def find_attributions(frame: Frame) -> list[Attribution]:
    """The attributions of a frame, in order of their cues."""
    if described := list(described_after(frame)):
        return described
    found = [*according_to(frame), *in_words_of(frame), *as_reported(frame), *claims(frame)]
    found += [*for_somebody(frame), *overheard(frame), *withheld(frame), *described_by(frame)]
    taken = {i for a in found if a.shape in (Shape.QUOTED, Shape.SUBJECT_FIRST) for i in a.cue}
    for index, word in enumerate(frame.words):
        taken |= {index} if overhears(frame, index) else set()
        if word.verb is not None and word.kind in "VGY" and index not in taken:
            attribution = _at_verb(frame, index, word.verb, found)
            if attribution is not None:
                found.append(attribution)
                taken |= {*attribution.cue} if attribution.shape is Shape.QUOTED else set()
    found += [
        *heard_or_asked(frame),
        *unlisted(frame),
        *heard_from(frame),
        *impersonal(frame),
        *colons(frame, found),
        *words_were(frame),
        *worded(frame, found),
    ]
    found += [
        *as_put(frame, found),
        *signed(frame),
        *whose(frame),
        *recalled(frame),
        *headlines(frame),
    ]
    return sorted(found, key=lambda a: a.cue.start)


_Shape = Callable[[Frame, int, Verb, range], Attribution | None]


def _at_verb(frame: Frame, index: int, verb: Verb, found: list[Attribution]) -> Attribution | None:
    """The attribution at one reporting verb, by the first shape that fits."""
    shapes: dict[str, tuple[_Shape, ...]] = {
        "V": (quoted_as, quoted, inverted, plain), "G": (participle,),
        "Y": (quoted_by, passive, passive_by, told),
    }  # fmt: skip
    shared = next(
        (a.source for a in reversed(found) if a.source and a.shape is not Shape.ACCORDING_TO),
        NOTHING,
    )
    for shape in shapes[frame.classes[index]]:
        attribution = shape(frame, index, verb, shared)
        if attribution is not None:
            return attribution
    return None
