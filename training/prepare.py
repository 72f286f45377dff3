"""Step 1: write down the original encoder's vector of every training sentence.

python -m training.prepare
"""

import json
from collections.abc import Iterator

import numpy as np
import torch

from training.examples import sentence_spans
from training.runs import ROWS, RUNS, VECTORS
from training.sources import NAME_SETS, Document, Part, attribution, names
from training.teacher import Teacher


def main() -> None:
    """Write the vectors and which sentence each row belongs to."""
    torch.set_num_threads(2)
    RUNS.mkdir(exist_ok=True)
    texts = {
        f"{document.id}:{start}": document.text[start:end].strip()
        for document in training_documents()
        for start, end in sentence_spans(document.text)
    }
    print(f"{len(texts)} sentences")
    np.save(VECTORS, Teacher().vectors(list(texts.values())).astype(np.float16))
    ROWS.write_text(json.dumps({key: row for row, key in enumerate(texts)}))


def training_documents() -> Iterator[Document]:
    """Every document of the labelled sets that is learnt from; what we labelled has no vectors."""
    for which in NAME_SETS:
        yield from names(which, Part.TRAIN)
    yield from attribution(Part.TRAIN)


if __name__ == "__main__":
    main()
