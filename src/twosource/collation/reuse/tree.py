"""The tree of the pile: which derivations are direct, and which a chain of others explains."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import Derivation, DerivationKind


def without_shortcuts(derivations: Sequence[Derivation]) -> tuple[Derivation, ...]:
    """The derivations, with `direct` false for a copy that a chain of other copies explains.

    The transitive reduction of Aho, Garey and Ullman (1972). If B has it from A and C from B,
    then A to C is no edge of its own.
    """
    parents: dict[str, set[str]] = {}
    for derivation in derivations:
        if derivation.kind is DerivationKind.COPY:
            parents.setdefault(derivation.child, set()).add(derivation.parent)
    return tuple(
        replace(d, direct=False)
        if d.kind is DerivationKind.COPY and _has_detour(d.parent, d.child, parents)
        else d
        for d in derivations
    )


def _has_detour(parent: str, child: str, parents: Mapping[str, set[str]]) -> bool:
    """Whether `child` is reached from `parent` by two steps or more."""
    waiting = sorted(parents.get(child, set()) - {parent})
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one == parent:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(sorted(parents.get(one, set())))
    return False
