"""The copy graph, laid out: articles in rows, earliest on top, lines in lanes beside them."""

from collections.abc import Iterable, Sequence

from twosource.dossier.index import Index, source_of
from twosource.dossier.view import Graph, GraphEdge, GraphRow, RelationShown, Shortlist
from twosource.dossier.words import date_in_words, listed, per_cent
from twosource.model import Reading

ALONE_SHOWN = 40
ROWS_SHOWN = 60  # a drawing taller than that is no longer read as a drawing


def draw(relations: Sequence[RelationShown], index: Index) -> Graph:
    """The graph of the direct relations: every article that has one a row, every one a line."""
    involved = {label for r in relations if r.direct for label in (r.parent, r.child)}
    related = [r for r in index.readings if index.labels[r.article.id] in involved]
    drawn = {index.labels[r.article.id]: row for row, r in enumerate(related[:ROWS_SHOWN])}
    direct = [r for r in relations if r.direct and {r.parent, r.child} <= drawn.keys()]
    edges = _edges(direct, drawn)
    alone = [r for r in index.readings if index.labels[r.article.id] not in involved]
    return Graph(
        rows=tuple(_row(r, index, relations) for r in related[:ROWS_SHOWN]),
        edges=edges,
        lanes=1 + max((edge.lane for edge in edges), default=-1),
        alone=Shortlist.of([_row(r, index, ()) for r in alone], ALONE_SHOWN),
        more=max(0, len(related) - ROWS_SHOWN),
    )


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
    parents = tuple(_with_share(r.parent, r) for r in direct if r.directed and r.child == label)
    undirected = {
        kind: tuple(
            _with_share(_other(label, r), r) for r in direct if not r.directed and r.kind == kind
        )
        for kind in sorted({r.kind for r in direct if not r.directed})
    }
    notes = [f"text from {listed(parents)}"] if parents else []
    notes += [f"{kind}: {listed(others)}" for kind, others in undirected.items()]
    return "; ".join(notes)


def _with_share(label: str, relation: RelationShown) -> str:
    return f"{label} ({per_cent(relation.share)})"


def _other(label: str, relation: RelationShown) -> str:
    return relation.child if relation.parent == label else relation.parent


def _edges(relations: Iterable[RelationShown], rows: dict[str, int]) -> tuple[GraphEdge, ...]:
    """One line per relation; lines from one parent share a lane, lanes never overlap."""
    bundles: dict[tuple[int, str], list[RelationShown]] = {}
    for relation in relations:
        bundles.setdefault((rows[relation.parent], relation.kind), []).append(relation)
    reach = {key: _reach(key[0], [rows[r.child] for r in found]) for key, found in bundles.items()}
    lanes = _lanes(reach)
    return tuple(
        GraphEdge(
            top=key[0],
            bottom=rows[relation.child],
            lane=lanes[key],
            kind=relation.kind,
            directed=relation.directed,
            share=relation.share,
            sentence=relation.sentence,
        )
        for key in sorted(bundles)
        for relation in bundles[key]
    )


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
