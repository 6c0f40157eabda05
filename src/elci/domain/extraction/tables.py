"""What a reader of files hands over: tables of text, each row with where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The cells of one row as they were read, unchanged."""

    number: int
    """Which row of its table, or which line of a text, counted from 1 as a person would."""
    cells: tuple[str, ...]
    page: int | None = None
    """Which page of the document, counted from 1; none where there are no pages."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as it was read: rows may differ in length, and none need be headings."""

    rows: tuple[SourceRow, ...]
    name: str = ""
    """Name of the sheet, or the heading above the table; may name the instrument."""
    is_complete: bool = True
    """False where there was more than is read, and the end was left out."""

    @property
    def width(self) -> int:
        """Number of cells of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


def table_of(cells: Sequence[Sequence[str]], *, name: str = "") -> SourceTable:
    """Return a table whose rows are numbered from 1."""
    rows = (SourceRow(number, tuple(row)) for number, row in enumerate(cells, 1))
    return SourceTable(tuple(rows), name)
