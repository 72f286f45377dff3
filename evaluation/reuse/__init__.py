"""Who copied whom, against the sets of `reuse/`: passages, pairs, direction and the copying graph.

The sets bring bare text: every paragraph is taken for body, and what stands in quotation marks for
somebody's words. Dates of publication are passed on, dates of fetching are passed on as such.
"""

from collections.abc import Iterator
from pathlib import Path

from evaluation import spurious
from evaluation.measure import Measure
from evaluation.reuse.copies import impossible, stemma
from evaluation.reuse.piles import pile
from evaluation.reuse.plagiarism import plagiarism
from evaluation.reuse.rewritten import clusters, paraphrases, shared_pairs
from evaluation.reuse.verbatim import pair_recall, passage_recall

NEWS = ("pile_helsinki", "pile_census", "pile_spotify", "allsides5k", "allsides_agency")


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of this part. Raises `Absent` where a set is not there."""
    folder = data / "reuse"
    yield pair_recall(pile(folder, "pile_helsinki"))
    yield passage_recall([pile(folder, name) for name in NEWS])
    yield impossible(pile(folder, "allsides5k"))
    yield from spurious.measures({name: pile(folder, name).derivations for name in NEWS})
    yield from plagiarism(pile(folder, "pan_indonesian"))
    yield from shared_pairs("reuse.clough_stevenson", pile(folder, "clough_stevenson"), {"non"})
    yield from shared_pairs("reuse.bill_alignments", pile(folder, "bill_alignments"), {0})
    yield clusters(pile(folder, "labeled_bills"))
    yield paraphrases(folder)
    yield from stemma(pile(folder, "stemma_notre_besoin"))
