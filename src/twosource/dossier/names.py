"""Who is who: every name of the pile with the forms that the articles give it."""

from collections.abc import Iterable

from twosource.dossier.index import Index
from twosource.dossier.view import FormShown, NameShown, Shortlist
from twosource.model import Alias, Identity, NameKind

_KINDS = {
    NameKind.PERSON: "person",
    NameKind.ORGANISATION: "organisation",
    NameKind.PLACE: "place",
    NameKind.EVENT: "event",
}
_FEWEST = 2  # places: who is named once only is nobody to be mixed up with


def names(identities: Iterable[Identity], limit: int, index: Index) -> Shortlist[NameShown]:
    """The most widely named, each with its forms; those named once only are left out."""
    told = [one for one in identities if sum(len(a.evidence) for a in one.aliases) >= _FEWEST]
    kept = Shortlist.of(told, limit)
    return Shortlist(tuple(_name(one, index) for one in kept.shown), kept.more)


def _name(identity: Identity, index: Index) -> NameShown:
    articles = {e.article for alias in identity.aliases for e in alias.evidence}
    return NameShown(
        name=identity.name,
        kind=_KINDS.get(identity.kind, "other"),
        forms=tuple(_form(alias, index) for alias in identity.aliases),
        articles=index.in_order(articles),
        reasons=identity.reasons,
    )


def _form(alias: Alias, index: Index) -> FormShown:
    """A form with one citation for each article that has it."""
    first = {e.article: e for e in sorted(alias.evidence, reverse=True)}
    return FormShown(alias.name, len(alias.evidence), index.cite_all(first.values()))
