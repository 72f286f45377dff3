"""What becomes of one source: its articles, and one line for each part that could not be read."""

from collections.abc import Iterator

from twosource.errors import IntakeError
from twosource.intake.articles import articles_in
from twosource.intake.sources import Source, read_bytes
from twosource.model import Article, SetAside

Outcome = Article | SetAside


def outcomes(source: Source, skip: int = 0) -> Iterator[Outcome]:
    """The outcomes of a source, after its first `skip` records. Raises nothing."""
    try:
        yield from articles_in(source.name, read_bytes(source), skip, source.columns)
    except IntakeError as problem:
        yield SetAside(source.name, str(problem))
    except MemoryError:
        yield SetAside(source.name, "needs more memory than reading may take: it may be a trap")
    except Exception as defect:  # noqa: BLE001 - whatever a parser raises, the pile goes on
        told = type(defect).__name__
        yield SetAside(source.name, f"damaged: the reader of its kind gave up on it ({told})")
