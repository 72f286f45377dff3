"""Numbers at odds: of sentences of one claim, those whose numbers cannot both hold.

Who says that repairs cost 60 million does not stand behind 46 million, however alike the sentences.
"""

from collections.abc import Iterator, Mapping, Sequence

from twosource.collation.conflicts.values import Value, alone_inside
from twosource.model import Aspect, Assertion

Values = Mapping[str, Sequence[Value]]  # by article
_Told = tuple[str, Sequence[Value]]  # an article, and the numbers that an assertion of it gives


def find_at_odds(assertions: Sequence[Assertion], values: Values) -> Iterator[tuple[Value, Value]]:
    """What most articles say with what each of the others says, where both cannot hold.

    Args:
        assertions: of one claim, in order of publication.
        values: of all their articles.
    """
    told: list[_Told] = [(one.evidence.article, _numbers(one, values)) for one in assertions]
    groups: list[list[_Told]] = []
    for one in (one for one in told if one[1]):
        met = (g for g in groups if not any(_excluding(one, other) for other in g))
        group = next(met, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    groups.sort(key=lambda group: -len({article for article, _ in group}))
    for one in (one for group in groups[1:] for one in group):
        found = (pair for other in groups[0] for pair in _excluding(other, one))
        yield from list(found)[:1]


def _numbers(assertion: Assertion, values: Values) -> list[Value]:
    inside = alone_inside(assertion.evidence, values)
    return [value for value in inside if value.aspect is Aspect.NUMBER]


def _excluding(one: _Told, other: _Told) -> list[tuple[Value, Value]]:
    """The numbers of one subject that exclude one another."""
    pairs = ((a, b) for a in one[1] for b in other[1])
    return [(a, b) for a, b in pairs if a.subject == b.subject and a.excludes(b)]
