"""Finds the tables of a PDF page that have ruled lines around every cell."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from elci.importers.readers.word_lines import Line, Word, lines_of
from elci.importers.readers.word_tables import FoundTable

if TYPE_CHECKING:
    from pdfplumber.page import Page

_Box = tuple[float, float, float, float]
_SAME_EDGE: Final = 2.0
_FRAME_ROWS: Final = 3
_FRAME_LINES: Final = 10
"""A table of so few rows with so many lines in a cell is a frame around a table without lines."""


def ruled_tables(page: "Page", words: Sequence[Word], lines: Sequence[Line]) -> list[FoundTable]:
    """Return the ruled tables from top to bottom, each named by the line above it."""
    boxes = [(table.bbox, list(table.cells)) for table in page.find_tables()]
    found = []
    for bbox, cells in sorted(boxes, key=lambda box: box[0][1]):
        rows = _rows(cells, [word for word in words if _inside(word, bbox)])
        if rows:
            found.append(FoundTable(tuple(rows), _name(bbox, boxes, lines), ()))
    return found


def _inside(word: Word, box: _Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 <= right and top <= word.middle <= bottom


def _name(box: _Box, boxes: Iterable[tuple[_Box, object]], lines: Sequence[Line]) -> str:
    """Return the nearest line above the table that stands in no other."""
    for line in reversed(lines):
        above = line.bottom <= box[1] + _SAME_EDGE
        if above and not any(_inside(line.phrases[0], other) for other, _ in boxes):
            return line.text
        if above:
            return ""
    return ""


def _edges(values: Iterable[float]) -> list[float]:
    """Return the edges in order, those that nearly touch taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _rows(cells: Sequence[_Box], words: Sequence[Word]) -> list[tuple[str, ...]]:
    """Lay the cells out; what spans several places is repeated in each, or given once if alone."""
    across = _edges(edge for cell in cells for edge in (cell[0], cell[2]))
    down = _edges(edge for cell in cells for edge in (cell[1], cell[3]))
    if len(across) < 3:
        return []
    owner = [[-1] * (len(across) - 1) for _ in down[1:]]
    for at, cell in enumerate(cells):
        for row in range(_at(down, cell[1]), _at(down, cell[3])):
            for column in range(_at(across, cell[0]), _at(across, cell[2])):
                owner[row][column] = at
    held: list[list[Word]] = [[] for _ in cells]
    for word in words:
        row = min(bisect_right(down, word.middle), len(down) - 1) - 1
        column = min(bisect_right(across, (word.left + word.right) / 2), len(across) - 1) - 1
        if owner[max(row, 0)][max(column, 0)] >= 0:
            held[owner[max(row, 0)][max(column, 0)]].append(word)
    texts = [lines_of(one) for one in held]
    if len(down) <= _FRAME_ROWS + 1 and max(map(len, texts)) > _FRAME_LINES:
        return []
    return [
        _row(places, ["\n".join(line.text for line in text) for text in texts]) for places in owner
    ]


def _at(edges: Sequence[float], value: float) -> int:
    return max(bisect_right(edges, value + _SAME_EDGE / 2) - 1, 0)


def _row(places: Sequence[int], texts: Sequence[str]) -> tuple[str, ...]:
    if len(set(places)) == 1 and places[0] >= 0:
        return (texts[places[0]],)
    return tuple(texts[at] if at >= 0 else "" for at in places)
