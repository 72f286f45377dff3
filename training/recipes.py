"""Recipes: what the network is shown, how often, and from which runs it goes on."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

SHIPPED = "shipped"  # in a recipe's place: go on from the files of the last export


@dataclass(frozen=True, slots=True)
class Recipe:
    """How often each set is gone through, spread evenly over epochs; about how many steps.

    `after` are the runs whose mean is trained on, if any, `pace` how fast we then learn.
    `dropout` is the share of every layer's numbers left out while learning, `blanks` the share of
    words that are hidden, `renamed` the share of texts in which those named are called otherwise.
    Another `round` of the same recipe sees the same texts in another order and other disguises.
    """

    name: str
    passes: dict[str, int]
    steps: int
    after: tuple[str, ...] = ()
    pace: float = 1.0
    dropout: float = 0.1
    blanks: float = 0.0
    renamed: float = 0.0
    round: int = 0

    @property
    def run(self) -> str:
        """What its checkpoint is called."""
        return f"{self.name}-{self.round}" if self.round else self.name

    @property
    def epochs(self) -> int:
        """Of the set that is gone through most often."""
        return max(self.passes.values())

    def served(self, epoch: int) -> list[str]:
        """The sets gone through in this epoch, the rarer ones early; then it begins anew."""
        epoch %= self.epochs
        return [
            name
            for name, passes in self.passes.items()
            if -(-(epoch + 1) * passes // self.epochs) > -(-epoch * passes // self.epochs)
        ]


def recipes() -> dict[str, Recipe]:
    """Every recipe of recipes.yaml by its name."""
    written = Path(__file__).with_suffix(".yaml").read_bytes()
    return {recipe.name: recipe for recipe in msgspec.yaml.decode(written, type=list[Recipe])}
