"""Intake: the text of web pages, the lines of flattened text, and the metadata of both.

* `ingest.body`: scrapinghub's article-extraction-benchmark and its own scorer: shared 4-word
  shingles, normalised per page; precision and recall are means over pages, F1 is theirs.
* `ingest.speed`: pages a second over those of trafilatura's own extraction, its defaults.
* `ingest.flat`: the same pages flattened, one label per line. Body against the rest, all lines
  together. The networks have learnt from these pages, so each page is labelled by those that were
  made without it and its fifth of the pages.
* `ingest.seeds`: lines of the reference pages that are furniture and found to be, and lines of
  their story or its metadata that are lost.
* `ingest.title`, `.author`, `.date`: pages with metadata marked by the makers of trafilatura and
  htmldate. Exact, but for case, space and punctuation; a page without an answer counts as wrong
  for title and author. Where the two marked different days, either is right. Of the days that
  htmldate alone gets wrong and we do not get right, `wrong_turned_unknown` are those for which we
  give none, or a range.
"""

import json
import lzma
import re
import statistics
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from htmldate import find_date
from trafilatura import extract

from evaluation.measure import Measure, present
from twosource.errors import IntakeError
from twosource.intake import ingest
from twosource.intake.articles import articles_in
from twosource.intake.flat import label
from twosource.intake.page import Line
from twosource.model import Article, BlockKind, Span

_STORY = frozenset({BlockKind.BODY, BlockKind.SUBHEAD})


def measures(data: Path) -> Iterator[Measure]:
    """Every figure of intake."""
    yield from _body(data / "intake")
    yield from _flat(data / "intake")
    yield from _seeds(data / "seeds")
    yield from _metadata(data / "intake")


# ── Body of web pages ────────────────────────────────────────────────────────────────────────────


class BodyPage(msgspec.Struct, frozen=True):
    """A page of the body set."""

    file: str
    body: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of the shingles of a page that both texts have, only ours has, only the gold has."""

    shared: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        """1 where both texts are empty, 0 where ours alone is."""
        return 1.0 if self.extra == self.missing == 0 else _ratio(self.shared, self.extra)

    @property
    def recall(self) -> float:
        """1 where both texts are empty, 0 where the gold alone is."""
        return 1.0 if self.extra == self.missing == 0 else _ratio(self.shared, self.missing)


def _ratio(part: float, rest: float) -> float:
    return part / (part + rest) if part else 0.0


def _body(folder: Path) -> Iterator[Measure]:
    pages = _archive(folder / "body_html.tar.xz")
    lines = present(folder / "body_gold.jsonl").read_bytes().splitlines()
    gold = [msgspec.json.decode(line, type=BodyPage) for line in lines]
    scores = [_overlap(page.body, _story(_read(page.file, pages[page.file]))) for page in gold]
    precision = statistics.mean(score.precision for score in scores)
    recall = statistics.mean(score.recall for score in scores)
    yield Measure("ingest.body.f1", _harmonic(precision, recall), len(gold))
    yield Measure("ingest.body.precision", precision, len(gold))
    yield Measure("ingest.body.recall", recall, len(gold))
    yield from _speed([pages[page.file] for page in gold])


def _speed(pages: Sequence[bytes]) -> Iterator[Measure]:
    """Pages a second against trafilatura's own extraction, in the same run and process."""
    ours, theirs = [], []
    for _ in range(3):  # the median of three is steady to some .05 on a busy machine
        ours.append(_seconds(lambda page: _read("page", page), pages))
        theirs.append(_seconds(extract, pages))
    ratio = statistics.median(theirs) / statistics.median(ours)
    yield Measure("ingest.speed.vs_trafilatura", ratio, len(pages))


def _seconds(work: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    started = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - started


def _archive(path: Path) -> dict[str, bytes]:
    """The files of a tar archive by name."""
    with tarfile.open(present(path)) as archive:
        members = ((member.name, archive.extractfile(member)) for member in archive)
        return {name: stream.read() for name, stream in members if stream is not None}


def _read(name: str, page: bytes) -> Article | None:
    try:
        found = next(articles_in(name, page))
    except IntakeError:
        return None
    return found if isinstance(found, Article) else None


def _story(article: Article | None) -> str:
    if article is None:
        return ""
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind in _STORY)


def _overlap(gold: str, found: str) -> Overlap:
    theirs, ours = _shingles(gold), _shingles(found)
    shared = (theirs & ours).total()
    extra, missing = (ours - theirs).total(), (theirs - ours).total()
    total = shared + extra + missing or 1
    return Overlap(shared / total, extra / total, missing / total)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    starts = range(max(1, len(tokens) - 3)) if tokens else ()
    return Counter(tuple(tokens[start : start + 4]) for start in starts)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# ── Lines of flattened text ──────────────────────────────────────────────────────────────────────


class FlatPage(msgspec.Struct, frozen=True):
    """A page of the flat set: its lines with "body", "boiler" or "unsure"."""

    id: str
    lines: tuple[tuple[str, str], ...]


