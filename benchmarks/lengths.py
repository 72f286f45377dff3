"""How the time to read grows with the length of one hostile text.

    python -m benchmarks.lengths

Each line: seconds of CPU for a text of 6,000 words of one kind without the encoder, and how many
times as long that takes as a text of 1,500: four, if time grows with length, sixteen, if with its
square.
"""

import time
from collections.abc import Iterable, Iterator, Sequence

from twosource.model import Article, Block, BlockKind, Span
from twosource.reading import read
from twosource.reading.tagger import UNTAGGED, Tags

KINDS = {
    "a name without end": "Ana ",
    "names that each may be part of the next": "Ana of Olm and ",
    "apostrophes that may close a quotation": "the workers’ hall ",
    "quotations that nobody ends": "“ it ",
    "quotations in one sentence": "“it sank” ",
    "one verb": "said ",
    "pronouns that mean nobody": "“It sank on the lake,” he said. ",
    "pronouns that mean somebody": "Ana Olm said it sank. He said it burned. ",
    "dates and numbers": "It sank on 3 May 2021 with 5 men. ",
}
SHORT, TIMES = 1500, 4  # words, and how much longer the long text is


class Untagged:
    """A tagger that marks nothing: the encoder takes time that hides what the rest takes."""

    def read_all(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Tags]:
        """No tags for each text."""
        return (UNTAGGED for _ in texts)


def seconds(text: str) -> float:
    """CPU seconds to read one text of a single paragraph."""
    block = Block(Span(0, len(text)), BlockKind.BODY, "made")
    article = Article(id="long", name="long", text=text, blocks=(block,))
    begun = time.process_time()
    read(article, Untagged())
    return time.process_time() - begun


def main() -> None:
    """Print a line for each kind of text."""
    for kind, words in KINDS.items():
        seconds(words)  # loads what is loaded once
        short = words * (SHORT // len(words.split()))
        once, long = min(seconds(short) for _ in range(3)), seconds(short * TIMES)
        print(f"{kind:42}{long:8.2f} s{long / once:8.1f} times")


if __name__ == "__main__":
    main()
