"""Step 2: train the network on everything at once.

    python -m training.train [recipe [round]]

Goes on from the run's last checkpoint. The same recipe and round give the same batches in the same
order.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Pantry
from training.examples import SEEN
from training.network import NEVER, Network, base_model
from training.recipes import SHIPPED, Recipe, recipes
from training.reopen import reopened
from training.runs import ROWS, RUNS, VECTORS, base_vocabulary

ENCODER_RATE, HEAD_RATE, CHAIN_RATE = 2e-4, 1e-3, 1e-2
WARM_UP = 0.06  # of all steps
GUESS = 0.1  # what a nat of a hidden piece is worth
CHECKPOINT_EVERY = 100  # steps


def averaged(recipes: Sequence[str]) -> dict[str, Tensor]:
    """The mean of the weights of several runs (Wortsman et al. 2022, "Model soups")."""
    runs = [trained(recipe) for recipe in recipes]
    return {key: torch.stack([run[key] for run in runs]).mean(0) for key in runs[0]}


class Trainer:
    """One run: the network, its optimiser, and how far it has come."""

    def __init__(self, recipe: Recipe) -> None:
        torch.manual_seed(7 + recipe.round)
        self.recipe, self.network = recipe, Network(recipe.dropout)
        self.network.encoder.start_from(base_model())
        if recipe.after:
            fresh = self.network.state_dict()  # the head that guesses is new
            self.network.load_state_dict({**fresh, **averaged(recipe.after)})
        self.pantry = Pantry(recipe, base_vocabulary(), json.loads(ROWS.read_text()))
        self.teacher = torch.from_numpy(np.load(VECTORS)).float()
        self.optimiser = torch.optim.AdamW(_groups(self.network), weight_decay=0.01, fused=True)
        self.rates = [recipe.pace * group["lr"] for group in self.optimiser.param_groups]
        self.checkpoint, self.step = checkpoint_of(recipe.run), 0

    def run(self) -> None:
        """Train to the end, from the last checkpoint where there is one."""
        if self.checkpoint.exists():
            self._resume()
        total, began = self.recipe.steps, time.monotonic()
        print(f"{self.recipe.run}: {total} steps from {self.step}", flush=True)
        for number, batch in islice(enumerate(self._batches()), self.step, total):
            losses = self._learn(batch, _rate(number / total))
            self.step = number + 1
            if self.step % 25 == 0:
                spent = time.monotonic() - began
                told = " ".join(f"{name} {loss:.4f}" for name, loss in losses.items())
                print(f"{self.step}/{total} {spent:.0f}s {told}", flush=True)
            if self.step % CHECKPOINT_EVERY == 0 or self.step == total:
                self._save()

    def _batches(self) -> Iterator[Batch]:
        for number in count(self.recipe.round * self.recipe.epochs):
            yield from self.pantry.epoch(number)

    def _learn(self, batch: Batch, rate: float) -> dict[str, float]:
        for group, full in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = full * rate
        self.network.train()
        losses = losses_of(self.network, batch, self.teacher)
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _save(self) -> None:
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": torch.get_rng_state(),
        }
        beside = self.checkpoint.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.step = state["step"]
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])


def checkpoint_of(recipe: str) -> Path:
    """Where the run of a recipe keeps its state."""
    return RUNS / f"{recipe}.pt"


def trained(recipe: str) -> dict[str, Tensor]:
    """The weights of a recipe's run, as far as it has come, or those that were shipped."""
    if recipe == SHIPPED:
        return reopened()
    weights: dict[str, Tensor] = torch.load(checkpoint_of(recipe), weights_only=True)["network"]
    return weights


def losses_of(network: Network, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """The losses of a batch by task, weighted: what each is worth was set by judgement."""
    with torch.autocast("cpu", torch.bfloat16):
        told = network(batch.ids, batch.forms, batch.seen)
        hidden = batch.hidden != SEEN
        guesses = network.guessed(told.vectors[hidden])
    names = _of_words(told.names.float(), batch)
    roles = _of_words(told.attribution.float(), batch)
    count = len(batch.ids) * 10
    return {
        "names": network.name_chain.loss(names, batch.names, batch.real) / count,
        "roles": 0.8 * network.attribution_chain.loss(roles, batch.attribution, batch.real) / count,
        "meaning": 2.5 * _meaning_loss(told.meaning.float(), batch.sentences, teacher),
        "guess": GUESS * _guess_loss(guesses.float(), batch.hidden[hidden]),
    }


def _guess_loss(guesses: Tensor, pieces: Tensor) -> Tensor:
    """Nats by hidden piece; nothing where nothing is hidden."""
    return functional.cross_entropy(guesses, pieces, reduction="sum") / max(1, len(pieces))


def _of_words(scores: Tensor, batch: Batch) -> Tensor:
    """The scores of each word; no stretch goes on in the next paragraph."""
    labels = scores.shape[2]
    found = scores.gather(1, batch.first[..., None].expand(-1, -1, labels))
    inside = torch.tensor([label > 0 and label % 2 == 0 for label in range(labels)])
    return found.masked_fill(batch.opens[..., None] & inside, NEVER)


def _meaning_loss(meaning: Tensor, sentences: Tensor, teacher: Tensor) -> Tensor:
    """How far our sentence vectors, and the cosines between them, are from the teacher's."""
    if not len(sentences):
        return meaning.sum() * 0
    window, begin, end, row = sentences.T
    sums = functional.pad(meaning, (0, 0, 1, 0)).cumsum(1)
    ours = functional.normalize(sums[window, end] - sums[window, begin], dim=1)
    theirs = teacher[row]
    apart = (1 - (ours * theirs).sum(1)).mean()
    return apart + 5 * (ours @ ours.T - theirs @ theirs.T).square().mean()


def _groups(network: Network) -> list[dict]:
    """The encoder learns slowly, the heads faster, the few scores of the chains fastest."""
    rates = {"encoder.forms": HEAD_RATE, "encoder": ENCODER_RATE, "_chain": CHAIN_RATE}
    rates[""] = HEAD_RATE
    groups: dict[str, list[nn.Parameter]] = {key: [] for key in rates}
    for name, parameter in network.named_parameters():
        groups[next(key for key in rates if key in name)].append(parameter)
    return [{"params": groups[key], "lr": rate} for key, rate in rates.items()]


def _rate(progress: float) -> float:
    """Linear warm-up, then linear decay to nothing."""
    return min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))


def main(recipe: str = "whole", number: str = "0") -> None:
    """Train by a recipe, in the round of that number."""
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    Trainer(replace(recipes()[recipe], round=int(number))).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
