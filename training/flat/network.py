"""The network of `twosource.intake.flat.body`, as it is trained."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

HIDDEN = 48
LAYERS = 6
EPOCHS = 8
BATCH = 16  # pages
RATE = 3e-3
DROPOUT = 0.2
LONGEST = 1200  # lines; a longer page is taken in pieces
_ALIKE = 40  # lines by which pages of one batch may differ in length beyond their order


@dataclass(frozen=True, slots=True)
class Example:
    """The standardised columns of a page's lines, their labels (1, 0, -1 unsure), its weight."""

    columns: Tensor
    labels: Tensor
    weight: float


class Network(nn.Module):
    """Each line by itself, then dilated convolutions over the lines, each added to its input."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.enter = nn.Linear(columns, HIDDEN)
        self.layers = nn.ModuleList(
            nn.Conv1d(HIDDEN, HIDDEN, 3, padding=2**n, dilation=2**n) for n in range(LAYERS)
        )
        self.leave = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, columns: Tensor, there: Tensor) -> Tensor:
        """The log-odds of each line; `there` is 0 where a page is padded to its batch's length."""
        lines = functional.relu(self.enter(self.drop(columns))).transpose(1, 2) * there[:, None]
        for layer in self.layers:
            lines = (lines + functional.relu(layer(self.drop(lines)))) * there[:, None]
        odds: Tensor = self.leave(self.drop(lines.transpose(1, 2))).squeeze(-1)
        return odds


def train(examples: Sequence[Example], seed: int) -> Network:
    """A network trained on the examples; the same seed gives the same network on one machine."""
    torch.manual_seed(seed)
    draw = random.Random(seed)  # noqa: S311 - a seeded draw, nothing secret
    network = Network(examples[0].columns.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-2)
    steps = -(-len(examples) // BATCH) * EPOCHS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    network.train()
    for _ in range(EPOCHS):
        for batch in _batches(examples, draw):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def _loss(network: Network, batch: Sequence[Example]) -> Tensor:
    longest = max(len(one.labels) for one in batch)
    columns = torch.stack([_padded(one.columns, longest) for one in batch])
    labels = torch.stack([_padded(one.labels, longest) for one in batch])
    there = torch.stack([_padded(torch.ones(len(one.labels)), longest) for one in batch])
    weight = torch.tensor([one.weight for one in batch])[:, None] * (labels >= 0) * there
    wrong = functional.binary_cross_entropy_with_logits(
        network(columns, there), (labels == 1).float(), reduction="none"
    )
    total: Tensor = (wrong * weight).sum() / weight.sum().clamp(min=1)
    return total


def _padded(values: Tensor, size: int) -> Tensor:
    rest = (0, size - len(values))
    return functional.pad(values, rest if values.dim() == 1 else (0, 0, *rest))


def _batches(examples: Sequence[Example], draw: random.Random) -> Iterator[list[Example]]:
    """Pages of much the same length together, in an order that is drawn anew."""
    lengths = [len(one.labels) + draw.random() * _ALIKE for one in examples]
    order = sorted(range(len(examples)), key=lambda index: lengths[index])
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    draw.shuffle(batches)
    for batch in batches:
        yield [examples[index] for index in batch]


def arrays(networks: Sequence[Network]) -> dict[str, NDArray[np.float16]]:
    """The weights of several networks, by the names that `twosource.intake.flat.body` knows."""
    return {
        "enter": _stacked([one.enter.weight.T for one in networks]),
        "enter_bias": _stacked([one.enter.bias for one in networks]),
        "layers": _stacked([_layers(one) for one in networks]),
        "layers_bias": _stacked([torch.stack([c.bias for c in one.layers]) for one in networks]),
        "leave": _stacked([one.leave.weight[0] for one in networks]),
        "leave_bias": _stacked([one.leave.bias[0] for one in networks]),
    }


def _layers(network: Network) -> Tensor:
    """layer, 3 (above, self, below), hidden in, hidden out."""
    return torch.stack([layer.weight.permute(2, 1, 0) for layer in network.layers])


def _stacked(tensors: Sequence[Tensor]) -> NDArray[np.float16]:
    return torch.stack([one.detach() for one in tensors]).numpy().astype(np.float16)
