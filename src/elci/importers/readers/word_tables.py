"""Finds tables that have no ruled lines by how the words stand: gutters part the columns.

A cell may go on over several lines. Rows are told apart, in this order, by wider gaps between them,
by a column of numbers, or by the lines on which the first column is filled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from elci.importers.readers.gutters import FULL, column_of, crosses, gutters_of
from elci.importers.readers.word_lines import Line, Word, letter_height

_JUMP: Final = 0.2
_LEAST_SHARE: Final = 0.12
_NUMBER: Final = re.compile(r"[0-9]{1,4}[.)]?")
_NUMBERED: Final = 0.7
_OFF_CENTRE: Final = 0.45
"""Share of the letters' height by which a row may lie off the middle of its cells."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Rows of cells, the text that stood above them, and where the columns are parted."""

    rows: tuple[tuple[str, ...], ...]
    name: str
    gutters: tuple[float, ...]


def table_in(lines: Sequence[Line], *, known: Sequence[float] = ()) -> FoundTable | None:
    """Return the table on a page, or none where no gutter runs through at least two lines.

    ``known`` are the gutters of the page before: a table that goes on keeps them.
    """
    divided = [at for at, line in enumerate(lines) if len(line.phrases) > 1]
    body = [lines[at] for at in divided]
    goes_on = bool(known) and bool(body) and _fit(body, known)
    if len(divided) < 2 and not (goes_on and len(body[0].phrases) > 2):
        return None
    gutters = tuple(known) if goes_on else gutters_of(body)
    if not gutters:
        return None
    last = _last_line(lines, divided[-1], gutters)
    inside = lines[divided[0] : last + 1]
    name = lines[divided[0] - 1].text if divided[0] else ""
    return FoundTable(tuple(_rows(inside, gutters, goes_on=goes_on)), name, gutters)


def _last_line(lines: Sequence[Line], divided: int, gutters: Sequence[float]) -> int:
    """Return the line on which the last cell ends: one that goes on close below is of the table."""
    last = divided
    height = letter_height([phrase for line in lines for phrase in line.phrases])
    while (
        last + 1 < len(lines)
        and lines[last + 1].top - lines[last].bottom < height
        and not crosses(lines[last + 1], gutters)
        and lines[last + 1].phrases[0].left > gutters[0]
    ):
        last += 1
    return last


def _fit(body: Sequence[Line], gutters: Sequence[float]) -> bool:
    """Whether the lines keep to the gutters of the page before and fill its outer columns."""
    crossing = sum(crosses(line, gutters) for line in body)
    filled = {column_of(phrase, gutters) for line in body for phrase in line.phrases}
    return crossing <= FULL * len(body) and len(filled) > len(gutters) / 2


def _rows(
    lines: Sequence[Line], gutters: Sequence[float], *, goes_on: bool
) -> list[tuple[str, ...]]:
    """Return the rows in order; a line that runs over a gutter is a heading, one cell by itself."""
    headings = [
        at for at, line in enumerate(lines) if len(line.phrases) == 1 and crosses(line, gutters)
    ]
    inside = [at for at in range(len(lines)) if at not in set(headings)]
    laid = [_cells(lines[at], gutters) for at in inside]
    rows: dict[int, tuple[str, ...]] = {at: (lines[at].text,) for at in headings}
    groups = _groups([lines[at] for at in inside], laid, goes_on=goes_on) if inside else ()
    for group in groups:
        columns = zip(*(laid[at] for at in group), strict=True)
        rows[inside[group[0]]] = tuple("\n".join(filter(None, column)) for column in columns)
    return [rows[at] for at in sorted(rows)]


def _cells(line: Line, gutters: Sequence[float]) -> list[str]:
    cells = [""] * (len(gutters) + 1)
    for phrase in line.phrases:
        for one in _parted(phrase, gutters):
            at = column_of(one, gutters)
            cells[at] = f"{cells[at]} {one.text}".strip()
    return cells


def _parted(phrase: Word, gutters: Sequence[float]) -> tuple[Word, ...]:
    """Return the words of a phrase that runs over a gutter by a space, where cells nearly touch."""
    over = [gutter for gutter in gutters if phrase.left < gutter < phrase.right]
    torn = any(word.left < gutter < word.right for word in phrase.words for gutter in over)
    return phrase.words if over and not torn else (phrase,)


