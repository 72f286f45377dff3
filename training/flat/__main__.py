"""`python -m training.flat`: train the networks, write `intake/flat/body_weights.npz`.

Takes some fifteen minutes on one core. Ten networks, two for each fifth of the labelled pages, made
without it. What was measured, all as line F1 on pages not seen and before any rule, is in
training/flat/README.md.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from training.flat.network import LONGEST, Example, Network, arrays, train
from training.flat.pages import LabelledPage, cut_close, labelled, labelled_by_extraction
from training.sources import DATA
from twosource.intake.flat.body import FOLDS, WEIGHTS, Values, fold, squashed
from twosource.intake.flat.features import COLUMNS, Table, table

HERE = Path("src/twosource/intake/flat") / WEIGHTS
SEEDS = 2
CLIP = 4.0  # deviations from the mean
# Read off the curve of line F1 over bias and switching cost, on pages not seen.
BIAS = 0.75
SWITCHING = 0.5
LABELLED, CUT, EXTRACTED = 3.0, 2.0, 0.7  # how much the lines of each sort count

Read = tuple[LabelledPage, Table, float]


def main() -> None:
    """Make all networks and write them."""
    torch.set_num_threads(1)
    own, more = _pages()
    squashes = np.concatenate([squashed(columns) for _, columns, _ in (*own, *more)])
    mean, deviation = squashes.mean(axis=0), squashes.std(axis=0) + 1e-3
    networks: list[Network] = []
    for number in range(SEEDS * FOLDS):
        seen = [one for one in own if fold(one[0].id) != number % FOLDS]
        examples = [part for one in (*seen, *more) for part in _examples(one, mean, deviation)]
        networks.append(train(examples, seed=number // FOLDS))
        print(f"network {number + 1} of {SEEDS * FOLDS}", flush=True)
    np.savez_compressed(
        HERE,
        columns=np.array(COLUMNS),
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        bias=np.float32(BIAS),
        switching=np.float32(SWITCHING),
        **arrays(networks),
    )


def _pages() -> tuple[list[Read], list[Read]]:
    """The labelled pages with their copies cut close, and those labelled by extraction."""
    draw = random.Random(0)  # noqa: S311 - a seeded draw, nothing secret
    own: list[Read] = []
    for page in labelled(DATA):
        own.append((page, table(page.lines), LABELLED))
        if (cut := cut_close(page, draw)) is not None:
            own.append((cut, table(cut.lines), CUT))
    extracted = labelled_by_extraction(DATA)
    return own, [(page, table(page.lines), EXTRACTED) for page in extracted]


def _examples(read: Read, mean: Values, deviation: Values) -> Iterator[Example]:
    """A page as the network takes it, in pieces where it is long."""
    page, columns, weight = read
    seen = np.clip((squashed(columns) - mean) / deviation, -CLIP, CLIP).astype(np.float32)
    for start in range(0, len(seen), LONGEST):
        labels: Sequence[int] = page.labels[start : start + LONGEST]
        part = torch.from_numpy(seen[start : start + LONGEST])
        yield Example(part, torch.tensor(labels), weight)


if __name__ == "__main__":
    main()
