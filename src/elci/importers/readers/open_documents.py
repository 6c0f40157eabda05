"""Reads the sheets of ODS and the tables of ODT by the values stored in them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from elci.importers.limits import Limits
from elci.importers.readers.gathering import Gathering
from elci.importers.readers.grid import SpanCell, spread
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.sources import NoteCode, ReadSource, SourceKind
from elci.importers.readers.xml_trees import tree_of

_OASIS: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT, _STYLE, _NUMBER = (
    _OASIS % name for name in ("office", "table", "text", "style", "datastyle")
)
_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_LEFT_OUT: Final = frozenset({
    f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_TABLE}table",
    f"{_TEXT}ruby-text",
})  # fmt: skip
_LONGEST_NAME: Final = 200


def read_open_document(parts: Mapping[str, bytes], limits: Limits) -> ReadSource:
    """Read a spreadsheet's visible sheets, or a text's tables named by the line above them."""
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise SourceRefusedError(Refusal.PASSWORD)
    root = tree_of(parts.get(_CONTENT, b""), kind="ODF")
    reader = _Reader(root, Gathering(limits))
    if any(name.startswith(("Basic/", "Scripts/")) for name in parts):
        reader.found.note(NoteCode.MACROS)
    sheets = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if sheets is not None:
        return reader.read_sheets(sheets)
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise SourceRefusedError(Refusal.ANOTHER_FORMAT, format="ODF", instead="ODS / PDF")
    return reader.read_text(text)


class _Reader:
    """Reads the tables of one document, whose styles tell what is hidden and how dates show."""

    def __init__(self, root: Any, found: Gathering) -> None:
        self.found = found
        self._hidden = {
            style.get(f"{_STYLE}name")
            for style in root.iter(f"{_STYLE}style")
            if any(kind.get(f"{_TABLE}display") == "false" for kind in style)
        }
        self._shown = _precisions(root)

    def read_sheets(self, sheets: Any) -> ReadSource:
        """Take up each sheet that is shown, by its name."""
        hidden = []
        for sheet in sheets.iter(f"{_TABLE}table"):
            name = sheet.get(f"{_TABLE}name", "")
            if sheet.get(f"{_TABLE}style-name") in self._hidden:
                hidden.append(name)
            else:
                self._table(sheet, name)
        if hidden:
            self.found.note(NoteCode.HIDDEN_SHEETS, names=", ".join(hidden))
        return self.found.source(SourceKind.ODS)

    def read_text(self, text: Any) -> ReadSource:
        """Take up each table, or each paragraph as a line where there is none."""
        some, lines = False, list[str]()
        for element in _in_order(text):
            if element.tag == f"{_TABLE}table":
                some |= self._table(element, next(reversed(lines), "")[:_LONGEST_NAME])
            elif line := text_of(element).strip():
                lines.append(line)
        if not some:
            self.found.note(NoteCode.NO_TABLE_FOUND)
            self.found.cells_of([[line] for line in lines])
        return self.found.source(SourceKind.ODT)

    def _table(self, table: Any, name: str) -> bool:
        numbers, rows, at = [], [], 1
        for row in _rows_of(table):
            cells = self._cells(row)
            again = _repeated(row, "rows")
            filled = any(cell.text for cell in cells)
            for step in range(min(again, self.found.limits.rows + 1) if filled else 1):
                numbers.append(at + step)
                rows.append(cells)
            at += again
        laid = zip(numbers, spread(rows, self.found.limits), strict=True)
        return self.found.table((self.found.row(at, cells) for at, cells in laid), name=name)

    def _cells(self, row: Any) -> list[SpanCell]:
        """Return the cells that begin in a row; those covered by others are left to the grid."""
        cells: list[SpanCell] = []
        most = self.found.limits.columns + 1
        for cell in row:
            if cell.tag != f"{_TABLE}table-cell":
                continue
            one = SpanCell(
                self._value(cell), _count(cell, "number-rows-spanned"),
                _count(cell, "number-columns-spanned"),
            )  # fmt: skip
            cells += [one] * min(_repeated(cell, "columns"), most)
        while cells and not cells[-1].text and cells[-1].down == 1:
            del cells[-1]
        return cells

    def _value(self, cell: Any) -> str:
        kind = cell.get(f"{_OFFICE}value-type")
        shown = text_of(cell)
        if cell.get(f"{_TABLE}formula") is not None:
            valued = kind is not None or shown
            self.found.count(NoteCode.FORMULAS if valued else NoteCode.FORMULAS_WITHOUT_VALUE)
        if kind == "date":
            length = self._shown.get(cell.get(f"{_TABLE}style-name"), 10)
            return (cell.get(f"{_OFFICE}date-value") or shown)[:length]
        if kind == "float":
            return _number(cell.get(f"{_OFFICE}value") or shown)
        return shown


def _precisions(root: Any) -> dict[str, int]:
    """Return, by cell style, how much of an ISO date is shown where it is less than the day."""
    lengths = {}
    for kind in root.iter(f"{_NUMBER}date-style"):
        parts = {part.tag.rpartition("}")[2] for part in kind if isinstance(part.tag, str)}
        if "year" in parts and not parts & {"day", "hours"}:
            lengths[kind.get(f"{_STYLE}name")] = 7 if "month" in parts else 4
    return {
        style.get(f"{_STYLE}name"): lengths[style.get(f"{_STYLE}data-style-name")]
        for style in root.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}data-style-name") in lengths
    }


def _in_order(text: Any) -> Iterator[Any]:
    """Yield paragraphs, headings and outermost tables as they stand in a text."""
    stack = list(reversed(text))
    while stack:
        element = stack.pop()
        if element.tag in {f"{_TABLE}table", f"{_TEXT}p", f"{_TEXT}h"}:
            yield element
        elif element.tag not in _LEFT_OUT:
            stack += reversed(element)


def _rows_of(table: Any) -> Iterator[Any]:
    """Yield the table's own rows, those of its groups and headers included."""
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == f"{_TABLE}table-row":
            yield element
        elif isinstance(element.tag, str) and "row" in element.tag.rpartition("}")[2]:
            stack += reversed(element)


def _count(element: Any, name: str) -> int:
    written = element.get(f"{_TABLE}{name}") or "1"
    return max(1, int(written)) if written.isdecimal() and len(written) < 8 else 1


def _repeated(element: Any, what: str) -> int:
    return _count(element, f"number-{what}-repeated")


def _number(written: str) -> str:
    try:
        value = float(written)
    except ValueError:
        return written
    return str(int(value)) if value.is_integer() else str(value)


def text_of(element: Any) -> str:
    """Return the text of an element, its paragraphs on lines of their own."""
    pieces: list[str] = []
    stack: list[Any] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        if item is not element:
            stack.append(item.tail or "")
        if item.tag in _LEFT_OUT and item is not element:
            continue
        if item.tag in {f"{_TEXT}p", f"{_TEXT}h"} and pieces:
            pieces.append("\n")
        pieces.append(_sign(item))
        stack += reversed(item)
        stack.append(item.text or "")
    return "".join(pieces).strip()


def _sign(element: Any) -> str:
    if element.tag == f"{_TEXT}s":
        spaces = element.get(f"{_TEXT}c") or "1"
        return " " * min(int(spaces), 100) if spaces.isdecimal() and len(spaces) < 5 else " "
    return {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
