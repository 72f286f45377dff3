"""The seeds' scorer, and which of its figures the bench shows under which id.

`score.py` lies with the data and is data: it is loaded from there by its path, not shipped. It
matches spans one to one where they share at least half of the characters that either covers, and
takes attributes (speaker, date, direction …) over matched records only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

import msgspec

from evaluation.measure import present
from evaluation.neutral.schema import Export

IOU = 0.5  # the scorer's own default

Answer = Mapping[str, object]


class Scorer(Protocol):
    """What the bench uses of the scorer's class: one method a layer, and the clusters of claims."""

    def clusters(
        self,
        layer: str,
        multi: bool,  # noqa: FBT001 - the scorer's own signature
    ) -> tuple[list[Answer], list[Answer], Mapping[int, int], Answer]:
        """Gold clusters, exported clusters, which gold index met which exported one, figures."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """One figure of the scorer, and over how many items it was taken."""

    value: float
    n: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Where a figure stands in the scorer's answer for a layer: `path`, then `key`."""

    id: str
    layer: str
    path: tuple[str, ...]
    key: str = "f1"

    def read(self, answer: Answer) -> Scored | None:
        """The figure, or nothing where there was nothing to take it over."""
        node: object = answer
        for step in self.path:
            node = node.get(step) if isinstance(node, Mapping) else None
        if not isinstance(node, Mapping) or node.get(self.key) is None:
            return None
        counted = next(node[key] for key in ("of", "gold", "matched") if key in node)
        return Scored(float(node[self.key]), int(counted))


def _accuracy(id_: str, layer: str, attribute: str) -> Figure:
    return Figure(id_, layer, ("attributes", attribute), "acc")


FIGURES = (
    Figure("boilerplate.f1", "documents", ("boilerplate_lines",)),
    Figure("boilerplate.precision", "documents", ("boilerplate_lines",), "p"),
    Figure("boilerplate.recall", "documents", ("boilerplate_lines",), "r"),
    _accuracy("documents.title", "documents", "title"),
    _accuracy("documents.byline", "documents", "byline"),
    _accuracy("documents.published", "documents", "published_ok"),
    _accuracy("documents.credit", "documents", "credit"),
    Figure("quotes.f1", "quotes", ("all",)),
    Figure("quotes.attributed_f1", "quotes", ("attributed",)),
    Figure("quotes.speaker_f1", "quotes", ("attributed_with_speaker",)),
    _accuracy("quotes.speaker", "quotes", "speaker"),
    _accuracy("quotes.type", "quotes", "type"),
    _accuracy("quotes.chain", "quotes", "chain"),
    Figure("entities.mentions_f1", "entities", ("mentions",)),
    Figure("entities.identity_f1", "entities", ("identity_b3",)),
    _accuracy("entities.type", "entities", "type"),
    Figure("reuse.pairs_f1", "reuse", ("pairs",)),
    Figure("reuse.characters_f1", "reuse", ("characters",)),
    Figure("reuse.characters_precision", "reuse", ("characters",), "p"),
    Figure("reuse.characters_recall", "reuse", ("characters",), "r"),
    Figure("reuse.document_pairs_f1", "reuse", ("document_pairs",)),
    _accuracy("reuse.direction", "reuse", "direction_accepted"),
    _accuracy("reuse.kind", "reuse", "kind"),
    Figure("claims.clusters_f1", "claims", ("clusters",)),
    Figure("claims.clusters_recall", "claims", ("clusters",), "r"),
    Figure("claims.links_f1", "claims", ("cross_document_links",)),
    _accuracy("claims.origins_in_range", "claims", "independent_origins_in_range"),
    _accuracy("claims.origins_exact", "claims", "independent_origins_exact"),
    Figure("quote_drift.found", "quote_drift", ("pairs",), "r"),
    Figure("quote_drift.precision", "quote_drift", ("pairs",), "p"),
    _accuracy("quote_drift.kind", "quote_drift", "severity"),
    _accuracy("events.place", "events", "place"),
    _accuracy("events.participants", "events", "participants_half"),
    Figure("conflicts.f1", "conflicts", ("conflicts",)),
    Figure("conflicts.precision", "conflicts", ("conflicts",), "p"),
    Figure("conflicts.recall", "conflicts", ("conflicts",), "r"),
)


