"""Step 4: score what was exported, while tuning and in the end.

python -m training.measure tune FOLDER      on our own tuning part, which is not trained on
python -m training.measure report           the shipped tagger on the report ids, every figure
python -m training.measure original         the F1 of the original encoder on msrp
"""

import os
import sys
from pathlib import Path

from evaluation.measure import data_folder
from evaluation.tagger import measures
from evaluation.tagger.attribution import attribution_scores
from evaluation.tagger.labelled import Labelled, Score
from evaluation.tagger.names import NAME_SETS, name_scores
from evaluation.tagger.vectors import case_measures, paraphrases
from training.examples import roles
from training.sources import NAME_SETS as SOURCES
from training.sources import Document, Part, attribution, names
from training.teacher import Teacher
from twosource.reading.tagger import Tagger


def main() -> None:
    """Do what the command line asks."""
    if sys.argv[1] == "original":
        print(f"msrp F1 {paraphrases(Teacher(), data_folder()).f1():.4f}")
        for one in case_measures(Teacher()):
            print(f"{one.id} {one.value:g} ({one.n})")
    elif sys.argv[1] == "report":
        for one in measures(data_folder()):
            print(f"{one.id} {one.value:g} ({one.n})", flush=True)
    else:
        tune(Tagger(Path(sys.argv[2]), os.cpu_count()))


def tune(tagger: Tagger) -> None:
    """Print names and attribution on the tuning part."""
    for source in SOURCES:
        if kinds := NAME_SETS.get(source.name):
            texts = [_labelled_names(one, kinds) for one in names(source, Part.TUNE)]
            _print(source.name, name_scores(tagger, texts, kinds))
    articles = [_labelled_roles(one) for one in attribution(Part.TUNE)]
    _print("attribution", attribution_scores(tagger, articles))


def _labelled_names(document: Document, kinds: dict[str, str]) -> Labelled:
    marks = [mark for mark in document.names or () if mark.kinds[0] in kinds]
    gold = frozenset((mark.start, mark.end, kinds[mark.kinds[0]]) for mark in marks)
    return Labelled(document.text, gold)


def _labelled_roles(document: Document) -> Labelled:
    marks = roles(document.attributions or ())
    return Labelled(document.text, frozenset((m.start, m.end, m.kinds[0]) for m in marks))


def _print(name: str, scores: dict[str, Score]) -> None:
    told = (f"{key} {100 * one.f1:.1f} ({one.gold})" for key, one in scores.items())
    print(f"{name}: {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
