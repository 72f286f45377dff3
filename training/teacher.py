"""The original encoder's sentence vectors, which ours are taught to stay close to."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from training.network import Encoder, base_model
from training.runs import base_vocabulary
from twosource.reading.tagger.pieces import cut_into_pieces
from twosource.reading.tagger.tags import WIDTH

LONGEST = 256


class Teacher:
    """The original encoder."""

    def __init__(self) -> None:
        self._encoder = Encoder().eval()
        self._encoder.start_from(base_model())
        self._vocabulary = base_vocabulary()

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors [sentences, width]: means over all pieces, as in sentence-transformers."""
        ids = [self._ids(sentence) for sentence in sentences]
        vectors = np.empty((len(ids), WIDTH), dtype=np.float32)
        order = sorted(range(len(ids)), key=lambda number: len(ids[number]))
        for begin in range(0, len(order), 64):
            rows = order[begin : begin + 64]
            vectors[rows] = self._means([ids[row] for row in rows]).numpy()
        return vectors

    def _ids(self, sentence: str) -> list[int]:
        ids = cut_into_pieces(sentence, self._vocabulary).ids[: LONGEST - 2].tolist()
        return [self._vocabulary.cls, *ids, self._vocabulary.sep]

    @torch.inference_mode()
    def _means(self, batch: list[list[int]]) -> Tensor:
        ids = pad_sequence([torch.tensor(one) for one in batch], batch_first=True)
        lengths = torch.tensor([len(one) for one in batch])
        seen = torch.arange(ids.shape[1]) < lengths[:, None]
        hidden = self._encoder(ids, torch.zeros_like(ids), seen)
        mean = (hidden * seen[..., None]).sum(1) / lengths[:, None]
        return functional.normalize(mean, dim=1)
