"""What was found, in a few sentences: the first thing a reader reads."""

from collections import Counter

from twosource.dossier.index import Index
from twosource.dossier.words import count, days_in_words
from twosource.model import Collation, DerivationKind


def title(index: Index) -> str:
    """What the pile is: "9 articles"."""
    return count(len(index.readings), "article")


def period(index: Index) -> str | None:
    """From the first to the last day of publication: "17 to 19 October 2024"."""
    dates = [r.article.published.interval for r in index.readings if r.article.published]
    firsts = [date.earliest for date in dates if date.earliest]
    lasts = [date.latest for date in dates if date.latest]
    return days_in_words(min(firsts), max(lasts)) if firsts and lasts else None


def lede(collation: Collation, index: Index) -> tuple[str, ...]:
    """Sentences about outlets and dates, what was not read, shared text, claims, conflicts."""
    sentences = [_pile(index), *_limits(index)]
    if len(index.readings) != 1:
        sentences += [_sharing(collation), _repeated(collation)]
    else:
        sentences.append("There is no other article to lay beside it.")
    return (*sentences, _conflicts(len(collation.conflicts)))


def _conflicts(found: int) -> str:
    return f"{count(found, 'conflict')} between accounts." if found else "No conflict found."


def _pile(index: Index) -> str:
    articles = [reading.article for reading in index.readings]
    outlets = {a.outlet.value.casefold() for a in articles if a.outlet}
    undated = sum(a.published is None for a in articles)
    known = f"from {count(len(outlets), 'known outlet')}" if outlets else "of no known outlet"
    dates = f"; {undated} of unknown date" if undated else ""
    return f"{count(len(articles), 'article')} {known}{dates}."


def _limits(index: Index) -> list[str]:
    """What was not looked for, and in how many articles."""
    found = Counter(caveat for reading in index.readings for caveat in reading.caveats)
    return [f"{found[caveat]} of them: {caveat}." for caveat in sorted(found)]


def _sharing(collation: Collation) -> str:
    copying = [d for d in collation.derivations if d.kind is DerivationKind.COPY]
    copies, sure = {d.child for d in copying}, {d.child for d in copying if not d.likely}
    kinds = Counter(d.kind for d in collation.derivations if d.direct)
    if not collation.derivations:
        return "No two of them share a passage."
    parts = [_have_text(len(copies), len(copies - sure))] if copies else []
    if found := kinds[DerivationKind.COMMON_SOURCE]:
        parts.append(f"{count(found, 'pair')} drew on a common source")
    if found := len(collation.lost_sources):
        parts.append(
            f"{count(found, 'source of theirs is', 'sources of theirs are')} not in the pile"
        )
    if found := kinds[DerivationKind.UNDECIDED]:
        parts.append(f"for {count(found, 'pair')} it cannot be told who had it first")
    sentence = "; ".join(parts) or "none has text from another, as far as is told"
    return sentence[0].upper() + sentence[1:] + "."


def _have_text(copies: int, likely: int) -> str:
    has = "has" if copies == 1 else "have"
    if copies == likely:
        has, perhaps = f"likely {has}", ", though no long run of it word for word"
    else:
        perhaps = f", {likely} of them likely: no long run of it word for word" if likely else ""
    return f"{copies} {has} text from another article of the pile{perhaps}"


def _repeated(collation: Collation) -> str:
    repeated = [claim for claim in collation.claims if len(claim.articles) > 1]
    if not repeated:
        return "No claim is put forward by more than one of them."
    single = sum(claim.origins.at_most == 1 for claim in repeated)
    claims = count(len(repeated), "claim is", "claims are")
    behind = f"; behind {_which(single, len(repeated))} stands a single origin" if single else ""
    return f"{claims} put forward by more than one article{behind}."


def _which(some: int, of_all: int) -> str:
    if some < of_all:
        return f"{some:,} of them"
    return "it" if of_all == 1 else "each of them"
