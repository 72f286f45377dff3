from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from evaluation.measure import Measure
from evaluation.stories import OURS, Story, means, stories

STORIES = [*stories(OURS / "open"), *stories(OURS / "unread")]


def test_every_story_weighs_the_same() -> None:
    piles = [
        [Measure("quotes.f1", 1.0, 10), Measure("origins.error", 0.0, 4, peer=2.0)],
        [Measure("quotes.f1", 0.5, 90), Measure("origins.error", 1.0, 4, peer=3.0)],
    ]
    figures = {measure.id: measure for measure in means("stories", piles)}
    assert figures["stories.quotes.f1"] == Measure("stories.quotes.f1", 0.75, 100)
    assert figures["stories.origins.error"].peer == 2.5


def test_a_story_without_a_figure_does_not_count_in_its_mean() -> None:
    piles = [[Measure("tree.direction", 1.0, 3)], []]
    (figure,) = means("stories.dev", piles)
    assert (figure.value, figure.n) == (1.0, 3)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_span_of_a_truth_has_its_words_at_its_place(story: Story) -> None:
    texts = {path.name: path.read_bytes().decode() for path in story.articles.glob("*.txt")}
    spans = list(_spans(msgspec.json.decode(story.truth.read_bytes())))
    assert len(texts) == 9
    assert len(spans) > 1000
    assert all(texts[doc][start:end] == text for doc, start, end, text in spans)


def _spans(node: object, doc: str = "") -> Iterator[tuple[str, int, int, str]]:
    """The spans of a truth that give their words: article, start, end, words."""
    if isinstance(node, list):
        for one in node:
            yield from _spans(one, doc)
    elif isinstance(node, dict):
        doc = Path(node.get("doc") or doc).name
        if node.keys() >= {"start", "end", "text"}:
            yield doc, node["start"], node["end"], node["text"]
        for one in node.values():
            yield from _spans(one, doc)
