"""Step 3: write the trained network as the files the tagger opens.

    python -m training.export FOLDER RECIPE…

The weights of the runs named are averaged (Wortsman et al. 2022, "Model soups") and become int8
(dynamic quantisation); the vocabulary loses what no English news is written in.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network
from training.runs import RUNS, base_pieces
from training.train import averaged
from twosource.reading.tagger.pieces import FORMS
from twosource.reading.tagger.tags import WIDTH

# Kept: Latin letters, digits, punctuation and currency signs. The rest is other scripts and the
# places BERT left unused.
_KEPT = re.compile(r"(?!\[unused)(##)?[\u0020-\u024f\u2010-\u2044\u20a0-\u20bf\u2122]+")


class Shipped(nn.Module):
    """The network for one window without padding, its heads made one."""

    def __init__(self, network: Network, kept: list[int]) -> None:
        super().__init__()
        encoder = network.encoder
        self.encoder = encoder
        self.pieces = nn.Embedding.from_pretrained(encoder.pieces.weight[kept])
        self.forms = nn.Embedding.from_pretrained(encoder.forms(torch.arange(FORMS)))
        heads = (network.names, network.attribution, network.meaning)
        self.told = nn.Linear(WIDTH, sum(head.out_features for head in heads))
        self.told.weight = nn.Parameter(torch.cat([head.weight for head in heads]))
        self.told.bias = nn.Parameter(torch.cat([head.bias for head in heads]))

    def forward(self, ids: Tensor, forms: Tensor) -> Tensor:
        """For ids and forms [1, pieces] int64, what is told: [pieces, scores and vectors]."""
        place = self.encoder.positions.weight[: ids.shape[1]]
        x = self.encoder.norm(self.pieces(ids) + place + self.forms(forms))
        for layer in self.encoder.layers:
            x = layer(x, None)
        return self.told(x)[0]


def main() -> None:
    """Export the mean of the runs named on the command line."""
    folder, recipes = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(averaged(recipes))
    pieces = base_pieces()
    kept = [number for number, piece in enumerate(pieces) if _KEPT.fullmatch(piece)]
    vocabulary = "\n".join(pieces[number] for number in kept)
    (folder / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    write_chains(network, folder / "chains.json")
    write_network(Shipped(network.eval(), kept), folder / "encoder.onnx")
    for path in sorted(folder.iterdir()):
        print(f"{path.name} {path.stat().st_size / 1e6:.2f} MB")


def write_chains(network: Network, path: Path) -> None:
    """The step scores of both chains, [from][to]."""
    chains = {"names": network.name_chain, "attribution": network.attribution_chain}
    steps = {key: chain.transitions().detach().numpy() for key, chain in chains.items()}
    path.write_text(json.dumps({key: np.round(one, 4).tolist() for key, one in steps.items()}))


def write_network(shipped: Shipped, path: Path) -> None:
    """Trace and quantise."""
    RUNS.mkdir(exist_ok=True)
    traced = RUNS / "traced.onnx"
    example = torch.ones(1, 32, dtype=torch.int64)
    with torch.inference_mode():
        torch.onnx.export(
            shipped.eval(),
            (example, example),
            str(traced),
            input_names=["ids", "forms"],
            output_names=["told"],
            dynamic_axes={"ids": {1: "pieces"}, "forms": {1: "pieces"}, "told": {0: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(
        traced,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        # Seven bits, so that processors without VNNI cannot overflow: the same tags on all.
        reduce_range=True,
    )
    onnx.checker.check_model(str(path))


if __name__ == "__main__":
    main()
