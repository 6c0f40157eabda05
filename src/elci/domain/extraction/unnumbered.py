"""Rows without numbers and without separators: one to a line, or one cell to a line."""

from collections.abc import Sequence
from typing import Final

from elci.domain.extraction.aligning import Aligner
from elci.domain.extraction.cleaning import clean
from elci.domain.extraction.countries import is_country
from elci.domain.extraction.datespans import find_dates
from elci.domain.extraction.headers import SAID_EXACTLY, read_header
from elci.domain.extraction.headlines import HeadLines, head_lines, is_header_line
from elci.domain.extraction.labels import read_label
from elci.domain.extraction.roles import Role
from elci.domain.extraction.segments import segments_of
from elci.domain.extraction.streams import Line
from elci.domain.extraction.tables import SourceRow, SourceTable
from elci.domain.places.folding import fold
from elci.domain.places.gazetteer import Gazetteer

_SEARCHED: Final = 20
_MOST_LINES: Final = 800
"""Lines that are laid out; a longer text without numbers is read line by line."""
_MOST_WORDS: Final = 40
_MOST_LINES_OF_ROW: Final = 9
_SINGLE_CELLS: Final = 0.4
_FEWEST_BELOW: Final = 2
_USUAL: Final[tuple[tuple[Role, ...], ...]] = (
    (Role.PARTY, Role.COUNTRY, Role.DATE),
    (Role.COUNTRY, Role.PARTY, Role.DATE),
    (Role.PARTY, Role.COUNTRY, Role.DATE, Role.PLACE),
    (Role.PARTY, Role.COUNTRY),
    (Role.COUNTRY, Role.PARTY),
)


def unnumbered_table(lines: Sequence[Line], gazetteer: Gazetteer) -> SourceTable:
    """Return the table that headers, or cells alone on their lines, show; else a list."""
    head, begin = _head(lines)
    body = lines[begin:]
    if len(body) > _MOST_LINES or not body:
        return _list(lines, "")
    if head.roles:
        return _table(head, head.roles, body, gazetteer)
    if _are_single_cells(body, gazetteer):
        roles = max(_USUAL, key=lambda usual: _divided(body, Aligner(body, usual, gazetteer))[0])
        return _table(head, roles, body, gazetteer)
    return _list(lines, "")


def _head(lines: Sequence[Line]) -> tuple[HeadLines, int]:
    """Return the headers, on one line or one to a line, and where the rows begin."""
    for index, line in enumerate(lines[:_SEARCHED]):
        if is_header_line(line):
            return head_lines(lines[: index + 1]), index + 1
    exact = [_is_header(line) for line in lines[:_SEARCHED]]
    for index in range(len(exact) - 1):
        if exact[index] and exact[index + 1]:
            end = next((at for at in range(index, len(exact)) if not exact[at]), len(exact))
            return head_lines(lines[:end]), end
    return HeadLines(), 0


def _is_header(line: Line) -> bool:
    reading = read_header(line.text)
    return reading is not None and reading.certainty == SAID_EXACTLY


def _are_single_cells(lines: Sequence[Line], gazetteer: Gazetteer) -> bool:
    texts = [clean(line.text).text for line in lines]
    alone = [is_country(text, gazetteer) for text in texts]
    dated = [
        bool(spans := find_dates(text)) and spans[0].end - spans[0].start >= len(text) - 2
        for text in texts
    ]
    repeated = len({fold(text) for text, country in zip(texts, alone, strict=True) if country})
    return (
        sum(alone) + sum(dated) >= _SINGLE_CELLS * len(texts)
        and sum(alone) > 1
        and (sum(dated) > 1 or repeated < sum(alone))
    )


def _divided(lines: Sequence[Line], aligner: Aligner) -> tuple[float, list[tuple[int, int]]]:
    """Return the division of lines into rows with the most points."""
    counts = [len(line.text.split()) for line in lines]
    best: list[float] = [0.0]
    begun = [0]
    for end in range(1, len(lines) + 1):
        options = []
        for first in range(end - 1, max(-1, end - 1 - _MOST_LINES_OF_ROW), -1):
            if end - first > 1 and sum(counts[first:end]) > _MOST_WORDS:
                break
            points = aligner.row(first, end).points
            options.append((best[first] + max(points, -100.0), first))
        chosen = max(options)
        best.append(chosen[0])
        begun.append(chosen[1])
    rows = []
    end = len(lines)
    while end:
        rows.append((begun[end], end))
        end = begun[end]
    return best[-1], rows[::-1]


def _table(
    head: HeadLines, roles: Sequence[Role], body: Sequence[Line], gazetteer: Gazetteer
) -> SourceTable:
    made = []
    if head.roles:
        made.append(SourceRow(head.lines[0].number, head.cells, head.lines[0].page))
    aligner = Aligner(body, roles, gazetteer)
    for first, end in _divided(body, aligner)[1]:
        line = body[first]
        cells = aligner.row(first, end).texts()
        made.append(SourceRow(line.number, cells, line.page))
    return SourceTable(tuple(made), head.title)


def _list(lines: Sequence[Line], name: str) -> SourceTable:
    """Return a table of one column, or of two where dates stand on the lines below the names."""
    rows: list[tuple[Line, tuple[str, ...]]] = []
    for line in lines:
        text = line.text.strip()
        if rows and _goes_below(text, rows[-1][1]):
            rows[-1] = (rows[-1][0], (*rows[-1][1], text))
        else:
            rows.append((line, (text,)))
    if sum(len(cells) > 1 for _line, cells in rows) < _FEWEST_BELOW:
        rows = [(line, (line.text.strip(),)) for line in lines]
    made = (SourceRow(line.number, cells, line.page) for line, cells in rows)
    return SourceTable(tuple(made), name)


def _goes_below(text: str, above: tuple[str, ...]) -> bool:
    """Whether a line holds nothing but dates with their words, and the one above has none."""
    spans = find_dates(clean(text).text)
    if not spans or len(above) > 1 or find_dates(clean(above[0]).text):
        return False
    return not any(read_label(one.words).left for one in segments_of(clean(text).text, spans))
