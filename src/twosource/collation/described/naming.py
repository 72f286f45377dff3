"""Statements with the names that the pile gives to whoever is only described in them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.collation.described.descriptions import called_so, quoted_elsewhere
from twosource.collation.described.everybody import Everybody, filed_in, only, told_of_everybody
from twosource.collation.described.surnames import (
    body_in_full,
    is_named_too_late,
    of_one_surname,
    stranger,
)
from twosource.collation.identities import names_by_article
from twosource.collation.identities.callings import call_of
from twosource.model import (
    Identity,
    Reading,
    Relay,
    Speaker,
    SpeakerKind,
    Statement,
)


def name_the_described(
    readings: Sequence[Reading], identities: Sequence[Identity]
) -> tuple[Reading, ...]:
    """The readings, with the names of those speakers whom only another article names."""
    names = names_by_article(identities)
    pile = told_of_everybody(readings, identities, names)
    filed = filed_in(readings, identities)
    anywhere = next(iter(filed.values()), None)
    named_in: dict[str, set[str]] = defaultdict(set)
    for (article, _), name in names.items():
        named_in[article].add(name)
    named: list[Reading] = []
    for reading in readings:
        article = reading.article.id
        town = filed.get(article) or anywhere
        here = replace(pile, here=frozenset(named_in[article]), town=town)
        found = tuple(_named(s, reading, here) for s in reading.statements)
        named.append(replace(reading, statements=found))
    return tuple(named)


def _named(statement: Statement, reading: Reading, pile: Everybody) -> Statement:
    """A statement whose described speaker and reporters have the names that the pile gives them."""
    speaker = statement.speaker and _meant(statement.speaker, reading, pile)
    chain = tuple(
        Relay(_meant(link.speaker, reading, pile), link.evidence) for link in statement.chain
    )
    if (speaker, chain) == (statement.speaker, statement.chain):
        return statement
    reason = statement.reason
    if speaker and statement.speaker and speaker is not statement.speaker:
        reason = f"{reason}; other articles name “{statement.speaker.name}”"
    return replace(statement, speaker=speaker, chain=chain, reason=reason)


def _meant(speaker: Speaker, reading: Reading, pile: Everybody) -> Speaker:
    """The one whom the pile names for a description; the speaker as it is where nobody can tell."""
    name = None
    if speaker.kind is SpeakerKind.UNRESOLVED:
        name = only(pile.voices.get((reading.article.id, speaker))) or stranger(speaker, pile)
    elif speaker.kind is SpeakerKind.DESCRIBED and (call := call_of(speaker.name)):
        described = speaker, call, reading, pile
        name = quoted_elsewhere(*described) or called_so(*described)
        name = pile.own.get((reading.article.id, name), name) if name else None
    elif speaker.kind is SpeakerKind.NAMED:
        name = of_one_surname(speaker, reading, pile) or body_in_full(speaker, reading, pile)
        if name is None and is_named_too_late(speaker, reading, pile):
            shown = speaker.span.of(reading.article.text)
            return replace(speaker, name=shown, kind=SpeakerKind.UNRESOLVED)
    return replace(speaker, name=name, kind=SpeakerKind.NAMED) if name else speaker
