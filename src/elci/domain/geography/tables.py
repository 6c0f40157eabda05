"""Reads the tables of the package column by column, quicker than row by row."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

WORLD: Final = Path(__file__).parents[2] / "resources" / "world"

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.int8]
"""1 for yes, 0 for no and -1 for not known."""
Column = Sequence[str]
_FLAGS: Final = {"1": 1, "0": 0, "": -1}


def columns_of(path: Path) -> dict[str, Column]:
    """Return the columns of a table by their headings; a table may have no row."""
    return columns_in(path.read_text(encoding="utf-8"))


def columns_in(text: str) -> dict[str, Column]:
    """Return the columns of the text of a table by their headings."""
    headings = text[: text.index("\n")].split(",")
    if '"' in text:
        rows = list(csv.reader(text.splitlines()[1:]))
        return {name: [row[place] for row in rows] for place, name in enumerate(headings)}
    # Four times as fast as rows.
    cells = text.removesuffix("\n").replace("\n", ",").split(",")
    width = len(headings)
    return {name: cells[width + place :: width] for place, name in enumerate(headings)}


def floats(column: Column) -> Floats:
    """Return numbers, NaN where nothing stands."""
    return np.asarray([float(text) if text else np.nan for text in column], dtype=np.float64)


def integers(column: Column, *, missing: int) -> Numbers:
    """Return whole numbers, ``missing`` where nothing stands."""
    return np.asarray([int(text) if text else missing for text in column], dtype=np.int64)


def flags(column: Column) -> Flags:
    """Return yes and no, -1 where nothing stands."""
    return np.asarray([_FLAGS[text] for text in column], dtype=np.int8)


def yes_or_no(flag: int) -> bool | None:
    """Return what a flag says; None where it says nothing.

    >>> [yes_or_no(flag) for flag in (1, 0, -1)]
    [True, False, None]
    """
    return None if flag < 0 else bool(flag)


def number_or_none(value: float) -> float | None:
    """Return a number, and None for NaN."""
    return None if np.isnan(value) else float(value)
