"""`python -m benchmarks [SIZE…]`: articles per second and stage, growth, start-up, memory.

Seconds are CPU seconds of one process, so that a busy machine tells no lies; start-up alone is
taken by the clock. The piles are made from the invented stories in the labelled data.
"""

from argparse import ArgumentParser
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.growth import SIZES, exponent, walks
from benchmarks.startup import RUNS, TARGET, bare_seconds, help_seconds
from benchmarks.variations import stories
from benchmarks.walk import STAGES, Walk
from evaluation.measure import data_folder


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was measured."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    sizes = sorted(parser.parse_args(arguments).sizes)
    console = Console()
    show_startup(console)
    show_growth(console, sizes)


def show_startup(console: Console) -> None:
    """Start-up beside that of the bare interpreter."""
    ours, bare = help_seconds(), bare_seconds()
    console.print(
        f"twosource --help: {1000 * ours:.0f} ms, {ours / bare:.1f} times the bare interpreter"
        f" (median of {RUNS}; wanted under {1000 * TARGET:.0f} ms)"
    )


def show_growth(console: Console, sizes: Sequence[int]) -> None:
    """Articles per second and stage for each size, and the exponent they grow with."""
    folder = data_folder() / "stories"
    told = stories(folder)
    if not told:
        console.print(f"growth: skipped, there are no stories in {folder}")
        return
    done = list(walks(told, sizes))
    console.print(drawn(done))
    for size in sizes[len(done) :]:
        console.print(f"{size:,} articles: left out, it would have taken too long")


def drawn(done: Sequence[Walk]) -> Table:
    """A line for each stage, a column for each size, the exponent at the end."""
    table = Table("articles per CPU second", box=None, header_style="bold")
    for walk in done:
        table.add_column(f"{walk.articles:,}", justify="right")
    table.add_column("exponent", justify="right")
    for stage in STAGES:
        rates = (walk.articles / max(walk.seconds[stage], 1e-6) for walk in done)
        points = [(walk.articles, walk.seconds[stage]) for walk in done]
        table.add_row(stage, *(f"{rate:,.0f}" for rate in rates), _power(points))
    table.add_row(
        "peak memory, MiB",
        *(f"{walk.peak_mib:,.0f}" for walk in done),
        _power([(walk.articles, walk.peak_mib) for walk in done]),
    )
    return table


def _power(points: Sequence[tuple[float, float]]) -> str:
    return f"{exponent(points):.2f}" if len(points) > 1 else ""


if __name__ == "__main__":
    main()
