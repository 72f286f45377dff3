"""Where a run keeps what it makes, and the tools every step opens."""

from pathlib import Path

from training.network import base_model
from twosource.reading.tagger.pieces import Vocabulary

RUNS = Path(__file__).parent / "runs"
VECTORS, ROWS = RUNS / "vectors.npy", RUNS / "rows.json"


def base_pieces() -> list[str]:
    """The word pieces of the base encoder, by number."""
    return (base_model() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def base_vocabulary() -> Vocabulary:
    """The vocabulary of the base encoder."""
    return Vocabulary(base_pieces())
