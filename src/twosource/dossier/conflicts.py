"""Conflicts: every account with where it stands and, for dates, how it was read."""

from collections.abc import Mapping, Sequence

from twosource.dossier.index import Index
from twosource.dossier.view import AccountShown, ConflictShown, ContestedShown, Shortlist
from twosource.dossier.words import date_in_words
from twosource.model import Account, Aspect, Claim, Conflict, Span

SIDES_SHOWN = 5  # beside a claim: with the conflict itself stand all

_ASPECTS = {Aspect.STANCE: "said / denied"}


def conflict_shown(number: int, conflict: Conflict, index: Index) -> ConflictShown:
    """The conflict as the page shows it in place `number`, its accounts in the model's order."""
    return ConflictShown(
        number=number,
        aspect=_ASPECTS.get(conflict.aspect, conflict.aspect.value),
        about=conflict.about,
        reason=conflict.reason,
        accounts=tuple(_account(account, index) for account in conflict.accounts),
    )


def contested_in(claim: Claim, conflicts: Sequence[Conflict]) -> tuple[ContestedShown, ...]:
    """The conflicts of the page in which words that put the claim forward take a side.

    Where they are said and denied is told with the claim itself.
    """
    said: dict[str, list[Span]] = {}
    for assertion in claim.put_forward:
        said.setdefault(assertion.evidence.article, []).append(assertion.evidence.span)
    return tuple(
        ContestedShown(number, conflict.aspect.value, _sides(conflict))
        for number, conflict in enumerate(conflicts, start=1)
        if conflict.aspect is not Aspect.STANCE and _takes_a_side(said, conflict)
    )


def _takes_a_side(said: Mapping[str, Sequence[Span]], conflict: Conflict) -> bool:
    given = (evidence for account in conflict.accounts for evidence in account.evidence)
    return any(span.contains(one.span) for one in given for span in said.get(one.article, ()))


def _sides(conflict: Conflict) -> Shortlist[str]:
    return Shortlist.of([account.says for account in conflict.accounts], SIDES_SHOWN)


def _account(account: Account, index: Index) -> AccountShown:
    return AccountShown(
        says=account.says,
        meaning=_meaning(account, index),
        citations=index.cite_all(account.evidence),
    )


def _meaning(account: Account, index: Index) -> str | None:
    """The date the account was read as, if its evidence is a date that needs reading.

    A time without a place in the calendar, such as "five years", is read as no date.
    """
    read = (
        date_in_words(time.interval)
        for evidence in account.evidence
        for time in index.by_id[evidence.article].times
        if time.span == evidence.span and (time.interval.earliest or time.interval.latest)
    )
    return next((words for words in read if words not in account.says), None)
