"""The count itself: articles that links join are one origin, which gets a name."""

from collections import Counter
from collections.abc import Sequence

from twosource.collation.origins.groups import joined
from twosource.collation.origins.links import find_links
from twosource.collation.origins.survey import Survey, is_known
from twosource.model import Assertion, DerivationKind, Origin, OriginCount

NAMED = 3  # one in so many assertions must name a speaker for an origin to be called by it


def count_origins(assertions: Sequence[Assertion], survey: Survey) -> OriginCount:
    """The origins behind one claim.

    Args:
        assertions: of one proposition, from any number of articles.
        survey: as `take_survey` gathered it.

    Returns:
        The two counts, the origins as far as the certain links tell, and every link.
    """
    articles = tuple(dict.fromkeys(a.evidence.article for a in assertions))
    links = tuple(find_links(assertions, survey))
    apart = joined(articles, (link for link in links if link.certain))
    return OriginCount(
        at_least=len(joined(articles, links)),
        at_most=len(apart),
        origins=tuple(Origin(_label(group, assertions, survey), group) for group in apart),
        links=links,
    )


def _label(group: tuple[str, ...], assertions: Sequence[Assertion], survey: Survey) -> str:
    """What to call an origin: whom those name for it who had it first, else where it stood first.

    First are the articles that have their text from no other of the group; of a mouth that these
    only call "it" the others may tell. Somebody is named if at least one of their assertions in
    `NAMED` names a speaker; then it is the one named most, of equals the one named first. Else it
    is the earliest of them or, where all have it from a source that is not in the pile, that one.
    """
    articles = frozenset(group)
    firsts = [a for a in group if not _is_copied(a, articles, survey)] or [group[0]]
    told = [one for one in assertions if one.evidence.article in articles]
    inside = [one for one in told if one.evidence.article in firsts]
    if any(one.speaker for one in inside) and not any(map(is_known, inside)):
        inside = told
    return _mouth(inside) or _lost_source(firsts, survey) or _place(firsts[0], survey)


def _mouth(assertions: Sequence[Assertion]) -> str | None:
    speakers = Counter(one.speaker.name for one in assertions if one.speaker and is_known(one))
    often = speakers.total() * NAMED >= len(assertions)
    return speakers.most_common(1)[0][0] if often else None


def _lost_source(articles: Sequence[str], survey: Survey) -> str | None:
    for source in survey.lost.get(articles[0], ()):
        if len(articles) > 1 and set(articles) <= set(source.articles):
            return f"{source.name or 'a page'}, not in the pile"
    return None


def _place(article: str, survey: Survey) -> str:
    stands_in = survey.readings[article].article
    return stands_in.outlet.value if stands_in.outlet else stands_in.name


def _is_copied(article: str, group: frozenset[str], survey: Survey) -> bool:
    copies = survey.copies.get(article, ())
    return any(c.kind is DerivationKind.COPY and c.parent in group for c in copies)
