"""Looks at the XML of XLSX sheets for what the library that reads them does not tell."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from elci.importers.limits import Limits
from elci.importers.readers.refusals import Refusal, SourceRefusedError
from elci.importers.readers.xml_trees import tree_of

_WORKBOOK: Final = re.compile(r"xl/workbook[0-9]*\.xml", re.IGNORECASE)
_SHEETS: Final = "xl/worksheets/"
_STYLES: Final = "xl/styles.xml"
_LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL: Final = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*[^>/]>)[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']"""
)
_STYLED: Final = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*?\bs\s*=\s*["']([0-9]+)["'])[^>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']"""
)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_UNVALUED: Final = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</(?:\w+:)?c>"
)
_MONTH_OF_A_YEAR: Final = 17
"""The number format that every workbook knows as “mmm-yy”."""
_NOT_LETTERS: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DENSEST: Final = 5_000_000

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """What stands in a sheet besides its values."""

    formulas: int = 0
    unvalued: int = 0
    vague_dates: Mapping[Place, int] = field(default_factory=dict)
    """Row and column, from 0, of dates shown without a day, and how much of the ISO text holds."""


def main_part(parts: Mapping[str, bytes]) -> str | None:
    """Return the name of the part that lists the sheets, if these are parts of a workbook."""
    return next((name for name in parts if _WORKBOOK.fullmatch(name) is not None), None)


def survey(parts: Mapping[str, bytes], limits: Limits) -> dict[str, SheetSurvey]:
    """Look at every sheet by its name; refuse one whose cells lie too far apart to be laid out."""
    for name, part in parts.items():
        if name.lower().startswith(_SHEETS):
            _refuse_wide(part, limits)
    vague = _vague_styles(parts.get(_STYLES, b""))
    return {
        name: _survey(parts[part], vague) for name, part in _sheets(parts).items() if part in parts
    }


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name."""
    main = main_part(parts) or ""
    folder, _, name = main.rpartition("/")
    relations = tree_of(parts.get(f"{folder}/_rels/{name}.rels", b"<none/>"), kind="XLSX")
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    book = tree_of(parts.get(main, b""), kind="XLSX")
    return {
        sheet.get("name", ""): posixpath.normpath(
            posixpath.join("xl", targets.get(sheet.get(_LINK)) or "")
        ).lstrip("/")
        for sheet in book.iter("{*}sheet")
    }


def _survey(part: bytes, vague: Mapping[bytes, int]) -> SheetSurvey:
    places = {
        _place(found[2], found[3]): vague[found[1]]
        for found in (_STYLED.finditer(part) if vague else ())
        if found[1] in vague
    }
    formulas = sum(1 for _ in _FORMULA.finditer(part))
    unvalued = sum(1 for _ in _UNVALUED.finditer(part)) if formulas else 0
    return SheetSurvey(formulas, unvalued, places)


def _refuse_wide(part: bytes, limits: Limits) -> None:
    """The library lays a sheet out whole: two cells at its far ends would take all memory."""
    rows, columns = set(), set()
    for letters, number in _CELL.findall(part):
        columns.add(letters)
        rows.add(number)
    if not rows:
        return
    numbers = [int(number) for number in rows]
    places = [_column(letters) for letters in columns]
    if max(places) - min(places) >= limits.columns:
        raise SourceRefusedError(Refusal.TOO_MANY_COLUMNS, limit=limits.columns)
    height = max(numbers) - min(numbers) + 1
    if height * (max(places) - min(places) + 1) > max(_DENSEST, limits.rows):
        raise SourceRefusedError(Refusal.TOO_MANY_ROWS, limit=limits.rows)


def _column(letters: bytes) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + letter - 64
    return at - 1


def _place(letters: bytes, number: bytes) -> Place:
    return int(number) - 1, _column(letters)


def _vague_styles(part: bytes) -> dict[bytes, int]:
    """Return the styles that show a date as a month of a year (7 characters) or a year (4)."""
    if not part:
        return {}
    root = tree_of(part, kind="XLSX")
    codes = {item.get("numFmtId"): item.get("formatCode", "") for item in root.iter("{*}numFmt")}
    codes[str(_MONTH_OF_A_YEAR)] = "mmm-yy"
    kept = {
        str(at).encode(): _precision(codes.get(style.get("numFmtId"), ""))
        for formats in root.iter("{*}cellXfs")
        for at, style in enumerate(formats)
    }
    return {style: length for style, length in kept.items() if length}


def _precision(code: str) -> int:
    letters = _NOT_LETTERS.sub("", code.partition(";")[0]).lower()
    if "y" not in letters or "d" in letters or "h" in letters:
        return 0
    return 7 if "m" in letters else 4
