"""The network of `twosource.collation.reuse.rewritten`, as it is trained."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.rewritten.examples import Examples

HIDDEN = 24
EPOCHS = 60
BATCH = 1024  # pairs of sentences
RATE = 6e-3
DECAY = 0.1
CLIP = 4.0  # deviations from the mean


def logistic(examples: Examples, traits: int) -> list[float]:
    """The constant and the weight of each of the first so many columns, by logistic regression."""
    columns = torch.tensor(examples.seen[:, :traits])
    labels, rarer = torch.tensor(examples.labels).double(), torch.tensor(examples.rarer)
    weights = torch.zeros(traits + 1, dtype=torch.float64, requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=500, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        solver.zero_grad()
        odds = columns @ weights[1:] + weights[0] - rarer
        wrong = functional.binary_cross_entropy_with_logits(odds, labels)
        wrong.backward()  # type: ignore[no-untyped-call]
        return wrong

    solver.step(loss)  # type: ignore[no-untyped-call, arg-type]
    return [round(weight, 2) for weight in weights.tolist()]


def train(
    examples: Examples, mean: NDArray[np.float64], deviation: NDArray[np.float64], seed: int
) -> nn.Sequential:
    """A network trained on the pairs; the same seed gives the same network on one machine."""
    torch.manual_seed(seed)
    standard = np.clip((examples.seen - mean) / deviation, -CLIP, CLIP)
    columns, labels, rarer = (
        torch.tensor(one, dtype=torch.float32)
        for one in (standard, examples.labels, examples.rarer)
    )
    network = _network(columns.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(labels) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(labels)).split(BATCH):
            odds = network(columns[batch]).squeeze(1) - rarer[batch]
            loss = functional.binary_cross_entropy_with_logits(odds, labels[batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return network


def _network(columns: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(columns, HIDDEN),
        nn.ReLU(),
        nn.Linear(HIDDEN, HIDDEN),
        nn.ReLU(),
        nn.Linear(HIDDEN, 1),
    )


def arrays(networks: Sequence[nn.Sequential]) -> dict[str, NDArray[np.float32]]:
    """The weights under the names that `twosource.collation.reuse.rewritten.Weights` has."""
    layers = {"enter": 0, "middle": 2, "leave": 4}
    found: dict[str, NDArray[np.float32]] = {}
    for name, place in layers.items():
        weights = [one[place].weight.detach().numpy().T for one in networks]
        found[name] = np.stack(weights).squeeze(-1) if name == "leave" else np.stack(weights)
        biases = np.stack([one[place].bias.detach().numpy() for one in networks])
        found[f"{name}_bias"] = biases.squeeze(-1) if name == "leave" else biases
    return found
