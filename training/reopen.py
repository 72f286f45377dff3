"""Open the shipped files as a network again, so that a later run can go on from them.

What seven bits have rounded off stays off, which a few hundred steps mend. Word pieces that the
export left out are taken from the base encoder.
"""

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import LAYERS, NEVER, Network, base_model
from training.runs import base_pieces
from twosource.reading.tagger import WEIGHTS
from twosource.reading.tagger.pieces import GAPS, QUOTES, SHAPES

_MATRICES = ("mix", "out", "widen", "narrow")  # of each layer, in the order of the graph
_CHAINS = {"names": "name_chain", "attribution": "attribution_chain"}
_HEADS = ("names", "attribution", "meaning")  # as the export puts them side by side

Weights = dict[str, Tensor]


def reopened(folder: Path = WEIGHTS) -> Weights:
    """The network's weights as far as the files in `folder` still tell them."""
    network = Network()
    network.encoder.start_from(base_model())
    weights: Weights = network.state_dict()
    stored = _stored(folder / "encoder.onnx")
    weights.update((key, value) for key, value in stored.items() if key in weights)
    weights.update(_matrices(stored))
    weights.update(_forms(stored["forms.weight"]))
    weights.update(_heads(stored, [getattr(network, head).out_features for head in _HEADS]))
    weights.update(_chains(folder / "chains.json"))
    kept = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    rows = {piece: number for number, piece in enumerate(base_pieces())}
    weights["encoder.pieces.weight"][[rows[piece] for piece in kept]] = stored["pieces.weight"]
    return weights


def _stored(path: Path) -> Weights:
    """Every table of the graph, what was quantised in floats again; matrices as MatMul has them."""
    graph = onnx.load(str(path)).graph
    raw = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    return {
        name.removesuffix("_quantized"): _floats(raw, name) if name.endswith("_quantized") else one
        for name, one in raw.items()
        if not name.endswith(("_scale", "_zero_point"))
    }


def _floats(raw: Mapping[str, Tensor], name: str) -> Tensor:
    plain = name.removesuffix("_quantized")
    whole, zero = raw[name].float(), raw[f"{plain}_zero_point"].float()
    return (whole - zero) * raw[f"{plain}_scale"]


def _matrices(stored: Weights) -> Iterator[tuple[str, Tensor]]:
    """The layers' matrices: unnamed in the graph, but in order."""
    found = (value.T for key, value in stored.items() if "MatMul" in key)
    for layer, matrix in itertools.product(range(LAYERS), _MATRICES):
        yield f"encoder.layers.{layer}.{matrix}.weight", next(found)


def _heads(stored: Weights, sizes: list[int]) -> Iterator[tuple[str, Tensor]]:
    """The heads, which the export has made one."""
    last = [value for key, value in stored.items() if "MatMul" in key][-1].T
    for head, weight, bias in zip(
        _HEADS, last.split(sizes), stored["told.bias"].split(sizes), strict=True
    ):
        yield f"{head}.weight", weight
        yield f"{head}.bias", bias


def _forms(table: Tensor) -> Iterator[tuple[str, Tensor]]:
    """The three embeddings whose sums the export has written down, told apart by their means."""
    sums = table.view(SHAPES, GAPS, QUOTES, -1)
    yield "encoder.forms.shape.weight", sums.mean((1, 2))
    yield "encoder.forms.gap.weight", sums.mean((0, 2)) - sums.mean((0, 1, 2))
    yield "encoder.forms.quote.weight", sums.mean((0, 1)) - sums.mean((0, 1, 2))


def _chains(path: Path) -> Iterator[tuple[str, Tensor]]:
    """The step scores; what BIO forbids is held by the walls, not by them."""
    for name, steps in json.loads(path.read_text(encoding="utf-8")).items():
        scores = torch.tensor(steps)
        allowed = torch.where(scores > NEVER / 2, scores, torch.zeros(()))
        yield f"{_CHAINS[name]}.steps", allowed
