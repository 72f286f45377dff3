"""The pages the weights are learnt from, as lines with labels.

The labelled pages (149, English for the most part) are too few to show how differently sites are
made. To them come the 1,030 pages of the metadata set, flattened the same way and labelled by what
trafilatura keeps of them: silver on silver, at a third of the weight. No page of one set is in the
other. Of every page a second copy is cut close around its story, because people also bring text
that has most of its menus off.
"""

import json
import lzma
import random
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from trafilatura import extract

UNSURE = -1
_LABELS = {"body": 1, "boiler": 0, "unsure": UNSURE}
_WORD = re.compile(r"\w+")
_SHORTEST_BODY = 400  # characters; less is more likely a failure of extraction than a story


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """The lines of a page, and for each 1 (story), 0 (furniture) or UNSURE."""

    id: str
    lines: tuple[str, ...]
    labels: tuple[int, ...]
    weight: float


def labelled(data: Path) -> Iterator[LabelledPage]:
    """The pages of intake/flat_gold."""
    with lzma.open(data / "intake" / "flat_gold.jsonl.xz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            lines = tuple(text.strip() for text, _ in record["lines"])
            labels = tuple(_LABELS[label] for _, label in record["lines"])
            yield LabelledPage(record["id"], lines, labels, weight=3.0)


def labelled_by_extraction(data: Path) -> Iterator[LabelledPage]:
    """The pages of intake/meta_html, labelled by what trafilatura keeps of them."""
    with tarfile.open(data / "intake" / "meta_html.tar.xz") as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if stream is not None:
                yield from _by_extraction(member.name, stream.read())


def _by_extraction(name: str, data: bytes) -> Iterator[LabelledPage]:
    html = bytes_to_str(data, detect_encoding(data))
    body = extract(html, include_comments=False, favor_precision=True)
    if body is not None and len(body) >= _SHORTEST_BODY:
        flat = extract_plain_text(html, main_content=False)
        lines = tuple(line.strip() for line in flat.split("\n") if line.strip())
        yield LabelledPage(name, lines, tuple(_overlap(lines, body)), weight=1.0)


def _overlap(lines: Sequence[str], body: str) -> Iterator[int]:
    """Labels as the labelled set has them: by shared 4-grams: from .8 story, to .2 not."""
    kept = [_words(line) for line in body.split("\n")]
    whole = set(kept)
    grams = {gram for words in kept for gram in _grams(words)}
    for words in map(_words, lines):
        found = [gram in grams for gram in _grams(words)]
        share = sum(found) / len(found) if found else float(bool(words) and words in whole)
        yield 1 if share >= 0.8 else 0 if share <= 0.2 else UNSURE  # noqa: PLR2004 - as documented


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _grams(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + 4] for start in range(len(words) - 3)]


def cut_close(page: LabelledPage, draw: random.Random) -> LabelledPage | None:
    """The page with all but a few lines around its story cut off; `None` where it has no story."""
    story = [index for index, label in enumerate(page.labels) if label == 1]
    if not story:
        return None
    start = max(0, story[0] - draw.choice([0, 1, 2, 3, 5, 8]))
    end = story[-1] + 1 + draw.choice([0, 0, 1, 2, 4, 8])
    return LabelledPage(page.id, page.lines[start:end], page.labels[start:end], page.weight)