class Bench:
    """The scorer at work on one gold and one export."""

    def __init__(self, data: Path, gold: Answer, export: Answer) -> None:
        self._module = _load(present(data / "seeds" / "score.py"))
        self._gold = gold
        self._export = export

    def scorer(self, gold: Answer | None = None) -> Scorer:
        """A fresh scorer, on another gold if one is given."""
        made = self._module.Scorer(gold or self._gold, self._export, IOU, "iou")
        return cast("Scorer", made)

    def layer(self, name: str, gold: Answer | None = None) -> Answer:
        """The scorer's answer for a layer; empty where the gold has none."""
        asked = gold or self._gold
        return getattr(self.scorer(asked), name)() if name in asked else {}

    def figures(self) -> Iterator[tuple[str, Scored]]:
        """Every figure of `FIGURES`, and those that have to be worked out, by id."""
        answers = {layer: self.layer(layer) for layer in {figure.layer for figure in FIGURES}}
        for figure in FIGURES:
            if scored := figure.read(answers[figure.layer]):
                yield figure.id, scored
        yield from self._recalls_by_type()
        yield from self._other_drifts()
        yield from self._said_when()
        yield from self._valued("quantities", "spans", "value")
        yield from self._valued("events", "clusters", "date_ok")

    def _recalls_by_type(self) -> Iterator[tuple[str, Scored]]:
        """Recall of quotations of each type; the scorer writes them as "3/4"."""
        by_type = cast("Mapping[str, str]", self.layer("quotes").get("recall_by_type", {}))
        for name, share in by_type.items():
            found, of = map(int, share.split("/"))
            if of:
                yield f"quotes.recall_{name}", Scored(found / of, of)

    def _other_drifts(self) -> Iterator[tuple[str, Scored]]:
        """How many drifts are reported that the gold does not have: a count, not a share."""
        pairs = self.layer("quote_drift").get("pairs")
        if isinstance(pairs, Mapping):
            yield "quote_drift.others", Scored(pairs["export"] - pairs["tp"], pairs["export"])

    def _said_when(self) -> Iterator[tuple[str, Scored]]:
        """How many matched quotations have the right date, of those whose text gives one."""
        dated = [quote for quote in _quotes(self._gold) if _basis(quote) in {"stated", "derived"}]
        figure = _accuracy("quotes.said_when", "quotes", "said_when_ok")
        if scored := figure.read(self.layer("quotes", {**self._gold, "quotes": dated})):
            yield figure.id, scored

    def _valued(self, layer: str, spans: str, attribute: str) -> Iterator[tuple[str, Scored]]:
        """F1 of a layer's spans, and the same where only those with the right value count."""
        answer = self.layer(layer)
        found = Figure("", layer, (spans,)).read(answer)
        right = Figure("", layer, ("attributes", attribute), "right").read(answer)
        if found:
            counts = cast("Mapping[str, int]", answer[spans])
            both = counts["gold"] + counts["export"]
            yield f"{layer}.span_f1", found
            yield f"{layer}.value_f1", Scored(2 * right.value / both if right else 0.0, found.n)


def as_read(export: Export) -> Answer:
    """An export as the scorer gets it from a file, so that both ways give the same figures."""
    return cast("Answer", msgspec.json.decode(msgspec.json.encode(export)))


def _quotes(gold: Answer) -> list[dict[str, dict[str, str] | None]]:
    return cast("list[dict[str, dict[str, str] | None]]", gold.get("quotes", []))


def _basis(quote: Mapping[str, Mapping[str, str] | None]) -> str:
    return (quote.get("said_when") or {}).get("basis") or ""


@cache
def _load(path: Path) -> ModuleType:
    """The scorer as a module. It is trusted as the rest of the data folder is."""
    spec = spec_from_file_location("seeds_score", path)
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018 - a path to a .py file
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