def _flat(folder: Path) -> Iterator[Measure]:
    counts: Counter[tuple[bool, bool]] = Counter()
    with lzma.open(present(folder / "flat_gold.jsonl.xz")) as records:
        for page in map(msgspec.json.Decoder(FlatPage).decode, records):
            counts.update(_decisions(page))
    right = counts[True, True]
    precision, recall = _ratio(right, counts[False, True]), _ratio(right, counts[True, False])
    lines = counts.total()
    yield Measure("ingest.flat.line_f1", _harmonic(precision, recall), lines)
    yield Measure("ingest.flat.line_precision", precision, lines)
    yield Measure("ingest.flat.line_recall", recall, lines)


def _decisions(page: FlatPage) -> Iterator[tuple[bool, bool]]:
    """For each line of a page that is surely labelled: whether it is body, whether we say so."""
    blocks = label(list(_lines(page)), flattened=True, unseen=page.id)
    for (_, gold), block in zip(page.lines, blocks, strict=True):
        if gold != "unsure":
            yield gold == "body", block.kind in _STORY


def _lines(page: FlatPage) -> Iterator[Line]:
    start = 0
    for text, _ in page.lines:
        yield Line(text.strip(), Span(start, start + len(text.strip())), after_blank=False)
        start += len(text) + 1


# ── Lines of the reference pages ─────────────────────────────────────────────────────────────────


def _seeds(folder: Path) -> Iterator[Measure]:
    gold = json.loads(present(folder / "gold_intake.json").read_bytes())["files"]
    read = ingest(present(folder / name) for name in gold).articles
    pages = {article.name: _kinds_by_line(article) for article in read}
    found = of = lost = 0
    for name, page in gold.items():
        lines, kinds = page["lines"], pages[name]
        furniture = [line["line"] for line in lines["boilerplate"]]
        found += sum(kinds[line] not in _STORY | {BlockKind.TITLE} for line in furniture)
        of += len(furniture)
        lost += sum(
            kinds[line] not in _STORY for part in ("body", "subhead") for line in lines[part]
        )
        metadata = {line for part in ("title", "byline", "credit") for line in lines[part]}
        lost += sum(kinds[line] in _FURNITURE for line in metadata)
    yield Measure("ingest.seeds.boilerplate_found", found, of)
    yield Measure("ingest.seeds.lines_lost", lost, sum(map(len, pages.values())) - of)


_FURNITURE = frozenset({BlockKind.NAVIGATION, BlockKind.RELATED, BlockKind.CAPTION, BlockKind.BODY})


def _kinds_by_line(article: Article) -> dict[int, BlockKind]:
    """The kind of each line that holds something, by its number counted from 1."""
    return {
        article.text.count("\n", 0, block.span.start) + 1: block.kind for block in article.blocks
    }


# ── Metadata of web pages ────────────────────────────────────────────────────────────────────────


class MetadataPage(msgspec.Struct, frozen=True):
    """A page of the metadata set; what the gold does not have is `None`."""

    file: str
    title: str | None = None
    author: str | tuple[str, ...] | None = None
    date: str | None = None
    htmldate: str | None = None


def _metadata(folder: Path) -> Iterator[Measure]:
    pages = _archive(folder / "meta_html.tar.xz")
    with lzma.open(present(folder / "meta_gold.jsonl.xz")) as records:
        gold = list(map(msgspec.json.Decoder(MetadataPage).decode, records))
    read = [(page, _read(page.file, pages[page.file])) for page in gold]
    titles = [(page.title, _title(article)) for page, article in read if page.title]
    authors = [(_joined(page.author), _author(article)) for page, article in read if page.author]
    yield _exact("ingest.title.exact", titles)
    yield _exact("ingest.author.exact", authors)
    yield from _dates([_dated(page, article, pages[page.file]) for page, article in read])


def _title(article: Article | None) -> str:
    return article.title.value if article and article.title else ""


def _author(article: Article | None) -> str:
    return article.byline.value if article and article.byline else ""


def _joined(author: str | tuple[str, ...]) -> str:
    return author if isinstance(author, str) else "; ".join(author)


def _exact(name: str, pairs: Sequence[tuple[str, str]]) -> Measure:
    right = [_levelled(gold) == _levelled(found) for gold, found in pairs]
    return Measure(name, statistics.mean(right), len(right))


def _levelled(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True, slots=True)
class DatedPage:
    """The days that are right for a page, the one we give (`None` for a range) and htmldate's."""

    gold: frozenset[str]
    ours: str | None
    peers: str | None


def _dated(page: MetadataPage, article: Article | None, data: bytes) -> DatedPage:
    gold = frozenset(day for day in (page.date, page.htmldate) if day)
    days = article.published.interval if article and article.published else None
    ours = days.value if days and days.earliest == days.latest else None
    return DatedPage(gold, ours, find_date(data, original_date=True) if gold else None)


def _dates(pages: Sequence[DatedPage]) -> Iterator[Measure]:
    asked = [page for page in pages if page.gold]
    answered = [page for page in asked if page.ours is not None]
    right = sum(page.ours in page.gold for page in answered)
    by_peer = [page for page in asked if page.peers is not None]
    peer = sum(page.peers in page.gold for page in by_peer) / len(by_peer)
    yield Measure("ingest.date.answered", len(answered) / len(asked), len(asked))
    yield Measure("ingest.date.exact_when_answering", right / len(answered), len(answered), peer)
    wrong = [page for page in by_peer if not page.gold & {page.peers, page.ours}]
    unknown = sum(page.ours is None for page in wrong)
    yield Measure("ingest.date.wrong_turned_unknown", unknown / len(wrong), len(wrong))