def _groups(
    lines: Sequence[Line], laid: Sequence[Sequence[str]], *, goes_on: bool
) -> list[list[int]]:
    """Return which lines make a row together; lines on top may go on with the page before."""
    by_gap = _by_gap(lines)
    numbered = _numbered(laid)
    if by_gap is not None and (numbered is None or _one_each(by_gap, laid, numbered)):
        return by_gap
    if numbered is not None:
        return _by_anchor(lines, [bool(cells[numbered]) for cells in laid], goes_on=goes_on)
    return _by_anchor(lines, [_begins(cells) for cells in laid], goes_on=goes_on)


def _by_gap(lines: Sequence[Line]) -> list[list[int]] | None:
    """Part the lines at the wider of two clearly different gaps; none where all are alike."""
    height = letter_height([phrase for line in lines for phrase in line.phrases])
    gaps = _gaps(lines, height)
    ordered = sorted(gaps)
    jumps = [(wide - narrow, at) for at, (narrow, wide) in enumerate(pairwise(ordered))]
    enough = max(1, int(_LEAST_SHARE * len(gaps)))
    fair = [jump for jump in jumps if jump[1] + 1 >= enough and len(gaps) - jump[1] - 1 >= enough]
    widest, at = max(fair, default=(0.0, 0))
    if widest < _JUMP:
        return None
    limit = (ordered[at] + ordered[at + 1]) / 2
    groups = [[0]]
    for following, gap in enumerate(gaps, 1):
        if gap > limit:
            groups.append([])
        groups[-1].append(following)
    return groups


def _gaps(lines: Sequence[Line], height: float) -> list[float]:
    """Return how far each line stands below all that are above it, in heights of letters."""
    gaps, lowest = [], lines[0].bottom
    for line in lines[1:]:
        gaps.append(max(line.top - lowest, 0) / height)
        lowest = max(lowest, line.bottom)
    return gaps


def _numbered(laid: Sequence[Sequence[str]]) -> int | None:
    """Return the first of the left two columns that counts the rows."""
    for column in range(min(2, len(laid[0]))):
        filled = [cells[column] for cells in laid if cells[column]]
        numbers = [int(text.strip(".)")) for text in filled if _NUMBER.fullmatch(text)]
        rising = all(one < other for one, other in pairwise(numbers))
        if len(numbers) >= 2 and rising and len(numbers) >= _NUMBERED * len(filled):
            return column
    return None


def _one_each(groups: Sequence[Sequence[int]], laid: Sequence[Sequence[str]], column: int) -> bool:
    return all(sum(bool(laid[at][column]) for at in group) == 1 for group in groups)


def _begins(cells: Sequence[str]) -> bool:
    """Whether a line begins a row: its first cell is filled, and not that one alone of many."""
    filled = sum(map(bool, cells))
    return bool(cells[0]) and (filled > 1 or len(cells) == 2)


def _by_anchor(
    lines: Sequence[Line], anchored: Sequence[bool], *, goes_on: bool
) -> list[list[int]]:
    """Give every line to the row whose anchor it stands under, or around where they are centred."""
    anchors = [at for at, is_anchor in enumerate(anchored) if is_anchor]
    if not anchors:
        return [[at] for at in range(len(lines))]
    above = [0] if goes_on and anchors[0] > 0 else []
    starts = _centred(lines, anchors) or [*above, *([0, *anchors[1:]] if not above else anchors)]
    ends = [*starts[1:], len(lines)]
    return [list(range(start, end)) for start, end in zip(starts, ends, strict=True)]


def _centred(lines: Sequence[Line], anchors: Sequence[int]) -> list[int] | None:
    """Return the first line of each row if each reaches as far below its anchor as above it."""
    height = letter_height([phrase for line in lines for phrase in line.phrases])
    starts, upper = [0], lines[0].top
    for anchor, following in pairwise([*anchors, len(lines)]):
        lower = 2 * _middle(lines[anchor]) - upper
        bounds = {
            at: _between(lines, at) for at in range(anchor + 1, min(following, len(lines)) + 1)
        }
        start, bound = min(bounds.items(), key=lambda one: abs(one[1] - lower))
        if abs(bound - lower) > _OFF_CENTRE * height:
            return None
        starts.append(start)
        upper = bound
    return starts[:-1] if starts[-1] == len(lines) else None


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _between(lines: Sequence[Line], at: int) -> float:
    """Return the height at which the line at a place begins to be apart from the one above."""
    if at == len(lines):
        return lines[-1].bottom
    return (lines[at - 1].bottom + lines[at].top) / 2
