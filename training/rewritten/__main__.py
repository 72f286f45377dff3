"""`python -m training.rewritten`: train the networks, write `rewritten_weights.npz`.

Takes a few minutes on one core. Prints the weights by which two sentences are judged alone, which
stand in `twosource.collation.reuse.sentence_likeness`: where they differ from those there, put them
there and run it again. What was measured is in training/rewritten/README.md.
"""

from pathlib import Path

import numpy as np
import torch

from training.rewritten.examples import joined, of_bundles, of_stories
from training.rewritten.network import arrays, logistic, train
from training.sources import DATA
from twosource.collation.reuse.rewritten import WEIGHTS
from twosource.collation.reuse.sentence_likeness import TRAITS
from twosource.collation.reuse.surroundings import SEEN

HERE = Path("src/twosource/collation/reuse") / WEIGHTS
NETWORKS = 8


def main() -> None:
    """Make all networks and write them."""
    torch.set_num_threads(1)
    stories = list(of_stories(DATA))
    print("alone:", *logistic(joined(stories), len(TRAITS)))
    examples = joined([*stories, *of_bundles()])
    mean, deviation = examples.seen.mean(axis=0), examples.seen.std(axis=0) + 1e-6
    networks = [train(examples, mean, deviation, seed) for seed in range(NETWORKS)]
    np.savez_compressed(
        HERE,
        columns=np.array(SEEN),
        mean=mean.astype(np.float32),
        deviation=deviation.astype(np.float32),
        **arrays(networks),
    )


if __name__ == "__main__":
    main()
