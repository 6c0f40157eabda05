"""Writes zipped documents by hand, so that what is in them may be anything."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_TYPES: Final = "[Content_Types].xml"
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zip_of(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of the parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def workbook(
    rows: bytes, *, before: bytes = b"", others: Mapping[str, bytes] | None = None
) -> bytes:
    """Return an XLSX of one sheet, written by hand so that its XML may be anything."""
    sheet = b"%s<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
    main = f"<sheets><sheet name='Liste' sheetId='1' xmlns:r='{_LINKS}' r:id='r1'/></sheets>"
    first = f"<Relationship Id='r1' Type='{_LINKS}/officeDocument' Target='xl/workbook.xml'/>"
    link = f"<Relationship Id='r1' Type='{_LINKS}/worksheet' Target='worksheets/sheet1.xml'/>"
    return zip_of({
        _TYPES: f"<Types xmlns='{_PACKAGE}/content-types'/>".encode(),
        "_rels/.rels": _relations(first),
        "xl/workbook.xml": f"<workbook xmlns='{_SHEET}'>{main}</workbook>".encode(),
        "xl/_rels/workbook.xml.rels": _relations(link),
        "xl/worksheets/sheet1.xml": sheet % (before, _SHEET.encode(), rows),
        **(others or {}),
    })  # fmt: skip


def _relations(links: str) -> bytes:
    return f"<Relationships xmlns='{_PACKAGE}/relationships'>{links}</Relationships>".encode()


def row_of(text: str) -> bytes:
    """Return the XML of a row that holds one text."""
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'.encode()


def ods(rows: int, columns: int) -> bytes:
    """Return a sheet that says of its only cell how often it is repeated."""
    names = " ".join(
        f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
        for name in ("office", "table", "text")
    )
    cell = f"<table:table-cell table:number-columns-repeated='{columns}'><text:p>x</text:p>"
    row = f"<table:table-row table:number-rows-repeated='{rows}'>{cell}</table:table-cell>"
    sheet = f"<table:table table:name='A'>{row}</table:table-row></table:table>"
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    content = f"<office:document-content {names}>{body}</office:document-content>"
    return zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                   "content.xml": content.encode()})  # fmt: skip
