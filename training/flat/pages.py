"""The pages the weights are learnt from, as lines with labels.

The labelled pages (149, English for the most part) are too few to show how differently sites are
made. To them come the 1,030 pages of the metadata set, flattened the same way and labelled by what
trafilatura keeps of them: story is what it keeps when it is strict, furniture what it does not keep
even when it is lenient, and the rest counts for neither. Where the set's own marks say of a stretch
that it must or must not be in the text, they decide. No page of one set is in the other. Of every
labelled page a second copy is cut close around its story, because people also bring text that has
most of its menus off.
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

STORY, FURNITURE, UNSURE = 1, 0, -1
_LABELS = {"body": STORY, "boiler": FURNITURE, "unsure": UNSURE}
_WORD = re.compile(r"\w+")
_SHORTEST_BODY = 400  # characters; less is more likely a failure of extraction than a story
_SHORTEST_MARK = 16  # characters; a shorter marked stretch may stand anywhere


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """The lines of a page, and what each is: STORY, FURNITURE or UNSURE."""

    id: str
    lines: tuple[str, ...]
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches that the metadata set says must, and must not, be in a page's text."""

    within: tuple[str, ...]
    without: tuple[str, ...]


def labelled(data: Path) -> Iterator[LabelledPage]:
    """The pages of intake/flat_gold."""
    with lzma.open(data / "intake" / "flat_gold.jsonl.xz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            lines = tuple(text.strip() for text, _ in record["lines"])
            labels = tuple(_LABELS[label] for _, label in record["lines"])
            yield LabelledPage(record["id"], lines, labels)


def labelled_by_extraction(data: Path) -> Iterator[LabelledPage]:
    """The pages of intake/meta_html, labelled by what trafilatura keeps of them."""
    marks = _marks(data)
    with tarfile.open(data / "intake" / "meta_html.tar.xz") as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if stream is not None:
                yield from _by_extraction(member.name, stream.read(), marks[member.name])


def _marks(data: Path) -> dict[str, Marks]:
    with lzma.open(data / "intake" / "meta_gold.jsonl.xz", "rt", encoding="utf-8") as records:
        return {
            record["file"]: Marks(_long(record.get("with")), _long(record.get("without")))
            for record in map(json.loads, records)
        }


def _long(stretches: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(one for one in stretches or () if len(one) >= _SHORTEST_MARK)


def _by_extraction(name: str, data: bytes, marks: Marks) -> Iterator[LabelledPage]:
    html = bytes_to_str(data, detect_encoding(data))
    strict = extract(html, include_comments=False, favor_precision=True)
    if strict is None or len(strict) < _SHORTEST_BODY:
        return
    lenient = extract(html, include_comments=False, favor_recall=True) or strict
    flat = extract_plain_text(html, main_content=False)
    lines = tuple(line.strip() for line in flat.split("\n") if line.strip())
    kept = zip(lines, _overlap(lines, strict), _overlap(lines, lenient), strict=True)
    yield LabelledPage(name, lines, tuple(_label(*one, marks) for one in kept))


def _label(line: str, strictly: int, leniently: int, marks: Marks) -> int:
    if any(one in line or (len(line) > 2 * _SHORTEST_MARK and line in one) for one in marks.within):
        return STORY
    if any(one in line for one in marks.without):
        return FURNITURE
    if strictly == STORY:
        return STORY
    return FURNITURE if leniently == FURNITURE else UNSURE


def _overlap(lines: Sequence[str], body: str) -> Iterator[int]:
    """Labels as the labelled set has them: by shared 4-grams: from .8 story, to .2 not."""
    kept = [_words(line) for line in body.split("\n")]
    whole = set(kept)
    grams = {gram for words in kept for gram in _grams(words)}
    for words in map(_words, lines):
        found = [gram in grams for gram in _grams(words)]
        share = sum(found) / len(found) if found else float(bool(words) and words in whole)
        yield STORY if share >= 0.8 else FURNITURE if share <= 0.2 else UNSURE  # noqa: PLR2004 - as documented


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _grams(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + 4] for start in range(len(words) - 3)]


def cut_close(page: LabelledPage, draw: random.Random) -> LabelledPage | None:
    """The page with all but a few lines around its story cut off; `None` where it has no story."""
    story = [index for index, label in enumerate(page.labels) if label == STORY]
    if not story:
        return None
    start = max(0, story[0] - draw.choice([0, 1, 2, 3, 5, 8]))
    end = story[-1] + 1 + draw.choice([0, 0, 1, 2, 4, 8])
    return LabelledPage(page.id, page.lines[start:end], page.labels[start:end])
