"""Dossier → the terminal: what a person reads in ten seconds."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from twosource.dossier.view import ArticleRow, ClaimShown, Dossier, OriginShown, Shortlist
from twosource.dossier.words import count, per_cent

ARTICLES, RELATIONS, CLAIMS, CONFLICTS = 15, 8, 5, 5
GROUPS = 4  # of origins, of one claim
LABELS = 12  # of one finding: more would hide what stands below
LONGEST = 240  # characters of a sentence: three lines of a usual terminal
# C0 and C1 controls could steer a terminal; these bidirectional controls (UAX #9) could reorder it.
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSAFE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *map(ord, _BIDI)], "\N{REPLACEMENT CHARACTER}"
) | dict.fromkeys(map(ord, "\t\n\r\v\f\u0085\u2028\u2029"), " ")


def summary(dossier: Dossier, console: Console) -> None:
    """Print articles, who had it from whom, the most repeated claims and the conflicts."""
    heading = [dossier.title, *([dossier.period] if dossier.period else [])]
    console.print(Text(", ".join(heading), style="bold"))
    for sentence in dossier.lede:
        console.print(_plain(sentence))
    _articles(dossier, console)
    _relations(dossier, console)
    _claims(dossier, console)
    _conflicts(dossier, console)
    _set_aside(dossier, console)


def _articles(dossier: Dossier, console: Console) -> None:
    _heading("Articles", console)
    table = Table.grid(
        Column(style="bold cyan", no_wrap=True),
        Column(no_wrap=True, max_width=console.width * 2 // 5, overflow="ellipsis"),
        Column(style="dim", no_wrap=True, max_width=min(30, console.width // 4)),
        Column(no_wrap=True, overflow="ellipsis", ratio=1),
        padding=(0, 2, 0, 0),
        expand=True,
    )
    for row in dossier.articles.shown[:ARTICLES]:
        date = row.published
        table.add_row(
            row.label,
            date.words if date else "date not known",
            _plain(date.how) if date else "",
            _plain(_article(row)),
        )
    console.print(table)
    _more(dossier.articles, ARTICLES, console)


def _article(row: ArticleRow) -> str:
    return f"{row.source}: {row.title}" if row.title else row.source


def _relations(dossier: Dossier, console: Console) -> None:
    direct = [relation for relation in dossier.relations.shown if relation.direct][:RELATIONS]
    if not dossier.relations.shown:
        return
    _heading("Who had it from whom", console)
    for relation in direct:
        console.print(
            _plain(relation.sentence), Text(f"({per_cent(relation.share)} shared)", style="dim")
        )
    for source in dossier.lost_sources.shown[:RELATIONS]:
        console.print(_plain(source.sentence))
    _more(dossier.relations, len(direct), console)


def _claims(dossier: Dossier, console: Console) -> None:
    if not dossier.claims.shown:
        return
    _heading("Repeated most", console)
    for claim in dossier.claims.shown[:CLAIMS]:
        console.print(Text(claim.headline, style="bold"))
        for line in (claim.wording, *_behind(claim)):
            _indented(line, console)
    _more(dossier.claims, CLAIMS, console)


def _behind(claim: ClaimShown) -> Iterator[str]:
    """Which articles rest on which origin, why so, and who tells it otherwise."""
    for group in claim.groups.shown[:GROUPS]:
        origins = "; ".join(map(_origin, group.origins[:GROUPS]))
        yield f"perhaps one origin: {origins}" if len(group.origins) > 1 else origins
    if left := len(claim.groups.shown[GROUPS:]) + claim.groups.more:
        yield f"and {left:,} more"
    if claim.joined:
        yield claim.joined[0].lower() + claim.joined[1:]
    for one in claim.contested:
        yield f"accounts differ in the {one.aspect}: {_listed(one.says)}"
    if claim.disputed.shown:
        against = dict.fromkeys(one.citation.label for one in claim.disputed.shown)
        yield f"disputed by {_labels(tuple(against))}"


def _origin(origin: OriginShown) -> str:
    labels = [one.label for one in origin.articles.shown]
    return f"{origin.label}: {_labels(labels, origin.articles.more)}"


def _labels(labels: Sequence[str], left_out: int = 0) -> str:
    """The first labels; `left_out` are known of besides."""
    found = len(labels) + left_out
    few = labels if found <= LABELS else labels[: LABELS - 1]
    return " ".join(few) + (f" and {found - len(few):,} more" if found > len(few) else "")


def _listed(found: Shortlist[str]) -> str:
    return "; ".join((*found.shown, *([f"and {found.more:,} more"] if found.more else [])))


def _conflicts(dossier: Dossier, console: Console) -> None:
    if not dossier.conflicts.shown:
        return
    _heading("Conflicts", console)
    for conflict in dossier.conflicts.shown[:CONFLICTS]:
        console.print(_cut(conflict.about))
        for account in conflict.accounts:
            labels = _labels(tuple(dict.fromkeys(c.label for c in account.citations.shown)))
            meaning = f", read as {account.meaning}" if account.meaning else ""
            _indented(f"{account.says}{meaning} ({labels})", console)
    _more(dossier.conflicts, CONFLICTS, console)


def _set_aside(dossier: Dossier, console: Console) -> None:
    if not dossier.set_aside:
        return
    _heading(f"Set aside: {count(len(dossier.set_aside), 'item')}", console)
    for item in dossier.set_aside:
        console.print(_plain(f"{item.name}: {item.reason}"))


def _indented(words: str, console: Console) -> None:
    """What stands below a line, broken at the end of the terminal."""
    for line in _cut(words).wrap(console, console.width - 2):
        line.rstrip()
        console.print(Text.assemble("  ", line))


def _cut(words: str) -> Text:
    """Words of an article, cut where they run on: whole they stand on the page."""
    return _plain(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")


def _heading(words: str, console: Console) -> None:
    console.print()
    console.print(Text(words, style="bold underline"))


def _more(found: Shortlist[object], shown: int, console: Console) -> None:
    hidden = max(0, len(found.shown) - shown) + found.more
    if hidden:
        console.print(Text(f"… {hidden:,} more, with --out or --json", style="dim"))


def _plain(words: str) -> Text:
    """An article's words for a terminal: no markup is read, no control is passed on."""
    return Text(words.translate(_UNSAFE))
