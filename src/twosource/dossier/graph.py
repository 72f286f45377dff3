"""The copy graph, laid out: articles in rows, earliest on top, lines in lanes beside them.

Sources that are not in the pile stand above the articles that have text from them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.dossier.index import Index, source_of
from twosource.dossier.view import Graph, GraphEdge, GraphRow, RelationShown, Shortlist
from twosource.dossier.words import date_in_words, listed, per_cent
from twosource.model import DerivationKind, LostSource, Reading

ALONE_SHOWN = 40
ROWS_SHOWN = 60  # a drawing taller than that is no longer read as a drawing
LOST_SHOWN = 6
NAMED = 2  # articles in a note: the others are told below the drawing
LOST = "lost source"  # kind of a line from a source that is not in the pile


def draw(
    relations: Sequence[RelationShown], index: Index, lost: Sequence[LostSource] = ()
) -> Graph:
    """The graph of the direct relations: every article that has one a row, every one a line."""
    lost = lost[:LOST_SHOWN]
    involved = _involved(relations, lost, index)
    related = [r for r in index.readings if index.labels[r.article.id] in involved]
    places = enumerate(related[:ROWS_SHOWN], len(lost))
    drawn = {index.labels[r.article.id]: row for row, r in places}
    edges = _in_lanes([*_lines(relations, drawn), *_lost_lines(lost, index, drawn)])
    alone = [r for r in index.readings if index.labels[r.article.id] not in involved]
    return Graph(
        rows=(
            *map(_lost_row, lost),
            *(_row(r, index, relations) for r in related[:ROWS_SHOWN]),
        ),
        edges=edges,
        lanes=1 + max((edge.lane for edge in edges), default=-1),
        alone=Shortlist.of([_row(r, index, ()) for r in alone], ALONE_SHOWN),
        more=max(0, len(related) - ROWS_SHOWN),
    )


def _involved(
    relations: Iterable[RelationShown], lost: Iterable[LostSource], index: Index
) -> set[str]:
    """The labels of the articles that a line of the graph leads to or from."""
    ends = {label for r in relations if r.direct for label in (r.parent, r.child)}
    return ends | {index.labels[name] for source in lost for name in source.articles}


def _lost_row(source: LostSource) -> GraphRow:
    return GraphRow(None, source.name or "a page", None, None, "not in the pile")


def _row(reading: Reading, index: Index, relations: Iterable[RelationShown]) -> GraphRow:
    article = reading.article
    label = index.labels[article.id]
    return GraphRow(
        label=label,
        source=source_of(article),
        title=article.title.value if article.title else None,
        date=date_in_words(article.published.interval) if article.published else None,
        note=_note(label, [r for r in relations if r.direct and label in (r.parent, r.child)]),
    )


def _note(label: str, direct: Sequence[RelationShown]) -> str:
    """Where the article's text comes from, in a few words."""
    told = [r for r in direct if not r.directed or r.child == label]
    others = {
        kind: [_with_share(_other(label, r), r) for r in told if r.kind == kind] for kind in _NOTES
    }
    return "; ".join(f"{_NOTES[kind]} {_few(found)}" for kind, found in others.items() if found)


_NOTES = {
    DerivationKind.COPY.value: "text from",
    DerivationKind.COMMON_SOURCE.value: "a source in common with",
    DerivationKind.UNDECIDED.value: "shares text with",
}


def _few(articles: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    if len(articles) <= NAMED:
        return listed(tuple(articles))
    return listed((*articles[:NAMED], f"{len(articles) - NAMED} more"))


def _with_share(label: str, relation: RelationShown) -> str:
    perhaps = ", likely" if relation.likely else ""
    return f"{label} ({per_cent(relation.share)}{perhaps})"


def _other(label: str, relation: RelationShown) -> str:
    return relation.child if relation.parent == label else relation.parent


def _lines(relations: Iterable[RelationShown], rows: Mapping[str, int]) -> Iterator[GraphEdge]:
    """One line for each direct relation, not in a lane yet."""
    for one in relations:
        if one.direct and {one.parent, one.child} <= rows.keys():
            ends = rows[one.parent], rows[one.child]
            yield GraphEdge(
                *ends, 0, one.kind, one.directed, one.share, one.sentence, likely=one.likely
            )


def _lost_lines(
    lost: Sequence[LostSource], index: Index, rows: Mapping[str, int]
) -> Iterator[GraphEdge]:
    """One line from each lost source to each article that has text from it."""
    for row, source in enumerate(lost):
        whose = source.name or "a page"
        for label in index.in_order(source.articles):
            if label in rows:
                sentence = f"{label} has text from {whose}, which is not in the pile"
                yield GraphEdge(
                    row, rows[label], 0, LOST, directed=True, share=0, sentence=sentence
                )


def _in_lanes(lines: Iterable[GraphEdge]) -> tuple[GraphEdge, ...]:
    """The lines in lanes: those from one row share a lane, lanes never overlap."""
    bundles: dict[tuple[int, str], list[GraphEdge]] = {}
    for line in lines:
        bundles.setdefault((line.top, line.kind), []).append(line)
    reach = {key: _reach(key[0], [line.bottom for line in found]) for key, found in bundles.items()}
    lanes = _lanes(reach)
    return tuple(replace(line, lane=lanes[key]) for key in sorted(bundles) for line in bundles[key])


def _reach(parent: int, children: Sequence[int]) -> tuple[int, int]:
    return min(parent, *children), max(parent, *children)


def _lanes(reach: dict[tuple[int, str], tuple[int, int]]) -> dict[tuple[int, str], int]:
    """The first free lane for each bundle, short bundles nearest to the articles."""
    lanes: dict[tuple[int, str], int] = {}
    for key in sorted(reach, key=lambda k: (reach[k][1] - reach[k][0], k)):
        top, bottom = reach[key]
        taken = {
            lane
            for other, lane in lanes.items()
            if reach[other][0] <= bottom and top <= reach[other][1]
        }
        lanes[key] = next(lane for lane in range(len(reach)) if lane not in taken)
    return lanes
