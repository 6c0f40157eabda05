"""Hands over text that is no table as its lines, for the reader of pasted text."""

from elci.importers.readers.gathering import Gathering


def gather(text: str, found: Gathering, *, name: str = "") -> None:
    """Take up each line as a row of one cell; blank lines are left out, but counted."""
    found.cells_of([[line] for line in text.splitlines()], name=name)
