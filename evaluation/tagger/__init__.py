"""The tagger: names, attribution, sentence vectors, speed and size, each on its report ids.

The encoder was trained on the rest of these sets, so that nothing else may be counted here.
"""

from collections.abc import Iterator
from pathlib import Path

from evaluation.measure import Measure
from evaluation.tagger.attribution import attribution_scores, attributions
from evaluation.tagger.names import name_measures
from evaluation.tagger.speed import speed_measures
from evaluation.tagger.vectors import case_measures, vector_measures
from twosource.reading.tagger import WEIGHTS, Tagger


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of the tagger."""
    tagger = Tagger()
    yield from name_measures(tagger, data)
    articles = list(attributions(data))
    for key, score in attribution_scores(tagger, articles).items():
        yield score.measure(f"tagger.attribution.{key}_f1")
    yield from vector_measures(tagger, data)
    yield from case_measures(tagger)
    yield from speed_measures(WEIGHTS, [article.text for article in articles])
