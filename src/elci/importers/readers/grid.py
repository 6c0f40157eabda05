"""Lays cells that span rows and columns out on a grid, their text repeated where they reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elci.importers.limits import Limits
from elci.importers.readers.refusals import Refusal, SourceRefusedError


@dataclass(frozen=True, slots=True)
class SpanCell:
    """A cell and how far it reaches; ``down`` 0 means to the end of the table."""

    text: str
    down: int = 1
    across: int = 1


def spread(rows: Iterable[Sequence[SpanCell]], limits: Limits) -> list[list[str]]:
    """Return rows of equal meaning without spans.

    A cell that fills a whole row of several columns is given once: such a row is a heading
    inside the table, not as many equal cells. A row that only repeats what reaches into it
    from above is blank.
    """
    reaching: dict[int, tuple[int, str]] = {}
    laid: list[tuple[list[str], bool]] = []
    size = 0
    for row in rows:
        cells = _row(row, reaching, limits)
        alone = len(row) == 1 and row[0].across >= len(cells)
        laid.append((cells if row else [], alone))
        size += len(cells) + 1
        if size > limits.rows * limits.columns:
            raise SourceRefusedError(Refusal.TOO_MANY_ROWS, limit=limits.rows)
    widest = max((len(cells) for cells, _ in laid), default=0)
    return [cells[:1] if alone and len(cells) >= widest > 1 else cells for cells, alone in laid]


def _row(
    row: Sequence[SpanCell], reaching: dict[int, tuple[int, str]], limits: Limits
) -> list[str]:
    """Lay one row beside what reaches into it from above; ``reaching`` is carried on."""
    cells: list[str] = []
    kept: dict[int, tuple[int, str]] = {}
    for cell in row:
        _fill(cells, reaching, kept)
        across = max(1, min(cell.across, limits.columns + 1))
        if cell.down != 1:
            kept |= dict.fromkeys(
                range(len(cells), len(cells) + across), (cell.down - 1, cell.text)
            )
        cells += [cell.text] * across
        if len(cells) > limits.columns * 2:
            raise SourceRefusedError(Refusal.TOO_MANY_COLUMNS, limit=limits.columns)
    while reaching and max(reaching) >= len(cells):
        if len(cells) not in reaching:
            cells.append("")
        _fill(cells, reaching, kept)
    reaching.clear()
    reaching.update(kept)
    return cells


def _fill(
    cells: list[str], reaching: dict[int, tuple[int, str]], kept: dict[int, tuple[int, str]]
) -> None:
    """Add the cells that reach from above into the next places of a row."""
    while len(cells) in reaching:
        column = len(cells)
        left, text = reaching.pop(column)
        if left != 1:
            kept[column] = (left - 1, text)
        cells.append(text)
