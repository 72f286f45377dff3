from evaluation.measure import Measure
from evaluation.stories import means


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
