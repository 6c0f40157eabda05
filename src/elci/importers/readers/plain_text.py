"""Hands over text that is no table as its lines, for the reader of pasted text."""

from elci.importers.readers.gathering import Gathering


def gather(text: str, found: Gathering, *, name: str = "") -> None:
    """Take up each line as a row, its cells where tabs part it; blank lines are only counted."""
    found.cells_of([_cells(line, found) for line in text.splitlines()], name=name)


def _cells(line: str, found: Gathering) -> list[str]:
    cells = line.split("\t")
    return cells if len(cells) <= found.limits.columns else [line]
