"""Pasted tables whose cells stand below each other, with wide spaces between the columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elci.domain.extraction.numbering import row_starts
from elci.domain.extraction.streams import Line
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.extraction.words import phrasebook
from elci.domain.places.folding import fold

_NUMBER: Final = re.compile(r"\(?[0-9]{1,3}\s?[.):–—-]{0,2}")
_CHUNK: Final = re.compile(r"\S+(?: \S+)*")
_LEAST_SHARE: Final = 0.5
_FEWEST_LINES: Final = 3
_MAY_CROSS: Final = 0.04
_NARROWEST_GAP: Final = 2
_WIDEST_LINE: Final = 600

Chunk = tuple[int, int, str]
"""Where a piece of a line begins and ends, and its text."""


@dataclass(frozen=True, slots=True)
class _Grid:
    lines: Sequence[Line]
    cells: Sequence[tuple[str, ...]]
    """For each line its piece of each column."""


def spaced_table(lines: Sequence[Line]) -> SourceTable | None:
    """Return the table that some lines lay out in columns, or None if most of them do not."""
    chunked = [_chunks(line.text) for line in lines]
    wide = [chunks for chunks in chunked if len(chunks) > 1]
    if len(wide) < _FEWEST_LINES or len(wide) < _LEAST_SHARE * len(lines):
        return None
    columns = _columns(wide)
    if len(columns) < 2 or _only_parts_numbers(wide, columns):
        return None
    title_end = next(index for index, chunks in enumerate(chunked) if len(chunks) > 1)
    grid = _Grid(lines[title_end:], [_placed(chunks, columns) for chunks in chunked[title_end:]])
    title = " ".join(" ".join(line.text.split()) for line in lines[:title_end])
    return SourceTable(tuple(_rows(grid)), title)


def _only_parts_numbers(
    wide: Sequence[Sequence[Chunk]], columns: Sequence[tuple[int, int]]
) -> bool:
    """Whether the only gap is that after the running numbers: "1.  Köln Almanya 1997"."""
    numbered = sum(_NUMBER.fullmatch(chunks[0][2]) is not None for chunks in wide)
    return len(columns) == 2 and numbered * 2 > len(wide)


def _chunks(text: str) -> list[Chunk]:
    bounded = text.expandtabs()[:_WIDEST_LINE]
    return [(found.start(), found.end(), found[0]) for found in _CHUNK.finditer(bounded)]


def _columns(wide: Sequence[Sequence[Chunk]]) -> list[tuple[int, int]]:
    """Return the stretches between gaps that hardly any line writes in."""
    width = max(chunks[-1][1] for chunks in wide)
    written = [0] * (width + _NARROWEST_GAP)
    for chunks in wide:
        for start, end, _text in chunks:
            for place in range(start, end):
                written[place] += 1
    most = _MAY_CROSS * len(wide)
    columns: list[tuple[int, int]] = []
    start, gap = 0, 0
    begun = False
    for place, count in enumerate(written):
        if count > most:
            start, begun, gap = (start if begun else place), True, 0
        else:
            gap += 1
            if begun and gap >= _NARROWEST_GAP:
                columns.append((start, place - gap + 1))
                begun = False
    return columns


def _placed(chunks: Sequence[Chunk], columns: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for start, end, text in chunks:
        column = max(range(len(columns)), key=lambda index: _overlap(columns[index], start, end))
        cells[column] = f"{cells[column]} {text}".strip()
    return tuple(cells)


def _overlap(column: tuple[int, int], start: int, end: int) -> int:
    """Return how many places are shared; none shared, the nearer the better."""
    return min(column[1], end) - max(column[0], start)


def _rows(grid: _Grid) -> list[SourceRow]:
    begins = _beginnings(grid)
    rows: list[tuple[Line, list[list[str]]]] = []
    for line, cells, begin in zip(grid.lines, grid.cells, begins, strict=True):
        if begin or not rows:
            rows.append((line, [[] for _cell in cells]))
        for column, cell in enumerate(cells):
            if cell:
                rows[-1][1][column].append(cell)
    return [
        SourceRow(line.number, tuple("\n".join(cell) for cell in cells), line.page)
        for line, cells in rows
    ]


def _beginnings(grid: _Grid) -> list[bool]:
    """Return for each line whether a row begins there."""
    firsts = [
        Line(line.number, f"{cells[0]} .", line.page)
        for line, cells in zip(grid.lines, grid.cells, strict=True)
    ]
    numbered = row_starts(firsts)
    if numbered is not None and len(numbered) * 3 >= len(firsts):
        own = {*range(numbered[0]), *numbered}
        return [index in own or _is_total(cells) for index, cells in enumerate(grid.cells)]
    return [not _continues(cells, before) for cells, before in _pairs(grid.cells)]


def _is_total(cells: Sequence[str]) -> bool:
    first = next((fold(cell) for cell in cells if cell), "")
    found = phrasebook("furniture").find(first)
    return bool(found) and found[0].first == 0


def _pairs(
    cells: Sequence[tuple[str, ...]],
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return list(zip(cells, [(), *cells[:-1]], strict=True))


def _continues(cells: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether a line only goes on with the row above: its first cell and most others are empty."""
    if not before or cells[0]:
        return False
    filled = sum(map(bool, cells))
    return filled * 2 <= len(cells) and filled < sum(map(bool, before))
