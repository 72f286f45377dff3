"""`python -m benchmarks.collating`: how the time to collate grows with the pile.

Two piles grow, both made of the invented stories in `evaluation/stories/open`:

- `stories`: ever more of the stories, joined in one pile. They have offices, towns and wording in
  common and hardly a passage, so that what each article shares with others stays the same.
- `one_story`: ever more articles on one story, the same ones under other names each round, so that
  the pairs that share text grow with the square of the articles.

Seconds are CPU seconds; reading is not in them.

- `collate.PILE.cpu_s_N`: seconds for N articles.
- `collate.PILE.exponent`: the power of the number of articles with which these grow.
- `collate.PILE.exponent.PART`: the same for one part, a function that `collate` calls, as the
  profiler times it; only those that take a hundredth of the whole at the greatest size.
"""

import gc
import random
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from cProfile import Profile
from itertools import count, islice
from pathlib import Path
from types import CodeType

import twosource
from benchmarks.growth import exponent
from benchmarks.replicas import exchanged
from benchmarks.variations import Story, stories
from evaluation.measure import Measure
from evaluation.stories import OURS
from twosource.model import Reading
from twosource.reading import read_all

SIZES = (20, 40, 80, 160)
LEAST = 0.01  # share of all seconds below which a part's growth is noise
LETTERS = "bdfgklmnprstvaeiou"
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


def main() -> None:
    """Print every figure."""
    told = stories(OURS / "open")
    joined = (text for story in told for text in story.articles.values())
    for name, texts in (("stories", joined), ("one_story", rounds(told[0]))):
        for figure in measures(name, readings(islice(texts, max(SIZES)))):
            print(f"{figure.id:48}{figure.value:8.2f}   n = {figure.n:,}", flush=True)


def rounds(story: Story) -> Iterator[str]:
    """The articles of a story without end, each round with other names in them."""
    names = sorted({name for text in story.articles.values() for name in NAME.findall(text)})
    for lap in count():
        chance = random.Random(lap)  # noqa: S311 - invented names, not secrets
        others = {name: misspelt(name, chance) if lap else name for name in names}
        for text in story.articles.values():
            yield exchanged(text, others)


def misspelt(name: str, chance: random.Random) -> str:
    """A name with other letters in two places behind the first."""
    letters = list(name)
    for place in chance.sample(range(1, len(name)), 2):
        letters[place] = chance.choice(LETTERS)
    return "".join(letters)


def readings(texts: Iterable[str]) -> Sequence[Reading]:
    """Articles of these texts, read, in the order of the texts."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        return list(read_all(twosource.ingest([Path(folder)]).articles))


def measures(name: str, pile: Sequence[Reading]) -> Iterator[Measure]:
    """Every figure of a pile that grows to all of these readings."""
    twosource.collate(pile[: SIZES[0]])  # loads what is loaded once
    whole = {size: seconds(pile[:size]) for size in SIZES}
    for size, taken in whole.items():
        yield Measure(f"collate.{name}.cpu_s_{size}", taken, size)
    yield Measure(f"collate.{name}.exponent", exponent(list(whole.items())), len(SIZES))
    parts = {size: parts_of(pile[:size]) for size in SIZES}
    last = parts[SIZES[-1]]
    for part in sorted(part for part in last if last[part] >= LEAST * sum(last.values())):
        points = [(size, taken.get(part, 0.0)) for size, taken in parts.items()]
        yield Measure(f"collate.{name}.exponent.{part}", exponent(points), len(SIZES))


def seconds(pile: Sequence[Reading]) -> float:
    """CPU seconds to collate a pile, the less of two times."""
    return min(_once(pile) for _ in range(2))


def _once(pile: Sequence[Reading]) -> float:
    gc.collect()
    begun = time.process_time()
    twosource.collate(pile)
    return time.process_time() - begun


def parts_of(pile: Sequence[Reading]) -> Mapping[str, float]:
    """Seconds of everything that `collate` itself calls, by name."""
    profile = Profile(time.process_time)
    profile.runcall(twosource.collate, pile)
    (whole,) = (one for one in profile.getstats() if one.code == twosource.collate.__code__)
    return {
        part.code.co_name.lstrip("_"): part.totaltime
        for part in whole.calls or ()
        if isinstance(part.code, CodeType)
    }


if __name__ == "__main__":
    main()
