"""Conflicts: every account with where it stands and, for dates, how it was read."""

from twosource.dossier.index import Index
from twosource.dossier.view import AccountShown, ConflictShown
from twosource.dossier.words import date_in_words
from twosource.model import Account, Aspect, Conflict

_ASPECTS = {Aspect.STANCE: "said / denied"}


def conflict_shown(conflict: Conflict, index: Index) -> ConflictShown:
    """The conflict with its accounts, in the order of the model."""
    return ConflictShown(
        aspect=_ASPECTS.get(conflict.aspect, conflict.aspect.value),
        about=conflict.about,
        reason=conflict.reason,
        accounts=tuple(_account(account, index) for account in conflict.accounts),
    )


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
