"""Where a table's headers stand, and what stands above them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from elci.domain.extraction.besides import parted_at_dates
from elci.domain.extraction.cleaning import clean, one_line
from elci.domain.extraction.contents import names_place
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.headers import SAID_EXACTLY, HeaderReading, read_header
from elci.domain.extraction.roles import DATED_ACTS, Role
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.places.gazetteer import Gazetteer

_ROWS_SEARCHED: Final = 15
_LONGEST_HEADER: Final = 120
_LEAST_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """The rows before the first row of a relation."""

    first_row: int
    headers: tuple[str, ...] = ()
    readings: tuple[HeaderReading | None, ...] = ()
    title: tuple[str, ...] = ()


def head_of(table: SourceTable, gazetteer: Gazetteer) -> Head:
    """Return the headers of a table, or where its rows begin if it has none."""
    searched = table.rows[:_ROWS_SEARCHED]
    scores = [_header_score(row) for row in searched]
    best = max(range(len(scores)), key=lambda index: scores[index], default=0)
    if not scores or scores[best] == 0:
        return _without_headers(table, gazetteer)
    first, end = _block(searched, scores, best)
    rows = _spread(searched[first:end], table.width)
    headers = _joined(rows, table.width)
    return Head(
        first_row=end,
        headers=headers,
        readings=tuple(
            _reading(header, lowest)
            for header, lowest in zip(headers, _lowest(rows, table.width), strict=True)
        ),
        title=_title(searched[:first]),
    )


def _header_score(row: SourceRow) -> int:
    """Return how many different roles a row names; 0 for a row that is no row of headers."""
    texts = [cell for cell in row.cells if cell.strip()]
    if any(len(text) > _LONGEST_HEADER or find_dates(clean(text).text) for text in texts):
        return 0
    readings = [read_header(text) for text in texts]
    known = [reading for reading in readings if reading is not None]
    roles = {reading.role for reading in known}
    if len(set(texts)) == 1:
        # A single word above a single column; above several it is a title.
        return int(len(row.cells) == 1 and _are_exact(readings))
    if _are_exact(readings):
        return len(roles)
    return len(roles) if len(roles) > 1 and len(known) >= _LEAST_SHARE * len(texts) else 0


def _are_exact(readings: Sequence[HeaderReading | None]) -> bool:
    return all(reading is not None and reading.certainty == SAID_EXACTLY for reading in readings)


def _block(rows: Sequence[SourceRow], scores: list[int], best: int) -> tuple[int, int]:
    """Return the header rows around the best one: those above and below that go with it."""
    first, end = best, best + 1
    while end < len(rows) and (scores[end] > 0 or _completes(rows[end])):
        end += 1
    while first > 0 and (scores[first - 1] > 0 or _spans(rows[first - 1])):
        first -= 1
    return first, end


def _completes(row: SourceRow) -> bool:
    """Whether a row below headers holds the lower half of some: a few known words, nothing else."""
    texts = [cell for cell in row.cells if cell.strip()]
    known = [read_header(text) is not None for text in texts]
    return len(texts) > 1 and all(known)


def _spans(row: SourceRow) -> bool:
    """Whether a row above headers holds words over several columns: "Tarih" over two dates."""
    texts = {cell.strip() for cell in row.cells if cell.strip()}
    return len(texts) > 1 and all(read_header(text) is not None for text in texts)


def _spread(rows: Sequence[SourceRow], width: int) -> Sequence[SourceRow]:
    """Let a header that was written once over several columns stand above each of them."""
    return [*(_filled(row, below, width) for row, below in pairwise(rows)), *rows[-1:]]


def _filled(row: SourceRow, below: SourceRow, width: int) -> SourceRow:
    cells: list[str] = []
    for column in range(width):
        own = _cell(row, column)
        spreads = not own and bool(cells) and _cell(below, column) and _cell(below, column - 1)
        cells.append(cells[-1] if spreads else own)
    return replace(row, cells=tuple(cells))


def _joined(rows: Sequence[SourceRow], width: int) -> tuple[str, ...]:
    return tuple(
        " ".join(dict.fromkeys(text for row in rows if (text := _cell(row, column))))
        for column in range(width)
    )


def _lowest(rows: Sequence[SourceRow], width: int) -> list[str]:
    return [
        next((text for row in reversed(rows) if (text := _cell(row, column))), "")
        for column in range(width)
    ]


def _cell(row: SourceRow, column: int) -> str:
    return one_line(clean(row.cells[column]).text) if column < len(row.cells) else ""


def _reading(header: str, lowest: str) -> HeaderReading | None:
    """Read both header rows together, and where that says less, the lower one alone."""
    own, both = read_header(lowest), read_header(header)
    if own is None or both is None:
        return own or both
    is_more = (own.role is Role.DATE and both.role in DATED_ACTS) or (
        own.role is Role.NUMBER and both.role is Role.OTHER
    )
    return both if is_more or both.role is own.role else own


def _without_headers(table: SourceTable, gazetteer: Gazetteer) -> Head:
    if table.width < 2:
        return Head(first_row=0)
    first = next(
        (
            index
            for index, row in enumerate(table.rows)
            if _is_wide(row) or _is_dated_place(row, gazetteer)
        ),
        0,
    )
    return Head(first_row=first, title=_title(table.rows[:first]))


def _is_wide(row: SourceRow) -> bool:
    return len({cell.strip() for cell in row.cells if cell.strip()}) > 1


def _is_dated_place(row: SourceRow, gazetteer: Gazetteer) -> bool:
    """Whether a row of one cell is a partner with its date: "Liverpool (England) since 1952"."""
    text = next((one_line(clean(cell).text) for cell in row.cells if cell.strip()), "")
    parted = parted_at_dates(text)
    return bool(parted.dates) and names_place(parted.bare, gazetteer)


def _title(rows: Sequence[SourceRow]) -> tuple[str, ...]:
    return tuple(
        text
        for row in rows
        for text in dict.fromkeys(one_line(clean(cell).text) for cell in row.cells)
        if text
    )
