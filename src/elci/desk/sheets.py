"""Tables as files: CSV line by line, and workbooks with a sheet on where the table comes from."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

import xlsxwriter
from django.utils.translation import gettext as _

from elci.foundation.serving import safe_cells

SHEET_NAME: Final = "elci"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_of(headings: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """Yield rows as CSV, with a byte order mark for spreadsheets; no cell is a formula."""
    writer = csv.writer(_Line())
    yield "\ufeff"
    yield writer.writerow(headings)
    for row in rows:
        yield writer.writerow(safe_cells(row))


class _Line:
    """Gives back each line instead of writing it anywhere."""

    def write(self, line: str) -> str:
        return line


def workbook_of(
    headings: list[str], rows: Iterable[list[str]], about: Iterable[list[str]]
) -> bytes:
    """Return an XLSX file of two sheets: the rows, and where they come from."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(SHEET_NAME)
        sheet.freeze_panes(1, 0)
        _write(sheet, 0, headings, bold)
        for number, row in enumerate(rows, start=1):
            _write(sheet, number, safe_cells(row))
        last = book.add_worksheet(_("About")[:31])
        for number, line in enumerate(about):
            _write(last, number, line)
    return file.getvalue()


def _write(sheet: Any, number: int, cells: Iterable[str], *style: Any) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(number, column, cell, *style)
