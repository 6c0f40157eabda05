"""What was measured, as a table that a terminal and a page of the documentation can show."""

from collections.abc import Iterable, Iterator
from typing import Final

from tools.bench.measuring import Series

MOST_MS: Final = 100
MOST_QUERIES: Final = 12
MOST_KB: Final = 150
_HEAD: Final = ("page", "n", "median ms", "p95 ms", "own p95", "queries", "kB", "verdict")


def table(series: Iterable[Series]) -> str:
    """Return a table of the series in Markdown, each with its verdict."""
    rows = [_HEAD, *(_row(each) for each in series)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    rule = tuple("-" * width for width in widths)
    lines = (rows[0], rule, *rows[1:])
    return "\n".join(f"| {' | '.join(_padded(row, widths))} |" for row in lines)


def faults(series: Series) -> list[str]:
    """Return which bounds a kind of page exceeds."""
    found = []
    if series.p95 > MOST_MS:
        found.append("slow")
    if series.queries > MOST_QUERIES:
        found.append("queries")
    if series.weight > MOST_KB * 1000:
        found.append("heavy")
    return found


def _row(series: Series) -> tuple[str, ...]:
    return (
        series.kind,
        str(len(series.answers)),
        f"{series.median:.1f}",
        f"{series.p95:.1f}",
        f"{series.own_p95:.1f}",
        str(series.queries),
        f"{series.weight / 1000:.0f}" if series.weight else "",
        ", ".join(faults(series)) or "ok",
    )


def _padded(row: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.ljust(width) if place in {0, len(_HEAD) - 1} else cell.rjust(width)
