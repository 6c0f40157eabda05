"""Reads XLSX and XLS by the values stored in them; nothing is calculated, no macro is run."""

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from elci.importers.limits import Limits
from elci.importers.readers import compound, sheet_parts
from elci.importers.readers.archives import zipped
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sheet_parts import Place
from elci.importers.readers.sources import NoteCode, ReadSource, SourceKind

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Area = tuple[Place, Place]
_MACROS: Final = "vbaProject.bin"


def read_xlsx(parts: Mapping[str, bytes], limits: Limits) -> ReadSource:
    """Read the visible sheets of an Office Open XML workbook."""
    found = Gathering(limits)
    sheets = sheet_parts.survey(parts, limits)
    if any(name.endswith(_MACROS) for name in parts):
        found.note(NoteCode.MACROS)
    found.count(NoteCode.FORMULAS, sum(sheet.formulas for sheet in sheets.values()))
    found.count(NoteCode.FORMULAS_WITHOUT_VALUE, sum(sheet.unvalued for sheet in sheets.values()))
    vague = {name: sheet.vague_dates for name, sheet in sheets.items()}
    _read(zipped(parts), found, vague)
    return found.source(SourceKind.XLSX)


def read_xls(content: bytes, limits: Limits) -> ReadSource:
    """Read the visible sheets of a workbook of Excel 97 to 2003."""
    found = Gathering(limits)
    if compound.has_macros(content):
        found.note(NoteCode.MACROS)
    _read(io.BytesIO(content), found, {})
    return found.source(SourceKind.XLS)


def _read(content: io.BytesIO, found: Gathering, vague: Mapping[str, Mapping[Place, int]]) -> None:
    from python_calamine import (  # noqa: PLC0415 a heavy library, needed for this kind only
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(content)
    except PasswordError as error:
        raise SourceRefusedError(Refusal.PASSWORD) from error
    hidden = []
    for sheet in book.sheets_metadata:
        if sheet.visible is not SheetVisibleEnum.Visible:
            hidden.append(sheet.name)
        elif sheet.typ is SheetTypeEnum.WorkSheet:
            _read_sheet(book.get_sheet_by_name(sheet.name), vague.get(sheet.name, {}), found)
    if hidden:
        found.note(NoteCode.HIDDEN_SHEETS, names=", ".join(hidden))


def _read_sheet(sheet: "CalamineSheet", vague: Mapping[Place, int], found: Gathering) -> None:
    if sheet.start is None or sheet.end is None:
        return
    left, right = sheet.start[1], sheet.end[1]
    merged = Merged(sheet.merged_cell_ranges or (), limits=found.limits)
    rows = []
    # Rows come from the sheet's first, columns from the first that holds anything.
    for at, values in enumerate(sheet.iter_rows()):
        cells = [text_of(value) for value in values]
        for column in range(left, right + 1) if vague else ():
            if (at, column) in vague:
                cells[column - left] = cells[column - left][: vague[at, column]]
        rows.append(found.row(at + 1, merged.over(at, cells, left)))
    found.table(rows, name=sheet.name)


class Merged:
    """Repeats the text of merged cells where they reach, as far as the sheet is filled."""

    def __init__(self, areas: Iterable[Area], *, limits: Limits) -> None:
        self._starting: dict[int, list[Area]] = defaultdict(list)
        self._reaching: list[tuple[Area, str]] = []
        for count, area in enumerate(areas):
            if count > limits.rows:
                raise SourceRefusedError(Refusal.TOO_MANY_ROWS, limit=limits.rows)
            self._starting[area[0][0]].append(area)

    def over(self, at: int, cells: list[str], left: int) -> list[str]:
        """Return the cells of a row, the next in order, with what is merged into them.

        A cell merged over the whole width is given once: such a row is a heading.
        """
        self._reaching = [found for found in self._reaching if found[0][1][0] >= at]
        for area in self._starting.get(at, ()):
            column = area[0][1] - left
            if 0 <= column < len(cells):
                self._reaching.append((area, cells[column]))
        for ((top, first), (_, last)), text in self._reaching:
            start, end = max(first - left, 0), min(last - left + 1, len(cells))
            if len(cells) > 1 and (start, end) == (0, len(cells)):
                return [text] if top == at else []
            cells[start:end] = [text] * max(end - start, 0)
        return cells


def text_of(value: object) -> str:
    """Return a stored value as a person would write it: days without a time, 1965 not 1965.0."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
