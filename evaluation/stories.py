"""The invented stories: the whole road, and the count the product is named after.

Each figure is the mean over the stories, so that a long story weighs no more than a short one;
`n` is the number of items behind it in all. Of the data's stories those that only report are
`stories.…`, the ones the program may be tuned on `stories.dev.…`; of the ones in `stories/` beside
this module, by other hands, the open ones are `stories.ours.…`, those nobody reads
`stories.unread.…`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import msgspec

from evaluation import lost, origins, tree
from evaluation.measure import Measure, present, report_ids
from evaluation.neutral import to_neutral
from evaluation.pipeline import collation_of
from evaluation.scorer import Bench, as_read

OURS = Path(__file__).parent / "stories"

# What the scorer calls at length, as the floors call it.
SHORT = {"quantities.value_f1": "quantities.f1"}


@dataclass(frozen=True, slots=True)
class Story:
    """A pile and the file that says what is so in it."""

    name: str
    articles: Path
    truth: Path


def measures(data: Path) -> Iterator[Measure]:
    """Every figure over the stories, each group apart from the others."""
    reporting = report_ids(data, "stories")
    apart: dict[str, list[Story]] = defaultdict(list)
    for story in stories(present(data / "stories")):
        apart["stories" if story.name in reporting else "stories.dev"].append(story)
    apart["stories.ours"] += stories(OURS / "open")
    apart["stories.unread"] += stories(OURS / "unread")
    for prefix in sorted(apart):
        yield from means(prefix, (figures(data, story) for story in apart[prefix]))


def stories(folder: Path) -> Iterator[Story]:
    """The stories of a folder, by name."""
    for truth in sorted(folder.glob("*/truth.json")):
        yield Story(truth.parent.name, truth.parent / "articles", truth)


def figures(data: Path, story: Story) -> list[Measure]:
    """Every figure of one story."""
    raw = story.truth.read_bytes()
    collation = collation_of([story.articles])
    export = as_read(to_neutral(collation))
    bench = Bench(data, msgspec.json.decode(raw), export)
    true = msgspec.json.decode(raw, type=tree.Truth)
    return [
        *(Measure(SHORT.get(name, name), s.value, s.n) for name, s in bench.figures()),
        *tree.measures(true, collation),
        *lost.measures(true.copy_tree, collation),
        *origins.measures(bench.scorer()),
    ]


def means(prefix: str, piles: Iterable[list[Measure]]) -> Iterator[Measure]:
    """The mean of each figure over the stories that have it."""
    by_id: dict[str, list[Measure]] = defaultdict(list)
    for figure in (figure for pile in piles for figure in pile):
        by_id[figure.id].append(figure)
    for id_, found in by_id.items():
        peers = [figure.peer for figure in found if figure.peer is not None]
        yield Measure(
            f"{prefix}.{id_}",
            fmean(figure.value for figure in found),
            sum(figure.n for figure in found),
            fmean(peers) if peers else None,
        )
